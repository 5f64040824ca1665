"""What sulist exported is known by its headings, and only then read as its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import imported, rows, text, unused, workbook

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

DERIVED = "due,days left,role"


def test_a_table_that_only_looks_like_ours_is_read_as_any(tmp_path: Path) -> None:
    """An office's own 编号 of two parts is a serial, and its column 状态 one of the list."""
    page = "滨河区2024年清单\n编号,任务,牵头单位,状态\n1-1,修路,区住建局,在建\n1-2,修桥,区水利局,在建\n"
    made = imported(text(tmp_path / "a.csv", page))
    assert [item.more for item in made.draft.items] == [{"状态": "在建"}] * 2
    assert [item.text for item in made.draft.items] == ["修路", "修桥"]


@pytest.mark.parametrize("identity", ["x", "", "1"])
def test_a_row_that_is_no_item_of_ours_makes_it_a_table_as_any(
    identity: str, tmp_path: Path
) -> None:
    """What a person wrote into it is neither read as an item of an id nor dropped."""
    page = (
        f"编号,分类,序号,任务,牵头单位,{DERIVED}\n一-1,项目,1,修路,区住建局,2024-06-30,3,\n"
        f"{identity},项目,2,修桥,区水利局,2024-06-30,3,\n"
    )
    made = imported(text(tmp_path / "a.csv", page), title="清单", year=2024)
    assert "修桥" in made.text


def test_what_is_worked_out_is_named_as_not_used(tmp_path: Path) -> None:
    """Each column with what it says; a part and a day of assignment come back."""
    page = (
        f"编号,分类,任务,牵头单位,{DERIVED},part of,assigned\n一-1,项目,治水,区水利局,2024-06-30,3,牵头,,\n"
        "一-2,项目,清淤,区城管局,2024-05-31,,牵头,一-1,2024-03-04\n"
    )
    made = imported(text(tmp_path / "a.csv", page), title="清单", year=2024)
    whole, part = made.draft.items
    assert (part.part_of, str(part.assigned)) == (whole, "2024-03-04")
    assert unused(made)[:3] == ["due:2024-06-30,2024-05-31", "days left:3", "role:牵头"]


def test_an_item_of_the_year_in_a_ledger_without_any_year_keeps_no_wrong_day(
    tmp_path: Path,
) -> None:
    """Its day is told as not used, since the ledger does not say of which year it is."""
    ours = ["灯号", "状态", "完成比例", "进展情况", "存在问题", "下步打算", "佐证", "备注"]
    file = workbook(
        tmp_path / "a.xlsx",
        [
            ["督办清单（台账）"],
            ["截至2025年1月9日"],
            ["序号", "任务", "牵头单位", *ours],
            ["一、项目"],
            ["1-1", "治水", "区水利局", *[""] * 7, "9月3日年中交办。"],
        ],
    )
    made = imported(file, year=2024)
    assert rows(made) == [("1-1", "治水", "区水利局", "", "")]
    assert made.draft.items[0].assigned is None
    assert "备注:9月3日年中交办。" in unused(made)


def test_a_page_of_ours_names_what_was_reported(sulist: Sulist, tmp_path: Path) -> None:
    """Reports on the page are no part of the list; they are told as not used."""
    year = str(tmp_path / "p.yaml")
    for words in (
        ("log", "1-1", "--on", "2021-05-31", "--done", "座谈会已开。", "--journal", year),
        ("export", "page", "--as-of", "2021-06-01", "-o", "p.html", "--journal", year),
    ):
        assert sulist(*words).returncode == 0, sulist(*words).stderr.decode()
    made = imported(tmp_path / "p.html")
    assert len(made.draft.items) == 18
    assert any("座谈会已开" in one for one in unused(made))


@pytest.mark.parametrize("day", ["明天", "2024-13-45", "-9-3"])
def test_a_day_that_is_none_is_told_and_not_taken(day: str, tmp_path: Path) -> None:
    """A person may have written into the column."""
    page = f"编号,分类,任务,牵头单位,{DERIVED},assigned\n一-1,项目,治水,区水利局,,,,{day}\n"
    made = imported(text(tmp_path / "a.csv", page), title="清单", year=2024)
    assert made.draft.items[0].assigned is None
    assert f"assigned:{day}" in unused(made)
