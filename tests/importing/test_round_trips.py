"""What sulist exports and what it imports are one: each of the ten lists comes back from each format as it was."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from conftest import ITEMS, ROOT
from documents_made import imported

from sulist.asking.query import Query
from sulist.journal.journal import Journal
from sulist.listfile.printing import Printing, gathered
from sulist.listfile.worklist import examine_text, load
from sulist.reports.differences import compare
from sulist.standing.tracking import Progress
from sulist.write.documents import build

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

    from sulist.importers.importing import Imported
    from sulist.listfile.worklist import WorkList

LISTS = sorted((ROOT / "tests" / "lists").glob("*.yaml"))
NAMES = [*(file.stem for file in LISTS), "packaged"]
# What a ledger and a CSV do not print.
UNSAID = {"issued": None, "year": None, "who leads": ""}


@cache
def the_list(name: str) -> WorkList:
    """One of the ten lists, or the packaged one, with all that came in the year."""
    return load(file_of(name))


def file_of(name: str) -> Path:
    """The file of a list."""
    return ITEMS if name == "packaged" else ROOT / "tests" / "lists" / f"{name}.yaml"


def on_its_last_day(worklist: WorkList) -> date:
    """A day in the list's year on which every item is there."""
    began = date(max(worklist.first_year, 2021), 6, 1)
    return max([began, *(one.assigned for one in worklist.items if one.assigned)])


def exported(kind: str, worklist: WorkList) -> bytes:
    """A document of the whole list, without any report on it."""
    day = on_its_last_day(worklist)
    worklist = worklist.on(day)
    return build(kind, worklist, Query(), day, Progress(worklist, Journal("", ()), day))


def printed(worklist: WorkList) -> list[tuple[object, ...]]:
    """All that a list says of each item, in the order in which a paper prints it: every cell that holds for it."""
    printing = Printing(worklist)
    return [
        (
            category.number,
            category.title,
            item.printed_serial,
            item.text,
            printing.named(printing.item(item.part_of)) if item.part_of else "",
            item.assigned,
            [printing.whole(item, column) for column in worklist.columns],
        )
        for category in worklist.categories
        for item in gathered(category.items)
    ]


def front(worklist: WorkList) -> dict[str, object]:
    """What a list says of itself."""
    return {
        "title": worklist.title,
        "region": worklist.region,
        "year": worklist.year or worklist.first_year,
        "issued": worklist.issued,
        "columns": [(one.heading, one.role) for one in worklist.columns],
        "who leads": worklist.leads_by,
    }


def back(made: Imported) -> WorkList:
    """The list that an import made; what check finds wrong in the first is wrong in it too."""
    read, _problems = examine_text(made.text.encode(), "back.yaml")
    assert read is not None
    return read


@pytest.mark.parametrize("name", NAMES)
def test_a_list_comes_back_from_word(name: str, tmp_path: Path) -> None:
    """Every cell under its heading, the serials, parts, categories, and what came in the year."""
    worklist = the_list(name)
    file = tmp_path / "list.docx"
    file.write_bytes(exported("list", worklist))
    made = back(imported(file))
    assert printed(made) == printed(worklist)
    assert front(made) == front(worklist)


def unchanged(worklist: WorkList, made: Imported) -> bool:
    """Whether diff, with the list as the old one and the document as the new one, tells nothing."""
    found = compare(worklist, back(made), new_unsaid=made.unsaid)
    return (found.found, found.same) == (0, len(worklist.items))


@pytest.mark.parametrize("name", NAMES)
def test_diff_of_a_list_and_its_word_document_tells_nothing(name: str, tmp_path: Path) -> None:
    """Nothing of what a paper prints is a change of the list that it is of."""
    file = tmp_path / "list.docx"
    file.write_bytes(exported("list", the_list(name)))
    assert unchanged(the_list(name), imported(file))


@pytest.fixture(scope="module")
def as_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with every list as LibreOffice prints its Word document."""
    folder = tmp_path_factory.mktemp("pdf")
    for name in NAMES:
        (folder / f"{name}.docx").write_bytes(exported("list", the_list(name)))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, folder.glob("*.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return folder


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", NAMES)
def test_a_list_that_libreoffice_prints_comes_back_from_pdf(name: str, as_pdf: Path) -> None:
    """As from Word: the pages' heads and numbers are no part of it."""
    worklist = the_list(name)
    made = imported(as_pdf / f"{name}.pdf")
    assert printed(back(made)) == printed(worklist)
    assert front(back(made)) == front(worklist)
    assert unchanged(worklist, made)


@pytest.mark.parametrize("name", NAMES)
def test_a_list_comes_back_from_markdown(name: str, tmp_path: Path) -> None:
    """As from Word, though no cell is merged."""
    worklist = the_list(name)
    file = tmp_path / "list.md"
    file.write_bytes(exported("text", worklist))
    made = imported(file)
    assert printed(back(made)) == printed(worklist)
    assert front(back(made)) == front(worklist)
    assert unchanged(worklist, made)


@pytest.mark.parametrize("name", NAMES)
def test_a_list_comes_back_from_its_ledger(name: str, tmp_path: Path) -> None:
    """Also the parts and what came in the year; it prints no day of issue, and no legend but what it says itself."""
    worklist = the_list(name)
    file = tmp_path / "ledger.xlsx"
    file.write_bytes(exported("ledger", worklist))
    made = imported(file, year=worklist.year)
    assert printed(back(made)) == printed(worklist)
    assert unchanged(worklist, made)
    assert {**front(back(made)), **UNSAID} == {**front(worklist), **UNSAID}


@pytest.mark.parametrize("name", NAMES)
def test_a_list_comes_back_from_its_csv(name: str, sulist: Sulist, tmp_path: Path) -> None:
    """It has no title, no year and no rule who leads: a person says them, or writes them into the file."""
    worklist = the_list(name)
    file = tmp_path / "list.csv"
    day = str(on_its_last_day(worklist))
    asked = ("list", "--file", str(file_of(name)), "--as-of", day, "--format", "csv")
    file.write_bytes(sulist(*asked).stdout)
    made = imported(file, title=worklist.title, region=worklist.region, year=worklist.year)
    assert printed(back(made)) == printed(worklist)
    assert unchanged(worklist, made)
    assert {**front(back(made)), **UNSAID} == {**front(worklist), **UNSAID}


@pytest.mark.parametrize("name", NAMES)
def test_a_list_comes_back_from_its_page(name: str, tmp_path: Path) -> None:
    """Its cards are rows again; it prints no day of issue, and no rule who leads."""
    worklist = the_list(name)
    file = tmp_path / "page.html"
    file.write_bytes(exported("page", worklist))
    made = imported(file, region=worklist.region, year=worklist.year)
    assert printed(back(made)) == printed(worklist)
    assert unchanged(worklist, made)
    assert {**front(back(made)), **UNSAID} == {**front(worklist), **UNSAID}


@pytest.mark.parametrize(
    "text", ["甲|乙", "~~甲~~", "甲&amp;乙", "<b>甲</b>", "`甲`*乙*", "甲\\|乙"]
)
def test_signs_of_markdown_in_a_cell_come_back(text: str, tmp_path: Path) -> None:
    """Nothing that a list prints is markup in its text."""
    source = (
        file_of("company")
        .read_text(encoding="utf-8")
        .replace("3号机组备件到货验收", f"试{text}", 1)
    )
    worklist, _problems = examine_text(source.encode(), "a.yaml")
    assert worklist is not None
    file = tmp_path / "list.md"
    file.write_bytes(exported("text", worklist))
    made = back(imported(file, year=worklist.year))
    assert [item.text for item in made.items] == [item.text for item in worklist.items]
    assert f"试{text}。" in {item.text for item in made.items}
