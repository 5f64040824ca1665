"""One record of the journal: what was said of an item, by whom, of which day, written when.

A record is one line, ``- {JSON}``, so that a person can read and mend it, git can merge it, and
any YAML reader can load the file.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sulist.base.i18n import N_, _, joined
from sulist.base.plain import near
from sulist.base.showing import unsafe_character
from sulist.journal import record_values as read_as
from sulist.journal.record_values import RecordError, wrong

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FORMAT = 1
KINDS = ("report", "extension", "closing", "reopening", "withdrawal", "correction")
STATUSES = ("not-started", "in-progress", "done")
MOST_SEQ = 999_999_999
FROM_FORM = "f-"  # with what the id begins of a report that came in a form
_A_SLIP = 0.7  # how like a word is to one that is meant
_MOST = 40  # characters of a word that may be one


class Record(NamedTuple):
    """What the journal says in one line.

    ``on`` is the day it speaks of, ``written`` when it was put down. ``seq`` is one more than the
    highest that its writer saw, so that what answers another record comes after it whatever the
    clocks said. ``role`` is lead where the unit led the item then. ``milestone`` is 0 for the whole
    item. ``corrects`` is the id of the record that a correction takes back, or that a report takes the
    place of; a correction beside it takes that one back. Who filled it in, reviewed, typed and approved it, a telephone and the number of a paper
    are kept and shown, and decide nothing. ``line`` is where it stands in the file, 0 for one that
    is not written yet.

    One of a kind that this sulist does not know has only ``on``, ``item``, ``kind``, ``written``,
    ``seq`` and ``id``: what its other keys mean, a newer one knows.
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
    filled_by: str = ""
    reviewed_by: str = ""
    phone: str = ""
    entered_by: str = ""
    approved_by: str = ""
    paper: str = ""
    written: str = ""
    seq: int = 0
    id: str = ""
    line: int = 0

    @property
    def known(self) -> bool:
        """Whether this sulist knows the kind; what it does not know counts for nothing."""
        return self.kind in KINDS

    @property
    def from_form(self) -> bool:
        """Whether it is a report that came in a form; of those of before the ids told it, who names a person did."""
        return self.id.startswith(FROM_FORM) or bool(
            self.filled_by or self.reviewed_by or self.phone
        )

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
                    raise wrong(key, value, _("a text without invisible control characters"))
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


def _has_surrogate(value: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in value)


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
    """The record that a mapping holds: the keys that this sulist knows, of a kind that it does not the common ones.

    Raises:
        RecordError: a key is missing, or a known one has a value that it cannot have.
    """
    if "kind" not in data:
        raise _missing("kind", data)
    kind = read_as.text("kind", data["kind"])
    required = _REQUIRED.get(kind)
    readers = _READERS if required else _COMMON
    values: dict[str, Any] = {}
    for key, value in data.items():
        if read := readers.get(key):
            values[key] = read(key, value)
    for key in required or _EVERY:
        if key not in values:
            raise _missing(key, data)
    if not required:
        return Record(**({"item": ""} | values), line=line)
    record = Record(**values, line=line)
    _check_sense(record)
    return record


@lru_cache(256)  # a newer sulist writes the same word into every record
def _meant(word: str, known: tuple[str, ...]) -> str:
    return next(iter(near(word[:_MOST], list(known), 1, _A_SLIP)), "")


def is_it_newer(word: str, known: Iterable[str]) -> str:
    """What to do about a word that no sulist of today writes: a newer one wrote it, or it is mistyped."""
    guess = _meant(word, tuple(known))
    return joined(
        _("A newer sulist may have written it: that one reads it."),
        _("If it is mistyped: did you mean {name}?").format(name=guess)
        if guess
        else _("If it is mistyped, correct it: {names}.").format(names=_(", ").join(known)),
    )


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


def _missing(key: str, data: dict[str, Any]) -> RecordError:
    """That a key is missing; what stands there in its place, where that looks like a slip of the hand."""
    slip = near(key, [one for one in data if one not in _READERS], 1, _A_SLIP)
    return RecordError(
        _("The key {key} is missing in this record.").format(key=key),
        _("Is {slip} meant to be it? Correct that.").format(slip=slip[0])
        if slip
        else _("Add it; docs/progress.md tells what each key is."),
        key=slip[0] if slip else "",
        at=2,
    )


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "on": read_as.day,
    "item": read_as.text,
    "kind": read_as.text,
    "unit": read_as.text,
    "role": read_as.one_of("lead"),
    "milestone": read_as.whole(1, 99),
    "status": read_as.one_of(*STATUSES),
    "percent": read_as.whole(0, 100),
    "done": read_as.said,
    "problem": read_as.said,
    "next": read_as.said,
    "evidence": read_as.texts,
    "to": read_as.day,
    "done_on": read_as.day,
    "reason": read_as.text,
    "corrects": read_as.text,
    "period": read_as.period,
    "filled_by": read_as.text,
    "reviewed_by": read_as.text,
    "phone": read_as.text,
    "entered_by": read_as.text,
    "approved_by": read_as.text,
    "paper": read_as.text,
    "written": read_as.moment,
    "seq": read_as.whole(1, MOST_SEQ),
    "id": read_as.text,
}
# What every record of every sulist has, with one meaning, so that also the order of one whose kind is newer is known.
_EVERY = ("on", "written", "seq", "id")
_ALWAYS = ("item", *_EVERY)
_COMMON = {key: _READERS[key] for key in ("kind", *_ALWAYS)}
KEYS = tuple(_READERS)
_REQUIRED = {
    "report": (*_ALWAYS, "unit", "period"),
    "extension": (*_ALWAYS, "to", "reason"),
    "closing": (*_ALWAYS, "done_on"),
    "reopening": (*_ALWAYS, "reason"),
    "withdrawal": (*_ALWAYS, "reason"),
    "correction": (*_ALWAYS, "corrects"),
}


def no_milestone(record: Record) -> str:
    """That an item has fewer dates than a record speaks of."""
    return _("Item {item} has no milestone {milestone}.").format(
        item=record.item, milestone=record.milestone
    )
