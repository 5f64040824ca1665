"""Word's automatic numbers, which stand in no text: 1. 2. 3. in the first column, 一、 in headings."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from sulist.base.numerals import to_chinese

_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCountingThousand",
    "ideographTraditional",
)


class _Level(NamedTuple):
    start: int
    form: str
    text: str


class Numbering:
    """The counters of a document's lists; ``next`` is asked of each paragraph in order, once."""

    def __init__(self, document: Any) -> None:
        self.levels: dict[str, dict[int, _Level]] = {}
        self.styles: dict[str, tuple[str, int]] = {}
        self.counters: dict[str, dict[int, int]] = {}
        self.lists: dict[str, str] = {}
        try:
            part = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        self._read(part)
        self._read_styles(document)

    def _read(self, part: Any) -> None:
        abstract = {
            one.get(qn("w:abstractNumId")): {
                int(level.get(qn("w:ilvl"), "0")): _level(level)
                for level in one.findall(qn("w:lvl"))
            }
            for one in part.findall(qn("w:abstractNum"))
        }
        for number in part.findall(qn("w:num")):
            link = number.find(qn("w:abstractNumId"))
            chosen = link.get(qn("w:val")) if link is not None else ""
            levels = dict(abstract.get(chosen, {}))
            restarted = False
            for override in number.findall(qn("w:lvlOverride")):
                at, start = (
                    int(override.get(qn("w:ilvl"), "0")),
                    override.find(qn("w:startOverride")),
                )
                if start is not None and at in levels:
                    levels[at] = levels[at]._replace(start=int(start.get(qn("w:val"), "1")))
                    restarted = True
            identity = number.get(qn("w:numId"), "")
            self.levels[identity] = levels
            # lists of one abstract definition count on together, unless one starts anew
            self.lists[identity] = identity if restarted else f"abstract {chosen}"

    def _read_styles(self, document: Any) -> None:
        for style in document.styles.element.findall(qn("w:style")):
            found = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if found is not None:
                self.styles[style.get(qn("w:styleId"), "")] = _reference(found)

    def next(self, paragraph: Any) -> str:
        """The number that Word shows before a paragraph, with its dressing; mostly nothing."""
        reference = self._of(paragraph)
        levels = self.levels.get(reference[0]) if reference else None
        if not reference or not levels or reference[1] not in levels:
            return ""
        identity, at = reference
        counters = self.counters.setdefault(self.lists[identity], {})
        level = levels[at]
        counters[at] = counters[at] + 1 if at in counters else level.start
        for deeper in [one for one in counters if one > at]:
            del counters[deeper]
        if level.form in ("bullet", "none"):
            return ""

        def shown(found: re.Match[str]) -> str:
            place = int(found.group(1)) - 1
            own = levels.get(place, level)
            return _written(counters.get(place, own.start), own.form)

        return re.sub("%([1-9])", shown, level.text)

    def _of(self, paragraph: Any) -> tuple[str, int] | None:
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return None
        own = properties.find(qn("w:numPr"))
        if own is not None:
            return _reference(own)
        style = properties.find(qn("w:pStyle"))
        return self.styles.get(style.get(qn("w:val"), "")) if style is not None else None


def _reference(element: Any) -> tuple[str, int]:
    identity, level = element.find(qn("w:numId")), element.find(qn("w:ilvl"))
    return (
        identity.get(qn("w:val"), "0") if identity is not None else "0",
        int(level.get(qn("w:val"), "0")) if level is not None else 0,
    )


def _level(level: Any) -> _Level:
    def value(name: str, default: str) -> str:
        found = level.find(qn(name))
        return default if found is None else found.get(qn("w:val"), default)

    return _Level(
        int(value("w:start", "1")), value("w:numFmt", "decimal"), value("w:lvlText", "%1.")
    )


def _written(number: int, form: str) -> str:
    if form in _CHINESE and number < 100:
        return to_chinese(number)
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 0 < number <= 20:
        return chr(0x245F + number)
    return str(number)
