"""The meeting's report as docx: its counts add up, and no item is missing from it."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook
from papers import day, known, made, opened, paragraphs, tables, the_list, the_year
from sending import a_list, record

from sulist.asking.query import Query
from sulist.base.i18n import speaking
from sulist.journal.journal import Journal
from sulist.standing.settings import Lights, Settings
from sulist.standing.tracking import Progress
from sulist.write.documents import build

if TYPE_CHECKING:
    from pathlib import Path

DAYS = ["04-01", "05-31", "06-05", "08-31", "09-30", "12-31", "2022-02-01"]
HEADINGS = [
    "一、总体情况",
    "二、需要研究解决的问题",
    "三、逾期、超期完成和延期情况",
    "四、下一批到期事项",
]


@pytest.mark.parametrize("as_of", DAYS)
def test_every_count_adds_up_to_all_items(as_of: str) -> None:
    """In the sentence, in the table by category, and in that by lead unit."""
    data = made("report", as_of)
    sentence = next(one for one in paragraphs(data) if "个事项中，" in one)
    states, _semicolon, _rest = sentence.partition("；")
    assert sum(map(int, re.findall(r"(\d+)项(?:、|$)", states.partition("中，")[2]))) == 18
    lights = sentence.partition("从灯号看，")[2]
    assert sum(map(int, re.findall(r"灯(\d+)项", lights))) == 18
    by_category, by_lead = tables(data)[:2]
    for rows in (by_category, by_lead):
        total = rows[0].index("合计")
        numbers = [list(map(int, row[1:])) for row in rows[1:]]
        assert numbers[-1] == [sum(column) for column in zip(*numbers[:-1], strict=True)]
        assert all(sum(row[: total - 1]) == row[total - 1] for row in numbers)
        assert numbers[-1][total - 1] == 18
    assert by_category[-1][1:] == by_lead[-1][1:]


@pytest.mark.parametrize("as_of", DAYS)
def test_every_item_is_in_the_annex_once_with_its_state_and_light(as_of: str) -> None:
    """Called as the text calls it: 2-7."""
    rows = [row for row in tables(made("report", as_of))[-1][1:] if len(row) > 1]
    assert [(row[0], row[1]) for row in rows] == [(one.id, one.name) for one in the_list().items]
    assert all(re.search(r"灯(：|$)", row[4]) for row in rows)


def test_the_annex_says_what_each_unit_said_last() -> None:
    """The lead's under its day; another unit's under its name too; nobody's as 尚无反馈."""
    rows = {row[1]: row for row in tables(made("report", "09-30"))[-1] if len(row) > 1}
    progress = known("09-30")
    for item in the_list().items:
        said = rows[item.name][-1]
        for unit, last in {one.unit: one for one in progress.of(item).reports}.items():
            assert unit == item.lead_text or unit in said
            for text in (last.done, last.problem, last.next, *last.evidence):
                assert text in said
    early = [row[-1] for row in tables(made("report", "04-01"))[-1][1:] if len(row) > 1]
    assert set(early) == {"尚无反馈"}


def test_what_is_to_be_decided_late_or_extended_is_named() -> None:
    """On 5 June: 1-3 is five days over; on 30 September it was ten days late, and 1-1 has until October."""
    june = made("report", "06-05")
    assert [row for table in tables(june) for row in table if "5天" in row and row[0] == "1-3"]
    assert "（一）逾期事项。共1项：" in paragraphs(june)
    september = made("report", "09-30")
    assert "（一）逾期事项。无。" in paragraphs(september)
    late, extended, coming = tables(september)[2:5]
    assert [row[0] + row[-2] for row in late[1:]] == ["1-310天"]
    assert [row[3:5] for row in extended[1:]] == [["8月31日", "10月31日"]]
    assert [row[3] for row in coming[1:]] == ["10月31日（原定8月31日）"]
    problems = [one for one in paragraphs(september) if re.match(r"\d\.", one)]
    assert len(problems) == 3
    assert problems[1].startswith("2.在推动基础设施建设上争取支持（2-7，区项目办反映）：")


def test_changes_since_the_last_meeting_are_a_part_of_their_own() -> None:
    """With the state and the light before and now, and what was done between."""
    data = made("report", "09-30", since=day("08-31"))
    assert "二、8月31日以来的变化" in paragraphs(data)
    rows = {row[0]: row for row in tables(data)[2]}
    assert rows["2-10"][3:5] == ["推进中 30%\n黄灯：滞后", "调整 30%\n不亮灯"]
    assert len(rows) == 17
    unchanged = made("report", "09-30", since=day("09-30"))
    assert "没有变化。" in paragraphs(unchanged)


def test_the_parts_stand_in_the_order_of_a_meeting() -> None:
    """Numbered 一 to 四, or 五 with what has changed."""
    assert [
        one for one in paragraphs(made("report")) if re.match("[一二三四五]、", one)
    ] == HEADINGS


def test_a_part_of_the_list_is_reported_as_a_part() -> None:
    """All counts are of the part, and the title says which."""
    data = made("report", query=Query(units=("区经发局",), roles=("lead",)))
    assert paragraphs(data)[1] == "（截至2021年9月30日 · 区经发局 · 牵头；18项中的8项）"
    assert tables(data)[0][-1][-3] == "8"
    assert len([row for row in tables(data)[-1] if len(row) > 1]) == 9


def test_a_report_on_nothing_says_so_and_ends() -> None:
    """No sentence about none of none, no empty tables, no empty annex on a page of its own."""
    for progress in (known("09-30"), None):
        data = made("report", query=Query(search=("没有这样的事",)), progress=progress)
        assert paragraphs(data)[1:] == [
            "（截至2021年9月30日 · “没有这样的事”；18项中的0项）",
            *("没有符合条件的事项。", "2021年9月30日"),
        ]
        assert tables(data) == []


@pytest.mark.parametrize("kind", ["report", "list", "ledger"])
def test_what_a_filter_of_dates_leaves_out_is_counted(tmp_path: Path, kind: str) -> None:
    """What has no date, and what is done already: nothing drops out in silence."""
    worklist = a_list(tmp_path, "8月底前", "6月底前", "长期坚持", "尽快")
    done = record("06-01", "1-2", "report", 1, status="done")
    progress = Progress(worklist, Journal("progress.yaml", (done,)), day("07-01"))
    query = Query(before=day("12-31"))
    data = build(kind, worklist, query, day("07-01"), progress)
    if kind == "ledger":
        sheet = load_workbook(BytesIO(data)).worksheets[0]
        said = [str(cell.value).removeprefix("注：") for cell in sheet["A"]]
    else:
        said = paragraphs(data)
    assert [one for one in said if one.startswith("另有")] == [
        "另有2项没有具体日期，未列入。",
        "另有1项已完成或已调整，未列入。",
    ]


def test_units_that_nothing_touches_are_not_counted(tmp_path: Path) -> None:
    """Those on the roster with no item are no units that the items are about."""
    roster = {"县直部门": ["县发改局", "县财政局", "县民政局"]}
    worklist = a_list(tmp_path, "8月底前", units=roster)
    data = build("report", worklist, Query(), day("07-01"), None)
    assert any("涉及2个单位" in one for one in paragraphs(data))
    assert [row[0] for row in tables(data)[1][1:]] == ["县发改局", "县财政局"]


def test_each_of_several_leads_has_a_row_and_a_note_says_why_they_are_more(tmp_path: Path) -> None:
    """The table by lead unit counts an item for each unit that leads it; its last row counts items."""
    worklist = a_list(tmp_path, "8月底前", "9月底前", lead="县发改局、县财政局")
    progress = Progress(worklist, Journal("progress.yaml"), day("07-01"))
    data = build("report", worklist, Query(), day("07-01"), progress)
    by_lead = tables(data)[1]
    total = by_lead[0].index("合计")
    assert [(row[0], row[total]) for row in by_lead[1:]] == [
        ("县发改局", "2"),
        ("县财政局", "2"),
        ("合计", "2"),
    ]
    note = "注：有2项由多个单位共同牵头，在各牵头单位分别计数；合计按事项计，不重复计数。"
    assert note in paragraphs(data)
    assert not any("共同牵头" in one for one in paragraphs(made("report")))


def test_what_was_written_later_is_left_out_and_that_is_said() -> None:
    """``--known-by``: the report as it could have been written then."""
    data = made("report", "09-30", progress=known("09-30", "06-30"))
    assert any("以上按6月30日以前的记录统计，此后补记的未计入。" in one for one in paragraphs(data))


def test_lines_of_the_journal_that_do_not_count_are_counted() -> None:
    """Nobody reads the numbers as whole where something is broken."""
    records = tuple(one for one in the_year().records if one.item == "1-3" and one.kind != "report")
    journal = Journal("progress.yaml", records)
    progress = Progress(the_list(), journal, day("12-31"))
    assert len(progress.refusals) == 1
    data = made("report", "12-31", progress=progress)
    assert any("另有1条进展记录有误，未计入。" in one for one in paragraphs(data))


def test_without_a_journal_nothing_is_said_of_progress() -> None:
    """Not even that nobody has reported; what is past and what is to come is all there."""
    data = made("report", "06-05", progress=None)
    said = paragraphs(data)
    assert any("没有进展记录，本报告不反映推进情况。" in one for one in said)
    assert "时限已过的1项（没有进展记录，不能判断是否完成），尚未到期的17项：" in said
    rows = tables(data)[-1][1:]
    assert len(rows) == 18
    assert rows[0][4] == "已过5天"
    assert not any("附件" in one for one in said)


def test_a_paper_is_chinese_whoever_asks() -> None:
    """The same bytes from an English shell."""
    with speaking("en"):
        english = made("report")
        refused = build("report", the_list(), Query(), day("09-30"), None)
    with speaking("zh_CN"):
        assert made("report") == english
        assert build("report", the_list(), Query(), day("09-30"), None) == refused


def test_the_thresholds_of_the_place_hold() -> None:
    """Lights are those of its settings."""
    strict = Progress(
        the_list(), the_year(), day("09-30"), settings=Settings(lights=Lights(near_days=366))
    )
    sentence = next(one for one in paragraphs(made("report", progress=strict)) if "从灯号看" in one)
    assert "绿灯" not in sentence


def test_the_report_is_signed_or_has_its_day_alone() -> None:
    """Below the line that names the annex, never alone on a page."""
    for office, lines in (("区督查室", ["区督查室", "2021年9月30日"]), ("", ["2021年9月30日"])):
        data = made("report", signed=office)
        said = paragraphs(data)
        at = said.index("附件：事项推进情况表")
        assert said[at + 1 : at + 1 + len(lines)] == lines
        assert said[at + 1 + len(lines)] == "附件"
        annex = next(one for one in opened(data).paragraphs if one.text.startswith("附件："))
        assert annex._p.pPr.find(qn("w:keepNext")) is not None
    plain = made("report", progress=None, signed="区督查室")
    assert paragraphs(plain)[-2:] == ["区督查室", "2021年9月30日"]
    (note,) = (one for one in opened(plain).paragraphs if one.text.startswith("注：到期日"))
    assert note._p.pPr.find(qn("w:keepNext")) is not None


def test_who_has_not_reported_is_named() -> None:
    """For the last period whose day has come, each unit with how many items that is; or that all have."""
    told = {
        as_of: next(one for one in paragraphs(made("report", as_of)) if "个事项中" in one)
        for as_of in ("06-05", "08-30", "10-28")
    }
    assert told["06-05"].endswith("5月未反馈单位：区党群部（1项）、区经发局（1项）。")
    assert told["08-30"].endswith("8月未反馈单位：区经发局（2项）、区市监局（1项）。")
    assert told["10-28"].endswith("10月情况各单位均已反馈。")


def test_what_there_is_none_of_is_said_in_words() -> None:
    """Not as a zero."""
    whole = next(one for one in paragraphs(made("report", "04-20")) if "个事项中" in one)
    assert "；无逾期事项，无超期完成事项。" in whole
    over = next(one for one in paragraphs(made("report", "06-05")) if "个事项中" in one)
    assert "；其中逾期1项，无超期完成事项。" in over
