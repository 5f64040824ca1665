"""Rows of a form → reports, or doubts told by their cell. Pure: nothing is guessed, nothing is mended."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from sulist.forms.layout import (
    COLUMNS,
    OPEN_KEYS,
    STATUS_OF,
    Line,
    led_by,
    lines_of,
)
from sulist.i18n import _
from sulist.progress.record import Record
from sulist.text import clean_cell, printable, unsafe_character

if TYPE_CHECKING:
    from sulist.forms.reading import Cell, Returned
    from sulist.worklist import WorkList

MOST_CHARACTERS = 32_767  # what a cell of Excel holds
_NOTHING = frozenset("无 暂无 没有 — —— – - / ／ 无。".split())
_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})([-/.月])(\d{1,2})日?")
_TITLE = {one.key: one.title for one in COLUMNS}


class Doubt(NamedTuple):
    """What in a file cannot be taken: where, as file!sheet!cell, what is wrong, and what to do."""

    place: str
    message: str
    remedy: str


class Said(NamedTuple):
    """A report that a row makes, and the cells that its doubts are told at."""

    record: Record
    place: str
    day_place: str


class Filled(NamedTuple):
    """What a form says; ``blank`` are the rows in which nothing was filled in."""

    returned: Returned
    unit: str
    said: tuple[Said, ...]
    blank: tuple[str, ...]
    doubts: tuple[Doubt, ...]


class _DoubtError(ValueError):
    """A cell that cannot be taken."""

    def __init__(self, cell: Cell, message: str, remedy: str) -> None:
        super().__init__(message)
        self.cell = cell
        self.message = message
        self.remedy = remedy


def judged(returned: Returned, worklist: WorkList, on: date, today: date) -> Filled:
    """What a form says, for the list ``worklist``.

    A report speaks of the day on which something was done, else of ``on``; nothing can have been
    done after ``today``.
    """
    return _Judge(returned, worklist, on, today).filled()


class _Judge:
    """Goes over the rows once, and collects reports and doubts."""

    def __init__(self, returned: Returned, worklist: WorkList, on: date, today: date) -> None:
        self.returned = returned
        self.worklist = worklist
        self.on = on
        self.today = today
        marker = returned.marker
        self.unit = worklist.roster.canonical(marker.unit) or marker.unit
        self.led = led_by(worklist).get(self.unit, [])
        self.lines = {_key(line.id): line for item in self.led for line in lines_of(item)}
        self.sent = set(map(_key, marker.rows))
        self.others = {item.id for item in worklist.items}
        self.doubts: list[Doubt] = []
        self.said: list[Said] = []
        self.blank: list[str] = []
        self.seen: dict[str, Cell] = {}

    def filled(self) -> Filled:
        if self._is_ours():
            for row in self.returned.rows:
                try:
                    self._row(row)
                except _DoubtError as error:
                    self._doubt(self.returned.place(error.cell), error.message, error.remedy)
            self._missing_rows()
        return Filled(
            self.returned, self.unit, tuple(self.said), tuple(self.blank), tuple(self.doubts)
        )

    def _is_ours(self) -> bool:
        """Whether the form is of this list and of a unit that leads in it."""
        marker, worklist = self.returned.marker, self.worklist
        if (marker.title, marker.year) != (worklist.title, worklist.year):
            self._doubt(
                printable(self.returned.file),
                _("This is a form of {theirs} ({year}), not of {ours} ({our_year}).").format(
                    theirs=printable(marker.title),
                    year=marker.year,
                    ours=worklist.title,
                    our_year=worklist.year,
                ),
                _("Name its list with --file. If the list's title was corrected, dispatch anew."),
            )
        elif not self.led:
            self._doubt(
                printable(self.returned.file),
                _("{unit} leads no item of this list.").format(unit=printable(marker.unit)),
                _("If it was renamed, put its old name under aliases: in the list."),
            )
        return not self.doubts

    def _row(self, row: dict[str, Cell]) -> None:
        said = [key for key in OPEN_KEYS if not row[key].empty]
        line = self._line(row, said)
        if line is None:
            return
        self._check_printed(row, line)
        record = self._record(row, line)
        if record is None:
            self.blank.append(line.id)
            return
        status = row["status"] if not row["status"].empty else row["id"]
        day = row["done_on"] if not row["done_on"].empty else status
        self.said.append(Said(record, self.returned.place(status), self.returned.place(day)))

    def _line(self, row: dict[str, Cell], said: list[str]) -> Line | None:
        """The row's item; None for a remark below the table, such as who filled it in."""
        cell = row["id"]
        key = _key(cell.value) if isinstance(cell.value, str) else ""
        if line := self.lines.get(key):
            if key not in self.sent:
                raise _DoubtError(
                    cell,
                    _("{item} was not in the form that was sent to {unit}.").format(
                        item=line.id, unit=self.unit
                    ),
                    _("If the list or the item's state was changed since, dispatch anew."),
                )
            if key in self.seen:
                raise _DoubtError(
                    cell,
                    _("{item} stands here again; it is in {cell} already.").format(
                        item=line.id, cell=self.seen[key].at
                    ),
                    _("Keep one of the two rows."),
                )
            self.seen[key] = cell
            return line
        if key in self.others:
            raise _DoubtError(
                cell,
                _("{item} is not led by {unit}.").format(item=key, unit=self.unit),
                _("Delete the row; another unit's item is reported in that unit's form."),
            )
        if said:
            raise _DoubtError(
                cell,
                _("This row is filled in, but its 序号 {id} is no item of {unit}.").format(
                    id=_shown(cell), unit=self.unit
                ),
                _("Write the item's number there as it was, as text: {rows}.").format(
                    rows="、".join(self.returned.marker.rows[:20])
                ),
            )
        return None

    def _check_printed(self, row: dict[str, Cell], line: Line) -> None:
        for key, printed in line.printed.items():
            cell = row[key]
            value = "" if cell.value is None else str(cell.value)
            if cell.fault or clean_cell(value) != clean_cell(printed):
                raise _DoubtError(
                    cell,
                    _("The printed cell {title} of {item} was changed.").format(
                        title=_TITLE[key], item=line.id
                    ),
                    _(
                        "It has to be: {printed} If the list was corrected since, dispatch anew."
                    ).format(printed=printed if len(printed) < 60 else printed[:60] + "…"),
                )

    def _record(self, row: dict[str, Cell], line: Line) -> Record | None:
        """The report of a row; None where nothing is filled in."""
        status = self._status(row["status"])
        percent = self._percent(row["percent"])
        day = self._day(row["done_on"])
        done, problem, following, evidence = (
            self._text(row[key], key) for key in ("done", "problem", "next", "evidence")
        )
        if percent is None and not (status or day or done or problem or following or evidence):
            return None
        _check_sense(row, status, percent, day, self.today)
        return Record(
            day or self.on,
            line.item.id,
            "report",
            unit=self.unit,
            role="lead",
            milestone=line.milestone,
            status=status,
            percent=percent,
            done=done,
            problem=problem,
            next=following,
            evidence=tuple(filter(None, map(str.strip, re.split("[；;\n]", evidence)))),
            period=self.returned.marker.month,
        )

    def _status(self, cell: Cell) -> str:
        _no_fault(cell)
        if cell.empty:
            return ""
        word = clean_cell(cell.value) if isinstance(cell.value, str) else ""
        if word not in STATUS_OF:
            raise _DoubtError(
                cell,
                _("{value} is no state that a unit reports.").format(value=_shown(cell)),
                _("Choose one of {words}; whether it is closed (办结) is for the office.").format(
                    words="、".join(STATUS_OF)
                ),
            )
        return STATUS_OF[word]

    def _percent(self, cell: Cell) -> int | None:
        _no_fault(cell)
        if cell.empty:
            return None
        number = _number(cell)
        if number is None or not 0 <= number <= 100 or round(number, 6) != round(number):
            raise _DoubtError(
                cell,
                _("{value} is no percentage of work done.").format(
                    value=_shown(cell) if number is None else f"{number:.10g} %"
                ),
                _("Write a whole number from 0 to 100, such as 60%."),
            )
        return round(number)

    def _day(self, cell: Cell) -> date | None:
        _no_fault(cell)
        if cell.empty:
            return None
        found = _day_of(cell.value, self.worklist.year)
        if found is None:
            raise _DoubtError(
                cell,
                _("{value} is no date.").format(value=_shown(cell)),
                _("Write it as {year}-06-18.").format(year=self.worklist.year),
            )
        return found

    def _text(self, cell: Cell, key: str) -> str:
        _no_fault(cell)
        if cell.empty:
            return ""
        text = cell.value.strip() if isinstance(cell.value, str) else _shown(cell)
        if found := unsafe_character(text):
            raise _DoubtError(
                cell,
                _("The invisible character {code} stands in {title}.").format(
                    code=f"U+{ord(found.group()):04X}", title=_TITLE[key]
                ),
                _("Delete it, or type the text again."),
            )
        if len(text) > MOST_CHARACTERS:
            raise _DoubtError(
                cell,
                _("{title} has {n} characters; a cell has at most 32,767.").format(
                    title=_TITLE[key], n=len(text)
                ),
                _("Shorten it, and name a document under 佐证."),
            )
        if text.startswith(("=", "＝")):
            raise _DoubtError(
                cell,
                _("{title} begins like a formula: {value}").format(
                    title=_TITLE[key], value=_shown(cell)
                ),
                _("Type the text itself."),
            )
        return "" if key != "done" and text in _NOTHING else text

    def _missing_rows(self) -> None:
        told = {doubt.place for doubt in self.doubts}
        for identity in self.returned.marker.rows:
            key = _key(identity)
            if key not in self.lines:
                self._doubt(
                    printable(self.returned.file),
                    _("{item} was sent to {unit}, but is not led by it now.").format(
                        item=printable(identity), unit=self.unit
                    ),
                    _("If the list was changed since, dispatch anew."),
                )
            elif key not in self.seen and not told:
                self._doubt(
                    f"{printable(self.returned.file)}!{self.returned.sheet}",
                    _("The row of {item} is missing.").format(item=identity),
                    _("Leave every row in; one without news stays empty."),
                )

    def _doubt(self, place: str, message: str, remedy: str) -> None:
        self.doubts.append(Doubt(place, message, remedy))


def _check_sense(
    row: dict[str, Cell], status: str, percent: int | None, day: date | None, today: date
) -> None:
    """What state, percentage and date have to be together."""
    if percent == 100 and status != "done":
        raise _DoubtError(
            row["percent"],
            _("It is at 100 %, but the state is not 已完成."),
            _("Choose 已完成 and write the date, or a percentage below 100."),
        )
    if percent not in (None, 100) and status == "done":
        raise _DoubtError(
            row["percent"],
            _("The state is 已完成, but the percentage is {percent}.").format(percent=percent),
            _("Leave the percentage of what is done empty; else the state is 推进中."),
        )
    if percent and status == "not-started":
        raise _DoubtError(
            row["percent"],
            _("The state is 未启动, but the percentage is {percent}.").format(percent=percent),
            _("What has a percentage is 推进中."),
        )
    if status == "done" and day is None:
        raise _DoubtError(
            row["done_on"],
            _("The state is 已完成, but 完成日期 is empty."),
            _("Write the day it was done: it decides whether it was in time."),
        )
    if day and status != "done":
        raise _DoubtError(
            row["done_on"],
            _("There is a 完成日期, but the state is not 已完成."),
            _("Choose 已完成, or empty the date."),
        )
    if day and day > today:
        raise _DoubtError(
            row["done_on"],
            _("{day} has not come yet: it is {today}.").format(day=day, today=today),
            _("Write the day it was done; what is not done yet is 推进中."),
        )


def _no_fault(cell: Cell) -> None:
    if cell.fault == "formula":
        raise _DoubtError(
            cell,
            _("A formula stands here; what it shows may change."),
            _("Put its value in its place: copy, paste special, values."),
        )
    if cell.fault:
        raise _DoubtError(cell, _("An error of the spreadsheet stands here."), _("Type the value."))


def _key(identity: str) -> str:
    """An id as it is compared: 2-7(1)."""
    return re.sub(r"\s|\.0$", "", unicodedata.normalize("NFKC", identity))


def _shown(cell: Cell) -> str:
    """What a cell shows, short enough for a message."""
    value = cell.value
    if isinstance(value, bool):
        text = str(value).upper()
    elif isinstance(value, (int, float)):
        text = f"{value * 100:.10g}%" if cell.percent else f"{value:.10g}"
    else:
        text = "" if value is None else str(value)
    return printable(text if len(text) <= 40 else text[:40] + "…").replace("\n", " ") or "—"


def _number(cell: Cell) -> float | None:
    """The percentage that a cell shows; None where it shows no number, or may mean two."""
    value = cell.value
    if isinstance(value, (bool, date, datetime)):
        return None
    if isinstance(value, (int, float)):
        if cell.percent:
            return value * 100
        return None if 0 < value <= 1 or value != value else float(value)
    text = clean_cell(unicodedata.normalize("NFKC", str(value)))
    found = re.fullmatch(r"(\d{1,9}(?:\.\d{1,9})?)%?", text)
    if not found or ("." in text and not text.endswith("%")):
        return None
    return float(found.group(1))


def _day_of(value: object, year: int) -> date | None:
    """The day that a cell names; one without a year is of the list's year."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    found = _DAY.fullmatch(clean_cell(unicodedata.normalize("NFKC", value)))
    if not found or (not found.group(1) and found.group(3) != "月"):
        return None
    try:
        return date(int(found.group(1) or year), int(found.group(2)), int(found.group(4)))
    except ValueError:
        return None
