"""Where names are kept apart by marks: 、 ， ； . / and line breaks, but not inside one name.

And where a name ends before a count of its row: 湖边镇、水西镇2个镇.
"""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sulist.base.plain import simplified
from sulist.units import vocabulary
from sulist.units.folded import (
    LINE,
    LONGEST_STRETCH,
    SPACE,
    Stretch,
    has_more_than_names,
    is_of_letters,
    without_frame,
)
from sulist.units.shapes import is_complete, is_kind, is_one_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.units.folded import Folded
    from sulist.units.roster import Roster

MARKS = {
    **dict.fromkeys("、./|", "、"),
    **dict.fromkeys("，", "，"),
    **dict.fromkeys("；。", "；"),
    LINE: LINE,
    SPACE: SPACE,
}

_BRACKETS = frozenset("（）")
_DUTY_NOTES = frozenset(f"{word}）" for word in vocabulary.LABEL_WORDS.split("|"))


def without_notes(text: Folded) -> Folded:
    """``text`` without what stands beside its names, as ``notes.bare``, which is loaded for what has it."""
    text = without_frame(text)
    if not has_more_than_names(text):
        return text
    from sulist.units.notes import bare

    return bare(text)


def at_marks(text: Folded, roster: Roster | None) -> list[Stretch]:
    """The text cut at every mark that stands outside brackets and names."""
    parts = [*at_every_mark(text, roster)]
    if may_join(text.key):
        parts = _joined_names(parts, Stretch(text.written, text.key, 0, ""))
    if LINE not in text.key and SPACE not in text.key:
        return parts
    from sulist.units.line_breaks import joined_lines

    return joined_lines(parts)


def at_plain_marks(cell: str) -> list[Stretch]:
    """The same, at once, of a cell that is nothing but names and words with 、 ， ； between them; else nothing."""
    if len(cell) > LONGEST_STRETCH or simplified(cell) != cell:
        return []
    names = cell.replace("，", "、").replace("；", "、").split("、")
    if "" in names or not (is_of_letters("".join(names)) or all(map(_is_plain, names))):
        return []
    parts, at, before = [], 0, ""
    for name in names:
        parts.append(Stretch(name, name, at, before))
        at += len(name) + 1
        before = cell[at - 1 : at]
    if may_join(cell) and any(itertools.starmap(is_one_name, itertools.pairwise(names))):
        return []
    return parts


def _is_plain(name: str) -> bool:
    """Whether ``name`` is of ideographs, a label before it or a duty in brackets behind it: 区财政局（牵头）."""
    if is_of_letters(name):
        return True
    name, bracket, note = name.partition("（")
    if bracket and note not in _DUTY_NOTES:
        return False
    return is_of_letters(name.replace("：", "", 1))


def may_join(key: str) -> bool:
    """Whether a name with a mark inside it may be in ``key``: each has one of these words."""
    return "级" in key or "政府" in key or "事业" in key


def at_every_mark(text: Folded, roster: Roster | None) -> Iterator[Stretch]:
    """The text cut at every mark, also at each line break and space that may be layout."""
    whole = Stretch(text.written, text.key, 0, "")
    kept = inside_names(whole.key, roster)
    start, before = 0, ""
    for place in _marks_outside_brackets(whole.key):
        if place in kept or (whole.key[place] in "./" and _is_inside_a_word(whole.key, place)):
            continue
        mark = MARKS[whole.key[place]]
        if place > start:
            yield whole.cut(start, place, before)
            before = mark
        elif mark in "，；" or before in (LINE, SPACE):
            before = mark
        start = place + 1
    if start < len(whole.key):
        yield whole.cut(start, len(whole.key), before)


def _marks_outside_brackets(key: str) -> list[int]:
    """The place of each mark of ``key``."""
    if _BRACKETS.isdisjoint(key):
        return [place for place, letter in enumerate(key) if letter in MARKS]
    found, depth = [], 0
    for place, letter in enumerate(key):
        depth += (letter == "（") - (letter == "）")
        if letter in MARKS and depth <= 0:
            found.append(place)
    return found


def inside_names(key: str, roster: Roster | None) -> frozenset[int]:
    """The places of ``key`` inside a roster name that itself contains a mark."""
    found: set[int] = set()
    for name in _names_with_marks(roster) if roster is not None else ():
        at = key.find(name)
        while at >= 0:
            found.update(range(at, at + len(name)))
            at = key.find(name, at + 1)
    return frozenset(found)


@lru_cache(maxsize=64)
def _names_with_marks(roster: Roster) -> tuple[str, ...]:
    return roster.names_with(MARKS)


def _is_inside_a_word(key: str, place: int) -> bool:
    """Whether a . or / stands between two ASCII letters: a name from elsewhere."""
    around = key[place - 1 : place] + key[place + 1 : place + 2]
    return len(around) == 2 and around.isascii()


def _joined_names(parts: list[Stretch], whole: Stretch) -> list[Stretch]:
    """区、镇两级政府 and 市委、市政府督查室 in one piece again."""
    waiting: list[Stretch] = []
    for part in parts:
        joined = part
        while waiting and joined.before == "、" and is_one_name(waiting[-1].key, joined.key):
            first = waiting.pop()
            joined = whole.cut(first.start, joined.end, first.before)
        waiting.append(joined)
    return waiting


# --- how many the names of a row are, and what they are, is no part of the last one -------------


def without_count(part: Stretch) -> Stretch:
    """``part`` without the count of its row; 区水利局3个科室 alone has none."""
    at = count_of_row(part.key)
    if not at or part.before not in ("、", "和"):
        return part
    rest = part.cut(0, at, part.before)
    rest.open, rest.kind_after, rest.after_open = part.open, part.kind_after, part.after_open
    return rest


def count_of_row(key: str) -> int:
    """Where in 水西镇2个镇 or 区水利局3家单位 the count begins; 0 for none, and for what such a name has."""
    if "个" not in key and "家" not in key:
        return 0
    found = _count().search(key)
    if found is None or not is_complete(key[: found.start()]):
        return 0
    noun = found["noun"]
    is_of_it = (noun in vocabulary.CATEGORY and not is_kind(noun)) or noun[-1] == key[
        found.start() - 1
    ]
    return found.start() if is_of_it else 0


@cache
def _count() -> re.Pattern[str]:
    return re.compile("(?:[0-9]+|[两二三四五六七八九十]+)[个家](?P<noun>[^0-9]{1,8})$")
