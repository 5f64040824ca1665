"""Deadlines at the edge of an issue, of a period, of a recurrence."""

from __future__ import annotations

from datetime import date

import pytest

from sulist.deadline import DeadlineError, parse


def test_before_may_in_a_list_issued_on_the_last_of_april_is_that_day() -> None:
    """The day of issue itself is not too early; a day later there would be no day left."""
    found = parse("5月前", year=2021, issued=date(2021, 4, 30))
    assert (found.due, found.ambiguous) == (date(2021, 4, 30), date(2021, 5, 31))
    with pytest.raises(DeadlineError, match="too early"):
        parse("5月前", year=2021, issued=date(2021, 5, 1))


def test_before_august_in_a_list_issued_on_the_last_of_august_is_refused() -> None:
    """Until its period is over, one of its readings lies ahead and the other behind the issue."""
    with pytest.raises(DeadlineError, match="too early"):
        parse("8月前", year=2021, issued=date(2021, 8, 31))


def test_before_a_festival_in_a_list_issued_on_that_day_means_the_next_years() -> None:
    """In one issued the day before, that very day."""
    assert parse("国庆节前", year=2021, issued=date(2021, 10, 1)).due == date(2022, 9, 30)
    assert parse("国庆节前", year=2021, issued=date(2021, 9, 30)).due == date(2021, 9, 30)


def test_what_recurs_until_a_day_recurs_on_that_day() -> None:
    """And not after it."""
    found = parse("2021年至2023年，每年底前", year=2021)
    assert found.next_due(date(2023, 12, 31)) == date(2023, 12, 31)
    assert found.next_due(date(2024, 1, 1)) is None


def test_a_date_on_the_last_day_of_the_period_that_heads_it_is_inside_it() -> None:
    """The heading is no date of its own."""
    found = parse("2021年：12月底前完成", year=2021)
    assert [one.due for one in found.milestones] == [date(2021, 12, 31)]
    assert found.kind == "date"
