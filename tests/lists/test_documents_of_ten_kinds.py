"""Every document prints a list in its own form: its headings, its serials, its parts, and what could not be read."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from forms_made import changed, read, texts_in, typed_in
from journals import record
from papers import paragraphs, tables
from truths import TRUTHS

from sulist.asking.query import Query
from sulist.forms.collecting import collected
from sulist.forms.layout import led_by
from sulist.forms.row_reports import said_by
from sulist.journal.journal import Journal
from sulist.listfile.printing import Printing
from sulist.listfile.worklist import load, load_text
from sulist.standing.periods import period_named, period_of
from sulist.standing.settings import Reports
from sulist.standing.tracking import Progress
from sulist.write.documents import build
from sulist.write.sheet.form import form

if TYPE_CHECKING:
    from conftest import Sulist

    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList

LISTS = Path(__file__).parent
NAMES = pytest.mark.parametrize("name", TRUTHS)
# An item whose lead cell is no unit, its part, and one led by a unit that is on no roster.
BAD = """
title: 某县2022年重点任务
year: 2022
columns: {类别: category, 编号: serial, 重点任务: text, 主办单位: lead, 完成时间: deadline, 备注: other}
categories:
  - number: 一
    title: 工业
    items:
      - {id: 1-1, text: 建设产业园。, lead: 县发改局, deadline: 6月底前, more: {备注: 续建}}
      - {id: 1-2, text: 引进企业。, lead: （见附件三）, deadline: 7月底前}
      - {id: 1-3, part_of: 1-2, printed_serial: "", text: 引进一家。}
  - number: 二
    title: 农业
    items:
      - {id: 2-1, text: 修渠。, lead: 县水务局, deadline: 待上级通知}
      - {id: 2-2, text: 种树。, lead: 县林叶局, deadline: 8月底前}
units: {县直部门: [县发改局, 县水务局, 县林业局]}
"""


def on_its_day(name: str) -> WorkList:
    """One of the ten lists, as of the day of its truth."""
    return load(LISTS / f"{name}.yaml").on(date.fromisoformat(TRUTHS[name].as_of))


def made(kind: str, worklist: WorkList, as_of: str, *records: Record, **more: Any) -> bytes:
    """A document of a whole list."""
    day = date.fromisoformat(as_of)
    known = Progress(worklist, Journal("", records), day)
    return build(kind, worklist, more.pop("query", Query()), day, known, **more)


def sheet_rows(data: bytes, head: int = 3) -> list[list[str]]:
    """The rows of a workbook's first sheet from the headings on, as texts."""
    from openpyxl import load_workbook

    sheet = load_workbook(BytesIO(data)).worksheets[0]
    rows = sheet.iter_rows(min_row=head, values_only=True)
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


def holds(worklist: WorkList, item: WorkItem) -> list[str]:
    """What holds for an item in each printed column: its own cell, or what it has from its parent."""
    above = {one.id: one for one in worklist.items}.get(item.part_of)
    own = [item.cell(column) for column in worklist.columns]
    if above is None:
        return own
    for at, column in enumerate(worklist.columns):
        unit = column.key in ("lead", "responsible") and not (item.lead_text or own[at])
        if column.key == "deadline" and "deadline" in item.inherits:
            own[at] = above.deadline.text
        elif unit and "lead" in item.inherits and column.key == worklist.leads_by[:11]:
            own[at] = above.written(column.key)
    return own


@NAMES
def test_the_word_list_has_the_columns_and_the_cells_of_the_list(name: str) -> None:
    """In their order; a part says what it has from its parent, merged or not, and nobody else's."""
    worklist, truth = on_its_day(name), TRUTHS[name]
    (rows,) = tables(made("list", worklist, truth.as_of))
    assert rows[0] == list(truth.columns)
    width = len(truth.columns)
    serial = next((at for at, one in enumerate(worklist.columns) if one.role == "serial"), None)
    found = sorted(row for row in rows[1:] if len(row) == width)
    wanted = []
    for item in worklist.items:
        cells = holds(worklist, item)
        if serial is not None and not cells[serial]:
            cells[serial] = next(
                one.printed_serial for one in worklist.items if one.id == item.part_of
            )
        wanted.append(cells)
    assert [["".join(cell.split()) for cell in row] for row in found] == sorted(
        ["".join(cell.split()) for cell in row] for row in wanted
    )


def test_a_part_that_stands_away_from_its_parent_is_printed_below_it() -> None:
    """3-4 of the school is a part of 3-2, and keeps its serial."""
    (rows,) = tables(made("list", on_its_day("school"), TRUTHS["school"].as_of))
    assert [row[0] for row in rows if row[0].isdigit()][-4:] == ["1", "2", "4", "3"]


def test_counts_are_the_printed_ones_and_what_came_in_the_year_is_said() -> None:
    """A reader who counts the rows finds why they are more; parts are told apart where no count is printed."""
    minsheng = made("list", on_its_day("minsheng"), "2023-08-01")
    assert paragraphs(minsheng)[1:] == [
        "（2023年2月8日）",
        "（共11项，另年中交办1项）",
        "注：年中交办的事项：2-7（2023年7月10日）。",
    ]
    meeting = tables(made("list", on_its_day("meeting"), "2022-09-20"))[0]
    assert [row[0].partition("会议")[2] for row in meeting if len(row) == 1] == [
        "（5项）",
        "（年中交办3项）",
    ]
    tasks = made("list", on_its_day("tasks"), "2022-07-01")
    assert "（共5项、分项7项）" in paragraphs(made("list", on_its_day("tasks"), "2022-05-01"))
    band = next(row[0] for row in tables(tasks)[0] if len(row) == 1)
    assert band.endswith("（3项、分项3项）")


def test_a_column_of_categories_stands_in_place_of_their_rows() -> None:
    """Its cell is one for all items of a category."""
    worklist = load_text(BAD.encode(), "l.yaml")
    (rows,) = tables(made("list", worklist, "2022-05-01"))
    assert [row[:3] for row in rows] == [
        ["类别", "编号", "重点任务"],
        ["工业", "1", "建设产业园。"],
        ["工业", "2", "引进企业。"],
        ["工业", "2", "引进一家。"],
        ["农业", "1", "修渠。"],
        ["农业", "2", "种树。"],
    ]
    ledger = sheet_rows(made("ledger", worklist, "2022-05-01"))
    assert [row[:3] for row in ledger[:3]] == [
        ["编号（反馈）", "类别", "编号"],
        ["1-1", "工业", "1"],
        ["1-2", "工业", "2"],
    ]


@NAMES
def test_the_ledger_has_a_row_an_item_with_all_printed_cells(name: str) -> None:
    """Each row stands for itself: what a part has from its parent is marked, and it has its id."""
    worklist, truth = on_its_day(name), TRUTHS[name]
    rows = sheet_rows(made("ledger", worklist, truth.as_of))
    titles = rows[0]
    assert len(set(titles)) == len(titles)
    assert [one for one in titles if one in truth.columns] == list(truth.columns)
    by_id = {row[0]: dict(zip(titles, row, strict=True)) for row in rows[1:]}
    ids = [item.id for item in worklist.items]
    assert sorted(one for one in by_id if one in ids) == sorted(ids)
    for item in worklist.items:
        row = by_id[item.id]
        for column, text in zip(worklist.columns, holds(worklist, item), strict=True):
            if column.role != "serial" or titles[0] != column.heading:
                shown = row[column.heading]
                assert shown in (text, f"{text}（随{item.part_of}）"), (item.id, column.heading)
                assert ("（随" in shown) == (text != item.cell(column))


def test_what_could_not_be_read_is_marked_in_the_ledger() -> None:
    """In its cell, beside its item, and below the table."""
    from openpyxl import load_workbook

    data = made("ledger", on_its_day("hospital"), "2022-06-10")
    rows = sheet_rows(data)
    (row,) = (row for row in rows if row[0] == "3-2")
    assert row[-1] == "“完成时限”未能识别，请核实。"
    assert rows[-1][0] == "注：3-2的完成时限“待省卫生健康委通知”未能识别，到期情况未包含该项。"
    sheet = load_workbook(BytesIO(data)).worksheets[0]
    marked = [
        cell.value
        for line in sheet.iter_rows()
        for cell in line
        if cell.fill.bgColor.rgb and cell.font.i
    ]
    assert marked == ["待省卫生健康委通知"]


def in_progress(sheet: str) -> dict[str, str]:
    """In each row of a form what is done, and that more is to come."""
    at = {title: column for column, _row, title in texts_in(sheet, r"[A-Z]+5")}
    said = next(one for one in at if one.startswith("进展情况"))
    rows = [(row, text) for _column, row, text in texts_in(sheet, r"A\d+") if int(row) > 5]
    return {
        cell: written
        for row, text in rows
        for cell, written in ((f"{at['状态']}{row}", "推进中"), (f"{at[said]}{row}", f"做了{text}"))
    }


@NAMES
def test_forms_come_back_as_they_went_out(tmp_path: Path, name: str) -> None:
    """Each unit's form, filled in: a report on each of its items, no doubt, nothing unread."""
    worklist, truth = on_its_day(name), TRUTHS[name]
    day = date.fromisoformat(truth.as_of)
    known = Progress(worklist, Journal(""), day)
    filled = []
    wanted = set()
    for number, (unit, items) in enumerate(led_by(worklist).items()):
        file = tmp_path / f"{number}.xlsx"
        period = period_of(day, Reports())
        file.write_bytes(form(known, unit, items, f"{day:%Y-%m}", period))

        one = said_by(read(typed_in(file, in_progress)), worklist, day, day)
        assert (one.doubts, one.returned.notes, one.unit) == ((), (), unit)
        filled.append(one)
        for item in items:
            dates = len(item.deadline.milestones)
            wanted |= {(unit, item.id, step) for step in range(dates + 1 if dates > 1 else 1)}
    found = collected(filled, known)
    assert found.refused == ()
    assert {(one.unit, one.item, one.milestone) for one in found.new} == wanted
    assert all(one.done.startswith(f"做了{one.item}") for one in found.new)


def test_a_form_has_the_list_s_headings_beside_its_own(tmp_path: Path) -> None:
    """What an item is and by when; 存在问题 of a list of problems is not what the unit reports as one."""
    worklist = on_its_day("rectification")
    known = Progress(worklist, Journal(""), date(2022, 6, 15))
    items = led_by(worklist)["县城管局"]
    data = form(known, "县城管局", items, "2022-06", period_named("2022-06", Reports()))
    rows = sheet_rows(data, 5)
    own = ["序号", "存在问题", "整改措施", "整改时限"]
    assert rows[0][:4] == own
    assert rows[0][4:] == [
        *("上次反馈", "状态", "完成比例", "完成日期"),
        *("进展情况", "存在问题（反馈）", "下步打算", "佐证"),
    ]
    assert [row[0] for row in rows[1:]] == ["2-2", "2-6"]


def test_a_form_whose_list_has_other_columns_now_is_a_doubt(tmp_path: Path) -> None:
    """Its cells could not be compared."""
    text = (LISTS / "minsheng.yaml").read_text()
    worklist = load_text(text.encode(), "l.yaml").on(date(2023, 8, 1))
    day = date(2023, 8, 1)
    file = tmp_path / "a.xlsx"
    known = Progress(worklist, Journal(""), day)
    items = led_by(worklist)["区城管局"]
    file.write_bytes(form(known, "区城管局", items, "2023-08", period_named("2023-08", Reports())))
    now = load_text(text.replace("主要内容", "建设内容").encode(), "l.yaml").on(day)
    (doubt,) = said_by(read(file), now, day, day).doubts
    assert "other columns now" in doubt.message


def test_dispatch_names_what_may_be_in_no_form(sulist: Sulist, tmp_path: Path) -> None:
    """A lead cell that could not be read, its item's parts, a unit that is on no roster: none gets a guess."""
    (tmp_path / "bad.yaml").write_text(BAD)
    said = sulist.text("dispatch", "-d", "out", SULIST_FILE="bad.yaml", SULIST_AS_OF="2022-05-10")
    assert sorted(file.name[:4] for file in (tmp_path / "out").iterdir()) == [
        "县发改局",
        "县水务局",
    ]
    assert said.splitlines()[-3:] == [
        "1-2 may be missing from a form: its 主办单位 could not be read: （见附件三）.",
        "1-3 may be missing from a form: the 主办单位 of 1-2 could not be read: （见附件三）.",
        "2-2 may be missing from a form: its 主办单位 could not be read: 县林叶局.",
    ]
    above = read(tmp_path / "out" / "县水务局-2022年5月反馈表.xlsx")
    assert above.notes == ()
    (note,) = above.marker.notes
    assert note.startswith("以下内容未能识别，由你单位牵头而未列入的，请告知——")
    assert note.endswith(
        "1-2（引进企业）的主办单位“（见附件三）”；1-3（引进一家）的主办单位“（见附件三）”；2-2（种树）的主办单位“县林叶局”。"
    )


def test_who_answers_in_person_is_said(sulist: Sulist, tmp_path: Path) -> None:
    """Where no unit is named, the persons of the item get the form."""
    file = str(LISTS / "meeting.yaml")
    said = sulist.text("dispatch", "-d", "out", SULIST_FILE=file, SULIST_AS_OF="2022-09-20")
    assert "2-3 names no unit: its form is for 李某、王一." in said
    assert "no lead unit" not in said
    file = str(LISTS / "hospital.yaml")
    said = sulist.text("dispatch", "-d", "two", SULIST_FILE=file, SULIST_AS_OF="2022-06-10")
    assert "1-6 names no unit, only 责任人: 郑七. No form is made for a person." in said


def test_a_letter_says_whom_to_call_and_what_could_not_be_read() -> None:
    """Person and telephone as printed; the unit whose item has no readable date is told so."""
    data = made("letters", on_its_day("continuous"), "2025-05-06")
    rows = [row for table in tables(data) for row in table]
    assert ["序号", "工作任务", "完成时限", "催办事由", "你单位上次反馈"] in rows
    assert ["12", "发放惠企贷款3亿元\n联系人及电话：蒋十一 13800000013"] in [
        row[:2] for row in rows
    ]
    said = paragraphs(made("letters", on_its_day("hospital"), "2022-06-10"))
    assert (
        "1-2的主办单位“（见附件三）”，1-3的主办单位“（见附件三）”，2-2的主办单位“县林叶局”未能识别，如由你单位牵头，请一并反馈。"
        in paragraphs(made("letters", load_text(BAD.encode(), "l.yaml"), "2022-06-20"))
    )
    assert said.count("3-2的完成时限“待省卫生健康委通知”未能识别，请按原文办理。") == 1


def test_the_report_speaks_of_the_list_in_its_own_words() -> None:
    """Its headings and printed serials, parts with what they are of, who came when, by which rule units lead."""
    who = {"unit": "县税务局", "role": "lead"}
    report = record("2022-06-25", "in-progress", 1, "2-2", problem="缺少经费", **who)
    data = made("report", on_its_day("tasks").on(date(2022, 7, 1)), "2022-07-01", report)
    assert "1.编印政策汇编（第4项之1，县税务局反映）：缺少经费" in paragraphs(data), paragraphs(
        data
    )
    assert ["4之1", "编印政策汇编（属第4项：落实减税降费政策）", "县税务局"] in [
        row[:3] for table in tables(data) for row in table
    ]
    said = paragraphs(made("report", on_its_day("continuous"), "2025-05-06"))
    assert "注：清单没有写明牵头单位，以“责任单位”栏列第一位者为牵头单位。" in said
    annex = tables(made("report", on_its_day("creation"), "2023-01-01"))[-1]
    assert annex[0] == ["编号", "指标要求", "牵头单位", "状态", "最近反馈"]


def test_a_printed_serial_names_an_item_only_where_no_other_has_it() -> None:
    """Else its id does, in the report as on the screen."""
    text = BAD.replace("id: 2-2, text", 'id: 2-2, printed_serial: "1", text')
    for written, name in ((BAD, "2-2"), (text, "2-2"), (text.replace('"1"', '"9"'), "2-2")):
        printing = Printing(load_text(written.encode(), "l.yaml"))
        assert printing.cited(printing.item("2-2")) == name
    renumbered = text.replace('"1"', '"5"').replace("id: 2-1,", 'id: 2-1, printed_serial: "4",')
    printing = Printing(load_text(renumbered.encode(), "l.yaml"))
    assert [printing.named(item) for item in printing.worklist.items] == [
        *("第1项", "第2项", "第2项之1", "第4项", "第5项")
    ]


def test_a_part_without_its_parent_says_what_it_is_a_part_of() -> None:
    """A selection may have the one and not the other; what the part has from it holds all the same."""
    worklist = on_its_day("tasks")
    chosen = Query(ids=("2-3", "1-4"))
    data = made("list", worklist, "2022-05-01", query=chosen)
    (rows,) = tables(data)
    assert [(row[0], row[2], row[-1]) for row in rows if len(row) == 6][1:] == [
        ("1.3", "县政务服务局", "2022年11月底前"),
        ("4之2", "县工商联", "每季度末"),
    ]
    assert paragraphs(data)[-2:] == [
        "注：第1.3项属第1项：推进“一件事”集成办理。",
        "注：第4项之2属第4项：落实减税降费政策。",
    ]


def test_a_day_without_a_year_is_a_doubt_where_the_list_has_none(tmp_path: Path) -> None:
    """A school's year has two of them."""
    worklist, day = on_its_day("school"), date(2022, 2, 10)
    known = Progress(worklist, Journal(""), day)
    file = tmp_path / "a.xlsx"
    items = led_by(worklist)["教研室"]
    file.write_bytes(form(known, "教研室", items, "2022-02", period_named("2022-02", Reports())))

    def fill(sheet: Any) -> None:
        at = {cell.value: cell.column for cell in sheet[5]}
        sheet.cell(6, at["状态"]).value = "已完成"
        sheet.cell(6, at["完成日期"]).value = "12月8日"

    (doubt,) = said_by(read(changed(file, fill)), worklist, day, day).doubts
    assert doubt.message == "12月8日 is no date."
    assert doubt.remedy == "Write it as 2022-06-18."
