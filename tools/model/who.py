"""Who stands in a cell of units, and how an item touches a unit."""

from __future__ import annotations

import re
from typing import NamedTuple

DUTIES = {"牵头": "lead", "配合": "support", "协办": "support", "参与": "join", "指导": "guide"}
ASSISTING = ("support", "join", "guide")
SEPARATORS = re.compile("[，；](?![^（]*）)")
BETWEEN_NAMES = re.compile("、(?![^（]*）)")
STRENGTH = ("lead", "named", "covered", "possible")


class Named(NamedTuple):
    """A name in a cell; ``many`` is "all" for 各, "some" for 有关, None for one unit."""

    name: str
    many: str | None
    duty: str | None = None

    @property
    def assists(self) -> bool:
        """Whether it only supports, joins or guides."""
        return self.duty in ASSISTING


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


def read(cell: str, roster: Roster, heading: str = "") -> tuple[Named, ...]:
    """The names of a cell in their order; what stands under 配合单位 supports."""
    if cell in ("", "无"):
        return ()
    found: list[Named] = []
    for clause in filter(None, SEPARATORS.split(cell)):
        found += _clause(clause, roster)
    of_heading = next((DUTIES[word] for word in DUTIES if heading.startswith(word)), None)
    if of_heading in ASSISTING:
        found = [one._replace(duty=one.duty or of_heading) for one in found]
    return tuple(_with_shared_noun(found))


def _clause(clause: str, roster: Roster) -> list[Named]:
    duty = None
    if label := re.match("(牵头|配合|参与|指导)单位：", clause):
        duty = DUTIES[label[1]]
        clause = clause[label.end() :]
    elif verb := re.search("(牵头|配合|协办|参与|指导)$", clause):
        duty = DUTIES[verb[1]]
        clause = clause[: verb.start()]
    if "会同" in clause:
        first, second = clause.split("会同")
        return [*_names(first, "lead", roster), *_names(second, "join", roster)]
    return _names(clause, duty, roster)


def _names(text: str, duty: str | None, roster: Roster) -> list[Named]:
    found = []
    for part in BETWEEN_NAMES.split(text):
        name = re.sub("等$", "", part)
        its = duty
        if said := re.search("（(牵头|配合|参与|指导)）$", name):
            its, name = DUTIES[said[1]], name[: said.start()]
        found.append(Named(name, _many(name, roster), its))
    return found


def leading(cell: tuple[Named, ...]) -> tuple[Named, ...]:
    """Those of a cell that lead: who is said to, else all but who only assists."""
    said = tuple(one for one in cell if one.duty == "lead")
    return said or tuple(one for one in cell if not one.assists)


def first_of(cell: tuple[Named, ...]) -> tuple[Named, ...]:
    """The same where 列第一位者为牵头单位: who is said to lead, else the first."""
    found = leading(cell)
    return found if any(one.duty for one in found) else found[:1]


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
            whole.append(Named(one.name + noun, next_one.many, one.duty))
        else:
            whole.append(one)
    return whole


def role(
    unit: str, leads: tuple[Named, ...], cells: tuple[Named, ...], roster: Roster
) -> str | None:
    """The strongest way in which who leads and who else is named touch a unit."""
    ways = [_way(unit, one, True, roster) for one in leads]
    ways += [_way(unit, one, False, roster) for one in cells]
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
