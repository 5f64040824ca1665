"""A table whose last row a page's end cuts: what stands there is a row, and its category its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import imported
from nothing_lost import lost
from pdf_made import TYPE, letters, pdf

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = (40, 70, 170, 300, 420, 520)
_HEADINGS = ("序号", "类别", "重点任务", "牵头单位", "完成时限")


def _across(y: int, but: int = -1) -> bytes:
    """Rules at one height, but for one column."""
    return b"".join(
        f"{_COLUMNS[at]} {y} m {_COLUMNS[at + 1]} {y} l S\n".encode()
        for at in range(5)
        if at != but
    )


def _down(top: int, bottom: int) -> bytes:
    return b"".join(f"{x} {top} m {x} {bottom} l S\n".encode() for x in _COLUMNS)


def _cells(y: int, *texts: str) -> bytes:
    return b"".join(
        letters(x + 3, y, 10, text) for x, text in zip(_COLUMNS, texts, strict=False) if text
    )


@pytest.mark.parametrize("is_closed", [True, False])
def test_a_row_without_a_rule_below_it_is_read(tmp_path: Path, *, is_closed: bool) -> None:
    """The rules between the columns go on below the last rule across: so does the table, in its new category."""
    page = letters(150, 740, 18, "滨河区2024年重点任务清单")
    page += _across(700) + _cells(685, *_HEADINGS) + _across(680)
    page += _cells(665, "1", "城建类", "新建滨河大道", "区住建局", "6月底前") + _across(660)
    page += _cells(645, "2", "民生类", "改造老旧小区", "区民政局", "9月底前") + _across(640, but=1)
    page += _cells(625, "3", "", "新建幼儿园", "区教育局", "10月底前") + _down(700, 620)
    page += _across(620) if is_closed else b""
    (tmp_path / "a.pdf").write_bytes(pdf(page, TYPE))
    made = imported(tmp_path / "a.pdf")
    assert [(one.title, len(one.items)) for one in made.draft.categories] == [
        ("城建类", 1),
        ("民生类", 2),
    ]
    assert [item.text for item in made.draft.items] == [
        "新建滨河大道",
        "改造老旧小区",
        "新建幼儿园",
    ]
    assert lost(tmp_path / "a.pdf", made) == []


def test_a_row_without_a_rule_above_it_is_read(tmp_path: Path) -> None:
    """The top of a page may cut it, too."""
    page = letters(150, 740, 18, "滨河区2024年重点任务清单") + _cells(685, *_HEADINGS)
    page += _across(680) + _cells(665, "1", "城建类", "新建滨河大道", "区住建局", "6月底前")
    page += _across(660) + _down(700, 660)
    (tmp_path / "a.pdf").write_bytes(pdf(page, TYPE))
    assert [item.lead for item in imported(tmp_path / "a.pdf").draft.items] == ["区住建局"]


def test_what_stands_where_rules_make_no_cell_is_not_lost(tmp_path: Path) -> None:
    """A rule that is missing below one cell loses none of its words."""
    page = letters(150, 740, 18, "滨河区2024年重点任务清单")
    page += _across(700) + _cells(685, *_HEADINGS) + _across(680)
    page += _cells(665, "1", "城建类", "新建滨河大道", "区住建局", "6月底前") + _across(660)
    page += _cells(645, "2", "城建类", "改造老旧小区", "区民政局", "9月底前") + _across(640, but=2)
    page += _down(700, 640)
    (tmp_path / "a.pdf").write_bytes(pdf(page, TYPE))
    made = imported(tmp_path / "a.pdf")
    assert [item.text for item in made.draft.items] == ["新建滨河大道", "改造老旧小区"]
    assert lost(tmp_path / "a.pdf", made) == []
