"""Only a unit that leads an item speaks as its lead, whatever a line says of its role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journals import day, item, record, text_of, the_list
from listed import listed, without_errors

from sulist.journal.journal import read_bytes
from sulist.standing.tracking import Progress, problems

if TYPE_CHECKING:
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


def led_by(lead: str, rest: str, responsible: str = "区农办") -> WorkList:
    """A list of one item with this lead, under the title that the journals have."""
    cells = f"lead: {lead}, responsible: {responsible}, deadline: 12月底前"
    only = f"- {{id: 1-1, text: 修路。, {cells}}}"
    return without_errors(listed(f"{only}\n{rest}", title=the_list().title))


def test_the_lead_under_another_name_of_the_roster_leads() -> None:
    """An alias is no other unit; without it, what the old name reported is no longer the lead's."""
    made = [record("06-01", "in-progress", 1, unit="区旧局")]
    for aliases, state in (("{区旧局: 区新局}", "in-progress"), ("{}", "no-report")):
        worklist = led_by("区新局", f"units: {{部门: [区新局, 区农办]}}\naliases: {aliases}")
        journal = read(made, worklist)
        found = Progress(worklist, journal, day("12-31")).of(worklist.items[0])
        assert found.state == state
        assert len(problems(worklist, journal)) == (state == "no-report")


def test_what_nobody_leads_is_not_closed_by_a_report_that_would_not_count() -> None:
    """Advice to log that it was done would lead back to the same refusal: the lead has to be written."""
    worklist = led_by("''", "", "''")
    made = [record("06-01", "done", 1, unit="区农办"), record("06-02", "closing", 2)]
    (refused,) = Progress(worklist, read(made, worklist), day("12-31")).refusals
    assert "sulist log" not in refused[1]
    assert "under lead: in the list" in refused[1]
    worklist = led_by("区农办", "")
    followed = Progress(worklist, read(made, worklist), day("12-31"))
    assert followed.of(worklist.items[0]).state == "closed"


TOWNS = "units: {镇: [潭东镇, 潭口镇], 部门: [区农办]}"


def test_the_units_of_a_collective_that_leads_each_lead() -> None:
    """Of 各镇 every one, of 有关部门 any."""
    for lead in ("各镇", "有关镇"):
        worklist = led_by(lead, TOWNS)
        for unit, warned in (("潭口镇", 0), ("区农办", 1)):
            journal = read([record("06-01", "in-progress", 1, unit=unit)], worklist)
            assert len(journal.warnings) == warned


def test_what_several_say_in_the_form_that_was_sent_to_them_all_is_the_word_of_the_lead() -> None:
    """有关镇, of whom nobody knows which leads, and those of whom no group is known; 各镇 get a form each."""
    for lead, rest, unit, state in (
        ("有关镇", TOWNS, "有关镇", "in-progress"),
        ("潭东镇、有关镇", TOWNS, "有关镇", "in-progress"),
        ("有关镇", "", "有关镇", "in-progress"),
        ("各镇", TOWNS, "各镇", "no-report"),
        ("有关镇", TOWNS, "有关街道", "no-report"),
        ("潭东镇", TOWNS, "有关镇", "no-report"),
    ):
        worklist = led_by(lead, rest)
        journal = read([record("06-01", "in-progress", 1, unit=unit)], worklist)
        assert Progress(worklist, journal, day("12-31")).of(worklist.items[0]).state == state
        assert len(problems(worklist, journal)) == (state == "no-report")
