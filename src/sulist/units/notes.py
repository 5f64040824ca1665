"""What stands in a cell beside its names and is taken out: numbering, and notes in brackets."""

from __future__ import annotations

import re
from functools import cache

from sulist.units.folded import (
    CIRCLED,
    LINE,
    SPACE,
    Folded,
    closing,
    has_more_than_names,
    is_inside_brackets,
    without_frame,
)
from sulist.units.shapes import collective, is_complete, speaks_of_duty
from sulist.units.vocabulary import AMONG, NOTES, ORDER_NOTES, REMARKS, THE_SAME_BELOW, TITLES

_LABELS = ("单位：", "部门：")
_CIRCLED = dict.fromkeys(CIRCLED, "；")


def bare(text: Folded) -> Folded:
    """``text`` without a bracket around all of it, notes in brackets, and numbering.

    【责任单位】 becomes a label with a colon, any other 【】 a separator.
    """
    text = without_frame(text)
    if not has_more_than_names(text):
        return text
    text = _without_notes(_without_numbers(_without_gaps_in_brackets(text)))
    key = text.key
    if "【" in key:
        key = re.sub("【([^【】：]*)】", r"；\1：", key).replace("【", "；").replace("】", "；")
    return Folded(text.written, key, text.origin)


def _without_gaps_in_brackets(text: Folded) -> Folded:
    """White space inside a bracket parts no names: it is layout."""
    if "（" not in text.key:
        return text
    gaps = [at for at, letter in enumerate(text.key) if letter in (LINE, SPACE)]
    for at in reversed(gaps):
        if is_inside_brackets(text.key, at):
            text = text.without(at, at + 1)
    return text


def _without_numbers(text: Folded) -> Folded:
    """1. or （1） before a name is taken out; ① separates."""
    text = Folded(text.written, text.key.translate(_CIRCLED), text.origin)
    text = _at_later_numbers(text)
    for match in reversed(list(_number().finditer(text.key))):
        if is_inside_brackets(text.key, match.start("number")):
            continue
        if match[0][0] in (LINE, SPACE):  # a number says that something new begins
            text = text.with_mark(match.start(), match.end("number"))
        else:
            text = text.without(match.start("number"), match.end("number"))
    return text


def _at_later_numbers(text: Folded) -> Folded:
    """（1）市住建局（2）市城管局: where the first name has a number, the next numbers begin a name too."""
    first = _first_number().match(text.key)
    if first is None:
        return text
    ones = _FIGURES if first["figure"] == "1" else _NUMERALS
    at = first.end()
    for numeral in ones[1:]:
        mark = f"{first['opening']}{numeral}{first['closing']}"
        place = text.key.find(mark, at)
        if place < 0 or is_inside_brackets(text.key, place):
            break
        at = place + len(mark)
        if text.key[place - 1] not in "，；。、\n\t":
            text = text.with_mark(place, at)
            at = place + 1
    return text


_FIGURES = tuple(map(str, range(1, 21)))
_NUMERALS = tuple("一二三四五六七八九十")


@cache
def _first_number() -> re.Pattern[str]:
    return re.compile("(?P<opening>（?)(?P<figure>1|一)(?P<closing>[）.、])(?=[^0-9])")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[，；。、\n\t])(?P<number>（[一二三四五六七八九十]{1,3}）|（[0-9]{1,2}）|[0-9]{1,2}[\t\n]?[）.、])(?=[^0-9])"
    )


def _without_notes(text: Folded) -> Folded:
    """A bracket that is no part of a name is taken out: of persons, telephones, numbers, the order of units."""
    start = text.key.find("（")
    while start >= 0:
        end = closing(text.key, start) + 1
        inside, after = text.key[start + 1 : end - 1], text.key[end : end + 1]
        if start and after != "：" and (is_about_order(inside) or inside.startswith(AMONG)):
            spared = _spared_from_order().match(inside)
            skipped = len(spared[0]) if spared else 0
            order = "，" * skipped + inside[skipped:]
            key = f"{text.key[:start]}，{order}，{text.key[end:]}"
            text = Folded(text.written, key, text.origin)
        elif is_a_note(inside):
            text, end = text.with_mark(start, end), start
        elif THE_SAME_BELOW in inside:
            words = _same_below().search(inside)
            cut = words.span() if words else (0, 0)
            text = text.without(start + 1 + cut[0], start + 1 + cut[1])
            end -= cut[1] - cut[0]
        start = text.key.find("（", end)
    return text


@cache
def _spared_from_order() -> re.Pattern[str]:
    """What a rule about the order says it does not hold for: 除标注“分别牵头”外，列第一位为牵头单位."""
    return re.compile("除(?:已|另有|特别)?(?:标注|注明|标明|明确|说明)[^，；。]{0,12}外，")


def is_about_order(inside: str) -> bool:
    """Whether words in a bracket speak of the first of the units: 列第一位者为牵头单位."""
    return any(map(inside.__contains__, ORDER_NOTES))


def is_a_note(inside: str) -> bool:
    """Whether the words of a bracket are no part of a name: 责任人：张三, 局长李四, 2项, 排名不分先后, 下同."""
    if inside.strip("，、；。") in (THE_SAME_BELOW, *REMARKS) or _count().fullmatch(inside):
        return True
    if any(map(inside.__contains__, NOTES)):
        return not any(map(inside.__contains__, _LABELS))  # 联系人：张三，配合单位：区水务局
    if not any(map(inside.__contains__, TITLES)):
        return False
    is_an_office = is_complete(inside) or collective(inside) is not None  # 书记办公室
    return not is_an_office and not speaks_of_duty(inside)


@cache
def _count() -> re.Pattern[str]:
    return re.compile(
        "共?(?:计|有)?[0-9〇一二三四五六七八九十百两]+(?:个|家)?(?:项|件|条|个|家|人|名|单位|部门|事项|任务|项目)"
    )


@cache
def _same_below() -> re.Pattern[str]:
    return re.compile(f"[，；。、]?(?:以下|下文)?{THE_SAME_BELOW}[，；。]?")
