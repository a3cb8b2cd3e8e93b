"""Spark in local mode: the same answers, a stable schema, no row lost."""

import os
import shutil
import sys
import warnings

import numpy as np
import pytest

pyspark = pytest.importorskip("pyspark")
if not shutil.which("java"):
    pytest.skip("no Java", allow_module_level=True)

import pandas  # noqa: E402
import pyarrow  # noqa: E402
from pyspark.sql import SparkSession, functions  # noqa: E402

import jinfeng  # noqa: E402
from jinfeng.spark import locate, locate_parquet  # noqa: E402
from jinfeng.spark.job import _opened, _packed  # noqa: E402

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
    assert located.column("error").to_pylist()[6].startswith("swapped_lon_lat: ")


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


def test_a_frame_that_nobody_stated_is_warned_of_on_the_driver(session):
    rows = session.createDataFrame([(106.33, 29.52)], "lon double, lat double")
    with pytest.warns(jinfeng.JinfengWarning, match="WGS 84") as caught:
        locate(rows)
    ours = [one for one in caught if one.category is jinfeng.JinfengWarning]
    assert [one.message.code for one in ours] == ["frame_assumed"] and ours[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error", jinfeng.JinfengWarning)
        locate(rows, frame="wgs84")


def test_executors_need_no_catalogue_of_their_own(session, catalogue, tmp_path):
    """The driver's GeoData goes along: its folder may be gone when the executors open it."""
    copy = tmp_path / "GeoData"
    shutil.copytree(catalogue.path, copy)
    rows = session.createDataFrame([(106.33, 29.52)], "lon double, lat double")
    lazily = locate(rows, catalogue=jinfeng.Catalogue(copy))
    shutil.rmtree(copy)
    assert lazily.collect()[0][f"{FIVE}:zone"] == "shengmingdao"


def written(folder):
    """All files of a folder that Spark and pyarrow take for data, in order of their ids."""
    from pyarrow import dataset

    return dataset.dataset(folder, format="parquet", partitioning="hive").to_table().sort_by("id")


@pytest.fixture
def sites(tmp_path):
    """Two files in folders of a partition, five row groups each, with rows that are no positions, times and texts."""
    from pyarrow import parquet

    random = np.random.default_rng(4)
    for year in (2025, 2026):
        table = pandas.DataFrame({
            "id": np.arange(5000) + year * 10_000, "x": random.uniform(106.2, 106.6, 5000), "y": random.uniform(29.3, 29.8, 5000),
            "kind": random.choice(["厂房", "地块", None], 5000), "seen": pandas.Timestamp("2026-11-21 08:00:00.123456789"),
        })  # fmt: skip
        table.loc[[3, 4], "x"] = [np.nan, 29.5]
        (tmp_path / f"sites/year={year}").mkdir(parents=True)
        parquet.write_table(pyarrow.Table.from_pandas(table), tmp_path / f"sites/year={year}/a.parquet", row_group_size=1000, coerce_timestamps="us",
            allow_truncated_timestamps=True)  # fmt: skip
    (tmp_path / "sites/_SUCCESS").touch()
    return tmp_path / "sites"


@pytest.mark.parametrize("zones_only", [False, True])
def test_files_are_answered_as_rows_are(session, sites, tmp_path, zones_only):
    rows = locate_parquet(session, str(sites), str(tmp_path / "out"), "x", "y", zones_only=zones_only, rows_per_task=2000)
    assert rows == 10_000
    assert sorted(str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*.parquet")) == [
        f"year={year}/a-{first:05}.parquet" for year in (2025, 2026) for first in (0, 2, 4)
    ]
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"_SUCCESS", "year=2025", "year=2026"}
    read = session.read.parquet(str(tmp_path / "out"))
    wanted = locate(session.read.parquet(str(sites)), "x", "y", zones_only=zones_only)
    assert set(read.columns) == set(wanted.columns)
    ours, theirs = (frame.orderBy("id").select(sorted(wanted.columns)).toArrow() for frame in (read, wanted))
    for name in ours.column_names:
        assert ours.column(name).to_pylist() == theirs.column(name).to_pylist(), name


def test_a_second_run_refuses_and_replaces_when_told(session, sites, tmp_path):
    target = str(tmp_path / "out")
    locate_parquet(session, str(sites), target, "x", "y")
    before = written(target)
    with pytest.raises(jinfeng.InputError, match="already") as caught:
        locate_parquet(session, str(sites / "year=2025"), target, "x", "y")
    assert caught.value.code == "target_exists" and written(target).equals(before)
    assert locate_parquet(session, str(sites / "year=2025"), target, "x", "y", overwrite=True) == 5000
    assert written(target).num_rows == 5000


def test_a_folder_of_other_things_is_never_replaced(session, sites, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home/letter.txt").write_text("dear")
    with pytest.raises(jinfeng.InputError) as caught:
        locate_parquet(session, str(sites), str(tmp_path / "home"), "x", "y", overwrite=True)
    assert caught.value.code == "not_ours" and (tmp_path / "home/letter.txt").read_text() == "dear"


def test_a_job_that_fails_leaves_nothing(session, sites, tmp_path):
    """A file cut short behind the driver's back: the earlier answers stay, and no part of the new ones."""
    from pyarrow import parquet

    target = str(tmp_path / "out")
    locate_parquet(session, str(sites), target, "x", "y")
    before = written(target)
    broken = sites / "year=2026/a.parquet"
    content = bytearray(broken.read_bytes())
    # Its footer is whole, so the driver finds nothing; its pages are not.
    content[100:20_000] = bytes(19_900)
    broken.write_bytes(content)
    assert parquet.ParquetFile(broken).metadata.num_rows == 5000
    with pytest.raises(Exception):
        locate_parquet(session, str(sites), target, "x", "y", overwrite=True)
    assert written(target).equals(before)
    assert not [path for path in (tmp_path / "out").iterdir() if path.name.startswith("_temporary")]


def test_times_finer_than_spark_reads_are_cut_to_microseconds(session, tmp_path):
    from pyarrow import parquet

    seen = pyarrow.array([1_790_000_000_123_456_789], pyarrow.timestamp("ns"))
    parquet.write_table(pyarrow.table({"lon": [106.33], "lat": [29.52], "seen": seen}), tmp_path / "in.parquet")
    locate_parquet(session, str(tmp_path / "in.parquet"), str(tmp_path / "out"))
    row = session.read.parquet(str(tmp_path / "out")).first()
    assert row["seen"].microsecond == 123_456 and row[f"{FIVE}:zone"] == "shengmingdao"


def test_files_without_rows_keep_their_columns(session, tmp_path):
    from pyarrow import parquet

    schema = pyarrow.schema([("id", "int64"), ("lon", "float64"), ("lat", pyarrow.decimal128(12, 8))])
    (tmp_path / "in").mkdir()
    parquet.write_table(schema.empty_table(), tmp_path / "in/none.parquet")
    assert locate_parquet(session, str(tmp_path / "in"), str(tmp_path / "out")) == 0
    assert f"{FIVE}:zone" in session.read.parquet(str(tmp_path / "out")).columns


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"lon": "longitude"}, "missing_column"),
        ({"lon": "kind"}, "not_numbers"),
        ({"target": "sites/out"}, "target_is_source"),
        ({"target": "."}, "target_is_source"),
        ({"source": "nothing"}, "no_files"),
        ({"source": "texts"}, "not_parquet"),
        ({"frame": "xian80"}, "refused_frame"),
    ],
)
def test_mistakes_about_files_are_named_on_the_driver(session, sites, tmp_path, monkeypatch, arguments, code):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/a.csv").write_text("lon,lat\n106.33,29.52\n")
    with pytest.raises(jinfeng.InputError) as caught:
        locate_parquet(session, **{"source": "sites", "target": "out", "lon": "x", "lat": "y"} | arguments)
    assert caught.value.code == code and caught.value.remedy
    assert not (tmp_path / "out").exists()


def test_an_executor_without_room_says_so(catalogue, monkeypatch):
    monkeypatch.setenv("TMPDIR", "/nowhere")
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    with pytest.raises(jinfeng.GeoDataError, match="TMPDIR"):
        _opened("another digest", _packed(catalogue.path))
    assert os.path.exists(catalogue.path)
