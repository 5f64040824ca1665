"""Progress on a screen: the lines and cells about an item and its records that several pages take up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.days import chinese_period
from sulist.base.i18n import _, language, ngettext
from sulist.standing.names import PEOPLE_TITLES
from sulist.write.screen.days_left import days_left
from sulist.write.screen.foot import foot
from sulist.write.words import kind_word, light_words, state_word, status_word

if TYPE_CHECKING:
    from datetime import date

    from sulist.asking.query import Match
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.standing.states import DueDate, Standing
    from sulist.standing.tracking import Progress


def late_text(days: int) -> str:
    """How late something was done."""
    return ngettext("{n} day late", "{n} days late", days).format(n=days)


def period_text(period: str) -> str:
    """A month or a week as the language in use writes it: 2021-06, 2021年6月, 2021年第27周."""
    return period if language() == "en" else chinese_period(period)


def flat(text: str) -> str:
    """A text of several lines as one; a tab, which would push its column aside, is a space."""
    return " ".join(text.replace("\t", " ").split("\n"))


def said_lines(one: Record) -> list[str]:
    """What a report says, under the document's own headings."""
    pairs = (("进展情况", one.done), ("存在问题", one.problem), ("下步打算", one.next))
    lines = [f"  {term}：{flat(text)}" for term, text in pairs if text]
    return lines + ([f"  佐证：{'；'.join(map(flat, one.evidence))}"] if one.evidence else [])


def people_text(one: Record) -> str:
    """Who stands behind a record, and its paper, in one text; nothing where it names none."""
    named = ((title, flat(getattr(one, key))) for key, title in PEOPLE_TITLES.items())
    return "；".join(f"{title}：{text}" for title, text in named if text)


def what_text(one: Record) -> str:
    """What a record says, in one text."""
    head = [kind_word(one.kind)]
    if one.milestone:
        head.append(_("date {step}").format(step=one.milestone))
    if one.status:
        head.append(status_word(one.status))
    if one.percent is not None:
        head.append(f"{one.percent}%")
    if one.to:
        head.append(_("to {day}").format(day=one.to))
    if one.done_on:
        head.append(_("done on {day}").format(day=one.done_on))
    if one.corrects:
        told = _("takes back {id}") if one.kind == "correction" else _("replaces {id}")
        head.append(told.format(id=one.corrects))
    text = " · ".join(head)
    said = "；".join(line.strip().rstrip("。；") for line in said_lines(one))
    more = [part for part in (said, flat(one.reason), people_text(one)) if part]
    return f"{text}。{'；'.join(more)}" if more else text


def standing_lines(progress: Progress, item: WorkItem, one: Standing) -> list[str]:
    """What an item is, as lines: state, dates, who reported last, what is in the way."""
    state = _("State: {state}").format(state=state_word(one.state))
    if one.course.since:
        state += _(" since {day}").format(day=one.course.since)
    if one.percent is not None:
        state += f" · {one.percent}%"
    lines = [state, _("Light: {light}").format(light=light_words(progress.light(item)))]
    lines += [_due_date_line(due_date, progress.as_of) for due_date in one.dates]
    lines += [
        _("Extended on {on} to {to}: {reason}").format(
            on=each.on, to=each.to, reason=flat(each.reason)
        )
        for each in one.extensions
    ]
    for report in one.latest:
        which = f" · {_('date {step}').format(step=report.milestone)}" if report.milestone else ""
        lines.append(_("Last report: {on}, {unit}").format(on=report.on, unit=report.unit) + which)
        lines += said_lines(report)
    return lines


def _due_date_line(due_date: DueDate, as_of: date) -> str:
    which = _("Date {step}: {due}") if due_date.step else _("Date: {due}")
    text = which.format(step=due_date.step, due=due_date.due)
    if due_date.extended:
        text += _(" (extended; first {due})").format(due=due_date.first_due)
    if due_date.open:
        return f"{text} · {days_left(due_date.days_left(as_of))}"
    if due_date.done_on:
        text += _(" · done on {day}").format(day=due_date.done_on)
        if due_date.late_days:
            text += " · " + late_text(due_date.late_days)
    return text


def settled_line(settled: int, *, overdue: bool = False) -> list[str]:
    """How many items are not shown, since nothing is due on them any more; and what shows them.

    What is done is not overdue, so where that was asked for, the question has to be another one.
    """
    if not settled:
        return []
    said = (
        ngettext(
            "{n} item that is done or withdrawn is not shown; in place of --overdue this shows it: {options}",
            "{n} items that are done or withdrawn are not shown; in place of --overdue this shows them: {options}",
            settled,
        )
        if overdue
        else ngettext(
            "{n} item that is done or withdrawn is not shown; this shows it: {options}",
            "{n} items that are done or withdrawn are not shown; this shows them: {options}",
            settled,
        )
    )
    return [
        said.format(
            n=settled, options=_("--status reported-done --status closed --status withdrawn")
        )
    ]


def journal_foot(progress: Progress) -> list[str]:
    """Which list and which journal an answer is from, and what was left out of it."""
    lines = [*foot(progress.worklist), _journal_line(progress)]
    if progress.known_by:
        lines.append(
            _("As it was known on {day}: what was written later is left out.").format(
                day=progress.known_by
            )
        )
    if broken := progress.not_counted:
        lines.append(
            ngettext(
                "{n} line of the journal does not count: see sulist check.",
                "{n} lines of the journal do not count: see sulist check.",
                broken,
            ).format(n=broken)
        )
    return lines


def _journal_line(progress: Progress) -> str:
    """Which journal, and how much of it; the packaged list has no place for one."""
    number, file = len(progress.journal.records), progress.journal.file
    if not file:
        return _(
            "No journal: nothing is reported on. To record, make a copy of the list: sulist init DIR"
        )
    return ngettext("Journal {file}: {n} record.", "Journal {file}: {n} records.", number).format(
        file=file, n=number
    )


def record_cells(match: Match) -> tuple[str, ...]:
    """The progress of an item for a spreadsheet, under the titles of ``records.OF_PROGRESS``."""
    one = match.standing
    assert one is not None  # noqa: S101 - asked only with progress
    due_date = None if match.occurrence else one.date_of(match.step)
    done_on = due_date.done_on if due_date else one.course.done_on
    return (
        state_word(one.state),
        light_words(match.light),
        "" if one.percent is None else str(one.percent),
        due_date.first_due.isoformat() if due_date else "",
        done_on.isoformat() if done_on else "",
        str(due_date.late_days) if due_date and due_date.done_on else "",
        one.last_report.on.isoformat() if one.last_report else "",
        "；".join(f"{unit}：{flat(text)}" for unit, text in one.problems),
    )
