"""What LibreOffice prints of every document can be read: no type under 9 points, nothing left out, few pages."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest
from conftest import ITEMS, ROOT
from forms_made import warnings
from papers import known, opened, paragraphs
from truths import TRUTHS

from sulist.asking.query import Query
from sulist.base.plain import is_chinese
from sulist.forms.layout import led_by
from sulist.journal.journal import Journal
from sulist.listfile.worklist import load
from sulist.standing.periods import period_of
from sulist.standing.settings import Reports
from sulist.standing.tracking import Progress
from sulist.write.documents import build
from sulist.write.sheet.form import form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sulist.listfile.worklist import WorkList

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)
LEAST = 9.0  # points
LISTS = ("year", *TRUTHS)
KINDS = ("ledger", "form", "list", "report", "letters")
_A4, _A3 = (595, 842), (842, 1191)


class Printed(NamedTuple):
    """A document as it was printed: its sizes of type, the sides of its pages, its text, and what it holds.

    ``feet`` are the last lines of its pages, above the number.
    """

    sizes: set[float]
    sides: set[tuple[int, ...]]
    pages: list[str]
    wanted: Counter[str]
    feet: list[str]


def documents(name: str) -> Iterator[tuple[str, bytes, str]]:
    """Each kind's file of a list, and the text that is in it."""
    if name == "year":
        worklist, day = load(str(ITEMS)), date(2021, 9, 10)
        progress = known("09-10")
    else:
        worklist, day = _listed(name)
        progress = Progress(worklist, Journal(""), day)
    unit, items = max(led_by(worklist).items(), key=lambda one: len(one[1]))
    month = f"{day.year}-{day.month:02}"
    sheets = {
        "ledger.xlsx": build("ledger", worklist, Query(), day, progress),
        "form.xlsx": form(progress, unit, items, month, period_of(day, Reports())),
    }
    for file, data in sheets.items():
        yield file, data, _cells(data)
    for kind in KINDS[2:]:
        data = build(kind, worklist, Query(), day, progress)
        rows = (row for table in opened(data).tables for row in table.rows)
        cells = {cell._tc: cell.text for row in rows for cell in row.cells}  # a merged one once
        yield f"{kind}.docx", data, "".join((*paragraphs(data), *cells.values()))


def _listed(name: str) -> tuple[WorkList, date]:
    day = date.fromisoformat(TRUTHS[name].as_of)
    return load(str(ROOT / "tests" / "lists" / f"{name}.yaml")).on(day), day


def _cells(data: bytes) -> str:
    """The text of every sheet that is printed."""
    from io import BytesIO

    from openpyxl import load_workbook

    shown = (one for one in load_workbook(BytesIO(data)).worksheets if one.sheet_state == "visible")
    values = (cell for sheet in shown for row in sheet.iter_rows(values_only=True) for cell in row)
    return "".join(str(value) for value in values if value is not None)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Printed]:
    """Every document of every list, by the list and the kind."""
    folder = tmp_path_factory.mktemp("printed")
    wanted = {}
    for name in LISTS:
        for file, data, text in documents(name):
            target = folder / f"{name}-{file}"
            target.write_bytes(data)
            wanted[target] = Counter(filter(is_chinese, text))
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    done = subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(folder), *map(str, wanted)],
        capture_output=True,
        check=True,
        timeout=600,
    )
    assert not warnings(done.stderr)
    return {
        (file.stem.rpartition("-")[0], file.stem.rpartition("-")[2]): _read(
            file.with_suffix(".pdf"), each
        )
        for file, each in wanted.items()
    }


def _read(file: Path, wanted: Counter[str]) -> Printed:
    import pdfplumber

    with pdfplumber.open(file) as pdf:
        sizes, sides, texts, feet = set(), set(), [], []
        for page in pdf.pages:
            sides.add(tuple(sorted((round(page.width), round(page.height)))))
            shown = [one for one in page.chars if one["text"].strip()]
            sizes |= {round(one["size"], 1) for one in shown}
            inside = page.within_bbox(page.bbox).chars
            texts.append("".join(one["text"] for one in inside))
            lines: dict[int, str] = {}
            for one in sorted(shown, key=lambda one: (round(one["top"]), one["x0"])):
                lines[round(one["top"])] = lines.get(round(one["top"]), "") + one["text"]
            feet.append([*lines.values()][-2])
    return Printed(sizes, sides, texts, wanted, feet)


EACH = pytest.mark.parametrize("name", LISTS)


@EACH
@pytest.mark.parametrize("kind", KINDS)
def test_no_type_is_smaller_than_nine_points(
    printed: dict[tuple[str, str], Printed], name: str, kind: str
) -> None:
    """Also where a sheet is fitted to the width of its paper, which is A4 or A3."""
    found = printed[name, kind]
    assert min(found.sizes) >= LEAST
    assert len(found.sides) == 1
    assert found.sides <= ({_A4, _A3} if kind in ("ledger", "form") else {_A4})


@EACH
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_left_out_in_print(
    printed: dict[tuple[str, str], Printed], name: str, kind: str
) -> None:
    """Every Chinese character of the text and of the cells stands on a page, as often."""
    found = printed[name, kind]
    there = Counter("".join(found.pages))
    assert sum(found.wanted.values()) > 100
    assert {one: n for one, n in found.wanted.items() if there[one] < n} == {}


def test_the_list_of_2021_takes_three_pages_at_most(
    printed: dict[tuple[str, str], Printed],
) -> None:
    """And no page ends with the head of a category."""
    pages = printed["year", "list"].pages
    assert len(pages) <= 3
    for page in pages[:-1]:
        assert not re.search(r"[一二三]、[^。]*（\d+项）—\d+—$", re.sub(r"\s", "", page))


def test_forms_of_the_standard_list_are_printed_on_a4(
    printed: dict[tuple[str, str], Printed],
) -> None:
    """Units have no other paper; a ledger of all columns takes A3."""
    assert printed["year", "form"].sides == {_A4}
    assert printed["year", "ledger"].sides == {_A3}


@EACH
def test_the_head_of_a_category_never_ends_a_page_of_the_ledger(
    printed: dict[tuple[str, str], Printed], name: str
) -> None:
    """Its first item stands below it."""
    for foot in printed[name, "ledger"].feet:
        assert not re.fullmatch(r"[一二三四五六七八九十]+、.+（\d+项.*）", foot)
