"""An item that is assigned in the course of the year goes into the list's file, and nothing else changes there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Sulist

LISTS = Path(__file__).parent
DAY = {"SULIST_AS_OF": "2021-09-01", "SULIST_FILE": ""}


@pytest.fixture
def desk(sulist: Sulist) -> Sulist:
    """A folder with a working copy of the packaged list."""
    sulist.text("init", ".")
    return sulist


def lines(file: Path) -> list[str]:
    """The lines of a file, with how each ends."""
    return file.read_text(encoding="utf-8").splitlines(keepends=True)


def without(after: list[str], before: list[str]) -> list[str]:
    """The lines that are new, where all others are as they were and in their order."""
    left = iter(before)
    expected = next(left, None)
    new = []
    for line in after:
        if line == expected:
            expected = next(left, None)
        else:
            new.append(line)
    assert expected is None
    return new


ITEM = ("建食堂。", "--category", "二", "--lead", "区社管局", "--responsible", "区财政局", "--yes")


def test_it_goes_to_the_end_of_its_category_and_all_else_stays(
    desk: Sulist, tmp_path: Path
) -> None:
    """Comments, order and layout of the file are kept, and its period counts from the day it was assigned."""
    file = tmp_path / "items.yaml"
    before = lines(file)
    desk.text("add", *ITEM, "--deadline", "3个月内", "--source", "第5次会议纪要", **DAY)
    new = without(lines(file), before)
    assert [line.strip() for line in new if line.strip()] == [
        "- id: 2-12",
        "assigned: 2021-09-01",
        "source: 第5次会议纪要",
        "text: >-",
        "建食堂。",
        "lead: 区社管局",
        "responsible: 区财政局",
        "deadline: 3个月内",
    ]
    found = desk.json("show", "2-12", **DAY)["items"][0]
    assert (found["deadline"]["due"], found["assigned"]) == ("2021-12-01", "2021-09-01")
    assert desk.text("check", **DAY)


def test_before_that_day_it_is_in_no_answer(desk: Sulist) -> None:
    """A line says that there is one."""
    desk.text("add", *ITEM, "--assigned", "2021-09-01", **DAY)
    before = desk.json("list", "--as-of", "2021-08-31", **DAY)
    assert (len(before["items"]), before["list"]["later"]) == (18, 1)
    assert len(desk.json("list", "--as-of", "2021-09-01", **DAY)["items"]) == 19
    assert "1 item that was assigned later is not here." in desk.text(
        "list", "--as-of", "2021-08-31", **DAY
    )


def test_a_file_keeps_its_line_ends_and_its_last_line(desk: Sulist, tmp_path: Path) -> None:
    """As Windows writes them, and without a line end behind the last."""
    file = tmp_path / "items.yaml"
    text = "".join(lines(file)).split("\nunits:")[0].rstrip()
    file.write_bytes(text.replace("\n", "\r\n").encode())
    desk.text("add", "建食堂。", "-c", "三", "--yes", **DAY)
    data = file.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert desk.json("show", "3-3", **DAY)["items"][0]["text"] == "建食堂。"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--lead", "区火星局"), "区火星局 is not on the roster."),
        (("--deadline", "下周三左右的样子"), "cannot be read as a deadline"),
        (("--cell", "备注=续"), "is no heading of this list"),
        (("--part-of", "1-1"), "1-1 stands in category 一"),
        (("--assigned", "2999-01-01"), "has not come yet"),
        (("--source", "a\x07b"), "invisible character U+0007"),
    ],
)
def test_what_cannot_be_proved_is_not_written(
    desk: Sulist, tmp_path: Path, words: tuple[str, ...], why: str
) -> None:
    """Nothing is added that would be an error of its cell."""
    file = tmp_path / "items.yaml"
    before = file.read_bytes()
    assert why in desk.refused("add", "建食堂。", "-c", "二", "-y", *words, code=2, **DAY)
    assert file.read_bytes() == before


def test_nothing_is_written_unasked(desk: Sulist, tmp_path: Path) -> None:
    """In a pipe, where nobody can say yes, the lines are shown and --yes is named."""
    before = (tmp_path / "items.yaml").read_bytes()
    assert "--yes" in desk.refused("add", *ITEM[:-1], code=2, **DAY)
    assert (tmp_path / "items.yaml").read_bytes() == before


def test_the_packaged_list_is_nobody_s_to_write_into(sulist: Sulist) -> None:
    """A copy is made first."""
    assert "sulist init DIR" in sulist.refused("add", *ITEM, code=3, **DAY)


def test_a_layout_that_takes_no_item_is_left_alone(desk: Sulist, tmp_path: Path) -> None:
    """The lines are told, to be written by hand."""
    file = tmp_path / "flow.yaml"
    text = "title: 某区清单\ncategories: [{number: 一, title: 甲, items: [{id: 1-1, text: 修路。, lead: 区甲局, responsible: '', deadline: ''}]}]\n"
    file.write_text(text, encoding="utf-8")
    said = desk.refused("add", "建桥。", "--yes", "--file", "flow.yaml", code=3, **DAY)
    assert "- id: 1-2" in said
    assert file.read_text(encoding="utf-8") == text


def test_a_list_with_further_columns_takes_their_cells(sulist: Sulist, tmp_path: Path) -> None:
    """By their headings; a part says only what is its own."""
    file = tmp_path / "items.yaml"
    file.write_bytes((LISTS / "tasks.yaml").read_bytes())
    sulist.text(
        "add", "完成普查。", "--part-of", "1-1", "--cell", "配合单位=县财政局", "--yes", **DAY
    )
    found = sulist.json("list", **DAY)["items"]
    added = next(one for one in found if one["text"] == "完成普查。")
    assert added["more"]["配合单位"] == "县财政局"
    assert added["part_of"] == "1-1"
    assert added["inherits"] == ["lead", "deadline"]


def test_a_line_break_in_what_is_typed_is_layout(desk: Sulist) -> None:
    """As it is in a printed cell: the text is read without it."""
    desk.text("add", "建食堂，\n覆盖各镇。", "-c", "二", "-y", **DAY)
    assert desk.json("show", "2-12", **DAY)["items"][0]["text"] == "建食堂，覆盖各镇。"
