"""Spark: one catalogue in each Python worker of the executors, sites streamed through it as Arrow batches.

    from jinfeng.spark import locate
    located = locate(sites, lon="lon", lat="lat", frame="gcj02")

The executors need the ``jinfeng`` wheel; the GeoData goes with the job, so that all answer from the driver's.
"""

from __future__ import annotations

import datetime
import functools
import hashlib
import io
import os
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from typing import Any

from .catalogue import Catalogue
from .errors import GeoDataError, InputError

#: What a column of a position may hold.
_NUMBERS = ("double", "float", "int", "bigint", "smallint", "tinyint", "decimal")


def locate(
    df: Any,
    lon: str = "lon",
    lat: str = "lat",
    *,
    frame: str = "wgs84",
    accuracy: float | str = 0.0,
    confidence: float = 0.975,
    as_of: datetime.date | str | None = None,
    zones_only: bool = False,
    catalogue: Catalogue | None = None,
) -> Any:
    """A DataFrame with the columns of the command's table appended to those of ``df``.

    For each layout ``<layout>:zone``, ``:name``, ``:path``, ``:verdict`` (strings), ``:probability``, ``:distance_m``
    (doubles; metres), ``:also_possible`` (string), then ``error``. The columns depend on the catalogue and ``zones_only`` alone, never on the rows. A
    row whose position is null, NaN or no number of the frame has nulls and its ``error``; no row is lost.

    Args:
        df: any DataFrame, streaming ones included.
        lon: the column of longitudes (degrees) or eastings (metres).
        lat: the column of latitudes or northings.
        frame: what the numbers refer to, such as ``gcj02``.
        accuracy: how well the positions are known, one standard deviation per axis in metres.
        confidence: how sure a verdict must be.
        as_of: the day whose editions answer; the driver's today, whatever the executors' clocks say.
        zones_only: leave out verdict, probability and distance.
        catalogue: another than the one inside the package.

    Raises:
        InputError: at once, on the driver, for a column that is not there or holds no numbers.
    """
    from pyspark.sql.types import DoubleType, StringType, StructField, StructType

    types = dict(df.dtypes)
    for name, argument in ((lon, "lon"), (lat, "lat")):
        if name not in types:
            raise InputError(
                "missing_column", f"There is no column {name!r}.", f"The columns are {', '.join(df.columns)}.", field=argument
            )
        if not types[name].startswith(_NUMBERS):
            raise InputError(
                "not_numbers",
                f"The column {name!r} is of type {types[name]}, not numbers.",
                f"Cast it: df.withColumn({name!r}, df[{name!r}].cast('double')).",
                field=argument,
            )
    held = catalogue or Catalogue()
    day = as_of.isoformat() if isinstance(as_of, datetime.date) else as_of or datetime.date.today().isoformat()
    terms: dict[str, Any] = {
        "frame": frame, "accuracy": accuracy, "confidence": confidence, "as_of": day, "zones_only": zones_only, "threads": 1
    }  # fmt: skip
    # Asked of no row here: terms that cannot be meant are refused before a job starts.
    sample = held.locate([], [], **terms).to_arrow(dictionaries=False)
    taken = [name for name in sample.column_names if name in types]
    if taken:
        raise InputError("column_exists", f"There is a column {taken[0]!r} already.", "Drop or rename it.", field=taken[0])
    number = DoubleType()
    added = [
        StructField(name, number if name.endswith((":probability", ":distance_m")) else StringType()) for name in sample.column_names
    ]
    schema = StructType([*df.schema.fields, *added])
    return df.mapInArrow(_answering(_packed(held.path), lon, lat, terms), schema)


def _answering(geodata: bytes, lon: str, lat: str, terms: dict[str, Any]) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """What every partition runs; the GeoData goes with it, some hundred kilobytes."""
    digest = hashlib.sha256(geodata).hexdigest()

    def answer(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as arrow

        from jinfeng.spark import _opened

        held = _opened(digest, geodata)
        for batch in batches:
            if batch.num_rows == 0:
                continue
            answers = held.locate(batch.column(lon), batch.column(lat), **terms).to_arrow(dictionaries=False)
            added = [column.combine_chunks() if column.num_chunks != 1 else column.chunk(0) for column in answers.columns]
            names = [*batch.schema.names, *answers.column_names]
            yield arrow.RecordBatch.from_arrays([*batch.columns, *added], names=names)

    return answer


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
            ) from error
    return _held[digest]
