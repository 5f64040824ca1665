"""Web pages as browsers read them: broken ones too, and no text that a browser shows is dropped."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from documents_made import imported, rows, text, unused

from sulist.base.errors import FileError
from sulist.importers.read import web_page

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "滨河区2024年重点任务清单"
HEAD = "<tr><td>序号<td>事项名称<td>牵头单位<td>责任单位<td>完成时限"
ROW = "<tr><td>1<td>修路<td>区住建局<td>各镇<td>8月底前"
READ = ("1-1", "修路", "区住建局", "各镇", "8月底前")


def shown(page: str) -> list[list[str]]:
    """The texts of each row of a page, its running text included."""
    grid = web_page.read(page.encode(), "a.html", lambda _done, _of: None)
    return [[cell.text for cell in row.cells] for row in grid.rows]


@pytest.mark.parametrize(
    "page",
    [
        f"<h1>{TITLE}</h1><table>{HEAD}{ROW}</table>",
        f"<!DOCTYPE html><html><head><title>x</title></head><body><p>{TITLE}<table>{HEAD}{ROW}",
        f"<p>{TITLE}</p><table><thead>{HEAD}</thead><tbody>{ROW}</tbody></table>",
        f"<p>{TITLE}</p><TABLE BORDER=1>{HEAD.upper()}{ROW.upper()}</TABLE>",
        f"<p>{TITLE}</p><table><!-- <tr><td>9 -->{HEAD}<!-- -->{ROW}</table>",
        f"<head><style>td{{}}</style><p>{TITLE}</p><table>{HEAD}{ROW}</table>",
        f"<p>{TITLE}</p><form><table>{HEAD}</form>{ROW}</table>",
        f"<center><font size=5>{TITLE}</font></center><table>{HEAD}{ROW}</table></body></html>",
        f"<p>{TITLE}</p><table>{HEAD}</table></table><table>{HEAD}{ROW}</table>",
        f"<p>{TITLE}</p><table>{HEAD}{ROW.replace('修路', '<script>var a = 1 < 2</script>修路<svg><text>x</text></svg>')}</table>",
        f"<p>{TITLE}</p><table>{HEAD}{ROW.replace('修路', '<o:p>修</o:p><![if x]>路<![endif]>')}</table>",
    ],
)
def test_the_list_of_a_page_is_read_however_it_is_written(page: str, tmp_path: Path) -> None:
    """End tags may be left out, and what is no list stands anywhere."""
    assert rows(imported(text(tmp_path / "a.html", page))) == [READ]


def test_what_stands_in_a_table_and_in_no_cell_is_above_it(tmp_path: Path) -> None:
    """Browsers show it there; it is told as not used."""
    page = f"<p>{TITLE}</p><table>{HEAD}{ROW}<tr>无处可归<b>也是</b></table>"
    made = imported(text(tmp_path / "a.html", page))
    assert rows(made) == [READ]
    assert "".join(unused(made)) == "无处可归也是"


def test_a_table_right_inside_a_table_ends_it() -> None:
    """One that stands in a cell is laid out by it."""
    assert shown("<table><tr><td>甲<table><tr><td>乙<td>丙</table>") == [["甲"], ["乙", "丙"]]
    assert shown("<table><tr><td>甲</td></tr><table><tr><td>乙") == [["甲"], ["乙"]]


def test_what_a_person_typed_on_a_page_is_its_text() -> None:
    """In a text area tags are letters."""
    assert shown("<p><textarea>甲<b></textarea>") == [["甲<b>"]]


@pytest.mark.parametrize("hidden", ["script", "style", "noscript", "template", "svg", "title"])
def test_what_is_no_text_of_the_page_is_left_out(hidden: str) -> None:
    """And what comes behind it is not."""
    assert shown(f"<p>甲</p><{hidden}>x</{hidden}><p>乙</p>") == [["甲"], ["乙"]]
    assert shown("<head><title>x</title></head><p>甲</p>") == [["甲"]]


def test_a_page_that_frames_others_is_said_to(tmp_path: Path) -> None:
    """Browsers show nothing else of it, so the list is in another file."""
    page = f"<html><frameset><frame src=a.html></frameset><table>{HEAD}{ROW}</table></html>"
    with pytest.raises(FileError, match=r"a\.html is a frame around other pages.* save it"):
        imported(text(tmp_path / "a.html", page))


def test_a_deep_page_is_read_to_its_end() -> None:
    """No depth is too deep for the walk."""
    assert shown("<b>" * 400 + "<i><u>" * 3000 + "甲") == [["甲"]]
    assert shown("<div>" * 5_000 + "甲") == [["甲"]]


def test_no_text_is_dropped_from_a_broken_page() -> None:
    """Every numbered text of a thousand pages of tags in any order is somewhere in the grid, once; what is not chosen, beside it."""
    tags = "table tr td th p div span b br tbody thead caption select option a ul li h1 form button".split()
    for seed in range(1_000):
        chance = random.Random(seed)  # noqa: S311 - the same pages each time
        page, texts = "", 0
        for _step in range(chance.randint(3, 25)):
            kind = chance.random()
            if kind < 0.4:
                texts += 1
                page += f"字{texts}号"
            else:
                page += f"<{'/' * (kind > 0.8)}{chance.choice(tags)}>"
        grid = web_page.read(page.encode(), "a.html", lambda _done, _of: None)
        cells = [*grid.beside, *(cell for row in grid.rows for cell in row.cells)]
        whole = " ".join(cell.text for cell in cells if not cell.merged)
        found = sorted(map(int, re.findall(r"字(\d+)号", whole)))
        assert found == list(range(1, texts + 1)), page


def test_a_long_page_tells_how_far_it_is() -> None:
    """As every reader does."""
    told: list[tuple[int, int]] = []
    page = "<p>甲</p>" * 12_000
    web_page.read(page.encode(), "a.html", lambda done, of: told.append((done, of)))
    assert told[0] == (10_000, 24_000)
    assert told[-1] == (1, 1)


def test_who_signs_before_the_buttons_of_a_page_is_no_part_of_the_last_item(tmp_path: Path) -> None:
    """【打印】【关闭】 on one line, and an appeal to all before the signature."""
    lines = [
        TITLE,
        "一、人居环境",
        "（一）改造户厕120户，6月底前完成。（责任单位：区住建局）",
        "（二）新建中转点3处。（责任单位：各镇）",
        "请各镇抓紧排查，认真整改到位。",
        "滨河区人民政府",
        "2024年12月29日",
        "<a>【打印】</a> <a>【关闭】</a>",
    ]
    made = imported(text(tmp_path / "a.html", "".join(f"<p>{line}</p>" for line in lines)))
    assert [one[1] for one in rows(made)] == ["改造户厕120户，6月底前完成。", "新建中转点3处。"]
    assert {"请各镇抓紧排查，认真整改到位。", "滨河区人民政府", "【打印】【关闭】"} <= {
        *unused(made)
    }
