"""Where one unit ends and the next begins: separators, 和, 等, line breaks, and none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.units import words
from sulist.units.model import Part
from sulist.units.shapes import (
    collective,
    is_complete,
    is_functional,
    is_kind,
    is_scope,
    kind_seat,
    level_of,
)
from sulist.units.text import LINE, SPACE, without_brackets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sulist.roster import Roster
    from sulist.units.text import Text

_MARKS = {"、": "、", ".": "、", "/": "、", "|": "、", "，": "，", "；": "；", "。": "；", LINE: LINE, SPACE: SPACE}
_CONJUNCTIONS = ("以及", "及其", "和", "及", "与", "暨")
_NOT_THE_OPEN_LIST = "高中初平同对均优劣上"


def at_marks(text: Text, roster: Roster | None) -> list[Part]:
    """The text cut at every mark that stands outside brackets and names of the roster."""
    whole = Part(text.written, text.key, 0, "")
    parts: list[Part] = []
    start, before, depth = 0, "", 0
    kept = _kept(text.key, roster)
    for place, letter in enumerate(text.key):
        depth += (letter in "（〔") - (letter in "）〕")
        mark = _MARKS.get(letter)
        if mark is None or depth > 0 or place in kept or _is_inside_a_word(text.key, place):
            continue
        if place > start:
            parts.append(whole.cut(start, place, before))
            before = mark
        elif mark in "，；":
            before = mark
        start = place + 1
    if start < len(text.key):
        parts.append(whole.cut(start, len(text.key), before))
    return _joined_lines(_joined_names(parts, whole), text)


def _is_inside_a_word(key: str, place: int) -> bool:
    """Whether a . or / stands between two ASCII letters: a name from elsewhere."""
    around = key[place - 1 : place] + key[place + 1 : place + 2]
    return key[place] in "./" and len(around) == 2 and around.isascii()


def _joined_names(parts: list[Part], whole: Part) -> list[Part]:
    """区、镇两级政府 and 市委、市政府督查室 are one name each: the mark stands inside it."""
    joined: list[Part] = []
    for part in parts:
        while joined and part.before == "、" and _is_one_name(joined[-1].key, part.key):
            last = joined.pop()
            part = whole.cut(last.start, part.end, last.before)
        joined.append(part)
    return joined


def _is_one_name(left: str, right: str) -> bool:
    if is_scope(left) and any(number + "级" in right for number in "两二三四五"):
        return True
    level, rest = level_of(right)
    if left.removesuffix("委") != level or not level or not rest.startswith("政府"):
        return False
    return rest.removeprefix("政府") not in ("", "办", "办公室", "办公厅")


def _kept(key: str, roster: Roster | None) -> frozenset[int]:
    """The places of ``key`` inside a roster name that itself contains a mark."""
    found: set[int] = set()
    for name in roster.names_with(_MARKS) if roster else ():
        at = key.find(name)
        while at >= 0:
            found.update(range(at, at + len(name)))
            at = key.find(name, at + 1)
    return frozenset(found)


def _joined_lines(parts: list[Part], text: Text) -> list[Part]:
    """Lines and spaces that do not separate are taken out: 区市场监管⏎局 is one name."""
    joined: list[Part] = []
    for part in parts:
        if part.before not in (LINE, SPACE):
            joined.append(part)
        elif not joined or _separates(joined[-1].key, part.key):
            part.before = "、" if joined else ""
            joined.append(part)
        else:
            last = joined[-1]
            last.written = last.name = last.written + part.written
            last.key += part.key
            last.end = part.end
    return joined


def _separates(left: str, right: str) -> bool:
    """Whether a line break or a space between two texts is a separator.

    It is where both could stand alone; 市委⏎组织部 and 人民银行⏎赣州市分行 are one name each.
    """
    if right.startswith(tuple(words.LABEL_WORDS.split("|"))) or left.endswith("："):
        return True
    if is_complete(right) and right.endswith(words.PARTS_OF_A_UNIT):
        return level_of(right)[0] != "" and is_complete(left)
    if right in words.PARTY_ORGANS or right in ("人民政府", "办公室", "办公厅", "管委会"):
        return False
    if left.startswith(words.CENTRAL) and left.endswith(("总局", "总署", "集团", "公司")):
        return bool(right.startswith(words.CENTRAL))
    return (is_complete(left) or collective(left) is not None) and len(right) > 2


def finely(parts: Iterable[Part], roster: Roster | None) -> list[Part]:
    """The parts cut further: at 等, at 和, and where two names only stand side by side."""
    found: list[Part] = []
    for part in parts:
        if roster and roster.canonical(part.key):
            found.append(part)
            continue
        for stretch in _at_open_list(part):
            for piece in _at_conjunctions(stretch, roster):
                found += _side_by_side(piece, roster)
    return [part for part in found if part.key]


def _at_open_list(part: Part) -> Iterator[Part]:
    """X等Y: X, its list open, and Y where Y says more than 单位."""
    at = _open_list(part.key)
    if at < 0:
        yield part
        return
    head = part.cut(0, at, part.before)
    tail = part.cut(at + 1, len(part.key), "等")
    if tail.key.startswith("等"):
        tail = tail.cut(1, len(tail.key), "等")
    noun = _until_conjunction(tail.key)
    if not noun or _says_nothing(noun) or is_kind(noun):
        head.open = True
        head.kind_after = noun if noun in words.LEVELS or noun == "部门" else ""
        yield head
        rest = tail.key[len(noun) :]
        word = next((word for word in _CONJUNCTIONS if rest.startswith(word)), "")
        if rest and word and len(rest) > len(word):
            yield from _at_open_list(tail.cut(len(noun) + len(word), len(tail.key), "和"))
        return
    yield head
    for place, rest in enumerate(_at_open_list(tail)):
        rest.after_open = place == 0
        yield rest


def _open_list(key: str) -> int:
    at = key.find("等")
    while at >= 0:
        rest = key[at + 1 :].lstrip("等")
        inside = key.count("（", 0, at) > key.count("）", 0, at)
        if at and not inside and key[at - 1] not in _NOT_THE_OPEN_LIST:
            noun = _until_conjunction(rest)
            if not rest or _says_nothing(noun) or collective(rest) or is_kind(noun):
                return at
            if rest[0] in words.LEVELS and is_complete(key[:at]) and is_complete(rest):
                return at
            if _first_conjunction(rest):
                return at
        at = key.find("等", at + 1)
    return -1


def _first_conjunction(rest: str) -> bool:
    return any(
        conjunction in rest and collective(rest.partition(conjunction)[0]) is not None
        for conjunction in _CONJUNCTIONS
    )


def _says_nothing(rest: str) -> bool:
    """After 等: 单位, 部门, 有关单位, 12个部门 add nothing to the open list."""
    rest = rest.lstrip("多0123456789一二三四五六七八九十两几余").removeprefix("个").removeprefix("家")
    for word in words.QUANTIFIERS:
        if rest.startswith(word) and rest != word:
            return rest.removeprefix(word) == "单位"
    return rest in words.CATEGORY or rest.replace("和", "").replace("部门单位", "单位") in (
        "单位",
        "企业",
        "部门",
    )


def _at_conjunctions(part: Part, roster: Roster | None) -> Iterator[Part]:
    """X和Y, where both are names; 工业和信息化局 and 有关部门和单位 stay whole."""
    key = part.key
    for place in range(1, len(key)):
        word = next((w for w in _CONJUNCTIONS if key.startswith(w, place)), "")
        if not word or key.count("（", 0, place) > key.count("）", 0, place):
            continue
        left, right = key[:place], key[place + len(word) :]
        if right and _conjoins(left, word, right, roster):
            head = part.cut(0, place, part.before)
            rest = part.cut(place + len(word), len(key), "和")
            yield head
            rest.open, rest.kind_after = part.open, part.kind_after
            head.after_open = part.after_open
            yield from _at_conjunctions(rest, roster)
            return
    yield part


def _conjoins(left: str, word: str, right: str, roster: Roster | None) -> bool:
    if roster and roster.canonical(left) and roster.canonical(right):
        return True
    if _is_one_name(left, right):
        return False
    if word == "和" and ("和" + right).startswith(words.NAMES_WITH_AND):
        return False
    if collective(left) is not None and _until_conjunction(right) in words.JOINED_BY_AND:
        return False
    if is_scope(left):
        found = collective(right)
        return len(left) > 1 and (is_scope(right) or (found is not None and is_scope(found.scope)))
    if not (is_complete(left) or is_kind(left) or collective(left) is not None):
        return False
    if left[-1] in words.LEVELS and right[-1:] in words.LEVELS and len(right) == 2:
        return False  # 天津市和平区
    right = right.partition("等")[0] or right
    return _may_stand(right) or _has_unit_before_conjunction(right)


def _until_conjunction(right: str) -> str:
    ends = [at for word in _CONJUNCTIONS if (at := right.find(word)) > 0]
    return right[: min(ends, default=len(right))]


def _may_stand(right: str) -> bool:
    if is_kind(right) or kind_seat(right) is not None or collective(right) is not None:
        return True
    return is_complete(right) and len(without_brackets(right)) > 1


def _has_unit_before_conjunction(right: str) -> bool:
    return any(
        word in right and _may_stand(right.partition(word)[0]) for word in _CONJUNCTIONS
    )


def _side_by_side(part: Part, roster: Roster | None) -> Iterator[Part]:
    """Names with nothing between them, where the roster or the shape leaves no doubt."""
    cuts = _by_the_roster(part.key, roster) or _by_the_shape(part.key)
    start, before = 0, part.before
    for end in (*cuts, len(part.key)):
        piece = part.cut(start, end, before)
        last = end == len(part.key)
        piece.open = part.open and last
        piece.kind_after = part.kind_after if last else ""
        piece.after_open = part.after_open and not start
        if cuts:
            piece.why = "side"
        yield piece
        start, before = end, "、"


def _by_the_roster(key: str, roster: Roster | None) -> tuple[int, ...]:
    """Where to cut ``key`` into two or more names of the roster and nothing else."""
    if not roster or len(key) < 4:
        return ()
    best: dict[int, tuple[int, ...]] = {0: ()}
    for end in range(2, len(key) + 1):
        for start in range(end - 2, -1, -1):
            if start in best and roster.canonical(key[start:end]):
                best[end] = (*best[start], start) if start else ()
                break
    return best.get(len(key), ())


def _by_the_shape(key: str) -> tuple[int, ...]:
    """市政府有关部门|市直有关单位, 县属|驻县各单位, 区财政局|区农办."""
    return _after_a_collective(key) or _two_scopes(key) or _bureaus_in_a_row(key)


def _after_a_collective(key: str) -> tuple[int, ...]:
    for place in range(2, len(key) - 2):
        left, right = key[:place], key[place:]
        if _ends_collective(left) and _opens_collective(right):
            return (place, *(place + cut for cut in _after_a_collective(right)))
    return ()


def _ends_collective(left: str) -> bool:
    if left.startswith("各") and is_kind(left[1:]):
        return True
    return left == "各地" or (left.endswith(("部门", "单位", "）")) and collective(left) is not None)


def _opens_collective(right: str) -> bool:
    found = collective(right)
    opens = right.startswith("各") or (is_scope(right[:2]) and right[1] in words.SCOPE_MARKS + "区市")
    return opens and found is not None and found.noun.endswith(words.HEADS)


def _two_scopes(key: str) -> tuple[int, ...]:
    if len(key) < 5 or key[0] not in words.LEVELS:
        return ()
    scope, following = key[:2], key[2:4]
    marks = (scope[1], following[1]) if following[0] == key[0] else (scope[1], following[0])
    level = following[1] if following[0] == "驻" else following[0]
    if scope[1] in "直属" and marks[1] in "直属驻" and level == key[0] and is_scope(following):
        return (2, *(2 + cut for cut in _two_scopes(key[2:])))
    return ()


def _bureaus_in_a_row(key: str) -> tuple[int, ...]:
    """区财政局区农办: the same level before bureaus that leave nothing unexplained."""
    level = key[0]
    if level not in "省市区县旗" or key == f"{level}纪委{level}监委" or key.count(level) < 2:
        return ()
    cuts = [0]
    for place in range(3, len(key)):
        if key[place] == level and is_functional(key[cuts[-1] + 1 : place]):
            cuts.append(place)
    return tuple(cuts[1:]) if len(cuts) > 1 and is_functional(key[cuts[-1] + 1 :]) else ()
