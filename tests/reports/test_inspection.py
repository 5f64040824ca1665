"""What is wrong in lists, and how much of it is told: as values."""

from __future__ import annotations

from sulist.base.problem import Place, Problem
from sulist.listfile.checked import Checked
from sulist.reports.problems import Inspection, told


def checked(*levels: str, unread: str = "") -> Checked:
    """A list with a problem of each of these levels, those of a level of one rule."""
    rules = {"error": "unknown-key", "warning": "half-width-punctuation"}
    problems = [
        Problem(Place("a.yaml", line, 1), rules[level], "?", "!")
        for line, level in enumerate(levels, 1)
    ]
    return Checked("a.yaml", "a.yaml", None, problems, unread)


def test_lists_that_cannot_be_read_are_told_apart_and_not_counted() -> None:
    """The problems of the others are counted together."""
    found = Inspection((checked("error", "warning"), checked(unread="gone"), checked("error")))
    assert (len(found.read), len(found.unread)) == (2, 1)
    assert (found.errors, found.warnings, found.found) == (2, 1, 3)


def test_of_one_rule_no_more_are_told_than_is_said_and_the_rest_is_counted() -> None:
    """Exactly as many as that are all told; without a limit all are."""
    three = checked("error", "error", "error")
    assert [len(told(three, most).problems) for most in (None, 2, 3)] == [3, 2, 3]
    assert [told(three, most).more for most in (None, 2, 3)] == [(), (("unknown-key", 1),), ()]
