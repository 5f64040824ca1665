"""What to say of an option that a command has not: which one is meant, or which command has it.

Loaded only then, and so may load every command to see what it takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sulist.base.i18n import _, joined
from sulist.base.plain import fold, near
from sulist.base.showing import pasted, printable
from sulist.cli.carrying import carried
from sulist.cli.commands import MODULES, command_of, options_of
from sulist.standing.names import LIGHT_WORDS, STATE_WORDS, meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What is typed for an option, and the options here that may be meant.
_MEANT = {
    "--unit": "unit units department dept 单位 牵头单位 责任单位",
    "--category": "category class 分类 类别",
    "--role": "role 关系",
    "--overdue": "overdue late past 逾期 超期 过期 已逾期 已超期 已过期",
    "--within": "within days next 天内",
    "--before": "before until till to by deadline date end 截止 截至",
    "--after": "after",
    "--from": "from since start begin",
    "--month": "month period 月份",
    "--since": "since from last",
    "--as-of": "as-of asof date day today on 日期 截至",
    "--on": "on date day as-of 日期",
    "--search": "search find grep text keyword query filter 搜索 查找 关键词",
    "--status": "status state 状态",
    "--light": "light lights colour color 灯 灯号 亮灯 红黄灯",
    "--leader": "leader leaders 领导 责任领导 分管领导 包保领导",
    "--person": "person people 责任人 联系人 经办人",
    "--percent": "percent progress 进度 比例 完成比例 百分比",
    "--done": "done 进展 进展情况 完成情况",
    "--problem": "problem problems issue 问题 存在问题 困难",
    "--next": "next plan 下步 下一步 下步打算 打算",
    "--evidence": "evidence proof 佐证 佐证材料 附件",
    "--to": "to until 延期至 延至 延到",
    "--done-on": "done-on 完成日期 完成时间",
    "--rhythm": "rhythm every 频次 周期 报送频次",
    "--sort": "sort order 排序",
    "--columns": "columns cols fields 栏 列 栏目",
    "--format": "format 格式",
    "--format json": "json",
    "--format ndjson": "ndjson jsonl json-lines",
    "--format tsv": "tsv tab",
    "--format csv": "csv excel",
    "--format markdown": "markdown md",
    "--output": "output out outfile 输出",
    "--file": "file list input 清单 文件",
    "--directory": "directory dir folder 文件夹 o output out",
    "--overwrite": "overwrite force",
    "--journal": "journal progress 进展记录",
    "--reason": "reason why message because 理由",
    "--help": "help 帮助",
}
# Where many commands have an option, those that answer what is most often asked with it.
_FIRST = {
    "--unit": ("by-unit", "ledger"),
    "--category": ("by-category", "ledger"),
    "--search": ("list", "ledger"),
    "--before": ("due", "ledger"),
    "--from": ("due", "ledger"),
    "--after": ("due", "ledger"),
    "--role": ("by-unit",),
    "--status": ("list", "ledger"),
    "--since": ("report",),
}
_MOST = 3
_A_SLIP = 0.7  # how like an option is to one that the hand meant


def unknown_option(error: click.NoSuchOption, ctx: click.Context, args: Sequence[str]) -> str:
    """Which option of the command is meant, or which other command has it."""
    option, value = _typed(error.option_name, args)
    if isinstance(ctx.command, click.Group):
        return _before_the_command(ctx, option, value, args)
    path = ctx.command_path.removeprefix("sulist ")
    if option == "--help":
        return _("Help is asked for with: {command}").format(command=f"{ctx.command_path} --help")
    said = _("sulist {command} has no option {option}.").format(
        command=path, option=printable(option)
    )
    own = _own(ctx.command, option, value) or _slip(ctx.command, option, value)
    if own := own or _its_word(ctx.command, option):
        return joined(said, _("Did you mean {name}?").format(name=own))
    if others := list(_elsewhere(option, value)):
        either = carried(_(" or ").join(others), ctx, file=_file(args))
        return joined(said, _("It belongs to: {commands}").format(commands=either))
    return joined(said, _("sulist {command} --help lists them.").format(command=path))


def _file(args: Sequence[str]) -> str | None:
    """The list that was named beside the option; nothing of this command line is parsed yet."""
    for at, arg in enumerate(args):
        name, _equals, value = arg.partition("=")
        if name in ("-f", "--file"):
            return value or (args[at + 1] if at + 1 < len(args) else None)
    return None


def _typed(option: str, args: Sequence[str]) -> tuple[str, str]:
    """The option as it was meant, with two hyphens, and what was typed behind it, if anything."""
    for at, arg in enumerate(args):
        name, _equals, value = arg.partition("=")
        if name in ("-help", "-?") and option in ("-e", "-?"):
            return "--help", ""
        if name != option and not (len(option) == 2 < len(name) and name.startswith(option)):
            continue
        behind = args[at + 1] if at + 1 < len(args) else ""
        whole = f"--{name.lstrip('-')}" if len(name) > 2 else name
        return whole, value or ("" if behind.startswith("-") else behind)
    return option, ""


def _meant(option: str) -> list[str]:
    """The options that ``option`` may mean, with what is fixed of their value."""
    name = fold(option.lstrip("-"))
    return [one for one, words in _MEANT.items() if name in words.split()]


def _own(command: click.Command, option: str, value: str) -> str:
    """The command's own option that is meant, with its value; else nothing."""
    has = options_of(command) | {"--help"}
    for one in _meant(option):
        if one.split()[0] in has:
            return one if " " in one else _filled(command, one, value)
        if one == "--month" and "--before" in has:
            month = pasted(value or _("MONTH"))
            return f"--from {month} --before {month}"
    return ""


def _its_word(command: click.Command, option: str) -> str:
    """The option whose value was typed as if it were one: --红灯, --办结; else nothing."""
    name, has = option.lstrip("-"), options_of(command)
    for one, words in (("--status", STATE_WORDS), ("--light", LIGHT_WORDS)):
        if one in has and (word := meant(name, words)):
            return f"{one} {word}"
    return ""


def _slip(command: click.Command, option: str, value: str) -> str:
    """The command's own option that was mistyped, with its value; nothing where another command has it."""
    if any(option in options_of(command_of(name)) for name in MODULES):
        return ""
    has = options_of(command) | {"--help"}
    names = {one.lstrip("-"): one for one in has if one.startswith("--")}
    guess = near(option.lstrip("-"), list(names), 1, _A_SLIP) if len(option) > 3 else []
    return _filled(command, names[guess[0]], value) if guess else ""


def _filled(command: click.Command, option: str, value: str) -> str:
    """An option with the value that was typed, or with what kind of value it takes."""
    for param in command.params:
        if option in param.opts and isinstance(param, click.Option) and not param.is_flag:
            return f"{option} {pasted(value) if value else param.metavar or _('TEXT')}"
    return option


def _elsewhere(option: str, value: str) -> Iterator[str]:
    """Whole commands that have the option, those first that are most often meant."""
    commands = {name: command_of(name) for name in MODULES}
    for one in (option, *_meant(option)):
        having = [name for name in MODULES if one.split()[0] in options_of(commands[name])]
        first = [name for name in _FIRST.get(one, ()) if name in commands]
        chosen = first or having
        if having:
            yield from (_whole(commands[name], name, one, value) for name in chosen[:_MOST])
            return


def _whole(command: click.Command, name: str, option: str, value: str) -> str:
    """A command line with the option, and with everything else that the command requires."""
    words = ["sulist", name]
    as_argument = {"--unit": "by-unit", "--category": "by-category"}.get(option) == name
    for param in command.params:
        if isinstance(param, click.Argument) and param.required:
            words.append((as_argument and value and pasted(value)) or param.make_metavar(_CONTEXT))
    for param in command.params:
        if isinstance(param, click.Option) and param.required and option not in param.opts:
            words.append(f"{param.opts[-1]} {param.metavar}")
    if not as_argument:
        words.append(option if " " in option else _filled(command, option, value))
    return " ".join(words)


_CONTEXT = click.Context(click.Command("sulist"))


def _before_the_command(ctx: click.Context, option: str, value: str, args: Sequence[str]) -> str:
    """An option of a command stands behind it."""
    assert isinstance(ctx.command, click.Group)  # noqa: S101 - for the type checker
    if option == "--help":
        return _("Help is asked for with: {command}").format(command=f"{ctx.command_path} --help")
    said = _("{command} has no option {option} before the command.").format(
        command=ctx.command_path, option=printable(option)
    )
    for name in args:
        command = ctx.command.get_command(ctx, name)
        if command and (own := _own(command, option, value) or _slip(command, option, value)):
            whole = f"{ctx.command_path} {name} {own}"
            return joined(said, _("Did you mean {name}?").format(name=whole))
    others = list(_elsewhere(option, value))
    if not others:
        return joined(said, _("sulist --help lists them."))
    return joined(said, _("It belongs to: {commands}").format(commands=_(" or ").join(others)))
