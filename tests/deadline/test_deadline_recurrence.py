"""The dates of a deadline that returns."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule
from hypothesis import given
from hypothesis import strategies as st

from sulist.deadline import DeadlineError, Milestone, Recurrence, parse, parse_option
from sulist.deadline.explain import explain

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


WEEKDAYS = st.sets(st.integers(0, 6), min_size=1, max_size=3)
DAYS = st.one_of(st.integers(1, 31), st.just(-1))
PAIRS = st.sets(st.tuples(st.integers(0, 12), DAYS), min_size=1, max_size=4)
RULES = st.one_of(
    st.just(Recurrence("day", ())),
    WEEKDAYS.map(lambda days: Recurrence("week", tuple((0, day) for day in days))),
    PAIRS.map(lambda days: Recurrence("month", tuple(days))),
)
BOUNDS = st.one_of(st.none(), st.dates(date(2019, 1, 1), date(2026, 12, 31)))


def by_dateutil(rule: Recurrence, first: date, last: date) -> list[date]:
    """The dates of a rule in a time, as dateutil has them, which shares no line with ours."""
    begin = datetime.combine(first, time())
    end = datetime.combine(last, time())
    if rule.frequency == "day":
        rules = [rrule(DAILY, dtstart=begin, until=end)]
    elif rule.frequency == "week":
        rules = [rrule(WEEKLY, dtstart=begin, until=end, byweekday=day) for _, day in rule.days]
    else:
        rules = [
            rrule(
                MONTHLY,
                dtstart=begin,
                until=end,
                bymonth=month or None,
                bymonthday=range(28, day + 1) if day > 28 else day,
                bysetpos=-1,
            )
            for month, day in rule.days
        ]
    found = {moment.date() for one in rules for moment in one}
    start, until = rule.start or first, rule.until or last
    return sorted(day for day in found if start <= day <= until)


@given(
    RULES,
    BOUNDS,
    BOUNDS,
    st.dates(date(2019, 1, 1), date(2026, 12, 31)),
    st.integers(0, 1500),
)
def test_the_dates_in_a_time_are_those_that_dateutil_finds(
    rule: Recurrence, start: date | None, until: date | None, first: date, length: int
) -> None:
    """Every one, soonest first, both days of the time included; and they are so many, and the first of them is next."""
    rule, last = rule._replace(start=start, until=until), first + timedelta(days=length)
    wanted = by_dateutil(rule, first, last)
    assert list(rule.between(first, last)) == wanted
    assert rule.number(first, last) == len(wanted)
    if wanted:
        assert rule.after(first) == wanted[0]


def test_a_rule_ends_with_the_calendar() -> None:
    """On the last day of the year 9999, without an error; a time that ends before it begins has no date."""
    first = date(9999, 12, 30)
    for phrase in ("每天", "每月底前", "每年底前"):
        rule = parse(phrase, year=2021).recurrence
        assert rule
        assert list(rule.between(first, date.max))[-1] == date.max
        assert list(rule.between(date.max, first)) == []
        assert rule.number(date.max, first) == 0


def test_the_dates_of_a_long_time_are_made_one_by_one() -> None:
    """The first of two million days is there at once, and how many they are is told without making them."""
    rule = parse("每天", year=2021).recurrence
    assert rule
    assert next(rule.between(date(2021, 1, 1), date.max)) == date(2021, 1, 1)
    assert rule.number(date(2021, 1, 1), date(9999, 12, 31)) == 2_914_269


def test_what_recurs_until_a_final_date_is_due_on_that_and_says_both() -> None:
    """Its due date depends on no day; the next of its days is never told as the last."""
    final = Milestone("年底前", date(2021, 12, 31))
    deadline = parse("每季度末", year=2021)._replace(
        kind="date", due=final.due, milestones=(final,)
    )
    assert deadline.next_due(date(2021, 5, 1)) == final.due
    assert (deadline.only_returns, parse("每季度末", year=2021).only_returns) == (False, True)
    said = explain(deadline)
    assert "It returns every year" in said
    assert "Due on 2021-12-31" in said
    assert "Next on" not in said


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
        "年底前完成，此后每季度报送",
        "9月底前完成，后续每月底通报",
        "6月底前完成，7月起每月底通报",
        "6月底前完成，从下半年起每月底通报",
        "每月底报送进展，6月底前启动",
        "每季度末报送进展，6月启动",
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
