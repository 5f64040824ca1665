"""A list that says nowhere who does what: its numbered paragraphs, where its title says that it is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sulist.base.plain import clean_cell
from sulist.importers.understand.items_of_outline import is_frame
from sulist.importers.understand.markers import NumberMark
from sulist.importers.understand.outline import Node
from sulist.importers.understand.said_in_sentence import in_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIST = re.compile(
    "清单|督办|交办|任务|实事|要点|重点工作|工作安排|工作计划|行动计划|台账|纪要|民生|分工|分解|举措|若干措施|整改|行事历|工作历|配档表|时间表|进度表|进度安排|日程安排|实施方案|行动方案|工作方案"
)
_NO_LIST = re.compile(
    "放假|假期|(?:制度|规定|办法|总结|讲话|简报|解读)(?:[（(].*[）)])?(?:的通知)?$"
)
_MINUTES = re.compile("纪要$")
_FEWEST = 3
_LONGEST_TITLE = 60
_LONGEST_HEADING = 60


def mark(root: Node) -> None:
    """Marks its items; none in a paper that neither its lines nor its chapters call a list."""
    chapters = [one.paragraph.text for one in root.children if one.paragraph and one.children]
    found = list(_below(root))
    fewest = _FEWEST - 1 if any(map(_names_units, found)) else _FEWEST
    if len(found) < fewest or not _LIST.search(
        "".join([*(one.text for one in root.lines), *chapters])
    ):
        return
    titles = [one.text for one in root.lines if len(one.text) <= _LONGEST_TITLE]
    if any(map(_NO_LIST.search, titles)):
        return
    for one in found:
        one.is_item = True
    if any(map(_MINUTES.search, titles)):
        for one in root.children:
            _decide_in_lines(one)


def _decide_in_lines(chapter: Node) -> None:
    """Makes items of the paragraphs below a heading of minutes that has no numbers below it."""
    own = clean_cell(chapter.paragraph.own) if chapter.paragraph else ""
    if chapter.is_item or chapter.children or is_frame(chapter) or "。" in own:
        return
    decided = [
        Node(one._replace(marker=NumberMark("record", None, 0)), chapter) for one in chapter.lines
    ]
    for one in decided:
        one.is_item = True
    chapter.below = [*decided]


def _names_units(node: Node) -> bool:
    return any(in_sentences(one.text).pieces for one in node.paragraphs())


def _below(node: Node) -> Iterator[Node]:
    """The items below a heading: what is no heading itself, in all chapters at one depth."""
    chapters = [one for one in node.children if not is_frame(one)]
    headed = [one for one in chapters if _is_heading(one)]
    if not headed:
        yield from chapters
        return
    for one in chapters:
        if one in headed:
            yield from _below(one)
        elif node.paragraph and _names_units(
            one
        ):  # （三）区民政局：牵头…, beside others with numbers below
            yield one


def _is_heading(node: Node) -> bool:
    """Whether it only names what stands below its own numbers."""
    if not node.children or node.paragraph is None:
        return False
    own = clean_cell(node.paragraph.own)
    return len(own) <= _LONGEST_HEADING and "。" not in own[:-1] and own[-1:] not in tuple("；，")
