"""A list on its way from a document to a file: drafts that know their place, and the doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import N_
from sulist.units.roster import TO_CONFIRM, Roster

if TYPE_CHECKING:
    from datetime import date

# What stands in the file, to be replaced, where the document does not tell.
NO_TITLE, NO_REGION = N_("(no title found)"), N_("(no region found)")
FROM_TEXT = N_("the deadline is from the text")


class DraftItem:
    """An item as it stands in the document; ``notes`` are kept beside it as comments.

    ``begins``: a heading inside its category stands above it, below which numbers may begin again.

    ``serial`` is its number, None where none can be read; ``printed_serial`` what is printed, None
    where that is the number itself. ``more`` has its cells of further columns by their headings,
    ``part_of`` the item that it is a part of, ``assigned`` the day on which it came in the year.
    ``is_from_text``: its text tells its deadline. ``taken`` are names in its cells that stand where units
    do, and are none by their form.
    """

    __slots__ = (
        "assigned",
        "begins",
        "deadline",
        "id",
        "is_from_text",
        "lead",
        "more",
        "notes",
        "part_of",
        "place",
        "places",
        "printed_serial",
        "responsible",
        "serial",
        "taken",
        "text",
    )

    def __init__(self, place: str, serial: int | None = None) -> None:
        self.place = place
        self.serial = serial
        self.assigned: date | None = None
        self.begins = False
        self.printed_serial: str | None = None
        self.part_of: DraftItem | None = None
        self.id = ""
        self.text = ""
        self.lead = ""
        self.responsible = ""
        self.deadline = ""
        self.is_from_text = False
        self.taken: tuple[str, ...] = ()
        self.more: dict[str, str] = {}
        self.notes: list[str] = []
        self.places: dict[str, str] = {}  # of its single cells, where a table has them

    @property
    def roster(self) -> Roster | None:
        """What its cells are read with: the names that are taken for their place."""
        return Roster({TO_CONFIRM: self.taken}) if self.taken else None

    def place_of(self, key: str) -> str:
        """Where the cell of ``key`` stands, or else the item."""
        return self.places.get(key, self.place)


class DraftCategory:
    """A category: ``count`` and ``number`` as printed, None where the document prints none."""

    __slots__ = ("count", "items", "notes", "number", "place", "title")

    def __init__(self, title: str, number: int | None, count: int | None, place: str) -> None:
        self.title = title
        self.number = number
        self.count = count
        self.place = place
        self.items: list[DraftItem] = []
        self.notes: list[str] = []


class Doubt(NamedTuple):
    """A reading that is not certain: where, what was read, and what else it might be."""

    place: str
    item: DraftItem | None
    read: str
    other: str


class Unused(NamedTuple):
    """A text of the document that went nowhere in the list."""

    place: str
    text: str


class DraftColumn(NamedTuple):
    """A printed column of the list: its heading, each once, and its role in the list's file."""

    heading: str
    role: str


class Front(NamedTuple):
    """What the text around the table says of the list; ``issued_from`` is the line with the day.

    The year ``is_loose`` where only some sentence names it, which a day of issue outweighs.

    What is empty, 0 or None is not printed, and no key of the list's file.
    """

    title: str = ""
    region: str = ""
    year: int = 0
    total: int | None = None
    issued: date | None = None
    issued_from: Unused | None = None
    is_loose: bool = False


class DraftList(NamedTuple):
    """A whole list as imported.

    ``columns`` are those of its file, none where they are the five standard ones; ``read_as`` says of
    every header of a table how it was read. ``lead_rule`` is as in a list's file, ``legend``
    the line that says it. ``progress`` are the headings of columns that tell how far the work is.
    ``to_confirm`` says of each unit in doubt where it stands, and why.
    """

    front: Front
    categories: tuple[DraftCategory, ...]
    doubts: tuple[Doubt, ...]
    unused: tuple[Unused, ...]
    read_as: tuple[str, ...] = ()
    columns: tuple[DraftColumn, ...] = ()
    lead_rule: str = ""
    legend: Unused | None = None
    progress: tuple[str, ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    to_confirm: tuple[tuple[str, str], ...] = ()

    @property
    def items(self) -> tuple[DraftItem, ...]:
        """Every item, in the printed order."""
        return tuple(item for category in self.categories for item in category.items)

    def unit_cells(self, item: DraftItem) -> dict[str, str]:
        """The cells of an item that name units, by their keys or headings."""
        cells = {"lead": item.lead, "responsible": item.responsible}
        further = [one.heading for one in self.columns if one.role in ("lead", "responsible")]
        return cells | {name: item.more[name] for name in further if name in item.more}
