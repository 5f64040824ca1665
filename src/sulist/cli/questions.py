"""The questions that ``sulist log`` asks on a terminal, one by one, the item shown first."""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from sulist.base.i18n import N_, _, language
from sulist.standing.names import NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sulist.cli.recording import Recorder
    from sulist.listfile.item import WorkItem


# What is asked for each text of a report, by the option that tells it.
_TEXTS = {
    "--done": N_("What was done (进展情况)"),
    "--problem": N_("What is in the way (存在问题; empty: nothing)"),
    "--next": N_("What comes next (下步打算)"),
    "--evidence": N_("Evidence (佐证; several with ； between them)"),
}


_DONE = 100  # percent


class Answered(NamedTuple):
    """What a unit reports of an item; None where a thing is not spoken of."""

    status: str | None = None
    percent: int | None = None
    done: str | None = None
    problem: str | None = None
    next: str | None = None
    evidence: tuple[str, ...] = ()


class DeclinedError(click.exceptions.Abort):
    """A person said no at the end."""


@contextmanager
def says_if_left(said: str) -> Iterator[None]:
    """Says so where a person says no, or leaves the questions by Ctrl-C or Ctrl-D."""
    try:
        yield
    except click.exceptions.Abort as left:
        behind_the_question = "" if isinstance(left, DeclinedError) else "\n"
        click.echo(f"{behind_the_question}{said}", err=True)
        raise


def answers(recorder: Recorder, item: WorkItem, unit: str | None, on: date) -> tuple[str, Answered]:
    """The unit that reports, and what a person answers about an item on the day ``on``; asked on a terminal only.

    Raises:
        UsageError: there is no terminal to ask on.
    """
    from sulist.base.errors import UsageError
    from sulist.base.plain import what_it_says
    from sulist.cli.more_params import Status
    from sulist.standing.names import STATUS_WORDS

    if not _may_ask():
        raise UsageError(nothing_said(item))
    who, leads = recorder.reporter(item, unit)
    _show(recorder, item, who, on)
    status = percent = None
    if leads:
        words = [word for word in STATUS_WORDS if word.isascii() == (language() == "en")]
        typed = _ask(
            _("Status: {words}").format(words=_(", ").join(words)),
            type=Status(),
            default=words[1],
            show_choices=False,
            show_default=True,
        )
        status = STATUS_WORDS[str(typed)]
        if status == "in-progress":
            percent = _ask(_("Percent (empty: not known)"), value_proc=_percent)
    done, problem, following, evidence = (
        _ask(_(question), value_proc=_told) for question in _TEXTS.values()
    )
    if not (leads or any((done, problem, following, evidence))):
        raise UsageError(nothing_said(item))
    if not agreed(_("Record this?")):
        raise DeclinedError
    each = tuple(map(what_it_says, evidence.replace(";", "；").split("；")))
    return who, Answered(status, percent, done, problem, following, each)


def text_told(text: str, option: str) -> str:
    """What a text of a report tells, asked again at a terminal where it only points to another.

    Raises:
        UsageError: it does, and nobody can be asked.
    """
    from sulist.base.errors import UsageError
    from sulist.base.plain import says_as_before, what_it_says

    if not says_as_before(text):
        return what_it_says(text)
    if not _may_ask():
        raise UsageError(_("{label}: {text}").format(label=option, text=_points_elsewhere(text)))
    click.echo(_points_elsewhere(text))
    with says_if_left(_("Nothing was recorded.")):
        return str(_ask(_(_TEXTS[option]), value_proc=_told))


def agreed(question: str) -> bool:
    """Whether a person says yes, which the return key does too."""
    answers = {"": True} | dict.fromkeys(YES.split(), True) | dict.fromkeys(NO.split(), False)

    def read(typed: str) -> bool:
        from sulist.base.plain import fold

        said = fold(typed).rstrip("。.!！")
        if said in answers:
            return answers[said]
        raise click.BadParameter(_("Answer y or n."))

    suffix = _(" [Y/n]: ")
    return bool(
        click.prompt(
            question, default="", show_default=False, value_proc=read, prompt_suffix=suffix
        )
    )


def _may_ask() -> bool:
    """Whether a person is there, and an answer for a program is not to stand where it is asked."""
    form = click.get_current_context().params.get("told_in", "table")
    return form == "table" and sys.stdin.isatty() and sys.stdout.isatty()


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


def _show(recorder: Recorder, item: WorkItem, who: str, on: date) -> None:
    from sulist.cli.notices import fitted
    from sulist.write.screen.items import cells_of
    from sulist.write.screen.standing import standing_lines

    progress, own = recorder.progress(), cells_of(recorder.worklist)
    dates = [one.heading for one in recorder.worklist.columns if one.role == "deadline"]
    cells = [(own.lead_title, own.lead(item)), *((one, item.deadline.text) for one in dates[:1])]
    lines = [
        f"{item.id}  {item.name}",
        " · ".join(f"{heading}：{text}" for heading, text in cells if text),
        *standing_lines(progress, item, progress.of(item)),
        _("{unit} reports, as of {day}.").format(unit=who, day=on),
    ]
    for line in lines:
        click.echo(fitted(line, sys.stdout))


def _told(typed: str) -> str:
    """What an answer tells; nothing for 无.

    Raises:
        click.BadParameter: it points to another; the question is then asked again.
    """
    from sulist.base.plain import says_as_before, what_it_says

    if says_as_before(typed):
        raise click.BadParameter(_points_elsewhere(typed))
    return what_it_says(typed)


def _points_elsewhere(text: str) -> str:
    from sulist.base.showing import shortened

    return _(
        "“{text}” only points to another text, which is not known here. Write it out; where there is nothing to say, write 无."
    ).format(text=shortened(text.strip()))


def _percent(written: str) -> int | None:
    """0 to 99, or nothing; what is at 100 is done.

    Raises:
        click.BadParameter: it is neither; the question is then asked again.
    """
    from sulist.cli.more_params import PERCENT

    if not written.strip():
        return None
    with suppress(click.BadParameter):
        if (read := PERCENT.convert(written, None, None)) < _DONE:
            return read
    raise click.BadParameter(_("Write a whole number from 0 to 99, or nothing."))
