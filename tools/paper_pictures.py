"""Takes the pictures of the papers and the sheets that the documentation shows: ``python tools/paper_pictures.py``.

The list of 2021 with the invented year of reports, printed by LibreOffice, in the fonts of Noto CJK where
an office's are missing.
"""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from PIL import Image

from sulist.asking.query import Query
from sulist.forms.layout import led_by
from sulist.journal.journal import read
from sulist.listfile.worklist import load
from sulist.standing.periods import period_named
from sulist.standing.settings import Reports
from sulist.standing.tracking import Progress
from sulist.write.documents import build
from sulist.write.sheet.form import form

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
OFFICE = "区党政办"
# What stands in for the fonts of an office.
STANDING_IN = {
    "方正小标宋简体": "Noto Serif CJK SC:bold",
    "仿宋_GB2312": "Noto Serif CJK SC",
    "楷体_GB2312": "Noto Serif CJK SC",
    "宋体": "Noto Serif CJK SC",
    "黑体": "Noto Sans CJK SC",
}
_EDGE, _GROUND = 20, "#C8C8C8"


class Shown(NamedTuple):
    """A picture: pages, each of a document and its number from 1, so many beside each other."""

    name: str
    pages: tuple[tuple[str, int], ...]
    beside: int
    dots: int


TAKEN = (
    Shown(
        "papers.png",
        (("list", 1), ("report", 1), ("report", 4), ("letters", 1)),
        2,
        73,
    ),
    Shown("list.png", (("list", 1),), 1, 73),
    Shown("report.png", (("report", 1),), 1, 73),
    Shown("letter.png", (("letters", 1),), 1, 73),
    Shown("receipt.png", (("letters", 2),), 1, 73),
    Shown("ledger.png", (("ledger", 1),), 1, 73),
    Shown("form.png", (("form", 1),), 1, 100),
)


def documents() -> dict[str, bytes]:
    """Each document by its name."""
    worklist = load(str(ROOT / "data" / "items.yaml"))
    journal = read(str(ROOT / "examples" / "2021" / "progress.yaml"), worklist)

    def of(kind: str, day: date, **more: Any) -> bytes:
        return build(kind, worklist, Query(), day, Progress(worklist, journal, day), **more)

    june, september = date(2021, 6, 1), date(2021, 9, 10)
    known = Progress(worklist, journal, september)
    unit = "区经发局"
    month = period_named("2021-09", Reports())
    said: dict[str, Any] = {"number": "督〔2021〕5号", "contact": "张某", "phone": "0797-8880000"}
    return {
        "list.docx": of("list", september),
        "report.docx": of("report", september, signed=OFFICE),
        "letters.docx": build(
            "letters",
            worklist,
            Query(units=(unit,)),
            june,
            Progress(worklist, journal, june),
            signed=OFFICE,
            **said,
        ),
        "ledger.xlsx": of("ledger", september),
        "form.xlsx": form(known, unit, led_by(worklist)[unit], "2021-09", month),
    }


def _fonts(folder: Path) -> Path:
    rules = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{font.split(":")[0]}</string></edit>'
        + (
            '<edit name="weight" mode="assign"><const>bold</const></edit>'
            if ":bold" in font
            else ""
        )
        + "</match>"
        for name, font in STANDING_IN.items()
    )
    file = folder / "fonts.conf"
    file.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{rules}</fontconfig>',
        encoding="utf-8",
    )
    return file


def printed(folder: Path) -> None:
    """Every document as PDF in a folder."""
    for name, data in documents().items():
        (folder / name).write_bytes(data)
    files = sorted(str(one) for one in folder.glob("*.*x"))
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(folder), *files],
        env=os.environ | {"FONTCONFIG_FILE": str(_fonts(folder))},
        check=True,
        capture_output=True,
    )


def picture(folder: Path, shown: Shown) -> Image.Image:
    """The pages of a picture beside and below each other."""
    pages = []
    for name, number in shown.pages:
        target = folder / f"{name}-{number}"
        which = ["-f", str(number), "-l", str(number), "-r", str(shown.dots)]
        command = ["pdftoppm", "-png", "-singlefile", *which]
        subprocess.run([*command, str(folder / f"{name}.pdf"), str(target)], check=True)
        pages.append(Image.open(f"{target}.png"))
    wide, high = max(one.width for one in pages), max(one.height for one in pages)
    rows = -(-len(pages) // shown.beside)
    size = (shown.beside * (wide + _EDGE) + _EDGE, rows * (high + _EDGE) + _EDGE)
    made = Image.new("RGB", size, _GROUND)
    for at, one in enumerate(pages):
        row, column = divmod(at, shown.beside)
        made.paste(one, (_EDGE + column * (wide + _EDGE), _EDGE + row * (high + _EDGE)))
    return made.quantize(64)


def main() -> None:
    """Takes each picture."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        printed(folder)
        for shown in TAKEN:
            picture(folder, shown).save(PICTURES / shown.name, optimize=True)


if __name__ == "__main__":
    main()
