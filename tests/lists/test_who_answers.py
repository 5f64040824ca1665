"""Who answers for an item of a list without leads: its units, else its parent's, else its persons."""

from __future__ import annotations

import pytest

from sulist.listfile.worklist import WorkList, examine_text

HEAD = """\
title: 某会议议定事项
year: 2024
columns: {序号: serial, 事项: text, 责任单位: responsible, 配合单位: responsible, 责任人: person, 时限: deadline}
categories:
  - number: 一
    title: 某会议议定事项
    items:
"""


def read(*items: str, roster: str = "") -> WorkList:
    """The list of these items, each without its id and text."""
    lines = [
        f"      - {{id: 1-{at}, text: 事项{at}。, {rest}}}\n" for at, rest in enumerate(items, 1)
    ]
    worklist, _problems = examine_text((HEAD + "".join(lines) + roster).encode(), "items.yaml")
    assert worklist is not None
    return worklist


UNIT = "responsible: 区水务局, deadline: 8月底前"
PERSON = 'responsible: "", deadline: 8月底前, more: {责任人: 王一}'
ANSWERS = [
    ([PERSON], "王一"),
    (["responsible: 无, deadline: 8月底前, more: {责任人: 王一}"], "王一"),
    (["responsible: 区水务局配合, deadline: 8月底前, more: {责任人: 王一}"], ""),
    ([UNIT, "part_of: 1-1, more: {责任人: 赵二}"], "区水务局"),
    ([UNIT, "part_of: 1-1"], "区水务局"),
    ([UNIT, 'part_of: 1-1, responsible: "", more: {责任人: 赵二}'], "赵二"),
    ([UNIT, "part_of: 1-1, responsible: 区住建局, more: {责任人: 赵二}"], "区住建局"),
    ([PERSON, "part_of: 1-1, more: {责任人: 赵二}"], "赵二"),
    ([PERSON, "part_of: 1-1"], "王一"),
    (
        ["responsible: 区水务局配合, deadline: 8月底前", "part_of: 1-1, more: {责任人: 赵二}"],
        "赵二",
    ),
]


@pytest.mark.parametrize(("items", "answers"), ANSWERS)
def test_persons_answer_only_where_no_unit_does(items: list[str], answers: str) -> None:
    """A part has its parent's unit where it says none, whoever its own person is; 无 names no unit."""
    assert " ".join(ref.name for ref in read(*items).items[-1].lead) == answers


def test_who_answers_is_a_unit_whatever_is_named_beside_it() -> None:
    """A person is asked about as a unit is, though a unit assists; of a part also its parent's unit."""
    assert read(PERSON.replace("{", "{配合单位: 区财政局, ")).units == ("区财政局", "王一")
    worklist = read(UNIT, "part_of: 1-1")
    part = worklist.categories[0]._replace(items=worklist.items[1:])
    assert worklist._replace(categories=(part,)).units == ("区水务局",)


def test_a_part_is_in_doubt_where_what_it_has_from_its_parent_is() -> None:
    """By the key of the parent's cell: of who leads that is the responsible units' in a list without leads."""
    roster = "units: {区直部门: [区水务局]}\n"
    worklist = read(
        UNIT.replace("区水务局", "区未知局"), "part_of: 1-1", f"part_of: 1-1, {UNIT}", roster=roster
    )
    found = [(one.id, one.cell, one.text) for one in worklist.unread]
    assert found == [("1-1", "responsible", "区未知局"), ("1-2", "responsible", "区未知局")]


def test_a_list_without_deadlines_has_none_to_inherit() -> None:
    """What a part has from its parent is told only where the list has such a column."""
    text = HEAD.replace(", 时限: deadline", "") + (
        "      - {id: 1-1, text: 事项1。, responsible: 区水务局}\n"
        "      - {id: 1-2, text: 事项2。, part_of: 1-1}\n"
    )
    worklist, _problems = examine_text(text.encode(), "items.yaml")
    assert worklist is not None
    assert worklist.items[1].inherits == ("lead",)
