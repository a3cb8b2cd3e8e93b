"""``frame.jinfeng``: the questions, asked of a GeoDataFrame or of a DataFrame with two columns of coordinates.

There as soon as ``jinfeng`` is imported, where pandas was imported before it; else by ``import jinfeng.geopandas``.
"""

from __future__ import annotations

import datetime
import functools
from typing import Any

import numpy as np
import pandas

from .answers import Language
from .catalogue import Catalogue
from .errors import InputError
from .frames import framed
from .sites import features


@functools.cache
def _catalogue() -> Catalogue:
    return Catalogue()


@pandas.api.extensions.register_dataframe_accessor("jinfeng")
class JinfengAccessor:
    """The questions of a catalogue, about the rows of a frame."""

    def __init__(self, frame: Any) -> None:
        self._frame = frame

    def locate(
        self,
        *,
        lon: str | None = None,
        lat: str | None = None,
        frame: str | None = None,
        accuracy: float | str = 0.0,
        confidence: float = 0.975,
        as_of: datetime.date | str | None = None,
        zones_only: bool = False,
        language: Language = "en",
        catalogue: Catalogue | None = None,
        threads: int | None = None,
    ) -> Any:
        """The frame with the columns of the command's table appended: zone, name, path, verdict, probability, metres.

        Args:
            lon: the column of longitudes or eastings, and
            lat: the column of latitudes or northings; neither for the points of a GeoDataFrame.
            frame: what the numbers refer to; of a GeoDataFrame its CRS says so, and this overrules it (``"gcj02"``).
            accuracy: one standard deviation per axis in metres.
            confidence: how sure a verdict must be.
            as_of: the day whose editions answer.
            zones_only: leave out verdict, probability and distance.
            language: of names, verdicts and headers.
            catalogue: another than the one inside the package.
            threads: how many threads share the work.

        Raises:
            InputError: for a column that is not there, geometries that are no points, a frame without CRS.
        """
        held = catalogue or _catalogue()
        if lon is None and lat is None:
            x, y, frame = self._points(frame, held)
        else:
            x, y = self._column(lon, "lon"), self._column(lat, "lat")
        answers = held.locate(
            x, y, frame=frame, accuracy=accuracy, confidence=confidence, as_of=as_of, zones_only=zones_only,
            threads=threads,
        )  # fmt: skip
        columns = answers.to_pandas(index=self._frame.index, language=language)
        taken = [name for name in columns.columns if name in self._frame.columns]
        if taken:
            raise InputError(
                "column_exists", f"The frame has a column {taken[0]!r} already.", "It was located before: drop the columns, or rename them.",
                f"数据已有“{taken[0]}”列。想必已经定位过：请删除或改名。", field=str(taken[0]),
            )  # fmt: skip
        result = self._frame.copy(deep=False)
        result.attrs = {**self._frame.attrs, **columns.attrs}
        # Not join(): an index with the same label twice would double rows.
        for name in columns.columns:
            result[name] = columns[name].array
        return result

    def assess(self, *, catalogue: Catalogue | None = None, **terms: Any) -> list[dict[str, Any]]:
        """An assessment of each row's geometry, of any kind; an error in its place where one cannot be read."""
        held = catalogue or _catalogue()
        shapes = self._shapes("assess")
        if "frame" not in terms:
            shapes, terms["frame"] = framed(shapes, held)
        rows = []
        for one in features(shapes):
            try:
                if one["geometry"] is None:
                    raise InputError("missing_geometry", "The row has no geometry.", "Give it one.", "该行没有图形。请补上。", "geometry")
                answer = held.assess(one, **terms)
                rows.append(answer if isinstance(answer, dict) else answer[0])
            except InputError as error:
                message, remedy = (error.chinese, "") if terms.get("language") == "zh" else (error.message, error.remedy)
                rows.append({"error": {"code": error.code, "field": error.field, "message": message, "remedy": remedy}})
        return rows

    def find(self, *, catalogue: Catalogue | None = None, **criteria: Any) -> dict[str, Any]:
        """Which rows fulfil criteria, ranked; see :meth:`jinfeng.Catalogue.find`."""
        return (catalogue or _catalogue()).find(self._shapes("find"), **criteria)

    def _column(self, name: str | None, argument: str) -> Any:
        if name is None:
            raise InputError(
                "missing_column", f"{argument} is not named.", "Name both columns.", f"没有指明 {argument} 列。两列都要指明。", argument
            )
        if name not in self._frame.columns:
            names = ", ".join(map(str, list(self._frame.columns)[:12]))
            raise InputError(
                "missing_column", f"There is no column {name!r}.", f"The columns are {names}.",
                f"没有“{name}”列。现有各列：{names}。", field=argument,
            )  # fmt: skip
        return self._frame[name]

    def _shapes(self, question: str) -> Any:
        if not hasattr(self._frame, "geometry") or not hasattr(self._frame, "to_crs"):
            raise InputError(
                "not_geographic", f"{question} needs geometries.",
                "Make a GeoDataFrame of it: geopandas.GeoDataFrame(frame, geometry=…, crs=4326).",
                f"{question} 需要图形。请先做成 GeoDataFrame：geopandas.GeoDataFrame(frame, geometry=…, crs=4326)。",
            )  # fmt: skip
        return self._frame

    def _points(self, frame: str | None, catalogue: Catalogue) -> tuple[Any, Any, str]:
        if not hasattr(self._frame, "geometry"):
            raise InputError(
                "missing_column", "A plain table names no position.", "Name its columns: locate(lon='lon', lat='lat').",
                "普通表格没有图形。请指明坐标列：locate(lon='lon', lat='lat')。", field="lon",
            )  # fmt: skip
        shapes, frame = (self._frame, frame) if frame is not None else framed(self._frame, catalogue)
        kinds = shapes.geometry.geom_type
        other = ~(kinds.isna() | (kinds == "Point")).to_numpy()
        if other.any():
            row = int(np.flatnonzero(other)[0])
            raise InputError(
                "unsupported_geometry", f"Row {row} is a {kinds.iloc[row]}, and only points are located.",
                "Ask about shapes with frame.jinfeng.assess(), or take frame.representative_point().",
                f"第 {row} 行（从 0 数起）是 {kinds.iloc[row]}，只有点才能定位。"
                "图形请用 frame.jinfeng.assess()，或取 frame.representative_point()。",
                field="geometry",
            )  # fmt: skip
        return shapes.geometry.x.to_numpy(), shapes.geometry.y.to_numpy(), frame
