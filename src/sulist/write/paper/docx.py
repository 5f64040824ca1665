"""A paper as docx: what a document says, piece by piece, in the styles of an official document.

The text is written as it comes and never held as a tree, so a list of any length needs little
memory. Text of the data is escaped in one place, ``safe``, and nowhere is markup made from it.
"""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.showing import printable
from sulist.base.typeset import width
from sulist.write.paper import styles as parts
from sulist.write.paper.package import packed
from sulist.write.paper.title_lines import title_lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_EMPHASIS = '<w:rFonts w:hint="eastAsia"/>'
_TITLE_CHARACTER = 7.76  # mm: 22 pt
_WHOLE_ROW = (
    1200  # a row of so many characters, were it as wide as the page, may go on over its end
)
_DATE_FROM_RIGHT = 4  # characters, GB/T 9704-2012, 7.3.5
_GAP = 140  # twips below a table
_COLOURS = {"red": "B00000", "yellow": "8A6100", "green": "1E6B2E", "blue": "1F4E8C"}


class PaperColumn(NamedTuple):
    """A column of a table: its title, width in mm, and how its cells are set."""

    title: str
    width: float
    align: str = "left"


class PaperCell(NamedTuple):
    """A cell whose last line, ``light``, is in a light's colour; the word says it too."""

    text: str
    light: str
    colour: str


class JoinedAbove(NamedTuple):
    """A cell that is one with the cell above it."""


class Band(NamedTuple):
    """A row that is one cell as wide as the table: a category."""

    text: str


ABOVE = JoinedAbove()
Row = Band | tuple["str | PaperCell | JoinedAbove", ...]


def safe(text: str) -> str:
    """``text`` for XML: what steers or reorders is shown as its code, and nothing is markup."""
    shown = printable(text).encode("utf-8", "backslashreplace").decode()
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Paper:
    """A docx being written: each method adds one piece below the last."""

    def __init__(self, title: str, day: date, page: parts.PageForm = parts.PORTRAIT) -> None:
        self._title = title
        self._day = day
        self._page = page
        self._pieces: list[str] = [parts.DOCUMENT[0]]
        self._sections = 0
        self._below_table = False

    def title(self, text: str, *under: str) -> None:
        """The title, its lines broken where words end, and the lines under it; then a free line."""
        self.text("\n".join(title_lines(text, int(self._page.width / _TITLE_CHARACTER))), "Title")
        for line in filter(None, under):
            self.text(line, "Subtitle")
        self.text("")

    def text(self, text: str, style: str = "", *, new_page: bool = False) -> None:
        """A paragraph in a style of ``paper_parts.STYLES``; without one a line as it is."""
        properties = self._opening(style, text, new_page=new_page)
        self._pieces.append(f"{properties}{_run(text) if text else ''}</w:p>")

    def body(self, text: str, *, whole: bool = False) -> None:
        """A paragraph of the text, its first line two characters in; before a table it stays there.

        A ``whole`` one is on one page with what follows: a signature is never alone on a page.
        """
        self._pieces.append(self._opening("Body Text", text, whole=whole) + f"{_run(text)}</w:p>")

    def lead(self, heading: str, text: str) -> None:
        """A paragraph that begins with a few words in the font of a second heading."""
        run = _run(heading, f'<w:rFonts w:eastAsia="{parts.SECOND_FONT}" w:hint="eastAsia"/>')
        self._pieces.append(self._opening("Body Text", text) + f"{run}{_run(text)}</w:p>")

    def signature(self, *lines: tuple[str, float], stays: bool = False) -> None:
        """A free line, then lines at the right, each so many characters from the edge.

        They are on one page, and where they ``stay`` with what follows that is too.
        """
        self._pieces.append("<w:p><w:pPr><w:keepNext/></w:pPr></w:p>")
        style = parts.BY_NAME["Signature"].id
        for at, (text, right) in enumerate(lines, 1):
            keep = "<w:keepNext/>" if stays or at < len(lines) else ""
            self._pieces.append(
                f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}<w:ind'
                f' w:rightChars="{round(right * 100)}" w:right="{round(right * 320)}"/></w:pPr>'
                f"{_run(text)}</w:p>"
            )
        self._below_table = False

    def sign(self, office: str, day: str, *, stays: bool = False) -> None:
        """Who signs, in the middle above the day; without an office the day, and room above it for the seal."""
        right = _DATE_FROM_RIGHT + (width(day) - width(office)) / 4
        self.signature((office, max(right, 2)), (day, _DATE_FROM_RIGHT), stays=stays)

    def table(
        self,
        columns: tuple[PaperColumn, ...],
        rows: Iterable[Row],
        *,
        small: bool = False,
        least: float = 0,
    ) -> None:
        """A table with borders, whose header is repeated on each page; rows are at ``least`` so many mm high."""
        self._pieces += _table(columns, rows, small=small, page=self._page, least=least)
        self._below_table = True

    def _opening(
        self, style: str, text: str, *, new_page: bool = False, whole: bool = False
    ) -> str:
        """The beginning of a paragraph: its style, what it stays with, a gap below a table."""
        properties = f'<w:pStyle w:val="{parts.BY_NAME[style].id}"/>' if style else ""
        properties += "<w:keepNext/>" if whole or text.endswith("：") else ""
        properties += "<w:keepLines/>" if whole else ""
        properties += "<w:pageBreakBefore/>" if new_page else ""
        properties += f'<w:spacing w:before="{_GAP}"/>' if self._below_table and text else ""
        self._below_table = False
        return f"<w:p><w:pPr>{properties}</w:pPr>"

    def end_section(self) -> None:
        """Ends a letter: what follows begins on an odd page, numbered from 1."""
        self._pieces.append(f"<w:p><w:pPr>{parts.section(self._page, restart=True)}</w:pPr></w:p>")
        self._sections += 1

    def as_bytes(self) -> bytes:
        """The file."""
        last = parts.section(self._page, restart=self._sections > 0)
        fixed = parts.fixed_parts(safe(self._title), self._day.isoformat())
        document = ("word/document.xml", (*self._pieces, last, parts.DOCUMENT[1]))
        return packed((*fixed, document))


def _run(text: str, properties: str = _EMPHASIS) -> str:
    """Text in one style; a line's end and a tab are Word's own. The hint sets “” in Chinese type."""
    shown = safe(text)
    if "\n" in shown or "\t" in shown:
        shown = shown.replace("\n", "</w:t><w:br/>" + _TEXT).replace("\t", "</w:t><w:tab/>" + _TEXT)
    return f"<w:r><w:rPr>{properties}</w:rPr>{_TEXT}{shown}</w:t></w:r>"


_TEXT = '<w:t xml:space="preserve">'


def _paragraph(
    text: str, style: str, align: str = "", *, keep: str = "", light: PaperCell | None = None
) -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += keep + (f'<w:jc w:val="{align}"/>' if align else "")
    runs = _run(text) if text else ""
    if light and light.light:
        colour = f'<w:color w:val="{_COLOURS[light.colour]}"/>' if light.colour in _COLOURS else ""
        runs += _run("\n" + light.light, _EMPHASIS + colour)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _table(
    columns: tuple[PaperColumn, ...],
    rows: Iterable[Row],
    *,
    small: bool,
    page: parts.PageForm,
    least: float,
) -> Iterable[str]:
    twips = [round(column.width * parts.MM) for column in columns]
    above = parts.SMALL_EDGE if small else parts.CELL_EDGE
    line = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
    borders = "".join(
        f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(twips)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="{above}" w:type="dxa"/><w:left w:w="{parts.CELL_EDGE}" w:type="dxa"/>'
        f'<w:bottom w:w="{above}" w:type="dxa"/><w:right w:w="{parts.CELL_EDGE}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr><w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{wide}"/>' for wide in twips)
        + "</w:tblGrid>"
    )
    names = ("表格小字", "表格小字表头") if small else ("表格文字", "表格表头")
    text, head = (parts.BY_NAME[name].id for name in names)
    band = parts.BY_NAME["表格分类"].id
    yield _row(
        [
            _cell(_paragraph(column.title, head), wide)
            for column, wide in zip(columns, twips, strict=True)
        ],
        whole=True,
        header=True,
    )
    most = _WHOLE_ROW * page.height / parts.PORTRAIT.height
    for row, below in pairwise(chain(rows, ((),))):
        if isinstance(row, Band):
            paragraph = _paragraph(row.text, band, keep="<w:keepNext/>")
            yield _row([_cell(paragraph, sum(twips), len(columns))], whole=True)
            continue
        cells = []
        longest = 0
        for at, (one, column, wide) in enumerate(zip(row, columns, twips, strict=True)):
            goes_on = bool(below) and not isinstance(below, Band) and below[at] is ABOVE
            if isinstance(one, JoinedAbove):
                cells.append(_cell(_paragraph("", text), wide, merged="continue"))
                continue
            cell = one if isinstance(one, PaperCell) else PaperCell(one, "", "")
            align = "" if column.align == "left" else column.align
            paragraph = _paragraph(cell.text, text, align, light=cell)
            cells.append(_cell(paragraph, wide, merged="restart" if goes_on else ""))
            longest = max(longest, round(len(cell.text) / column.width * parts.TEXT_WIDTH))
        yield _row(cells, whole=longest < most, least=least)
    yield "</w:tbl>"


def _row(cells: list[str], *, whole: bool, header: bool = False, least: float = 0) -> str:
    properties = "<w:cantSplit/>" if whole else ""
    properties += f'<w:trHeight w:val="{round(least * parts.MM)}"/>' if least else ""
    properties += "<w:tblHeader/>" if header else ""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def _cell(paragraph: str, width: int, span: int = 1, *, merged: str = "") -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    spanned += f'<w:vMerge w:val="{merged}"/>' if merged else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{paragraph}</w:tc>"
    )
