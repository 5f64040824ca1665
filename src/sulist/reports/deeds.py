"""What a command that writes files has done: which files, and what is in them. Values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sulist.asking.subject import Subject
    from sulist.listfile.worklist import WorkList
    from sulist.reports.unled import Unled
    from sulist.standing.periods import Period
    from sulist.standing.tracking import Progress


class BegunList(NamedTuple):
    """A list that was made, or to which this version's ``files`` were put; all that were written."""

    file: str
    files: tuple[str, ...]

    @property
    def found(self) -> int:
        """How many files."""
        return len(self.files)


class AddedItem(NamedTuple):
    """An item that was added to a list, and its lines in the file."""

    worklist: WorkList
    id: str
    lines: tuple[str, ...]

    @property
    def found(self) -> int:
        """One."""
        return 1


class WrittenFile(NamedTuple):
    """A file that was written, and how many bytes it has."""

    file: str
    size: int


class ExportedDocuments(NamedTuple):
    """The documents of a ``kind`` that were written, and what they cannot say themselves."""

    subject: Subject
    kind: str
    files: tuple[WrittenFile, ...]
    remarks: tuple[str, ...]

    @property
    def found(self) -> int:
        """How many documents."""
        return len(self.files)


class SentForm(NamedTuple):
    """A form for a unit, and the items that it asks about."""

    unit: str
    written: WrittenFile
    items: tuple[str, ...]


class DispatchedForms(NamedTuple):
    """The forms for a month, the units that need none, and the open items that may be in no form.

    ``lacking`` has none where units were named, since nobody asked.
    """

    progress: Progress
    month: str
    period: Period
    forms: tuple[SentForm, ...]
    without: tuple[str, ...]
    lacking: Unled

    @property
    def unled(self) -> int:
        """How many open items no unit leads, as far as that could be read."""
        return len(self.lacking.items)

    @property
    def found(self) -> int:
        """How many forms."""
        return len(self.forms)
