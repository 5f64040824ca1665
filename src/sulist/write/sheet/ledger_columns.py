"""The columns of a ledger: those that the list prints, and beside them how every item stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.forms.layout import FormColumn, beside, printed_columns
from sulist.listfile.printing import Printing

if TYPE_CHECKING:
    from sulist.listfile.worklist import WorkList

# What stands beside the printed columns of an item.
STANDING = (
    FormColumn("light", "灯号", 9.7, "short"),
    FormColumn("state", "状态", 8, "short"),
    FormColumn("percent", "完成比例", 5.2, "short"),
    FormColumn("done", "进展情况", 22, "text", grows=4),
    FormColumn("problem", "存在问题", 12, "text", grows=2),
    FormColumn("next", "下步打算", 12, "text", grows=2),
    FormColumn("evidence", "佐证", 7.5, "text", grows=1),
    FormColumn("remark", "备注", 11.5, "text", grows=2),
)


def every_column(printing: Printing) -> tuple[FormColumn, ...]:
    """All columns that a ledger of the list may have; no two have the same title."""
    own = printed_columns(printing)
    headings = [one.title for one in own]
    return (*own, *(one._replace(title=beside(one.title, headings)) for one in STANDING))


def titles(worklist: WorkList) -> dict[str, str]:
    """The titles of all columns, each under its own name: those that may be chosen."""
    return {one.title: one.title for one in every_column(Printing(worklist))}


def chosen(printing: Printing, named: tuple[str, ...]) -> tuple[FormColumn, ...]:
    """The columns with these titles in their order; all where none is named."""
    every = {one.title: one for one in every_column(printing)}
    return tuple(every[title] for title in named) if named else tuple(every.values())
