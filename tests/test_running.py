"""The tests ask sulist in their own process: what they get is what a process of its own gives, to the byte."""

from __future__ import annotations

import gc
import gettext
import logging
import os
import sys
import warnings
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, Sulist, Terminal
from forms_made import filled, sent

from sulist.base import i18n
from sulist.base.i18n import speaking
from sulist.cli.commands import MODULES

if TYPE_CHECKING:
    from pathlib import Path

JOURNAL = str(ROOT / "examples" / "2021" / "progress.yaml")
# Of each command one line or several, which are asked one after the other in one folder.
LISTS = ROOT / "tests" / "lists"
ASKED = {
    "list": ("list", "list --format csv --unit 财政局"),
    "due": ("due --before 8月底 --format json",),
    "by-unit": ("by-unit 财政局 --width 60",),
    "by-category": ("by-category 一 --format markdown",),
    "show": (f"show 1-1 2-7 --journal {JOURNAL}",),
    "units": ("units -o units.csv",),
    "leaders": (f"leaders --file {LISTS / 'rectification.yaml'}",),
    "categories": ("categories",),
    "report": (f"report --since 2021-05-01 --journal {JOURNAL}",),
    "add": ("add 建食堂。 --category 二 --lead 区农办 --file mine/items.yaml --yes", "list"),
    "log": ("log 2-7 --percent 40 --on 2021-05-20", "check"),
    "close": ("close 2-7",),
    "reopen": ("reopen 2-7",),
    "withdraw": ("withdraw 2-8 --reason 会议决定", "list --status 已调整"),
    "extend": ("extend 2-8 --to 2021-06-02 --reason x",),
    "undo": ("undo 2-7",),
    "ledger": (f"ledger --journal {JOURNAL}",),
    "history": (f"history 1-1 --journal {JOURNAL}",),
    "owing": ("owing --month 5月",),
    "import": ("import list.txt --year 2021", "import none.txt", "import bad.docx"),
    "diff": ("diff mine/items.yaml list.txt",),
    "export": ("export list --output -", "export letters -o a.pdf"),
    "dispatch": ("dispatch --month 2021-06 --directory forms --unit 农办",),
    "collect": ("collect back.xlsx --dry-run --on 2021-06-30",),
    "check": ("check broken.yaml",),
    "explain": ("explain deadline 8月底前", "explain units 区直各"),
    "init": ("init mine",),
    "completion": ("completion bash",),
}
# What belongs to no one command: help, words that are none, lists that are broken or not there.
MORE = (
    "--help",
    "--version",
    "",
    "lst",
    "due --help",
    "due --befor 8月底",
    "list --file broken.yaml",
    "list --file none.yaml",
    "list --search \x1b[2J --output no/where.csv",
)
OF_MINE = ("close", "reopen", "withdraw", "extend", "undo", "log")


def a_folder(folder: Path) -> Path:
    """A folder with a list that is broken, a text and a form that came back, and one's own list."""
    folder.mkdir()
    good = (ROOT / "tests" / "fixtures" / "good.yaml").read_text(encoding="utf-8")
    broken = good.replace("total: 2", "total: 3")
    (folder / "broken.yaml").write_text(broken, encoding="utf-8")
    (folder / "bad.docx").write_bytes(b"PK\x03\x04 not whole")
    text = "某区2021年清单\n1．修路。（区财政局牵头，区经发局负责，8月底前）\n"
    (folder / "list.txt").write_text(text, encoding="utf-8")
    filled(sent(folder / "back.xlsx", "区财政局"), {"1-5": {"status": "推进中"}})
    return folder


def told(ask: Sulist, language: str, words: tuple[str, ...], of: str) -> list[object]:
    """Exit code, stdout and stderr of each, and then the names of all files."""
    said: list[object] = []
    for line in words:
        done = ask(*line.split(" " if line else None), SULIST_LANG=language, SULIST_FILE=of)
        said.append((done.returncode, done.stdout, done.stderr))
    return [*said, sorted(str(one.relative_to(ask.folder)) for one in ask.folder.rglob("*"))]


@pytest.mark.parametrize(
    ("language", "name"),
    [(("en", "zh_CN")[at % 2], name) for at, name in enumerate([*ASKED, *MORE])],
)
@pytest.mark.usefixtures("sandboxed")
def test_here_it_answers_as_in_a_process_of_its_own(
    language: str, name: str, tmp_path: Path
) -> None:
    """Every command, what is refused and what is broken, in English and in Chinese: code, bytes, files."""
    of = ""
    answers = []
    for folder, alone in (("here", False), ("alone", True)):
        ask = Sulist(a_folder(tmp_path / folder), alone=alone)
        if name in (*OF_MINE, "diff"):
            of = "mine/items.yaml"
            Sulist(ask.folder).text("init", "mine")
        answers.append(told(ask, language, ASKED.get(name, (name,)), of))
    assert answers[0] == answers[1]


def test_every_command_is_asked() -> None:
    """A new one is asked in both ways too."""
    assert set(ASKED) == set(MODULES)


def test_the_other_language_leaves_nothing_behind(sulist: Sulist, tmp_path: Path) -> None:
    """Neither in a later answer nor in the process: its environment, folder, streams, modules, settings."""

    def state() -> list[object]:
        loaded = {name: id(module) for name, module in sys.modules.items() if "sulist" in name}
        streams = (sys.stdin, sys.stdout, sys.stderr, sys.__stdout__, *map(os.fstat, range(3)))
        of_python = (sys.argv, sys.getrecursionlimit(), gc.freeze, warnings.filters[:])
        return [
            *(dict(os.environ), os.getcwd(), i18n.language(), gettext.textdomain(), loaded),
            *(*streams, *of_python, warnings.showwarning, logging.getLogger().handlers[:]),
        ]

    english = [sulist("list", "--help"), sulist("due"), sulist("lst")]
    before = state()
    with speaking("zh_CN"):
        assert sulist.text("list", "--help", SULIST_LANG="zh_CN").startswith("用法：")
        assert i18n.language() == "zh_CN"
    sulist.refused("lst", code=2, SULIST_LANG="zh_CN", TZ="Asia/Shanghai")
    assert sulist.text("list", "--help").startswith("Usage:")
    assert state() == before
    again = [sulist("list", "--help"), sulist("due"), sulist("lst")]
    assert [(one.stdout, one.stderr) for one in again] == [
        (one.stdout, one.stderr) for one in english
    ]


@pytest.mark.parametrize("name", ["PYTHONIOENCODING", "PYTHONPROFILEIMPORTTIME", "LC_ALL"])
def test_what_only_a_start_heeds_is_refused_here(sulist: Sulist, name: str) -> None:
    """So that no test believes to have set it."""
    with pytest.raises(ValueError, match="with the fixture process"):
        sulist("list", **{name: "gbk"})


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
@pytest.mark.parametrize("chinese", [False, True], ids=["English", "Chinese"])
@pytest.mark.parametrize("words", ["list", "due --help", "show 9-9", "export list -o -"])
def test_on_a_terminal_too(tmp_path: Path, words: str, chinese: bool) -> None:
    """The same screen as from a shell."""
    terminal = Terminal(tmp_path, chinese=chinese, columns=100)
    terminal.type("export TERM=xterm-256color")
    assert terminal.type(f"sulist {words}") == terminal.type(f"sulist {words}; true")
