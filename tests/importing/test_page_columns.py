"""Running text in two columns is read down the one, then down the other; what only looks so is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents_made import imported, unused
from pdf_made import TYPE, letters, pdf

from sulist.importers.read import pdf as reader

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "滨河区2024年重点任务清单"
LEFT = [
    "1.新建滨河大道北延段以及配套的地下管",
    "网。（区住建局牵头，6月底前完成）　　",
    "2.改造老旧小区十二个并加装电梯三十部",
    "以上。（区城管局牵头，9月底前完成）　",
    "3.新增公办幼儿园学位六百个并配齐教师",
    "和保育员。（区教育局牵头，8月底前完成",
]
RIGHT = [
    "）4.建成区人民医院新院区并完成整体的",
    "搬迁工作。（区卫健局牵头，年底前完成）",
    "5.治理滨河支流两岸的排污口二十三个并",
    "建立台账。（区水利局牵头，5月底前完成",
    "）6.建设口袋公园十处并向市民开放使用",
    "至少九处。（区林业局牵头，7月底前完成）",
]


def page(*columns: tuple[float, list[str]], title: str = TITLE, down: float = 0) -> bytes:
    """A page with lines in columns that begin at these places; the second ``down`` so much lower."""
    shown = letters(200, 760, 16, title)
    for number, (left, lines) in enumerate(columns):
        for at, line in enumerate(lines):
            shown += letters(left, 700 - 18 * at - down * number, 12, line)
    return pdf(shown, TYPE)


def lines_of(data: bytes) -> str:
    """The running text of a page, in the order in which it is read."""
    grid = reader.read(data, "a.pdf", lambda _done, _of: None)
    return "".join(cell.text for row in grid.rows for cell in row.cells).replace("\u3000", "")


def test_the_left_column_comes_before_the_right_one(tmp_path: Path) -> None:
    """Each paragraph is whole, also where its lines stand a little lower than those beside them."""
    whole = TITLE + "".join([*LEFT, *RIGHT]).replace("\u3000", "")
    for down in (0, 5):
        data = page((40, LEFT), (310, RIGHT), down=down)
        assert lines_of(data) == whole
    file = tmp_path / "a.pdf"
    file.write_bytes(page((40, LEFT), (310, RIGHT)))
    assert unused(imported(file)) == []


def test_a_table_without_rules_is_no_columns() -> None:
    """Its texts are not full, so lines are read across."""
    short = ["修路", "改造老旧小区", "种树", "建公园三处", "治水", "办幼儿园"]
    units = ["区住建局", "区城管局", "区林业局", "区住建局", "区水利局", "区教育局"]
    read = lines_of(page((40, short), (310, units)))
    assert read.startswith(f"{TITLE}修路 区住建局")


def test_one_column_stays_as_it_is() -> None:
    """Though its lines begin with the same place."""
    assert lines_of(page((40, LEFT))) == TITLE + "".join(LEFT).replace("\u3000", "")
