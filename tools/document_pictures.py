"""Takes the pictures of the documents that the guides show: ``python tools/document_pictures.py``.

Each is made by sulist of the list of 2021 with the invented year of reports, printed to PDF by
LibreOffice, and one page of it is drawn by pdftoppm. ``papers.png`` has four pages on one sheet. Where
the fonts of offices are missing, Noto's of the same kind stand in for them (Debian's fonts-noto-cjk).
"""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image, ImageOps

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
AS_OF = "2021-09-30"
COLOURS = 24
MOST_BYTES = 150_000


_SERIF, _SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
FONTS = {
    "方正小标宋简体": _SERIF,
    "仿宋_GB2312": _SERIF,
    "楷体_GB2312": _SERIF,
    "宋体": _SERIF,
    "黑体": _SANS,
}


class Shot(NamedTuple):
    """A picture: the command that makes the document, the document, and how much of its first page is shown."""

    name: str
    command: tuple[str, ...]
    file: str
    height: float = 1


_EXPORT = ("export", "--as-of", AS_OF)
_REPORT = (*_EXPORT, "report", "--since", "2021-08-31", "--output", "report.docx")
_LETTERS = ("--unit", "区经发局", "--signed", "区督查室", "--output", "letters.docx")
SHOTS = (
    Shot("list.png", (*_EXPORT, "list", "--output", "list.docx"), "list.docx"),
    Shot("report.png", _REPORT, "report.docx"),
    Shot("letter.png", ("export", "--as-of", "2021-06-01", "letters", *_LETTERS), "letters.docx"),
    Shot("ledger.png", (*_EXPORT, "ledger", "--output", "ledger.xlsx"), "ledger.xlsx"),
    Shot(
        "form.png",
        ("dispatch", "--as-of", AS_OF, "--unit", "区财政局", "--directory", "forms"),
        "forms/区财政局-2021年9月反馈表.xlsx",
        height=0.45,
    ),
)
# The sheet of pages, and how high each is on it.
_SHEET = ("list.png", "report.png", "letter.png")
_HEIGHT, _MARGIN, _TABLE = 720, 16, "#c8c8c8"


def sulist(folder: Path, *words: str) -> None:
    """Runs a command of sulist in a folder."""
    settings = os.environ | {"SULIST_LANG": "zh_CN", "SULIST_FILE": ""}
    command = [sys.executable, "-m", "sulist", *words]
    subprocess.run(command, cwd=folder, env=settings, check=True, stdout=subprocess.DEVNULL)


def with_fonts(folder: Path) -> dict[str, str]:
    """The settings of a process in which the missing fonts have their stand-ins."""
    aliases = "".join(
        f"<alias><family>{name}</family><accept><family>{other}</family></accept></alias>"
        for name, other in FONTS.items()
    )
    file = folder / "fonts.conf"
    system = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    file.write_text(f"<fontconfig>{system}{aliases}</fontconfig>", encoding="utf-8")
    return os.environ | {"FONTCONFIG_FILE": str(file)}


def printed(folder: Path, shot: Shot) -> Image.Image:
    """The first page of a document, as LibreOffice prints it, at 96 dots an inch."""
    sulist(folder, *shot.command)
    office = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless"]
    office += ["--convert-to", "pdf", "--outdir", "printed", shot.file]
    subprocess.run(office, cwd=folder, env=with_fonts(folder), check=True, capture_output=True)
    pdf = Path("printed", Path(shot.file).with_suffix(".pdf").name)
    draw = ["pdftoppm", "-png", "-r", "96", "-f", "1", "-l", "1", str(pdf)]
    drawn = subprocess.run(draw, cwd=folder, check=True, capture_output=True).stdout
    page = Image.open(BytesIO(drawn)).convert("RGB")
    shown = page.crop((0, 0, page.width, int(page.height * shot.height)))
    return ImageOps.expand(shown, border=1, fill=_TABLE)


def keep(picture: Image.Image, name: str) -> None:
    """Writes a picture in few colours.

    Raises:
        SystemExit: it is larger than a page of the documentation should load.
    """
    PICTURES.mkdir(exist_ok=True)
    few = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(PICTURES / name, optimize=True)
    size = (PICTURES / name).stat().st_size
    if size > MOST_BYTES:
        raise SystemExit(f"{name} has {size} bytes, more than {MOST_BYTES}")


def side_by_side(pictures: list[Image.Image]) -> Image.Image:
    """Pages of one height in one row."""
    small = [one.resize((one.width * _HEIGHT // one.height, _HEIGHT)) for one in pictures]
    width = sum(one.width + _MARGIN for one in small) + _MARGIN
    sheet = Image.new("RGB", (width, _HEIGHT + 2 * _MARGIN), _TABLE)
    left = _MARGIN
    for one in small:
        sheet.paste(one, (left, _MARGIN))
        left += one.width + _MARGIN
    return sheet


def main() -> None:
    """Takes each picture."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        sulist(folder, "init", ".", "--example")
        taken = {shot.name: printed(folder, shot) for shot in SHOTS}
    for each, picture in taken.items():
        keep(picture, each)
    keep(side_by_side([taken[each] for each in _SHEET]), "papers.png")


if __name__ == "__main__":
    main()
