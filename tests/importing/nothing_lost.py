"""Every run of text of a document, read by no reader of ours, and whether an import holds or tells it."""

from __future__ import annotations

import html
import re
import unicodedata
import zipfile
from typing import TYPE_CHECKING, Any

from lxml import etree

from sulist.base.invisible import without_traces
from sulist.base.numerals import to_chinese
from sulist.importers.radicals import with_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sulist.importers.importing import Imported

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WRITTEN = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|comments)\.xml")
_RUN = re.compile(r"\w+")
# Words of prose that say whose a name is, for which a key of the list's file stands; a number before a text.
_DUTIES = re.compile(
    "(?<=^[0-9])|(?<=^[0-9]{2})|按职责分工|按职责|分别|共同|牵头|负责|配合|会同|由|落实|完成"
)
_UNSEEN_TAGS = re.compile(
    r"<!--.*?-->|<(script|style|head|title|rt|rp)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_BLOCK = re.compile(r"</?(?:p|div|td|th|tr|li|br|h\d|table|ul|ol|section)\b[^>]*>", re.IGNORECASE)


def lost(file: Path, made: Imported) -> list[str]:
    """The runs of text of a document that are neither in the list, nor in a doubt, nor named as not used."""
    held = _held(made)
    return [
        run
        for run in runs(file)
        if run not in held and not all(one in held for one in _DUTIES.split(run))
    ]


def runs(file: Path) -> list[str]:
    """The runs of letters and digits of a document, each once, in its order."""
    texts = _TEXTS[file.suffix](file)
    return list(dict.fromkeys(run for text in texts for run in _RUN.findall(_plain(text))))


def _held(made: Imported) -> str:
    draft = made.draft
    told: list[str] = [made.text]
    told += [text for doubt in draft.doubts for text in (doubt.read, doubt.other, doubt.place)]
    told += [one.text for one in draft.unused]
    told += draft.read_as
    told += [draft.legend.text] if draft.legend else []
    for item in draft.items:
        told += [item.text, item.lead, item.responsible, item.deadline, str(item.serial or "")]
        told.append(to_chinese(item.serial) if item.serial and item.serial < 100 else "")
        told += [item.printed_serial or "", *item.more, *item.more.values(), *item.notes]
    for category in draft.categories:
        told += [category.title, f"{category.count}项", *category.notes]
        told.append(f"{category.title}{category.count}项")
    front = draft.front
    told += [front.title, f"共{front.total}项", f"合计{front.total}项", *_days(front.issued)]
    return "|".join("".join(_RUN.findall(_plain(text))) for text in told)


def _days(day: Any) -> Iterator[str]:
    if day:
        yield f"{day.year}年{day.month}月{day.day}日"


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", without_traces(with_letters(text))).replace("_", " ")


def _of_word(file: Path) -> Iterable[str]:
    with zipfile.ZipFile(file) as package:
        for part in filter(_WRITTEN.fullmatch, package.namelist()):
            for line in etree.fromstring(package.read(part)).iter(f"{_W}p"):
                pieces = {f"{_W}tab": "\t", f"{_W}br": "\n"}
                letters = (f"{_W}t", f"{_W}delText")
                yield "".join(
                    one.text or "" if one.tag in letters else pieces.get(str(one.tag), "")
                    for one in line.iter()
                )


def _of_page(file: Path) -> Iterable[str]:
    data = file.read_bytes()
    page = data.decode("utf-8", errors="ignore")
    shown = re.sub("<[^>]*>", "", _BLOCK.sub("\n", _UNSEEN_TAGS.sub("", page)))
    return html.unescape(shown).split("\n")


def _of_workbook(file: Path) -> Iterable[str]:
    from openpyxl import load_workbook

    for sheet in load_workbook(file):
        if sheet.sheet_state == "visible":
            for row in sheet.iter_rows(values_only=True):
                yield from (one for one in row if isinstance(one, str))


def _of_text(file: Path) -> Iterable[str]:
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    return re.split(r"[\n\t,|]|<br>", text)


def _of_pdf(file: Path) -> Iterable[str]:
    import pdfplumber

    with pdfplumber.open(file) as document:
        for page in document.pages:
            yield from (word["text"] for word in page.extract_words())


_TEXTS: dict[str, Any] = {
    ".docx": _of_word,
    ".xlsx": _of_workbook,
    ".html": _of_page,
    ".csv": _of_text,
    ".txt": _of_text,
    ".md": _of_text,
    ".pdf": _of_pdf,
}
