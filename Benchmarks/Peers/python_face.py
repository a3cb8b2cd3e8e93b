"""Python beside the Swift kernel and geopandas: the same points and the same zones, one run.

    Benchmarks/run-python [POINTS]

Zones alone, of all layouts and the context, on POINTS (10⁷) uniform points in memory. Three programs alternate, and of each
the best round counts: `bulk-kernel time catalogue`, the kernel by itself in Swift; `Catalogue().locate(zones_only=True)` in
Python, as it is called most often (the memory of the answers before is used again), for the first time (fresh memory) and into an array of
one's own; `geopandas.sjoin(predicate="within")` of a tenth of the points.
All three must count the same pairs of a point and a zone that covers it (within leaves out points on a boundary, of
which uniform points have none).
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import geopandas
import numpy as np

import jinfeng
from jinfeng.room import _kept

ROOT = Path(__file__).parents[2]
KERNEL = ROOT / "Benchmarks/.build/release/bulk-kernel"


def timed(run):
    start = time.perf_counter()
    result = run()
    return time.perf_counter() - start, result


def zones(catalogue):
    """Every drawn area of a zone that holds sites, as geopandas reads it."""
    known = {(z["layout"], z["zone"]) for s in catalogue.legend().sets for z in s["zones"]}
    found = []
    for path in sorted(Path(catalogue.path).glob("*/*/zones.geojson")):
        for feature in json.loads(path.read_text())["features"]:
            if (feature["properties"]["layout"], feature["id"]) in known:
                found.append(feature)
    return geopandas.GeoDataFrame.from_features(found, crs=4326)


def main():
    count = int(float(sys.argv[1])) if len(sys.argv) > 1 else 10_000_000
    catalogue = jinfeng.Catalogue(ROOT / "GeoData")
    cores = len(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([KERNEL, "dump", "catalogue", "0", str(count), folder], check=True, stdout=subprocess.DEVNULL)
        raw = np.fromfile(f"{folder}/points.bin")
        covered = int(np.fromfile(f"{folder}/answers.bin", np.int32).sum())
    lon, lat = raw[:count], raw[count:]
    catalogue.locate(lon[:1], lat[:1], frame="wgs84", zones_only=True)
    out = np.empty(count, np.uint32)
    best = {}

    def note(name, million_a_second):
        best[name] = max(best.get(name, 0.0), million_a_second)

    for _ in range(6):
        said = subprocess.run([KERNEL, "time", "catalogue", "0", str(count)], check=True, capture_output=True, text=True).stdout
        for tasks, speed in re.findall(r"tasks (\d): ([\d.]+) million", said):
            note(f"kernel {tasks}", float(speed))
        for threads in {1, cores}:
            for _ in range(5):
                catalogue.locate(lon, lat, frame="wgs84", zones_only=True, threads=threads)
                note(f"python {threads}", count / 1e6 / timed(lambda: catalogue.locate(lon, lat, frame="wgs84", zones_only=True, threads=threads))[0])
                _kept.clear()
                note(f"python first {threads}", count / 1e6 / timed(lambda: catalogue.locate(lon, lat, frame="wgs84", zones_only=True, threads=threads))[0])
                seconds, answers = timed(lambda: catalogue.locate(lon, lat, frame="wgs84", zones_only=True, threads=threads, out=out))
                note(f"python out {threads}", count / 1e6 / seconds)
    sizes = np.array([len(s["zones"]) for s in answers.legend.sets])
    pairs = int(sizes[answers.zone_sets].sum())
    few = count // 10
    points = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(lon[:few], lat[:few]), crs=4326)
    areas = zones(catalogue)
    seconds, joined = timed(lambda: geopandas.sjoin(points, areas, predicate="within"))
    note("geopandas", few / 1e6 / seconds)
    for name, speed in best.items():
        print(f"{name:14} {speed:8.2f} million points a second")
    for threads in (1, 2):
        if f"python out {threads}" in best:
            print(
                f"Python is {best[f'python {threads}'] / best[f'kernel {threads}']:.0%} of the kernel on {threads} core(s), "
                f"{best[f'python first {threads}'] / best[f'kernel {threads}']:.0%} the first time, "
                f"{best[f'python out {threads}'] / best[f'kernel {threads}']:.0%} into an array of one's own"
            )
    print(f"Python is {best[f'python {cores}'] / best['geopandas']:.0f} times as fast as geopandas.sjoin")
    few_pairs = int(sizes[answers.zone_sets[:few]].sum())
    print(f"pairs: kernel {covered}, Python {pairs}; of the first {few}: geopandas {len(joined)}, Python {few_pairs}")
    return int(covered != pairs or len(joined) != few_pairs)


if __name__ == "__main__":
    sys.exit(main())
