"""The journal's bytes → records, each once, and what is wrong in its lines.

A line that cannot be used is told at its place, and the others still count. Nothing here depends
on the order of the lines, so that two branches merged line by line mean the same either way.
"""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING, NamedTuple

from sulist.base import start
from sulist.base.encodings import not_utf8
from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.base.problem import Place, Problem
from sulist.base.showing import printable, unsafe_character
from sulist.journal.record import (
    FORMAT,
    Record,
    from_data,
    is_cut_off,
    line_of,
    no_milestone,
    parsed,
)
from sulist.journal.record_values import RecordError
from sulist.journal.tolerated import Leads, column_of, is_known, not_known, not_the_lead

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.listfile.worklist import WorkList

MAX_BYTES = 256 * 2**20
_ONE_APPEND = 0.1  # seconds
_MERGE_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class Journal(NamedTuple):
    """What a journal holds. ``records`` have each id once, in the order of what they speak of.

    ``newer`` are, in that order too, records of kinds that this sulist does not know: they count
    for nothing. ``problems`` are the lines that do not count, by place; ``warnings`` what counts for
    nothing here though its line is in order; ``foreign`` is why the file is no journal
    of this list: it is another list's, is in another encoding, or has nothing of a journal;
    ``cut_off`` are the numbers of the lines that a crash left unfinished; ``headed`` says whether a
    line tells of which list it is.
    """

    file: str
    records: tuple[Record, ...] = ()
    newer: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    foreign: Problem | None = None
    cut_off: tuple[int, ...] = ()
    headed: bool = False

    @property
    def newest(self) -> Record | None:
        """The record that bears the latest moment of writing, of whatever kind."""
        return max(self.all, key=lambda one: _instant(one.written), default=None)

    @property
    def last_seq(self) -> int:
        """The highest ``seq``, of whatever kind; 0 in an empty journal."""
        return max((one.seq for one in self.all), default=0)

    @property
    def all(self) -> tuple[Record, ...]:
        """Every record, also those whose kind is not known here."""
        return (*self.records, *self.newer)

    @property
    def newer_ids(self) -> frozenset[str]:
        """The ids of the records whose kind is not known here."""
        return frozenset(one.id for one in self.newer)

    def plus(self, records: Iterable[Record]) -> Journal:
        """The journal with new records."""
        both = sorted((*self.records, *records), key=lambda one: one.order)
        return self._replace(records=tuple(both))


def _instant(written: str) -> float:
    from datetime import datetime

    return datetime.fromisoformat(written).timestamp()


def head_line(worklist: WorkList) -> str:
    """The first line of a journal, which says of which list it is."""
    return line_of({"journal": FORMAT, "title": worklist.title, "year": worklist.year})


def read(file: str, worklist: WorkList) -> Journal:
    """The journal in ``file``; an empty one where there is no such file.

    Raises:
        FileError: the file cannot be read, is the journal of another list, is not in UTF-8, or is none.
    """
    return ours(read_any(file, worklist))


def ours(journal: Journal) -> Journal:
    """The journal itself.

    Raises:
        FileError: it is the journal of another list, not in UTF-8, or none at all.
    """
    if journal.foreign:
        raise FileError(f"{journal.foreign}\n→ {journal.foreign.remedy}")
    return journal


def read_any(file: str, worklist: WorkList) -> Journal:
    """The journal in ``file``, be it another list's; an empty one where there is no such file.

    Raises:
        FileError: the file cannot be read.
    """
    for pause in (_ONE_APPEND, 0.0):
        try:
            with open(file, "rb") as stream:
                data = stream.read(MAX_BYTES + 1)
        except FileNotFoundError:
            return Journal(printable(file))
        except (OSError, ValueError) as error:
            raise unreadable(file, error) from None
        journal = read_bytes(data, file, worklist)
        # Half a record at the very end may be one that is being written just now: look again.
        if not (pause and journal.cut_off and not data.endswith(b"\n")):
            break
        sleep(pause)
    return journal


def unreadable(file: str, error: Exception) -> FileError:
    """Why the journal's file cannot be read."""
    from sulist.base.files import reason

    return FileError(
        _("The journal {file} cannot be read: {error}. Check the name and your rights.").format(
            file=printable(file), error=reason(error)
        )
    )


def read_bytes(data: bytes, file: str, worklist: WorkList) -> Journal:
    """The journal that ``data`` holds.

    Raises:
        FileError: it is larger than a journal may be.
    """
    if len(data) > MAX_BYTES:
        raise FileError(
            _("The journal {file} is larger than 256 MiB. Is it the right file?").format(
                file=printable(file)
            )
        )
    with start.reading():
        return _Lines(printable(file), worklist).read(data)


class _Lines:
    """Reads line by line, and collects what is wrong."""

    def __init__(self, file: str, worklist: WorkList) -> None:
        self.file = file
        self.worklist = worklist
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.cut_off: list[int] = []
        self.foreign: Problem | None = None
        self.heads = 0
        self.undecodable = 0
        self.by_id: dict[str, Record] = {}
        self.newer: dict[str, dict[str, object]] = {}
        self.leads = Leads(worklist)
        self.doubted: set[str] = set()
        self.items = {item.id: item for item in worklist.items}

    def read(self, data: bytes) -> Journal:
        lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
        for number, raw in enumerate(lines, 1):
            try:
                line = raw.decode().rstrip("\r")
            except UnicodeDecodeError as error:
                self._undecodable(number, raw, error.start, last=number == len(lines))
                continue
            if line and not line.startswith("#") and not line.isspace():
                self._line(number, line, last=number == len(lines))
        if self.undecodable and not self.heads:
            self._refuse(*not_utf8(data))
        elif not self.by_id and not self.heads and b"\ncategories:" in data:
            self._refuse(
                _("This file is a list, and no journal."),
                _("Name the list with --file; the first report makes a journal beside it."),
            )
        elif len(self.problems) > len(self.cut_off) and not self.by_id and not self.heads:
            self._refuse(
                _("This file is no journal: it has neither a record nor the line that begins one."),
                _(
                    "Name the journal with --journal; the first report makes one where there is none."
                ),
            )
        elif self.by_id and not self.heads:
            self._say_that_there_is_no_head()
        kept = [one for key, one in self.by_id.items() if key not in self.doubted]
        kept.sort(key=lambda one: one.order)
        return Journal(
            self.file,
            tuple(one for one in kept if one.id not in self.newer),
            tuple(one for one in kept if one.id in self.newer),
            tuple(sorted(self.problems, key=_by_place)),
            tuple(sorted(self.warnings, key=_by_place)),
            self.foreign,
            tuple(self.cut_off),
            self.heads > 0,
        )

    def _line(self, number: int, line: str, *, last: bool) -> None:
        try:
            if found := unsafe_character(line):
                raise RecordError(
                    _("The invisible character {code} stands here.").format(
                        code=f"U+{ord(found.group()):04X}"
                    ),
                    _("Delete it, or type this line again."),
                    at=found.start(),
                )
            data = parsed(line)
            if "journal" in data:
                self._head(number, line, data)
                return
            record = from_data(data, number)
            if record.known:
                self._check_item(record)
        except RecordError as error:
            self._record_error(number, line, error, last=last)
            return
        if not is_known(record, data):
            self.warnings += not_known(record, data, self.file, line)
        if record.role and not self.leads.own(record):
            self.warnings.append(not_the_lead(record, self.file, line))
            record = record._replace(role="")
        self._keep(record, data, line)

    def _check_item(self, record: Record) -> None:
        item = self.items.get(record.item)
        if item is None:
            raise RecordError(
                _("There is no item {item} in this list.").format(item=record.item),
                _("Correct the id; sulist list shows them."),
                key="item",
            )
        if record.milestone > max(1, len(item.deadline.milestones)):
            raise RecordError(
                no_milestone(record),
                _("sulist show {item} tells its dates.").format(item=record.item),
                key="milestone",
            )

    def _keep(self, record: Record, data: dict[str, object], line: str) -> None:
        """Keeps a record once; two different ones under one id both wait for a person."""
        before = self.by_id.get(record.id)
        if before is None:
            self.by_id[record.id] = record
            if not record.known:
                self.newer[record.id] = data
        elif before._replace(line=0) != record._replace(line=0) or (
            not record.known and self.newer[record.id] != data
        ):
            self.doubted.add(record.id)
            self._problem(
                "journal-id",
                record.line,
                column_of(line, "id"),
                _(
                    "The record {id} stands here again with other words than in line {line}; neither counts."
                ).format(id=record.id, line=before.line),
                _("Delete the one that is wrong."),
                line,
            )

    def _head(self, number: int, line: str, data: dict[str, object]) -> None:
        self.heads += 1
        if data.get("journal") != FORMAT:
            raise RecordError(
                _("This journal's form is {form}; this sulist reads form {known}.").format(
                    form=str(data.get("journal"))[:20], known=FORMAT
                ),
                _("Use the sulist that wrote it, or a newer one."),
                key="journal",
            )
        ours = (self.worklist.title, self.worklist.year)
        if (data.get("title"), data.get("year")) != ours and not self.foreign:
            self._problem(
                "journal-list",
                number,
                column_of(line, "title"),
                _("This is the journal of {theirs} ({year}), not of {ours} ({our_year}).").format(
                    theirs=printable(str(data.get("title"))),
                    year=printable(str(data.get("year"))),
                    ours=ours[0],
                    our_year=ours[1],
                ),
                _(
                    "Name its list with --file, or this list's journal with --journal. If the title of the list was corrected, correct it here too."
                ),
                line,
            )
            self.foreign = self.problems[-1]

    def _say_that_there_is_no_head(self) -> None:
        self._problem(
            "journal-list",
            1,
            1,
            _("The journal does not say of which list it is."),
            _("Put this line first: {line}").format(line=head_line(self.worklist)),
            "",
        )

    def _refuse(self, message: str, remedy: str) -> None:
        """One problem of the whole file, to which nothing may be added: it would spoil it for good."""
        self.problems, self.cut_off = [], []
        self._problem("journal-list", 1, 1, message, remedy, "")
        self.foreign = self.problems[0]

    def _record_error(self, number: int, line: str, error: RecordError, *, last: bool) -> None:
        if is_cut_off(whole := line.rstrip("\0")):  # a disk that lost power may leave zeros
            self._cut(number, line, len(whole), last=last)
        elif line.startswith(_MERGE_MARKS):
            self._problem(
                "journal-line",
                number,
                1,
                _("A mark of an unfinished merge stands here."),
                _(
                    "Delete the lines of marks and keep the records of both sides; sulist init writes the .gitattributes that spares this."
                ),
                line,
            )
        else:
            column = column_of(line, error.key) if error.key else (error.at or 0) + 1
            self._problem("journal-line", number, column, error.message, error.remedy, line)

    def _cut(self, number: int, line: str, end: int, *, last: bool) -> None:
        self.cut_off.append(number)
        self._problem(
            "journal-cut-off",
            number,
            end + 1,
            _("The last line ends in the middle of a record; it was never acknowledged.")
            if last
            else _("This line ends in the middle of a record; it does not count."),
            _("sulist check --repair sets it aside as a comment; then report it again."),
            printable(line),
        )

    def _undecodable(self, number: int, raw: bytes, at: int, *, last: bool) -> None:
        line = raw.decode(errors="replace")
        if is_cut_off(raw[:at].decode()) and (last or len(raw) - at < 4):
            self._cut(number, line, len(raw[:at].decode()), last=last)
            return
        self.undecodable += 1
        self._problem(
            "journal-line",
            number,
            len(raw[:at].decode()) + 1,
            _("This line is not UTF-8."),
            _("Open it in an editor and save it as UTF-8."),
            line,
        )

    def _problem(
        self, check: str, number: int, column: int, message: str, remedy: str, line: str
    ) -> None:
        place = Place(self.file, number, column)
        self.problems.append(Problem(place, check, message, remedy, line))


def _by_place(one: Problem) -> tuple[int, int]:
    return one.place.line, one.place.column
