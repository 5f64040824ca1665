"""Many forms are read by one child, each within its bounds; one that passes them is told, and the others are taken."""

from __future__ import annotations

import zipfile
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from conftest import Sulist
from forms_made import filled, read, sent
from journals import the_list

from sulist.base.errors import FileError
from sulist.forms.cells import FormCell
from sulist.forms.returned import Returned, document
from sulist.forms.row_reports import said_by
from sulist.forms.values import DoubtError, day_of, percent_of
from sulist.sandbox import parent
from sulist.sandbox.parent import Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("sandboxed")
MINE = {"SULIST_FILE": "mine/items.yaml", "SULIST_AS_OF": "2021-07-02"}
UNITS = ("区财政局", "区党群部", "区社管局")


def forms(folder: Path) -> list[Path]:
    """Three forms, the first row of each filled in."""
    first = {"区财政局": "1-5", "区党群部": "2-1", "区社管局": "2-4"}
    return [
        filled(sent(folder / f"{unit}.xlsx", unit), {first[unit]: {"done": "正在推进。"}})
        for unit in UNITS
    ]


def changed(file: Path, part: str, before: bytes, after: bytes) -> Path:
    """A form with one of its parts changed."""
    target = file.with_stem(f"{file.stem}-changed")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(before, after, 1) if name == part else data)
    return target


def large(file: Path) -> Path:
    """A form with millions of cells that say not where they are."""
    cells = b"<row>%s</row></sheetData>" % (b"<c/>" * 800_000)
    return changed(file, "xl/worksheets/sheet1.xml", b"</sheetData>", cells)


def endless(file: Path) -> Path:
    """A form with a cell that begins again and again."""
    cells = b"</sheetData>" + b'<c r="A1" ' * 2_000_000
    return changed(file, "xl/worksheets/sheet1.xml", b"</sheetData>", cells)


def ask(reading: Reading, file: Path) -> Returned:
    """A form as the child reads it."""
    returned: Returned = reading.ask("form", [document(str(file))], [file.name])
    return returned


def test_one_child_reads_many_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And reads what is in them; one that is refused is no reason to start another."""
    started: list[str] = []
    start = parent.child_command

    def counted() -> list[str]:
        started.append("a child")
        return start()

    monkeypatch.setattr(parent, "child_command", counted)
    files = forms(tmp_path)
    no_form = files[0].with_name("x.xlsx")
    no_form.write_bytes(b"PK\x03\x04")
    with Reading() as reading:
        for file in files:
            assert ask(reading, file) == read(file)
            with pytest.raises(FileError, match="damaged"):
                ask(reading, no_form)
    assert len(started) == 1


def test_after_a_form_that_takes_too_long_another_child_reads_on(tmp_path: Path) -> None:
    """The time is each form's own."""
    good, bad, *_more = forms(tmp_path)
    with Reading() as reading:
        ask(reading, good)
        reading.seconds = 0.5
        with pytest.raises(FileError, match=r"区党群部-changed\.xlsx cannot be read within"):
            ask(reading, endless(bad))
        reading.seconds = 20
        assert ask(reading, bad) == read(bad)


def test_memory_that_earlier_forms_have_taken_is_no_reason_to_refuse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The form is read again by a child of its own, and refused only if that has too little."""
    hear = parent._Question._hear
    answered: list[str] = []

    def forgetful(self: parent._Question, kind: str, *words: object) -> None:
        """At the second and the third form the child says that its memory has run out."""
        if kind == "begins":
            answered.append(self.name)
        hear(self, "memory" if len(answered) in (2, 4) else kind, *(words or ("",)))

    monkeypatch.setattr(parent._Question, "_hear", forgetful)
    good, *_more = forms(tmp_path)
    with Reading() as reading:
        for _time in range(3):
            assert ask(reading, good) == read(good)
    assert len(answered) == 5
    answered[:] = ["", "", ""]
    with Reading() as reading, pytest.raises(FileError, match="takes more than 500 MB"):
        ask(reading, good)


def test_the_others_of_a_batch_are_collected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The one that passes a bound is named with its reason, and the command says that it was not taken."""
    from sulist.cli.main import cli

    Sulist(tmp_path)("init", "mine")
    good, bad, other = forms(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name, value in MINE.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(parent, "Reading", partial(Reading, memory=90 * 2**20))
    files = [str(large(bad)), str(good), str(other)]
    with pytest.raises(FileError, match="1 file was not taken"):
        cli.main(["collect", *files, "--yes", "--on", "2021-06-30"], standalone_mode=False)
    said = " ".join(capfd.readouterr().out.split())
    assert "区党群部-changed.xlsx takes more than 90 MB of memory to read" in said
    assert "Recorded 1 report from 区财政局.xlsx" in said
    assert "Recorded 1 report from 区社管局.xlsx" in said


@pytest.mark.parametrize("read_cell", [percent_of, lambda cell: day_of(cell, 2021, 2021)])
def test_a_text_too_long_for_what_its_column_holds_is_a_doubt(
    read_cell: Callable[[FormCell], object],
) -> None:
    """It is not looked at further: three million signs that each stand for eighteen letters."""
    with pytest.raises(DoubtError, match="is no"):
        read_cell(FormCell("ﷺ" * 3_000_000, "H5"))


def test_a_number_too_long_for_an_id_is_that_of_no_item(tmp_path: Path) -> None:
    """Its row is in doubt where something is filled in."""
    returned = read(forms(tmp_path)[0])
    at = next(at for at, row in enumerate(returned.rows) if row["id"].value == "1-5")
    row = dict(returned.rows[at], id=FormCell("ﷺ" * 3_000_000, "A6"))
    rows = (*returned.rows[:at], row, *returned.rows[at + 1 :])
    day = date(2021, 6, 30)
    made = said_by(returned._replace(rows=rows), the_list(), day, day)
    assert [one.place for one in made.doubts if "is no item of 区财政局" in one.message] == [
        f"{returned.name}!{returned.sheet}!A6"
    ]


def test_what_openpyxl_warns_of_a_form_reaches_no_screen(tmp_path: Path) -> None:
    """As of a list."""
    sulist = Sulist(tmp_path, alone=True)
    sulist("init", "mine")
    good, *_more = forms(tmp_path)
    changed(
        good,
        "xl/worksheets/sheet1.xml",
        b"</worksheet>",
        b'<extLst><ext uri="{x}"/></extLst></worksheet>',
    )
    done = sulist(
        "collect",
        "区财政局-changed.xlsx",
        "--dry-run",
        "--on",
        "2021-06-30",
        **MINE,
        PYTHONWARNINGS="always",
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert read(tmp_path / "区财政局-changed.xlsx").rows == read(good).rows
