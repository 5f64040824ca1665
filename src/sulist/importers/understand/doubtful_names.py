"""Which names of a proposed roster come from a doubtful reading.

A roster made of the cells themselves holds what was read wrongly too, so no check against it could
notice that. What is in doubt goes into a group of its own, which ``sulist check`` names until it is empty.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.importers.drafts import Doubt
from sulist.units import UnitError
from sulist.units.folded import name_key
from sulist.units.grammar import read
from sulist.units.shapes import is_functional, level_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sulist.importers.drafts import DraftItem, DraftList
    from sulist.units import UnitRef
    from sulist.units.roster import Roster

_TOLD_EACH = 5  # of one kind; more are told together
_CELLS = ("lead", "responsible")
# What is behind the stem of a name: 高校园 of 高校园区管理处. Stems of two or three letters differ by one: 潭东, 潭口.
_ENDING = re.compile(
    r"(?:[省市区县镇乡旗州]|街道)?(?:党工委|党委|管委会|管理委员会|人民政府|政府|办事处|管理处|委员会|办公室"
    r"|有限公司|公司|集团|中心|局|委|办|厅|部|处|镇|乡|街道|村|社区|区|县|市)$"
)
_LONG_STEM = 3
_TELLS_APART = frozenset("一二三四五六七八九十东西南北中上下前后左右内外大小新老省市区县镇乡")


class NameSeen(NamedTuple):
    """One place where a name is read: how it is written there, and by which rule it was put together."""

    name: str
    item: DraftItem
    key: str
    written: str
    why: str
    source: str


class DoubtfulName(NamedTuple):
    """A name in doubt: ``kind`` is taken, cell, restored, side, letter or level, ``other`` what it is held against."""

    kind: str
    seen: NameSeen
    other: str


def doubtful_names(draft: DraftList) -> tuple[DoubtfulName, ...]:
    """The names in doubt, in the list's order, each for the first reason that holds."""
    places: dict[str, list[NameSeen]] = {}
    for one in _seen(draft):
        places.setdefault(one.name, []).append(one)
    cells = {(doubt.item.id, doubt.place) for doubt in draft.doubts if doubt.item and doubt.place}
    alike = {**_without_level(places), **_one_letter_off(places)}
    found = []
    for name, seen in places.items():
        first = seen[0]
        if all(one.written in one.item.taken for one in seen):
            found.append(DoubtfulName("taken", first, ""))
            continue
        if all((one.item.id, one.item.places.get(one.key)) in cells for one in seen):
            found.append(DoubtfulName("cell", first, ""))
        elif all(one.why == "side" for one in seen):
            found.append(DoubtfulName("side", first, first.source))
        elif all(one.why for one in seen):
            found.append(DoubtfulName("restored", first, first.source))
        elif name in alike:
            found.append(DoubtfulName(*alike[name]))
    return tuple(found)


def as_doubts(names: Sequence[DoubtfulName]) -> Iterator[Doubt]:
    """A doubt for each name; where a kind has many, one doubt for all of them."""
    kinds: dict[str, list[DoubtfulName]] = {}
    for one in names:
        kinds.setdefault(one.kind, []).append(one)
    for kind, those in kinds.items():
        other = _remedy(kind)
        if len(those) <= _TOLD_EACH:
            for one in those:
                yield Doubt(one.seen.item.place_of(one.seen.key), one.seen.item, note(one), other)
            continue
        shown = "、".join(f"{one.seen.name}（{one.seen.item.id}）" for one in those[:_TOLD_EACH])
        yield Doubt(
            "",
            None,
            _("{count} names, such as {names}: {why}").format(
                count=len(those), names=shown, why=_why_many(kind)
            ),
            other,
        )


def note(one: DoubtfulName) -> str:
    """Why a name is in doubt, in one sentence without its stop."""
    return {
        "taken": _("{name} stands where units do, and is none by its form"),
        "cell": _("{name} is read only in a cell that is in doubt itself"),
        "restored": _("{name} is written {written}; the rest was taken from {other}"),
        "side": _("{name} was parted from {other}, and no mark stands between them"),
        "letter": _("{name} differs by one letter from {other}"),
        "level": _("{name} has no level, and {other} stands elsewhere"),
    }[one.kind].format(name=one.seen.name, written=one.seen.written, other=one.other)


def _why_many(kind: str) -> str:
    return {
        "taken": _("stands where units do, and is none by its form"),
        "cell": _("read only in cells that are in doubt themselves"),
        "restored": _("nowhere written whole; a part was taken from the name beside it"),
        "side": _("parted where no mark stands"),
        "letter": _("one letter different from another name"),
        "level": _("without the level that another name has"),
    }[kind]


def _remedy(kind: str) -> str:
    if kind in ("letter", "level"):
        return _(
            "Are they one unit? Then mend the cell, or keep one under units:, and write the other under aliases:."
        )
    return _("If it is right, move it to its group under units:; if not, mend the cell.")


@lru_cache(maxsize=8192)
def readings(cell: str, roster: Roster | None) -> tuple[tuple[UnitRef, str, str], ...]:
    """The units of a cell, each with the rule that put its name together and what it was taken from; none if it cannot be read."""
    try:
        return read(cell, roster) if cell else ()
    except UnitError:
        return ()


def _seen(draft: DraftList) -> Iterator[NameSeen]:
    """Each unit that a cell names."""
    for item in draft.items:
        for key, cell in draft.unit_cells(item).items():
            for ref, why, source in readings(cell, item.roster):
                if not ref.collective:
                    rule = "" if _is_certain(why, ref.written) else why
                    yield NameSeen(ref.name, item, key, ref.written, rule, source)


def _is_certain(why: str, written: str) -> bool:
    """Whether only a level was taken from beside, for a bureau that is known: 省公安厅、民政厅."""
    return why == "level" and is_functional(name_key(written))


def _without_level(places: dict[str, list[NameSeen]]) -> dict[str, tuple[str, NameSeen, str]]:
    """教育局, where 区教育局 stands elsewhere."""
    bare: dict[str, str] = {}
    for name in places:
        level, bureau = level_of(name_key(name))
        if level and is_functional(bureau):
            bare.setdefault(bureau, name)
    return {
        name: ("level", seen[0], bare[key])
        for name, seen in places.items()
        if (key := name_key(name)) in bare and not level_of(key)[0]
    }


def _one_letter_off(places: dict[str, list[NameSeen]]) -> dict[str, tuple[str, NameSeen, str]]:
    """区民改局 beside 区民政局: a rarer name that is none of a known bureau; 区财政局 is one, and no doubt."""
    by_rest: dict[tuple[int, str], list[str]] = {}
    for name in places:
        key = name_key(name)
        for at in range(len(key)) if len(key) > 3 else ():
            by_rest.setdefault((at, key[:at] + key[at + 1 :]), []).append(name)
    found: dict[str, tuple[str, NameSeen, str]] = {}
    for (at, _rest), names in by_rest.items():
        if len(names) == 2:
            rare, other = sorted(names, key=lambda name: (len(places[name]), _is_known(name)))
            if _looks_misprinted(name_key(rare), name_key(other), at):
                found.setdefault(rare, ("letter", places[rare][0], other))
    return found


def _looks_misprinted(rare: str, other: str, at: int) -> bool:
    if _is_known(rare) or {rare[at], other[at]} & _TELLS_APART:
        return False
    return _is_known(other) or len(_ENDING.sub("", rare)) >= _LONG_STEM


def _is_known(name: str) -> bool:
    """Whether a name is that of a bureau about something that bureaus are about."""
    return is_functional(level_of(name_key(name))[1] or name_key(name))
