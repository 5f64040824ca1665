"""Copies of the journal beside it, as programs make them that keep folders alike: noticed, never read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from journals import record, text_of, the_list

from sulist.journal.copies import copies
from sulist.journal.copies import problems as problems_of
from sulist.journal.journal import read

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

MINE = {"SULIST_FILE": "mine/items.yaml", "SULIST_AS_OF": "2021-06-10"}
NAMES = [
    "progress-PC.yaml",
    "progress (1).yaml",
    "progress - 副本.yaml",
    "副本 progress.yaml",
    "progress.yaml.orig",
    "progress.yaml~",
    "progress-冲突-20210628.yaml",
    "progress_冲突文件_张三_20210628.yaml",
    "progress.sync-conflict-20210628-094700-ABCDEFG.yaml",
    "progress (张三's conflicted copy 2021-06-28).yaml",
    "Progress(自动恢复).YAML",
    "progress_LOCAL_1234.yaml",
]
OURS = [record("06-01", "in-progress", 1)]
THEIRS = [*OURS, record("06-02", "report", 2, done="另一台电脑上记的。")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A journal in a folder."""
    (tmp_path / "progress.yaml").write_text(text_of(OURS), encoding="utf-8")
    return tmp_path


def noticed(folder: Path) -> list[str]:
    """The copies that are found."""
    found = copies(str(folder / "progress.yaml"), the_list())
    return [os.path.basename(one.file) for one in found]


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_noticed_by_its_name_and_what_it_holds(folder: Path, name: str) -> None:
    """Whatever stands before, within or behind the name; how many records are only there, and how to merge."""
    (folder / name).write_text(text_of(THEIRS), encoding="utf-8")
    journal = read(str(folder / "progress.yaml"), the_list())
    (problem,) = problems_of(journal, the_list())
    assert problem.place.file == str(folder / name)
    assert (problem.check, problem.level) == ("journal-copy", "warning")
    assert "1 record that is not in it" in problem.message
    assert "Put the lines of both into" in problem.remedy
    assert len(journal.records) == 1


def test_what_is_no_copy_is_left_alone(folder: Path) -> None:
    """Another list's journal, what holds no record, a folder, a pipe, the journal under a second name."""
    text = text_of(THEIRS)
    (folder / "progress-2022.yaml").write_text(text.replace("2021}", "2022}"), encoding="utf-8")
    (folder / "progress.txt").write_text("进展情况说明\n", encoding="utf-8")
    (folder / "progress.docx").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    (folder / "progress-leer.yaml").write_bytes(b"")
    (folder / "notes.yaml").write_text(text, encoding="utf-8")
    (folder / "progress-old").mkdir()
    if os.name != "nt":
        os.mkfifo(folder / "progress-pipe.yaml")
        (folder / "progress-link.yaml").symlink_to(folder / "progress.yaml")
        os.link(folder / "progress.yaml", folder / "progress-hard.yaml")
        (folder / "progress-gone.yaml").symlink_to(folder / "nowhere")
    assert noticed(folder) == []


def test_a_copy_without_the_first_line_is_one(folder: Path) -> None:
    """Records of this list are enough, with marks of a merge between them too."""
    lines = text_of(THEIRS).splitlines()[1:]
    (folder / "progress.yaml.orig").write_text(
        "\n".join(["<<<<<<< HEAD", *lines, ">>>>>>>"]), encoding="utf-8"
    )
    assert noticed(folder) == ["progress.yaml.orig"]


def test_what_is_merged_by_hand_counts_once(folder: Path) -> None:
    """As the remedy says: the lines of both, in any order; then nothing more is in the copy."""
    copy = folder / "progress-PC.yaml"
    copy.write_text(text_of(THEIRS), encoding="utf-8")
    file = folder / "progress.yaml"
    file.write_bytes(copy.read_bytes() + file.read_bytes())
    journal = read(str(file), the_list())
    assert (len(journal.records), journal.problems) == (2, ())
    (problem,) = problems_of(journal, the_list())
    assert "nothing that is not in it" in problem.message
    copy.unlink()
    assert problems_of(journal, the_list()) == []


def test_a_copy_without_a_journal_is_told(sulist: Sulist, tmp_path: Path) -> None:
    """As where a program renamed it: else every answer would say that nothing was reported."""
    sulist.text("init", "mine")
    assert "no problem" in sulist.text("check", **MINE)
    (tmp_path / "mine" / "progress-PC.yaml").write_text(text_of(THEIRS), encoding="utf-8")
    assert "with 2 records that are not in it" in sulist.text("check", **MINE)


def test_check_and_what_writes_tell_it(sulist: Sulist, tmp_path: Path) -> None:
    """A plain question does not look for one."""
    sulist.text("init", "mine")
    (tmp_path / "mine" / "progress-PC.yaml").write_text(text_of(THEIRS), encoding="utf-8")
    done = sulist("log", "1-1", "--percent", "5", **MINE)
    assert (done.returncode, "progress-PC.yaml is a copy" in done.stderr.decode()) == (0, True)
    assert "progress-PC.yaml:1:1: warning" in sulist.text("check", **MINE)
    assert sulist("due", **MINE).stderr == b""
