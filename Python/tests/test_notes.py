"""What whoever reads answers should know without looking for it."""

import json
import warnings

import numpy as np
import pandas
import pytest

import jinfeng
import jinfeng.geopandas  # noqa: F401

LON, LAT = np.array([106.33, 29.5, np.nan, 106.42]), np.array([29.52, 106.3, 29.5, 29.57])


def codes(answers):
    return [(note["code"], note["layout"]) for note in answers.notes]


def warned(ask):
    """The warnings of a question, by code, and its answer."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        answer = ask()
    assert all(issubclass(one.category, jinfeng.JinfengWarning) for one in caught)
    # The line to be mended is the caller's, not one of the package's.
    assert {one.filename for one in caught} <= {__file__}
    return [one.message.code for one in caught], answer


def test_a_frame_that_nobody_stated_is_warned_of(catalogue):
    told, answers = warned(lambda: catalogue.locate(LON[:1], LAT[:1]))
    assert told == ["frame_assumed"] and ("frame_assumed", None) in codes(answers)
    assert answers.legend.frame == "wgs84"
    told, answers = warned(lambda: catalogue.locate(LON[:1], LAT[:1], frame="wgs84"))
    assert told == [] and ("frame_assumed", None) not in codes(answers)
    assert answers.zone_sets.tolist() == catalogue.locate(LON[:1], LAT[:1]).zone_sets.tolist()


def test_what_a_frame_adds_is_noted_in_both_languages(catalogue):
    note = next(n for n in catalogue.locate(LON, LAT, frame="gcj02").notes if n["code"] == "frame_accuracy")
    assert "5 m" in note["text_en"] and "5 米" in note["text_zh"]


def test_positions_that_are_none_are_counted(catalogue):
    told, answers = warned(lambda: catalogue.locate(LON, LAT, frame="wgs84"))
    assert told == ["positions_refused"]
    note = answers.notes[-1]
    assert note["count"] == 2 and note["text_en"].startswith("2 of 4 positions") and "106.3,29.5" in note["text_en"]
    assert "4 个点位中有 2 个" in note["text_zh"]
    # With zones alone they are counted when they are asked for.
    told, answers = warned(lambda: catalogue.locate(LON, LAT, frame="wgs84", zones_only=True))
    assert told == [] and answers.notes[-1]["count"] == 2


def test_a_plan_period_that_has_ended_is_noted_of_its_layout(catalogue):
    now = codes(catalogue.locate(LON, LAT, as_of="2026-11-22"))
    assert ("plan_period_ended", "jinfeng-five-zones") in now
    note = next(n for n in catalogue.locate(LON, LAT).notes if n["code"] == "plan_period_ended")
    assert "规划期2021—2025年，已届满" in note["text_zh"] and "has ended" in note["text_en"]


def test_a_warning_is_given_once_a_line(catalogue):
    with warnings.catch_warnings(record=True) as caught:
        warnings.resetwarnings()
        warnings.simplefilter("default")
        for _ in range(5):
            catalogue.locate(LON[:1], LAT[:1])
    assert len(caught) == 1


def test_tables_carry_their_terms_and_notes(catalogue):
    frame = catalogue.locate(LON, LAT, frame="gcj02", accuracy=7).to_pandas()
    said = frame.attrs["jinfeng"]
    assert (said["frame"], said["accuracy_m"], said["confidence"]) == ("gcj02", 7, 0.975)
    assert {note["code"] for note in said["notes"]} >= {"frame_accuracy", "plan_period_ended", "positions_refused"}
    json.dumps(said)


def test_frames_are_warned_of_as_arrays_are(catalogue):
    import geopandas

    table = pandas.DataFrame({"x": LON, "y": LAT})
    told, located = warned(lambda: table.jinfeng.locate(lon="x", lat="y"))
    assert told == ["frame_assumed", "positions_refused"] and "jinfeng" in located.attrs
    points = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(LON[:1], LAT[:1]), crs=4326)
    told, located = warned(lambda: points.jinfeng.locate())
    assert told == [] and located.attrs["jinfeng"]["frame"] == "wgs84"


def test_boundaries_that_were_imported_are_noted(mixed):
    answers = mixed.locate(LON, LAT)
    told = codes(answers)
    for code in ("imported_boundaries", "mixed_accuracies", "plan_period_ended"):
        assert (code, "jinfeng-five-zones") in told
    assert not {code for code, layout in told if layout == "north-middle-south"} & {"imported_boundaries", "mixed_accuracies"}
