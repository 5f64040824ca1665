"""What an import is told as: of a list that becomes a file, and of one that is only compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sulist.importers.importing import Imported


class ImportedList(NamedTuple):
    """A list that was imported from ``documents``; ``file`` is the one that is written, nothing where there is none."""

    imported: Imported
    file: str = ""
    documents: tuple[str, ...] = ()

    @property
    def found(self) -> int:
        """How many doubts there are."""
        return len(self.imported.draft.doubts)


class ReadDocument(NamedTuple):
    """The list in a document, which is compared as it was read; ``file`` is the document."""

    imported: Imported
    file: str

    @property
    def found(self) -> int:
        """How many doubts there are."""
        return len(self.imported.draft.doubts)
