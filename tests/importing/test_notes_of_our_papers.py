"""What our own papers say below a list, of items of the year and of parts, is read back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from documents_made import categories, doubts, imported, text, unused

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.importers.importing import Imported

HEAD = "滨河区2024年重点任务清单\n序号\t事项名称\t牵头单位\t完成时限\n"
ROWS = "1\t修路\t区住建局\t8月底前\n2\t修桥\t区水利局\t9月底前\n3\t种树\t区林业局\t9月底前\n"


def made(folder: Path, *below: str, heading: str = "一、建设（2项，另年中交办1项）") -> Imported:
    """The list with lines below it."""
    return imported(text(folder / "a.txt", f"{HEAD}{heading}\n{ROWS}" + "\n".join(below)))


def test_an_item_of_the_year_has_its_day_again(tmp_path: Path) -> None:
    """It is counted in no printed count, and nothing is left over."""
    read = made(tmp_path, "注：年中交办的事项：1-3（2024年6月3日）。")
    assert [item.assigned for item in read.draft.items] == [None, None, date(2024, 6, 3)]
    assert "assigned: 2024-06-03" in read.text
    assert categories(read) == [(1, "建设", 2)]
    assert (unused(read), doubts(read)) == ([], [])


def test_a_part_with_a_serial_of_its_own_is_a_part_again(tmp_path: Path) -> None:
    """Its note says whose it is."""
    read = made(tmp_path, "注：第3项属第2项：修桥。", heading="一、建设（3项）")
    assert read.draft.items[2].part_of is read.draft.items[1]
    assert unused(read) == []


@pytest.mark.parametrize(
    "note",
    [
        "注：年中交办的事项：1-9（2024年6月3日）。",
        "注：年中交办的事项：1-3（六月）。",
        "注：年中交办的事项：1-3（2024年13月3日）。",
        "注：第2项属第2项：修桥。",
        "注：第9项属第2项：修桥。",
        "注：本表由区政府办负责解释。",
    ],
)
def test_a_note_that_names_no_item_is_not_used(note: str, tmp_path: Path) -> None:
    """It stands whole under what was not used, and changes nothing."""
    read = made(tmp_path, note, heading="一、建设（3项）")
    assert unused(read) == [note]
    assert not any(item.assigned or item.part_of for item in read.draft.items)


@pytest.mark.parametrize(
    ("printed", "count"),
    [
        ("（3项）", 3),
        ("（2项、分项1项）", 2),
        ("（共3项，其中续建1项）", 3),
        ("（3项；含结转1项）", 3),
        ("（年中交办3项）", None),
    ],
)
def test_a_count_may_say_more(printed: str, count: int | None, tmp_path: Path) -> None:
    """Of what is counted, or what further; the title is without it."""
    assert categories(made(tmp_path, heading=f"一、建设{printed}")) == [(1, "建设", count)]


def test_the_first_text_beside_a_number_of_two_levels_is_the_whole(tmp_path: Path) -> None:
    """Under 任务及举措 the rows beside one number are a task and its measures; who leads is not said again."""
    page = (
        "<p>某县2024年分工方案</p><table><tr><td>序号<td>任务及举措<td>牵头单位<td>完成时限"
        "<tr><td rowspan=3>1<td>减税<td rowspan=2>县税务局<td>年底前<tr><td>编册<td>3月底前"
        "<tr><td>上门<td>县工商联<td>4月底前</table>"
    )
    read = imported(text(tmp_path / "a.html", page))
    whole, first, second = read.draft.items
    assert (first.part_of, second.part_of, whole.part_of) == (whole, whole, None)
    assert [item.lead for item in read.draft.items] == ["县税务局", "", "县工商联"]
