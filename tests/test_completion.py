"""Words that a shell completes: files, units and ids, in the shells themselves."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import click
import pytest
from conftest import ITEMS

from sulist.cli.commands import MODULES
from sulist.cli.completing.shells import Bash
from sulist.cli.main import cli

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Sulist

FILES = {"file", "journal", "output", "named", "files", "old", "new"}
FOLDERS = {"directory"}


def parameters() -> Iterator[tuple[str, click.Parameter]]:
    """Every parameter of every command, with the command's name."""
    context = click.Context(cli)
    yield from (("sulist", one) for one in cli.params)
    for name in MODULES:
        command = cli.get_command(context, name)
        assert command
        yield from ((name, one) for one in command.params)


def completes(parameter: click.Parameter) -> str:
    """What a parameter is completed by: file, dir, or words of sulist's own."""
    found = parameter.shell_complete(click.Context(cli), "")
    return found[0].type if len(found) == 1 else "plain"


def test_whatever_names_a_file_or_a_folder_is_completed_by_one() -> None:
    """Options and arguments of every command."""
    found = {(name, str(one.name)): completes(one) for name, one in parameters()}
    named = {place: kind for place, kind in found.items() if place[1] in FILES | FOLDERS}
    assert {place for place, kind in found.items() if kind != "plain"} == set(named)
    assert {place for place, kind in named.items() if kind == "dir"} == {
        place for place in named if place[1] in FOLDERS
    }
    assert {(name, str(one.name)) for name, one in parameters() if says_file(one)} <= set(named)
    assert len(named) > 40


def says_file(parameter: click.Parameter) -> bool:
    """Whether the help page speaks of a file or a folder there."""
    return any(word in (parameter.metavar or "") for word in ("FILE", "DIR", "OLD", "NEW"))


@pytest.mark.parametrize(
    ("words", "at", "split"),
    [
        ("sulist list --file = da", 4, (["list"], "--file=da")),
        ("sulist list --file =", 3, (["list"], "--file=")),
        ("sulist list --file da", 3, (["list", "--file"], "da")),
        (
            "sulist list --unit = 区财政局 --file = da",
            7,
            (["list", "--unit=区财政局"], "--file=da"),
        ),
        ("sulist list --unit = 区财政局 --ro", 5, (["list", "--unit=区财政局"], "--ro")),
        ("sulist check 'my li", 2, (["check"], "my li")),
        ("sulist check a = b", 4, (["check", "a", "="], "b")),
        ("sulist", 1, ([], "")),
    ],
)
def test_bash_cuts_an_option_at_its_sign(
    monkeypatch: pytest.MonkeyPatch, words: str, at: int, split: tuple[list[str], str]
) -> None:
    """What bash hands over as three words is one again."""
    monkeypatch.setenv("COMP_WORDS", words.replace(" = ", "\n=\n"))
    monkeypatch.setenv("COMP_CWORD", str(at))
    assert Bash(cli, {}, "sulist", "_SULIST_COMPLETE").get_completion_args() == split


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_an_unknown_command_disturbs_no_line(sulist: Sulist, shell: str) -> None:
    """Nothing completes it, and nothing is said."""
    for words in ("sulist nonsense on", "sulist --nonsense on", "sulist list --nonsense on"):
        asked = {"COMP_WORDS": words, "_SULIST_COMPLETE": f"{shell}_complete"}
        at = "on" if shell == "fish" else str(len(words.split()) - 1)
        done = sulist(**asked, COMP_CWORD=at)
        assert (done.stdout.strip(), done.stderr) == (b"", b"")


# How each shell is started without a person's settings, and told to write down a line's words.
STARTS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
SETTINGS = {
    "bash": """PS1='> '; bind 'set enable-bracketed-paste off'
eval "$(sulist completion bash)"
record() { shift; printf '%s\\n' "$@" > .recorded; }""",
    "zsh": """PS1='> '; autoload -Uz compinit; compinit -u -d ./zcompdump; bindkey -e; unsetopt zle_bracketed_paste
eval "$(sulist completion zsh)"
record() { shift; printf '%s\\n' "$@" > .recorded; }""",
    "fish": """function fish_prompt; echo '> '; end; set -g fish_greeting
sulist completion fish | source
function record; printf '%s\\n' $argv[2..] > .recorded; end""",
}
TO_THE_BEGINNING = "\x01"


# sulist as the shell finds it, which leaves a sign when it has answered.
ASKED = """#!/bin/sh
"{python}" -m sulist "$@"
code=$?
: > "$HOME/.asked"
exit $code
"""


class Shell:
    """A shell on a terminal, in a folder, that completes as a person has it complete."""

    def __init__(self, name: str, folder: Path) -> None:
        import fcntl
        import pty
        import termios

        self.folder = folder
        self.said = b""
        self.ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (50, 200))
        (folder / ".bin").mkdir()
        command = folder / ".bin" / "sulist"
        command.write_text(ASKED.format(python=sys.executable), encoding="utf-8")
        command.chmod(0o755)
        (folder / ".settings").write_text(SETTINGS[name], encoding="utf-8")
        environment = {
            "PATH": os.pathsep.join((str(folder / ".bin"), os.environ["PATH"])),
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm",
            "SULIST_LANG": "en",
            "SULIST_FILE": str(ITEMS),
        }
        self.process = subprocess.Popen(
            STARTS[name],
            cwd=folder,
            env=environment,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(
                0, termios.TIOCSCTTY, 0
            ),  # fish wants a terminal of its own
        )
        os.close(theirs)

    def start(self) -> None:
        """Waits until it asks for a command, and teaches it to complete."""
        self.read_until(lambda: bool(self.said))
        self.type("source ./.settings; : > ./.ready\r")
        self.read_until(lambda: (self.folder / ".ready").exists())

    def type(self, keys: str) -> None:
        """Presses keys."""
        os.write(self.ours, keys.encode())

    def read_until(self, there: Callable[[], bool]) -> None:
        """Takes what is printed until something is there, and then until nothing more is printed."""
        end = time.monotonic() + 30
        while not there():
            assert time.monotonic() < end, self.said.decode(errors="replace")
            self.read()
        while self.read():
            pass

    def read(self) -> bool:
        """Takes what is printed within a moment."""
        if not select.select([self.ours], [], [], 0.15)[0]:
            return False
        self.said += os.read(self.ours, 65536)
        return True

    def completed(self, line: str) -> list[str]:
        """The words of a line after the tabulator key, as a command is given them."""
        asked, recorded = self.folder / ".asked", self.folder / ".recorded"
        asked.unlink(missing_ok=True)
        recorded.unlink(missing_ok=True)
        self.type(f"{line}\t")
        self.read_until(asked.exists)
        self.type(f"{TO_THE_BEGINNING}record \r")
        self.read_until(lambda: recorded.exists() and recorded.read_bytes().endswith(b"\n"))
        return recorded.read_text(encoding="utf-8").splitlines()

    def close(self) -> None:
        """Ends the shell."""
        self.process.kill()
        self.process.wait(timeout=60)
        os.close(self.ours)


@pytest.fixture(params=list(STARTS))
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shell]:
    """Each shell that is there, among files and folders with spaces and in Chinese."""
    if not shutil.which(request.param):
        pytest.skip(f"{request.param} is not installed")
    for name in (
        "my list/items.yaml",
        "清单夹/items.yaml",
        "a b.yaml",
        "二〇二一.yaml",
        "only.docx",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    started = Shell(request.param, tmp_path)
    try:
        started.start()
        yield started
    finally:
        started.close()


TYPED = {
    "sulist check on": "check only.docx",
    "sulist list --file on": "list --file only.docx",
    "sulist list --file=on": "list --file=only.docx",
    "sulist -f 二": "-f 二〇二一.yaml",
    "sulist import only.docx 'a": "import only.docx|a b.yaml",
    "sulist dispatch --month 2021-06 --directory=清": "dispatch --month 2021-06 --directory=清单夹",
    "sulist init my": "init|my list",
    "sulist list --journal=my\\ list/": "list|--journal=my list/items.yaml",
    "sulist list --unit=财政": "list --unit=区财政局",
    "sulist show 2-11": "show 2-11",
    "sulist list --unit 区": "list --unit 区",  # 高校园区管理处 has it too, but does not begin with it
}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_a_shell_completes_files_units_and_ids(shell: Shell) -> None:
    """Of options and arguments, also behind =, quoted, with spaces and in Chinese."""
    for typed, words in TYPED.items():
        wanted = words.split("|") if "|" in words else words.split()
        wanted = [*wanted[0].split(), *wanted[1:]]
        assert [word.rstrip("/") for word in shell.completed(typed)] == wanted, typed
