"""Every printed column is one of the list's, with a role by the parts of its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import categories, doubts, errors, imported, notes, rows, text, unused, workbook

from sulist.base.errors import FileError
from sulist.importers.labels import column_role, split

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "滨河区2024年重点工作任务分解表"

ROLES = """
    责任科室 responsible|主办处室 lead|会同部门 responsible|其他责任单位 responsible|部门分工 responsible
    第一责任单位 lead|牵头及协同单位 responsible|督查单位 other|评分部门 other|计量单位 other|承办人 person|联络员及电话 person
    包联县级领导 leader|分管副镇长 leader|办结日期 deadline|时序进度 deadline|计划完成 deadline|开工日期 other
    实际完成时间 other|当前进度 other|落实情况 other|攻坚任务 text|存在问题 text|改革举措 text|创建指标 text
    任务要求 text|年度目标 other|验收标准 other|具体要求 other|建设规模 other|项目类别 category|任务编号 serial
    需协调事项 other|下一步工作 other|备注 other|受益人数 other
    案由 text|建议标题 text|存在隐患 text|短板弱项 text|廉政风险点 text|问题简要表述 text|活动主题 text|制度名称 text|工作部署 text
    提案号 serial|条目 serial|章节 category|受检单位 other|隐患单位 other|提案单位 other|批示领导 other|领导批示内容 text
    市直牵头单位 lead|领办单位 lead|首位责任单位 lead|责任镇街 responsible|承办科 responsible|责任党支部 responsible
    分管局长 leader|牵头副书记 leader|责任民警 person|落实人 person|报送时限 deadline|公开时间 deadline|是否整改 other
"""


@pytest.mark.parametrize(
    ("heading", "role"),
    [one.split() for line in ROLES.split("\n") for one in line.split("|") if one.strip()],
)
def test_a_heading_is_read_by_its_parts(heading: str, role: str) -> None:
    """The last word says what a column holds, the words before it whose or which."""
    assert column_role(heading) == role


@pytest.mark.parametrize(
    "cell", ["区直有关部门", "各乡镇、各部门", "（一）重点项目", "一、重点工作"]
)
def test_a_cell_is_no_heading(cell: str) -> None:
    """Units of a whole kind, and what is numbered, are no headings."""
    assert column_role(cell) == "other"


@pytest.mark.parametrize(
    ("headings", "units", "deadline"),
    [
        ("建设单位,责任单位,公开时间,完成时间", "丙局", "6月"),
        ("责任单位,建设单位,完成时间,公开时间", "乙局", "5月"),
        ("建设单位,备注,公开时间,附注", "乙局", "5月"),
        ("业主单位,牵头单位,落实时间,附注", "乙局", "5月"),
    ],
)
def test_of_two_columns_the_surer_one_has_the_key(
    headings: str, units: str, deadline: str, tmp_path: Path
) -> None:
    """责任单位 before 建设单位, and 完成时间 before 公开时间, wherever they stand; each alone is the one."""
    file = text(
        tmp_path / "a.csv", f"{TITLE}\n序号,任务,{headings}\n1,修路,区乙局,区丙局,5月,6月\n"
    )
    item = imported(file).draft.items[0]
    assert (item.responsible, item.deadline) == (f"区{units}", deadline)


def test_a_label_inside_a_text_is_of_known_words() -> None:
    """开放时间： in a text is part of it; 完成时限： begins another cell."""
    assert split("延长开放时间：每天8时至20时。") == ("延长开放时间：每天8时至20时。", ())
    before, pieces = split("修路。完成时限：6月底前")
    assert (before, [one[:3] for one in pieces]) == (
        "修路。",
        [("完成时限", "deadline", "6月底前")],
    )


def test_every_printed_column_is_kept(tmp_path: Path) -> None:
    """Contents, people, quarters and remarks stand under their headings, and units each in their own column."""
    made = imported(
        text(
            tmp_path / "a.csv",
            "某局2024年重点任务\n序号,重点任务,主要内容,配合科室,责任科室,分管局领导,联系人,一季度,完成时限,备注\n"
            "1,修订制度,三项制度,办公室,法规科,李某某,张三 8123,起草,6月底前,续办\n2,培训,,,人事科,王某,李四,,年底前,\n",
        )
    )
    assert [tuple(one) for one in made.draft.columns] == [
        ("序号", "serial"),
        ("重点任务", "text"),
        ("主要内容", "other"),
        ("责任科室", "responsible"),
        ("配合科室", "responsible"),
        ("分管局领导", "leader"),
        ("联系人", "person"),
        ("一季度", "other"),
        ("完成时限", "deadline"),
        ("备注", "other"),
    ]
    assert rows(made)[0] == ("1-1", "修订制度", "", "法规科", "6月底前")
    assert made.draft.items[0].more == {
        "主要内容": "三项制度",
        "配合科室": "办公室",
        "分管局领导": "李某某",
        "联系人": "张三 8123",
        "一季度": "起草",
        "备注": "续办",
    }


def test_a_merged_task_over_numbered_rows_is_their_category(tmp_path: Path) -> None:
    """Where each row below has a number of its own, the text merged over them is a category."""
    made = imported(
        workbook(
            tmp_path / "a.xlsx",
            [
                [TITLE],
                ["重点任务", "序号", "工作内容", "责任单位", "完成时限"],
                ["优化环境", 1, "推行一窗办理。", "区政务局", "6月底前"],
                [None, 2, "压减材料。", "区市监局", "9月底前"],
                ["扩大投资", 3, "开工10个项目。", "区发改局", "12月底前"],
            ],
            ["A3:A4"],
        )
    )
    assert categories(made) == [(1, "优化环境", None), (2, "扩大投资", None)]
    assert [row[:2] for row in rows(made)] == [
        ("1-1", "推行一窗办理。"),
        ("1-2", "压减材料。"),
        ("2-1", "开工10个项目。"),
    ]
    assert [one.serial for one in made.draft.items] == [1, 2, 3]
    assert (doubts(made), errors(made)) == ([], [])


@pytest.mark.parametrize("again", [None, "优化环境"])
def test_a_task_over_measures_is_an_item_with_parts(again: str | None, tmp_path: Path) -> None:
    """A task with one number over several measures is an item, and each measure a part of it; so where a file without merges says it again."""
    merges = [] if again else ["A3:A4", "B3:B4", "D3:D4"]
    lead = "区政务局" if again else None
    made = imported(
        workbook(
            tmp_path / "a.xlsx",
            [
                [TITLE],
                ["序号", "重点任务", "具体举措", "牵头单位", "责任单位", "完成时限"],
                [1, "优化环境", "推行一窗办理。", "区政务局", "区发改局", "6月底前"],
                [1 if again else None, again, "压减材料。", lead, "区市监局", "9月底前"],
                [2, "扩大投资", "开工10个项目。", "区发改局", "各镇", "12月底前"],
            ],
            merges,
        )
    )
    items = made.draft.items
    assert [(one.id, one.part_of and one.part_of.id, one.text) for one in items] == [
        ("1-1", None, "优化环境"),
        ("1-2", "1-1", "推行一窗办理。"),
        ("1-3", "1-1", "压减材料。"),
        ("1-4", None, "扩大投资"),
        ("1-5", "1-4", "开工10个项目。"),
    ]
    assert [one.responsible for one in items[1:3]] == ["区发改局", "区市监局"]
    assert [one.lead for one in items[1:3]] == ([lead, lead] if again else ["", ""])
    assert items[0].lead == ("" if again else "区政务局")
    assert (doubts(made), errors(made)) == ([], [])


@pytest.mark.parametrize(
    "legend",
    [
        "注：排在第一位的为牵头单位。",
        "说明：责任单位中列首位者为牵头单位",
        "第一责任单位为牵头单位",
    ],
)
def test_a_legend_says_that_the_first_leads(legend: str, tmp_path: Path) -> None:
    """A legend becomes the list's rule, wherever it stands, and no part of a cell."""
    header = "序号,任务,责任单位,时限\n"
    row = "1,修订预案,县应急局、县水利局,3月底前\n"
    files = {
        "below": f"清平县2024年任务清单\n{header}{row}{legend},,,\n",
        "above": f"清平县2024年任务清单\n{legend}\n{header}{row}",
        "beside": f"清平县2024年任务清单\n{header}1,修订预案,县应急局、县水利局（{legend}）,3月底前\n",
        "heading": f"清平县2024年任务清单\n序号,任务,责任单位（{legend}）,时限\n{row}",
    }
    for place, content in files.items():
        made = imported(text(tmp_path / f"{place}.csv", content))
        assert (place, made.draft.lead_rule) == (place, "first")
        assert rows(made) == [("1-1", "修订预案", "", "县应急局、县水利局", "3月底前")]
        assert (unused(made), errors(made)) == ([], [])


def test_a_legend_that_the_cells_say_themselves_is_not_used(tmp_path: Path) -> None:
    """With a column of leads beside the responsible a legend changes nothing, and is told."""
    made = imported(
        text(
            tmp_path / "a.csv",
            "清平县2024年任务清单\n序号,任务,牵头单位,责任单位,时限\n1,修路,县交通局,县财政局,3月底前\n注：排第一位的为牵头单位,,,,\n",
        )
    )
    assert (made.draft.lead_rule, unused(made)) == ("", ["注：排第一位的为牵头单位"])


def test_people_who_are_units_answer(tmp_path: Path) -> None:
    """A column of persons in which units stand, and no other of units, is one of those."""
    made = imported(
        text(
            tmp_path / "a.csv",
            "某校2024年任务清单\n序号,任务,承办人,时限\n1,修订制度,教务处,3月底前\n",
        )
    )
    assert rows(made) == [("1-1", "修订制度", "", "教务处", "3月底前")]


def test_what_is_measured_in_is_no_unit(tmp_path: Path) -> None:
    """单位 over % and 万亩 names nobody; over bureaus it does."""
    for cells, role in ((("%", "万亩"), "other"), (("区农业农村局", "区水利局"), "responsible")):
        lines = "".join(
            f"{at},粮食面积{at},{one},区财政局,6月底前\n" for at, one in enumerate(cells, 1)
        )
        made = imported(
            text(tmp_path / "a.csv", f"{TITLE}\n序号,任务,单位,责任单位,完成时限\n{lines}")
        )
        roles = {one.heading: one.role for one in made.draft.columns}
        assert roles.get("单位") == role
        assert errors(made) == []


def test_a_number_to_be_reached_names_no_item(tmp_path: Path) -> None:
    """The refusal names the headings; what a person says of one settles it."""
    file = text(
        tmp_path / "a.csv",
        "清平县2024年清单\n序号,工作目标,责任单位,时限\n1,3条,区住建局,3月底前\n",
    )
    with pytest.raises(FileError, match=r"序号, 工作目标, 责任单位, 时限.*--column 工作目标=text"):
        imported(file)
    made = imported(file, columns=(("工作目标", "text"),))
    assert rows(made) == [("1-1", "3条", "", "区住建局", "3月底前")]


def test_the_only_strange_heading_is_what_is_to_be_done(tmp_path: Path) -> None:
    """With a doubt; a heading that is told and not there is a doubt too."""
    file = text(
        tmp_path / "a.csv",
        "清平县2024年清单\n序号,暖心小事,责任单位,时限\n1,修路3条,区住建局,3月底前\n",
    )
    made = imported(file, columns=(("无此栏", "other"),))
    assert [row[1] for row in rows(made)] == ["修路3条"]
    assert [read for _item, read in doubts(made)] == [
        "the column 暖心小事, read as what is to be done",
        "--column 无此栏=other",
    ]


def test_two_columns_of_one_heading_are_two(tmp_path: Path) -> None:
    """The second is told from the first."""
    made = imported(
        text(
            tmp_path / "a.csv",
            "清平县2024年清单\n序号,任务,责任单位,备注,备注\n1,修路,区住建局,甲,乙\n",
        )
    )
    assert notes(made) == [["备注：甲", "备注（2）：乙"]]


def test_a_category_column_below_headings_is_a_cell(tmp_path: Path) -> None:
    """Under 一、 the text of 类别 is kept beside each of its items."""
    made = imported(
        text(
            tmp_path / "a.csv",
            "清平县2024年清单\n序号,类别,任务,责任单位,时限\n一、经济,,,,\n1,投资,修路,区住建局,3月底前\n2,,修桥,区住建局,年底前\n",
        )
    )
    assert categories(made) == [(1, "经济", None)]
    assert notes(made) == [["类别：投资"], ["类别：投资"]]
    assert (doubts(made), errors(made)) == ([], [])


def test_strange_headings_below_a_wider_one_are_columns(tmp_path: Path) -> None:
    """进度安排 over the quarters: each quarter is a column, and the wider heading none."""
    made = imported(
        workbook(
            tmp_path / "a.xlsx",
            [
                [TITLE],
                ["序号", "任务", "责任分工", None, "进度安排", None, "备注"],
                [None, None, "牵头单位", "配合单位", "一季度", "二季度", None],
                [1, "修路", "区住建局", "各镇", "立项", "开工", "续"],
            ],
            ["A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:G3"],
        )
    )
    headings = [one.heading for one in made.draft.columns]
    assert headings == ["序号", "任务", "牵头单位", "配合单位", "一季度", "二季度", "备注"]
    assert rows(made) == [("1-1", "修路", "区住建局", "各镇", "")]
    assert notes(made) == [["一季度：立项", "二季度：开工", "备注：续"]]


def test_categories_keep_their_printed_numbers(tmp_path: Path) -> None:
    """A list that begins with 二 has ids of 二, and one doubt; where numbers go back, places count."""
    head = "清平县2024年任务清单\n序号,任务,责任单位\n"
    made = imported(
        text(tmp_path / "a.csv", f"{head}二、甲,,\n1,修路,县交通局\n三、乙,,\n1,修桥,县交通局\n")
    )
    assert [row[0] for row in rows(made)] == ["2-1", "3-1"]
    assert doubts(made) == [("", "category 二 stands in place 1")]
    assert errors(made) == []
    made = imported(
        text(tmp_path / "b.csv", f"{head}二、甲,,\n1,修路,县交通局\n一、乙,,\n1,修桥,县交通局\n")
    )
    assert [row[0] for row in rows(made)] == ["1-1", "2-1"]
    assert [read for _item, read in doubts(made)] == [
        "category 二 stands in place 1",
        "category 一 stands in place 2",
    ]
    assert errors(made) == []


def test_a_number_of_two_levels_is_a_part_of_the_one_above(tmp_path: Path) -> None:
    """1.1 below 1 is a part of it; below another number it is only a number."""
    made = imported(
        text(
            tmp_path / "a.csv",
            "清平县2024年任务清单\n序号,任务,责任单位\n1,优化环境,县发改局\n1.1,一窗办理,县政务局\n1.2,压减材料,\n2,修路,县交通局\n3.1,修桥,县交通局\n",
        )
    )
    items = made.draft.items
    assert [(one.printed_serial, one.part_of and one.part_of.id) for one in items] == [
        (None, None),
        ("1.1", "1-1"),
        ("1.2", "1-1"),
        (None, None),
        ("3.1", None),
    ]
    assert errors(made) == []
