"""The dates of a deadline that returns."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sulist.deadline import DeadlineError, parse, parse_option

AFTER = [
    ("每月底前", "2021-08-20", "2021-08-31"),
    ("每月底前", "2021-08-31", "2021-08-31"),  # the day itself counts
    ("每月5日前", "2021-08-20", "2021-09-05"),
    ("每月31日前", "2021-02-01", "2021-02-28"),  # a shorter month's last day stands for it
    ("每月初", "2021-08-20", "2021-09-05"),
    ("每季度末", "2020-05-28", "2020-06-30"),
    ("每季度末月20日前", "2021-06-21", "2021-09-20"),
    ("每半年", "2021-07-01", "2021-12-31"),
    ("每年1月31日前", "2019-01-03", "2019-01-31"),
    ("每年2月底前", "2019-03-10", "2020-02-29"),
    ("每年2月29日前", "2021-01-01", "2021-02-28"),
    ("每年2月底、8月15日前", "2021-03-01", "2021-08-15"),
    ("每周五前", "2021-08-18", "2021-08-20"),
    ("每周一、周四", "2021-08-18", "2021-08-19"),
    ("每旬", "2021-08-11", "2021-08-20"),
    ("每天", "2021-08-18", "2021-08-18"),
    ("2022年起，每年2月底前", "2021-01-01", "2022-02-28"),
]


@pytest.mark.parametrize(("phrase", "as_of", "expected"), AFTER)
def test_the_next_date_is_on_or_after_the_day_asked_about(
    phrase: str, as_of: str, expected: str
) -> None:
    """The next date of a recurrence, asked for afterwards or given as due when read as of a day."""
    day = date.fromisoformat(as_of)
    assert str(parse(phrase, year=2021).next_due(day)) == expected
    assert str(parse(phrase, year=2021, as_of=day).due) == expected


def test_after_its_end_there_is_no_next_date() -> None:
    """A recurrence that is bounded has no date beyond its last year."""
    deadline = parse("2021—2023年，每年12月底前", year=2021)
    assert deadline.next_due(date(2023, 12, 31)) == date(2023, 12, 31)
    assert deadline.next_due(date(2024, 1, 1)) is None


def test_what_does_not_recur_has_its_due_date() -> None:
    """next_due of a dated deadline is its due date, whatever day is asked about."""
    assert parse("8月底前", year=2021).next_due(date(2030, 1, 1)) == date(2021, 8, 31)


def test_the_next_date_never_runs_backwards() -> None:
    """As the day asked about moves on, the next date never lies behind it nor moves back."""
    for phrase in (
        "每月31日前",
        "每季度末月20日前",
        "每年2月底、8月15日前",
        "每周一、周四",
        "每旬",
    ):
        deadline = parse(phrase, year=2021)
        day, last = date(2023, 1, 1), date.min
        while day < date(2025, 1, 1):
            following = deadline.next_due(day)
            assert following is not None
            assert following >= max(day, last)
            last, day = following, day + timedelta(days=9)


def test_what_returns_until_it_is_done_is_due_on_its_last_date() -> None:
    """On whatever day it is read: what returns in the meantime is told by its rule."""
    for as_of in (None, date(2021, 3, 5), date(2022, 3, 5)):
        read = parse("每季度末报送进展，6月底前启动，年底前完成", year=2021, as_of=as_of)
        assert (read.kind, read.due) == ("date", date(2021, 12, 31))
        assert [one.due for one in read.milestones] == [date(2021, 6, 30), date(2021, 12, 31)]
        assert read.next_due(date(2021, 3, 5)) == date(2021, 12, 31)
        assert read.recurrence is not None
        assert read.recurrence.after(date(2021, 3, 5)) == date(2021, 3, 31)


@pytest.mark.parametrize(
    "phrase",
    [
        "12月底前，每月底前",
        "每月底前报送，12月底",
        "每季度末、12月底前完成",
        "每月报送，12月底前持续推进",
        "每月调度，12月底前完成并长期坚持",
        "每月底报送，每周五通报，年底前完成",
        "每月底报送，9月底前完成，6月底前启动",
        "每月底报送，6月开工，工期1年",
        "每月底报送，12月底前完成，换届前办结",
    ],
)
def test_a_recurrence_and_a_date_that_leave_a_doubt_are_refused(phrase: str) -> None:
    """Which of the two holds, until when, or what is done by which is not for us to say."""
    with pytest.raises(DeadlineError):
        parse(phrase, year=2021)


def test_no_date_option_takes_what_returns_until_it_is_done() -> None:
    """It is a deadline of an item, and not a day or a period."""
    with pytest.raises(DeadlineError, match="one such as"):
        parse_option("每季度末报送进展，年底前完成", year=2021, as_of=date(2021, 3, 5))
