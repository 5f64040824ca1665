"""Facts of an item on a day: what it is, by which date, since when, and what is counted of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from journals import day, item, progress
from journals import record as of_2021
from sending import a_list, known, record

from sulist.asking.query import Query, select
from sulist.listfile.touch import Touch, leads
from sulist.reports import progress_counts
from sulist.reports.overview import months_due
from sulist.reports.owing import owing
from sulist.standing.periods import period_named
from sulist.standing.settings import Reports

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.standing.tracking import Progress

SEVERAL = "3月底前完成方案，6月底前完成招标，9月底前完成建设"


def asked(folder: Path, cell: str, as_of: str, *records: Any, **more: Any) -> Progress:
    """A list of one item with this deadline, and these records."""
    return known(a_list(folder, cell, **more), as_of, *records)


def the_item(of: Progress) -> Any:
    """Its one item's standing."""
    return of.of(of.worklist.items[0])


# ---- states ------------------------------------------------------------------------------------


def test_an_item_that_is_done_as_a_whole_was_done_by_its_last_date_only(tmp_path: Path) -> None:
    """Nobody said when its earlier dates were met, so it is late on none of them."""
    done = record("09-20", "1-1", "report", 1, status="done")
    one = the_item(asked(tmp_path, SEVERAL, "09-25", done))
    assert [(due_date.done_on, due_date.late_days) for due_date in one.dates] == [
        (None, 0),
        (None, 0),
        (day("09-20"), 0),
    ]
    assert one.late_days == 0


def test_of_several_dates_the_earliest_as_extended_comes_first(tmp_path: Path) -> None:
    """Though it was printed behind one that has been put off beyond it."""
    later = record("03-20", "1-1", "extension", 1, milestone=1, to=day("08-31"), reason="延期")
    one = the_item(asked(tmp_path, SEVERAL, "07-10", later))
    assert [due_date.step for due_date in one.open_dates] == [2, 1, 3]
    assert one.overdue_days(day("07-10")) == 10


def test_a_percent_of_0_alone_does_not_say_that_work_is_under_way() -> None:
    """Of what was said to be not started it is the same once more."""
    said = [
        of_2021("03-01", "not-started", 1),
        of_2021("04-01", "report", 2, unit="区党群部", role="lead", percent=0),
    ]
    found = progress(said, "04-30").of(item())
    assert (found.state, found.percent) == ("not-started", 0)


def test_what_is_taken_up_again_has_no_day_on_which_it_was_done() -> None:
    """Neither the item nor its date; so it is not late either."""
    said = [
        of_2021("09-20", "done", 1),
        of_2021("09-22", "closing", 2, done_on="09-20"),
        of_2021("09-25", "reopening", 3),
    ]
    found = progress(said, "09-30").of(item())
    assert (found.course.done_on, found.dates[0].done_on, found.dates[0].late_days) == (
        None,
        None,
        0,
    )


def test_an_extension_to_the_day_that_holds_already_is_none() -> None:
    """It is refused, as one to an earlier day is."""
    found = progress([of_2021("08-01", "extension", 1, to="08-31")], "08-10").of(item())
    assert (found.extensions, len(found.refused)) == ((), 1)


# ---- lights ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("as_of", "reason"), [("08-31", "on-schedule"), ("09-01", "near")])
def test_an_item_is_near_from_the_thirtieth_day_before_its_date_on(
    as_of: str, reason: str, tmp_path: Path
) -> None:
    """That day included."""
    half = record("08-30", "1-1", "report", 1, status="in-progress", percent=95)
    found = asked(tmp_path, "10月1日前", as_of, half)
    assert found.light(found.worklist.items[0]).reason == reason


@pytest.mark.parametrize(("as_of", "reason"), [("05-20", "on-schedule"), ("05-21", "behind")])
def test_exactly_twenty_points_short_of_the_time_gone_is_not_behind_yet(
    as_of: str, reason: str, tmp_path: Path
) -> None:
    """One day in a hundred is a point here, the first day and the last included."""
    said = record("05-01", "1-1", "report", 1, status="in-progress", percent=30)
    found = asked(tmp_path, "4月1日至7月9日", as_of, said)
    assert found.light(found.worklist.items[0]).reason == reason


def test_the_percent_of_an_item_with_several_dates_is_held_against_the_last(
    tmp_path: Path,
) -> None:
    """A third of the work is no shortfall where a third of the whole time is gone."""
    said = record("04-01", "1-1", "report", 1, status="in-progress", percent=25)
    found = asked(tmp_path, "7月底前完成方案，12月底前完成建设", "05-10", said)
    assert found.light(found.worklist.items[0]).reason == "on-schedule"


# ---- what is owed ------------------------------------------------------------------------------


@pytest.mark.parametrize(("issued", "asked_for"), [("2021-06-30", 1), ("2021-07-01", 0)])
def test_a_list_that_was_issued_on_a_months_last_day_owes_reports_for_it(
    issued: str, asked_for: int, tmp_path: Path
) -> None:
    """One that was issued a day later does not."""
    found = asked(tmp_path, "9月底前", "07-10", issued=date.fromisoformat(issued).isoformat())
    assert owing(found, period_named("2021-06", Reports())).asked == asked_for


def test_what_was_done_after_a_month_is_owed_for_that_month(tmp_path: Path) -> None:
    """How things stood at its end decides, not how they stand now."""
    done = record("07-03", "1-1", "report", 1, status="done")
    found = owing(asked(tmp_path, "9月底前", "07-10", done), period_named("2021-06", Reports()))
    assert [debt.item.id for debt in found.debts] == ["1-1"]


def test_a_report_that_speaks_of_a_day_to_come_pays_nothing_yet(tmp_path: Path) -> None:
    """Neither is it the last that the unit said."""
    said = record("06-25", "1-1", "report", 1, status="in-progress")
    found = owing(asked(tmp_path, "9月底前", "06-20", said), period_named("2021-06", Reports()))
    assert [(debt.item.id, debt.last) for debt in found.debts] == [("1-1", None)]


def test_of_some_departments_no_unit_leads_by_name(tmp_path: Path) -> None:
    """Of 有关部门 nobody knows which it is, so that the cell stands for itself."""
    units = {"县直部门": ["县财政局", "县住建局"]}
    worklist = a_list(tmp_path, "9月底前", units=units, lead="县直有关部门")
    assert leads(worklist, worklist.items[0]) == ("县直有关部门",)


# ---- what has changed, what is asked for ---------------------------------------------------------


def test_an_item_whose_date_alone_was_put_off_has_changed(tmp_path: Path) -> None:
    """Though its state, its percent and the colour of its light are what they were."""
    later = record("02-10", "1-1", "extension", 1, to=day("12-31"), reason="延期")
    now = asked(tmp_path, "11月底前", "02-15", later)
    assert [one.item.id for one in progress_counts.changes(now, day("02-05"))] == ["1-1"]


def test_of_what_is_due_on_one_day_the_printed_order_holds(tmp_path: Path) -> None:
    """The tenth item of a category comes behind the ninth."""
    worklist = a_list(tmp_path, *["8月底前"] * 11)
    found = select(worklist, Query(), day("06-01"), each_date=True).matches
    assert [match.item.serial for match in found] == list(range(1, 12))


def test_a_date_of_another_year_falls_into_no_month_of_this_one(tmp_path: Path) -> None:
    """The time line of a year holds its own dates."""
    worklist = a_list(tmp_path, "2021年6月底前完成方案，2022年3月底前完成建设")
    assert months_due(worklist.items[0], 2021) == {6}


def test_of_several_units_the_one_that_is_touched_most_tells_the_role(tmp_path: Path) -> None:
    """A unit that leads stands before one that is only named."""
    worklist = a_list(tmp_path, "8月底前")
    touch = Touch(worklist)
    assert touch.strongest(worklist.items[0], ("县财政局", "县发改局")) == "lead"
    found = select(worklist, Query(units=("县财政局", "县发改局"), roles=("lead",)), day("06-01"))
    assert len(found.matches) == 1


def test_a_done_item_that_is_shown_is_not_said_to_be_hidden(tmp_path: Path) -> None:
    """Without a filter of dates a list shows everything; with one it counts what it leaves out."""
    done = record("06-01", "1-1", "report", 1, status="done")
    found = asked(tmp_path, "8月底前", "06-10", done)
    whole = select(found.worklist, Query(), found.as_of, progress=found)
    assert (len(whole.matches), whole.settled) == (1, 0)
    dated = select(found.worklist, Query(before=day("12-31")), found.as_of, progress=found)
    assert (len(dated.matches), dated.settled) == (0, 1)
