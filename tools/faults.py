"""What the journal stands: many writers at once, sudden ends, a full disk, no rights, merged branches.

``python tools/faults.py`` runs everything at full size and prints the figures; the tests run the
same functions at a small one. A writer here is a process that does what ``sulist log`` does.
"""

from __future__ import annotations

import contextlib
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from sulist.base.errors import SulistError
from sulist.cli.desk import Desk
from sulist.cli.recording import Recorder, draft
from sulist.journal.journal import Journal, read
from sulist.listfile.worklist import load
from sulist.standing.tracking import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

ITEMS = Path(__file__).resolve().parents[1] / "data" / "items.yaml"
NOBODY = 65534


class Found(NamedTuple):
    """What was found after a fault: how many records were acknowledged, are there, are missing, are broken.

    A line that a sudden end cut off is not broken: it was never acknowledged, is told, and glued to nothing.
    """

    acknowledged: int
    there: int
    missing: int
    broken: int
    repeated: int


def desk(folder: Path) -> Path:
    """A folder with a list of its own; its journal's file."""
    shutil.copy(ITEMS, folder / "items.yaml")
    return folder / "progress.yaml"


def journal_in(folder: Path) -> Journal:
    """The journal of a folder, read anew."""
    return read(str(folder / "progress.yaml"), load(str(folder / "items.yaml")))


def judged(folder: Path, acknowledged: list[str]) -> Found:
    """The state of the file against what was acknowledged."""
    journal = journal_in(folder)
    text = (folder / "progress.yaml").read_text(encoding="utf-8", errors="replace")
    ids = [one.id for one in journal.records]
    return Found(
        len(acknowledged),
        len(ids),
        len(set(acknowledged) - set(ids)),
        sum(one.check != "journal-cut-off" for one in journal.problems),
        sum(text.count(f'"id": "{one}"') > 1 for one in ids),
    )


def recorder(folder: Path, on: str) -> Recorder:
    """Records in a folder's journal, of a day."""
    return Recorder(Desk({"file": str(folder / "items.yaml"), "journal": None, "on": on}))


def worker(folder: Path, number: int, said: str) -> None:
    """Writes so many reports one after another; prints the id of each when it is acknowledged."""
    own = recorder(folder, "2021-06-01")
    ids = own.items(("2-7", "2-8", "1-2", "1-4"))
    real = sys.stdout
    for count in range(number):
        report = draft(
            ids[count % len(ids)],
            "report",
            own.on,
            unit="区经发局",
            role="lead",
            percent=1 + count % 99,
            done=f"{said}·{count}·" + "进展" * (count % 40),
            period="2021-06",
        )
        with contextlib.redirect_stdout(None):
            (record,) = own.enter(lambda _progress, report=report: [report])  # type: ignore[misc]
        real.write(f"{record.id}\n")
        real.flush()


def started(folder: Path, number: int, said: str) -> subprocess.Popen[bytes]:
    """A writer in a process of its own."""
    command = [sys.executable, __file__, "worker", str(folder), str(number), said]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def output(process: subprocess.Popen[bytes]) -> IO[bytes]:
    """What a writer acknowledges."""
    assert process.stdout is not None  # noqa: S101 - it was asked for
    return process.stdout


def ids_of(data: bytes) -> list[str]:
    """The acknowledged ids; a line that a sudden end cut off is none."""
    return [line.decode() for line in data.split(b"\n")[:-1]]


def many_writers(folder: Path, processes: int, records: int) -> Found:
    """Several processes write as fast as they can."""
    desk(folder)
    writers = [started(folder, records, f"第{number}个") for number in range(processes)]
    acknowledged: list[str] = []
    for one in writers:
        acknowledged += ids_of(one.communicate()[0])
    return judged(folder, acknowledged)


def sudden_ends(folder: Path, times: int, seed: int = 2021) -> Found:
    """A writer is killed at a random moment, again and again; the next goes on with the same file."""
    desk(folder)
    chance = random.Random(seed)
    acknowledged: list[str] = []
    for _time in range(times):
        one = started(folder, 10_000, "突然结束")
        first = output(one).readline()
        time.sleep(chance.uniform(0, 0.03))
        one.kill()
        rest = output(one).read()
        one.wait()
        output(one).close()
        acknowledged += ids_of(first + rest)
    return judged(folder, acknowledged)


def refused(folder: Path, *, limit: int | None = None, user: int | None = None) -> tuple[int, str]:
    """One report, in a process with so much room in a file or of another user; its exit code and words."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        code, said = 99, ""
        try:
            code, said = one_report(folder, limit, user)
        except BaseException as error:
            said = repr(error)  # a child must end here, and say why
        os.write(theirs, said.encode())
        os._exit(code)
    os.close(theirs)
    with os.fdopen(ours, encoding="utf-8") as stream:
        said = stream.read()
    _child, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), said


def one_report(folder: Path, limit: int | None, user: int | None) -> tuple[int, str]:
    """The exit code and the words of a report that may be refused."""
    own = recorder(folder, "2021-06-01")
    report = draft(
        own.items(("2-7",))[0],
        "report",
        own.on,
        unit="区经发局",
        role="lead",
        done="没有写进去的话" * 20,
        period="2021-06",
    )
    if limit is not None:
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    if user is not None:
        os.seteuid(user)
    try:
        with contextlib.redirect_stdout(None):
            own.enter(lambda _progress: [report])
    except SulistError as error:
        return error.exit_code, str(error)
    return 0, ""


def full_disk(folder: Path) -> tuple[int, int, bool, str]:
    """Reports until a small disk is full.

    Gives the exit code, how many were acknowledged, whether they and nothing else are there, and
    the words of the refusal.
    """
    desk(folder)
    acknowledged = 0
    while (found := refused(folder))[0] == 0:
        acknowledged += 1
    journal = journal_in(folder)
    as_it_was = (len(journal.records), len(journal.problems)) == (acknowledged, 0)
    return found[0], acknowledged, as_it_was, found[1]


def union_merge(folder: Path, each: int) -> tuple[Found, bool]:
    """Two branches write on one journal and are merged by git, once in each order.

    Gives what is there, and whether both orders mean the same.
    """
    from sulist.cli.beside import let_git_merge

    def git(*words: str) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)  # noqa: S607

    def write(number: int, said: str) -> list[str]:
        ids = ids_of(started(folder, number, said).communicate()[0])
        git("add", ".")
        git("commit", "-q", "-m", said)
        return ids

    desk(folder)
    let_git_merge(str(folder))
    git("init", "-q", "-b", "office")
    acknowledged = write(3, "共同的")
    git("branch", "town")
    acknowledged += write(each, "办公室")
    git("checkout", "-q", "town")
    acknowledged += write(each, "镇里")
    states = []
    for mine, theirs in (("office", "town"), ("town", "office")):
        git("checkout", "-q", "-B", f"merged-{mine}", mine)
        git("merge", "-q", "--no-edit", theirs)
        found = judged(folder, acknowledged)
        worklist = load(str(folder / "items.yaml"))
        progress = Progress(worklist, journal_in(folder), recorder(folder, "2021-12-31").on)
        states.append([progress.of(item).course for item in worklist.items])
    return found, states[0] == states[1]


def main() -> None:
    """Everything at full size."""
    print("acknowledged, there, missing, broken lines, repeated:")
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        found = many_writers(Path(folder), 8, 200)
        print(f"8 processes × 200 records: {tuple(found)} in {time.perf_counter() - began:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        found = sudden_ends(Path(folder), 300)
        print(f"300 × SIGKILL:             {tuple(found)}")
    with tempfile.TemporaryDirectory() as folder:
        union, same = union_merge(Path(folder), 100)
        print(f"union of 100 and 100:      {tuple(union)}, same state in either order: {same}")
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        journal = desk(where)
        started(where, 5, "先").communicate()
        before = journal.read_bytes()
        for room in (0, 1, 40, 200):
            code, said = refused(where, limit=len(before) + room)
            as_before = journal.read_bytes() == before
            print(f"room for {room} bytes: exit code {code}, as before: {as_before}: {said}")
        if os.geteuid() == 0:
            where.chmod(0o755)
            journal.chmod(0o644)
            code, said = refused(where, user=NOBODY)
            print(
                f"no permission: exit code {code}, as before: {journal.read_bytes() == before}: {said}"
            )
    if os.geteuid() == 0:
        with small_disk() as disk:
            print(f"a disk of 64 KiB:          {full_disk(disk)}")


@contextlib.contextmanager
def small_disk() -> Iterator[Path]:
    """A folder on a disk of 64 KiB, which the list alone half fills; only root can make one."""
    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]
        subprocess.run(mount, check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)  # noqa: S607


if __name__ == "__main__":
    if sys.argv[1:2] == ["worker"]:
        worker(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
    else:
        main()
