"""What a printed text stays: its sentences, its brackets, its spaces between names, its signs."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sulist.base.invisible import code_point, invisible, shown, visible
from sulist.base.plain import clean_cell, first_sentence, fold, says_as_before, says_nothing
from sulist.listfile.worklist import examine_text
from sulist.units import parse
from sulist.units.printed import as_printed
from sulist.units.roster import Roster
from sulist.write import csv
from sulist.write.formats import FORMATS
from sulist.write.screen.blocks import Column, Table

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

GOOD = (ROOT / "tests" / "fixtures" / "good.yaml").read_text(encoding="utf-8")
BOUNDED = settings(max_examples=300, deadline=None, derandomize=True, database=None)
LETTERS = "甲乙区局办A1 。！？；，,“”‘’《》（）()【】「」\"'\n\u3000"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("开展“爱国家、爱家乡！”活动。另行通知。", "开展“爱国家、爱家乡！”活动"),
        (
            "落实《关于甲项目（一期；二期）的批复》。后续。",
            "落实《关于甲项目（一期；二期）的批复》",
        ),
        ("做好收尾（含绿化；亮化）。验收。", "做好收尾（含绿化；亮化）"),
        ("做好收尾(含绿化；亮化)；验收。", "做好收尾(含绿化；亮化)"),
        ("建“一心、两轴‘甲；乙’”格局。后续。", "建“一心、两轴‘甲；乙’”格局"),
        (
            "编制「甲；乙」『丙。丁』【戊；己】〈庚！〉。后续。",
            "编制「甲；乙」『丙。丁』【戊；己】〈庚！〉",
        ),
        ('推广"你好！"用语。后续。', '推广"你好！"用语'),
        ("他说：“好。”就办。后续。", "他说：“好。”就办"),
        ("全文在内“甲。乙。”", "全文在内“甲。乙。”"),
        ("开工“甲项目。乙项目另行安排。", "开工“甲项目"),
        ("开工《甲项目；乙“丙。”丁。", "开工《甲项目"),
        ("甲”项目。乙“项目。", "甲”项目"),
        ("1）甲；2）乙。", "1）甲"),
        ("引进Li's团队。Wang's团队。", "引进Li's团队"),
        ("。甲。乙", "。甲"),
        ("建设园区", "建设园区"),
        ("", ""),
    ],
)
def test_a_name_is_the_first_sentence_and_ends_inside_no_pair(text: str, name: str) -> None:
    """Not in quotation marks, a title or brackets; one that is never closed holds nothing."""
    assert first_sentence(text)[0] == name


@BOUNDED
@given(st.text(LETTERS, max_size=40))
@example("“" * 30 + "甲。" + "”" * 30)
def test_a_name_and_what_follows_are_the_whole_text(text: str) -> None:
    """Whatever stands in it, but for the mark between the two."""
    name, detail = first_sentence(text)
    assert text == name or (
        text[len(name)] in "。！？；" and text == name + text[len(name)] + detail
    )
    assert name or not text


@pytest.mark.parametrize(
    ("printed", "cleaned"),
    [
        ("采用EPC(F+EPC)模式", "采用EPC(F+EPC)模式"),
        ("引进PPP(BOT)项目", "引进PPP(BOT)项目"),
        ("建设(一期)工程", "建设（一期）工程"),
        ("建设(EPC)工程", "建设（EPC）工程"),
        ("(一)建设", "（一）建设"),
        ("建设（一期)工程", "建设（一期）工程"),
        ("建设(一期）工程", "建设（一期）工程"),
        ("建设（PPP)", "建设（PPP）"),
        ("总投资(PPP)", "总投资(PPP)"),
        ("1)建设,绿化", "1)建设，绿化"),
        ("建设(一期", "建设(一期"),
        ("甲((一)二)乙", "甲（（一）二）乙"),
        ("甲((A)二)乙", "甲（（A）二）乙"),
        ("甲,(A),乙", "甲，（A），乙"),
        ("甲 ( 一 期 ) 乙", "甲（一期）乙"),
        ("a(b), c", "a(b),c"),
    ],
)
def test_of_two_brackets_both_become_full_width_or_none(printed: str, cleaned: str) -> None:
    """Both where each stands beside Chinese text; the half of a pair that is printed full-width too."""
    assert clean_cell(printed) == cleaned


@BOUNDED
@given(st.text("甲乙A1(),（）， ", max_size=20))
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    """A mark that becomes full-width makes Chinese text of its place, also for the mark beside it: 甲,,乙."""
    assert clean_cell(clean_cell(text)) == clean_cell(text)


def test_a_row_of_marks_takes_no_longer_than_it_is() -> None:
    """Each becomes full-width by the one beside it; looked at one after another, and not all again each time."""
    assert clean_cell("甲" + "," * 20_000) == "甲" + "，" * 20_000


@BOUNDED
@given(st.text("甲乙A1(),（）， ", max_size=20))
def test_no_bracket_is_turned_on_one_side_only(text: str) -> None:
    """A pair of half-width brackets stays one, or becomes one of full-width brackets."""
    before, after = "".join(text.split()), "".join(clean_cell(text).split())
    assert len(before) == len(after)
    open_at: list[int] = []
    for at, mark in enumerate(before):
        if mark in "(（":
            open_at.append(at)
        elif mark in ")）" and open_at:
            opening = open_at.pop()
            if before[opening] + mark == "()":
                assert after[opening] + after[at] in ("()", "（）")


ROSTER = Roster(
    {"区直部门": ["区住建局", "区财政局", "高校园区管理处"], "镇": ["东山镇", "西河镇"]}
)


@pytest.mark.parametrize(
    ("cell", "printed", "names"),
    [
        ("区住建局 区财政局", "区住建局 区财政局", ["区住建局", "区财政局"]),
        ("东山镇\u3000西河镇", "东山镇 西河镇", ["东山镇", "西河镇"]),
        ("东山镇\n 西河镇\t区财政局", "东山镇 西河镇 区财政局", ["东山镇", "西河镇", "区财政局"]),
        ("区 财 政 局", "区财政局", ["区财政局"]),
        ("区财 政局 区住建\n局", "区财政局 区住建局", ["区财政局", "区住建局"]),
        ("高校园区 管理处", "高校园区管理处", ["高校园区管理处"]),
        ("区住建局、 区财政局", "区住建局、区财政局", ["区住建局", "区财政局"]),
        ("区住建局 、区财政局 ", "区住建局、区财政局", ["区住建局", "区财政局"]),
        ("区住建局(牵头) 区财政局", "区住建局（牵头） 区财政局", ["区住建局", "区财政局"]),
        ("（区住建局 区财政局）", "（区住建局 区财政局）", ["区住建局", "区财政局"]),
        ("1. 区住建局 2. 区财政局", "1.区住建局 2.区财政局", ["区住建局", "区财政局"]),
        ("区住建局 各镇", "区住建局 各镇", ["区住建局", "各镇"]),
    ],
)
def test_white_space_that_parts_two_units_stays_as_one_space(
    cell: str, printed: str, names: list[str]
) -> None:
    """What is read as two is shown as two; white space inside a name is layout, and goes."""
    assert as_printed(cell, ROSTER) == printed
    assert [one.name for one in parse(printed, roster=ROSTER)] == names


@BOUNDED
@given(st.text("区住建财政局各镇A1 \n\u3000、，（）()牵头：①1.", max_size=30))
def test_a_cell_of_units_loses_nothing_but_layout(cell: str) -> None:
    """Its letters are those of any cell, and a second reading changes nothing."""
    for roster in (None, ROSTER):
        printed = as_printed(cell, roster)
        assert printed.replace(" ", "") == clean_cell(cell).replace(" ", "")
        assert as_printed(printed, roster) == printed


def test_every_form_shows_two_units_as_two(tmp_path: Path, sulist: Sulist) -> None:
    """On the screen, in data, in a spreadsheet's text."""
    text = GOOD.replace("lead: 区财政局", "lead: 区财政局 区经发局")
    (tmp_path / "list.yaml").write_text(text, encoding="utf-8")
    for form in FORMATS:
        said = sulist.text("list", "--file", "list.yaml", "--format", form)
        assert "区财政局区经发局" not in said
    assert "区财政局 区经发局" in sulist.text("show", "1-2", "--file", "list.yaml")
    assert sulist.json("list", "--file", "list.yaml")["items"][1]["lead"] == [
        "区财政局",
        "区经发局",
    ]


def test_a_cell_folded_over_lines_is_read_as_printed() -> None:
    """YAML puts a space for the line break: between two units it stays, inside a name it goes."""
    text = GOOD.replace("lead: 区财政局", "lead: 区经发局").replace(
        "responsible: 区经发局", "responsible: 区经发局\n          区财\n          政局"
    )
    worklist, problems = examine_text(text.encode(), "list.yaml")
    assert [one.check for one in problems] == ["lead-not-responsible"]
    assert worklist is not None
    assert worklist.items[1].responsible_text == "区经发局 区财政局"


# --- what says nothing --------------------------------------------------------------------------


SAY_NOTHING = (
    "无 无。 暂无 没有 无问题 暂无问题 没有问题 不存在问题。 暂不存在问题 略 n/a N/A Ｎ／Ａ None nil"
    " 无困难 暂无困难。 无困难和问题 目前无问题； 目前尚无问题 未发现问题 均不存在问题 无其他问题 无存在问题 无；"
    " 暂无需要协调解决的问题。 没有需要研究解决的问题 无需协调"
    " — —— ——— – - -- － / ／ \\ ＼ ∕ // ─"
).split()


@pytest.mark.parametrize("text", [*SAY_NOTHING, "", " \n", "\u3000无 ", "暂 无", "略\n"])
def test_what_people_write_where_there_is_nothing_says_nothing(text: str) -> None:
    """In whatever width, case and layout, with or without a full stop."""
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    "无资金 暂无资金 没有用地指标 无法推进 目前无法开工 无问题线索 没有困难群众 未发现的问题 无困难职工 none2"
    " 无锡市 无人机局 暂无法推进 没有资金 不存在问题的已销号 略阳县 无进展 -2项未落实 —1 N n 无/有 2-7 。 0 x".split(),
)
def test_what_only_begins_like_it_is_said(text: str) -> None:
    """A unit, a number or a sentence stays."""
    assert not says_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        *"同上 同上。 同前 见上 如上 同上月 与上月相同 （同上） “同上” ditto".split(),
        "同 上",
        "same as above",
    ],
)
def test_what_only_points_to_another_text_is_known(text: str) -> None:
    """What it means stands elsewhere; it is neither nothing nor something."""
    assert says_as_before(text)
    assert not says_nothing(text)


@pytest.mark.parametrize(
    "text", [*"无 同上级对接 见上级批复 如上所示图已报 同上月相比增长 推进中".split(), ""]
)
def test_what_only_begins_like_it_points_to_nothing(text: str) -> None:
    """A text that says something of its own stays."""
    assert not says_as_before(text)


@pytest.mark.parametrize("cell", ["略", "没有", "N/A", "--", "\\", "无。", "／"])
def test_a_cell_of_units_that_says_nothing_names_nobody(cell: str) -> None:
    """In whichever words, it is kept as printed and no error."""
    text = GOOD.replace("responsible: 区经发局", f"responsible: '{cell}'")
    assert text != GOOD
    worklist, problems = examine_text(text.encode(), "items.yaml")
    assert worklist is not None
    assert [one.check for one in problems if one.level == "error"] == []
    named = [one for one in worklist.items if one.responsible_text == cell]
    assert named
    assert [one.responsible for one in named] == [()] * len(named)


# --- signs that nobody sees -------------------------------------------------------------------


def test_a_sign_that_nobody_sees_is_told_by_its_number() -> None:
    """But where it makes a picture, the picture is what is seen."""
    assert shown("区财政局\u200d") == "区财政局<U+200D>"
    assert shown("\U000e0041区") == "<U+E0041>区"
    assert shown("☑\ufe0f 👨\u200d👩\u200d👧") == "☑\ufe0f 👨\u200d👩\u200d👧"
    assert code_point("\u3164") == "U+3164"


def test_the_first_unseen_sign_is_found_and_all_are_taken_out() -> None:
    """White space and letters of private use are none."""
    assert invisible("区\u2800财\u200d") == "\u2800"
    assert visible("区\u2800财\u200d\ufe0f\U000e0100") == "区财"
    assert invisible("区\u3000财 \ue863“…—·”") == ""


@pytest.mark.parametrize("sign", "\u200d\ufe0f\u3164\uffa0\u2800\u00ad\U000e0041\u034f")
def test_what_is_typed_is_compared_without_signs_that_nobody_sees(
    sign: str, sulist: Sulist
) -> None:
    """A unit, a category, an id, a date that were copied with one are understood."""
    assert fold(f"数{sign}据{sign}") == "数据"
    plain = sulist("list", "--unit", "区财政局", "--category", "二", "--before", "12月底").stdout
    assert plain
    unseen = ("--unit", f"区财{sign}政局", "--category", f"二{sign}", "--before", f"12月{sign}底")
    assert sulist("list", *unseen).stdout == plain
    assert sulist("show", f"2-7{sign}").stdout == sulist("show", "2-7").stdout
    assert "区财政局" in sulist.text("explain", "units", f"区财政局{sign}、区住建局")


@pytest.mark.parametrize(
    "words",
    [
        ("due\u3164",),
        ("by-unit", "区财正局\u200d"),
        ("list", "--role", "牵投\u3164", "--unit", "财政局"),
        ("due", "--befo\ufe0fre", "8月底"),
        ("show", "9-9\u2800"),
    ],
)
def test_no_message_offers_the_twin_of_what_was_typed(
    words: tuple[str, ...], sulist: Sulist
) -> None:
    """What cannot be understood is shown with the number of the sign, or without it."""
    said = sulist.refused(*words, code=2)
    assert invisible(said) == ""


# --- cells that a spreadsheet would run -------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠SUM", "'＠SUM"),
        ("=1+1", "'=1+1"),
        ("-1+1", "'-1+1"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("-12", "-12"),
        ("+12", "+12"),
        ("＋１２", "'＋１２"),
        ("甲＝乙", "甲＝乙"),
        ("2021-08-31", "2021-08-31"),
    ],
)
def test_no_cell_of_csv_is_computed(cell: str, written: str) -> None:
    """A full-width sign at its head computes too, where Chinese or Japanese is typed."""
    table = Table("", (Column("甲"),), ((cell,),))
    text = StringIO()
    csv.render(table, text, None)
    quoted = f'"{written}"' if any(mark in written for mark in "\r\n") else written
    assert text.getvalue().removeprefix("\ufeff") == f"甲\r\n{quoted}\r\n"
