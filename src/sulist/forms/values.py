"""What one cell of a form says: a state, a percentage, a day, a text; or a doubt. Nothing is guessed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.plain import clean_cell, says_as_before, what_it_says
from sulist.base.showing import shortened, unsafe_character
from sulist.forms.layout import COLUMNS, STATUS_OF
from sulist.forms.people import PEOPLE
from sulist.standing.entering import slipped
from sulist.standing.names import meant

if TYPE_CHECKING:
    from sulist.forms.cells import FormCell

MOST_CHARACTERS = 32_767  # what a cell of Excel holds
TITLE_OF = {one.key: one.title for one in (*COLUMNS, *PEOPLE)}
LONGEST_WORD = 100  # characters of an id, a percentage or a day, with the spaces beside it
_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})([-/.月])(\d{1,2})日?")


class DoubtError(ValueError):
    """A cell that cannot be taken: what is wrong with it, and what to do."""

    def __init__(self, cell: FormCell, message: str, remedy: str) -> None:
        super().__init__(message)
        self.cell = cell
        self.message = message
        self.remedy = remedy


def status_of(cell: FormCell) -> str:
    """The status that a cell names; nothing where it is empty.

    Raises:
        DoubtError: it is none that a unit reports.
    """
    _no_fault(cell)
    if cell.empty:
        return ""
    word = meant(cell.value, STATUS_OF) if isinstance(cell.value, str) else ""
    if not word:
        raise DoubtError(
            cell,
            _("{value} is no state that a unit reports.").format(value=shown(cell)),
            _("Choose one of {words}; whether it is closed (办结) is for the office.").format(
                words="、".join(STATUS_OF)
            ),
        )
    return STATUS_OF[word]


def percent_of(cell: FormCell) -> int | None:
    """The percentage in a cell.

    Raises:
        DoubtError: it is no whole number from 0 to 100, or may mean two.
    """
    _no_fault(cell)
    if cell.empty:
        return None
    number = _number(cell)
    if number is None or not 0 <= number <= 100 or round(number, 6) != round(number):
        raise DoubtError(
            cell,
            _("{value} is no percentage of work done.").format(
                value=shown(cell) if number is None else f"{number:.10g} %"
            ),
            _("Write a whole number from 0 to 99, such as 60%."),
        )
    return round(number)


def day_of(cell: FormCell, year: int, example: int) -> date | None:
    """The day in a cell; one without a year is of ``year``, or no date where that is 0.

    Raises:
        DoubtError: it is no date, or one long before the list.
    """
    _no_fault(cell)
    if cell.empty:
        return None
    found = _named_day(cell.value, year)
    if found is None:
        raise DoubtError(
            cell,
            _("{value} is no date.").format(value=shown(cell)),
            _("Write it as {year}-06-18.").format(year=example),
        )
    if slip := slipped(found, year):
        raise DoubtError(cell, slip, _("Write it as {year}-06-18.").format(year=example))
    return found


def text_of(cell: FormCell, key: str) -> str:
    """The text in a cell; nothing for 无.

    Raises:
        DoubtError: no record can hold it, it is like a formula, or it points elsewhere (同上).
    """
    _no_fault(cell)
    if cell.empty:
        return ""
    text = as_typed(cell)
    if found := unsafe_character(text):
        raise DoubtError(
            cell,
            _("The invisible character {code} stands in {title}.").format(
                code=f"U+{ord(found.group()):04X}", title=TITLE_OF[key]
            ),
            _("Delete it, or type the text again."),
        )
    if len(text) > MOST_CHARACTERS:
        raise DoubtError(
            cell,
            _("{title} has {n} characters; a cell has at most 32,767.").format(
                title=TITLE_OF[key], n=len(text)
            ),
            _("Shorten it, and name a document under 佐证."),
        )
    if text.startswith(("=", "＝")):
        raise DoubtError(
            cell,
            _("{title} begins like a formula: {value}").format(
                title=TITLE_OF[key], value=shown(cell)
            ),
            _("Type the text itself."),
        )
    if says_as_before(text):
        raise DoubtError(
            cell,
            _("{title} only says {value}, which is not known here.").format(
                title=TITLE_OF[key], value=shown(cell)
            ),
            _("Write it out; where there is nothing to say, write 无."),
        )
    return what_it_says(text)


def check_sense(
    row: dict[str, FormCell], status: str, percent: int | None, day: date | None, today: date
) -> None:
    """What state, percentage and date have to be together."""
    if percent == 100 and status != "done":
        raise DoubtError(
            row["percent"],
            _("It is at 100 %, but the state is not 已完成."),
            _("Choose 已完成 and write the date, or a percentage below 100."),
        )
    if percent not in (None, 100) and status == "done":
        raise DoubtError(
            row["percent"],
            _("The state is 已完成, but the percentage is {percent}.").format(percent=percent),
            _("Leave the percentage of what is done empty; else the state is 推进中."),
        )
    if percent and status == "not-started":
        raise DoubtError(
            row["percent"],
            _("The state is 未启动, but the percentage is {percent}.").format(percent=percent),
            _("What has a percentage is 推进中."),
        )
    if status == "done" and day is None:
        raise DoubtError(
            row["done_on"],
            _("The state is 已完成, but 完成日期 is empty."),
            _("Write the day it was done: it decides whether it was in time."),
        )
    if day and status != "done":
        raise DoubtError(
            row["done_on"],
            _("There is a 完成日期, but the state is not 已完成."),
            _("Choose 已完成, or empty the date."),
        )
    if day and day > today:
        raise DoubtError(
            row["done_on"],
            _("{day} has not come yet: it is {today}.").format(day=day, today=today),
            _("Write the day it was done; what is not done yet is 推进中."),
        )


def _no_fault(cell: FormCell) -> None:
    if cell.fault == "formula":
        raise DoubtError(
            cell,
            _("A formula stands here; what it shows may change."),
            _("Put its value in its place: copy, paste special, values."),
        )
    if cell.fault == "merged":
        raise DoubtError(
            cell,
            _("This cell is merged with another, so it is not clear whose text it is."),
            _("Undo the merging, and fill in each row for itself."),
        )
    if cell.fault:
        raise DoubtError(cell, _("An error of the spreadsheet stands here."), _("Type the value."))
    if cell.struck:
        raise DoubtError(
            cell,
            _("This is struck out: {text}").format(text=shortened(cell.struck)),
            _(
                "Delete it if it no longer holds; if it holds, take the line through it (删除线) away."
            ),
        )


def as_typed(cell: FormCell) -> str:
    """What a person typed into a cell that is to hold a text, such as a telephone number of eleven digits."""
    value = cell.value
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float) and not cell.percent and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, int) and not isinstance(value, bool) and not cell.percent:
        return str(value)
    return shown(cell)


def shown(cell: FormCell) -> str:
    """What a cell shows, short enough for a message."""
    value = cell.value
    if isinstance(value, bool):
        text = str(value).upper()
    elif isinstance(value, (int, float)):
        text = f"{value * 100:.10g}%" if cell.percent else f"{value:.10g}"
    else:
        text = "" if value is None else str(value)
    return shortened(text).replace("\n", " ") or "—"


def _number(cell: FormCell) -> float | None:
    """The percentage that a cell shows; None where it shows no number, or may mean two."""
    value = cell.value
    if isinstance(value, (bool, date, datetime)):
        return None
    if isinstance(value, (int, float)):
        if cell.percent:
            return value * 100
        return None if 0 < value <= 1 or value != value else float(value)
    if len(str(value)) > LONGEST_WORD:
        return None
    text = clean_cell(unicodedata.normalize("NFKC", str(value)))
    found = re.fullmatch(r"(\d{1,9}(?:\.\d{1,9})?)%?", text)
    if not found or ("." in text and not text.endswith("%")):
        return None
    return float(found.group(1))


def _named_day(value: object, year: int) -> date | None:
    """The day that a cell names; one without a year is of the list's year."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or len(value) > LONGEST_WORD:
        return None
    found = _DAY.fullmatch(clean_cell(unicodedata.normalize("NFKC", value)))
    if not found or (not found.group(1) and found.group(3) != "月"):
        return None
    try:
        return date(int(found.group(1) or year), int(found.group(2)), int(found.group(4)))
    except ValueError:
        return None
