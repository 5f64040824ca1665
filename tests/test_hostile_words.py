"""Words, names and numbers that no office types, one way or another: each has a sentence for an answer."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner, Result
from conftest import ITEMS, ROOT
from running import read_once

from sulist.base.errors import BrokenListError, FileError, SulistError, UsageError
from sulist.base.numerals import parse_digits, parse_number
from sulist.base.showing import printable
from sulist.cli.commands import MODULES
from sulist.cli.main import cli
from sulist.listfile.worklist import examine
from sulist.standing.settings import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Sulist

GOOD = (ROOT / "tests" / "fixtures" / "good.yaml").read_text(encoding="utf-8")
LONG = "9" * 4301  # one more than Python makes a number of
FIRST, LAST = "0001-01-01", "9999-12-31"
# Words that each command needs to be answered.
NEEDED = {
    "by-unit": "财政局",
    "by-category": "一",
    "show": "1-1",
    "log": "1-1 --done 甲",
    "close": "1-1",
    "reopen": "1-1 --reason 甲",
    "withdraw": "1-1 --reason 甲",
    "extend": "1-1 --to 9月底 --reason 甲",
    "import": "list.txt",
    "diff": "items.yaml items.yaml",
    "export": "list --output -",
    "dispatch": "--directory forms",
    "collect": "form.xlsx --yes",
    "explain deadline": "8月底前",
    "explain units": "财政局",
    "init": "new",
    "completion": "bash",
}
ODD = (LONG, f"1-{LONG}", "²", "①", "１２", LAST, FIRST, "+9999999999d", "\udcff", "\x1b[2J", "")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a list, asked in this process."""
    for name in ("SULIST_FILE", "SULIST_JOURNAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SULIST_AS_OF", "2021-06-10")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "items.yaml").write_text(GOOD, encoding="utf-8")
    text = "1．修路。（区财政局牵头，区经发局负责，8月底前）\n"
    (tmp_path / "list.txt").write_text(text, encoding="utf-8")
    with read_once():
        yield tmp_path


def asked(*words: str) -> Result:
    """What comes of a command; an error that is none of a person's making is raised."""
    done = CliRunner().invoke(cli, words, standalone_mode=False)
    expected = (SulistError, BrokenListError, click.ClickException, SystemExit)
    if done.exception and not isinstance(done.exception, expected):
        raise AssertionError(words) from done.exception
    return done


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command by its words."""
    for name in MODULES:
        command = cli.get_command(click.Context(cli), name)
        assert command
        inner = command.commands if isinstance(command, click.Group) else {}
        yield from ((f"{name} {one}", each) for one, each in inner.items())
        if not inner:
            yield name, command


def taking_one() -> Iterator[tuple[str, click.Option]]:
    """Every option that takes one value, with its command."""
    for name, command in commands():
        for param in command.params:
            if isinstance(param, click.Option) and not (param.is_flag or param.multiple):
                yield name, param


def test_every_command_is_tried() -> None:
    """What a new command needs is put into the table above."""
    known = {name for name, _command in commands()}
    assert set(NEEDED) <= known
    needy = {
        name for name, command in commands() if any(param.required for param in command.params)
    }
    assert needy <= set(NEEDED)


# --- an option given twice --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "option"), [pytest.param(*one, id=f"{one[0]} {one[1].name}") for one in taking_one()]
)
def test_an_option_that_takes_one_value_is_given_once(
    folder: Path, name: str, option: click.Option
) -> None:
    """Of two values, be they the same, one would be lost in silence; the short form is the same option."""
    for first in option.opts:
        long = max(option.opts, key=len)
        refused = asked(*name.split(), *NEEDED.get(name, "").split(), first, "甲", long, "乙")
        assert isinstance(refused.exception, click.UsageError)
        said = refused.exception.message
        assert long in said
        assert "甲" in said
        assert "乙" in said


def test_a_flag_and_what_takes_several_may_be_given_twice(folder: Path) -> None:
    """Nothing is lost then; nor is the environment a word that was typed."""
    assert asked("due", "--overdue", "--overdue", "--fail-empty", "--fail-empty").exit_code in (
        0,
        1,
    )
    assert asked("list", "-s", "路", "-s", "修", "-c", "一", "-c", "一").exception is None
    env = {"SULIST_FILE": "nowhere.yaml", "SULIST_AS_OF": "某日"}
    words = ["list", "-f", "items.yaml", "--as-of", "2021-06-01"]
    assert CliRunner().invoke(cli, words, standalone_mode=False, env=env).exception is None


@pytest.mark.parametrize(
    "words",
    [
        "-f items.yaml list -f items.yaml",
        "--file items.yaml -f b.yaml list",
        "-f items.yaml check items.yaml",
        "-f items.yaml explain units 财政局 --file b.yaml",
        "-f items.yaml init new",
        "-f items.yaml diff items.yaml items.yaml",
        "-f items.yaml explain deadline 8月底",
    ],
)
def test_a_list_is_named_once_and_where_one_is_asked(folder: Path, words: str) -> None:
    """Before the command or after it; a command that asks none does not pass it over."""
    assert isinstance(asked(*words.split()).exception, (click.UsageError, UsageError))
    assert not (folder / "new").exists()


@pytest.mark.parametrize(
    "words",
    ["list --file=", "list --journal=", "list --as-of=", "owing --month=", "log 1-1 --on="],
)
def test_an_empty_name_or_day_is_not_as_if_none_were_given(folder: Path, words: str) -> None:
    """As a script's unset variable makes one: the answer would be of another list or day."""
    refused = asked(*words.split()).exception
    assert isinstance(refused, click.UsageError)
    assert "--" in refused.message
    assert isinstance(asked("-f", "", "list").exception, click.UsageError)


def test_a_list_before_the_command_is_the_one_that_is_asked(folder: Path) -> None:
    """Also of a command within a command."""
    assert asked("-f", "items.yaml", "explain", "units", "财政局").exception is None
    assert isinstance(asked("-f", "no.yaml", "explain", "units", "财政局").exception, FileError)


@pytest.mark.parametrize(("name", "command"), [pytest.param(*one, id=one[0]) for one in commands()])
def test_no_two_options_of_a_command_have_one_place(name: str, command: click.Command) -> None:
    """Else the value of one is taken for the other's, as --from was for --since."""
    names = [param.name for param in command.params]
    assert len(names) == len(set(names))


def test_a_document_takes_a_first_day_beside_the_last_meeting(folder: Path) -> None:
    """--from is a filter of every kind, --since an option of the report."""
    for kind in ("calendar", "list", "ledger", "report"):
        assert asked("export", kind, "--from", "8月1日", "-o", "-").exception is None
    both = ("--from", "12月1日", "--since", "5月31日")
    assert asked("export", "report", *both, "-o", "-").exception is None
    assert isinstance(asked("export", "list", *both, "-o", "-").exception, UsageError)


# --- every option, odd values -----------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name, _command in commands()])
def test_every_value_has_a_sentence_for_an_answer(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Numbers of any length, other digits, ends of the calendar, bytes that are no text, nothing."""
    command = dict(commands())[name]
    needed = NEEDED.get(name, "").split()
    for param in command.params:
        if isinstance(param, click.Argument):
            for value in ODD:
                asked(*name.split(), *needed[1:], "--", value)
        elif not param.is_flag:  # type: ignore[attr-defined]
            option = max(param.opts, key=len)
            own = [
                word
                for at, word in enumerate(needed)
                if option not in needed[max(at - 1, 0) : at + 1]
            ]
            for value in ODD:
                asked(*name.split(), *own, f"{option}={value}")
    for name_of in ("SULIST_AS_OF", "SULIST_FILE", "SULIST_JOURNAL"):
        monkeypatch.setenv(name_of, "\udcff")
        asked(*name.split(), *needed)


# --- days -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind", ["list", "report", "letters", "ledger", "calendar", "page", "text"]
)
@pytest.mark.parametrize("day", [FIRST, LAST])
def test_documents_are_made_at_the_ends_of_the_calendar(folder: Path, kind: str, day: str) -> None:
    """As of them, and with dates that are extended to them or set to them."""
    returning = GOOD.replace("deadline: 8月底前", "deadline: 每周一", 1)
    far = f"deadline: 8月底前\n        due: {day}\n        due_reason: 远"
    for text in (GOOD, returning, GOOD.replace("deadline: 8月底前", far, 1)):
        (folder / "items.yaml").write_text(text, encoding="utf-8")
        for more in ((), ("--after", day), ("--before", day), ("--from", day)):
            done = asked("export", kind, "-o", "-", "--as-of", day, *more)
            assert done.exception is None, more


def test_an_extension_to_the_last_day_is_answered(folder: Path) -> None:
    """In every question that looks at dates, and in every document."""
    assert asked("extend", "1-1", "--to", LAST, "--reason", "甲").exception is None
    for words in ("due", "report", "ledger", "show 1-1", "owing", "due --before 9999-12-31"):
        assert asked(*words.split(), "--format", "json").exception is None
    for kind in ("calendar", "page", "report"):
        assert asked("export", kind, "-o", "-").exception is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("due --within 30d --as-of 9999-12-31", 2),
        ("due --within 9999999999d", 2),
        ("due --before +999999999999d", 2),
        ("due --before 9999-12-31", 0),
        ("due --after 9999-12-31", 0),
        ("due --from 0001-01-01 --as-of 0001-01-01", 0),
        ("owing --as-of 0001-01-01", 0),
        ("owing --month 9999-12", 2),
        ("list --as-of 9999-12-31", 0),
    ],
)
def test_what_lies_beyond_the_calendar_is_refused(sulist: Sulist, words: str, code: int) -> None:
    """What lies within it is answered, however far."""
    done = sulist(*words.split())
    assert (done.returncode, b"Traceback" in done.stderr) == (code, False), done.stderr


# --- numbers ----------------------------------------------------------------------------------


def test_only_digits_of_a_length_that_a_list_can_have_are_a_number() -> None:
    """Of any width; not what Python calls a digit too, nor thousands of them."""
    assert [parse_digits(one) for one in ("12", "１２", "²", "①", "½", "-1", "", LONG)] == [
        12, 12, None, None, None, None, None, None,
    ]  # fmt: skip
    assert parse_number(LONG) is None
    assert parse_number("一" * 5000) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: 1-2", f"id: 1-{LONG}"),
        ("id: 1-2", f"id: {LONG}"),
        ("id: 1-2", "id: 1-²"),
        ("year: 2021", f"year: {LONG}"),
        ("total: 2", f"total: {LONG}"),
        ("count: 2", "count: ②"),
        ("number: 一", f"number: {LONG}"),
        ("number: 一", "number: " + "一" * 5000),
        ("8月底前", f"{LONG}年底前"),
        ("8月底前", "99999999个工作日内"),
    ],
)
def test_a_number_of_any_length_is_a_problem_of_its_place(
    tmp_path: Path, old: str, new: str
) -> None:
    """In every key that holds one; and the problem is no longer than a screen."""
    assert old in GOOD
    file = tmp_path / "list.yaml"
    file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    _worklist, problems = examine(str(file))
    assert [one for one in problems if one.level == "error"]
    assert all(len(one.message) < 500 for one in problems)


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 5000 + "]" * 5000,
        "a = " + "{b = " * 5000 + "1" + "}" * 5000,
        f"[lights]\nnear_days = {LONG}",
        "[lights]\nnear_days = 0x" + "f" * 5000,
        "[lights]\nnear_days = 1e999",
        "#" * (2**20 + 1),
    ],
)
def test_settings_beyond_all_bounds_are_told(tmp_path: Path, text: str) -> None:
    """Too deep, too long, too large."""
    (tmp_path / "sulist.toml").write_text(text, encoding="utf-8")
    with pytest.raises(FileError) as refused:
        read(str(tmp_path / "sulist.toml"))
    assert len(str(refused.value)) < 500


# --- bytes that are not UTF-8 -----------------------------------------------------------------


def test_a_byte_that_is_no_text_is_shown_as_its_code() -> None:
    """As the system hands it to Python."""
    assert printable(os.fsdecode(b"\xc7\xe5.yaml")) == "\\xc7\\xe5.yaml"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names there are text")
def test_a_file_with_a_name_that_is_no_text_is_read_and_written(
    sulist: Sulist, tmp_path: Path
) -> None:
    """A name in GBK, as an old archive brings it; it is shown by its codes, everywhere alike."""
    name = os.fsdecode("名单".encode("gbk"))
    (tmp_path / f"{name}.yaml").write_bytes(ITEMS.read_bytes())
    (tmp_path / f"{name}.txt").write_text(
        "某区2021年清单\n1．修路。（区财政局牵头，区经发局负责，8月底前）\n", encoding="utf-8"
    )
    shown, file = "\\xc3\\xfb\\xb5\\xa5.yaml", f"{name}.yaml"
    assert f"From {shown}" in sulist.text("list", "--file", file)
    assert shown in sulist.text("check", file)
    assert sulist.json("list", SULIST_FILE=file)["list"]["file"] == shown
    assert sulist.json("diff", file, file)["old"]["file"] == shown
    sulist.text("list", "-f", file, "-o", f"{name}.json")
    assert json.loads((tmp_path / f"{name}.json").read_bytes())["list"]["file"] == shown
    sulist("import", f"{name}.txt", "-o", f"{name}-2.yaml")
    written = (tmp_path / f"{name}-2.yaml").read_text(encoding="utf-8")
    assert "\\xc3\\xfb\\xb5\\xa5.txt" in written
    assert shown in sulist.refused("list", "-f", file, "-o", file, "--format", "csv", code=2)


def test_a_text_that_is_none_is_refused(folder: Path) -> None:
    """So that no journal and no answer ever holds it; names of files may be anything."""
    for words in (
        ("log", "1-1", "--done", "\udcff"),
        ("list", "--search", "\udcff"),
        ("explain", "deadline", "\udcff"),
        ("show", "\udcff"),
    ):
        refused = asked(*words).exception
        assert isinstance(refused, click.UsageError)
        assert "\\xff" in refused.message
    assert not (folder / "progress.yaml").exists()
    assert isinstance(asked("list", "--as-of", "2021-06-01", "-f", "\udcff").exception, FileError)


# --- Ctrl-C -----------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_ctrl_c_is_quiet_while_modules_load(tmp_path: Path) -> None:
    """The exit code is 130, and nothing is said."""
    (tmp_path / "rich.py").write_text("", encoding="utf-8")
    loading = "import sys, time\nprint('loading', flush=True)\ntime.sleep(30)\n"
    (tmp_path / "click.py").write_text(loading, encoding="utf-8")
    # a test that runs in the background inherits a deaf ear
    listen = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    start = f"{listen}; from sulist.__main__ import main; main()"
    path = filter(None, (str(tmp_path), os.environ.get("PYTHONPATH")))
    process = subprocess.Popen(
        [sys.executable, "-c", start],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path)},
    )
    assert process.stdout
    assert process.stdout.readline().strip() == b"loading"
    process.send_signal(signal.SIGINT)
    _printed, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (130, b"")
