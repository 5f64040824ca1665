"""A value of a spreadsheet as its cell shows it, by the code of its number format; of some codes it is not known.

ECMA-376, part 1, 18.8.31. What depends on the reader's own settings (the short date) is written
as 2026-09-01.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

# Excel in Chinese has these without saying what they are.
CHINESE = {
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    31: 'yyyy"年"m"月"d"日"',
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
_OF_THE_SYSTEM = re.compile(r"(general|mm-dd-yy|m/d/yy(?: h:mm)?|)", re.IGNORECASE)
_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+)\]'
    r"|(am/pm|a/p|上午/下午|y+|m+|d+|h+|s+|general|[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+|%|@)|([^\[\]eEgGaAbB])",
    re.IGNORECASE,
)
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH_AND_DAY = ("m/d", "mm/dd", "m-d", "mm-dd")


class Shown(NamedTuple):
    """What a cell shows; ``hidden`` says that its format shows nothing of it, ``certain`` that it is known."""

    text: str
    hidden: bool = False
    certain: bool = True


class _Token(NamedTuple):
    literal: str
    sign: str = ""


def shown(value: object, code: str) -> Shown:
    """A value as the code of its cell shows it."""
    if isinstance(value, bool):
        return Shown(str(value).upper())
    sections = _sections(code)
    if isinstance(value, str):
        return _text(value, sections)
    if isinstance(value, (datetime, date, time)):
        return _moment(value, code, sections)
    if isinstance(value, (int, float)):
        return _number(value, sections)
    return Shown(str(value), certain=False)


def plain(value: object) -> str:
    """A value as a cell without a format shows it."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}"
    return str(value)


def _text(value: str, sections: list[str]) -> Shown:
    """A text: the fourth section is for it, or one with @."""
    section = sections[3] if len(sections) == 4 else sections[-1]
    if len(sections) < 4 and "@" not in section:
        return Shown(value)
    tokens = _tokens(section)
    if tokens is None:
        return Shown(value, certain=not value)
    text = "".join(value if token.sign in ("@", "general") else token.literal for token in tokens)
    return Shown(text or value, hidden=not text.strip() and bool(value.strip()))


def _number(value: float, sections: list[str]) -> Shown:
    negative = value < 0
    of_number = sections[:3]
    if negative and len(of_number) > 1:
        section, value = of_number[1], abs(value)
    else:
        section = of_number[2] if value == 0 and len(of_number) > 2 else of_number[0]
    if section.lower() in ("general", "@"):
        return Shown(plain(value))
    tokens = _tokens(section)
    if tokens is None:
        return Shown(plain(value), certain=False)
    if not tokens:
        return Shown(plain(value), hidden=True)
    if sum(token.sign[:1] in tuple("#0?.") for token in tokens if token.sign) > 1:
        return Shown(plain(value), certain=False)
    percent = any(token.sign == "%" for token in tokens)
    text = "".join(_piece(abs(value), token, percent=percent) for token in tokens)
    if any(token.sign[:1].lower() in tuple("ymdhs") for token in tokens if token.sign):
        return Shown(plain(value), certain=False)
    return Shown(f"-{text}" if value < 0 else text)


def _piece(value: float, token: _Token, *, percent: bool) -> str:
    if token.sign in ("general", "@"):
        return plain(value)
    if token.sign[:1] not in tuple("#0?.") or not token.sign:
        return token.sign or token.literal
    whole, _point, decimals = token.sign.partition(".")
    number = Decimal(repr(value)) * (100 if percent else 1)
    step = Decimal(1).scaleb(-len(decimals))
    digits = f"{number.quantize(step, ROUND_HALF_UP):f}"
    first, _point, rest = digits.partition(".")
    least = whole.count("0")
    first = first.lstrip("0").rjust(least, "0")
    if "," in whole:
        first = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", first)
    needed = len(decimals.rstrip("#?"))
    while len(rest) > needed and rest.endswith("0"):
        rest = rest[:-1]
    return first + ("." + rest if "." in token.sign else "")


def _moment(value: date | time, code: str, sections: list[str]) -> Shown:
    if _OF_THE_SYSTEM.fullmatch(code.split(";")[0].strip()):
        return Shown(plain(value))
    tokens = _tokens(sections[0])
    if tokens is None:
        return Shown(plain(value), certain=False)
    if not tokens:
        return Shown(plain(value), hidden=True)
    bare = "".join(token.sign or token.literal for token in tokens).strip().lower()
    if isinstance(value, date) and bare in _MONTH_AND_DAY:
        return Shown(f"{value.month}月{value.day}日")
    if any(token.sign[:1] in tuple("#0?%@.") for token in tokens if token.sign):
        return Shown(plain(value), certain=False)
    twelve = any(token.sign.lower() in ("am/pm", "a/p", "上午/下午") for token in tokens)
    text = ""
    signs = [token.sign.lower() for token in tokens if token.sign]
    at = -1
    for token in tokens:
        if not token.sign:
            text += token.literal
            continue
        at += 1
        near = (signs[at - 1][:1] if at else "", signs[at + 1][:1] if at + 1 < len(signs) else "")
        piece = _of_moment(
            value, signs[at], minutes=near[0] == "h" or near[1] == "s", twelve=twelve
        )
        if piece is None:
            return Shown(plain(value), certain=False)
        text += piece
    return Shown(text.strip())


def _of_moment(value: date | time, sign: str, *, minutes: bool, twelve: bool) -> str | None:
    """What a sign of a format stands for; None where the value has no such part."""
    clock = (
        value.time()
        if isinstance(value, datetime)
        else value
        if isinstance(value, time)
        else time()
    )
    if sign[0] == "h":
        hour = (clock.hour % 12 or 12) if twelve else clock.hour
        return str(hour).rjust(min(len(sign), 2), "0")
    if sign[0] == "s":
        return str(clock.second).rjust(min(len(sign), 2), "0")
    if sign[0] == "m" and minutes and len(sign) < 3:
        return str(clock.minute).rjust(len(sign), "0")
    if sign in ("am/pm", "上午/下午"):
        return sign.split("/")[clock.hour >= 12].upper()
    if not isinstance(value, date):
        return None
    if sign[0] == "y":
        return f"{value.year % 100:02d}" if len(sign) < 3 else str(value.year)
    if sign[0] == "m":
        return _month(value.month, len(sign))
    return str(value.day).rjust(len(sign), "0") if len(sign) < 3 else _weekday(value, len(sign))


def _month(month: int, length: int) -> str:
    if length < 3:
        return str(month).rjust(length, "0")
    name = _MONTHS[month - 1]
    return name[:3] if length == 3 else name[:1] if length == 5 else name


def _weekday(value: date, length: int) -> str:
    name = _DAYS[value.weekday()]
    return name[:3] if length == 3 else name


@lru_cache(1024)
def _sections(code: str) -> list[str]:
    """The parts of a code: of positive numbers, negative ones, zero, and text."""
    parts = [""]
    for piece in re.findall(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]|.', code or "General", re.DOTALL):
        if piece == ";":
            parts.append("")
        else:
            parts[-1] += piece
    # Behind a ; Excel writes @ for texts, also where fewer than four sections stand before it.
    return [*parts[:3], parts[-1]] if len(parts) > 4 else parts


@lru_cache(1024)
def _tokens(section: str) -> tuple[_Token, ...] | None:
    """The pieces of a section; None where one is not known."""
    found, at = [], 0
    while at < len(section):
        match = _TOKEN.match(section, at)
        if match is None:
            return None
        quoted, escaped, currency, sign, literal = match.groups()
        at = match.end()
        if sign:
            found.append(_Token("", sign if sign[0] in "#0?.%@" else sign.lower()))
        elif text := quoted or escaped or currency or literal or "":
            found.append(_Token(text))
    return tuple(found)
