"""How a web page shows an element: hidden or struck out, by its tag, its own style, or a rule of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sulist.importers.read.unseen import HIDDEN, STRUCK

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_STRUCK_TAGS = ("del", "s", "strike")
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_NOT_THERE = re.compile(r"\bdisplay\s*:\s*none|\bmso-hide\s*:\s*all", re.IGNORECASE)
_NOT_SEEN = re.compile(
    r"\bvisibility\s*:\s*(?:hidden|collapse)|\bfont-size\s*:\s*0(?![.\d])|\bopacity\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_WHITE = re.compile(r"(?<![-\w])color\s*:\s*(?:#fff(?:fff)?\b|white\b)", re.IGNORECASE)
_GROUND = re.compile(r"background|bgcolor", re.IGNORECASE)
_RULE = re.compile(r"([^{}@;]{1,200})\{([^{}]{0,2000})\}")
_MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIMPLE = re.compile(r"[\w\s.#,-]+")
_MOST_RULES = 50


class Looks:
    """The looks of a page's elements; only rules that stand in the page itself are known."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._styled = tree.css_first("style, link[rel=stylesheet]") is not None
        self._hidden: set[int] = set()
        written = " ".join(one.text() for one in tree.css("style")) if self._styled else ""
        rules = _RULE.findall(_MEDIA.sub("", _COMMENT.sub("", written)))
        hiding = [rule.strip() for rule, said in rules if _NOT_THERE.search(said)]
        for rule in hiding[:_MOST_RULES]:
            if _SIMPLE.fullmatch(rule):
                self._hidden.update(one.mem_id for one in tree.css(rule))

    def of(self, node: LexborNode) -> str:
        """``struck`` or ``hidden``; nothing of an element that is shown as any."""
        if node.tag in _STRUCK_TAGS:
            return STRUCK
        if self.is_gone(node):
            return HIDDEN
        style = node.attributes.get("style") or ""
        if not style:
            return ""
        if _STRUCK.search(style):
            return STRUCK
        if _NOT_SEEN.search(style) or (_WHITE.search(style) and not self._has_ground(node)):
            return HIDDEN
        return ""

    def is_gone(self, node: LexborNode) -> bool:
        """Whether an element takes no place on the page."""
        given = node.attributes
        return (
            "hidden" in given
            or node.mem_id in self._hidden
            or _NOT_THERE.search(given.get("style") or "") is not None
        )

    def _has_ground(self, node: LexborNode) -> bool:
        """Whether what is white may stand on another colour: its own, or one of a rule that is not known."""
        if self._styled:
            return True
        at: LexborNode | None = node
        while at is not None:
            if any(_GROUND.search(f"{name}={value}") for name, value in at.attributes.items()):
                return True
            at = at.parent
        return False


class Field(NamedTuple):
    """What a field of a form shows, and what else may be chosen in it."""

    shown: str
    others: str = ""


def of_field(node: LexborNode) -> Field | None:
    """The field that an element is; None of one that is none."""
    if node.tag == "input":
        return Field(_of_input(node))
    if node.tag == "select":
        options = node.css("option")
        chosen = [one for one in options if "selected" in one.attributes] or options[:1]
        shown = "、".join(one.text().strip() for one in chosen)
        others = node.text(separator="\n")
        for one in chosen:
            others = others.replace(one.text(separator="\n"), "", 1)
        return Field(shown, others)
    return Field("", node.text(separator="\n")) if node.tag == "datalist" else None


def _of_input(node: LexborNode) -> str:
    given = node.attributes
    kind = (given.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        return "☑" if "checked" in given else "□"
    if kind in ("hidden", "password", "image", "file", "color", "range"):
        return ""
    return given.get("value") or ""
