"""Printed cells: cleaned, carried where a ditto stands, joined where a line break separates."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sulist import units
from sulist.base.plain import clean_cell
from sulist.deadline import DeadlineError, parse
from sulist.units import UnitError
from sulist.units.printed import as_printed

if TYPE_CHECKING:
    from sulist.units.roster import Roster

DITTO = frozenset('同上 〃 ″ 〞 々 同前 同左 " ＂ '.split())
_OPEN_ENDS = "、，,；;：:（(和与及"
_NEW_LINE = re.compile(r"[ \t\u3000]*\n\s*")


def is_ditto(text: str) -> bool:
    """Whether a cell says: as above."""
    return clean_cell(text) in DITTO


@lru_cache(maxsize=8192)
def units_in(text: str, roster: Roster | None = None) -> tuple[str, ...] | None:
    """The names of the units and collectives in a cell; None where it cannot be read as units."""
    try:
        return tuple(ref.name for ref in units.parse(text, roster=roster))
    except UnitError:
        return None


@lru_cache(maxsize=8192)
def is_deadline(text: str, year: int | None) -> bool:
    """Whether a cell can be read as a deadline."""
    try:
        parse(text, year=year)
    except DeadlineError:
        return False
    return True


def has_day(text: str, year: int | None) -> bool:
    """Whether a cell is a deadline with a date, or says that it goes on."""
    try:
        return parse(text, year=year).kind != "none"
    except DeadlineError:
        return False


def looks_like_units(text: str) -> bool:
    """Whether a text names units, and is no name of a person or a thing."""
    return units_in(text) is not None and _UNIT_END.search(text) is not None


_UNIT_END = re.compile(
    r"(?:局|厅|委|办|部|处|院|署|会|镇|乡|街道|中心|公司|集团|单位|部门|政府|大学|学院|分局|支队|大队|区|县|市|银行|社|站|所|队|企业|等|联|室|科|股|馆|校|专班|组|院系|各系|年级|班级|车间|总支|科协|社区）|文化宫|少年宫|民兵连|分行|支行|幼儿园)$"
)
_UNIT_BEGIN = re.compile(
    r"^(?:[省市区县镇乡旗州各]|[\u4e00-\u9fff]{2,4}(?:省|市|区|县|镇|乡|街道|新区))"
)


def unit_cell(printed: str) -> tuple[str, bool]:
    """A cell of units cleaned, and whether 、 was put for a line break between two of them."""
    lines = [line for line in _NEW_LINE.split(printed.strip()) if line]
    text, put = "", False
    for line in lines:
        if text and separates(text, line):
            text, put = f"{text}、{line}", True
        else:
            text += f"\n{line}" if text else line
    cleaned = as_printed(text)
    marked = _with_marks(cleaned, text)
    return marked, put or marked != cleaned


def _with_marks(cleaned: str, printed: str) -> str:
    """``cleaned`` with 、 for a space that is kept between two names, and is a line break in ``printed``."""
    if "\n" not in printed or " " not in cleaned:
        return cleaned
    breaks = {len("".join(printed[:at].split())) for at, one in enumerate(printed) if one == "\n"}
    letters, marked = 0, ""
    for at, one in enumerate(cleaned):
        letters += one != " "
        if one == " " and letters in breaks and not both_latin(cleaned[:at], cleaned[at + 1 :]):
            marked += "、"
        else:
            marked += one
    return marked


def separates(before: str, line: str) -> bool:
    """Whether a line break stands between two units rather than inside a name."""
    if before[-1] in _OPEN_ENDS or line[0] in "、，,；;：:）)":
        return False
    return are_two_units(before, line, surely=True)


def are_two_units(before: str, line: str, *, surely: bool) -> bool:
    """Whether a line ends with a whole name and the next begins with one; ``surely``: that names its level too."""
    last = re.split("[、，,；;：:]", before)[-1]
    first = re.split("[、，,；;：:（(]", line)[0]
    whole = _UNIT_END.search(last) and _UNIT_END.search(first) and len(first) > 2 and len(last) > 2
    if not whole or (surely and not _UNIT_BEGIN.match(first)):
        return False
    return units_in(clean_cell(last)) is not None and units_in(clean_cell(first)) is not None


def both_latin(before: str, after: str) -> bool:
    """Whether two pieces end and begin with letters or digits between which a space stands."""
    return (
        before[-1].isascii() and before[-1].isalnum() and after[0].isascii() and after[0].isalnum()
    )


def joined(before: str, line: str) -> str:
    """A line and its rest: with nothing between, but for two words of Latin."""
    last, first = before[-1:], line[:1]
    latin = last.isascii() and first.isascii() and not (last.isdecimal() and first.isdecimal())
    return f"{before} {line}" if latin else before + line


_SENTENCE_END = "。！？；;.!?"


def ends_open(text: str) -> bool:
    """Whether a text stops in the middle of a sentence."""
    return bool(text) and text.rstrip("”’）)》」』")[-1:] not in tuple(_SENTENCE_END)


def sentence(text: str) -> str:
    """``text`` with a full stop behind it where it has no closing mark."""
    return text + "。" if text and text[-1] not in "。！？；：，、.!?;:" else text
