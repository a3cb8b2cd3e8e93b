"""Each question asked of the service and of the command, in each format and language both have: the same bytes."""

import pathlib
import subprocess
import tempfile

import requests

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "Examples"
PARCEL, CANDIDATES, SITES = EXAMPLES / "parcel.geojson", EXAMPLES / "candidates.geojson", EXAMPLES / "sites.csv"
TABLE = EXAMPLES / "candidates.csv"
GEOJSON, CSV = "application/geo+json", "text/csv; charset=utf-8"
SPOT = "106.33,29.52"

# What the service is asked, by its formats; then the command's words. A body goes by its type.
QUESTIONS = [
    ("/locate", {"position": SPOT}, None, "json text geojson csv", ["locate", SPOT]),
    ("/locate", {"position": "106.3334,29.5171", "frame": "gcj02", "accuracy": "120", "confidence": "0.8"}, None,
     "json text geojson csv", ["locate", "106.3334,29.5171", "--frame", "gcj02", "--accuracy", "120", "--confidence", "0.8"]),
    ("/locate", {"place": "科学会堂", "layout": "jinfeng-five-zones"}, None, "json text geojson csv",
     ["locate", "--place", "科学会堂", "--layout", "jinfeng-five-zones"]),
    ("/locate", {}, (SITES, CSV), "json ndjson csv geojson text", ["locate", "--input", SITES]),
    ("/locate", {"frame": "cgcs2000"}, (SITES, CSV), "csv ndjson", ["locate", "--input", SITES, "--frame", "cgcs2000"]),
    ("/assess", {"position": SPOT, "activity": "集成电路设计"}, None, "json text geojson html",
     ["assess", SPOT, "--activity", "集成电路设计"]),
    ("/assess", {"place": "科学会堂"}, None, "json text geojson html", ["assess", "--place", "科学会堂"]),
    ("/assess", {}, (PARCEL, GEOJSON), "json text geojson html", ["assess", PARCEL]),
    # As text each is told by the name of its file, which a body has not.
    ("/assess", {}, (CANDIDATES, GEOJSON), "json geojson", ["assess", CANDIDATES]),
    ("/find", {"in": "shengmingdao", "near": "kexue-dadao<=1km"}, (CANDIDATES, GEOJSON), "json text csv geojson html",
     ["find", "--input", CANDIDATES, "--in", "shengmingdao", "--near", "kexue-dadao<=1km"]),
    ("/find", {"in": "chengyu-zonghexing-kexue-zhongxin", "min-area": "1ha"}, (TABLE, CSV), "json text csv geojson html",
     ["find", "--input", TABLE, "--in", "chengyu-zonghexing-kexue-zhongxin", "--min-area", "1ha"]),
    ("/fit", {"activity": "集成电路设计"}, None, "json text csv", ["fit", "集成电路设计"]),
    ("/fit", {"activity": "IVD", "stage": "manufacture"}, None, "json text csv", ["fit", "IVD", "--stage", "manufacture"]),
    ("/zones/shengmingdao", {}, None, "json text geojson", ["zone", "shengmingdao"]),
    ("/zones/shengmingdao/neighbors", {"within": "2km"}, None, "json text csv", ["neighbors", "shengmingdao", "--within", "2km"]),
    ("/adjacency", {"layout": "jinfeng-five-zones"}, None, "json text csv dot", ["adjacency", "jinfeng-five-zones"]),
    ("/adjacency", {"layout": "jinfeng-five-zones", "across": "north-middle-south"}, None, "json text csv",
     ["adjacency", "jinfeng-five-zones", "--across", "north-middle-south"]),
]
PICTURES = {"layout": "jinfeng-five-zones", "size": "a4", "position": SPOT}


def answered(url, path, terms, body):
    if body is None:
        answer = requests.get(url + path, params=terms, timeout=120)
    else:
        file, kind = body
        answer = requests.post(url + path, params=terms, data=file.read_bytes(), headers={"Content-Type": kind}, timeout=120)
    assert answer.status_code == 200, f"{answer.url}: {answer.status_code} {answer.text[:300]}"
    return answer.content


def said(command, *words, output=None):
    words = [command, *map(str, words), "--geodata", ROOT / "GeoData", *(["--output", output, "--force"] if output else [])]
    run = subprocess.run(words, capture_output=True, timeout=120)
    # 65: a row among others is wrong, and answered in place.
    assert run.returncode in (0, 65), f"{words}: {run.returncode} {run.stderr[:300]}"
    return output.read_bytes() if output else run.stdout


def compare(url, command):
    """How many answers were compared; raises where one differs."""
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        for path, terms, body, formats, words in QUESTIONS:
            for form in formats.split():
                for language in ("zh", "en"):
                    name = f"{path} {terms} {form} {language}"
                    got = answered(url, path, {**terms, "f": form, "lang": language}, body)
                    output = pathlib.Path(folder, "answer.html") if form == "html" else None
                    wanted = said(command, *words, "--format", form, "--lang", language, output=output)
                    assert got == wanted, f"{name}: {first_difference(got, wanted)}"
                    count += 1
        # A PNG has fewer dots here than the command's, unless it is asked for them.
        for form, dots in {"png": "150", "svg": None, "pdf": None}.items():
            output = pathlib.Path(folder, f"map.{form}")
            got = answered(url, f"/map.{form}", {**PICTURES, "lang": "zh", **({"dpi": dots} if dots else {})}, None)
            wanted = said(command, "map", PICTURES["layout"], "--size", PICTURES["size"], "--site", SPOT, "--lang", "zh",
                          *(["--dpi", dots] if dots else []), output=output)
            assert got == wanted, f"map.{form}: {len(got)} and {len(wanted)} bytes"
            count += 1
    return count


def first_difference(one, other):
    place = next((n for n, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    return f"at byte {place} of {len(one)}, {len(other)}: {one[max(0, place - 60):place + 60]!r} and {other[max(0, place - 60):place + 60]!r}"
