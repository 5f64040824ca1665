"""A roster for an imported list: the units found, grouped as its own collectives group them.

All of it is a proposal, and marked as one in the file: whom 区直各部门 covers is not printed.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.importers.drafts import Doubt, DraftItem, DraftList
from sulist.importers.understand.doubtful_names import as_doubts, doubtful_names, note, readings
from sulist.units.folded import name_key
from sulist.units.roster import TO_CONFIRM
from sulist.units.vocabulary import QUANTIFIERS

if TYPE_CHECKING:
    from collections.abc import Iterator


OTHERS = "其他单位"
TOWNS = "镇（管理处）"
_TOWN = re.compile(
    r"(?:镇|乡|街道|街道办|街道办事处|管理处|办事处|镇人民政府|乡人民政府|镇政府|乡政府)$"
)
_COMPANY = re.compile(r"(?:公司|集团|平台)$")
_STATIONED = re.compile(
    r"(?:分局|支局|税务局|分公司|供电局|供电公司|银行|支行|分行|气象局|烟草局|烟草专卖局|海关|邮政公司|移动公司|电信公司|联通公司|铁塔公司|派出所|消防救援大队|消防大队|公安分局|法院|检察院)$"
)
_MOST_NAMES = 2000


def with_roster(draft: DraftList) -> DraftList:
    """The list with groups of units, and a doubt for each two names that look like one unit's.

    Names from a doubtful reading are a group of their own, each with its doubt.
    """
    named, collectives, places = _found(draft)
    unsure = doubtful_names(draft)
    doubts = [*draft.doubts, *_near_duplicates(list(named), places), *as_doubts(unsure)]
    groups: dict[str, list[str]] = {}
    titles = _titles(collectives)
    to_confirm = {one.seen.name: note(one) for one in unsure}
    for unit in named:
        group = TO_CONFIRM if unit in to_confirm else _group(unit, titles)
        groups.setdefault(group, []).append(unit)
    order = sorted(groups, key=lambda group: _rank(group, titles))
    return draft._replace(
        groups=tuple((group, tuple(groups[group])) for group in order),
        doubts=tuple(doubts),
        to_confirm=tuple((unit, f"{places[unit].id}: {why}") for unit, why in to_confirm.items()),
    )


def _found(draft: DraftList) -> tuple[dict[str, None], list[str], dict[str, DraftItem]]:
    """The named units, the collectives, and the item where each name stands first."""
    named: dict[str, None] = {}
    collectives: dict[str, None] = {}
    places: dict[str, DraftItem] = {}
    for item in draft.items:
        for cell in draft.unit_cells(item).values():
            for ref, _why, _source in readings(cell, item.roster):
                (collectives if ref.collective else named).setdefault(ref.name)
                places.setdefault(ref.name, item)
    return named, list(collectives), places


def _titles(collectives: list[str]) -> dict[str, str]:
    """The groups that the collectives speak of: 区直部门 of 区直各部门, by the kind of unit in them."""
    titles: dict[str, str] = {}
    for name in collectives:
        plain = next((name.replace(word, "", 1) for word in QUANTIFIERS if word in name), name)
        kind = _kind_of_group(plain)
        if kind:
            titles.setdefault(kind, plain)
    return titles


def _kind_of_group(plain: str) -> str:
    if re.search("[镇乡]|街道|管理处|办事处", plain):
        return "town"
    if "驻" in plain:
        return "stationed"
    if re.search("属|国有企业|国企|企业|公司", plain):
        return "company"
    if re.search("直|部门|单位", plain):
        return "department"
    return ""


def _group(unit: str, titles: dict[str, str]) -> str:
    if _TOWN.search(unit):
        return titles.get("town", TOWNS)
    if _STATIONED.search(unit) and "stationed" in titles:
        return titles["stationed"]
    if _COMPANY.search(unit) and "company" in titles:
        return titles["company"]
    return titles.get("department", OTHERS)


def _rank(group: str, titles: dict[str, str]) -> int:
    order = [titles.get(kind) for kind in ("department", "company", "stationed")]
    if group in order:
        return order.index(group)
    return {OTHERS: 4, TO_CONFIRM: 5}.get(group, 3)  # towns before both


# --- names that look like one -------------------------------------------------------------------


def _near_duplicates(names: list[str], places: dict[str, DraftItem]) -> Iterator[Doubt]:
    """区市监局 and 区市场监管局: two spellings of one unit, perhaps."""
    by_ends: dict[tuple[str, str], list[str]] = {}
    for name in names[:_MOST_NAMES]:
        key = name_key(name)
        by_ends.setdefault((key[:1], _shortened(key)[-1:]), []).append(name)
    for alike in by_ends.values():
        for one, other in combinations(alike, 2):
            if is_near(name_key(one), name_key(other)):
                item = places[other]
                yield Doubt(
                    item.place,
                    item,
                    _("{other} here, and {one} in {id}").format(
                        other=other, one=one, id=places[one].id
                    ),
                    _(
                        "Are they one unit? Then keep one under units:, and write the other under aliases:."
                    ),
                )


_SHORTENED = (("办公室", "办"), ("委员会", "委"), ("人民政府", "政府"))


def is_near(one: str, other: str) -> bool:
    """Whether two names may be one unit's: one abbreviates the other, or two letters changed places.

    One other letter is no sign: 财政局 and 民政局, 市政府办公室 and 市政协办公室 are two units.
    """
    one, other = _shortened(one), _shortened(other)
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < len(long):
        return len(short) >= 4 and short[:2] == long[:2] and _is_within(short[2:-1], long[2:-1])
    differ = sum(a != b for a, b in zip(one, other, strict=True))
    return differ == 2 and len(one) >= 5 and sorted(one) == sorted(other)


def _shortened(name: str) -> str:
    for long, short in _SHORTENED:
        name = name.replace(long, short)
    return name


def _is_within(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)
