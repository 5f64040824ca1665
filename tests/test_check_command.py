"""``sulist check`` of several lists, in every form, and how much of it stands on a screen."""

from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING

import pytest
import yaml
from conftest import ITEMS, ROOT
from test_contract import validate

from sulist.write.formats import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

GOOD = ITEMS.read_text(encoding="utf-8")
NO_JOURNAL = {"SULIST_FILE": ""}


def listed(folder: Path, name: str, text: str = GOOD) -> str:
    """A list file of a name, with folders that it needs; the name."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return name


@pytest.fixture
def three(tmp_path: Path) -> tuple[str, str, str]:
    """A good list, one with an error and one with a warning."""
    return (
        listed(tmp_path, "a/items.yaml"),
        listed(tmp_path, "b/items.yaml", GOOD.replace("total: 18", "total: 19")),
        listed(tmp_path, "c/items.yaml", GOOD.replace("宣传活动。", "宣传活动,分类。", 1)),
    )


def test_every_problem_says_whose_it_is(sulist: Sulist, three: tuple[str, ...]) -> None:
    """Its file, and its list's file; each list is counted for itself, and all together."""
    done = sulist("check", *three, "--format", "json", **NO_JOURNAL)
    answer = json.loads(done.stdout)
    validate(answer, "check_of_several")
    assert done.returncode == 1
    assert [(one["file"], one["errors"], one["warnings"]) for one in answer["lists"]] == [
        ("a/items.yaml", 0, 0),
        ("b/items.yaml", 1, 0),
        ("c/items.yaml", 0, 1),
    ]
    assert [(one["file"], one["list"]) for one in answer["problems"]] == [
        ("b/items.yaml", "b/items.yaml"),
        ("c/items.yaml", "c/items.yaml"),
    ]
    assert (answer["errors"], answer["warnings"], answer["left_out"]) == (1, 1, [])


def test_a_table_of_several_tells_each_and_then_all(sulist: Sulist, three: tuple[str, ...]) -> None:
    """A line a list, also a good one, and the sum at the end."""
    lines = sulist("check", *three, **NO_JOURNAL).stdout.decode().splitlines()
    assert lines[0] == "a/items.yaml: 18 items in 3 categories, no problem."
    assert "b/items.yaml: 1 error, 0 warnings." in lines
    assert lines[-1] == "3 lists: 1 error, 1 warning."


def test_each_list_has_the_journal_beside_it(sulist: Sulist, three: tuple[str, ...]) -> None:
    """What is wrong in a journal is said of its file, and of the list that it belongs to."""
    first, *_others, last = three
    sulist.text("log", "1-1", "--status", "done", "--file", last, **NO_JOURNAL)
    journal = last.replace("items", "progress")
    with (sulist.folder / journal).open("a", encoding="utf-8") as stream:
        stream.write("what is this\n")
    answer = json.loads(sulist("check", first, last, "--format", "json", **NO_JOURNAL).stdout)
    assert [(one["file"], one["list"]) for one in answer["problems"]] == [
        (last, last),
        (journal, last),
    ]


def test_one_list_is_answered_as_ever(sulist: Sulist, three: tuple[str, ...]) -> None:
    """By its own shape, also where it is named twice; a problem names its list too."""
    answer = json.loads(sulist("check", three[1], three[1], "--format", "json").stdout)
    validate(answer, "check")
    assert answer["list"]["file"] == three[1]
    assert [one["list"] for one in answer["problems"]] == [three[1]]


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_cannot_be_read_hides_no_other(
    sulist: Sulist, three: tuple[str, ...], form: str
) -> None:
    """It is told on stderr, what is wrong in the others all the same, and the exit code is 3."""
    done = sulist("check", "none.yaml", *three, "--format", form, **NO_JOURNAL)
    assert done.returncode == 3
    assert "none.yaml does not exist" in done.stderr.decode()
    assert "total-as-printed" in done.stdout.decode()
    if form == "json":
        answer = json.loads(done.stdout)
        validate(answer, "check_of_several")
        assert [one["file"] for one in answer["left_out"]] == ["none.yaml"]
    if form == "table":
        assert done.stdout.decode().endswith("\n1 file cannot be read.\n")


@pytest.mark.parametrize(("which", "code"), [((0,), 0), ((2,), 1), ((0, 2), 1), ((1, 2), 1)])
def test_strict_counts_warnings(
    sulist: Sulist, three: tuple[str, ...], which: tuple[int, ...], code: int
) -> None:
    """Without it, only an error makes the exit code 1."""
    files = [three[one] for one in which]
    assert sulist("check", *files, "--strict", **NO_JOURNAL).returncode == code
    assert sulist("check", *files, **NO_JOURNAL).returncode == int(1 in which)


@pytest.mark.parametrize(
    ("words", "environment", "said"),
    [
        (("--repair",), {}, "--repair is about one list, and 3 are named"),
        (("--journal", "x.yaml"), {}, "--journal is about one list, and 3 are named"),
        ((), {"SULIST_JOURNAL": "x.yaml"}, "$SULIST_JOURNAL is about one list"),
        (("--file", "x.yaml"), {}, "Name the list once"),
        (("",), {}, "A FILE has an empty name"),
    ],
)
def test_what_is_about_one_list_is_not_asked_of_several(
    sulist: Sulist,
    three: tuple[str, ...],
    words: tuple[str, ...],
    environment: dict[str, str],
    said: str,
) -> None:
    """It is refused before anything is read or written."""
    assert said in sulist.refused("check", *three, *words, code=2, **environment)


def test_a_list_named_before_the_command_is_not_forgotten(
    sulist: Sulist, three: tuple[str, ...]
) -> None:
    """Beside FILE it is one too many, as behind the command."""
    said = sulist.refused("--file", three[1], "check", three[0], code=2)
    assert "Name the list once" in said


COMMAND = re.compile(r"^::(error|warning) file=([^,:]+)(?:,line=(\d+),col=(\d+))?::([^\r\n]+)$")
CODES = {"%0A": "\n", "%0D": "\r", "%3A": ":", "%2C": ",", "%25": "%"}


def decoded(text: str) -> str:
    """A text of a workflow command as GitHub reads it."""
    return re.sub("%(?:0A|0D|3A|2C|25)", lambda found: CODES[found.group()], text)


@pytest.mark.parametrize("name", ["items.yaml", "1:2,3%41%0A.yaml", "名 字::.yaml", "a\nb.yaml"])
def test_a_workflow_is_told_every_problem_in_its_place(
    sulist: Sulist, tmp_path: Path, name: str
) -> None:
    """A command a problem on a line of its own, whatever signs stand in names and texts."""
    odd = "宣传100%,真的。"
    text = GOOD.replace("宣传活动。", odd, 1).replace("total: 18", "total: 19")
    listed(tmp_path, name, text)
    done = sulist("check", name, "none.yaml", "--format", "github", **NO_JOURNAL)
    data = json.loads(sulist("check", name, "--format", "json", **NO_JOURNAL).stdout)
    found = [COMMAND.match(line) for line in done.stdout.decode().splitlines()]
    assert all(found)
    first, *others = [one.groups() for one in found if one]
    assert first[:4] == ("error", "none.yaml", None, None)
    assert "none.yaml does not exist" in first[4]
    assert [
        (level, decoded(file), int(line), int(column), decoded(said))
        for level, file, line, column, said in others
    ] == [
        (
            one["level"],
            one["file"],
            one["line"],
            one["column"],
            f"{one['message']} [{one['check']}]\n→ {one['remedy']}",
        )
        for one in data["problems"]
    ]
    assert len(others) == 2
    assert (done.returncode, done.stderr) == (3, b"")


def test_a_workflow_is_told_also_of_the_only_file(sulist: Sulist) -> None:
    """One that cannot be read is marked, and ends the step with 3."""
    done = sulist("check", "none.yaml", "--format", "github")
    assert done.stdout.decode().startswith("::error file=none.yaml::none.yaml does not exist")
    assert done.returncode == 3


def test_a_good_list_marks_nothing(sulist: Sulist, three: tuple[str, ...]) -> None:
    """A workflow without a problem is told nothing."""
    done = sulist("check", three[0], three[0], "--format", "github")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


MANY = GOOD.replace("total: 18", "total: 19") + "".join(f"key{n}: x\n" for n in range(203))


def test_a_screen_shows_200_problems_of_a_rule_and_counts_the_rest(
    sulist: Sulist, tmp_path: Path
) -> None:
    """Others are not hidden behind them; every other form, a file and --all hold all."""
    listed(tmp_path, "many.yaml", MANY)
    listed(tmp_path, "few.yaml", GOOD + "".join(f"key{n}: x\n" for n in range(200)))
    said = sulist("check", "many.yaml").stdout.decode()
    assert said.count("[unknown-key]\n") == 200
    assert "[total-as-printed]" in said
    assert "3 more problems [unknown-key] are not shown; --all shows them.\n" in said
    assert said.endswith("many.yaml: 204 errors, 0 warnings.\n")
    assert "--all" not in sulist("check", "few.yaml").stdout.decode()
    both = sulist("check", "many.yaml", "few.yaml", **NO_JOURNAL).stdout.decode()
    assert both.count("[unknown-key]\n") == 400
    for words in (
        ("--all",),
        ("--format", "json"),
        ("--format", "csv"),
        ("--format", "markdown"),
        ("--format", "github"),
    ):
        assert sulist("check", "many.yaml", *words).stdout.decode().count("unknown-key") == 203
    sulist("check", "many.yaml", "--output", "told.txt")
    assert (tmp_path / "told.txt").read_text(encoding="utf-8").count("[unknown-key]\n") == 203


def test_the_hook_of_pre_commit_checks_the_lists_of_a_commit(
    sulist: Sulist, three: tuple[str, ...]
) -> None:
    """By the names that it hands over; a journal is none."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["id"], hook["language"], hook["pass_filenames"]) == (
        "sulist-check",
        "python",
        True,
    )
    handed = [
        name
        for name in (*three, "items.yaml", "items.yaml~", "a/progress.yaml", "my-items.yaml")
        if re.search(hook["files"], name)
    ]
    assert handed == [*three, "items.yaml"]
    program, *words = shlex.split(hook["entry"])
    assert program == "sulist"
    assert sulist(*words, *three[::2], **NO_JOURNAL).returncode == 0
    assert sulist(*words, *three, **NO_JOURNAL).returncode == 1
