"""What a form may say at the edge: on the same day, of another date, with other evidence, with a bare 1."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from forms_made import HEAD, LETTER, changed, filled, read, sent
from journals import progress, record, the_list
from sending import a_list, known
from sending import record as of_a_list

from sulist.forms.collecting import collected
from sulist.forms.head import HOW_BEFORE
from sulist.forms.layout import MARKER
from sulist.forms.row_reports import said_by

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.forms.collecting import Collected
    from sulist.journal.record import Record

TODAY = date(2021, 6, 30)
DONE: dict[str, object] = {"status": "已完成", "done_on": date(2021, 6, 20), "done": "全部到位。"}


def returned(file: Path, row: dict[str, object], *records: Record) -> Collected:
    """What collecting makes of 区财政局's form with this row of 2-3, held against these records."""
    form = filled(sent(file, "区财政局"), {"2-3": row})
    return collected([said_by(read(form), the_list(), TODAY, TODAY)], progress(records, "06-30"))


def said(on: str, seq: int = 1, **more: Any) -> Record:
    """A report of 区财政局 on 2-3, for June."""
    known_of_it = {"unit": "区财政局", "role": "lead", "period": "2021-06"}
    return record(on, "report", seq, "2-3", **(known_of_it | more))


def test_work_that_was_under_way_on_the_day_it_was_done_is_no_contradiction(
    tmp_path: Path,
) -> None:
    """In the morning it was not done, in the evening it was; on the next day it would be one."""
    row = DONE
    under_way: dict[str, Any] = {"status": "in-progress", "done": "正在办理。"}
    same = returned(tmp_path / "a.xlsx", row, said("06-20", **under_way))
    assert [one.on for one in same.new] == [date(2021, 6, 20)]
    later = returned(tmp_path / "b.xlsx", row, said("06-21", **under_way))
    assert [one.name for one in later.refused] == ["b.xlsx"]


def test_what_was_done_today_may_be_reported_today(tmp_path: Path) -> None:
    """Only a day to come is a slip."""
    found = returned(tmp_path / "a.xlsx", DONE | {"done_on": TODAY})
    assert [one.on for one in found.new] == [TODAY]


def test_a_report_with_other_evidence_is_another_report(tmp_path: Path) -> None:
    """With the same it is in the journal already."""
    row = DONE | {"evidence": "批复"}
    before: dict[str, Any] = {"status": "done", "done": "全部到位。"}
    other = returned(tmp_path / "a.xlsx", row, said("06-20", evidence=("纪要",), **before))
    assert [one.evidence for one in other.new] == [("批复",)]
    same = returned(tmp_path / "b.xlsx", row, said("06-20", evidence=("批复",), **before))
    assert [(one.new, one.known) for one in same.taken] == [((), 1)]


def test_a_bare_1_may_mean_one_percent_or_all_of_it(tmp_path: Path) -> None:
    """In a cell that is not formatted as a percentage; so it is a doubt."""

    def put(sheet: Any) -> None:
        for row in sheet.iter_rows(min_row=HEAD + 1):
            if row[0].value == "2-3":
                cell = sheet[f"{LETTER['percent']}{row[0].row}"]
                cell.value, cell.number_format = 1, "General"

    form = filled(sent(tmp_path / "a.xlsx", "区财政局"), {"2-3": {"status": "推进中"}})
    back = said_by(read(changed(form, put)), the_list(), TODAY, TODAY)
    assert [one.place for one in back.doubts] == ["a.xlsx!反馈表!F7"]


def test_a_later_word_on_another_date_does_not_contradict_that_one_was_met(tmp_path: Path) -> None:
    """Each of several dates has a road of its own."""
    worklist = a_list(tmp_path, "6月底前完成方案，9月底前完成招标")
    later = of_a_list("06-25", "1-1", "report", 1, milestone=2, status="in-progress", done="编制。")
    asked = known(worklist, "06-30", later)
    form = filled(sent(tmp_path / "a.xlsx", "县发改局", of=asked), {"1-1（1）": DONE})
    found = collected([said_by(read(form), worklist, TODAY, TODAY)], asked)
    assert [(one.milestone, one.on) for one in found.new] == [(1, date(2021, 6, 20))]


def test_a_form_that_was_sent_before_is_read_with_its_columns_of_units(tmp_path: Path) -> None:
    """Its marker names no columns: it has all five of the standard list, and the words above it of then."""

    def as_before(sheet: Any) -> None:
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        marker = sheet.parent[MARKER]
        marker["B1"].value = "1"
        for row in range(marker.max_row, 0, -1):
            if marker.cell(row, 1).value == "栏":
                marker.delete_rows(row)
        sheet["A3"].value = HOW_BEFORE.format(day="2021-06-18", last="6月30日")
        sheet.insert_cols(3, 2)
        sheet.cell(HEAD, 3).value, sheet.cell(HEAD, 4).value = "牵头单位", "责任单位"
        items = {one.id: one for one in the_list().items}
        for row in (HEAD + 1, HEAD + 2):
            item = items[sheet.cell(row, 1).value]
            sheet.cell(row, 3).value, sheet.cell(row, 4).value = (
                item.lead_text,
                item.responsible_text,
            )
        sheet.cell(HEAD + 1, 10).value = "已启动。"

    back = changed(sent(tmp_path / "a.xlsx", "区财政局"), as_before)
    found = said_by(read(back), the_list(), TODAY, TODAY)
    assert (found.doubts, found.returned.notes) == ((), ())
    assert [(one.record.item, one.record.done) for one in found.said] == [("1-5", "已启动。")]
