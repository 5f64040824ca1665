"""What a Word document prints beside its text: notes, comments, the head and the foot of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from sulist.base.i18n import _
from sulist.importers.grid import GridCell, as_seen
from sulist.importers.headings import is_page_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sulist.importers.read.word_runs import WordRun


def beside(document: Any, runs: Callable[[Any], Iterator[WordRun]]) -> list[GridCell]:
    """The texts that stand beside a document's own, each once."""
    found: dict[tuple[str, str], None] = {}
    for relation in document.part.rels.values():
        place = _places().get(relation.reltype)
        if place is None or relation.is_external:
            continue
        part = relation.target_part
        root = part.element if hasattr(part, "element") else parse_xml(part.blob)
        for text in _texts(root, runs):
            found[place, text] = None
    return [GridCell(text, place) for place, text in found]


def _places() -> dict[str, str]:
    return {
        RELATIONSHIP_TYPE.FOOTNOTES: _("a footnote"),
        RELATIONSHIP_TYPE.ENDNOTES: _("an endnote"),
        RELATIONSHIP_TYPE.COMMENTS: _("a comment"),
        RELATIONSHIP_TYPE.HEADER: _("the head of the page"),
        RELATIONSHIP_TYPE.FOOTER: _("the foot of the page"),
    }


def _texts(root: Any, runs: Callable[[Any], Iterator[WordRun]]) -> Iterator[str]:
    notes = [one for one in root if one.tag in (qn("w:footnote"), qn("w:endnote"), qn("w:comment"))]
    for one in notes or [root]:
        lines = ("".join(run.text for run in runs(line)) for line in one.iter(qn("w:p")))
        text = as_seen("\n".join(filter(str.strip, lines)))
        if text and not (is_page_number(text) and _is_counted(one)):
            yield text


def _is_counted(part: Any) -> bool:
    """Whether Word works out a number in it, such as that of the page."""
    return next(part.iter(*map(qn, ("w:fldSimple", "w:instrText", "w:pgNum"))), None) is not None
