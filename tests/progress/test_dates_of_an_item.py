"""An item of several dates: what it is by its dates, and what becomes of them when it is taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from journals import day, record
from listed import listed, without_errors

from sulist.asking.query import Query
from sulist.asking.subject import Subject
from sulist.journal.journal import Journal
from sulist.reports.items import due
from sulist.standing.tracking import Progress

if TYPE_CHECKING:
    from conftest import Sulist

    from sulist.journal.record import Record
    from sulist.standing.states import Standing

LIST = listed("""
- {id: 1-1, text: 修路。, lead: 甲局, responsible: 乙局, deadline: 6月底前启动，10月底前完成}
units:
  区直部门: [甲局, 乙局]
""")


def made(words: str) -> list[Record]:
    """Records of 1-1 from words such as ``done:1 closing:1 reopening``, one a day from 1 July on.

    A report is the lead's. A closing accepts the day of what stands before it, as it does where that is the lead's report.
    """
    found = []
    for at, word in enumerate(words.split(), 1):
        kind, _colon, milestone = word.partition(":")
        more = {
            "report": {"role": "lead"},
            "extension": {"to": "12-31"},
            "closing": {"done_on": f"07-{max(1, at - 1):02}"},
        }.get(kind, {})
        on = f"07-{at:02}"
        found.append(record(on, kind, at, milestone=int(milestone or 0), **more))
    return found


def asked(records: list[Record], as_of: str = "12-31") -> Progress:
    """The list of one item with these records."""
    return Progress(without_errors(LIST), Journal("progress.yaml", tuple(records)), day(as_of))


def what(words: str) -> Standing:
    """What the item is on the last day of the year."""
    progress = asked(made(words))
    return progress.of(progress.worklist.items[0])


# What was said, in order; the item's state; the states of its dates; which records could not follow.
COURSES: list[tuple[str, str, str, list[int]]] = [
    # Reopened as a whole: every date opens again.
    ("done closing reopening", "reopened", "reopened reopened", []),
    ("done reopening", "reopened", "reopened reopened", []),
    ("withdrawal reopening", "reopened", "reopened reopened", []),
    ("done:1 closing:1 done closing reopening", "reopened", "reopened reopened", []),
    ("done:1 done reopening", "reopened", "reopened reopened", []),
    ("withdrawal:1 done closing reopening", "reopened", "reopened reopened", []),
    # Closed date by date: the item is closed.
    ("done:1 closing:1 done:2 closing:2", "closed", "closed closed", []),
    ("done:1 done:2 closing:2 closing:1", "closed", "closed closed", []),
    ("in-progress:1 closing:1 in-progress:2 closing:2", "closed", "closed closed", []),
    ("withdrawal:2 done:1 closing:1", "closed", "closed withdrawn", []),
    ("done:1 closing:1 withdrawal:2", "closed", "closed withdrawn", []),
    ("done:1 closing:1", "in-progress", "closed no-report", []),
    # Reported date by date: the item is reported done.
    ("done:1 done:2", "reported-done", "reported-done reported-done", []),
    ("done:1 closing:1 done:2", "reported-done", "closed reported-done", []),
    ("done:1 withdrawal:2", "reported-done", "reported-done withdrawn", []),
    ("withdrawal:1 withdrawal:2", "withdrawn", "withdrawn withdrawn", []),
    # Then the item is taken up again as one that ended by its own record.
    ("done:1 closing:1 done:2 closing:2 reopening", "reopened", "reopened reopened", []),
    ("done:1 done:2 reopening", "reopened", "reopened reopened", []),
    ("withdrawal:1 withdrawal:2 reopening", "reopened", "reopened reopened", []),
    ("done:1 closing:1 withdrawal:2 reopening", "reopened", "reopened reopened", []),
    # Or one of its dates is.
    ("done:1 closing:1 done:2 closing:2 reopening:1", "reopened", "reopened closed", []),
    ("done:1 done:2 reopening:2", "reopened", "reported-done reopened", []),
    ("withdrawal:1 withdrawal:2 reopening:2", "reopened", "withdrawn reopened", []),
    ("done:1 done:2 in-progress:2", "in-progress", "reported-done in-progress", []),
    (
        "done:1 closing:1 done:2 closing:2 reopening:1 done:1 closing:1",
        "closed",
        "closed closed",
        [],
    ),
    ("done closing reopening done:1 closing:1 done:2 closing:2", "closed", "closed closed", []),
    # The office closes the item whose dates are all done, be some only reported.
    ("done:1 done:2 closing", "closed", "closed closed", []),
    ("done:1 closing:1 done:2 closing", "closed", "closed closed", []),
    ("done:1 in-progress closing", "closed", "closed closed", []),
    ("done:1 done:2 withdrawal", "withdrawn", "withdrawn withdrawn", []),
    ("done:1 closing:1 done:2 withdrawal", "withdrawn", "closed withdrawn", []),
    ("done:1 withdrawal", "withdrawn", "withdrawn withdrawn", []),
    ("done:1 done:2 closing reopening", "reopened", "reopened reopened", []),
    # What journals did that had to end the item too, or to open its dates one by one, still counts.
    ("done:1 closing:1 done:2 closing:2 done closing", "closed", "closed closed", []),
    ("done:1 closing:1 done:2 closing:2 done reopening:2", "reopened", "closed reopened", []),
    ("withdrawal:1 withdrawal:2 withdrawal", "withdrawn", "withdrawn withdrawn", []),
    (
        "done:1 closing:1 done closing reopening reopening:1",
        "reopened",
        "reopened reopened",
        [],
    ),
    (
        "done:1 closing:1 done closing reopening reopening:1 reopening:1",
        "reopened",
        "reopened reopened",
        [7],
    ),
    (
        "done:1 closing:1 done closing reopening done:1 reopening:1",
        "in-progress",
        "reopened reopened",
        [],
    ),
    ("done:1 closing:1 done closing reopening reopening:2", "reopened", "reopened reopened", []),
    # What is said again of the whole moves nothing: it is still done date by date.
    ("done:1 done:2 done reopening:1", "reopened", "reopened reported-done", []),
    ("done:1 done:2 done closing:1 closing:2", "closed", "closed closed", []),
    ("done:1 done:2 report reopening:1", "reopened", "reopened reported-done", []),
    (
        "done:1 done:2 in-progress report withdrawal:1",
        "reported-done",
        "withdrawn reported-done",
        [],
    ),
    (
        "done:1 closing:1 done:2 closing:2 done closing reopening:2",
        "reopened",
        "closed reopened",
        [],
    ),
    ("withdrawal:1 withdrawal:2 withdrawal reopening:2", "reopened", "withdrawn reopened", []),
    # Nor is it closed again, with another day, but after a reopening.
    ("done:1 closing:1 done:2 closing:2 closing", "closed", "closed closed", [5]),
    # What has ended by its dates takes nothing more, as what has ended by itself.
    ("done:1 closing:1 done:2 closing:2 in-progress", "closed", "closed closed", [5]),
    ("done:1 closing:1 done:2 closing:2 in-progress:2", "closed", "closed closed", [5]),
    ("done:1 closing:1 done:2 closing:2 withdrawal", "closed", "closed closed", [5]),
    ("done:1 closing:1 done:2 closing:2 extension:2", "closed", "closed closed", [5]),
    ("done:1 closing:1 done:2 closing:2 closing:2", "closed", "closed closed", [5]),
    ("done:1 done:2 not-started", "reported-done", "reported-done reported-done", [3]),
    # An item that ended by a record of its own refuses records on its dates.
    ("done done:1", "reported-done", "reported-done reported-done", [2]),
    ("done closing:1", "reported-done", "reported-done reported-done", [2]),
    ("done:1 done reopening:1", "reported-done", "reported-done reported-done", [3]),
    ("done:1 done:2 closing reopening:1", "closed", "closed closed", [4]),
    ("withdrawal reopening:1", "withdrawn", "withdrawn withdrawn", [2]),
    ("done closing extension:1", "closed", "closed closed", [3]),
    # And what is not done cannot be reopened.
    ("done:1 closing:1 reopening", "in-progress", "closed no-report", [3]),
    ("done:1 closing:1 reopening:2", "in-progress", "closed no-report", [3]),
    ("reopening:1", "no-report", "no-report no-report", [1]),
    ("closing:1", "no-report", "no-report no-report", [1]),
    # A word of the lead on the whole does not undo what it said of each date.
    ("done:1 done:2 in-progress", "reported-done", "reported-done reported-done", []),
    # What the lead says of a date that was reopened, it says of the item; not what it said before.
    ("done closing reopening in-progress:1", "in-progress", "in-progress reopened", []),
    ("done closing reopening report:1", "in-progress", "in-progress reopened", []),
    ("done closing reopening done:2", "in-progress", "reopened reported-done", []),
    ("done:1 done:2 reopening:2 report:2", "in-progress", "reported-done in-progress", []),
    ("done:1 done:2 reopening:2 done:1", "reopened", "reported-done reopened", []),
    ("done:1 done:2 reopening:2 report:1", "reopened", "reported-done reopened", []),
    # The reopened dates move as any do.
    ("done closing reopening extension:2", "reopened", "reopened reopened", []),
    ("done closing reopening withdrawal:1", "reopened", "withdrawn reopened", []),
]


@pytest.mark.parametrize(("words", "state", "dates", "refused"), COURSES)
def test_an_item_and_its_dates_end_and_open_again_together(
    words: str, state: str, dates: str, refused: list[int]
) -> None:
    """All done, the item is done; the item reopened, all dates are open."""
    found = what(words)
    assert found.state == state
    assert [one.state for one in found.dates] == dates.split()
    assert [one.seq for one, _reason in found.refused] == refused


def test_an_item_is_closed_since_the_last_of_the_closings_of_its_dates() -> None:
    """That record is its decision, and the day it was done is the last day of its dates."""
    records = [
        record("06-20", "in-progress", 1, milestone=1),
        record("07-01", "in-progress", 2, milestone=2),
        record("09-20", "closing", 3, milestone=2, done_on="09-10", reason="验收"),
        record("09-25", "closing", 4, milestone=1, done_on="06-28", reason="补验"),
    ]
    progress = asked(records)
    found = progress.of(progress.worklist.items[0])
    assert (found.course.since, found.course.done_on) == (day("09-25"), day("09-10"))
    assert found.decision is not None
    assert found.decision.reason == "补验"
    withdrawn = asked([*records[:3], record("09-30", "withdrawal", 4, milestone=1)])
    found = withdrawn.of(withdrawn.worklist.items[0])
    assert (found.state, found.course.since) == ("closed", day("09-20"))
    assert found.decision is not None
    assert found.decision.reason == "验收"


def test_an_item_is_reported_done_since_the_last_of_its_dates_was() -> None:
    """That one of them is closed in the meantime moves that day no more; the accepted days count."""
    records = [
        record("06-20", "done", 1, milestone=1),
        record("07-01", "done", 2, milestone=2),
        record("07-05", "closing", 3, milestone=1, done_on="07-03", reason="验收"),
    ]
    progress = asked(records)
    found = progress.of(progress.worklist.items[0])
    assert (found.state, found.course.since, found.course.done_on, found.decision) == (
        "reported-done",
        day("07-01"),
        day("07-03"),
        None,
    )


DATES_OF_A_CLOSING = [
    # Each keeps its own day where the office accepts what was reported.
    (["1 06-20", "2 10-30"], "10-30", ["06-20", "10-30"], 0),
    (["2 06-20", "1 07-10"], "07-10", ["07-10", "06-20"], 10),
    # Another day is that of the date that was done last, and says how late it was.
    (["1 06-20", "2 10-30"], "11-05", ["06-20", "11-05"], 5),
    (["1 06-20", "2 11-03"], "10-31", ["06-20", "10-31"], 0),
    (["2 06-20", "1 07-10"], "07-01", ["07-01", "06-20"], 1),
    (["2 06-20", "1 06-20"], "06-25", ["06-20", "06-25"], 0),
    # What is open was done on that day if it is the last; of another nobody said.
    (["1 07-02"], "11-01", ["07-02", "11-01"], 2),
    (["2 07-02"], "11-01", [None, "07-02"], 0),
]


@pytest.mark.parametrize(("told", "accepted", "days", "late"), DATES_OF_A_CLOSING)
def test_dates_that_were_reported_done_are_closed_with_their_item(
    told: list[str], accepted: str, days: list[str | None], late: int
) -> None:
    """The day on which it was done, as accepted, decides how late it was."""
    reports = [record(one[2:], "done", at, milestone=int(one[0])) for at, one in enumerate(told, 1)]
    under_way = record("11-10", "in-progress", 8)
    progress = asked([*reports, under_way, record("11-20", "closing", 9, done_on=accepted)])
    found = progress.of(progress.worklist.items[0])
    assert (found.state, found.course.done_on, found.refused) == ("closed", day(accepted), ())
    assert [one.state for one in found.dates] == ["closed", "closed"]
    assert [one.done_on and f"{one.done_on:%m-%d}" for one in found.dates] == days
    assert found.late_days == late


def test_what_is_said_again_of_the_whole_moves_no_day() -> None:
    """Closed on the same day, or on that of a last report: since when and when done stay; another day counts not."""
    records = [
        record("06-20", "done", 1, milestone=1),
        record("06-25", "closing", 2, milestone=1, done_on="06-20"),
        record("10-09", "done", 3, milestone=2),
    ]
    reported = (day("10-09"), day("10-09"))
    closed = (day("10-15"), day("10-09"))
    last = record("10-15", "closing", 4, milestone=2, done_on="10-09", reason="验收")
    again = record("11-02", "done", 5)
    for more, days in (
        ((again,), reported),
        ((last, again), closed),
        ((last, again, record("11-05", "closing", 6, done_on="11-02")), closed),
        ((last, record("11-05", "closing", 6, done_on="10-09")), closed),
    ):
        progress = asked([*records, *more])
        found = progress.of(progress.worklist.items[0])
        assert (found.course.since, found.course.done_on, found.refused) == (*days, ())
        assert found.decision is (last if last in more else None)
    other = record("11-05", "closing", 6, done_on="11-03")
    progress = asked([*records, last, again, other])
    found = progress.of(progress.worklist.items[0])
    assert (found.course.since, found.course.done_on) == closed
    ((refused, reason),) = found.refused
    assert refused is other
    assert reason.startswith("1-1 was closed on 2021-10-15. Take it up again first: sulist reopen")


def test_a_report_on_a_date_of_what_was_reopened_is_the_word_of_its_item() -> None:
    """Under way since then and by no decision, whatever is said of the whole later."""
    for words in ("done reopening report:1 in-progress", "done:1 done:2 reopening:2 in-progress:2"):
        found = what(words)
        assert (found.state, found.decision) == ("in-progress", None)
        assert found.course.since == day("07-03" if "report" in words else "07-04")


def test_what_was_reopened_says_since_when_and_why() -> None:
    """As a whole or by one date, the reopening is the item's decision."""
    for words in ("done:1 done:2 reopening:1", "done:1 done:2 reopening"):
        found = what(words)
        assert found.course.since == day("07-03")
        assert found.decision is not None
        assert found.decision.kind == "reopening"


def test_dates_that_were_reopened_fall_due_and_are_overdue_again() -> None:
    """Red after the first of them, whatever became of each before; extended, they fall due then."""
    for words in (
        "done closing reopening",
        "done:1 closing:1 done:2 closing:2 reopening",
        "done:1 closing:1 done closing reopening",
    ):
        progress = asked(made(words), "08-20")
        (item,) = progress.worklist.items
        assert progress.of(item).overdue_days(day("08-20")) == 51
        assert progress.light(item) == ("red", "overdue")
        subject = Subject(progress.worklist, Query(), day("08-20"), progress)
        assert [str(one.due) for one in due(subject).selection.matches] == [
            "2021-06-30",
            "2021-10-31",
        ]
        more = asked(made(f"{words} extension:1"), "08-20")
        assert more.of(item).refused == ()
        assert [str(one.due) for one in more.of(item).open_dates] == ["2021-10-31", "2021-12-31"]
        assert more.of(item).overdue_days(day("08-20")) == 0


def test_closing_each_date_is_told_as_the_closing_of_the_item(
    sulist: Sulist, tmp_path: Any
) -> None:
    """The acknowledgement of the last says so; what is taken back leaves the item as it was."""
    (tmp_path / "list.yaml").write_text(LIST, encoding="utf-8")
    there = {"SULIST_FILE": "list.yaml", "SULIST_AS_OF": "2021-06-20"}
    for date in ("1", "2"):
        sulist.text("log", "1-1", "--status", "done", "--milestone", date, **there)
        said = sulist.text("close", "1-1", "--milestone", date, **there)
    assert "1-1 as of 2021-06-20: closed · blue: closed" in said
    shown = sulist.json("show", "1-1", **there)["items"][0]
    assert (shown["progress"]["state"], shown["days_left"]) == ("closed", None)
    assert "was closed" in sulist.refused("log", "1-1", "--percent", "50", code=4, **there)
    said = sulist.text("reopen", "1-1", "--reason", "复查", **there)
    assert "1-1 as of 2021-06-20: reopened" in said
    sulist.text(
        *("extend", "1-1", "--milestone", "1", "--to", "7月底", "--reason", "雨季"), **there
    )
    sulist.text("undo", "1-1", **there)
    shown = sulist.json("show", "1-1", **there)["items"][0]["progress"]
    assert [one["due"] for one in shown["dates"]] == ["2021-06-30", "2021-10-31"]


def test_a_refusal_about_a_date_names_the_date_and_not_the_item() -> None:
    """The item itself is open: only its first date is closed."""
    progress = asked(made("done:1 closing:1 withdrawal:1"))
    ((_record, reason),) = progress.of(progress.worklist.items[0]).refused
    assert reason.startswith("Date 1 of 1-1 was closed on 2021-07-02.")
    assert "sulist reopen 1-1 --milestone 1 --reason TEXT" in reason
