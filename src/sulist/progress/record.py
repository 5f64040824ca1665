"""One record of the journal: what was said of an item, by whom, of which day, written when.

A record is one line, ``- {JSON}``, so that a person can read and mend it, git can merge it, and
any YAML reader can load the file.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sulist.i18n import N_, _
from sulist.text import near, unsafe_character

if TYPE_CHECKING:
    from collections.abc import Callable

FORMAT = 1
KINDS = ("report", "extension", "closing", "reopening", "withdrawal", "correction")
STATUSES = ("not-started", "in-progress", "done")


class Record(NamedTuple):
    """What the journal says in one line.

    ``on`` is the day it speaks of, ``written`` when it was put down. ``seq`` is one more than the
    highest that its writer saw, so that what answers another record comes after it whatever the
    clocks said. ``role`` is lead where the unit led the item then. ``milestone`` is 0 for the whole
    item. ``line`` is where it stands in the file, 0 for one that is not written yet.
    """

    on: date
    item: str
    kind: str
    unit: str = ""
    role: str = ""
    milestone: int = 0
    status: str = ""
    percent: int | None = None
    done: str = ""
    problem: str = ""
    next: str = ""
    evidence: tuple[str, ...] = ()
    to: date | None = None
    done_on: date | None = None
    reason: str = ""
    corrects: str = ""
    period: str = ""
    written: str = ""
    seq: int = 0
    id: str = ""
    line: int = 0

    @property
    def order(self) -> tuple[date, int, str, str]:
        """Records of one item in the order of what they speak of; the same in any file order."""
        return self.on, self.seq, self.written, self.id

    @property
    def by_writing(self) -> tuple[int, str, str]:
        """Records in the order in which they were written."""
        return self.seq, self.written, self.id

    @property
    def written_day(self) -> str:
        """The day of writing, as its writer's calendar had it."""
        return self.written[:10]


class RecordError(ValueError):
    """A line that is no record: ``key`` is the key at fault, or ``at`` the column from 0."""

    def __init__(self, message: str, remedy: str, *, key: str = "", at: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.key = key
        self.at = at


def line_of(data: dict[str, Any]) -> str:
    """A mapping as one line of the journal, without its end."""
    text = json.dumps(data, ensure_ascii=False)
    while found := unsafe_character(text):
        code = ord(found.group())
        text = text.replace(found.group(), f"\\u{code:04x}")
    return "- " + text


def as_line(record: Record) -> str:
    """A record as its line; what is empty is left out."""
    data: dict[str, Any] = {}
    for key, value in zip(Record._fields, record, strict=True):
        if key == "line" or value is None or (not value and key != "percent"):
            continue
        data[key] = value.isoformat() if isinstance(value, date) else value
    return line_of(data)


def parsed(line: str) -> dict[str, Any]:
    """The mapping that a line holds.

    Raises:
        RecordError: it is not ``- {JSON}``, or an escape in it stands for what no text may hold.
    """
    if not line.startswith("- "):
        raise RecordError(
            _("This line is no record."),
            _(
                "A record is one line: - {JSON}, keys and texts in double quotes; # begins a comment."
            ),
            at=0,
        )
    try:
        data = _decoder().decode(line[2:])
    except json.JSONDecodeError as error:
        raise RecordError(
            _("This line cannot be read from here: {said}.").format(said=_json_fault(error.msg)),
            _(
                "A record is one line: - {JSON}, keys and texts in double quotes; # begins a comment."
            ),
            at=2 + error.pos,
        ) from None
    except (RecursionError, ValueError) as error:
        if isinstance(error, RecordError):
            raise
        raise RecordError(
            _("A depth or a number in this line is beyond any record."),
            _("Write the line again."),
            at=2,
        ) from None
    if not isinstance(data, dict):
        raise RecordError(
            _("This line is no record."),
            _(
                "A record is one line: - {JSON}, keys and texts in double quotes; # begins a comment."
            ),
            at=2,
        )
    if "\\" in line:  # only an escape can bring in what does not stand in the line itself
        for key, value in data.items():
            for text in value if isinstance(value, list) else (value,):
                if isinstance(text, str) and (unsafe_character(text) or _has_surrogate(text)):
                    raise _wrong(key, value, _("a text without invisible control characters"))
    return data


@cache
def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder(object_pairs_hook=_without_repeats)


_JSON_FAULTS = {
    "Expecting ',' delimiter": N_("a comma is missing"),
    "Expecting ':' delimiter": N_("a colon is missing"),
    "Expecting property name enclosed in double quotes": N_("a key in double quotes is wanted"),
    "Expecting value": N_("a text in double quotes or a number is wanted"),
    "Extra data": N_("something stands behind the end of the record"),
    "Invalid control character at": N_("a tab stands in a text"),
    "Unterminated string starting at": N_("a quote is not closed"),
}


def _json_fault(said: str) -> str:
    """What the reader of JSON says, in the language in use where it is one of the common faults."""
    return _(_JSON_FAULTS[said]) if said in _JSON_FAULTS else said


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        keys = [key for key, _value in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise RecordError(
            _("The key {key} stands twice in this record.").format(key=twice),
            _("Keep one of the two."),
            key=twice,
        )
    return data


def is_cut_off(text: str) -> bool:
    """Whether a line is the beginning of a record whose end is missing, as after a crash."""
    if not text.startswith("- {"):
        return "- {".startswith(text)
    try:
        json.loads(text[2:])
    except json.JSONDecodeError as error:
        return not text.endswith("}") or error.msg.startswith("Unterminated string")
    except (RecursionError, ValueError):
        return False
    return False


def from_data(data: dict[str, Any], line: int) -> Record:
    """The record that a mapping holds.

    Raises:
        RecordError: a key is missing, unknown, or has a value that it cannot have.
    """
    kind = data.get("kind")
    if kind not in KINDS:
        raise _missing_or_wrong(data, "kind", _(", ").join(KINDS))
    values: dict[str, Any] = {}
    for key, value in data.items():
        read = _READERS.get(key)
        if read is None:
            raise _unknown_key(key)
        values[key] = read(key, value)
    for key in _REQUIRED[kind]:
        if key not in values:
            raise RecordError(
                _("The key {key} is missing in this record.").format(key=key),
                _("Add it; docs/progress.md tells what each key is."),
                at=2,
            )
    record = Record(**values, line=line)
    _check_sense(record)
    return record


def _check_sense(record: Record) -> None:
    """What the values of a record have to be together."""
    if record.percent is not None:
        if record.status == "done" and record.percent != 100:
            raise RecordError(
                _("The status is done, but the percent is {percent}.").format(
                    percent=record.percent
                ),
                _("What is done has 100 or no percent; else the status is in-progress."),
                key="percent",
            )
        if record.status == "not-started" and record.percent:
            raise RecordError(
                _("The status is not-started, but the percent is {percent}.").format(
                    percent=record.percent
                ),
                _("What has a percent is in-progress."),
                key="percent",
            )
        if record.percent == 100 and record.status != "done":
            raise RecordError(
                _("The percent is 100, but the status is not done."),
                _("Write the status done, or a percent below 100."),
                key="percent",
            )
    if record.done_on and record.done_on > record.on:
        raise RecordError(
            _("It is said to be done on {done}, after the day {on} of the record itself.").format(
                done=record.done_on, on=record.on
            ),
            _("Correct one of the two days."),
            key="done_on",
        )
    if record.kind != "report" and (record.status or record.percent is not None):
        raise RecordError(
            _("A status or percent stands in a record that is no report."),
            _("Only a report has them."),
            key="status" if record.status else "percent",
        )


def _missing_or_wrong(data: dict[str, Any], key: str, wanted: str) -> RecordError:
    if key not in data:
        return RecordError(
            _("The key {key} is missing in this record.").format(key=key),
            _("Add it; docs/progress.md tells what each key is."),
            at=2,
        )
    return _wrong(key, data[key], wanted)


def _wrong(key: str, value: Any, wanted: str) -> RecordError:
    shown = json.dumps(value, ensure_ascii=False)[:40]
    return RecordError(
        _("{key} is {value}, which it cannot be.").format(key=key, value=shown),
        _("It must be {wanted}.").format(wanted=wanted),
        key=key,
    )


def _unknown_key(key: str) -> RecordError:
    known = list(_READERS)
    guess = near(key, known, 1)
    return RecordError(
        _("The key {key}: is not known here.").format(key=key),
        _("Did you mean {key}:?").format(key=guess[0])
        if guess
        else _("Known keys: {keys}.").format(keys=_(", ").join(known)),
        key=key,
    )


def _text(key: str, value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise _wrong(key, value, _("a text"))
    return value


def _has_surrogate(value: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in value)


def _day(key: str, value: Any) -> date:
    try:
        if len(value) == len("2021-08-31") and value[4] == "-":
            return date.fromisoformat(value)
    except (TypeError, ValueError):
        pass  # told below, as is a text of another length
    raise _wrong(key, value, _("a day such as 2021-08-31"))


def _month(key: str, value: Any) -> str:
    try:
        if len(value) == len("2021-08") and date.fromisoformat(f"{value}-01"):
            return str(value)
    except (TypeError, ValueError):
        pass  # told below
    raise _wrong(key, value, _("a month such as 2021-08"))


def _moment(key: str, value: Any) -> str:
    try:
        if len(value) >= len("2021-08-31T09:00:00+08:00") and datetime.fromisoformat(value).tzinfo:
            return str(value)
    except (TypeError, ValueError):
        pass  # told below
    raise _wrong(key, value, _("a moment such as 2021-08-31T09:00:00+08:00"))


def _whole(least: int, most: int) -> Callable[[str, Any], int]:
    def read(key: str, value: Any) -> int:
        if type(value) is not int or not least <= value <= most:
            raise _wrong(
                key,
                value,
                _("a whole number from {least} to {most}").format(least=least, most=most),
            )
        return value

    return read


def _one_of(*words: str) -> Callable[[str, Any], str]:
    def read(key: str, value: Any) -> str:
        if value not in words:
            raise _wrong(key, value, _(", ").join(words))
        return str(value)

    return read


def _texts(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise _wrong(key, value, _("a list of texts"))
    return tuple(_text(key, each) for each in value)


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "on": _day,
    "item": _text,
    "kind": _one_of(*KINDS),
    "unit": _text,
    "role": _one_of("lead"),
    "milestone": _whole(1, 99),
    "status": _one_of(*STATUSES),
    "percent": _whole(0, 100),
    "done": _text,
    "problem": _text,
    "next": _text,
    "evidence": _texts,
    "to": _day,
    "done_on": _day,
    "reason": _text,
    "corrects": _text,
    "period": _month,
    "written": _moment,
    "seq": _whole(1, 999_999_999),
    "id": _text,
}
_ALWAYS = ("on", "item", "written", "seq", "id")
_REQUIRED = {
    "report": (*_ALWAYS, "unit", "period"),
    "extension": (*_ALWAYS, "to", "reason"),
    "closing": (*_ALWAYS, "done_on"),
    "reopening": (*_ALWAYS, "reason"),
    "withdrawal": (*_ALWAYS, "reason"),
    "correction": (*_ALWAYS, "corrects"),
}
