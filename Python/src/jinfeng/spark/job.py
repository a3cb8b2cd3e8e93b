"""What a job carries to its executors: the GeoData of the driver, and the terms all rows are answered on."""

from __future__ import annotations

import datetime
import functools
import hashlib
import io
import os
import tarfile
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..answers import Answers
from ..catalogue import Catalogue
from ..errors import GeoDataError, InputError


@dataclass(frozen=True)
class Job:
    """The question of a job; goes to the executors with its tasks, some hundred kilobytes."""

    geodata: bytes
    digest: str
    lon: str
    lat: str
    terms: Mapping[str, Any]

    def answers(self, columns: Any) -> Answers:
        """Answers a batch or table of Arrow's, in one thread: an executor's core is all that is ours."""
        held = _opened(self.digest, self.geodata)
        return held._located(columns.column(self.lon), columns.column(self.lat), threads=1, **self.terms)


def prepared(
    lon: str, lat: str, catalogue: Catalogue | None, as_of: datetime.date | str | None, **terms: Any
) -> tuple[Job, Any]:
    """A job, and the Arrow schema of the columns it adds.

    Raises:
        InputError: for terms that cannot be meant, before anything is started.
    """
    held = catalogue or Catalogue()
    # The driver's today, whatever the executors' clocks say.
    day = as_of.isoformat() if isinstance(as_of, datetime.date) else as_of or datetime.date.today().isoformat()
    terms["as_of"] = day
    added = held.locate([], [], **terms).to_arrow(dictionaries=False).schema
    geodata = _packed(held.path)
    return Job(geodata, hashlib.sha256(geodata).hexdigest(), lon, lat, terms), added


def check(present: Mapping[str, str], lon: str, lat: str, numbers: tuple[str, ...], added: Iterable[str], path: str = "") -> None:
    """Refuses columns of positions that are missing or hold no numbers, and columns that would stand there twice.

    Args:
        present: the type of each column, by its name.
        lon: the column of longitudes.
        lat: the column of latitudes.
        numbers: how the types of numbers begin.
        added: the names of the answers' columns.
        path: of which file errors speak.
    """
    where, there = (f" in {path!r}", f"（{path}）") if path else ("", "")
    for name, argument in ((lon, "lon"), (lat, "lat")):
        if name not in present:
            raise InputError(
                "missing_column", f"There is no column {name!r}{where}.", f"The columns are {', '.join(present)}.",
                f"没有“{name}”列{there}。现有各列：{'、'.join(present)}。", field=argument,
            )  # fmt: skip
        if not present[name].startswith(numbers):
            raise InputError(
                "not_numbers",
                f"The column {name!r}{where} is of type {present[name]}, not numbers.",
                f"Cast it: df.withColumn({name!r}, df[{name!r}].cast('double')).",
                f"“{name}”列{there}是 {present[name]} 类型，不是数字。请转换：df.withColumn({name!r}, df[{name!r}].cast('double'))。",
                field=argument,
            )
    taken = [name for name in added if name in present]
    if taken:
        raise InputError(
            "column_exists", f"There is a column {taken[0]!r} already{where}.", "Drop or rename it.",
            f"已有“{taken[0]}”列{there}。请删除或改名。", field=taken[0],
        )  # fmt: skip


@functools.cache
def _packed_files(path: str, changed: tuple[tuple[str, int, int], ...]) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:xz") as archive:
        for name, _, _ in changed:
            # Without times and owners: the same files make the same bytes.
            info = tarfile.TarInfo(name)
            with open(os.path.join(path, name), "rb") as file:
                content = file.read()
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


def _packed(path: str) -> bytes:
    """A GeoData folder as one archive."""
    found = []
    for folder, _, names in sorted(os.walk(path)):
        for name in sorted(names):
            full = os.path.join(folder, name)
            status = os.stat(full)
            found.append((os.path.relpath(full, path), status.st_size, status.st_mtime_ns))
    return _packed_files(path, tuple(found))


_held: dict[str, Catalogue] = {}


def _opened(digest: str, geodata: bytes) -> Catalogue:
    """The catalogue of this process, opened with its first batch."""
    if digest not in _held:
        try:
            with tempfile.TemporaryDirectory(prefix="jinfeng-") as folder:
                with tarfile.open(fileobj=io.BytesIO(geodata), mode="r:xz") as archive:
                    archive.extractall(folder, filter="data")
                # Read whole while it is opened; the folder is not needed behind that.
                _held[digest] = Catalogue(folder)
        except OSError as error:
            if isinstance(error, GeoDataError):
                raise
            raise GeoDataError(
                "geodata_unreadable",
                f"The catalogue cannot be unpacked on this executor: {error}.",
                "Give its Python workers a writable temporary folder with a megabyte to spare (TMPDIR).",
                f"该执行器上无法解开图库数据：{error}。请给 Python 进程一个可写且余 1 MB 以上的临时目录（TMPDIR）。",
            ) from error
    return _held[digest]
