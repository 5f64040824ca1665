"""Days as scripts and lists write them."""

from __future__ import annotations

from datetime import date

import pytest

from sulist.base.days import written_day


def test_a_day_of_a_script_needs_no_grammar() -> None:
    """Year, month and day with hyphens between them."""
    assert written_day("2021-08-31") == date(2021, 8, 31)


@pytest.mark.parametrize(
    "text",
    ["", "20210831", "2021-W35-2", "2021-8-31", "2021-02-30", "2021/08/31", "２０２１-08-31"],
)
def test_any_other_form_is_no_written_day(text: str) -> None:
    """Python reads weeks and days without hyphens too: a list and a command line do not take them for a day."""
    assert written_day(text) is None
