"""A proposed roster holds what was read wrongly too: names from doubtful readings are marked, told and heard by check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import doubts, imported, text

from sulist.importers.understand.doubtful_names import doubtful_names
from sulist.units.roster import TO_CONFIRM

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.importers.importing import Imported

HEAD = "滨河区2024年重点任务清单\n序号\t重点任务\t牵头单位\t责任单位\t完成时限\n"


def made_of(folder: Path, *cells: str) -> Imported:
    """A list with an item for each pair of a lead and a responsible cell, parted by |."""
    lines = [
        f"{at}\t建成第{at}个项目。\t{cell.partition('|')[0]}\t{cell.partition('|')[2]}\t6月底前\n"
        for at, cell in enumerate(cells, 1)
    ]
    return imported(text(folder / "a.txt", HEAD + "".join(lines)))


def in_doubt(made: Imported) -> list[tuple[str, str]]:
    """Each name in doubt, and the kind of its doubt."""
    return [(one.seen.name, one.kind) for one in doubtful_names(made.draft._replace(doubts=()))]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("区住建局|东山、西山镇",), [("东山镇", "restored")]),
        (("市公安局章贡分局、南康分局|",), [("市公安局南康分局", "restored")]),
        (("区民改局|", "区民政局|"), [("区民改局", "letter")]),
        (("区市场监菅局|", "区市场监管局|"), [("区市场监菅局", "letter")]),
        (("高效园区管理处|", "高校园区管理处|", "高校园区管理处|"), [("高效园区管理处", "letter")]),
        (("区教育局|", "教育局|"), [("教育局", "level")]),
    ],
)
def test_a_name_that_is_read_into_a_cell_is_in_doubt(
    tmp_path: Path, cells: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    """What is put back, what differs by one letter from a name of the list, what lacks the level that another has."""
    assert in_doubt(made_of(tmp_path, *cells)) == expected


@pytest.mark.parametrize(
    "cells",
    [
        ("区住建局|东山、西山镇", "区财政局|东山镇"),  # written whole elsewhere
        ("省公安厅|省科技厅、民政厅",),  # a level, for a bureau that is known
        ("区财政局|", "区民政局|"),  # two bureaus, though one letter apart
        ("区教育局|", "县教育局|"),  # two levels
        ("潭东镇人民政府|", "潭口镇人民政府|"),  # two towns
        ("第一人民医院管理中心|", "第二人民医院管理中心|"),  # told apart by a number
        ("区住建局|区直各部门",),  # a collective is no name
        ("教育局|", "财政局|"),  # no name of the list has a level
    ],
)
def test_a_name_that_is_written_is_in_no_doubt(tmp_path: Path, cells: tuple[str, ...]) -> None:
    """Though it may look like another one."""
    assert in_doubt(made_of(tmp_path, *cells)) == []


def test_a_name_in_doubt_stands_in_a_group_of_its_own_with_the_reason(tmp_path: Path) -> None:
    """The file says at the name where it was read and why it is in doubt, and at the item what to look at."""
    made = made_of(tmp_path, "区住建局|东山、西山镇", "区住建局|区财政局")
    assert dict(made.draft.groups)[TO_CONFIRM] == ("东山镇",)
    reason = "东山镇 is written 东山; the rest was taken from 西山镇"
    assert f"    # 1-1: {reason}\n    - 东山镇\n" in made.text
    assert doubts(made) == [("1-1", reason)]
    assert f"# DOUBT 1 (line 3, cell 4): {reason}." in made.text


def test_check_names_what_is_still_to_be_confirmed(tmp_path: Path) -> None:
    """So a name that was read wrongly is noticed, though it is on the roster; once it is moved, no more."""
    from sulist.listfile.worklist import examine_text

    made = made_of(tmp_path, "区住建局|东山、西山镇")
    assert [one.check for one in made.problems] == ["roster-confirmed"]
    assert "东山镇" in made.problems[0].message
    moved = made.text.replace(f"  {TO_CONFIRM}:  # proposed\n", "")
    assert examine_text(moved.encode(), "")[1] == []


def test_many_names_of_a_kind_are_one_doubt(tmp_path: Path) -> None:
    """Up to five are told each at its item; more are counted, and all of them stand marked in the file."""
    towns = "东山 西山 南山 北山 中山 大山".split()
    few = made_of(tmp_path, *(f"区住建局|{town}、河口镇" for town in towns[:5]))
    assert [item for item, _read in doubts(few)] == ["1-1", "1-2", "1-3", "1-4", "1-5"]
    many = made_of(tmp_path, *(f"区住建局|{town}、河口镇" for town in towns))
    [(item, read)] = doubts(many)
    assert item == ""
    assert read.startswith("6 names, such as 东山镇（1-1）、西山镇（1-2）")
    assert dict(many.draft.groups)[TO_CONFIRM] == tuple(f"{town}镇" for town in towns)
    assert all(
        f"    # 1-{at}: {town}镇 is written {town}" in many.text for at, town in enumerate(towns, 1)
    )


def test_a_name_of_a_cell_in_doubt_is_in_doubt(tmp_path: Path) -> None:
    """Unless another cell names it too."""
    from sulist.importers.drafts import Doubt

    made = made_of(tmp_path, "区住建局|区财政局", "区民政局|区财政局")
    item = made.draft.items[1]
    for key, expected in (("lead", [("区民政局", "cell")]), ("responsible", [])):
        doubt = Doubt(item.places[key], item, "two cells as one", "")
        draft = made.draft._replace(doubts=(doubt,))
        assert [(one.seen.name, one.kind) for one in doubtful_names(draft)] == expected
