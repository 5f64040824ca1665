"""What holds for every date and for any text at all."""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from sulist.deadline import Deadline, DeadlineError, find, parse, parse_option
from sulist.deadline.common import read_common
from sulist.deadline.reading import _parse_at_length
from sulist.numerals import to_chinese

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")
BOUNDED = settings(max_examples=150, deadline=None, derandomize=True, database=None)
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
PROSE = ("", "请各单位", "区经发局牵头，", "（一）加强领导。")
CHARACTERS = (
    "0123456789一二三四五六七八九十〇年月日号底末初中前后起止至到-—~、，和每季度半周旬内上下本次今明第Q“”"
    "五春节国庆个工作完成的；。（） .:/持续长期按各+dwm两零O①\n\u3000\u200b２"
)
FRAGMENTS = (
    "8月", "底前", "2021年", "第三季度", "每月", "3个月内", "至", "12月31日", "长期坚持", "上旬", "印发之日起",
    "“十四五”", "春节前", "，", "完成", "次年", "2021-08", "每季度末月20日前", "工作日内", "年底",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(CHARACTERS, max_size=25),
    st.lists(st.sampled_from(FRAGMENTS), max_size=6).map("".join),
    st.text(max_size=20),
)


def _digits(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _wide(text: str) -> str:
    return text.translate({ord("0") + n: ord("０") + n for n in range(10)})


def _written_forms(day: date) -> list[str]:
    year, month, number = day.year, day.month, day.day
    plain = f"{year}年{month}月{number}日"
    return [
        plain,
        f"{plain}前",
        f"{year}年{month:02}月{number:02}日前",
        f"{year} 年 {month} 月 {number} 日前",
        _wide(plain) + "之前",
        f"{_digits(year)}年{to_chinese(month)}月{to_chinese(number)}日前",
        f"{plain}({'星期周'[:2]}{'一二三四五六日'[day.weekday()]})前",
        f"{plain}下班前",
        day.isoformat(),
        f"{year}/{month}/{number}前",
        f"{year}.{month}.{number}",
        f"于{year}年{month}月{number}号前完成",
        f"到{plain}止",
    ]


@BOUNDED
@given(DAYS)
def test_every_date_is_read_in_every_form(day: date) -> None:
    """Each day of 2000 to 2040 is read back from every form that a day is written in."""
    for form in _written_forms(day):
        deadline = parse(form, year=1999)
        assert (deadline.due, deadline.kind) == (day, "date"), form


@BOUNDED
@given(st.integers(2000, 2040), st.integers(1, 12))
def test_every_end_of_month_is_its_last_day(year: int, month: int) -> None:
    """底 and 末 of a month are its last day, in leap years too, with the list's year or another."""
    last = date(year, month, calendar.monthrange(year, month)[1])
    for form in (f"{month}月底前", f"{year}年{month}月末", f"{to_chinese(month)}月月底前"):
        assert parse(form, year=year).due == last
    whole = parse(f"{year}年{month}月", year=1999)
    assert (whole.start, whole.due) == (date(year, month, 1), last)


@BOUNDED
@given(DAYS, DAYS)
def test_a_range_has_its_two_ends(first: date, last: date) -> None:
    """A range of two written days has both, and is refused where it runs backwards."""
    phrase = f"{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日"
    try:
        deadline = parse(phrase, year=2021)
    except DeadlineError:
        assert last < first
    else:
        assert (deadline.start, deadline.due) == (first, last)


@BOUNDED
@given(DAYS, DAYS)
def test_milestones_are_in_order_and_the_last_is_due(first: date, second: date) -> None:
    """Two dates in a cell are two milestones in order of date, however they stand."""
    written = [f"{d.year}年{d.month}月{d.day}日前" for d in (first, second)]
    deadline = parse("启动，".join(written) + "完成", year=2021)
    assert [milestone.due for milestone in deadline.milestones] == sorted({first, second})
    assert deadline.due == max(first, second)


@settings(BOUNDED, max_examples=500)
@given(TEXTS, st.sampled_from([None, 2021]), st.sampled_from([None, date(2021, 4, 12)]))
def test_reading_never_raises_anything_but_its_own_error(
    text: str, year: int | None, issued: date | None
) -> None:
    """Any text is read or refused, with a span inside it; find refuses nothing."""
    deadline = _or_error(lambda: parse(text, year=year, issued=issued, as_of=issued))
    if isinstance(deadline, DeadlineError):
        assert 0 <= deadline.span[0] <= deadline.span[1] <= len(text)
        assert str(deadline)
    else:
        _holds_together(deadline)
    period = _or_error(lambda: parse_option(text, year=year, as_of=date(2021, 8, 20)))
    if isinstance(period, DeadlineError):
        assert period.span == (0, len(text))
    else:
        assert period.first <= period.last
    for found in find(text, year=year, issued=issued):
        assert 0 <= found.span[0] < found.span[1] <= len(text)
        assert found.deadline.text == text[slice(*found.span)].strip()
        _holds_together(found.deadline)


def _or_error(read: Callable[[], Result]) -> Result | DeadlineError:
    """What ``read`` gives, or its own error; any other comes through."""
    try:
        return read()
    except DeadlineError as error:
        return error


def _holds_together(deadline: Deadline) -> None:
    """What is true of every deadline, however it was read."""
    dues = [milestone.due for milestone in deadline.milestones]
    assert dues == sorted(set(dues))
    assert bool(dues) == (deadline.kind in ("date", "range"))
    if dues:
        assert deadline.due == dues[-1]
    if deadline.start and deadline.due:
        assert deadline.start <= deadline.due
    assert (deadline.kind == "range") == bool(dues and deadline.start)
    assert (deadline.recurrence is not None) == (deadline.kind == "recurring")
    assert all(milestone.text in deadline.text for milestone in deadline.milestones)
    assert deadline.explanation
    hash(deadline)


@BOUNDED
@given(DAYS, st.sampled_from(PROSE), st.sampled_from(["前", "底前", "前完成整改。"]))
def test_what_find_finds_parse_reads_alike(day: date, before: str, after: str) -> None:
    """A deadline found in a sentence is the one that its words alone are read as."""
    date_text = f"{day.year}年{day.month}月" + ("" if after == "底前" else f"{day.day}日")
    (found,) = find(f"{before}{date_text}{after}", year=2021)
    assert found.deadline == parse(found.deadline.text, year=2021)
    assert found.deadline.due is not None
    assert (found.deadline.due.year, found.deadline.due.month) == (day.year, day.month)


@BOUNDED
@given(
    st.sampled_from(["", "2020年", "2021年"]),
    st.integers(0, 13),
    st.sampled_from(["月底", "月末", "月{}日", "年底"]),
    st.integers(0, 32),
    st.sampled_from(["", "前"]),
)
def test_the_short_way_reads_as_the_whole_grammar_does(
    year: str, month: int, form: str, day: int, after: str
) -> None:
    """What the common forms read at once, the grammar reads alike; the rest they leave to it."""
    phrase = f"{year}底{after}" if form == "年底" and year else f"{month}{form.format(day)}{after}"
    common = read_common(phrase, 2021)
    if common is not None:
        assert common == _parse_at_length(phrase, phrase, 2021, None, None)
