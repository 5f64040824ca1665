"""``sulist log``: what a unit reports on items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.more_options import ids_argument, milestone_option, write_options_on
from sulist.cli.more_params import PERCENT, LeadUnit, MonthWord, Status, Text
from sulist.cli.questions import Answered, answers, nothing_said, says_if_left, text_told

if TYPE_CHECKING:
    from sulist.cli.desk import Desk
    from sulist.cli.recording import Recorder
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.standing.tracking import Progress


class Told(Text):
    """What a report tells under a heading; 无 is nothing."""

    def read(self, word: str, option: str, desk: Desk) -> str:
        """The text; where it only points to another (同上), a person at a terminal is asked for it.

        Raises:
            UsageError: it does, and nobody can be asked.
        """
        return text_told(super().read(word, option, desk), option)


class BegunMonth(MonthWord):
    """A month that is reported for: a report for one to come is a slip of the hand."""

    def read(self, word: str, option: str, desk: Desk) -> str:
        """The month.

        Raises:
            UsageError: it is no month, or has not begun.
        """
        from datetime import date

        from sulist.base.days import monday_of
        from sulist.base.errors import UsageError
        from sulist.write.screen.standing import period_text

        found = super().read(word, option, desk)
        last = max(desk.as_of, desk.today)
        if (monday_of(found) or date.fromisoformat(f"{found}-01")) <= last:
            return found
        raise UsageError(
            _("--period: {month} has not begun by {day}.").format(
                month=period_text(found), day=last
            )
        )


@command(
    "log",
    _(
        "What a unit reports on items: how far they are, what was done, what is in the way, what comes next. On a terminal without options it asks."
    ),
)
@ids_argument
@click.option(
    "--status",
    type=Status(),
    metavar=_("STATUS"),
    help=_("not-started, in-progress, done, or 未启动, 推进中, 已完成."),
)
@click.option("--percent", type=PERCENT, metavar=_("NUMBER"), help=_("How far it is, 0 to 100."))
@click.option("--done", type=Told(), metavar=_("TEXT"), help=_("What was done (进展情况)."))
@click.option(
    "--problem",
    type=Told(),
    metavar=_("TEXT"),
    help=_("What is in the way (存在问题); 无 or 暂无 is nothing."),
)
@click.option("--next", type=Told(), metavar=_("TEXT"), help=_("What comes next (下步打算)."))
@click.option(
    "--evidence",
    multiple=True,
    type=Told(),
    metavar=_("TEXT"),
    help=_("Evidence (佐证): a path or a reference; given twice, both."),
)
@click.option(
    "-u",
    "--unit",
    type=LeadUnit(),
    metavar=_("UNIT"),
    help=_("The unit that reports. Default: the item's lead."),
)
@click.option(
    "--period",
    type=BegunMonth(),
    metavar=_("MONTH"),
    help=_(
        "The month, or the week, that this reports for: 2021-06, 6月, 第27周. Default: that of --on."
    ),
)
@milestone_option
@click.option(
    "--replace",
    is_flag=True,
    help=_(
        "In the place of what this unit reported on it for this month, which stays in the history."
    ),
)
@write_options_on(
    _(
        "The day that this speaks of. Default: the last of the month of --period, or today if that is sooner."
    )
)
def log(
    recorder: Recorder,
    ids: tuple[str, ...],
    status: str | None,
    percent: int | None,
    done: str | None,
    problem: str | None,
    next: str | None,  # noqa: A002 - the option's name
    evidence: tuple[str, ...],
    unit: str | None,
    period: str,
    milestone: int,
    replace: bool,
) -> None:
    """Records one report on each of the items, all or none; where nothing is said, asks of each."""
    said = Answered(status, percent, done, problem, next, evidence)
    items = recorder.items(ids)
    if said != Answered():
        drafts = [report(recorder, item, unit, said, period, milestone) for item in items]
        enter(recorder, drafts, replace=replace)
        return
    for at, item in enumerate(items):
        if replace:
            _see_that_one_is_there(recorder, item, unit, period, milestone)
        left = _(", ").join(one.id for one in items[at:])
        with says_if_left(_("Nothing was recorded of {items}.").format(items=left)):
            who, answered = answers(recorder, item, unit, recorder.spoken_of(period))
        draft = report(recorder, item, who, answered, period, milestone)
        enter(recorder, [draft], replace=replace)


def enter(recorder: Recorder, drafts: list[Record], *, replace: bool) -> None:
    """Writes reports, all or none; with ``replace`` each in the place of one that is there.

    Raises:
        UsageError: there is none to be replaced, or more than one.
    """

    def make(progress: Progress) -> list[Record]:
        if not replace:
            return drafts
        from sulist.standing.replacing import SamePlace, with_corrections

        there = SamePlace(progress)
        return with_corrections([_in_its_place(one, there.of(one)) for one in drafts], progress)

    recorder.enter(make)


def _see_that_one_is_there(
    recorder: Recorder, item: WorkItem, unit: str | None, period: str, milestone: int
) -> None:
    """Before a person is asked what is to stand in its place."""
    from sulist.cli.recording import draft
    from sulist.standing.replacing import SamePlace

    who, _leads = recorder.reporter(item, unit)
    one = draft(item, "report", recorder.on, unit=who, milestone=milestone, period=period)
    _in_its_place(one, SamePlace(recorder.progress()).of(one))


def _in_its_place(draft: Record, there: tuple[Record, ...]) -> Record:
    """The draft in the place of the one report that is there."""
    from sulist.base.errors import UsageError
    from sulist.write.screen.standing import period_text

    month = period_text(draft.period)
    if not there:
        raise UsageError(
            _(
                "{unit} has reported nothing on {item} for {month} that could be replaced. Leave out --replace."
            ).format(unit=draft.unit, item=draft.item, month=month)
        )
    if len(there) > 1:
        raise UsageError(
            _(
                "{unit} reported on {item} for {month} {n} times: {ids}. Take back what does not hold: sulist undo --record {id}"
            ).format(
                unit=draft.unit,
                item=draft.item,
                month=month,
                n=len(there),
                ids=_(", ").join(f"{one.id} ({one.on})" for one in there),
                id=there[-1].id,
            )
        )
    return draft._replace(corrects=there[0].id)


def report(
    recorder: Recorder,
    item: WorkItem,
    unit: str | None,
    said: Answered,
    period: str,
    milestone: int,
) -> Record:
    """A report as a draft.

    Raises:
        UsageError: several lead units of which none is named, or nothing is said.
    """
    from sulist.base.errors import UsageError
    from sulist.cli.recording import draft

    who, leads = recorder.reporter(item, unit)
    evidence = tuple(filter(None, said.evidence))
    if said.percent is None and not any(
        (said.status, said.done, said.problem, said.next, evidence)
    ):
        raise UsageError(nothing_said(item))
    return draft(
        item,
        "report",
        recorder.spoken_of(period),
        unit=who,
        role="lead" if leads else "",
        milestone=milestone,
        status=said.status or "",
        percent=said.percent,
        done=said.done or "",
        problem=said.problem or "",
        next=said.next or "",
        evidence=evidence,
        period=period,
    )
