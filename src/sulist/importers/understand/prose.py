"""Lists without a table: paragraphs that say who does what, in a closing or behind labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import N_, _, ngettext
from sulist.base.plain import clean_cell
from sulist.importers.drafts import FROM_TEXT, Doubt, DraftColumn, DraftItem, Unused
from sulist.importers.headings import OF_A_LINE, Heading, read_heading
from sulist.importers.understand import items_of_minutes, items_of_nobody
from sulist.importers.understand.closings import UNIT_ROLES, unread_in
from sulist.importers.understand.covering_notice import without_notice
from sulist.importers.understand.dates_of_text import TextDates, cell_in
from sulist.importers.understand.items_of_outline import (
    is_frame,
    mark_items,
    repeated_labels,
)
from sulist.importers.understand.items_without_numbers import LINE, with_records
from sulist.importers.understand.legends import legend_in
from sulist.importers.understand.markers import NumberMark, marker_of
from sulist.importers.understand.outline import Node, outline
from sulist.importers.understand.paper_ends import without_end
from sulist.importers.understand.paragraphs import Paragraph, paragraphs_of
from sulist.importers.understand.period_headings import (
    FORM,
    go_up,
    is_time,
    time_in,
    time_of_title,
)
from sulist.importers.understand.prose_columns import columns_of, fill, lone_endings
from sulist.importers.understand.said_in_sentence import are_units
from sulist.importers.understand.said_of_item import SaidOfItem, Segment, segments_of
from sulist.importers.understand.web_page_ends import without_ends

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sulist.importers.grid import Grid, GridCell

_LEVELS = {"chapter": 0, "section": 1, "chinese": 1, "bracketed": 2}
_LONGEST_HEADING = 60
_SAID_ONCE = N_("who does it is said once for {n} items")


class Prose(NamedTuple):
    """What was read from paragraphs, in the shape that tables give."""

    parts: list[tuple[Heading | None, str, list[DraftItem]]]
    lines: list[GridCell]  # before the first item
    doubts: list[Doubt]
    unused: list[Unused]
    columns: tuple[DraftColumn, ...] = ()
    legend: Unused | None = None  # what says that the first unit leads
    skipped: frozenset[int] = frozenset()  # the numbers of the chapters without items


def read_prose(grid: Grid, year: int | None) -> Prose:
    """The items that the paragraphs of a document tell; none where no paragraph names a unit."""
    paragraphs, ends = without_ends(paragraphs_of(grid))
    notice, own = without_notice(paragraphs)
    paragraphs, signed = without_end(own)
    root = outline(with_records(paragraphs))
    mark_items(root)
    has_table = any(row.table and len(row.cells) > 1 for row in grid.rows)
    found = 0
    if not (has_table or _has_items_in_lines(root) or any(one.is_item for one in root.all())):
        found = items_of_minutes.mark_without_numbers(root)
        items_of_nobody.mark(root)
    items_of_minutes.mark_below_headings(root)
    reader = _Reader(year, repeated_labels(root))
    if found:
        reader.doubts.append(_of_numbers(found))
    reader.leave(notice)
    reader.walk(root)
    reader.leave(signed)
    return reader.made(ends)


class _Reader:
    """Walks through the outline of a document: headings, items, and what is neither."""

    def __init__(self, year: int | None, labels: frozenset[str]) -> None:
        self.year = year
        self.labels = labels
        self.skipped: set[int] = set()
        self.parts: list[tuple[Heading | None, str, list[DraftItem]]] = [(None, "", [])]
        self.lines: list[GridCell] = []
        self.doubts: list[Doubt] = []
        self.unused: list[Unused] = []
        self.told: list[SaidOfItem] = []
        self.period = ""  # the time in the heading above

    def made(self, ends: list[Unused]) -> Prose:
        """What was read, its cells filled; ``ends`` are the head and foot of a web page."""
        if self.told and (lone := lone_endings(self.told)):
            place = self.told[-1].item.place
            ends = [*(Unused(place, f"{one.label}：{one.text}") for one in lone), *ends]
        wholes = [one.item.part_of for one in self.told]
        for one in self.told:
            one.reads_sentences(has_parts=any(one.item is whole for whole in wholes))
            self.doubts += _of_sentences(one)
        filled = fill(self.told)
        legend = self._legend()
        of_titles = [one.item for one in self.told if time_of_title(one.item.text)]
        for one in self.told:
            self._date_from_text(one.item, of_titles)
        self._dates_from_headings()
        self._posts_in_brackets()
        for one in self.told:
            self._what_brackets_say(one)
        return Prose(
            self.parts,
            self.lines,
            self.doubts + filled.doubts,
            self.unused + ends,
            columns_of(self.told, filled),
            legend,
            frozenset(self.skipped),
        )

    def _legend(self) -> Unused | None:
        """What says that of several units the first leads; nothing where items name who leads."""
        own = [Unused(one.item.place, one.legend) for one in self.told if one.legend]
        if any(one.item.lead for one in self.told):
            self.unused += own
            return None
        around = [Unused(one.place, clean_cell(one.text)) for one in self.lines] + self.unused
        return next((one for one in (*own, *around) if legend_in(one.text)), None)

    def walk(self, node: Node, parent: DraftItem | None = None) -> None:
        """Takes what stands below a heading, in its order."""
        headed = False
        for one in node.below:
            if not isinstance(one, Node):
                self._line(one)
            elif one.is_item:
                if headed and node.paragraph:
                    self.parts.append((None, "", []))  # no part of what the heading before it is
                self._item(one, parent)
                headed = False
            elif any(below.is_item for below in one.all()) or _has_items_in_lines(one):
                self._heading(one)
                headed = True
            elif self.told and not is_frame(one) and _heading_of(one) and one.form in _LEVELS:
                self.parts.append((_heading_of(one), one.place, []))  # told as one without items
                self.leave(list(one.paragraphs())[1:])
            else:
                self._skip(one)
                self.leave(one.paragraphs())

    def _skip(self, node: Node) -> None:
        """Remembers the number of a chapter without tasks, so that the next one misses nothing."""
        number = node.paragraph.marker.number if node.paragraph and node.paragraph.marker else None
        if number is not None and node.parent and node.parent.paragraph is None:
            self.skipped.add(number)

    def _line(self, line: Paragraph) -> None:
        """An item without a number where a paragraph says who does what."""
        segments, _rest = segments_of(line.written)
        if segments and segments[0].text:
            self._take(line, None, [], bare=False)
        else:
            self.leave([line])

    def leave(self, paragraphs: Iterable[Paragraph]) -> None:
        """What is no part of an item: before the first it may be title, year or day of issue."""
        for one in paragraphs:
            if self.told or len(self.parts) > 1:
                self.unused.append(Unused(one.cell.place, one.text))
            else:
                self.lines.append(one.cell._replace(text=one.text))

    def _heading(self, node: Node) -> None:
        heading = _heading_of(node)
        if heading is None or _is_unit_over_its_tasks(node):
            self._item(node, None)  # a task in whole sentences, of which only the parts name units
            return
        self.parts.append((heading, node.place, []))
        before = self.period
        self.period = self._time_above(node, heading) or before
        self.walk(node)
        self.period = before

    def _time_above(self, node: Node, heading: Heading) -> str:
        """The time in a heading; none of 一、二月份, which is January and February where its number is no other."""
        time = time_in(heading.title)
        siblings = (
            [one for one in node.parent.children if one.form == node.form] if node.parent else []
        )
        counts = heading.number in (None, siblings.index(node) + 1) if siblings else True
        return time if counts or time[:1].isdecimal() else ""

    def _item(self, node: Node, parent: DraftItem | None) -> None:
        parts = [one for one in node.children if one.is_item]
        body = [
            (paragraph, one is not paragraph)
            for one in node.below
            if not (isinstance(one, Node) and one.is_item)
            for paragraph in (one.paragraphs() if isinstance(one, Node) else (one,))
        ]
        assert node.paragraph is not None  # noqa: S101 - only the root has none
        item = self._take(node.paragraph, parent, body, bare=node.bare, listed=node.listed)
        if node.shares:
            item.notes.append(_(_SAID_ONCE).format(n=node.shares))
        if node.asks:
            other = _("It may be that of the last one alone.")
            self.doubts.append(Doubt(item.place, item, _(_SAID_ONCE).format(n=node.shares), other))
        for part in parts:
            self._item(part, item)

    def _take(
        self,
        head: Paragraph,
        parent: DraftItem | None,
        body: list[tuple[Paragraph, bool]],
        *,
        bare: bool,
        listed: str = "",
    ) -> DraftItem:
        """The item of a paragraph and of what stands below it; one for each closing of it."""
        numbered = head.marker is not None
        segments, rest = segments_of(head.own, bare=bare, numbered=numbered, listed=listed)
        first = segments[0] if segments else Segment(clean_cell(head.own), (), "")
        made = SaidOfItem(_new(head.cell.place, head.marker, parent), listed)
        made.says(first)
        self._hold(made)
        for segment in segments[1:]:
            marker = marker_of(segment.text)
            text = segment.text[marker.end :] if marker else segment.text
            further = SaidOfItem(_new(head.cell.place, marker, parent), listed)
            further.says(segment._replace(text=text))
            self._hold(further)
            if marker is None and segment is segments[1]:
                self._several(further.item, len(segments))
            made = further
        if rest:
            self.unused.append(Unused(head.cell.place, rest))
        for paragraph, numbered in body:
            if not made.goes_on(paragraph, self.labels, numbered=numbered):
                self.unused.append(Unused(paragraph.cell.place, paragraph.text))
        return made.item

    def _hold(self, told: SaidOfItem) -> None:
        told.period = self.period
        self.told.append(told)
        self.parts[-1][2].append(told.item)

    def _several(self, item: DraftItem, number: int) -> None:
        self.doubts.append(
            Doubt(
                item.place,
                item,
                _("one paragraph with {n} closings, read as {n} items").format(n=number),
                _("It may be one item whose parts have their own units."),
            )
        )

    def _dates_from_headings(self) -> None:
        """The time in the heading of items that tell none themselves: 二月：."""
        dated = [
            one for one in self.told if one.period and not (one.item.deadline or one.item.part_of)
        ]
        if dated and not go_up([one.period for one in dated], self.year):
            other = _("The year turns between them: write the deadlines with their years.")
            self.doubts.append(Doubt(dated[0].item.place, None, dated[0].period, other))
            return
        for one in dated:
            one.item.deadline = one.period
        if dated:
            read = ngettext(
                "the time in the heading above is the deadline of {n} item",
                "the time in the heading above is the deadline of {n} items",
                len(dated),
            ).format(n=len(dated))
            other = _("It may only say when they begin.")
            self.doubts.append(Doubt(dated[0].item.place, None, read, other))

    def _posts_in_brackets(self) -> None:
        """One doubt where posts alone stand in brackets: they may be whom something is for."""
        named = [
            one
            for one in self.told
            for piece in one.pieces
            if piece.role == "person" and piece.unknown
        ]
        if named:
            posts = next(piece.text for piece in named[0].pieces if piece.unknown)
            other = _("Nothing says that they do it: they may be whom it is for.")
            self.doubts.append(Doubt(named[0].item.place, None, f"责任人：{posts}", other))

    def _what_brackets_say(self, told: SaidOfItem) -> None:
        """A doubt for who does it in a bracket that stays in the text, and for what stands behind it in one."""
        item = told.item
        for remark in told.remarks:
            other = _("It stands in the bracket of who does it, and may speak of other items too.")
            self.doubts.append(Doubt(item.place, item, remark, other))
        if unread := unread_in(item.text):
            other = _(
                "It seems to say who does it, and could not be read: it stays in the text, and the units of the item may be those of another bracket."
            )
            self.doubts.append(Doubt(item.place, item, unread, other))

    def _date_from_text(self, item: DraftItem, of_titles: list[DraftItem]) -> None:
        """Where no deadline is set apart, those that the text itself tells: 年底前实现全省通办.

        ``of_titles`` are the items with a time in a bracket behind their title: 宣传发动（3月上旬）。召开动员会.
        """
        if item.deadline:
            return
        cell = cell_in(item.text, self.year)
        if item in of_titles and len(of_titles) > 1:
            cell = TextDates(time_of_title(item.text), "")
        if cell.text:
            item.deadline = cell.text
            item.is_from_text = True
            item.notes.append(_(FROM_TEXT))
        if cell.other:
            self.doubts.append(Doubt(item.place, item, cell.text or cell.seen, cell.other))


def _of_sentences(told: SaidOfItem) -> Iterator[Doubt]:
    """The doubt of an item whose units stand in its sentences, and need not be those of the whole."""
    if told.asks:
        units = "；".join(one.text for one in told.pieces if one.role in UNIT_ROLES)
        yield Doubt(
            told.item.place,
            told.item,
            _("{units}, from the sentence").format(units=units),
            _("Nothing else says who does it: read the text, and mend the cells where others do."),
        )


def _of_numbers(found: int) -> Doubt:
    return Doubt(
        "",
        None,
        _("{n} paragraphs without numbers, read as items").format(n=found),
        _("Each names who does something. What else was decided stands under “Not used”."),
    )


def _new(place: str, marker: NumberMark | None, parent: DraftItem | None) -> DraftItem:
    item = DraftItem(place, marker.number if marker else None)
    item.printed_serial = (marker.printed or None) if marker else None
    item.part_of = parent
    return item


def _has_items_in_lines(node: Node) -> bool:
    return any(segments_of(line.written)[0] for one in node.all() for line in one.lines)


def _is_unit_over_its_tasks(node: Node) -> bool:
    """Whether a number below a chapter only names a unit, which does what is numbered below it."""
    below = node.parent is not None and node.parent.paragraph is not None
    tasks = any(one.is_item for one in node.children)
    return (
        below and tasks and node.paragraph is not None and are_units(clean_cell(node.paragraph.own))
    )


def _heading_of(node: Node) -> Heading | None:
    """The heading that a numbered paragraph is; None where it is whole sentences."""
    assert node.paragraph is not None  # noqa: S101 - the root is no heading
    text = node.paragraph.text
    own = clean_cell(node.paragraph.own)
    if node.form == LINE or (node.form == FORM and is_time(own)):
        return Heading(OF_A_LINE, None, own.rstrip("：:"), None, text)
    if heading := read_heading(text):
        return heading
    if not own or len(own) > _LONGEST_HEADING or own[-1] in "。；！，、":
        return None
    number = node.paragraph.marker.number if node.paragraph.marker else None
    return Heading(_LEVELS.get(node.form, 3), number, own.rstrip("：:"), None, text)
