"""What is answered about many positions: the same as about each alone, whatever the threads."""

import ctypes
import os
import pickle
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

import jinfeng

FIVE = "jinfeng-five-zones"


def positions(count, seed=3):
    random = np.random.default_rng(seed)
    return random.uniform(106.15, 106.6, count), random.uniform(29.25, 29.9, count)


@pytest.mark.parametrize("frame", ["wgs84", "gcj02", "bd09", "cgcs2000"])
def test_many_are_answered_as_each_alone(catalogue, frame):
    lon, lat = positions(150)
    answers = catalogue.locate(lon, lat, frame=frame, accuracy=30, confidence=0.9)
    for row in range(len(lon)):
        alone = catalogue.locate_one((lon[row], lat[row]), frame=frame, accuracy=30, confidence=0.9)
        for layout in alone["layouts"]:
            mine = answers[layout["layout"]]
            assert mine.zones[row] == layout["zone"]
            zone = next((z for z in layout["zones"] if z["zone"] == layout["zone"]), None)
            if zone:
                assert mine.verdicts[row] == zone["verdict"]
                assert abs(mine.probabilities[row] - zone["probability"]) < 1e-4
                assert abs(mine.distances[row] - zone["boundary_distance_m"]) < 2e-3
            else:
                assert np.isnan(mine.probabilities[row])
                assert (mine.zone_numbers[row] == -2) == (layout["coverage"] != "covered")
            for zone in layout["zones"]:
                if zone["role"] in ("area", "belt", "screen") and zone["basis"] == "geometry":
                    assert answers.covers(zone["zone"], layout["layout"])[row] == zone["covers"]


def test_answers_do_not_depend_on_threads(catalogue):
    lon, lat = positions(100_001)
    one = catalogue.locate(lon, lat, threads=1)
    for threads in (2, 3, 8):
        many = catalogue.locate(lon, lat, threads=threads)
        assert (many.zone_sets == one.zone_sets).all()
        for layout in one:
            for column in ("zone_numbers", "verdicts"):
                assert (getattr(many[layout], column) == getattr(one[layout], column)).all()
            for column in ("probabilities", "distances"):
                np.testing.assert_array_equal(getattr(many[layout], column), getattr(one[layout], column))


def test_one_catalogue_serves_many_threads(catalogue):
    lon, lat = positions(20_000)
    wanted = catalogue.locate(lon, lat).zone_sets

    def ask(number):
        if number % 2:
            return catalogue.assess((106.33, 29.52))["layouts"][0]["zone"]
        return (catalogue.locate(lon, lat, threads=2, accuracy=number).zone_sets == wanted).all()

    with ThreadPoolExecutor(8) as pool:
        for number, answer in enumerate(pool.map(ask, range(24))):
            assert answer == "shengmingdao" if number % 2 else answer


def test_other_threads_of_python_go_on_meanwhile():
    """ctypes lets go of the interpreter's lock for the calls of a CDLL, and keeps it for those of a PyDLL."""
    found = jinfeng._library.library()
    assert isinstance(found, ctypes.CDLL) and not isinstance(found, ctypes.PyDLL)


def test_zones_alone_are_those_beside_the_verdicts(catalogue):
    lon, lat = positions(200_000)
    alone, full = catalogue.locate(lon, lat, zones_only=True), catalogue.locate(lon, lat)
    assert (alone.zone_numbers == full.zone_numbers).all()
    assert (alone.zone_sets == full.zone_sets).all()
    with pytest.raises(jinfeng.InputError, match="zones_only"):
        alone[FIVE].probabilities
    assert f"{FIVE}:probability" not in alone.to_pandas()


def test_tables_hold_the_columns_of_the_command(catalogue):
    lon, lat = positions(500)
    lon[3], lat[4] = np.nan, 106.0
    answers = catalogue.locate(lon, lat)
    frame, arrow = answers.to_pandas(), answers.to_arrow()
    assert list(frame.columns) == arrow.column_names
    assert arrow.column_names[:6] == [f"{FIVE}:{c}" for c in ("zone", "name", "path", "verdict", "probability", "distance_m")]
    assert arrow.column_names[-1] == "error"
    spelled = answers.to_arrow(dictionaries=False)
    for name in arrow.column_names:
        mine = [None if value != value else value for value in frame[name].tolist()]
        assert mine == arrow.column(name).to_pylist() == spelled.column(name).to_pylist()
    assert frame["error"].iloc[4].startswith("latitude_out_of_range: ") and "latitude" in frame["error"].iloc[4]
    assert frame["error"].notna().sum() == 2
    chinese = answers.to_pandas(language="zh")
    assert chinese.columns[0] == "成渝综合性科学中心（金凤）五大创新支撑:结构单元"


@pytest.mark.parametrize("zones_only", [False, True])
def test_each_position_that_is_none_says_why(catalogue, zones_only):
    """Each as if it were the only one, however many share its reason; and whatever is asked for first."""
    lon = [np.nan, 106.3, np.nan, np.inf, np.inf, 29.5, 29.6, 106.3, 106.33]
    lat = [29.5, np.nan, np.nan, np.nan, 29.5, 106.3, 106.3, 95.5, 29.52]
    answers = catalogue.locate(lon, lat, frame="wgs84", zones_only=zones_only)
    assert answers.notes[-1]["count"] == 8 and answers.first_error[0] == 0
    errors = answers.errors()
    assert list(errors) == list(range(8))
    for row, error in errors.items():
        alone = catalogue.locate(lon[row : row + 1], lat[row : row + 1], frame="wgs84").errors()[0]
        assert str(error) == str(alone)
        assert error.__traceback__ is None
    told = answers.to_pandas()["error"].tolist()
    assert told[5] != told[6] and told[0] == told[1] == told[2] and "29.6" in told[6] and told[8] != told[8]


def test_swapped_columns_are_named(catalogue):
    answers = catalogue.locate([29.52], [106.33])
    error = answers.errors()[0]
    assert error.code == "swapped_lon_lat" and "106.33,29.52" in error.remedy
    assert "经纬度" in error.chinese


def test_covers_knows_context_and_names_its_choices(catalogue):
    answers = catalogue.locate([106.33, np.nan], [29.52, 29.52])
    assert answers.covers("gaoxinqu-zhiguanyuan").tolist() == [True, False]
    with pytest.raises(KeyError, match="no drawn area"):
        answers.covers("atlantis")
    with pytest.raises(KeyError, match="the layouts are"):
        answers["atlantis"]


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({"frame": "xian80"}, "refused_frame"),
        ({"frame": "amap9"}, "unknown_frame"),
        ({"confidence": 0.2}, "bad_confidence"),
        ({"confidence": float("nan")}, "not_json"),
        ({"accuracy": -1}, "invalid_accuracy"),
        ({"as_of": "yesterday"}, "bad_day"),
        ({"as_of": "1900-01-01"}, "no_edition"),
        ({"threads": 0}, "bad_threads"),
    ],
)
def test_terms_that_cannot_be_meant_are_refused(catalogue, terms, code):
    with pytest.raises(jinfeng.InputError) as caught:
        catalogue.locate([106.33], [29.52], **terms)
    assert caught.value.code == code
    assert caught.value.remedy and caught.value.chinese


def test_a_catalogue_that_is_not_there_is_named(tmp_path):
    with pytest.raises(jinfeng.GeoDataError) as caught:
        jinfeng.Catalogue(tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert isinstance(caught.value, OSError)
    with pytest.raises(jinfeng.InputError):
        jinfeng.Catalogue("a\0b")


def said_with(library):
    """What a process that has another library says; it goes on, as an executor must."""
    lines = "import jinfeng\ntry: jinfeng.Catalogue()\nexcept ImportError as error: print(error)"
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, env={**os.environ, "JINFENG_LIBRARY": str(library)})
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_library_that_is_missing_is_named_with_what_to_install():
    said = said_with("/nowhere.so")
    assert "/nowhere.so" in said and "apt-get install" in said


@pytest.mark.skipif(not shutil.which("cc"), reason="no C compiler")
def test_a_library_of_another_interface_is_not_called(tmp_path):
    (tmp_path / "other.c").write_text("int jinfeng_interface(void) { return 99; }")
    subprocess.run(["cc", "-shared", "-o", tmp_path / "other.so", tmp_path / "other.c"], check=True)
    said = said_with(tmp_path / "other.so")
    assert "interface 99" in said and "Install the wheel whole" in said


def test_catalogues_and_errors_can_be_pickled(catalogue):
    again = pickle.loads(pickle.dumps(catalogue))
    assert again.locate([106.33], [29.52]).zone_sets == catalogue.locate([106.33], [29.52]).zone_sets
    error = pickle.loads(pickle.dumps(catalogue.locate([29.52], [106.33]).errors()[0]))
    assert error.code == "swapped_lon_lat"


def test_answers_do_not_change_with_the_arrays(catalogue):
    lon, lat = np.array([29.52, 106.33, np.nan]), np.array([106.33, 29.52, 29.52])
    answers = catalogue.locate(lon, lat)
    lon[:], lat[:] = 106.33, 29.52
    assert [error.code for error in answers.errors().values()] == ["swapped_lon_lat", "empty"]
    assert "106.33,29.52" in answers.errors()[0].remedy


@pytest.mark.parametrize("zones_only", [False, True])
def test_answers_travel_between_processes(catalogue, zones_only):
    lon, lat = positions(2000)
    lon[3] = np.nan
    answers = catalogue.locate(lon, lat, zones_only=zones_only)
    there = pickle.loads(pickle.dumps(answers))
    assert there.to_arrow().equals(answers.to_arrow())
    assert there.errors()[3].code == answers.errors()[3].code and len(there) == 2000
    assert (there.covers("gaoxinqu-zhiguanyuan") == answers.covers("gaoxinqu-zhiguanyuan")).all()
