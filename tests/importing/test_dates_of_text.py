"""The dates that the text of an item tells become one cell, and where that says less, a doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import imported, text

from sulist.deadline import parse

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "滨河区2021年重点任务清单\n一、推进重点项目\n"
WHO = "（区住建局牵头，区财政局负责）"
SAME = {  # what the text tells, the cell made of it, and the dates of both
    "6月底前开工，10月底前完工": ("6月底前开工，10月底前完工", ["2021-06-30", "2021-10-31"]),
    "年底前全部完成，其中6月底前完成一半": (
        "年底前全部完成，其中6月底前完成一半",
        ["2021-06-30", "2021-12-31"],
    ),
    "2022年底前全部完成，其中6月底前完成一半": (
        "2022年底前全部完成，其中6月底前完成一半",
        ["2022-06-30", "2022-12-31"],
    ),
    "2022年6月底前出台方案。11月底前成立专班": (
        "11月底前，2022年6月底前",
        ["2021-11-30", "2022-06-30"],
    ),
    "10月底前（2022年）完工": ("10月底前（2022年）", ["2022-10-31"]),
    "10月底前完工（2022年）": ("10月底前完工（2022年）", ["2022-10-31"]),
    "完成时间由6月底前调整至9月底前": ("至9月底前", ["2021-09-30"]),
}
DOUBTED = {
    "10月底前竣工，8月底前完成主体": ["2021-10-31", "2021-08-31/2022-08-31"],
    "8月10日前启动，次月20日前完成，6月底前报方案": [
        "2021-08-10",
        "2021-09-20",
        "2021-06-30/2022-06-30",
    ],
}


@pytest.mark.parametrize("told", SAME)
def test_the_cell_says_the_dates_that_the_text_tells(tmp_path: Path, told: str) -> None:
    """In its words from the first to the last, else one behind the other, in one order or the other."""
    cell, dates = SAME[told]
    done = imported(text(tmp_path / "a.txt", f"{HEAD}1.建设学校，{told}。{WHO}\n"))
    (item,) = done.draft.items
    assert item.deadline == cell
    assert [str(one.due) for one in parse(cell, year=2021).milestones] == dates
    assert not [doubt for doubt in done.draft.doubts if "one by one" in doubt.other]


@pytest.mark.parametrize("told", DOUBTED)
def test_what_no_cell_says_alike_is_a_doubt(tmp_path: Path, told: str) -> None:
    """Every date of the text is named in it, with its other reading."""
    done = imported(text(tmp_path / "a.txt", f"{HEAD}1.建设学校，{told}。{WHO}\n"))
    (doubt,) = [doubt for doubt in done.draft.doubts if "one by one" in doubt.other]
    assert all(f"({day})" in doubt.other for day in DOUBTED[told])


def test_how_often_one_of_several_measures_returns_is_no_deadline_of_the_item(
    tmp_path: Path,
) -> None:
    """Where the text has that one measure alone, it is."""
    done = imported(
        text(
            tmp_path / "a.txt",
            f"{HEAD}1.开足课程，每月检查备课{WHO}\n2.开足课程。检查备课，每月一次；统一命题。{WHO}\n",
        )
    )
    assert [item.deadline for item in done.draft.items] == ["每月", ""]
    (doubt,) = [doubt for doubt in done.draft.doubts if doubt.item == done.draft.items[1]]
    assert "每月" in doubt.read
