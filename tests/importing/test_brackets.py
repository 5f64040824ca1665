"""Brackets that close items of running text: of any form, and what in them was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import doubts, errors, imported, rows, text, unused

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.importers.importing import Imported


def paper(tmp_path: Path, *lines: str) -> Imported:
    """What is made of a text of these lines."""
    return imported(text(tmp_path / "a.txt", "\n".join(lines) + "\n"))


@pytest.mark.parametrize(
    "form", ["（）", "()", "〔〕", "[]", "【】", "［］", "﹝﹞", "（〕", "(）"]
)
def test_brackets_of_any_form_close_an_item(tmp_path: Path, form: str) -> None:
    """Wide or narrow, round or square, and two that do not match."""
    made = paper(
        tmp_path,
        "东湖区2021年污染防治任务清单",
        f"1.排查企业。{form[0]}区环保局牵头，区公安局参与，6月底前完成{form[1]}",
        f"2.清理河道。{form[0]}责任单位：区水利局；完成时限：9月底前{form[1]}",
    )
    assert [one[1:] for one in rows(made)] == [
        ("排查企业。", "区环保局", "区公安局", "6月底前完成"),
        ("清理河道。", "", "区水利局", "9月底前"),
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_a_bracket_may_break_in_any_form(tmp_path: Path) -> None:
    """A line that goes on inside 〔…〕 is no paragraph of its own."""
    made = paper(
        tmp_path,
        "东湖区2021年污染防治任务清单",
        "1.排查企业。〔区环保局牵头，",
        "区公安局参与〕",
        "2.清理河道。〔区水利局牵头〕",
    )
    assert [one[1:4] for one in rows(made)] == [
        ("排查企业。", "区环保局", "区公安局"),
        ("清理河道。", "区水利局", ""),
    ]


def test_a_bracket_without_its_end_ends_with_the_paragraph(tmp_path: Path) -> None:
    """Where all that is left says who does it."""
    made = paper(
        tmp_path,
        "东湖区2021年污染防治任务清单",
        "1.排查企业。（区环保局牵头，区公安局参与）",
        "2.清理河道。（区水利局牵头，各镇参与",
        "3.修路。（区交通局牵头）",
    )
    assert [one[1:4] for one in rows(made)][1] == ("清理河道。", "区水利局", "各镇")


def test_a_sentence_behind_the_units_of_a_bracket_is_a_doubt(tmp_path: Path) -> None:
    """The bracket is the closing all the same, so that the next one's units are not the item's."""
    made = paper(
        tmp_path,
        "东湖区2021年污染防治任务清单",
        "1.制定清单。〔区环保局牵头，区发改局参与，各镇负责落实。以下各项均需各镇落实，不再列出。〕不再新建锅炉。（区市监局牵头）",
        "2.排查企业。（区环保局牵头，区公安局参与）",
    )
    assert [one[1:4] for one in rows(made)] == [
        ("制定清单。", "区环保局", "区发改局参与，各镇负责落实"),
        ("不再新建锅炉。", "区市监局", ""),
        ("排查企业。", "区环保局", "区公安局"),
    ]
    assert ("1-1", "以下各项均需各镇落实，不再列出。") in doubts(made)


def test_a_bracket_that_was_not_understood_is_a_doubt(tmp_path: Path) -> None:
    """The units of the next one may be none of its item."""
    unread = "（由各方面商定后再行确定的人员负责）"
    made = paper(
        tmp_path,
        "东湖区2021年污染防治任务清单",
        f"1.监管油品。{unread}打击黑站。（区公安局负责）",
        "2.排查企业。（区环保局负责）",
    )
    assert rows(made)[0][1] == f"监管油品。{unread}打击黑站。"
    assert doubts(made) == [("1-1", unread)]


def test_an_item_says_who_does_what_in_the_words_of_its_bracket(tmp_path: Path) -> None:
    """X负责，Y协助 gets no labels that are not printed."""
    made = paper(
        tmp_path,
        "东湖社区2021年工作安排",
        "1.制作展板。（社区文明实践站负责，区教育局协助）",
        "2.规范经营。（城管中队牵头，社区居委会配合）",
    )
    assert [one[2:4] for one in rows(made)] == [
        ("", "社区文明实践站负责，区教育局协助"),
        ("城管中队", "社区居委会"),
    ]
    assert errors(made) == []


def test_a_bracket_on_a_line_of_its_own_may_hold_units_alone(tmp_path: Path) -> None:
    """Below its item, where another paragraph in brackets is none."""
    made = paper(
        tmp_path,
        "2020年乡村振兴实施方案",
        "一、农业",
        "1.稳定粮食生产。落实补贴政策。",
        "（市农业农村局、各县区人民政府）",
        "2.恢复生猪生产。年底前恢复到正常水平。",
        "（市发改委）",
        "3.防控疫病。",
        "（建设工程中心、重点实验室2个）",
    )
    assert [one[1:] for one in rows(made)] == [
        ("稳定粮食生产。落实补贴政策。", "", "市农业农村局、各县区人民政府", ""),
        ("恢复生猪生产。年底前恢复到正常水平。", "", "市发改委", "年底前"),
        ("防控疫病。（建设工程中心、重点实验室2个）", "", "", ""),
    ]


def test_units_behind_a_verb_that_is_unknown_stay_one_cell(tmp_path: Path) -> None:
    """So that none of them is taken for what another does, and no verb is lost."""
    made = paper(
        tmp_path,
        "2019年重点任务清单",
        "1.整治企业。（市环保局、市工信局牵头督导，市公安局、市水务局参与）",
        "2.整治河道。（市水务局牵头把关，市公安局参与）",
    )
    assert [one[2:4] for one in rows(made)] == [
        ("市环保局、市工信局", "市公安局、市水务局"),
        ("", "市水务局牵头把关，市公安局参与"),
    ]


def test_a_last_sentence_may_say_who_does_this_work(tmp_path: Path) -> None:
    """此项工作由…负责，6月底前完成。 is no part of the text, as a bracket is none."""
    made = paper(
        tmp_path,
        "2011年安全生产月活动方案",
        "一、任务分工",
        "1.动员部署。召开大会，成立组委会。此项工作由安全生产管理部负责，6月5日前完成。",
        "2.安全宣传。悬挂横幅，开展咨询。该项任务由综合管理部、工会分别负责，6月12日前完成。",
    )
    assert [one[1:] for one in rows(made)] == [
        ("动员部署。召开大会，成立组委会。", "", "安全生产管理部", "6月5日前完成"),
        ("安全宣传。悬挂横幅，开展咨询。", "", "综合管理部、工会", "6月12日前完成"),
    ]
    assert doubts(made) == []


def test_problems_that_name_nobody_are_no_items(tmp_path: Path) -> None:
    """Where the measures against them do: they are told as not used."""
    made = paper(
        tmp_path,
        "2021年服务提升工作方案",
        "一、存在的问题",
        "1.就诊流程繁杂。",
        "2.候诊环境嘈杂。",
        "二、工作措施",
        "1.简化流程。（责任科室：门诊部；完成时限：6月底前）",
        "2.增设座椅。（责任科室：后勤科；完成时限：7月底前）",
    )
    assert [one[1] for one in rows(made)] == ["简化流程。", "增设座椅。"]
    assert "就诊流程繁杂" in " ".join(unused(made))


def test_a_label_in_a_bracket_may_lack_its_colon_behind_another(tmp_path: Path) -> None:
    """完成时限：10月完成 责任单位党政办, with a space between them or none."""
    made = paper(
        tmp_path,
        "2018年作风建设工作计划",
        "医院各部门、单位：",
        "一、落实制度。按要求张贴。（完成时限：10月中旬完成 责任单位党政办、总务部）",
        "二、制定细则。将评议落到实处。（完成时限：11月完成责任单位党政办）",
        "三、自查自纠。（责任单位：各科室，完成时限另定）",
    )
    assert [one[1:] for one in rows(made)][:2] == [
        ("落实制度。按要求张贴。", "", "党政办、总务部", "10月中旬完成"),
        ("制定细则。将评议落到实处。", "", "党政办", "11月完成"),
    ]
    assert "医院各部门、单位：" in unused(made)


def test_a_unit_that_guides_is_in_the_cell_with_its_duty(tmp_path: Path) -> None:
    """X负责，Y指导: the phrase stays what it is."""
    made = paper(
        tmp_path,
        "2023年改革任务清单",
        "1.下放事项。（各乡镇负责，县行政审批局指导）",
        "2.公开事项。（县政务办牵头，各乡镇负责）",
    )
    assert [one[2:4] for one in rows(made)] == [
        ("", "各乡镇负责，县行政审批局指导"),
        ("县政务办", "各乡镇"),
    ]


def test_a_printed_label_stays_one_column_where_some_of_its_cells_tell_two_duties(
    tmp_path: Path,
) -> None:
    """责任单位：X负责，Y配合 below one item, 责任单位：X、Z below another: no unit of either is lost."""
    made = paper(
        tmp_path,
        "2008年创卫工作责任分解",
        "一、健康教育",
        "1、落实机构。",
        "责任单位：区编办、区卫生局",
        "完成时限：4月初之前",
        "2、取缔占道。",
        "责任单位：区城管局负责，区商务局配合",
        "完成时限：5月1日前",
    )
    assert [one[2:] for one in rows(made)] == [
        ("", "区编办、区卫生局", "4月初之前"),
        ("", "区城管局负责，区商务局配合", "5月1日前"),
    ]
    assert errors(made) == []
