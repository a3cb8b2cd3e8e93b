"""Spark beside the command on the same sites: rows a second, memory, and an executor lost in the midst.

    Benchmarks/run-spark [ROWS] [command] [files] [rows] [lost]    all of them where none is named

ROWS (10⁷) seeded sites as one CSV and one Parquet file. The command answers the CSV on two threads into a CSV. Spark, a local
cluster of two executors of one core each, answers the Parquet file: from file to file (`locate_parquet`), and row by row (`locate`) to nowhere and into
Parquet. They take turns, JINFENG_BENCH_ROUNDS (3) times; the best round of each counts, and its processor time is told beside it, in which other
work on the machine shows least. Then file to file again with one executor killed in the midst (SIGKILL): every id must be there once, and the same
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
    """Our descendants: pid → (command line, resident MB, seconds of processor time)."""
    parents, found = {}, {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                fields = Path(f"/proc/{entry}/stat").read_text().rsplit(")", 1)[1].split()
                parents[int(entry)] = int(fields[1])
                found[int(entry)] = (
                    Path(f"/proc/{entry}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"),
                    int(Path(f"/proc/{entry}/statm").read_text().split()[1]) * 4096 / 1e6,
                    (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"),
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
    """The largest Python worker and executor, in the fifths of a run: flat where all are alike."""

    def __init__(self):
        super().__init__(daemon=True)
        self.seen, self.is_over = [], False

    def run(self):
        while not self.is_over:
            running = processes().values()
            workers = [mb for line, mb, _ in running if "pyspark" in line and "python" in line and "java" not in line]
            executors = [mb for line, mb, _ in running if "CoarseGrainedExecutorBackend" in line]
            self.seen.append((max(workers, default=0), max(executors, default=0)))
            time.sleep(0.5)

    def told(self):
        """The largest of each fifth of the run."""
        self.is_over = True
        ends = [len(self.seen) * part // 5 for part in range(6)]
        parts = [self.seen[first:end] for first, end in zip(ends, ends[1:]) if first < end]
        return "; ".join(f"{name} {', '.join(f'{max(one[place] for one in part):.0f}' for part in parts)} MB" for place, name in enumerate(("worker", "executor")))


def processor():
    """Seconds of processor time of ours so far."""
    own = os.times()
    return own.user + own.system + own.children_user + own.children_system + sum(seconds for *_, seconds in processes().values())


class Turns:
    """Ways that take turns at the same rows; of each the best round counts."""

    def __init__(self, rows, rounds, ways):
        self.rows, self.rounds, self.ways = rows, rounds, ways

    def run(self):
        taken = {name: [] for name in self.ways}
        memory = {}
        for _ in range(self.rounds):
            for name, way in self.ways.items():
                memory[name] = Memory()
                memory[name].start()
                before, start = processor(), time.monotonic()
                way()
                taken[name].append((time.monotonic() - start, processor() - before))
                memory[name].is_over = True
        for name, rounds in taken.items():
            seconds, used = min(rounds)
            others = ", ".join(f"{self.rows / s / 1e6:.2f}" for s, _ in rounds)
            print(
                f"{name:38} {self.rows / seconds / 1e6:6.2f} million rows a second (of {others}); {used / self.rows * 1e9:.0f} ns of processor time a row"
                + (f"; {memory[name].told()}" if "Spark" in name else ""), flush=True)  # fmt: skip


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

    def ask(*flags):
        subprocess.run(
            [COMMAND, "locate", "--input", folder / "sites.csv", "--output", folder / "out.csv", "--threads", "2", "--geodata", GEODATA, *flags],
            check=True, stderr=subprocess.DEVNULL)  # fmt: skip
        os.unlink(folder / "out.csv")

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
    answered = {zones_only: locate(sites, catalogue=catalogue, frame="wgs84", zones_only=zones_only) for zones_only in (False, True)}

    def to_files(only):
        locate_parquet(session, source, located, catalogue=catalogue, frame="wgs84", zones_only=only, overwrite=True)

    ways = {
        "command": lambda only: ask(*["--zones-only"] * only),
        "files": to_files,
        "rows, to nowhere": lambda only: answered[only].write.format("noop").mode("overwrite").save(),
        "rows, to Parquet": lambda only: answered[only].write.mode("overwrite").parquet(located),
    }
    rounds = int(os.environ.get("JINFENG_BENCH_ROUNDS", "3"))
    for zones_only in (False, True):
        words = "zones only" if zones_only else "with verdicts"
        chosen = {
            f"{'command, two threads' if name == 'command' else 'Spark'}, {words}{'' if name == 'command' else ', ' + name}":
            lambda way=way, zones_only=zones_only: way(zones_only)
            for name, way in ways.items() if name.split(",")[0] in parts
        }  # fmt: skip
        Turns(rows, rounds, chosen).run()
    if "lost" not in parts:
        session.stop()
        return 0

    # An executor lost in the midst.
    whole = catalogue.locate(table["lon"], table["lat"], frame="wgs84", zones_only=True)
    wanted = int((whole["jinfeng-five-zones"].zone_numbers >= 0).sum())
    start = time.monotonic()
    to_files(True)
    seconds = time.monotonic() - start
    killed = []

    def kill():
        time.sleep(0.4 * seconds)
        for pid, (line, *_) in processes().items():
            if "CoarseGrainedExecutorBackend" in line and "java" in line:
                os.kill(pid, signal.SIGKILL)
                killed.append(pid)
                return

    killer = threading.Thread(target=kill)
    killer.start()
    to_files(True)
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
