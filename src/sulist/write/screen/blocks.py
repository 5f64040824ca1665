"""A page: what an answer looks like to a person, without markup, colour or width."""

from __future__ import annotations

from sulist.base.tuples import NamedTuple

NONE = "·"  # a count of nothing, where a 0 would only catch the eye


class Column(NamedTuple):
    """A column; a ``fixed`` one is as wide as its widest cell and is wrapped last of all.

    A ``right`` one holds numbers; a ``picture`` is for the eye only, and no part of the records. One
    of a ``least`` width is never narrower: where there is no room, the rows are stacked.
    """

    title: str
    fixed: bool = True
    right: bool = False
    picture: bool = False
    least: int = 0


class Table(NamedTuple):
    """Rows of cells under columns.

    ``tones`` says of each row late, near, well, closed or nothing; the cell in the column ``toned`` shows it.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    tones: tuple[str, ...] = ()
    toned: int = -1


class Lines(NamedTuple):
    """Lines of text under a title, shown as they are; of a ``picture`` every column has its place."""

    title: str
    lines: tuple[str, ...]
    picture: bool = False


class Beside(NamedTuple):
    """Two columns of blocks, side by side where there is room for both, else one below the other."""

    left: tuple[Table | Lines, ...]
    right: tuple[Table | Lines, ...]


class Page(NamedTuple):
    """An answer for a person."""

    title: str
    blocks: tuple[Table | Lines | Beside, ...]
    notes: tuple[str, ...] = ()

    @property
    def flat(self) -> tuple[Table | Lines, ...]:
        """Every block in one column, for a form that has no columns."""
        found: list[Table | Lines] = []
        for block in self.blocks:
            found += (*block.left, *block.right) if isinstance(block, Beside) else (block,)
        return tuple(found)
