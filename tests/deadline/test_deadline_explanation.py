"""How a reading is explained, and what reading costs."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from deadline_specification import ISSUED, MANUAL, READ, YEAR, printed_anew

from sulist.base.typeset import width
from sulist.deadline import DeadlineError, parse
from sulist.deadline.explain import explain
from sulist.write.screen.explanations import underlined

EXPLAINED = {
    "2021年8月底前": "Due on 2021-08-31, that day included.",
    "8月底前": "Due on 2021-08-31, that day included. No year is written, so it is the list's.",
    "2021年8月": "From 2021-08-01 to 2021-08-31, both days included.",
    "2021年8月前": (
        "Due on 2021-07-31, that day included. 前 after a whole period means before that period"
        " begins. It may also mean 2021-08-31."
    ),
    "2021年9月初": ("From 2021-09-01 to 2021-09-05, both days included. The day is approximate."),
    "2021年6月底前，2022年6月底前，长期坚持": (
        "Several dates, each of them due: 2021-06-30, 2022-06-30. The last counts as the due date."
        " After that it goes on."
    ),
    "3个月内": (
        "Due on 2021-07-12, that day included. It is counted from the day of issue, that day"
        " excluded."
    ),
    "每月上报": (
        "It returns every month: the last day. No day is said, so the period's last day counts."
    ),
    "每年2月底、8月15日前": "It returns every year: the end of month 2, 08-15.",
    "每周五前": "It returns every week: Friday.",
    "2021-2022年，每月5日前": (
        "It returns every month: day 5. It begins on 2021-01-01. It ends on 2022-12-31."
    ),
    "长期坚持": "It goes on, with no last day.",
    "自2021年3月1日起": "It goes on from 2021-03-01, with no last day.",
    "汛期前": "It depends on an event whose day is not given, so it has no date.",
    "尽快": "It names no day, so it has no date.",
}


@pytest.mark.parametrize(("phrase", "line"), EXPLAINED.items())
def test_a_reading_is_explained_in_one_line(phrase: str, line: str) -> None:
    """The explanation says the date and each convention that led to it."""
    assert explain(parse(phrase, year=YEAR, issued=ISSUED)) == line


def test_a_recurring_deadline_says_its_next_date() -> None:
    """Read as of a day, the explanation of a recurrence gives the next date."""
    deadline = parse("每月底前", year=YEAR, as_of=date(2021, 8, 20))
    assert explain(deadline) == "It returns every month: the last day. Next on 2021-08-31."


def test_every_phrase_of_the_specification_has_an_explanation() -> None:
    """No reading is left without a sentence, and none is more than one line."""
    for table in READ:
        for row in table.rows:
            line = explain(parse(row.phrase, year=YEAR, issued=ISSUED))
            assert line.endswith(".")
            assert "\n" not in line


def test_what_returns_until_it_is_done_is_explained_by_both() -> None:
    """The rule, the dates, and that it returns no more after the last."""
    read = parse("每周五前通报，6月底前完成初稿，12月底前完成", year=YEAR, as_of=date(2021, 3, 1))
    line = explain(read)
    for said in ("every week: Friday", "2021-06-30, 2021-12-31", "no more after that day"):
        assert said in line
    assert "Next on" not in line


LONG = (
    "2021年6月底前完成方案编制，2021年9月底前完成主体工程，每周一调度，年底前完成竣工验收并投入使用"
)


@pytest.mark.parametrize(
    ("text", "part"),
    [("8月32日前", "8月32日前"), (LONG, "每周一"), ("6月底前\n每周一调度", "每周一")],
)
def test_the_offending_part_is_marked_in_a_line_that_fits_a_terminal(text: str, part: str) -> None:
    """The marks stand below the part, and the line is never broken by 80 columns."""
    start = text.index(part)
    _empty, line, marks = underlined(text, (start, start + len(part))).split("\n")
    assert max(width(line), width(marks)) < 80
    before = marks.index("^")
    assert marks.strip() == "^" * width(part)
    assert width(line[: line.index(part)]) == before


def test_the_manual_prints_the_tables_of_the_specification() -> None:
    """docs/deadlines.md holds the tables that the tests hold the grammar to."""
    manual = MANUAL.read_text(encoding="utf-8")
    assert printed_anew(manual) == manual


def test_plain_deadlines_load_neither_the_patterns_nor_other_packages() -> None:
    """A list of plain deadlines pays for no pattern, and for no package at all."""
    program = (
        "import sys; from sulist.deadline import parse\n"
        "for phrase in ('12月底前', '8月31日前', '2021年6月底前', '年底前', '长期坚持',\n"
        "               '10月中旬前', '第三季度', '2021年9月30日', '上半年', '持续推进', '7月',\n"
        "               '四季度末', '2021年度', '年内', '3月初', '5月起', '9月30日为止'):\n"
        "    parse(phrase, year=2021)\n"
        "for name in ('sulist.deadline.moments', 'sulist.deadline.cell',\n"
        "             'sulist.deadline.vocabulary', 'unicodedata', 'dateutil',\n"
        "             'chinese_calendar'):\n"
        "    assert name not in sys.modules, name\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(
    ("issued", "said"),
    [(date(2021, 6, 10), "the day of issue"), (None, "the day asked about")],
)
def test_a_relative_day_says_what_it_is_counted_from(issued: date | None, said: str) -> None:
    """下周五 in a list counts from its day of issue; without one, from the day asked about."""
    read = parse("下周五", year=2021, issued=issued, as_of=date(2021, 6, 10))
    assert said in explain(read)


def test_a_very_long_phrase_is_not_repeated_whole() -> None:
    """Its beginning tells which it is."""
    with pytest.raises(DeadlineError) as caught:
        parse("8" * 900 + "月底前", year=2021)
    assert len(str(caught.value)) < 300
