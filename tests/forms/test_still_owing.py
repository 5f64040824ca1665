"""Who still owes a form: what collect says at its end is what owing says of the same day."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import ROOT
from journals import the_list

from sulist.forms.collecting import absent
from sulist.forms.layout import led_by
from sulist.journal.journal import read
from sulist.reports.owing import owing
from sulist.standing.periods import period_named
from sulist.standing.settings import Reports
from sulist.standing.tracking import Progress

YEAR = ROOT / "examples" / "2021" / "progress.yaml"


@pytest.mark.parametrize("day", [3, 20, 26, 28, 30])
def test_a_unit_whose_report_has_not_come_on_the_day_asked_about_has_not_sent_anything(
    day: int,
) -> None:
    """A report that speaks of a later day than the one asked about is not heard yet, in either list."""
    progress = Progress(the_list(), read(str(YEAR), the_list()), date(2021, 6, day))
    period = period_named("2021-06", Reports())
    led = led_by(the_list())
    heard = {
        one.unit
        for one in progress.journal.records
        if one.kind == "report" and one.period == "2021-06" and one.on <= progress.as_of
    }
    found = absent(progress, period, led)
    assert {one.unit for one in found} == {one.unit for one in owing(progress, period).debts}
    assert {one.unit for one in found if one.none} == {one.unit for one in found} - heard
