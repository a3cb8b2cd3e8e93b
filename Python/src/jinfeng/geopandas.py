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
        if lon is None and lat is None:
            x, y, frame = self._points(frame)
        else:
            x, y = self._column(lon, "lon"), self._column(lat, "lat")
        answers = (catalogue or _catalogue()).locate(
            x, y, frame=frame or "wgs84", accuracy=accuracy, confidence=confidence, as_of=as_of, zones_only=zones_only,
            threads=threads,
        )  # fmt: skip
        columns = answers.to_pandas(index=self._frame.index, language=language)
        taken = [name for name in columns.columns if name in self._frame.columns]
        if taken:
            raise InputError(
                "column_exists",
                f"The frame has a column {taken[0]!r} already.",
                "It was located before: drop the columns, or rename them.",
                field=str(taken[0]),
            )
        result = self._frame.copy(deep=False)
        # Not join(): an index with the same label twice would double rows.
        for name in columns.columns:
            result[name] = columns[name].array
        return result

    def assess(self, *, catalogue: Catalogue | None = None, **terms: Any) -> list[dict[str, Any]]:
        """An assessment of each row's geometry, of any kind; an error in its place where one cannot be read."""
        held = catalogue or _catalogue()
        rows = []
        for shape in self._shapes("assess").geometry:
            try:
                if shape is None:
                    raise InputError("missing_geometry", "The row has no geometry.", "Give it one.", field="geometry")
                answer = held.assess(shape, **{"frame": "wgs84", **terms})
                rows.append(answer if isinstance(answer, dict) else answer[0])
            except InputError as error:
                detail = {"code": error.code, "field": error.field, "message": error.message, "remedy": error.remedy}
                rows.append({"error": detail})
        return rows

    def find(self, *, catalogue: Catalogue | None = None, **criteria: Any) -> dict[str, Any]:
        """Which rows fulfil criteria, ranked; see :meth:`jinfeng.Catalogue.find`."""
        return (catalogue or _catalogue()).find(self._shapes("find"), **criteria)

    def _column(self, name: str | None, argument: str) -> Any:
        if name is None:
            raise InputError("missing_column", f"{argument} is not named.", "Name both columns.", field=argument)
        if name not in self._frame.columns:
            names = ", ".join(map(str, list(self._frame.columns)[:12]))
            raise InputError("missing_column", f"There is no column {name!r}.", f"The columns are {names}.", field=argument)
        return self._frame[name]

    def _shapes(self, question: str) -> Any:
        if not hasattr(self._frame, "geometry") or not hasattr(self._frame, "to_crs"):
            raise InputError(
                "not_geographic",
                f"{question} needs geometries.",
                "Make a GeoDataFrame of it: geopandas.GeoDataFrame(frame, geometry=…, crs=4326).",
            )
        if self._frame.crs is None:
            raise InputError("missing_crs", "The frame does not say its CRS.", "State it: frame.set_crs(4326).", field="crs")
        return self._frame.to_crs(4326)

    def _points(self, frame: str | None) -> tuple[Any, Any, str]:
        if not hasattr(self._frame, "geometry"):
            raise InputError(
                "missing_column", "A plain table names no position.", "Name its columns: locate(lon='lon', lat='lat').", field="lon"
            )
        shapes = self._frame
        if frame is None:
            code = None if shapes.crs is None else shapes.crs.to_epsg()
            if shapes.crs is None:
                raise InputError(
                    "missing_crs",
                    "The frame does not say its CRS.",
                    "State it: frame.set_crs(4326), or locate(frame='gcj02') for coordinates from Amap.",
                    field="crs",
                )
            # CGCS2000 counts as it is given; all else geopandas carries to WGS 84.
            frame = "cgcs2000" if code == 4490 else "wgs84"
            if code not in (4326, 4490):
                shapes = shapes.to_crs(4326)
        kinds = shapes.geometry.geom_type
        other = ~(kinds.isna() | (kinds == "Point")).to_numpy()
        if other.any():
            row = int(np.flatnonzero(other)[0])
            raise InputError(
                "unsupported_geometry",
                f"Row {row} is a {kinds.iloc[row]}, and only points are located.",
                "Ask about shapes with frame.jinfeng.assess(), or take frame.representative_point().",
                field="geometry",
            )
        return shapes.geometry.x.to_numpy(), shapes.geometry.y.to_numpy(), frame
