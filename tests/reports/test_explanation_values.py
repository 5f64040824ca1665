"""How a deadline or a cell of units is read: as values."""

from __future__ import annotations

from datetime import date

from sulist.deadline import find, parse
from sulist.reports.explanations import ExplainedUnits, deadlines_in_text, explained_deadline
from sulist.units import UnitRef
from sulist.units.remarked import Remarks

DAY = date(2023, 6, 1)


def test_a_deadline_that_returns_is_due_on_its_next_day() -> None:
    """The day itself included; of several dates the last is it, and each is told with its phrase."""
    assert explained_deadline(parse("每季度末", year=2023), DAY).due == date(2023, 6, 30)
    returns = parse("每月1日前", year=2023)
    assert explained_deadline(returns, DAY).due == DAY
    both = explained_deadline(parse("3月底前出方案，9月底前完成", year=2023), DAY)
    assert both.due == date(2023, 9, 30)
    assert [due for due, _text in both.dates] == [date(2023, 3, 31), date(2023, 9, 30)]


def test_a_single_date_is_not_told_twice() -> None:
    """It stands in the explanation already."""
    assert explained_deadline(parse("8月底前", year=2023), DAY).dates == ()


def test_what_stands_in_running_text_keeps_its_place() -> None:
    """As in a slice of the text."""
    text = "方案请于3月底前报送，年底前完成。"
    found = deadlines_in_text(text, find(text, year=2023), DAY)
    assert [text[slice(*one.span)] for one in found.phrases] == ["3月底前", "年底前"]
    assert [one.read.due for one in found.phrases] == [date(2023, 3, 31), date(2023, 12, 31)]
    assert (found.found, deadlines_in_text("无", [], DAY).found) == (2, 0)


def test_a_cell_has_as_many_entries_as_it_names() -> None:
    """A collective is one."""
    units = (UnitRef("甲局"), UnitRef("各镇", "all"))
    assert ExplainedUnits("甲局、各镇", units, (), Remarks()).found == 2
