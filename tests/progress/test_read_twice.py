"""What records make of an item of several dates, read a second time: sulist and the model of ``tools`` say the same."""

from __future__ import annotations

import json
from datetime import timedelta
from itertools import product
from random import Random
from typing import TYPE_CHECKING, Any

from conftest import examples
from journals import day, record
from listed import listed, without_errors
from model.folding import Folding
from model.papers import line_of, read_list

from sulist.journal.record import as_line
from sulist.standing.states import standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from model.papers import Listed

    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem

LIST = listed("""
- {id: 1-1, text: 修路。, lead: 区党群部, responsible: 乙局, deadline: 3月底前，7月底前，10月底前}
units:
  区直部门: [区党群部, 乙局]
""")
KINDS = {
    "in-progress": 1, "not-started": 0.5, "done": 5, "report": 1, "extension": 1, "withdrawal": 1.5,
    "closing": 3, "reopening": 2,
}  # fmt: skip
WORDS = tuple(product(KINDS, range(4)))


def courses() -> Iterator[tuple[tuple[str, int], ...]]:
    """What is said, and of which date: every two words, and many courses of more, some of dates that have ended."""
    yield from product(WORDS, repeat=2)
    random = Random("courses of an item")  # noqa: S311 - the same in every run
    weights = [KINDS[kind] for kind, _milestone in WORDS]
    for _number in range(examples(3000)):
        ends = random.choice(((), ("done",), ("done", "closing"), ("withdrawal",)))
        ended = [(kind, at) for kind in ends for at in random.sample((1, 2, 3), 3)]
        yield *ended, *random.choices(WORDS, weights, k=random.randint(1, 10))


def made(course: tuple[tuple[str, int], ...]) -> list[Record]:
    """Its records, one every five days; a closing accepts one of the days before it."""
    found = []
    for seq, (kind, milestone) in enumerate(course, 1):
        on = day("06-01") + timedelta(5 * seq)
        more: dict[str, dict[str, Any]] = {
            "report": {"unit": "区党群部", "role": "lead"},
            "extension": {"to": day("12-31") if seq % 2 else day("2022-01-10")},
            "closing": {"done_on": on - timedelta(5 * (seq % 3))},
        }
        found.append(record(str(on), kind, seq, milestone=milestone, **more.get(kind, {})))
    return found


def by_sulist(item: WorkItem, records: list[Record]) -> dict[str, Any]:
    """What the item is."""
    found = standing(item, records)
    return {
        "state": (found.state, found.course.since, found.percent),
        "done": (found.course.done_on, found.late_days),
        "dates": [(one.due, one.state, one.done_on, one.late_days) for one in found.dates],
        "refused": {one.id for one, _reason in found.refused},
    }


def by_the_model(worklist: Listed, records: list[Record]) -> dict[str, Any]:
    """The same, from the lines of a journal."""
    folding = Folding(worklist, worklist.entries[0])
    for one in records:
        folding.take(line_of(json.loads(as_line(one)[2:])))
    found = folding.standing()
    return {
        "state": (found.state, found.since, found.percent),
        "done": (found.done_on, found.late),
        "dates": [(one.due, one.state, one.done_on, one.late) for one in found.dates],
        "refused": set(found.refused),
    }


def test_whatever_is_said_of_an_item_and_its_dates_means_the_same_to_both(tmp_path: Path) -> None:
    """In any order, what can follow and what cannot."""
    (tmp_path / "items.yaml").write_text(LIST, encoding="utf-8")
    model = read_list(tmp_path)
    (item,) = without_errors(LIST).items
    ended = set()
    for course in courses():
        records = made(course)
        found = by_sulist(item, records)
        assert found == by_the_model(model, records), course
        ended.add(found["state"][0])
    assert len(ended) == 7
