#!/usr/bin/env python3
"""Clients that are not ours against the real service: GDAL, pyogrio, OWSLib, QGIS, schemathesis; and every class of
conformance the service declares, shown to be true.

    Tests/Clients/features [--all] [.build/release/jinfeng-serve]

Prints a line for each thing checked and ends with 1 if any failed. What is not installed is left out by name.
"""

import argparse
import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import pyogrio
import pyproj
import requests
import shapely
from openapi_spec_validator import validate
from owslib.ogcapi.features import Features

import deployed
import ogc_conformance
import same_bytes
from ogc_service import Service

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "Examples/http"
# QGIS comes from Debian and belongs to Debian's Python.
PYTHON, QGIS = "/usr/bin/python3", "QGIS: Tests/Clients/features --all, or apt-get install python3-qgis qgis-providers"
NO_SCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
FIVE = "jinfeng-five-zones"
BOX = (106.32, 29.51, 106.34, 29.53)
CHECKS, FAILED = [], []


class Missing(Exception):
    """A program is not installed."""


def check(function):
    """A check is a function whose name says what must hold; it returns what it saw."""
    CHECKS.append(function)
    return function


def drawn():
    """The zones of the layout as they stand in GeoData, read without any of our code."""
    catalogue = json.loads((ROOT / "GeoData/catalogue.json").read_text())
    layout = next(one for one in catalogue["layouts"] if one["id"] == FIVE)
    path = ROOT / "GeoData" / FIVE / layout["editions"][-1]["id"] / "zones.geojson"
    features = json.loads(path.read_text())["features"]
    return {one["id"]: one["geometry"] and shapely.from_geojson(json.dumps(one["geometry"])) for one in features}


ZONES = drawn()
IN_BOX = {key for key, shape in ZONES.items() if shape and shape.intersects(shapely.box(*BOX))}


def program(name, *arguments):
    if not shutil.which(name):
        raise Missing(f"{name}: apt-get install gdal-bin")
    run = subprocess.run([name, *map(str, arguments)], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0 and "ERROR" not in run.stderr, f"{name} ends with {run.returncode}: {run.stderr[:300]}"
    return run.stdout


def ids_of(text):
    return {line.split(" = ")[1] for line in text.splitlines() if line.strip().startswith("id (String) = ")}


# ---- GDAL ---------------------------------------------------------------------------------------------------------


@check
def gdal_lists_every_layout(url):
    text = program("ogrinfo", f"OAPIF:{url}")
    listed = requests.get(f"{url}/collections", timeout=30).json()["collections"]
    for one in listed:
        assert f": {one['id']} (title: {one['title']})" in text, one["id"]
    return f"{len(listed)} layers"


@check
def gdal_reads_all_features_over_pages_of_two(url):
    text = program("ogrinfo", "-al", "-oo", "PAGE_SIZE=2", f"OAPIF:{url}", FIVE)
    assert ids_of(text) == set(ZONES), ids_of(text) ^ set(ZONES)
    assert "name_zh (String) = 生命岛" in text and "GEOGCRS[\"WGS 84\"" in text
    return f"{len(ids_of(text))} features"


@check
def gdal_asks_for_a_box(url):
    text = program("ogrinfo", "-al", "-spat", *BOX, f"OAPIF:{url}", FIVE)
    assert ids_of(text) == IN_BOX, ids_of(text) ^ IN_BOX
    return ", ".join(sorted(IN_BOX))


@check
def gdal_filters_by_attribute(url):
    text = program("ogrinfo", "-al", "-where", "id = 'shengmingdao'", f"OAPIF:{url}", FIVE)
    assert ids_of(text) == {"shengmingdao"}, ids_of(text)


@check
def gdal_moves_features_into_every_frame_of_ours(url):
    if not shutil.which("ogr2ogr"):
        raise Missing("ogr2ogr: apt-get install gdal-bin")
    truth = ZONES["shengmingdao"]
    worst = 0
    for code in (4490, 4544, 4523, 4545, 4524, 3857, 32648):
        text = program("ogr2ogr", "-f", "GeoJSON", "-t_srs", f"EPSG:{code}", "-lco", "RFC7946=NO", "-lco", "COORDINATE_PRECISION=9",
                       "/vsistdout/", f"OAPIF:{url}", FIVE)
        shape = next(shapely.from_geojson(json.dumps(one["geometry"])) for one in json.loads(text)["features"]
                     if one["properties"]["id"] == "shengmingdao")
        # The same frame as the service itself answers in: x, y of the one are y, x of the other where northing comes first.
        answer = requests.get(f"{url}/collections/{FIVE}/items/shengmingdao", timeout=30,
                              params={"crs": f"http://www.opengis.net/def/crs/EPSG/0/{code}"})
        assert answer.headers["Content-Crs"] == f"<http://www.opengis.net/def/crs/EPSG/0/{code}>"
        ours = shapely.from_geojson(json.dumps(answer.json()["geometry"]))
        if pyproj.CRS(code).axis_info[0].direction in ("north",):
            ours = shapely.transform(ours, lambda xy: xy[:, ::-1])
        # One decimal of metres, five of degrees, is what a sketch is written with.
        apart = shapely.hausdorff_distance(shape, ours)
        limit = 1e-5 if code == 4490 else 0.1
        assert apart <= limit, f"EPSG:{code}: {apart}"
        worst = max(worst, apart if code != 4490 else 0)
    assert truth
    return f"7 frames, {worst:.2g} m apart at most"


@check
def pyogrio_reads_layers_with_their_frame(url):
    meta, _, shapes, columns = pyogrio.raw.read(f"OAPIF:{url}", layer=FIVE)
    # GDAL 3.8 and later name it by its axes.
    assert pyproj.CRS(meta["crs"]).to_authority(min_confidence=20) in (("EPSG", "4326"), ("OGC", "CRS84")), meta["crs"]
    found = dict(zip(columns[list(meta["fields"]).index("id")], shapely.from_wkb(shapes)))
    assert set(found) == set(ZONES)
    for key, shape in found.items():
        assert shape.equals_exact(ZONES[key], 1e-9), key
    _, _, shapes, _ = pyogrio.raw.read(f"OAPIF:{url}", layer=FIVE, bbox=BOX)
    assert len(shapes) == len(IN_BOX)
    return f"pyogrio {pyogrio.__version__} with GDAL {pyogrio.__gdal_version_string__}"


@check
def pyogrio_asks_the_service_for_a_frame(url):
    """GDAL 3.8 and later send `crs` themselves, where a layer offers several."""
    if pyogrio.__gdal_version__ < (3, 8, 0):
        raise Missing("GDAL 3.8 or later")
    worst = 0
    for code in (4490, 4544, 4523, 3857, 32648):
        meta, _, shapes, columns = pyogrio.raw.read(f"OAPIF:{url}", layer=FIVE, CRS=f"EPSG:{code}")
        # By what it is: EPSG has the strip around 105 degrees E twice, as 4544 and 4507.
        assert pyproj.CRS(meta["crs"]).is_exact_same(code) or (code, meta["crs"]) == (4544, "EPSG:4507"), meta["crs"]
        move = pyproj.Transformer.from_crs(4326, code, always_xy=True)
        for key, shape in zip(columns[list(meta["fields"]).index("id")], shapely.from_wkb(shapes)):
            true = shapely.transform(ZONES[key], lambda xy: list(zip(*move.transform(*xy.T))))
            apart = shapely.hausdorff_distance(shape, true)
            assert apart < (1e-4 if code == 4490 else 0.1), f"EPSG:{code} {key}: {apart}"
            worst = max(worst, apart if code != 4490 else 0)
    return f"5 frames, {worst:.2g} m from PROJ at most"


# ---- OWSLib -------------------------------------------------------------------------------------------------------


@check
def owslib_finds_its_way(url):
    service = Features(url)
    assert service.api()["openapi"].startswith("3.0")
    assert FIVE in service.feature_collections()
    assert len(service.conformance()["conformsTo"]) > 10
    assert "role" in service.collection_queryables(FIVE)["properties"]
    page = service.collection_items(FIVE, limit=2)
    assert page["numberReturned"] == 2 and page["numberMatched"] == len(ZONES)
    assert any(link["rel"] == "next" for link in page["links"])
    assert {one["id"] for one in service.collection_items(FIVE, bbox=list(BOX))["features"]} == IN_BOX
    assert service.collection_items(FIVE, datetime_="2026-11-21/..")["numberMatched"] == len(ZONES)
    point = "role = 'area' AND S_INTERSECTS(geometry, POINT(106.33 29.52))"
    assert service.collection_items(FIVE, filter=point)["numberMatched"] == 2
    posted = service.collection_items(FIVE, cql={"op": "=", "args": [{"property": "id"}, "shengmingdao"]})
    assert posted["numberMatched"] == 1, "the filter in the body"
    assert service.collection_item(FIVE, "shengmingdao")["properties"]["name_zh"] == "生命岛"


# ---- QGIS ---------------------------------------------------------------------------------------------------------


def has_qgis():
    return subprocess.run([PYTHON, "-c", "import qgis.core"], capture_output=True).returncode == 0


@check
def qgis_draws_a_collection_without_a_screen(url):
    if not has_qgis():
        raise Missing(QGIS)
    script = pathlib.Path(__file__).with_name("ogc_qgis.py")
    run = subprocess.run([PYTHON, script, url, FIVE], capture_output=True, text=True, timeout=180, env=NO_SCREEN)
    assert run.returncode == 0, f"{run.returncode}: {run.stderr[-300:]}"
    found = json.loads(run.stdout)
    assert found["valid"] and found["crs"] == "EPSG:4326", found["crs"]
    assert set(found["features"]) == set(ZONES) and found["paged"] == sorted(ZONES)
    assert set(found["in_box"]) == IN_BOX, found["in_box"]
    for key, text in found["features"].items():
        assert shapely.from_wkt(text).equals_exact(ZONES[key], 1e-5), key
    bounds = shapely.union_all([one for one in ZONES.values() if one]).bounds
    assert all(abs(one - other) < 1e-6 for one, other in zip(found["extent"], bounds)), found["extent"]
    # 100 km2 by the plan, to 1 %, in the plane of the 3 degree strip.
    assert 99e6 < found["metric"]["chengyu-zonghexing-kexue-zhongxin"] < 101.5e6, found["metric"]
    return f"QGIS {found['version']}: {len(ZONES)} features, pages of two, a box, EPSG:4544"


# ---- The command ----------------------------------------------------------------------------------------------------


@check
def questions_are_answered_in_the_bytes_of_the_command(url):
    command = SERVICE.with_name("jinfeng")
    if not command.exists():
        raise Missing(f"{command}: swift build --product jinfeng")
    return f"{same_bytes.compare(url, command)} answers"


# ---- In its place ---------------------------------------------------------------------------------------------------


@check
def the_log_says_what_was_asked_and_never_where_a_site_lies(url):
    return deployed.log(SERVICE)


@check
def the_settings_beside_the_unit_are_settings(url):
    return deployed.settings(SERVICE)


@check
def behind_nginx_links_lead_back_and_streams_flow(url):
    if not shutil.which("nginx") and not pathlib.Path("/usr/sbin/nginx").exists():
        raise Missing("nginx: apt-get install nginx-light")
    return deployed.proxy(SERVICE)


# ---- Downloads ------------------------------------------------------------------------------------------------------


@check
def downloads_are_the_files_the_command_writes(url):
    command = SERVICE.with_name("jinfeng")
    if not command.exists():
        raise Missing(f"{command}: swift build --product jinfeng")
    sizes = []
    with tempfile.TemporaryDirectory() as folder:
        for format in ("gpkg", "shp", "kml", "kmz", "fgb", "dxf", "geojson", "geojsonseq", "csv", "xlsx", "txt"):
            answer = requests.get(f"{url}/collections/{FIVE}/export", params={"f": format, "lang": "zh"}, timeout=120)
            assert answer.status_code == 200, answer.text[:300]
            place = pathlib.Path(folder, format)
            place.mkdir()
            subprocess.run([command, "export", FIVE, "--output", place / f"{FIVE}.{format}", "--lang", "zh",
                            "--geodata", ROOT / "GeoData"], check=True, capture_output=True)
            if format == "shp":
                archive = zipfile.ZipFile(io.BytesIO(answer.content))
                assert archive.testzip() is None
                got = {name: archive.read(name) for name in archive.namelist()}
            else:
                got = {f"{FIVE}.{format}": answer.content}
            assert got == {file.name: file.read_bytes() for file in place.iterdir()}, f"{format} differs"
            sizes.append(len(answer.content))
        # The archive as GDAL takes it, unpacked by nobody.
        if shutil.which("ogrinfo"):
            archive = pathlib.Path(folder, "five.zip")
            archive.write_bytes(requests.get(f"{url}/export", params={"f": "shp", "encoding": "gb18030"}, timeout=120).content)
            assert "north_middle_south" in program("ogrinfo", f"/vsizip/{archive}")
    return f"{len(sizes)} formats, {sum(sizes)} bytes"


# ---- Examples -------------------------------------------------------------------------------------------------------


def example(url, *command, **options):
    run = subprocess.run([*map(str, command), url], capture_output=True, text=True, timeout=300, **options)
    assert run.returncode == 0, f"{command[-1]} ends with {run.returncode}: {run.stderr[-400:]}"
    return run.stdout


@check
def examples_for_curl_and_python_run(url):
    said = example(url, "bash", EXAMPLES / "curl.sh")
    assert "生命岛" in said and '"numberMatched":' in said
    assert "['shengmingdao']" in example(url, sys.executable, EXAMPLES / "ask.py")
    assert "XM-01" in example(url, sys.executable, EXAMPLES / "locate_sites.py")
    assert "生命岛 中误差 800.0 m" in example(url, sys.executable, EXAMPLES / "owslib_features.py")


@check
def the_example_for_qgis_adds_every_layout(url):
    if not has_qgis():
        raise Missing(QGIS)
    script = f"""
from qgis.core import QgsApplication
application = QgsApplication([], False); application.initQgis()
BASE = {url!r}
exec(open({str(EXAMPLES / 'qgis_layers.py')!r}).read())
print(sorted(layer.featureCount() for layer in QgsProject.instance().mapLayers().values() if layer.isValid()))
application.exitQgis()"""
    run = subprocess.run([PYTHON, "-c", script], capture_output=True, text=True, timeout=180, env=NO_SCREEN)
    counts = sorted(requests.get(f"{url}/collections/{one['id']}/items?limit=1", timeout=30).json()["numberMatched"]
                    for one in requests.get(f"{url}/collections", timeout=30).json()["collections"])
    assert run.stdout.strip() == str(counts), run.stdout + run.stderr[-300:]
    return run.stdout.strip()


def quoted(text):
    return re.findall(r'"((?:[^"]|"")*)"', text)


def asked_by(query):
    """The path and parameters a query of Power Query asks for."""
    path = re.search(r'RelativePath = "([^"]+)"', query)[1]
    parameters = dict(re.findall(r'(\w+) = "([^"]*)"', re.search(r"Query = \[(.*?)\]", query)[1]))
    return path, parameters


@check
def what_the_queries_for_excel_name_is_answered(url):
    query = (EXAMPLES / "zones.pq").read_text(encoding="utf-8")
    path, parameters = asked_by(query)
    features = requests.get(f"{url}/{path}", params=parameters, timeout=30).json()["features"]
    columns = [quoted(text) for text in re.findall(r"ExpandRecordColumn\([^{]*\{([^}]*)\}", query)]
    assert len(columns) == 3 and features
    for feature in features:
        assert set(columns[0]) <= set(feature), columns[0]
        assert set(columns[1]) <= set(feature["properties"]), set(columns[1]) - set(feature["properties"])
        for source in feature["properties"]["sources"]:
            assert set(columns[2]) <= set(source), columns[2]
    query = (EXAMPLES / "locate.pq").read_text(encoding="utf-8")
    path, parameters = asked_by(query)
    kind = re.search(r'#"Content-Type" = "([^"]+)"', query)[1]
    body = '编号,经度,纬度\n"甲,""1""",106.33,29.52'
    answer = requests.post(f"{url}/{path}", params=parameters, data=body.encode(), headers={"Content-Type": kind}, timeout=30)
    assert answer.status_code == 200, answer.text
    answer.encoding = "utf-8"
    [row] = csv.DictReader(io.StringIO(answer.text, newline=""))
    wanted = quoted(re.search(r"SelectColumns\(Answered, \{(.*?)\}\)", query, re.DOTALL)[1])
    assert set(wanted) <= set(row), set(wanted) - set(row)
    assert row["编号"] == '甲,"1"' and row[next(one for one in wanted if one.endswith("五大创新支撑:名称"))] == "生命岛"
    return f"{len(features)} zones, {len(wanted)} columns"


# ---- The document ---------------------------------------------------------------------------------------------------


@check
def the_document_is_valid_openapi(url):
    document = requests.get(f"{url}/api", timeout=30)
    assert document.headers["Content-Type"] == "application/vnd.oai.openapi+json;version=3.0"
    validate(document.json())
    return f"{len(document.json()['paths'])} paths"


@check
def schemathesis_finds_no_answer_the_document_does_not_promise(url):
    settings = pathlib.Path(__file__).with_name("schemathesis.toml")
    run = subprocess.run(
        [pathlib.Path(sys.executable).with_name("schemathesis"), "--config-file", settings, "run", f"{url}/api",
         "--max-examples", os.environ.get("SCHEMATHESIS_EXAMPLES", "10"), "--phases", "coverage,fuzzing", "--seed", "7",
         "--no-color"], capture_output=True, text=True, timeout=900)
    summary = [line.strip() for line in run.stdout.splitlines() if "generated" in line]
    assert run.returncode == 0, run.stdout[-3000:]
    return summary[-1] if summary else ""


# ---- Conformance ----------------------------------------------------------------------------------------------------


@check
def every_class_of_conformance_declared_is_true(url):
    declared = requests.get(f"{url}/conformance", timeout=30).json()["conformsTo"]
    assert set(declared) == set(ogc_conformance.CLASSES), set(declared) ^ set(ogc_conformance.CLASSES)
    for name in declared:
        try:
            ogc_conformance.CLASSES[name](ogc_conformance.Stranger(url, FIVE, ZONES))
        except AssertionError as error:
            raise AssertionError(f"{name}: {error}") from error
    return f"{len(declared)} classes"


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--service", default=ROOT / ".build/release/jinfeng-serve")
    words.add_argument("--only", default="", help="checks whose names hold this")
    asked = words.parse_args()
    global SERVICE
    SERVICE = pathlib.Path(asked.service)
    with Service(asked.service, ROOT / "GeoData") as service:
        for one in CHECKS:
            name = one.__name__.replace("_", " ")
            if asked.only not in name:
                continue
            try:
                print(f"ok    {name}  {one(service.url) or ''}", flush=True)
            except Missing as missing:
                print(f"skip  {name}: not installed: {missing}", flush=True)
            except Exception as error:  # whatever a client throws is a finding
                FAILED.append(name)
                print(f"FAIL  {name}: {type(error).__name__}: {error}", flush=True)
    print(f"{len(FAILED)} wrong" if FAILED else "all right")
    sys.exit(bool(FAILED))


main()
