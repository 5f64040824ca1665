"""What the ten lists beside this page mean, worked out by hand from the printed cells.

Each list is of another kind, invented, and true to it. Ids and names stand in one text, parted by
spaces (``"1-1 1-4"``); a unit's items have its role behind them (``"1-1:lead 1-4:named"``). All
answers are as of the day ``as_of``, with no journal.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

NONE: Mapping[Any, Any] = MappingProxyType({})


class Truth(NamedTuple):
    """One list: what it has, what its cells mean, and what its questions answer.

    Attributes:
        columns: The printed headings in their order, and the role of each.
        items: How many items the file has, those included that are assigned after ``as_of``.
        as_of: The day of all answers below.
        before: The day of ``due --before``.
        due: The ids that it answers, in the order of the file: by a date of the item's own, or by one that returns.
        undated: The ids that have no date, which the foot counts.
        dates: For chosen items every date; the last is when it is due.
        ambiguous: The other reading of a date.
        leads: For chosen items who leads; of nobody known the collective itself.
        by_unit: For chosen units their items, and the role in each.
        region, year, total, issued, lead_rule: As in the file; None where they are absent.
        unread: The items of which a cell cannot be read, and the role of that cell.
        assigned: Items that were assigned in the year, and the day.
        hidden: Those of them that are in no answer as of ``as_of``.
        part_of: Each part, and its parent.
        inherited: What a part does not say and has from its parent, by part: who leads, the deadline; nothing else.
        serials: The printed serial of chosen items; of those with no key of their own, the id's.
        duties: For chosen items the duty of every unit that is named, of whichever cell.
        leaders: For every item that has any the names in its cells of leaders.
        persons: Likewise of persons.
        by_leader: Every leader's items; how many they are is the count of ``sulist leaders``.
        by_person: For chosen persons their items.
        where: For chosen headings and texts the items whose cell holds the text.
        show: What is typed at ``show``, and what it finds; several are offered.
        category: What is typed as a category, and its printed number; None is refused.
    """

    columns: Mapping[str, str]
    items: int
    as_of: str
    before: str
    due: str
    undated: str
    dates: Mapping[str, str]
    leads: Mapping[str, str]
    by_unit: Mapping[str, str]
    show: Mapping[str, str]
    category: Mapping[str, str | None]
    region: str | None = None
    year: int | None = None
    total: int | None = None
    issued: str | None = None
    lead_rule: str | None = None
    ambiguous: Mapping[str, str] = NONE
    unread: Mapping[str, str] = NONE
    assigned: Mapping[str, str] = NONE
    hidden: str = ""
    part_of: Mapping[str, str] = NONE
    inherited: Mapping[str, str] = NONE
    serials: Mapping[str, str] = NONE
    duties: Mapping[str, Mapping[str, str | None]] = NONE
    leaders: Mapping[str, str] = NONE
    persons: Mapping[str, str] = NONE
    by_leader: Mapping[str, str] = NONE
    by_person: Mapping[str, str] = NONE
    where: Mapping[tuple[str, str], str] = NONE
