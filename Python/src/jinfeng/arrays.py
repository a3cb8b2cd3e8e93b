"""Longitudes and latitudes as people hold them, as the float64 arrays the library reads.

A contiguous native float64 array is taken as it stands, and so is an Arrow column without nulls; what has to be converted is
copied once; what cannot be meant is refused with the conversion that is missing.
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .errors import InputError

Doubles = NDArray[np.float64]


def doubles(values: Any, name: str) -> Doubles:
    """One column of positions; NaN for what is missing.

    Args:
        values: a NumPy array, a pandas or Polars Series, an Arrow array, a list or a number.
        name: what the argument is called in errors.

    Raises:
        InputError: for texts, objects, dates, more than one dimension.
    """
    if values is None:
        raise InputError(
            "missing_column", "There is no column.", "Pass numbers, one for each position.", "没有这一列。请给出数字，每个点位一个。", name
        )
    if isinstance(values, (str, bytes)):
        raise _refused(name, "a text", f"Pass the column itself, as in frame[{values!r}].", "一段文字", f"请给出列本身，如 frame[{values!r}]。")
    arrow = sys.modules.get("pyarrow")
    if arrow is not None and isinstance(values, (arrow.Array, arrow.ChunkedArray)):
        return _arrow(values, name)
    if isinstance(values, np.ma.MaskedArray):
        filled: NDArray[Any] = np.ma.filled(values.astype(np.float64), np.nan)
        return _numbers(filled, name)
    if isinstance(values, np.ndarray):
        return _numbers(values, name)
    if hasattr(values, "to_numpy"):
        return _series(values, name)
    if hasattr(values, "__arrow_c_array__") or hasattr(values, "__arrow_c_stream__"):
        import pyarrow

        return _arrow(pyarrow.chunked_array(values), name)
    return _plain(values, name)


def paired(lon: Any, lat: Any) -> tuple[Doubles, Doubles]:
    """Both columns, of equal length.

    Raises:
        InputError: where they are not.
    """
    x, y = doubles(lon, "lon"), doubles(lat, "lat")
    if x.size != y.size:
        raise InputError(
            "length_mismatch",
            f"There are {x.size} longitudes and {y.size} latitudes.",
            "Pass one of each for every position; fill what is missing with NaN.",
            f"经度有 {x.size} 个，纬度有 {y.size} 个。请一一对应，缺的填 NaN。",
            field="lat",
        )
    return x, y


def _numbers(array: NDArray[Any], name: str) -> Doubles:
    kind = array.dtype.kind
    if kind == "O":
        raise _refused(
            name,
            f"Python objects (dtype object{_first_odd(array)})",
            "pandas.to_numeric(column, errors='coerce') makes numbers of them, and NaN of what is none.",
            f"Python 对象（dtype object{_first_odd(array)}）",
            "可用 pandas.to_numeric(column, errors='coerce') 转为数字，转不了的成为 NaN。",
        )
    if kind in "US":
        raise _refused(
            name, "texts", "Convert them: column.astype(float); degrees and minutes go through the command.",
            "文字", "请先转换：column.astype(float)；度分秒请用命令。",
        )  # fmt: skip
    if kind not in "fiu":
        raise _refused(name, f"of dtype {array.dtype}", "Pass numbers.", f"{array.dtype} 类型", "请给出数字。")
    if array.ndim > 1:
        raise InputError(
            "too_many_dimensions",
            f"The array has {array.ndim} dimensions.",
            "Pass one column each: positions[:, 0] and positions[:, 1], or .ravel().",
            f"数组有 {array.ndim} 维。请各给一列：positions[:, 0] 和 positions[:, 1]，或用 .ravel()。",
            field=name,
        )
    # No copy where it is contiguous float64 of this machine's byte order already.
    return np.ascontiguousarray(array.reshape(-1), dtype=np.float64)


def _series(values: Any, name: str) -> Doubles:
    """pandas and Polars: nulls of theirs become NaN."""
    dtype = getattr(values, "dtype", None)
    if dtype is not None and getattr(dtype, "na_value", None) is not None and not isinstance(dtype, np.dtype):
        if getattr(dtype, "kind", "O") in "fiu":
            return _numbers(values.to_numpy(dtype=np.float64, na_value=np.nan), name)
    return _numbers(np.asarray(values.to_numpy()), name)


def _arrow(column: Any, name: str) -> Doubles:
    import pyarrow as arrow

    kind = column.type
    number = arrow.types.is_floating(kind) or arrow.types.is_integer(kind) or arrow.types.is_decimal(kind)
    if arrow.types.is_null(kind):
        return np.full(len(column), np.nan)
    if not number:
        raise _refused(
            name, f"of Arrow type {kind}", "Cast it: column.cast('float64').",
            f"Arrow 的 {kind} 类型", "请转换：column.cast('float64')。",
        )  # fmt: skip
    if kind != arrow.float64():
        column = column.cast(arrow.float64(), safe=False)
    if isinstance(column, arrow.ChunkedArray):
        column = column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()
        if isinstance(column, arrow.ChunkedArray):
            column = column.chunk(0) if column.num_chunks else arrow.array([], arrow.float64())
    return _numbers(column.to_numpy(zero_copy_only=column.null_count == 0), name)


def _plain(values: Any, name: str) -> Doubles:
    """Lists and numbers; None is missing."""
    try:
        array = np.asarray(values)
        if array.dtype.kind == "O" and all(value is None or isinstance(value, (int, float)) for value in array.ravel()):
            array = array.astype(np.float64)
    except (ValueError, TypeError) as error:
        raise _refused(
            name, "no column of numbers", f"Pass a flat list of numbers ({error}).", "别的东西", f"请给出一列数字（{error}）。"
        ) from error
    return _numbers(array, name)


def _first_odd(array: NDArray[Any]) -> str:
    """What stands among numbers, by its first example."""
    odd = next((value for value in array.ravel() if value is not None and not isinstance(value, (int, float))), None)
    return "" if odd is None else f", such as the {type(odd).__name__} {str(odd)[:40]!r}"


def _refused(name: str, what: str, remedy: str, chinese: str, chinese_remedy: str) -> InputError:
    return InputError(
        "not_numbers", f"The column is {what}, not numbers.", remedy, f"该列是{chinese}，不是数字。{chinese_remedy}", field=name
    )
