"""The calendar on values: an entry a date, what is still to come, what it stands as."""

from __future__ import annotations

from progress_made import asked, day, decided, plain, said

from sulist.reports.calendar import calendar


def test_every_date_has_an_entry_with_its_own_state() -> None:
    """Done or not; what has no date has none."""
    found = calendar(asked("07-10", said("06-20", "1-3", "done", milestone=1)))
    of_third = [
        (one.key, one.day, one.state, one.open)
        for one in found.entries
        if one.match.item.id == "1-3"
    ]
    assert of_third == [
        ("1-3-1", day("06-30"), "reported-done", False),
        ("1-3-2", day("09-30"), "no-report", True),
        ("1-3-3", day("12-31"), "no-report", True),
    ]
    assert found.undated == 1


def test_an_entry_is_to_come_to_the_end_of_its_day_while_something_is_to_do() -> None:
    """A reminder of what is past, or done, is of no use."""

    def to_come(as_of: str, *records: object) -> bool:
        found = calendar(asked(as_of, *records))  # type: ignore[arg-type]
        return next(one.to_come for one in found.entries if one.key == "1-1-1")

    assert (to_come("08-30"), to_come("08-31"), to_come("09-01")) == (True, True, False)
    assert not to_come("08-30", said("08-20", "1-1", "done"))


def test_an_extended_date_is_the_same_entry_on_its_new_day() -> None:
    """And its number grows with every record, so that a calendar takes the newer one."""
    given = decided("08-20", "1-1", "extension", to="10-20", reason="雨季")
    for records, on, revision in (((), "08-31", 0), ((given,), "10-20", 1)):
        found = calendar(asked("08-25", *records))
        assert [(one.day, one.revision) for one in found.entries if one.key == "1-1-1"] == [
            (day(on), revision)
        ]


def test_where_nobody_reports_everything_is_open() -> None:
    """Nothing is known to be done."""
    found = calendar(plain("07-10"))
    assert {(one.state, one.open) for one in found.entries} == {("no-report", True)}
    assert [one.day for one in found.entries if one.match.item.id == "2-2"] == [
        day("03-31"),
        day("06-30"),
        day("09-30"),
        day("12-31"),
    ]
