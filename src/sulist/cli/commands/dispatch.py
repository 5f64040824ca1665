"""``sulist dispatch``: a form for each lead unit, to be filled in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from sulist.base.i18n import N_, _, ngettext
from sulist.cli.command import command
from sulist.cli.more_options import lead_unit_option, month_option, overwrite_option, told_in_option
from sulist.cli.more_params import FolderName
from sulist.cli.options import as_of_option, file_option, progress_options
from sulist.cli.progress_bar import LONG_LIST, bar

if TYPE_CHECKING:
    from sulist.listfile.item import WorkItem
    from sulist.reports.deeds import DispatchedForms
    from sulist.reports.unled import Unled
    from sulist.standing.periods import Period
    from sulist.standing.tracking import Progress

_MAY_BE_FILLED_IN = N_(
    "{file} exists already, and may have been filled in, so nothing was written. Name another folder with --directory, or say --overwrite."
)


@command(
    "dispatch",
    _(
        "A workbook (反馈表) for each lead unit: its open items as printed, the last report beside them, cells to fill in. sulist collect reads them back."
    ),
)
@month_option(_("The month to report for: 2021-06, 6月. Default: that of the day asked about."))
@click.option(
    "-d",
    "--directory",
    type=FolderName(),
    metavar=_("DIR"),
    required=True,
    help=_("The folder to write to; made where there is none."),
)
@lead_unit_option
@overwrite_option
@progress_options
@as_of_option
@told_in_option
@file_option
def dispatch(
    progress: Progress,
    month: str,
    directory: str,
    units: tuple[str, ...],
    overwrite: bool,
    told_in: str,
) -> None:
    """Writes the forms."""
    from sulist.base.days import chinese_period
    from sulist.base.filenames import distinct_names
    from sulist.cli.output import refuse_what_is_there
    from sulist.cli.rendering import write
    from sulist.forms.layout import is_asked, led_by
    from sulist.reports.deeds import DispatchedForms, SentForm, WrittenFile
    from sulist.reports.unled import NOBODY_ASKED, without_lead
    from sulist.standing.periods import period_named

    period = period_named(month, progress.settings.reports)
    wanted = _wanted(led_by(progress.worklist), units)
    open_items = {
        unit: [item for item in items if is_asked(progress, item)] for unit, items in wanted.items()
    }
    sent = [unit for unit, items in open_items.items() if items]
    names = distinct_names([f"{unit}-{chinese_period(month)}反馈表" for unit in sent])
    files = [os.path.join(directory, f"{name}.xlsx") for name in names]
    refuse_what_is_there(files, overwrite=overwrite, said=_MAY_BE_FILLED_IN)
    made = _made(progress, {unit: wanted[unit] for unit in sent}, month, period)
    _write(directory, dict(zip(files, made, strict=True)), overwrite)
    done = DispatchedForms(
        progress,
        month,
        period,
        tuple(
            SentForm(unit, WrittenFile(file, len(data)), tuple(one.id for one in open_items[unit]))
            for unit, file, data in zip(sent, files, made, strict=True)
        ),
        tuple(unit for unit in open_items if unit not in sent),
        NOBODY_ASKED if units else without_lead(progress),
    )
    if told_in == "table":
        _say_what_was_written(done)
    else:
        write(done, told_in, None, None)


def _wanted(led: dict[str, list[WorkItem]], units: tuple[str, ...]) -> dict[str, list[WorkItem]]:
    """The lead units that are meant, all where none is named.

    Raises:
        UsageError: a named unit leads nothing.
    """
    from sulist.base.errors import UsageError

    for unit in units:
        if unit not in led:
            raise UsageError(
                _(
                    "{unit} leads no item of this list, so it has no form. Lead units: {units}."
                ).format(unit=unit, units="、".join(led))
            )
    return {unit: items for unit, items in led.items() if not units or unit in units}


def _made(
    progress: Progress, wanted: dict[str, list[WorkItem]], month: str, period: Period
) -> list[bytes]:
    """The forms, with a bar while they are many; each has the share of the bar that its items have."""
    from sulist.base.watching import part
    from sulist.write.sheet.form import form

    whole = sum(map(len, wanted.values()))
    made, done = [], 0
    with bar(_("Writing"), long=whole >= LONG_LIST) as watch:
        for unit, items in wanted.items():
            begin, done = done, done + len(items)
            own = part(watch, begin / whole, done / whole) if watch else None
            made.append(form(progress, unit, items, month, period, own))
    return made


def _write(directory: str, files: dict[str, bytes], overwrite: bool) -> None:
    from sulist.base.files import make_folder
    from sulist.cli.output import write_documents

    make_folder(directory)
    for _file in write_documents(files, overwrite=overwrite):
        pass


def _say_what_was_written(done: DispatchedForms) -> None:
    """The form of each unit, the units that need none, what comes next, and what nobody leads."""
    from sulist.base.showing import printable
    from sulist.write.screen.standing import period_text

    for one in done.forms:
        number = len(one.items)
        click.echo(
            ngettext("{unit}: {n} item, {file}", "{unit}: {n} items, {file}", number).format(
                unit=one.unit, n=number, file=printable(one.written.file)
            )
        )
    for unit in done.without:
        click.echo(_("{unit}: every item is done, closed or withdrawn; no form.").format(unit=unit))
    month = period_text(done.month)
    if done.forms:
        click.echo(
            ngettext(
                "{n} form for {month}, due back on {day}. Then: sulist collect FILE...",
                "{n} forms for {month}, due back on {day}. Then: sulist collect FILE...",
                done.found,
            ).format(n=done.found, month=month, day=done.period.due)
        )
    else:
        click.echo(_("No form for {month} is needed.").format(month=month))
    if done.unled:
        click.echo(
            ngettext(
                "{n} open item has no lead unit, and is in no form.",
                "{n} open items have no lead unit, and are in no form.",
                done.unled,
            ).format(n=done.unled)
        )
    _say_what_may_be_lacking(done.lacking)


def _say_what_may_be_lacking(found: Unled) -> None:
    """Which items are in a person's form, which name only people, and which may be in no form at all."""
    from sulist.base.showing import printable, shortened

    for item in found.in_person:
        said = _("{id} names no unit: its form is for {names}.")
        names = "、".join(ref.name for ref in item.lead)
        click.echo(printable(said.format(id=item.id, names=shortened(names))))
    for named in found.named:
        said = _("{id} names no unit, only {heading}: {text}. No form is made for a person.")
        text = shortened(named.text)
        click.echo(printable(said.format(id=named.item.id, heading=named.heading, text=text)))
    for one in found.unread:
        cell = one.unread
        said = (
            _("{id} may be missing from a form: its {heading} could not be read: {text}.")
            if cell.id == one.item.id
            else _(
                "{id} may be missing from a form: the {heading} of {parent} could not be read: {text}."
            )
        )
        text = shortened(cell.text) or _("(empty)")
        click.echo(said.format(id=one.item.id, heading=one.heading, parent=cell.id, text=text))
