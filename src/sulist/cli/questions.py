"""The questions that ``sulist log`` asks on a terminal, one by one, the item shown first."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from sulist.base.i18n import _, language

if TYPE_CHECKING:
    from sulist.cli.recording import Recorder
    from sulist.listfile.item import WorkItem


class Answered(NamedTuple):
    """What a unit reports of an item; None where a thing is not spoken of."""

    status: str | None = None
    percent: int | None = None
    done: str | None = None
    problem: str | None = None
    next: str | None = None
    evidence: tuple[str, ...] = ()


def answers(recorder: Recorder, item: WorkItem, unit: str | None) -> tuple[str, Answered]:
    """The unit that reports, and what a person answers about an item; asked on a terminal only.

    Raises:
        UsageError: there is no terminal to ask on.
    """
    from sulist.base.errors import UsageError
    from sulist.cli.spellings import STATUS_WORDS

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(nothing_said(item))
    who, leads = recorder.reporter(item, unit)
    _show(recorder, item, who)
    status = percent = None
    if leads:
        words = [word for word in STATUS_WORDS if word.isascii() == (language() == "en")]
        typed = _ask(
            _("Status: {words}").format(words=_(", ").join(words)),
            type=click.Choice(words),
            default=words[1],
            show_choices=False,
            show_default=True,
        )
        status = STATUS_WORDS[typed]
        if status == "in-progress":
            percent = _ask(_("Percent (empty: not known)"), value_proc=_percent)
    done, problem, following, evidence = (
        _ask(question).strip()
        for question in (
            _("What was done (进展情况)"),
            _("What is in the way (存在问题; empty: nothing)"),
            _("What comes next (下步打算)"),
            _("Evidence (佐证; several with ； between them)"),
        )
    )
    if not (leads or any((done, problem, following, evidence))):
        raise UsageError(nothing_said(item))
    click.confirm(_("Record this?"), default=True, abort=True, prompt_suffix=" ")
    each = tuple(one.strip() for one in evidence.replace(";", "；").split("；"))
    return who, Answered(status, percent, done, problem, following, each)


def nothing_said(item: WorkItem) -> str:
    """Why no report is recorded of an item."""
    return _(
        "Nothing is said of {item}: use --status, --percent, --done, --problem or --next."
    ).format(item=item.id)


def _ask(question: str, **more: Any) -> Any:
    """What is typed to a question; nothing, where only the return key is pressed."""
    settings: dict[str, Any] = {
        "default": "",
        "show_default": False,
        "prompt_suffix": _(": "),
    }
    return click.prompt(question, **(settings | more))


def _show(recorder: Recorder, item: WorkItem, who: str) -> None:
    from sulist.cli.notices import fitted
    from sulist.write.screen.standing import standing_lines

    progress = recorder.progress()
    lines = [
        f"{item.id}  {item.name}",
        f"牵头单位：{item.lead_text} · 完成时限：{item.deadline.text}",
        *standing_lines(progress, item, progress.of(item)),
        _("{unit} reports, as of {day}.").format(unit=who, day=recorder.on),
    ]
    for line in lines:
        click.echo(fitted(line, sys.stdout))


def _percent(written: str) -> int | None:
    """0 to 99, or nothing; what is at 100 is done.

    Raises:
        click.BadParameter: it is neither; the question is then asked again.
    """
    from unicodedata import normalize

    from sulist.base.numerals import parse_digits

    number = written.strip().removesuffix("%")
    if not number:
        return None
    read = parse_digits(normalize("NFKC", number))
    if read is not None and read < 100:
        return read
    raise click.BadParameter(_("Write a whole number from 0 to 99, or nothing."))
