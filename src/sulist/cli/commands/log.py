"""``sulist log``: what a unit reports on items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sulist.base.i18n import _
from sulist.cli.options import Whole, command, complete_unit
from sulist.cli.recording import (
    Desk,
    ids_argument,
    milestone_option,
    nothing_said,
    text,
    write_options,
)
from sulist.cli.words import STATUS_WORDS

if TYPE_CHECKING:
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem

_SAID = ("status", "percent", "done", "problem", "next", "evidence")


@command(
    "log",
    _(
        "What a unit reports on items: how far they are, what was done, what is in the way, what comes next. On a terminal without options it asks."
    ),
)
@ids_argument
@click.option(
    "--status",
    type=click.Choice(list(STATUS_WORDS)),
    metavar=_("STATUS"),
    help=_("not-started, in-progress, done, or 未启动, 推进中, 已完成."),
)
@click.option(
    "--percent",
    type=Whole(0, 100, "%"),
    metavar=_("NUMBER"),
    help=_("How far it is, 0 to 100."),
)
@click.option("--done", metavar=_("TEXT"), help=_("What was done (进展情况)."))
@click.option("--problem", metavar=_("TEXT"), help=_("What is in the way (存在问题)."))
@click.option("--next", metavar=_("TEXT"), help=_("What comes next (下步打算)."))
@click.option(
    "--evidence",
    multiple=True,
    metavar=_("TEXT"),
    help=_("Evidence (佐证): a path or a reference; given twice, both."),
)
@click.option(
    "-u",
    "--unit",
    metavar=_("UNIT"),
    shell_complete=complete_unit,
    help=_("The unit that reports. Default: the item's lead."),
)
@click.option(
    "--period",
    metavar=_("MONTH"),
    help=_("The month that this reports for: 2021-06, 6月. Default: that of --on."),
)
@milestone_option
@write_options
def log(ids: tuple[str, ...], **options: Any) -> None:
    """Records reports."""
    desk = Desk(options["file"], options["journal"], options["on"])
    items = desk.items(ids)
    said = {key: options[key] for key in _SAID}
    if all(value in (None, ()) for value in said.values()):
        from sulist.cli.questions import answers

        for item in items:
            reported(desk, [item], options | answers(desk, item, options["unit"]))
        return
    reported(desk, items, options)


def reported(desk: Desk, items: list[WorkItem], options: dict[str, Any]) -> None:
    """Writes one report on each of the items, all or none."""
    drafts = [report(desk, item, options) for item in items]
    desk.enter(lambda _progress: drafts)


def report(desk: Desk, item: WorkItem, options: dict[str, Any]) -> Record:
    """A report as a draft.

    Raises:
        UsageError: an unknown unit, no month, several lead units of which none is named, or nothing
            is said.
    """
    from sulist.base.errors import UsageError
    from sulist.cli.recording import draft

    unit, lead = desk.reporter(item, options["unit"])
    made = draft(
        item,
        "report",
        desk.on,
        unit=unit,
        role="lead" if lead else "",
        milestone=options["milestone"],
        status=STATUS_WORDS.get(options["status"] or "", ""),
        percent=options["percent"],
        done=text(options["done"]),
        problem=text(options["problem"]),
        next=text(options["next"]),
        evidence=tuple(filter(None, map(text, options["evidence"]))),
        period=month_of(desk, options["period"]),
    )
    if not any(getattr(made, key) or getattr(made, key) == 0 for key in _SAID):
        raise UsageError(nothing_said(item))
    return made


def month_of(desk: Desk, named: str | None) -> str:
    """The month that a report is for.

    Raises:
        UsageError: it is no month, or one that has not begun: a report for it is a slip of the hand.
    """
    from sulist.base.errors import UsageError
    from sulist.listfile.typed import month
    from sulist.write.screen.standing import month_text

    if not named:
        return desk.on.isoformat()[:7]
    found = month("--period", named, desk.worklist.year, desk.on)
    last = max(desk.on, desk.today)
    if found > last.isoformat()[:7]:
        raise UsageError(
            _("--period: {month} has not begun by {day}.").format(month=month_text(found), day=last)
        )
    return found
