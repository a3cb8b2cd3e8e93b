"""Columns as people hold them: taken without a copy, converted once, or refused with the remedy."""

import datetime
import decimal

import numpy as np
import pyarrow as pa
import pytest

import jinfeng
from jinfeng.arrays import doubles

LON = np.array([106.33, 106.42, 106.30581])
LAT = np.array([29.52, 29.57, 29.60131])


def sets(catalogue, lon, lat, **terms):
    return catalogue.locate(lon, lat, **terms).zone_sets.tolist()


def test_contiguous_native_arrays_are_read_where_they_are():
    assert doubles(LON, "lon") is LON or np.shares_memory(doubles(LON, "lon"), LON)
    column = pa.array(LON)
    assert np.shares_memory(doubles(column, "lon"), column.to_numpy())
    assert np.shares_memory(doubles(pa.chunked_array([column]), "lon"), column.to_numpy())


@pytest.mark.parametrize(
    "change",
    [
        lambda a: a.astype(">f8"),
        lambda a: np.repeat(a, 2)[::2],
        lambda a: np.asfortranarray(np.column_stack([a, a]))[:, 0],
        lambda a: np.column_stack([a, a])[:, 1],
        lambda a: a[::-1][::-1],
        lambda a: a.tolist(),
        lambda a: pa.array(a),
        lambda a: pa.chunked_array([a[:1], a[1:]]),
        lambda a: pa.array([decimal.Decimal(str(v)) for v in a]),
        lambda a: __import__("pandas").Series(a, index=[7, 7, 8]),
        lambda a: __import__("pandas").Series(a, dtype="Float64"),
        lambda a: __import__("pandas").Series(a, dtype="double[pyarrow]"),
        lambda a: a.astype(np.longdouble),
        lambda a: np.ma.masked_array(a, mask=[False] * 3),
    ],
)
def test_other_layouts_are_converted_to_the_same_answers(catalogue, change):
    assert sets(catalogue, change(LON), change(LAT)) == sets(catalogue, LON, LAT)


def test_polars_is_taken_like_the_others(catalogue):
    polars = pytest.importorskip("polars")
    table = polars.DataFrame({"lon": LON, "lat": LAT})
    assert sets(catalogue, table["lon"], table["lat"]) == sets(catalogue, LON, LAT)
    assert np.shares_memory(doubles(table["lon"], "lon"), table["lon"].to_numpy())
    holed = catalogue.locate(polars.Series([106.33, None, 106.30581]), table["lat"])
    assert holed.is_position.tolist() == [True, False, True]
    with pytest.raises(jinfeng.InputError) as caught:
        catalogue.locate(polars.Series(["106.33", "1", "2"]), table["lat"])
    assert caught.value.code == "not_numbers"
    # The answers are a table of Polars' through Arrow.
    answered = polars.from_arrow(catalogue.locate(table["lon"], table["lat"]).to_arrow())
    assert answered["jinfeng-five-zones:zone"].to_list()[0] == "shengmingdao"


@pytest.mark.parametrize(
    "missing",
    [
        [106.33, None, 106.30581],
        np.array([106.33, np.nan, 106.30581]),
        pa.array([106.33, None, 106.30581]),
        pa.chunked_array([pa.array([106.33, None]), pa.array([106.30581])]),
        np.ma.masked_array(LON, mask=[False, True, False]),
        np.array([106.33, np.inf, 106.30581]),
        np.array([106.33, 1e308, 106.30581]),
    ],
)
@pytest.mark.parametrize("zones_only", [True, False])
def test_what_is_missing_is_answered_in_its_place(catalogue, missing, zones_only):
    answers = catalogue.locate(missing, LAT, zones_only=zones_only)
    assert answers.is_position.tolist() == [True, False, True]
    assert answers["jinfeng-five-zones"].zones[1] is None
    assert answers.zone_sets[[0, 2]].tolist() == catalogue.locate(LON, LAT).zone_sets[[0, 2]].tolist()
    assert list(answers.errors()) == [1]


@pytest.mark.parametrize(
    ("column", "code"),
    [
        (np.array([106.33, "x", None], dtype=object), "not_numbers"),
        (["106.33", "106.4", "106.3"], "not_numbers"),
        (np.array(["106.33", "1", "2"]), "not_numbers"),
        (pa.array(["106.33", "1", "2"]), "not_numbers"),
        (pa.array([datetime.date.today()] * 3), "not_numbers"),
        (np.array([True, False, True]), "not_numbers"),
        (np.array([1j, 2j, 3j]), "not_numbers"),
        (np.array(["2026-01-01"] * 3, dtype="datetime64[D]"), "not_numbers"),
        ("lon", "not_numbers"),
        (None, "missing_column"),
        (np.zeros((3, 2)), "too_many_dimensions"),
        ([[1, 2], [3]], "not_numbers"),
        (LON[:2], "length_mismatch"),
        ([], "length_mismatch"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_remedy(catalogue, column, code):
    with pytest.raises(jinfeng.InputError) as caught:
        catalogue.locate(column, LAT)
    assert caught.value.code == code
    assert len(caught.value.remedy) > 8
    assert isinstance(caught.value, ValueError)


def test_nothing_is_answered_with_nothing(catalogue):
    for empty in ([], np.array([]), pa.array([], pa.float64()), pa.chunked_array([], pa.float64())):
        answers = catalogue.locate(empty, empty)
        assert len(answers) == 0
        assert answers.to_pandas().shape[0] == 0
        assert answers.to_arrow().num_rows == 0


@pytest.mark.parametrize(
    "out",
    [np.empty(2, np.uint32), np.empty(3, np.int64), np.empty(6, np.uint32)[::2], [0, 0, 0], np.empty((3, 1), np.uint32)],
)
def test_memory_that_does_not_fit_is_refused(catalogue, out):
    with pytest.raises(jinfeng.InputError) as caught:
        catalogue.locate(LON, LAT, zones_only=True, out=out)
    assert caught.value.code == "bad_out"


def test_memory_that_fits_is_written(catalogue):
    out = np.zeros(3, np.uint32)
    assert catalogue.locate(LON, LAT, zones_only=True, out=out).zone_sets is out
    assert out.tolist() == sets(catalogue, LON, LAT)
    out.flags.writeable = False
    with pytest.raises(jinfeng.InputError):
        catalogue.locate(LON, LAT, zones_only=True, out=out)
