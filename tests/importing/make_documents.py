"""Makes tests/importing/documents: the printed list of 2021 as Word, Excel, PDF, HTML and CSV.

Python lays the list out (merged category rows, a header repeated on each page, the odd spaces
and half-width commas of the original); LibreOffice then writes every one of the files, so that
the importer meets documents of a program that is not ours. Run it by hand, with LibreOffice and
a Chinese font installed:

    python tests/importing/make_documents.py
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from openpyxl import Workbook

HERE = Path(__file__).parent
PRINTED = HERE.parent / "fixtures" / "printed-2021.txt"
TARGET = HERE / "documents"


def rows() -> tuple[list[str], list[list[str]]]:
    """The lines before the table, and its rows: five cells, or one for a category."""
    front: list[str] = []
    table: list[list[str]] = []
    for line in PRINTED.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if not line.strip():
            continue
        if len(cells) == 1 or not any(cells[1:]):
            (table if table else front).append([cells[0]] if table else cells[0])  # type: ignore[arg-type]
        elif cells[0] != "序号" or not table:
            table.append(cells)
    return front, table


def word(front: list[str], table: list[list[str]], file: Path) -> None:
    """A Word document: the title over two paragraphs, the table over several pages."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "WenQuanYi Zen Hei", Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "WenQuanYi Zen Hei")
    for line in front:
        if "重大事项清单" in line:
            first, _space, second = line.rpartition(" ")
            document.add_paragraph(first)
            document.add_paragraph(second)
        else:
            document.add_paragraph(line)
    grid = document.add_table(rows=0, cols=5)
    grid.style = "Table Grid"
    for cells in table:
        row = grid.add_row()
        if len(cells) == 1:
            row.cells[0].merge(row.cells[4]).text = cells[0]
        else:
            for cell, text, width in zip(row.cells, cells, (1.5, 13, 3, 5, 2.5), strict=True):
                cell.text, cell.width = text, Cm(width)
    _repeat(grid.rows[0])
    footer: Any = section.footer.paragraphs[0]
    _page_number(footer)
    document.save(str(file))


def _repeat(row: Any) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _page_number(paragraph: Any) -> None:
    paragraph.add_run("— ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
    paragraph.add_run(" —")


def workbook(front: list[str], table: list[list[str]], file: Path) -> None:
    """A workbook: title and category rows merged across."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "清单"
    for line in front:
        sheet.append([line])
        sheet.merge_cells(
            start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=5
        )
    for cells in table:
        sheet.append([int(cell) if cell.isdigit() else cell for cell in cells])
        if len(cells) == 1:
            at = sheet.max_row
            sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=5)
    book.save(file)


def convert(source: Path, kind: str, folder: Path) -> None:
    """Has LibreOffice write ``source`` as another kind of document."""
    command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, timeout=300)


def main() -> None:
    """Makes them all."""
    front, table = rows()
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text, sheet = folder / "list-2021.docx", folder / "list-2021.xlsx"
        word(front, table, text)
        workbook(front, table, sheet)
        for source, kind in (
            (text, "docx"),
            (text, "pdf"),
            (text, "html:HTML (StarWriter):UTF8"),
            (sheet, "xlsx"),
            (sheet, "csv:Text - txt - csv (StarCalc):44,34,76"),
        ):
            convert(source, kind, TARGET)


if __name__ == "__main__":
    main()
