"""Documents at the edge of a rule: a category over nearly all columns, an issue of the year before."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from documents_made import categories, doubts, imported, rows, text, workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TITLE = "滨河区2021年重点任务清单"
HEAD = ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"]
ROAD = ["新建滨河大道。", "区住建局", "区财政局", "6月底前"]
PARK = ["建成口袋公园。", "区城管局", "区财政局", "9月底前"]


def test_a_short_text_merged_over_all_columns_but_one_is_a_category(tmp_path: Path) -> None:
    """As over all of them: the last column is often left out."""
    lines: list[Sequence[object]] = [
        [TITLE],
        HEAD,
        ["项目建设"],
        [1, *ROAD],
        ["城市管理"],
        [2, *PARK],
    ]
    made = imported(workbook(tmp_path / "a.xlsx", lines, ["A3:D3", "A5:D5"]))
    assert [title for _number, title, _count in categories(made)] == ["项目建设", "城市管理"]
    assert [one[1] for one in rows(made)] == ["新建滨河大道。", "建成口袋公园。"]


def test_a_list_may_be_issued_in_the_year_before_its_own(tmp_path: Path) -> None:
    """But not two years before: that day is of something else."""
    table = ["\t".join(HEAD), "\t".join(["1", *ROAD])]
    found = {
        year: imported(
            text(
                tmp_path / f"{year}.txt", "\n".join([TITLE, *table, f"成文日期：{year}年12月28日"])
            )
        )
        for year in (2019, 2020)
    }
    assert found[2020].draft.front.issued == date(2020, 12, 28)
    assert found[2019].draft.front.issued is None
    assert len(doubts(found[2019])) == 1
