"""Who filled a form in, who reviewed it and whom to call: cells of the form, labels in a text, keys of the journal."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape
from zipfile import ZipFile

import pytest
from conftest import ROOT, examples
from forms_made import HEAD, by_libreoffice, changed, filled, needs_libreoffice, read, sent
from hypothesis import given, settings
from hypothesis import strategies as st
from journals import progress, the_list

from sulist.forms.cells import FormCell
from sulist.forms.collecting import collected
from sulist.forms.layout import COLUMNS
from sulist.forms.people import PEOPLE, people_in
from sulist.forms.row_reports import said_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Sulist

    from sulist.forms.collecting import Collected
    from sulist.forms.row_reports import Filled

OLD = ROOT / "examples" / "2021" / "returned" / "区财政局-2021年6月反馈表.xlsx"
ROW = {"1-5": {"status": "推进中", "done": "完成选址。"}}
NAMES = {"filled_by": "李某", "reviewed_by": "王某", "phone": "0797-8880000转8"}
MINE = {"SULIST_FILE": "mine/items.yaml", "SULIST_AS_OF": "2021-07-02"}
LABELS = {
    one.key: "ABCDEFGHIJKLM"[[column.key for column in COLUMNS].index(one.column)] for one in PEOPLE
}


def beside(key: str) -> str:
    """The cell to fill in beside the label of a key."""
    return f"{chr(ord(LABELS[key]) + 1)}{HEAD - 1}"


def looked_at(file: Path) -> Filled:
    """What a form says."""
    return said_by(read(file), the_list(), date(2021, 6, 30), date(2021, 7, 2))


def said(file: Path) -> dict[str, str]:
    """Who stands behind a form, by the keys of its reports; all of them say the same."""
    return named(looked_at(file))


def named(found: Filled) -> dict[str, str]:
    """The same of a form that was looked at."""
    assert found.doubts == ()
    keys = [one.key for one in PEOPLE]
    (people,) = {tuple((key, getattr(one.record, key)) for key in keys) for one in found.said}
    return {key: text for key, text in people if text}


def a_form(folder: Path, change: Callable[[Any], None]) -> Path:
    """A form with one row filled in, and changed."""
    return changed(filled(sent(folder / "back.xlsx", "区财政局"), ROW), change)


def an_old_form(folder: Path, change: Callable[[Any], None]) -> Path:
    """A form as an earlier sulist sent it, without cells for people, filled in and changed."""
    return changed(Path(shutil.copy(OLD, folder / "back.xlsx")), change)


def cells(**values: object) -> Callable[[Any], None]:
    """Values put into cells by their names."""

    def change(sheet: Any) -> None:
        for at, value in values.items():
            sheet[at].value = value

    return change


def in_their_cells(sheet: Any) -> None:
    """Names and a number where the form asks for them."""
    for key, text in NAMES.items():
        sheet[beside(key)].value = text


def test_the_form_asks_who_filled_it_in(tmp_path: Path) -> None:
    """A label and an open cell for each, though the sheet is protected; the labels are locked."""
    from openpyxl import load_workbook

    sheet = load_workbook(sent(tmp_path / "a.xlsx", "区财政局")).worksheets[0]
    assert sheet.protection.sheet
    for one in PEOPLE:
        label, cell = sheet[f"{LABELS[one.key]}{HEAD - 1}"], sheet[beside(one.key)]
        assert label.value == f"{one.title}："
        assert (label.protection.locked, cell.protection.locked) == (True, False)
        assert (cell.value, cell.number_format) == (None, "@")


def test_what_is_filled_in_stands_in_each_record(sulist: Sulist, tmp_path: Path) -> None:
    """It is shown once before it is recorded, and by the history."""
    sulist.text("init", "mine")
    rows = ROW | {"2-3": {"status": "推进中"}}
    changed(filled(sent(tmp_path / "back.xlsx", "区财政局"), rows), in_their_cells)
    shown = sulist.text("collect", "back.xlsx", "--yes", **MINE)
    assert shown.count("填报人：李某；审核人：王某；联系电话：0797-8880000转8") == 1
    lines = (tmp_path / "mine" / "progress.yaml").read_text(encoding="utf-8").splitlines()[1:]
    records = [json.loads(line[2:]) for line in lines]
    assert len(records) == 2
    assert all(one.items() >= NAMES.items() for one in records)
    assert "填报人：李某" in sulist.text("history", "1-5", **MINE)
    (first, _second) = sulist.json("history", **MINE)["records"]
    assert first.items() >= NAMES.items()
    assert (first["approved_by"], first["paper"]) == (None, None)


@needs_libreoffice
def test_they_come_back_through_libreoffice(tmp_path: Path) -> None:
    """By way of its own format too."""
    assert said(by_libreoffice(a_form(tmp_path, in_their_cells), "ods", "xlsx")) == NAMES


def test_a_form_without_them_names_nobody(tmp_path: Path) -> None:
    """Neither empty cells nor labels alone say anything, and nothing is noted."""
    found = looked_at(a_form(tmp_path, lambda _sheet: None))
    assert (found.people, found.returned.notes) == ({}, ())


def test_a_form_of_before_is_read_as_before(tmp_path: Path) -> None:
    """It has no such cells; nothing of its head is taken for the unit's."""
    found = looked_at(an_old_form(tmp_path, lambda _sheet: None))
    assert len(found.said) == 2
    assert (found.doubts, found.people, found.returned.notes) == ((), {}, ())


NUMBERS = [
    (13800001234, "General", "13800001234"),
    (13800001234.0, "0", "13800001234"),
    (7978880000, "00000000000", "07978880000"),
    ("138 0000 1234", "@", "138 0000 1234"),
]


@pytest.mark.parametrize(("value", "form", "wanted"), NUMBERS)
def test_a_telephone_number_comes_back_as_it_was_typed(
    tmp_path: Path, value: object, form: str, wanted: str
) -> None:
    """A number of eleven digits is no 1.38e+10."""

    def change(sheet: Any) -> None:
        sheet[beside("phone")].value, sheet[beside("phone")].number_format = value, form

    assert said(a_form(tmp_path, change)) == {"phone": wanted}


TEXTS = [
    ("填报单位：区财政局    填报人：王某 审核：李某 电话 12345", ("王某", "李某", "12345"), []),
    ("填报人:王某；审核人:李某；联系电话:13800001234", ("王某", "李某", "13800001234"), []),
    ("填表人：王某某", ("王某某", "", ""), []),
    ("填报人：王 某    审核人：李　某", ("王某", "李某", ""), []),
    ("填 报 人：王某", ("王某", "", ""), []),
    ("填报人：王某（办公室）", ("王某（办公室）", "", ""), []),
    ("填报人：王某、李某", ("王某、李某", "", ""), []),
    ("电话：0797-8880000转8、13800001234", ("", "", "0797-8880000转8、13800001234"), []),
    ("填报人：王某 13800001234", ("王某", "", ""), ["13800001234"]),
    ("填报人：", ("", "", ""), []),
    ("填报人：王某，负责全面工作并于每月底前报送。", ("王某", "", ""), ["负责全面工作并于每月底前报送。"]),
    ("审核：请于7月28日前完成", ("", "", ""), ["审核：请于7月28日前完成"]),
    ("电话会议已召开", ("", "", ""), ["电话会议已召开"]),
    ("由填报人 负责", ("", "", ""), ["由填报人 负责"]),
    ("填报单位：区农办", ("", "", ""), ["填报单位：区农办"]),
    ("附件2", ("", "", ""), ["附件2"]),
    ("审核：同意 填报人：王某", ("王某", "", ""), ["审核：同意"]),
    ("审核 通过", ("", "", ""), ["审核 通过"]),
    ("审核意见：同意", ("", "", ""), ["审核意见：同意"]),
    ("填报人：王某、审核 李某", ("王某", "李某", ""), []),
    ("电话：12345、填报人：王某", ("王某", "", "12345"), []),
    ("填报单位：区财政局（填报人：王某）", ("王某", "", ""), []),
    ("填报人：王某(办公室)，2021年7月28日", ("王某(办公室)", "", ""), ["2021年7月28日"]),
    ("填报人：王某审核：李某", ("", "", ""), ["填报人：王某审核：李某"]),
    ("填报人：Wang", ("", "", ""), ["填报人：Wang"]),
    ("填报人：________", ("", "", ""), ["填报人：________"]),
    ("联系电话：１３８００００１２３４", ("", "", "１３８００００１２３４"), []),
    ("审核：✓", ("", "", ""), ["审核：✓"]),
]  # fmt: skip


IN_PLACE_OF_IT = "in place of the text"
_with_a_place: dict[Callable[..., Path], bytes] = {}


def with_text(folder: Path, make: Callable[[Path, Callable[[Any], None]], Path], text: str) -> Path:
    """A form with a text in the line of the unit, which is put into a form that is made once."""
    file = folder / "back.xlsx"
    if make not in _with_a_place:
        _with_a_place[make] = make(folder, cells(A2=IN_PLACE_OF_IT)).read_bytes()
    with ZipFile(BytesIO(_with_a_place[make])) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(
                name, old.read(name).replace(IN_PLACE_OF_IT.encode(), escape(text).encode())
            )
    return file


@pytest.mark.parametrize(("text", "people", "left"), TEXTS)
@pytest.mark.parametrize("make", [a_form, an_old_form])
def test_labels_in_a_text_are_understood_and_the_rest_is_told(
    tmp_path: Path,
    make: Callable[[Path, Callable[[Any], None]], Path],
    text: str,
    people: tuple[str, ...],
    left: list[str],
) -> None:
    """In the line of the unit: a name or a number behind its label; what is no such thing is named, once."""
    file = with_text(tmp_path, make, text)
    wanted = {key: name for key, name in zip(NAMES, people, strict=True) if name}
    found = looked_at(file)
    assert named(found) == wanted
    assert [one.text for one in found.returned.notes] == left
    for note in found.returned.notes:
        assert (note.place, note.what) == ("back.xlsx!反馈表!A2", "above the table, not read")


def own_row(sheet: Any) -> None:
    """A row of the unit's own above the headings, with a cell for each."""
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.insert_rows(4)
    for at, text in zip("ABEFKL", ("填报人", "李某", "审核", "王某", "电话：", 12345), strict=True):
        sheet[f"{at}4"].value = text


def below(sheet: Any) -> None:
    """A line below the table."""
    sheet["B9"].value = "填报人：李某   审核：王某   电话：12345"


def below_to_the_right(sheet: Any) -> None:
    """Below the columns that are filled in, a cell for each and one text."""
    sheet["I9"].value, sheet["J9"].value = "填报人", "李某"
    sheet["K9"].value, sheet["L9"].value = "审核人：王某", "电话：12345"


@pytest.mark.parametrize("change", [own_row, below, below_to_the_right])
def test_cells_of_the_units_own_and_a_line_below_are_understood(
    tmp_path: Path, change: Callable[[Any], None]
) -> None:
    """In a form without cells for them."""
    found = looked_at(an_old_form(tmp_path, change))
    assert named(found) == {"filled_by": "李某", "reviewed_by": "王某", "phone": "12345"}
    assert found.returned.notes == ()


def test_two_names_for_one_are_a_doubt(tmp_path: Path) -> None:
    """With both places; the same name twice is none."""
    both = cells(**{"A2": "填报人：王某", beside("filled_by"): "李某"})
    (doubt,) = looked_at(a_form(tmp_path, both)).doubts
    assert (doubt.place, "王某" in doubt.message, "A2" in doubt.message) == (
        *(f"back.xlsx!反馈表!{beside('filled_by')}", True, True),
    )
    same = cells(**{"A2": "填报人：李某", beside("filled_by"): "李某"})
    assert said(a_form(tmp_path, same)) == {"filled_by": "李某"}


@pytest.mark.parametrize(
    ("value", "wanted"),
    [("=A1", "formula"), ("李\u202e某", "U+202E"), ("＝李某", "like a formula")],
)
def test_a_name_that_no_record_can_hold_is_a_doubt(tmp_path: Path, value: str, wanted: str) -> None:
    """As every other cell that is filled in."""
    (doubt,) = looked_at(a_form(tmp_path, cells(**{beside("filled_by"): value}))).doubts
    assert (doubt.place.endswith(beside("filled_by")), wanted in doubt.message) == (True, True)


def test_a_name_without_a_report_is_told(tmp_path: Path) -> None:
    """There is no record that it could stand in."""
    file = changed(sent(tmp_path / "back.xlsx", "区财政局"), in_their_cells)
    notes = looked_at(file).returned.notes
    assert [(one.text, "no report" in one.what) for one in notes] == [
        (text, True) for text in NAMES.values()
    ]


def test_a_name_that_comes_later_is_told_and_not_recorded(tmp_path: Path) -> None:
    """The reports are there already; the same form again, with the same names, is silent."""

    def of(file: Path, *before: Any) -> Collected:
        return collected([looked_at(file)], progress(before, "07-02"))

    first = of(a_form(tmp_path, cells(**{beside("filled_by"): "李某"})))
    there = first.new[0]._replace(written="2021-07-01T09:00:00+08:00", seq=1, id="r1")
    again = of(a_form(tmp_path, cells(**{beside("filled_by"): "李某"})), there)
    assert (again.new, again.taken[0].filled.returned.notes) == ([], ())
    later = of(a_form(tmp_path, in_their_cells), there)
    notes = later.taken[0].filled.returned.notes
    assert later.new == []
    assert [one.text for one in notes] == ["王某", "0797-8880000转8"]


PIECES = [
    *("填报人", "审核人", "审核", "电话", "联系电话", "：", ":", " ", "\n", "　", "，", "；", "、", "（", "）"),
    *("李某", "王", "办公室", "同意", "12345", "138 0000 0000", "转8", "附件2", "。", "请", "a", "✓"),
]  # fmt: skip


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
@settings(max_examples=examples(400), deadline=None, derandomize=True, database=None)
def test_every_character_is_understood_or_told(pieces: list[str]) -> None:
    """Of any text: what is neither a name, a label nor a mark between them is left over, and told."""
    text = "".join(pieces)
    named = people_in([FormCell(text, "A1")])
    seen = Counter("".join(str(cell.value) for _key, cell in named.people))
    seen += Counter("".join(str(cell.value) for cell in named.rest))
    if named.people:
        seen += Counter(dict.fromkeys("填报人审核联系电话：:，；、（）", 99))
    elif not named.rest:
        assert text.strip() == "" or re.sub(r"[\s：:]", "", text) in (
            *("填报人", "审核人", "审核", "电话", "联系电话"),
        )
        return
    assert not Counter(re.sub(r"\s", "", text)) - seen
