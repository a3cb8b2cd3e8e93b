"""libjinfeng.so through ctypes: the functions of jinfeng.h, and its errors as exceptions.

A call through ctypes releases the interpreter's lock, so threads of Python may call at the same time.
"""

from __future__ import annotations

import ctypes
import functools
import os
import threading
import weakref
from ctypes import POINTER, byref, c_char_p, c_double, c_int32, c_int64, c_void_p
from pathlib import Path
from typing import Any

from .errors import GeoDataError, InputError, JinfengError

_INTERFACE = 1
_NO_INPUT = 66


@functools.cache
def library() -> ctypes.CDLL:
    """The library beside this file, or the one that JINFENG_LIBRARY names; loaded once."""
    path = os.environ.get("JINFENG_LIBRARY") or str(Path(__file__).with_name("libjinfeng.so"))
    try:
        found = ctypes.CDLL(path)
    except OSError as error:
        raise ImportError(
            f"The library of Jinfeng cannot be loaded: {error}. It needs GEOS and PROJ of the system "
            "(on Debian: apt-get install libgeos-c1v5 libproj25); a source tree makes it with `make python`."
        ) from error
    found.jinfeng_interface.restype = c_int32
    if found.jinfeng_interface() != _INTERFACE:
        raise ImportError(
            f"{path} has interface {found.jinfeng_interface()}, and this package speaks {_INTERFACE}. "
            "Install the wheel whole, or unset JINFENG_LIBRARY."
        )
    for name in ("version", "error_code", "error_field", "error_message", "error_remedy", "table_legend"):
        getattr(found, f"jinfeng_{name}").restype = c_char_p
    for name in ("error_code", "error_field", "error_free", "text_free", "close", "table_close", "table_legend"):
        getattr(found, f"jinfeng_{name}").argtypes = [c_void_p]
    for name in ("error_message", "error_remedy"):
        getattr(found, f"jinfeng_{name}").argtypes = [c_void_p, c_char_p]
    for name in ("error_free", "text_free", "close", "table_close"):
        getattr(found, f"jinfeng_{name}").restype = None
    calls: dict[str, list[Any]] = {
        "open": [c_char_p, POINTER(c_void_p)],
        "table_open": [c_void_p, c_char_p, POINTER(c_void_p)],
        "locate": [c_void_p, c_void_p, c_void_p, c_int64, c_int64] + [c_void_p] * 6,
        "table_check": [c_void_p, c_double, c_double],
        "locate_one": [c_void_p, c_char_p, c_char_p, POINTER(c_void_p)],
        "assess": [c_void_p, c_char_p, c_char_p, POINTER(c_void_p)],
        "find": [c_void_p, c_char_p, c_char_p, POINTER(c_void_p)],
        "fit": [c_void_p, c_char_p, c_char_p, POINTER(c_void_p)],
    }
    for name, arguments in calls.items():
        call = getattr(found, f"jinfeng_{name}")
        call.restype = c_int32
        call.argtypes = arguments + [POINTER(c_void_p)]
    return found


def _taken(status: int, handle: c_void_p) -> JinfengError:
    """The exception for an error of the library, which is freed."""
    lib = library()

    def text(value: bytes | None) -> str:
        return (value or b"").decode()

    try:
        kind = GeoDataError if status == _NO_INPUT else InputError
        field = lib.jinfeng_error_field(handle)
        return kind(
            text(lib.jinfeng_error_code(handle)),
            text(lib.jinfeng_error_message(handle, b"en")),
            text(lib.jinfeng_error_remedy(handle, b"en")),
            text(lib.jinfeng_error_message(handle, b"zh")) + text(lib.jinfeng_error_remedy(handle, b"zh")),
            field.decode() if field else None,
        )
    finally:
        lib.jinfeng_error_free(handle)


def call(name: str, *arguments: object) -> None:
    """Calls a function that may refuse.

    Raises:
        InputError, GeoDataError: with the library's own words.
    """
    refused = refusal(name, *arguments)
    if refused is not None:
        raise refused


def encoded(text: str, field: str) -> bytes:
    """A text as C takes it.

    Raises:
        InputError: for a text that holds NUL or half a character.
    """
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            "not_utf8", f"{text!r} is no text: {error.reason}.", "Decode it rightly first.",
            f"{text!r} 不是完整的文字（{error.reason}）。请先正确解码。", field=field,
        ) from error  # fmt: skip
    if b"\0" in data:
        raise InputError("nul_in_text", "The text holds a NUL character.", "Remove it.", "文字里有 NUL 字符。请去掉。", field)
    return data


def refusal(name: str, *arguments: object) -> JinfengError | None:
    """What a function refuses, as an exception nobody has raised: one of many keeps no line of a program alive."""
    error = c_void_p()
    status: int = getattr(library(), f"jinfeng_{name}")(*arguments, byref(error))
    return _taken(status, error) if status != 0 else None


class Handle:
    """Something the library gave, given back when the last user is gone."""

    def __init__(self, pointer: c_void_p, release: str) -> None:
        self.pointer = pointer
        # Not when the interpreter ends: a question that was interrupted may still be at work on it.
        weakref.finalize(self, getattr(library(), f"jinfeng_{release}"), pointer).atexit = False


def ask(name: str, catalogue: Handle, subject: str, field: str, terms: str) -> str:
    """Asks a question whose answer is a JSON text; Ctrl-C does not wait for it."""
    arguments = encoded(subject, field), encoded(terms, "terms")

    def asked() -> str:
        answer = c_void_p()
        call(name, catalogue.pointer, *arguments, byref(answer))
        try:
            return ctypes.string_at(answer.value or 0).decode()
        finally:
            library().jinfeng_text_free(answer)

    # Signals reach the first thread alone, and only while it is in Python; short questions are not worth a thread.
    if threading.current_thread() is not threading.main_thread() or len(arguments[0]) < 10_000:
        return asked()
    told: list[str | BaseException] = []

    def work() -> None:
        try:
            told.append(asked())
        except BaseException as error:
            told.append(error)

    helper = threading.Thread(target=work, name="jinfeng", daemon=True)
    helper.start()
    helper.join()
    if isinstance(told[0], BaseException):
        raise told[0]
    return told[0]
