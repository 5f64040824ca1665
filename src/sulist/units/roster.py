"""The roster: the units of a list by group, and their other names.

It is the reader's own table, not part of the printed document: it says which unit a name
means, whom a collective such as 区直各部门 is about, and which names are unknown.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from sulist.units.folded import is_of_one_width, name_key
from sulist.units.vocabulary import QUANTIFIERS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from sulist.units.ref import UnitRef

# The group of units whose names come from a doubtful reading; a person has to look at each.
TO_CONFIRM = "待核实"
_NEAR_AT_MOST = 3
_COMPARED_AT_MOST = 5_000  # which takes half a second
_NEAR_ENOUGH = 0.5
_SHORTEST_PART = 2


class Roster:
    """Which units there are, in which group, under which other names; immutable.

    An empty roster is false: then nothing is on or off it. Names are compared after NFKC,
    without spaces, in simplified characters. ``groups``, ``aliases`` and ``units`` keep
    the order of the file. An alias may also be another name of a group.
    """

    __slots__ = ("_by_key", "_group_by_key", "_hash", "aliases", "groups", "units")

    groups: Mapping[str, tuple[str, ...]]
    aliases: Mapping[str, str]
    units: tuple[str, ...]
    _by_key: dict[str, str]
    _group_by_key: dict[str, str]
    _hash: int

    def __init__(
        self,
        groups: Mapping[str, Iterable[str]] | None = None,
        aliases: Mapping[str, str] | None = None,
    ) -> None:
        spelling: dict[str, str] = {}  # of two spellings of one name the first is the unit's
        members = {
            group: tuple(spelling.setdefault(name_key(unit), unit) for unit in units)
            for group, units in (groups or {}).items()
        }
        others = dict(aliases or {})
        units = tuple(spelling.values())
        put = super().__setattr__
        put("groups", MappingProxyType(members))
        put("aliases", MappingProxyType(others))
        put("units", units)
        put("_by_key", _by_key(units, others))
        put("_group_by_key", _by_key(members, others))
        put("_hash", hash((tuple(members.items()), tuple(others.items()))))

    def canonical(self, name: str) -> str | None:
        """The roster's name of a unit, given that name or an alias; else None."""
        if not self._by_key:
            return None
        return self._by_key.get(name) or self._by_key.get(name_key(name))

    def keys_in(self, key: str) -> Container[str]:
        """Something that tells of each part of ``key``, as names are compared, whether it is a name or an alias."""
        return self._by_key if is_of_one_width(key) else _Keys(self)

    def has_ending(self, key: str) -> bool:
        """Whether ``key``, as names are compared, may be all of a name or an alias but its beginning."""
        return not is_of_one_width(key) or any(name.endswith(key) for name in self._by_key)

    def group_of(self, unit: str) -> str | None:
        """The group that ``unit`` (a roster name) stands in, the first one; None: in none."""
        return next((group for group, units in self.groups.items() if unit in units), None)

    def members(self, ref: UnitRef) -> tuple[str, ...] | None:
        """The units that a collective is about; None where no group answers to it.

        A group answers when the collective's name without its quantifier is the group's
        name: 区直各部门 and 区直有关部门 are about 区直部门.
        """
        if not ref.collective:
            return None
        name = name_key(ref.name)
        for candidate in (name, *(name.replace(word, "", 1) for word in QUANTIFIERS)):
            if (group := self._group_by_key.get(candidate)) is not None:
                return self.groups[group]
        return None

    def find(self, typed: str) -> tuple[str, ...]:
        """The units that a person may mean by ``typed``, in file order; none if unknown.

        A name or an alias means its one unit. Otherwise all units whose name (or alias)
        ends in what was typed (经发局 → 区经发局), or else contains it. Nothing is guessed:
        where there are several, it is for the person to choose.
        """
        key = name_key(typed)
        if exact := self._by_key.get(key):
            return (exact,)
        if len(key) < _SHORTEST_PART:
            return ()
        ending = {unit for name, unit in self._by_key.items() if name.endswith(key)}
        found = ending or {unit for name, unit in self._by_key.items() if key in name}
        return tuple(unit for unit in self.units if unit in found)

    def near(self, typed: str) -> tuple[str, ...]:
        """Up to three units whose names look like ``typed``, the closest first."""
        if len(self._by_key) > _COMPARED_AT_MOST:
            return ()
        key = name_key(typed)
        best: dict[str, float] = {}
        for name, unit in self._by_key.items():
            best[unit] = max(best.get(unit, 0.0), _likeness(key, name))
        close = [unit for unit in self.units if best[unit] >= _NEAR_ENOUGH]
        return tuple(sorted(close, key=lambda unit: -best[unit])[:_NEAR_AT_MOST])

    def names_with(self, letters: Iterable[str]) -> tuple[str, ...]:
        """The names and aliases, as compared, that contain one of ``letters``."""
        wanted = set(letters)
        return tuple(name for name in self._by_key if not wanted.isdisjoint(name))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Roster is immutable: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a Roster is immutable: {name}")

    def __bool__(self) -> bool:
        return bool(self.units)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Roster):
            return NotImplemented
        # the order of groups and units is part of a roster: answers are in file order
        return self._hash == other._hash and (
            (list(self.groups.items()), list(self.aliases.items()))
            == (list(other.groups.items()), list(other.aliases.items()))
        )

    def __hash__(self) -> int:
        return self._hash

    def __repr__(self) -> str:
        return f"Roster({dict(self.groups)!r}, {dict(self.aliases)!r})"


class _Keys:
    """The names of a roster, however they are written."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster

    def __contains__(self, name: object) -> bool:
        return self.roster.canonical(str(name)) is not None


def _by_key(names: Iterable[str], aliases: Mapping[str, str]) -> dict[str, str]:
    """Each name under its key, and each alias of one of them; a name wins over an alias."""
    own = {name_key(name): name for name in reversed(tuple(names))}
    also = {
        name_key(alias): own[name_key(meant)]
        for alias, meant in aliases.items()
        if name_key(meant) in own
    }
    return {**also, **own}


def _likeness(typed: str, name: str) -> float:
    """How alike two names are, 0 to 1, not counting the 区…局 that nearly all of them share."""
    from difflib import SequenceMatcher

    core, other = _core(typed), _core(name)
    if not set(core) & set(other):
        return 0.0
    whole = SequenceMatcher(None, typed, name, autojunk=False).ratio()
    return 0.5 * whole + 0.5 * SequenceMatcher(None, core, other, autojunk=False).ratio()


def _core(name: str) -> str:
    """``name`` without its first letter where that is a level, and without its last."""
    return name[name[:1] in "省市区县镇乡" : -1] or name
