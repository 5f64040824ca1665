"""Web pages saved whole (.mht) are read as the page that they hold, whoever saved them."""

from __future__ import annotations

from base64 import b64encode
from quopri import encodestring
from typing import TYPE_CHECKING

import pytest
from documents_made import imported, rows, text, unused

from sulist.base.errors import FileError

if TYPE_CHECKING:
    from pathlib import Path

LIST = (
    "<p>滨河区2024年重点任务清单</p><table><tr><td>序号<td>事项名称<td>牵头单位<td>责任单位<td>完成时限"
    "<tr><td>1<td>修路<td>区住建局<td>各镇<td>8月底前</table>"
)
READ = [("1-1", "修路", "区住建局", "各镇", "8月底前")]
EDGE = "b0undary"


def part(page: str, charset: str = "utf-8", coding: str = "base64", kind: str = "text/html") -> str:
    """One part of the letter that such a file is."""
    data = page.encode(charset)
    body = (b64encode(data) if coding == "base64" else encodestring(data)).decode()
    return (
        f'Content-Type: {kind}; charset="{charset}"\r\nContent-Transfer-Encoding: {coding}\r\n'
        f"Content-Location: http://x.invalid/\r\n\r\n{body}\r\n"
    )


def saved(*parts: str, before: str = "From: <Saved by a browser>\r\nSubject: x\r\n") -> str:
    """The whole file."""
    inside = "".join(f"--{EDGE}\r\n{one}" for one in parts)
    head = f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="{EDGE}"\r\n\r\n'
    return f"{before}{head}{inside}--{EDGE}--\r\n"


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk", "utf-16"])
@pytest.mark.parametrize("coding", ["base64", "quoted-printable"])
def test_the_page_is_read_in_the_letters_that_are_told_with_it(
    charset: str, coding: str, tmp_path: Path
) -> None:
    """The page itself need not name them."""
    assert rows(imported(text(tmp_path / "a.mht", saved(part(LIST, charset, coding))))) == READ


@pytest.mark.parametrize("name", ["a.mht", "a.mhtml", "a.doc", "a.html", "a.xls"])
def test_it_is_known_by_what_it_holds(name: str, tmp_path: Path) -> None:
    """Office systems write it under names of other kinds; without pictures it is one part."""
    assert rows(imported(text(tmp_path / name, saved(part(LIST))))) == READ
    alone = "MIME-Version: 1.0\r\n" + part(LIST)
    assert rows(imported(text(tmp_path / name, alone))) == READ


def test_pictures_and_styles_hold_no_text(tmp_path: Path) -> None:
    """Only pages are read."""
    style = part("td{color:red}", kind="text/css")
    made = imported(text(tmp_path / "a.mht", saved(style, part(LIST), part("x", kind="image/png"))))
    assert rows(made) == READ
    assert unused(made) == []


def test_what_a_frame_shows_is_read(tmp_path: Path) -> None:
    """The page that frames others holds nothing itself; a page beside the list is named as not used."""
    frame = part("<html><frameset><frame src=b><frame src=c></frameset></html>")
    made = imported(text(tmp_path / "a.mht", saved(frame, part(LIST), part("<p>网站导航</p>"))))
    assert rows(made) == READ
    assert unused(made) == ["网站导航"]


def test_one_that_holds_no_page_is_refused(tmp_path: Path) -> None:
    """It says that the file is not whole."""
    file = text(tmp_path / "a.mht", saved(part("x", kind="image/png")))
    with pytest.raises(FileError, match=r"a\.mht is damaged or not whole"):
        imported(file)
