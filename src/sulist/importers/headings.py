"""Lines that head a part of the list, and lines that say how many items there are."""

from __future__ import annotations

import re
from typing import NamedTuple

from sulist.base.numerals import parse_number
from sulist.base.plain import clean_cell, simplified

_NUMBER = "[〇零一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]+"
_FORMS = (
    (0, re.compile(rf"第({_NUMBER}|[0-9]+)(?:部分|章|类|篇|编|方面)[：:、，．.]?(.*)", re.DOTALL)),
    (1, re.compile(rf"第({_NUMBER}|[0-9]+)节[：:、，．.]?(.*)", re.DOTALL)),
    (1, re.compile(rf"({_NUMBER})[、．.，](.*)", re.DOTALL)),
    (2, re.compile(rf"（({_NUMBER})）[、．.]?(.*)", re.DOTALL)),
)
# What is counted further, or of what: 6项，另年中交办1项; 3项、分项4项; 12项，其中续建3项.
_FURTHER = "(?:[，,、；;](?:其中|另|分项|含|包括)[^（）()，,；;]{1,20})*"
_COUNT = re.compile(
    rf"[（(](?:(?:共|计|共计)?([0-9０-９]+|{_NUMBER})[项項条條件个個]{_FURTHER}|年中交办[0-9]+项)[）)]$"
)
_TOTAL = re.compile(
    r"^[（(]?(?:20[0-9]{2}年度?[，,])?(?:共|总计|合计|共计)([0-9０-９]+|"
    + _NUMBER
    + rf")[项項条條件个個](?:事项|任务|工作|实事)?{_FURTHER}[）)]?$"
)
_LONGEST = 60
_BEFORE = re.compile(r"[（(]?([0-9０-９]{1,3})(?:[、．)）]|\.(?![0-9]))\s*(?=\D)")


# The level of a line that heads items below any other heading: 二月：, 安全方面.
OF_A_LINE = 4
# The levels of the title of one of several lists, and of the name of a sheet that is one.
OF_A_LIST, OF_A_SHEET = 9, 10


class Heading(NamedTuple):
    """A heading: its level (0 第一部分, 1 一、, 2 （一）, 3 without a number), as printed."""

    level: int
    number: int | None
    title: str
    count: int | None  # type: ignore[assignment]  # the printed count; no one counts in a record
    printed: str


def read_heading(written: str) -> Heading | None:
    """The heading that a line is; None where it is none, such as a whole sentence."""
    heading = heading_of_cell(written)
    if heading is None or len(heading.title) > _LONGEST:
        return None
    return None if heading.title.endswith(tuple("。；！，、,;")) else heading


def heading_of_cell(written: str) -> Heading | None:
    """The heading that a cell is which stands for several rows: a whole sentence too."""
    text = clean_cell(written)
    folded = simplified(text)
    for level, form in _FORMS:
        if found := form.fullmatch(folded):
            title, count = split_count(text[found.start(2) :].strip())
            if title:
                return Heading(level, parse_number(found.group(1)), title, count, text)
    return None


def number_before(written: str) -> int | None:
    """The number that a text begins with: 3.修路, （3）修路, 3、修路; None where it has none."""
    found = _BEFORE.match(written)
    return parse_number(found.group(1)) if found else None


def split_count(title: str) -> tuple[str, int | None]:
    """A title and the count in brackets behind it: 深入推进战略落实（5项）."""
    found = _COUNT.search(title)
    if not found:
        return title, None
    return title[: found.start()].strip(), parse_number(found.group(1) or "")


def read_total(written: str) -> int | None:
    """The total that a line of its own says: （共18项）, 共计18项."""
    found = _TOTAL.match(clean_cell(written))
    return parse_number(found.group(1)) if found else None


_SERIAL = re.compile(
    r"[（(]?(?:第)?([0-9０-９]{1,4}|" + _NUMBER + r")(?:[.．、)）]|项|件)*|([①-⑳])"
)


_OF_A_PART = re.compile(
    r"(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})[.．\-－—–][0-9０-９]{1,3}"
)


def is_chinese_number(written: str) -> bool:
    """Whether a text is a number of Chinese numerals, with or without its marks: 一, （二）, 三、."""
    return re.fullmatch(rf"[（(]?第?{_NUMBER}(?:部分|类|章)?[）)]?[、．.]?", written) is not None


def read_serial(written: str) -> int | None:
    """The number that a cell of 序号 holds: 3, 3., （三）, ③, 3.0; None for anything else.

    2-3, 2.3 and 二-3 are the third of the second part.
    """
    text = clean_cell(written)
    if text.endswith(".0"):
        text = text[:-2]
    if _OF_A_PART.fullmatch(text):
        text = re.split(r"[.．\-－—–]", text)[1]
    found = _SERIAL.fullmatch(text)
    if not found:
        return None
    return ord(found.group(2)) - 0x245F if found.group(2) else parse_number(found.group(1))


_PAGE_NUMBER = re.compile(
    r"(?:第?[—–\-－·]*[0-9０-９]{1,4}[—–\-－·]*页?(?:[，,/]?共[0-9]+页)?|[0-9]{1,4}/[0-9]{1,4}|-?Page[0-9]+(?:of[0-9]+)?-?)"
)


def is_page_number(written: str) -> bool:
    """Whether a line is a page's number: — 3 —, 第3页 共8页."""
    return _PAGE_NUMBER.fullmatch("".join(written.split())) is not None
