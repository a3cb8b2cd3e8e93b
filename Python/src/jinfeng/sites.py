"""Sites and candidates as people hold them, as the texts the library reads."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from .errors import InputError


def site_text(site: Any) -> str:
    """A site of any kind.

    Raises:
        InputError: for what is none.
    """
    if isinstance(site, str):
        return site
    shape = getattr(site, "__geo_interface__", site)
    if isinstance(shape, Mapping):
        return features_text(shape if shape.get("type") in ("Feature", "FeatureCollection") else feature(shape))
    return _pair(site)


def position_text(site: Any) -> str:
    """A position or the name of a place.

    Raises:
        InputError: for a shape that is no point.
    """
    if isinstance(site, str):
        return site
    shape = getattr(site, "__geo_interface__", site)
    if isinstance(shape, Mapping):
        shape = shape.get("geometry", shape) if shape.get("type") == "Feature" else shape
        if not isinstance(shape, Mapping) or shape.get("type") != "Point" or len(shape.get("coordinates", ())) < 2:
            raise InputError(
                "no_point", "Only a position is located.", "Ask about a shape with assess().",
                "只有点位才能定位。地块请用 assess()。", field="site",
            )  # fmt: skip
        return _pair(shape["coordinates"][:2])
    return _pair(site)


def _pair(site: Any) -> str:
    try:
        lon, lat = (float(value) for value in site)
    except (TypeError, ValueError) as error:
        raise InputError(
            "not_a_site", f"{site!r} is no site.", "Pass GeoJSON, a shapely geometry, (lon, lat) or a name.",
            f"{site!r} 不是地块或点位。请给出 GeoJSON、shapely 图形、(经度, 纬度) 或地名。", field="site",
        ) from error  # fmt: skip
    return f"{lon!r},{lat!r}"


def feature(geometry: Any) -> dict[str, Any]:
    """A geometry alone."""
    return {"type": "Feature", "properties": {}, "geometry": geometry}


def features(shapes: Any) -> Iterator[dict[str, Any]]:
    """The rows of a GeoDataFrame as GeoJSON features, with the ids that a file of them would have.

    Labels of the index are ids where somebody chose them (it has a name, or holds texts); numbers that pandas counted by
    itself would hide the column that has them.
    """
    index = shapes.index
    is_chosen = index.name is not None or index.dtype.kind not in "iu"
    columns = shapes if shapes.columns.nlevels == 1 else shapes.set_axis(["/".join(map(str, name)) for name in shapes.columns], axis=1)
    for one in columns.iterfeatures(na="null", drop_id=not is_chosen):
        yield one


def collection_text(candidates: Any) -> str:
    """Candidates as a FeatureCollection.

    Raises:
        InputError: for what holds none.
    """
    if isinstance(candidates, str):
        return candidates
    if hasattr(candidates, "iterfeatures"):
        return features_text({"type": "FeatureCollection", "features": list(features(candidates))})
    shape = getattr(candidates, "__geo_interface__", candidates)
    if isinstance(shape, Mapping):
        return features_text(shape)
    given = list(shape) if isinstance(shape, Iterable) else [shape]
    found = [one for one in (getattr(one, "__geo_interface__", one) for one in given) if isinstance(one, Mapping)]
    if len(found) < len(given):
        raise InputError(
            "not_candidates", f"A {type(candidates).__name__} holds no candidates.", "Pass a GeoJSON FeatureCollection or a GeoDataFrame.",
            f"{type(candidates).__name__} 里没有候选地块。请给出 GeoJSON 要素集合或 GeoDataFrame。", field="candidates",
        )  # fmt: skip
    return features_text(
        {"type": "FeatureCollection", "features": [one if one.get("type") == "Feature" else feature(one) for one in found]}
    )


def features_text(value: Mapping[str, Any]) -> str:
    """GeoJSON as text: of properties JSON has no word for, what ``str`` says, and null for numbers that are none."""
    one = value.get("type")
    if one == "FeatureCollection":
        value = {**value, "features": [_plain(each) for each in value.get("features", ())]}
    elif one == "Feature":
        value = _plain(value)
    # A coordinate that is no number is the library's to name.
    return json_text(value, default=_said, allow_nan=True)


def json_text(value: Any, **how: Any) -> str:
    """A value as JSON.

    Raises:
        InputError: where JSON has no word for it.
    """
    try:
        return json.dumps(value, ensure_ascii=False, **how)
    except (TypeError, ValueError) as error:
        raise InputError(
            "not_json", f"This cannot be said in JSON: {error}.", "Pass plain numbers, texts and lists.",
            f"无法写成 JSON：{error}。请只用数字、文字和列表。",
        ) from error  # fmt: skip


def _plain(one: Any) -> Any:
    if not isinstance(one, Mapping) or not isinstance(one.get("properties"), Mapping):
        return one
    properties = {
        str(key): None if isinstance(value, (float, np.floating)) and not math.isfinite(value) else value
        for key, value in one["properties"].items()
    }
    return {**one, "properties": properties}


def _said(value: Any) -> Any:
    return value.item() if isinstance(value, np.generic) and value.dtype.kind in "biuf" else str(value)
