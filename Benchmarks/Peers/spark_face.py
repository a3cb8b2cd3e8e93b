"""Spark beside the command on the same sites: rows a second, memory, and an executor lost in the midst.

    Benchmarks/run-spark [ROWS] [command] [files] [rows] [lost]    all of them where none is named

ROWS (10⁷) seeded sites as one CSV and one Parquet file. The command answers the CSV on two threads into a CSV. Spark, a local
cluster of two executors of one core each, answers the Parquet file: from file to file (`locate_parquet`), and row by row (`locate`) to nowhere and into Parquet; of
two runs the better counts, for the command too. Then file to file again with one executor killed in the midst (SIGKILL): every id must be there once, and the same
answers.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy as np
import pyarrow as arrow
from pyarrow import csv, parquet

import jinfeng
from jinfeng.spark import locate, locate_parquet

ROOT = Path(__file__).parents[2]
COMMAND = os.environ.get("JINFENG_COMMAND") or str(ROOT / ".build/release/jinfeng")
GEODATA = str(ROOT / "GeoData")


def processes():
    """Our descendants: pid → (command line, resident MB)."""
    parents, found = {}, {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                parents[int(entry)] = int(Path(f"/proc/{entry}/stat").read_text().rsplit(")", 1)[1].split()[1])
                found[int(entry)] = (
                    Path(f"/proc/{entry}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"),
                    int(Path(f"/proc/{entry}/statm").read_text().split()[1]) * 4096 / 1e6,
                )
            except (OSError, IndexError, ValueError):
                pass

    def is_ours(pid):
        while pid > 1:
            if pid == os.getpid():
                return True
            pid = parents.get(pid, 0)
        return False

    return {pid: value for pid, value in found.items() if pid != os.getpid() and is_ours(pid)}


class Memory(threading.Thread):
    """The largest Python worker and executor, in the halves of a run: flat where both are alike."""

    def __init__(self):
        super().__init__(daemon=True)
        self.seen, self.is_over = [], False

    def run(self):
        while not self.is_over:
            running = processes().values()
            workers = [mb for line, mb in running if "pyspark" in line and "python" in line and "java" not in line]
            executors = [mb for line, mb in running if "CoarseGrainedExecutorBackend" in line]
            self.seen.append((max(workers, default=0), max(executors, default=0)))
            time.sleep(0.5)

    def told(self):
        self.is_over = True
        half = len(self.seen) // 2
        parts = [part for part in (self.seen[:half], self.seen[half:]) if part]
        return "; ".join(f"worker {max(w for w, _ in part):.0f} MB, executor {max(e for _, e in part):.0f} MB" for part in parts)


def best(work):
    """Seconds of the better of two runs."""

    def timed():
        start = time.monotonic()
        work()
        return time.monotonic() - start

    return min(timed() for _ in range(2))


def main():
    rows = int(float(sys.argv[1])) if len(sys.argv) > 1 else 10_000_000
    parts = sys.argv[2:] or ["command", "files", "rows", "lost"]
    folder = Path(tempfile.mkdtemp(dir=os.environ.get("JINFENG_BENCH_FOLDER", "/dev/shm"), prefix="spark-"))
    try:
        return run(rows, parts, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(rows, parts, folder):
    random = np.random.default_rng(17)
    table = arrow.table({
        "id": np.arange(rows), "lon": random.uniform(106.2, 106.6, rows).round(7), "lat": random.uniform(29.3, 29.8, rows).round(7)})  # fmt: skip
    parquet.write_table(table, folder / "sites.parquet", row_group_size=max(1, rows // 16))
    if "command" in parts:
        csv.write_csv(table, folder / "sites.csv")
        for flags in ([], ["--zones-only"]):

            def ask(flags=flags):
                subprocess.run(
                    [COMMAND, "locate", "--input", folder / "sites.csv", "--output", folder / "out.csv", "--threads", "2",
                     "--geodata", GEODATA, *flags], check=True, stderr=subprocess.DEVNULL)  # fmt: skip

            print(f"command, two threads {' '.join(flags):12} {rows / best(ask) / 1e6:6.2f} million rows a second", flush=True)
        for name in ("sites.csv", "out.csv"):
            os.unlink(folder / name)

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql import SparkSession, functions

    session = (
        SparkSession.builder.master("local-cluster[2,1,2048]").config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
        .config("spark.local.dir", str(folder)).config("spark.executorEnv.PYTHONPATH", os.environ.get("PYTHONPATH", ""))
        .config("spark.executorEnv.JINFENG_LIBRARY", os.environ.get("JINFENG_LIBRARY", ""))
        .config("spark.sql.files.maxPartitionBytes", str(max(1 << 20, (folder / "sites.parquet").stat().st_size // 16)))
        .getOrCreate()
    )  # fmt: skip
    session.sparkContext.setLogLevel("OFF")
    source = str(folder / "sites.parquet")
    sites = session.read.parquet(source)
    located = str(folder / "located")
    catalogue = jinfeng.Catalogue(GEODATA)
    answered = {zones_only: locate(sites, catalogue=catalogue, zones_only=zones_only) for zones_only in (False, True)}
    ways = {
        "files": lambda only: locate_parquet(session, source, located, catalogue=catalogue, zones_only=only, overwrite=True),
        "rows, to nowhere": lambda only: answered[only].write.format("noop").mode("overwrite").save(),
        "rows, to Parquet": lambda only: answered[only].write.mode("overwrite").parquet(located),
    }
    for zones_only in (False, True):
        for name, way in ways.items():
            if name.split(",")[0] not in parts:
                continue
            memory = Memory()
            memory.start()
            speed = rows / best(lambda way=way, zones_only=zones_only: way(zones_only)) / 1e6
            words = "zones only" if zones_only else "with verdicts"
            print(f"Spark, two executors, {words}, {name:16} {speed:6.2f} million rows a second; {memory.told()}", flush=True)
    if "lost" not in parts:
        session.stop()
        return 0

    # An executor lost in the midst.
    whole = catalogue.locate(table["lon"], table["lat"], zones_only=True)
    wanted = int((whole["jinfeng-five-zones"].zone_numbers >= 0).sum())
    seconds = best(lambda: ways["files"](True))
    killed = []

    def kill():
        time.sleep(0.4 * seconds)
        for pid, (line, _) in processes().items():
            if "CoarseGrainedExecutorBackend" in line and "java" in line:
                os.kill(pid, signal.SIGKILL)
                killed.append(pid)
                return

    killer = threading.Thread(target=kill)
    killer.start()
    ways["files"](True)
    is_midway = bool(killed)
    killer.join()
    result = session.read.parquet(located).agg(
        functions.count("*"), functions.count_distinct("id"), functions.sum("id"), functions.count("jinfeng-five-zones:zone")).first()
    session.stop()
    expected = (rows, rows, rows * (rows - 1) // 2, wanted)
    print(
        f"one executor killed {'in the midst' if is_midway else 'TOO LATE'}: rows, ids, their sum, located {tuple(result)}, "
        f"expected {expected}", flush=True)  # fmt: skip
    return int(tuple(result) != expected or not is_midway)


if __name__ == "__main__":
    sys.exit(main())
