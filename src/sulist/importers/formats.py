"""What can be read: the one table of formats."""

from __future__ import annotations

from typing import NamedTuple


class Format(NamedTuple):
    """A format: the module and function that read it, and the package that they need."""

    module: str
    function: str = "read"
    package: str = ""


FORMATS = {
    ".txt": Format("sulist.importers.plain_text"),
    ".tsv": Format("sulist.importers.plain_text"),
    ".csv": Format("sulist.importers.plain_text", "read_csv"),
    ".html": Format("sulist.importers.web_page", package="selectolax"),
    ".htm": Format("sulist.importers.web_page", package="selectolax"),
    ".docx": Format("sulist.importers.word", package="docx"),
    ".xlsx": Format("sulist.importers.workbook", package="openpyxl"),
    ".pdf": Format("sulist.importers.pdf", package="pdfplumber"),
}
