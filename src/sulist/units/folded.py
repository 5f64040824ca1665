"""The letters of a cell: layout white space, widths of punctuation, traditional characters.

The grammar is written once, in simplified characters and full-width punctuation. ``simplified``
brings any cell into that form and keeps its length, so a place found in the folded text
is the same place in the text as written, and names are cut from the latter.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sulist.base.invisible import invisible
from sulist.base.plain import one_width, simplified
from sulist.units.brackets import closing, is_inside_brackets
from sulist.units.vocabulary import AMONG, NOTES, ORDER_NOTES, REMARKS, THE_SAME_BELOW, TITLES

LINE = "\n"
SPACE = "\t"
_BEFORE_LAYOUT = "，。；：、（【〔/"  # white space after one of these is layout,
_AFTER_LAYOUT = "，。；：、（）【】〔〕/"  # and before one of those
LONGEST_CELL = 4000
LONGEST_STRETCH = 200  # between two marks; so that no text, however odd, takes long
_LABELS = ("单位：", "部门：")
_CIRCLED = dict.fromkeys(range(0x2460, 0x2474), "；")
_ROUND = str.maketrans("〔〕", "（）")
_NOT_NAMES = frozenset("（【0123456789").union(map(chr, _CIRCLED))  # what ``bare`` looks for


class Folded:
    """A cell without its layout: what is read, the same folded, and where each letter stood."""

    __slots__ = ("key", "origin", "written")

    def __init__(self, written: str, key: str, origin: tuple[int, ...]) -> None:
        self.written = written
        self.key = key
        self.origin = origin

    def slice(self, start: int, end: int) -> Folded:
        """The text from ``start`` to ``end``."""
        return Folded(self.written[start:end], self.key[start:end], self.origin[start:end])

    def without(self, start: int, end: int) -> Folded:
        """The text without what stands from ``start`` to ``end``."""
        before, after = self.slice(0, start), self.slice(end, len(self.key))
        return Folded(
            before.written + after.written, before.key + after.key, before.origin + after.origin
        )

    def with_mark(self, start: int, end: int) -> Folded:
        """The text with a 、 instead of what stands from ``start`` to ``end``."""
        before, after = self.slice(0, start), self.slice(end, len(self.key))
        return Folded(
            before.written + "、" + after.written,
            before.key + "、" + after.key,
            (*before.origin, self.origin[start], *after.origin),
        )


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """What two spellings of one name share: NFKC, nothing that is not seen, simplified characters."""
    return folded(name if is_of_one_width(name) else one_width(name))


def folded(text: str) -> str:
    """``text``, letter for letter, as the grammar is written: 〔〕 are brackets like any."""
    key = simplified(text)
    return key.translate(_ROUND) if "〔" in key or "〕" in key else key


def is_of_one_width(name: str) -> bool:
    """Whether there is nothing in ``name`` but ideographs and （）：, which NFKC leaves to ``simplified``."""
    letters = name if name.isalpha() else name.replace("（", "").replace("）", "").replace("：", "")
    return bool(letters) and min(letters) >= "一" and max(letters) <= "\u9fff"


def clean(cell: str) -> Folded:
    """``cell`` without layout: white space is gone, or is LINE or SPACE where it may separate.

    White space beside punctuation is layout; between two ASCII letters or digits it is
    part of a name; elsewhere a line break becomes LINE, anything else SPACE.
    """
    if cell.split(None, 1) == [cell] and not invisible(cell):
        return Folded(cell, folded(cell), tuple(range(len(cell))))
    letters: list[str] = []
    origin: list[int] = []
    gap = ""
    for place, letter in enumerate(cell):
        if letter.isspace():
            gap += letter
        elif not invisible(letter):
            if gap and (mark := _between(letters, letter, gap)):
                letters.append(mark)
                origin.append(place - 1)
            letters.append(letter)
            origin.append(place)
            gap = ""
    written = "".join(letters)
    return Folded(written, folded(written), tuple(origin))


def _between(letters: list[str], following: str, gap: str) -> str:
    if not letters:
        return ""
    last = letters[-1]
    if simplified(last) in _BEFORE_LAYOUT or simplified(following) in _AFTER_LAYOUT:
        return ""
    if (last + following).isascii() and last.isalnum() and following.isalnum():
        return " "
    return LINE if any(letter in "\n\r\v\f\u2028\u2029" for letter in gap) else SPACE


def bare(text: Folded) -> Folded:
    """``text`` without a bracket around all of it, notes in brackets, and numbering.

    【责任单位】 becomes a label with a colon, any other 【】 a separator.
    """
    text = without_frame(text)
    if _NOT_NAMES.isdisjoint(text.key):
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
    from sulist.units.shapes import collective, is_complete, speaks_of_duty

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


def without_frame(text: Folded) -> Folded:
    """``text`` without a bracket around all of it, and without marks behind all of it."""
    key = text.key.rstrip("。；，、")
    if key.startswith("（") and closing(key, 0) == len(key) - 1:
        return without_frame(text.slice(1, len(key) - 1))
    return text if len(key) == len(text.key) else text.slice(0, len(key))
