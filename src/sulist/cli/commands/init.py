"""``sulist init``: a list to edit: a copy of the packaged one, one of another kind, or one with columns of its own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from sulist.base.errors import FileError, UsageError
from sulist.base.i18n import _
from sulist.base.showing import pasted_file, printable
from sulist.cli.choices import Worded
from sulist.cli.command import command
from sulist.cli.more_options import told_in_option
from sulist.cli.more_params import FolderName

if TYPE_CHECKING:
    from sulist.reports.deeds import BegunList

# What people call a list of that kind, and the file of the example.
KINDS = {
    "重大事项": "",
    "民生实事": "livelihood",
    "整改清单": "rectification",
    "任务分解": "tasks",
    "会议议定事项": "meeting",
}


@command(
    "init",
    _(
        "A list in DIR, to edit: a working copy of the packaged one, a small one of another kind, or one with your columns. Nothing that exists is overwritten."
    ),
)
@click.argument("directory", type=FolderName(), metavar=_("[DIR]"), required=False)
@click.option(
    "--kind",
    type=Worded(list(KINDS)),
    metavar=_("KIND"),
    help=_(
        "A list of this kind: 重大事项 (the packaged one); small and invented, 民生实事, 整改清单, 任务分解, 会议议定事项."
    ),
)
@click.option(
    "--columns",
    metavar=_("HEADINGS"),
    help=_("A list with these headings, such as 序号,任务,责任单位,责任人,完成时限."),
)
@click.option(
    "--example",
    is_flag=True,
    help=_("With an invented year of reports beside it, to look around in."),
)
@click.option(
    "--here",
    is_flag=True,
    help=_(
        "Bring what stands beside the list in DIR, or here, up to this version; no list is made."
    ),
)
@told_in_option
def init(
    directory: str | None,
    kind: str | None,
    columns: str | None,
    example: bool,
    here: bool,
    told_in: str,
) -> None:
    """Makes a list with what stands beside it, or brings that up to date."""
    from sulist.base.located import packaged_kind, packaged_list

    chosen = [one for one in (kind, columns, example, here) if one]
    if len(chosen) > 1:
        raise UsageError(_("--kind, --columns, --example and --here exclude each other."))
    if here:
        _bring_up_to_date(directory or ".", told_in)
        return
    if not directory:
        raise UsageError(_("Name the folder that the list goes into: sulist init DIR"))
    if columns:
        _make(directory, _with_columns(columns).encode(), told_in, example=False)
        return
    name = KINDS[kind] if kind else ""
    with open(packaged_kind(name) if name else packaged_list(), "rb") as stream:
        _make(directory, stream.read(), told_in, example=example)


def _make(directory: str, text: bytes, told_in: str, *, example: bool) -> None:
    """Writes the list and what stands beside it."""
    from sulist.base.files import make_folder, write_whole
    from sulist.base.located import packaged_example, packaged_schema
    from sulist.cli.beside import let_git_merge
    from sulist.reports.deeds import BegunList

    made = os.path.join(directory, "items.yaml")
    beside = {os.path.join(directory, os.path.basename(packaged_schema())): packaged_schema()}
    if example:
        beside[os.path.join(directory, "progress.yaml")] = packaged_example()
    for target in (made, *beside):
        if os.path.lexists(target):
            raise FileError(
                _(
                    "{file} exists already, and is left as it is. Name another, or move it away."
                ).format(file=target)
            )
    make_folder(directory)
    write_whole(made, text, replace=False)
    for target, original in beside.items():
        with open(original, "rb") as stream:
            write_whole(target, stream.read(), replace=False)
    _tell(
        BegunList(made, (made, *beside, *let_git_merge(directory))),
        _("Made {file}. Edit it, then: sulist check {pasted}").format(
            file=printable(made), pasted=pasted_file(made)
        ),
        told_in,
    )


def _tell(begun: BegunList, said: str, told_in: str) -> None:
    """Tells a person, or a program, what was made."""
    if told_in == "table":
        click.echo(said)
        return
    from sulist.cli.rendering import write

    write(begun, told_in, None, None)


def _bring_up_to_date(directory: str, told_in: str) -> None:
    """Puts this version's schema beside a list, and lets git merge its journal.

    Raises:
        FileError: no list is there, or the schema cannot be written.
    """
    from sulist.base.files import write_whole
    from sulist.base.located import packaged_schema
    from sulist.cli.beside import let_git_merge
    from sulist.reports.deeds import BegunList

    worklist = os.path.join(directory, "items.yaml")
    if not os.path.isfile(worklist):
        raise FileError(
            _("There is no items.yaml in {folder}. Make a list with: sulist init DIR").format(
                folder=printable(directory)
            )
        )
    file = os.path.join(directory, os.path.basename(packaged_schema()))
    with open(packaged_schema(), "rb") as stream:
        write_whole(file, stream.read())
    _tell(
        BegunList(worklist, (file, *let_git_merge(directory))),
        _("Brought up to date: {file}").format(file=printable(file)),
        told_in,
    )


def _of_what_is_to_be_done(roles: dict[str, str]) -> str:
    """The heading of the items where none is a usual one: of 反馈问题 and 整改措施 the problem.

    Raises:
        UsageError: there is none.
    """
    unused = [heading for heading, role in roles.items() if role == "other"]
    for word in ("问题", "任务", "事项", "项目", "工作", "内容", "举措", "措施"):
        for heading in unused:
            if word in heading:
                return heading
    raise UsageError(
        _(
            "None of these headings says what is to be done. Say 任务 instead, and write the heading as printed under columns: in the file that is made."
        )
    )


def _with_columns(typed: str) -> str:
    """A list with these headings, one category and one item to be written over.

    Raises:
        UsageError: a heading is there twice, or none says what is to be done.
    """
    from sulist.base.plain import clean_cell
    from sulist.importers.labels import column_role, text_rank
    from sulist.listfile.item import OF_AN_ITEM, SINGLE, columns_of
    from sulist.listfile.yaml_text import scalar

    headings = [clean_cell(one) for one in typed.replace("，", ",").replace("、", ",").split(",")]
    if len(set(headings)) < len(headings) or not all(headings):
        raise UsageError(_("--columns wants headings with commas between them, each once."))
    texts = [one for one in headings if column_role(one) == "text"]
    roles: dict[str, str] = {}
    for heading in headings:
        role = column_role(heading)
        roles[heading] = (
            "other" if role == "text" or (role in SINGLE and role in roles.values()) else role
        )
    named = min(texts, key=text_rank) if texts else _of_what_is_to_be_done(roles)
    roles[named] = "text"
    own = {one.key for one in columns_of(roles)}
    cells = {"text": scalar(_("(what is to be done)")), **dict.fromkeys(OF_AN_ITEM[1:], '""')}
    title, of_category = _("(title of the list)"), _("(title of the category)")
    lines = [
        "# yaml-language-server: $schema=items.schema.json",
        f"title: {scalar(title)}",
        "columns:",
        *[f"  {scalar(heading)}: {role}" for heading, role in roles.items()],
        "categories:",
        "  - number: 一",
        f"    title: {scalar(of_category)}",
        "    items:",
        "      - id: 1-1",
        *[f"        {key}: {cell}" for key, cell in cells.items() if key in own],
    ]
    return "\n".join(lines) + "\n"
