"""Memory for the answers of many positions, used again by the next question.

Fresh memory of the system's costs as much as a sixth of what the answers themselves do: every page is cleared before it is
written. So the memory of answers that nobody holds any more is kept for the next ones, once; while it waits, the system may
take its pages back as it needs them.
"""

from __future__ import annotations

import collections
import ctypes
import mmap
import weakref

import numpy as np
from numpy.typing import NDArray

#: Below it the allocator keeps memory by itself, bytes.
_LEAST = 1 << 22
#: Above it nothing is kept, bytes: the answers of some 67 million positions.
_MOST = 1 << 28
#: A large page of Linux on this kind of machine, bytes.
_PAGE = 1 << 21

#: What is kept, at most one. Only appended to and popped from, each in one step: answers may end in any thread, at any time.
_kept: collections.deque[mmap.mmap] = collections.deque(maxlen=1)


def room(count: int) -> NDArray[np.uint32]:
    """An array of so many numbers, not yet written."""
    size = count * 4
    if not _LEAST <= size <= _MOST or not hasattr(mmap, "MAP_ANONYMOUS"):
        return np.empty(count, np.uint32)
    try:
        held = _kept.pop()
    except IndexError:
        held = None
    # Few answers do not hold the memory of many.
    if held is None or not size <= len(held) <= 4 * size:
        # Private: a process that is forked off has its own.
        held = mmap.mmap(-1, -(-size // _PAGE) * _PAGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        _advise(held, "MADV_HUGEPAGE")
    # Ends with the last array upon it, views and slices included.
    lease = (ctypes.c_char * size).from_buffer(held)
    weakref.finalize(lease, _keep, held).atexit = False
    return np.frombuffer(memoryview(lease), np.uint32)


def _keep(held: mmap.mmap) -> None:
    _advise(held, "MADV_FREE")
    _kept.append(held)


def _advise(held: mmap.mmap, advice: str) -> None:
    try:
        held.madvise(getattr(mmap, advice))
    except (AttributeError, OSError, ValueError):
        # Advice only; a kernel without it does as well.
        pass
