"""What can be read: the one table of formats."""

from __future__ import annotations

from typing import NamedTuple


class Format(NamedTuple):
    """A format: the module and function that read it, and the package that they need."""

    module: str
    function: str = "read"
    package: str = ""


FORMATS = {
    ".txt": Format("sulist.importers.read.plain_text"),
    ".tsv": Format("sulist.importers.read.plain_text"),
    ".csv": Format("sulist.importers.read.plain_text", "read_csv"),
    ".html": Format("sulist.importers.read.web_page", package="selectolax"),
    ".htm": Format("sulist.importers.read.web_page", package="selectolax"),
    ".docx": Format("sulist.importers.read.word", package="docx"),
    ".xlsx": Format("sulist.importers.read.workbook", package="openpyxl"),
    ".pdf": Format("sulist.importers.read.pdf", package="pdfplumber"),
}
