"""What can be read: the one table of formats."""

from __future__ import annotations

from typing import NamedTuple


class DocumentFormat(NamedTuple):
    """A format: the module and function that read it, and the package that they need."""

    module: str
    function: str = "read"
    package: str = ""


FORMATS = {
    ".txt": DocumentFormat("sulist.importers.read.plain_text"),
    ".tsv": DocumentFormat("sulist.importers.read.plain_text"),
    ".csv": DocumentFormat("sulist.importers.read.plain_text", "read_csv"),
    ".md": DocumentFormat("sulist.importers.read.markdown_text", package="markdown_it"),
    ".html": DocumentFormat("sulist.importers.read.web_page", package="selectolax"),
    ".htm": DocumentFormat("sulist.importers.read.web_page", package="selectolax"),
    ".mht": DocumentFormat("sulist.importers.read.web_archive", package="selectolax"),
    ".mhtml": DocumentFormat("sulist.importers.read.web_archive", package="selectolax"),
    ".docx": DocumentFormat("sulist.importers.read.word", package="docx"),
    ".xlsx": DocumentFormat("sulist.importers.read.workbook", package="openpyxl"),
    ".xls": DocumentFormat("sulist.importers.read.old_workbook", package="xlrd"),
    ".ods": DocumentFormat("sulist.importers.read.open_sheet", package="lxml"),
    ".pdf": DocumentFormat("sulist.importers.read.pdf", package="pdfplumber"),
}
