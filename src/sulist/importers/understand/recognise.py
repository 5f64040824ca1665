"""A grid → a list of drafts: tables or prose, then categories, numbers, and the doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.base.invisible import visible
from sulist.base.plain import clean_cell
from sulist.importers.drafts import (
    Doubt,
    DraftColumn,
    DraftItem,
    DraftList,
    Unused,
)
from sulist.importers.headers import headings_without_text, labels_in
from sulist.importers.headings import is_page_number
from sulist.importers.labels import meaning
from sulist.importers.understand.completing import Stated, complete
from sulist.importers.understand.day_of_issue import read_issue
from sulist.importers.understand.doubts import with_doubts
from sulist.importers.understand.front import read_front
from sulist.importers.understand.own_notes import take_notes
from sulist.importers.understand.printed_columns import IN_A_FILE
from sulist.importers.understand.proposed_roster import with_roster
from sulist.importers.understand.prose import read_prose
from sulist.importers.understand.said_progress import doubts_of_progress
from sulist.importers.understand.tables import read_tables
from sulist.importers.understand.under_headings import in_categories

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.importers.grid import Grid
    from sulist.importers.headings import Heading
    from sulist.importers.understand.table_parts import Tables

    Part = tuple[Heading | None, str, list[DraftItem]]

_ANY_YEAR = 2000  # while rows are read: only whether a text is a deadline is asked


def recognise(grid: Grid, known: Stated, name: str) -> DraftList:
    """The list that a document holds.

    Raises:
        FileError: there is no list in it, or nothing shows where the cells of its table end.
    """
    table = read_tables(grid, known.year or _ANY_YEAR, dict(known.columns))
    front, unused = read_front(table.lines)
    parts, doubts = table.parts, list(table.doubts)
    columns: tuple[DraftColumn, ...] = ()
    legends = list(table.legends)
    skipped: frozenset[int] = frozenset()
    unused += table.unused
    if not table.items and _has_free_header(grid):
        raise FileError(
            _(
                "The table in {file} has a header, but nothing shows where its cells end: no rules, no tabs. So no row of it is certain. Ask for it as .docx or .xlsx, or set it so: a tab between two cells, one line a row"
            ).format(file=name)
        )
    if not table.items:
        prose = read_prose(grid, known.year or front.year or None)
        front, unused = read_front(prose.lines)
        parts, doubts, unused = prose.parts, prose.doubts, unused + prose.unused
        columns, skipped = prose.columns, prose.skipped
        legends = [prose.legend] if prose.legend else []
    if not any(items for _heading, _place, items in parts):
        if headings := headings_without_text(grid.rows):
            raise FileError(
                _(
                    "No list was found in {file}: of the headings {headings} of its table none says what is to be done, and a target or a number alone does not. Say which does, as in --column {heading}=text"
                ).format(
                    file=name,
                    headings=_(", ").join(headings),
                    heading=headings[1] if len(headings) > 1 else headings[0],
                )
            )
        raise FileError(
            _(
                "No list was found in {file}: no table with a header such as 事项名称, 牵头单位, 完成时限, and no numbered paragraphs that close with （…牵头，…负责）. Is it the right file? A header of other words can be renamed in the document"
            ).format(file=name)
        )
    if table.items:
        columns = table.printed.settle(table.items, by_first=bool(table.legends))
    total, others = _total(front.total, table.totals)
    unused += others
    _show_all(parts)
    items = [item for _heading, _place, items in parts for item in items]
    for item in items:
        item.text = clean_cell(item.text)  # beside what was joined to it a mark may be full-width
    places = frozenset(item.place for item in items)
    front, unused, unsure = read_issue(grid, front._replace(total=total), places, unused)
    beside = [column.heading for column in columns] + [one.text for one in unused]
    front, more = complete(front, known, items, beside)
    unused += [Unused(cell.place, clean_cell(cell.text)) for cell in grid.beside]
    remarks = [Doubt(r.place, None, r.read, r.other) for r in grid.remarks]
    doubts = remarks + more + unsure + doubts + _of_what_was_told(known, table)
    columns, in_cells = _with_category_cells(columns, parts, table.category_places)
    categories = in_categories(parts, front, doubts, unused, in_cells, skipped)
    unused = take_notes(categories, unused)
    legend = legends[0] if legends else None
    if legend and any(item.lead for _heading, _place, items in parts for item in items):
        legend = None  # the cells say it themselves
    unused += [one for one in legends if legend is None or one.text != legend.text]
    draft = DraftList(
        front,
        tuple(categories),
        tuple(doubts),
        _pages_as_one(unused),
        _columns(table) if table.items else (),
        columns,
        "first" if legend else "",
        legend,
        tuple(table.printed.progress),
    )
    if known.progress:
        draft = draft._replace(doubts=(*draft.doubts, *doubts_of_progress(draft)))
    return with_roster(with_doubts(draft))


def _of_what_was_told(known: Stated, table: Tables) -> list[Doubt]:
    """What a person said of columns that are not there; and that a status column is kept as text."""
    printed = table.printed
    doubts = [
        Doubt("", None, f"--column {heading}={role}", _("No column has this heading."))
        for heading, role in known.columns
        if heading not in {column.label for column in table.columns} | set(printed.roles)
    ]
    if printed.progress and table.items and not known.progress:
        doubts.append(
            Doubt(
                "",
                None,
                _("the column {label}, kept as it is printed").format(
                    label=_(", ").join(printed.progress)
                ),
                _("It tells how far the work is; --with-progress takes it into the journal too."),
            )
        )
    return doubts


def _with_category_cells(
    columns: tuple[DraftColumn, ...], parts: Sequence[Part], of_columns: dict[str, str]
) -> tuple[tuple[DraftColumn, ...], frozenset[str]]:
    """The columns, and the places of headings in a column below others, which are then cells of their items."""
    levels = {
        heading.level for heading, place, _items in parts if heading and place not in of_columns
    }
    if not of_columns or not levels:
        return columns, frozenset()
    for heading, place, items in parts:
        if heading is None or place not in of_columns:
            continue
        for item in items:
            item.more = {of_columns[place]: heading.printed, **item.more}
    below = tuple(one._replace(role="other") if one.role == "category" else one for one in columns)
    return below, frozenset(of_columns)


def _has_free_header(grid: Grid) -> bool:
    """Whether a line of running text is the header of a table: labels with spaces between them."""
    for row in grid.rows:
        words = row.cells[0].text.split() if row.table == 0 else ()
        if 3 < len(words) < 20 and labels_in(words) is not None and all(map(meaning, words)):
            return True
    return False


def _pages_as_one(unused: Sequence[Unused]) -> tuple[Unused, ...]:
    """The page numbers of a document as one entry, each of them named, so that they hide nothing else."""
    numbers = [one for one in unused if is_page_number(one.text)]
    others = tuple(one for one in unused if not is_page_number(one.text))
    if len(numbers) < 2:
        return tuple(unused)
    text = _("{n} page numbers: {numbers}").format(
        n=len(numbers), numbers=_(", ").join(one.text for one in numbers)
    )
    return (*others, Unused(numbers[0].place, text))


def _columns(table: Tables) -> tuple[str, ...]:
    """How each column was read, for a person to compare."""
    keys = {
        **IN_A_FILE,
        "upper": "text",
        "part_serial": "id",
        "category": "categories",
        "serial": "id",
        "support": "responsible",
    }
    read = [
        f"{column.label} → {keys.get(column.role, column.role)}"
        for column in table.columns
        if column.label
    ]
    return (*read, *(f"{name} → {label}" for name, label in table.printed.other_names.items()))


def _show_all(parts: Sequence[Part]) -> None:
    """Frees what is a name or a date of signs that nobody sees; in running text they stay."""
    for _heading, _place, items in parts:
        for item in items:
            item.lead, item.responsible = visible(item.lead), visible(item.responsible)
            item.more = {heading: visible(cell) for heading, cell in item.more.items()}
            item.deadline = visible(item.deadline)


def _total(
    before: int | None, after: Sequence[tuple[int, Unused]]
) -> tuple[int | None, list[Unused]]:
    """The printed total, before the table or else after it; one that says otherwise is not used."""
    total = before if before is not None else next((number for number, _text in after), None)
    return total, [text for number, text in after if number != total]


__all__ = ["Stated", "Unused", "recognise"]
