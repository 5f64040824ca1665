"""Items that no number begins: each begins with 事项名称：, or stands above labels that come again."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.numerals import parse_digits
from sulist.importers.labels import meaning
from sulist.importers.understand.closings import answers
from sulist.importers.understand.markers import NumberMark
from sulist.importers.understand.period_headings import with_periods
from sulist.importers.understand.said_of_item import name_ends, pieces_of, segments_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sulist.importers.understand.paragraphs import Paragraph

_SERIAL_LINE = re.compile("([\u4e00-\u9fff]{1,6})[：:]([0-9]{1,5})")
LINE = "heading"  # the form of such a line
_SHORT = re.compile("[\u4e00-\u9fff“”·]{2,16}[：:]?(?<!清单|方案|计划|任务)")
_HEADS = re.compile("(?!.*(?:如下|以下|措施|要求|议定|强调|指出|内容|目标))[^，。；：:]{2,16}[：:]")


def with_records(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, each that begins an item without a number marked so, or a group of items."""
    paragraphs = _with_serials(_with_headings(with_periods(paragraphs)))
    ends = [name_ends(one.written) for one in paragraphs]
    again = since = False
    for one, end in zip(paragraphs, ends, strict=True):
        if one.marker:
            since = False
        elif end:
            again, since = again or since, True
    if not again:
        return _above_labels(paragraphs)
    return [
        one._replace(marker=NumberMark("record", None, 0)) if end and not one.marker else one
        for one, end in zip(paragraphs, ends, strict=True)
    ]


def _with_serials(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Where 序号：3 stands alone on a line several times, what follows it is the item with this number."""
    numbers = [None if one.marker else _serial_in(one.text) for one in paragraphs]
    at = [place for place, number in enumerate(numbers) if number]
    if len(at) < 2 or any(
        place + 1 == len(paragraphs) or paragraphs[place + 1].marker for place in at
    ):
        return paragraphs
    made = list(paragraphs)
    for place in at:
        behind = made[place + 1]
        mark = NumberMark("record", parse_digits(numbers[place] or ""), 0)
        made[place + 1] = behind._replace(marker=mark)
    return [one for place, one in enumerate(made) if place not in set(at)]


def _serial_in(line: str) -> str:
    found = _SERIAL_LINE.fullmatch(line)
    label = meaning(found.group(1)) if found else None
    known = found and ((label and label.role == "serial") or found.group(1).endswith("号"))
    return found.group(2) if found and known else ""


def _with_headings(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Short lines that end with a colon, each above a number, head groups of items: 教学工作：.

    They do from the first number on, or where each begins to count anew.
    """
    above = [
        place
        for place, (one, behind) in enumerate(pairwise(paragraphs))
        if behind.marker and not one.marker
    ]
    first = next((place for place, one in enumerate(paragraphs) if one.marker), 0)
    at = [place for place in above if _HEADS.fullmatch(paragraphs[place].text)]
    if len(at) < 2 or at[0] != first - 1:
        at = [place for place in above if _SHORT.fullmatch(paragraphs[place].text)]
        if len(at) < 2 or not _count_anew(paragraphs, at):
            return paragraphs
    made = list(paragraphs)
    for place in at:
        made[place] = made[place]._replace(marker=NumberMark(LINE, None, 0))
    return made


def _count_anew(paragraphs: Sequence[Paragraph], at: Sequence[int]) -> bool:
    """Whether with each of these lines the numbers begin again at 1, and none of them is a label, or comes again."""
    lines = [paragraphs[place].text.rstrip("：:") for place in at]
    numbered = [(place, one.marker) for place, one in enumerate(paragraphs) if one.marker]
    begun = [mark for place, mark in numbered if place - 1 in at]
    before = [
        next((mark.form for above, mark in reversed(numbered) if above < place), "") for place in at
    ]
    labels = [label.role for line in lines if (label := meaning(line))]
    return (
        {mark.number for mark in begun} == {1}
        and {mark.form for mark in begun} == set(before[1:])
        and len(set(before[1:])) == 1
        and bool(before[0])
        and len(set(lines)) == len(lines)
        and set(labels) <= {"category"}
    )


class _Group(NamedTuple):
    """Paragraphs without a number, by their places, and the labels of units that stand below them."""

    plain: tuple[int, ...]
    labels: frozenset[str]


def _above_labels(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Below a heading, or below none, 责任单位： comes again with a text before it: each text is an item."""
    runs = list(_runs(paragraphs))
    groups = {run: list(_groups(paragraphs, run)) for run in runs}
    forms = {_form(paragraphs, run) for run, made in groups.items() if _comes_again(made)}
    sizes = Counter(
        len(one.plain) for run in runs if _form(paragraphs, run) in forms for one in groups[run][1:]
    )
    usual = sizes.most_common(1)[0][0] if sizes else 0
    begins: set[int] = set()
    for run, made in groups.items():
        if _form(paragraphs, run) in forms:
            # What stands above the first of them may be a preface.
            begins |= {
                one.plain[-min(usual, len(one.plain)) if one is made[0] else 0] for one in made
            }
    return [
        one._replace(marker=NumberMark("record", None, 0)) if at in begins else one
        for at, one in enumerate(paragraphs)
    ]


def _runs(paragraphs: Sequence[Paragraph]) -> Iterator[range]:
    """The stretches between two numbers."""
    start = 0
    for at, one in enumerate(paragraphs):
        if one.marker:
            yield range(start, at)
            start = at + 1
    yield range(start, len(paragraphs))


def _form(paragraphs: Sequence[Paragraph], run: range) -> str:
    """The form of the number that a stretch stands below; "" for none."""
    marker = paragraphs[run.start - 1].marker if run.start else None
    return marker.form if marker else ""


def _groups(paragraphs: Sequence[Paragraph], run: range) -> Iterator[_Group]:
    plain: list[int] = []
    labels: set[str] = set()
    for at in run:
        pieces = pieces_of(paragraphs[at].written)
        if pieces or segments_of(paragraphs[at].written)[0]:
            labels |= {one.label for one in pieces if answers(one)}
            continue
        if labels:
            if plain:
                yield _Group(tuple(plain), frozenset(labels))
            plain, labels = [], set()
        plain.append(at)
    if plain and labels:
        yield _Group(tuple(plain), frozenset(labels))


def _comes_again(groups: Sequence[_Group]) -> bool:
    return len(groups) > 1 and bool(frozenset.intersection(*(one.labels for one in groups)))
