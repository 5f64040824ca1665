"""The printed columns of a list: each one's heading, its role, and where its cells stand in the file."""

from __future__ import annotations

from sulist.base.tuples import NamedTuple

# A list has at most one column of each of the first five.
SINGLE = ("serial", "category", "text", "lead", "deadline")
ROLES = (*SINGLE, "responsible", "leader", "person", "other")
# What an item has under a key of its own, where its list has a column of that role.
OF_AN_ITEM = ("text", "lead", "responsible", "deadline")
PERSONS = ("leader", "person")


class PrintedColumn(NamedTuple):
    """A column as printed: its heading, and what it is.

    ``key`` is the item's key that has its cells; ``more`` where they stand there under the heading;
    empty where no cell is written, since the item's place says it (序号, 类别).
    """

    heading: str
    role: str
    key: str


STANDARD = (
    PrintedColumn("序号", "serial", ""),
    PrintedColumn("事项名称", "text", "text"),
    PrintedColumn("牵头单位", "lead", "lead"),
    PrintedColumn("责任单位", "responsible", "responsible"),
    PrintedColumn("完成时限", "deadline", "deadline"),
)


def columns_of(roles: dict[str, str]) -> tuple[PrintedColumn, ...]:
    """The columns of a list whose headings have these ``roles``, in the printed order.

    Of several unit columns that are responsible the first has its cells under ``responsible``.
    """
    taken: set[str] = set()
    made = []
    for heading, role in roles.items():
        key = "" if role in ("serial", "category") else "more"
        if role in OF_AN_ITEM and role not in taken:
            key = role
        taken.add(role)
        made.append(PrintedColumn(heading, role, key))
    return tuple(made)


def heading_of(columns: tuple[PrintedColumn, ...], key: str) -> str:
    """The printed heading of the column whose cells stand under ``key``; the standard one where none is."""
    return next((one.heading for one in (*columns, *STANDARD) if one.key == key), key)
