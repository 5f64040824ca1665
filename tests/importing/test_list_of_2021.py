"""The printed list of 2021, in every format, imports to data/items.yaml's items, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ITEMS
from documents_made import categories, doubts, imported, rows, unused

from sulist.listfile.worklist import load

HERE = Path(__file__).parent
PRINTED = HERE.parent / "fixtures" / "printed-2021.txt"
DOCUMENTS = [PRINTED, *sorted((HERE / "documents").iterdir())]
LIST = load(str(ITEMS))


def test_there_are_documents_of_six_formats() -> None:
    """Without them the tests below would import nothing."""
    assert sorted(file.suffix for file in DOCUMENTS) == [
        ".csv",
        ".docx",
        ".html",
        ".pdf",
        ".txt",
        ".xlsx",
    ]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.suffix)
def test_it_imports_to_the_items_as_printed(document: Path) -> None:
    """Every id and cell, every category with its count, title, region, year and total; no doubt."""
    made = imported(document)
    assert rows(made) == [
        (one.id, one.text, one.lead_text, one.responsible_text, one.deadline.text)
        for one in LIST.items
    ]
    assert [(title, count) for _number, title, count in categories(made)] == [
        (one.title, one.count) for one in LIST.categories
    ]
    front = made.draft.front
    assert (front.title, front.region, front.year, front.total) == (
        LIST.title, LIST.region, LIST.year, LIST.total
    )  # fmt: skip
    assert doubts(made) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.suffix)
def test_the_file_that_it_writes_has_no_problem(document: Path) -> None:
    """Not even a warning of check."""
    assert imported(document).problems == ()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.suffix)
def test_what_was_not_used_is_told(document: Path) -> None:
    """The mark of an annex, and the number in a page's foot where there is one."""
    told = unused(imported(document))
    assert told[0] == "附件"
    assert all("—" in text for text in told[1:])


def test_the_proposed_roster_is_the_one_we_keep() -> None:
    """The same groups with the same units, in the order in which the document names them."""
    proposed = {group: set(units) for group, units in imported(PRINTED).draft.groups}
    assert proposed == {group: set(units) for group, units in LIST.roster.groups.items()}


def test_the_file_looks_like_the_list_we_keep(tmp_path: Path) -> None:
    """Its schema line, its comments, its keys in their order, its texts folded."""
    ours, theirs = ITEMS.read_text(encoding="utf-8"), imported(PRINTED).text
    head = ours[: ours.index("\ntitle:")].rstrip()
    assert theirs.startswith(head)

    def keys(text: str) -> list[str]:
        return [
            line.partition(":")[0]
            for line in text.splitlines()
            if ":" in line and line.strip()[0] not in "#争"
        ]

    assert [key for key in keys(theirs) if key.strip("- ").isascii()] == [
        key for key in keys(ours) if key.strip("- ").isascii()
    ]
    assert max(len(line) for line in theirs.splitlines() if line.startswith("          ")) < 60
