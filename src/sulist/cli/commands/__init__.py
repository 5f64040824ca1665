"""Every command in a line, by what it is for; the group's help loads none of them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from sulist.base.i18n import N_

if TYPE_CHECKING:
    import click

# Of each command the module, where its name is that of the command or of the module, and what it is for.
SECTIONS = {
    N_("Ask the list"): {
        "list": ("list_items", N_("items, with every filter")),
        "due": ("due", N_("what falls due, soonest first")),
        "by-unit": ("by_unit", N_("one unit's items, by how it is touched")),
        "by-category": ("by_category", N_("one category's items")),
        "show": ("show", N_("all of an item")),
        "units": ("units", N_("every unit and how much it has")),
        "leaders": ("leaders", N_("every leader and person, how much, what comes next")),
        "categories": ("categories", N_("every category and when it is due")),
        "report": ("report", N_("the whole picture; with progress the meeting's report")),
    },
    N_("Through the year"): {
        "add": ("add", N_("an item that was assigned in the course of the year (立项)")),
        "log": ("log", N_("write down what a unit reports")),
        "close": ("decisions", N_("the office verifies that items are done (办结)")),
        "reopen": ("decisions", N_("send items back, or take them up again")),
        "withdraw": ("decisions", N_("take items off by a decision (调整)")),
        "extend": ("decisions", N_("a later date for items (延期)")),
        "undo": ("undo", N_("take back a record")),
        "ledger": ("ledger", N_("the ledger (台账): lights, states, last reports")),
        "history": ("history", N_("everything that was said of items")),
        "owing": ("owing", N_("who has not reported for the month, and on what")),
    },
    N_("Documents in and out"): {
        "import": ("import_list", N_("a list from Word, Excel, PDF, a web page or text")),
        "diff": ("diff", N_("what changed between two lists")),
        "export": ("export", N_("papers, letters, workbook, calendar or page to send")),
        "dispatch": ("dispatch", N_("a form for each lead unit to fill in")),
        "collect": ("collect", N_("filled-in forms back into the journal")),
    },
    N_("The list's file"): {
        "check": ("check", N_("every problem of a list, with its place and a remedy")),
        "explain": ("explain", N_("how a deadline or a cell of units is read")),
        "init": ("init", N_("a list to edit, of one of five kinds or with your columns")),
        "completion": ("completion", N_("words completed by the shell")),
    },
}
MODULES = {
    name: module for section in SECTIONS.values() for name, (module, _purpose) in section.items()
}


def command_of(name: str) -> click.Command:
    """The command of a name in ``MODULES``, which imports it."""
    module = import_module(f"sulist.cli.commands.{MODULES[name]}")
    command: click.Command = getattr(module, name, None) or getattr(module, MODULES[name])
    return command


def options_of(command: click.Command) -> frozenset[str]:
    """The options that a command has."""
    return frozenset(one for param in command.params for one in param.opts if one.startswith("-"))
