"""A docx read by the importer, which knows nothing of how it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.importers.bounded import import_documents
from sulist.importers.understand.recognise import Stated

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.importers.drafts import DraftList


def read_back(file: Path) -> DraftList:
    """What an import makes of it."""
    return import_documents([str(file)], Stated("", "", 0), lambda _done, _of: None).draft
