"""``frame.jinfeng``."""

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
