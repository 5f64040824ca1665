"""Deadlines inside running text: what is one, what only looks like one, and where it stands."""

from __future__ import annotations

from datetime import date

import pytest
from deadline_specification import ISSUED, YEAR, written

from sulist.deadline import find, parse

FOUND = [
    ("各地要于2021年底前完成清理整改。", ["2021年底前 = 2021-12-31"]),
    ("落实情况年底前报国务院", ["年底前 = 2021-12-31"]),
    (
        "2022年6月底前制定政策，12月底前实现",
        ["2022年6月底前 = 2022-06-30", "12月底前 = 2022-12-31"],
    ),
    ("2022年6月底前制定。12月底前实现。", ["2022年6月底前 = 2022-06-30", "12月底前 = 2021-12-31"]),
    ("到2025年，全市站点达到100个", ["到2025年 = 2025-12-31"]),
    ("力争2024年建成", ["2024年建成 = 2024-12-31"]),
    ("请在7日之内以书面形式答复", ["7日之内 = 2021-04-19"]),
    ("该方案将于2021年5月起实施", ["2021年5月起 = from 2021-05-01"]),
    (
        "分别于4月25日、6月25日和11月25日前报送",
        ["4月25日、6月25日和11月25日前 = 2021-04-25 + 2021-06-25 + 2021-11-25"],
    ),
    ("每月集中开展一次", ["每月 = every month: last"]),
    (
        "2020年起，每年2月底前各省完成考核，3月底前国家完成分析",
        [
            "每年2月底前 = every year: 2/last from 2020-01-01",
            "3月底前 = every year: 3/last from 2020-01-01",
        ],
    ),
    (
        "2004年底前投运的电厂，应在2022年底前安装设施",
        ["2022年底前 = 2022-12-31"],
    ),
    ("第四季度(每项5分)", ["第四季度 = 2021-10-01..2021-12-31"]),
]
NOT_FOUND = {
    "2020年，全市完成投资100亿元，同比增长5%。": "tells of what was done",
    "国务院2021年6月30日印发的《通知》": "tells when it was printed",
    "截至2020年底，全市已建成50个站点。": "a report",
    "自2018年以来，我区累计投入3亿元。": "a report",
    "《赣州市“十四五”规划（2021-2025年）》": "a title",
    "国发〔2021〕3号": "a document's number",
    "2021年1月1日前取得许可证的企业": "tells which",
    "比2022年底前提高5%": "a comparison",
    "将审查周期压缩至4个月以内": "how long it may take",
    "在会后5个工作日内反馈": "an event that has no date",
    "在大汛前完成任务的80%": "likewise",
    "一季度、上半年和全年工作落实情况": "what a report is about",
    "项目年底考核；唯一日期；十月怀胎；几年前；去年底": "words that hold a date's characters",
    "每年安排专项资金": "a recurrence, but no duty on a day",
    "8月32日前": "no such day",
}


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_deadlines_are_found_with_their_words(text: str, expected: list[str]) -> None:
    """Each deadline of a sentence is found, in order, at its place."""
    found = find(text, year=YEAR, issued=ISSUED)
    lines = [f"{text[slice(*one.span)]} = {written(one.deadline)}" for one in found]
    assert lines == expected


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_no_deadline_is_not_found(text: str) -> None:
    """A date that reports, describes or names is left alone."""
    assert find(text, year=YEAR, issued=ISSUED) == []


def test_spans_count_the_characters_of_the_text_as_given() -> None:
    """White space and full-width characters before a deadline do not move its span."""
    text = "  各 镇 ，８ 月底前 完成"
    (one,) = find(text, year=YEAR)
    assert text[slice(*one.span)] == "８ 月底前"
    assert one.deadline == parse("８ 月底前", year=YEAR)


def test_find_never_raises_where_a_cell_would_be_refused() -> None:
    """Without a year or a day of issue there is nothing to find, and no error."""
    assert find("8月底前完成，3个月内验收") == []
    assert find("8月底前完成", year=99999, issued=date(2021, 4, 12)) == []
