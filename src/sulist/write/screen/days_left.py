"""How far off a date is, in words."""

from __future__ import annotations

from sulist.base.i18n import _, ngettext


def days_left(days: int | None) -> str:
    """How far off a date is, in words."""
    if days is None:
        return "—"
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("{n} day left", "{n} days left", days).format(n=days)
    return ngettext("{n} day over", "{n} days over", -days).format(n=-days)
