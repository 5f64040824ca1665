"""What was given more time: which month it counts in, and what is no longer told of its first date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from listed import listed
from progress_made import asked, decided, said

from sulist.reports.board import board
from sulist.reports.overview import UNDATED, categories, overview

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

    from sulist.journal.record import Record

LIST = listed(
    """
- {id: 1-1, text: 修路。, lead: 甲局, responsible: 乙局, deadline: 8月前}
- {id: 1-2, text: 架桥。, lead: 甲局, responsible: 乙局, deadline: 9月左右}
- {id: 1-3, text: 建馆。, lead: 甲局, responsible: 乙局, deadline: 6月底前启动，9月底前完成}
- {id: 1-4, text: 巡查。, lead: 甲局, responsible: 乙局, deadline: 每季度末}
- {id: 1-5, text: 治水。, lead: 甲局, responsible: 乙局, deadline: 每季度末报送进展，9月底前完成}
""",
    year=2022,
)


def given(identity: str, to: str, milestone: int = 0) -> Record:
    """More time, decided on 1 June."""
    return decided("06-01", identity, "extension", to=to, milestone=milestone, reason="雨季")


def test_an_item_counts_in_the_month_to_which_it_was_put_off() -> None:
    """In the table by category, in the chart of the report and on the page alike."""
    before = asked("07-01", text=LIST)
    after = asked(
        "07-01", given("1-1", "11-20"), given("1-3", "10-31", 1), given("1-5", "11-30"), text=LIST
    )
    assert categories(before).totals == {"2022-07": 1, "2022-09": 4}
    assert categories(after).totals == {"2022-09": 2, "2022-10": 1, "2022-11": 2}
    # 6 and 9 of 1-3, 3 6 9 12 of 1-4, 3 6 of 1-5, which is due on the last of its third
    assert overview(before).months.by_month == (0, 0, 2, 0, 0, 3, 1, 0, 4, 0, 0, 1)
    assert overview(after).months.by_month == (0, 0, 2, 0, 0, 2, 0, 0, 4, 1, 2, 1)
    for subject in (before, after):
        found = board(subject)
        by_month = overview(subject).months.by_month
        assert tuple(found.months.get(f"2022-{month:02}", 0) for month in range(1, 13)) == by_month
        assert tuple(sum(found.year.colours[month].values()) for month in range(1, 13)) == by_month


def test_as_of_a_day_before_the_decision_the_first_month_counts() -> None:
    """What is decided later does not change what was known."""
    later = decided("08-01", "1-1", "extension", to="11-20", reason="雨季")
    assert categories(asked("07-31", later, text=LIST)).totals["2022-07"] == 1
    assert "2022-07" not in categories(asked("08-01", later, text=LIST)).totals


def test_what_only_returns_and_is_done_has_no_month_any_more() -> None:
    """It counts with what has no date; the year keeps the months before, blue or without a light."""
    for kind, colour in (("closing", "blue"), ("withdrawal", "none")):
        done = (said("05-01", "1-4"), decided("06-01", "1-4", kind, done_on="05-30", reason="x"))
        subject = asked("07-01", *done, text=LIST)
        assert categories(subject).totals[UNDATED] == 1
        assert board(subject).year.colours[3][colour] == 1
        assert sum(board(subject).year.colours[12].values()) == 0


def test_an_extended_date_is_neither_doubtful_nor_approximate() -> None:
    """Both are of the date that was printed; another date of the item keeps them."""
    asked_of = asked("07-01", given("1-1", "11-20"), given("1-2", "11-20"), text=LIST)
    for match in asked_of.select().matches[:2]:
        assert (match.other_reading, match.approximate) == (None, False)
        assert (match.reading.ambiguous, match.reading.approximate) == (None, False)
        assert (match.item.deadline.ambiguous is None) == (match.item.id == "1-2")
    before = asked("07-01", text=LIST).select().matches
    assert before[0].other_reading is not None
    assert before[0].reading == before[0].item.deadline
    assert before[1].approximate
    two = LIST.replace("6月底前启动，9月底前完成", "8月前完成方案，10月前建成")
    assert [
        (one.step, one.other_reading is None)
        for one in asked("07-01", given("1-3", "08-20", 1), text=two).select(each_date=True).matches
        if one.item.id == "1-3"
    ] == [(1, True), (2, False)]


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "json"])
def test_no_answer_shows_what_an_extended_date_might_also_have_meant(
    sulist: Sulist, tmp_path: Path, form: str
) -> None:
    """Only JSON keeps the deadline as it was printed, under its own key."""
    (tmp_path / "list.yaml").write_text(LIST, encoding="utf-8")
    there = {"SULIST_FILE": "list.yaml", "SULIST_AS_OF": "2022-06-20"}
    for item in ("1-1", "1-2"):
        sulist.text("extend", item, "--to", "2022-11-20", "--reason", "雨季", **there)
    for words in (("due",), ("list",), ("show", "1-1", "1-2"), ("by-category", "一"), ("ledger",)):
        if form == "json":
            for one in sulist.json(*words, **there)["items"][:2]:
                if one["id"] == "1-1":
                    assert one["deadline"]["ambiguous"] == "2022-08-31"
            continue
        said = sulist.text(*words, "--format", form, **there)
        assert "2022-11-20" in said
        for doubt in ("or 2022-08-31", "also mean 2022-08-31", "about", "approximate"):
            assert doubt not in said
