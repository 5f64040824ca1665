"""Columns of headings that nobody knows, and what their cells let one think that they are."""

from __future__ import annotations

from sulist.base.i18n import _
from sulist.base.plain import says_nothing
from sulist.importers import cell_text
from sulist.importers.drafts import Doubt


def doubts_of_columns(strange: dict[str, list[str]], year: int) -> list[Doubt]:
    """A column of an unknown label that holds units or deadlines may be one of the five."""
    doubts = []
    for label, texts in strange.items():
        held = [text for text in texts if not says_nothing(text)]
        for columns, role, looks in (
            ("牵头单位, 责任单位", "responsible", cell_text.looks_like_units),
            ("完成时限", "deadline", lambda text: cell_text.has_day(text, year)),
        ):
            if held and sum(map(looks, held)) > len(held) / 2:
                doubts.append(
                    Doubt(
                        "",
                        None,
                        _("the column {label}, kept as it is").format(label=label),
                        _("It may be {columns}: --column {label}={role} says what it is.").format(
                            columns=columns, label=label, role=role
                        ),
                    )
                )
    return doubts
