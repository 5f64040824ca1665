"""Where names meet without a mark: at 等, at 和, or side by side."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING

from sulist.units import vocabulary
from sulist.units.cut import count_of_row, without_count
from sulist.units.folded import Stretch, is_inside_brackets, without_brackets
from sulist.units.shapes import (
    collective,
    is_complete,
    is_functional,
    is_kind,
    is_one_name,
    is_scope,
    kind_seat,
    level_of,
    rule_together,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.units.roster import Roster

_ALSO = "并"  # inside a stretch it only joins a collective: 县直各部门并有关单位, not 兼并重组办
_CONJUNCTIONS = ("以及", "及其", "和", "及", "与", "暨", _ALSO)
_WORDS_WITH_DENG = "高中初平同对均优劣上"  # 高等, 平等
_IN_CONJUNCTIONS = frozenset(word[0] for word in _CONJUNCTIONS)
_ENDS_OF_COLLECTIVES = ("部门", "单位", "）")
_NUMBERS = "多余几两一二三四五六七八九十"
_FIGURES = _NUMBERS + "0123456789"


def cut(parts: list[Stretch], roster: Roster | None) -> list[Stretch]:
    """The parts cut further; a name of the roster is never cut."""
    if all(_is_one(part.key, roster) for part in parts):
        return parts
    found: list[Stretch] = []
    parts = [without_count(_without_opening(part, roster)) for part in parts]
    for part, following in itertools.zip_longest(parts, parts[1:]):
        if part.key[:1] == "等" and found:
            noun = part.key[1:]
            found[-1].open = not noun or _says_nothing(noun)
            if found[-1].open:
                continue
            part = part.cut(1, len(part.key), part.before)
            part.after_open = True
        if (roster is not None and roster.canonical(part.key)) or _is_one(part.key, roster):
            found.append(part)
        else:
            found += _pieces(part, roster, following)
    return [part for part in found if part.key]


def cut_apart(part: Stretch, roster: Roster | None) -> list[Stretch]:
    """The parts that ``part`` is cut into whatever follows it; none where that matters."""
    goes_on = part.key[:1] == "等"
    if not goes_on and roster is not None and roster.canonical(part.key):
        return [part]
    if goes_on or _opening_word(part.key) or count_of_row(part.key):
        return []
    if any(_may_open_a_run(left, right) for left, _word, right in _conjunctions(part.key)):
        return []
    return [piece for piece in _pieces(part, roster, None) if piece.key]


@lru_cache(maxsize=8192)
def _is_one(key: str, roster: Roster | None) -> bool:
    """Whether ``key`` is a name, and there is nothing to cut in it, whatever follows it."""
    if key[:1] in ("", "等"):
        return False
    if roster is not None and roster.canonical(key):
        return True
    if _opening_word(key) or count_of_row(key):
        return False
    whole = Stretch(key, key, 0)
    return [*_pieces(whole, roster, None)] == [whole] and not any(
        _may_open_a_run(left, right) for left, _word, right in _conjunctions(key)
    )


def _pieces(part: Stretch, roster: Roster | None, following: Stretch | None) -> Iterator[Stretch]:
    for stretch in _at_open_list(part):
        for piece in _at_conjunctions(stretch, roster, following):
            yield from _side_by_side(piece, roster)


# --- 区住建局，以及各镇: a word beside a mark says no more than the mark -------------------------


def _without_opening(part: Stretch, roster: Roster | None) -> Stretch:
    if not (word := _opening_word(part.key)) or (roster is not None and roster.canonical(part.key)):
        return part
    rest = part.cut(len(word), len(part.key), "其" if word == "及其" else part.before)
    rest.open, rest.kind_after, rest.after_open = part.open, part.kind_after, part.after_open
    return rest


def _opening_word(key: str) -> str:
    """The word before a name that only joins it to the one before: 和区城管局, 并各乡镇; not in 和平区."""
    if key[:1] not in _IN_CONJUNCTIONS:
        return ""
    word = _conjunction(key)
    rest = key[len(word) :]
    if not word or not _may_stand(rest) or _is_a_place(" ", word, rest):
        return ""
    if word == "以及" or (word in "并与及" and not key.endswith(vocabulary.PLACES)):
        return word  # but 并州路街道, 与儿街
    is_told = level_of(rest)[0] or is_functional(rest) or rest.startswith(vocabulary.CENTRAL)
    return word if is_told or collective(rest) is not None or not _may_begin(key) else ""


def _may_begin(key: str) -> bool:
    """Whether a name may begin with 和 or 暨: 和义街道办, 和诚公司, 暨南大学; not 和潭东镇财政所."""
    stem = next((at for at, letter in enumerate(key) if letter in "区县市旗镇乡村街社"), len(key))
    return stem < 3 or "暨南大学" in key or key.endswith(("公司", "集团", "学", "学院", "学校"))


# --- 区经发局等有关部门 -----------------------------------------------------------------------


def _at_open_list(part: Stretch) -> Iterator[Stretch]:
    """X等Y: X, its list open; and Y, where Y says more than 单位."""
    at = _open_list(part.key)
    if at < 0:
        yield part
        return
    end = at + 2 if part.key.startswith("等等", at) else at + 1
    head, tail = part.cut(0, at, part.before), part.cut(end, len(part.key), "等")
    if word := _conjunction(tail.key):  # 区妇联等和各镇
        head.open = True
        yield head
        joint = "其" if word == "及其" else "和"
        yield from _at_open_list(tail.cut(len(word), len(tail.key), joint))
        return
    noun = tail.key if _says_nothing(tail.key) else _until_conjunction(tail.key)
    head.open = not noun or _says_nothing(noun) or is_kind(_uncounted(noun)) or _counts(noun)
    head.kind_after = _shared_kind(noun)
    yield head
    if not head.open:
        tail.after_open = True
    else:
        rest = tail.key[len(noun) :]
        word = _conjunction(rest) or rest
        tail = tail.cut(len(noun) + len(word), len(tail.key), "和")
    if tail.key:
        yield from _at_open_list(tail)


def _shared_kind(noun: str) -> str:
    """区 of 天河、海珠等区, 部门 of 教育、公安等有关部门, else nothing."""
    if _uncounted(noun) in vocabulary.LEVELS:
        return _uncounted(noun)
    return next((field for field in vocabulary.FIELD_NOUNS if noun.endswith(field)), "")


def _open_list(key: str) -> int:
    """The place of a 等 in ``key`` that ends a list, or -1."""
    at = key.find("等", 1)
    while at > 0:
        rest = key[at + 1 :].removeprefix("等")
        inside_a_word = key[at - 1] in _WORDS_WITH_DENG or is_inside_brackets(key, at)
        if not inside_a_word and (not rest or _may_follow(key[:at], rest)):
            return at
        at = key.find("等", at + 1)
    return -1


def _conjunction(text: str) -> str:
    """和 of 和各镇, 及 of 及其他各镇; else nothing."""
    return next((w for w in _CONJUNCTIONS if text.startswith(w) and not _is_other(text, w)), "")


def _is_other(text: str, word: str) -> bool:
    """其他 in 及其他单位."""
    return word == "及其" and text[2:3] in tuple("他它余")


def _may_follow(named: str, rest: str) -> bool:
    if word := _conjunction(rest):
        return _may_stand(rest[len(word) :]) or _may_stand(_until_conjunction(rest[len(word) :]))
    noun = _until_conjunction(rest)
    if (
        _says_nothing(noun)
        or is_kind(_uncounted(noun))
        or (is_complete(named) and is_complete(rest))
    ):
        return True
    return collective(noun) is not None or collective(rest) is not None


def _uncounted(noun: str) -> str:
    """镇 of 5个镇."""
    return noun.lstrip(_FIGURES).removeprefix("个").removeprefix("家")


def _counts(noun: str) -> bool:
    """6家分（子）公司 after 建设分公司等: how many the list has, and what they are."""
    return noun[:1] in _FIGURES and noun.lstrip(_FIGURES)[:1] in ("个", "家")


def _says_nothing(noun: str) -> bool:
    """单位, 部门, 有关单位, 12个部门: nothing that 等 has not said."""
    noun = _uncounted(noun)
    for word in vocabulary.QUANTIFIERS:
        if noun.startswith(word):
            return noun.removeprefix(word) in ("单位", "责任单位")
    return noun in vocabulary.CATEGORY


# --- 区财政局和区农办, but not 工业和信息化局 ---------------------------------------------------


def _at_conjunctions(
    part: Stretch, roster: Roster | None, following: Stretch | None
) -> Iterator[Stretch]:
    for left, word, right in _conjunctions(part.key):
        if _conjoins(left, word, right, roster) or _opens_a_run(left, right, following):
            place = len(left)
            head = part.cut(0, place, part.before)
            rest = part.cut(place + len(word), len(part.key), "其" if word == "及其" else "和")
            head.after_open = part.after_open
            rest.open, rest.kind_after = part.open, part.kind_after
            yield head
            yield from _at_conjunctions(rest, roster, following)
            return
    yield part


def _conjunctions(key: str) -> Iterator[tuple[str, str, str]]:
    """Each conjunction in ``key`` outside brackets, with what stands before and after it."""
    if _IN_CONJUNCTIONS.isdisjoint(key):
        return
    for place in range(1, len(key) - 1):
        if key[place] not in _IN_CONJUNCTIONS:
            continue
        word = _conjunction(key[place : place + 3])
        if word and not is_inside_brackets(key, place):
            yield key[:place], word, key[place + len(word) :]


def _conjoins(left: str, word: str, right: str, roster: Roster | None) -> bool:
    """Whether ``word`` stands between two names, and not inside one."""
    if roster is not None and roster.canonical(left) and roster.canonical(right):
        return True
    if is_one_name(left, right) or _is_a_place(left, word, right):
        return False
    if word == "与" and left in vocabulary.LOOKED_AFTER and is_complete(right):
        return False  # 实验室与设备管理处 is one office
    if rule_together(left, right):
        return False  # 各县党委和政府: cut when what is shared is back
    if word == _ALSO and not ((found := collective(right)) and found.quantifier):
        return False
    first = _until_conjunction(right)
    if is_scope(left):
        found = collective(right)
        return len(left) > 1 and (is_scope(right) or (found is not None and is_scope(found.scope)))
    if collective(left) is not None:
        return first not in vocabulary.JOINED_BY_AND and (_may_stand(right) or _may_stand(first))
    may_end = is_complete(left) or is_kind(left) or left in vocabulary.BUREAU_LETTERS  # 委和各机构
    return may_end and (_may_stand(right) or _may_stand(first))


def _opens_a_run(left: str, right: str, following: Stretch | None) -> bool:
    """龙岭镇和东山、蓉江街道: 东山 will take its ending from what follows."""
    if following is None or following.before != "、":
        return False
    return following.key.endswith(vocabulary.PLACES) and _may_open_a_run(left, right)


def _may_open_a_run(left: str, right: str) -> bool:
    of_a_place = left.endswith(vocabulary.PLACES) and is_complete(left)
    return of_a_place and 2 <= len(right) <= 3 and not is_complete(right)


def _is_a_place(left: str, word: str, right: str) -> bool:
    """天津市和平区, 安徽省和县: the 和 opens the name of a place."""
    if word != "和" or right.startswith(vocabulary.PARTED_BY_AND):
        return False
    short = left[-1] in vocabulary.LEVELS and len(right) == 2 and right[1] in vocabulary.LEVELS
    name = "和" + right
    place = next((place for place in vocabulary.PLACES_WITH_AND if name.startswith(place)), "")
    is_a_place = bool(place) and (name == place or name[len(place)] in vocabulary.AFTER_PLACES)
    return short or is_a_place or name.startswith(vocabulary.WORDS_WITH_AND)


def _until_conjunction(text: str) -> str:
    places = [at for word in _CONJUNCTIONS if (at := text.find(word)) > 0]
    return text[: min(places, default=len(text))]


def _may_stand(right: str) -> bool:
    """Whether ``right`` can be a name by itself."""
    if is_kind(right) or kind_seat(right) is not None or collective(right) is not None:
        return True
    return is_complete(right) and len(without_brackets(right)) > 1


# --- 市政府有关部门|市直有关单位, 县属|驻县各单位, 区财政局|区农办 -----------------------------


def _side_by_side(part: Stretch, roster: Roster | None) -> Iterator[Stretch]:
    """Names with nothing between them, where the roster or the shape leaves no doubt."""
    is_known = roster is not None and roster.canonical(part.key) is not None
    cuts = () if is_known else _by_the_roster(part.key, roster) or _by_the_shape(part.key)
    if not cuts:
        yield part
        return
    for start, end in zip((0, *cuts), (*cuts, len(part.key)), strict=True):
        piece = part.cut(start, end, "、" if start else part.before)
        piece.why = "side"
        piece.after_open = part.after_open and not start
        if end == len(part.key):
            piece.open, piece.kind_after = part.open, part.kind_after
        yield piece


def _by_the_roster(key: str, roster: Roster | None) -> tuple[int, ...]:
    """Where to cut ``key`` into two or more names of the roster and nothing else."""
    if not roster or len(key) < 4:
        return ()
    known = roster.keys_in(key)
    cuts: dict[int, tuple[int, ...]] = {0: ()}
    for start in range(len(key) - 1):
        for end in range(start + 2, len(key) + 1) if start in cuts else ():
            if end not in cuts and key[start:end] in known:
                cuts[end] = (*cuts[start], start) if start else ()
    return cuts.get(len(key), ())


def _by_the_shape(key: str) -> tuple[int, ...]:
    return (
        _after_a_collective(key)
        or _between_scopes(key)
        or _between_bureaus(key)
        or _between_places(key)
    )


def _after_a_collective(key: str) -> tuple[int, ...]:
    if not key.startswith("各") and not any(map(key.__contains__, _ENDS_OF_COLLECTIVES)):
        return ()
    for place in range(2, len(key) - 2):
        left, right = key[:place], key[place:]
        if _ends_a_collective(left) and _opens_a_collective(right):
            return (place, *(place + cut for cut in _after_a_collective(right)))
    return ()


def _ends_a_collective(left: str) -> bool:
    if left.startswith("本"):
        return False  # 本单位各科室
    if left == "各地" or (left.startswith("各") and is_kind(left[1:])):
        return True
    return left.endswith(_ENDS_OF_COLLECTIVES) and collective(left) is not None


def _opens_a_collective(right: str) -> bool:
    may_end = right[1] in vocabulary.SCOPE_MARKS or right[1] in vocabulary.LEVELS
    if right[0] != "各" and not (may_end and is_scope(right[:2])):
        return False
    found = collective(right)
    return found is not None and found.noun.endswith(vocabulary.HEADS)


def _between_scopes(key: str) -> tuple[int, ...]:
    """县属驻县各单位: two scopes of one level. 省属驻市高校 is one scope."""
    first, second = key[:2], key[2:4]
    if len(key) < 5 or first[0] not in vocabulary.LEVELS or first[1] not in "直属":
        return ()
    if second not in (f"{first[0]}直", f"{first[0]}属", f"驻{first[0]}"):
        return ()
    return (2, *(2 + cut for cut in _between_scopes(key[2:])))


def _between_places(key: str) -> tuple[int, ...]:
    """五星街道南大街街道: names of one kind, each with a stem of its own."""
    ending = next((ending for ending in ("街道", "镇", "乡") if key.endswith(ending)), "")
    stems = key.split(ending)[:-1] if ending else []
    if len(stems) < 2 or not all(1 < len(stem) <= 4 and "各" not in stem for stem in stems):
        return ()
    sizes = itertools.accumulate(len(stem) + len(ending) for stem in stems)
    return tuple(sizes)[:-1]


def _between_bureaus(key: str) -> tuple[int, ...]:
    """区财政局区农办: the same level before bureaus that leave nothing unexplained."""
    level = key[0]
    if level not in "省市区县旗" or level not in key[3:] or key == f"{level}纪委{level}监委":
        return ()
    cuts = [0]
    for place in range(3, len(key)):
        if key[place] == level and is_functional(key[cuts[-1] + 1 : place]):
            cuts.append(place)
    return tuple(cuts[1:]) if len(cuts) > 1 and is_functional(key[cuts[-1] + 1 :]) else ()
