"""Any DataFrame: its rows go to the Python workers as Arrow batches and come back with the answers beside them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import Any

from ..catalogue import Catalogue
from .job import Job, check, prepared

#: What a column of a position may hold, in Spark's words.
_NUMBERS = ("double", "float", "int", "bigint", "smallint", "tinyint", "decimal")


def locate(
    df: Any,
    lon: str = "lon",
    lat: str = "lat",
    *,
    frame: str | None = None,
    accuracy: float | str = 0.0,
    confidence: float = 0.975,
    as_of: datetime.date | str | None = None,
    zones_only: bool = False,
    catalogue: Catalogue | None = None,
) -> Any:
    """A DataFrame with the columns of the command's table appended to those of ``df``.

    For each layout ``<layout>:zone``, ``:name``, ``:path``, ``:verdict`` (strings), ``:probability``, ``:distance_m``
    (doubles; metres), ``:also_possible`` (string), then ``error``. The columns depend on the catalogue and ``zones_only``
    alone, never on the rows. A row whose position is null, NaN or no number of the frame has nulls and its ``error``; no
    row is lost.

    Args:
        df: any DataFrame, streaming ones included.
        lon: the column of longitudes (degrees) or eastings (metres).
        lat: the column of latitudes or northings.
        frame: what the numbers refer to, such as ``gcj02``; not stated ``wgs84``, with a warning on the driver.
        accuracy: how well the positions are known, one standard deviation per axis in metres.
        confidence: how sure a verdict must be.
        as_of: the day whose editions answer; the driver's today, whatever the executors' clocks say.
        zones_only: leave out verdict, probability and distance.
        catalogue: another than the one inside the package.

    Raises:
        InputError: at once, on the driver, for a column that is not there or holds no numbers.
    """
    from pyspark.sql.types import DoubleType, StringType, StructField, StructType

    job, added = prepared(
        lon, lat, catalogue, as_of, frame=frame, accuracy=accuracy, confidence=confidence, zones_only=zones_only
    )
    check(dict(df.dtypes), lon, lat, _NUMBERS, added.names)
    number = DoubleType()
    fields = [StructField(name, number if name.endswith((":probability", ":distance_m")) else StringType()) for name in added.names]
    return df.mapInArrow(_answering(job), StructType([*df.schema.fields, *fields]))


def _answering(job: Job) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """What every partition runs."""

    def answer(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as arrow

        for batch in batches:
            if batch.num_rows == 0:
                continue
            answers = job.answers(batch).to_arrow(dictionaries=False)
            added = [column.combine_chunks() if column.num_chunks != 1 else column.chunk(0) for column in answers.columns]
            names = [*batch.schema.names, *answers.column_names]
            yield arrow.RecordBatch.from_arrays([*batch.columns, *added], names=names)

    return answer
