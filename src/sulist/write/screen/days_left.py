"""How far off a date is, the date itself, and how far an item is, in the words of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext

if TYPE_CHECKING:
    from sulist.asking.query import Match


def days_left(days: int | None) -> str:
    """How far off a date is, in words."""
    if days is None:
        return "—"
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("{n} day left", "{n} days left", days).format(n=days)
    return ngettext("{n} day over", "{n} days over", -days).format(n=-days)


def due_text(match: Match) -> str:
    """The date, marked where it is one of several, approximate, read in two ways, or a day off."""
    if match.due is None:
        return "—"
    marks = []
    if match.step:
        marks.append(f"{match.step}/{match.of_dates}")
    if match.approximate:
        marks.append(_("about"))
    if match.other_reading:
        marks.append(_("or {due}").format(due=match.other_reading))
    if match.day_off:
        marks.append(match.day_off)
    if match.first_due:
        marks.append(_("extended; first {due}").format(due=match.first_due))
    if not marks:
        return match.due.isoformat()
    return _("{due} ({marks})").format(due=match.due, marks=_("; ").join(marks))


def left_or_state(match: Match) -> str:
    """The days that are left; of what is done or withdrawn, that it is."""
    return (not match.open and state(match)) or days_left(match.days_left)


def state(match: Match) -> str:
    """How far an item is, where there is progress."""
    if match.standing is None:
        return ""
    from sulist.write.words import state_word

    return state_word(match.standing.state)
