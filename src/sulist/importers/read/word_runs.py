"""The letters of a Word document as they are shown: which are struck out or hidden, which signs stand for others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docx.oxml.ns import qn

from sulist.importers.read.unseen import HIDDEN, STRUCK

if TYPE_CHECKING:
    from collections.abc import Iterator

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_OTHER_CONTENT = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SIGNS = {qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-", qn("w:br"): "\n", qn("w:cr"): "\n"}
_TEXT, _RUN, _SYMBOL = qn("w:t"), qn("w:r"), qn("w:sym")
_MATHS_TEXT = _MATHS + "t"
_RAISED = (_MATHS + "sSup", _MATHS + "sup")
_HIGH = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_LEFT_OUT = {
    qn(f"w:{name}")
    for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "fldChar", "txbxContent", "rt")
}
# Of the fonts that hold pictures in place of letters: what their ticks and boxes are.
_PICTURES = {
    "Wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x74: "◆", 0x75: "◆", 0xA1: "○", 0xA3: "□",
        0xA7: "▪", 0xA8: "□", 0xE0: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "Wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□"},
}  # fmt: skip
_UNKNOWN_PICTURE = "〓"  # as printers put for a letter that they do not have


class WordRun(NamedTuple):
    """Letters, and how they are shown: as any, ``struck`` or ``hidden``."""

    text: str
    kind: str = ""


class Runs:
    """Reads the runs of paragraphs; ``style_of`` tells a setting of a style by its name."""

    def __init__(self, document: Any, style_of: Any) -> None:
        self._style_of = style_of
        root = document.styles.element
        self._filled = {
            style.get(qn("w:styleId"))
            for style in root.iter(qn("w:style"))
            if style.get(qn("w:type")) == "table" and any(map(_fills, style.iter(qn("w:shd"))))
        }

    def of(self, block: Any) -> Iterator[WordRun]:
        """The letters of a paragraph; what was deleted, and text boxes, are left out."""
        style = _named(block.find(qn("w:pPr")), "w:pStyle")
        yield from self._within(block, style, "")

    def _within(self, element: Any, style: str | None, kind: str) -> Iterator[WordRun]:
        for child in element:
            tag = child.tag
            if tag in (_TEXT, _MATHS_TEXT):
                yield WordRun(child.text or "", kind)
            elif tag in _SIGNS:
                yield WordRun(_SIGNS[tag], kind)
            elif tag == _SYMBOL:
                yield WordRun(_picture(child), kind)
            elif tag == _RAISED[0]:
                yield from self._raised(child, style, kind)
            elif tag == _RUN:
                yield from self._within(child, style, self._kind(child, style))
            elif (
                tag not in _LEFT_OUT and isinstance(tag, str) and not tag.startswith(_OTHER_CONTENT)
            ):
                yield from self._within(child, style, kind)

    def _raised(self, element: Any, style: str | None, kind: str) -> Iterator[WordRun]:
        """An equation's base with what stands above it: m²."""
        for child in element:
            for run in self._within(child, style, kind):
                raised = child.tag == _RAISED[1]
                yield run._replace(text=run.text.translate(_HIGH)) if raised else run

    def _kind(self, run: Any, style: str | None) -> str:
        own = run.find(qn("w:rPr"))
        if own is None and style is None:
            return ""
        named = _named(own, "w:rStyle")

        def setting(name: str) -> str | None:
            value = _value(own, name)
            if value is None and named:
                value = self._style_of(named, name)
            return value if value is not None or style is None else self._style_of(style, name)

        if _is_on(setting("w:vanish")):
            return HIDDEN
        if _is_on(setting("w:strike")) or _is_on(setting("w:dstrike")):
            return STRUCK
        if (setting("w:color") or "").lower() == "ffffff" and not self._is_filled(run):
            return HIDDEN
        return ""

    def _is_filled(self, run: Any) -> bool:
        """Whether what stands in white has a ground of another colour: its own, a cell's, a table's."""
        for element in (run, *run.iterancestors()):
            for name in ("w:rPr", "w:pPr", "w:tcPr", "w:tblPr"):
                found = element.find(qn(name))
                if found is None:
                    continue
                if any(_fills(one) for one in found.findall(qn("w:shd"))):
                    return True
                if found.find(qn("w:highlight")) is not None:
                    return True
                if _named(found, "w:tblStyle") in self._filled:
                    return True
        return False


def _fills(shade: Any) -> bool:
    return (shade.get(qn("w:fill")) or "auto").lower() not in ("auto", "ffffff") or shade.get(
        qn("w:val")
    ) not in ("clear", "nil", None)


def _picture(symbol: Any) -> str:
    code = int(symbol.get(qn("w:char"), "0"), 16)
    known = _PICTURES.get(symbol.get(qn("w:font"), ""), {}).get(code & 0xFF)
    return known or (chr(code) if 0x20 < code < 0xE000 else _UNKNOWN_PICTURE)


def _is_on(value: str | None) -> bool:
    return value not in (None, "0", "false", "off")


def _value(properties: Any, name: str) -> str | None:
    found = properties.find(qn(name)) if properties is not None else None
    return None if found is None else str(found.get(qn("w:val"), "1"))


def _named(properties: Any, name: str) -> str | None:
    found = properties.find(qn(name)) if properties is not None else None
    return None if found is None else found.get(qn("w:val"))
