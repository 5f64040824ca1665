"""Workbooks as an office prints them, by XlsxWriter: fonts, formats, texts that stay texts and whole.

Everything is written row by row to a temporary file, so that a long list costs little memory; the
same input gives the same bytes.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sulist.base.errors import FileError
from sulist.base.extras import require
from sulist.base.i18n import _
from sulist.write.sheet.fitting import (
    BOTTOM,
    MARGIN,
    TOP,
    SheetColumn,
    laid_out,
    scale_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.write.sheet.fitting import SheetLayout

MOST_LINES = 26  # of 10 points
HIGHEST = 409  # points: Excel shows no row that is higher
_MOST_UNITS = 32_000  # Excel takes 32,767 UTF-16 units a cell
_POINTS = 10
_LINE, _ROOM, _LEAST = 14.5, 5, 22  # heights in points: of a line, around them, of a row
_TITLE_FONT, _HEAD_FONT, _BODY_FONT = "方正小标宋简体", "黑体", "宋体"
_WORD = re.compile(r"[!-~]{4,}")
_CONTINUED = "…（未完，全文见“续表”）"
_REST = "续表"
_REST_COLUMNS = (("编号", 8), ("栏目", 12), ("内容", 110))

_BASE = {"font_name": _BODY_FONT, "font_size": _POINTS, "valign": "vcenter"}
# Excel sorts no range with a locked cell in it on a protected sheet, so no cell of a table is locked.
_CELL = _BASE | {"border": 1, "text_wrap": True, "locked": False}
_CATEGORY = _BASE | {"font_name": _HEAD_FONT, "top": 1, "bottom": 1, "bg_color": "#F2F2F2"}
_FORMS: dict[str, dict[str, Any]] = {
    "title": {"font_name": _TITLE_FONT, "font_size": 18, "align": "center", "valign": "vcenter"},
    "under": _BASE | {"font_size": 11, "align": "center"},
    "note": _BASE | {"text_wrap": True},
    "label": _BASE | {"align": "right"},
    "head": _CELL | {"font_name": _HEAD_FONT, "align": "center", "bg_color": "#E7E6E6"},
    "category": _CATEGORY,
    "category-first": _CATEGORY | {"left": 1},
    "category-last": _CATEGORY | {"right": 1},
    "text": _CELL | {"align": "left"},
    "unread": _CELL | {"align": "left", "bg_color": "#FFE699", "italic": True},
    "short": _CELL | {"align": "center", "num_format": "@"},
    "percent": _CELL | {"align": "center", "num_format": "0%"},
    "open-text": _CELL | {"align": "left", "bg_color": "#FFF9E5", "num_format": "@"},
    "open-short": _CELL | {"align": "center", "bg_color": "#FFF9E5"},
    "open-percent": _CELL
    | {"align": "center", "bg_color": "#FFF9E5", "num_format": "0%"},
    "open-date": _CELL
    | {"align": "center", "bg_color": "#FFF9E5", "num_format": "yyyy-mm-dd"},
    "plain": {},
}  # fmt: skip


class Book:
    """A workbook while it is written; ``day`` is the day it says it was made on.

    Raises:
        FileError: XlsxWriter is not installed.
    """

    def __init__(self, title: str, day: date) -> None:
        require("xlsxwriter", _("Writing {suffix}").format(suffix=".xlsx"))
        from xlsxwriter import Workbook

        from sulist.write.sheet.growing import GrowingSheet

        self._stream = BytesIO()
        # The width of a column is told in digits of this font.
        own = {"font_name": _BODY_FONT, "font_size": _POINTS}
        self._book = Workbook(
            self._stream, {"constant_memory": True, "default_format_properties": own}
        )
        self._book.set_properties(
            {"title": title, "created": datetime(day.year, day.month, day.day)}
        )
        self._kind = GrowingSheet
        self._formats: dict[str, Any] = {}
        self._rest: list[tuple[str, str, str]] = []

    def sheet(self, name: str) -> Any:
        """A new sheet, as XlsxWriter has it."""
        return self._book.add_worksheet(name, self._kind)

    def form(self, name: str) -> Any:
        """A format by its name; ``=`` behind it says that the cell's text never becomes a formula."""
        if name not in self._formats:
            quoted = name.endswith("=")
            form = self._book.add_format(dict(_FORMS[name.removesuffix("=")]))
            if quoted:
                form.set_quote_prefix()
            self._formats[name] = form
        return self._formats[name]

    def colour(self, ink: str, ground: str) -> Any:
        """A format of a rule: the colour of letters and of their ground."""
        return self._book.add_format({"font_color": ink, "bg_color": ground})

    def write(self, sheet: Any, row: int, column: int, text: str, form: str) -> None:
        """A text as it is, whatever it looks like.

        Raises:
            FileError: it is longer than a cell holds.
        """
        if not text:
            sheet.write_blank(row, column, None, self.form(form))
            return
        if text[0] in "=+-@\t":
            form += "="
        if text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter takes such a text for markup of its own, so it gets just that.
            text = f'<r><t xml:space="preserve">{escape(text, quote=False)}</t></r>'
        if sheet.write_string(row, column, text, self.form(form)):
            raise FileError(
                _(
                    "A text is longer than the 32,767 characters that a cell of a workbook holds: {text}… Shorten it in the list."
                ).format(text=text[:40])
            )

    def across(self, sheet: Any, row: int, columns: int, text: str, form: str) -> None:
        """A text over so many columns of a row, as it is."""
        if columns > 1:
            sheet.merge_range(row, 0, row, columns - 1, "", self.form(form))
        self.write(sheet, row, 0, text, form)

    def fitting(self, text: str, part: SheetColumn, identity: str) -> str:
        """The text where a row can show it whole; else its beginning, and a sheet of its own has all."""
        if fits(text, part.width):
            return text
        self.keep(text, part, identity)
        return first_that_fits(text, part.width) + _CONTINUED

    def keep(self, text: str, part: SheetColumn, identity: str) -> None:
        """Puts a text into the sheet of those that no row can show whole."""
        self._rest.append((identity, part.title, text))

    def finish(self) -> bytes:
        """The workbook's bytes."""
        if self._rest:
            self._write_rest()
        self._book.close()
        return self._stream.getvalue()

    def _write_rest(self) -> None:
        sheet = self.sheet(_REST)
        layout = laid_out(SheetColumn(*one) for one in _REST_COLUMNS)
        parts = layout.parts
        page(sheet, layout, 0)
        for column, part in enumerate(parts):
            self.write(sheet, 0, column, part.title, "head")
        row = 1
        for identity, title, text in self._rest:
            for piece in pieces(text, parts[-1].width):
                sheet.set_row(row, height([(piece, parts[-1].width)]))
                self.write(sheet, row, 0, identity, "short")
                self.write(sheet, row, 1, title, "short")
                self.write(sheet, row, 2, piece, "text")
                row += 1


def page(
    sheet: Any, layout: SheetLayout, head: int, *, frozen: int = 0, breaks: bool = False
) -> None:
    """The paper across, as wide as one page where that takes it; the row ``head`` again on every page, and kept in sight.

    Of a sheet that is wider, the columns that are kept in sight stand on each page too. Where it
    ``breaks`` at rows of its own, it has a scale: in a sheet that is fitted to a page Excel heeds none.
    """
    sheet.set_landscape()
    sheet.set_paper(layout.paper)
    sheet.set_margins(left=MARGIN, right=MARGIN, top=TOP, bottom=BOTTOM)
    if layout.one_wide and not breaks:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.set_print_scale(scale_of(layout))
    if layout.one_wide:
        sheet.center_horizontally()
    elif frozen:
        sheet.repeat_columns(0, frozen - 1)
    sheet.repeat_rows(head)
    sheet.set_footer(f'&C&"{_BODY_FONT}"&{_POINTS}第 &P 页，共 &N 页')
    sheet.freeze_panes(head + 1, frozen)
    sheet.hide_gridlines(2)
    for column, part in enumerate(layout.parts):
        sheet.set_column(column, column, part.width)


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column; rather one too many."""
    room = max(2, int((width * 7 - 4) * 72 / 96 / _POINTS * 2)) - 1  # in half widths of a character
    return sum(_lines(line, room) for line in text.split("\n"))


def _lines(text: str, room: int) -> int:
    """A number or a word goes whole on the next line where this one has no room for it."""
    found, at, done = 1, 0, 0
    for word in _WORD.finditer(text):
        at += _halves(text[done : word.start()])
        found, at = found + at // room, at % room
        long, done = len(word[0]), word.end()
        if at + long > room:
            found, at = found + (at > 0) + (long - 1) // room, (long - 1) % room + 1
        else:
            at += long
    return max(1, found - 1 + -(-(at + _halves(text[done:])) // room))


def height(cells: Iterable[tuple[str, float]]) -> float:
    """How high a row has to be, in points, for texts in columns of some widths."""
    most = max((lines(text, width) for text, width in cells if text), default=1)
    return max(_LEAST, most * _LINE + _ROOM)


def _halves(text: str) -> int:
    return sum(1 if character < "\u0100" else 2 for character in text)


def fits(text: str, width: float) -> bool:
    """Whether a row can show a text whole in a column."""
    if len(text) < width:
        return text.count("\n") < MOST_LINES
    return lines(text, width) <= MOST_LINES and len(text.encode("utf-16-le")) < 2 * _MOST_UNITS


def first_that_fits(text: str, width: float) -> str:
    """The longest beginning of a text that a row can show, with room for two more lines."""
    low, high = 0, min(len(text), _MOST_UNITS // 2)
    while low < high:
        middle = (low + high + 1) // 2
        if lines(text[:middle], width) <= MOST_LINES - 2:
            low = middle
        else:
            high = middle - 1
    return text[:low]


def pieces(text: str, width: float) -> list[str]:
    """A text cut into pieces that a row can show; joined they are the text."""
    found = []
    while text:
        piece = first_that_fits(text, width) or text[:1]
        found.append(piece)
        text = text[len(piece) :]
    return found
