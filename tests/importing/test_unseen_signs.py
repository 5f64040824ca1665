"""Signs of a document that nobody sees: what joins letters stays in a text, and no sign spoils a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import errors, imported, rows, text, workbook

from sulist.base.invisible import without_traces

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"]


@pytest.mark.parametrize(
    "written",
    [
        "一家👨\u200d👩\u200d👧亲",
        "☑\ufe0f办结",
        "❤\ufe0f\u200d🔥",
        "ᠪᠢ\u200dᠴᠢ",
        "葛\U000e0100",
        "一\t二\n三",
    ],
)
def test_what_a_reader_sees_by_such_a_sign_stays(written: str) -> None:
    """A joined picture, a letter in its form, a line."""
    assert without_traces(written) == written


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("\u200d区\u200d财政\u200c局A\u200dB\u200d", "区财政局AB"),
        ("👨\u200d\u200d👩\u200d", "👨\u200d👩"),
        ("区\u200b财\u2060政\u00ad局\ufeff\u202e\x07\ud800\uffff", "区财政局"),
    ],
)
def test_what_a_program_has_left_behind_goes(written: str, left: str) -> None:
    """A joiner that joins nothing, a joint of words, a direction, a control, what is no letter."""
    assert without_traces(written) == left


def test_a_joined_picture_comes_into_the_list_as_it_is_printed(tmp_path: Path) -> None:
    """In a text; in Chinese words joiners are what a web page left in them."""
    file = workbook(
        tmp_path / "a.xlsx",
        [
            ["某区2025年重点任务清单"],
            HEADER,
            [1, "建\u200d设👨\u200d👩\u200d👧家园", "区\u200d住建局", "", "6月\u200d底前"],
        ],
    )
    made = imported(file)
    assert rows(made) == [("1-1", "建设👨\u200d👩\u200d👧家园", "区住建局", "", "6月底前")]


@pytest.mark.parametrize("sign", ["\ufe0f", "\u3164", "\u2800", "\U000e0041"])
def test_a_unit_a_deadline_or_a_region_has_no_sign_that_nobody_sees(
    tmp_path: Path, sign: str
) -> None:
    """In a closing as in a cell; the import neither breaks off nor makes a list that check refuses."""
    file = text(
        tmp_path / "a.txt",
        f"某{sign}区2025年重点任务清单\n"
        f"1.推进甲{sign}项目建设。（区财{sign}政局牵头，区住{sign}建局负责，6月{sign}底前）\n",
    )
    made = imported(file)
    assert rows(made) == [("1-1", f"推进甲{sign}项目建设。", "区财政局", "区住建局", "6月底前")]
    assert (made.draft.front.region, errors(made)) == ("某区", [])


def test_a_sign_that_is_no_letter_at_all_does_not_break_off_an_import(tmp_path: Path) -> None:
    """U+FFFE, which no list may hold."""
    file = text(tmp_path / "a.txt", "某区2025年清单\n1.推进甲\ufffe项目。（区财政局牵头）\n")
    assert rows(imported(file)) == [("1-1", "推进甲项目。", "区财政局", "", "")]


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_another_end_of_a_line_parts_the_lines_of_a_cell_and_no_row(
    tmp_path: Path, end: str
) -> None:
    """Two units on two lines of one cell of CSV are two, and the row goes on behind them."""
    file = text(
        tmp_path / "a.csv",
        f"{','.join(HEADER)}\n1,建设甲{end}项目,区住建局,区财政局{end}区经发局,6月底前\n",
    )
    made = imported(file, title="某区清单", year=2025)
    assert rows(made) == [("1-1", "建设甲项目", "区住建局", "区财政局、区经发局", "6月底前")]


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_another_end_of_a_line_inside_a_paragraph_parts_nothing(tmp_path: Path, end: str) -> None:
    """Its sentence goes on."""
    file = text(tmp_path / "a.txt", f"某区2025年清单\n1.推进甲{end}项目。（区财政局牵头）\n")
    assert rows(imported(file)) == [("1-1", "推进甲项目。", "区财政局", "", "")]
