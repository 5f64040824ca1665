"""What holds for every journal: random records, taken back, extended, written late, merged."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from conftest import examples
from hypothesis import event, given, settings
from hypothesis import strategies as st
from journals import text_of, the_list
from listed import listed, without_errors

from sulist.asking.query import Query, select
from sulist.base.errors import StateError
from sulist.journal.journal import Journal, read_bytes
from sulist.journal.record import KINDS, STATUSES, Record
from sulist.reports.progress_counts import by_category, by_lead, count
from sulist.standing.entering import entered
from sulist.standing.tracking import Progress

if TYPE_CHECKING:
    import random

    from sulist.listfile.worklist import WorkList

ITEMS = ("1-1", "1-3", "2-7")
# Items with two and three dates, one that recurs, one that goes on, one with a date.
SEVERAL = listed("""
- {id: 1-1, text: 甲。, lead: 区经发局、区财政局, responsible: 区农办, deadline: 6月底前启动，10月底前完成}
- {id: 1-2, text: 乙。, lead: 区财政局, responsible: 区经发局, deadline: 每月底前}
- {id: 1-3, text: 丙。, lead: 区财政局, responsible: 区经发局, deadline: 长期坚持}
- {id: 1-4, text: 丁。, lead: 区农办, responsible: 区经发局, deadline: 3月底前，6月底前，9月底前}
- {id: 1-5, text: 戊。, lead: 区农办, responsible: 区经发局, deadline: 8月底前}
""")
FIRST = date(2021, 1, 1)
UNTIMED = settings(deadline=None, max_examples=examples(100))
days = st.integers(0, 364).map(lambda at: FIRST + timedelta(at))


def several() -> WorkList:
    """A list of items with several dates, with none, and with one that recurs."""
    return without_errors(SEVERAL)


@st.composite
def journals(draw: st.DrawFn, items: tuple[str, ...] = ITEMS, milestones: int = 0) -> list[Record]:
    """Records in the order of writing: of days before that, on a few items, sane or not."""
    made: list[Record] = []
    written = FIRST
    for seq in range(1, draw(st.integers(0, 14)) + 1):
        written = min(written + timedelta(draw(st.integers(0, 60))), date(2021, 12, 31))
        item = draw(st.sampled_from(items))
        on = written - timedelta(draw(st.integers(0, 20)))
        kind = draw(
            st.sampled_from(
                ["report"] * 6
                + ["closing", "reopening", "withdrawal", "extension"]
                + ["correction"] * 2
            )
        )
        more: dict[str, object] = {}
        if kind == "report":
            status = draw(st.sampled_from(["not-started", "in-progress", "in-progress", "done"]))
            more = {"status": status, "unit": "区经发局", "period": str(on)[:7]}
            more |= {"role": "lead"} if draw(st.booleans()) else {}
            if status == "in-progress":
                more["percent"] = draw(st.integers(0, 99))
        elif kind == "closing":
            more = {"done_on": on - timedelta(draw(st.integers(0, 9)))}
        elif kind == "extension":
            more = {"reason": "r", "to": on + timedelta(draw(st.integers(1, 300)))}
        elif kind == "correction":
            if not made:
                continue
            target = draw(st.sampled_from(made))
            item, more = target.item, {"corrects": target.id}
        else:
            more = {"reason": "r"}
        if kind != "correction" and milestones:
            more["milestone"] = draw(st.integers(0, milestones))
        moment = f"{written}T08:00:00+08:00"
        made.append(Record(on, item, kind, written=moment, seq=seq, id=f"r{seq}", **more))  # type: ignore[arg-type]
    return made


def standings(records: list[Record], as_of: date, known_by: date | None = None) -> list[object]:
    """What every item is, read from the file's text in the order of ``records``."""
    journal = read_bytes(text_of(records).encode(), "p", the_list())
    assert journal.problems == ()
    progress = Progress(the_list(), journal, as_of, known_by)
    return [_without_lines(progress, item) for item in the_list().items]


def _without_lines(progress: Progress, item: object) -> object:
    one = progress.of(item)  # type: ignore[arg-type]
    return (
        one.course,
        one.dates,
        [each.id for each in one.reports],
        [each.id for each in one.extensions],
        [(each.id, reason) for each, reason in one.refused],
        progress.light(item),  # type: ignore[arg-type]
    )


@UNTIMED
@given(journals(), days)
def test_counts_add_up_on_every_day(records: list[Record], as_of: date) -> None:
    """Every item is in one state, in one category, under one lead; none is lost."""
    journal = Journal("p", tuple(sorted(records, key=lambda one: one.order)))
    progress = Progress(the_list(), journal, as_of)
    for groups in (by_category(progress), by_lead(progress)):  # here one unit leads each
        assert sum(one.items for one in groups) == 18
        assert all(sum(one.states.values()) == one.items for one in groups)
    whole = count(progress, "", "", the_list().items)
    assert sum(whole.states.values()) == 18
    assert whole.overdue <= whole.items - whole.states["closed"] - whole.states["reported-done"]


@UNTIMED
@given(journals(), days, st.randoms(use_true_random=False))
def test_the_order_of_the_lines_means_nothing(
    records: list[Record], as_of: date, order: random.Random
) -> None:
    """Two branches merged in either order, or shuffled wholly, and lines doubled: the same state."""
    shuffled = [*records, *order.sample(records, len(records) // 2)]
    order.shuffle(shuffled)
    assert standings(shuffled, as_of) == standings(records, as_of)


@UNTIMED
@given(journals(), days, days)
def test_known_by_shows_nothing_that_was_written_later(
    records: list[Record], as_of: date, known_by: date
) -> None:
    """The answer is that of a journal which ends on that day."""
    until = [one for one in records if one.written_day <= known_by.isoformat()]
    assert standings(records, as_of, known_by) == standings(until, as_of)


@UNTIMED
@given(journals(), days)
def test_taking_back_is_as_if_it_had_never_been(records: list[Record], as_of: date) -> None:
    """A correction of the last record leaves what was before it; correcting that brings it back."""
    if not records or records[-1].kind == "correction":
        return
    last = records[-1]
    undo = Record(
        last.on, last.item, "correction", corrects=last.id, written=last.written, seq=99, id="undo"
    )
    redo = undo._replace(corrects="undo", seq=100, id="redo")
    assert standings([*records, undo], as_of) == standings(records[:-1], as_of)
    assert standings([*records, undo, redo], as_of) == standings(records, as_of)


@UNTIMED
@given(journals(), days)
def test_an_extension_only_moves_a_date_on_and_keeps_the_first(
    records: list[Record], as_of: date
) -> None:
    """The first date is the printed one on every day; the other is never before it."""
    journal = Journal("p", tuple(sorted(records, key=lambda one: one.order)))
    progress = Progress(the_list(), journal, as_of)
    for item in the_list().items:
        (due_date,) = progress.of(item).dates
        assert due_date.first_due == item.deadline.due
        assert due_date.due >= due_date.first_due
        assert (due_date.due > due_date.first_due) == bool(progress.of(item).extensions)


FIVE = tuple(f"1-{serial}" for serial in range(1, 6))


@UNTIMED
@given(journals(FIVE, 3), days, st.randoms(use_true_random=False))
def test_several_dates_add_up_too_in_any_order(
    records: list[Record], as_of: date, order: random.Random
) -> None:
    """Of every kind of deadline: each item in one state, and each open date due somewhere."""
    shuffled = list(records)
    order.shuffle(shuffled)
    found = []
    for one in (records, shuffled):
        kept = tuple(sorted(one, key=lambda record: record.order))
        progress = Progress(several(), Journal("p", kept), as_of)
        found.append([_without_lines(progress, item) for item in several().items])
        for item in several().items:
            standing = progress.of(item)
            # Nothing that is still to be done is without a date of its own, where it has dates.
            assert not standing.dates or standing.open == bool(standing.open_dates)
    assert found[0] == found[1]
    whole = count(progress, "", "", several().items)
    assert sum(whole.states.values()) == whole.items == 5
    selection = select(several(), Query(), as_of, each_date=True, progress=progress)
    shown = {match.item.id for match in selection.matches}
    assert len(shown) + selection.settled + selection.undated == 5
    for match in selection.matches:
        assert match.days_left is not None
        assert match.standing is not None
        assert match.item.deadline.recurrence or match.step in {
            due_date.step for due_date in match.standing.open_dates
        }


@UNTIMED
@given(st.data())
def test_what_was_accepted_is_never_refused_on_any_day(data: st.DataObject) -> None:
    """Only what cannot follow is refused when it is written; so every day, and every day known by, holds."""
    journal = Journal("p", headed=True)
    now = datetime.fromisoformat("2021-03-01T09:00:00+08:00")
    refused = 0
    for number in range(data.draw(st.integers(1, 16))):
        now += timedelta(data.draw(st.integers(0, 20)), hours=1)
        on = now.date() - timedelta(data.draw(st.integers(0, 25)))
        kind = data.draw(st.sampled_from([*STATUSES, *STATUSES, *KINDS[1:]]))
        more: dict[str, Any] = {"reason": "r"}
        if kind in STATUSES:
            more = {"status": kind, "role": "lead", "unit": "区经发局", "period": str(on)[:7]}
            kind = "report"
        elif kind == "closing":
            more = {"done_on": on}
        elif kind == "extension":
            more["to"] = on + timedelta(data.draw(st.integers(1, 400)))
        elif kind == "correction":
            if not journal.records:
                continue
            more["corrects"] = data.draw(st.sampled_from([one.id for one in journal.records]))
        draft = Record(on, "1-3", kind, **more)
        try:
            made = entered(the_list(), journal, [draft], now, lambda: f"n{number}")  # noqa: B023
        except StateError:
            refused += 1
            continue
        journal = journal.plus(made)
    event(f"refused: {min(refused, 3)}")
    for at in range(0, 330, 11):
        day = FIRST + timedelta(at)
        for known_by in (None, day, day + timedelta(30)):
            assert Progress(the_list(), journal, day, known_by).refusals == ()
