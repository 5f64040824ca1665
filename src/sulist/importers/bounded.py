"""Documents are imported in a child process, each within 20 seconds, and all within 500 MB."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sulist.importers import require_reader
from sulist.importers.converting import converted
from sulist.importers.read import sniff
from sulist.sandbox import MEMORY, SECONDS, Document
from sulist.sandbox.parent import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.importers.grid import ReadShare
    from sulist.importers.importing import Imported
    from sulist.importers.understand.recognise import Stated


def import_documents(
    files: Sequence[str],
    known: Stated,
    progress: ReadShare,
    *,
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> Imported:
    """The list that one or several documents hold, in their order.

    Raises:
        FileError: a document cannot be read, not within its bounds, or holds no list.
    """
    documents = [Document(file, sniff.read_bytes(file)) for file in files]
    for file in files:
        require_reader(os.path.splitext(file)[1].lower())
    documents = [converted(one) for one in documents]
    with Reading(seconds, memory) as reading:
        imported: Imported = reading.ask("import", documents, known, progress)
        return imported
