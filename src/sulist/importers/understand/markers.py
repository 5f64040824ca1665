"""The numbers that paragraphs begin with: 一、, （一）, 1., ⑴, ①, 第3项, 一是."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMERAL = "[一二三四五六七八九十]{1,3}"
# A number of one form is followed by the next of that form, whatever stands between them.
_FORMS = (
    (
        "chapter",
        re.compile(
            rf"第\s*({_NUMERAL}|[0-9０-９]{{1,2}})\s*(?:部分|章|类|篇|编|方面)[：:、，．.\s]*"
        ),
    ),
    ("section", re.compile(rf"第\s*({_NUMERAL}|[0-9]{{1,2}})\s*节[：:、，．.\s]*")),
    (
        "item",
        re.compile(
            rf"第\s*({_NUMERAL}|[0-9０-９]{{1,3}})\s*(?:[项件][：:、，．.\s]*|号(?:[：:、，．.\s]+|(?=关于)))"
        ),
    ),
    ("article", re.compile(rf"第\s*({_NUMERAL}|[0-9]{{1,3}})\s*条[：:、，．.\s]*")),
    (
        "named",
        re.compile(
            rf"(?:问题|任务|事项|措施|举措|实事|项目|工程|议题|行动)\s*({_NUMERAL}|[0-9０-９]{{1,3}})[：:、．.\s]+"
        ),
    ),
    ("chinese", re.compile(rf"({_NUMERAL})[、．.，]")),
    ("bracketed", re.compile(rf"[（(]\s*({_NUMERAL})\s*[)）][、．.]?|([㈠-㈩])[、．.]?")),
    ("counted", re.compile(rf"({_NUMERAL})是[，,:：]?")),
    (
        "arabic",
        re.compile(
            r"([0-9０-９]{1,4})(?:[、)）]|[.．﹒。](?![0-9０-９])|[.．﹒。](?=20[0-9]{2}\s*年|1?[0-9]\s*月))|([⒈-⒛])"
        ),
    ),
    ("half", re.compile(r"[（(]([0-9０-９]{1,4})[)）][、．.]?|([⑴-⒇])[、．.]?")),
    ("ring", re.compile(r"([①-⑳])[、．.]?")),
)
_BULLET = re.compile(r"[●■★◆▲◇□○•▪➢※✦]\s*|[-*]\s+(?=[\u3400-\u9fff])")
_DOTTED = re.compile(
    r"([0-9]{1,2}(?:[.．][0-9]{1,2}){1,3})(?:[.．、]|\s+|(?=[\u3400-\u9fff“《]))(?![0-9亿万千百个倍元米公吨年月日户家])"
)
# 11.121人才工程 behind 10., but not 3.5亿元
_BEFORE_DIGITS = re.compile(
    r"([0-9]{1,3})[.．](?=[0-9]{3}|[0-9]{1,2}[\u3400-\u9fff“《]|5G(?!Hz))(?![0-9]+[亿万千百个倍元米公吨年月日户家亩度%％])"
)
_MOST_LEFT_OUT = 3  # of the numbers before it
_BARE = re.compile(r"([0-9０-９]{1,4})[ \t\u3000]+(?=[\u3400-\u9fff“《])(?![年月日个家项条人户座])")
_FIRST_OF_SIGNS = {"㈠": 0x3220, "⒈": 0x2488, "⑴": 0x2474, "①": 0x2460}


class NumberMark(NamedTuple):
    """A number that a paragraph begins with: its form, and where what it numbers begins."""

    form: str
    number: int | None
    end: int
    printed: str = ""  # where that is more than the number: 1.2


def marker_of(
    line: str, expected: int = 1, dotted: Mapping[str, int] = MappingProxyType({})
) -> NumberMark | None:
    """The marker of a line, whose layout still stands; None where it has none.

    A number with nothing but white space behind it is one only where it is ``expected``, 11.121工程 only
    where it or few before it are; 1.2 only where 1.1 was: ``dotted`` are the last numbers below each.
    1.1.1 always is one.
    """
    if found := _DOTTED.match(line):
        printed = found.group(1).replace("．", ".")
        *above, last = printed.split(".")
        if len(above) > 1:
            return NumberMark(f"dotted {len(above)}", None, found.end(), printed)
        if int(last) in (1, dotted.get(above[0], 0) + 1):
            return NumberMark("dotted", int(last), found.end(), printed)
    if found := _BULLET.match(line):
        return NumberMark("bullet", None, found.end())
    for form, pattern in _FORMS:
        if found := pattern.match(line):
            return NumberMark(
                form, _value(next(group for group in found.groups() if group)), found.end()
            )
    found = _BEFORE_DIGITS.match(line)
    number = _value(found.group(1)) if found else None
    if found and number and not dotted and expected <= number <= expected + _MOST_LEFT_OUT:
        return NumberMark("arabic", number, found.end())
    found = _BARE.match(line)
    if found and _value(found.group(1)) in (1, expected):
        return NumberMark("arabic", _value(found.group(1)), found.end())
    return None


def _value(written: str) -> int | None:
    first = max((code for code in _FIRST_OF_SIGNS.values() if code <= ord(written[0])), default=0)
    if written[0] in "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩" or 0x2460 <= ord(written[0]) <= 0x249B:
        return ord(written[0]) - first + 1
    return parse_number(written)
