"""What a value in a record may be: a reader for each type, and the error that says what is wrong with one."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sulist.base.days import monday_of
from sulist.base.i18n import _
from sulist.base.plain import says_nothing

if TYPE_CHECKING:
    from collections.abc import Callable


class RecordError(ValueError):
    """A line that is no record: ``key`` is the key at fault, or ``at`` the column from 0."""

    def __init__(self, message: str, remedy: str, *, key: str = "", at: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.key = key
        self.at = at


def wrong(key: str, value: Any, wanted: str) -> RecordError:
    """The error for a value that its key cannot have; ``wanted`` says what it must be."""
    shown = json.dumps(value, ensure_ascii=False)[:40]
    return RecordError(
        _("{key} is {value}, which it cannot be.").format(key=key, value=shown),
        _("It must be {wanted}.").format(wanted=wanted),
        key=key,
    )


def text(key: str, value: Any) -> str:
    """A text that is not empty."""
    if not isinstance(value, str) or not value:
        raise wrong(key, value, _("a text"))
    return value


def said(key: str, value: Any) -> str:
    """What a report tells under a heading; nothing for 无, which journals of before hold."""
    return "" if says_nothing(text(key, value)) else str(value)


def day(key: str, value: Any) -> date:
    """A day, written 2021-08-31."""
    try:
        if len(value) == len("2021-08-31") and value[4] == "-":
            return date.fromisoformat(value)
    except (TypeError, ValueError):
        pass  # told below, as is a text of another length
    raise wrong(key, value, _("a day such as 2021-08-31"))


def period(key: str, value: Any) -> str:
    """A month, written 2021-08, or a week, written 2021-W31."""
    try:
        if monday_of(value):
            return str(value)
        if len(value) == len("2021-08") and date.fromisoformat(f"{value}-01"):
            return str(value)
    except (AttributeError, TypeError, ValueError):
        pass  # told below
    raise wrong(key, value, _("a month such as 2021-08, or a week such as 2021-W31"))


def moment(key: str, value: Any) -> str:
    """A moment with its zone; kept as it is written."""
    try:
        if len(value) >= len("2021-08-31T09:00:00+08:00") and datetime.fromisoformat(value).tzinfo:
            return str(value)
    except (TypeError, ValueError):
        pass  # told below
    raise wrong(key, value, _("a moment such as 2021-08-31T09:00:00+08:00"))


def whole(least: int, most: int) -> Callable[[str, Any], int]:
    """A whole number between two others, these included."""

    def read(key: str, value: Any) -> int:
        if type(value) is not int or not least <= value <= most:
            raise wrong(
                key,
                value,
                _("a whole number from {least} to {most}").format(least=least, most=most),
            )
        return value

    return read


def one_of(*words: str) -> Callable[[str, Any], str]:
    """One of some words."""

    def read(key: str, value: Any) -> str:
        if value not in words:
            raise wrong(key, value, _(", ").join(words))
        return str(value)

    return read


def texts(key: str, value: Any) -> tuple[str, ...]:
    """A list of texts that is not empty, without those that say nothing."""
    if not isinstance(value, list) or not value:
        raise wrong(key, value, _("a list of texts"))
    return tuple(filter(None, [said(key, each) for each in value]))
