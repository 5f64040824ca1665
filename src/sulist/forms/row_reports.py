"""Rows of a form → reports, or doubts told by their cell. Pure: nothing is guessed, nothing is mended."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sulist.base.i18n import _
from sulist.base.plain import clean_cell, what_it_says
from sulist.base.showing import printable, shortened
from sulist.forms.cells import Note
from sulist.forms.layout import (
    OPEN_KEYS,
    Line,
    key_of,
    led_by,
    lines_of,
    sign,
)
from sulist.forms.people import people_in
from sulist.forms.values import (
    LONGEST_WORD,
    TITLE_OF,
    DoubtError,
    as_typed,
    check_sense,
    day_of,
    percent_of,
    shown,
    status_of,
    text_of,
)
from sulist.journal.record import Record
from sulist.listfile.printing import Printing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sulist.forms.cells import FormCell
    from sulist.forms.returned import Returned
    from sulist.listfile.worklist import WorkList


_Value = TypeVar("_Value")


class FormDoubt(NamedTuple):
    """What in a file cannot be taken: where, as file!sheet!cell, what is wrong, and what to do."""

    place: str
    message: str
    remedy: str


class FormReport(NamedTuple):
    """A report that a row makes, and the cells that its doubts are told at."""

    record: Record
    place: str
    day_place: str


class Filled(NamedTuple):
    """What a form says; ``blank`` are the rows in which nothing was filled in.

    ``people`` are who filled it in, who reviewed it and whom to call, by the record's key, each with its place.
    """

    returned: Returned
    unit: str
    said: tuple[FormReport, ...]
    blank: tuple[str, ...]
    doubts: tuple[FormDoubt, ...]
    people: dict[str, tuple[str, str]]


def said_by(returned: Returned, worklist: WorkList, on: date, today: date) -> Filled:
    """What a form says, for the list ``worklist``.

    A report speaks of the day on which something was done, else of ``on``; nothing can have been
    done after ``today``.
    """
    return _FormReader(returned, worklist, on, today).filled()


class _FormReader:
    """Goes over the rows once, and collects reports and doubts."""

    def __init__(self, returned: Returned, worklist: WorkList, on: date, today: date) -> None:
        self.returned = returned
        self.worklist = worklist
        self.on = on
        self.today = today
        marker = returned.marker
        self.unit = worklist.roster.canonical(marker.unit) or marker.unit
        self.led = led_by(worklist).get(self.unit, [])
        self.printing = Printing(worklist)
        self.titles = {key: title for title, key in marker.titles.items()}
        self.lines = {_key(line.id): line for item in self.led for line in lines_of(item)}
        self.sent = set(map(_key, marker.rows))
        self.others = {item.id for item in worklist.items}
        self.doubts: list[FormDoubt] = []
        self.said: list[FormReport] = []
        self.blank: list[str] = []
        self.seen: dict[str, FormCell] = {}
        self.notes: list[Note] = []
        self.people: list[tuple[str, FormCell]] = list(returned.people)

    def filled(self) -> Filled:
        if self._is_ours():
            for row in self.returned.rows:
                try:
                    self._row(row)
                except DoubtError as error:
                    self._doubt(self.returned.place(error.cell), error.message, error.remedy)
            self._missing_rows()
        people = self._who()
        words: dict[str, Any] = {key: text for key, (_place, text) in people.items()}
        self.said = [one._replace(record=one.record._replace(**words)) for one in self.said]
        returned = self.returned._replace(notes=(*self.returned.notes, *self.notes))
        return Filled(
            returned, self.unit, tuple(self.said), tuple(self.blank), tuple(self.doubts), people
        )

    def _who(self) -> dict[str, tuple[str, str]]:
        """Who stands behind the reports: one each, or a doubt; noted where there is no report to put it in."""
        found: dict[str, tuple[str, str]] = {}
        for key, cell in self.people:
            text = self._value(text_of, cell, key)
            place = self.returned.place(cell)
            if not text or (key in found and found[key][1] == text):
                continue
            if key in found:
                self._doubt(
                    place,
                    _("{title} is {text} here, but {other} in {place}.").format(
                        title=TITLE_OF[key], text=text, other=found[key][1], place=found[key][0]
                    ),
                    _("Keep the one that is right."),
                )
            else:
                found[key] = place, text
        if not self.said:
            self.notes += [
                Note(place, _("no row is filled in, so this is in no report"), text)
                for place, text in found.values()
            ]
        return found

    def _is_ours(self) -> bool:
        """Whether the form is of this list and of a unit that leads in it."""
        marker, worklist = self.returned.marker, self.worklist
        if (marker.title, marker.year) != (worklist.title, worklist.year):
            self._doubt(
                self.returned.name,
                _("This is a form of {theirs} ({year}), not of {ours} ({our_year}).").format(
                    theirs=printable(marker.title),
                    year=marker.year,
                    ours=worklist.title,
                    our_year=worklist.year,
                ),
                _("Name its list with --file. If the list's title was corrected, dispatch anew."),
            )
        elif not self._has_its_columns():
            self._doubt(
                self.returned.name,
                _("The list has other columns now than when this form was sent."),
                _("Dispatch anew."),
            )
        elif not self.led:
            self._doubt(
                self.returned.name,
                _("{unit} leads no item of this list.").format(unit=printable(marker.unit)),
                _("If it was renamed, put its old name under aliases: in the list."),
            )
        return not self.doubts

    def _has_its_columns(self) -> bool:
        """Whether the form's columns are columns of the list, and all that reports are read from are there."""
        printed = {key_of(one) for one in self.worklist.columns}
        needed = {"id", "text", *OPEN_KEYS}
        return needed <= self.titles.keys() <= needed | printed | {"last"}

    def _row(self, row: dict[str, FormCell]) -> None:
        named = people_in(tuple(row.values()))
        line = self._line(row, named.rest)
        if line is None:
            self.people += named.people
            self.notes += [
                Note(
                    self.returned.place(cell),
                    _("a row of the unit's own, not read"),
                    as_typed(cell),
                )
                for cell in named.rest
            ]
            return
        before = len(self.doubts)
        self._check_printed(row, line)
        self._check_last(row, line)
        record = self._record(row, line)
        if len(self.doubts) > before:
            return
        if record is None:
            self.blank.append(line.id)
            return
        status = row["status"] if not row["status"].empty else row["id"]
        day = row["done_on"] if not row["done_on"].empty else status
        self.said.append(FormReport(record, self.returned.place(status), self.returned.place(day)))

    def _value(self, read: Callable[..., _Value], cell: FormCell, *more: object) -> _Value | None:
        """What a cell says; None where it is in doubt, which is then told."""
        try:
            return read(cell, *more)
        except DoubtError as error:
            self._doubt(self.returned.place(error.cell), error.message, error.remedy)
            return None

    def _line(self, row: dict[str, FormCell], said: tuple[FormCell, ...]) -> Line | None:
        """The row's item; None for a remark below the table, such as who filled it in.

        ``said`` are the cells that say more than who.
        """
        cell = row["id"]
        key = _key(cell.value) if isinstance(cell.value, str) else ""
        if line := self.lines.get(key):
            if key not in self.sent:
                raise DoubtError(
                    cell,
                    _("{item} was not in the form that was sent to {unit}.").format(
                        item=line.id, unit=self.unit
                    ),
                    _("If the list or the item's state was changed since, dispatch anew."),
                )
            if key in self.seen:
                raise DoubtError(
                    cell,
                    _("{item} stands here again; it is in {cell} already.").format(
                        item=line.id, cell=self.seen[key].at
                    ),
                    _("Keep one of the two rows."),
                )
            self.seen[key] = cell
            return line
        if key in self.others:
            raise DoubtError(
                cell,
                _("{item} is not led by {unit}.").format(item=key, unit=self.unit),
                _("Delete the row; another unit's item is reported in that unit's form."),
            )
        if {row[one].at for one in OPEN_KEYS} & {one.at for one in said}:
            raise DoubtError(
                cell,
                _("This row is filled in, but nothing stands under 序号.")
                if cell.empty
                else _("This row is filled in, but its 序号 {id} is no item of {unit}.").format(
                    id=shown(cell), unit=self.unit
                ),
                _("Write the item's number there as it was, as text: {rows}.").format(
                    rows="、".join(self.returned.marker.rows[:20])
                ),
            )
        return None

    def _check_printed(self, row: dict[str, FormCell], line: Line) -> None:
        for key, printed in ({"id": line.id} | line.printed(self.printing)).items():
            if key not in row:
                continue
            cell = row[key]
            value = "" if cell.value is None else str(cell.value)
            if cell.struck:
                self._doubt(
                    self.returned.place(cell),
                    _("The printed cell {title} of {item} is struck out.").format(
                        title=self.titles[key], item=line.id
                    ),
                    _("Take the line through it (删除线) away, and say in words what is meant."),
                )
            elif key != "id" and (cell.fault or clean_cell(value) != clean_cell(printed)):
                self._doubt(
                    self.returned.place(cell),
                    _("The printed cell {title} of {item} was changed.").format(
                        title=self.titles[key], item=line.id
                    ),
                    _(
                        "It has to be: {printed} If the list was corrected since, dispatch anew."
                    ).format(printed=shortened(printed, 60)),
                )

    def _check_last(self, row: dict[str, FormCell], line: Line) -> None:
        """Notes what was written into the column of the last report, which is not read back."""
        cell, was = row.get("last"), self.returned.marker.signs.get(line.id)
        if cell and was and not cell.empty and sign(str(cell.value)) != was:
            self.notes.append(
                Note(
                    self.returned.place(cell),
                    _("{title} was changed, not read").format(title=self.titles["last"]),
                    as_typed(cell),
                )
            )

    def _record(self, row: dict[str, FormCell], line: Line) -> Record | None:
        """The report of a row; None where nothing is filled in, or something is in doubt."""
        before = len(self.doubts)
        status = self._value(status_of, row["status"])
        percent = self._value(percent_of, row["percent"])
        example = self.worklist.year or int(self.returned.marker.month[:4])
        day = self._value(day_of, row["done_on"], self.worklist.year, example)
        texts = {
            key: self._value(text_of, row[key], key)
            for key in ("done", "problem", "next", "evidence")
        }
        if len(self.doubts) > before:
            return None
        if percent is None and day is None and not status and not any(texts.values()):
            return None
        try:
            check_sense(row, status or "", percent, day, self.today)
        except DoubtError as error:
            self._doubt(self.returned.place(error.cell), error.message, error.remedy)
            return None
        evidence = re.split("[；;\n]", texts["evidence"] or "")
        return Record(
            day or self.on,
            line.item.id,
            "report",
            unit=self.unit,
            role="lead",
            milestone=line.milestone,
            status=status or "",
            percent=percent,
            done=texts["done"] or "",
            problem=texts["problem"] or "",
            next=texts["next"] or "",
            evidence=tuple(filter(None, map(what_it_says, evidence))),
            period=self.returned.marker.month,
        )

    def _missing_rows(self) -> None:
        told = {doubt.place for doubt in self.doubts}
        for identity in self.returned.marker.rows:
            key = _key(identity)
            if key not in self.lines:
                self._doubt(
                    self.returned.name,
                    _("{item} was sent to {unit}, but is not led by it now.").format(
                        item=shortened(identity, LONGEST_WORD), unit=self.unit
                    ),
                    _("If the list was changed since, dispatch anew."),
                )
            elif key not in self.seen and not told:
                self._doubt(
                    f"{self.returned.name}!{self.returned.sheet}",
                    _("The row of {item} is missing.").format(item=identity),
                    _("Leave every row in; one without news stays empty."),
                )

    def _doubt(self, place: str, message: str, remedy: str) -> None:
        self.doubts.append(FormDoubt(place, message, remedy))


def _key(identity: str) -> str:
    """An id as it is compared: 2-7(1); nothing for a text that is none."""
    if len(identity) > LONGEST_WORD:
        return ""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", identity))
