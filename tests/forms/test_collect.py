"""Forms that come back: the journal holds exactly what was filled in, whoever saved the file, and once."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from conftest import Terminal, examples
from forms_made import HEAD, LETTER, by_libreoffice, changed, filled, needs_libreoffice, read, sent
from hypothesis import given, settings
from hypothesis import strategies as st
from journals import progress, the_list
from running import everything

from sulist.base.plain import says_nothing
from sulist.base.showing import unsafe_character
from sulist.forms.collecting import collected
from sulist.forms.row_reports import said_by
from sulist.journal.record import as_line, from_data, parsed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Sulist

    from sulist.forms.collecting import Collected

MINE = {"SULIST_FILE": "mine/items.yaml", "SULIST_AS_OF": "2021-07-02"}
PLACE: dict[str, Any] = {"written": "2021-07-02T09:00:00+08:00", "seq": 1, "id": "r1"}
ROWS: dict[str, dict[str, object]] = {
    "1-5": {
        "status": "推进中",
        "percent": 0.45,
        "done": "金融商务区完成选址。\n已对接3家银行。",
        "problem": "用地指标未落实。",
        "next": "7月上旬报批。",
        "evidence": "选址意见书；会议纪要",
    },
    "2-3": {
        "status": "已完成",
        "done_on": date(2021, 6, 20),
        "done": "资金全部到位 😀 <script> ]]> -5%",
        "problem": "无",
    },
}
RECORDED = [
    {
        "on": "2021-06-30",
        "item": "1-5",
        "kind": "report",
        "unit": "区财政局",
        "role": "lead",
        "status": "in-progress",
        "percent": 45,
        "done": "金融商务区完成选址。\n已对接3家银行。",
        "problem": "用地指标未落实。",
        "next": "7月上旬报批。",
        "evidence": ["选址意见书", "会议纪要"],
        "period": "2021-06",
    },
    {
        "on": "2021-06-20",
        "item": "2-3",
        "kind": "report",
        "unit": "区财政局",
        "role": "lead",
        "status": "done",
        "done": "资金全部到位 😀 <script> ]]> -5%",
        "period": "2021-06",
    },
]


@pytest.fixture
def mine(sulist: Sulist) -> Sulist:
    """Sulist beside a list of one's own, with no journal yet."""
    sulist.text("init", "mine")
    return sulist


def journal(folder: Path) -> list[dict[str, Any]]:
    """What was recorded, without moments, numbers and names of records."""
    file = folder / "mine" / "progress.yaml"
    if not file.exists():
        return []
    lines = [json.loads(line[2:]) for line in file.read_text(encoding="utf-8").splitlines()]
    return [
        {key: value for key, value in line.items() if key not in ("written", "seq", "id")}
        for line in lines
        if "journal" not in line
    ]


def returned(folder: Path, unit: str = "区财政局", name: str = "back.xlsx") -> Path:
    """A form filled in as above."""
    return filled(sent(folder / name, unit), ROWS)


def test_what_was_filled_in_is_recorded(mine: Sulist, tmp_path: Path) -> None:
    """Exactly, and nothing else."""
    returned(tmp_path)
    said = mine.text("collect", "back.xlsx", "--yes", **MINE)
    assert journal(tmp_path) == RECORDED
    assert "Recorded 2 reports from back.xlsx." in said


@needs_libreoffice
@pytest.mark.parametrize("steps", [("xlsx",), ("ods", "xlsx")])
def test_it_does_not_matter_that_libreoffice_saved_it(
    mine: Sulist, tmp_path: Path, steps: tuple[str, ...]
) -> None:
    """Also by way of its own format."""
    file = by_libreoffice(returned(tmp_path), *steps)
    mine.text("collect", str(file), "--yes", **MINE)
    assert journal(tmp_path) == RECORDED


def sorted_otherwise(sheet: Any) -> None:
    """The rows in the opposite order."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD + 1)]
    for row, values in zip(sheet.iter_rows(min_row=HEAD + 1), reversed(rows), strict=True):
        for cell, value in zip(row, values, strict=True):
            cell.value = value


def columns_moved(sheet: Any) -> None:
    """The first column last, and an empty one before all."""
    for row in sheet.iter_rows(min_row=HEAD):
        first = row[0]
        sheet.cell(first.row, 20).value = first.value
        sheet.cell(first.row, 20).number_format = "@"
        first.value = None
    sheet.insert_cols(1)


def rows_above(sheet: Any) -> None:
    """Three more rows above the table."""
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.insert_rows(1, 3)


def filtered(sheet: Any) -> None:
    """A row hidden by a filter, the whole coloured, no longer protected, under another name."""
    from openpyxl.styles import PatternFill

    sheet.row_dimensions[HEAD + 1].hidden = True
    sheet.column_dimensions["B"].hidden = True
    for row in sheet.iter_rows():
        for cell in row:
            cell.fill = PatternFill("solid", fgColor="FFFF0000")
    sheet.protection.sheet = False
    sheet.title = "财政局6月"


def sealed(sheet: Any) -> None:
    """A remark below the table."""
    sheet.cell(HEAD + 5, 2).value = "（单位盖章）"


def printed_with_breaks(sheet: Any) -> None:
    """Line breaks and spaces in what is printed, as some programs put them."""
    cell = sheet[f"{LETTER['text']}{HEAD + 1}"]
    cell.value = cell.value.replace("。", "。 \n", 1)


def last_report_gone(sheet: Any) -> None:
    """The column of the last report, which nobody needs back."""
    sheet.delete_cols(1 + ord(LETTER["last"]) - ord("A"))


MOVED = [
    *(sorted_otherwise, columns_moved, rows_above, filtered, sealed, printed_with_breaks),
    last_report_gone,
]


@pytest.mark.parametrize("change", MOVED, ids=lambda one: one.__name__)
def test_it_does_not_matter_what_the_unit_did_to_the_sheet(
    mine: Sulist, tmp_path: Path, change: Callable[[Any], None]
) -> None:
    """Sorted, moved, filtered, coloured, sealed: what was filled in is found by headings and ids."""
    changed(returned(tmp_path), change)
    mine.text("collect", "back.xlsx", "--yes", **MINE)
    assert sorted(journal(tmp_path), key=str) == sorted(RECORDED, key=str)


def test_a_second_collect_adds_nothing(mine: Sulist, tmp_path: Path) -> None:
    """Nor on another day, nor under another name, nor twice in one go."""
    returned(tmp_path)
    returned(tmp_path, name="copy.xlsx")
    mine.text("collect", "back.xlsx", "copy.xlsx", "--yes", **MINE)
    before = (tmp_path / "mine" / "progress.yaml").read_bytes()
    later = MINE | {"SULIST_AS_OF": "2021-07-20"}
    for words in (["back.xlsx"], ["copy.xlsx"], ["back.xlsx", "--on", "2021-07-01"]):
        said = mine.text("collect", *words, "--yes", **later)
        assert "There is nothing new to record." in said
    assert (tmp_path / "mine" / "progress.yaml").read_bytes() == before


def test_a_corrected_form_adds_only_what_is_new(mine: Sulist, tmp_path: Path) -> None:
    """The first report stays in the journal, which is never rewritten; a correction takes it back."""
    file = returned(tmp_path)
    mine.text("collect", "back.xlsx", "--yes", **MINE)
    filled(file, {"1-5": {"percent": 0.5}})
    mine.text("collect", "back.xlsx", "--yes", **MINE)
    said = [(one["kind"], one["item"], one.get("percent")) for one in journal(tmp_path)]
    assert said == [
        *(("report", "1-5", 45), ("report", "2-3", None)),
        *(("correction", "1-5", None), ("report", "1-5", 50)),
    ]


def test_what_was_taken_back_can_come_again(mine: Sulist, tmp_path: Path) -> None:
    """A report that was undone is not in the journal any more."""
    returned(tmp_path)
    mine.text("collect", "back.xlsx", "--yes", **MINE)
    mine.text("undo", "2-3", **MINE)
    mine.text("collect", "back.xlsx", "--yes", **MINE)
    assert [one["kind"] for one in journal(tmp_path)] == [*["report"] * 2, "correction", "report"]


def test_a_dry_run_shows_and_records_nothing(mine: Sulist, tmp_path: Path) -> None:
    """What would be recorded, what is blank, and who has not sent one, these counted in."""
    filled(sent(tmp_path / "back.xlsx", "区财政局"), {"1-5": ROWS["1-5"]})
    said = mine.text("collect", "back.xlsx", "--dry-run", **MINE)
    assert "1 report to record; not filled in: 2-3" in said
    assert "金融商务区完成选址。" in said
    assert "区财政局: nothing on 2-3" in said
    assert "区农办: no report yet (2-5)" in said
    assert journal(tmp_path) == []


def test_a_script_has_to_say_yes(mine: Sulist, tmp_path: Path) -> None:
    """Where nobody can be asked, nothing is recorded unasked."""
    returned(tmp_path)
    done = mine("collect", "back.xlsx", **MINE)
    assert done.returncode == 2
    assert "Say --yes to record" in done.stderr.decode()
    assert journal(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
@pytest.mark.parametrize(("answer", "recorded"), [("y", 2), ("n", 0)])
def test_on_a_terminal_it_asks(mine: Sulist, tmp_path: Path, answer: str, recorded: int) -> None:
    """After it has shown what it will record."""
    import pty
    import subprocess

    returned(tmp_path)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "sulist", "collect", "back.xlsx"],
        cwd=tmp_path,
        env=os.environ | MINE | {"SULIST_LANG": "en", "TERM": "dumb"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    os.write(ours, f"{answer}\n".encode())
    said = b"".join(everything(ours)).decode()
    assert process.wait(timeout=60) == 0
    assert said.index("金融商务区完成选址") < said.index("Record these 2 reports?")
    assert len(journal(tmp_path)) == recorded


def put(key: str, value: object, row: int = HEAD + 1) -> Callable[[Any], None]:
    """A value in a column of a row."""

    def change(sheet: Any) -> None:
        sheet[f"{LETTER[key]}{row}"].value = value

    return change


def number(key: str, value: float, form: str) -> Callable[[Any], None]:
    """A number in a form."""

    def change(sheet: Any) -> None:
        cell = sheet[f"{LETTER[key]}{HEAD + 1}"]
        cell.value, cell.number_format = value, form

    return change


def merged(cells: str) -> Callable[[Any], None]:
    """Cells made one, as people do where a text is meant for both."""
    return lambda sheet: sheet.merge_cells(cells)


def twice(sheet: Any) -> None:
    """The second row is a copy of the first."""
    for cell in sheet[HEAD + 1]:
        sheet.cell(HEAD + 2, cell.column).value = cell.value


DOUBTS: list[tuple[Callable[[Any], None], str, str]] = [
    (put("id", "2-7"), "A6", "2-7 is not led by 区财政局"),
    (put("id", "9-9"), "A6", "This row is filled in, but its 序号 9-9 is no item of 区财政局"),
    (put("id", date(2021, 1, 5)), "A6", "This row is filled in, but its 序号 2021-01-05"),
    (put("id", None), "A6", "This row is filled in, but nothing stands under 序号"),
    (twice, "A7", "1-5 stands here again; it is in A6 already"),
    (put("text", "别的事项。"), "B6", "The printed cell 事项名称 of 1-5 was changed"),
    (put("deadline", "12月31日前"), "C6", "The printed cell 完成时限 of 1-5 was changed"),
    (put("deadline", "=A1"), "C6", "The printed cell 完成时限 of 1-5 was changed"),
    (put("status", "办结"), "E6", "办结 is no state that a unit reports"),
    (put("status", 1), "E6", "1 is no state"),
    (put("percent", 1.2), "F6", "120 % is no percentage"),
    (put("percent", -0.1), "F6", "-10 % is no percentage"),
    (put("percent", 0.333), "F6", "33.3 % is no percentage"),
    (put("percent", "一半"), "F6", "一半 is no percentage"),
    (put("percent", "0.5"), "F6", "0.5 is no percentage"),
    (number("percent", 0.5, "General"), "F6", "0.5 is no percentage"),
    (number("percent", 1, "General"), "F6", "1 is no percentage"),
    (put("percent", True), "F6", "TRUE is no percentage"),
    (put("percent", 1), "F6", "It is at 100 %, but the state is not 已完成"),
    (put("percent", "=0.5"), "F6", "A formula stands here"),
    (put("percent", 0.9, HEAD + 2), "F7", "The state is 已完成, but the percentage is 90"),
    (put("status", "未启动"), "F6", "The state is 未启动, but the percentage is 45"),
    (put("done_on", None, HEAD + 2), "G7", "The state is 已完成, but 完成日期 is empty"),
    (put("done_on", "2月30日", HEAD + 2), "G7", "2月30日 is no date"),
    (put("done_on", date(2012, 6, 20), HEAD + 2), "G7", "2012-06-20 is long before the list"),
    (put("done_on", "六月", HEAD + 2), "G7", "六月 is no date"),
    (put("done_on", "06-20", HEAD + 2), "G7", "06-20 is no date"),
    (number("done_on", 44367, "General"), "G6", "44367 is no date"),
    (put("done_on", date(2021, 6, 1)), "G6", "There is a 完成日期, but the state is not 已完成"),
    (put("done_on", date(2021, 8, 1), HEAD + 2), "G7", "2021-08-01 has not come yet"),
    (put("done", "=cmd|' /C calc'!A0"), "H6", "A formula stands here"),
    (put("done", "=HYPERLINK(\"http://x\",\"点\")"), "H6", "A formula stands here"),
    (put("done", "＝1+1"), "H6", "进展情况 begins like a formula"),
    (put("done", "#REF!"), "H6", "An error of the spreadsheet stands here"),
    (put("done", "a\u202eb"), "H6", "The invisible character U+202E stands in 进展情况"),
    (merged("E6:E7"), "E7", "This cell is merged with another"),
    (merged("H6:H7"), "H7", "This cell is merged with another"),
    (merged("H6:I6"), "I6", "This cell is merged with another"),
    (put("next", "a_x0007_b"), "J6", "The invisible character U+0007 stands in 下步打算"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "cell", "said"), DOUBTS)
def test_a_doubt_is_told_by_its_cell_and_the_file_is_not_taken(
    tmp_path: Path, change: Callable[[Any], None], cell: str, said: str
) -> None:
    """As file!sheet!cell; the file is taken whole or not at all."""
    found = looked_at(changed(returned(tmp_path), change))
    assert found.taken == ()
    (refused,) = found.refused
    assert [one.place for one in refused.doubts] == [f"back.xlsx!反馈表!{cell}"]
    assert said in refused.doubts[0].message
    assert refused.doubts[0].remedy


def looked_at(*files: Path) -> Collected:
    """What collecting makes of some files, where nothing was reported before."""
    today = date(2021, 7, 2)
    forms = [said_by(read(file), the_list(), date(2021, 6, 30), today) for file in files]
    return collected(forms, progress((), "07-02"))


def test_a_doubt_ends_with_a_message_and_an_exit_code(mine: Sulist, tmp_path: Path) -> None:
    """And the journal is as it was."""
    changed(returned(tmp_path), put("percent", 1.2))
    done = mine("collect", "back.xlsx", "--yes", **MINE)
    assert "back.xlsx!反馈表!F6: 120 % is no percentage" in done.stdout.decode()
    assert "1 file was not taken" in done.stderr.decode()
    assert (done.returncode, journal(tmp_path)) == (3, [])


READ = [
    ("percent", "45%", "", {"percent": 45}),
    ("percent", "４５", "", {"percent": 45}),
    ("percent", 45, "General", {"percent": 45}),
    ("percent", 0, "0%", {"percent": 0}),
    ("evidence", "一；二;三\n四", "", {"evidence": ("一", "二", "三", "四")}),
    ("done", 42, "General", {"done": "42"}),
    ("done", "无进展", "", {"done": "无进展"}),
    ("next", "暂无", "", {"next": ""}),
    ("problem", "不存在问题。", "", {"problem": ""}),
    ("problem", "Ｎ／Ａ", "", {"problem": ""}),
    ("next", "略", "", {"next": ""}),
    ("done", "不存在问题", "", {"done": ""}),
    ("done", "—", "", {"done": ""}),
    ("problem", "没有用地指标", "", {"problem": "没有用地指标"}),
    ("problem", "无资金。", "", {"problem": "无资金。"}),
    ("evidence", "一；无；二", "", {"evidence": ("一", "二")}),
    ("done", "  前后空格 \n", "", {"done": "前后空格"}),
    ("done", "一_x000D_\n二", "", {"done": "一\n二"}),
    ("problem", "-2项未落实", "", {"problem": "-2项未落实"}),
]


@pytest.mark.parametrize(("key", "value", "form", "wanted"), READ)
def test_what_is_clear_is_read(
    tmp_path: Path, key: str, value: object, form: str, wanted: dict[str, object]
) -> None:
    """However it was typed."""

    def fill(sheet: Any) -> None:
        cell = sheet[f"{LETTER[key]}{HEAD + 1}"]
        cell.value, cell.number_format = value, form or cell.number_format

    first = looked_at(changed(returned(tmp_path), fill)).new[0]
    assert {name: getattr(first, name) for name in wanted} == wanted


@pytest.mark.parametrize(
    "written", ["2021-06-20", "2021/6/20", "2021.6.20", "2021年6月20日", "6月20日"]
)
def test_a_date_may_be_typed_as_text(tmp_path: Path, written: str) -> None:
    """In the forms that say one day only; without a year it is of the list's."""
    file = changed(returned(tmp_path), put("done_on", written, HEAD + 2))
    assert looked_at(file).new[1].on == date(2021, 6, 20)


def test_all_doubts_of_a_file_are_told_at_once(mine: Sulist, tmp_path: Path) -> None:
    """So that a unit has to be called only once."""
    file = returned(tmp_path)
    for change in (put("percent", 1.2), put("text", "x"), put("done_on", "明天", HEAD + 2)):
        changed(file, change)
    told = mine("collect", "back.xlsx", "--yes", **MINE).stdout.decode()
    assert [cell for cell in ("B6", "F6", "G7") if f"!{cell}: " in told] == ["B6", "F6", "G7"]


def test_of_very_many_doubts_the_first_are_told_and_the_others_counted(
    mine: Sulist, tmp_path: Path
) -> None:
    """A file full of them is another file, not a form."""

    def fill(sheet: Any) -> None:
        for row in range(HEAD + 3, HEAD + 103):
            sheet.cell(row, 7).value = "推进中"

    changed(returned(tmp_path), fill)
    told = mine("collect", "back.xlsx", "--yes", **MINE).stdout.decode()
    assert told.count("but nothing stands under 序号") == 50
    assert "50 more doubts." in told


def test_the_other_files_are_taken(mine: Sulist, tmp_path: Path) -> None:
    """A file in doubt keeps no other one back."""
    returned(tmp_path)
    changed(returned(tmp_path, name="bad.xlsx"), put("percent", 1.2))
    filled(sent(tmp_path / "b.xlsx", "区农办"), {"2-5": {"status": "推进中"}})
    done = mine("collect", "bad.xlsx", "back.xlsx", "b.xlsx", "--yes", **MINE)
    assert done.returncode == 3
    assert [one["item"] for one in journal(tmp_path)] == ["1-5", "2-3", "2-5"]


def test_a_state_that_cannot_follow_is_a_doubt(mine: Sulist, tmp_path: Path) -> None:
    """At the cell of the state, with the journal's own reason."""
    returned(tmp_path)
    mine.text("log", "1-5", "--status", "done", "--on", "2021-06-01", **MINE)
    mine.text("close", "1-5", "--on", "2021-06-02", **MINE)
    done = mine("collect", "back.xlsx", "--yes", **MINE)
    assert "back.xlsx!反馈表!E6: 1-5 was closed on 2021-06-02." in done.stdout.decode()
    assert (done.returncode, len(journal(tmp_path))) == (3, 2)


def test_a_day_before_a_later_report_is_a_doubt(mine: Sulist, tmp_path: Path) -> None:
    """It cannot have been done on the 20th when its lead said on the 25th that it was under way."""
    returned(tmp_path)
    mine.text("log", "2-3", "--percent", "80", "--on", "2021-06-25", **MINE)
    done = mine("collect", "back.xlsx", "--yes", **MINE)
    assert "back.xlsx!反馈表!G7: 2-3 was done on 2021-06-20" in done.stdout.decode()


def test_two_files_that_contradict_each_other_are_a_doubt(mine: Sulist, tmp_path: Path) -> None:
    """Which of them counts is for a person to say, not for the order of their names; none is taken."""
    returned(tmp_path)
    changed(returned(tmp_path, name="other.xlsx"), put("percent", 0.5))
    for files in (("back.xlsx", "other.xlsx"), ("other.xlsx", "back.xlsx")):
        done = mine("collect", *files, "--yes", **MINE)
        said = done.stdout.decode()
        assert done.returncode == 3
        assert "other.xlsx!反馈表!E6: 1-5: back.xlsx says something else" in said
        assert "back.xlsx!反馈表!E6: 1-5: other.xlsx says something else" in said
        assert journal(tmp_path) == []


def test_files_of_one_name_are_told_apart(mine: Sulist, tmp_path: Path) -> None:
    """Each unit's in a folder of its own: then places and headings name the path."""
    for folder in ("财政局", "农办"):
        (tmp_path / folder).mkdir()
    returned(tmp_path / "财政局", name="反馈表.xlsx")
    sent(tmp_path / "农办" / "反馈表.xlsx", "区农办")
    changed(tmp_path / "农办" / "反馈表.xlsx", put("percent", 1.2))
    done = mine("collect", "财政局/反馈表.xlsx", "农办/反馈表.xlsx", "--yes", **MINE)
    said = done.stdout.decode()
    assert "区财政局, 2021-06, 财政局/反馈表.xlsx" in said
    assert "Not taken: 农办/反馈表.xlsx" in said
    assert "农办/反馈表.xlsx!反馈表!F6: 120 %" in said
    assert "Recorded 2 reports from 财政局/反馈表.xlsx." in said
    assert journal(tmp_path) == RECORDED


def test_two_files_that_say_the_same_are_one(mine: Sulist, tmp_path: Path) -> None:
    """A form that was sent twice, under two names."""
    returned(tmp_path)
    returned(tmp_path, name="other.xlsx")
    mine.text("collect", "other.xlsx", "back.xlsx", "--yes", **MINE)
    assert journal(tmp_path) == RECORDED


def test_two_files_with_rows_of_their_own_are_both_taken(mine: Sulist, tmp_path: Path) -> None:
    """Two colleagues of a unit, each with an item."""
    sent(tmp_path / "one.xlsx", "区财政局")
    filled(tmp_path / "one.xlsx", {"1-5": ROWS["1-5"]})
    sent(tmp_path / "two.xlsx", "区财政局")
    filled(tmp_path / "two.xlsx", {"2-3": ROWS["2-3"]})
    mine.text("collect", "two.xlsx", "one.xlsx", "--yes", **MINE)
    assert sorted(journal(tmp_path), key=str) == sorted(RECORDED, key=str)


def test_a_row_that_is_gone_is_a_doubt(mine: Sulist, tmp_path: Path) -> None:
    """It may have been filled in."""
    changed(returned(tmp_path), lambda sheet: sheet.delete_rows(HEAD + 2))
    done = mine("collect", "back.xlsx", "--yes", **MINE)
    assert "back.xlsx!反馈表: The row of 2-3 is missing." in done.stdout.decode()


def test_what_is_not_read_is_told(mine: Sulist, tmp_path: Path) -> None:
    """A column, a row, a comment, a sheet, a picture of the unit's own: nothing is dropped in silence."""
    from openpyxl.chart import BarChart
    from openpyxl.comments import Comment

    def change(sheet: Any) -> None:
        sheet["L5"].value, sheet["L6"].value = "联系人", "张三"
        sheet["H6"].comment = Comment("请领导过目", "张三")
        sheet.parent.create_sheet("附件").append(["一"])
        sheet["B9"].value = "说明：1-5拟申请延期。"
        sheet.merge_cells("B9:K10")
        sheet.add_chart(BarChart(), "A12")

    changed(returned(tmp_path), change)
    said = mine.text("collect", "back.xlsx", "--yes", **MINE)
    for told in (
        "back.xlsx!反馈表!L5: a column of the unit's own, not read",
        "back.xlsx!反馈表!H6: a comment on a cell, not read",
        "back.xlsx!附件!A1: a sheet of the unit's own, not read",
        "back.xlsx!反馈表!B9: a row of the unit's own, not read",
        "back.xlsx: pictures or other objects, not read",
    ):
        assert told in said


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
@pytest.mark.usefixtures("mine")
def test_many_files_show_how_far_they_are(tmp_path: Path) -> None:
    """On a terminal only, and from five on."""
    for number in range(5):
        returned(tmp_path, name=f"{number}.xlsx")
    terminal = Terminal(tmp_path)
    command = "sulist collect {} --dry-run --file mine/items.yaml --on 2021-07-02"
    said = terminal.type(command.format("*.xlsx"))
    assert "Reading" in said
    assert "100%" in said
    assert "Reading" not in terminal.type(command.format("*.xlsx") + " 2> /dev/null")
    assert "Reading" not in terminal.type(command.format("0.xlsx"))


def test_an_empty_form_is_no_report(mine: Sulist, tmp_path: Path) -> None:
    """The unit still owes one."""
    sent(tmp_path / "back.xlsx", "区财政局")
    said = mine.text("collect", "back.xlsx", "--yes", **MINE)
    assert "区财政局: no report yet (1-5、2-3)" in said
    assert "There is nothing new to record." in said
    assert journal(tmp_path) == []


def test_a_form_of_another_list_is_not_taken(mine: Sulist, tmp_path: Path) -> None:
    """Both lists are named."""
    returned(tmp_path)
    items = tmp_path / "mine" / "items.yaml"
    text = items.read_text(encoding="utf-8")
    items.write_text(text.replace("2021年新时代", "2021年度新时代", 1), encoding="utf-8")
    done = mine("collect", "back.xlsx", "--yes", **MINE)
    assert "back.xlsx: This is a form of 赣州蓉江新区2021年新时代" in done.stdout.decode()
    assert done.returncode == 3


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
@settings(max_examples=examples(60), deadline=None, derandomize=True, database=None)
def test_any_text_is_recorded_as_it_is_or_is_a_doubt(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """Through a workbook and into a line of the journal: never another text."""
    file = sent(tmp_path_factory.mktemp("any") / "back.xlsx", "区财政局")

    def fill(sheet: Any) -> None:
        cell = sheet[f"{LETTER['done']}{HEAD + 1}"]
        cell.value = text
        if cell.data_type == "f":
            cell.data_type = "s"

    found = looked_at(changed(file, fill))
    if found.refused:
        assert unsafe_character(text) or text.strip().startswith(("=", "＝"))
    else:
        said = [one.done for one in found.new]
        assert said == ([] if says_nothing(text) else [text.strip()])
        assert [
            from_data(parsed(as_line(one._replace(**PLACE))), 0).done for one in found.new
        ] == said
