"""A phrase of simple parts is read as the whole grammar reads it."""

from __future__ import annotations

import re._parser as parser  # type: ignore[import-not-found]
from datetime import date
from random import Random
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any

import pytest
from conftest import examples

from sulist.deadline import Deadline, counting, moments, refusals, returning, scan, vocabulary
from sulist.deadline.cell import read_cell
from sulist.deadline.figures import FINISHED
from sulist.deadline.phrase import Unreadable
from sulist.deadline.resolving import Given
from sulist.deadline.simple import LEADS, MEANINGLESS, read_simple

LETTERS = sorted(MEANINGLESS)
MOMENTS = (
    "8月底前 2021年6月30日前 三季度末 3季度末 年底前 上半年 10月中旬前 2021年 8月 9月1日 全年 年内 第二季度 2021年年底 8月初 "
    "下半年底 8月前 13月底前 2月30日前 2022年3月前 12月 6月起 6月后 8月中 2021年全年 四季度 3月内 1月"
).split()
AROUND = (
    *LEADS,
    *FINISHED,
    "全面完成",
    "开工",
    "启动",
    "完成方案",
    "开始",
    "完成情况",
    "出台方案",
    "集中整治",
)
BETWEEN = ("", "", "", "至", "到", "-", "—", "、", "和")
RETURNING = (
    "月 季度 周 年 半年 个月 日".split(),
    [*"底 末 5日 31日 32日 0日 05日 ５日 五 日 一 天 二四 初 5号".split(), ""],
    ["", "前", "之前", "上报"],
)


def a_phrase(chosen: Random) -> str:
    """One of a few clauses of a moment or two with words around them, or one that returns."""
    if chosen.random() < 0.3:
        return "每" + "".join(map(chosen.choice, RETURNING))

    def words() -> str:
        letters = "".join(chosen.choices(LETTERS, k=chosen.randrange(5)))
        return chosen.choice(("", "", chosen.choice(AROUND), letters))

    def clause() -> str:
        second = chosen.choice(BETWEEN) + chosen.choice(("", chosen.choice(MOMENTS)))
        return f"{words()}{chosen.choice(MOMENTS)}{chosen.choice(('', second))}{words()}"

    return chosen.choice("，，,；、").join(
        clause() for _number in range(chosen.choice((1, 1, 2, 3)))
    )


ISSUED = date(2021, 3, 1)


def _whole(phrase: str, known: Given, as_of: date | None) -> Deadline | None:
    """What the whole grammar reads; None where it refuses."""
    try:
        return read_cell(phrase, known, as_of)
    except Unreadable:
        return None


def test_what_is_read_as_simple_is_read_so_by_the_whole_grammar() -> None:
    """Every part of the deadline is the same; what the whole grammar refuses is never read as simple."""
    chosen, found = Random("simple phrases"), set()  # noqa: S311 - the same in every run
    for _number in range(examples(9000)):
        phrase = a_phrase(chosen)
        year, issued = chosen.choice([2021, 2021, None]), chosen.choice([None, ISSUED])
        as_of = chosen.choice([None, date(2021, 6, 1)])
        known = Given(year, year, issued, issued, issued or as_of)
        simple = read_simple(phrase, known, as_of)
        if simple is not None:
            found.add(phrase)
            assert simple == _whole(phrase, known, as_of), phrase
    assert len(found) > 200


@pytest.mark.parametrize(
    "phrase",
    [
        "力争6月底前完成", "2月底前完成方案，12月底前全面完成", "2021年1月至8月", "10月上旬完成",
        "5月底前开工，年底前完工", "每月17日前", "每季度末", "每周五前", "于2021年11月30日前",
        "企业牵头8月底前建成",
    ],
)  # fmt: skip
def test_the_forms_of_most_lists_are_simple(phrase: str) -> None:
    """They need no pattern."""
    assert read_simple(phrase, Given(2021, 2021, None, None, None), None) is not None


@pytest.mark.parametrize(
    "phrase",
    ["6月底前，12月底前完成", "8月方案", "3月至8月项目", "三季度集中整治", "8月底前开始", "会3季度末", "年底前、完成", "8月底前投用，2021年"],
)  # fmt: skip
def test_what_may_be_read_otherwise_is_left_to_the_whole_grammar(phrase: str) -> None:
    """A date that may be one of a list, a bare period with a word behind it, what may be counted or begun."""
    assert read_simple(phrase, Given(2021, 2021, None, None, None), None) is None


@pytest.mark.parametrize("letter", LETTERS)
def test_no_letter_before_or_behind_a_moment_makes_another_of_it(letter: str) -> None:
    """Each of them says nothing, wherever it may stand."""
    known = Given(2021, 2021, None, None, None)
    for phrase in (
        f"{letter}8月底前",
        f"{letter}2021年6月30日前",
        f"8月底前{letter}",
        f"年底前{letter}",
    ):
        simple = read_simple(phrase, known, None)
        assert simple is not None
        assert simple == _whole(phrase, known, None), phrase


def _needs_another(parsed: Any) -> bool:
    """Whether whatever a parsed pattern takes up has a letter that is not meaningless, nor a comma."""
    return any(_node_needs_another(kind, value) for kind, value in parsed)


def _node_needs_another(kind: Any, value: Any) -> bool:
    if kind is sre.LITERAL:
        return chr(value) not in MEANINGLESS and chr(value) != ","
    if kind is sre.IN:
        return all(
            (one is sre.LITERAL and _node_needs_another(one, what))
            or (one is sre.CATEGORY and what is sre.CATEGORY_DIGIT)
            or (one is sre.RANGE and not any(what[0] <= ord(x) <= what[1] for x in MEANINGLESS))
            for one, what in value
        )
    if kind is sre.BRANCH:
        return all(_needs_another(one) for one in value[1])
    if kind is sre.SUBPATTERN:
        return _needs_another(value[3])
    repeats = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
    return kind in repeats and value[0] > 0 and _needs_another(value[2])


PATTERNS = {
    **{form.name: moments.pattern_of(form).pattern for form in (*moments.YEARS, *moments.PARTS)},
    "count": counting._pattern().pattern,
    "returning": returning._pattern().pattern,
    "since the issue": scan._since_issue_pattern().pattern,
    "aside": scan._aside_pattern().pattern,
    "words": vocabulary.word_pattern().pattern,
    "doubt": vocabulary.DOUBTFUL,
    "describes": vocabulary.DESCRIBES,
    "like a date": refusals._like_a_date().pattern,
    "hanging": refusals._hanging().pattern,
}


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_of_the_grammar_is_made_up_of_meaningless_letters(name: str) -> None:
    """So between two moments, where only these letters stand, nothing is found that says anything."""
    assert _needs_another(parser.parse(PATTERNS[name]))


def test_what_finishes_alone_finishes_for_the_vocabulary() -> None:
    """Each of these words is all that the pattern of what finishes takes up."""
    for word in FINISHED:
        found = vocabulary.compiled(vocabulary.FINISHES).match(word)
        assert found is not None
        assert found.end() == len(word)
