"""Whole cells: what is read, what is refused, and what a deadline carries."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import combinations

import pytest
from deadline_specification import ISSUED, READ, REFUSED, YEAR, Row, written

from sulist.base.errors import SulistError
from sulist.deadline import Deadline, DeadlineError, Milestone, find, parse

ROWS = [row for table in READ for row in table.rows]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.phrase)
def test_a_phrase_means_what_its_table_says(row: Row) -> None:
    """Every phrase of the specification is read as its row says."""
    assert written(parse(row.phrase, year=YEAR, issued=ISSUED)) == row.meaning


@pytest.mark.parametrize("row", REFUSED.rows, ids=lambda row: row.phrase)
def test_a_doubtful_phrase_is_refused_with_its_offending_part(row: Row) -> None:
    """A phrase that cannot be read for certain is refused, and the part at fault is shown."""
    with pytest.raises(DeadlineError) as caught:
        parse(row.phrase, year=YEAR, issued=ISSUED)
    first, last = caught.value.span
    assert row.phrase[first:last] == row.meaning
    assert caught.value.reason.endswith(".")


REMEDIES = r"(?:write|set|correct|add|keep|put|move|separate|leave)\b"


@pytest.mark.parametrize("row", REFUSED.rows, ids=lambda row: row.phrase)
def test_a_refusal_says_what_to_write_instead(row: Row) -> None:
    """Whoever is refused is told what is wrong and, behind a colon, what to do."""
    with pytest.raises(DeadlineError) as caught:
        parse(row.phrase, year=YEAR, issued=ISSUED)
    wrong, _colon, remedy = caught.value.reason.partition(": ")
    assert wrong
    assert re.match(REMEDIES, remedy)


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("区住建局、各镇（街道）", "names units"),
        ("由区发改委牵头", "names units"),
        ("市教育局；各县（市、区）政府", "names units"),
        ("详见附件", "No date is found"),
        ("6月完成情况统计", "what a report is about"),
        ("至6月底，已开工42个", "what was done by then"),
        ("年底将至", "how near it is"),
        ("6月底前（7月20日前）", "another date"),
    ],
)
def test_a_refusal_says_what_is_the_matter(phrase: str, reason: str) -> None:
    """A unit in the column of time is told as that, and so is a report."""
    with pytest.raises(DeadlineError, match=reason):
        parse(phrase, year=YEAR, issued=ISSUED)


def test_no_phrase_stands_in_two_tables() -> None:
    """Each phrase of the specification is specified once."""
    phrases = [row.phrase for row in (*ROWS, *REFUSED.rows)]
    assert len(phrases) == len(set(phrases))


def test_the_text_is_kept_as_printed() -> None:
    """A deadline is written as it was printed, white space at its ends dropped."""
    assert str(parse("  8 月底前 ", year=YEAR)) == "8 月底前"


def test_a_year_in_a_bracket_may_head_a_date() -> None:
    """As one with a colon behind it does: it is no date of its own."""
    for phrase in ("（2022年）10月底前", "2022年：10月底前"):
        (only,) = parse(phrase, year=YEAR).milestones
        assert only == Milestone("10月底前", date(2022, 10, 31))


def test_a_milestone_knows_the_part_it_was_read_from() -> None:
    """Each milestone carries its part of the phrase as written, spaces and all."""
    deadline = parse("6 月底前启动，12月20日前完成", year=YEAR)
    assert deadline.milestones == (
        Milestone("6 月底前", date(2021, 6, 30)),
        Milestone("12月20日前", date(2021, 12, 20)),
    )


def test_a_single_date_is_one_milestone() -> None:
    """A deadline with one date has exactly one milestone, with the same date and start."""
    deadline = parse("8月", year=YEAR)
    assert deadline.milestones == (Milestone("8月", date(2021, 8, 31), date(2021, 8, 1)),)
    assert (deadline.kind, deadline.start, deadline.due) == (
        "range",
        date(2021, 8, 1),
        date(2021, 8, 31),
    )


@pytest.mark.parametrize("phrase", ["长期坚持", "每月底前", "尽快", "自3月1日起"])
def test_without_a_date_there_are_no_milestones(phrase: str) -> None:
    """What recurs, goes on or has no date has no milestones and no due date."""
    deadline = parse(phrase, year=YEAR)
    assert (deadline.milestones, deadline.due) == ((), None)


def test_an_unwritten_year_is_the_year_of_issue_where_the_list_has_none() -> None:
    """Without the list's year, the year of its issue counts."""
    assert parse("8月底前", issued=date(2020, 3, 1)).due == date(2020, 8, 31)


@pytest.mark.parametrize(
    ("phrase", "asks_for"),
    [("8月底前", "2021年"), ("8月中旬", "2021年")],
)
def test_an_unknown_year_is_asked_for(phrase: str, asks_for: str) -> None:
    """With no year anywhere the phrase is refused, and the reason says to write it."""
    with pytest.raises(DeadlineError) as caught:
        parse(phrase)
    assert asks_for in caught.value.reason


@pytest.mark.parametrize("phrase", ["3个月内", "10个工作日内", "印发之日起60日内", "下月底前"])
def test_a_period_without_the_day_of_issue_is_refused(phrase: str) -> None:
    """What counts from the day of issue is never counted from another; it asks for issued:."""
    with pytest.raises(DeadlineError, match="issued:"):
        parse(phrase, year=YEAR)


def test_working_days_of_an_unpublished_year_are_not_guessed() -> None:
    """A count of working days into a year without a published calendar fails; others do not."""
    issued = date(2090, 12, 20)
    with pytest.raises(DeadlineError, match="not published"):
        parse("10个工作日内", year=2090, issued=issued)
    assert parse("10日内", year=2090, issued=issued).due == date(2090, 12, 30)


def test_the_festival_of_an_unknown_issue_may_be_next_years() -> None:
    """春节前 in a list whose day of issue is unknown keeps next year's as the other reading."""
    deadline = parse("春节前", year=2021)
    assert (deadline.due, deadline.ambiguous) == (date(2021, 2, 11), date(2022, 1, 31))


def test_relative_words_are_read_as_of_a_day_only_when_one_is_given() -> None:
    """明天 and +30d are no cell of a list, but can be explained as of a day."""
    with pytest.raises(DeadlineError):
        parse("明天", year=YEAR)
    assert parse("明天", year=YEAR, as_of=date(2021, 8, 20)).due == date(2021, 8, 21)


def test_an_error_says_what_and_where() -> None:
    """An error keeps the phrase, marks the part in it, and is a sentence."""
    with pytest.raises(DeadlineError) as caught:
        parse(" 力争8月32日前", year=YEAR)
    error = caught.value
    assert (error.phrase, error.span) == (" 力争8月32日前", (3, 9))
    assert str(error) == (
        "“力争8月32日前” cannot be read as a deadline. 2021-08 has no more than 31 days: correct the day."
    )


@pytest.mark.parametrize("phrase", ["", "  ", "\n"])
def test_an_empty_cell_is_refused(phrase: str) -> None:
    """An empty cell is not a deadline without a date."""
    with pytest.raises(DeadlineError, match="empty"):
        parse(phrase, year=YEAR)


def test_a_cell_beyond_all_measure_is_refused() -> None:
    """A text of more than a thousand characters is not read as a cell."""
    with pytest.raises(DeadlineError, match="longer"):
        parse("8月底前" * 300, year=YEAR)


@pytest.mark.parametrize("year", [0, 1900, 99999])
def test_a_year_that_no_list_has_is_refused(year: int) -> None:
    """A year outside 1949 to 2100 is refused, whatever the phrase."""
    with pytest.raises(DeadlineError, match="1949"):
        parse("8月底前", year=year)


DEADLINES_IN_ORDER = [
    "2020年底前",
    "2021年3月底前",
    "4月5日",
    "4月1日至4月5日",
    "4月2日至4月5日",
    "12月底前",
    "6月底前，12月底前",
    "12月",
    "2022年",
    "每年底前",
    "每月底前",
    "自3月1日起，每月底前",
    "长期坚持",
    "自3月1日起",
    "尽快",
    "年前",
]
PAIRS = list(combinations([parse(phrase, year=YEAR) for phrase in DEADLINES_IN_ORDER], 2))


@pytest.mark.parametrize(("earlier", "later"), PAIRS, ids=str)
def test_dated_ones_come_first_then_what_recurs_goes_on_has_no_date(
    earlier: Deadline, later: Deadline
) -> None:
    """Deadlines sort by due date, start and text, the undated behind, by every operator alike."""
    assert earlier < later
    assert earlier <= later
    assert later > earlier
    assert later >= earlier
    assert not later < earlier
    assert not later <= earlier
    assert not earlier > later
    assert not earlier >= later
    assert earlier != later


def test_a_deadline_can_be_a_key() -> None:
    """Equal deadlines are one key, and comparing with something else is refused."""
    assert {parse("8月底前", year=YEAR), parse("8月底前", year=YEAR)} == {
        parse("8月底前", year=YEAR)
    }
    with pytest.raises(TypeError):
        parse("8月底前", year=YEAR) < "8月底前"  # noqa: B015


def test_an_error_of_a_deadline_is_one_of_the_family() -> None:
    """Who catches every error of sulist catches it too, and who expects a wrong value still does."""
    with pytest.raises(SulistError) as caught:
        parse("8月32日前", year=YEAR)
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, DeadlineError)
    assert caught.value.args == ("8月32日前", (0, 6), caught.value.reason)


@pytest.mark.parametrize("dash", ["-", "~", "—", "–", "―", "——", "--", "至", "到"])
def test_a_dash_is_a_dash_in_a_counted_period_too(dash: str) -> None:
    """3——5年内 is 3-5年内, as 3月——5月 is 3月-5月."""
    counted = parse(f"3{dash}5年内", year=YEAR, issued=ISSUED)
    assert (counted.due, counted.ambiguous) == (date(2026, 4, 12), date(2024, 4, 12))
    between = parse(f"3月{dash}5月", year=YEAR, issued=ISSUED)
    assert (between.start, between.due) == (date(2021, 3, 1), date(2021, 5, 31))


def test_a_point_of_time_stands_for_its_day() -> None:
    """Whoever has the day of issue with an hour is answered as with the day alone."""
    issued = datetime(2021, 4, 12, 15, 30)
    for phrase in ("3个月内", "9月前", "每月底前", "下月5日前", "8月底前"):
        assert parse(phrase, issued=issued, as_of=issued) == parse(
            phrase, issued=ISSUED, as_of=ISSUED
        )
        found = find(f"要求{phrase}完成。", issued=issued, as_of=issued)
        assert found == find(f"要求{phrase}完成。", issued=ISSUED, as_of=ISSUED)
