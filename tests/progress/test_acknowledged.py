"""What is written and cannot be acknowledged is told as both; so is a lock that is refused, or held by another."""

from __future__ import annotations

import errno
import os
import shlex
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from forms_made import filled, sent
from journals import record, text_of
from running import without_stdout

from sulist.base.errors import FileError
from sulist.journal import appending, locking

if TYPE_CHECKING:
    from conftest import Sulist

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the faults are made by means of Unix")

FULL = (
    os.makedev(1, 7) if hasattr(os, "makedev") else 0
)  # on Linux, the device on which nothing has room
ENVIRONMENT = {"SULIST_FILE": "mine/items.yaml", "SULIST_AS_OF": "2021-06-28", "SULIST_LANG": "en"}


@pytest.fixture
def mine(sulist: Sulist, tmp_path: Path) -> Path:
    """The folder of a list of one's own in which everything can be recorded; its journal."""
    sulist.text("init", "mine")
    made = [
        *(
            record("06-01", "in-progress", 1),
            record("06-02", "done", 2, item="2-1", unit="区经发局"),
        ),
        record("06-03", "done", 3, item="2-5", unit="区农办"),
    ]
    journal = tmp_path / "mine" / "progress.yaml"
    journal.write_text(text_of(made), encoding="utf-8")
    filled(sent(tmp_path / "back.xlsx", "区财政局"), {"1-5": {"status": "推进中"}})
    return journal


def full(folder: Path) -> int:
    """Onto a device that is full; only root can make one."""
    device = folder / "full"
    try:
        os.mknod(device, stat.S_IFCHR | 0o600, FULL)
        return os.open(device, os.O_WRONLY)
    except OSError:
        pytest.skip("no device can be made here")


def read_only(folder: Path) -> int:
    """Into a file that is open for reading only."""
    (folder / "there").touch()
    return os.open(folder / "there", os.O_RDONLY)


def closed(_folder: Path) -> None:
    """Into nothing: the caller closed it."""


Where = Callable[[Path], int | None]


def said_to(folder: Path, words: str, where: Where, *, alone: bool = False) -> tuple[int, str]:
    """The exit code, and what is said on stderr, where stdout goes elsewhere; of a process of its own, or of this one."""
    out = where(folder)
    settings = os.environ | ENVIRONMENT
    try:
        if not alone:
            code, said = without_stdout(shlex.split(words), settings, folder, out)
            return code, said.decode()
        command = f"{shlex.quote(sys.executable)} -m sulist {words} {'>&-' if out is None else ''}"
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=folder,
            env=settings,
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
        return done.returncode, done.stderr.decode()
    finally:
        if out is not None:
            os.close(out)


def last_id(journal: Path) -> str:
    """The id of the record that was written last."""
    return journal.read_text(encoding="utf-8").splitlines()[-1].split('"id": "')[1].split('"')[0]


COMMANDS = [
    "log 1-1 --percent 40",
    "close 2-1",
    "reopen 2-1 --reason 材料不全",
    "extend 1-1 --to 2021-10-31 --reason 会议决定",
    "withdraw 1-1 --reason 上级调整",
    "undo 1-1",
]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("where", [full, read_only, closed])
def test_a_record_whose_acknowledgement_cannot_be_shown_is_told_as_written(
    mine: Path, tmp_path: Path, command: str, where: Where
) -> None:
    """Its id, its file, why nothing is seen, and not to do it again; exit code 3, and one message."""
    before = mine.read_bytes()
    code, said = said_to(tmp_path, command, where, alone=command == COMMANDS[0])
    assert mine.read_bytes().startswith(before)
    assert mine.read_bytes().count(b"\n") == before.count(b"\n") + 1
    assert code == 3
    assert f"The record {last_id(mine)} was written to mine/progress.yaml" in said
    assert "Do not record it again." in said
    assert len(said.strip().splitlines()) == 1


def test_several_records_are_all_named(mine: Path, tmp_path: Path) -> None:
    """As many as were written."""
    code, said = said_to(tmp_path, "close 2-1 2-5", read_only)
    assert code == 3
    assert f"{last_id(mine)} were written" in said
    assert "Do not record them again." in said


def test_a_reader_that_has_gone_is_told_too(mine: Path, tmp_path: Path) -> None:
    """A question would be quiet about it; here something was written."""
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run(
        [sys.executable, "-m", "sulist", "log", "1-1", "--percent", "40"],
        cwd=tmp_path,
        env=os.environ | ENVIRONMENT,
        stdout=theirs,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(theirs)
    assert done.returncode == 3
    assert f"The record {last_id(mine)} was written" in done.stderr.decode()


def test_what_else_there_is_to_say_does_not_undo_the_acknowledgement(
    mine: Path, tmp_path: Path
) -> None:
    """A copy lies beside the journal, and stderr is broken: the record is written, shown, and exit code 0."""
    (tmp_path / "mine" / "progress-PC.yaml").write_bytes(mine.read_bytes())
    (tmp_path / "there").touch()
    with (tmp_path / "shown").open("wb") as shown, (tmp_path / "there").open("rb") as there:
        done = subprocess.run(
            [sys.executable, "-m", "sulist", "log", "1-1", "--percent", "40"],
            cwd=tmp_path,
            env=os.environ | ENVIRONMENT,
            stdout=shown,
            stderr=there,
            check=False,
            timeout=60,
        )
    assert done.returncode == 0
    assert "Recorded in" in (tmp_path / "shown").read_text(encoding="utf-8")


@pytest.mark.parametrize("where", [full, read_only, closed])
def test_what_cannot_be_shown_is_not_collected(mine: Path, tmp_path: Path, where: Where) -> None:
    """What would be recorded is shown first; where it cannot be, nothing is recorded unseen."""
    before = mine.read_bytes()
    code, said = said_to(tmp_path, "collect back.xlsx --yes", where)
    assert (code, mine.read_bytes()) == (3, before)
    assert "Nothing was recorded" in said


def test_collected_reports_that_cannot_be_acknowledged_are_told_as_written(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the page could still be shown, and what came after it could not."""
    from sulist.cli.commands import collect

    def broken(*_anything: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.chdir(tmp_path)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(collect, "_say_what_happened", broken)
    with pytest.raises(FileError, match=r"was written to mine/progress\.yaml"):
        collect.collect.main(["back.xlsx", "--yes"], standalone_mode=False)
    assert capsys.readouterr().out
    assert mine.read_text(encoding="utf-8").count('"item": "1-5"') == 1


REFUSALS = [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL, errno.ENOSYS, errno.EIO]


@pytest.mark.parametrize("number", REFUSALS)
def test_a_lock_that_the_file_system_refuses_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """As that, with what to do; nobody waits, and no journal comes to be."""
    import fcntl

    def refuse(_handle: int, _how: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refuse)
    file = tmp_path / "progress.yaml"
    file.write_text(text_of([]), encoding="utf-8")
    waited: list[str] = []
    with (
        pytest.raises(FileError, match=r"cannot be locked(.|\n)*local disk"),
        appending.writing(str(file), lambda: waited.append("told")),
    ):
        pass
    assert waited == []
    assert file.read_text(encoding="utf-8") == text_of([])


def test_a_lock_held_by_another_is_told_once_and_waited_for(tmp_path: Path) -> None:
    """After a while, before the patience ends; then it goes on when the other has done."""
    file = str(tmp_path / "progress.yaml")
    told: list[str] = []
    with appending.writing(file):
        other = os.open(file, os.O_RDWR)
        with pytest.raises(FileError, match="Another program"):
            locking.lock(other, file, lambda: told.append("once"), patience=0.2, told_after=0.05)
        assert told == ["once"]
        with pytest.raises(FileError, match="Another program"):
            locking.lock(other, file, lambda: told.append("early"), patience=0.02, told_after=9)
        assert told == ["once"]
    locking.lock(other, file, patience=0.05)
    os.close(other)


def test_who_waits_says_so_on_stderr(mine: Path, tmp_path: Path) -> None:
    """And records when the other has gone; the words name the journal."""
    with appending.writing(str(mine)):
        waiting = subprocess.Popen(
            [sys.executable, "-m", "sulist", "log", "1-1", "--percent", "40"],
            cwd=tmp_path,
            env=os.environ | ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert waiting.stderr is not None
        first = waiting.stderr.readline().decode()
    said, _more = waiting.communicate(timeout=60)
    assert first == "Waiting for another program that writes to mine/progress.yaml ...\n"
    assert (waiting.returncode, "Recorded in mine/progress.yaml" in said.decode()) == (0, True)
