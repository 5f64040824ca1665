"""The questions that ``sulist log`` asks on a terminal, one by one, the item shown first."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from sulist.base.i18n import _, language

if TYPE_CHECKING:
    from sulist.cli.recording import Desk
    from sulist.listfile.item import WorkItem


def answers(desk: Desk, item: WorkItem, unit: str | None) -> dict[str, Any]:
    """What a person answers about an item; asked on a terminal only.

    Raises:
        UsageError: there is no terminal to ask on.
    """
    from sulist.base.errors import UsageError
    from sulist.cli.recording import nothing_said
    from sulist.cli.words import STATUS_WORDS

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(nothing_said(item))
    who, leads = desk.reporter(item, unit)
    _show(desk, item, who)
    said: dict[str, Any] = {"unit": who, "status": None, "percent": None}
    if leads:
        words = [word for word in STATUS_WORDS if word.isascii() == (language() == "en")]
        said["status"] = _ask(
            _("Status: {words}").format(words=_(", ").join(words)),
            type=click.Choice(words),
            default=words[1],
            show_choices=False,
            show_default=True,
        )
        if STATUS_WORDS[said["status"]] == "in-progress":
            said["percent"] = _ask(_("Percent (empty: not known)"), value_proc=percent)
    for key, question in (
        ("done", _("What was done (进展情况)")),
        ("problem", _("What is in the way (存在问题; empty: nothing)")),
        ("next", _("What comes next (下步打算)")),
    ):
        said[key] = _ask(question)
    evidence = _ask(_("Evidence (佐证; several with ； between them)"))
    if not (
        leads or evidence.strip() or any(said[key].strip() for key in ("done", "problem", "next"))
    ):
        raise UsageError(nothing_said(item))
    said["evidence"] = tuple(evidence.replace(";", "；").split("；"))
    click.confirm(_("Record this?"), default=True, abort=True, prompt_suffix=" ")
    return said


def _ask(question: str, **more: Any) -> Any:
    """What is typed to a question; nothing, where only the return key is pressed."""
    settings: dict[str, Any] = {
        "default": "",
        "show_default": False,
        "prompt_suffix": _(": "),
    }
    return click.prompt(question, **(settings | more))


def _show(desk: Desk, item: WorkItem, who: str) -> None:
    from sulist.cli.telling import fitted
    from sulist.write.screen.standing import standing_lines

    progress = desk.progress()
    lines = [
        f"{item.id}  {item.name}",
        f"牵头单位：{item.lead_text} · 完成时限：{item.deadline.text}",
        *standing_lines(progress, item, progress.of(item)),
        _("{unit} reports, as of {day}.").format(unit=who, day=desk.on),
    ]
    for line in lines:
        click.echo(fitted(line, sys.stdout))


def percent(written: str) -> int | None:
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
