"""assess, find, fit and locate_one: the command's own JSON, byte for byte once it is parsed."""

import datetime
import decimal
import json
import subprocess

import geopandas
import numpy as np
import pandas
import pytest
import shapely

import jinfeng

from conftest import COMMAND, ROOT


def command(catalogue, *arguments):
    if not COMMAND:
        pytest.skip("no command jinfeng: name it with JINFENG_COMMAND")
    done = subprocess.run(
        [COMMAND, *arguments, "--format", "json", "--lang", "en", "--geodata", catalogue.path],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def test_locate_one_is_the_command(catalogue):
    assert catalogue.locate_one((106.33, 29.52)) == command(catalogue, "locate", "106.33,29.52")
    assert catalogue.locate_one("科学会堂") == command(catalogue, "locate", "--place", "科学会堂")


@pytest.mark.parametrize("edition", ["catalogue", "mixed"])
def test_tables_are_the_commands(request, edition, tmp_path):
    """Below the number of rows at which the command goes over to tables, it computes each by itself."""
    if not COMMAND:
        pytest.skip("no command jinfeng: name it with JINFENG_COMMAND")
    catalogue = request.getfixturevalue(edition)
    random = np.random.default_rng(4)
    sites = pandas.DataFrame({"lon": random.uniform(106.2, 106.6, 3000), "lat": random.uniform(29.3, 29.8, 3000)})
    sites.loc[7] = [29.5, 106.3]
    sites.to_csv(tmp_path / "sites.csv", index=False)
    for language in ("en", "zh"):
        arguments = ["locate", "--input", "sites.csv", "--output", "out.csv", "--lang", language, "--geodata", catalogue.path]
        subprocess.run([COMMAND, *arguments], cwd=tmp_path, capture_output=True)
        wanted = pandas.read_csv(tmp_path / "out.csv").iloc[:, 2:]
        told = catalogue.locate(sites.lon, sites.lat).to_pandas(language=language)
        assert told.columns.tolist() == wanted.columns.tolist()
        for name in wanted.columns:
            mine, theirs = told[name], wanted[name]
            if mine.dtype.kind == "f":
                assert np.allclose(mine, theirs, atol=2e-3, equal_nan=True), name
            elif name.endswith((":also_possible", ":其他可能")):
                # The command has the more probable first, an array of bits the order of the catalogue.
                assert [set(str(v).split(";")) for v in mine] == [set(str(v).split(";")) for v in theirs], name
                assert mine.notna().sum() > 30
            elif name not in ("error", "错误"):
                assert mine.astype(object).where(mine.notna(), None).tolist() == theirs.astype(object).where(theirs.notna(), None).tolist(), name
        assert isinstance(told.iloc[7, -1], str) and told.iloc[:, -1].notna().sum() == 1


def test_assess_is_the_command(catalogue):
    text = (ROOT / "Examples/parcel.geojson").read_text()
    terms = ("--activity", "集成电路设计", "--area", "260亩", "--confidence", "0.9")
    wanted = command(catalogue, "assess", text, *terms)
    assert catalogue.assess(json.loads(text), activity="集成电路设计", area="260亩", confidence=0.9) == wanted


def test_find_is_the_command(catalogue):
    path = ROOT / "Examples/candidates.geojson"
    wanted = command(
        catalogue, "find", str(path), "--in", "直管园", "--near", "科学大道<=3km", "--min-area", "50亩"
    )
    assert catalogue.find(path.read_text(), in_="直管园", near=["科学大道<=3km"], min_area="50亩") == wanted


def test_fit_is_the_command(catalogue):
    assert catalogue.fit("集成电路设计", stages="research") == command(
        catalogue, "fit", "集成电路设计", "--stage", "research"
    )


def test_sites_come_in_every_shape(catalogue):
    box = shapely.box(106.32, 29.51, 106.34, 29.53)
    by_shape = catalogue.assess(box)
    assert by_shape == catalogue.assess(shapely.geometry.mapping(box))
    assert by_shape["layouts"][0]["zones"] == catalogue.assess(box.wkt)["layouts"][0]["zones"]
    assert isinstance(catalogue.assess({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {}, "geometry": shapely.geometry.mapping(box)}] * 2}), list)  # fmt: skip


@pytest.mark.parametrize(
    ("site", "code"),
    [
        ((29.52, 106.33), "swapped_lon_lat"),
        ("/etc/passwd", "unknown_place"),
        ("POLYGON((0 0, 1 1))", "invalid_geometry"),
        ({"type": "Polygon"}, None),
        ({"type": "Point", "coordinates": [float("nan"), 1]}, "not_finite"),
        (("a", "b"), "not_a_site"),
        (42, "not_a_site"),
        ("\ud800", "not_utf8"),
        ("科学\0会堂", "nul_in_text"),
        ("[" * 100_000, None),
    ],
)
def test_sites_that_are_none_are_refused(catalogue, site, code):
    with pytest.raises(jinfeng.InputError) as caught:
        catalogue.assess(site)
    assert code is None or caught.value.code == code
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("criteria", "code"),
    [
        ({}, "no_criterion"),
        ({"in_": "亚特兰蒂斯"}, "unknown_id"),
        ({"near": "科学大道<=3"}, None),
        ({"at": "x"}, "unknown_term"),
        ({"in_": "直管园", "min_probability": 2}, "bad_probability"),
    ],
)
def test_criteria_that_cannot_be_meant_are_refused(catalogue, criteria, code):
    with pytest.raises(jinfeng.InputError) as caught:
        catalogue.find({"type": "FeatureCollection", "features": []}, **criteria)
    assert code is None or caught.value.code == code


def test_candidates_come_from_a_frame_of_any_crs(catalogue):
    frame = geopandas.read_file(ROOT / "Examples/candidates.geojson")
    wanted = catalogue.find(frame, in_="直管园")
    moved = catalogue.find(frame.to_crs(4544), in_="直管园")
    assert [c["decision"] for c in moved["candidates"]] == [c["decision"] for c in wanted["candidates"]]
    assert wanted["counts"]["rows"] == len(frame)


def test_a_point_of_any_kind_is_located(catalogue):
    wanted = catalogue.locate_one("106.33,29.52")
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [106.33, 29.52, 300]}}
    for site in ([106.33, 29.52], np.array([106.33, 29.52]), shapely.Point(106.33, 29.52), feature):
        assert catalogue.locate_one(site) == wanted
    with pytest.raises(jinfeng.InputError) as caught:
        catalogue.locate_one(shapely.box(106.3, 29.5, 106.4, 29.6))
    assert caught.value.code == "no_point"


def test_terms_come_as_other_libraries_hold_them(catalogue):
    wanted = catalogue.locate([106.33], [29.52], accuracy=50, as_of="2026-01-01").to_pandas()
    for accuracy in (np.int64(50), np.float32(50), decimal.Decimal(50), "50米"):
        for day in (pandas.Timestamp("2026-01-01 08:00"), datetime.datetime(2026, 1, 1, 8), np.datetime64("2026-01-01")):
            assert catalogue.locate([106.33], [29.52], accuracy=accuracy, as_of=day).to_pandas().equals(wanted)


@pytest.mark.parametrize("activity", ["", " \u3000", None, 3])
def test_a_question_that_names_no_activity_is_refused(catalogue, activity):
    with pytest.raises(jinfeng.InputError) as caught:
        catalogue.fit(activity)
    assert caught.value.field == "activity" and caught.value.chinese


@pytest.mark.parametrize("candidates", [pandas.DataFrame({"n": [1, 2]}), ["a"], 3, [shapely.Point(1, 2), "b"]])
def test_what_holds_no_candidates_loses_none_silently(catalogue, candidates):
    with pytest.raises(jinfeng.InputError) as caught:
        catalogue.find(candidates, in_="直管园")
    assert caught.value.code == "not_candidates"
