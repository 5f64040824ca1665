"""Nothing is dropped in silence, measured: every run of text of documents made by chance is in the list, or told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import examples
from documents_made import imported, text, unused
from documents_of_chance import FORMATS, Chance, write
from nothing_lost import lost, runs

from sulist.base.errors import FileError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("form", FORMATS)
def test_every_run_of_text_is_in_the_list_or_told(form: str, tmp_path: Path) -> None:
    """Columns, levels, legends, bands, remarks, several tables, in one format after the other."""
    read = 0
    for seed in range(examples(60)):
        file = tmp_path / f"{seed}.{form}"
        write(Chance(seed).blocks(), file)
        try:
            made = imported(file, year=2024)
        except FileError:
            continue
        read += 1
        assert lost(file, made) == [], seed
    assert read > examples(60) * 3 // 4


def test_what_is_lost_would_be_found(tmp_path: Path) -> None:
    """The measure itself: a text that an import leaves out is lost."""
    file = text(tmp_path / "a.csv", "滨河区2024年清单\n序号,重点任务,牵头单位\n1,修路,区住建局\n")
    made = imported(file)
    assert lost(file, made) == []
    assert {"修路", "区住建局", "牵头单位"} <= set(runs(file))
    text(file, "滨河区2024年清单\n序号,重点任务,牵头单位\n1,修路,区水利局\n")
    assert lost(file, made) == ["区水利局"]


def test_no_row_goes_on_with_one_of_another_table(tmp_path: Path) -> None:
    """A row without a number at the top of a table with other columns is no rest of the last item above."""
    page = (
        "滨河区2024年清单\n序号,重点任务,责任单位\n1,修路,区住建局\n2,修桥工程,区水利局\n"
        "责任单位,备注,重点任务,序号\n,附言,,\n区林业局,好,种树,3\n"
    )
    made = imported(text(tmp_path / "a.csv", page))
    assert [item.text for item in made.draft.items][:2] == ["修路", "修桥工程"]
    assert lost(tmp_path / "a.csv", made) == []


def test_a_heading_over_two_whose_merge_was_lost_is_one_of_them_no_more(tmp_path: Path) -> None:
    """Each column has its own heading; the one above is named as not used."""
    page = (
        "滨河区2024年清单\n序号,重点任务,实施步骤,,责任单位\n,,上半年,下半年,\n"
        "1,修路,画图,开工,区住建局\n2,修桥,画图,开工,区水利局\n"
    )
    made = imported(text(tmp_path / "a.csv", page))
    assert [item.more for item in made.draft.items] == [{"上半年": "画图", "下半年": "开工"}] * 2
    assert "实施步骤" in unused(made)


def test_a_heading_that_means_another_thing_in_a_later_table_has_its_own_column(
    tmp_path: Path,
) -> None:
    """重点任务 are the items of one table, and merged over the measures of the next: no cell is dropped."""
    page = (
        "<p>滨河区2024年清单</p><table><tr><td>序号<td>重点任务<td>责任单位<tr><td>1<td>修路<td>区住建局</table>"
        "<table><tr><td>序号<td>重点任务<td>工作措施<td>责任单位<tr><td>1<td rowspan=2>治水工程<td>清淤<td>区水利局"
        "<tr><td>2<td>截污<td>区城管局<tr><td>3<td rowspan=2>绿化工程<td>种树<td>区林业局<tr><td>4<td>种草<td>区林业局</table>"
        "<p>一、其他</p>"
    )
    made = imported(text(tmp_path / "a.html", page))
    assert [item.text for item in made.draft.items] == ["修路", "清淤", "截污", "种树", "种草"]
    assert lost(tmp_path / "a.html", made) == []


def test_what_a_later_table_calls_a_column_is_told(tmp_path: Path) -> None:
    """Its cells stand in the column of the first table that means the same."""
    page = "滨河区2024年清单\n序号,任务,牵头单位\n1,修路,区住建局\n序号,任务,主办部门\n2,修桥,区水利局\n"
    made = imported(text(tmp_path / "a.csv", page))
    assert [item.lead for item in made.draft.items] == ["区住建局", "区水利局"]
    assert made.draft.read_as[-1] == "主办部门 → 牵头单位"
