"""What holds for every journal: random records, taken back, extended, written late, merged."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from journals import text_of, the_list

from sulist.progress.counting import by_category, by_lead, count
from sulist.progress.journal import Journal, read_bytes
from sulist.progress.record import Record
from sulist.progress.tracking import Progress

if TYPE_CHECKING:
    import random

ITEMS = ("1-1", "1-3", "2-7")
FIRST = date(2021, 1, 1)
days = st.integers(0, 364).map(lambda at: FIRST + timedelta(at))


@st.composite
def journals(draw: st.DrawFn) -> list[Record]:
    """Records in the order of writing: of days before that, on a few items, sane or not."""
    made: list[Record] = []
    written = FIRST
    for seq in range(1, draw(st.integers(0, 14)) + 1):
        written = min(written + timedelta(draw(st.integers(0, 60))), date(2021, 12, 31))
        item = draw(st.sampled_from(ITEMS))
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
        one.parts,
        [each.id for each in one.reports],
        [each.id for each in one.extensions],
        [(each.id, reason) for each, reason in one.refused],
        progress.light(item),  # type: ignore[arg-type]
    )


@given(journals(), days)
def test_counts_add_up_on_every_day(records: list[Record], as_of: date) -> None:
    """Every item is in one state, in one category, under one lead; none is lost."""
    journal = Journal("p", tuple(sorted(records, key=lambda one: one.order)))
    progress = Progress(the_list(), journal, as_of)
    for groups in (by_category(progress), by_lead(progress)):
        assert sum(one.items for one in groups) == 18
        assert all(sum(one.states.values()) == one.items for one in groups)
    whole = count(progress, "", "", the_list().items)
    assert sum(whole.states.values()) == 18
    assert whole.overdue <= whole.items - whole.states["closed"] - whole.states["reported-done"]


@given(journals(), days, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_the_lines_means_nothing(
    records: list[Record], as_of: date, order: random.Random
) -> None:
    """Two branches merged in either order, or shuffled wholly, and lines doubled: the same state."""
    shuffled = [*records, *order.sample(records, len(records) // 2)]
    order.shuffle(shuffled)
    assert standings(shuffled, as_of) == standings(records, as_of)


@given(journals(), days, days)
@settings(max_examples=60)
def test_known_by_shows_nothing_that_was_written_later(
    records: list[Record], as_of: date, known_by: date
) -> None:
    """The answer is that of a journal which ends on that day."""
    until = [one for one in records if one.written_day <= known_by.isoformat()]
    assert standings(records, as_of, known_by) == standings(until, as_of)


@given(journals(), days)
@settings(max_examples=60)
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


@given(journals(), days)
def test_an_extension_only_moves_a_date_on_and_keeps_the_first(
    records: list[Record], as_of: date
) -> None:
    """The first date is the printed one on every day; the other is never before it."""
    journal = Journal("p", tuple(sorted(records, key=lambda one: one.order)))
    progress = Progress(the_list(), journal, as_of)
    for item in the_list().items:
        (part,) = progress.of(item).parts
        assert part.first_due == item.deadline.due
        assert part.due >= part.first_due
        assert (part.due > part.first_due) == bool(progress.of(item).extensions)
