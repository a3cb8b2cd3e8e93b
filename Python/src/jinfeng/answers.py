"""Answers about many positions: columns of numbers, and what they mean."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Iterator
from ctypes import c_void_p
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from . import _library
from .arrays import Doubles
from .errors import InputError
from .notes import notes
from .room import room

Language = Literal["en", "zh"]

#: In place of a zone: none covers the position; the layout does not speak about the land; there is no position.
NO_ZONE, NOT_COVERED, NO_POSITION = -1, -2, -3

_CHINESE = {
    "inside": "范围内",
    "outside": "范围外",
    "uncertain": "难以判定（需核边界）",
    "not_covered": "不适用",
    "not_stated": "文本未明确是否适用",
    "coverage_uncertain": "是否适用难以判定（需核边界）",
    "unassigned": "文本未明确归属",
}
_HEADERS: dict[str, list[str]] = {
    "en": ["zone", "name", "path", "verdict", "probability", "distance_m", "also_possible", "error"],
    "zh": ["结构单元", "名称", "路径", "判定", "概率", "距边界_m", "其他可能", "错误"],
}


class Legend:
    """What the numbers of answers mean: layouts, their zones, and the zones of each zone set."""

    def __init__(self, text: str) -> None:
        value = json.loads(text)
        #: The day whose editions answer.
        self.as_of: str = value["as_of"]
        self.frame: str = value["frame"]
        #: One standard deviation per axis of the positions, metres, without the frame's own.
        self.accuracy_m: float = value["accuracy_m"]
        self.confidence: float = value["confidence"]
        self.no_position: int = value["no_position"]
        #: How many words of 64 bits have a bit for each zone of any layout.
        self.possible_words: int = value["possible_words"]
        self.verdicts: list[str] = value["verdicts"]
        #: Of all answers: ``{code, text_en, text_zh}``.
        self.notes: list[dict[str, str]] = value["notes"]
        #: ``{layout, name_zh, name_en, edition, plan_status, notes, zones: [{zone, name_zh, name_en, role, parent, path}]}``.
        self.layouts: list[dict[str, Any]] = value["layouts"]
        #: ``{zones: [{layout, zone}], deepest: [number or None for each layout]}``.
        self.sets: list[dict[str, Any]] = value["sets"]

    def words(self, layout: int, what: str) -> NDArray[np.object_]:
        """A text for each zone of a layout, then one for no position, not covered and no zone: index with the number."""
        texts = [";".join(z["path"]) if what == "path" else z[what] for z in self.layouts[layout]["zones"]]
        return np.array([*texts, None, None, None], dtype=object)

    @functools.cached_property
    def deepest(self) -> NDArray[np.int32]:
        """For each layout and zone set the deepest zone's number; -9 where the position decides. The last is no position."""
        open_ = -9
        rows = [[open_ if s["deepest"][k] is None else s["deepest"][k] for s in self.sets] for k in range(len(self.layouts))]
        return np.array([[*row, NO_POSITION] for row in rows], dtype=np.int32)


class Table:
    """The tables of one set of terms, in the library."""

    def __init__(self, handle: _library.Handle) -> None:
        self._handle = handle
        self.legend = Legend(_library.library().jinfeng_table_legend(handle.pointer).decode())

    def locate(self, x: Doubles, y: Doubles, first: int, end: int, answers: Answers) -> None:
        """Answers a run of the positions, into the same run of the answers."""

        def place(array: NDArray[Any] | None, width: int = 1) -> c_void_p | None:
            return None if array is None else c_void_p(array.ctypes.data + first * width * array.itemsize)

        _library.call(
            "locate", self._handle.pointer, place(x), place(y), end - first, max(x.size, 1), place(answers.zone_sets),
            place(answers._zones), place(answers._verdicts), place(answers._probabilities), place(answers._distances),
            place(answers._possible, self.legend.possible_words),
        )  # fmt: skip

    def zones(self, x: Doubles, y: Doubles) -> NDArray[np.int32]:
        """The deepest zones alone, for positions whose zone set leaves them open."""
        zones = np.empty((len(self.legend.layouts), x.size), np.int32)
        _library.call(
            "locate", self._handle.pointer, c_void_p(x.ctypes.data), c_void_p(y.ctypes.data), x.size, max(x.size, 1), None,
            c_void_p(zones.ctypes.data), None, None, None, None,
        )  # fmt: skip
        return zones

    def error(self, x: float, y: float) -> InputError | None:
        """Why a position is none."""
        refused = _library.refusal("table_check", self._handle.pointer, x, y)
        return refused if isinstance(refused, InputError) else None


class Answers:
    """What was answered about some positions, in their order.

    ``answers["jinfeng-five-zones"]`` is one layout's columns; ``to_pandas()`` and ``to_arrow()`` the table the command writes.
    """

    def __init__(
        self, table: Table, x: Doubles, y: Doubles, *, zones_only: bool, out: NDArray[np.uint32] | None = None
    ) -> None:
        #: What is needed for whatever is only made when it is asked for.
        self._table: Table | None = table
        self._arrays: tuple[Doubles, Doubles] | None = (x, y)
        #: What the numbers mean.
        self.legend: Legend = table.legend
        self.zones_only = zones_only
        shape = (len(table.legend.layouts), x.size)
        if out is not None:
            is_usable = isinstance(out, np.ndarray) and out.dtype == np.uint32 and out.flags.c_contiguous and out.flags.writeable
            if not is_usable or out.shape != (x.size,) or not zones_only:
                raise InputError(
                    "bad_out",
                    "Zone sets cannot be written to that memory.",
                    f"Pass numpy.empty({x.size}, numpy.uint32), with zones_only=True.",
                    f"结构单元组号无法写入该数组。请给出 numpy.empty({x.size}, numpy.uint32)，并设 zones_only=True。",
                    field="out",
                )
        #: For each position the number of its zone set in ``legend.sets``: all zones of all layouts that cover it.
        self.zone_sets: NDArray[np.uint32] = room(x.size) if out is None else out
        self._zones: NDArray[np.int32] | None = None
        self._verdicts: NDArray[np.uint8] | None = None
        self._probabilities: Doubles | None = None
        self._distances: Doubles | None = None
        self._possible: NDArray[np.uint64] | None = None
        if not zones_only:
            self._zones = np.empty(shape, np.int32)
            self._verdicts = np.empty(shape, np.uint8)
            self._probabilities = np.empty(shape)
            self._distances = np.empty(shape)
            self._possible = np.empty((*shape, table.legend.possible_words), np.uint64)

    def settle(self) -> None:
        """Makes the answers independent of the arrays they were asked with.

        With verdicts that is done at once and costs little. With ``zones_only`` errors, and zones that the zone set leaves
        open, are worked out when they are first asked for: until then the arrays must not be changed.
        """
        if not self.zones_only:
            _ = self._refused
            self._arrays = None

    def _finish(self) -> None:
        _ = self.zone_numbers, self._errors
        self._table = self._arrays = None

    def __getstate__(self) -> dict[str, Any]:
        self._finish()
        return {key: value for key, value in self.__dict__.items() if key != "_places"}

    @property
    def layouts(self) -> list[str]:
        """The ids of the layouts answered, in catalogue order."""
        return [layout["layout"] for layout in self.legend.layouts]

    def __len__(self) -> int:
        return int(self.zone_sets.size)

    def __iter__(self) -> Iterator[str]:
        return iter(self.layouts)

    def __getitem__(self, layout: str) -> LayoutAnswers:
        if layout not in self.layouts:
            raise KeyError(f"{layout!r}; the layouts are {', '.join(self.layouts)}")
        return LayoutAnswers(self, self.layouts.index(layout))

    def __repr__(self) -> str:
        columns = "zones" if self.zones_only else "zones, verdicts, probabilities, distances"
        return f"<jinfeng.Answers: {len(self)} positions, {columns}, layouts {', '.join(self.layouts)}>"

    @property
    def is_position(self) -> NDArray[np.bool_]:
        """Whether each position is one: not NaN, null, or a number no frame has."""
        known: NDArray[np.bool_] = self.zone_sets != self.legend.no_position
        return known

    def covers(self, zone: str, layout: str | None = None) -> NDArray[np.bool_]:
        """Whether a zone covers each position (inside or on its drawn boundary), context zones included.

        Raises:
            KeyError: for a zone that holds no sites, or whose id several layouts use.
        """
        sets = self.legend.sets
        owners = {z["layout"] for s in sets for z in s["zones"] if z["zone"] == zone and layout in (None, z["layout"])}
        if len(owners) != 1:
            hint = f"it stands in {', '.join(sorted(owners))}: name the layout" if owners else "no drawn area has this id"
            raise KeyError(f"{zone!r}: {hint}")
        owner = owners.pop()
        covered = [any(z["zone"] == zone and z["layout"] == owner for z in s["zones"]) for s in sets]
        return np.array([*covered, False])[self._places]

    @functools.cached_property
    def _places(self) -> NDArray[np.intp]:
        """Each position's place in ``legend.sets``, behind the last where there is none."""
        return np.minimum(self.zone_sets, len(self.legend.sets)).astype(np.intp)

    @functools.cached_property
    def zone_numbers(self) -> NDArray[np.int32]:
        """For each layout and position the deepest zone: its place in the legend's zones, or NO_ZONE and its like."""
        if self._zones is not None:
            return self._zones
        zones: NDArray[np.int32] = self.legend.deepest[:, self._places]
        unsettled = np.flatnonzero((zones == -9).any(axis=0) | (self.zone_sets == self.legend.no_position - 1))
        if unsettled.size and self._table is not None and self._arrays is not None:
            x, y = self._arrays
            zones[:, unsettled] = self._table.zones(x[unsettled], y[unsettled])
        return zones

    def errors(self) -> dict[int, InputError]:
        """What is wrong with each position that is none, by its place."""
        return dict(self._errors)

    @functools.cached_property
    def _refused(self) -> tuple[NDArray[np.intp], Doubles, Doubles]:
        """The positions that are none: their places and numbers."""
        rows = np.flatnonzero(~self.is_position)
        x, y = self._arrays or (np.empty(0), np.empty(0))
        return rows, x[rows], y[rows]

    @functools.cached_property
    def _errors(self) -> dict[int, InputError]:
        known: dict[tuple[float, float] | None, InputError | None] = {}
        found: dict[int, InputError] = {}
        if self._table is None:
            return found
        for row, x, y in zip(*(column.tolist() for column in self._refused)):
            # What is missing is told in the same words, whatever stands beside it.
            pair = None if (x != x and not math.isinf(y)) or (y != y and not math.isinf(x)) else (x, y)
            if pair not in known:
                known[pair] = self._table.error(x, y)
            error = known[pair]
            if error is not None:
                found[row] = error
        return found

    @property
    def first_error(self) -> tuple[int, InputError] | None:
        """The first position that is none, and why."""
        if self._table is None or "_errors" in self.__dict__:
            return next(iter(self._errors.items()), None)
        rows, x, y = self._refused
        error = self._table.error(float(x[0]), float(y[0])) if rows.size else None
        return None if error is None else (int(rows[0]), error)

    @property
    def notes(self) -> list[dict[str, Any]]:
        """What a reader should know, as ``{code, layout, text_en, text_zh}``; ``layout`` None for all.

        ``frame_assumed``: none was stated; ``frame_accuracy``: what its conversion adds; ``imported_boundaries`` and
        ``mixed_accuracies``: whose a layout's boundaries are; ``plan_period_ended`` and its like; ``positions_refused``:
        how many (``count``) could not be answered.
        """
        return notes(self)

    def _also_possible(self, number: int) -> tuple[NDArray[np.int32], NDArray[np.object_]]:
        """For each position which of some texts says what else is possible in a layout, and the texts; -1 for nothing."""
        if self._possible is None:
            raise _zones_only()
        ids = [zone["zone"] for zone in self.legend.layouts[number]["zones"]]
        masks = self._possible[number]
        filled = np.flatnonzero(masks.any(axis=1))
        codes = np.full(len(self), -1, np.int32)
        if masks.shape[1] == 1:
            # Plain numbers are sorted many times as fast as rows of them.
            numbers, which = np.unique(masks[filled, 0], return_inverse=True)
            known = numbers.reshape(-1, 1)
        else:
            known, which = np.unique(masks[filled], axis=0, return_inverse=True)
        codes[filled] = which.reshape(-1)
        texts = [";".join(ids[i] for i in range(len(ids)) if int(mask[i // 64]) >> (i % 64) & 1) for mask in known]
        return codes, np.array(texts, dtype=object)

    # ---- Tables ----------------------------------------------------------------------------------------------

    def columns(self, language: Language = "en") -> dict[str, Any]:
        """The columns of the command's CSV, as (codes, words) or as floats, by their header."""
        headers = _HEADERS[language]
        columns: dict[str, Any] = {}
        for number, layout in enumerate(self.legend.layouts):
            title = layout["layout"] if language == "en" else layout["name_zh"]
            # One array behind all three, which Arrow then need look at once only.
            codes = np.maximum(self.zone_numbers[number], NO_ZONE)
            for header, what in zip(headers, ("zone", f"name_{language}", "path")):
                columns[f"{title}:{header}"] = (codes, self.legend.words(number, what)[:-3])
            if self._verdicts is None or self._probabilities is None or self._distances is None:
                continue
            verdicts = self.legend.verdicts if language == "en" else [_CHINESE[word] for word in self.legend.verdicts]
            is_none = self._verdicts[number] == 255
            columns[f"{title}:{headers[3]}"] = (
                np.where(is_none, -1, self._verdicts[number].astype(np.int32)), np.array(verdicts, dtype=object)
            )  # fmt: skip
            columns[f"{title}:{headers[4]}"] = self._probabilities[number]
            columns[f"{title}:{headers[5]}"] = self._distances[number]
            columns[f"{title}:{headers[6]}"] = self._also_possible(number)
        # As in the command's CSV. Many rows share an error, and few texts are alike beside.
        texts: dict[str, int] = {}
        known: dict[int, int] = {}
        errors = self._errors
        for error in errors.values():
            if id(error) not in known:
                text = f"{error.message} {error.remedy}" if language == "en" else error.chinese
                known[id(error)] = texts.setdefault(f"{error.code}: {text}", len(texts))
        codes = np.full(len(self), -1, np.int32)
        codes[list(errors)] = [known[id(error)] for error in errors.values()]
        words = np.array(list(texts), dtype=object)
        columns[headers[7]] = (codes, words)
        return columns

    def to_pandas(self, index: Any = None, language: Language = "en") -> Any:
        """A DataFrame; words as categories, which take a few bytes a row. Its ``attrs["jinfeng"]`` say on which terms, with notes."""
        import pandas

        frame = pandas.DataFrame(
            {
                header: pandas.Categorical.from_codes(column[0], _distinct(column)) if isinstance(column, tuple) and _is_distinct(column)
                else (_spelled(column) if isinstance(column, tuple) else column)
                for header, column in self.columns(language).items()
            },
            index=index,
            copy=False,
        )  # fmt: skip
        legend = self.legend
        frame.attrs["jinfeng"] = {
            "as_of": legend.as_of, "frame": legend.frame, "accuracy_m": legend.accuracy_m, "confidence": legend.confidence,
            "notes": self.notes,
        }  # fmt: skip
        return frame

    def to_arrow(self, language: Language = "en", *, dictionaries: bool = True) -> Any:
        """An Arrow table; words as dictionaries, or spelled out; NaN as null."""
        import pyarrow as arrow

        def array(kind: Any, values: NDArray[Any], is_known: NDArray[np.bool_]) -> Any:
            # The numbers stay where they are; conversion by Arrow itself takes several times as long.
            known = None if is_known.all() else arrow.py_buffer(np.packbits(is_known, bitorder="little"))
            return arrow.Array.from_buffers(kind, values.size, [known, arrow.py_buffer(values)])

        indices: dict[int, Any] = {}

        def made(column: Any) -> Any:
            if not isinstance(column, tuple):
                return array(arrow.float64(), column, ~np.isnan(column))
            codes, words = column
            if id(codes) not in indices:
                indices[id(codes)] = array(arrow.int32(), codes, codes >= 0)
            # Codes are places among the words by themselves; nothing is left to be checked.
            encoded = arrow.DictionaryArray.from_arrays(indices[id(codes)], arrow.array(words.tolist(), arrow.string()), safe=False)
            return encoded if dictionaries else encoded.dictionary_decode()

        columns = self.columns(language)
        return arrow.table({header: made(column) for header, column in columns.items()})


def _zones_only() -> InputError:
    return InputError(
        "zones_only", "Only zones were asked for.", "Ask again without zones_only.", "只问了结构单元。请去掉 zones_only 再问。", "zones_only"
    )


def _is_distinct(column: tuple[NDArray[Any], NDArray[Any]]) -> bool:
    return len(set(column[1].tolist())) == len(column[1])


def _distinct(column: tuple[NDArray[Any], NDArray[Any]]) -> list[str]:
    return list(column[1])


def _spelled(column: tuple[NDArray[Any], NDArray[Any]]) -> NDArray[np.object_]:
    words: NDArray[np.object_] = np.array([*column[1].tolist(), None], dtype=object)
    return words[column[0]]


class LayoutAnswers:
    """What one layout answers about each position."""

    def __init__(self, answers: Answers, number: int) -> None:
        self._answers, self._number = answers, number
        #: The layout's id.
        self.layout: str = answers.layouts[number]

    @property
    def zone_numbers(self) -> NDArray[np.int32]:
        """The deepest zone's place in the legend; NO_ZONE, NOT_COVERED or NO_POSITION without one."""
        numbers: NDArray[np.int32] = self._answers.zone_numbers[self._number]
        return numbers

    @property
    def zones(self) -> NDArray[np.object_]:
        """The deepest zone's id; None without one."""
        return self._answers.legend.words(self._number, "zone")[self.zone_numbers]

    @property
    def names(self) -> NDArray[np.object_]:
        """The deepest zone's Chinese name; None without one."""
        return self._answers.legend.words(self._number, "name_zh")[self.zone_numbers]

    @property
    def verdicts(self) -> NDArray[np.object_]:
        """``inside``, ``outside``, ``uncertain`` …, the words of the command; None where there is no position."""
        codes = self._answers._verdicts
        known = self._answers.legend.verdicts
        words: NDArray[np.object_] = np.array([*known, *[None] * (256 - len(known))], dtype=object)
        return words[self._asked(codes)]

    @property
    def probabilities(self) -> Doubles:
        """The probability that the site lies in that zone, 0 to 1; NaN without one."""
        return self._asked(self._answers._probabilities)

    @property
    def distances(self) -> Doubles:
        """Metres to that zone's boundary; without a zone minus the metres to the layout's nearest; NaN where not covered."""
        return self._asked(self._answers._distances)

    @property
    def also_possible(self) -> NDArray[np.object_]:
        """Ids of zones that do not hold the site but may (probability over 1 − confidence), joined by ``;`` in catalogue
        order; None where there is none."""
        codes, words = self._answers._also_possible(self._number)
        texts: NDArray[np.object_] = np.array([*words.tolist(), None], dtype=object)
        return texts[codes]

    def _asked(self, column: NDArray[Any] | None) -> NDArray[Any]:
        if column is None:
            raise _zones_only()
        asked: NDArray[Any] = column[self._number]
        return asked

    def __repr__(self) -> str:
        return f"<jinfeng.LayoutAnswers: {self.layout}, {len(self._answers)} positions>"
