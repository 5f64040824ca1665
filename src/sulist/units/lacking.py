"""What a name may lack that others of its row have, so that most rows need not be looked through.

``lacks`` and ``offers`` answer in bits. They may say too much of a name (then the rules of
``share`` find nothing to do), never too little.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sulist.units import vocabulary
from sulist.units.folded import without_brackets
from sulist.units.shapes import (
    collective,
    is_bare,
    is_complete,
    is_field,
    is_functional,
    is_headed,
    is_kind,
    is_scope,
    level_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.units.folded import Stretch
    from sulist.units.roster import Roster

# What stands behind the name of a place that is governed.
SEATS = ("党委和人民政府", "党委和政府", "委和人民政府", "委和政府", "人民政府", "政府", "党委")
# What 各镇党委 and 各街道党工委 share their places with.
BESIDE_THE_PARTY = tuple("政府 人民政府 行政公署 行署 管委会 办事处 人大 政协 纪委".split())
AREA_SEATS = ("党工委和管委会", "管委会")  # what runs an area, the longer first

# 市委 of 市委、市政府有关部门; 党委和政府, which is two.
_HALVES = (*vocabulary.RULING, *(f"和{seat}" for seat in (*vocabulary.GOVERNMENTS, "管委会")))

_GOVERNED = frozenset("省区县市镇乡旗州")

REST = 1  # what any neighbour may have
_SEAT = 2  # 人民政府
ENDINGS = REST | _SEAT
_OPENING = 4  # 各
_BUREAU = 8  # 教育局, of 各县、区教育局
_LEVEL = 16  # 省
_LEVEL_OF_ROSTER = 32  # 省, where with it a name is on the roster
ANY_LEVEL = _LEVEL | _LEVEL_OF_ROSTER
MAY_BE_LEVELS = ANY_LEVEL | REST  # a name without an ending may be a bureau of the roster
_ANYTHING = ~0


def may_share(parts: Iterable[Stretch], roster: Roster | None) -> int:
    """What one of ``parts`` may take from another; 0: nothing."""
    lacking = 0
    for part in parts:
        if part.before == "其":
            return _ANYTHING
        lacking |= lacks(part.key, roster)
    if not lacking:
        return 0
    offered = 0
    for part in parts:
        offered |= offers(part.key)
    return lacking & offered


@lru_cache(maxsize=8192)
def lacks(key: str, roster: Roster | None) -> int:
    """What ``key`` may take from another name of its row; a name of the roster nothing."""
    if roster is not None and roster.canonical(key):
        return 0
    if (
        is_scope(key)
        or (is_kind(key) and key not in vocabulary.KINDS)
        or wants_ending(key)
        or is_branch(key)
        or key.endswith(_HALVES)
        or key == "各州"  # 各州、市财政局
    ):
        return REST
    lacking = 0
    if key.endswith(vocabulary.AREAS) or has_government(key):
        lacking |= _SEAT
    if key.endswith(vocabulary.GROUPS):
        lacking |= REST
    if is_bare(key) or without_brackets(key) in BESIDE_THE_PARTY:
        lacking |= _OPENING
    level = level_of(key)[0]
    of_a_peer = key[:1] in tuple("区县") and key.endswith("部门")
    of_a_peer = of_a_peer or key.startswith(vocabulary.LONG_KINDS)
    if (
        level in ("区", "县", "县区", "州", "市")
        or level.endswith("）")
        or of_a_peer
        or bureau_of_area(key)
    ):
        lacking |= _BUREAU
    if not level and is_functional(key):
        lacking |= _LEVEL
    may_be_on_it = not level and (key.endswith("部门") or collective(key) is None)
    if roster is not None and may_be_on_it and roster.has_ending(key):
        lacking |= _LEVEL_OF_ROSTER
    return lacking


@lru_cache(maxsize=8192)
def offers(key: str) -> int:
    """What other names of its row may take from ``key``."""
    offered = REST
    if without_last_bracket(key).endswith("管委会") or governed_by(key):
        offered |= _SEAT
    found = collective(key)
    if found and (found.quantifier or party_seat(found.noun)):
        offered |= _OPENING
        if is_kind(key.removeprefix("各")):
            offered |= _BUREAU
        if key[0] == "各" and level_of(key[1:])[0]:
            offered |= _LEVEL
    if level_of(key)[0]:
        offered |= _LEVEL | _LEVEL_OF_ROSTER
    return offered


@lru_cache(maxsize=8192)
def wants_ending(key: str) -> bool:
    """Whether ``key`` is a name without an ending: 赣州, 教育, 移动."""
    if is_headed(key):
        return False  # 审计机关
    if (
        key in vocabulary.OPERATORS
        or is_field(key)
        or (len(key) == 2 and key[1] == "州" and key != "各州")
    ):
        return True  # 赣州 is short for 赣州市
    if (
        len(key) == 2
        and key[1] in vocabulary.TOWN_LETTERS
        and not key.startswith(vocabulary.NOT_TOWNS)
    ):
        return True  # 城关 is short for 城关镇
    if is_complete(key) or is_scope(key) or is_kind(key):
        return False
    return "各" not in key


def is_branch(key: str) -> bool:
    """Whether ``key`` is a branch and a place, and nothing says whose: 南康分局."""
    ending = branch_ending(key)
    stem = key.removesuffix(ending)
    return bool(ending and 1 < len(stem) <= 4 and not is_field(stem) and not level_of(key)[0])


def branch_ending(key: str) -> str:
    """分局 of 南康分局, else nothing."""
    if not key.endswith(vocabulary.BRANCHES):
        return ""
    return next(word for word in vocabulary.BRANCHES if key.endswith(word))


def without_last_bracket(key: str) -> str:
    """高新区管委会 of 高新区管委会（推进办公室）; a name without such a bracket as it is."""
    base = key[: key.rfind("（")] if key.endswith("）") else key
    return base if base.endswith("管委会") else key


def area_seat(key: str) -> str:
    """管委会 of 高新区管委会, else nothing."""
    if not key.endswith(AREA_SEATS):
        return ""
    return next(seat for seat in AREA_SEATS if key.endswith(seat))


def bureau_of_area(key: str) -> str:
    """财政局 of 高新区财政局, 农业农村部门 of 经开区农业农村部门; else nothing."""
    at = key.find("区")
    while at > 0:
        bureau = key[at + 1 :]
        if bureau and key.endswith(vocabulary.AREAS, 0, at + 1) and is_functional(bureau):
            return "" if bureau in vocabulary.SEATS else bureau
        at = key.find("区", at + 1)
    return ""


def governed_by(key: str) -> str:
    """赣州市 of 赣州市人民政府, else nothing."""
    for seat in SEATS if key.endswith(SEATS) else ():
        if key.endswith(seat):
            return key.removesuffix(seat)
    return ""


def has_government(key: str) -> bool:
    """区, 各县（市）, 赣县区, 潭东镇: places that have a government."""
    found = collective(key)
    if found and found.quantifier:
        return is_kind(found.noun) and not found.noun.endswith(("街道", "村", "社区", "居"))
    base = without_brackets(key)
    return base[-1:] in _GOVERNED and not base.endswith(vocabulary.AREAS)


def party_seat(noun: str) -> str:
    """党委 of 镇党委, 委 of 县（市、区）委, 人大 of 镇人大, else nothing."""
    for seat in ("党（工）委", "党工委", "党委", "委", "人大"):
        place = noun.removesuffix(seat)
        if place != noun and (place == "级" or is_bare(place)):
            return seat
    return ""
