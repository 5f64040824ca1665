"""The paragraphs of a document as a tree: what stands below a number, down to the next one like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sulist.importers.understand.paragraphs import Paragraph


class Node:
    """A numbered paragraph and what stands below it: paragraphs and further nodes, in their order.

    The root has no paragraph of its own. ``told`` is whether it says who does what, ``bare``
    whether a bracket of units alone does in it, ``listed`` what the last brackets of its like say, ``shares`` with how many it has one line that does,
    ``asks`` whether that line may be its own; they and ``is_item`` are set by who reads the tree.
    """

    __slots__ = (
        "asks",
        "bare",
        "below",
        "is_item",
        "listed",
        "paragraph",
        "parent",
        "shares",
        "told",
    )

    def __init__(self, paragraph: Paragraph | None, parent: Node | None) -> None:
        self.paragraph = paragraph
        self.parent = parent
        self.below: list[Node | Paragraph] = []
        self.told = False
        self.bare = False
        self.listed = ""
        self.is_item = False
        self.shares = 0
        self.asks = False

    @property
    def form(self) -> str:
        """The form of its number; that of the root is empty."""
        return self.paragraph.marker.form if self.paragraph and self.paragraph.marker else ""

    @property
    def place(self) -> str:
        """Where its paragraph stands."""
        return self.paragraph.cell.place if self.paragraph else ""

    @property
    def children(self) -> list[Node]:
        """The nodes directly below it."""
        return [one for one in self.below if isinstance(one, Node)]

    @property
    def lines(self) -> list[Paragraph]:
        """The paragraphs directly below it, without a number."""
        return [one for one in self.below if not isinstance(one, Node)]

    def all(self) -> Iterator[Node]:
        """It and every node below it, in the order of the document."""
        yield self
        for child in self.children:
            yield from child.all()

    def paragraphs(self) -> Iterator[Paragraph]:
        """Its paragraph and all below it, in the order of the document."""
        if self.paragraph:
            yield self.paragraph
        for one in self.below:
            if isinstance(one, Node):
                yield from one.paragraphs()
            else:
                yield one


def outline(paragraphs: Sequence[Paragraph]) -> Node:
    """The tree. A form of number that is open goes on there; any other one stands below the last."""
    root = here = Node(None, None)
    for paragraph in paragraphs:
        if paragraph.marker is None:
            here.below.append(paragraph)
            continue
        above: Node | None = here
        while above and above.form != paragraph.marker.form:
            above = above.parent
        parent = above.parent if above and above.parent else here
        node = Node(paragraph, parent)
        parent.below.append(node)
        here = node
    return root
