"""The calendar (ics): every date of the chosen items as an all-day entry, by RFC 5545.

A date that was extended stays the same entry on its new day, a withdrawn one is cancelled, one
that is done is kept and says so, so that importing the file again mends a calendar and doubles
nothing. The same list, journal, selection and day give the same bytes.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sulist.base.i18n import ngettext
from sulist.base.showing import printable
from sulist.base.watching import watched
from sulist.write.phrases import extension_words, report_words
from sulist.write.screen.days_left import due_text
from sulist.write.words import light_words, state_and_percent, state_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sulist.base.watching import Watch
    from sulist.deadline.meaning import Recurrence
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList
    from sulist.reports.calendar import Calendar, Entry
    from sulist.standing.lights import Light
    from sulist.standing.states import Standing

# At nine in the morning, a week and a day before: time to act, and time to answer the telephone.
REMINDERS = (timedelta(days=-7, hours=9), timedelta(days=-1, hours=9))
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_CANCELLED = "withdrawn"
_END = b"END:VCALENDAR\r\n"


def build(found: Calendar, watch: Watch | None, **_more: Any) -> bytes:
    """The calendar; the day asked about is the moment that its entries were made at."""
    worklist, chosen = found.subject.worklist, found.entries
    pieces = [_opening(worklist, empty=not chosen).removesuffix(_END)]
    pieces += _events(found, watched(chosen, watch))
    return b"".join([*pieces, _END])


def list_mark(worklist: WorkList) -> str:
    """What tells this list's entries from another list's: the same as long as title and year are."""
    return sha256(f"{worklist.title}\n{worklist.year}".encode()).hexdigest()[:16]


def remarks(found: Calendar) -> list[str]:
    """What the file does not show: how many of the chosen items have no date, and so no entry."""
    number = len(found.entries)
    lines = [ngettext("{n} entry.", "{n} entries.", number).format(n=number)]
    if found.undated:
        lines.append(
            ngettext(
                "{n} item without a date has no entry.",
                "{n} items without a date have no entry.",
                found.undated,
            ).format(n=found.undated)
        )
    return lines


def _opening(worklist: WorkList, *, empty: bool) -> bytes:
    from icalendar import Calendar, Timezone, TimezoneStandard

    calendar = Calendar()
    calendar.add("prodid", "-//sulist//sulist//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", printable(worklist.title))  # RFC 7986, section 5.1
    calendar.add("x-wr-calname", printable(worklist.title))  # what most calendars read instead
    if empty:  # RFC 5545, section 3.6: a calendar has at least one component
        zone, standard = Timezone(), TimezoneStandard()
        zone.add("tzid", "Asia/Shanghai")
        standard.add("dtstart", datetime(1992, 1, 1))  # local time, as RFC 5545 wants it here
        standard.add("tzoffsetfrom", timedelta(hours=8))
        standard.add("tzoffsetto", timedelta(hours=8))
        zone.add_component(standard)
        calendar.add_component(zone)
    return bytes(calendar.to_ical())


def _events(found: Calendar, chosen: Iterable[Entry]) -> Iterator[bytes]:
    from icalendar import Event

    worklist = found.subject.worklist
    mark = list_mark(worklist)
    made_at = datetime.combine(found.subject.as_of, time(), UTC)
    for one in chosen:
        event = Event()
        event.add("uid", f"{one.key}.{mark}@sulist")
        event.add("dtstamp", made_at)
        event.add("sequence", one.revision)  # a calendar takes the entry with the higher number
        event.add("dtstart", one.day)
        if one.day < date.max:  # without its end an entry is a day long too
            event.add("dtend", one.day + timedelta(days=1))
        if one.rule:
            event.add("rrule", _rule(one, one.rule))
        if one.left_out:
            event.add("exdate", list(one.left_out), {"VALUE": "DATE"})
        event.add("summary", _summary(one))
        event.add("description", _description(one, worklist))
        event.add("categories", [printable(one.match.item.category_title)])
        event.add("status", "CANCELLED" if one.state == _CANCELLED else "CONFIRMED")
        event.add("transp", "TRANSPARENT")  # a date to keep takes nobody's day
        if one.to_come:
            for before in _reminders(one):
                event.add_component(_reminder(before, _summary(one)))
        yield bytes(event.to_ical())


def _rule(one: Entry, returns: Recurrence) -> dict[str, Any]:
    if returns.frequency == "day":
        return {"freq": "DAILY", "until": one.last}
    return {"freq": "WEEKLY", "until": one.last, "byday": _WEEKDAYS[one.day.weekday()]}


def _reminders(one: Entry) -> list[timedelta]:
    """When the calendar rings: never on the day before it of a deadline that returns, nor earlier."""
    if one.apart is None:
        return list(REMINDERS)
    return [before for before in REMINDERS if -before.days < one.apart]


def _reminder(before: timedelta, text: str) -> Any:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", before)
    alarm.add("description", text)
    return alarm


def _summary(one: Entry) -> str:
    """What a calendar shows of a day: which item, which of its dates, who leads, and whether it is done."""
    item = one.match.item
    mark = "" if one.open else f"【{state_word(one.state)}】"
    step = f"（{one.match.step}/{len(item.deadline.milestones)}）" if one.match.step else ""
    return printable(f"{mark}{item.id} {item.name}{step}·{item.lead_words}".rstrip("·"))


def _description(one: Entry, worklist: WorkList) -> str:
    """Everything that the person who opens the entry wants to know."""
    match = one.match
    lines = list(_cells(match.item, worklist))
    due = due_text(match)
    if (
        match.standing is None or due != one.day.isoformat()
    ):  # a day off, or what else there is to it
        lines.append(f"时限：{due}")
    if match.standing and match.light:
        lines += _standing_lines(match.standing, match.light, worklist.year)
    return "\n".join(map(printable, lines))


def _cells(item: WorkItem, worklist: WorkList) -> Iterator[str]:
    """The cells of an item by their headings, a part's with what it has from its parent."""
    told = {"lead": item.lead_words, "deadline": item.deadline.text}
    for column in worklist.columns:
        if column.key == "text":
            yield item.text
        elif column.key:
            cell = told.get(column.key) or item.cell(column)
            if cell or column.key != "more":
                yield f"{column.heading}：{cell}"


def _standing_lines(one: Standing, light: Light, year: int) -> list[str]:
    """How the whole item stands, and what each unit said last."""
    return [
        f"状态：{state_and_percent(one)}",
        f"灯号：{light_words(light)}",
        *(extension_words(each, year) for each in one.extensions),
        *(line for said in one.latest for line in report_words(said, year, name=said.unit)),
    ]
