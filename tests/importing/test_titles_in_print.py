"""A title of several lines in a PDF, by how it is set, and in plain text, by how its lines end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import imported, text, unused
from pdf_made import TYPE, letters, pdf, rules

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.importers.importing import Imported

ROWS = [
    ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"],
    ["1", "新建滨河大道。", "区住建局", "区财政局", "6月底前"],
]
COLUMNS = [30.0, 80.0, 270.0, 370.0, 470.0, 570.0]
A, B, C = "滨河区2024年", "新时代老区振兴发展拟向上", "争取支持的重大事项清单"
RED = "1 0 0"
Line = tuple[str, float, str, float, float]  # text, size, colour, steps down, steps aside


def at(
    words: str, size: float = 22, colour: str = "0 0 0", down: float = 1, aside: float = 0
) -> Line:
    """A line of a page: ``down`` and ``aside`` count in lines of 34 points and in its letters."""
    return words, size, colour, down, aside


def printed(file: Path, *lines: Line) -> Imported:
    """What an import makes of a page with these lines, each centred, above a table with rules."""
    shown, y = b"", 790.0
    for words, size, colour, down, aside in lines:
        y -= 34 * down
        x = 300 - size * len(words) / 2 + size * aside
        shown += letters(x, y, size, words, colour)
    file.write_bytes(pdf(shown + rules(ROWS, COLUMNS, y - 40, 20), TYPE))
    return imported(file, year=2024)


WHOLE = [at(A), at(B), at(C)]
CASES: dict[str, tuple[list[Line], list[str]]] = {
    "three lines": (WHOLE, []),
    "a letterhead and a number above it": (
        [at("滨河区人民政府文件", 36, RED), at("滨府发〔2024〕5号", 16, down=2), *WHOLE],
        ["滨河区人民政府文件", "滨府发〔2024〕5号"],
    ),
    "a red line directly above it": ([at("滨河区人民政府", colour=RED), *WHOLE], ["滨河区人民政府"]),
    "a larger line directly above it": ([at("滨河区人民政府", 30), *WHOLE], ["滨河区人民政府"]),
    "a number set as it is": ([at("滨府发〔2024〕5号"), *WHOLE], ["滨府发〔2024〕5号"]),
    "a free line between": ([at("滨河区人民政府"), at(A, down=2), *WHOLE[1:]], ["滨河区人民政府"]),
    "a line at the left above it": ([at("内部资料", aside=-9), *WHOLE], ["内部资料"]),
    "a remark below it": ([*WHOLE, at("（征求意见稿）")], ["（征求意见稿）"]),
    "text above it": ([at("现将清单印发给你们", 16), *WHOLE], ["现将清单印发给你们"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_title_in_a_pdf_is_whole_and_alone(name: str, tmp_path: Path) -> None:
    """Its lines joined; what is no part of it is told as not used."""
    lines, rest = CASES[name]
    made = printed(tmp_path / "a.pdf", *lines)
    assert made.draft.front.title == A + B + C
    assert unused(made) == rest
    assert len(made.draft.items) == 1


def test_letters_of_another_font_do_not_break_a_title(tmp_path: Path) -> None:
    """Digits are set in a Latin one, of the same size."""
    latin = TYPE.replace(b"]>>>>", b"]>>/F2<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>", 1)
    assert latin != TYPE
    line = letters(234, 700, 22, "滨河区") + letters(344, 700, 22, "年")
    line += b"BT /F2 22 Tf 1 0 0 1 300 700 Tm (2024) Tj ET\n"
    shown = line + letters(168, 666, 22, B) + letters(179, 632, 22, C)
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(shown + rules(ROWS, COLUMNS, 600, 20), latin))
    made = imported(file)
    assert (made.draft.front.title, unused(made)) == (A + B + C, [])


TEXTS = {
    "ends with its year": (A, B, C),
    "ends with 的": ("滨河区2024年深入推进改革的", "重点任务清单"),
    "ends with 和": ("滨河区2024年", "深入推进改革开放和", "高质量发展重点任务清单"),
    "ends with 、": ("滨河区2024年改革、", "发展、", "稳定重点任务清单"),
    "ends with 关于": ("滨河区人民政府关于", "滨河区重点任务分工方案"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_line_that_cannot_end_a_title_goes_before(name: str, tmp_path: Path) -> None:
    """In plain text, which does not tell how a line is set."""
    rows = "\n".join("\t".join(row) for row in ROWS)
    made = imported(text(tmp_path / "a.txt", "\n".join(["附件", *TEXTS[name], rows])), year=2024)
    assert (made.draft.front.title, unused(made)) == ("".join(TEXTS[name]), ["附件"])
