"""An item with several dates, on which a unit reports date by date: no word hides another."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from papers import paragraphs, tables
from sending import a_list, day, known, record

from sulist.asking.query import Query
from sulist.write.documents import build

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.journal.record import Record
    from sulist.standing.tracking import Progress

CELL = "6月底前完成方案，9月底前完成招标，12月底前完成建设"


def said(on: str, seq: int, milestone: int = 0, **more: object) -> Record:
    """A report of the lead for June, on the item or on one of its dates."""
    more = {"status": "in-progress"} | more
    return record(on, "1-1", "report", seq, milestone=milestone, **more)


@pytest.fixture
def june(tmp_path: Path) -> Progress:
    """A form as it comes back: a row on the item, one on a date that is met, one with nothing to say."""
    worklist = a_list(tmp_path, CELL)
    return known(
        worklist,
        "07-05",
        said("06-30", 1, done="总体顺利。", problem="资金有缺口。", next="七月招标。"),
        said("06-25", 2, 1, status="done", done="方案已印发。"),
        said("06-30", 3, 2, status="not-started"),
    )


def test_what_was_said_of_the_item_stands_beside_what_was_said_of_its_dates(june: Progress) -> None:
    """Each last word, the item's first."""
    one = june.of(june.worklist.items[0])
    assert [(each.milestone, each.done) for each in one.latest] == [
        (0, "总体顺利。"),
        (1, "方案已印发。"),
        (2, ""),
    ]
    assert one.problems == (("县发改局", "资金有缺口。"),)


def test_the_problem_of_a_date_ends_with_the_date_or_with_a_later_word_on_it(
    tmp_path: Path,
) -> None:
    """Not with a word on another."""
    worklist = a_list(tmp_path, CELL)
    records = [
        said("05-31", 1, 1, problem="缺人。"),
        said("05-31", 2, 2, problem="缺地。"),
        said("06-25", 3, 1, status="done", problem="仍缺人。"),
        said("07-31", 4, 2),
    ]
    told = [
        [text for _unit, text in known(worklist, as_of, *records).of(worklist.items[0]).problems]
        for as_of in ("06-01", "06-30", "08-01")
    ]
    assert told == [["缺人。", "缺地。"], ["缺地。"], []]


def test_of_an_item_with_one_date_the_last_word_is_the_last(tmp_path: Path) -> None:
    """Whether it names that one date or not."""
    worklist = a_list(tmp_path, "8月底前")
    found = known(worklist, "07-05", said("05-31", 1, problem="缺人。"), said("06-30", 2, 1))
    assert found.of(worklist.items[0]).problems == ()


def test_every_document_has_all_of_it(june: Progress) -> None:
    """The ledger, the report with its annex, the letter, the calendar."""

    def made(kind: str) -> bytes:
        return build(kind, june.worklist, Query(), june.as_of, june)

    sheet = load_workbook(BytesIO(made("ledger"))).worksheets[0]
    row = {head.value: cell.value for head, cell in zip(sheet[3], sheet[5], strict=True)}
    assert row["进展情况"] == "总体顺利。\n第1个时限：方案已印发。"
    assert (row["存在问题"], row["下步打算"]) == ("资金有缺口。", "七月招标。")
    report = made("report")
    assert "1.做好一件大事（1-1，县发改局反映）：资金有缺口。" in paragraphs(report)
    assert tables(report)[-1][-1][-1] == (
        "6月30日\n进展情况：总体顺利。\n存在问题：资金有缺口。\n下步打算：七月招标。\n"
        "6月25日 第1个时限\n进展情况：方案已印发。\n6月30日 第2个时限"
    )
    late = june.at(day("10-15"), None)
    letter = build("letters", late.worklist, Query(), late.as_of, late)
    assert "6月30日 推进中\n进展情况：总体顺利。" in tables(letter)[0][1][-1]
    assert "6月25日 第1个时限 已完成" in tables(letter)[0][1][-1]
    assert "总体顺利。" in made("calendar").decode().replace("\r\n ", "")
