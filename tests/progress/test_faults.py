"""What the journal stands, at a small size; ``tools/faults.py`` does it at full size."""

from __future__ import annotations

import os
import sys
from datetime import datetime, timedelta
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from journals import day, record, text_of, the_list

from sulist.base.errors import FileError, UsageError
from sulist.journal import appending
from sulist.journal.journal import Journal, read_bytes
from sulist.journal.locking import lock
from sulist.journal.record import Record, as_line
from sulist.standing.entering import entered

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the faults are made by means of Unix")


@pytest.fixture(scope="module")
def faults() -> Any:
    """The tool that makes faults."""
    spec = spec_from_file_location("faults", ROOT / "tools" / "faults.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["faults"] = module
    spec.loader.exec_module(module)
    return module


def test_many_writers_at_once_lose_nothing(faults: Any, tmp_path: Path) -> None:
    """Every acknowledged record is there, none torn, none twice."""
    assert faults.many_writers(tmp_path, 4, 10) == (40, 40, 0, 0, 0)


def test_a_sudden_end_loses_nothing_that_was_acknowledged(faults: Any, tmp_path: Path) -> None:
    """Killed at random moments, the file stays readable."""
    found = faults.sudden_ends(tmp_path, 8)
    assert (found.missing, found.broken, found.repeated) == (0, 0, 0)
    assert found.there >= found.acknowledged >= 8


def test_git_merges_two_branches_without_loss(faults: Any, tmp_path: Path) -> None:
    """By the line that init writes; in either order the state is the same."""
    found, same = faults.union_merge(tmp_path, 4)
    assert (found, same) == ((11, 11, 0, 0, 0), True)


@pytest.mark.parametrize("room", [0, 1, 30, 300])
def test_a_full_disk_leaves_the_file_as_it_was(faults: Any, tmp_path: Path, room: int) -> None:
    """However much of the record went in before: exit code 3, and a message."""
    journal = faults.desk(tmp_path)
    journal.write_text(text_of([record("06-01", "in-progress", 1, item="2-8")]), encoding="utf-8")
    before = journal.read_bytes()
    code, said = faults.refused(tmp_path, limit=len(before) + room)
    assert (code, "Nothing was recorded" in said, journal.read_bytes()) == (3, True, before)


def test_a_full_disk_makes_no_empty_journal(faults: Any, tmp_path: Path) -> None:
    """There was none before."""
    journal = faults.desk(tmp_path)
    assert faults.refused(tmp_path, limit=0)[0] == 3
    assert not journal.exists()


def test_without_permission_the_file_stays(faults: Any, tmp_path: Path) -> None:
    """Exit code 3, and a message."""
    journal = faults.desk(tmp_path)
    journal.write_text(text_of([]), encoding="utf-8")
    journal.chmod(0o444)
    user = faults.NOBODY if os.geteuid() == 0 else None
    if user:
        for folder in (tmp_path, *tmp_path.parents[:2]):
            folder.chmod(0o755)
    code, said = faults.refused(tmp_path, user=user)
    assert (code, journal.read_text(encoding="utf-8")) == (3, text_of([])), said
    assert "Nothing was recorded" in said


def test_a_lock_that_is_never_given_back_is_told(tmp_path: Path) -> None:
    """Nobody waits for ever."""
    file = str(tmp_path / "progress.yaml")
    with appending.writing(file):
        other = os.open(file, os.O_RDWR)
        with pytest.raises(FileError, match="Another program"):
            lock(other, file, patience=0.05)
        os.close(other)


def test_a_file_that_was_replaced_meanwhile_is_opened_anew(tmp_path: Path) -> None:
    """Git and editors put a new file in its place: nothing is written to the old one."""
    file = tmp_path / "progress.yaml"
    file.write_text(text_of([]), encoding="utf-8")
    with appending.writing(str(file)) as writer:
        old = os.open(file, os.O_RDWR)
        (tmp_path / "new").write_text(text_of([]) + "# neu\n", encoding="utf-8")
        os.replace(tmp_path / "new", file)
        assert not appending._is_the_named(old, str(file))
        os.close(old)
        assert writer.data == text_of([]).encode()
    with appending.writing(str(file)) as writer:
        assert writer.data.endswith(b"# neu\n")


@pytest.mark.parametrize("cut", [1, 2, 3, 20, 60])
def test_what_a_crash_cut_off_is_set_aside_byte_for_byte(tmp_path: Path, cut: int) -> None:
    """The line becomes a comment of the same length; every other byte stays."""
    whole = text_of([record("06-01", "in-progress", 1)])
    torn = as_line(record("06-02", "done", 2)).encode()[:cut]
    file = tmp_path / "progress.yaml"
    file.write_bytes(whole.encode() + torn)
    with appending.writing(str(file)) as writer:
        journal = read_bytes(writer.data, "p", the_list())
        appending.set_aside(writer, journal.cut_off)
    after = file.read_bytes()
    assert after == whole.encode() + b"#" + torn[1:] + b"\n"
    assert read_bytes(after, "p", the_list()).problems == ()


def test_half_a_character_and_zeros_are_set_aside_as_readable_text(tmp_path: Path) -> None:
    """So that the file is UTF-8 again."""
    file = tmp_path / "progress.yaml"
    file.write_bytes(text_of([]).encode() + '- {"on": "区'.encode()[:-1] + b"\0\0")
    with appending.writing(str(file)) as writer:
        journal = read_bytes(writer.data, "p", the_list())
        assert appending.set_aside(writer, journal.cut_off) == ['# {"on": "????']
    assert file.read_text(encoding="utf-8").endswith("????\n")


def enter(journal: Journal, now: str, *drafts: Record) -> list[Record]:
    """What is written at a moment."""
    ids = iter(f"n{number}" for number in range(100))
    moment = datetime.fromisoformat(f"{now}:00+08:00")
    return entered(the_list(), journal, list(drafts), moment, lambda: next(ids))


def test_a_clock_that_runs_a_little_behind_never_writes_before_what_is_there() -> None:
    """Two computers differ by an hour: the order of writing holds, and known-by too."""
    journal = Journal("p", (record("06-01", "in-progress", 1),))
    (found,) = enter(
        journal, "2021-06-01T11:00", Record(day("06-01"), "1-1", "closing", done_on=day("06-01"))
    )
    assert (found.written, found.seq) == ("2021-06-01T12:00:00+08:00", 2)
    assert found.by_writing > journal.records[0].by_writing


def test_a_clock_set_back_by_days_is_told() -> None:
    """With the place of the record that is newer; nothing is recorded."""
    journal = Journal("progress.yaml", (record("06-01", "in-progress", 1)._replace(line=7),))
    draft = Record(day("05-01"), "1-1", "report", unit="区党群部", done="x", period="2021-05")
    with pytest.raises(FileError, match=r"clock says 2021-05-01.*progress\.yaml:7"):
        enter(journal, "2021-05-01T09:00", draft)


def test_a_report_never_speaks_of_a_day_that_has_not_come() -> None:
    """By the clock of the writer."""
    draft = Record(day("06-02"), "1-1", "report", unit="区党群部", done="x", period="2021-06")
    with pytest.raises(UsageError, match="has not come yet"):
        enter(Journal("p"), "2021-06-01T09:00", draft)
    assert enter(Journal("p"), "2021-06-02T00:01", draft)


def test_an_id_is_never_given_twice() -> None:
    """Also where chance would have it so."""
    ids = iter(["r001", "r001", "new"])
    journal = Journal("p", (record("06-01", "in-progress", 1),))
    draft = Record(day("06-02"), "1-1", "report", unit="区党群部", done="x", period="2021-06")
    now = datetime.fromisoformat("2021-06-02T12:00:00+08:00") + timedelta(0)
    assert entered(the_list(), journal, [draft], now, lambda: next(ids))[0].id == "new"
