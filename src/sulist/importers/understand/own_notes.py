"""Notes that our own papers print below a list: which items came in the year, and which are parts of which.

A paper's serials do not say either; so its notes do (``write/printed_words``), and are read back here.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.importers.drafts import DraftCategory, DraftItem, Unused

_MOST_LINES = 30
_NAME = "(?:(?:编号)?[0-9]+-[0-9]+|第[^第（）：属]+项(?:之[0-9]+)?)"
_OF_THE_YEAR = re.compile(rf"注：年中交办的事项：((?:{_NAME}（[^（）]*）、?)+)。")
_ONE = re.compile(rf"({_NAME})（([0-9]{{4}})年([0-9]{{1,2}})月([0-9]{{1,2}})日）")
_PART = re.compile(rf"注：({_NAME})属({_NAME})：.*。")


def take_notes(categories: Sequence[DraftCategory], unused: Sequence[Unused]) -> list[Unused]:
    """Does what the notes say of the items; the texts that are still unused.

    A note that names an item which is not there stays unused, whole.
    """
    names = _names(categories)
    rest: list[Unused] = []
    at = 0
    while at < len(unused):
        lines = _lines_of_a_note(unused, at)
        if not _taken("".join(one.text for one in lines), names):
            lines = lines[:1]
            rest += lines
        at += len(lines)
    return rest


def _lines_of_a_note(unused: Sequence[Unused], at: int) -> Sequence[Unused]:
    """A text, with those that follow up to the stop of a note; a page may break one into several lines."""
    end = at + 1
    while unused[at].text.startswith("注：") and not unused[end - 1].text.endswith("。"):
        if end == min(len(unused), at + _MOST_LINES):
            return unused[at : at + 1]
        end += 1
    return unused[at:end]


def _names(categories: Sequence[DraftCategory]) -> dict[str, DraftItem]:
    """Every item by its id as the paper prints it, and by its printed serial where that means it alone."""
    found: dict[str, DraftItem] = {}
    serials: dict[str, list[DraftItem]] = {}
    for category in categories:
        for item in category.items:
            serial = item.printed_serial or ("" if item.serial is None else str(item.serial))
            if serial:
                found.setdefault(f"{category.number}-{serial}", item)
                serials.setdefault(serial, []).append(item)
    for category in categories:
        for item in category.items:
            found.setdefault(item.id, item)
    alone = {_called(serial): items[0] for serial, items in serials.items() if len(items) == 1}
    ids = {f"编号{item.id}": item for category in categories for item in category.items}
    return found | alone | ids


def _called(serial: str) -> str:
    """How a note calls an item: 第4项, and 第4项之1 of a part that has no serial of its own."""
    whole, mark, place = serial.partition("之")
    return f"第{whole}项{mark}{place}"


def _taken(text: str, names: dict[str, DraftItem]) -> bool:
    if found := _OF_THE_YEAR.fullmatch(text):
        told = _ONE.findall(found.group(1))
        if not told or any(name not in names for name, *_day in told):
            return False
        try:
            days = [date(*map(int, day)) for _name, *day in told]
        except ValueError:
            return False
        for (name, *_said), day in zip(told, days, strict=True):
            names[name].assigned = day
        return True
    found = _PART.fullmatch(text)
    if found and all(name in names for name in found.groups()):
        part, whole = (names[name] for name in found.groups())
        if part is whole or whole.part_of:
            return False
        part.part_of = whole
        if "之" in (part.printed_serial or ""):
            part.printed_serial = ""
        return True
    return False
