"""Files that commands write: never over what is read, in the form of their names, whole or not at all."""

from __future__ import annotations

import errno
import os
import shlex
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from conftest import ITEMS, ROOT
from running import without_stdout

from sulist.base.errors import FileError, UsageError
from sulist.base.files import is_stream, write_whole
from sulist.base.located import packaged_list
from sulist.cli.main import cli
from sulist.cli.output import refuse_what_is_read

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

GOOD = (ROOT / "tests" / "fixtures" / "good.yaml").read_bytes()
KEPT = ("items.yaml", "progress.yaml", "sulist.toml", "items.schema.json", ".gitattributes")
ANSWERS = (
    "list",
    "due",
    "by-unit 财政局",
    "by-category 一",
    "show 1-1",
    "units",
    "categories",
    "report",
    "ledger",
    "history",
    "owing",
    "check",
    "explain units 财政局",
    "explain deadline 8月底",
    "diff items.yaml items.yaml",
)
windows = pytest.mark.skipif(os.name == "nt", reason="devices, links and modes of Unix")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a list and all that belongs to it, asked in this process."""
    for name in ("SULIST_FILE", "SULIST_JOURNAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SULIST_AS_OF", "2021-06-10")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    (here / "items.yaml").write_bytes(GOOD)
    (here / "sulist.toml").write_text("[lights]\nnear_days = 20\n", encoding="utf-8")
    (here / "items.schema.json").write_text("{}", encoding="utf-8")
    (here / ".gitattributes").write_text("progress.yaml merge=union\n", encoding="utf-8")
    assert asked("log 1-1 --done 甲").exception is None
    return here


def asked(words: str, *more: str) -> Result:
    """What comes of a command."""
    return CliRunner().invoke(cli, [*words.split(), *more], standalone_mode=False)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


# --- what is read -----------------------------------------------------------------------------


@pytest.mark.parametrize("command", ANSWERS)
def test_no_answer_is_written_over_what_is_asked(folder: Path, command: str) -> None:
    """Not over the list, its journal, its settings, its schema or what merges it, whichever command answers."""
    before = contents(folder)
    for name in KEPT:
        refused = asked(command, "--format", "json", "--output", name).exception
        assert isinstance(refused, UsageError), name
        assert "never written over" in str(refused) or "不会被覆盖" in str(refused)
    assert contents(folder) == before


@windows
def test_a_file_is_known_by_whatever_name_leads_to_it(folder: Path) -> None:
    """Links of both kinds, ``./`` and ``..``, and the whole path."""
    (folder / "soft").symlink_to("items.yaml")
    (folder / "soft-of-soft").symlink_to("soft")
    os.link("items.yaml", "hard")
    names = ("soft", "soft-of-soft", "hard", "./items.yaml", "../here/items.yaml")
    for name in (*names, str(folder / "items.yaml")):
        assert isinstance(asked("list", "-o", name, "--format", "csv").exception, UsageError), name
    assert (folder / "items.yaml").read_bytes() == GOOD


def test_what_would_be_the_journal_is_kept_free(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A journal or settings that are not there yet have their names; so has a journal that is named."""
    (folder / "progress.yaml").rename("other.md")
    (folder / "sulist.toml").unlink()
    for name in ("progress.yaml", "sulist.toml"):
        assert isinstance(asked("list", "-o", name, "--format", "csv").exception, UsageError)
    (folder / "sulist.toml").write_text('[journal]\nfile = "record.md"\n', encoding="utf-8")
    assert isinstance(asked("units -o record.md").exception, UsageError)
    monkeypatch.setenv("SULIST_JOURNAL", "other.md")
    assert isinstance(asked("units -o other.md").exception, UsageError)
    assert asked("units -o third.md").exception is None


def test_documents_are_not_written_over_what_is_read(folder: Path) -> None:
    """Not even with --overwrite: a paper, a form, a letter, an import."""
    for name in ("list.docx", "区财政局-2021年6月反馈表.xlsx", "next.yaml"):
        os.link("items.yaml", name)
    (folder / "list.txt").write_text(
        "1．修路。（区财政局牵头，区经发局负责，8月底前）\n", encoding="utf-8"
    )
    for words in (
        "export list -o list.docx --overwrite",
        "dispatch -d . --overwrite",
        "import list.txt --year 2021 -o next.yaml --overwrite",
        "import list.txt --year 2021 -o progress.yaml --overwrite",
        "import list.txt --year 2021 -o list.txt --overwrite",
    ):
        asked(words)
    assert (folder / "items.yaml").read_bytes() == GOOD
    assert "修路" in (folder / "list.txt").read_text(encoding="utf-8")
    assert isinstance(
        asked("import list.txt --year 2021 -o progress.yaml --overwrite").exception, UsageError
    )
    assert isinstance(asked("import list.txt --year 2021 -o a.docx").exception, UsageError)
    assert isinstance(asked("export list -o list.docx --overwrite").exception, UsageError)


def test_files_of_sulist_itself_are_kept() -> None:
    """The packaged list and the schemas."""
    folder = os.path.dirname(packaged_list())
    for file in (packaged_list(), os.path.join(folder, "items.schema.json")):
        with pytest.raises(UsageError):
            refuse_what_is_read((file,))


def test_a_list_on_standard_input_has_a_file_too(folder: Path) -> None:
    """Where the shell has opened one."""
    words = [sys.executable, "-m", "sulist", *"list -f - -o items.yaml --format csv".split()]
    with open("items.yaml", "rb") as stream:
        done = subprocess.run(words, stdin=stream, capture_output=True, check=False)
    assert (done.returncode, (folder / "items.yaml").read_bytes()) == (2, GOOD)


# --- the form ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.json", b'{\n  "format": 1'),
        ("a.JSON", b'{\n  "format": 1'),
        ("a.csv", b"\xef\xbb\xbf"),
        ("a.tsv", b"\t"),
        ("a.jsonl", b'{"format": 1'),
        ("a.md", b"# "),
        ("a.markdown", b"# "),
        ("a.txt", "编号".encode()),
        ("a", "编号".encode()),
    ],
)
def test_the_ending_of_a_file_says_its_form(folder: Path, name: str, begins: bytes) -> None:
    """Where ``--format`` is not given; one that is given goes before it."""
    assert asked("units", "-o", name).exception is None
    assert asked("list", "-o", name).exception is None
    assert begins in (folder / name).read_bytes()[:400]
    assert asked("list", "-o", name, "--format", "json").exception is None
    assert (folder / name).read_bytes().startswith(b"{")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("list -o a.xlsx", "sulist export ledger --output a.xlsx"),
        ("report -o a.docx", "sulist export report --output a.docx"),
        ("list -o a.docx --format csv", "sulist export list --output a.docx"),
        ("list -o a.ICS", "sulist export calendar"),
        ("due -o a.html", "sulist export page"),
        ("due -o a.pdf", "sulist export --help"),
        ("due -o a.psv", ".csv"),
        ("due -o 8.31", "--format"),
        ("explain deadline 8月底 -o a.csv", "--format"),
        ("due --output=", "--output"),
    ],
)
def test_an_ending_that_is_no_answers_is_refused(folder: Path, words: str, said: str) -> None:
    """With what to do instead; nothing is written."""
    before = contents(folder)
    refused = asked(words).exception
    assert isinstance(refused, UsageError)
    assert said in str(refused)
    assert contents(folder) == before


def test_an_odd_ending_is_taken_with_a_form(folder: Path) -> None:
    """Who says the form knows what the file is for."""
    assert asked("due -o answer.odd --format csv").exception is None
    assert (folder / "answer.odd").read_bytes().startswith(b"\xef\xbb\xbf")


# --- what is there ----------------------------------------------------------------------------


def test_answers_replace_and_documents_do_not(folder: Path) -> None:
    """People correct documents by hand; --overwrite is for who means it."""
    for words in (
        "export list -o a.docx",
        "export letters --directory letters",
        "dispatch -d forms",
    ):
        assert asked(words).exception is None, words
        made = {file: file.read_bytes() for file in folder.rglob("*.*") if file.is_file()}
        assert isinstance(asked(words).exception, FileError), words
        assert made == {file: file.read_bytes() for file in made}
        assert asked(f"{words} --overwrite").exception is None, words
    assert asked("list -o a.txt").exception is None
    assert asked("due -o a.txt").exception is None


@windows
def test_a_protected_file_stays(folder: Path) -> None:
    """Also where the folder, or being root, would let it be replaced."""
    (folder / "a.txt").write_text("old", encoding="utf-8")
    (folder / "a.txt").chmod(0o444)
    refused = asked("list -o a.txt").exception
    assert isinstance(refused, FileError)
    assert "444" in str(refused)
    assert (folder / "a.txt").read_text(encoding="utf-8") == "old"


# --- how it is written ------------------------------------------------------------------------


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL])
def test_a_stick_that_knows_no_links_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A new file is made there, and never over one that is there."""

    def link(*_words: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", link)
    monkeypatch.setattr(os, "chmod", link)
    file = tmp_path / "a.docx"
    write_whole(str(file), b"new", replace=False)
    monkeypatch.setattr(os.path, "lexists", lambda _file: False)  # another made it meanwhile
    with pytest.raises(FileError):
        write_whole(str(file), b"newer", replace=False)
    assert file.read_bytes() == b"new"
    write_whole(str(file), b"newest")
    assert file.read_bytes() == b"newest"
    assert [one.name for one in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
@pytest.mark.parametrize("replace", [True, False])
def test_nothing_half_written_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, replace: bool
) -> None:
    """Neither under its name nor beside it, also where Ctrl-C comes."""

    def fail(_handle: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises((FileError, KeyboardInterrupt)):
        write_whole(str(tmp_path / "a"), b"new", replace=replace)
    assert list(tmp_path.iterdir()) == []


@windows
def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    """As every other program's."""
    before = os.umask(0o027)
    try:
        write_whole(str(tmp_path / "a"), b"new")
        write_whole(str(tmp_path / "b"), b"new", replace=False)
    finally:
        os.umask(before)
    assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o640}


@windows
def test_a_pipe_with_a_name_is_written_to_and_stays_one(folder: Path) -> None:
    """A device or a pipe is no file: it is never replaced, and nothing is made beside it."""
    os.mkfifo("pipe")
    before = contents(folder)
    for words in ("list -o pipe", "export list -o pipe"):
        read: list[bytes] = []
        reader = threading.Thread(target=lambda: read.append((folder / "pipe").read_bytes()))  # noqa: B023
        reader.start()
        assert asked(words).exception is None
        reader.join(timeout=30)
        assert read[0]
    assert is_stream("pipe")
    assert contents(folder) == before


@windows
@pytest.mark.parametrize(
    ("command", "found"),
    [
        ("{} list -o /dev/stdout | cat", 1),
        ("echo before > a; {} list -o /dev/stdout >> a; cat a", 2),
        ("echo before; {} list -o /dev/fd/1", 2),
        ("ln -s /dev/stdout link; echo before; {} list -o link", 2),
        ("{} list -o >(cat > b); sleep 1; cat b", 1),
        ("{} list -o /dev/null; echo before; echo 事项名称", 2),
        ("{} list -o /dev/stdout | true; echo before; echo 事项名称", 2),
    ],
)
def test_open_streams_are_written_to(folder: Path, command: str, found: int) -> None:
    """Where they stand: what was written to them before stays."""
    line = command.replace("{}", f"{sys.executable} -m sulist")
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, timeout=60)
    said = done.stdout.decode()
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done.stderr
    assert (said.startswith("before"), "事项名称" in said) == (found == 2, True)


@windows
def test_nothing_follows_a_document_into_a_stream(folder: Path) -> None:
    """What is said beside it goes to stderr."""
    text = "1．修路。（区财政局牵头，区经发局负责，8月底前）\n"
    (folder / "list.txt").write_text(text, encoding="utf-8")
    for words, plain in (
        ("export list", "plain.docx"),
        ("import list.txt --year 2021", "plain.yaml"),
    ):
        assert asked(words, "-o", plain).exception is None
        line = f"{sys.executable} -m sulist {words} -o /dev/stdout > streamed"
        done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, timeout=60)
        assert done.stderr
        assert (folder / "streamed").read_bytes() == (folder / plain).read_bytes()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_what_a_device_does_not_take_is_told(folder: Path) -> None:
    """Exit code 3, and the device is still one."""
    for words in ("list -o /dev/full", "export list -o /dev/full"):
        assert isinstance(asked(words).exception, FileError)
    assert is_stream("/dev/full")


def test_a_folder_is_no_file(folder: Path) -> None:
    """Nor is a name that ends as a folder's does."""
    for name in (".", "new/"):
        assert isinstance(asked("list", "-o", name).exception, FileError), name
    assert isinstance(asked("export list -o new/").exception, UsageError)
    assert not (folder / "new").exists()


# --- where it went ----------------------------------------------------------------------------


@windows
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("list --zzz", 2),
        ("list --unit 某局", 2),
        ("list --file nowhere.yaml", 3),
        ("reopen 1-1 --reason 甲", 4),
    ],
)
def test_the_exit_code_holds_where_nobody_can_be_told(folder: Path, words: str, code: int) -> None:
    """What is said on stderr cannot be written; the code still says what ended the command."""
    with open(os.devnull, "rb") as takes_nothing:
        done = subprocess.run(
            [sys.executable, "-m", "sulist", *words.split()],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=takes_nothing,
            check=False,
            timeout=60,
        )
    assert done.returncode == code


@windows
@pytest.mark.parametrize(
    "words",
    [
        "list",
        "list --format json",
        "check",
        "--help",
        "--version",
        "list --help",
        "completion bash",
    ],
)
@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-"])
def test_an_answer_that_went_nowhere_is_none(sulist: Sulist, words: str, closed: str) -> None:
    """With stdout closed by the caller the exit code is 3, and stderr says why; in a process of its own too."""
    settings = os.environ | {"SULIST_LANG": "en", "SULIST_AS_OF": "2021-06-10"}
    asks_no_list = words.startswith("--") or words.endswith(("--help", "bash"))
    typed = words if asks_no_list else f"{words} --file {ITEMS}"
    heard = "2>" not in closed
    said = b"Error: The output cannot be written: Bad file descriptor\n" if heard else b""
    here = without_stdout(shlex.split(typed), settings, sulist.folder, None, stderr=heard)
    assert here == (3, said)
    if words == "list":
        line = f"{sys.executable} -m sulist {typed} {closed}"
        done = subprocess.run(
            ["sh", "-c", line], cwd=sulist.folder, env=settings, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == here
