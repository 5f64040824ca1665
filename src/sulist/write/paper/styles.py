"""The parts of a docx that are the same in every document: styles, fonts, page numbers.

Measures are those of GB/T 9704-2012, 党政机关公文格式: 5.1 paper and margins, 5.2 type and lines,
7.2.1 title, 7.3.3 headings, 7.5 page numbers. The elements follow ECMA-376, in its order.
"""

from __future__ import annotations

from typing import NamedTuple

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TITLE_FONT = "方正小标宋简体"
BODY_FONT = "仿宋_GB2312"
FIRST_FONT = "黑体"
SECOND_FONT = "楷体_GB2312"
NUMBER_FONT = "宋体"
LATIN_FONT = "Times New Roman"

# What stands in for a font where it is missing: other names of it first, then the nearest.
_FONTS = (
    (TITLE_FONT, "FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,STZhongsong,宋体", "auto"),
    (BODY_FONT, "FangSong_GB2312,仿宋,FangSong,华文仿宋,STFangsong", "modern"),
    (SECOND_FONT, "KaiTi_GB2312,楷体,KaiTi,华文楷体,STKaiti", "modern"),
    (FIRST_FONT, "SimHei,华文黑体,STHeiti,Microsoft YaHei", "modern"),
    (NUMBER_FONT, "SimSun,华文宋体,STSong", "auto"),
)

MM = 1440 / 25.4  # twips: a twentieth of a point
_A4 = (11906, 16838)
TEXT_WIDTH = 156  # mm
BODY_SIZE = 32  # half points: 3号
LINE = 579  # 28.95 pt: 22 lines in 225 mm
CELL_EDGE, SMALL_EDGE = 57, 40  # twips between a cell's edge and its text: 1 mm, and less
# 28 characters of 16 pt are wider than 156 mm: each gives up this, in twips. A grid of characters
# would do it too, but LibreOffice spreads what is not Chinese over whole cells of one.
_TIGHTER = -5


class PageForm(NamedTuple):
    """A page of A4: upright or across, margins and text in mm; ``foot`` is how far the number is from the edge."""

    across: bool
    margins: tuple[tuple[str, int], ...]
    width: int
    height: int
    foot: int


# The dashes of the page's number stand 7 mm below the text.
PORTRAIT = PageForm(
    False, (("top", 37), ("right", 26), ("bottom", 35), ("left", 28)), TEXT_WIDTH, 225, 25
)
# The same page turned, its head where it is bound.
LANDSCAPE = PageForm(True, (("top", 28), ("right", 37), ("bottom", 26), ("left", 35)), 225, 156, 16)


class Style(NamedTuple):
    """A style: its name in Word, font, size in half points, line in twips, and how it is set.

    ``indent`` is that of the first line in characters; ``level`` is its place in the outline, from 1.
    """

    id: str
    name: str
    font: str
    size: int
    line: int = LINE
    align: str = "both"
    indent: int = 0
    level: int = 0
    exact: bool = True
    grid: bool = True
    next_too: bool = False


STYLES = (
    Style("a3", "Body Text", BODY_FONT, BODY_SIZE, indent=2),
    Style("a4", "Title", TITLE_FONT, 44, 680, "center", grid=False, next_too=True),
    Style("a5", "Subtitle", SECOND_FONT, BODY_SIZE, align="center", next_too=True),
    Style("1", "heading 1", FIRST_FONT, BODY_SIZE, indent=2, level=1, next_too=True),
    Style("2", "heading 2", SECOND_FONT, BODY_SIZE, indent=2, level=2, next_too=True),
    Style("a10", "编号", BODY_FONT, BODY_SIZE, align="right", next_too=True),
    Style("a9", "主送", BODY_FONT, BODY_SIZE, next_too=True),
    Style("a6", "Signature", BODY_FONT, BODY_SIZE, align="right"),
    Style("a7", "附件说明", FIRST_FONT, BODY_SIZE, align="left", next_too=True),
    Style("t1", "表格文字", BODY_FONT, 24, 360, "left", grid=False),
    Style("t2", "表格表头", FIRST_FONT, 24, 360, "center", grid=False, next_too=True),
    Style("t3", "表格分类", FIRST_FONT, 24, 360, "left", grid=False, next_too=True),
    Style("t4", "表格小字", BODY_FONT, 21, 320, "left", grid=False),
    Style("t5", "表格小字表头", FIRST_FONT, 21, 320, "center", grid=False, next_too=True),
    Style("a8", "footer", NUMBER_FONT, 28, 240, "left", exact=False, grid=False),
)
BY_NAME = {one.name: one for one in STYLES}


def row_height(small: bool) -> tuple[float, float]:
    """How high a line of a table's cell is and its edges together, in mm."""
    edge = SMALL_EDGE if small else CELL_EDGE
    return BY_NAME["表格小字" if small else "表格文字"].line / MM, 2 * edge / MM


def fixed_parts(title: str, day: str) -> list[tuple[str, list[str]]]:
    """Every part but the text; ``title`` is safe in XML, ``day`` the one asked about, as ISO text."""
    return [
        ("[Content_Types].xml", [_CONTENT_TYPES]),
        ("_rels/.rels", [_RELATIONS]),
        ("docProps/core.xml", [_CORE.format(title=title, day=day)]),
        ("docProps/app.xml", [_APP]),
        ("word/_rels/document.xml.rels", [_DOCUMENT_RELATIONS]),
        ("word/styles.xml", [_styles()]),
        ("word/settings.xml", [_SETTINGS]),
        ("word/fontTable.xml", [_font_table()]),
        ("word/footer1.xml", [_footer("right")]),
        ("word/footer2.xml", [_footer("left")]),
    ]


DOCUMENT = (
    f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>',
    "</w:body></w:document>",
)


def section(page: PageForm, *, restart: bool = False) -> str:
    """The page: size, margins, grid, footers; ``restart`` begins on an odd page, numbered 1."""
    margins = " ".join(f'w:{side}="{round(size * MM)}"' for side, size in page.margins)
    wide, high = reversed(_A4) if page.across else _A4
    turned = ' w:orient="landscape"' if page.across else ""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="even" r:id="rId5"/>'
        + ('<w:type w:val="oddPage"/>' if restart else "")
        + f'<w:pgSz w:w="{wide}" w:h="{high}"{turned}/>'
        f'<w:pgMar {margins} w:header="851" w:footer="{round(page.foot * MM)}" w:gutter="0"/>'
        + ('<w:pgNumType w:start="1"/>' if restart else "")
        + '<w:cols w:space="425"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/>'
        "</w:sectPr>"
    )


def _fonts(east_asian: str, latin: str = LATIN_FONT) -> str:
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east_asian}" w:cs="{latin}"/>'
    )


def _styles() -> str:
    # overflowPunct: a mark may hang beyond the margin in Word, as it does unless told otherwise. LibreOffice
    # reads the opposite, and where it lets one hang from a justified line it leaves it out in print.
    return (
        f'{_HEAD}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(BODY_FONT)}'
        '<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="1"/><w:spacing w:line="{LINE}" w:lineRule="exact"/>'
        f'<w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="{_TIGHTER}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="a0">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/>'
        '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        + "".join(map(_style, STYLES))
        + "</w:styles>"
    )


def _style(one: Style) -> str:
    latin = one.font if one.name == "footer" else LATIN_FONT
    spacing = f'<w:spacing w:line="{one.line}" w:lineRule="{"exact" if one.exact else "auto"}"/>'
    indent = ""
    if one.indent:
        indent = f'<w:ind w:firstLineChars="{100 * one.indent}" w:firstLine="{one.indent * one.size * 10}"/>'
    return (
        f'<w:style w:type="paragraph"{"" if one.name.isascii() else _CUSTOM} w:styleId="{one.id}">'
        f'<w:name w:val="{one.name}"/><w:basedOn w:val="a"/><w:qFormat/><w:pPr>'
        + ("<w:keepNext/>" if one.next_too else "")
        + ("" if one.grid else _OFF_GRID)
        + f'{spacing}{indent}<w:jc w:val="{one.align}"/>'
        + (f'<w:outlineLvl w:val="{one.level - 1}"/>' if one.level else "")
        + f"</w:pPr><w:rPr>{_fonts(one.font, latin)}"
        + f'<w:spacing w:val="{_TIGHTER if one.size == BODY_SIZE else 0}"/><w:sz w:val="{one.size}"/><w:szCs w:val="{one.size}"/></w:rPr></w:style>'
    )


# Beside digits no gap of Word's making: a title's line and a cell have no room to give away.
_OFF_GRID = (
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    '<w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
)
_CUSTOM = ' w:customStyle="1"'


def _font_table() -> str:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, others, family in _FONTS
    )
    return f'{_HEAD}<w:fonts xmlns:w="{_W}">{fonts}</w:fonts>'


def _footer(side: str) -> str:
    """The page's number between dashes, one character from the outer edge."""
    run = (
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    )
    return (
        f'{_HEAD}<w:ftr xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="a8"/>'
        f'<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>'
        + run.format("— ")
        + '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        + run.format(" —")
        + "</w:p></w:ftr>"
    )


_SETTINGS = (
    f'{_HEAD}<w:settings xmlns:w="{_W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/>'
    "<w:evenAndOddHeaders/>"
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)
_TYPES = "http://schemas.openxmlformats.org/package/2006"
_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_TYPES}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_OFFICE}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_OFFICE}.settings+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_OFFICE}.fontTable+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_OFFICE}.footer+xml"/>'
    f'<Override PartName="/word/footer2.xml" ContentType="{_OFFICE}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_TYPES}/relationships">'
    f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_TYPES}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_R}/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)
_DOCUMENT_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_TYPES}/relationships">'
    f'<Relationship Id="rId1" Type="{_R}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_R}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{_R}/fontTable" Target="fontTable.xml"/>'
    f'<Relationship Id="rId4" Type="{_R}/footer" Target="footer1.xml"/>'
    f'<Relationship Id="rId5" Type="{_R}/footer" Target="footer2.xml"/></Relationships>'
)
_CORE = (
    f'{_HEAD}<cp:coreProperties xmlns:cp="{_TYPES}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>'
    "<dc:creator>sulist</dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified>'
    "</cp:coreProperties>"
)
_APP = (
    f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>sulist</Application></Properties>'
)
