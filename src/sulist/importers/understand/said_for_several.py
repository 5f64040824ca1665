"""Who does it, said once below several items: 以上工作由区发改局牵头, or a bracket below the last of a chapter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sulist.importers.understand.closings import answers
from sulist.importers.understand.said_of_item import pieces_of, segments_of

if TYPE_CHECKING:
    from sulist.importers.understand.outline import Node
    from sulist.importers.understand.paragraphs import Paragraph

_ABOVE = re.compile(
    "^[（(]?以上(?:各|所有|[0-9一二三四五六七八九十]+)?(?:项|条)?(?:重点)?(?:工作|任务|事项|内容|措施|项目)?，?(?:均|都|分别)?由?"
)


def share(root: Node) -> None:
    """Gives such a line to each of the items above it."""
    for node in list(root.all()):
        items = node.children
        if len(items) < 2 or len({one.form for one in items}) > 1:
            continue
        said = [line for line in items[-1].lines if _tells(line)]
        if not said or any(_says(one) for one in items) or items[-1].children:
            continue
        is_certain = any(_ABOVE.match(line.written) for line in said)
        if is_certain or _runs_through(node):
            items[-1].asks = not is_certain
            items[-1].below = [line for line in items[-1].below if line not in said]
            for one in items:
                one.below += [_without_above(line) for line in said]
                one.shares = len(items)


def _says(node: Node) -> bool:
    """Whether an item says who does it in its own paragraph, or has something below that does."""
    assert node.paragraph is not None  # noqa: S101 - only the root has none
    own = bool(segments_of(node.paragraph.own, bare=True, numbered=True)[0])
    is_last = node.parent is not None and node is node.parent.children[-1]
    return own or (not is_last and any(_tells(one) for one in node.paragraphs()))


def _tells(line: Paragraph) -> bool:
    line = _without_above(line)
    if any(map(answers, pieces_of(line.written))):
        return True
    segments, _rest = segments_of(line.written)
    return bool(segments) and not segments[0].text


def _without_above(line: Paragraph) -> Paragraph:
    """以上工作由A牵头，B配合。 as the bracket that it could be."""
    found = _ABOVE.match(line.written)
    if found is None:
        return line
    return line._replace(written=f"（{line.written[found.end() :].rstrip('。；）)')}）")


def _runs_through(node: Node) -> bool:
    """Whether the numbers of its items go on from the chapter before, or in the next."""
    first, last = _ends(node)
    chapters = node.parent.children if node.parent else []
    at = next((at for at, one in enumerate(chapters) if one is node), -1)
    before = _ends(chapters[at - 1])[1] if at > 0 else None
    behind = _ends(chapters[at + 1])[0] if 0 <= at < len(chapters) - 1 else None
    return bool(
        (first and before and first == before + 1) or (last and behind and behind == last + 1)
    )


def _ends(node: Node) -> tuple[int | None, int | None]:
    numbers = [
        one.paragraph.marker.number
        for one in node.children
        if one.paragraph and one.paragraph.marker
    ]
    return (numbers[0], numbers[-1]) if numbers else (None, None)
