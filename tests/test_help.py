"""Help teaches what is true: its examples are run; and no screen says «1 items»."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import click
import pytest

from sulist.base import i18n
from sulist.cli.commands import MODULES
from sulist.cli.help.examples import EXAMPLES
from sulist.cli.main import cli

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import TypeIn

PLAIN = {"units", "leaders", "categories", "completion"}  # which take nothing that has to be shown


def commands(
    group: click.Group = cli, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command, and every command of a command, with the words that call it."""
    with click.Context(group) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command is not None
            yield (*path, name), command
            if isinstance(command, click.Group):
                yield from commands(command, (*path, name))


def test_every_command_has_an_example_that_is_its_own() -> None:
    """But those that take nothing that has to be shown."""
    calls = {" ".join(path) for path, _command in commands()}
    assert set(EXAMPLES) == calls - PLAIN
    assert set(MODULES) <= calls
    assert all(line.startswith(f"sulist {name}") for name, line in EXAMPLES.items())


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_example_of_help_is_answered(language: str, type_in: TypeIn, tmp_path: Path) -> None:
    """In the order in which a year would bring them, in one folder."""
    (tmp_path / "l.yaml").write_bytes(b"")
    order = [
        "init", "list", "due", "by-unit", "by-category", "show", "report", "ledger", "owing", "check",
        "explain", "explain deadline", "explain units", "log", "undo", "close", "reopen", "extend",
        "withdraw", "history", "export", "dispatch", "collect", "add", "diff", "import",
    ]  # fmt: skip
    assert sorted(order) == sorted(EXAMPLES)
    before = {
        "close": ["log 1-3 --status 推进中"],
        "diff": ["export list --output 新清单.docx"],
        "import": ["export list --output 清单.docx"],
    }
    with i18n.speaking(language):
        assert type_in("init .")[0] == 0
        (tmp_path / "l.yaml").unlink()
        (tmp_path / "l.yaml").symlink_to("items.yaml")
        for name in order:
            for line in (*before.get(name, ()), EXAMPLES[name]):
                if name == "import" and line == EXAMPLES[name]:
                    (tmp_path / "items.yaml").unlink()
                words = [
                    shlex.join(map(str, sorted(tmp_path.glob(word)))) if "*" in word else word
                    for word in line.split()
                ]
                code, said = type_in(" ".join(words))
                assert code == 0, (line, said)


@pytest.mark.parametrize("columns", ["80", "120"])
def test_help_says_the_same_on_every_terminal(
    columns: str, type_in: TypeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No page is wider than 80 columns, and each ends with its example whole."""
    from sulist.base.typeset import width

    monkeypatch.setenv("COLUMNS", columns)
    for path, _command in commands():
        code, said = type_in(f"{' '.join(path)} --help")
        assert code == 0
        assert max(map(width, said.splitlines())) <= 80, path
        if example := EXAMPLES.get(" ".join(path)):
            assert said.splitlines()[-1] == f"  {example}"


def test_an_option_says_what_it_is_on_every_command() -> None:
    """Each has a sentence, which ends as one."""
    for path, command in commands():
        for param in command.params:
            if isinstance(param, click.Option):
                assert param.help, (path, param.name)
                assert param.help.endswith((".", "?")), (path, param.name)


ONE = """\
title: 某区2021年重点工作清单
region: 某区
year: 2021
total: 1
categories:
  - number: 一
    title: 重点工作
    count: 1
    items:
      - id: 1-1
        text: 修路,架桥。
        lead: 区甲局
        responsible: ""
        deadline: 5月底前
units:
  区直部门: [区甲局]
"""
_CSV = "某区2021年重点工作清单\n序号,事项名称,牵头单位,责任单位,完成时限\n1,修路。,区甲局,区甲局,某时\n"
ASKED = (
    "list", "due", "due --overdue", "due --within 90d", "by-unit 甲局", "by-category 一", "show 1-1", "units",
    "categories", "report", "report --since 2021-05-01", "report --status 办结", "ledger", "history",
    "owing --month 6月", "check", "dispatch -d f", "collect f/区甲局-2021年6月反馈表.xlsx --dry-run",
    "export calendar --output c.ics", "export report --output r.docx", "import one.csv --output o.yaml",
    "check o.yaml", "list --file o.yaml", "diff l.yaml one.csv", "diff l.yaml l.yaml", "list --file bad.yaml",
    "check bad.yaml", "due --as-of 2021-05-30", "due --as-of 2021-06-01", "list --format markdown",
    "explain units 区直各部门", "explain deadline 8月底前",
)  # fmt: skip
FOLLOWED = (
    "log 1-1 --status 已完成 --on 2021-06-01", "due", "due --overdue", "ledger", "history", "report",
    "report --since 2021-05-01", "show 1-1", "close 1-1", "report --status 办结", "ledger --status 办结",
    "owing --month 6月",
)  # fmt: skip
# One of something, and a word for several of it. Verbs, and what counts something else, are none.
SEVERAL = re.compile(r"(?<![\w.,/:-])1 (?!has\b|was\b|is\b|does\b)[a-z]+s\b")


def test_one_is_never_several(type_in: TypeIn, tmp_path: Path) -> None:
    """With one category, one item, one unit, one record, one warning and one error no screen says «1 items»."""
    (tmp_path / "l.yaml").write_text(ONE, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(ONE.replace("total: 1", "total: 2"), encoding="utf-8")
    (tmp_path / "one.csv").write_text(_CSV, encoding="utf-8")
    assert SEVERAL.search("2 rows, 1 items in 1 categories")
    seen = ""
    with i18n.speaking("en"):
        for line in (*ASKED, *FOLLOWED):
            _code, said = type_in(line)
            seen += said
            assert not (found := SEVERAL.search(said)), (line, found and found[0], said)
    words = (
        "1 item",
        "1 category",
        "1 unit",
        "1 row",
        "1 record",
        "1 warning",
        "1 error",
        "1 form",
        "1 entry",
    )
    assert [one for one in words if not re.search(rf"\b{one}\b", seen)] == []
