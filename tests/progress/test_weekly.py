"""Reports that are made every week: by the weeks of ISO 8601, due on a day of the week."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from forms_made import filled
from journals import day, progress, record

from sulist.listfile import typed
from sulist.reports.owing import owing
from sulist.standing.periods import period_named, period_of
from sulist.standing.settings import Reports, settings_for

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

WEEKLY = Reports("week")
HERE = {"SULIST_FILE": "items.yaml"}


@pytest.fixture
def desk(sulist: Sulist, tmp_path: Path) -> Sulist:
    """A copy of the list on which units report every week."""
    sulist.text("init", ".")
    (tmp_path / "sulist.toml").write_text('[reports]\nrhythm = "每周"\n', encoding="utf-8")
    return sulist


@pytest.mark.parametrize(
    ("on", "name", "first", "last", "due"),
    [
        ("2021-06-28", "2021-W26", "2021-06-28", "2021-07-04", "2021-07-02"),
        ("2021-07-04", "2021-W26", "2021-06-28", "2021-07-04", "2021-07-02"),
        ("2021-01-01", "2020-W53", "2020-12-28", "2021-01-03", "2021-01-01"),
        ("2024-12-31", "2025-W01", "2024-12-30", "2025-01-05", "2025-01-03"),
    ],
)
def test_a_week_is_from_monday_to_sunday_and_due_on_friday(
    on: str, name: str, first: str, last: str, due: str
) -> None:
    """It is of the year in which its Thursday is, by ISO 8601."""
    found = period_of(day(on), WEEKLY)
    assert (found.names, *map(str, found[1:])) == ((name,), first, last, due)
    assert period_named(name, WEEKLY) == found


def test_the_day_of_the_week_can_be_set() -> None:
    """1 is Monday, 7 Sunday."""
    assert period_of(day("06-30"), Reports("week", 1)).due == day("06-28")
    assert period_of(day("06-30"), Reports("week", 7)).due == day("07-04")


def test_a_report_for_a_week_is_one_for_the_month_in_which_the_week_ends() -> None:
    """Where a place changes from weeks to months in the year, nothing that was said is lost; not the other way."""
    said = [
        record(
            "06-30", "report", 1, "1-1", unit="区党群部", role="lead", done="x", period="2021-W26"
        )
    ]
    known = progress(said, "07-31")

    def reported(name: str, reports: Reports) -> int:
        return owing(known, period_named(name, reports), ("区党群部",)).reported

    assert reported("2021-W26", WEEKLY) == 1
    assert reported("2021-W27", WEEKLY) == 0
    assert reported("2021-07", Reports()) == 1
    assert reported("2021-06", Reports()) == 0
    monthly = progress([said[0]._replace(period="2021-06")], "07-31")
    assert owing(monthly, period_named("2021-W26", WEEKLY), ("区党群部",)).reported == 0


@pytest.mark.parametrize("word", ["week", "每周", "按周", "周报", "WEEKLY"])
def test_a_setting_is_understood_as_people_write_it(word: str, tmp_path: Path) -> None:
    """As an option is."""
    (tmp_path / "sulist.toml").write_text(f'[reports]\nrhythm = "{word}"\n', encoding="utf-8")
    assert settings_for(str(tmp_path / "items.yaml")).reports == WEEKLY


def test_a_report_is_for_the_week_of_its_day(desk: Sulist, tmp_path: Path) -> None:
    """Or for the one that is named; one to come is a slip."""
    desk.text("log", "2-7", "--done", "x", "--on", "2021-07-01", **HERE)
    desk.text("log", "2-8", "--done", "y", "--period", "第25周", "--on", "2021-07-01", **HERE)
    lines = (tmp_path / "progress.yaml").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line[2:])["period"] for line in lines[1:]] == ["2021-W26", "2021-W25"]
    today = HERE | {"SULIST_AS_OF": "2021-07-01"}
    said = desk.refused("log", "2-7", "--done", "x", "--period", "第30周", code=2, **today)
    assert "2021-W30 has not begun" in said
    said = desk.refused("log", "2-7", "--done", "x", "--period", "6月", code=2, **today)
    assert "no week" in said


def test_owing_asks_for_the_week_of_the_day(desk: Sulist) -> None:
    """The answer says its days; what was reported in another week does not count."""
    desk.text("log", "2-7", "--done", "x", "--on", "2021-06-25", **HERE)
    found = desk.json("owing", "--as-of", "2021-07-01", **HERE)
    assert found["period"] == {
        "months": [],
        "week": "2021-W26",
        "first": "2021-06-28",
        "last": "2021-07-04",
        "due": "2021-07-02",
        "days_over": 0,
    }
    assert (found["owed"], found["reported"]) == (18, 0)
    assert desk.json("owing", "--month", "上周", "--as-of", "2021-07-01", **HERE)["reported"] == 1


def test_a_week_before_the_list_says_why_nothing_is_owed(desk: Sulist) -> None:
    """And the heading names the units that were asked for."""
    asked = ("owing", "--month", "2020-W52", "--unit", "财政局", "--as-of", "2021-06-30")
    said = desk.text(*asked, **HERE)
    assert "The list holds from 2021-01-01 on, so no reports are owed for 2020-W52." in said
    assert said.splitlines()[0] == "Reports owed for 2020-W52 · 区财政局"


@pytest.mark.parametrize(
    ("word", "as_of", "means"),
    [
        ("第27周", "2022-07-05", "2022-W27"),
        ("第28周", "2022-07-05", "2021-W28"),
        ("第53周", "2021-01-02", "2020-W53"),
        ("第1周", "2020-12-31", "2021-W01"),
        ("2021年第27周", "2022-07-05", "2021-W27"),
        ("6月30日", "2021-07-01", "2021-W26"),
    ],
)
def test_the_week_that_it_is_is_this_one(word: str, as_of: str, means: str) -> None:
    """As with months; any other week without a year is of the list's year."""
    assert typed.week("--month", word, 2021, date.fromisoformat(as_of)) == means


def test_the_quarter_that_it_is_is_this_one() -> None:
    """As with months; a half-year and a year are the list's."""
    today = date(2022, 1, 10)
    assert typed.months("--month", "一季度", 2021, today) == ("2022-03", 3)
    assert typed.months("--month", "二季度", 2021, today) == ("2021-06", 3)
    assert typed.months("--month", "上半年", 2021, today) == ("2021-06", 6)
    assert typed.months("--month", "全年", 2021, today) == ("2021-12", 12)
    assert typed.months("--month", "1月", 2021, today) == ("2022-01", 1)


def test_a_form_of_a_week_comes_back_as_reports_for_that_week(desk: Sulist, tmp_path: Path) -> None:
    """It is named after the week, says when it is due, and of two weeks each has its own report."""
    for week, said in (("2021-W26", "开工"), ("2021-W27", "封顶")):
        desk.text("dispatch", "--directory", week, "--month", week, "--unit", "区财政局", **HERE)
        file = next((tmp_path / week).iterdir())
        assert file.name == f"区财政局-2021年第{week[-2:]}周反馈表.xlsx"
        filled(file, {"1-5": {"status": "推进中", "done": said}})
        last = str(period_named(week, WEEKLY).last)
        desk.text("collect", str(file), "--yes", "--on", last, **HERE)
    records = desk.json("history", "1-5", "--as-of", "2021-07-31", **HERE)["records"]
    assert [(one["period"], one["done"], one["on"]) for one in records] == [
        ("2021-W26", "开工", "2021-07-04"),
        ("2021-W27", "封顶", "2021-07-11"),
    ]


def test_a_letter_names_the_week(desk: Sulist) -> None:
    """The last week whose reports are due."""
    from sulist.reports.letters import last_period

    known = progress((), "07-01")
    weekly = known.settings._replace(reports=WEEKLY)
    found = last_period(type(known)(known.worklist, known.journal, date(2021, 7, 1), None, weekly))
    assert found
    assert found.names == ("2021-W25",)


def test_a_day_of_the_month_is_none_of_the_week() -> None:
    """Where another rhythm is asked for than is set, the day that is set does not go with it, nor back."""
    assert Reports("month", 3).of("week") == Reports("week")
    assert Reports("week", 3).of("month") == Reports()
    assert Reports("month", 3).of("quarter") == Reports("quarter", 3)
    assert Reports("week", 3).of("") == Reports("week", 3)
