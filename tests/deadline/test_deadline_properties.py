"""What holds for every date and for any text at all."""

from __future__ import annotations

import calendar
import sys
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, TypeVar

import pytest
from conftest import examples
from deadline_specification import ISSUED, READ, YEAR, Row
from hypothesis import given, settings
from hypothesis import strategies as st

from sulist.base.numerals import to_chinese
from sulist.deadline import Deadline, DeadlineError, _read, find, parse, parse_option
from sulist.deadline.cell import read_cell
from sulist.deadline.explain import explain
from sulist.deadline.figures import ALONE, moment_of
from sulist.deadline.phrase import Unreadable
from sulist.deadline.resolving import Given

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = [row for table in READ for row in table.rows]
LEADS = (
    "", "力争", "确保", "原则上", "请于", "务必在", "拟于", "预计", "最迟", "不晚于", "完成时限：", "主体工程",
    "区住建局", "由区住建局牵头，", "立行立改，", "全面推进，", "各镇（街道）", "5G基站", "1-3号楼", "第一批",
)  # fmt: skip
TASKS = (
    "", "完成", "全面完成", "整改到位", "建成投用", "启动", "出台方案", "报送总结", "完成80%", "完成投资3.5亿元",
    "新增200个", "实现全覆盖", "完成2021年度计划", "完成3个、启动2个", "完成220KV变电站", "（责任单位：区住建局）",
)  # fmt: skip
ENDS_OF_2021 = (
    ("4月底前", date(2021, 4, 30)), ("5月15日前", date(2021, 5, 15)),
    ("上半年底前", date(2021, 6, 30)), ("三季度末前", date(2021, 9, 30)),
    ("10月20日之前", date(2021, 10, 20)), ("2021年11月底前", date(2021, 11, 30)),
    ("年底前", date(2021, 12, 31)), ("明年3月底前", date(2022, 3, 31)),
    ("2022年6月30日前", date(2022, 6, 30)), ("“十四五”末", date(2025, 12, 31)),
)  # fmt: skip
WITHOUT_YEARS = tuple(
    end for end in ENDS_OF_2021 if end[1].year == YEAR and not end[0].startswith("20")
)
PLAIN_STEPS = 15  # to fold a character
STEPS = 150  # for each character: in all, less than a hundredth of a second for the longest cell
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
    "“十四五”", "春节前", "，", "。", "完成", "明年", "后", "每周一", "每半月", "力争", "总结", "情况", "原则上", "次年", "2021-08", "每季度末月20日前", "工作日内", "年底",
)  # fmt: skip
SLOW = (
    "《",
    "（",
    "（原为",
    "逾期",
    "（2022年",
    "其中6月底前",
    "离",
    "至6月底，已",
    "3个月内的",
    "上上",
    "8月至9月和",
)
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


def test_no_day_of_four_decades_is_left_out() -> None:
    """Each single day of 2000 to 2040 is read back, from one form after the other in turn."""
    day, last = date(2000, 1, 1), date(2040, 12, 31)
    while day <= last:
        forms = _written_forms(day)
        form = forms[day.toordinal() % len(forms)]
        assert parse(form, year=1999).due == day, form
        day += timedelta(days=1)


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


@settings(BOUNDED, max_examples=examples(500))
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
    assert explain(deadline)
    hash(deadline)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.phrase)
def test_what_is_found_first_in_a_sentence_is_read_alike_alone(row: Row) -> None:
    """The words of the first deadline in a sentence mean the same as a cell of their own."""
    for one in find(f"各单位要抓好落实，{row.phrase}。", year=YEAR, issued=ISSUED)[:1]:
        alone = parse(one.deadline.text, year=YEAR, issued=ISSUED)
        if one.deadline.recurrence is not None:  # it may have begun earlier in the sentence
            alone = alone._replace(
                start=one.deadline.start,
                begins=one.deadline.begins,
                recurrence=one.deadline.recurrence,
            )
        assert one.deadline == alone


@settings(BOUNDED, max_examples=examples(600))
@given(st.sampled_from(LEADS), st.sampled_from(ENDS_OF_2021), st.sampled_from(TASKS))
def test_what_is_to_be_done_does_not_change_the_date(
    lead: str, end: tuple[str, date], task: str
) -> None:
    """Whoever is to do whatever, and however surely: the date is the one that is written."""
    phrase = f"{lead}{end[0]}{task}"
    deadline = parse(phrase, year=YEAR, issued=ISSUED)
    assert [milestone.due for milestone in deadline.milestones] == [end[1]], phrase
    found = find(phrase, year=YEAR, issued=ISSUED)
    assert [one.deadline.due for one in found] == [end[1]], phrase


@settings(BOUNDED, max_examples=examples(300))
@given(
    st.lists(st.sampled_from(ENDS_OF_2021), min_size=2, max_size=3, unique_by=lambda end: end[1]),
    st.sampled_from(["，", "；", "、", "，并于", "，确保", "。", "；其中，"]),
    st.sampled_from(TASKS),
)
def test_no_milestone_is_lost_or_invented(
    ends: list[tuple[str, date]], between: str, task: str
) -> None:
    """Of several dates, each with its task, every one is a milestone, in a cell and in prose."""
    ends.sort(key=lambda end: end[1])
    phrase = between.join(f"{written}{task}" for written, _due in ends)
    dues = [due for _written, due in ends]
    assert [one.due for one in parse(phrase, year=YEAR, issued=ISSUED).milestones] == dues, phrase
    found = find(phrase, year=YEAR, issued=ISSUED)
    assert [one.due for each in found for one in each.deadline.milestones] == dues, phrase


@settings(BOUNDED, max_examples=examples(400))
@given(
    st.lists(st.sampled_from(WITHOUT_YEARS), min_size=2, max_size=4, unique_by=lambda end: end[1]),
    st.sampled_from(["，", "；", "，并于", "，确保", "，其中"]),
    st.sampled_from([task for task in TASKS if task and "2021" not in task]),
)
def test_no_date_of_a_sentence_is_lost_in_silence(
    ends: list[tuple[str, date]], between: str, task: str
) -> None:
    """In whatever order they stand, each is found; one that lies before another keeps its other reading."""
    phrase = between.join(f"{written}{task}" for written, _due in ends)
    found = [one.deadline for one in find(phrase, year=YEAR, issued=ISSUED)]
    assert [(one.text, one.due) for one in found] == ends, phrase
    dues = [due for _written, due in ends]
    doubted = [
        between != "，其中" and due < max(dues[:at], default=due) for at, due in enumerate(dues)
    ]
    assert [one.ambiguous is not None for one in found] == doubted, phrase
    refused = isinstance(_or_error(lambda: parse(phrase, year=YEAR, issued=ISSUED)), DeadlineError)
    assert refused == any(doubted), phrase


@BOUNDED
@given(DAYS, st.sampled_from(PROSE), st.sampled_from(["前", "底前", "前完成整改。"]))
def test_what_find_finds_parse_reads_alike(day: date, before: str, after: str) -> None:
    """A deadline found in a sentence is the one that its words alone are read as."""
    date_text = f"{day.year}年{day.month}月" + ("" if after == "底前" else f"{day.day}日")
    (found,) = find(f"{before}{date_text}{after}", year=2021)
    assert found.deadline == parse(found.deadline.text, year=2021)
    assert found.deadline.due is not None
    assert (found.deadline.due.year, found.deadline.due.month) == (day.year, day.month)


PLAIN = (
    ["", "2020年", "2021年", "2021年度", "1899年", "2101年", "2021年假"],
    [
        *(f"{month}月" for month in range(14)),
        *("06月", "2月29日", "2月30日", "6月31日", "08月05日", "5月份", "5月5号", "6月0日", "3、6月"),
        *("6月上旬", "10月中旬", "2月下旬", "6月上中旬", "6月下半月", "六月", "一月"),
        *("第一季度", "第3季度", "四季度", "2季度", "第五季度", "一、二季度", "12季度", "季度"),
        *("上半年", "下半年度", "全年", "全年度", "年", "年度", ""),
    ],
    ["", *"底末初中内终年月", "年底", "月底", "月末", "年终", "底数", "期末"],
    ["", "前", "之前", "以前", "前期", "后", "以后", "起", "起草", "止", "为止", "内", "之内"],
)  # fmt: skip


def test_what_is_put_together_at_once_is_what_the_whole_grammar_reads() -> None:
    """A moment alone needs no more of the grammar, and all of the grammar says the same of it."""
    chosen, moments = Random("put together"), set()  # noqa: S311 - the same in every run
    for _number in range(examples(12_000)):
        phrase = "".join(map(chosen.choice, PLAIN))
        year, issued = chosen.choice([None, YEAR]), chosen.choice([None, ISSUED])
        if moment_of(phrase) is not None:
            moments.add(phrase)
            known = Given(year, year, issued, issued, issued)
            at_once = _said(lambda: _read(phrase, year, issued, None))  # noqa: B023
            whole = _said(lambda: read_cell(phrase, known, None))  # noqa: B023
            assert at_once == whole, phrase
    assert len(moments) > 300


@pytest.mark.parametrize("phrase", sorted(ALONE))
def test_what_goes_on_goes_on_by_the_whole_grammar_too(phrase: str) -> None:
    """Words that alone say that it goes on."""
    known = Given(None, None, None, None, None)
    assert _read(phrase, None, None, None) == read_cell(phrase, known, None)


def _said(read: Callable[[], Deadline]) -> Deadline | tuple[int, int, str]:
    """What ``read`` gives, or where and why it refuses."""
    try:
        return read()
    except Unreadable as error:
        return error.start, error.end, error.reason


@settings(BOUNDED, max_examples=examples(150))
@given(
    st.lists(st.sampled_from((*FRAGMENTS, *CHARACTERS, *SLOW)), min_size=1, max_size=4).map("".join)
)
def test_the_longest_text_takes_no_more_steps_than_its_length_allows(piece: str) -> None:
    """However often whatever is repeated: each character costs a few steps, and no more in a long text."""
    text = piece * (1000 // len(piece))
    find(piece, year=YEAR, issued=ISSUED)  # so that what is made once is made
    for read in (parse, find):
        assert _steps(lambda read=read: read(text, year=YEAR, issued=ISSUED)) < STEPS * len(text)  # type: ignore[misc]


def _steps(read: Callable[[], object]) -> int:
    """How often something is called while ``read`` runs."""
    steps = 0

    def count(_frame: object, event: str, _more: object) -> None:
        nonlocal steps
        steps += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        _or_error(read)
    finally:
        sys.setprofile(None)
    return steps


def test_a_cell_of_more_dates_than_any_deadline_has_is_given_up() -> None:
    """Sixty dates are read, and one more is not."""
    months = [f"{year}年{month}月底前" for year in range(2021, 2027) for month in range(1, 13)]
    assert len(parse("完成一批，".join(months[:60]), year=YEAR).milestones) == 60
    with pytest.raises(DeadlineError, match="more dates"):
        parse("完成一批，".join(months[:61]), year=YEAR)


@pytest.mark.parametrize(
    "piece",
    [
        "6月底前，",
        "上半年",
        "10日内的",
        "((((6月",
        "6月至",
        "2021年12月（完成）",
        "6月、",
        "8月至9月和",
        "其中6月底前",
    ],
)
def test_no_sentence_takes_more_steps_than_sixty_dates_do(piece: str) -> None:
    """However often dates are repeated: behind them it only costs to bring each character into its plain form."""
    short, long = (piece * (size // len(piece)) for size in (2000, 4000))
    find(short, year=YEAR, issued=ISSUED)  # so that what is made once is made
    fewer, more = (
        _steps(lambda text=text: find(text, year=YEAR, issued=ISSUED))  # type: ignore[misc]
        for text in (short, long)
    )
    assert more - fewer < PLAIN_STEPS * 2000


def test_what_a_sentence_says_behind_its_sixtieth_date_is_told_as_unread() -> None:
    """It is one more of what is found, without a date; the next sentence is read as ever."""
    months = [f"{year}年{month}月底前" for year in range(2021, 2027) for month in range(1, 13)]
    text = "完成一批，".join(months[:62])
    found = find(f"{text}完成。12月底前验收。", year=YEAR)
    assert [one.deadline.due is None for one in found] == [False] * 60 + [True, False]
    unread = found[60]
    assert unread.deadline.kind == "none"
    assert explain(unread.deadline).startswith("It was not read")
    assert text[slice(*unread.span)] + "完成" == unread.deadline.text
    assert months[60] in unread.deadline.text
    assert months[61] in unread.deadline.text


@pytest.mark.parametrize("phrase", ["底", "底前", "末", "末前"])
def test_an_end_of_nothing_is_no_date(phrase: str) -> None:
    """An edge needs its period: 底 alone is not the end of the year."""
    with pytest.raises(DeadlineError):
        parse(phrase, year=2021, issued=ISSUED)
