"""Lists without a table: paragraphs that close with （区发改局牵头，区住建局负责，2021年6月底前完成）."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.base.plain import clean_cell, simplified
from sulist.deadline import find
from sulist.importers import cell_text
from sulist.importers.drafts import Doubt, DraftItem, Unused
from sulist.importers.headings import (
    Heading,
    is_page_number,
    read_heading,
    read_serial,
    read_total,
)
from sulist.importers.labels import Labelled, split
from sulist.importers.understand.dates_of_text import cell_of
from sulist.importers.understand.item_cells import set_units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.importers.grid import Grid

_NUMERAL = "[一二三四五六七八九十]"
_MARKER = re.compile(
    rf"^(?:(?:第)?([0-9０-９]{{1,3}})(?:[.．、)）](?![0-9])|\s)|[（(]([0-9０-９]{{1,3}})[)）]|[（(]({_NUMERAL}{{1,3}})[)）]|"
    rf"({_NUMERAL}{{1,3}})[、．]|({_NUMERAL}{{1,3}})是[，:：]?|([①-⑳])[、．.]?)"
)
_DUTY = r"(?:牵头|负总责|主办|负责|承办|配合|协办|协助|参与|落实|实施|分工负责|责任单位|牵头单位|配合单位|责任部门|牵头部门)"
_OPENING, _CLOSE = "（([【〔", "）)]】〕"
_LONGEST = 4000  # characters of a paragraph that may tell an item
_LABEL_LINE = re.compile(rf"^(?:{_DUTY}|完成时限|完成时间|时间节点|时限)[^，。；]{{0,6}}?[:：]")
_SHORT_TITLE = re.compile(r"[^，。；]{2,24}")  # 1.推进项目建设, a title above its text
_CLAUSE = re.compile("[，,；;。]")
_LEADING = re.compile(
    r"(?:负责)?(?:共同|总)?(?:牵头|负总责|主办|抓总)(?:负责|落实|推进|实施|抓好)?$"
)
_SUPPORTING = re.compile(
    r"(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:共同|积极)?(?:配合|协办|协助|参与|参加|支持)(?:落实)?$"
)
_ANSWERING = re.compile(
    r"(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:共同|分别|具体|分工)?(?:负责|承办|落实|实施|推进|组织实施|抓落实)(?:落实|推进|实施)?$"
)


class Prose(NamedTuple):
    """What was read from paragraphs, in the shape that tables give."""

    parts: list[tuple[Heading | None, str, list[DraftItem]]]
    lines: list  # type: ignore[type-arg]  # the cells before the first item
    doubts: list[Doubt]
    unused: list[Unused]


def read_prose(grid: Grid, year: int | None) -> Prose:
    """The items that the paragraphs of a document tell; none where no closing names a unit."""
    prose = Prose([(None, "", [])], [], [], [])
    paragraphs = list(_paragraphs(grid))
    labelled = _labelled(paragraphs)
    first = next(
        (
            at
            for at, (text, _cell) in enumerate(paragraphs)
            if at in labelled or _closings(text) or _labels_inside(text)
        ),
        None,
    )
    if first is None:
        return prose
    begin = _first_heading(paragraphs, first)
    prose.lines.extend(cell._replace(text=text) for text, cell in paragraphs[:begin])
    texts = {at for run in labelled.values() for at in run}
    for at, (text, cell) in enumerate(paragraphs[begin:], begin):
        if at in labelled:
            prose.parts[-1][2].append(_item(text, cell.place))
        elif at in texts:
            item = prose.parts[-1][2][-1]
            item.text = cell_text.sentence(item.text) + text
        else:
            _take(prose, text, cell.place, year)
    for _heading, _place, items in prose.parts:
        for item in items:
            _date_from_text(item, year, prose)
    return prose


def _date_from_text(item: DraftItem, year: int | None, prose: Prose) -> None:
    """Where no deadline is set apart, those that the text itself tells: 年底前实现全省通办."""
    found = [] if item.deadline else find(item.text, year=year or 2000)
    if not found:
        return
    cell = cell_of([one.deadline for one in found], year or 2000)
    item.deadline = cell.text
    item.notes.append(_("the deadline is from the text"))
    if cell.other:
        prose.doubts.append(Doubt(item.place, item, cell.text, cell.other))


def _labelled(paragraphs: list) -> dict[int, range]:  # type: ignore[type-arg]
    """The paragraphs that begin an item whose units stand on lines of their own below it.

    Each with the paragraphs between it and those lines, which belong to its text.
    """
    begins: dict[int, range] = {}
    marker: int | None = None
    for at, (text, _cell) in enumerate(paragraphs):
        if _LABEL_LINE.match(text):
            if marker is not None and not _closings(paragraphs[marker][0]):
                begins[marker] = range(marker + 1, at)
            marker = None
        elif _MARKER.match(text):
            marker = at
    return begins


def _first_heading(paragraphs: list, first: int) -> int:  # type: ignore[type-arg]
    """Where the list begins: at the headings just above its first item."""
    at = first
    while at and read_heading(paragraphs[at - 1][0]):
        at -= 1
    return at


def _paragraphs(grid: Grid) -> Iterator[tuple]:  # type: ignore[type-arg]
    """The paragraphs, with those put together that a text file breaks in mid-sentence."""
    pending: tuple[str, object] | None = None
    numbers: list[tuple] = []  # type: ignore[type-arg]
    for row in grid.rows:
        for cell in row.own:
            for line in cell.text.split("\n"):
                text = clean_cell(line)
                if not text:
                    continue
                if is_page_number(text):
                    numbers.append((text, cell))
                    continue
                if pending and _goes_on(pending[0], text):
                    pending = (clean_cell(pending[0] + "\n" + text), pending[1])
                    continue
                if pending:
                    yield pending
                pending = (text, cell)
    if pending:
        yield pending
    yield from numbers


def _goes_on(before: str, text: str) -> bool:
    if len(before) > _LONGEST:
        return False
    if _MARKER.match(text) or read_heading(text) or _LABEL_LINE.match(text) or read_total(text):
        return False
    opened = before.count("（") + before.count("(") > before.count("）") + before.count(")")
    return opened or (
        _MARKER.match(before) is not None
        and before[-1] not in "。；！）)：:"
        and read_heading(before) is None
        and not _SHORT_TITLE.fullmatch(before)
    )


def _take(prose: Prose, text: str, place: str, year: int | None) -> None:
    heading = read_heading(text)
    items = prose.parts[-1][2]
    closings = _closings(text)
    if not closings and (inside := _labels_inside(text)):
        items.append(_from_labels(place, *inside))
    elif heading and not closings:
        prose.parts.append((heading, place, []))
    elif _LABEL_LINE.match(text) and items:
        _label_line(items[-1], text)
    elif closings:
        _take_closings(prose, text, place, closings, year)
    elif (marker := _MARKER.match(text)) and items and _follows(items[-1], marker):
        item = _item(text, place)
        items.append(item)
    else:
        prose.unused.append(Unused(place, text))


def _labels_inside(text: str) -> tuple[str, tuple[Labelled, ...]] | None:
    """What stands before and behind the labels of a numbered paragraph (1.修路。责任单位：区住建局)."""
    if len(text) > _LONGEST or not _MARKER.match(text):
        return None
    before, pieces = split(text)
    named = any(piece.role in ("lead", "responsible", "support") for piece in pieces)
    return (before, pieces) if named and _MARKER.sub("", before) else None


def _from_labels(place: str, before: str, pieces: tuple[Labelled, ...]) -> DraftItem:
    item = _item(before, place)
    for piece in pieces:
        if piece.role == "deadline" and not item.deadline:
            item.deadline = piece.text
        elif piece.role in ("deadline", "aside"):
            item.notes.append(f"{piece.label}：{piece.text}")
    leads = [piece.text for piece in pieces if piece.role == "lead"]
    set_units(item, leads, [one for one in pieces if one.role in ("responsible", "support")])
    return item


def _follows(before: DraftItem, marker: re.Match[str]) -> bool:
    number = _number(marker)
    return number is not None and before.serial is not None and number == before.serial + 1


def _number(marker: re.Match[str]) -> int | None:
    return read_serial(next((group for group in marker.groups() if group), ""))


def _item(text: str, place: str) -> DraftItem:
    marker = _MARKER.match(text)
    item = DraftItem(place, _number(marker) if marker else None)
    item.text = text[marker.end() :].lstrip("、.． ") if marker else text
    return item


class _Closing(NamedTuple):
    """A bracket in a paragraph: from where to where it stands, and what stands in it."""

    start: int
    end: int
    inside: str


def _closings(text: str) -> list[_Closing]:
    """The brackets in a paragraph that name who does what, each at the end of a sentence.

    Of a numbered paragraph, a last bracket with nothing but units in it too.
    """
    if len(text) > _LONGEST or not any(mark in text for mark in _OPENING):
        return []
    brackets = [one for one in _brackets(text) if one.start and _ends_sentence(text, one)]
    found = [one for one in brackets if _says_duty().search(one.inside)]
    if not found and brackets and brackets[-1].end == len(text) and _MARKER.match(text):
        found = brackets[-1:]
    return [one for one in found if _parts(one.inside, None) is not None]


def _brackets(text: str) -> Iterator[_Closing]:
    """The outermost brackets of a paragraph, each with the full stop behind it."""
    depth = start = 0
    for at, letter in enumerate(text):
        if letter in _OPENING:
            start = start if depth else at
            depth += 1
        elif letter in _CLOSE and depth:
            depth -= 1
            if depth == 0:
                stop = at + 1 < len(text) and text[at + 1] in "。；;"
                yield _Closing(start, at + 1 + stop, text[start + 1 : at])


@cache
def _says_duty() -> re.Pattern[str]:
    return re.compile(_DUTY)


def _ends_sentence(text: str, found: _Closing) -> bool:
    return (
        found.end == len(text) or text[found.end - 1] in "。；;" or text[found.start - 1] in "。；"
    )


def _take_closings(
    prose: Prose, text: str, place: str, closings: list[_Closing], year: int | None
) -> None:
    """One item for each closing; the sentences of a paragraph may each have their own."""
    start = 0
    made = []
    for found in closings:
        item = _item(text[start : found.start].strip(), place)
        if not item.text:
            continue
        _close(item, found.inside, year)
        made.append(item)
        start = found.end
    rest = text[start:].strip("。；; ")
    if rest:
        prose.unused.append(Unused(place, rest))
    if len(made) > 1 and not all(item.serial is not None for item in made[1:]):
        for item in made[1:]:
            if item.serial is None:
                prose.doubts.append(
                    Doubt(
                        place,
                        item,
                        _("one paragraph with {n} closings, read as {n} items").format(n=len(made)),
                        _("It may be one item whose parts have their own units."),
                    )
                )
                break
    prose.parts[-1][2].extend(made)


def _close(item: DraftItem, inside: str, year: int | None) -> None:
    parts = _parts(inside, year)
    assert parts is not None  # noqa: S101 - _closings has seen to it
    leads, others, deadline = parts
    set_units(item, leads, others)
    item.deadline = deadline


def _label_line(item: DraftItem, text: str) -> None:
    """牵头单位：区发改局 on a line of its own below an item."""
    _before, pieces = split(text)
    leads = [item.lead] if item.lead else []
    leads += [piece.text for piece in pieces if piece.role == "lead"]
    others = [piece for piece in pieces if piece.role in ("responsible", "support")]
    if item.responsible:
        others.insert(0, Labelled("责任单位", "responsible", item.responsible))
    set_units(item, leads, others)
    for piece in pieces:
        if piece.role == "deadline" and not item.deadline:
            item.deadline = piece.text
        elif piece.role in ("deadline", "aside"):
            item.notes.append(f"{piece.label}：{piece.text}")


def _parts(inside: str, year: int | None) -> tuple[list[str], list[Labelled], str] | None:
    """Leads, others and deadline of a closing; None where any of it cannot be told apart."""
    before, pieces = split(inside)
    if pieces:
        if before.strip():
            return None
        leads = [piece.text for piece in pieces if piece.role == "lead"]
        others = [piece for piece in pieces if piece.role in ("responsible", "support")]
        deadline = next((piece.text for piece in pieces if piece.role == "deadline"), "")
        return (leads, others, deadline) if leads or others else None
    if cell_text.looks_like_units(inside) and not _says_duty().search(inside):
        return [], [Labelled("责任单位", "responsible", inside)], ""
    return _by_verbs(inside, year)


def _by_verbs(inside: str, year: int | None) -> tuple[list[str], list[Labelled], str] | None:
    leads: list[str] = []
    others: list[Labelled] = []
    deadlines: list[str] = []
    pending: list[str] = []
    for clause, mark in _clauses(inside):
        if _is_deadline(clause, year):
            deadlines.append(clause)
            continue
        pending.append(clause)
        for pattern, role in (
            (_LEADING, "lead"),
            (_SUPPORTING, "support"),
            (_ANSWERING, "responsible"),
        ):
            found = pattern.search(simplified(clause))
            if not found:
                continue
            pending[-1] = clause[: found.start()]
            names = "".join(pending)
            if not names or cell_text.units_in(names) is None:
                return None
            if role == "lead":
                leads.append(names)
            else:
                others.append(
                    Labelled("配合单位" if role == "support" else "责任单位", role, names)
                )
            pending = []
            break
        else:
            pending.append(mark)
    rest = "".join(pending)
    if rest and leads and cell_text.units_in(rest) is not None:  # X牵头，Y、Z
        others.append(Labelled("责任单位", "responsible", rest))
    elif rest or not (leads or others):
        return None
    return leads, others, "，".join(deadlines)


def _clauses(inside: str) -> Iterator[tuple[str, str]]:
    """The clauses of a closing, each with the mark behind it; brackets inside stay whole."""
    depth = start = 0
    for at, letter in enumerate(inside):
        depth += (letter in "（(") - (letter in "）)")
        if depth == 0 and _CLAUSE.match(letter):
            yield inside[start:at], letter
            start = at + 1
    yield inside[start:], ""


def _is_deadline(clause: str, year: int | None) -> bool:
    return bool(find(clause, year=year or 2000)) or (
        cell_text.units_in(clause) is None and cell_text.has_day(clause, year or 2000)
    )
