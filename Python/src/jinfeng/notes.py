"""What whoever reads answers should know without looking for it: as notes beside them, and as warnings where they are made."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from .errors import JinfengWarning

if TYPE_CHECKING:
    from .answers import Answers

_HERE = str(Path(__file__).parent)
#: Of all that is known beforehand, what somebody may have forgotten to say.
_FORGOTTEN = "frame_assumed"


def notes(answers: Answers) -> list[dict[str, Any]]:
    """Notes on some answers; see :attr:`Answers.notes`."""
    legend = answers.legend
    found: list[dict[str, Any]] = [{**note, "layout": None} for note in legend.notes]
    found += [{**note, "layout": layout["layout"]} for layout in legend.layouts for note in layout["notes"]]
    first = answers.first_error
    if first is not None:
        row, error = first
        count = len(answers) - int(np.count_nonzero(answers.is_position))
        found.append({
            "code": "positions_refused", "layout": None, "count": count,
            "text_en": f"{count} of {len(answers)} positions could not be answered, the first at row {row} (from 0): "
            f"{error.message} {error.remedy} errors() tells why of each.",
            "text_zh": f"{len(answers)} 个点位中有 {count} 个未能作答，首个为第 {row} 个（从 0 数起）："
            f"{error.chinese}各个原因见 errors()。",
        })  # fmt: skip
    return found


def announce(answers: Answers) -> None:
    """Warns of what a reader would otherwise have to look for: a frame nobody stated, positions that are none.

    Positions are counted only where verdicts were asked for: with zones alone the count would take longer than the answers.
    """
    told = [note for note in answers.legend.notes if note["code"] == _FORGOTTEN]
    if not answers.zones_only:
        told += [note for note in notes(answers) if note["code"] == "positions_refused"]
    for note in told:
        warnings.warn(JinfengWarning(note["code"], note["text_en"], note["text_zh"]), stacklevel=_outside())


def _outside() -> int:
    """How far above ``announce`` the caller's own line is: each such line is warned of once."""
    level, frame = 1, sys._getframe(1)
    while frame.f_back is not None and frame.f_code.co_filename.startswith(_HERE):
        level, frame = level + 1, frame.f_back
    return level
