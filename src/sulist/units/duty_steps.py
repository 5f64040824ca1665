"""What one part of a cell says of duties, by its letters alone: whom it names and what they do, in its order.

Nothing here depends on the other parts of the cell: what they change is for ``duties`` to say.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sulist.units import vocabulary
from sulist.units.duty_labels import duty_of, label_spans
from sulist.units.duty_verbs import (
    BEFORE_DUTIES,
    WITH,
    first_verb,
    hides_units,
    may_be_names,
    note,
)
from sulist.units.shapes import speaks_of_duty

if TYPE_CHECKING:
    # What it is; the duty that it gives; from where to where in the part the name stands, and the mark
    # that stands before it, None for that before the part.
    Step = tuple[str, str | None, int, int, str | None]

COUNTY = "会同县"
_IN_ORDER_NOTES = frozenset(word[0] for word in vocabulary.ORDER_NOTES)

NAME = "name"  # whoever stands there
AMONG = "among"  # the same, with 其中 before it
DUTY = "duty"  # of all who wait for one; the label's, where none is told
LABEL = "label"  # whose duty those after it have
JOINED = "joined"  # 会同: those after it join those before
ORDER = "order"  # 排在首位的为牵头单位: the duty of the first
TASK = "task"  # what is to be done, up to the next ，


def _step(
    says: str, duty: str | None = None, start: int = 0, end: int = 0, mark: str | None = None
) -> Step:
    return says, duty, start, end, mark


@lru_cache(maxsize=8192)
def steps(key: str, of_a_county: bool = False) -> tuple[Step, ...] | None:
    """What ``key`` says; None of a name and nothing else.

    ``of_a_county`` where a county's own unit stands before: then 会同县财政局 is no bureau of 会同县.
    """
    if _says_order(key):
        return (_step(ORDER, duty_of(key)),)
    if not speaks_of_duty(key):
        if key == vocabulary.THE_SAME_BELOW or _is_manner(key):
            return ()
        if _is_a_name(key):
            return None
    found: list[Step] = []
    at = 0
    for start, end, duty in label_spans(key):
        found += _stretch(key, at, start, of_a_county=of_a_county)
        found.append(_step(LABEL, duty))
        at = end
    return (*found, *_stretch(key, at, len(key), of_a_county=of_a_county))


def _says_order(key: str) -> bool:
    """Whether ``key`` says who leads by the order of names: 排在首位的."""
    if _IN_ORDER_NOTES.isdisjoint(key):
        return False
    return any(map(key.__contains__, vocabulary.ORDER_NOTES))


def _is_a_name(key: str) -> bool:
    """Whether there is nothing beside a name in ``key``, in which no word for a duty is."""
    opens = "由" in key or key.startswith(("请", "等", vocabulary.AMONG))
    return not opens and not label_spans(key) and not note(key)


def _stretch(key: str, start: int, end: int, *, of_a_county: bool) -> list[Step]:
    """What stands between two labels."""
    if start == end:
        return []
    mark = "" if start else None
    return _without_labels(key[start:end], start, mark, of_a_county=of_a_county)


def _without_labels(text: str, at: int, mark: str | None, *, of_a_county: bool) -> list[Step]:
    """What ``text`` says, which stands at ``at`` of the part with ``mark`` before it."""
    if word := _joining(text):
        text, at = text[len(word) :], at + len(word)
    if span := note(text):
        return _with_note(text, at, mark, *span, of_a_county=of_a_county)
    verb = first_verb(text, of_a_county=of_a_county and COUNTY in text)
    if verb is None:
        return _name(text, at, mark)
    start, end = verb
    phrase, rest = text[start:end], text[end:]
    found = []
    if start:
        found = _name(text[:start], at, mark)
        mark = "，"
        of_a_county = of_a_county or _is_of_a_county(text[:start])
    if phrase == WITH:
        found.append(_step(JOINED))
    elif start or not rest:  # 配合X: X is named, not who helps
        found.append(_step(DUTY, duty_of(phrase)))
    if not rest:
        return found
    if phrase == WITH or may_be_names(rest):
        return found + _without_labels(rest, at + end, mark, of_a_county=of_a_county)
    if hides_units(rest):
        return found + _name(rest, at + end, mark)  # which is refused: those it names would be lost
    return [*found, _step(TASK)]


def _name(text: str, at: int, mark: str | None) -> list[Step]:
    """Whoever ``text`` names, without the 由 before it."""
    end = at + len(text)
    if text.startswith(vocabulary.AMONG):
        return [_step(AMONG, None, at, end, mark)]
    return [_step(NAME, None, at + by_whom(text), end, mark)] if text != "等" else []


def _with_note(
    text: str, at: int, mark: str | None, start: int, end: int, *, of_a_county: bool
) -> list[Step]:
    """区经发局（牵头）: the duty is that of the name it stands at alone."""
    named, inside, rest = text[:start], text[start:end], text[end:]
    found: list[Step] = []
    is_of_all = any(map(inside.__contains__, vocabulary.TOGETHER))  # （按职责分工负责）
    if not is_of_all:
        found.append(_step(DUTY))
    found += [*_name(named, at, mark), _step(DUTY, duty_of(inside))]
    if rest:
        of_a_county = of_a_county or _is_of_a_county(named)
        found += _without_labels(rest, at + end, "，", of_a_county=of_a_county)
    return found


def _is_of_a_county(subject: str) -> bool:
    """Whether ``subject`` is a county's own unit, whatever stands before its name."""
    name = subject.removeprefix(vocabulary.AMONG)
    return name.startswith("县", by_whom(name))


def _joining(key: str) -> str:
    """并 of 并会同县财政局 and 并由县财政局, else nothing."""
    if not key.startswith(("并", "同时")):
        return ""
    from sulist.units.preambles import with_and

    match = with_and().match(key)
    return match["word"] if match else ""


def by_whom(key: str) -> int:
    """How long 由 before a name is, and the words before it that say no more: 此项工作由, 原则上由."""
    if key[:1] in ("由", "请"):
        return 1 if len(key) > 2 else 0
    if "由" not in key:
        return 0
    from sulist.units import preambles

    match = preambles.by_whom().match(key)
    return match.end() if match else 0


def _is_manner(key: str) -> bool:
    """Whether ``key`` only says how: 按职责分工, 按照属地原则."""
    if not key.startswith(BEFORE_DUTIES):
        return False
    from sulist.units.preambles import manner

    return manner().fullmatch(key) is not None
