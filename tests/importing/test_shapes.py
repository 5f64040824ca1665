"""Documents of other shapes: every item comes in, and a doubt only where a careful reader has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from documents_made import (
    categories,
    doubts,
    errors,
    imported,
    notes,
    rows,
    text,
    unused,
    word,
    workbook,
)

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "滨河区2024年重点工作任务分解表"


def test_a_header_of_two_rows_with_goals_leaders_and_a_status_column(tmp_path: Path) -> None:
    """责任分工 over 牵头单位 and 配合单位; goals, leaders and a status are cells of their own."""
    file = workbook(
        tmp_path / "a.xlsx",
        [
            [TITLE],
            ["序号", "重点工作", "工作目标", "分管领导", "责任分工", "", "完成时限", "进展情况"],
            ["", "", "", "", "牵头单位", "配合单位", "", ""],
            ["一、项目建设（2项）"],
            [
                1,
                "新建滨河大道",
                "完成主体工程",
                "李明",
                "区住建局",
                "区财政局、东街道",
                "6月底前",
                "已完成前期工作",
            ],
            [
                2,
                "改造老旧小区12个",
                "改造1200户",
                "王芳",
                "区城管局",
                "各街道",
                "11月底前",
                "正在招标",
            ],
            ["二、民生保障（1项）"],
            [1, "新增公办幼儿园学位600个", "", "王芳", "区教育局", "区财政局", "8月底前", ""],
        ],
        ["A1:H1", "E2:F2", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "G2:G3", "H2:H3", "A4:H4", "A7:H7"],
    )
    made = imported(file)
    assert rows(made) == [
        ("1-1", "新建滨河大道", "区住建局", "区财政局、东街道", "6月底前"),
        ("1-2", "改造老旧小区12个", "区城管局", "各街道", "11月底前"),
        ("2-1", "新增公办幼儿园学位600个", "区教育局", "区财政局", "8月底前"),
    ]
    assert categories(made) == [(1, "项目建设", 2), (2, "民生保障", 1)]
    assert made.draft.items[0].more == {
        "工作目标": "完成主体工程",
        "分管领导": "李明",
        "进展情况": "已完成前期工作",
    }
    assert doubts(made) == [("", "the column 进展情况, kept as it is printed")]
    assert (unused(made), errors(made)) == (["责任分工"], [])


def test_responsible_beside_support(tmp_path: Path) -> None:
    """With 责任单位 and 配合单位 and nobody 牵头, each is a column, and who is responsible leads."""
    file = text(
        tmp_path / "a.csv",
        "云山县2023年民生实事清单\n"
        "项次,实事项目,主要内容,责任单位,配合单位,完成时间\n"
        "1,农村道路提升,新改建农村公路80公里。,县交通局,县财政局、各乡镇,12月底前\n"
        "2,敬老院改造,改造敬老院3所,县民政局,县住建局,10月底前\n",
    )
    made = imported(file)
    assert rows(made) == [
        ("1-1", "农村道路提升", "", "县交通局", "12月底前"),
        ("1-2", "敬老院改造", "", "县民政局", "10月底前"),
    ]
    assert notes(made) == [
        ["主要内容：新改建农村公路80公里。", "配合单位：县财政局、各乡镇"],
        ["主要内容：改造敬老院3所", "配合单位：县住建局"],
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_only_who_is_responsible(tmp_path: Path) -> None:
    """Without a lead in the document there is none in the list."""
    file = text(
        tmp_path / "a.tsv",
        "云山县2023年重点任务清单\n序号\t任务\t责任单位\t时限\n1\t修订应急预案\t县应急局\t3月底前\n2\t开展演练\t县消防大队、各乡镇\t全年\n",
    )
    made = imported(file)
    assert rows(made) == [
        ("1-1", "修订应急预案", "", "县应急局", "3月底前"),
        ("1-2", "开展演练", "", "县消防大队、各乡镇", "全年"),
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_lead_responsible_and_support(tmp_path: Path) -> None:
    """Three columns of units: each is one of the list's."""
    file = text(
        tmp_path / "a.tsv",
        "云山县2023年重点任务清单\n序号\t任务\t牵头单位\t责任单位\t配合单位\t时限\n"
        "1\t修订应急预案\t县应急局\t县水利局\t各乡镇\t3月底前\n2\t开展演练\t县应急局\t县消防大队\t\t4月底前\n",
    )
    made = imported(file)
    assert rows(made) == [
        ("1-1", "修订应急预案", "县应急局", "县水利局", "3月底前"),
        ("1-2", "开展演练", "县应急局", "县消防大队", "4月底前"),
    ]
    assert notes(made) == [["配合单位：各乡镇"], []]
    assert (doubts(made), errors(made)) == ([], [])


def test_two_leads_on_two_lines_of_a_cell(tmp_path: Path) -> None:
    """A line break between two units separates them as 、 does, and that is noted."""
    file = word(
        tmp_path / "a.docx",
        TITLE,
        [
            ["序号", "工作任务", "牵头部门", "责任部门", "时间节点"],
            [
                "1",
                "推进审批改革，\n压减材料",
                "区政务服务局\n区市监局",
                "区发改局\n区司法局\n各街道",
                "6月底前出台方案，\n12月底前完成",
            ],
        ],
    )
    made = imported(file)
    assert rows(made) == [
        (
            "1-1",
            "推进审批改革，压减材料",
            "区政务服务局、区市监局",
            "区发改局、区司法局、各街道",
            "6月底前出台方案，12月底前完成",
        ),
    ]
    assert notes(made)[0] == [
        "牵头部门: 、 stands for a line break",
        "责任部门: 、 stands for a line break",
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_labels_inside_a_cell(tmp_path: Path) -> None:
    """牵头单位：…；配合单位：… in one column, and a deadline among them."""
    file = word(
        tmp_path / "a.docx",
        TITLE,
        [
            ["序号", "工作任务", "责任分工"],
            [
                "1",
                "建设数字乡村平台。",
                "牵头单位：区农业农村局\n配合单位：区大数据局、各镇\n完成时限：9月底前",
            ],
            [
                "2",
                "开展技能培训3000人次。",
                "牵头单位：区人社局；责任单位：区总工会；配合单位：各镇；完成时限：12月底前",
            ],
        ],
    )
    made = imported(file)
    assert rows(made) == [
        ("1-1", "建设数字乡村平台。", "区农业农村局", "", "9月底前"),
        ("1-2", "开展技能培训3000人次。", "区人社局", "区总工会", "12月底前"),
    ]
    assert notes(made) == [["配合单位：区大数据局、各镇"], ["配合单位：各镇"]]
    assert [tuple(one) for one in made.draft.columns] == [
        ("序号", "serial"),
        ("工作任务", "text"),
        ("牵头单位", "lead"),
        ("责任单位", "responsible"),
        ("配合单位", "responsible"),
        ("完成时限", "deadline"),
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_labels_at_the_end_of_the_text(tmp_path: Path) -> None:
    """A table of two columns, whose text ends with who and when."""
    file = text(
        tmp_path / "a.tsv",
        TITLE + "\n序号\t工作任务\t备注\n"
        "1\t建设数字乡村平台。（牵头单位：区农业农村局；责任单位：各镇；完成时限：9月底前）\t续建\n",
    )
    made = imported(file)
    assert rows(made) == [("1-1", "建设数字乡村平台。", "区农业农村局", "各镇", "9月底前")]
    assert (notes(made), doubts(made), errors(made)) == ([["备注：续建"]], [], [])


PROSE = """滨河区2024年重点工作任务分工方案

为全面落实区委、区政府工作部署，现将2024年重点工作任务分工如下。

一、扩大有效投资
1.开工建设滨河大道等15个项目，完成投资30亿元。（区发改局牵头，区住建局、区交通局负责，2024年6月底前完成）
2.争取专项债券资金10亿元。（区财政局牵头，区发改局配合，年底前完成）
二、改善民生福祉
3.新增公办幼儿园学位600个，改造农村厕所2000户。（区教育局、区农业农村局牵头，各镇按职责分工负责，9月底前完成）
4.完善社会救助体系。（区民政局负责，长期坚持）

抄送：区委各部门。
"""


def test_prose_with_closings(tmp_path: Path) -> None:
    """Numbered paragraphs that close with who leads, who answers, and until when."""
    made = imported(text(tmp_path / "a.txt", PROSE))
    assert rows(made) == [
        (
            "1-1",
            "开工建设滨河大道等15个项目，完成投资30亿元。",
            "区发改局",
            "区住建局、区交通局",
            "2024年6月底前完成",
        ),
        ("1-2", "争取专项债券资金10亿元。", "区财政局", "区发改局", "年底前完成"),
        (
            "2-1",
            "新增公办幼儿园学位600个，改造农村厕所2000户。",
            "区教育局、区农业农村局",
            "各镇",
            "9月底前完成",
        ),
        ("2-2", "完善社会救助体系。", "", "区民政局", "长期坚持"),
    ]
    assert categories(made) == [(1, "扩大有效投资", None), (2, "改善民生福祉", None)]
    assert unused(made) == [
        "为全面落实区委、区政府工作部署，现将2024年重点工作任务分工如下。",
        "抄送：区委各部门。",
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_prose_counted_by_one_is_two_is(tmp_path: Path) -> None:
    """一是 … 五是 in one paragraph, each with a closing of its own."""
    tasks = (
        "打通断头路3条",
        "新建停车位500个",
        "改造管网20公里",
        "整治背街小巷30条",
        "更新路灯800盏",
    )
    duties = "（区住建局牵头，区城管局配合，8月底前）"
    line = "".join(
        f"{number}是{task}{duties}。" for number, task in zip("一二三四五", tasks, strict=True)
    )
    made = imported(
        text(tmp_path / "a.txt", f"滨河区2024年城市更新任务清单\n\n一、城市更新（5项）\n{line}\n")
    )
    assert rows(made) == [
        (f"1-{at}", task, "区住建局", "区城管局", "8月底前") for at, task in enumerate(tasks, 1)
    ]
    assert (doubts(made), unused(made), errors(made)) == ([], [], [])


def test_prose_broken_over_lines_with_label_lines(tmp_path: Path) -> None:
    """A text file breaks a paragraph where its line is full; the labels stand on lines of their own."""
    made = imported(
        text(
            tmp_path / "a.txt",
            "滨河区2024年重点任务清单\n（一）开展安全生产大检查，重点排查危险化学品、\n燃气、消防等领域隐患。（责任单位：区应急局）\n"
            "完成时限：6月底前\n（二）建设应急广播终端200套。（牵头单位：区应急局；配合单位：各镇）\n完成时限：11月底前\n",
        )
    )
    assert rows(made) == [
        (
            "1-1",
            "开展安全生产大检查，重点排查危险化学品、燃气、消防等领域隐患。",
            "",
            "区应急局",
            "6月底前",
        ),
        ("1-2", "建设应急广播终端200套。", "区应急局", "", "11月底前"),
    ]
    assert [item.more for item in made.draft.items] == [{}, {"配合单位": "各镇"}]
    assert (doubts(made), errors(made)) == ([], [])


BOX = """滨河区2024年督办事项清单
┌────┬──────────────┬────────┬────────────┬────────┐
│序号│   事项名称   │牵头单位│  责任单位  │完成时限│
├────┴──────────────┴────────┴────────────┴────────┤
│一、重点项目（3项）                               │
├────┬──────────────┬────────┬────────────┬────────┤
│ 1  │新建滨河大道，│区住建局│区财政局、东│6月底前 │
│    │全长5公里。   │        │街道        │        │
├────┼──────────────┼────────┼────────────┼────────┤
│ 2  │建设220KV输变 │区发改局│滨河供电公司│9月底前 │
│    │电工程。      │        │            │        │
├────┼──────────────┤        ├────────────┼────────┤
│ 3  │新建充电桩100 │        │各街道      │9月底前 │
│    │个。          │        │            │        │
└────┴──────────────┴────────┴────────────┴────────┘
注：本清单自印发之日起施行。
"""


def test_a_box_drawn_with_characters(tmp_path: Path) -> None:
    """Rules close the rows; one that leaves a column open shows a merge, which is carried and marked."""
    made = imported(text(tmp_path / "a.txt", BOX))
    assert rows(made) == [
        ("1-1", "新建滨河大道，全长5公里。", "区住建局", "区财政局、东街道", "6月底前"),
        ("1-2", "建设220KV输变电工程。", "区发改局", "滨河供电公司", "9月底前"),
        ("1-3", "新建充电桩100个。", "区发改局", "各街道", "9月底前"),
    ]
    assert categories(made) == [(1, "重点项目", 3)]
    assert notes(made)[2] == ["牵头单位: one cell with the row above"]
    assert unused(made) == ["注：本清单自印发之日起施行。"]
    assert (doubts(made), errors(made)) == ([], [])


def test_a_table_of_markdown(tmp_path: Path) -> None:
    """No rules between the rows, so each line is one."""
    made = imported(
        text(
            tmp_path / "a.txt",
            "# 滨河区2024年重点任务清单\n\n| 序号 | 事项 | 牵头单位 | 责任单位 | 完成时限 |\n| --- | --- | --- | --- | --- |\n"
            "| 1 | 新建滨河大道 | 区住建局 | 各街道 | 6月底前 |\n| 2 | 新建充电桩 | 区发改局 | 各街道 | 9月底前 |\n| 3 | 绿化补植 | 区城管局 | 各街道 | 3月底前 |\n",
        )
    )
    assert [row[1:] for row in rows(made)] == [
        ("新建滨河大道", "区住建局", "各街道", "6月底前"),
        ("新建充电桩", "区发改局", "各街道", "9月底前"),
        ("绿化补植", "区城管局", "各街道", "3月底前"),
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_one_cell_a_line(tmp_path: Path) -> None:
    """Pasted from a page, with the header again at a page's beginning and a text over two lines."""
    made = imported(
        text(
            tmp_path / "a.txt",
            "滨河区2024年重点任务清单\n（共3项）\n序号\n事项名称\n牵头单位\n责任单位\n完成时限\n一、重点项目（2项）\n"
            "1\n新建滨河大道，\n全长5公里。\n区住建局\n区财政局\n6月底前\n— 1 —\n序号\n事项名称\n牵头单位\n责任单位\n完成时限\n"
            "2\n新建充电桩100个。\n区发改局\n各街道\n9月底前\n二、民生保障（1项）\n1\n新建公园3个。\n区城管局\n各街道\n年底前\n",
        )
    )
    assert rows(made) == [
        ("1-1", "新建滨河大道，全长5公里。", "区住建局", "区财政局", "6月底前"),
        ("1-2", "新建充电桩100个。", "区发改局", "各街道", "9月底前"),
        ("2-1", "新建公园3个。", "区城管局", "各街道", "年底前"),
    ]
    assert unused(made) == ["—1—"]
    assert (made.draft.front.total, doubts(made), errors(made)) == (3, [], [])


def test_the_rules_that_an_extractor_leaves_are_no_part_of_a_cell(tmp_path: Path) -> None:
    """A bar at the end of each line, with one cell a line; in the last cell of all there may be none."""
    lines = "滨河区2024年任务清单 |序号 |工作任务 |责任单位 |完成时限 |1 |新建公园。 |区城管局 |6月底前 |2 |绿化补植。 |区水利局 |3月底前"
    made = imported(text(tmp_path / "a.txt", lines.replace("|", "|\n")))
    assert [(row[1], *row[3:]) for row in rows(made)] == [
        ("新建公园。", "区城管局", "6月底前"),
        ("绿化补植。", "区水利局", "3月底前"),
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_columns_of_equal_width(tmp_path: Path) -> None:
    """Columns kept apart by spaces; a row goes on until the next number."""
    made = imported(
        text(
            tmp_path / "a.txt",
            "        滨河区2024年重点任务清单\n\n"
            "序号  事项名称            牵头单位      责任单位            完成时限\n"
            "一、重点项目（2项）\n"
            "1     新建滨河大道，全长  区住建局      区财政局、          6月底前\n"
            "      5公里。                           东街道\n"
            "2     新建充电桩100个。   区发改局      各街道              9月底前\n"
            "二、民生保障（1项）\n"
            "1     新建公园3个。       区城管局      各街道              年底前\n",
        )
    )
    assert rows(made) == [
        ("1-1", "新建滨河大道，全长5公里。", "区住建局", "区财政局、东街道", "6月底前"),
        ("1-2", "新建充电桩100个。", "区发改局", "各街道", "9月底前"),
        ("2-1", "新建公园3个。", "区城管局", "各街道", "年底前"),
    ]
    assert (doubts(made), unused(made), errors(made)) == ([], [], [])


def test_two_tables_under_headings_and_one_that_goes_on(tmp_path: Path) -> None:
    """Headings between the tables; a third table without a header goes on with the second."""
    header = ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"]
    file = word(
        tmp_path / "a.docx",
        "附件1",
        "滨河区2024年重点任务清单",
        "一、重点项目",
        [header, ["1", "新建滨河大道", "区住建局", "区财政局", "6月底前"]],
        "二、民生保障",
        [header, ["1", "新建公园3个", "区城管局", "各街道", "年底前"]],
        [["2", "新增托位200个", "区卫健局", "各街道", "11月底前"]],
    )
    made = imported(file)
    assert rows(made) == [
        ("1-1", "新建滨河大道", "区住建局", "区财政局", "6月底前"),
        ("2-1", "新建公园3个", "区城管局", "各街道", "年底前"),
        ("2-2", "新增托位200个", "区卫健局", "各街道", "11月底前"),
    ]
    assert categories(made) == [(1, "重点项目", None), (2, "民生保障", None)]
    assert (doubts(made), unused(made), errors(made)) == ([], ["附件1"], [])


def test_a_cover_letter_before_and_notes_after(tmp_path: Path) -> None:
    """The letter's own headings are not categories; what was not used is told, word for word."""
    file = word(
        tmp_path / "a.docx",
        "滨河区人民政府办公室文件",
        "滨政办发〔2024〕5号",
        "关于印发滨河区2024年重点任务清单的通知",
        "各镇人民政府、各街道办事处，区政府各部门：",
        "一、高度重视",
        "各单位要压实责任，按月报送进展。",
        "2024年2月20日",
        "附件",
        "滨河区2024年重点任务清单",
        [
            ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"],
            ["1", "新建滨河大道", "区住建局", "区财政局", "6月底前"],
            ["合计", "1项", "", "", ""],
        ],
        "备注：每月25日前报送进展。",
    )
    made = imported(file)
    assert rows(made) == [("1-1", "新建滨河大道", "区住建局", "区财政局", "6月底前")]
    assert (made.draft.front.title, made.draft.front.region) == (
        "滨河区2024年重点任务清单",
        "滨河区",
    )
    assert "各单位要压实责任，按月报送进展。" in unused(made)
    assert unused(made)[-3:] == ["合计", "1项", "备注：每月25日前报送进展。"]
    assert (doubts(made), errors(made)) == ([], [])


def test_traditional_characters(tmp_path: Path) -> None:
    """The labels are understood, the cells stay as they are printed."""
    made = imported(
        text(
            tmp_path / "a.tsv",
            "濱河區2024年重點工作清單\n序號\t事項名稱\t牽頭單位\t責任單位\t完成時限\n一、重點項目（1項）\n1\t新建濱河大道\t區住建局\t區財政局、各鎮\t6月底前\n",
        )
    )
    assert rows(made) == [("1-1", "新建濱河大道", "區住建局", "區財政局、各鎮", "6月底前")]
    assert categories(made) == [(1, "重點項目", 1)]
    assert (doubts(made), errors(made)) == ([], [])


def test_a_category_column_and_numbers_that_run_through(tmp_path: Path) -> None:
    """Merged cells of a first column are the categories; the printed number is kept where it is not the id's."""
    file = workbook(
        tmp_path / "a.xlsx",
        [
            ["滨河区2024年重点任务清单"],
            ["类别", "序号", "事项名称", "牵头单位", "责任单位", "完成时限"],
            ["项目\n建设", 1, "新建滨河大道", "区住建局", "区财政局", "6月底前"],
            ["", 2, "新建充电桩", "区发改局", "各街道", "9月底前"],
            ["民生保障", 3, "新建公园3个", "区城管局", "各街道", "年底前"],
        ],
        ["A1:F1", "A3:A4"],
    )
    made = imported(file)
    assert [row[0] for row in rows(made)] == ["1-1", "1-2", "2-1"]
    assert categories(made) == [(1, "项目建设", None), (2, "民生保障", None)]
    assert '- id: 2-1\n        printed_serial: "3"' in made.text
    assert (doubts(made), errors(made)) == ([], [])


def test_one_number_beside_two_items(tmp_path: Path) -> None:
    """Two texts beside one number are two items, and a doubt."""
    file = workbook(
        tmp_path / "a.xlsx",
        [
            ["滨河区2024年重点任务清单"],
            ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"],
            [1, "新建滨河大道", "区住建局", "区财政局", "6月底前"],
            ["", "改造东街", "区城管局", "区财政局", "7月底前"],
            [2, "新建充电桩", "区发改局", "各街道", "9月底前"],
        ],
        ["A1:E1", "A3:A4"],
    )
    made = imported(file)
    assert [row[:3] for row in rows(made)] == [
        ("1-1", "新建滨河大道", "区住建局"),
        ("1-2", "改造东街", "区城管局"),
        ("1-3", "新建充电桩", "区发改局"),
    ]
    assert doubts(made) == [("1-2", "number 1 stands beside two rows, read as two items")]


def test_one_item_of_two_rows(tmp_path: Path) -> None:
    """A text merged over two rows is one item, led by both units; no doubt."""
    file = workbook(
        tmp_path / "a.xlsx",
        [
            ["滨河区2024年重点任务清单"],
            ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"],
            [1, "新建滨河大道", "区住建局", "区财政局", "6月底前"],
            ["", "", "区交通局", "东街道", ""],
            [2, "新建充电桩", "区发改局", "各街道", "9月底前"],
        ],
        ["A1:E1", "A3:A4", "B3:B4", "E3:E4"],
    )
    made = imported(file)
    assert rows(made)[0] == (
        "1-1",
        "新建滨河大道",
        "区住建局、区交通局",
        "区财政局、东街道",
        "6月底前",
    )
    assert (doubts(made), errors(made)) == ([], [])


def test_a_ditto_is_carried_and_marked(tmp_path: Path) -> None:
    """同上 and 〃 mean the cell above."""
    made = imported(
        text(
            tmp_path / "a.csv",
            "滨河区2024年重点任务清单\n序号,事项名称,牵头单位,责任单位,完成时限\n1,新建滨河大道,区住建局,区财政局,6月底前\n2,改造东街,同上,〃,6月底前\n",
        )
    )
    assert rows(made)[1] == ("1-2", "改造东街", "区住建局", "区财政局", "6月底前")
    assert notes(made)[1] == [
        "牵头单位: printed as 同上, carried from the row above",
        "责任单位: printed as 〃, carried from the row above",
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_an_empty_cell_is_not_filled(tmp_path: Path) -> None:
    """A CSV file does not show merges: the empty cell stays empty, and is a doubt."""
    made = imported(
        text(
            tmp_path / "a.csv",
            "滨河区2024年重点任务清单\n序号,事项名称,牵头单位,责任单位,完成时限\n1,新建滨河大道,区住建局,区财政局,6月底前\n"
            "2,改造东街,,区财政局,6月底前\n3,改造西街,区住建局,区财政局,6月底前\n4,改造南街,区住建局,区财政局,6月底前\n",
        )
    )
    assert rows(made)[1] == ("1-2", "改造东街", "", "区财政局", "6月底前")
    assert doubts(made) == [("1-2", "牵头单位 is empty")]


def test_a_unit_under_the_deadlines(tmp_path: Path) -> None:
    """Cells out of their column are noticed, and written as they are printed."""
    made = imported(
        text(
            tmp_path / "a.csv",
            "滨河区2024年重点任务清单\n序号,事项名称,牵头单位,责任单位,完成时限\n1,新建滨河大道,区住建局,6月底前,区财政局\n2,改造东街,区住建局,区财政局,6月底前\n",
        )
    )
    assert rows(made)[0] == ("1-1", "新建滨河大道", "区住建局", "6月底前", "区财政局")
    assert doubts(made) == [("1-1", "完成时限: 区财政局"), ("1-1", "责任单位: 6月底前")]
    assert [one.place for one in made.draft.doubts] == ["line 3, cell 5", "line 3, cell 4"]


def test_a_deadline_that_check_refuses_is_a_doubt_and_units_that_say_nothing_are_none(
    tmp_path: Path,
) -> None:
    """略 under 完成时限 is no date that can be read; 略 or N/A under 责任单位 names nobody."""
    file = workbook(
        tmp_path / "a.xlsx",
        [
            [TITLE],
            ["序号", "重点工作", "牵头单位", "责任单位", "完成时限"],
            [1, "新建滨河大道", "区住建局", "略", "略"],
            [2, "改造老旧小区", "区城管局", "N/A", "无"],
        ],
    )
    made = imported(file)
    assert doubts(made) == [("1-1", "完成时限: 略")]
    assert len(errors(made)) == 1
    assert [one[3] for one in rows(made)] == ["略", "N/A"]


def test_what_check_says_of_an_imported_list_is_in_the_order_of_its_file(tmp_path: Path) -> None:
    """As check itself tells it: the total above comes before a deadline below."""
    file = text(
        tmp_path / "a.csv",
        f"{TITLE}（共3项）\n序号,重点工作,牵头单位,完成时限\n1,新建滨河大道,区住建局,开春时分\n",
    )
    made = imported(file)
    assert [one.check for one in made.problems] == ["total-as-printed", "readable-deadline"]
    assert [one.place.line for one in made.problems] == sorted(
        one.place.line for one in made.problems
    )


def test_a_gap_in_the_numbers_and_a_wrong_count(tmp_path: Path) -> None:
    """Where number 2 is missing and three are printed, both are doubts."""
    made = imported(
        text(
            tmp_path / "a.csv",
            "滨河区2024年重点任务清单\n序号,事项名称,牵头单位,责任单位,完成时限\n一、项目（3项）,,,,\n1,新建滨河大道,区住建局,区财政局,6月底前\n3,改造东街,区住建局,区财政局,6月底前\n",
        )
    )
    assert doubts(made) == [
        ("1-1", "2 items in 项目, but the printed count is 3"),
        ("1-2", "number 3 follows number 1"),
    ]


def test_two_names_of_one_unit(tmp_path: Path) -> None:
    """区市监局 and 区市场监管局 are pointed out; 区财政局 and 区民政局 are not."""
    made = imported(
        text(
            tmp_path / "a.csv",
            "滨河区2024年重点任务清单\n序号,事项名称,牵头单位,责任单位,完成时限\n1,创建食品安全城市,区市监局,区财政局,6月底前\n2,整治校园周边,区市场监管局,区民政局,6月底前\n",
        )
    )
    assert doubts(made) == [("1-2", "区市场监管局 here, and 区市监局 in 1-1")]


def test_automatic_numbers_of_word(tmp_path: Path) -> None:
    """Numbers that Word makes, and that stand in no text, are read as they are shown."""
    from docx import Document

    document = Document()
    document.add_paragraph("滨河区2024年重点任务清单")
    table = document.add_table(rows=3, cols=5)
    lines = [
        ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"],
        ["", "新建滨河大道", "区住建局", "区财政局", "6月底前"],
        ["", "改造东街", "区城管局", "区财政局", "7月底前"],
    ]
    for row, cells in zip(table.rows, lines, strict=True):
        for cell, written in zip(row.cells, cells, strict=True):
            cell.text = written
    for row in table.rows[1:]:
        row.cells[0].paragraphs[0].style = document.styles["List Number"]
    file = tmp_path / "a.docx"
    document.save(str(file))
    made = imported(file)
    assert [item.serial for item in made.draft.items] == [1, 2]
    assert (doubts(made), errors(made)) == ([], [])


def test_a_web_page_in_gb18030_with_tags_left_open(tmp_path: Path) -> None:
    """Cells and rows that are never closed, a cell over two rows, menus around the table."""
    file = text(
        tmp_path / "a.html",
        "<html><head><meta charset=gb2312><title>x</title><script>var a='<td>';</script></head><body><div>首页 &gt; 公开</div>"
        "<h1>滨河区2024年重点任务清单</h1><table><tr><th>序号<th>事项名称<th>牵头单位<th>责任单位<th>完成时限"
        "<tr><td>1<td>新建滨河<br>大道<td rowspan=2>区住建局<td>区财政局<td>6月底前<tr><td>2<td>改造&ldquo;东街&rdquo;<td>各街道<td>7月底前</table><p>打印 关闭</body></html>",
        "gb18030",
    )
    made = imported(file)
    assert rows(made) == [
        ("1-1", "新建滨河大道", "区住建局", "区财政局", "6月底前"),
        ("1-2", "改造“东街”", "区住建局", "各街道", "7月底前"),
    ]
    assert unused(made) == ["首页>公开", "打印关闭"]
    assert (doubts(made), errors(made)) == ([], [])


def test_dates_in_a_workbook_and_hidden_rows(tmp_path: Path) -> None:
    """A date reads as its cell shows it; a hidden row is left out, and named."""
    from datetime import date

    from openpyxl import load_workbook

    file = workbook(
        tmp_path / "a.xlsx",
        [
            ["滨河区2024年重点任务清单"],
            ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"],
            [1, "新建滨河大道", "区住建局", "区财政局", date(2024, 6, 30)],
            [2, "改造东街", "区城管局", "区财政局", date(2024, 7, 31)],
        ],
    )
    book: Any = load_workbook(file)
    book.active["E3"].number_format = 'm"月"d"日"'
    book.active.row_dimensions[4].hidden = True
    book.save(file)
    made = imported(file)
    assert [row[4] for row in rows(made)] == ["6月30日"]
    assert doubts(made) == [
        ("", "“2 改造东街 区城管局 区财政局 2024-07-31” is hidden, and left out")
    ]


def test_text_in_gb18030_and_a_row_broken_over_lines(tmp_path: Path) -> None:
    """A tab-separated row that ends before its last column goes on in the next line."""
    made = imported(
        text(
            tmp_path / "a.txt",
            "滨河区2024年重点任务清单\n序号\t事项名称\t牵头单位\t责任单位\t完成时限\n1\t新建滨河大道，\n全长5公里。\t区住建局\t区财政局\t6月底前\n2\t改造东街\t区城管局\t区财政局\t7月底前\n",
            "gb18030",
        )
    )
    assert rows(made) == [
        ("1-1", "新建滨河大道，全长5公里。", "区住建局", "区财政局", "6月底前"),
        ("1-2", "改造东街", "区城管局", "区财政局", "7月底前"),
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_several_documents_are_one_list(tmp_path: Path) -> None:
    """The second goes on with the categories; the places name the document."""
    head = "序号,事项名称,牵头单位,责任单位,完成时限\n"
    one = text(
        tmp_path / "1.csv",
        f"滨河区2024年重点任务清单\n{head}一、项目,,,,\n1,新建滨河大道,区住建局,区财政局,6月底前\n",
    )
    two = text(
        tmp_path / "2.csv",
        f"{head}二、民生,,,,\n1,新建公园,区城管局,,年底前\n2,新建书屋,区文旅局,各街道,年底前\n",
    )
    made = imported(one, two)
    assert [row[0] for row in rows(made)] == ["1-1", "2-1", "2-2"]
    assert made.draft.items[1].place.startswith(str(two))


def test_a_part_of_parts(tmp_path: Path) -> None:
    """第一部分 is the category, （一） within it an item whose parts follow it."""
    made = imported(
        text(
            tmp_path / "a.csv",
            "滨河区2024年重点任务清单\n序号,事项名称,牵头单位,责任单位,完成时限\n第一部分 经济发展,,,,\n（一）扩大投资,,,,\n1,新建滨河大道,区住建局,区财政局,6月底前\n"
            "（二）促进消费,,,,\n2,举办购物节,区商务局,各街道,9月底前\n第二部分 社会民生,,,,\n3,新建公园,区城管局,各街道,年底前\n",
        )
    )
    assert categories(made) == [(1, "经济发展", None), (2, "社会民生", None)]
    assert [(one.id, one.text, one.printed_serial) for one in made.draft.items] == [
        ("1-1", "扩大投资", "（一）"),
        ("1-2", "新建滨河大道", None),
        ("1-3", "促进消费", "（二）"),
        ("1-4", "举办购物节", None),
        ("2-1", "新建公园", None),
    ]
    assert [one.part_of and one.part_of.id for one in made.draft.items] == [
        *(None, "1-1", None, "1-3", None),
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_a_column_of_an_unknown_label_that_holds_units(tmp_path: Path) -> None:
    """包联科室 is kept beside the items and asked about; 受益人数 is only kept."""
    made = imported(
        text(
            tmp_path / "a.csv",
            "滨河区2024年重点任务清单\n序号,事项名称,牵头单位,包联单位名,受益人数,完成时限\n1,新建公园,区城管局,区财政局,3万人,年底前\n2,新建书屋,区文旅局,区教育局,2万人,年底前\n",
        )
    )
    assert notes(made)[0] == ["包联单位名：区财政局", "受益人数：3万人"]
    assert doubts(made) == [("", "the column 包联单位名, kept as it is")]


def test_a_cell_with_two_labelled_dates(tmp_path: Path) -> None:
    """The completion is the deadline, what else the cell tells is kept beside it."""
    made = imported(
        text(
            tmp_path / "a.csv",
            "滨河区2024年重点任务清单\n序号,事项名称,牵头单位,责任单位,时间节点\n1,新建公园,区城管局,区财政局,启动时间：3月；完成时间：11月底前\n",
        )
    )
    assert rows(made)[0][4] == "11月底前"
    assert notes(made) == [["启动时间：3月"]]
    assert doubts(made) == []


def test_labels_on_lines_below_each_paragraph(tmp_path: Path) -> None:
    """A title, its text, then who and when on lines of their own; no table and no closing bracket."""
    made = imported(
        word(
            tmp_path / "a.docx",
            "滨河区2024年重点改革任务清单",
            "现将有关任务明确如下。",
            "一、营商环境改革",
            "1.推进一件事集成办",
            "梳理高频事项20个，压减材料。",
            "牵头单位：区政务服务局",
            "责任单位：区市监局、区税务局",
            "完成时限：6月底前",
            "2.推行告知承诺制",
            "牵头单位：区司法局；配合单位：区直有关部门；完成时限：9月底前",
            "联系人：张三",
        )
    )
    assert rows(made) == [
        ("1-1", "推进一件事集成办。梳理高频事项20个，压减材料。", "区政务服务局", "区市监局、区税务局", "6月底前"),
        ("1-2", "推行告知承诺制", "区司法局", "", "9月底前"),
    ]  # fmt: skip
    assert made.draft.items[1].more == {"配合单位": "区直有关部门"}
    assert unused(made) == ["现将有关任务明确如下。", "联系人：张三"]
    assert (doubts(made), errors(made)) == ([], [])


def test_a_heading_whose_number_stands_in_the_column_of_numbers(tmp_path: Path) -> None:
    """一 under 序号 and its title beside it; numbers such as 1.1 count within their part."""
    made = imported(
        workbook(
            tmp_path / "a.xlsx",
            [
                ["滨河区2024年重点任务清单"],
                ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"],
                ["一", "项目建设（2项）", "", "", ""],
                ["1.1", "新建滨河大道", "区住建局", "区财政局", "6月底前"],
                ["1.2", "改造东街", "区城管局", "区财政局", "7月底前"],
                ["二", "民生保障（1项）", "", "", ""],
                ["2.1", "新建公园", "区城管局", "各街道", "年底前"],
            ],
            ["A1:E1"],
        )
    )
    assert [row[0] for row in rows(made)] == ["1-1", "1-2", "2-1"]
    assert categories(made) == [(1, "项目建设", 2), (2, "民生保障", 1)]
    assert (doubts(made), errors(made)) == ([], [])


def test_a_web_page_laid_out_by_tables(tmp_path: Path) -> None:
    """The list's table stands in a cell of another, with the title above it; a caption is a text."""
    made = imported(
        text(
            tmp_path / "a.html",
            "<table><tr><td>首页</td><td><h2>滨河区2024年重点任务清单</h2><table><caption>（共1项）</caption>"
            "<tr><th>序号</th><th>事项名称</th><th>牵头单位</th><th>责任单位</th><th>完成时限</th></tr>"
            "<tr><td>1</td><td>新建滨河大道</td><td>区住建局</td><td>区财政局</td><td>6月底前</td></tr></table>"
            "<p>打印</p></td></tr><tr><td>版权所有</td></tr></table>",
        )
    )
    assert rows(made) == [("1-1", "新建滨河大道", "区住建局", "区财政局", "6月底前")]
    assert (made.draft.front.title, made.draft.front.total) == ("滨河区2024年重点任务清单", 1)
    assert unused(made) == ["首页", "打印", "版权所有"]
    assert (doubts(made), errors(made)) == ([], [])


def test_the_style_of_the_state_council(tmp_path: Path) -> None:
    """Numbered items within headings, long closings, shared levels of bureaus."""
    made = imported(
        text(
            tmp_path / "a.txt",
            "滨河省2024年数字政府改革工作要点\n\n一、提升服务能力\n"
            "（一）深化一网通办。推进高频事项标准化，年底前实现300项事项全省通办。（省政务和数据局牵头，省公安厅、民政厅、人力资源社会保障厅等按职责分工负责）\n"
            "（二）优化适老服务。推进水电气等适老化改造（省民政厅、工业和信息化厅按职责分工负责，2024年9月底前完成）。\n"
            "二、夯实基础\n（三）建设算力平台。（省政务和数据局牵头，省发展改革委、各地级以上市人民政府配合，持续推进）\n",
        )
    )
    assert rows(made) == [
        ("1-1", "深化一网通办。推进高频事项标准化，年底前实现300项事项全省通办。", "省政务和数据局", "省公安厅、民政厅、人力资源社会保障厅等", "年底前"),
        ("1-2", "优化适老服务。推进水电气等适老化改造", "", "省民政厅、工业和信息化厅", "2024年9月底前完成"),
        ("2-1", "建设算力平台。", "省政务和数据局", "省发展改革委、各地级以上市人民政府", "持续推进"),
    ]  # fmt: skip
    assert [item.serial for item in made.draft.items] == [1, 2, 3]
    assert (doubts(made), errors(made)) == ([], [])


def test_a_workbook_as_people_keep_it(tmp_path: Path) -> None:
    """Blank rows, a line for whom it is filled in, a merged lead, a total, notes, two sheets."""
    from openpyxl import load_workbook

    header = ["序号", "重点工作", "牵头单位", "责任单位", "完成时限", "备注"]
    file = workbook(
        tmp_path / "a.xlsx",
        [
            ["滨河区2024年重点工作任务清单", "", "", "", "", ""],
            ["填报单位：区政府办", "", "", "", "2024年3月1日", ""],
            [],
            header,
            [1, "新建滨河大道", "区住建局", "区财政局", "6月底前", "续建"],
            [2.0, "改造老旧小区", None, "各街道", "9月底前", None],
            [],
            ["合计", 2, None, None, None, None],
            ["注：完成时限为预计。", None, None, None, None, None],
        ],
        ["A1:F1", "C5:C6"],
    )
    book: Any = load_workbook(file)
    more = book.create_sheet("续表")
    for line in (header, [3, "新建公园", "区城管局", "各街道", "12月底前", ""]):
        more.append(line)
    book.create_sheet("草稿").sheet_state = "hidden"
    book.save(file)
    made = imported(file)
    assert rows(made) == [
        ("1-1", "新建滨河大道", "区住建局", "区财政局", "6月底前"),
        ("1-2", "改造老旧小区", "区住建局", "各街道", "9月底前"),
        ("1-3", "新建公园", "区城管局", "各街道", "12月底前"),
    ]
    assert unused(made) == [
        "填报单位：区政府办",
        "2024年3月1日",
        "合计",
        "2",
        "注：完成时限为预计。",
    ]
    assert doubts(made) == [("", "a hidden sheet, left out")]
    assert made.draft.items[2].place == "续表!A2"


def test_a_label_of_two_parts_and_signatures_below(tmp_path: Path) -> None:
    """工作目标及内容 is content; 审核人 and 填表人 below the table are no item."""
    made = imported(
        text(
            tmp_path / "a.csv",
            "蓉江新区2022年度重点工作台账,,,,,\n填报时间：2022年3月,,,,,\n序号,工作类别,重点工作,工作目标及内容,牵头部门,完成时间\n"
            "1,党的建设,主题教育,学习12次,区党群部,12月31日\n2,,制度建设,修订5项,区党群部,3月底\n3,经济发展,招商,引进10个,区产业招商局,全年\n"
            ",,,,,\n审核人：,,,填表人：,,\n",
        )
    )
    assert [row[:3] for row in rows(made)] == [
        ("1-1", "主题教育", "区党群部"),
        ("1-2", "制度建设", "区党群部"),
        ("2-1", "招商", "区产业招商局"),
    ]
    assert notes(made)[0] == ["工作目标及内容：学习12次"]
    assert unused(made) == ["填报时间：2022年3月", "审核人：", "填表人："]
    assert (doubts(made), errors(made)) == ([], [])


def test_labels_behind_the_text_of_a_paragraph(tmp_path: Path) -> None:
    """Units and deadline follow the sentence, each behind its label."""
    made = imported(
        text(
            tmp_path / "a.txt",
            "江北区2025年为民办实事项目清单\n\n一、就业类\n1.新增城镇就业8000人。责任单位：区人社局。完成时限：12月底前。\n"
            "2.新建幼儿园3所。牵头单位：区教育局，配合单位：各街道，完成时限：8月底前。\n",
        )
    )
    assert rows(made) == [
        ("1-1", "新增城镇就业8000人。", "", "区人社局", "12月底前"),
        ("1-2", "新建幼儿园3所。", "区教育局", "", "8月底前"),
    ]
    assert made.draft.items[1].more == {"配合单位": "各街道"}
    assert (doubts(made), unused(made), errors(made)) == ([], [], [])


def test_closings_without_a_verb(tmp_path: Path) -> None:
    """A bracket of nothing but units; a lead with others behind it; one that names nobody is asked about."""
    made = imported(
        text(
            tmp_path / "a.txt",
            "江北区2025年重点任务分工\n\n（一）产业\n1．培育企业20家〔区工信局牵头，各街道〕\n2．引进项目30个，其中10亿元以上5个（区商务局、区投资促进中心）。\n"
            "3．完成投资增长8%（力争10%）。\n",
        )
    )
    assert rows(made) == [
        ("1-1", "培育企业20家", "区工信局", "各街道", ""),
        ("1-2", "引进项目30个，其中10亿元以上5个", "", "区商务局、区投资促进中心", ""),
        ("1-3", "完成投资增长8%（力争10%）。", "", "", ""),
    ]
    assert doubts(made) == [("1-3", "no unit is named")]


def test_a_line_break_between_units_where_lines_are_full(tmp_path: Path) -> None:
    """In a drawn table a break may be layout: a name goes on, two whole names are two, with a doubt."""
    made = imported(
        text(
            tmp_path / "a.txt",
            "滨河区2024年督办清单\n| 序号 | 事项 | 牵头单位 | 责任单位 | 完成时限 |\n+---+---+---+---+---+\n"
            "| 1 | 修路 | 区自然资 | 区财政局 | 6月底前 |\n|   |      | 源分局 | 区农业农村局 | |\n+---+---+---+---+---+\n"
            "| 2 | 修桥 | 区住建局 | 区财政局 | 6月底前 |\n+---+---+---+---+---+\n",
        )
    )
    assert rows(made)[0] == ("1-1", "修路", "区自然资源分局", "区财政局、区农业农村局", "6月底前")
    assert doubts(made) == [("1-1", "责任单位: 、 stands for a line break")]


def test_a_long_cell_of_persons_comes_back(tmp_path: Path) -> None:
    """It is written on one line, since white space parts names; a long text is not."""
    leaders = "、".join(f"张三（区委常委、常务副区长）李四{n}" for n in range(9))
    remark = "续建项目，资金已经落实。" * 9
    table = f"{TITLE}\n序号\t事项名称\t牵头单位\t分管领导\t备注\n1\t修路。\t区住建局\t{leaders}。{leaders}\t{remark}\n"
    made = imported(text(tmp_path / "a.tsv", table))
    assert made.draft.items[0].more == {"分管领导": f"{leaders}。{leaders}", "备注": remark}
