"""The sulist of before and this one on one journal: each reads what the other writes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import tarfile
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT, Sulist
from forms_made import filled, sent

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = "ebb1a68"  # the last commit whose journals know no more than report to correction
MISSING = f"this is no copy of the repository with its history: commit {BEFORE} is missing"
MINE = {"SULIST_FILE": "mine/items.yaml", "SULIST_AS_OF": "2021-07-02"}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source tree of the sulist of before."""
    if os.name == "nt" or not (ROOT / ".git").exists():
        pytest.skip(MISSING)
    command = ["git", "archive", BEFORE, "src", "data", "examples"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip(MISSING)
    folder = tmp_path_factory.mktemp("sulist-of-before")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as tree:
        tree.extractall(folder, filter="data")
    return folder


class Both:
    """Two versions of sulist in one folder, with a list that both work on."""

    def __init__(self, folder: Path, before: Path) -> None:
        self.now = Sulist(folder)
        self.process = Sulist(folder, alone=True)
        self.old = {"PYTHONPATH": str(before / "src")}
        self.journal = folder / "mine" / "progress.yaml"
        self.now.text("init", "mine")

    def say(self, words: tuple[str, ...], *, old: bool) -> bytes:
        """What one of them answers, on either stream; it has to answer."""
        done = self.process(*words, **MINE, **self.old) if old else self.now(*words, **MINE)
        assert done.returncode == 0, done.stderr.decode()
        said = done.stdout + done.stderr
        if old:  # how a unit is touched has other names since
            for was, now in (("\n覆盖：", "\n涉及："), ("\n可能：", "\n可能涉及：")):
                said = said.replace(was.encode(), now.encode())
        return said

    def keys(self) -> set[str]:
        """Every key of every record."""
        lines = self.journal.read_text(encoding="utf-8").splitlines()[1:]
        return {key for line in lines for key in json.loads(line[2:])}


@pytest.fixture
def both(tmp_path: Path, before: Path) -> Both:
    """Both versions on one list."""
    return Both(tmp_path, before)


def test_the_version_of_before_is_another(both: Both) -> None:
    """It is not this source tree under another name."""
    code = "import sulist; print(sulist.__file__)"
    files = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | more,
            capture_output=True,
            check=True,
        ).stdout
        for more in ({}, both.old)
    }
    assert len(files) == 2


WRITTEN = [
    ("log", "2-7", "--status", "in-progress", "--percent", "40", "--done", "选址。", "--evidence", "纪要"),
    ("log", "2-7", "--unit", "区项目办", "--problem", "用地。"),
    ("log", "1-3", "--status", "done", "--on", "2021-06-10"),
    ("close", "1-3"),
    ("reopen", "1-3", "--reason", "材料不全"),
    ("extend", "1-1", "--to", "2021-10-31", "--reason", "会议决定"),
    ("withdraw", "2-10", "--reason", "上级调整"),
    ("log", "1-2", "--status", "not-started"),
    ("undo", "1-2"),
]  # fmt: skip
ASKED = [
    *(
        ("check",),
        ("ledger",),
        ("owing", "--month", "2021-06"),
        ("show", "1-3"),
    ),
]
IN_A_TABLE = [("due", "--before", "2021-12-31"), ("due", "--overdue"), ("list",)]


@pytest.mark.parametrize("first_is_old", [True, False])
def test_each_goes_on_where_the_other_stopped(both: Both, first_is_old: bool) -> None:
    """Every command that writes, in turn by one and by the other; every answer is the same from both."""
    for at, words in enumerate(WRITTEN):
        both.say(words, old=(at % 2 == 0) == first_is_old)
    for words in ASKED:
        assert both.say(words, old=True) == both.say(words, old=False)
    assert_tables_agree(both)
    report = ("report", "--since", "2021-05-31", "--format", "json")
    old, new = (json.loads(both.say(report, old=old)) for old in (True, False))
    # The sulist of before counts 1-1, which was extended, in the month of its first date.
    assert [one.pop("due") for one in old["categories"]] != [
        one.pop("due") for one in new["categories"]
    ]
    assert (new["progress"]["led_by_several"], new["progress"]["added"]) == (0, [])
    assert old == as_before(new, old)
    old, new = (
        said_of(both.say(("history", "--format", "json"), old=old)) for old in (True, False)
    )
    assert len(new) == len(WRITTEN)
    assert old == [{key: one[key] for key in old[0]} for one in new]


def as_before(new: Any, old: Any) -> Any:
    """An answer without the keys that the one of before has not: further ones may come."""
    if isinstance(new, dict) and isinstance(old, dict):
        return {key: as_before(new[key], old[key]) for key in old}
    if isinstance(new, list) and isinstance(old, list) and len(new) == len(old):
        return [as_before(one, other) for one, other in zip(new, old, strict=True)]
    return new


def assert_tables_agree(both: Both) -> None:
    """What is in a column of the old one is in the new one's; that has more."""
    for words in IN_A_TABLE:
        asked = (*words, "--format", "csv")
        rows, more = (rows_of(both.say(asked, old=old)) for old in (True, False))
        assert rows == [{key: one[key] for key in (rows or [{}])[0]} for one in more]


def rows_of(answer: bytes) -> list[dict[str, str]]:
    """The items of a table for spreadsheets; what is told beside it stands below."""
    rows = csv.DictReader(io.StringIO(answer.decode("utf-8-sig"), newline=""))
    return [row for row in rows if re.match("[一二三]-", row["编号"])]


def said_of(answer: bytes) -> list[dict[str, Any]]:
    """The records of a history."""
    records: list[dict[str, Any]] = json.loads(answer)["records"]
    return records


def test_a_form_in_which_nobody_is_named_makes_records_of_before(
    both: Both, tmp_path: Path
) -> None:
    """The journal gets no new key; a form of today is refused by the old sulist as one of another kind."""
    filled(sent(tmp_path / "back.xlsx", "区财政局"), {"1-5": {"status": "推进中"}})
    both.say(("collect", "back.xlsx", "--yes"), old=False)
    assert both.keys() == {
        *("on", "item", "kind", "unit", "role", "status", "period", "written", "seq", "id")
    }
    done = both.process("collect", "back.xlsx", "--yes", **MINE, **both.old)
    assert done.returncode == 3
    assert b"is a form of kind 2; this sulist reads kind 1" in done.stdout + done.stderr
    assert both.say(("check",), old=True) == both.say(("check",), old=False)


def test_what_was_replaced_is_replaced_for_both(both: Both, tmp_path: Path) -> None:
    """A form that came again, and what was typed in another's place: no key is new, and every answer is the same."""
    for percent in (0.4, 0.6):
        rows = {"1-5": {"status": "推进中", "percent": percent}}
        filled(sent(tmp_path / "back.xlsx", "区财政局"), rows)
        both.say(("collect", "back.xlsx", "--yes"), old=False)
    both.say(("log", "2-7", "--percent", "10", "--problem", "x"), old=True)
    both.say(("log", "2-7", "--percent", "20", "--replace"), old=False)
    for words in ASKED:
        assert both.say(words, old=True) == both.say(words, old=False)
    assert_tables_agree(both)
    old, new = (
        said_of(both.say(("history", "--format", "json"), old=old)) for old in (True, False)
    )
    assert [one["counts"] for one in old] == [one["counts"] for one in new]
    assert sum(one["counts"] for one in new if one["kind"] == "report") == 2


def test_a_form_that_the_old_one_sent_is_taken(both: Both, tmp_path: Path) -> None:
    """With its headings a row higher, and no cells for people."""
    send = ("dispatch", "--month", "2021-06", "--directory", "out", "--unit", "财政局")
    both.say((*send, "--as-of", "2021-06-10"), old=True)
    file = next((tmp_path / "out").iterdir())
    from openpyxl import load_workbook

    book = load_workbook(file)
    book.worksheets[0]["G5"].value = "推进中"
    book.save(file)
    said = both.say(("collect", str(file), "--yes"), old=False).decode()
    assert "Recorded 1 report" in said
    assert "not read" not in said
