"""Items in another order than the printed one: by deadline, leader, unit or printed serial. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sulist.listfile.touch import leads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sulist.asking.query import Match
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList

    Key = Callable[[Match], tuple[object, ...]]


def in_order(worklist: WorkList, matches: tuple[Match, ...], by: str) -> tuple[Match, ...]:
    """The matches ``by`` deadline, leader, unit or serial; those that have none come last, as printed.

    Leaders and units stand in the order in which the list has them, which is their rank: units as on
    the roster, leaders as they are first named. Of several the first counts.
    """
    return tuple(sorted(matches, key=_KEYS[by](worklist)))


def _by_deadline(_worklist: WorkList) -> Key:
    return lambda match: (match.due is None, match.due.toordinal() if match.due else 0)


def _by_leader(worklist: WorkList) -> Key:
    place = _places(name for item in worklist.items for name in item.leaders)
    return lambda match: (min((place[one] for one in match.item.leaders), default=len(place)),)


def _by_unit(worklist: WorkList) -> Key:
    named = (unit for item in worklist.items for unit in leads(worklist, item))
    place = _places((*worklist.units, *named))

    def key(match: Match) -> tuple[object, ...]:
        units = leads(worklist, match.item)
        return (place[units[0]] if units else len(place),)

    return key


def _by_serial(worklist: WorkList) -> Key:
    """By the printed serial; where each category begins anew, by category first. A part without one follows its parent."""
    items = {item.id: item for item in worklist.items}
    order = {item.id: at for at, item in enumerate(worklist.items)}
    serials = [one.printed_serial for one in worklist.items if one.printed_serial]
    anew = len(set(serials)) < len(serials)
    categories = _places(one.number for one in worklist.categories)

    def key(match: Match) -> tuple[object, ...]:
        item = match.item
        if not item.printed_serial and item.part_of in items:
            item = items[item.part_of]
        own = (not item.printed_serial, _numbers(item), order[match.item.id])
        return (categories[item.category], *own) if anew else own

    return key


_KEYS: dict[str, Callable[[WorkList], Key]] = {
    "deadline": _by_deadline,
    "leader": _by_leader,
    "unit": _by_unit,
    "serial": _by_serial,
}


def _places(names: Iterable[str]) -> dict[str, int]:
    return {name: at for at, name in enumerate(dict.fromkeys(names))}


def _numbers(item: WorkItem) -> tuple[int, ...]:
    """1.10 comes after 1.9."""
    return tuple(map(int, re.findall(r"[0-9]+", item.printed_serial)))
