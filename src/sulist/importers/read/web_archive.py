"""Web pages saved whole with what they show (.mht), as browsers, Word and office systems write them.

Every page in the file is read, a frame's too, in their order: pictures and styles hold no list.
"""

from __future__ import annotations

from email import message_from_bytes
from typing import TYPE_CHECKING

from sulist.base.showing import printable
from sulist.importers.grid import Grid, joined
from sulist.importers.read import web_page
from sulist.importers.read.sniff import damaged

if TYPE_CHECKING:
    from sulist.importers.grid import ReadShare


def read(data: bytes, name: str, progress: ReadShare) -> Grid:
    """The grid of all pages that the file holds.

    Raises:
        FileError: it holds none, or one that cannot be read.
    """
    pages = [
        (part.get_payload(decode=True), part.get_content_charset() or "")
        for part in message_from_bytes(data.lstrip()).walk()
        if part.get_content_type() == "text/html"
    ]
    texts = [
        web_page.decoded(page, name, charset)
        for page, charset in pages
        if isinstance(page, bytes) and page.strip()
    ]
    # A frame shows nothing itself; what it shows stands in the file too.
    shown = [one for one in texts if not web_page.is_frame(one)] or texts
    if not shown:
        raise damaged(printable(name))

    def part_of(at: int) -> ReadShare:
        return lambda done, of: progress(at * of + done, len(shown) * of)

    return joined([web_page.read_text(one, name, part_of(at)) for at, one in enumerate(shown)])
