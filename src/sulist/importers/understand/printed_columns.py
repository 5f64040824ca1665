"""The printed columns of the tables of a document → the columns of one list, and the cells of its items.

While rows are read each cell stands under its heading; at the end the cells that an item has under
a key of its own (text, lead, responsible, deadline) go there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.importers import cell_text
from sulist.importers.drafts import DraftColumn
from sulist.listfile.item import SINGLE, STANDARD, columns_of
from sulist.units.duty_labels import duty_of
from sulist.units.ref import ASSISTING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sulist.importers.drafts import DraftItem
    from sulist.importers.headers import Header, HeaderColumn

IN_A_FILE = {
    "support": "responsible",
    "detail": "other",
    "target": "other",
    "progress": "other",
    "part_serial": "",
    "upper": "",
}
_NO_CELL = ("text", "category", "serial")  # roles of columns without cells under their heading
_MOSTLY = 0.5
_MEASURE = "单位"


class PrintedColumns:
    """Every heading that was met, with its role in the list's file, in the printed order."""

    def __init__(self) -> None:
        self.roles: dict[str, str] = {}
        self.progress: list[str] = []  # headings of the columns that tell how far the work is
        self.other_names: dict[str, str] = {}  # a heading of a later table → whose column it is
        self._nameless: set[str] = set()  # what columns without one are called
        self._parted: set[str] = set()  # those whose cells have labels of their own

    def begin(self, header: Header) -> Header:
        """The header of a table with each heading once, and one that means another's column under its name."""
        columns: list[HeaderColumn] = []
        levels = "及".join(
            one.label for role in ("upper", "text") for one in header.columns if one.role == role
        )
        for column in header.columns:
            if column.role == "text" and header.at("upper"):
                column = column._replace(label=levels)
            elif column.role not in ("upper", "part_serial"):
                named = column._replace(label=self._once(column, columns))
                if not column.label:
                    self._nameless.add(named.label)
                column = named
            role = IN_A_FILE.get(column.role, column.role)
            if column.role == "upper":
                self.roles.setdefault(levels, "text")
            if role and column.label:
                self.roles.setdefault(column.label, role)
            if column.role == "progress" and column.label not in self.progress:
                self.progress.append(column.label)
            columns.append(column)
        return header._replace(columns=tuple(columns))

    def _once(self, column: HeaderColumn, before: Sequence[HeaderColumn]) -> str:
        """The heading of a column, told from another of the table, or that of an earlier table's column."""
        label = column.label or _("(no heading)")
        taken = {one.label for one in before}
        if label in self.roles and label not in taken and not self._means_another(label, column):
            return label
        if column.role in (*SINGLE, "responsible") and label not in taken:
            alike = [
                heading
                for heading, role in self.roles.items()
                if role == column.role and heading not in taken and not _assists(heading)
            ]
            if alike:
                self.other_names[label] = alike[0]
                return alike[0]
        name, number = label, 2
        while name in taken or (name in self.roles and self._means_another(name, column)):
            name, number = f"{label}（{number}）", number + 1
        return name

    def _means_another(self, name: str, column: HeaderColumn) -> bool:
        """Whether a heading stood over what an item's place or text says, and now stands over other cells."""
        role = self.roles[name]
        return role in _NO_CELL and role != IN_A_FILE.get(column.role, column.role)

    def inside(self, label: str, role: str) -> str:
        """The heading for what stands behind a label inside a cell."""
        written = IN_A_FILE.get(role, role)
        if written in SINGLE:
            there = next((name for name, one in self.roles.items() if one == written), "")
            if there:
                return there
        if label in self.roles and self.roles[label] not in (written, "other"):
            label = f"{label}（2）"
        self.roles.setdefault(label, written)
        return label

    def parted(self, heading: str) -> None:
        """Remembers that a cell of a column said in its own labels whose each part is."""
        self._parted.add(heading)

    def settle(self, items: Sequence[DraftItem], *, by_first: bool) -> tuple[DraftColumn, ...]:
        """Puts the cells of items under their keys; the columns of the list, none where they are standard.

        ``by_first``: a legend says that the first unit leads, so that a column of leads alone is
        one of all who answer.
        """
        self._people_as_units(items)
        self._measures_as_they_are(items)
        self._drop_empty(items)
        units = [name for name, role in self.roles.items() if role in ("lead", "responsible")]
        if by_first and [self.roles[name] for name in units] == ["lead"]:
            self.roles[units[0]] = "responsible"
        self._main_unit_first()
        own = {
            one.key: one.heading for one in columns_of(self.roles) if one.key not in ("", "more")
        }
        for item in items:
            for key, heading in own.items():
                if key != "text":
                    setattr(item, key, item.more.pop(heading, ""))
                if heading in item.places:
                    item.places[key] = item.places[heading]
        columns = tuple(DraftColumn(heading, role) for heading, role in self.roles.items())
        is_standard = columns == tuple((one.heading, one.role) for one in STANDARD)
        return () if is_standard else columns

    def _people_as_units(self, items: Iterable[DraftItem]) -> None:
        """A column of persons that holds units, where no other does, is one of units: 承办人 教务处."""
        if {"lead", "responsible"} & set(self.roles.values()):
            return
        for name in [name for name, role in self.roles.items() if role == "person"]:
            held = [item.more[name] for item in items if item.more.get(name)]
            looks = [cell_text.looks_like_units(text) for text in held]
            if held and sum(looks) > len(held) * _MOSTLY:
                self.roles[name] = "responsible"
                return

    def _measures_as_they_are(self, items: Iterable[DraftItem]) -> None:
        """单位 may be what is measured in: a column of 万亩 and % names nobody."""
        if self.roles.get(_MEASURE) not in ("lead", "responsible"):
            return
        held = [item.more[_MEASURE] for item in items if item.more.get(_MEASURE)]
        if not any(map(cell_text.looks_like_units, held)):
            self.roles[_MEASURE] = "other"

    def _drop_empty(self, items: Iterable[DraftItem]) -> None:
        """A column whose cells were all parted by their labels has none of its own, nor has one that has not even a heading."""
        filled = {heading for item in items for heading, cell in item.more.items() if cell}
        for heading in (self._parted | self._nameless) - filled:
            self.roles.pop(heading, None)

    def _main_unit_first(self) -> None:
        """The column of those who answer stands before those who assist, since it has the item's key."""
        names = [name for name, role in self.roles.items() if role == "responsible"]
        main = next((name for name in names if not _assists(name)), None)
        if main is None or names[0] == main:
            return
        order = list(self.roles)
        order.remove(main)
        order.insert(order.index(names[0]), main)
        self.roles = {name: self.roles[name] for name in order}


def _assists(heading: str) -> bool:
    return duty_of(heading) in ASSISTING
