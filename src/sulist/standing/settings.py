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
from sulist.standing.names import RHYTHM_WORDS, meant

_MOST_BYTES = 2**20
# The months of a period; a week has none.
RHYTHMS = {"week": 0, "month": 1, "two-months": 2, "quarter": 3, "half-year": 6, "year": 12}
_FRIDAY, _SUNDAY = 5, 7
_EVERY_MONTH_HAS = 28


class Lights(NamedTuple):
    """When a light is yellow.

    ``near_days``: so many days before its date an item is near; 30, since reports come monthly and
    so one is still to come. ``behind_points``: so many points the percent may fall short of the
    share of the time gone; 20, since units report in tens and work seldom runs evenly.
    """

    near_days: int = NEAR_DAYS
    behind_points: int = 20


class Reports(NamedTuple):
    """How often units report, and by which day of the period's last month, or of the week.

    Where no day is set, 0, it is the 28th, which every month has, or Friday.
    """

    rhythm: str = "month"
    due_day: int = 0

    @property
    def is_no_day(self) -> bool:
        """Whether no period of the rhythm has the day."""
        return self.rhythm == "week" and self.due_day > _SUNDAY

    def of(self, rhythm: str) -> Reports:
        """The same for another ``rhythm``, where one is named; a day of a week is none of a month."""
        if not rhythm or rhythm == self.rhythm:
            return self
        return Reports(rhythm, 0 if "week" in (rhythm, self.rhythm) else self.due_day)

    @property
    def due(self) -> int:
        """The day of the month, or of the week from Monday, 1, on."""
        return self.due_day or (_FRIDAY if self.rhythm == "week" else _EVERY_MONTH_HAS)


class Settings(NamedTuple):
    """Everything that can be set; ``journal`` is the journal's name, read from the list's folder."""

    lights: Lights = Lights()
    reports: Reports = Reports()
    journal: str = JOURNAL


_KNOWN: dict[str, dict[str, Any]] = {
    "lights": {"near_days": (0, 366), "behind_points": (0, 100)},
    "reports": {"rhythm": RHYTHM_WORDS, "due_day": (1, 31)},
    "journal": {"file": str},
}


def settings_for(list_file: str) -> Settings:
    """The settings for the list in ``list_file``.

    Raises:
        FileError: a file of settings cannot be read, or something in it is wrong.
    """
    found: dict[str, dict[str, Any]] = {}
    file = ""
    for file in settings_files(list_file):
        for table, values in read(file).items():
            found[table] = found.get(table, {}) | values
    reports = Reports(**found.get("reports", {}))
    if reports.is_no_day:
        raise FileError(
            _(
                "{file}: reports are weekly, and no week has a day {day}. Write due_day = 1 for Monday to 7 for Sunday."
            ).format(file=printable(file), day=reports.due_day)
        )
    return Settings(
        Lights(**found.get("lights", {})),
        reports,
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
            values[key] = _checked(file, text, key, value, _KNOWN[table][key])
    return tables


def _check_table(file: str, text: str, table: str, values: Any) -> None:
    if table not in _KNOWN:
        raise _wrong(file, text, table, _unknown(table, list(_KNOWN)))
    if not isinstance(values, dict):
        said = _("{key} is a table of keys: write [{key}], and below it {keys}.")
        keys = _(", ").join(_KNOWN[table])
        raise _wrong(file, text, table, said.format(key=table, keys=keys))


def _checked(file: str, text: str, key: str, value: Any, allowed: Any) -> Any:
    """The value, a word of a choice as it is in the data.

    Raises:
        FileError: it is none that the key can have.
    """
    if allowed is str:
        if isinstance(value, str) and value:
            return value
        wanted = _("a text")
    elif isinstance(allowed, dict):
        word = meant(value, allowed) if isinstance(value, str) else ""
        if word:
            return allowed[word]
        wanted = _(", ").join(allowed)
    else:
        if type(value) is int and allowed[0] <= value <= allowed[1]:
            return value
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
