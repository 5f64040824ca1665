"""``sulist export``: which file it writes, and what it refuses."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from conftest import ITEMS, ROOT, Terminal
from papers import PAPERS, made, paragraphs, tables

from sulist.base.errors import FileError
from sulist.write import documents
from sulist.write.documents import KINDS, Kind, ready

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

JOURNAL = str(ROOT / "examples" / "2021" / "progress.yaml")


@pytest.mark.parametrize("kind", PAPERS)
def test_a_file_is_what_the_library_makes(
    sulist: Sulist, process: Sulist, kind: str, tmp_path: Path
) -> None:
    """In another process, another language and another time zone: the same bytes."""
    for name, ask, environment in (
        ("a", sulist, {"SULIST_LANG": "en", "TZ": "UTC"}),
        ("b", process, {"SULIST_LANG": "zh_CN", "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "7"}),
    ):
        words = (kind, "--output", name, "--as-of", "2021-06-01", "--journal", JOURNAL)
        said = ask.text("export", *words, **environment)
        assert said.rstrip().endswith(f"{name}.docx")
    data = (tmp_path / "a.docx").read_bytes()
    assert data == (tmp_path / "b.docx").read_bytes() == made(kind, "06-01")


def test_filters_status_and_known_by_hold(sulist: Sulist, tmp_path: Path) -> None:
    """As in every other question."""
    words = ("--journal", JOURNAL, "--as-of", "2021-09-30", "--status", "办结", "-o", "a")
    sulist.text("export", "list", *words)
    assert [row[0] for row in tables((tmp_path / "a.docx").read_bytes())[0][2:]] == ["3"]
    sulist.text("export", "list", *words, "--known-by", "2021-05-31", "--overwrite")
    assert tables((tmp_path / "a.docx").read_bytes())[0][1:] == []


def test_a_report_since_the_last_meeting(sulist: Sulist, tmp_path: Path) -> None:
    """``--since`` takes every date that the others take."""
    words = ("--journal", JOURNAL, "--as-of", "2021-09-30", "--since", "8月底", "-o", "a.docx")
    sulist.text("export", "report", *words)
    assert "二、8月31日以来的变化" in paragraphs((tmp_path / "a.docx").read_bytes())


def test_changes_since_a_day_are_told_without_a_journal_too(sulist: Sulist, tmp_path: Path) -> None:
    """Nobody has reported then, and nothing has changed: an option is never passed over."""
    sulist.text("export", "report", "--since", "5月1日", "-o", "a.docx", "--as-of", "2021-05-02")
    said = paragraphs((tmp_path / "a.docx").read_bytes())
    assert said[said.index("二、5月1日以来的变化") + 1] == "没有变化。"


def test_a_file_for_each_unit(sulist: Sulist, tmp_path: Path) -> None:
    """In a folder that is made where it is not there; what was written is told."""
    words = ("--journal", JOURNAL, "--as-of", "2021-06-01", "--directory", "letters")
    said = sulist.text("export", "letters", *words, "--signed", "区经发局", "--reply-by", "+3d")
    names = sorted(one.name for one in (tmp_path / "letters").iterdir())
    assert names == ["催办单-区党群部-2021-06-01.docx", "催办单-区经发局-2021-06-01.docx"]
    assert said == "".join(f"Written: {os.path.join('letters', name)}\n" for name in names)
    text = paragraphs((tmp_path / "letters" / names[0]).read_bytes())
    assert text[4].startswith("请于2021年6月4日前")
    assert text[5:7] == ["区经发局", "2021年6月1日"]


def test_nobody_to_urge_writes_nothing_in_a_folder(sulist: Sulist, tmp_path: Path) -> None:
    """And says so."""
    words = ("--journal", JOURNAL, "--as-of", "2021-10-28", "--directory", "letters")
    assert sulist.text("export", "letters", *words) == (
        "No unit has to be urged: nothing is written.\n"
    )
    assert not (tmp_path / "letters").exists()


REFUSED = {
    "no file": (["list"], "Where should it go? Name a file: --output list.docx"),
    "another kind's ending": (
        ["list", "-o", "a.xlsx"],
        "list is written as .docx, and a.xlsx ends otherwise.",
    ),
    "both": (
        ["letters", "-o", "a", "--directory", "b"],
        "--directory or --output: say one of them.",
    ),
    "another kind's option": (
        ["list", "-o", "a", "--since", "8月底"],
        "--since is for report, not for list.",
    ),
    "a folder for one file": (
        ["report", "--directory", "a"],
        "--directory is for letters, not for report.",
    ),
    "an answer before the question": (
        ["letters", "-o", "a", "--reply-by", "2021-05-01"],
        "--reply-by 2021-05-01 is before the day asked about, 2021-06-01.",
    ),
    "a day that is none": (["letters", "-o", "a", "--reply-by", "soon"], "soon"),
    "no such unit": (["list", "-o", "a", "--unit", "区气象局"], "区气象局"),
    "no such kind": (["lists", "-o", "a"], "lists"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_meant_is_refused(sulist: Sulist, what: str, tmp_path: Path) -> None:
    """With the reason, and nothing is written."""
    words, said = REFUSED[what]
    assert said in sulist.refused("export", *words, code=2)
    assert list(tmp_path.iterdir()) == []


def test_an_ending_is_added_and_a_point_in_a_name_is_none(sulist: Sulist, tmp_path: Path) -> None:
    """2021.6 is a name."""
    sulist.text("export", "list", "--output", "清单2021.6")
    sulist.text("export", "list", "--output", "B.DOCX")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["B.DOCX", "清单2021.6.docx"]


def test_a_pipe_gets_the_document_alone(sulist: Sulist) -> None:
    """And no word beside it."""
    done = sulist("export", "list", "--output", "-", "--as-of", "2021-09-30")
    assert done.returncode == 0
    assert done.stdout == made("list")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_a_terminal_gets_a_refusal(tmp_path: Path) -> None:
    """A document is no text."""
    assert Terminal(tmp_path).type("sulist export list -o - --as-of 2021-06-01") == (
        "Error: A document is not for a terminal. Name a file, or send it into a pipe.\n"
    )


def test_a_file_is_replaced_whole_and_keeps_its_mode(sulist: Sulist, tmp_path: Path) -> None:
    """Where that is said: people correct documents by hand. Or it stays where the writing fails."""
    file = tmp_path / "a.docx"
    file.write_bytes(b"before")
    file.chmod(0o640)
    assert "say --overwrite" in sulist.refused("export", "list", "-o", "a.docx", code=3)
    assert "say --overwrite" in sulist.refused("export", "list", "-o", "a", code=3)
    assert file.read_bytes() == b"before"
    sulist.text("export", "list", "-o", "a.docx", "--overwrite")
    assert file.stat().st_mode & 0o777 == 0o640
    assert file.read_bytes() == made("list", "06-01")
    said = sulist.refused("export", "list", "-o", "missing/a.docx", code=3)
    assert "missing/a.docx cannot be written" in said
    (tmp_path / "taken").write_bytes(b"a file")
    words = ("letters", "--directory", "taken", "--journal", JOURNAL)
    assert "The folder taken cannot be made" in sulist.refused("export", *words, code=3)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_a_long_work_shows_how_far_it_is(tmp_path: Path) -> None:
    """On a terminal only; the file is the same."""
    long = tmp_path / "long.yaml"
    items = "".join(
        f"      - id: 1-{n}\n        text: 修路{n}。\n        lead: 甲局\n"
        "        responsible: 甲局\n        deadline: 12月底前\n"
        for n in range(1, 601)
    )
    long.write_text(
        "title: 某区2021年清单\nregion: 某区\nyear: 2021\ntotal: 600\ncategories:\n"
        f"  - number: 一\n    title: 重点\n    count: 600\n    items:\n{items}",
        encoding="utf-8",
    )
    terminal = Terminal(tmp_path)
    words = "sulist export {} --file long.yaml --as-of 2021-06-01 -o {}"
    for kind in PAPERS:
        assert "100%" in terminal.type(words.format(kind, kind))
        assert terminal.type(words.format(kind, "again --overwrite") + " 2> /dev/null") == (
            "Written: again.docx\n"
        )
        made_once, made_again = (
            (tmp_path / f"{name}.docx").read_bytes() for name in (kind, "again")
        )
        assert made_once == made_again


def test_every_kind_has_its_module_its_ending_and_its_meaning() -> None:
    """So that the help tells what each is."""
    for one in KINDS.values():
        assert one.suffix.startswith(".")
        assert one.meaning


def test_a_missing_package_is_answered_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """The exact one."""
    monkeypatch.setitem(documents.KINDS, "list", Kind("nowhere", "", ".docx", "no_such_package"))
    with pytest.raises(FileError) as refused:
        ready("list")
    assert str(refused.value) == (
        "Writing .docx needs packages that are not installed here."
        f' Install them: {sys.executable} -m pip install "sulist[documents]"'
    )


def test_the_packaged_list_is_named(sulist: Sulist) -> None:
    """Whoever exports by default is told what was exported."""
    done = sulist("export", "list", "-o", "a", SULIST_FILE="")
    assert "packaged list" in done.stderr.decode()
    assert ITEMS.is_file()
