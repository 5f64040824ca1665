"""``sulist.toml``: what places do differently, checked, with defaults.

It stands beside the list or in the user's configuration folder; what the one beside the list says
goes before the other, key by key. Most places have neither, and then nothing is read.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from sulist.base.days import NEAR_DAYS
from sulist.base.encodings import not_utf8
from sulist.base.errors import FileError
from sulist.base.i18n import _, joined
from sulist.base.located import JOURNAL, settings_files
from sulist.base.plain import near
from sulist.base.showing import printable

_MOST_BYTES = 2**20
RHYTHMS = {"month": 1, "two-months": 2, "quarter": 3, "half-year": 6, "year": 12}


class Lights(NamedTuple):
    """When a light is yellow.

    ``near_days``: so many days before its date an item is near; 30, since reports come monthly and
    so one is still to come. ``behind_points``: so many points the percent may fall short of the
    share of the time gone; 20, since units report in tens and work seldom runs evenly.
    """

    near_days: int = NEAR_DAYS
    behind_points: int = 20


class Reports(NamedTuple):
    """How often units report, and by which day of the period's last month.

    Monthly, by the 28th, which every month has.
    """

    rhythm: str = "month"
    due_day: int = 28


class Settings(NamedTuple):
    """Everything that can be set; ``journal`` is the journal's name, read from the list's folder."""

    lights: Lights = Lights()
    reports: Reports = Reports()
    journal: str = JOURNAL


_KNOWN: dict[str, dict[str, Any]] = {
    "lights": {"near_days": (0, 366), "behind_points": (0, 100)},
    "reports": {"rhythm": tuple(RHYTHMS), "due_day": (1, 31)},
    "journal": {"file": str},
}


def settings_for(list_file: str) -> Settings:
    """The settings for the list in ``list_file``.

    Raises:
        FileError: a file of settings cannot be read, or something in it is wrong.
    """
    found: dict[str, dict[str, Any]] = {}
    for file in settings_files(list_file):
        for table, values in read(file).items():
            found[table] = found.get(table, {}) | values
    return Settings(
        Lights(**found.get("lights", {})),
        Reports(**found.get("reports", {})),
        found.get("journal", {}).get("file", Settings().journal),
    )


def read(file: str) -> dict[str, dict[str, Any]]:
    """The checked tables of one file.

    Raises:
        FileError: it cannot be read, or something in it is wrong; says where.
    """
    import tomllib

    from sulist.base.files import is_stream

    if is_stream(file):  # reading it might never end
        raise _unreadable(file, _("it is no file."))
    try:
        with open(file, "rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise _unreadable(file, _("it is larger than 1 MiB. Is it the right file?"))
        text = data.decode("utf-8-sig")
        tables = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileError(f"{printable(file)}:{line}:1: {joined(*not_utf8(data))}") from None
    except (OSError, tomllib.TOMLDecodeError) as error:
        from sulist.base.files import reason

        raise _unreadable(file, reason(error)) from None
    except (RecursionError, ValueError):
        said = _("its brackets are too deep, or a number is too long, for any setting.")
        raise _unreadable(file, said) from None
    for table, values in tables.items():
        _check_table(file, text, table, values)
        for key, value in values.items():
            if key not in _KNOWN[table]:
                raise _wrong(file, text, key, _unknown(key, list(_KNOWN[table])))
            _check(file, text, key, value, _KNOWN[table][key])
    return tables


def _check_table(file: str, text: str, table: str, values: Any) -> None:
    if table not in _KNOWN:
        raise _wrong(file, text, table, _unknown(table, list(_KNOWN)))
    if not isinstance(values, dict):
        said = _("{key} is a table of keys: write [{key}], and below it {keys}.")
        keys = _(", ").join(_KNOWN[table])
        raise _wrong(file, text, table, said.format(key=table, keys=keys))


def _check(file: str, text: str, key: str, value: Any, allowed: Any) -> None:
    if allowed is str:
        if isinstance(value, str) and value:
            return
        wanted = _("a text")
    elif isinstance(allowed[0], str):
        if value in allowed:
            return
        wanted = _(", ").join(allowed)
    else:
        if type(value) is int and allowed[0] <= value <= allowed[1]:
            return
        wanted = _("a whole number from {least} to {most}").format(
            least=allowed[0], most=allowed[1]
        )
    raise _wrong(
        file,
        text,
        key,
        joined(
            _("{key} is {value}, which it cannot be.").format(key=key, value=_shown(value)),
            _("It must be {wanted}.").format(wanted=wanted),
        ),
    )


def _shown(value: Any) -> str:
    try:
        return printable(repr(value))[:40]
    except ValueError:  # Python writes no number of some thousands of digits
        return "……"


def _unknown(key: str, known: list[str]) -> str:
    guess = near(key, known, 1)
    hint = (
        _("Did you mean {name}?").format(name=guess[0])
        if guess
        else _("Known keys: {keys}.").format(keys=_(", ").join(known))
    )
    return joined(_("The key {key}: is not known here.").format(key=printable(key)), hint)


def _unreadable(file: str, why: str) -> FileError:
    return FileError(
        _("The settings {file} cannot be read: {error}").format(file=printable(file), error=why)
    )


def _wrong(file: str, text: str, key: str, message: str) -> FileError:
    """An error at the first line that begins with the key, as a table or a value."""
    for number, line in enumerate(text.split("\n"), 1):
        at = line.find(key)
        if at >= 0 and line[:at].strip(" \t[\"'") == "":
            return FileError(f"{printable(file)}:{number}:{at + 1}: {message}")
    return FileError(f"{printable(file)}: {message}")
