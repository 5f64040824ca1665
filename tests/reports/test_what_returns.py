"""Deadlines that return, asked about a time: which of their days answer, and that done is done."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from listed import listed
from lists_made import asked, day, record

from sulist.asking.occurring import MOST
from sulist.asking.query import Query, select
from sulist.deadline import Milestone, parse
from sulist.reports import board as boards
from sulist.reports import calendar as calendars
from sulist.reports import items, overview

if TYPE_CHECKING:
    from sulist.asking.query import Match, Selection
    from sulist.asking.subject import Subject
    from sulist.journal.record import Record

LIST = listed(
    """
- {id: 1-1, text: 周报。, lead: 住建局, responsible: 财政局, deadline: 每周五前}
- {id: 1-2, text: 月报。, lead: 财政局, responsible: 住建局, deadline: 每月底前}
- {id: 1-3, text: 春夏。, lead: 财政局, responsible: 住建局, deadline: 3月至8月每月底前}
- {id: 1-4, text: 修路。, lead: 住建局, responsible: 财政局, deadline: 8月底前}
- {id: 1-5, text: 宣传。, lead: 住建局, responsible: 财政局, deadline: 长期坚持}
- {id: 1-6, text: 年报。, lead: 住建局, responsible: 财政局, deadline: 每年1月31日前}
units:
  部门: [住建局, 财政局]
""",
    year=2023,
)


def ask(as_of: str, *records: Record, journal: bool = False, **query: Any) -> Subject:
    """The list asked about a day; the bounds of its query are days of 2023, written 06-30, or whole."""
    bounds = {key: day(one) for key, one in query.items() if key in ("before", "after", "since")}
    return asked(as_of, *records, text=LIST, journal=journal, **(query | bounds))


def with_final(subject: Subject, item: str, *dues: str) -> Subject:
    """The same list with an item that returns until the last of these dates, each of them its own."""
    worklist = subject.worklist
    dates = tuple(Milestone(f"{due}前", day(due)) for due in dues)
    (category,) = worklist.categories
    changed = tuple(
        one._replace(
            deadline=one.deadline._replace(
                kind="date",
                due=dates[-1].due,
                milestones=dates,
                text=f"{one.deadline.text}，年底前完成",
            )
        )
        if one.id == item
        else one
        for one in category.items
    )
    worklist = worklist._replace(categories=(category._replace(items=changed),))
    progress = subject.progress and type(subject.progress)(
        worklist, subject.progress.journal, subject.as_of
    )
    return subject._replace(worklist=worklist, progress=progress)


def dates(selection: Selection, item: str) -> list[str]:
    """The days of an item that answer, without the list's year."""
    return [short(one.due) for one in selection.matches if one.item.id == item]


def short(due: date | None) -> str:
    """A day without the list's year; nothing for none."""
    return str(due).removeprefix("2023-") if due else ""


def due_of(subject: Subject, item: str) -> list[str]:
    """The days of an item that have a row in what falls due."""
    return dates(items.due(subject).selection, item)


def of(selection: Selection, item: str) -> Match:
    """The only match of an item."""
    (found,) = [one for one in selection.matches if one.item.id == item]
    return found


WINDOWS = [
    ("05-01", {"since": "07-01", "before": "07-31"}, "1-1", "07-07 07-14 07-21 07-28"),
    ("05-01", {"since": "07-01", "before": "07-31"}, "1-2", "07-31"),
    ("05-05", {"before": "05-19"}, "1-1", "05-05 05-12 05-19"),  # from the day asked about
    ("05-01", {"before": "04-30"}, "1-2", ""),  # which is behind the end: no day at all
    ("05-01", {"since": "01-01", "before": "02-28"}, "1-2", "01-31 02-28"),  # a time that is past
    ("05-01", {"after": "10-31"}, "1-2", "11-30 12-31"),  # to the end of the list's year
    ("05-01", {"after": "10-30"}, "1-2", "10-31 11-30 12-31"),
    ("05-01", {"after": "06-29", "since": "08-01"}, "1-3", "08-31"),  # the later bound holds
    ("05-01", {"since": "08-01", "after": "06-29"}, "1-2", "08-31 09-30 10-31 11-30 12-31"),
    ("05-01", {"since": "01-01"}, "1-3", "03-31 04-30 05-31 06-30 07-31 08-31"),  # its own time
    ("05-01", {"since": "2022-01-01", "before": "2024-12-31"}, "1-3", "03-31 04-30 05-31 06-30 07-31 08-31"),
    ("09-01", {"before": "12-31"}, "1-3", ""),  # its own end has passed
    ("05-01", {"since": "2024-11-15"}, "1-2", "2024-11-30 2024-12-31"),  # that day's year
    ("2024-11-15", {"after": "2024-11-30"}, "1-2", "2024-12-31"),
    ("2022-11-15", {"since": "2022-11-15"}, "1-6", "01-31"),  # the list's year is the later
    ("05-01", {"before": "2026-06-30"}, "1-6", "2024-01-31 2025-01-31 2026-01-31"),
]  # fmt: skip


@pytest.mark.parametrize("known", [False, True], ids=["nobody reports", "somebody may"])
@pytest.mark.parametrize(("as_of", "query", "item", "wanted"), WINDOWS)
def test_each_day_in_the_time_asked_about_has_a_row(
    as_of: str, query: dict[str, str], item: str, wanted: str, known: bool
) -> None:
    """From the first day that is named, else the day asked about, to the last, else its own or the year's end."""
    assert due_of(ask(as_of, journal=known, **query), item) == wanted.split()


def test_the_first_day_of_a_question_is_that_behind_after() -> None:
    """Of both bounds the later; the calendar's last day has none behind it."""
    bounds = [
        (Query(), None),
        (Query(before=day("05-01")), None),
        (Query(since=day("05-01")), day("05-01")),
        (Query(after=day("05-01")), day("05-02")),
        (Query(after=day("05-01"), since=day("05-02")), day("05-02")),
        (Query(after=day("05-01"), since=day("05-09")), day("05-09")),
        (Query(after=date.max), date.max),
    ]
    assert [query.first_day for query, _day in bounds] == [wanted for _query, wanted in bounds]
    assert items.due(ask("05-01", after=date.max.isoformat())).found == 0


def test_a_length_of_time_has_every_day_in_it() -> None:
    """Thirty days from a Friday on are five Fridays, both ends included."""
    found = items.due_until(ask("05-05"), day("06-02")).selection
    assert dates(found, "1-1") == ["05-05", "05-12", "05-19", "05-26", "06-02"]


def test_without_a_time_only_the_next_day_has_a_row_and_that_is_said() -> None:
    """On the day itself it is that day; nothing is said where nothing returns."""
    found = items.due(ask("05-05"))
    assert [dates(found.selection, one) for one in ("1-1", "1-2")] == [["05-05"], ["05-31"]]
    assert found.only_next
    assert not items.due(ask("05-05", before="06-30")).only_next
    assert not items.due(ask("05-05", ids=("1-4",))).only_next


def test_rows_stand_by_date_among_those_of_all_items() -> None:
    """The last day of August is that of three items, in the printed order."""
    found = items.due(ask("08-20", before="09-05")).selection
    assert [(one.item.id, short(one.due)) for one in found.matches] == [
        ("1-1", "08-25"), ("1-2", "08-31"), ("1-3", "08-31"), ("1-4", "08-31"), ("1-1", "09-01"),
    ]  # fmt: skip


def test_a_row_says_which_day_it_is_of_and_which_is_next() -> None:
    """``occurrence`` is the row's, ``upcoming`` the next from the day asked about on; a date has neither."""
    found = items.due(ask("05-10", since="05-12", before="05-19")).selection.matches
    assert [(short(one.occurrence), one.days_left, short(one.upcoming)) for one in found] == [
        ("05-12", 2, "05-12"),
        ("05-19", 9, "05-12"),
    ]
    road = of(items.due(ask("05-10", ids=("1-4",))).selection, "1-4")
    assert (road.occurrence, road.upcoming) == (None, None)


@pytest.mark.parametrize("known", [False, True])
def test_what_is_past_of_what_returns_has_no_days_left_and_is_not_overdue(known: bool) -> None:
    """Nobody knows whether it was done then; so no question for what is overdue finds it."""
    found = items.due(ask("05-10", journal=known, since="05-05", before="05-12", ids=("1-1",)))
    assert [(short(one.due), one.days_left) for one in found.selection.matches] == [
        ("05-05", None),
        ("05-12", 2),
    ]
    assert items.due(ask("05-10", journal=known, overdue=True, since="01-01")).found == 0
    assert items.due(ask("12-31", journal=known, overdue=True)).selection.undated == 1


def test_a_list_has_one_row_an_item_with_the_first_day_of_the_time() -> None:
    """The next where no time is named; an item without a day in it does not answer."""
    plain = items.listing(ask("05-10")).selection
    assert [dates(plain, one) for one in ("1-1", "1-2", "1-6")] == [
        ["05-12"],
        ["05-31"],
        ["2024-01-31"],
    ]
    timed = items.listing(ask("05-10", since="01-20", before="02-10")).selection
    assert [(one.item.id, short(one.due)) for one in timed.matches] == [
        ("1-1", "01-20"),
        ("1-2", "01-31"),
        ("1-6", "01-31"),
    ]
    assert timed.undated == 1


def test_of_an_item_400_days_have_rows_and_the_others_are_counted() -> None:
    """By item; no more than there are in the time."""
    found = items.due(ask("01-01", before="2042-12-31", ids=("1-1", "1-2", "1-6"))).selection
    weeks, months = (date(2042, 12, 26) - date(2023, 1, 6)).days // 7 + 1, 20 * 12
    assert [len(dates(found, one)) for one in ("1-1", "1-2", "1-6")] == [MOST, months, 20]
    assert (found.unlisted, found.unlisted_items) == (weeks - MOST, 1)
    exactly = day("01-06") + timedelta(weeks=MOST - 1)
    whole = select(
        ask("01-01").worklist, Query(before=exactly, ids=("1-1",)), day("01-01"), each_date=True
    )
    assert (whole.found, whole.unlisted) == (MOST, 0)


def closed(item: str = "1-2", kind: str = "closing") -> tuple[Record, ...]:
    """Records by which an item is reported done, closed, or withdrawn in May."""
    if kind == "withdrawal":
        return (record("05-10", item, "withdrawal"),)
    done = record("05-10", item, "done", unit="财政局")
    return (done,) if kind == "done" else (done, record("05-10", item, "closing", seq=2))


KINDS = ["done", "closing", "withdrawal"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_done_falls_due_no_more(kind: str) -> None:
    """Reported done, closed and withdrawn alike: no row; it is counted as done where a day would have answered."""
    done = closed(kind=kind)
    for query, settled in (
        ({}, 1),
        ({"before": "06-30"}, 1),
        ({"before": "05-20"}, 0),
        ({"overdue": True}, 0),
    ):
        found = items.due(ask("05-15", *done, **query)).selection
        assert dates(found, "1-2") == []
        assert (found.settled, found.undated) == (settled, 1)
    past = items.due(ask("05-15", *done, since="01-01", before="02-28", ids=("1-2",))).selection
    assert (past.found, past.settled, past.undated) == (0, 1, 0)


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_shows_what_is_done_without_a_next_day(kind: str) -> None:
    """Its state says the rest; with a time it does not answer, and is counted as done, not as undated."""
    whole = items.listing(ask("05-15", *closed(kind=kind))).selection
    one = of(whole, "1-2")
    assert (one.due, one.days_left, one.occurrence, one.upcoming, one.last_due) == (None,) * 5
    assert (whole.undated, whole.hidden, whole.settled) == (1, 0, 0)
    timed = items.listing(ask("05-15", *closed(kind=kind), before="06-30")).selection
    assert ("1-2" not in {one.item.id for one in timed.matches}, timed.settled, timed.undated) == (
        True,
        1,
        1,
    )


def test_asked_for_by_its_state_what_is_done_answers_with_every_day_of_the_time() -> None:
    """And none of them has days left; without a time the next day, and in a list none."""

    def found(each_date: bool = True, **query: Any) -> list[tuple[str, int | None]]:
        subject = ask("05-15", *closed(), states=("closed",), **query)
        selection = subject.select(each_date=each_date)
        assert (selection.settled, selection.undated) == (0, 0)
        return [(short(one.due), one.days_left) for one in selection.matches]

    assert found(before="07-31") == [("05-31", None), ("06-30", None), ("07-31", None)]
    assert found(since="03-01", before="04-30") == [("03-31", None), ("04-30", None)]
    assert found() == [("05-31", None)]
    assert found(each_date=False) == [("", None)]
    assert found(each_date=False, since="03-01") == [("03-31", None)]


def test_what_is_reopened_falls_due_again() -> None:
    """From the day asked about on."""
    again = record("05-12", "1-2", "reopening", seq=3)
    assert due_of(ask("05-15", *closed(), again, before="06-30"), "1-2") == ["05-31", "06-30"]


def test_a_rule_that_has_ended_has_no_day_to_come() -> None:
    """Then it is counted as what has no date where no time is named; in a time it simply does not answer."""
    found = items.due(ask("09-01")).selection
    assert (dates(found, "1-3"), found.undated) == ([], 2)
    assert items.due(ask("09-01", before="12-31")).selection.undated == 1
    done = record("08-20", "1-3", "done", unit="财政局")
    over = items.due(ask("09-01", done)).selection
    assert (over.undated, over.settled) == (1, 1)


def test_the_report_has_no_next_date_and_no_later_month_of_what_is_done() -> None:
    """By month it has none; the year shows when it fell due until it was done."""
    whole = overview.overview(ask("05-15", *closed()))
    assert "1-2" not in {one.item.id for one in (*whole.coming, *whole.late)}
    before = overview.overview(ask("05-15", journal=True))
    assert whole.categories.undated == before.categories.undated + 1
    assert [a - b for a, b in zip(before.months.by_month, whole.months.by_month, strict=True)] == [
        *([0] * 4),
        *([1] * 8),
    ]
    assert overview.months_due(ask("05-15").worklist.items[2], 2023) == set(range(3, 9))


def test_the_page_shows_when_what_is_done_returned_until_then() -> None:
    """In blue, or in no colour where it was withdrawn; and no month after that finds it."""
    for kind, colour in (("closing", "blue"), ("withdrawal", "none")):
        page = boards.board(ask("05-15", *closed(kind=kind), ids=("1-2",)))
        ((item,),) = (group.items for group in page.groups)
        assert item.months == tuple(f"2023-0{month}" for month in range(1, 5))
        coloured = {month for month in page.year.colours if page.year.colours[month][colour]}
        assert coloured == {1, 2, 3, 4}
        assert item.match.upcoming is None


def test_where_nobody_reports_what_returns_is_still_to_come() -> None:
    """Though the first of its days that answers is past."""
    plain = boards.board(ask("05-15", since="01-01", ids=("1-2", "1-4"))).plain
    assert plain == boards.PlainTotals(0, 2, 0)


def until_december(as_of: str, *records: Record, item: str = "1-2", **query: Any) -> Subject:
    """An item that returns every month until it has to be done on 20 December."""
    return with_final(ask(as_of, *records, **query), item, "12-20")


@pytest.mark.parametrize("known", [False, True])
def test_what_returns_until_a_final_date_falls_due_on_both(known: bool) -> None:
    """Its days have an ``occurrence``, the final date has none, and nothing returns beyond it."""
    found = items.due(until_december("10-10", journal=known, before="2024-02-28", ids=("1-2",)))
    assert [
        (short(one.due), short(one.occurrence), one.days_left) for one in found.selection.matches
    ] == [
        ("10-31", "10-31", 21),
        ("11-30", "11-30", 51),
        ("12-20", "", 71),
    ]
    plain = items.due(until_december("10-10", journal=known)).selection
    assert dates(plain, "1-2") == ["10-31", "12-20"]


@pytest.mark.parametrize("known", [False, True])
def test_on_the_final_date_itself_there_is_one_row(known: bool) -> None:
    """The final date; so too where it is extended onto such a day."""
    subject = with_final(ask("10-10", journal=known, since="11-01", ids=("1-2",)), "1-2", "12-31")
    found = items.due(subject).selection.matches
    assert [(short(one.due), bool(one.occurrence)) for one in found] == [
        ("11-30", True),
        ("12-31", False),
    ]
    longer = record("12-01", "1-2", "extension", to=day("2024-02-29"))
    extended = until_december("12-21", longer, before="2024-06-30", ids=("1-2",))
    assert [(short(one.due), bool(one.occurrence)) for one in items.due(extended).selection.matches] == [
        ("12-31", True), ("2024-01-31", True), ("2024-02-29", False),
    ]  # fmt: skip


def test_a_list_shows_the_final_date_and_in_a_time_the_first_of_both_kinds() -> None:
    """And of what is done neither, but the final date with its state."""

    def row(**query: str) -> tuple[str, str]:
        one = of(items.listing(until_december("10-10", **query)).selection, "1-2")
        return short(one.due), short(one.upcoming)

    assert row() == ("12-20", "10-31")
    assert row(since="11-15") == ("11-30", "10-31")
    assert row(since="12-05") == ("12-20", "10-31")
    done = of(items.listing(until_december("06-01", *closed())).selection, "1-2")
    assert (short(done.due), done.days_left, done.upcoming) == ("12-20", None, None)


def test_the_final_date_is_a_date_like_any_other() -> None:
    """It is overdue, and nothing returns behind it; it closes with its item, and then nothing returns either."""
    assert due_of(until_december("12-30", journal=True), "1-2") == ["12-20"]
    late = items.due(until_december("12-30", overdue=True, ids=("1-2",), journal=True)).selection
    assert [(short(one.due), one.days_left) for one in late.matches] == [("12-20", -10)]
    done = items.due(until_december("06-01", *closed(), ids=("1-2",))).selection
    assert (done.found, done.settled, done.undated) == (0, 1, 0)
    by_state = until_december("06-01", *closed(), since="11-01", states=("closed",))
    assert due_of(by_state, "1-2") == ["11-30", "12-20"]
    assert overview.month_due(by_state.worklist.items[1], day("06-01")) == "2023-12"


def test_each_date_is_read_for_itself_where_one_returns_too() -> None:
    """What is doubtful of the final date is not so of the days before it."""
    subject = until_december("10-10", ids=("1-2",), since="11-01")
    (category,) = subject.worklist.categories
    doubtful = Milestone("12月前", day("12-20"), None, True, day("12-31"))
    changed = tuple(
        one._replace(deadline=one.deadline._replace(milestones=(doubtful,), ambiguous=day("12-31")))
        if one.id == "1-2"
        else one
        for one in category.items
    )
    worklist = subject.worklist._replace(categories=(category._replace(items=changed),))
    returned, final = items.due(subject._replace(worklist=worklist)).selection.matches
    assert (returned.other_reading, returned.approximate) == (None, False)
    assert (final.other_reading, final.approximate) == (day("12-31"), True)


def test_the_calendar_has_one_entry_a_day_until_the_final_date() -> None:
    """Written out by the month; by the week one that returns, but not on the final date."""
    months = calendars.calendar(with_final(ask("10-10", ids=("1-2",)), "1-2", "03-31"))
    assert [(short(one.day), one.key) for one in months.entries] == [
        ("01-31", "1-2-20230131"),
        ("02-28", "1-2-20230228"),
        ("03-31", "1-2-1"),
    ]
    weeks = calendars.calendar(with_final(ask("10-10", ids=("1-1",)), "1-1", "03-31"))
    assert [(short(one.day), short(one.last), bool(one.rule)) for one in weeks.entries] == [
        ("01-06", "03-31", True),
        ("03-31", "03-31", False),
    ]
    assert weeks.entries[0].left_out == (day("03-31"),)


def test_the_calendar_keeps_what_is_done_with_its_state_and_has_nothing_open_of_it() -> None:
    """A calendar is also a record: the days stay, none rings."""
    found = calendars.calendar(ask("05-15", *closed(), ids=("1-2",)))
    assert len(found.entries) == 12
    assert {(one.state, one.open, one.to_come) for one in found.entries} == {
        ("closed", False, False)
    }
    named = calendars.calendar(ask("05-15", since="2024-01-01", before="2024-02-29", ids=("1-2",)))
    assert [short(one.day) for one in named.entries] == ["2024-01-31", "2024-02-29"]


def test_daily_items_asked_about_to_the_end_of_the_calendar_are_answered_at_once() -> None:
    """Of three million days of each, 400 are made and the others counted; a list makes one."""
    subject = ask("05-15", before="9999-12-31")
    (category,) = subject.worklist.categories
    item = category.items[0]._replace(deadline=parse("每天", year=2023))
    worklist = subject.worklist._replace(categories=(category._replace(items=(item,) * 50),))
    days = (date.max - day("05-15")).days + 1
    found = subject._replace(worklist=worklist).select(each_date=True)
    assert (found.found, found.unlisted) == (50 * MOST, 50 * (days - MOST))
    assert subject._replace(worklist=worklist).select().found == 50
