"""The bulk kernel against shapely, geopandas, DuckDB, SedonaDB and PostGIS: the same zones and points, one run, ratios.

    Benchmarks/run-bulk [kernel] [verdicts] [zones] [vertices] [points]    all of them where none is named

Needs shapely 2.2.0, geopandas 1.2.0, duckdb 1.5.5 with duckdb-extension-spatial 1.5.5, sedonadb 0.5.0 with
geoarrow-pyarrow, Debian's postgresql-15-postgis-3, and `swift build -c release` in Benchmarks. Every program runs by
itself, one after the other, some times where it is quick, and its best counts; each is given the points as doubles
in memory (PostGIS: as a table of points) and must count all pairs of a point and a zone that covers it. A peer too slow
for all points is given the first of them; millions of points a second are compared. Both cores are everyone's to use.
"""

import argparse
import datetime
import importlib.metadata
import io
import multiprocessing
import os
import platform
import re
import resource
import struct
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


def timed(run):
    start = time.perf_counter()
    result = run()
    return time.perf_counter() - start, result


def best(run, rounds, build=0.0):
    """Seconds of the best round, what it counted, seconds that making ready took."""
    times = []
    for _ in range(rounds):
        seconds, pairs = timed(run)
        times.append(seconds)
    return min(times), pairs, build


def shapely_tree(folder, count):
    import shapely

    zones = np.array(read_zones(folder))
    x, y = read_points(folder, count)

    def ready():
        shapely.prepare(zones)
        tree = shapely.STRtree(zones)
        tree.query(zones[0])
        return tree

    build, tree = timed(ready)

    def run():
        return tree.query(shapely.points(x, y), predicate="covered_by").shape[1]

    return best(run, 1, build)


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

    build, zones = timed(lambda: geopandas.GeoDataFrame(geometry=read_zones(folder), crs=4326))
    x, y = read_points(folder, count)

    def run():
        points = geopandas.GeoDataFrame(geometry=shapely.points(x, y), crs=4326)
        return len(geopandas.sjoin(points, zones, predicate="covered_by"))

    return best(run, 1, build)


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
    build, _ = timed(lambda: db.execute("create table zone as select id, ST_GeomFromWKB(wkb) as geom from z"))
    db.execute("create table point as select x, y from p")
    sql = "select count(*) from point join zone on ST_Intersects(zone.geom, ST_Point(point.x, point.y))"
    return best(lambda: db.execute(sql).fetchone()[0], 2, build)


def sedona_join(folder, count):
    import geopandas
    import pandas
    import sedonadb

    db = sedonadb.connect()
    zones = geopandas.GeoDataFrame({"id": np.arange(len(z := read_zones(folder)))}, geometry=z, crs=None)
    x, y = read_points(folder, count)
    build, _ = timed(lambda: db.create_data_frame(zones).to_memtable().to_view("zone"))
    db.create_data_frame(pandas.DataFrame({"x": x, "y": y})).to_view("xy")
    db.sql("select ST_Point(x, y) as geom from xy").to_memtable().to_view("point")
    sql = "select count(*) as n from point join zone on ST_Intersects(zone.geometry, point.geom)"
    return best(lambda: int(db.sql(sql).to_pandas()["n"][0]), 3, build)


def postgis_join(folder, count):
    import shapely
    from postgis import ThrowawayPostGIS

    zones = read_zones(folder)
    x, y = read_points(folder, count)
    # COPY's binary form: a header, for each row its two doubles with their lengths, an end.
    rows = np.zeros(count, dtype=[("n", ">i2"), ("a", ">i4"), ("x", ">f8"), ("b", ">i4"), ("y", ">f8")])
    rows["n"], rows["a"], rows["b"], rows["x"], rows["y"] = 2, 8, 8, x, y
    points = b"PGCOPY\n\xff\r\n\0" + bytes(8) + rows.tobytes() + struct.pack(">h", -1)
    with ThrowawayPostGIS() as db:
        db.sql("create table wkb (id int, text text)")
        text = io.StringIO()
        for number, zone in enumerate(zones):
            text.write(f"{number}\t{shapely.to_wkb(zone, hex=True)}\n")
        db.sql("copy wkb from stdin", text.getvalue().encode())
        db.sql("create table xy (x float8, y float8)")
        db.sql("copy xy from stdin (format binary)", points)
        db.sql("create table point as select ST_Point(x, y) as geom from xy; analyze point")
        build, _ = timed(lambda: db.sql(
            "create table zone as select id, text::geometry as geom from wkb;"
            "create index on zone using gist (geom); analyze zone"))
        sql = "select count(*) from point join zone on ST_Intersects(zone.geom, point.geom)"
        return best(lambda: int(db.sql(sql)), 1, build)


def child(queue, name, folder, count):
    try:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        seconds, pairs, build = globals()[name](folder, count)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        queue.put((seconds, pairs, build, (peak - before) / 1024))
    except Exception as error:  # a peer that is missing or fails is named, the others go on
        queue.put(f"{type(error).__name__}: {error}")


def peer(name, folder, count):
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=child, args=(queue, name, folder, count))
    process.start()
    result = queue.get()
    process.join()
    return result


def ours(*arguments):
    """What our own program says; its standard output is shown as it is."""
    said = subprocess.run([kernel, *map(str, arguments)], check=True, capture_output=True, text=True).stdout
    print("    " + said.strip().replace("\n", "\n    "), flush=True)
    return said


def rates(said):
    return [float(value) for value in re.findall(r"([\d.]+) million points", said)]


NAMES = {
    "shapely_tree": "shapely `STRtree`", "geopandas_join": "geopandas `sjoin`", "duckdb_join": "DuckDB spatial",
    "sedona_join": "SedonaDB", "postgis_join": "PostGIS", "shapely_verdicts": "shapely, zones and distances and Φ",
}
#: Each peer is given one part in so many of the points.
PARTS = {"sedona_join": 1, "duckdb_join": 2, "postgis_join": 20, "geopandas_join": 5, "shapely_tree": 5}


def race(zones, vertices, points, rate, peers, note):
    """A table of the peers beside a rate of ours."""
    print(f"\n| {note} | million points a second | ours is | ready in | memory, points and answers included |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([kernel, "dump", str(zones), str(vertices), str(points), folder], check=True, stdout=subprocess.DEVNULL)
        covered = np.fromfile(f"{folder}/answers.bin", dtype=np.int32)
        for name, part in peers.items():
            count = points // part
            result = peer(name, folder, count)
            if isinstance(result, str):
                print(f"| {NAMES[name]} | {result} | | | |", flush=True)
                continue
            seconds, pairs, build, memory = result
            speed = count / seconds / 1e6
            same = "" if pairs == covered[:count].sum() else f" ({pairs} pairs, ours {covered[:count].sum()})"
            # PostGIS holds them in processes of its own, under the limits it is given.
            memory = "" if name == "postgis_join" else f"{memory:.0f} MB"
            print(f"| {NAMES[name]} | {speed:.3f}{same} | {rate / speed:.1f} times as fast | {build:.2f} s | {memory} |", flush=True)
    print()


def section_kernel():
    print("\n## 310-zone tiling, 10⁷ uniform points\n", flush=True)
    said = ours("time", 310, 100, 10_000_000)
    race(310, 100, 10_000_000, rates(said)[-1], PARTS, "which zones cover each point; ours on two cores")


def section_verdicts():
    print("\n## Shipped layouts, verdict, probability and distance of the deepest zone of each\n", flush=True)
    said = ours("verdicts", 4_000_000, 0, 0)
    rate = rates(said)[1]
    peers = {"sedona_join": 1, "shapely_verdicts": 20}
    race("shipped", 0, 4_000_000, rate, peers, "ours with verdicts on two cores, against SedonaDB's plain join and shapely's like")


def section_zones():
    print("\n## Zones, of 97 vertices, 10⁷ points\n", flush=True)
    for zones in (10, 100, 1000, 10_000, 100_000):
        ours("time", zones, 97, 10_000_000)


def section_vertices():
    print("\n## Vertices of each of 100 zones, 10⁷ points\n", flush=True)
    for vertices in (100, 1000, 10_000, 100_000):
        ours("time", 100, vertices, 10_000_000)


def section_points():
    print("\n## Points, 310 zones\n", flush=True)
    for points in (10_000, 100_000, 1_000_000, 10_000_000, 100_000_000):
        ours("time", 310, 100, points)


SECTIONS = {name[8:]: body for name, body in list(globals().items()) if name.startswith("section_")}


def machine():
    with open("/proc/cpuinfo") as file:
        model = re.search(r"model name\s*: (.*)", file.read())
    packages = ["shapely", "geopandas", "duckdb", "duckdb-extension-spatial", "sedonadb"]
    versions = []
    for name in packages:
        try:
            versions.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            versions.append(f"no {name}")
    postgis = subprocess.run(
        ["dpkg-query", "-W", "-f=${Version}", "postgresql-15-postgis-3"], capture_output=True, text=True).stdout
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    swift = re.search(r"Swift version (\S+)", swift)
    geos = subprocess.run(["geos-config", "--version"], capture_output=True, text=True).stdout.strip()
    return (
        f"{datetime.date.today()}, {os.cpu_count()} cores of {model.group(1) if model else platform.processor()}, "
        f"Linux {platform.release()}, load {os.getloadavg()[0]:.1f}; Swift {swift.group(1) if swift else '?'}, GEOS {geos}, "
        f"Python {platform.python_version()}, {', '.join(versions)}, PostGIS {postgis or 'missing'}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("sections", nargs="*", choices=[[], *SECTIONS], metavar="section", help=", ".join(SECTIONS))
    given = arguments.parse_args()
    print(machine(), flush=True)
    for section in given.sections or SECTIONS:
        SECTIONS[section]()


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    sys.exit(main())
