"""The forms that are sent: what is printed locked, what is to be filled in open, whose each is."""

from __future__ import annotations

import re
import shlex
import sys
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ITEMS, Terminal
from forms_made import HEAD, LETTER, by_libreoffice, needs_libreoffice, read, sent
from journals import day, progress, record, the_list
from listed import listed, without_errors

from sulist.base.errors import FileError
from sulist.base.filenames import distinct_names, safe_name
from sulist.forms.layout import COLUMNS, MARKER, OPEN_KEYS, led_by
from sulist.journal.journal import Journal
from sulist.standing.tracking import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

    from sulist.journal.record import Record

LEADS = "区党群部 区经发局 区财政局 区住建局 区社管局 区农办 区产业招商局 区市监局".split()


def opened(file: Path) -> Any:
    """The workbook, as openpyxl reads it."""
    from openpyxl import load_workbook

    return load_workbook(file)


def ids(file: Path) -> list[str]:
    """What stands under 序号."""
    return [row[0].value for row in opened(file).worksheets[0].iter_rows(min_row=HEAD + 1)]


def of_list(text: str, *records: Record) -> Progress:
    """A list of these items on 10 June, with records."""
    return Progress(without_errors(listed(text)), Journal("", records), day("06-10"))


def test_each_lead_unit_gets_one(sulist: Sulist, tmp_path: Path) -> None:
    """Named by unit and month, with its items."""
    said = sulist.text("dispatch", "--month", "2021-06", "--directory", "out")
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == sorted(
        f"{unit}-2021年6月反馈表.xlsx" for unit in LEADS
    )
    assert ids(tmp_path / "out" / "区财政局-2021年6月反馈表.xlsx") == ["1-5", "2-3"]
    assert "区经发局: 8 items" in said
    assert "8 forms for 2021-06, due back on 2021-06-28" in said


def test_the_table_can_be_sorted_and_what_is_printed_takes_nothing_that_is_typed(
    tmp_path: Path,
) -> None:
    """Excel sorts no range with a locked cell in it; there is no password, so that a unit in need can help itself."""
    sheet = opened(sent(tmp_path / "a.xlsx", "区财政局")).worksheets[0]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert sheet.protection.sort is False  # not forbidden
    assert sheet.auto_filter.ref == "A5:K7"
    table = [cell for row in sheet[sheet.auto_filter.ref] for cell in row]
    assert not any(cell.protection.locked for cell in table)
    assert all(sheet.cell(row, 1).protection.locked for row in (1, 2, 3))
    refusing = [
        str(one.sqref)
        for one in sheet.data_validations.dataValidation
        if (one.type, one.formula1, one.showErrorMessage) == ("custom", "FALSE", True)
    ]
    assert refusing == ["A5:K5", "A6:D7"]
    for one in COLUMNS:
        assert bool(sheet[f"{LETTER[one.key]}{HEAD + 1}"].value) != one.open


def test_who_leads_is_said_where_that_is_not_the_unit_alone(tmp_path: Path) -> None:
    """In the column of the last report, since a form has no column of it."""
    known = of_list(
        "- {id: 1-1, text: 修路。, lead: 区住建局、区农办, responsible: 区财政局, deadline: 6月底前}\n"
        "- {id: 1-2, text: 修桥。, lead: 区住建局, responsible: 区财政局, deadline: 6月底前}"
    )
    sheet = opened(sent(tmp_path / "a.xlsx", "区住建局", of=known)).worksheets[0]
    said = [sheet[f"{LETTER['last']}{HEAD + row}"].value for row in (1, 2)]
    assert said == ["牵头单位：区住建局、区农办。\n尚未反馈。", "尚未反馈。"]


def test_the_last_report_stands_beside(tmp_path: Path) -> None:
    """The unit's own: day, state, percentage and texts; with what was decided on the date."""
    records = [
        record("05-27", "in-progress", 1, percent=20, done="方案已印发。", problem="缺人。"),
        record("05-28", "report", 2, done="别的单位说的。"),
        record("06-01", "extension", 3, to="10-31"),
    ]
    sheet = opened(sent(tmp_path / "a.xlsx", "区党群部", records=records)).worksheets[0]
    assert sheet[f"{LETTER['last']}{HEAD + 1}"].value == (
        "时限已延至10月31日。\n5月27日 推进中 20%：方案已印发。\n存在问题：缺人。"
    )
    assert sheet[f"{LETTER['last']}{HEAD + 2}"].value == "尚未反馈。"


def test_of_some_units_that_lead_the_last_report_says_whose_it_is(tmp_path: Path) -> None:
    """Nobody knows which of them leads, so the form of all has the word of any."""
    known = of_list(
        """
- {id: 1-1, text: 修路。, lead: 有关镇, responsible: 财政局, deadline: 9月底前}
units:
  镇: [东镇, 西镇]
  部门: [财政局]
""",
        record("05-27", "in-progress", 1, unit="东镇", percent=20, done="已开工。"),
    )
    sheet = opened(sent(tmp_path / "a.xlsx", "有关镇", of=known)).worksheets[0]
    said = sheet[f"{LETTER['last']}{HEAD + 1}"].value
    assert said == "5月27日东镇反馈 推进中 20%：已开工。"


def test_what_is_done_is_not_asked_and_named(tmp_path: Path) -> None:
    """None of a unit's items goes missing without a word."""
    records = [
        record("05-20", "in-progress", 1, item="1-5"),
        record("06-05", "done", 2, item="1-5", unit="区财政局"),
    ]
    file = sent(tmp_path / "a.xlsx", "区财政局", records=records)
    assert ids(file) == ["2-3"]
    assert "以下事项本月不需反馈，未列入——待复核：1-5。" in opened(file).worksheets[0]["A3"].value


def test_a_unit_whose_items_are_all_done_gets_none(sulist: Sulist, tmp_path: Path) -> None:
    """And that is told."""
    sulist.text("init", "mine")
    known = {"SULIST_FILE": "mine/items.yaml"}
    sulist.text("log", "2-2", "--status", "done", "--on", "2021-05-20", **known)
    said = sulist.text("dispatch", "--month", "6月", "-d", "out", **known)
    assert "区住建局: every item is done, closed or withdrawn; no form." in said
    assert len(list((tmp_path / "out").iterdir())) == 7


def test_it_says_whose_it_is_on_a_hidden_sheet(tmp_path: Path) -> None:
    """Hidden, but anyone may show it."""
    sheet = opened(sent(tmp_path / "a.xlsx", "区财政局"))[MARKER]
    assert sheet.sheet_state == "hidden"
    told = [row[:2] for row in sheet.iter_rows(values_only=True)][:-1]
    assert [one[1] for one in told if one[0] == "栏"] == [one.title for one in COLUMNS]
    assert [one for one in told if one[0] != "栏"] == [
        ("sulist", "2"),
        ("清单", the_list().title),
        ("年度", "2021"),
        ("月份", "2021-06"),
        ("单位", "区财政局"),
        ("行", "1-5"),
        ("行", "2-3"),
    ]


def test_the_cells_to_fill_in_say_what_may_be_typed(tmp_path: Path) -> None:
    """States from a list, a percentage from 0 to 100, a date."""
    sheet = opened(sent(tmp_path / "a.xlsx", "区财政局")).worksheets[0]
    rules = {
        str(one.sqref): (one.type, one.formula1)
        for one in sheet.data_validations.dataValidation
        if one.type != "custom"
    }
    assert rules == {
        "E6:E7": ("list", '"未启动,推进中,已完成"'),
        "F6:F7": ("decimal", "0"),
        "G6:G7": ("date", "18172"),
    }
    assert [sheet[f"{LETTER[key]}{HEAD + 1}"].number_format for key in OPEN_KEYS] == [
        *("General", "0%", "yyyy-mm-dd", "@", "@", "@", "@")
    ]


def test_an_item_with_several_dates_has_a_row_for_each(tmp_path: Path) -> None:
    """For the whole, and for every date that is still to be met."""
    known = of_list(
        "- {id: 1-1, text: 修路。, lead: 区住建局, responsible: 区财政局, deadline: 6月底前启动，12月底前完成}"
    )
    file = sent(tmp_path / "a.xlsx", "区住建局", of=known)
    assert ids(file) == ["1-1", "1-1（1）", "1-1（2）"]
    sheet = opened(file).worksheets[0]
    said = [sheet[f"{LETTER['last']}{HEAD + row}"].value for row in (1, 2, 3)]
    assert [one.split("\n")[0] for one in said] == [
        *("本行填总体情况。", "本行只填第1个时限。", "本行只填第2个时限。")
    ]
    assert "某个时限的情况，填在该时限所在行" in sheet["A3"].value
    assert read(file).notes == ()


def test_a_printed_cell_that_no_row_can_show_is_whole_on_a_sheet_of_its_own(
    tmp_path: Path,
) -> None:
    """The form says which; the cell itself stays as printed, and comes back without a doubt."""
    from sulist.forms.row_reports import said_by

    text = "修路。" + "统筹推进城市更新、老旧小区改造、地下综合管廊建设，" * 40 + "全面完成。"
    known = of_list(
        f"- {{id: 1-1, text: {text}, lead: 区住建局, responsible: 区财政局, deadline: 12月底前}}"
    )
    form = sent(tmp_path / "a.xlsx", "区住建局", of=known)
    book = opened(form)
    sheet = book.worksheets[0]
    assert "显示不全，全文见“续表”——1-1（事项名称）。" in sheet["A3"].value
    assert sheet["B6"].value == text
    rest = list(book["续表"].iter_rows(min_row=2, values_only=True))
    assert {row[:2] for row in rest} == {("1-1", "事项名称")}
    assert "".join(row[2] for row in rest) == text
    back = said_by(read(form), known.worklist, day("06-30"), day("06-30"))
    assert (back.doubts, back.returned.notes) == ((), ())


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Twice."""
    made = [
        sent(tmp_path / name, "区经发局", of=progress((), "06-10")).read_bytes()
        for name in ("a.xlsx", "b.xlsx")
    ]
    assert made[0] == made[1]


def test_a_form_that_is_there_is_never_written_over_unasked(sulist: Sulist, tmp_path: Path) -> None:
    """It may have been filled in; then nothing at all is written."""
    command = ["dispatch", "--month", "2021-06", "-d", "."]
    there = tmp_path / "区农办-2021年6月反馈表.xlsx"
    there.write_text("filled in")
    said = sulist.refused(*command, code=3)
    assert "may have been filled in" in said
    assert [file.name for file in tmp_path.iterdir()] == [there.name]
    sulist.text(*command, "--overwrite")
    assert there.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("dispatch --month 2021-06", 2, "--directory"),
        ("dispatch --month 2021年 -d out", 2, "is no month"),
        ("dispatch --month 2021-06 -d out --unit 潭东镇", 2, "leads no item of this list"),
        ("dispatch --month 2021-06 -d /dev/null/x", 3, "cannot be made"),
    ],
)
def test_what_cannot_be_sent_is_refused(sulist: Sulist, command: str, code: int, said: str) -> None:
    """With the reason."""
    assert said in sulist.refused(*shlex.split(command), code=code)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal")
@pytest.mark.parametrize("units", ["甲局", "甲局 乙局 丙局"])
def test_many_forms_show_how_far_they_are(tmp_path: Path, units: str) -> None:
    """Also within the form of one unit; on a terminal only, and on stderr."""
    led = [units.split()[n % len(units.split())] for n in range(600)]
    items = "".join(
        f"      - id: 1-{n}\n        text: 修路{n}。\n        lead: {lead}\n"
        "        responsible: 丁局\n        deadline: 12月底前\n"
        for n, lead in enumerate(led, 1)
    )
    (tmp_path / "items.yaml").write_text(
        "title: 某区2021年清单\nregion: 某区\nyear: 2021\ntotal: 600\ncategories:\n"
        f"  - number: 一\n    title: 重点\n    count: 600\n    items:\n{items}",
        encoding="utf-8",
    )
    terminal = Terminal(tmp_path)
    command = "sulist dispatch --as-of 2021-06-10 --overwrite -d out"
    said = terminal.type(command)
    shares = [int(one) for one in re.findall(r"(\d+)%", said)]
    assert shares == sorted(shares)
    assert shares[-1] == 100
    assert len(set(shares)) > 20
    assert "%" not in terminal.type(f"{command} 2> /dev/null")
    assert "%" not in terminal.type(f"{command} --file {ITEMS}")


def test_one_unit_may_be_named(sulist: Sulist, tmp_path: Path) -> None:
    """As short as it is clear."""
    sulist.text("dispatch", "--month", "2021-06", "-d", "out", "--unit", "财政局")
    assert len(list((tmp_path / "out").iterdir())) == 1


NAMES = [
    ("区经发局-2021年6月反馈表", "区经发局-2021年6月反馈表"),
    ('a<b>c:d"e/f\\g|h?i*j', "a＜b＞c：d＂e／f＼g｜h？i＊j"),
    ("../../etc/passwd", "．．／．．／etc／passwd"),
    ("CON", "_CON"),
    ("nul", "_nul"),
    ("com1", "_com1"),
    ("aux.x", "aux．x"),
    ("end. ", "end．"),
    ("a\x00b\u202ec\n", "abc"),
    ("", "_"),
    ("长" * 100, "长" * 60),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_is_safe_on_every_system(text: str, name: str) -> None:
    """What Windows does not take has its full-width twin in its place."""
    assert safe_name(text) == name


def test_two_names_never_meet_in_one_file() -> None:
    """Nor where large and small letters are one."""
    assert distinct_names(["A局", "a局", "A局"]) == ["A局", "a局（2）", "A局（3）"]


@needs_libreoffice
def test_libreoffice_prints_it_without_a_warning(tmp_path: Path) -> None:
    """One page wide."""
    import pdfplumber

    with pdfplumber.open(by_libreoffice(sent(tmp_path / "a.xlsx", "区经发局"), "pdf")) as pages:
        assert {round(page.width) for page in pages.pages} == {842}
        assert "填报单位：区经发局" in pages.pages[0].extract_text().replace(" ", "")


def test_every_item_goes_to_its_lead_units() -> None:
    """All eighteen are in somebody's form."""
    assert list(led_by(the_list())) == sorted(LEADS, key=the_list().units.index)
    known = progress(())
    assert {one.id for items in led_by(known.worklist).values() for one in items} == {
        item.id for item in the_list().items
    }


def test_a_missing_package_is_answered_with_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The exact command that installs it."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(FileError, match=r'pip install "sulist\[documents\]"'):
        sent(tmp_path / "a.xlsx", "区财政局", of=progress((), "06-10"))
