"""What a deadline means: the phrases that ``making`` writes, clause by clause."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from model import civil
from model.civil import LAST

QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
WEEKDAYS = "一二三四五六日"
TENS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, LAST)}
YEAR = r"(?:(?P<year>20\d\d)年)?"
FIRST_DAYS = {2023: date(2023, 1, 22), 2024: date(2024, 2, 10), 2025: date(2025, 1, 29)}  # 春节
PERIOD = (
    rf"{YEAR}(?:第?(?P<quarter>[一二三四])季度|(?P<half>[上下])半年|(?P<whole>全年)"
    r"|(?P<month>\d+)月(?P<tens>上旬|中旬|下旬)?)"
)
MOMENT = rf"{YEAR}(?:(?P<month>\d+)月(?:底|末|(?P<day>\d+)日)|年(?P<end>底))前?"


class Rule(NamedTuple):
    """A deadline that returns: on these (month, day), month 0 being every month; or on a weekday, or every day."""

    days: tuple[tuple[int, int], ...] = ()
    weekday: int | None = None
    daily: bool = False
    start: date | None = None
    until: date | None = None

    def falls_on(self, day: date) -> bool:
        """Whether it is due on this day."""
        if (self.start and day < self.start) or (self.until and day > self.until):
            return False
        if self.daily or self.weekday is not None:
            return self.daily or day.weekday() == self.weekday
        return any(
            month in (0, day.month) and civil.is_day(day, number) for month, number in self.days
        )


class When(NamedTuple):
    """A whole deadline: its dates, and what else it says."""

    text: str
    dates: tuple[date, ...] = ()
    start: date | None = None
    begins: date | None = None
    ongoing: bool = False
    other: date | None = None
    approximate: bool = False
    rule: Rule | None = None
    unreadable: bool = False

    @property
    def kind(self) -> str:
        """In the words of the answers."""
        if self.unreadable:
            return "unreadable"
        if self.dates:
            return "range" if self.start else "date"
        return "recurring" if self.rule else "ongoing" if self.ongoing else "none"


def read(text: str, year: int | None, issued: date | None) -> When:
    """All clauses of a cell together; without a year of the list (0) each date says its own.

    Raises:
        ValueError: it is none of the phrases that the model knows.
    """
    when = When(text)
    for clause in filter(None, text.split("，")):
        when = _with(when, clause, year or 0, issued)
    if when.rule and when.start:
        when = when._replace(rule=when.rule._replace(start=when.start))
    if when.rule and when.start and when.dates and "至" in text.split("，")[0]:
        when = when._replace(rule=when.rule._replace(until=when.dates[-1]), dates=())
    return when


def _with(when: When, clause: str, year: int, issued: date | None) -> When:
    if clause.startswith("每"):
        return when._replace(
            rule=_rule(clause)._replace(until=when.rule.until if when.rule else None)
        )
    if re.match("长期|持续", clause):
        return when._replace(ongoing=True)
    if clause in ("尽快", "适时", "立行立改", "时间待定"):
        return when
    for reading in (
        _last_day_of_a_rule,
        _counted,
        _working_days,
        _friday,
        _spring_festival,
        _beginning,
        _range,
        _several,
        _days_each,
        _vague,
        _moment,
        _period,
    ):
        read_so = reading(when, clause, year, issued)
        if read_so:
            return read_so
    raise ValueError(clause)


def _rule(clause: str) -> Rule:
    if re.match("每天|每日", clause):
        return Rule(daily=True)
    if found := re.match("每周([一二三四五六日])", clause):
        return Rule(weekday=WEEKDAYS.index(found[1]))
    if found := re.match(r"每月((?:\d+日、?)+)前", clause):
        return Rule(tuple((0, int(number)) for number in re.findall(r"\d+", found[1])))
    if re.match("每月", clause):
        return Rule(((0, LAST),))
    if re.match("每季", clause):
        return Rule(tuple((month, LAST) for month in (3, 6, 9, 12)))
    if re.match("每半年", clause):
        return Rule(((6, LAST), (12, LAST)))
    if found := re.match(r"每年((?:\d+月(?:底|\d+日)?、?)+)", clause):
        days = re.findall(r"(\d+)月(\d*)", found[1])
        return Rule(tuple((int(month), int(day) if day else LAST) for month, day in days))
    raise ValueError(clause)


def _last_day_of_a_rule(when: When, clause: str, year: int, _issued: date | None) -> When | None:
    """至2021年9月底, before 每月底前 or behind it."""
    found = re.fullmatch(r"至(20\d\d)年(\d+)月底", clause)
    if not found:
        return None
    return when._replace(
        rule=(when.rule or Rule())._replace(until=civil.end(int(found[1]), int(found[2])))
    )


def _counted(when: When, clause: str, _year: int, issued: date | None) -> When | None:
    found = re.fullmatch(r"(\d+)(个月|日)内.*", clause)
    if not found or issued is None:
        return None
    count = int(found[1])
    due = civil.plus(issued, count) if found[2] == "日" else civil.months_after(issued, count)
    return when._replace(dates=(*when.dates, due))


def _working_days(when: When, clause: str, _year: int, issued: date | None) -> When | None:
    """10个工作日内, of weeks without a holiday."""
    found = re.fullmatch(r"(\d+)个工作日内", clause)
    if not found or issued is None:
        return None
    due, left = issued, int(found[1])
    while left:
        due = civil.plus(due, 1)
        left -= due.weekday() < 5
    return when._replace(dates=(*when.dates, due))


def _friday(when: When, clause: str, _year: int, issued: date | None) -> When | None:
    """本周五前, 下周五前: of the week in which the list was issued."""
    found = re.fullmatch("(本|下)周([一二三四五六日])前", clause)
    if not found or issued is None:
        return None
    monday = civil.plus(issued, -issued.weekday())
    days = WEEKDAYS.index(found[2]) + (7 if found[1] == "下" else 0)
    return when._replace(dates=(*when.dates, civil.plus(monday, days)))


def _spring_festival(when: When, clause: str, year: int, _issued: date | None) -> When | None:
    if clause != "春节前" or year not in FIRST_DAYS:
        return None
    return when._replace(dates=(*when.dates, civil.plus(FIRST_DAYS[year], -1)))


def _beginning(when: When, clause: str, year: int, _issued: date | None) -> When | None:
    """自3月起: alone it goes on; a date or a recurrence behind it ends that."""
    found = re.fullmatch(rf"自?{PERIOD}(?:起|开始)", clause)
    if not found:
        return None
    first = _span(found, year)[0]
    return when._replace(start=first, begins=first, ongoing="，" not in when.text)


def _range(when: When, clause: str, year: int, _issued: date | None) -> When | None:
    found = re.fullmatch(r"(?:(\d{4})年)?(\d+)月(?:(\d+)日)?[至-](?:(\d+)月)?(?:(\d+)日)?", clause)
    if not found:
        return None
    said, month, day, last_month, last_day = (int(part) if part else 0 for part in found.groups())
    year, last_month = said or year, last_month or month
    first = date(year, month, day or 1)
    last = date(year, last_month, last_day) if last_day else civil.end(year, last_month)
    return when._replace(start=first, begins=first, dates=(*when.dates, last))


def _several(when: When, clause: str, year: int, _issued: date | None) -> When | None:
    found = re.fullmatch(r"((?:\d+月?、)+\d+)月底前.*", clause)
    if not found:
        return None
    months = (int(part) for part in re.findall(r"\d+", found[1]))
    return when._replace(dates=(*when.dates, *(civil.end(year, month) for month in months)))


def _days_each(when: When, clause: str, year: int, _issued: date | None) -> When | None:
    """2021年11月20日、2022年1月20日前; 3月、9月: each of them."""
    parts = re.sub("前$", "", clause).split("、")
    found = [re.fullmatch(rf"{YEAR}(?P<month>\d+)月(?:(?P<day>\d+)日)?", part) for part in parts]
    if len(parts) < 2 or not all(found):
        return None
    dues = []
    for one in filter(None, found):
        its_year, month = int(one["year"] or year), int(one["month"])
        dues.append(
            date(its_year, month, int(one["day"])) if one["day"] else civil.end(its_year, month)
        )
    return when._replace(dates=(*when.dates, *dues))


def _vague(when: When, clause: str, year: int, _issued: date | None) -> When | None:
    found = re.fullmatch(r"(\d+)月(初|中|左右)", clause)
    if not found:
        return None
    month = int(found[1])
    due = date(year, month, {"初": 5, "中": 15}.get(found[2]) or civil.length(year, month))
    start = None if found[2] == "中" else date(year, month, 1)
    return when._replace(dates=(*when.dates, due), start=start, approximate=True)


def _moment(when: When, clause: str, year: int, _issued: date | None) -> When | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", clause):
        return when._replace(dates=(*when.dates, civil.from_text(clause)))
    if found := re.fullmatch(rf"{YEAR}(?P<quarter>[一二三四])季度末", clause):
        return when._replace(dates=(*when.dates, _span(found, year)[1]))
    found = re.match(MOMENT, clause)
    if not found:
        return None
    its_year = int(found["year"] or year)
    if found["end"]:
        due = date(its_year, 12, 31)
    elif found["day"]:
        due = date(its_year, int(found["month"]), int(found["day"]))
    else:
        due = civil.end(its_year, int(found["month"]))
    return when._replace(dates=(*when.dates, due))


def _period(when: When, clause: str, year: int, _issued: date | None) -> When | None:
    """四季度; 6月启动, which names when it begins; 8月前, which may be read in two ways."""
    found = re.fullmatch(rf"{PERIOD}(?P<after>前|启动|开工)?(?:完成)?", clause)
    if not found:
        return None
    first, last = _span(found, year)
    if found["after"] == "前":
        return when._replace(dates=(*when.dates, civil.plus(first, -1)), other=last)
    begins = first if found["after"] else when.begins
    return when._replace(dates=(*when.dates, last), start=when.start or first, begins=begins)


def _span(found: re.Match[str], year: int) -> tuple[date, date]:
    year = int(found["year"] or year)
    if found["quarter"]:
        last = 3 * QUARTERS[found["quarter"]]
        return date(year, last - 2, 1), civil.end(year, last)
    if found["half"]:
        last = 6 if found["half"] == "上" else 12
        return date(year, last - 5, 1), civil.end(year, last)
    if found["whole"]:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(found["month"])
    first, day = TENS[found["tens"]] if found["tens"] else (1, LAST)
    return date(year, month, first), date(year, month, day) if day != LAST else civil.end(
        year, month
    )
