"""The child that documents are read in: what it is told, what it tells, and how it ends a job."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import warnings
from datetime import date, datetime, time
from io import BytesIO
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulist.base.errors import FileError
from sulist.base.problem import Place
from sulist.forms.cells import FormCell
from sulist.importers.drafts import Doubt, DraftItem
from sulist.sandbox import Document, child, parent, quiet
from sulist.sandbox.packing import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


def _plain(moment: Any) -> Any:
    """A moment as a document has it: in no hour that comes twice."""
    return moment.replace(fold=0)


PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
DAYS = st.dates() | st.datetimes().map(_plain) | st.times().map(_plain)

VALUES = st.recursive(
    PLAIN | DAYS,
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(st.text(), inner)
        | st.builds(FormCell, inner, st.text(), st.text(), st.booleans())
        | st.builds(Place, st.text(), st.integers(), st.integers())
    ),
    max_leaves=10,
)


@given(VALUES)
def test_a_value_comes_back_as_it_was(value: Any) -> None:
    """Of the same types, through JSON."""
    back = unpacked(json.loads(json.dumps(packed(value))))
    assert back == value
    assert repr(back) == repr(value)


def test_one_object_comes_back_as_one() -> None:
    """A doubt is about the very item that stands in the list."""
    item, other = DraftItem("row 1"), DraftItem("row 2")
    item.notes.append("a note")
    doubts = [Doubt("", item, "a", "b"), Doubt("", other, "c", "d")]
    (first, second), (one, two) = unpacked(json.loads(json.dumps(packed([[item, other], doubts]))))
    assert (one.item, two.item) == (first, second)
    assert (first.place, first.notes, second.place) == ("row 1", ["a note"], "row 2")


@pytest.mark.parametrize("value", [{1, 2}, object(), SimpleNamespace(), b"bytes", 1j])
def test_what_is_no_data_is_not_told(value: object) -> None:
    """Only named classes are, and plain values."""
    with pytest.raises(TypeError):
        packed(value)


@pytest.mark.parametrize(
    "name", ["os.system", "reading._Finder.x", "reading.date", "problem.RULES"]
)
def test_nothing_but_data_is_made_of_what_is_told(name: str) -> None:
    """A child that a document has taken over cannot choose what the parent calls."""
    with pytest.raises(ValueError, match="is not to be told"):
        unpacked([name, "x"])


def served(monkeypatch: pytest.MonkeyPatch, job: Callable[..., object], *data: bytes) -> list[Any]:
    """What a child tells of a job, and what is then left of what it was sent."""
    import sys

    monkeypatch.setitem(sys.modules, "made", SimpleNamespace(job=job))
    monkeypatch.setitem(child.JOBS, "made", ("made", "job"))
    asked = BytesIO(b"".join(data) + b"next")
    told: list[Any] = []
    documents = [[f"{at}.txt", len(one)] for at, one in enumerate(data)]
    request = {
        "job": "made",
        "language": "zh_CN",
        "seconds": 60,
        "documents": documents,
        "told": [7],
    }
    child.serve(request, asked, lambda *words: told.append(words))
    return [*told, asked.read()]


def test_a_job_gets_documents_and_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is read from the pipe when it is its turn."""

    def job(documents: Iterable[Document], number: int, told: list[int], watch: Any) -> object:
        seen = []
        for one in documents:
            watch.begins(one.name)
            watch.progress(1, number)
            seen.append(one)
        watch.ends()
        return [*seen, told[0]] == [Document("0.txt", b"ab"), Document("1.txt", b"c"), 7]

    assert served(monkeypatch, job, b"ab", b"c") == [
        ("begins", "0.txt"), ("done", 1, 2), ("begins", "1.txt"), ("done", 1, 2), ("ends",),
        ("answer", True), b"next",
    ]  # fmt: skip


def raising(error: Exception, cause: BaseException | None = None) -> Callable[..., object]:
    """A job that fails before it has looked at a document."""

    def job(*_asked: object) -> object:
        raise error from cause

    return job


@pytest.mark.parametrize(
    ("error", "cause", "ended"),
    [
        (FileError("it is no list"), None, ("refused", "it is no list")),
        (FileError("it is damaged"), ValueError("x"), ("refused", "it is damaged")),
        (FileError("it is damaged"), MemoryError(), ("memory", "")),
        (MemoryError(), None, ("memory", "")),
        (ValueError(OSError(), MemoryError()), None, ("memory", "")),
        (ValueError("Memory allocation failed, line 1"), None, ("memory", "")),
    ],
)
def test_a_job_that_fails_says_why(
    error: Exception,
    cause: BaseException | None,
    ended: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Memory that ran out is told as that, however it was wrapped; what was not read is passed over."""
    assert served(monkeypatch, raising(error, cause), b"ab") == [ended, b"next"]


def test_a_fault_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """For whoever mends it; an answer that is no data is one too."""
    for job in (raising(KeyError("a")), lambda *_asked: object()):
        (word, said), rest = served(monkeypatch, job)
        assert (word, rest) == ("fault", b"next")
        assert "Traceback" in said


def test_what_a_package_says_is_not_shown(
    caplog: pytest.LogCaptureFixture, recwarn: pytest.WarningsRecorder
) -> None:
    """While a document is read, and only then."""
    with quiet():
        warnings.warn("a warning", UserWarning, stacklevel=1)
        logging.getLogger("pdfminer").error("an error")
    assert (caplog.records, list(recwarn)) == ([], [])
    logging.getLogger("pdfminer").error("another")
    assert len(caplog.records) == 1


def test_days_keep_their_kind() -> None:
    """A day with an hour is none without."""
    days = [date(2021, 6, 1), datetime(2021, 6, 1, 8, 30), time(8, 30)]
    assert [type(one) for one in unpacked(packed(days))] == [date, datetime, time]


_FILLS = """
import os, sys
from sulist.sandbox import MEMORY, child
child._bound(MEMORY, int(sys.argv[1]))
with open(sys.argv[2], "wb", buffering=0) as stream:
    for _megabyte in range(100):
        stream.write(bytes(2**20))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no file")
def test_a_reader_fills_no_disk(tmp_path: Path) -> None:
    """No reader writes files; one that did would be stopped long before a disk is full."""
    theirs, ours = os.pipe()
    file = tmp_path / "filled"
    done = subprocess.run(
        [sys.executable, "-c", _FILLS, str(theirs), str(file)],
        pass_fds=(theirs,),
        stderr=subprocess.DEVNULL,
        check=False,
        timeout=60,
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode != 0
    assert file.stat().st_size <= 16 * 2**20


def test_a_frozen_program_reads_documents_in_another_run_of_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """There is no Python that it could start."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert parent.child_command() == [sys.executable, parent.READ_DOCUMENTS]
