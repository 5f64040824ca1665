"""Only a unit that leads an item speaks as its lead, whatever a line says of its role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journals import day, item, record, text_of, the_list

from sulist.journal.journal import read_bytes
from sulist.listfile.worklist import load
from sulist.standing.tracking import Progress, problems

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.journal.journal import Journal
    from sulist.journal.record import Record
    from sulist.listfile.worklist import WorkList


def read(records: list[Record], worklist: WorkList | None = None) -> Journal:
    """The journal of these records."""
    return read_bytes(text_of(records).encode(), "p", worklist or the_list())


@pytest.mark.parametrize("unit", ["区农办", "潭东镇", "区外单位"])
def test_the_role_of_one_that_does_not_lead_does_not_count(unit: str) -> None:
    """Its report is kept and shown and sets no state; the check tells its line once, as a warning."""
    made = [record("06-01", "in-progress", 1), record("06-02", "done", 2, unit=unit)]
    journal = read(made)
    one = Progress(the_list(), journal, day("12-31")).of(item())
    assert (one.state, [each.role for each in one.reports]) == ("in-progress", ["lead", ""])
    found = problems(the_list(), journal)
    assert [(each.check, each.level, each.place.line) for each in found] == [
        ("journal-role", "warning", 3)
    ]
    assert unit in found[0].message


def test_the_lead_under_another_name_of_the_roster_leads(tmp_path: Path) -> None:
    """An alias is no other unit; without it, what the old name reported is no longer the lead's."""
    text = (
        "title: {title}\nregion: 某区\nyear: 2021\ntotal: 1\ncategories:\n"
        "  - number: 一\n    title: 事项\n    count: 1\n    items:\n      - id: 1-1\n"
        "        text: 修路。\n        lead: 区新局\n        responsible: 区农办\n"
        "        deadline: 12月底前\nunits: {{部门: [区新局, 区农办]}}\naliases: {aliases}\n"
    )
    made = [record("06-01", "in-progress", 1, unit="区旧局")]
    for aliases, state in (("{区旧局: 区新局}", "in-progress"), ("{}", "no-report")):
        file = tmp_path / "items.yaml"
        file.write_text(text.format(title=the_list().title, aliases=aliases), encoding="utf-8")
        worklist = load(str(file))
        journal = read(made, worklist)
        found = Progress(worklist, journal, day("12-31")).of(worklist.items[0])
        assert found.state == state
        assert len(problems(worklist, journal)) == (state == "no-report")


def test_what_nobody_leads_is_not_closed_by_a_report_that_would_not_count(tmp_path: Path) -> None:
    """Advice to log that it was done would lead back to the same refusal: the lead has to be written."""
    file = tmp_path / "items.yaml"
    file.write_text(
        f"title: {the_list().title}\nregion: 某区\nyear: 2021\ntotal: 1\ncategories:\n"
        "  - number: 一\n    title: 事项\n    count: 1\n    items:\n      - id: 1-1\n"
        "        text: 修路。\n        lead: ''\n        responsible: 区农办\n"
        "        deadline: 12月底前\n",
        encoding="utf-8",
    )
    worklist = load(str(file))
    made = [record("06-01", "done", 1, unit="区农办"), record("06-02", "closing", 2)]
    (refused,) = Progress(worklist, read(made, worklist), day("12-31")).refusals
    assert "sulist log" not in refused[1]
    assert "under lead: in the list" in refused[1]
    file.write_text(file.read_text("utf-8").replace("lead: ''", "lead: 区农办"), encoding="utf-8")
    worklist = load(str(file))
    followed = Progress(worklist, read(made, worklist), day("12-31"))
    assert followed.of(worklist.items[0]).state == "closed"


def test_the_units_of_a_collective_that_leads_each_lead(tmp_path: Path) -> None:
    """Of 各镇 every one, of 有关部门 any."""
    for lead in ("各镇", "有关镇"):
        file = tmp_path / "items.yaml"
        file.write_text(
            f"title: {the_list().title}\nregion: 某区\nyear: 2021\ntotal: 1\ncategories:\n"
            "  - number: 一\n    title: 事项\n    count: 1\n    items:\n      - id: 1-1\n"
            f"        text: 修路。\n        lead: {lead}\n        responsible: 区农办\n"
            "        deadline: 12月底前\nunits: {镇: [潭东镇, 潭口镇], 部门: [区农办]}\n",
            encoding="utf-8",
        )
        worklist = load(str(file))
        for unit, warned in (("潭口镇", 0), ("区农办", 1)):
            journal = read([record("06-01", "in-progress", 1, unit=unit)], worklist)
            assert len(journal.warnings) == warned
