"""Errors a person can act on: what is wrong, and what to do about it."""

from __future__ import annotations


class JinfengError(Exception):
    """What the library refused, in its own words.

    ``code`` is the stable name the command's JSON uses; ``field`` the argument at fault, or None. ``str()`` says message
    and remedy in English; ``chinese`` says both in Chinese.
    """

    def __init__(self, code: str, message: str, remedy: str, chinese: str = "", field: str | None = None) -> None:
        super().__init__(code, message, remedy, chinese, field)
        self.code = code
        self.message = message
        self.remedy = remedy
        self.chinese = chinese
        self.field = field

    def __str__(self) -> str:
        place = f"{self.field}: " if self.field else ""
        return f"{place}{self.message} {self.remedy} [{self.code}]"


class InputError(JinfengError, ValueError):
    """A site, a term or an array that cannot be answered."""


class GeoDataError(JinfengError, OSError):
    """A GeoData folder that is missing or damaged."""

    def __str__(self) -> str:
        return JinfengError.__str__(self)


class JinfengWarning(UserWarning):
    """Something about answers that whoever reads them should know.

    ``code`` is the stable name; ``str()`` says it in English, ``chinese`` in Chinese. Silenced as any warning:
    ``warnings.simplefilter("ignore", jinfeng.JinfengWarning)``.
    """

    def __init__(self, code: str, message: str, chinese: str = "") -> None:
        super().__init__(code, message, chinese)
        self.code = code
        self.message = message
        self.chinese = chinese

    def __str__(self) -> str:
        return f"{self.message} [{self.code}]"
