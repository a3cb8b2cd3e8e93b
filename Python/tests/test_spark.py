"""Spark in local mode: the same answers, a stable schema, no row lost."""

import os
import shutil
import sys

import numpy as np
import pytest

pyspark = pytest.importorskip("pyspark")
if not shutil.which("java"):
    pytest.skip("no Java", allow_module_level=True)

import pandas  # noqa: E402
from pyspark.sql import SparkSession, functions  # noqa: E402

import jinfeng  # noqa: E402
from jinfeng.spark import _opened, _packed, locate  # noqa: E402

FIVE = "jinfeng-five-zones"
# The workers are processes of their own, which would else take the first python3 of the PATH.
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)


@pytest.fixture(scope="module")
def session():
    made = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    made.sparkContext.setLogLevel("ERROR")
    yield made
    made.stop()


def test_rows_are_answered_as_in_the_process(session, catalogue):
    random = np.random.default_rng(9)
    table = pandas.DataFrame({"id": range(3000), "x": random.uniform(106.2, 106.6, 3000), "y": random.uniform(29.3, 29.8, 3000)})
    table.loc[[5, 6], "x"] = [np.nan, 29.5]
    table.loc[6, "y"] = 106.3
    located = locate(session.createDataFrame(table).repartition(7), "x", "y", accuracy=15).toArrow().sort_by("id")
    wanted = catalogue.locate(table["x"], table["y"], accuracy=15).to_arrow(dictionaries=False)
    assert located.column_names == ["id", "x", "y", *wanted.column_names]
    for name in wanted.column_names:
        assert located.column(name).to_pylist() == wanted.column(name).to_pylist()
    assert located.column("error").to_pylist()[6].startswith("position: ")


def test_nulls_and_empty_partitions_cost_no_row(session):
    rows = session.createDataFrame([(1, 106.33, 29.52), (2, None, 29.5), (3, None, None)], "id int, lon double, lat double")
    located = locate(rows.repartition(16)).orderBy("id").collect()
    assert [row["id"] for row in located] == [1, 2, 3]
    assert [row["error"] is None for row in located] == [True, False, False]
    assert located[0][f"{FIVE}:zone"] == "shengmingdao" and located[1][f"{FIVE}:zone"] is None
    empty = rows.where("id > 9")
    assert locate(empty).count() == 0
    assert locate(empty).schema == locate(rows).schema


def test_numbers_of_other_types_are_taken(session):
    rows = session.createDataFrame([(106.33, 29.52)], "lon double, lat double")
    cast = rows.select(rows.lon.cast("decimal(12,8)").alias("lon"), rows.lat.cast("float").alias("lat"))
    assert locate(cast).collect()[0][f"{FIVE}:zone"] == "shengmingdao"
    columns = locate(rows, zones_only=True).columns
    assert f"{FIVE}:zone" in columns and f"{FIVE}:probability" not in columns


@pytest.mark.parametrize(
    ("change", "arguments", "code"),
    [
        (lambda d: d, {"lon": "longitude"}, "missing_column"),
        (lambda d: d.withColumn("lon", functions.lit("106.33")), {}, "not_numbers"),
        (lambda d: d.withColumn("error", functions.lit(1)), {}, "column_exists"),
        (lambda d: d, {"frame": "xian80"}, "refused_frame"),
        (lambda d: d, {"confidence": 7}, "bad_confidence"),
    ],
)
def test_mistakes_are_named_on_the_driver(session, change, arguments, code):
    rows = session.createDataFrame([(106.33, 29.52)], "lon double, lat double")
    with pytest.raises(jinfeng.InputError) as caught:
        locate(change(rows), **arguments)
    assert caught.value.code == code and caught.value.remedy


def test_executors_need_no_catalogue_of_their_own(session, catalogue, tmp_path):
    """The driver's GeoData goes along: its folder may be gone when the executors open it."""
    copy = tmp_path / "GeoData"
    shutil.copytree(catalogue.path, copy)
    rows = session.createDataFrame([(106.33, 29.52)], "lon double, lat double")
    lazily = locate(rows, catalogue=jinfeng.Catalogue(copy))
    shutil.rmtree(copy)
    assert lazily.collect()[0][f"{FIVE}:zone"] == "shengmingdao"


def test_an_executor_without_room_says_so(catalogue, monkeypatch):
    monkeypatch.setenv("TMPDIR", "/nowhere")
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    with pytest.raises(jinfeng.GeoDataError, match="TMPDIR"):
        _opened("another digest", _packed(catalogue.path))
    assert os.path.exists(catalogue.path)
