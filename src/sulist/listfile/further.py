"""What only some lists have: columns of their own, parts, items of the year, no leads. Loaded where one has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.plain import clean_cell, says_nothing
from sulist.listfile import persons
from sulist.listfile.fetching import meant
from sulist.listfile.item import OF_AN_ITEM, PERSONS, ROLES, SINGLE, columns_of, leading
from sulist.listfile.yaml_source import Scalar
from sulist.units.duty_labels import duty_of
from sulist.units.printed import as_printed
from sulist.units.ref import ASSISTING, UnitRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from sulist.listfile.fetching import Fetcher
    from sulist.listfile.item import Category, Draft, PrintedColumn, WorkItem
    from sulist.listfile.yaml_source import Mapping


def read_columns(reader: Fetcher, root: Mapping) -> tuple[PrintedColumn, ...]:
    """The printed columns of a list; what is wrong in them is reported."""
    roles: dict[str, str] = {}
    for heading, (key, node) in reader.mapping(root, "columns").items():
        reader.hides(key)
        role = node.value if isinstance(node, Scalar) else ""
        if (name := clean_cell(heading)) in roles:
            _stands_twice(reader, key, name)
        elif role not in ROLES:
            reader.report(
                "column-roles",
                node,
                _("“{role}” is no role of a column.").format(role=role),
                meant(role, ROLES, _("Roles: {roles}.").format(roles=_(", ").join(ROLES))),
            )
        elif role in SINGLE and role in roles.values():
            reader.report(
                "column-roles",
                node,
                _("A list has one column of the role {role}.").format(role=role),
                _("Keep one of them; another may be responsible or other."),
            )
        else:
            roles[name] = role
    if "text" not in roles.values():
        reader.report(
            "column-roles",
            root.entries["columns"][0],
            _("No column has the role text: which one says what is to be done?"),
            _("Write text behind its heading, as in 事项名称: text."),
        )
    return columns_of(roles)


def _stands_twice(reader: Fetcher, key: Scalar, heading: str, cell: str = "") -> None:
    """Reports a heading that is another one's but for spaces, so that one cell would hide the other."""
    reader.report(
        "column-roles",
        key,
        _("The heading {heading} stands here twice.").format(heading=heading),
        _("Give each column a heading of its own, as 备注（一） and 备注（二）."),
        cell,
    )


def duties_of(columns: tuple[PrintedColumn, ...]) -> dict[str, str]:
    """Which unit columns only assist, by the key or heading of their cells: 配合单位 support."""
    said = {
        one.key if one.key in OF_AN_ITEM else one.heading: duty_of(one.heading)
        for one in columns
        if one.role == "responsible"
    }
    return {cell: duty for cell, duty in said.items() if duty in ASSISTING}


def with_further_cells(reader: Fetcher, item: WorkItem, assigned: date | None) -> WorkItem:
    """The item with what its further keys say; the day on which it was ``assigned`` is read already."""
    node = item.node
    cells = _cells(reader, node)
    unit_cells: list[tuple[str, tuple[UnitRef, ...]]] = []
    people: dict[str, list[str]] = {role: [] for role in PERSONS}
    for column in reader.columns:
        cell = cells.get(column.heading, "")
        if column.key != "more" or not cell:
            continue
        if column.role == "responsible":
            refs = reader.unit_cell(reader.inner(node, "more"), column.heading, cell)
            unit_cells.append((column.heading, refs))
        elif column.role in PERSONS:
            people[column.role] += persons.names(cell)
    return item._replace(
        printed_serial=_printed_serial(reader, item),
        part_of=reader.text(node, "part_of"),
        assigned=assigned,
        source=reader.text(node, "source"),
        more=tuple(cells.items()),
        further=tuple(unit_cells),
        leaders=tuple(dict.fromkeys(people["leader"])),
        persons=tuple(dict.fromkeys(people["person"])),
    )


def _printed_serial(reader: Fetcher, item: WorkItem) -> str:
    """The serial as printed: that of the id where none is written; a part may have none."""
    if "printed_serial" not in item.node.entries:
        return item.printed_serial
    return reader.text(item.node, "printed_serial")


def _cells(reader: Fetcher, node: Mapping) -> dict[str, str]:
    """The further cells of an item by their headings, in the printed order."""
    written = reader.mapping(node, "more")
    known = {one.heading: one.role for one in reader.columns if one.key == "more"}
    cells: dict[str, str] = {}
    for heading, (key, value) in written.items():
        name = clean_cell(heading)
        if name in cells:
            _stands_twice(reader, key, name, name)
        elif name not in known:
            reader.report(
                "column-roles",
                key,
                _("{heading} is no further column of this list.").format(heading=heading),
                meant(
                    name,
                    known,
                    _("Add it under columns:, with its role, as in {heading}: other.").format(
                        heading=heading
                    ),
                ),
                name,
            )
        elif not isinstance(value, Scalar):
            reader.wrong_type(value, _("a text"), name)
        elif reader.is_blank(value, name):
            cells[name] = ""
        else:
            cells[name] = _cleaned(reader, value.value, known[name])
            reader.tell_comment(value)
    return {heading: cells[heading] for heading in known if heading in cells}


def _cleaned(reader: Fetcher, written: str, role: str) -> str:
    if role == "responsible":
        return as_printed(written, reader.roster or None)
    return persons.as_printed(written) if role in PERSONS else clean_cell(written)


def completed(reader: Fetcher, draft: Draft) -> Draft:
    """The list with what its parts have from their parents, and with who leads where no cell says so."""
    categories = draft.categories
    root = draft.node
    assert root is not None  # noqa: S101 - it is completed as a list
    rule = reader.text(root, "lead_rule")
    has_leads = any(item.lead_text for one in categories for item in one.items)
    if rule and (rule != "first" or has_leads):
        reader.report(
            "lead-rule",
            root.entries["lead_rule"][1],
            _("This list says in its lead cells who leads.")
            if has_leads
            else _("“{rule}” is no rule of who leads.").format(rule=rule),
            _("Delete lead_rule:.")
            if has_leads
            else _("Write first (列第一位者为牵头单位), or delete it: then all of them lead."),
        )
    leads_by = "lead" if has_leads else "first" if rule == "first" else "responsible"
    if not has_leads:
        categories = tuple(
            [_led_by_the_responsible(one, only_first=leads_by == "first") for one in categories]
        )
    categories = tuple([_with_parts(one, has_leads=has_leads) for one in categories])
    return draft._replace(categories=categories, leads_by=leads_by)


def _led_by_the_responsible(category: Category, *, only_first: bool) -> Category:
    """The category with its responsible units as leads: all of them, or the first where none is said to lead.

    Where no unit is named its persons (责任人) answer for an item, as in the minutes of a meeting.
    """
    made = []
    for item in category.items:
        lead = leading(item.responsible)
        if only_first and not any(ref.duty == "lead" for ref in lead):
            lead = lead[:1]
        if not lead and says_nothing(item.responsible_text):
            lead = tuple([UnitRef(name, written=name) for name in item.persons])
        made.append(item._replace(lead=lead))
    return category._replace(items=tuple(made))


def _with_parts(category: Category, *, has_leads: bool) -> Category:
    """The category whose parts have the lead and the deadline of their parents where they say none."""
    above = {item.id: item for item in category.items}
    return category._replace(
        items=tuple(
            [
                _part(item, above[item.part_of], has_leads=has_leads)
                if item.part_of in above
                else item
                for item in category.items
            ]
        )
    )


def _is_led_as_its_parent(item: WorkItem, parent: WorkItem, *, has_leads: bool) -> bool:
    """Whether a part says no unit; its own persons answer for it only where its parent has none either."""
    written = item.node.entries
    if "lead" in written or (not has_leads and "responsible" in written):
        return False
    return has_leads or not item.lead or bool(parent.lead and parent.responsible)


def _part(item: WorkItem, parent: WorkItem, *, has_leads: bool) -> WorkItem:
    """A part with what it does not say; a cell that is there and empty says that there is nothing."""
    written = item.node.entries
    if _is_led_as_its_parent(item, parent, has_leads=has_leads):
        item = item._replace(lead=parent.lead, inherits=("lead",))
    if "deadline" not in written and "deadline" in parent.node.entries:
        item = item._replace(deadline=parent.deadline, inherits=(*item.inherits, "deadline"))
    if "assigned" not in written:
        item = item._replace(assigned=parent.assigned)  # nobody has a part before the whole
    return item


def unread_cells(draft: Draft, cells: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """The ``cells`` by item that could not be read or proved, and those that are taken from one, with their texts."""
    items = {item.id: item for category in draft.categories for item in category.items}
    own: dict[str, dict[str, str]] = {}
    for item, cell in cells:
        if item in items:
            own.setdefault(item, {})[cell] = _raw(items[item], cell)
    leading_cell = "lead" if draft.leads_by == "lead" else "responsible"
    for one in items.values():
        found = dict(own.get(one.id, {}))
        above = own.get(one.part_of, {})
        for key in one.inherits:
            cell = leading_cell if key == "lead" else key
            if cell in above:
                found.setdefault(cell, above[cell])
        for cell, text in found.items():
            yield one.id, cell, text


def _raw(item: WorkItem, cell: str) -> str:
    """The text of a cell, as it is written where it has no meaning."""
    if said := item.written(cell):
        return said
    node = item.node.entries.get(cell, (None, None))[1]
    return node.value if isinstance(node, Scalar) else ""
