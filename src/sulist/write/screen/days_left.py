"""How far off a date is: in words, and as a tone for the colour beside them."""

from __future__ import annotations

from sulist.base.i18n import _, ngettext

_NEAR_DAYS = 30
_LONG_AGO = 366


def days_left(days: int | None) -> str:
    """How far off a date is, in words."""
    if days is None:
        return "—"
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("{n} day left", "{n} days left", days).format(n=days)
    return ngettext("{n} day over", "{n} days over", -days).format(n=-days)


def tone(days: int | None) -> str:
    """late, near or nothing, for a colour beside the words; an old list does not shout."""
    if days is None or not -_LONG_AGO < days <= _NEAR_DAYS:
        return ""
    return "late" if days < 0 else "near"
