"""One answer at every door: the same sites through each, and what each answered compared.

    python Tests/Clients/doors.py [--sites 100000] [--doors command_csv,python,…]

Every door answers the same seeded sites: uniform over the land, thick on the drawn boundaries, and some that are no
position. Of each site and layout the zone and the word of the verdict must be the same at every door, told by one hash;
probabilities may differ by what tables may be off (DESIGN section 4), which is 1e-4 here.

Doors, each left out with a word where what it needs is missing:
  library       the C face from a C program (make c, cc)         JINFENG_LIBRARY
  command       one JSON answer a line, each site by itself      JINFENG_COMMAND
  command_csv   a table, from tables of answers                  JINFENG_COMMAND
  python        jinfeng.Catalogue().locate
  spark         jinfeng.spark.locate in local mode               pyspark, Java
  spark_files   jinfeng.spark.locate_parquet, likewise           the same
  http_stream   POST /locate of NDJSON                           JINFENG_COMMAND with `serve`
  http_single   GET /locate, a request for each site             JINFENG_COMMAND with `serve`

A further door is a function below that yields an answer for each site, under its name in DOORS.
"""

import argparse
import concurrent.futures
import contextlib
import csv
import hashlib
import http.client
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import warnings

import numpy as np

import jinfeng

ROOT = pathlib.Path(__file__).parents[2]
NO_POSITION = "no_position"


class Missing(Exception):
    """What a door needs is not there."""


def sites(count, catalogue):
    """A third on the drawn boundaries and within an ulp or some hundred metres of them, a few that are none."""
    random = np.random.default_rng(20261121)
    lon, lat = random.uniform(106.15, 106.65, count), random.uniform(29.25, 29.9, count)
    rings = []
    for path in sorted(pathlib.Path(catalogue.path).glob("*/*/zones.geojson")):
        for feature in json.loads(path.read_text())["features"]:
            geometry = feature["geometry"] or {"type": "", "coordinates": []}
            parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
            if "Polygon" in geometry["type"]:
                rings += [np.array(ring)[:, :2] for part in parts for ring in part]
    for row in range(0, count, 3):
        ring = rings[random.integers(len(rings))]
        at = random.integers(len(ring) - 1)
        point = ring[at] + (ring[at + 1] - ring[at]) * random.choice([0, 0.5, random.random()])
        kind = random.integers(3)
        if kind == 1:
            point = np.nextafter(point, point + random.choice([-1, 1], 2))
        if kind == 2:
            point = point + random.normal(0, 0.003, 2)
        lon[row], lat[row] = point
    for row in range(50, count, 997):
        lon[row], lat[row] = lat[row], lon[row]
    for row in range(70, count, 4999):
        lat[row] = 95.5
    lon[7::9973], lat[7::9973] = -70.5, -33.25
    return lon, lat


# ---- Answers in one form: for each layout (zone or "", verdict's word, probability or NaN), or NO_POSITION ----------


def of_json(answer):
    if "error" in answer:
        return NO_POSITION
    return [of_layout(layout) for layout in answer["layouts"]]


def of_layout(layout):
    codes = {note["code"] for note in layout["notes"]}
    if layout["coverage"] != "covered":
        word = "coverage_uncertain" if "near_coverage_edge" in codes else None
        return ("", word or ("not_stated" if "applicability_not_stated" in codes else "not_covered"), float("nan"))
    for zone in layout["zones"]:
        if zone["zone"] == layout["zone"]:
            return (zone["zone"], zone["verdict"], zone["probability"])
    if layout["zones"]:
        return ("", "uncertain", float("nan"))
    return ("", "unassigned" if "unassigned" in codes else "outside", float("nan"))


def of_table(rows, layouts):
    """Rows as mappings from the command's headers."""
    for row in rows:
        if row.get("error"):
            yield NO_POSITION
            continue
        answer = []
        for layout in layouts:
            p = row[f"{layout}:probability"]
            answer.append((row[f"{layout}:zone"] or "", row[f"{layout}:verdict"], float("nan") if p in (None, "") else float(p)))
        yield answer


def of_columns(answers):
    layouts = [answers[layout] for layout in answers]
    columns = [(one.zones, one.verdicts, one.probabilities) for one in layouts]
    for row, is_position in enumerate(answers.is_position):
        yield [(z[row] or "", v[row], p[row]) for z, v, p in columns] if is_position else NO_POSITION


# ---- Doors --------------------------------------------------------------------------------------------------------


def python(lon, lat, catalogue, folder):
    yield from of_columns(catalogue.locate(lon, lat, frame="wgs84"))


def library(lon, lat, catalogue, folder):
    path = pathlib.Path(os.environ.get("JINFENG_LIBRARY", ROOT / ".build/c/libjinfeng.so"))
    compiler = shutil.which("cc") or shutil.which("clang")
    if not path.exists() or not compiler:
        raise Missing("make c, and a C compiler")
    program = folder / "locate"
    subprocess.run(
        [compiler, "-O1", f"-I{ROOT}/Sources/JinfengC/include", ROOT / "Examples/c/locate.c", path,
         f"-Wl,-rpath,{path.parent}", "-o", program], check=True)  # fmt: skip
    pairs = "".join(f"{x!r} {y!r}\n" for x, y in zip(lon.tolist(), lat.tolist()))
    done = subprocess.run([program, catalogue.path], input=pairs, capture_output=True, text=True, check=True)
    legend, *lines = done.stdout.splitlines()
    legend = json.loads(legend)
    ids = [[zone["zone"] for zone in layout["zones"]] for layout in legend["layouts"]]
    for line in lines:
        answer = []
        for zones, cell in zip(ids, line.split("\t")):
            zone, verdict, probability = cell.split()
            if zone == "-3":
                answer = NO_POSITION
                break
            answer.append((zones[int(zone)] if int(zone) >= 0 else "", legend["verdicts"][int(verdict)], float(probability)))
        yield answer


def command(lon, lat, catalogue, folder):
    with lines_of([jinfeng_command(), "locate", "--input", "-", "--format", "ndjson", "--geodata", catalogue.path], ndjson(lon, lat)) as lines:
        for line in lines:
            yield of_json(json.loads(line))


def command_csv(lon, lat, catalogue, folder):
    path = folder / "sites.csv"
    path.write_text("id,lon,lat\n" + "".join(f"{i},{x!r},{y!r}\n" for i, (x, y) in enumerate(zip(lon.tolist(), lat.tolist()))))
    arguments = [jinfeng_command(), "locate", "--input", path, "--format", "csv", "--lang", "en", "--geodata", catalogue.path]
    with lines_of(arguments) as lines:
        yield from of_table(csv.DictReader(io.TextIOWrapper(lines, newline="")), catalogue_layouts(catalogue))


def spark(lon, lat, catalogue, folder):
    from jinfeng.spark import locate

    with cluster() as session:
        frame = session.createDataFrame(pandas_table(lon, lat)).repartition(5)
        table = locate(frame, frame="wgs84", catalogue=catalogue).toArrow().sort_by("id")
        yield from of_table(table.to_pylist(), catalogue_layouts(catalogue))


def spark_files(lon, lat, catalogue, folder):
    from jinfeng.spark import locate_parquet

    with cluster() as session:
        import pyarrow.parquet

        source, target = f"{folder}/sites.parquet", f"{folder}/located"
        pandas_table(lon, lat).to_parquet(source, row_group_size=max(1, lon.size // 7))
        locate_parquet(session, source, target, frame="wgs84", catalogue=catalogue, rows_per_task=1)
        table = pyarrow.parquet.read_table(target).sort_by("id")
        yield from of_table(table.to_pylist(), catalogue_layouts(catalogue))


def pandas_table(lon, lat):
    import pandas

    return pandas.DataFrame({"id": np.arange(lon.size), "lon": lon, "lat": lat})


@contextlib.contextmanager
def cluster():
    try:
        import pandas  # noqa: F401
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise Missing("pyspark") from error
    if not shutil.which("java"):
        raise Missing("Java 17")
    # The workers are processes of their own, which would else take the first python3 of the PATH.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        session.sparkContext.setLogLevel("ERROR")
        yield session
    finally:
        session.stop()


def http_stream(lon, lat, catalogue, folder):
    with served(catalogue) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
        body = b"".join(ndjson(lon, lat))
        connection.putrequest("POST", "/locate")
        connection.putheader("Content-Type", "application/x-ndjson")
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders()
        # Answers come while lines are still sent: who does not read them is not read any further.
        threading.Thread(target=connection.sock.sendall, args=(body,), daemon=True).start()
        response = connection.getresponse()
        if response.status in (404, 405):
            raise Missing("a service that takes POST /locate")
        assert response.status == 200, response.read(500)
        for line in response:
            if line.strip():
                yield of_json(json.loads(line))


def http_single(lon, lat, catalogue, folder):
    """A request a site."""
    local = threading.local()

    def ask(row):
        if not hasattr(local, "connection"):
            local.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        position = urllib.parse.quote(f"{lon[row]!r},{lat[row]!r}".replace("np.float64(", "").replace(")", ""))
        local.connection.request("GET", f"/locate?position={position}")
        response = local.connection.getresponse()
        body = response.read()
        return NO_POSITION if response.status == 400 else of_json(json.loads(body))

    with served(catalogue) as port, concurrent.futures.ThreadPoolExecutor(4) as pool:
        yield from pool.map(ask, range(lon.size))


DOORS = {
    "python": python, "library": library, "command_csv": command_csv, "command": command, "spark": spark,
    "spark_files": spark_files, "http_stream": http_stream, "http_single": http_single,
}  # fmt: skip


# ---- What doors share ---------------------------------------------------------------------------------------------


def jinfeng_command():
    path = os.environ.get("JINFENG_COMMAND") or shutil.which("jinfeng") or str(ROOT / ".build/release/jinfeng")
    if not os.access(path, os.X_OK):
        raise Missing("the command jinfeng (make build, or JINFENG_COMMAND)")
    return path


def catalogue_layouts(catalogue):
    return [layout["layout"] for layout in catalogue.legend().layouts]


def ndjson(lon, lat):
    for row, (x, y) in enumerate(zip(lon.tolist(), lat.tolist())):
        yield json.dumps({"id": row, "lon": x, "lat": y}).encode() + b"\n"


class lines_of:
    """A program's output as it comes, its input fed by a thread."""

    def __init__(self, arguments, lines=()):
        self.program = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

        def feed():
            for line in lines:
                self.program.stdin.write(line)
            self.program.stdin.close()

        self.feeder = threading.Thread(target=feed)
        self.feeder.start()

    def __enter__(self):
        return self.program.stdout

    def __exit__(self, *_):
        self.feeder.join()
        # 65: some sites are none, as they were made to be.
        assert self.program.wait() in (0, 65), self.program.returncode


class served:
    """A service of our own on a free port, ended when it is not needed any more."""

    def __init__(self, catalogue):
        self.path = catalogue.path

    def __enter__(self):
        arguments = [jinfeng_command(), "serve", "--port", "0", "--geodata", self.path]
        self.program = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        said = ""
        for line in self.program.stdout:
            said += line
            if "127.0.0.1:" in line:
                port = int("".join(c for c in line.split("127.0.0.1:")[1] if c.isdigit() or c == " ").split()[0])
                # Whatever it says further must not fill the pipe.
                threading.Thread(target=self.program.stdout.read, daemon=True).start()
                return port
        raise Missing(f"a service that starts ({said.strip()[:200]})")

    def __exit__(self, *_):
        self.program.terminate()
        self.program.wait(30)


def main():
    arguments = argparse.ArgumentParser(description="Compares what every door answers.")
    arguments.add_argument("--sites", type=int, default=100_000)
    arguments.add_argument("--doors", default=",".join(DOORS))
    arguments.add_argument("--all", action="store_true", help="fail where a door's needs are missing")
    options = arguments.parse_args()
    catalogue = jinfeng.Catalogue(os.environ.get("JINFENG_GEODATA") or ROOT / "GeoData")
    lon, lat = sites(options.sites, catalogue)
    # Some are no position, as they were made to be.
    warnings.simplefilter("ignore", jinfeng.JinfengWarning)
    first, failures = None, 0
    for name in options.doors.split(","):
        start = time.monotonic()
        try:
            with tempfile.TemporaryDirectory() as folder:
                answers = list(DOORS[name](lon, lat, catalogue, pathlib.Path(folder)))
        except Missing as missing:
            print(f"{name:12} left out: needs {missing}", flush=True)
            failures += options.all
            continue
        seconds = time.monotonic() - start
        if len(answers) != lon.size:
            print(f"{name:12} {len(answers)} answers to {lon.size} sites", flush=True)
            failures += 1
            continue
        first = first or answers
        digest, differences, worst = hashlib.sha256(), 0, 0.0
        for row in range(lon.size):
            mine, theirs = plain(answers[row]), plain(first[row])
            digest.update(repr(mine).encode())
            if mine != theirs:
                differences += 1
                if differences <= 5:
                    print(f"  {name} {lon[row]!r},{lat[row]!r}: {answers[row]} and not {first[row]}")
            elif mine != NO_POSITION:
                for (_, _, p), (_, _, q) in zip(answers[row], first[row]):
                    if (p == p) != (q == q):
                        differences += 1
                    elif p == p:
                        worst = max(worst, abs(p - q))
        failures += bool(differences) or worst > 2e-4
        print(
            f"{name:12} {len(answers)} sites, hash {digest.hexdigest()[:16]}, {differences} differences, "
            f"probabilities within {worst:.1e}, {seconds:.1f} s",
            flush=True,
        )
    print("every door gives the same answers" if not failures else f"{failures} doors differ or failed")
    return int(failures > 0)


def plain(answer):
    return answer if answer == NO_POSITION else [(zone, verdict) for zone, verdict, _ in answer]


if __name__ == "__main__":
    sys.exit(main())
