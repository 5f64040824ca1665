"""``sulist collect``: filled-in forms back into the journal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from sulist.base.i18n import _, ngettext
from sulist.cli.command import command
from sulist.cli.more_options import write_options_on
from sulist.cli.params import FileName
from sulist.cli.progress_bar import bar
from sulist.cli.recording import acknowledging, check_that_it_is_shown

if TYPE_CHECKING:
    from sulist.base.errors import UsageError
    from sulist.cli.desk import Desk
    from sulist.cli.recording import Recorder
    from sulist.forms.collecting import Collected, CollectedForms, FormsReport, Refused
    from sulist.forms.row_reports import Filled
    from sulist.journal.record import Record
    from sulist.standing.tracking import Progress

_MANY = 5


@command(
    "collect",
    _(
        "Filled-in forms of sulist dispatch back into the journal. Shows first what it will record, and every doubt by its cell; a file is taken whole or not at all, and no report twice."
    ),
)
@click.argument("files", type=FileName(), metavar=_("FILE..."), nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help=_("Show what would be recorded, and record nothing."))
@click.option("-y", "--yes", is_flag=True, help=_("Record without asking, for scripts."))
@write_options_on(
    _(
        "The day that the reports speak of. Default: the last of the form's month, or today if that is sooner."
    )
)
def collect(
    desk: Desk, recorder: Recorder, files: tuple[str, ...], dry_run: bool, yes: bool, told_in: str
) -> None:
    """Records what the forms say."""
    from sulist.base.errors import FileError
    from sulist.cli.rendering import write
    from sulist.forms.collecting import CollectedForms, collected, forms_report

    if told_in != "table" and not (yes or dry_run):
        raise _nobody_is_asked()
    forms, unreadable = _read(desk, recorder, files)
    before = recorder.progress()
    found = collected(forms, before)
    found = found._replace(refused=(*unreadable, *found.refused))
    shown = forms_report(found, before)
    recorded: list[Record] = []
    if told_in == "table":
        _show(shown)
    after: Progress | None = None
    if found.new and not dry_run and _may_record(len(found.new), yes):
        recorded, _before, after = recorder.write(lambda progress: _new(forms, progress, found))
    done = CollectedForms(
        shown, tuple(recorded), after, dry_run, {name: file for file, name in _names(files).items()}
    )
    with acknowledging(recorded, recorder.file):
        if told_in == "table":
            _say_what_happened(done)
        else:
            write(done, told_in, None, None)
    if after:
        recorder.say_what_else(after.journal)
    if found.refused:
        raise FileError(
            ngettext(
                "{n} file was not taken, for the doubts told above. Have it corrected, and collect it again.",
                "{n} files were not taken, for the doubts told above. Have them corrected, and collect them again.",
                len(found.refused),
            ).format(n=len(found.refused))
        )


def _read(
    desk: Desk, recorder: Recorder, files: tuple[str, ...]
) -> tuple[list[Filled], list[Refused]]:
    """The forms that can be read, and the files that cannot, each with the reason."""
    from sulist.base.errors import FileError
    from sulist.base.watching import watched
    from sulist.forms.collecting import Refused
    from sulist.forms.returned import Returned, document
    from sulist.forms.row_reports import FormDoubt, said_by
    from sulist.sandbox.parent import Reading

    forms: list[Filled] = []
    refused: list[Refused] = []
    names = _names(files)
    with bar(_("Reading"), long=len(files) >= _MANY) as watch, Reading() as reading:
        for file in watched(files, watch):
            name = names[file]
            try:
                returned: Returned = reading.ask("form", [document(file)], [name])
            except FileError as error:
                refused.append(Refused(name, (FormDoubt("", str(error), ""),)))
            else:
                on = recorder.spoken_of(returned.marker.month)
                forms.append(said_by(returned, desk.worklist, on, desk.as_of))
    return forms, refused


def _names(files: tuple[str, ...]) -> dict[str, str]:
    """What each file is called: its own name, or its path where another has the same name."""
    from collections import Counter

    from sulist.base.showing import printable

    own = {file: os.path.basename(file) for file in files}
    number = Counter(own.values())
    return {file: printable(name if number[name] == 1 else file) for file, name in own.items()}


def _show(shown: FormsReport) -> None:
    """Shows what is found.

    Raises:
        FileError: it cannot be shown, so nothing is recorded unseen.
    """
    from sulist.base.errors import FileError
    from sulist.base.files import reason
    from sulist.cli.rendering import write

    try:
        write(shown, "table", None, None)
        check_that_it_is_shown()
    except OSError as error:
        raise FileError(
            _("What the forms hold could not be shown: {error}. Nothing was recorded.").format(
                error=reason(error)
            )
        ) from None


def _may_record(number: int, yes: bool) -> bool:
    """Whether to record: as said, else as a person at a terminal answers.

    Raises:
        UsageError: nobody can be asked.
    """
    if yes:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise _nobody_is_asked()
    from sulist.cli.questions import agreed, says_if_left

    with says_if_left(_("Nothing was recorded.")):
        return agreed(
            ngettext("Record this report?", "Record these {n} reports?", number).format(n=number)
        )


def _nobody_is_asked() -> UsageError:
    from sulist.base.errors import UsageError

    return UsageError(
        _(
            "Nothing was recorded, since nobody can be asked here. Say --yes to record, or --dry-run to look only."
        )
    )


def _new(forms: list[Filled], progress: Progress, shown: Collected) -> list[Record]:
    """What is to be written by the journal as it is under the lock; no more than was shown.

    Raises:
        StateError: the journal has changed meanwhile, and a file is in doubt now.
    """
    from sulist.base.errors import StateError
    from sulist.forms.collecting import collected
    from sulist.standing.replacing import with_corrections

    files = {one.filled.returned.file for one in shown.taken}
    now = collected([one for one in forms if one.returned.file in files], progress)
    if now.refused:
        doubt = now.refused[0].doubts[0]
        raise StateError(
            _("The journal has changed meanwhile, and nothing was recorded. {doubt}").format(
                doubt=f"{doubt.place}: {doubt.message}"
            )
        )
    return with_corrections(now.new, progress)


def _say_what_happened(done: CollectedForms) -> None:
    """How many reports of each file are in the journal now."""
    from sulist.base.showing import printable

    for taken in done.shown.collected.taken:
        if number := len(done.written(taken)):
            said = ngettext(
                "Recorded {n} report from {file}.", "Recorded {n} reports from {file}.", number
            )
            click.echo(printable(said.format(n=number, file=taken.filled.returned.name)))
    if not done.shown.found:
        click.echo(_("There is nothing new to record."))
    elif done.dry_run:
        click.echo(_("Nothing was recorded (--dry-run)."))
    elif not done.recorded:
        click.echo(_("Nothing was recorded."))
