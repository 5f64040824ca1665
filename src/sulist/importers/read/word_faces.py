"""How the lines of a Word document are set: which centred ones share a large face, as a title's do.

GB/T 9704-2012, 7.3.1: a title stands centred in 2号, on one line or several, each broken where
the sense allows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

_LARGE = 32  # half points: 3号, which the text has; a title is in no smaller face
_DEFAULT = "20"  # half points, where a document says nothing
_VALUE = qn("w:val")
_DELETED = (qn("w:del"), qn("w:moveFrom"))


class Face(NamedTuple):
    """How a line is set, as far as a reader sees it at once."""

    size: int
    bold: bool
    colour: str
    font: str


class Faces:
    """The faces of a document's paragraphs, by their own settings, their styles, and the defaults."""

    def __init__(self, document: Any) -> None:
        root = document.styles.element
        self._styles = {style.get(qn("w:styleId")): style for style in root.iter(qn("w:style"))}
        self._plain = next(
            (
                key
                for key, style in self._styles.items()
                if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) == "1"
            ),
            None,
        )
        defaults = root.find(qn("w:docDefaults"))
        self._defaults = [] if defaults is None else list(defaults)
        self._known: dict[tuple[str | None, str], str | None] = {}

    def of(self, paragraph: Any) -> Face | None:
        """The one large face of a centred paragraph; None where it is otherwise, or in several."""
        properties = paragraph.find(qn("w:pPr"))
        style = _named(properties, "w:pStyle") or self._plain
        align = _value(properties, "w:jc") or self.of_style(style, "w:jc")
        if align != "center":
            return None
        faces = {face for run in _written(paragraph) if (face := self._of_run(run, style))}
        sizes = {size for size, _rest in faces}
        rests = {rest for _size, rest in faces if rest is not None}
        if len(sizes) != 1 or len(rests) > 1 or min(sizes) < _LARGE:
            return None
        return Face(sizes.pop(), *(rests.pop() if rests else (False, "", "")))

    def _of_run(self, run: Any, style: str | None) -> tuple[int, tuple[bool, str, str] | None]:
        """A run's size and, where it holds more than Latin letters and digits, its other looks."""
        properties = run.find(qn("w:rPr"))
        named = _named(properties, "w:rStyle")

        def setting(name: str) -> str | None:
            own = _value(properties, name)
            if own is None and named:
                own = self.of_style(named, name)
            return own if own is not None else self.of_style(style, name)

        size = setting("w:sz") or _DEFAULT
        looks = None
        if any(not (text.text or "").isascii() for text in run.iter(qn("w:t"))):
            bold = setting("w:b") not in (None, "0", "false", "off")
            looks = (bold, (setting("w:color") or "auto").lower(), setting("w:rFonts") or "")
        return int(size) if size.isdigit() else 0, looks

    def of_style(self, style: str | None, name: str) -> str | None:
        """What a style, those that it is based on, or the document's defaults say."""
        key = (style, name)
        if key not in self._known:
            found, seen, at = None, set(), style
            while found is None and at in self._styles and at not in seen:
                seen.add(at)
                element = self._styles[at]
                found = _within(element, name)
                at = _named(element, "w:basedOn")
            for default in self._defaults if found is None else ():
                for part in default:
                    found = _value(part, name) if found is None else found
            self._known[key] = found
        return self._known[key]


def _written(paragraph: Any) -> Iterator[Any]:
    """The runs of a paragraph with something to see in them."""
    for run in paragraph.iter(qn("w:r")):
        if run.getparent().tag not in _DELETED and any(
            (text.text or "").strip() for text in run.iter(qn("w:t"))
        ):
            yield run


def _within(style: Any, name: str) -> str | None:
    for part in ("w:pPr", "w:rPr"):
        found = _value(style.find(qn(part)), name)
        if found is not None:
            return found
    return None


def _value(properties: Any, name: str) -> str | None:
    """A setting's value; a font is that of Chinese letters; a switch without a value is on."""
    found = properties.find(qn(name)) if properties is not None else None
    if found is None:
        return None
    if name == "w:rFonts":
        return str(found.get(qn("w:eastAsia")) or found.get(qn("w:eastAsiaTheme")) or "") or None
    return str(found.get(_VALUE, "1"))


def _named(properties: Any, name: str) -> str | None:
    found = properties.find(qn(name)) if properties is not None else None
    return None if found is None else found.get(_VALUE)
