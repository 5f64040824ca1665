"""The form of a paper is that of GB/T 9704-2012, whatever it says."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from papers import PAPERS, day, made, opened

from sulist.base.showing import printable
from sulist.write.paper.docx import Band, Paper, PaperCell, PaperColumn
from sulist.write.paper.styles import STYLES
from sulist.write.paper.title_lines import title_lines


@pytest.fixture(params=PAPERS)
def paper(request: pytest.FixtureRequest) -> Any:
    """A paper of each kind."""
    return opened(made(request.param, "06-01"))


def test_the_page_is_a4_with_the_standard_margins(paper: Any) -> None:
    """37 mm above, 35 below, 28 left, 26 right: 156 by 225 mm of text."""
    for section in paper.sections:
        found = [
            section.page_width,
            section.page_height,
            section.top_margin,
            section.bottom_margin,
            section.left_margin,
            section.right_margin,
        ]
        wanted = [Mm(mm) for mm in (210, 297, 37, 35, 28, 26)]
        assert [abs(one - two) < Mm(0.1) for one, two in zip(found, wanted, strict=True)] == 6 * [
            True
        ]


def test_a_page_has_22_lines_of_28_characters(paper: Any) -> None:
    """28.95 pt a line; 16 pt a character, less what 28 of them are too wide."""
    body = paper.styles["Body Text"]
    assert body.font.size == Pt(16)
    assert body.paragraph_format.line_spacing_rule == WD_LINE_SPACING.EXACTLY
    assert body.paragraph_format.line_spacing == Pt(28.95)
    assert 22 * Pt(28.95) <= Mm(225) < 23 * Pt(28.95)
    tighter = int(body.element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    assert 28 * (16 + tighter) <= Mm(156).pt < 29 * (16 + tighter)
    indent = body.element.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:firstLineChars")) == "200"


TYPE = {
    "Title": ("方正小标宋简体", 22),
    "Subtitle": ("楷体_GB2312", 16),
    "Body Text": ("仿宋_GB2312", 16),
    "Heading 1": ("黑体", 16),
    "Heading 2": ("楷体_GB2312", 16),
    "Footer": ("宋体", 14),
}


@pytest.mark.parametrize("name", TYPE)
def test_type_is_the_standard_s(paper: Any, name: str) -> None:
    """Title 小标宋 2号, text 仿宋 3号, headings 黑体 and 楷体, page numbers 宋体 4号."""
    style = paper.styles[name]
    fonts = style.element.rPr.find(qn("w:rFonts"))
    assert (fonts.get(qn("w:eastAsia")), style.font.size) == (TYPE[name][0], Pt(TYPE[name][1]))


def test_every_font_is_told_what_stands_in_for_it() -> None:
    """Where 仿宋_GB2312 is missing, 仿宋 is the nearest; a font of Latin letters needs none."""
    with ZipFile(BytesIO(made("list"))) as archive:
        table = archive.read("word/fontTable.xml").decode()
    for one in STYLES:
        assert f'<w:font w:name="{one.font}"><w:altName w:val="' in table


def test_page_numbers_stand_between_dashes_at_the_outer_edge(paper: Any) -> None:
    """Odd ones right, even ones left, one character from the edge; 7 mm below the text."""
    assert paper.settings.odd_and_even_pages_header_footer
    for section in paper.sections:
        for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
            paragraph = footer.paragraphs[0]
            assert paragraph.text == "—  —"
            field = paragraph._p.find(qn("w:fldSimple"))
            assert field.get(qn("w:instr")).strip() == "PAGE"
            assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side
            assert paragraph._p.pPr.find(qn("w:ind")).get(qn(f"w:{side}Chars")) == "100"
        assert abs(section.footer_distance - Mm(25)) < Mm(0.1)


def test_every_table_repeats_its_header_and_fits_the_page(paper: Any) -> None:
    """The first row, and no other; no table is wider than the text."""
    for table in paper.tables:
        repeated = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") for row in table.rows]
        assert repeated[0] is not None
        assert not any(one is not None for one in repeated[1:])
        columns = table._tbl.tblGrid.findall(qn("w:gridCol"))
        assert sum(int(one.get(qn("w:w"))) for one in columns) <= round(Mm(156.2).pt * 20)


def test_no_run_and_no_style_leaves_the_font_of_chinese_to_chance(paper: Any) -> None:
    """A style names its East Asian font; a run's hint sets “” and … in it too."""
    for run in paper.element.body.iter(qn("w:r")):
        assert run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}").get(qn("w:hint")) == "eastAsia"
    used = {one.get(qn("w:val")) for one in paper.element.body.iter(qn("w:pStyle"))}
    named = {style.style_id: style for style in paper.styles}
    for one in used:
        fonts = named[one].element.rPr.find(qn("w:rFonts"))
        assert fonts.get(qn("w:eastAsia"))


NASTY = (
    "<script>alert(1)</script>",
    "]]>",
    "&amp; & &#65;",
    "</w:t></w:r><w:r><w:t>",
    "=cmd|' /C calc'!A0",
    "{{ title }} {0} %s",
    "\u202eabc\u200f",
    "\x00\x07\x1b[31m\x7f",
    "\ud800",
    "😀🇨🇳👨‍👩‍👧",
    "𠮷野家",
    "第一行\n第二行\t右",
    "  two  spaces  ",
    "“”‘’…—",
    "字" * 32768,
    "A" * 5000,
    "",
)


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:12]))
def test_no_text_is_markup_and_none_is_lost(text: str) -> None:
    """In every place of a paper; what steers or reorders is shown as its code."""
    paper = Paper(text, day("06-01"))
    paper.title("题" + text, text)
    paper.body(text)
    paper.lead(text, text)
    paper.text(text, "heading 1")
    columns = (PaperColumn("甲" + text, 78), PaperColumn("乙", 78))
    paper.table(columns, [Band(text), (text, PaperCell(text, text, "red"))])
    paper.signature((text, 4))
    found = opened(paper.as_bytes())
    shown = printable(text).encode("utf-8", "backslashreplace").decode()
    body = [one.text for one in found.paragraphs]
    assert body[0].replace("\n", "") == "题" + shown.replace("\n", "")
    assert [one for one in body[1:] if one] == (
        [shown, shown, 2 * shown, shown, shown] if text else []
    )
    rows = found.tables[0].rows
    assert [cell.text for cell in rows[0].cells] == ["甲" + shown, "乙"]
    assert [cell.text for cell in rows[1].cells] == [shown, shown]
    assert [cell.text for cell in rows[2].cells] == [shown, f"{shown}\n{shown}" if text else ""]
    assert found.core_properties.title == shown


def test_a_row_that_is_longer_than_a_page_goes_on_over_its_end() -> None:
    """Word cuts off what does not fit where a row may not break; a short row stays whole."""
    paper = Paper("", day("06-01"))
    paper.table((PaperColumn("甲", 156),), [("短",), ("字" * 3000,)])
    rows = opened(paper.as_bytes()).tables[0].rows
    whole = [row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows]
    assert whole == [True, True, False]


TITLES = {
    "赣州蓉江新区2021年新时代赣南苏区振兴发展拟向上争取支持的重大事项清单": [
        "赣州蓉江新区2021年",
        "新时代赣南苏区振兴发展",
        "拟向上争取支持的重大事项清单",
    ],
    "某市2024年重点工作任务清单推进情况报告": ["某市2024年重点工作任务清单推进情况报告"],
    "重大事项催办单": ["重大事项催办单"],
    "某县关于《重点工作任务清单（2024年）》推进情况的通报": [
        "某县关于《重点工作任务清单（2024年）》",
        "推进情况的通报",
    ],
    "某市2026年度“惠民十事”督办分解表推进情况报告": [
        "某市2026年度",
        "“惠民十事”督办分解表推进情况报告",
    ],
    "": [""],
}


@pytest.mark.parametrize("title", TITLES)
def test_a_title_breaks_between_words(title: str) -> None:
    """As the standard asks: complete in meaning, even, of fitting length."""
    assert title_lines(title, 20) == TITLES[title]


@pytest.mark.parametrize(
    "title", [*TITLES, "一" * 500, "Ab9" * 90, "。" * 50, "《" * 50, "a 中 " * 30]
)
def test_a_title_loses_nothing_and_fits(title: str) -> None:
    """Whatever it is."""
    lines = title_lines(title, 20)
    assert "".join(lines) == title
    assert all(len(line.encode("gbk")) <= 40 for line in lines)


@pytest.mark.parametrize("kind", PAPERS)
def test_the_same_input_gives_the_same_bytes(kind: str) -> None:
    """No clock and no random number is in a paper; its moments are the day asked about."""
    data = made(kind, "06-01")
    assert data == made(kind, "06-01")
    with ZipFile(BytesIO(data)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not archive.testzip()
    properties = opened(data).core_properties
    assert {properties.created.date(), properties.modified.date()} == {day("06-01")}


def test_a_light_has_its_colour_and_its_word() -> None:
    """Only the light is coloured, and never without the word for the colour."""
    words = {"B00000": "红灯", "8A6100": "黄灯", "1E6B2E": "绿灯", "1F4E8C": "蓝灯"}
    seen = set()
    for as_of in ("06-05", "09-30"):
        for run in opened(made("report", as_of)).element.body.iter(qn("w:r")):
            colour = run.find(f"{qn('w:rPr')}/{qn('w:color')}")
            if colour is not None:
                assert run.text.strip().startswith(words[colour.get(qn("w:val"))])
                seen.add(colour.get(qn("w:val")))
    assert seen == set(words)
