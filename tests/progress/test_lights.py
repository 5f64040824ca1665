"""The light of an item: which colour when, and that the settings move it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from journals import day, item, progress, record
from listed import listed, without_errors

from sulist.deadline import Deadline, parse
from sulist.journal.journal import Journal
from sulist.listfile.worklist import WorkList
from sulist.standing.lights import COLOURS, Light, date_colour
from sulist.standing.names import COLOUR_NAMES, REASON_NAMES
from sulist.standing.settings import Lights, Reports, Settings
from sulist.standing.tracking import Progress

if TYPE_CHECKING:
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem

AT_30 = record("03-01", "in-progress", 1, percent=30)
DONE = record("08-20", "done", 1)
LATE = record("09-05", "done", 1)

# 1-1 is due on 31 August; its time began on 1 January and has 243 days.
# What was said, the day asked about, the colour, the reason.
LIGHTS: list[tuple[list[Record], str, str, str]] = [
    ([], "01-01", "none", "not-due-yet"),
    ([], "01-28", "none", "not-due-yet"),  # the first reports are due on that day
    ([], "01-29", "yellow", "no-report"),
    ([record("01-20", "report", 1)], "01-29", "yellow", "no-report"),  # it does not lead
    ([], "08-31", "yellow", "near"),
    ([], "09-01", "red", "overdue"),
    ([record("02-01", "not-started", 1)], "02-17", "green", "on-schedule"),  # 48 days: 19.8 points
    ([record("02-01", "not-started", 1)], "02-18", "yellow", "behind"),  # 49 days: 20.2 points
    ([AT_30], "05-01", "green", "on-schedule"),  # 121 days: 49.8 against 30
    ([AT_30], "05-02", "yellow", "behind"),  # 122 days: 50.2 against 30
    ([AT_30], "07-31", "yellow", "behind"),
    ([AT_30], "08-01", "yellow", "near"),
    ([record("03-01", "in-progress", 1)], "07-31", "green", "on-schedule"),  # no percent was said
    ([DONE], "08-25", "green", "to-verify"),
    ([DONE], "12-31", "green", "to-verify"),
    ([LATE], "09-10", "yellow", "done-late"),
    ([DONE, record("09-10", "closing", 2, done_on="08-20")], "09-10", "blue", "closed"),
    ([DONE, record("09-10", "reopening", 2)], "09-10", "red", "overdue"),
    ([record("06-01", "withdrawal", 1)], "12-31", "none", "withdrawn"),
    ([record("08-01", "extension", 1, to="12-31")], "09-10", "yellow", "no-report"),
    ([record("08-01", "extension", 2, to="12-31"), AT_30], "12-31", "yellow", "near"),
    ([record("08-01", "extension", 2, to="10-31"), LATE], "09-10", "green", "to-verify"),
]


@pytest.mark.parametrize(("made", "as_of", "colour", "reason"), LIGHTS)
def test_a_light_follows_from_state_percent_and_time(
    made: list[Record], as_of: str, colour: str, reason: str
) -> None:
    """Green on schedule, yellow near or behind, red overdue, blue closed."""
    assert progress(made, as_of).light(item()) == (colour, reason)


def test_every_colour_and_reason_is_in_the_table() -> None:
    """And each has its word."""
    assert {row[2] for row in LIGHTS} == set(COLOURS) == set(COLOUR_NAMES)
    assert {row[3] for row in LIGHTS} | {"unread"} == set(REASON_NAMES)


@pytest.mark.parametrize(
    ("settings", "light"),
    [
        (Lights(), ("yellow", "behind")),
        (Lights(behind_points=30), ("green", "on-schedule")),
        (Lights(near_days=100, behind_points=30), ("yellow", "near")),
        (Lights(behind_points=0), ("yellow", "behind")),
    ],
)
def test_a_place_sets_its_own_thresholds(settings: Lights, light: tuple[str, str]) -> None:
    """On 1 June, 152 of 243 days gone, with 40 percent."""
    known = progress([record("05-28", "in-progress", 1, percent=40)], "06-01")
    asked = Progress(known.worklist, known.journal, day("06-01"), None, Settings(lights=settings))
    assert asked.light(item()) == light


def told(deadline: str, as_of: str, issued: str = "", **settings: Any) -> Light:
    """The light on a day of an item of 2022, on which nobody has reported."""
    return _progress(deadline, as_of, issued, **settings).light(_only(deadline, issued))


def _progress(deadline: str, as_of: str, issued: str = "", **settings: Any) -> Progress:
    own = Settings(reports=Reports(**settings))
    return Progress(_list(deadline, issued), Journal("", ()), day(as_of), None, own)


def _only(deadline: str, issued: str = "") -> WorkItem:
    return _list(deadline, issued).items[0]


def _list(deadline: str, issued: str) -> WorkList:
    only = f"- {{id: 1-1, text: 修路。, lead: 甲局, responsible: 乙局, deadline: {deadline}}}"
    return without_errors(listed(only, year=2022, issued=issued))


PERIODS = ("12月", "2022年12月", "四季度", "下半年", "全年", "11月中旬", "12月底", "12月底前")


@pytest.mark.parametrize("deadline", [*PERIODS, "长期坚持", "每季度末", "尽快"])
def test_what_nobody_ever_reported_on_is_never_on_schedule(deadline: str) -> None:
    """It has no light until its first report is due, and is yellow after that, whatever its deadline."""
    for as_of, light in (
        ("2022-02-18", ("none", "not-due-yet")),
        ("2022-02-28", ("none", "not-due-yet")),
        ("2022-03-01", ("yellow", "no-report")),
        ("2022-09-30", ("yellow", "no-report")),
    ):
        assert told(deadline, as_of, issued="2022-02-18") == light


@pytest.mark.parametrize(
    ("issued", "settings", "last"),
    [
        ("", {}, "2022-01-28"),  # of a list without a day of issue, the year's first period
        ("2022-02-18", {}, "2022-02-28"),
        (
            "2022-03-30",
            {},
            "2022-03-28",
        ),  # the period in which it was issued, though its day is past
        ("2022-02-18", {"rhythm": "quarter"}, "2022-03-28"),
        ("2022-04-01", {"rhythm": "quarter", "due_day": 5}, "2022-06-05"),
        ("2022-02-18", {"rhythm": "year", "due_day": 31}, "2022-12-31"),
    ],
)
def test_the_first_report_is_that_of_the_period_in_which_the_list_was_issued(
    issued: str, settings: dict[str, Any], last: str
) -> None:
    """Up to and including the day on which it is due the light is out; on the next day it is yellow."""
    due = day(last)
    assert told("长期坚持", last, issued, **settings) == ("none", "not-due-yet")
    after = str(due + timedelta(days=1))
    assert told("长期坚持", after, issued, **settings) == ("yellow", "no-report")


def test_a_date_speaks_before_the_missing_report() -> None:
    """What is near or past is so before its first report is due as after it."""
    assert told("2月底前", "2022-02-10", issued="2022-02-09") == ("yellow", "near")
    assert told("3月底前", "2022-04-01", issued="2022-02-09", rhythm="year") == ("red", "overdue")


@pytest.mark.parametrize(
    ("phrase", "begins"),
    [
        *((phrase, None) for phrase in PERIODS),
        ("10月中旬", None),
        ("6月底前启动", None),
        ("6月底启动", None),
        ("年内启动", None),
        ("6月前启动", None),
        ("6月底前启动，12月底前完成", None),
        ("3月底前出台方案，4月起实施", None),
        ("3月完成设计，5月进场施工", None),
        ("2022年每月底前报送", None),
        ("3月至8月", "2022-03-01"),
        ("3月中旬至8月", "2022-03-11"),
        ("6月启动", "2022-06-01"),
        ("6月1日启动", "2022-06-01"),
        ("6月初启动", "2022-06-01"),
        ("一季度开工，年底建成", "2022-01-01"),
        ("3月启动，12月底前完成", "2022-03-01"),
        ("3月1日启动，12月底前完成", "2022-03-01"),
        ("自3月开始，12月底前完成", "2022-03-01"),
        ("3月起", "2022-03-01"),
        ("8月后", "2022-09-01"),
        ("即日起至12月底", "2022-02-18"),
        ("自3月起每月底报送", "2022-03-01"),
    ],
)
def test_a_beginning_is_one_only_where_the_phrase_names_it(phrase: str, begins: str | None) -> None:
    """A period is the time in which something has to be done, not the time when work begins."""
    found = parse(phrase, year=2022, issued=date(2022, 2, 18))
    assert found.begins == (date.fromisoformat(begins) if begins else None)


def test_time_runs_from_the_day_of_issue_unless_the_phrase_names_a_beginning() -> None:
    """Else from the first of the year; a share of it is what the percent is compared with."""
    for deadline, issued, begin in (
        ("四季度", "2022-02-18", "2022-02-18"),
        ("四季度", "", "2022-01-01"),
        ("3月至8月", "2022-02-18", "2022-03-01"),
        ("6月启动，12月底前完成", "", "2022-06-01"),
    ):
        found = _progress(deadline, "2022-06-01", issued)
        assert found.begin(_only(deadline, issued)) == day(begin)


def test_the_light_of_an_item_asks_nothing_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the list came into force is known by then: else the lights of a list would cost the square of its length."""
    found, only = _progress("12月底前", "2022-06-01"), _only("12月底前")
    monkeypatch.setattr(WorkList, "items", property(_looked_through))
    assert found.light(only).colour


def _looked_through(_worklist: WorkList) -> None:
    pytest.fail("the whole list is looked through")


def test_a_date_far_off_is_not_green_where_nobody_ever_reported() -> None:
    """It has the item's colour then, where the item has none or is yellow; what is near or past stays."""
    for as_of, colour in (
        ("2022-02-20", "none"),
        ("2022-03-01", "yellow"),
        ("2022-09-15", "yellow"),
        ("2022-10-01", "red"),
    ):
        found = _progress("9月底前", as_of, "2022-02-18")
        light = found.light(_only("9月底前", "2022-02-18"))
        (due_date,) = found.of(_only("9月底前", "2022-02-18")).dates
        assert date_colour(due_date, light, day(as_of), Lights()) == colour


@pytest.mark.parametrize("records", [[AT_30], [DONE]])
def test_what_has_a_deadline_that_is_not_read_is_never_on_schedule(records: list[Record]) -> None:
    """Nobody knows that it is: only what was decided or was never reported on has its light."""
    worklist = progress(records, "09-01").worklist
    unread = item()._replace(deadline=Deadline("下周三左右", "unreadable"))
    known = Progress(worklist, Journal("", tuple(records)), day("09-01"))
    assert known.light(unread) == ("none", "unread")
