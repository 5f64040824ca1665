"""Who stands in a cell of units, and how an item touches a unit."""

from __future__ import annotations

import re
from typing import NamedTuple

ASSISTING = {"配合": "support", "协办": "support", "参与": "join", "指导": "guide"}
STRENGTH = ("lead", "named", "covered", "possible")


class Named(NamedTuple):
    """A name in a cell; ``many`` is "all" for 各, "some" for 有关, None for one unit."""

    name: str
    many: str | None
    assists: bool = False


class Roster(NamedTuple):
    """The units by group, and their other names."""

    groups: dict[str, tuple[str, ...]]
    aliases: dict[str, str]

    def proper(self, name: str) -> str:
        """The name that a unit has on the roster."""
        return self.aliases.get(name, name)

    def members(self, named: Named) -> tuple[str, ...]:
        """The units of a collective: those of the group that is called so without 各 or 有关."""
        return self.groups.get(re.sub("各|有关|相关", "", named.name, count=1), ())

    def group_of(self, unit: str) -> str | None:
        """Its group."""
        return next((name for name, units in self.groups.items() if unit in units), None)


def read(cell: str, roster: Roster) -> tuple[Named, ...]:
    """The names of a cell in their order."""
    if cell in ("", "无"):
        return ()
    found: list[Named] = []
    for clause in filter(None, re.split("[，；]", cell)):
        found += _clause(clause, roster)
    return tuple(_with_shared_noun(found))


def _clause(clause: str, roster: Roster) -> list[Named]:
    assists = False
    if label := re.match("(牵头|配合|参与|指导)单位：", clause):
        assists = label[1] in ASSISTING
        clause = clause[label.end() :]
    elif verb := re.search("(牵头|配合|协办|参与|指导)$", clause):
        assists = verb[1] in ASSISTING
        clause = clause[: verb.start()]
    if "会同" in clause:
        first, second = clause.split("会同")
        return [*_names(first, False, roster), *_names(second, True, roster)]
    return _names(clause, assists, roster)


def _names(text: str, assists: bool, roster: Roster) -> list[Named]:
    return [Named(name, _many(name, roster), assists) for name in text.split("、")]


def _many(name: str, roster: Roster) -> str | None:
    if "有关" in name or "相关" in name:
        return "some"
    return "all" if "各" in name or name in roster.groups else None


def _with_shared_noun(found: list[Named]) -> list[Named]:
    """区属、驻区各单位: the first is 区属各单位."""
    whole = []
    for number, one in enumerate(found):
        if re.fullmatch("区属|驻区|区直", one.name) and number + 1 < len(found):
            next_one = found[number + 1]
            noun = re.sub("^(区属|驻区|区直)", "", next_one.name)
            whole.append(Named(one.name + noun, next_one.many, one.assists))
        else:
            whole.append(one)
    return whole


def role(
    unit: str, lead: tuple[Named, ...], responsible: tuple[Named, ...], roster: Roster
) -> str | None:
    """The strongest way in which the two cells touch a unit."""
    ways = [_way(unit, one, not one.assists, roster) for one in lead]
    ways += [_way(unit, one, False, roster) for one in responsible]
    return next((way for way in STRENGTH if way in ways), None)


def _way(unit: str, named: Named, leads: bool, roster: Roster) -> str | None:
    if named.many is None:
        touched = roster.proper(named.name) == unit
        return ("lead" if leads else "named") if touched else None
    if unit not in roster.members(named):
        return None
    if named.many == "some":
        return "possible"
    return "lead" if leads else "covered"
