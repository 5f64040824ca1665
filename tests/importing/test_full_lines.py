"""Where a page breaks a line of a cell because it is full, the break says nothing; where there was room, it does."""

from __future__ import annotations

import pytest

from sulist.importers.read.full_lines import CellLine, CellLines, begins, texts

EM = 10.0


def cell(room: int, *lines: str) -> CellLines:
    """A cell with room for so many letters, each as wide as another."""
    made = [
        CellLine(one, 0.0, EM * len(one), begins([(letter, EM) for letter in one])) for one in lines
    ]
    return CellLines(tuple(made), 0.0, EM * room)


@pytest.mark.parametrize(
    ("room", "lines", "read"),
    [
        (6, ("区经发局、高", "校园区管理处"), "区经发局、高校园区管理处"),  # in mid-name
        (
            8,
            ("县生态环境分局会", "同县公安局"),
            "县生态环境分局会同县公安局",
        ),  # names that look whole
        (
            4,
            ("区住建局", "区财政局"),
            "区住建局\n区财政局",
        ),  # full by chance: both say whose they are
        (6, ("教务处", "学生处"), "教务处\n学生处"),  # there was room
        (
            8,
            ("各镇，驻区单", "位、区教育局"),
            "各镇，驻区单\n位、区教育局",
        ),  # there was room for one
        (6, ("牵头区教育局", "、区财政局"), "牵头区教育局、区财政局"),
        (7, ("甲乙丙丁戊己", "庚，辛"), "甲乙丙丁戊己庚，辛"),  # a comma begins no line
        (5, ("赵二", "13800000005"), "赵二\n13800000005"),
        (6, ("完成ABC", "DEF项"), "完成ABC\nDEF项"),  # a space may have stood between words
    ],
)
def test_a_break_stays_where_there_was_room(room: int, lines: tuple[str, ...], read: str) -> None:
    """Measured by what the next line begins with, which has to be taken whole."""
    assert texts([cell(room, *lines)], 0.0) == [read]


def test_a_column_that_breaks_with_room_to_spare_parts_names_by_lines() -> None:
    """Then a full line with a whole name, and one that begins with one, are two."""
    column = [cell(5, "教务处", "学生处"), cell(5, "后勤管理处", "教研室")]
    assert texts(column, 0.0)[1] == "后勤管理处\n教研室"
    assert texts(column[1:], 0.0) == ["后勤管理处教研室"]
