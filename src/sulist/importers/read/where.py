"""How the places of a text file are told to a person."""

from __future__ import annotations

from sulist.base.i18n import _


def at_line(number: int) -> str:
    """The place of a line."""
    return _("line {n}").format(n=number)


def at_cell(number: int) -> str:
    """The place of a cell, behind that of its line."""
    return _(", cell {n}").format(n=number)
