"""Date options of the command line: read as of Friday 2021-08-20, in a list of 2021."""

from __future__ import annotations

from datetime import date

import pytest

from sulist.deadline import DeadlineError, parse_option

AS_OF = date(2021, 8, 20)

DAYS = {
    "2021-08-31": "2021-08-31",
    "2021/8/31": "2021-08-31",
    "2021.8.31": "2021-08-31",
    "20210831": "2021-08-31",
    "2021年8月31日": "2021-08-31",
    "8月31日": "2021-08-31",
    "8-31": "2021-08-31",  # 31 can be no month
    "8月底": "2021-08-31",
    "8 月底前": "2021-08-31",
    "8月前": "2021-07-31",  # before the period begins, as in the list
    "1月前": "2020-12-31",
    "８月底": "2021-08-31",
    "today": "2021-08-20",
    "今天": "2021-08-20",
    "tomorrow": "2021-08-21",
    "昨天": "2021-08-19",
    "+30d": "2021-09-19",
    "-7d": "2021-08-13",
    "+2w": "2021-09-03",
    "+1m": "2021-09-20",
    "三个月后": "2021-11-20",
    "下周五": "2021-08-27",
    "本周一": "2021-08-16",
    "月底": "2021-08-31",
    "下月底": "2021-09-30",
    "季末": "2021-09-30",
    "年底": "2021-12-31",
    "春节前": "2021-02-11",
    "“十四五”末": "2025-12-31",
    "上上周五": "2021-08-06",  # each 上 and each 下 counts one more
    "下下下周一": "2021-09-06",
    "下下年底": "2023-12-31",
    "大后年底": "2024-12-31",
    "大前天": "2021-08-17",
    "明天下班前": "2021-08-21",
    "本周五下班前": "2021-08-20",
    "兩天前": "2021-08-18",  # traditional characters
    "三個月後": "2021-11-20",
    "+两周": "2021-09-03",
    "+半个月": "2021-09-04",  # half a month is fifteen days
    "+一个半月": "2021-10-05",
    "+一年半": "2023-02-20",
    "+三十天内": "2021-09-19",
    "-半年": "2021-02-20",
    "+一个季度": "2021-11-20",
    "10个工作日后": "2021-09-03",
    "半个月前": "2021-08-05",
}
PERIODS = {
    "8月": ("2021-08-01", "2021-08-31"),
    "2021-08": ("2021-08-01", "2021-08-31"),
    "8月中旬": ("2021-08-11", "2021-08-20"),
    "Q3": ("2021-07-01", "2021-09-30"),
    "2021Q3": ("2021-07-01", "2021-09-30"),
    "第三季度": ("2021-07-01", "2021-09-30"),
    "本季度": ("2021-07-01", "2021-09-30"),
    "上半年": ("2021-01-01", "2021-06-30"),
    "2022年": ("2022-01-01", "2022-12-31"),
    "本周": ("2021-08-16", "2021-08-22"),
    "下周": ("2021-08-23", "2021-08-29"),
    "本月": ("2021-08-01", "2021-08-31"),
    "上月": ("2021-07-01", "2021-07-31"),
    "30天内": ("2021-08-20", "2021-09-19"),
    "6月-8月": ("2021-06-01", "2021-08-31"),
    "上上月": ("2021-06-01", "2021-06-30"),
    "下下下月": ("2021-11-01", "2021-11-30"),
    "上上季度": ("2021-01-01", "2021-03-31"),
    "下個月": ("2021-09-01", "2021-09-30"),
    "3月至5月之间": ("2021-03-01", "2021-05-31"),
    "2020年1-五月": ("2020-01-01", "2020-05-31"),
}
REFUSED = {
    "10": "a bare number",
    "2021": "likewise",
    "8.5": "a day or a number",
    "8-10": "a day or two months",
    "01-02-2021": "day first or month first",
    "21-8-1": "which is the year",
    "30d": "which way",
    "周五": "this week's or the next",
    "31日": "of which month",
    "10日后": "ten days on, or after the 10th",
    "-8月": "back, or until",
    "2021-02-30": "no such day",
    "底": "of what",
    "6月底前，12月底前": "two dates",
    "12月底前，并长期坚持": "goes on",
    "长期坚持": "goes on",
    "每月底前": "returns",
    "8月起": "no last day",
    "尽快": "no date",
    "+9999y": "out of all reach",
    "": "empty",
    "soon": "no date",
    "十十天后": "no number",
    "2-30": "no such day",
    "再下周五": "a word too many",
    "去去年": "likewise",
    "次次月": "likewise",
    "下下半年": "likewise",
    "大大后天": "likewise",
    "两周": "which way",
    "-3个工作日": "backwards they are not counted",
}


@pytest.mark.parametrize(("word", "day"), DAYS.items())
def test_a_day_is_its_own_period(word: str, day: str) -> None:
    """An option that names a day begins and ends on it."""
    found = parse_option(word, year=2021, as_of=AS_OF)
    assert (str(found.first), str(found.last)) == (day, day)


@pytest.mark.parametrize(("word", "period"), PERIODS.items())
def test_a_period_has_its_first_and_last_day(word: str, period: tuple[str, str]) -> None:
    """An option that names a period has both its ends."""
    found = parse_option(word, year=2021, as_of=AS_OF)
    assert (str(found.first), str(found.last)) == period


@pytest.mark.parametrize("word", REFUSED)
def test_a_doubtful_option_is_refused(word: str) -> None:
    """What may mean two days, several or none is refused, whole, with what to write instead."""
    with pytest.raises(DeadlineError) as caught:
        parse_option(word, year=2021, as_of=AS_OF)
    assert caught.value.span == (0, len(word))
    assert "due:" not in caught.value.reason  # that is the remedy of a cell


def test_a_year_is_the_lists_but_relative_words_count_from_the_day_asked_about() -> None:
    """In a list of 2021 opened in 2026, 8月底 is of 2021, and 今年, 月底 and +1d are of 2026."""
    as_of = date(2026, 2, 10)
    assert parse_option("8月底", year=2021, as_of=as_of).last == date(2021, 8, 31)
    assert parse_option("年底", year=2021, as_of=as_of).last == date(2021, 12, 31)
    assert parse_option("今年底", year=2021, as_of=as_of).last == date(2026, 12, 31)
    assert parse_option("月底", year=2021, as_of=as_of).last == date(2026, 2, 28)
    assert parse_option("+1d", year=2021, as_of=as_of).last == date(2026, 2, 11)


def test_without_a_list_the_year_is_that_of_the_day_asked_about() -> None:
    """With no list's year, 8月底 is this year's."""
    assert parse_option("8月底", year=None, as_of=AS_OF).last == date(2021, 8, 31)


def test_a_month_on_from_the_31st_is_the_months_last_day() -> None:
    """+1m from 31 January is the end of February."""
    assert parse_option("+1m", year=2021, as_of=date(2021, 1, 31)).last == date(2021, 2, 28)
