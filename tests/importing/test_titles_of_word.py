"""A title of several centred lines in one large face comes back whole, and nothing else with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from documents_made import imported, unused
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.importers.importing import Imported

Line = tuple[str, str]  # how it is set, and its text
ROWS = [
    ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"],
    ["1", "新建滨河大道。", "区住建局", "区财政局", "6月底前"],
]
SET = {  # size, bold, red, Chinese font
    "title": (22, False, False, "方正小标宋简体"),
    "letterhead": (22, False, True, "方正小标宋简体"),
    "larger": (36, False, False, "方正小标宋简体"),
    "kai": (22, False, False, "楷体_GB2312"),
    "bold": (22, True, False, "方正小标宋简体"),
    "text": (16, False, False, "仿宋_GB2312"),
    "small": (12, False, False, "仿宋_GB2312"),
}


def paper(file: Path, *lines: Line) -> Imported:
    """What an import makes of a Word document with these lines above its table."""
    document: Any = Document()
    for look, text in lines:
        line = document.add_paragraph()
        size, bold, red, font = SET[look.removeprefix("left ")]
        if not look.startswith("left "):
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for at, part in enumerate(text.split("|")):  # a run each
            run = line.add_run(part)
            run.font.size, run.bold = Pt(size + at if look == "mixed" else size), bold
            run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
            if red:
                run.font.color.rgb = RGBColor(0xFF, 0, 0)
    table = document.add_table(rows=2, cols=5)
    for line, cells in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(line.cells, cells, strict=True):
            cell.text = text
    document.save(str(file))
    return imported(file, year=2024)


A, B, C = "滨河区2024年", "新时代老区振兴发展拟向上", "争取支持的重大事项清单"
WHOLE = [("title", A), ("title", B), ("title", C)]
FREE = ("text", "")
CASES: dict[str, tuple[list[Line], str, list[str]]] = {
    "three paragraphs": (WHOLE, A + B + C, []),
    "line breaks in one paragraph": ([("title", f"{A}\n{B}\n{C}")], A + B + C, []),
    "runs for digits, names and the rest": ([("title", "滨河区|2024|年"), *WHOLE[1:]], A + B + C, []),
    "a letterhead and a number above it": (
        [("letterhead", "滨河区人民政府文件"), ("text", "滨府发〔2024〕5号"), FREE, *WHOLE],
        A + B + C,
        ["滨河区人民政府文件", "滨府发〔2024〕5号"],
    ),
    "a red letterhead directly above it": (
        [("letterhead", "滨河区人民政府"), *WHOLE], A + B + C, ["滨河区人民政府"],
    ),
    "a letterhead set as it is": (
        [("title", "滨河区人民政府文件"), *WHOLE], A + B + C, ["滨河区人民政府文件"],
    ),
    "a larger letterhead": ([("larger", "滨河区人民政府"), *WHOLE], A + B + C, ["滨河区人民政府"]),
    "a letterhead and a free line": (
        [("title", "滨河区人民政府"), FREE, *WHOLE], A + B + C, ["滨河区人民政府"],
    ),
    "a number set as it is": (
        [("title", "滨府发〔2024〕5号"), *WHOLE], A + B + C, ["滨府发〔2024〕5号"],
    ),
    "an annex's mark set as it is": ([("title", "附件1"), *WHOLE], A + B + C, ["附件1"]),
    "who issues it, as a title begins by the standard": (
        [("title", "滨河区人民政府办公室"), ("title", "关于印发2024年重点任务清单"), ("title", "的通知")],
        "滨河区人民政府办公室关于印发2024年重点任务清单的通知",
        [],
    ),
    "an addressee below it": (
        [*WHOLE, FREE, ("left text", "各镇人民政府，区直各部门：")], A + B + C, ["各镇人民政府，区直各部门："],
    ),
    "an addressee set as it is": (
        [*WHOLE, ("title", "各镇人民政府：")], A + B + C, ["各镇人民政府："],
    ),
    "a remark and a total below it": (
        [*WHOLE, ("title", "（征求意见稿）"), ("text", "（共1项）")], A + B + C, ["（征求意见稿）"],
    ),
    "who and when below it": (  # when is read as the day of issue
        [*WHOLE, ("title", "滨河区人民政府"), ("title", "2024年1月8日")], A + B + C, ["滨河区人民政府"],
    ),
    "a line above it in another font": ([("kai", "内部资料"), *WHOLE], A + B + C, ["内部资料"]),
    "a bold line above it": ([("bold", "内部资料"), *WHOLE], A + B + C, ["内部资料"]),
    "a line at the left above it": ([("left title", "内部资料"), *WHOLE], A + B + C, ["内部资料"]),
    "small centred lines are no title's": (
        [("small", "内部资料"), ("small", "滨河区2024年重大事项清单")], "滨河区2024年重大事项清单", ["内部资料"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_title_is_whole_and_alone(name: str, tmp_path: Path) -> None:
    """Its lines joined; what is no part of it is told as not used."""
    lines, title, rest = CASES[name]
    made = paper(tmp_path / "a.docx", *lines)
    assert made.draft.front.title == title
    assert unused(made) == rest
    assert made.draft.front.region == "滨河区"


def test_a_style_may_say_how_a_title_is_set(tmp_path: Path) -> None:
    """Also one that is based on another; what a line says of itself goes before."""
    document: Any = Document()
    for style in ("Title", "Subtitle"):
        document.styles[style].font.size = Pt(22)
        document.styles[style].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.styles["Normal"].font.size = Pt(16)
    document.add_paragraph("内部资料", style="Title").alignment = WD_ALIGN_PARAGRAPH.LEFT
    for line in (A, B, C):
        document.add_paragraph(line, style="Title")
    table = document.add_table(rows=2, cols=5)
    for line, cells in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(line.cells, cells, strict=True):
            cell.text = text
    document.save(str(tmp_path / "a.docx"))
    made = imported(tmp_path / "a.docx")
    assert (made.draft.front.title, unused(made)) == (A + B + C, ["内部资料"])


def test_the_title_of_one_document_takes_nothing_from_another(tmp_path: Path) -> None:
    """The last line of the first and the first of the second are set alike, and stand apart."""
    document: Any = Document()
    line = document.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run("滨河区人民政府办公室").font.size = Pt(22)
    document.save(str(tmp_path / "1.docx"))
    paper(tmp_path / "2.docx", *WHOLE)
    made = imported(tmp_path / "1.docx", tmp_path / "2.docx")
    assert (made.draft.front.title, unused(made)) == (A + B + C, ["滨河区人民政府办公室"])
