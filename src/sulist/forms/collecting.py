"""What came back, held against the journal: what is new, what is there already, what cannot follow. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.forms.cells import Note
from sulist.forms.layout import led_by
from sulist.forms.row_reports import FormDoubt
from sulist.journal.record import FROM_FORM
from sulist.reports.owing import owing
from sulist.standing.periods import period_named
from sulist.standing.replacing import SamePlace, replacers, with_corrections
from sulist.standing.states import standing
from sulist.standing.tracking import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.forms.row_reports import Filled, FormReport
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.standing.periods import Period

_DRAFT = "0"  # the id of what is not written yet; no record has one as short


class Taken(NamedTuple):
    """A file with no doubt: the reports that are new, and how many are in the journal already.

    One that takes the place of an earlier form's names that in ``corrects``.
    """

    filled: Filled
    new: tuple[Record, ...]
    known: int

    @property
    def replacing(self) -> int:
        """How many of the new ones take the place of an earlier form's."""
        return sum(bool(one.corrects) for one in self.new)


class Refused(NamedTuple):
    """A file that is not taken, by its name in what is said, with every doubt about it."""

    name: str
    doubts: tuple[FormDoubt, ...]


class Collected(NamedTuple):
    """All files: those that are taken, and those that are not."""

    taken: tuple[Taken, ...]
    refused: tuple[Refused, ...]

    @property
    def new(self) -> list[Record]:
        """Every report that is to be recorded."""
        return [record for one in self.taken for record in one.new]


class Absent(NamedTuple):
    """A lead unit that still owes reports for a period; ``none`` says that it sent none at all."""

    unit: str
    ids: tuple[str, ...]
    none: bool


class MonthOwing(NamedTuple):
    """Who still owes reports for a month, those that are collected counted in."""

    month: str
    absent: tuple[Absent, ...]


class FormsReport(NamedTuple):
    """What is shown before anything is recorded: the files, on ``before`` them, and who is missing."""

    collected: Collected
    before: Progress
    owing: tuple[MonthOwing, ...]

    @property
    def found(self) -> int:
        """How many reports are to be recorded."""
        return len(self.collected.new)


class CollectedForms(NamedTuple):
    """What collecting did once it was shown: the records that were written, and the journal ``after`` them.

    ``files`` are the files by their names in what is said; ``after`` is None where nothing was written.
    """

    shown: FormsReport
    recorded: tuple[Record, ...]
    after: Progress | None
    dry_run: bool
    files: dict[str, str]

    @property
    def found(self) -> int:
        """How many records were written."""
        return len(self.recorded)

    def written(self, taken: Taken) -> list[Record]:
        """Those of a file's reports that were written."""
        there = {(one.unit, one.period, one.item, one.milestone) for one in self.recorded}
        return [
            one for one in taken.new if (one.unit, one.period, one.item, one.milestone) in there
        ]


def forms_report(collected: Collected, before: Progress) -> FormsReport:
    """What collecting found, and who still owes reports for the months that were collected."""
    then = after(before, collected.new)
    reports = before.settings.reports
    led = led_by(before.worklist)
    months = sorted({one.filled.returned.marker.month for one in collected.taken})
    return FormsReport(
        collected,
        before,
        tuple(
            MonthOwing(
                month,
                tuple(
                    absent(
                        then,
                        period_named(month, reports),
                        led,
                    )
                ),
            )
            for month in months
        ),
    )


def collected(forms: Sequence[Filled], progress: Progress) -> Collected:
    """Each file whole or not at all; ``progress`` knows everything up to the day of the reports.

    Of files that contradict each other none is taken: their order says nothing.
    """
    against = _Against(progress, forms)
    taken: list[Taken] = []
    refused: list[Refused] = []
    for filled in forms:
        doubts = list(filled.doubts) or against.contradictions(filled)
        new: list[Record] = []
        if not doubts:
            new, doubts = against.new(filled)
        if doubts:
            refused.append(Refused(filled.returned.name, tuple(doubts)))
        else:
            known = len(filled.said) - len(new)
            noted = against.with_what_is_not_added(filled)
            against.take(new)
            taken.append(Taken(noted, tuple(new), known))
    return Collected(tuple(taken), tuple(refused))


class _Against:
    """The journal's reports as they can be compared, and what every file says."""

    def __init__(self, progress: Progress, forms: Sequence[Filled]) -> None:
        self.progress = progress
        self.canonical = progress.worklist.roster.canonical
        self.items = {item.id: item for item in progress.worklist.items}
        self.places = SamePlace(progress)
        self.records: dict[str, list[Record]] = {}
        self.there: dict[tuple[object, ...], Record] = {}
        not_counted = {one.id for one, _reason in progress.refusals}
        for one in progress.known.standing:
            self.records.setdefault(one.item, []).append(one)
            if one.kind == "report" and one.id not in not_counted:
                self.there.setdefault(self._content(one), one)
        by_id = {one.id: one for one in progress.journal.records}
        self.replaced = {
            self._content(by_id[old]): new
            for old, new in replacers(progress).items()
            if old in by_id
        }
        self.seq = progress.journal.last_seq + 1
        self.files: dict[tuple[str, str, str, int], list[tuple[Filled, Record]]] = {}
        for filled in forms:
            for said in filled.said if not filled.doubts else ():
                self.files.setdefault(self._key(said.record), []).append((filled, said.record))

    def _content(self, one: Record) -> tuple[object, ...]:
        """What makes two reports the same; the day counts where it is the day something was done.

        Who filled in the form does not: the words are no others.
        """
        return (
            *(self.canonical(one.unit) or one.unit, one.item, one.milestone, one.period),
            *(one.status, one.percent, one.done, one.problem, one.next, one.evidence),
            one.on if one.status == "done" else None,
        )

    def with_what_is_not_added(self, filled: Filled) -> Filled:
        """The file with a note for each person whom its reports do not name where they are in the journal already."""
        contents = (self._content(one.record) for one in filled.said)
        there = [self.there[one] for one in contents if one in self.there]
        notes = [
            Note(place, _("not added to the reports that are in the journal already"), text)
            for key, (place, text) in filled.people.items()
            if any(getattr(one, key) != text for one in there)
        ]
        returned = filled.returned._replace(notes=(*filled.returned.notes, *notes))
        return filled._replace(returned=returned)

    def contradictions(self, filled: Filled) -> list[FormDoubt]:
        """Where another file says something else of the same item, unit and month."""
        found = []
        for said in filled.said:
            own = self._content(said.record)
            others = (
                other.returned.name
                for other, record in self.files[self._key(said.record)]
                if self._content(record) != own
            )
            if other := next(others, None):
                found.append(
                    FormDoubt(
                        said.place,
                        _("{item}: {file} says something else for the same month.").format(
                            item=said.record.item, file=other
                        ),
                        _("Collect the one that counts; if both do, the later one afterwards."),
                    )
                )
        return found

    def _key(self, one: Record) -> tuple[str, str, str, int]:
        return one.unit, one.period, one.item, one.milestone

    def new(self, filled: Filled) -> tuple[list[Record], list[FormDoubt]]:
        """The reports that are not in the journal yet, and the doubts of those that cannot follow."""
        new: list[Record] = []
        doubts: list[FormDoubt] = []
        fresh: dict[str, list[Record]] = {}
        for said in filled.said:
            content = self._content(said.record)
            if content in self.there:
                continue
            if by := self.replaced.get(content):
                doubts.append(_replaced_before(said, by))
                continue
            own = fresh.setdefault(said.record.item, [])
            doubt = self._refusal(said, own)
            if doubt:
                doubts.append(doubt)
            own.append(said.record)
            new.append(said.record._replace(id=FROM_FORM, corrects=self._before(said.record)))
        return new, doubts

    def _before(self, record: Record) -> str:
        """The id of the report that an earlier form brought of the same; nothing where there is none."""
        earlier = [one.id for one in self.places.of(record) if one.from_form]
        return earlier[-1] if earlier else ""

    def _refusal(self, said: FormReport, fresh: list[Record]) -> FormDoubt | None:
        """Why a report cannot follow what the journal says of its item, without the one that it replaces."""
        known = [*self.records.get(said.record.item, ()), *_drafts(fresh, self.seq)]
        draft = _drafts([said.record], self.seq + len(fresh))[0]
        item = self.items[draft.item]
        gone = {self._before(one) for one in (*fresh, draft)}
        before = [one for one in known if one.id not in gone]
        if later := self._later(draft, before):
            return FormDoubt(
                said.day_place,
                _(
                    "{item} was done on {day}, but {unit} reported on {later} that it was not."
                ).format(item=draft.item, day=draft.on, unit=later.unit, later=later.on),
                _(
                    "Write the day it was done; if that report was wrong: sulist undo --record {id}"
                ).format(id=later.id),
            )
        now = standing(item, sorted((*before, draft), key=lambda one: one.order))
        then = {
            one.id
            for one, _reason in standing(item, sorted(known, key=lambda one: one.order)).refused
        }
        for record, reason in now.refused:
            if record.id not in then:
                return FormDoubt(
                    said.place, reason, _("The office decides; until then leave the row empty.")
                )
        return None

    def _later(self, draft: Record, before: list[Record]) -> Record | None:
        """A report by the lead that speaks of a later day than the one on which this was done."""
        if draft.status != "done":
            return None
        for one in before:
            if (
                one.kind == "report"
                and one.role == "lead"
                and one.milestone == draft.milestone
                and one.on > draft.on
                and one.status != "done"
            ):
                return one
        return None

    def take(self, new: list[Record]) -> None:
        """Counts a file in, so that the next one does not say the same again."""
        drafts = _drafts(new, self.seq)
        self.seq += len(drafts)
        for record in drafts:
            self.records.setdefault(record.item, []).append(record)
            self.there.setdefault(self._content(record), record)


def _replaced_before(said: FormReport, by: Record) -> FormDoubt:
    """That a report came before, and another stands in its place now: which one holds is not known here."""
    return FormDoubt(
        said.place,
        _("{item}: this was reported before, and was replaced on {day} by what {id} says.").format(
            item=by.item, day=by.written_day, id=by.id
        ),
        _("Collect the later form. If this one holds after all: sulist undo --record {id}").format(
            id=by.id
        ),
    )


def _drafts(records: list[Record], seq: int) -> list[Record]:
    """Records as they will stand in the journal, the next at ``seq``."""
    return [
        one._replace(seq=seq + at, id=f"{one.id}{_DRAFT}{seq + at}")
        for at, one in enumerate(records)
    ]


def after(progress: Progress, records: list[Record]) -> Progress:
    """The progress as it is once the records are written."""
    drafts = _drafts(with_corrections(records, progress), progress.journal.last_seq + 1)
    journal = progress.journal.plus(drafts)
    return Progress(progress.worklist, journal, progress.as_of, None, progress.settings)


def absent(progress: Progress, period: Period, led: dict[str, list[WorkItem]]) -> list[Absent]:
    """The lead units that owe reports for a period, in the order of the roster."""
    debts: dict[str, list[str]] = {}
    for debt in owing(progress, period).debts:
        debts.setdefault(debt.unit, []).append(debt.item.id)
    canonical = progress.worklist.roster.canonical
    heard = {
        canonical(one.unit) or one.unit
        for item in progress.worklist.items
        for one in progress.of(item).reports
        if period.holds(one.period)
    }
    return [Absent(unit, tuple(debts[unit]), unit not in heard) for unit in led if unit in debts]
