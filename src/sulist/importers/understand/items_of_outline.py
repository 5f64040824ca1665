"""Which numbered paragraphs of an outline are items: those that say who does what, and their like."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from sulist.base.plain import clean_cell
from sulist.importers import cell_text
from sulist.importers.understand.closings import UNIT_ROLES, answers
from sulist.importers.understand.listed_brackets import at_end, mode_of, tells_place
from sulist.importers.understand.said_for_several import share
from sulist.importers.understand.said_of_item import (
    closing_line,
    pieces_of,
    segments_of,
    unknown_label,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.importers.understand.listed_brackets import LastBracket
    from sulist.importers.understand.outline import Node
    from sulist.importers.understand.paragraphs import Paragraph

# Parts of a plan that hold no tasks, however they are numbered.
_FRAME = re.compile(
    "总体要求|总体思路|指导思想|基本原则|工作思路|工作目标|主要目标|总体目标|组织领导|组织实施|组织保障|"
    "保障措施|工作要求|有关要求|相关要求|具体要求|工作保障|实施步骤|工作步骤|背景|(?:完成|进展|基本|总体)情况$|工作回顾|存在的?(?:主要|突出|具体)?问题$|奖惩|附则|责任追究|(?:加强|强化)(?:组织|督导|督查|宣传)"
)
_LONGEST_FRAME = 20
_BODY = re.compile(
    "^[省市区县镇乡旗州各].{2,}|(?:局|委|厅|办|政府|街道|办事处|管委会|部门|单位|公司|集团|处|科|科室|部|组|车间)$"
)


def repeated_labels(root: Node) -> frozenset[str]:
    """What stands before a colon below more than one item: a label, whatever it says."""
    found: Counter[str] = Counter()
    for node in root.all():
        if node.is_item:
            lines = [line for one in node.all() for line in one.lines]
            found.update({unknown_label(line.written)[0] for line in lines} - {""})
    return frozenset(label for label, number in found.items() if number > 1)


def is_frame(node: Node) -> bool:
    """Whether it or what it stands below is no part with tasks, such as 一、总体要求."""
    above: Node | None = node
    while above and above.paragraph:
        title = re.split("[。；：:]", above.paragraph.own, maxsplit=1)[0]
        if len(title) <= _LONGEST_FRAME and _FRAME.search(title):
            return True
        above = above.parent
    return False


def mark_items(root: Node) -> None:
    """Marks the nodes that are items."""
    share(root)
    nodes = list(root.all())[1:]
    bare = _forms_with_bare_closings(nodes)
    modes = _modes_of_brackets(nodes, bare)
    of_places = _forms_with_places(nodes)
    for node in nodes:
        if node.form not in of_places and not _is_of_an_office(node):
            node.listed = modes.get(node.form, "")
            node.bare = node.form in bare or _closes_with_bodies(node)
        node.told = _tells(node, bare=node.bare)
    for node in nodes:
        if not node.told:
            node.told = _tells_below(node)
    _give_to_parents([root, *nodes])
    paths = {path_of(node) for node in nodes if node.told}
    for node in nodes:
        like = path_of(node) in paths and not is_frame(node)
        node.is_item = node.told or (like and not any(one.told for one in node.all()))
    for node in nodes:
        if node.told and _tells(node, bare=node.bare) and _has_steps(node):
            for step in node.children:
                step.is_item = True  # 项目建设（责任单位：区发改局）, and what is to be built below


def _has_steps(node: Node) -> bool:
    """Whether further tasks are counted below it; behind 具体措施： they are one cell."""
    return (
        len(node.children) > 1 and not node.lines and len({one.form for one in node.children}) == 1
    )


def path_of(node: Node) -> tuple[str, ...]:
    """The forms of the numbers above it and of its own."""
    forms = []
    above: Node | None = node
    while above and above.paragraph:
        forms.append(above.form)
        above = above.parent
    return tuple(forms)


def _tells(node: Node, *, bare: bool) -> bool:
    assert node.paragraph is not None  # noqa: S101 - only the root has none
    # In 保障措施 a sentence alone, such as 各单位抓落实, makes no task.
    own, is_told = node.paragraph.own, not is_frame(node)
    if segments_of(own, bare=bare, numbered=is_told)[0]:
        return True
    segments, _rest = segments_of(own, bare=bare, numbered=is_told, listed=node.listed)
    return any(answers(piece) for one in segments for piece in one.pieces)


def _forms_with_bare_closings(nodes: list[Node]) -> set[str]:
    """The forms of which at least half close with a bracket that holds units alone.

    A single such bracket may be an example: 建设平台2个（工程中心、重点实验室）.
    """
    bare: Counter[str] = Counter()
    with_bodies: Counter[str] = Counter()
    by_verbs: Counter[str] = Counter()
    for node in nodes:
        if _tells(node, bare=False):
            by_verbs[node.form] += 1
        elif _closes_with_bodies(node):
            with_bodies[node.form] += 1
        else:
            bare[node.form] += _tells(node, bare=True)
    forms = Counter(node.form for node in nodes)
    closed = {form: bare[form] + (not by_verbs[form]) * with_bodies[form] for form in bare}
    usual = {form for form in bare if closed[form] > 1 and closed[form] * 2 >= forms[form]}
    # （财务科） twice, and then （办公室）
    return usual | {
        form
        for form, number in with_bodies.items()
        if number > 1 and number * 2 >= forms[form] and not by_verbs[form]
    }


def _forms_with_places(nodes: list[Node]) -> set[str]:
    """The forms of which a last bracket tells where: what stands so in the others may be a place too."""
    return {one.form for one in nodes if one.paragraph and tells_place(one.paragraph.own)}


def _modes_of_brackets(nodes: list[Node], bare: set[str]) -> dict[str, str]:
    """Of each form of number, what the last brackets of its paragraphs say: units, persons or times."""
    ends: dict[str, list[LastBracket | None]] = {}
    named: Counter[str] = Counter()
    for node in nodes:
        assert node.paragraph is not None  # noqa: S101 - only the root has none
        if is_frame(node) or _is_of_an_office(node):
            continue
        if _tells(node, bare=False):
            named[node.form] += 1
            continue
        lines = [line.written for line in node.lines]
        closing = at_end(node.paragraph.own) or (at_end(lines[-1]) if lines else None)
        ends.setdefault(node.form, []).append(closing)
    labelled = {
        node.form
        for node in nodes
        if any(any(map(answers, pieces_of(line.written))) for line in node.lines)
    }
    modes = {form: mode_of(those, named[form], bare=form in bare) for form, those in ends.items()}
    # Where 责任单位： stands below, 培训班（各支部书记，4月） tells whom it is for.
    return {form: mode for form, mode in modes.items() if mode == "times" or form not in labelled}


def _closes_with_bodies(node: Node) -> bool:
    """Whether a last bracket of units alone names bodies of a government beyond doubt."""
    assert node.paragraph is not None  # noqa: S101 - only the root has none
    segments, _rest = segments_of(node.paragraph.own, bare=True, numbered=True)
    units = (
        [piece.text for piece in segments[-1].pieces if piece.role in UNIT_ROLES]
        if segments
        else []
    )
    return bool(units) and all(
        _BODY.search(name) for text in units for name in re.split("[、，,；;]", text) if name
    )


def _is_of_an_office(node: Node) -> bool:
    """Whether it names an office, whose tasks stand below: （一）综合办公室（人事科、财务科）."""
    assert node.paragraph is not None  # noqa: S101 - only the root has none
    name = re.split("[（(]", clean_cell(node.paragraph.own), maxsplit=1)[0]
    return bool(node.children) and cell_text.looks_like_units(name)


def _tells_below(node: Node) -> bool:
    """Whether the lines below it say who does it: behind labels, or in the closing of one."""
    closed = 0
    for line in node.lines:
        if any(map(answers, pieces_of(line.written))):
            return True
        closed += bool(closing_line(line.written, listed=node.listed)[0])
    if closed != 1 or node.parent is None:
        return False
    siblings = [one for one in node.parent.children if one.form == node.form]
    return all(sum(1 for _ in _closed(one)) < 2 and not one.children for one in siblings)


def _closed(node: Node) -> Iterator[Paragraph]:
    return (line for line in node.lines if closing_line(line.written, listed=node.listed)[0])


def _give_to_parents(nodes: list[Node]) -> None:
    """Labels below the last of several steps, none of which has its own, are those of the whole.

    So are those below a single step, where other wholes of that form have theirs.
    """
    given: set[str] = set()
    for fewest in (2, 1):
        for node in nodes:
            steps = [one for one in node.children if not one.is_item]
            if node.paragraph is None or node.told or len(steps) < fewest:
                continue
            if fewest == 1 and node.form not in given:
                continue
            if _only_last_tells(steps):
                steps[-1].told = False
                node.told = True
                given.add(node.form)


def _only_last_tells(steps: list[Node]) -> bool:
    """Whether lines below the last of the steps, and no other, say who does it."""
    before = any(below.told for one in steps[:-1] for below in one.all())
    one_form = len({one.form for one in steps}) == 1
    return steps[-1].told and not before and one_form and not _tells(steps[-1], bare=True)
