"""The catalogue: layouts, zones and the documents' sentences, read once, and the questions it answers."""

from __future__ import annotations

import datetime
import decimal
import json
import numbers
import os
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from ctypes import byref, c_void_p
from pathlib import Path
from typing import Any, cast

import numpy as np

from . import _library
from .answers import Answers, Legend, Table
from .arrays import Doubles, paired
from .errors import GeoDataError, InputError
from .frames import framed
from .notes import announce
from .sites import collection_text, json_text, position_text, site_text

#: The fewest positions one call of the library is given where threads share: enough to be worth the call. And the most: Ctrl-C
#: waits for a call to end.
_PIECE, _RUN = 1 << 14, 1 << 20
#: Criteria of which there may be several.
_CRITERIA = {"in", "not_in", "near", "away", "min_area", "activity"}


class Catalogue:
    """Layouts and zones of one GeoData folder; never changes, and any number of threads may ask it.

    Args:
        geodata: the folder; else ``JINFENG_GEODATA``, else the data inside this package.

    Raises:
        GeoDataError: where the folder cannot be read.
        ImportError: where the library cannot be loaded.
    """

    def __init__(self, geodata: str | os.PathLike[str] | None = None) -> None:
        path = geodata or os.environ.get("JINFENG_GEODATA") or Path(__file__).with_name("GeoData")
        self.path = os.path.abspath(path)
        pointer = c_void_p()
        _library.call("open", _library.encoded(self.path, "geodata"), byref(pointer))
        self._handle = _library.Handle(pointer, "close")
        self._tables: dict[str, Table] = {}
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"jinfeng.Catalogue({self.path!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (Catalogue, (self.path,))

    # ---- Arrays ----------------------------------------------------------------------------------------------

    def locate(
        self,
        lon: Any,
        lat: Any,
        *,
        frame: str | None = None,
        accuracy: float | str = 0.0,
        confidence: float = 0.975,
        as_of: datetime.date | str | None = None,
        zones_only: bool = False,
        threads: int | None = None,
        out: np.ndarray[Any, np.dtype[np.uint32]] | None = None,
    ) -> Answers:
        """In which zones positions lie: all layouts, all positions at once.

        Args:
            lon: longitudes in degrees, or eastings in metres: a NumPy array, a pandas Series, an Arrow array, a list.
                Contiguous float64 and Arrow columns without nulls are read where they are, without a copy.
            lat: latitudes or northings, as many.
            frame: what the numbers refer to: ``wgs84``, ``cgcs2000``, ``gcj02`` (Amap), ``bd09`` (Baidu), ``epsg:4544``
                and others. A position left in GCJ-02 is some 480 m off here, and nothing can detect it: where no frame is
                stated, ``wgs84`` is taken and a :class:`JinfengWarning` says so.
            accuracy: how well the positions are known, one standard deviation per axis in metres.
            confidence: how sure a verdict must be, between 0.5 and 1.
            as_of: the day whose editions answer; today.
            zones_only: leave out verdict, probability and distance, which is many times as fast. The arrays must then stay
                as they are until errors and tables have been asked for (``Answers.settle``).
            threads: how many threads share the work; as many as there are cores. The answers do not depend on it.
            out: memory for the zone sets, a contiguous uint32 array as long as ``lon``; only with ``zones_only``.

        Returns:
            The answers, in the order of the positions. What is no position (NaN, null, a latitude of 106°) is answered in
            its place and costs no other; with verdicts a :class:`JinfengWarning` counts them. ``Answers.notes`` has all that
            a reader should know.

        Raises:
            InputError: for columns that are not numbers or not equally long, or terms that cannot be meant.
        """
        answers = self._located(
            lon, lat, frame=frame, accuracy=accuracy, confidence=confidence, as_of=as_of, zones_only=zones_only,
            threads=threads, out=out,
        )  # fmt: skip
        announce(answers)
        return answers

    def _located(
        self,
        lon: Any,
        lat: Any,
        *,
        frame: str | None,
        accuracy: float | str,
        confidence: float,
        as_of: datetime.date | str | None,
        zones_only: bool,
        threads: int | None,
        out: np.ndarray[Any, np.dtype[np.uint32]] | None = None,
    ) -> Answers:
        """What :meth:`locate` answers, without a warning: for programs whose user is elsewhere."""
        x, y = paired(lon, lat)
        table = self._table(frame, accuracy, confidence, as_of)
        answers = Answers(table, x, y, zones_only=zones_only, out=out)
        _share(table, x, y, answers, threads)
        answers.settle()
        return answers

    def _table(
        self, frame: str | None, accuracy: float | str, confidence: float, as_of: datetime.date | str | None
    ) -> Table:
        """The tables for terms, made when first asked for."""
        # The day is part of the key: a program may run past midnight.
        stated = {"frame": frame, "accuracy": accuracy, "confidence": confidence, "as_of": as_of or datetime.date.today()}
        terms = json_text({name: _term(name, value) for name, value in stated.items() if value is not None}, allow_nan=False)
        with self._lock:
            table = self._tables.get(terms)
            if table is None:
                pointer = c_void_p()
                _library.call(
                    "table_open", self._handle.pointer, _library.encoded(terms, "terms"), byref(pointer)
                )
                table = self._tables[terms] = Table(_library.Handle(pointer, "table_close"))
                # Each holds some megabytes; whoever asks on ever other terms must not fill the memory.
                if len(self._tables) > 16:
                    del self._tables[next(iter(self._tables))]
        return table

    def legend(self, *, frame: str = "wgs84", as_of: datetime.date | str | None = None) -> Legend:
        """Layouts, zones and words that answers speak of, without a position."""
        return self._table(frame, 0.0, 0.975, as_of).legend

    # ---- Questions -------------------------------------------------------------------------------------------

    def locate_one(self, site: str | Sequence[float], **terms: Any) -> dict[str, Any]:
        """One position or place with sources, grades and notes: ``jinfeng locate SITE --format json``.

        Args:
            site: ``"106.33,29.52"``, ``(106.33, 29.52)``, a shapely point or the name of a place such as ``"科学会堂"``.
            terms: ``frame``, ``accuracy`` (metres), ``confidence``, ``as_of``, ``layouts``, ``language`` (``en`` or ``zh``).
        """
        return cast("dict[str, Any]", self._ask("locate_one", position_text(site), "site", terms))

    def assess(self, site: Any, **terms: Any) -> dict[str, Any] | list[dict[str, Any]]:
        """All that is known of a site: ``jinfeng assess SITE --format json``.

        Args:
            site: GeoJSON (a dict or text, each feature of a collection is assessed), a shapely geometry, Well-Known Text,
                ``(lon, lat)``, or the name of a place or zone. Longitude first.
            terms: ``frame``, ``accuracy`` (metres), ``confidence``, ``as_of``, ``layouts``, ``language``; ``activity`` in the
                user's own words; ``area`` as stated, with its unit (``"50亩"``); ``make_valid``.

        Returns:
            One assessment, or of several features a list: areas in m², distances in m, bearings in degrees from true north.
        """
        return cast("dict[str, Any] | list[dict[str, Any]]", self._ask("assess", site_text(site), "site", terms))

    def find(self, candidates: Any, *, in_: str | Iterable[str] = (), **criteria: Any) -> dict[str, Any]:
        """Which candidates fulfil criteria, ranked: ``jinfeng find FILE … --format json``.

        Args:
            candidates: a GeoJSON FeatureCollection (dict or text), a GeoDataFrame, or a list of features.
            in_: zones all of the site lies in.
            criteria: ``not_in``, ``near`` (``"kexue-dadao<=1km"``), ``away`` (``"梁滩河>=500m"``), ``min_area`` (``"50亩"``),
                ``activity``, each one text or several; ``min_probability``, ``confidence``, ``frame``, ``accuracy`` (metres),
                ``make_valid``, ``as_of``, ``language``.
        """
        if in_:
            criteria["in"] = in_
        for name in _CRITERIA & criteria.keys():
            # One is as good as several, and a number is left for the library to ask its unit.
            if not isinstance(criteria[name], (list, tuple, set, frozenset)):
                criteria[name] = [str(criteria[name])]
        if hasattr(candidates, "crs") and hasattr(candidates, "iterfeatures") and "frame" not in criteria:
            candidates, criteria["frame"] = framed(candidates, self)
        return cast("dict[str, Any]", self._ask("find", collection_text(candidates), "candidates", criteria))

    def fit(self, activity: str, **terms: Any) -> dict[str, Any]:
        """To which zones the documents assign an activity: ``jinfeng fit ACTIVITY --format json``.

        Args:
            activity: in the user's own words, Chinese, English or pinyin.
            terms: ``stages`` (``research``, ``transfer``, ``manufacture``), ``documents``, ``layouts``, ``as_of``, ``language``.
        """
        if not isinstance(activity, str):
            raise InputError(
                "no_text", f"A {type(activity).__name__} is no activity.", "Name it in words, such as '集成电路设计'.",
                f"{type(activity).__name__} 不是活动名称。请用文字写出，例如“集成电路设计”。", field="activity",
            )  # fmt: skip
        return cast("dict[str, Any]", self._ask("fit", activity, "activity", terms))

    def _ask(self, question: str, subject: str, field: str, terms: Mapping[str, Any]) -> Any:
        stated = {key: _term(key, value) for key, value in terms.items() if value is not None}
        return json.loads(_library.ask(question, self._handle, subject, field, json_text(stated, allow_nan=False)))


def _share(table: Table, x: Doubles, y: Doubles, answers: Answers, threads: int | None) -> None:
    """Answers pieces of the arrays in threads; the library works without the interpreter's lock."""
    count = x.size
    if threads is None:
        threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    elif not isinstance(threads, (int, np.integer)) or threads < 1:
        raise InputError(
            "bad_threads", f"There cannot be {threads!r} threads.", "Leave it out, or give 1 or more.",
            f"线程数不能是 {threads!r}。请省略，或给出 1 以上的整数。", field="threads",
        )  # fmt: skip
    # Shared by all threads, and moved on by one at a time, since the interpreter's lock is held for it.
    runs = iter(_runs(count, int(threads)))

    def work() -> None:
        for first, end in runs:
            table.locate(x, y, first, end, answers)

    helpers = [_Helper(work) for _ in range(min(threads, count // _PIECE) - 1)]
    for helper in helpers:
        helper.start()
    try:
        work()
    finally:
        # Also where this thread was interrupted: the arrays are written to no longer when the caller goes on.
        for _ in runs:
            pass
        for helper in helpers:
            helper.join()
    for helper in helpers:
        if helper.failure is not None:
            raise helper.failure


def _runs(count: int, threads: int) -> list[tuple[int, int]]:
    """Parts of an array for threads to take in turn: long ones first, since each costs a call; short ones at last, so that all
    end together."""
    runs, first = [], 0
    while first < count:
        length = min(count - first, _RUN)
        if threads > 1:
            length = min(length, max((count - first) // (2 * threads), _PIECE))
        runs.append((first, first + length))
        first += length
    return runs


class _Helper(threading.Thread):
    """A thread that keeps what it failed with for who waits for it."""

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__(name="jinfeng", daemon=True)
        self._work = work
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            self._work()
        except BaseException as failure:
            self.failure = failure


def _term(name: str, value: Any) -> Any:
    """A term as JSON has it: numbers and days of any library, several texts as a list."""
    if isinstance(value, np.datetime64):
        value = value.astype("datetime64[D]").item()
    if isinstance(value, datetime.date):
        # A moment is a date too; the library knows days.
        return value.isoformat()[:10]
    if isinstance(value, np.generic):
        value = value.item()
    if name == "frame" and isinstance(value, int):
        return f"epsg:{value}"
    if isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, (numbers.Real, decimal.Decimal)):
        return float(value)
    return list(value) if isinstance(value, Iterable) else value


__all__ = ["Catalogue", "GeoDataError"]
