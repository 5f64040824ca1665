"""The list as docx is the official table, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from importing_back import read_back
from papers import made, paragraphs, tables, the_list

from sulist.asking.query import Query

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_printed_as_the_official_table_was() -> None:
    """Title, count, five columns, a row for each category with its count, serials that restart."""
    data = made("list")
    said = paragraphs(data)
    assert said[0].replace("\n", "") == the_list().title
    assert said[1:] == ["（共18项）"]
    (rows,) = tables(data)
    assert rows[0] == ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"]
    assert [row[0] for row in rows[1:]] == [
        "一、深入推进新时代赣南苏区振兴发展战略落实（5项）",
        *"12345",
        "二、加大向上对接力度争取更大支持（11项）",
        *(str(n) for n in range(1, 12)),
        "三、充分发挥苏区振兴机制作用（2项）",
        *"12",
    ]


def test_every_printed_cell_is_there() -> None:
    """All 18 items, all five cells, unchanged."""
    (rows,) = tables(made("list"))
    assert [row[1:] for row in rows if len(row) == 5][1:] == [
        [one.text, one.lead_text, one.responsible_text, one.deadline.text]
        for one in the_list().items
    ]


def test_a_part_of_the_list_says_that_it_is_one() -> None:
    """What was asked for, and how many of how many; a serial stays the printed one."""
    data = made("list", query=Query(units=("区社管局",), roles=("lead",)))
    assert paragraphs(data)[1:] == ["（节选 · 区社管局 · 牵头；18项中的2项）"]
    (rows,) = tables(data)
    assert [row[0] for row in rows[1:]] == ["二、加大向上对接力度争取更大支持（11项）", "4", "9"]


def test_a_selection_of_nothing_is_a_table_without_rows() -> None:
    """And says so: the file that was there before would be wrong now."""
    data = made("list", query=Query(search=("没有这样的事项",)))
    assert paragraphs(data)[1:] == [
        "（节选 · “没有这样的事项”；18项中的0项）",
        "没有符合条件的事项。",
    ]
    assert [len(one) for one in tables(data)] == [1]


def test_what_is_exported_is_what_is_imported(tmp_path: Path) -> None:
    """The list goes out as docx and comes back in: title, items, categories and counts, without a doubt."""
    file = tmp_path / "list.docx"
    file.write_bytes(made("list"))
    draft = read_back(file)
    worklist = the_list()
    assert [(one.id, one.text, one.lead, one.responsible, one.deadline) for one in draft.items] == [
        (one.id, one.text, one.lead_text, one.responsible_text, one.deadline.text)
        for one in worklist.items
    ]
    assert [(one.title, one.count) for one in draft.categories] == [
        (one.title, len(one.items)) for one in worklist.categories
    ]
    assert (draft.front.total, draft.front.year, draft.doubts) == (18, 2021, ())
    assert (draft.front.title, draft.front.region) == (worklist.title, worklist.region)
    assert draft.unused == ()
