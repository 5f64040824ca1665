"""Facts at the edge of a day, on the screen and on paper: both say the same, and neither a day too soon."""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from papers import paragraphs, tables
from sending import a_list, day, journal_text, known, made, record

from sulist.asking.query import Query
from sulist.reports.letters import last_period
from sulist.write.documents import build

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TypeIn

    from sulist.journal.record import Record
    from sulist.listfile.worklist import WorkList

SEVERAL = "3月底前完成方案，6月底前完成招标，9月底前完成建设"


def on_screen(type_in: TypeIn, worklist: WorkList, line: str, *records: Record) -> str:
    """What a command prints of a list beside which these records stand, if any."""
    if records:
        (type_in.folder / "progress.yaml").write_text(journal_text(worklist, *records))
    code, said = type_in(f"{line} --file items.yaml")
    assert code == 0, said
    return said


def reported(seq: int = 1, on: str = "05-31", **more: Any) -> Record:
    """A report of the lead that work is under way."""
    return record(on, "1-1", "report", seq, **({"status": "in-progress"} | more))


def table_of(data: bytes, heading: str) -> list[dict[str, str]]:
    """The rows of the one table of a paper that has this heading."""
    (found,) = (one for one in tables(data) if heading in one[0])
    return [dict(zip(found[0], row, strict=True)) for row in found[1:]]


def remarks_of(worklist: WorkList, as_of: str, *records: Record) -> str:
    """备注 of the first item, in the ledger."""
    sheet = load_workbook(
        BytesIO(made("ledger", as_of, worklist, known(worklist, as_of, *records)))
    )
    return str(sheet.worksheets[0].cell(5, 13).value or "")


# ---- what is due on the day itself -----------------------------------------------------------------


def test_what_is_due_on_the_day_of_the_meeting_is_not_overdue_in_its_paper(tmp_path: Path) -> None:
    """On the next day it is, by one day."""
    worklist = a_list(tmp_path, "6月10日前")
    now = made("report", "06-10", worklist, known(worklist, "06-10", reported()))
    assert "（一）逾期事项。无。" in paragraphs(now)
    then = made("report", "06-11", worklist, known(worklist, "06-11", reported()))
    assert [row["逾期"] for row in table_of(then, "时限")] == ["1天"]


def test_nor_is_it_on_the_screen(type_in: TypeIn, tmp_path: Path) -> None:
    """Its list of what is overdue is the same."""
    worklist = a_list(tmp_path, "6月10日前")
    told = [
        "Overdue: none" in on_screen(type_in, worklist, f"report --as-of 2021-06-{on}", reported())
        for on in ("10", "11")
    ]
    assert told == [True, False]


def test_where_nobody_reports_what_is_due_today_is_still_to_come(
    type_in: TypeIn, tmp_path: Path
) -> None:
    """On the next day its date is past."""
    worklist = a_list(tmp_path, "6月10日前")
    assert "not reported on 0, to come 1." in on_screen(
        type_in, worklist, "report --as-of 2021-06-10"
    )
    assert "not reported on 1, to come 0." in on_screen(
        type_in, worklist, "report --as-of 2021-06-11"
    )


def test_the_ledger_remarks_no_delay_on_the_day_itself(tmp_path: Path) -> None:
    """On the next day it does."""
    worklist = a_list(tmp_path, "6月10日前")
    assert "逾期" not in remarks_of(worklist, "06-10", reported())
    assert "已逾期1天。" in remarks_of(worklist, "06-11", reported())


def test_the_ledger_calls_what_is_not_done_overdue_and_what_was_done_late_late(
    tmp_path: Path,
) -> None:
    """逾期 as its light says, and 超期 for what is done: one word for one thing on all papers."""
    worklist = a_list(tmp_path, "6月10日前")
    assert "超期" not in remarks_of(worklist, "06-15", reported())
    done = record("06-14", "1-1", "report", 2, status="done")
    assert "超期4天" in remarks_of(worklist, "06-15", reported(), done)


def test_a_letter_urges_on_what_is_due_today(tmp_path: Path) -> None:
    """As due today, neither late nor with days that are left."""
    worklist = a_list(tmp_path, "6月10日前")
    data = made("letters", "06-10", worklist, known(worklist, "06-10", reported()))
    assert [row["催办事由"] for row in table_of(data, "催办事由")] == ["今日到期"]


def test_a_calendar_still_rings_for_what_is_due_today(tmp_path: Path) -> None:
    """And no more for what was due before."""
    worklist = a_list(tmp_path, "6月10日前")
    rings = [
        len(list(Calendar.from_ical(made("calendar", as_of, worklist)).walk("VALARM")))
        for as_of in ("06-10", "06-11")
    ]
    assert rings == [2, 0]


def test_a_deadline_of_every_week_rings_on_no_day_on_which_the_one_before_it_is_due(
    tmp_path: Path,
) -> None:
    """A week before its day is that day: it rings a day before only."""
    calendar: Any = Calendar.from_ical(made("calendar", "06-10", a_list(tmp_path, "每周五前")))
    alarms = [one["trigger"].dt for one in calendar.walk("VALARM")]
    assert alarms == [timedelta(days=-1, hours=9)]


@pytest.mark.parametrize(("as_of", "month"), [("06-27", "2021-05"), ("06-28", "2021-06")])
def test_reports_for_a_month_are_urged_from_the_day_on_by_which_they_are_due(
    as_of: str, month: str, tmp_path: Path
) -> None:
    """The 28th, that day included."""
    period = last_period(known(a_list(tmp_path, "9月底前"), as_of))
    assert period is not None
    assert period.names == (month,)


# ---- what letters and reports count --------------------------------------------------------------


def test_a_letter_says_that_an_item_has_several_reasons_only_where_one_has(tmp_path: Path) -> None:
    """Two items with a reason each have one each."""
    worklist = a_list(tmp_path, "6月10日前", "7月20日前")
    for_may = (reported(), record("05-31", "1-2", "report", 2, status="in-progress", percent=95))
    once = paragraphs(made("letters", "06-20", worklist, known(worklist, "06-20", *for_may)))
    assert any("其中逾期1项、临近时限1项。" in one for one in once)
    twice = paragraphs(made("letters", "06-28", worklist, known(worklist, "06-28", *for_may)))
    assert any("未按期反馈2项（同一事项可能有几种情形）。" in one for one in twice)


def since_the_meeting(worklist: WorkList) -> list[Record]:
    """A report that was written on the day of the last meeting, and one after it."""
    return [
        reported(1, "06-10", percent=10, done="会前的事。"),
        reported(2, "06-20", percent=50, done="会后的事。"),
    ]


def test_what_was_written_by_the_day_of_the_last_meeting_is_no_news(tmp_path: Path) -> None:
    """The paper tells only what was written later."""
    worklist = a_list(tmp_path, "9月底前")
    progress = known(worklist, "06-30", *since_the_meeting(worklist))
    data = build("report", worklist, Query(), day("06-30"), progress, since=day("06-10"))
    (row,) = table_of(data, "其间进展")
    assert "会后的事" in row["其间进展"]
    assert "会前的事" not in row["其间进展"]


def test_nor_is_it_news_on_the_screen(type_in: TypeIn, tmp_path: Path) -> None:
    """Of what has changed it tells the same."""
    worklist = a_list(tmp_path, "9月底前")
    said = on_screen(
        type_in,
        worklist,
        "report --since 2021-06-10 --as-of 2021-06-30",
        *since_the_meeting(worklist),
    )
    assert "Changed since 2021-06-10: 1" in said
    assert "会后的事" in said
    assert "会前的事" not in said


def test_what_changed_by_its_date_alone_tells_the_date(type_in: TypeIn, tmp_path: Path) -> None:
    """Else a row says that something changed, and shows the same before and now."""
    worklist = a_list(tmp_path, SEVERAL)
    records = put_off()
    progress = known(worklist, "06-25", *records)
    data = build("report", worklist, Query(), day("06-25"), progress, since=day("06-10"))
    (row,) = table_of(data, "此前")
    assert row["目前"] == row["此前"] + "\n第2个时限延至8月31日"
    shown = on_screen(type_in, worklist, "report --as-of 2021-06-25 --since 06月10日", *records)
    assert "overdue · extended to 2021-08-31" in shown


def put_off() -> list[Record]:
    """The second of three dates, put off by two months."""
    to = day("08-31")
    return [
        reported(),
        record("06-20", "1-1", "extension", 2, milestone=2, to=to, reason="延期。"),
    ]


def test_an_extension_is_told_with_the_first_day_of_the_date_that_it_puts_off(
    tmp_path: Path,
) -> None:
    """Not with that of another date of the item."""
    worklist = a_list(tmp_path, SEVERAL)
    data = made("report", "06-25", worklist, known(worklist, "06-25", *put_off()))
    (row,) = table_of(data, "原定时限")
    assert (row["原定时限"], row["延期至"]) == ("6月30日", "8月31日")


def test_on_the_screen_too(type_in: TypeIn, tmp_path: Path) -> None:
    """The first date stands before the one it was put off to."""
    said = on_screen(
        type_in, a_list(tmp_path, SEVERAL), "report --as-of 2021-06-25 --width 200", *put_off()
    )
    told = said[said.index("Extensions: 1") :]
    assert re.search(r"1-1 .* 2021-06-30 +2021-08-31 +2021-06-20", told)


def test_what_is_counted_as_overdue_above_is_counted_so_above_its_table(
    type_in: TypeIn, tmp_path: Path
) -> None:
    """One item with two dates past: one item in the totals, one item and two dates over the rows."""
    worklist = a_list(tmp_path, SEVERAL)
    said = paragraphs(made("report", "07-05", worklist, known(worklist, "07-05", reported())))
    assert any("其中逾期1项" in one for one in said)
    assert "（一）逾期事项。共1项、2个时限：" in said
    shown = on_screen(type_in, worklist, "report --as-of 2021-07-05", reported())
    assert "Of these overdue 1;" in shown
    assert "Overdue: 1 (dates: 2)" in shown


def test_a_date_that_was_met_late_makes_no_item_done_late_while_others_are_open(
    type_in: TypeIn, tmp_path: Path
) -> None:
    """The totals count no item as done late, and the table below says that it shows a date."""
    worklist = a_list(tmp_path, SEVERAL)
    records = [reported(1, "04-10", status="done", milestone=1)]
    said = paragraphs(made("report", "04-20", worklist, known(worklist, "04-20", *records)))
    assert any("无超期完成事项" in one for one in said)
    assert "（二）超期完成事项。共1个时限：" in said
    shown = on_screen(type_in, worklist, "report --as-of 2021-04-20", *records)
    assert "done after their first date 0." in shown
    assert "Done late: 0 (dates: 1)" in shown


def test_an_item_that_was_put_off_twice_is_one_item(tmp_path: Path) -> None:
    """With two decisions."""
    worklist = a_list(tmp_path, SEVERAL)
    again = record("06-22", "1-1", "extension", 3, milestone=2, to=day("09-10"), reason="再延。")
    data = made("report", "06-25", worklist, known(worklist, "06-25", *put_off(), again))
    assert "（三）延期事项。共1项、2次：" in paragraphs(data)


def test_a_letter_on_a_report_that_is_missing_says_to_when_the_date_was_put_off(
    tmp_path: Path,
) -> None:
    """Else the unit reads the printed date alone, and the annex of the report another one."""
    worklist = a_list(tmp_path, "8月底前")
    later = record("06-20", "1-1", "extension", 2, to=day("10-31"), reason="延期。")
    data = made("letters", "07-05", worklist, known(worklist, "07-05", later))
    (row,) = table_of(data, "完成时限")
    assert row["催办事由"] == "6月未反馈"
    assert row["完成时限"] == "8月底前\n（10月31日（原定8月31日））"


def test_where_months_go_by_the_journal_its_name_is_told(type_in: TypeIn, tmp_path: Path) -> None:
    """Under the categories, which an extension changes; not under the units, which nothing of it does."""
    worklist = a_list(tmp_path, SEVERAL)
    named = "Journal progress.yaml: 2 records."
    assert named in on_screen(type_in, worklist, "categories --as-of 2021-06-25", *put_off())
    assert named not in on_screen(type_in, worklist, "units --as-of 2021-06-25", *put_off())


def test_what_returns_has_no_first_date_beside_the_day_on_which_it_returns(
    type_in: TypeIn, tmp_path: Path
) -> None:
    """In a spreadsheet only the final date stands beside the day from which it was put off."""
    worklist = a_list(tmp_path, "每月底报送，9月底前完成")
    later = record("06-20", "1-1", "extension", 2, to=day("10-31"), reason="延期。")
    said = on_screen(
        type_in, worklist, "due --as-of 2021-09-05 --from 2021-09-01 --format csv", later
    )
    rows = csv.DictReader(said.removeprefix("\ufeff").splitlines())
    assert [(row["due"], row["first due"]) for row in rows] == [
        ("2021-09-30", ""),
        ("2021-10-31", "2021-09-30"),
    ]


def test_the_ledger_remarks_the_decision_that_holds_on_the_day_asked_about(tmp_path: Path) -> None:
    """One of a later day has not been made yet."""
    sent_back = [
        reported(1, "05-01", status="done"),
        record("05-10", "1-1", "reopening", 2, reason="材料不全"),
        reported(3, "06-01", status="done"),
        record("06-20", "1-1", "reopening", 4, reason="仍不齐全"),
    ]
    worklist = a_list(tmp_path, "9月底前")
    assert "重新办理：材料不全" in remarks_of(worklist, "05-20", *sent_back)
    assert "重新办理：仍不齐全" in remarks_of(worklist, "06-25", *sent_back)


def test_each_of_several_dates_is_marked_for_itself(type_in: TypeIn, tmp_path: Path) -> None:
    """The one that may be read in two ways is, and the other is not."""
    worklist = a_list(tmp_path, "8月前完成方案，12月15日前完成建设")
    said = on_screen(type_in, worklist, "due --as-of 2021-06-01 --width 200")
    assert "2021-07-31 (1/2; or 2021-08-31; Saturday)" in said
    assert "2021-12-15 (2/2)" in said


# ---- the page ------------------------------------------------------------------------------------


def on_page(worklist: WorkList, as_of: str, *records: Record) -> list[dict[str, str]]:
    """Of each item on the page what the filters and the order go by."""
    text = made("page", as_of, worklist, known(worklist, as_of, *records)).decode()
    return [
        dict(re.findall(r'data-([a-z-]+)="([^"]*)"', one))
        for one in re.findall(r'<details class="item"[^>]*>', text)
    ]


def test_the_page_finds_an_item_under_the_month_to_which_it_was_put_off(tmp_path: Path) -> None:
    """And no longer under the first."""
    worklist = a_list(tmp_path, "6月底前")
    later = record("06-20", "1-1", "extension", 2, to=day("08-31"), reason="延期。")
    (item,) = on_page(worklist, "06-25", reported(), later)
    assert item["month"] == "2021-08"


def test_on_the_page_what_is_done_stands_behind_what_is_still_to_be_done(tmp_path: Path) -> None:
    """Though it was due before, and before what has no date."""
    worklist = a_list(tmp_path, "5月底前", "12月底前", "长期坚持")
    done = reported(1, "05-20", status="done")
    first, second, third = (one["when"] for one in on_page(worklist, "06-25", done))
    assert second < first < third
