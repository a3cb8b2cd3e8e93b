"""The bulk kernel against shapely, geopandas, DuckDB and SedonaDB: the same zones and points, one run, ratios.

    python Benchmarks/Peers/bulk_kernel.py [--zones 310] [--vertices 100] [--points 1e7] [--verdicts]

Needs shapely 2.2.0, geopandas 1.2.0, duckdb 1.5.5 with duckdb-extension-spatial 1.5.5 and sedonadb 0.5.0 with
geoarrow-pyarrow, and `swift build -c release` in Benchmarks. Every program runs by itself, one after the other, twice
where it is quick, and its best counts; each is given the points as arrays of doubles in memory and must count for
every point the zones that cover it (closed boundary where it has such a predicate). A peer too slow for all
points is given the first of them; millions of points a second are compared.
"""

import argparse
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
import time

import numpy as np

here = os.path.dirname(os.path.abspath(__file__))
kernel = os.path.join(here, "..", ".build", "release", "bulk-kernel")


def read_zones(folder):
    import shapely

    raw = np.fromfile(f"{folder}/zones.bin", dtype=np.float64)
    heads = raw.view(np.int64)
    zones, at = {}, 0
    while at < len(raw):
        zone, _, count = (int(v) for v in heads[at : at + 3])
        ring = raw[at + 3 : at + 3 + 2 * count].reshape(-1, 2)
        zones.setdefault(zone, []).append(ring)
        at += 3 + 2 * count
    # The tilings and the shipped areas have one ring a polygon.
    return [shapely.polygons(shapely.linearrings(rings[0])) for _, rings in sorted(zones.items())]


def read_points(folder, count):
    raw = np.fromfile(f"{folder}/points.bin", dtype=np.float64)
    total = len(raw) // 2
    return raw[:count].copy(), raw[total : total + count].copy()


def best(run, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        pairs = run()
        times.append(time.perf_counter() - start)
    return min(times), pairs


def shapely_tree(folder, count):
    import shapely

    zones = np.array(read_zones(folder))
    shapely.prepare(zones)
    x, y = read_points(folder, count)

    def run():
        tree = shapely.STRtree(zones)
        found = tree.query(shapely.points(x, y), predicate="covered_by")
        return found.shape[1]

    return best(run, 1)


def shapely_verdicts(folder, count):
    """Less than we answer: zones, distance to the boundary of each, to the nearest of all, and Φ of one quotient."""
    import shapely

    scale = np.array([96_900.0, 110_850.0])  # metres in a degree here; what a script would do
    zones = np.array([shapely.transform(zone, lambda at: at * scale) for zone in read_zones(folder)])
    shapely.prepare(zones)
    boundaries = shapely.boundary(zones)
    x, y = read_points(folder, count)

    def run():
        points = shapely.points(x * scale[0], y * scale[1])
        row, zone = shapely.STRtree(zones).query(points, predicate="covered_by")
        distance = shapely.distance(points[row], boundaries[zone])
        _, nearest = shapely.STRtree(boundaries).query_nearest(points, all_matches=False, return_distance=True)
        return len(row) if np.isfinite(np.tanh(0.8 * distance / 700)).all() and len(nearest) else 0

    return best(run, 1)


def geopandas_join(folder, count):
    import geopandas
    import shapely

    zones = geopandas.GeoDataFrame(geometry=read_zones(folder), crs=4326)
    x, y = read_points(folder, count)

    def run():
        points = geopandas.GeoDataFrame(geometry=shapely.points(x, y), crs=4326)
        return len(geopandas.sjoin(points, zones, predicate="covered_by"))

    return best(run, 1)


def duckdb_join(folder, count):
    import duckdb
    import duckdb_extension_spatial
    import pyarrow
    import shapely

    zones = pyarrow.table({"id": np.arange(len(z := read_zones(folder))), "wkb": shapely.to_wkb(z)})
    x, y = read_points(folder, count)
    points = pyarrow.table({"x": x, "y": y})
    db = duckdb.connect()
    folder = list(duckdb_extension_spatial.__path__)[0]
    db.execute(f"load '{folder}/extensions/v{duckdb.__version__}/spatial.duckdb_extension'; set threads to 2")
    db.register("z", zones)
    db.register("p", points)
    db.execute("create table zone as select id, ST_GeomFromWKB(wkb) as geom from z")
    db.execute("create table point as select x, y from p")
    sql = "select count(*) from point join zone on ST_Intersects(zone.geom, ST_Point(point.x, point.y))"
    return best(lambda: db.execute(sql).fetchone()[0], 2)


def sedona_join(folder, count):
    import geopandas
    import pandas
    import sedonadb

    db = sedonadb.connect()
    zones = geopandas.GeoDataFrame({"id": np.arange(len(z := read_zones(folder)))}, geometry=z, crs=None)
    x, y = read_points(folder, count)
    db.create_data_frame(zones).to_view("zone")
    db.create_data_frame(pandas.DataFrame({"x": x, "y": y})).to_view("xy")
    db.sql("select ST_Point(x, y) as geom from xy").to_memtable().to_view("point")
    sql = "select count(*) as n from point join zone on ST_Intersects(zone.geometry, point.geom)"
    return best(lambda: int(db.sql(sql).to_pandas()["n"][0]), 3)


def child(queue, name, folder, count):
    try:
        queue.put(globals()[name](folder, count))
    except Exception as error:  # a peer that is missing or fails is named, the others go on
        queue.put(f"{type(error).__name__}: {error}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--zones", default="310")
    arguments.add_argument("--vertices", default="100")
    arguments.add_argument("--points", type=float, default=1e7)
    arguments.add_argument("--verdicts", action="store_true", help="also verdict, probability and distance, shipped layouts")
    given = arguments.parse_args()
    points = int(given.points)
    share = {"shapely_verdicts": 20} if given.verdicts else {}
    share |= {"shapely_tree": 5, "geopandas_join": 5, "duckdb_join": 2, "sedona_join": 1}
    with tempfile.TemporaryDirectory() as folder:
        case = [given.zones, given.vertices, str(points)]
        subprocess.run([kernel, "dump", *case, folder], check=True, stdout=subprocess.DEVNULL)
        covered = np.fromfile(f"{folder}/answers.bin", dtype=np.int32)
        said = subprocess.run([kernel, "time", *case], check=True, capture_output=True, text=True).stdout
        print(said.strip())
        rates = [float(v) for v in re.findall(r"([\d.]+) million points", said)]
        ours = rates[-1]
        if given.verdicts:
            said = subprocess.run([kernel, "verdicts", str(min(points, 4_000_000)), "0"], check=True, capture_output=True, text=True)
            print(said.stdout.strip())
            with_verdicts = float(re.findall(r"([\d.]+) million points", said.stdout)[-1])
        for name, part in share.items():
            count = points // part
            queue = multiprocessing.Queue()
            process = multiprocessing.Process(target=child, args=(queue, name, folder, count))
            process.start()
            result = queue.get()
            process.join()
            if isinstance(result, str):
                print(f"{name:16} {result}")
                continue
            seconds, pairs = result
            rate = count / seconds / 1e6
            same = "same pairs" if pairs == covered[:count].sum() else f"{pairs} pairs, ours {covered[:count].sum()}"
            more = f", with verdicts {with_verdicts / rate:.1f}x" if given.verdicts else ""
            print(f"{name:16} {rate:8.3f} million points a second, {same}; ours {ours / rate:.0f}x{more}")
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; two tasks against each peer's own threads")


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    sys.exit(main())
