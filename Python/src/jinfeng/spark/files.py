"""Parquet files into Parquet files: the executors read and write them by themselves, and no row passes through the JVM.

What ``mapInArrow`` costs is Spark's taking every value of every column out of the Arrow batch again. Here Spark shares out
the work, minds the executors and runs again what was lost; the rows stay in Arrow from file to file.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ..catalogue import Catalogue
from ..errors import InputError
from .job import Job, check, prepared

#: What a column of a position may hold, in Arrow's words.
_NUMBERS = ("double", "float", "halffloat", "int", "uint", "decimal")
#: How many rows are held at a time; one row group of what is written.
_BATCH = 1 << 18


@dataclass(frozen=True)
class _Part:
    """Row groups of a file that one task answers into a file of its own."""

    source: str
    groups: range
    #: Below the target, and alike in every run.
    name: str


def locate_parquet(
    spark: Any,
    source: str,
    target: str,
    lon: str = "lon",
    lat: str = "lat",
    *,
    filesystem: Any = None,
    overwrite: bool = False,
    rows_per_task: int = 2_000_000,
    frame: str | None = None,
    accuracy: float | str = 0.0,
    confidence: float = 0.975,
    as_of: datetime.date | str | None = None,
    zones_only: bool = False,
    catalogue: Catalogue | None = None,
) -> int:
    """Answers Parquet files into Parquet files with the columns that ``locate`` appends.

    Several times as fast as ``locate``, since rows are never turned into Spark's own. Folders below ``source`` (such as
    ``year=2026``) are kept below ``target``. All files appear there when the job has ended, or none; what a lost
    executor or a second attempt left is thrown away.

    Args:
        spark: the session.
        source: a file or folder that driver and executors reach alike: a path, or a URI that pyarrow knows
            (``hdfs://``, ``s3://``, ``gs://``, ``file://``).
        target: the folder to write, in the same file system.
        lon: the column of longitudes (degrees) or eastings (metres).
        lat: the column of latitudes or northings.
        filesystem: a ``pyarrow.fs.FileSystem`` in which both are paths, where the URI does not say all.
        overwrite: replace the Parquet files of ``target`` once all answers are written; else it must be empty or not exist.
            A folder that holds anything else is refused all the same.
        rows_per_task: about how many rows one task answers; never less than a row group of the source.
        frame: what the numbers refer to, such as ``gcj02``; not stated ``wgs84``, with a warning on the driver.
        accuracy: how well the positions are known, one standard deviation per axis in metres.
        confidence: how sure a verdict must be.
        as_of: the day whose editions answer; the driver's today.
        zones_only: leave out verdict, probability and distance.
        catalogue: another than the one inside the package.

    Returns:
        How many rows were answered, rows in error included.

    Raises:
        InputError: at once, on the driver: no files, a target that holds any, columns that are missing or no numbers.
    """
    job, added = prepared(
        lon, lat, catalogue, as_of, frame=frame, accuracy=accuracy, confidence=confidence, zones_only=zones_only
    )
    system, source = _resolved(source, filesystem)
    other, target = _resolved(target, filesystem)
    if not system.equals(other):
        raise InputError(
            "other_filesystem", "Source and target are in different file systems.", "Write beside the source.",
            "来源与目标不在同一文件系统。请写在来源旁边。", field="target",
        )  # fmt: skip
    if f"{source}/".startswith(f"{target}/") or f"{target}/".startswith(f"{source}/"):
        raise InputError(
            "target_is_source", "Source and target lie one in the other.", "Name another folder.",
            "来源与目标互相包含。请另选目录。", field="target",
        )  # fmt: skip
    parts = _parts(system, source, job, added.names, rows_per_task)
    there = _files(system, target)
    if there and not overwrite:
        raise InputError(
            "target_exists", f"There are files in {target!r} already.", "Name another folder, or pass overwrite=True.",
            f"“{target}”里已有文件。请另选目录，或设 overwrite=True。", field="target",
        )  # fmt: skip
    strange = [file for file in there if not file.endswith(".parquet")]
    if strange:
        # Whoever names the wrong folder shall not lose what is in it.
        raise InputError(
            "not_ours", f"{strange[0]!r} is no Parquet file.", "Name a folder for the answers alone.",
            f"“{strange[0]}”不是 Parquet 文件。请给结果单独一个目录。", field="target",
        )  # fmt: skip
    # Spark and pyarrow pass over names that begin so.
    attempts = f"{target}/_temporary-{uuid.uuid4().hex}"
    is_new = system.get_file_info(target).type == _missing()
    system.create_dir(attempts, recursive=True)
    try:
        numbers = spark.range(0, len(parts), 1, len(parts))
        done = numbers.mapInArrow(_answering(job, system, parts, attempts), "part long, file string, rows long").collect()
        for file in there:
            system.delete_file(file)
        for row in done:
            final = f"{target}/{parts[row['part']].name}"
            system.create_dir(final.rpartition("/")[0], recursive=True)
            system.move(row["file"], final)
        with system.open_output_stream(f"{target}/_SUCCESS"):
            pass
    except BaseException:
        if is_new:
            system.delete_dir(target)
        raise
    finally:
        if system.get_file_info(attempts).type != _missing():
            system.delete_dir(attempts)
    return sum(row["rows"] for row in done)


def _resolved(path: str, filesystem: Any) -> tuple[Any, str]:
    import os

    from pyarrow import fs

    if filesystem is not None:
        return filesystem, path.rstrip("/")
    if "://" not in path:
        return fs.LocalFileSystem(), os.path.abspath(path)
    system, inner = fs.FileSystem.from_uri(path)
    return system, inner.rstrip("/")


def _missing() -> Any:
    from pyarrow import fs

    return fs.FileType.NotFound


def _files(system: Any, path: str) -> list[str]:
    """The Parquet files in a folder and below it, or the file itself; in order."""
    from pyarrow import fs

    info = system.get_file_info(path)
    if info.type == fs.FileType.File:
        return [path]
    if info.type == _missing():
        return []
    found = [file.path for file in system.get_file_info(fs.FileSelector(path, recursive=True)) if file.type == fs.FileType.File]
    # As Spark has it: what begins with _ or . is no data.
    return sorted(file for file in found if not any(name[:1] in "_." for name in file[len(path) :].strip("/").split("/")))


def _parts(system: Any, source: str, job: Job, added: list[str], rows_per_task: int) -> list[_Part]:
    """What each task is to answer; every file's columns are looked at before anything is started."""
    from pyarrow import ArrowInvalid, parquet

    files = _files(system, source)
    if not files:
        raise InputError(
            "no_files", f"There are no files in {source!r}.", "Name a Parquet file or a folder of them.",
            f"“{source}”里没有文件。请给出 Parquet 文件或其目录。", field="source",
        )  # fmt: skip
    parts = []
    for path in files:
        try:
            with parquet.ParquetFile(path, filesystem=system) as file:
                metadata, schema = file.metadata, file.schema_arrow
        except ArrowInvalid as error:
            raise InputError(
                "not_parquet", f"{path!r} is no Parquet file: {error}.", "Convert it, or leave it out.",
                f"“{path}”不是 Parquet 文件：{error}。请转换，或不要列入。", field="source",
            ) from error  # fmt: skip
        check({field.name: str(field.type) for field in schema}, job.lon, job.lat, _NUMBERS, added, path)
        stem = path[len(source) :].strip("/") if path != source else path.rpartition("/")[2]
        first, rows = 0, 0
        for group in range(metadata.num_row_groups):
            rows += metadata.row_group(group).num_rows
            if rows >= rows_per_task or group + 1 == metadata.num_row_groups:
                parts.append(_Part(path, range(first, group + 1), f"{stem.removesuffix('.parquet')}-{first:05}.parquet"))
                first, rows = group + 1, 0
        if metadata.num_row_groups == 0:
            parts.append(_Part(path, range(0), f"{stem.removesuffix('.parquet')}-00000.parquet"))
    return parts


def _answering(job: Job, system: Any, parts: list[_Part], attempts: str) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """What every task runs: one part, into a file whose name no other attempt has."""

    def answer(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as arrow

        for batch in batches:
            for number in batch.column(0).to_pylist():
                file = f"{attempts}/{uuid.uuid4().hex}.parquet"
                rows = _answer(job, system, parts[number], file)
                yield arrow.RecordBatch.from_pydict({"part": [number], "file": [file], "rows": [rows]})

    return answer


def _answer(job: Job, system: Any, part: _Part, target: str) -> int:
    """Answers row groups, some rows at a time."""
    from pyarrow import Table, parquet

    # Times as Spark reads them, whoever wrote them.
    with parquet.ParquetFile(part.source, filesystem=system, coerce_int96_timestamp_unit="us") as file:
        schema = file.schema_arrow.remove_metadata()
        head = _answered(job, schema.empty_table())
        rows = 0
        with _writer(system, target, head.schema, schema.names) as writer:
            for batch in file.iter_batches(_BATCH, row_groups=list(part.groups), use_threads=False):
                writer.write_table(_answered(job, Table.from_batches([batch], schema)))
                rows += batch.num_rows
    return rows


def _answered(job: Job, table: Any) -> Any:
    """A table with the answers beside its columns."""
    answers = job.answers(table).to_arrow()
    for name, column in zip(answers.column_names, answers.columns):
        table = table.append_column(name, column)
    return table


def _writer(system: Any, path: str, schema: Any, given: list[str]) -> Any:
    from pyarrow import parquet, types

    # Numbers seldom come again, and the least and the greatest zone of a quarter of a million tell nobody anything:
    # looking for them would take half of the time.
    words = [field.name for field in schema if types.is_dictionary(field.type) or types.is_string(field.type)]
    return parquet.ParquetWriter(
        path, schema, filesystem=system, use_dictionary=words, write_statistics=given, store_schema=False,
        coerce_timestamps="us", allow_truncated_timestamps=True, write_batch_size=1 << 16,
    )  # fmt: skip
