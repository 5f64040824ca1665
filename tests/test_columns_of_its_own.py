"""A list with other columns on a screen and in CSV: its own headings, who leads, whom to call, parts and marks."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT

from sulist.base.typeset import width
from sulist.listfile.worklist import examine_text
from sulist.write.named_columns import titles

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

LIST = """title: 某县2022年整改清单
region: 某县
year: 2022
columns:
  号: serial
  问题: text
  措施: other
  分管领导: leader
  整改单位: responsible
  协助单位: responsible
  联系人: person
  整改时限: deadline
categories:
  - number: 二
    title: 水
    items:
      - id: 2-1
        printed_serial: "5"
        text: 污水直排。沿河有口子。
        responsible: 县水利局
        deadline: 5月底前
        more: {措施: 封堵, 分管领导: 王某, 协助单位: 县城管局, 联系人: 赵二 13800000001}
      - id: 2-2
        part_of: 2-1
        printed_serial: ""
        text: 封堵排口。
      - id: 2-3
        printed_serial: "6"
        text: 垃圾未清。
        responsible: 县城管局、县水利局
        deadline: 3月底前
        more: {分管领导: 李某, 联系人: 钱三}
      - id: 2-4
        part_of: 2-1
        printed_serial: "5.2"
        text: 巡查河道。
        responsible: 县河长办
        deadline: 9月底前
        assigned: 2022-04-01
units:
  县直部门: [县水利局, 县城管局, 县河长办]
"""
ASKED = ("--file", "l.yaml", "--as-of", "2022-04-15")


@pytest.fixture
def own(sulist: Sulist, tmp_path: Path) -> Sulist:
    """The list in the folder where sulist is asked."""
    (tmp_path / "l.yaml").write_text(LIST, encoding="utf-8")
    return sulist


def rows_of(text: str) -> list[list[str]]:
    """The cells of a markdown table, its titles first."""
    rows = [line[2:-2].split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return rows[:1] + rows[2:]


def test_a_list_has_its_own_headings_and_people(own: Sulist) -> None:
    """With the printed serial, without a column of leads; what is not shown is named below."""
    said = own.text("list", *ASKED, "--format", "markdown")
    titles_, first, *_rest = rows_of(said)
    assert titles_ == ["编号", "号", "问题", "分管领导", "整改单位", "联系人", "整改时限", "due"]
    assert first[:3] == ["2-1", "5", "污水直排"]
    assert "not shown here: 措施、协助单位." in said


def test_parts_stand_below_their_item_with_what_they_have_from_it(own: Sulist) -> None:
    """Wherever they stand in the file; the marks are explained."""
    said = own.text("list", *ASKED, "--format", "markdown")
    rows = {row[0]: row for row in rows_of(said)[1:]}
    assert list(rows) == ["2-1", "2-2", "2-4", "2-3"]
    assert rows["2-2"][2] == "└ 封堵排口"
    assert rows["2-2"][6] == "↑5月底前"
    assert rows["2-4"][2] == "└ 巡查河道, assigned 2022-04-01"
    assert "└ is a part" in said


def test_where_parts_stand_apart_they_name_their_item(own: Sulist) -> None:
    """In the order of dates, and in another that parts them."""
    for asked in (("due",), ("list", "--sort", "leader")):
        said = own.text(*asked, *ASKED, "--format", "markdown")
        names = [row[2] for row in rows_of(said)[1:]]
        assert names[-1] == "└ 2-1：巡查河道, assigned 2022-04-01"


def test_who_leads_is_told_by_the_responsible(own: Sulist) -> None:
    """Under a title that says so, in every table that says who leads; a part's as its parent's."""
    title = "牵头（按责任单位）"
    for asked in ("due", "by-unit 县水利局", "ledger", "owing"):
        assert f"| {title} |" in own.text(*asked.split(), *ASKED, "--format", "markdown")
    due = own.text("due", *ASKED, "--format", "markdown")
    at = rows_of(due)[0].index(title)
    assert {row[0]: row[at] for row in rows_of(due)[1:]} == {
        "2-1": "县水利局",
        "2-2": "↑县水利局",
        "2-3": "县城管局、县水利局",
        "2-4": "县河长办",
    }


def test_where_persons_answer_the_title_says_so(sulist: Sulist, tmp_path: Path) -> None:
    """Of a list that names no units, and of one that names them on some items."""
    text = LIST.replace("  整改单位: responsible\n", "").replace(
        "协助单位: responsible", "协助单位: other"
    )
    lines = [line for line in text.splitlines() if "responsible:" not in line]
    (tmp_path / "l.yaml").write_text("\n".join(lines), encoding="utf-8")
    said = sulist.text("due", *ASKED, "--format", "markdown")
    assert "牵头（按责任人）" in rows_of(said)[0]
    assert "its persons" in said
    text = LIST.replace("responsible: 县城管局、县水利局", "responsible: ''")
    (tmp_path / "l.yaml").write_text(text, encoding="utf-8")
    said = sulist.text("due", *ASKED, "--format", "markdown")
    assert "牵头（按责任单位或责任人）" in rows_of(said)[0]


def test_who_owes_a_report_is_told_with_whom_to_call(own: Sulist) -> None:
    """The cell as printed, with the telephone."""
    said = own.text("owing", *ASKED, "--format", "markdown")
    assert "赵二 13800000001" in said


def test_an_item_is_shown_with_all_its_cells_in_the_printed_order(own: Sulist) -> None:
    """Then who leads, the people by name, and its parts with who leads them."""
    lines = own.text("show", "2-1", *ASKED).splitlines()
    begin = lines.index("号：5")
    assert lines[begin : begin + 13] == [
        "号：5",
        "问题：污水直排。沿河有口子。",
        "措施：封堵",
        "分管领导：王某",
        "整改单位：县水利局",
        "协助单位：县城管局",
        "联系人：赵二 13800000001",
        "整改时限：5月底前",
        "牵头（按责任单位）：县水利局",
        "联系人 by name: 赵二",
        "Parts: 2",
        "  └ 2-2  封堵排口  ↑县水利局  ↑5月底前",
        "  └ 2-4  巡查河道  县河长办  9月底前",
    ]


def test_parts_have_their_states_beside_them(own: Sulist, tmp_path: Path) -> None:
    """And a part has its parent's."""
    own(
        "log",
        "2-2",
        "--percent",
        "40",
        "--done",
        "已封2处",
        "--unit",
        "县水利局",
        "--file",
        "l.yaml",
        "--on",
        "2022-04-10",
    )
    assert (tmp_path / "progress.yaml").exists()
    said = own.text("show", "2-1", "2-4", *ASKED)
    assert "  └ 2-2  封堵排口  ↑县水利局  ↑5月底前  in progress 40%" in said
    assert "Part of: 2-1  污水直排  no report" in said
    assert "Assigned: 2022-04-01" in said


@pytest.mark.parametrize("from_elsewhere", ["", "        source: 上年2-7结转\n"])
def test_where_an_item_comes_from_is_shown(
    sulist: Sulist, tmp_path: Path, from_elsewhere: str
) -> None:
    """Also of one that stands in the print, in a list of five columns, on the screen and on the page."""
    text = (ROOT / "data" / "items.yaml").read_text(encoding="utf-8")
    text = text.replace("- id: 1-2\n", f"- id: 1-2\n{from_elsewhere}")
    (tmp_path / "l.yaml").write_text(text, encoding="utf-8")
    shown = sulist.text("show", "1-2", "--file", "l.yaml")
    page = sulist.text("export", "page", "--output", "-", "--file", "l.yaml")
    assert ["上年2-7结转" in one for one in (shown, page)] == [bool(from_elsewhere)] * 2


@pytest.mark.parametrize("columns", ["80", "120"])
@pytest.mark.parametrize(
    "command", ["list", "due", "by-unit 县水利局", "show 2-1", "ledger", "owing", "report"]
)
def test_every_screen_fits_and_cuts_nothing(own: Sulist, command: str, columns: str) -> None:
    """No line is longer than the terminal, and no telephone or date is broken."""
    said = own.text(*command.split(), *ASKED, "--width", columns)
    assert max(map(width, said.splitlines())) <= int(columns)
    whole = own.text(*command.split(), *ASKED)
    for word in ("13800000001", "2022-05-31"):
        assert said.count(word) == whole.count(word)


def csv_rows(own: Sulist, *words: str) -> list[dict[str, str]]:
    """The rows of an answer in CSV."""
    text = own.text(*words, *ASKED, "--format", "csv").removeprefix("\ufeff")
    return list(csv.DictReader(StringIO(text)))


def test_csv_has_every_printed_column_then_the_derived_ones(own: Sulist) -> None:
    """Word for word and in the printed order; the same columns whether or not there are rows."""
    rows = csv_rows(own, "list")
    assert list(rows[0])[:10] == [
        *(
            "编号",
            "分类",
            "号",
            "问题",
            "措施",
            "分管领导",
            "整改单位",
            "协助单位",
            "联系人",
            "整改时限",
        ),
    ]
    assert rows[0]["编号"] == "二-1"
    assert rows[0]["问题"] == "污水直排。沿河有口子。"
    part = next(one for one in rows if one["编号"] == "二-2")
    assert (part["整改时限"], part["due"], part["part of"]) == ("", "2022-05-31", "二-1")
    assert (part["who leads"], rows[0]["persons"]) == ("县水利局", "赵二")
    none = own.text("list", *ASKED, "--search", "没有的字", "--format", "csv")
    assert none.removeprefix("\ufeff").strip().split(",") == list(rows[0])


def test_a_derived_column_is_told_from_a_printed_one_of_its_name(
    sulist: Sulist, tmp_path: Path
) -> None:
    """Where the list prints 编号 itself."""
    (tmp_path / "l.yaml").write_text(
        LIST.replace("  号: serial", "  编号: serial"), encoding="utf-8"
    )
    row = csv_rows(sulist, "list")[0]
    assert (row["编号"], row["编号（sulist）"]) == ("5", "二-1")
    asked = csv_rows(sulist, "list", "--columns", "编号（sulist）,编号")
    assert list(asked[0].items()) == [("编号（sulist）", "二-1"), ("编号", "5")]


def test_columns_are_chosen_by_the_names_that_people_see(own: Sulist) -> None:
    """For a screen, markdown and CSV alike, in the order in which they are named."""
    chosen = "问题,编号,协助单位,due,牵头（按责任单位）"
    said = own.text("list", *ASKED, "--columns", chosen, "--format", "markdown")
    assert rows_of(said)[0] == chosen.split(",")
    assert rows_of(said)[1] == ["污水直排", "2-1", "县城管局", "2022-05-31", "县水利局"]
    assert list(csv_rows(own, "list", "--columns", chosen)[0]) == chosen.split(",")
    chinese = own.text("list", *ASKED, "--columns", "due，剩余", SULIST_LANG="zh_CN")
    assert "到期日" in chinese
    assert "剩余46天" in chinese


def test_a_heading_with_a_comma_is_one_column(sulist: Sulist, tmp_path: Path) -> None:
    """As it is printed, between others."""
    text = LIST.replace("  联系人: person", '  "联系人，电话": person').replace(
        "联系人: 赵二", '"联系人，电话": 赵二'
    )
    text = text.replace("联系人: 钱三", '"联系人，电话": 钱三')
    (tmp_path / "l.yaml").write_text(text, encoding="utf-8")
    row = csv_rows(sulist, "list", "--columns", "编号,联系人，电话,号")[0]
    assert row == {"编号": "二-1", "联系人，电话": "赵二 13800000001", "号": "5"}


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_derived_column_is_named_in_either_language(
    sulist: Sulist, tmp_path: Path, language: str
) -> None:
    """A page or a script of one office answers on the computer of another."""
    (tmp_path / "l.yaml").write_text(LIST, encoding="utf-8")
    words = ("list", "--file", "l.yaml", "--format", "csv", "--columns")
    told = {"SULIST_LANG": language}
    assert sulist.text(*words, "编号,到期日,由谁牵头", **told) == sulist.text(
        *words, "编号,due,who leads", **told
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--columns", "协住单位"), "Did you mean 协助单位?"),
        (("--columns", "zzz"), "Columns: 编号、分类、号、问题、措施"),
        (("--columns", "编号,"), "“” is no column here"),
        (("--columns", "编号,号,编号"), "names 编号 twice"),
        (("--columns", "编号", "--format", "json"), "--format json has every key"),
        (("--sort", "name"), "--sort"),
    ],
)
def test_what_cannot_be_chosen_is_refused(own: Sulist, words: tuple[str, ...], said: str) -> None:
    """With what can be."""
    assert said in own.refused("list", *words, *ASKED, code=2)


ORDERS = {
    "deadline": ["2-3", "2-1", "2-2", "2-4"],
    "时限": ["2-3", "2-1", "2-2", "2-4"],
    "leader": ["2-1", "2-3", "2-2", "2-4"],
    "unit": ["2-1", "2-2", "2-3", "2-4"],
    "serial": ["2-1", "2-2", "2-4", "2-3"],
}


@pytest.mark.parametrize("key", ORDERS)
def test_a_list_is_sorted_by_what_is_asked(own: Sulist, key: str) -> None:
    """In every form; what has none of it comes last, and leaders and units stand in the order of the list."""
    answer = own.json("list", *ASKED, "--sort", key)
    assert [one["id"] for one in answer["items"]] == ORDERS[key]
    said = own.text("list", *ASKED, "--sort", key, "--format", "markdown")
    assert [row[0] for row in rows_of(said)[1:]] == ORDERS[key]


def test_a_list_without_leaders_is_not_sorted_by_them(sulist: Sulist) -> None:
    """An order by nothing would look like one."""
    assert "names no leaders" in sulist.refused("list", "--sort", "leader", code=2)


def test_columns_are_completed_one_by_one(own: Sulist) -> None:
    """Behind those that are typed, which are not offered again."""
    done = own(
        "",
        _SULIST_COMPLETE="bash_complete",
        COMP_WORDS="sulist list --columns 编号,协",
        COMP_CWORD="3",
        SULIST_FILE="l.yaml",
    )
    assert done.stdout.decode().split() == ["plain,编号,协助单位"]


def test_a_list_without_deadlines_has_no_columns_of_dates(sulist: Sulist, tmp_path: Path) -> None:
    """Neither empty ones."""
    text = LIST.replace("  整改时限: deadline\n", "")
    text = "\n".join(line for line in text.splitlines() if "deadline:" not in line)
    (tmp_path / "l.yaml").write_text(text, encoding="utf-8")
    said = sulist.text("list", *ASKED, "--format", "markdown")
    assert rows_of(said)[0][-1] == "联系人"
    assert (
        "due" not in rows_of(sulist.text("by-unit", "县水利局", *ASKED, "--format", "markdown"))[0]
    )


def test_every_column_that_is_known_can_be_asked_for(own: Sulist, tmp_path: Path) -> None:
    """On a screen and in CSV."""
    from sulist.listfile.worklist import load

    names = ",".join(dict.fromkeys(titles(load(tmp_path / "l.yaml")).values()))
    assert rows_of(own.text("list", *ASKED, "--columns", names, "--format", "markdown"))[0]
    assert list(csv_rows(own, "list", "--columns", names)[0]) == names.split(",")


TWICE = """title: 园区清单
columns: {序号: serial, 任务: text, 责任单位: responsible, 备注: other}
categories:
  - number: 一
    title: 一
    items:
      - {id: 1-1, text: 修路。, responsible: 综合办, more: {备注: 甲}}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("备注: other", "备注: other, 备 注: other"),
        ("备注: other", "备注: other, “备注 ”: other".replace("“", '"').replace("”", '"')),
        ("{备注: 甲}", "{备注: 甲, 备 注: 乙}"),
    ],
)
def test_no_cell_hides_another_whose_heading_differs_by_spaces(
    sulist: Sulist, tmp_path: Path, old: str, new: str
) -> None:
    """One of them would be lost in silence: it is an error."""
    assert old in TWICE
    (tmp_path / "items.yaml").write_text(TWICE.replace(old, new), encoding="utf-8")
    said = sulist("check", "items.yaml").stdout.decode()
    assert "The heading 备注 stands here twice." in said
    assert "[column-roles]" in said
    assert "1 error" in said


@pytest.mark.parametrize(
    ("heading", "cell"), [("a=b", "x=y"), ("=SUM(A1)", "甲"), ("任=务＝", "乙")]
)
def test_a_heading_may_hold_an_equals_sign(
    sulist: Sulist, tmp_path: Path, heading: str, cell: str
) -> None:
    """The longest heading that begins what is asked for is meant."""
    text = TWICE.replace("备注: other", f'"{heading}": other, a: other')
    text = text.replace("备注: 甲", f'"{heading}": "{cell}", a: ""')
    (tmp_path / "items.yaml").write_text(text, encoding="utf-8")
    found = sulist.json("list", "--where", f"{heading}={cell}", "--file", "items.yaml")
    assert [one["id"] for one in found["items"]] == ["1-1"]


ASSIGNED = """title: 园区清单
year: 2022
total: 1
columns: {序号: serial, 任务: text, 责任单位: responsible, 时限: deadline}
categories:
  - number: 一
    title: 一
    items:
      - {id: 1-1, text: 修路。, responsible: 综合办, deadline: 5月底前}
      - {id: 1-2, text: 架桥。, responsible: 综合办, deadline: 9月底前, assigned: 2022-05-10}
      - {id: 1-3, part_of: 1-2, printed_serial: "", text: 设计。}
      - {id: 1-4, part_of: 1-2, printed_serial: "", text: 勘察。, assigned: 2022-03-01}
"""


def test_no_part_is_there_before_the_whole(sulist: Sulist, tmp_path: Path) -> None:
    """It was assigned with it, whatever its own day says; screens and documents of a day before lack both."""
    (tmp_path / "items.yaml").write_text(ASSIGNED, encoding="utf-8")
    items = sulist.json("list", "--as-of", "2022-06-01", "--file", "items.yaml")["items"]
    assert [one["assigned"] for one in items] == [None, "2022-05-10", "2022-05-10", "2022-03-01"]
    before = ("--as-of", "2022-04-01", "--file", "items.yaml")
    found = sulist.json("list", *before)
    assert [one["id"] for one in found["items"]] == ["1-1"]
    assert found["list"]["later"] == 3
    assert sulist.json("owing", *before)["owed"] == 1
    for kind, ending in (("list", "docx"), ("report", "docx"), ("ledger", "xlsx")):
        sulist.text("export", kind, "--output", f"x.{ending}", "--overwrite", *before)


def test_an_item_that_lacks_a_key_keeps_its_further_cells() -> None:
    """As many keys as a whole item has are no proof that none of them is a further one."""
    text = LIST.replace("        deadline: 3月底前\n", "")
    text = text.replace('        printed_serial: "6"\n', "")
    worklist, problems = examine_text(text.encode(), "items.yaml")
    assert worklist is not None
    assert ("missing-key", "2-3") in [(one.check, one.item) for one in problems]
    assert worklist.items[2].leaders == ("李某",)
    assert worklist.items[2].persons == ("钱三",)
