"""The tables of festivals, against calendars made by others."""

from __future__ import annotations

from datetime import date

import pytest
from chinese_calendar import get_solar_terms
from lunardate import LunarDate

from sulist.deadline.festivals import FIRST_YEAR, LAST_YEAR, festival_day

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
LUNAR = {"春节": (1, 1), "元宵": (1, 15), "端午": (5, 5), "中秋": (8, 15), "重阳": (9, 9)}


def test_the_tables_cover_1990_to_2060() -> None:
    """The tables reach as far as lists are kept, and say so beyond."""
    assert (FIRST_YEAR, LAST_YEAR) == (1990, 2060)
    assert festival_day("春节", 1989) is None
    assert festival_day("清明", 2061) is None


@pytest.mark.parametrize("name", LUNAR)
def test_lunar_festivals_are_those_of_the_lunar_calendar(name: str) -> None:
    """Each lunar festival is right in every year of its table."""
    for year in YEARS:
        assert festival_day(name, year) == LunarDate(year, *LUNAR[name]).to_solar_date()


def test_new_years_eve_is_the_day_before_new_year() -> None:
    """除夕 is the day before 春节, also where the last lunar month is short."""
    assert festival_day("除夕", 2022) == date(2022, 1, 31)


def test_qingming_is_the_suns_fifth_term() -> None:
    """清明 is right in every year, against a table of solar terms."""
    for year in YEARS:
        terms = get_solar_terms(date(year, 4, 3), date(year, 4, 7))
        assert [day for day, name in terms if name == "清明"] == [festival_day("清明", year)]
