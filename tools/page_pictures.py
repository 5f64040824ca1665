"""Takes the pictures of the page that the documentation shows: ``python tools/page_pictures.py``.

The list of 2021 with the invented year of reports, as of 10 September, in Debian's Chromium.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from sulist.asking.query import Query
from sulist.journal.journal import read
from sulist.listfile.worklist import load
from sulist.standing.tracking import Progress
from sulist.write.documents import build

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
AS_OF = date(2021, 9, 10)
# Of each picture its name, the screen, and the item that is open and at its top, if one is.
TAKEN: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("page.png", {"viewport": {"width": 1180, "height": 1120}}, ""),
    (
        "page-telephone.png",
        {
            "viewport": {"width": 390, "height": 844},
            "device_scale_factor": 1.5,
            "color_scheme": "dark",
        },
        "1-1",
    ),
)


def page() -> bytes:
    """The page."""
    worklist = load(str(ROOT / "data" / "items.yaml"))
    journal = read(str(ROOT / "examples" / "2021" / "progress.yaml"), worklist)
    return build("page", worklist, Query(), AS_OF, Progress(worklist, journal, AS_OF))


def main() -> None:
    """Takes each picture."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_bytes(page())
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for name, screen, item in TAKEN:
            view = browser.new_page(reduced_motion="reduce", **screen)
            view.goto(f"{file.as_uri()}#i-{item}" if item else file.as_uri())
            view.evaluate("document.activeElement.blur()")
            view.screenshot(path=PICTURES / name)
            shot = Image.open(PICTURES / name).convert("RGB")
            shot.quantize(128, dither=Image.Dither.NONE).save(PICTURES / name, optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
