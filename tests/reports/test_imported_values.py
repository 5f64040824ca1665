"""What an import is told as: how much is in doubt, and what is an error: as values."""

from __future__ import annotations

from sulist.base.problem import Place, Problem
from sulist.importers.drafts import Doubt, DraftList, Front
from sulist.importers.importing import Imported
from sulist.importers.outcome import ImportedList, ReadDocument

PROBLEMS = tuple(
    Problem(Place("", 1, 1), rule, "?", "!") for rule in ("half-width-punctuation", "empty-text")
)
DOUBTS = (Doubt("p. 1", None, "1", "l"), Doubt("p. 2", None, "0", "O"))
IMPORTED = Imported(DraftList(Front("某区清单"), (), DOUBTS, ()), "", PROBLEMS)


def test_what_is_found_in_an_import_are_its_doubts() -> None:
    """Of a list that becomes a file, and of a document that is only compared."""
    assert ImportedList(IMPORTED, "items.yaml").found == 2
    assert ReadDocument(IMPORTED, "a.docx").found == 2
    assert ImportedList(IMPORTED._replace(draft=IMPORTED.draft._replace(doubts=()))).found == 0


def test_a_warning_is_no_error_of_an_import() -> None:
    """Only what check calls an error has to be mended first."""
    assert [one.check for one in IMPORTED.errors] == ["empty-text"]


def test_what_a_document_does_not_print_is_unsaid() -> None:
    """Its total and its day of issue; a total of 0 is printed."""
    front = IMPORTED.draft.front
    assert IMPORTED.unsaid == {"total", "issued"}
    printed = IMPORTED._replace(draft=IMPORTED.draft._replace(front=front._replace(total=0)))
    assert printed.unsaid == {"issued"}
