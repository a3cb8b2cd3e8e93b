"""In which frame the coordinates of a GeoDataFrame are, in the words of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import InputError

if TYPE_CHECKING:
    from .catalogue import Catalogue

#: Datums whose coordinates count as WGS 84's or CGCS2000's, and the EPSG code of their longitudes and latitudes.
_DATUMS = {"world geodetic system 1984": 4326, "wgs 84": 4326, "wgs 1984": 4326, "china 2000": 4490, "cgcs2000": 4490}


def framed(shapes: Any, catalogue: Catalogue) -> tuple[Any, str]:
    """A GeoDataFrame and the frame its coordinates are in.

    What the library knows it is given as it stands, so that its own checks see the numbers people have. Other projections of
    WGS 84 and CGCS2000 are taken back to degrees; what has another datum is refused, since pyproj would carry it over
    without a shift where it has no parameters.

    Raises:
        InputError: for a frame without CRS, or with one whose datum is another.
    """
    crs = shapes.crs
    if crs is None:
        raise InputError(
            "missing_crs", "The frame does not say its CRS.", "State it: frame.set_crs(4326), or pass frame='gcj02' for Amap's.",
            "数据没有坐标系（CRS）。请用 frame.set_crs(4326) 注明，高德坐标请传 frame='gcj02'。", field="crs",
        )  # fmt: skip
    code = crs.to_epsg()
    known = "wgs84" if code == 4326 else f"epsg:{code}"
    refusal = _refusal(known, catalogue) if code is not None else _unknown(crs.name)
    if refusal is None:
        return shapes, known
    if refusal.code == "refused_frame" or crs.is_geocentric or crs.geodetic_crs is None:
        raise refusal
    base = crs.geodetic_crs
    datum = str(base.datum.name).lower().replace("_", " ") if base.datum is not None else ""
    degrees = next((code for name, code in _DATUMS.items() if name in datum), None)
    if degrees is not None:
        return shapes.to_crs(degrees), "wgs84" if degrees == 4326 else "cgcs2000"
    own = base.to_epsg()
    other = _refusal(f"epsg:{own}", catalogue) if own is not None else None
    raise other if other is not None and other.code == "refused_frame" else refusal


def _refusal(frame: str, catalogue: Catalogue) -> InputError | None:
    """Why the library does not know a frame."""
    try:
        catalogue.locate_one("106.33,29.52", frame=frame)
    except InputError as error:
        # Degrees are no metres, which is not what was asked.
        return error if error.code in ("unknown_frame", "refused_frame") else None
    return None


def _unknown(name: str) -> InputError:
    return InputError(
        "unknown_frame", f"The CRS {name!r} is none known here.", "Carry it over yourself: frame.to_crs(4326).",
        f"不认识坐标系“{name}”。请先自行转换：frame.to_crs(4326)。", field="crs",
    )  # fmt: skip
