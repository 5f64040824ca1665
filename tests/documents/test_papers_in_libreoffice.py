"""LibreOffice, which no one here wrote, opens every paper without a warning and prints it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from papers import day, made, paragraphs, tables

from sulist.base.plain import is_chinese
from sulist.write.paper.docx import Paper

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice (soffice) or poppler-utils (pdftotext) is not installed",
)
# What it says of itself, not of a document: it can do without Java.
_OF_ITSELF = re.compile(r"Warning: failed to launch javaldx.*\n?")


def full_pages() -> bytes:
    """Two pages that are full: 44 lines of 28 characters."""
    paper = Paper("满页", day("06-01"))
    for _number in range(44):
        paper.text("国" * 28)
    return paper.as_bytes()


PAPERS = {
    "list": lambda: made("list"),
    "report": lambda: made("report", since=day("08-31")),
    "plain": lambda: made("report", progress=None),
    "letters": lambda: made("letters", "06-01", signed="区经发局"),
    "full": full_pages,
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of each page of each paper, as PDF has it."""
    folder = tmp_path_factory.mktemp("papers")
    for name, make in PAPERS.items():
        (folder / f"{name}.docx").write_bytes(make())
    done = subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *(str(folder / f"{name}.docx") for name in PAPERS),
        ],
        capture_output=True,
        check=True,
        timeout=300,
    )
    assert _OF_ITSELF.sub("", done.stderr.decode()) == ""
    return {name: pages(folder / f"{name}.pdf") for name in PAPERS}


def pages(file: Path) -> list[str]:
    """The text of each page of a PDF."""
    done = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True, timeout=60
    )
    return done.stdout.decode().split("\f")[:-1]


def bare(text: str) -> str:
    """A text without its layout."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("name", ["list", "report", "plain", "letters"])
def test_every_page_has_its_number_between_dashes(printed: dict[str, list[str]], name: str) -> None:
    """Odd ones right, even ones left; of letters each begins with 1."""
    last = 0
    for text in printed[name]:
        line = text.rstrip().splitlines()[-1]
        number = int(re.fullmatch(r" *— ?(\d+) ?—", line)[1])  # type: ignore[index]
        assert number == last + 1 or (name == "letters" and number == 1)
        assert (len(line) > 30) == (number % 2 == 1)
        last = number


def test_a_page_is_22_lines_of_28_characters(printed: dict[str, list[str]]) -> None:
    """As the standard has it."""
    full = [[bare(line) for line in page.splitlines() if bare(line)] for page in printed["full"]]
    assert full == [["国" * 28] * 22 + [f"—{n}—"] for n in (1, 2)]


def test_the_header_of_a_table_stands_on_each_page(printed: dict[str, list[str]]) -> None:
    """The list runs over several."""
    assert len(printed["list"]) > 1
    assert all(bare("".join(HEADER)) in bare(page) for page in printed["list"])


HEADER = ("序号", "事项名称", "牵头单位", "责任单位", "完成时限")


@pytest.mark.parametrize("name", ["list", "report", "plain", "letters"])
def test_nothing_of_a_paper_is_left_out_in_print(printed: dict[str, list[str]], name: str) -> None:
    """Every Chinese character of the text and of the cells is there as often."""
    data = PAPERS[name]()
    cells = [cell for table in tables(data) for row in table for cell in row]
    wanted = Counter("".join((*paragraphs(data), *cells)))
    found = Counter("".join(printed[name]))
    assert wanted["项"] > 1
    assert {
        one: (found[one], number)
        for one, number in wanted.items()
        if is_chinese(one) and found[one] < number
    } == {}
