"""What a unit cell is read as: UnitRef; and why it cannot be read: UnitError."""

from __future__ import annotations

from sulist.base.errors import SulistError
from sulist.base.tuples import NamedTuple

ASSISTING = frozenset(("support", "join", "guide"))


class UnitRef(NamedTuple):
    """One unit, or one group of units, that a cell names.

    Attributes:
        name: The full name, a shared prefix or suffix put back (省科技厅、教育厅: 省教育厅).
            A collective is named by its whole scope: 区属各单位, 区直有关部门.
        quantifier: None for a named unit; "all" for a collective with 各, or with no such
            word; "some" for one with 有关, 相关 or 各有关, or whose noun itself picks (属地镇街).
        written: The same as written in the cell, without layout spaces.
        duty: "lead", "responsible", "support", "join" or "guide"; None without a word for it.
        collective: Whether it stands for several units.
        open: Whether 等 follows, so that the list goes on (set on the unit before 等).
        restored: Whether ``name`` differs from ``written``, a shared part having been put back.
    """

    name: str
    quantifier: str | None = None
    written: str = ""
    duty: str | None = None
    collective: bool = False
    open: bool = False
    restored: bool = False

    @property
    def assists(self) -> bool:
        """Whether its duty is only to support, to join or to guide: such a unit never leads."""
        return self.duty in ASSISTING


class UnitError(SulistError, ValueError):
    """A cell that cannot be read.

    Attributes:
        cell: The cell as it was given.
        span: From where to where in ``cell`` the trouble is, as in a slice.
        reason: A sentence: what is wrong, and what to do.
    """

    def __init__(self, cell: str, span: tuple[int, int], reason: str) -> None:
        super().__init__(reason)
        self.cell = cell
        self.span = span
        self.reason = reason
