"""The ledger (台账) as a workbook: what an office prints, every text as it is, and nothing cut off."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from forms_made import by_libreoffice, needs_libreoffice
from journals import day, progress, record, the_list

from sulist.asking.query import Query
from sulist.journal.journal import read
from sulist.listfile.worklist import load
from sulist.standing.tracking import Progress
from sulist.write.documents import build

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

    from sulist.journal.record import Record
    from sulist.listfile.worklist import WorkList

HEAD = 3
TITLES = "序号 事项名称 牵头单位 责任单位 完成时限 灯号 状态 完成比例 进展情况 存在问题 下步打算 佐证 备注".split()


def ledger(*records: Record, query: Query = Query(), as_of: str = "09-10") -> Any:  # noqa: B008
    """The workbook, as openpyxl reads it."""
    known = progress(records, as_of)
    return book(build("ledger", the_list(), query, known.as_of, known))


def book(data: bytes) -> Any:
    """The workbook in some bytes."""
    from openpyxl import load_workbook

    return load_workbook(BytesIO(data))


def rows(made: Any) -> list[dict[str, Any]]:
    """The rows of items, by heading."""
    sheet = made.worksheets[0]
    lines = list(sheet.iter_rows(min_row=HEAD, values_only=True))
    found = [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]
    return [one for one in found if one["牵头单位"]]


def of(made: Any, identity: str) -> dict[str, Any]:
    """The row of an item."""
    return next(one for one in rows(made) if one["序号"] == identity)


def the_year(as_of: str = "09-10") -> Progress:
    """The worked year of the examples."""
    file = ROOT / "examples" / "2021" / "progress.yaml"
    return Progress(the_list(), read(str(file), the_list()), day(as_of))


def test_the_columns_are_the_printed_ones_and_how_each_item_stands() -> None:
    """Title, line of totals, headings, a row a category, a row an item."""
    sheet = ledger().worksheets[0]
    assert sheet["A1"].value == f"{the_list().title}（台账）"
    assert sheet["A2"].value == "截至2021年9月10日    共18项（未反馈18）    红灯2、黄灯16"
    assert [cell.value for cell in sheet[HEAD]] == TITLES
    assert sheet["A4"].value == "一、深入推进新时代赣南苏区振兴发展战略落实（5项）"
    assert [one["序号"] for one in rows(ledger())] == [item.id for item in the_list().items]


def test_an_item_is_printed_word_for_word() -> None:
    """Its five cells, the id as a text that no spreadsheet makes a date of."""
    one = of(ledger(), "2-11")
    item = the_list().items[15]
    assert [one[title] for title in TITLES[:5]] == [
        *("2-11", item.text, item.lead_text, item.responsible_text, item.deadline.text)
    ]


def test_what_was_reported_stands_in_its_columns() -> None:
    """State, percentage as a number, texts, evidence, and the day of the report."""
    made = ledger(
        record(
            *("08-28", "in-progress", 1),
            percent=65,
            done="完成2期。",
            problem="人手不足。",
            next="9月恢复。",
            evidence=("照片", "名单"),
        )
    )
    one = of(made, "1-1")
    assert [one[title] for title in TITLES[5:]] == [
        *("红灯：逾期", "推进中", 0.65, "完成2期。", "人手不足。", "9月恢复。", "照片；名单"),
        "8月28日反馈。\n已逾期10天。",
    ]


def test_a_report_of_another_unit_is_kept_beside_the_leads() -> None:
    """With its name before it."""
    made = ledger(
        record("06-28", "in-progress", 1, done="已开展。"),
        record("06-29", "report", 2, done="已配合。", problem="缺材料。"),
    )
    one = of(made, "1-1")
    assert one["进展情况"] == "已开展。\n区经发局：已配合。"
    assert one["存在问题"] == "区经发局：缺材料。"


def test_extensions_and_decisions_stand_in_the_remarks() -> None:
    """The first date, the new one, why; the day it was done, and how late."""
    made = ledger(
        record("06-28", "in-progress", 1),
        record("07-01", "extension", 2, to="10-31", reason="专题会议同意"),
        record("06-09", "in-progress", 3, item="1-3"),
        record("06-10", "done", 4, item="1-3"),
        record("06-20", "closing", 5, item="1-3", done_on="06-10", reason="核对印发件"),
    )
    assert of(made, "1-1")["备注"] == "6月28日反馈。\n延至10月31日：专题会议同意\n原定8月31日。"
    late = of(made, "1-3")
    assert (late["灯号"], late["状态"], late["完成比例"]) == ("蓝灯：办结", "办结", 1)
    assert late["备注"] == "6月10日反馈。\n6月10日完成，超期10天。\n办结：核对印发件"


def test_what_was_done_by_an_extended_date_is_told_against_the_first() -> None:
    """Which counts for assessment; it is not called late by the new one."""
    made = ledger(
        record("06-28", "in-progress", 1),
        record("07-01", "extension", 2, to="10-31", reason="专题会议同意"),
        record("09-09", "done", 3),
    )
    assert of(made, "1-1")["备注"].endswith("原定8月31日。9月9日完成，比原定晚9天。")


def test_it_is_ready_to_print() -> None:
    """A3 across on one page's width, the headings on every page, in sight, with filters."""
    sheet = ledger().worksheets[0]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")
    assert sheet.page_setup.scale == 91  # at which a page is as wide as it, and heeds its breaks
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "C4"
    assert sheet.auto_filter.ref == "A3:M24"
    for cell in sheet[5]:
        assert cell.alignment.wrap_text
        assert cell.border.left.style == cell.border.bottom.style == "thin"


def test_states_are_chosen_and_lights_are_coloured_by_their_word() -> None:
    """The word is always there; the colour follows it."""
    sheet = ledger().worksheets[0]
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"未反馈,未启动,推进中,待复核,办结,重新办理,调整"'
    assert str(choice.sqref) == "G4:G24"
    rules = {
        rule.text: str(area.sqref)
        for area, found in sheet.conditional_formatting._cf_rules.items()
        for rule in found
    }
    assert rules == dict.fromkeys(("红灯", "黄灯", "绿灯", "蓝灯"), "F4:F24")


def test_a_row_has_a_height_and_still_grows() -> None:
    """LibreOffice shows one line of a row without a height; a height set by hand would stay for good."""
    from zipfile import ZipFile

    known = progress(())
    data = build("ledger", the_list(), Query(), known.as_of, known)
    xml = ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert xml.count(" ht=") == 3 + 3 + 18
    assert "customHeight" not in xml


def test_a_selection_says_that_it_is_one() -> None:
    """What was asked, how many of a category are shown, and what has no date."""
    sheet = ledger(query=Query(units=("区财政局",), roles=("lead",))).worksheets[0]
    assert sheet["A2"].value.startswith("区财政局 · 牵头    截至2021年9月10日    共2项")
    assert sheet["A4"].value == "一、深入推进新时代赣南苏区振兴发展战略落实（5项，本表1项）"


def test_an_empty_selection_is_a_table_without_rows() -> None:
    """And says so; not a broken workbook."""
    sheet = ledger(query=Query(search=("没有这样的事",))).worksheets[0]
    assert sheet["A2"].value == "“没有这样的事”    截至2021年9月10日    共0项"
    assert (sheet.max_row, sheet["A4"].value) == (4, "注：没有符合条件的事项。")


def test_the_same_input_gives_the_same_bytes() -> None:
    """So a document under version control changes only when its content does."""
    known = the_year()
    made = [build("ledger", the_list(), Query(), known.as_of, known) for _time in range(2)]
    assert made[0] == made[1]


HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "]]> & <b>",
    "<r><t>整段都像标记</t></r>",
    "😀🀄",
    "http://example.org",
    "2-11",
    "00123",
    "TRUE",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_text_looks_like_it_is_a_text(text: str, tmp_path: Path) -> None:
    """In the printed cells and in the reports: never a formula, a link, a number or markup."""
    worklist = list_with(tmp_path, text)
    known = progress_on(worklist, record("06-28", "in-progress", 1, done=text, problem=text))
    sheet = book(build("ledger", worklist, Query(), known.as_of, known)).worksheets[0]
    for place, written in (("B5", worklist.items[0].text), ("I5", text), ("J5", text)):
        assert (sheet[place].value, sheet[place].data_type) == (written, "s")
        assert sheet[place].hyperlink is None
    # Excel and LibreOffice would take an edited =… for a formula but for this mark.
    assert bool(sheet["I5"].quotePrefix) == (text[0] in "=+-@")


def list_with(folder: Path, text: str) -> WorkList:
    """A list of one item with this text."""
    import json

    file = folder / "items.yaml"
    file.write_text(
        "title: 某区2021年重大事项清单\nregion: 某区\nyear: 2021\ntotal: 1\ncategories:\n"
        "  - number: 一\n    title: 事项\n    count: 1\n    items:\n"
        f"      - id: 1-1\n        text: {json.dumps(text, ensure_ascii=False)}\n"
        "        lead: 区党群部\n        responsible: 区财政局\n        deadline: 12月底前\n",
        encoding="utf-8",
    )
    return load(str(file))


def progress_on(worklist: WorkList, *records: Record) -> Progress:
    """Some records on a list, asked about a day in September."""
    from sulist.journal.journal import Journal

    return Progress(worklist, Journal("progress.yaml", records), day("09-10"))


@pytest.mark.parametrize("text", ["长" * 32_768, "😀" * 20_000, "行\n" * 500, "一" * 700])
def test_what_no_row_can_show_is_whole_on_a_sheet_of_its_own(text: str) -> None:
    """Excel takes 32,767 UTF-16 units a cell, and shows no row higher than 409 points."""
    made = ledger(record("06-28", "in-progress", 1, done=text))
    shown = of(made, "1-1")["进展情况"]
    assert shown.endswith("…（未完，全文见“续表”）")
    assert text.startswith(shown.removesuffix("…（未完，全文见“续表”）"))
    rest = list(made["续表"].iter_rows(min_row=2, values_only=True))
    assert {row[:2] for row in rest} == {("1-1", "进展情况")}
    assert "".join(row[2] for row in rest) == text


def test_it_is_written_by_export(sulist: Sulist, tmp_path: Path) -> None:
    """In Chinese, whatever language its user speaks, and without a journal too."""
    assert "ledger.xlsx" in sulist.text("export", "ledger", "--unit", "财政局", "-o", "ledger.xlsx")
    made = book((tmp_path / "ledger.xlsx").read_bytes())
    assert [cell.value for cell in made.worksheets[0][HEAD]] == TITLES
    assert of(made, "1-5")["状态"] == "未反馈"


@needs_libreoffice
def test_libreoffice_prints_it_on_a3_with_the_headings_on_every_page(tmp_path: Path) -> None:
    """Without a warning."""
    import pdfplumber

    known = the_year()
    file = tmp_path / "ledger.xlsx"
    file.write_bytes(build("ledger", the_list(), Query(), known.as_of, known))
    with pdfplumber.open(by_libreoffice(file, "pdf")) as pages:
        assert len(pages.pages) > 1
        for page in pages.pages:
            assert (round(page.width), round(page.height)) == (1191, 842)
            text = page.extract_text().replace(" ", "")
            assert "进展情况" in text
            assert f"共{len(pages.pages)}页" in text


@needs_libreoffice
def test_a_text_stays_one_when_libreoffice_saves_it(tmp_path: Path) -> None:
    """Also what begins like a formula: no other program makes one of it."""
    from openpyxl import load_workbook

    known = progress(
        [
            record("06-28", "in-progress", number, item=f"2-{number}", done=text)
            for number, text in enumerate(HOSTILE[:11], 1)
        ]
    )
    file = tmp_path / "ledger.xlsx"
    file.write_bytes(build("ledger", the_list(), Query(), known.as_of, known))
    made = load_workbook(by_libreoffice(file, "ods", "xlsx"))
    for number, text in enumerate(HOSTILE[:11], 1):
        said = of(made, f"2-{number}")["进展情况"]
        assert said.rpartition("：")[2] == text
