"""A column that tells how far the work is becomes text, or a journal beside the list."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from documents_made import text

from sulist.importers.drafts import DraftCategory, DraftItem, DraftList, Front
from sulist.importers.understand.said_progress import said_progress

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

HEAD = "清平县2024年任务清单\n序号,任务,责任单位,时限,完成情况\n"


@pytest.mark.parametrize(
    ("cell", "status", "percent", "words"),
    [
        ("已完成", "done", None, ""),
        ("全部办结。", "done", None, ""),
        ("未启动", "not-started", None, ""),
        ("推进中", "in-progress", None, ""),
        ("未完成", "in-progress", None, ""),
        ("是", "done", None, ""),
        ("否", "in-progress", None, ""),
        ("60%", "", 60, ""),
        ("已完成60%", "", 60, ""),
        ("160%", "", None, "160%"),
        ("已完成前期工作", "", None, "已完成前期工作"),
        ("尚未完成招标", "", None, "尚未完成招标"),
    ],
)
def test_only_a_cell_that_is_a_word_of_a_state_says_one(
    cell: str, status: str, percent: int | None, words: str
) -> None:
    """A sentence in which such a word stands says no state."""
    item = DraftItem("row")
    item.more = {"进展": cell}
    (said,) = said_progress(DraftList(Front(), (_of(item),), (), (), progress=("进展",)))
    assert (said.status, said.percent, said.words) == (status, percent, words)


def _of(item: DraftItem) -> DraftCategory:
    category = DraftCategory("任务", 1, None, "row")
    category.items = [item]
    return category


def told_of(sulist: Sulist, *words: str) -> str:
    """What an import tells that succeeds."""
    done = sulist(*words)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_without_the_option_a_doubt_says_so(sulist: Sulist, tmp_path: Path) -> None:
    """The column is kept as it is printed, and no journal is made."""
    file = text(tmp_path / "a.csv", f"{HEAD}1,修路,县交通局,12月底前,已完成\n")
    told = told_of(sulist, "import", str(file), "--output", str(tmp_path / "o.yaml"))
    assert "the column 完成情况, kept as it is printed" in " ".join(told.split())
    assert not (tmp_path / "progress.yaml").exists()


def test_with_it_each_item_has_a_report_of_its_first_lead(sulist: Sulist, tmp_path: Path) -> None:
    """States are taken as they are said; what says none is under way, with a doubt."""
    file = text(
        tmp_path / "a.csv",
        f"{HEAD}1,修路,县交通局、县水利局,12月底前,已完成\n2,修桥,县交通局,12月底前,正在招标\n3,修渠,县水利局,12月底前,\n",
    )
    output = tmp_path / "o.yaml"
    told = told_of(sulist, "import", str(file), "--output", str(output), "--with-progress")
    assert "reported as under way: 正在招标" in " ".join(told.split())
    lines = (tmp_path / "progress.yaml").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line.removeprefix("- ")) for line in lines[1:]]
    assert [(one["item"], one["unit"], one.get("status"), one.get("done")) for one in records] == [
        ("1-1", "县交通局", "done", None),
        ("1-2", "县交通局", None, "正在招标"),
    ]
    assert "完成情况: 已完成" in output.read_text(encoding="utf-8")


def test_a_journal_that_is_there_stays(sulist: Sulist, tmp_path: Path) -> None:
    """Nothing is read or written then; nor is a journal without a list's file."""
    file = text(tmp_path / "a.csv", f"{HEAD}1,修路,县交通局,12月底前,已完成\n")
    (tmp_path / "progress.yaml").write_text("# mine\n", encoding="utf-8")
    said = sulist.refused(
        "import", str(file), "--output", str(tmp_path / "o.yaml"), "--with-progress", code=3
    )
    assert "is there already" in said
    assert not (tmp_path / "o.yaml").exists()
    assert "name its file" in sulist.refused("import", str(file), "--with-progress", code=2)


def test_a_column_is_told_by_its_heading_and_role(sulist: Sulist, tmp_path: Path) -> None:
    """A role that no list has is refused with those that there are."""
    file = text(tmp_path / "a.csv", f"{HEAD}1,修路,县交通局,12月底前,已完成\n")
    assert "Roles: serial" in sulist.refused("import", str(file), "--column", "任务=what", code=2)
    told = told_of(
        sulist,
        "import",
        str(file),
        "--column",
        "完成情况=other",
        "--output",
        str(tmp_path / "o.yaml"),
    )
    assert "完成情况 → other" in told
    assert "1 item, 1 category, 0 doubts" in told
