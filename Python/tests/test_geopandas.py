"""``frame.jinfeng``."""

import datetime
import decimal

import geopandas
import numpy as np
import pandas
import pytest
import shapely

import jinfeng
import jinfeng.geopandas  # noqa: F401

FIVE = "jinfeng-five-zones:zone"


@pytest.fixture
def frame():
    points = [shapely.Point(106.33, 29.52), None, shapely.Point(), shapely.Point(106.42, 29.57)]
    return geopandas.GeoDataFrame({"id": list("abcd")}, geometry=points, crs=4326, index=[5, 5, 6, 7])


def areas(frame):
    """Each point as an area of some hundred metres."""
    return frame.set_geometry(frame.to_crs(4544).buffer(150).to_crs(4326))


def test_columns_are_appended_in_order(frame):
    located = frame.jinfeng.locate()
    assert isinstance(located, geopandas.GeoDataFrame)
    assert located.index.tolist() == [5, 5, 6, 7] and located["id"].tolist() == list("abcd")
    assert located[FIVE].iloc[0] == "shengmingdao"
    assert located["error"].notna().tolist() == [False, True, True, False]
    assert FIVE not in frame.columns


def test_the_crs_is_minded(frame):
    wanted = frame.jinfeng.locate()
    moved = frame.to_crs(4544).jinfeng.locate()
    assert moved[FIVE].iloc[0] == wanted[FIVE].iloc[0]
    shifted = frame.jinfeng.locate(frame="gcj02")
    assert shifted["jinfeng-five-zones:distance_m"].iloc[0] != wanted["jinfeng-five-zones:distance_m"].iloc[0]


def test_a_plain_table_names_its_columns():
    table = pandas.DataFrame({"x": [106.33, np.nan], "y": [29.52, 29.5], "text": ["a", "b"]})
    assert table.jinfeng.locate(lon="x", lat="y")[FIVE].tolist()[0] == "shengmingdao"
    for arguments, code in [
        ({}, "missing_column"),
        ({"lon": "x"}, "missing_column"),
        ({"lon": "lon", "lat": "y"}, "missing_column"),
        ({"lon": "text", "lat": "y"}, "not_numbers"),
    ]:
        with pytest.raises(jinfeng.InputError) as caught:
            table.jinfeng.locate(**arguments)
        assert caught.value.code == code
    with pytest.raises(jinfeng.InputError, match="already"):
        table.jinfeng.locate(lon="x", lat="y").jinfeng.locate(lon="x", lat="y")
    with pytest.raises(jinfeng.InputError, match="GeoDataFrame"):
        table.jinfeng.assess()


def test_what_is_not_stated_is_asked_for(frame):
    with pytest.raises(jinfeng.InputError, match="set_crs"):
        frame.set_crs(None, allow_override=True).jinfeng.locate()
    with pytest.raises(jinfeng.InputError, match="representative_point"):
        areas(frame).jinfeng.locate()


def test_shapes_are_assessed_row_by_row(frame):
    rows = areas(frame).jinfeng.assess(activity="IVD")
    assert rows[0]["layouts"][0]["layout"] == "jinfeng-five-zones"
    assert rows[1]["error"]["code"] == "missing_geometry"
    assert len(rows) == 4


def square(crs):
    shape = geopandas.GeoSeries([shapely.box(106.328, 29.518, 106.332, 29.522)], crs=4326)
    return geopandas.GeoDataFrame({"编号": ["007"], "名称": ["乙"]}, geometry=shape.to_crs(crs))


def test_coordinates_reach_the_library_in_their_own_frame():
    assert square(4544).jinfeng.assess()[0]["site"]["frame"] == "epsg:4544"
    assert square(4326).jinfeng.assess()[0]["site"]["frame"] == "wgs84"
    # Another projection of WGS 84 is taken back to degrees.
    assert square(32649).jinfeng.assess()[0]["site"]["frame"] == "wgs84"
    degrees = geopandas.GeoDataFrame(geometry=[shapely.Point(106.33, 29.52)], crs=4544).jinfeng.locate()
    assert degrees["error"].iloc[0].startswith("geographic_in_projected: ")
    survey = geopandas.GeoDataFrame(geometry=[shapely.Point(3267643.66, 628945.81)], crs=4544)
    assert survey.jinfeng.locate()[FIVE].iloc[0] == "shengmingdao"


@pytest.mark.parametrize(("crs", "code"), [(4610, "refused_frame"), (4214, "refused_frame"), (2432, "refused_frame"), (4479, "unknown_frame")])
def test_a_datum_whose_parameters_are_not_public_is_refused(crs, code):
    frame = geopandas.GeoDataFrame({"n": [1]}, geometry=[shapely.Point(106.33, 29.52)], crs=4326).set_crs(crs, allow_override=True)
    for ask in (frame.jinfeng.locate, frame.jinfeng.assess, lambda: frame.jinfeng.find(in_="直管园"), lambda: jinfeng.Catalogue().find(frame)):
        with pytest.raises(jinfeng.InputError) as caught:
            ask()
        assert caught.value.code == code and caught.value.chinese


def test_rows_keep_the_ids_and_names_of_their_columns():
    for frame in (square(4544), square(4544).set_index("编号")):
        found = frame.jinfeng.find(in_="直管园")["candidates"][0]["site"]
        assert (found["id"], found["name"]) == ("007", "乙")
        assessed = frame.jinfeng.assess()[0]["site"]
        assert (assessed["id"], assessed["name"]) == ("007", "乙")


def test_columns_of_any_kind_stand_beside_the_shapes():
    frame = square(4326)
    odd = [pandas.Timestamp("2026-01-01", tz="Asia/Shanghai"), datetime.date(2026, 1, 1), decimal.Decimal("1.5"), b"x", float("inf"), [1], np.int64(3)]
    for number, value in enumerate(odd):
        frame[f"c{number}"] = pandas.Series([value], index=frame.index, dtype=object)
    assert frame.jinfeng.find(in_="直管园")["counts"]["kept"] == 1
    assert "error" not in frame.jinfeng.assess()[0]
