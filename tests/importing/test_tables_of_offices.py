"""Tables as offices set them: several lists, tables beside the list, headers of three rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import categories, doubts, errors, imported, rows, text, unused, workbook

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "滨河区2024年重点工作任务分解表"


def table(*lines: str) -> str:
    """A table of a web page; the cells of a line are parted by |."""
    made = ("".join(f"<td>{cell}</td>" for cell in line.split("|")) for line in lines)
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in made) + "</table>"


def page(tmp_path: Path, *pieces: str) -> Path:
    """A web page of paragraphs and tables."""
    return text(tmp_path / "a.html", "".join(p if p[0] == "<" else f"<p>{p}</p>" for p in pieces))


HEAD = "序号|工作任务|牵头单位|责任单位"


def test_each_of_several_lists_is_a_category_with_its_title(tmp_path: Path) -> None:
    """Where its numbers begin again under a title of its own."""
    made = imported(
        page(
            tmp_path,
            "附件1",
            TITLE,
            table(HEAD, "1|修路|区交通局|各镇", "2|架桥|区住建局|各镇"),
            "附件2：滨河区2024年民生实事清单",
            "单位：万元",
            table(HEAD, "1|建食堂|区教育局|各镇"),
        )
    )
    assert categories(made) == [(1, TITLE, None), (2, "滨河区2024年民生实事清单", None)]
    assert [row[:2] for row in rows(made)] == [("1-1", "修路"), ("1-2", "架桥"), ("2-1", "建食堂")]
    assert (doubts(made), unused(made)) == ([], ["附件1", "单位：万元"])


def test_a_title_that_comes_again_on_each_page_opens_nothing(tmp_path: Path) -> None:
    """Nor does the title of a list whose own headings are the categories."""
    again = imported(
        page(
            tmp_path,
            TITLE,
            table(HEAD, "1|修路|区交通局|各镇"),
            TITLE,
            table(HEAD, "2|架桥|区住建局|各镇"),
        )
    )
    assert categories(again) == [(1, TITLE, None)]
    made = imported(
        page(
            tmp_path,
            TITLE,
            "一、交通",
            table(HEAD, "1|修路|区交通局|各镇"),
            "滨河区2024年民生实事清单",
            "二、教育",
            table(HEAD, "1|建食堂|区教育局|各镇"),
        )
    )
    assert categories(made) == [(1, "交通", None), (2, "教育", None)]
    assert unused(made) == ["滨河区2024年民生实事清单"]


def test_a_table_of_telephones_is_no_part_of_the_list(tmp_path: Path) -> None:
    """Though it is as wide; it is told as not used."""
    made = imported(
        page(
            tmp_path,
            TITLE,
            table("序号|工作任务|责任单位", "1|修路|区交通局", "2|架桥|区住建局"),
            table("单位|姓名|电话", "区交通局|王某|1234567"),
        )
    )
    assert [row[1] for row in rows(made)] == ["修路", "架桥"]
    assert unused(made) == ["单位", "姓名", "电话", "区交通局", "王某", "1234567"]


def test_what_a_web_page_says_of_a_document_is_no_header(tmp_path: Path) -> None:
    """发布机构 and 发布日期 with what they are beside them."""
    made = imported(
        page(
            tmp_path,
            table(
                "发布机构|滨河区政府办|发布日期|2024-02-01", f"标题|{TITLE}|文号|滨政办〔2024〕3号"
            ),
            TITLE,
            table(HEAD, "1|修路|区交通局|各镇"),
        )
    )
    assert [row[1:4] for row in rows(made)] == [("修路", "区交通局", "各镇")]


def test_a_header_of_three_rows_is_one(tmp_path: Path) -> None:
    """责任分工 over 市级 and 县级 over the units: the lowest word names the column."""
    made = imported(
        workbook(
            tmp_path / "a.xlsx",
            [
                [TITLE],
                ["序号", "工作任务", "责任分工", None, None, "完成时限"],
                [None, None, "市级", None, "县级", None],
                [None, None, "牵头单位", "配合单位", "责任单位", None],
                [1, "修路", "市交通局", "市财政局", "东县", "6月底前"],
            ],
            ["A2:A4", "B2:B4", "C2:E2", "F2:F4", "C3:D3"],
        )
    )
    assert [one.heading for one in made.draft.columns] == [
        "序号",
        "工作任务",
        "牵头单位",
        "责任单位",
        "配合单位",
        "完成时限",
    ]
    assert rows(made) == [("1-1", "修路", "市交通局", "东县", "6月底前")]


def test_the_dates_of_meetings_say_the_year(tmp_path: Path) -> None:
    """Where nothing else does, with a doubt; those of two years say nothing."""
    head = "序号|会议时间|议定事项|责任单位|完成时限"
    rows_of = "1|2024年3月1日|修路|区交通局|3月底前", "2|{}|架桥|区住建局|4月底前"
    made = imported(
        page(
            tmp_path, "会议议定事项清单", table(head, rows_of[0], rows_of[1].format("2024年4月2日"))
        )
    )
    assert made.draft.front.year == 2024
    assert doubts(made) == [("", "year 2024, the only one that other columns write")]
    made = imported(
        page(tmp_path, "议定事项清单", table(head, rows_of[0], rows_of[1].format("2023年4月2日")))
    )
    assert made.draft.front.year == 0


@pytest.mark.parametrize(
    ("above", "heading", "below"),
    [
        ("发布时间：2024-02-20 15:30", "2024年", "联系电话：20235678"),
        ("（2024.3）", "目标", "到2030年全面建成"),
        ("分解表", "2024年目标", ""),
        ("填报日期：2024/3/5", "目标", ""),
        ("分解表", "目标", "注：完成时限均为2024年。"),
    ],
)
def test_what_stands_beside_the_list_says_the_year(
    above: str, heading: str, below: str, tmp_path: Path
) -> None:
    """The day of a web page, a heading, a note below, where nothing else does, with a doubt."""
    listed = table(f"序号|任务|{heading}|责任单位|完成时限", "1|修路|1条|区交通局|6月底前")
    made = imported(page(tmp_path, above, "滨河区重点任务清单", listed, below or "完"))
    assert made.draft.front.year == 2024
    assert doubts(made) == [("", "year 2024, the only one that stands beside the list")]


def test_two_years_beside_the_list_say_none(tmp_path: Path) -> None:
    """Which it is nobody knows."""
    listed = table(
        "序号|任务|2023年实绩|2024年目标|责任单位|完成时限", "1|修路|1|2|区交通局|6月底前"
    )
    made = imported(page(tmp_path, "滨河区重点任务清单", listed))
    assert made.draft.front.year == 0
    assert doubts(made)[0] == ("", "no year was found, so no date that names none can be read")


def test_a_column_without_heading_and_cells_is_none(tmp_path: Path) -> None:
    """One that has cells is kept."""
    for cell, headings in (("", 3), ("急", 4)):
        made = imported(
            page(tmp_path, TITLE, table("序号|任务||责任单位", f"1|修路|{cell}|区交通局"))
        )
        assert len(made.draft.columns) == headings


def test_persons_alone_say_who_does_it(tmp_path: Path) -> None:
    """A table of 工作内容 and 责任人 is a list."""
    made = imported(
        page(tmp_path, TITLE, table("工作内容|责任人|备注", "修路|王某|", "架桥|李某|"))
    )
    assert [(one.text, one.more["责任人"]) for one in made.draft.items] == [
        ("修路", "王某"),
        ("架桥", "李某"),
    ]
    assert errors(made) == []


@pytest.mark.parametrize("shared", [True, False])
def test_the_cells_of_a_lone_measure_are_its_own_as_those_of_others_are(
    shared: bool, tmp_path: Path
) -> None:
    """Beside a task of one measure a unit is the measure's, unless the column's units are those of whole tasks."""
    made = imported(
        workbook(
            tmp_path / "a.xlsx",
            [
                [TITLE],
                ["序号", "重点任务", "具体举措", "责任单位"],
                [1, "优化环境", "推行一窗办理", "区政务局"],
                [None, None, "压减材料", None if shared else "区市监局"],
                [2, "扩大投资", "开工项目", "区发改局"],
            ],
            ["A3:A4", "B3:B4", *(["D3:D4"] if shared else [])],
        )
    )
    whole, part = made.draft.items[-2:]
    assert part.part_of is whole
    assert (whole.responsible, part.responsible) == (
        ("区发改局", "") if shared else ("", "区发改局")
    )


def book(tmp_path: Path, *sheets: tuple[str, str]) -> Path:
    """A book of sheets, each of a name, a title row where one is given, and a list of one row."""
    from openpyxl import Workbook

    made = Workbook()
    made.remove(made.worksheets[0])
    for at, (name, title) in enumerate(sheets, 1):
        sheet = made.create_sheet(name)
        for row in [[title]] if title else []:
            sheet.append(row)
        sheet.append(["序号", "工作任务", "责任单位"])
        sheet.append([1, f"任务{at}", "区甲局"])
    made.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


@pytest.mark.parametrize(
    ("sheets", "wanted"),
    [
        ([("党建", TITLE), ("业务", "")], ["党建", "业务"]),
        ([("党建", TITLE), ("业务", TITLE)], ["党建", "业务"]),
        ([("Sheet1", TITLE), ("Sheet2", "")], [TITLE]),
        ([("第1页", TITLE), ("第2页", "")], [TITLE]),
        ([("甲", TITLE), ("乙", "滨河区2024年民生实事清单")], [TITLE, "滨河区2024年民生实事清单"]),
    ],
)
def test_a_sheet_with_a_name_of_its_own_is_a_category(
    sheets: list[tuple[str, str]], wanted: list[str], tmp_path: Path
) -> None:
    """Where it has no other title; Sheet2 and 第2页 are no names."""
    made = imported(book(tmp_path, *sheets))
    assert [title for _number, title, _count in categories(made)] == wanted
    assert [one.text for one in made.draft.items] == ["任务1", "任务2"]


def test_the_only_sheet_gives_no_name(tmp_path: Path) -> None:
    """One list has its title."""
    assert categories(imported(book(tmp_path, ("党建", TITLE)))) == [(1, TITLE, None)]


def test_what_is_filled_in_above_a_header_is_no_row_of_it(tmp_path: Path) -> None:
    """填报单位：… over merged columns is told as not used."""
    made = imported(
        workbook(
            tmp_path / "a.xlsx",
            [
                [TITLE],
                ["填报单位：区政府办", None, "填报时间：2024年3月1日", None],
                ["序号", "工作任务", "责任单位", "完成时限"],
                [1, "修路", "区交通局", "6月底前"],
            ],
            ["A1:D1", "A2:B2", "C2:D2"],
        )
    )
    assert rows(made) == [("1-1", "修路", "", "区交通局", "6月底前")]
    assert unused(made) == ["填报单位：区政府办", "填报时间：2024年3月1日"]


def test_a_number_merged_over_two_tasks_with_measures_drops_neither(tmp_path: Path) -> None:
    """Each is an item with its parts."""
    made = imported(
        workbook(
            tmp_path / "a.xlsx",
            [
                [TITLE],
                ["序号", "重点任务", "具体举措", "责任单位"],
                [1, "优化环境", "推行一窗办理", "区甲局"],
                [None, None, "压减材料", "区乙局"],
                [None, "扩大投资", "开工项目", "区丙局"],
            ],
            ["A3:A5", "B3:B4"],
        )
    )
    assert [(one.text, one.part_of and one.part_of.text) for one in made.draft.items] == [
        ("优化环境", None),
        ("推行一窗办理", "优化环境"),
        ("压减材料", "优化环境"),
        ("扩大投资", None),
        ("开工项目", "扩大投资"),
    ]


def test_where_merges_are_lost_gaps_tell_of_them(tmp_path: Path) -> None:
    """Quarters below a heading with gaps behind it, and tasks below none beside their theme."""
    made = imported(
        text(
            tmp_path / "a.csv",
            f"{TITLE}\n序号,工作任务,,进度安排,,责任单位\n,,,上半年,下半年,\n"
            "1,建设新城,完成主体工程,开工,封顶,区甲局\n2,,引进研发机构,签约,落地,区乙局\n3,打造枢纽,开行专列,试开,常开,区丙局\n",
        )
    )
    assert len(made.draft.items) == 3
    assert [one.more["上半年"] for one in made.draft.items] == ["开工", "签约", "试开"]
    made = imported(
        text(
            tmp_path / "b.csv",
            f"{TITLE}\n序号,工作任务,,责任单位\n1,建设新城,完成主体工程,区甲局\n2,,引进研发机构,区乙局\n3,打造枢纽,开行专列,区丙局\n",
        )
    )
    assert categories(made) == [(1, "建设新城", None), (2, "打造枢纽", None)]
    assert [row[1] for row in rows(made)] == ["完成主体工程", "引进研发机构", "开行专列"]


def test_an_empty_line_in_a_file_of_cells_is_nothing(tmp_path: Path) -> None:
    """Above the header, and between two rows."""
    made = imported(
        text(
            tmp_path / "a.csv",
            f"{TITLE}\n\n序号,工作任务,责任单位\n1,修路,区甲局\n\n2,架桥,区乙局\n",
        )
    )
    assert [row[1] for row in rows(made)] == ["修路", "架桥"]
