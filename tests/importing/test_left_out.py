"""Whatever a rule of the import loses is told: no part of a document goes in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import imported, text

from sulist.importers import read_document
from sulist.importers.understand.left_out import left_out
from sulist.sandbox import Document

if TYPE_CHECKING:
    from pathlib import Path

PAPER = """滨河区2024年重点任务清单
一、市政
（一）修建道路，由区住建局牵头，区财政局配合，8月底前完成。
（二）植树。（区林业局、区水利局分别负责，9月底前）
"""


def told(tmp_path: Path, dropped: str) -> list[tuple[str, str]]:
    """The place of what is told, and its words, where the file lacks ``dropped``."""
    file = text(tmp_path / "a.txt", PAPER)
    made = imported(file)
    grid = read_document(Document(str(file), file.read_bytes()), lambda _done, _of: None)
    assert dropped in made.text
    found = left_out(grid, made.draft, made.text.replace(dropped, ""), [])
    return [(one.place, one.read) for one in found]


@pytest.mark.parametrize(("dropped", "line"), [("区水利局", 4), ("修建道路", 3), ("9月底前", 4)])
def test_what_is_nowhere_in_the_file_is_told_with_its_place(
    tmp_path: Path, dropped: str, line: int
) -> None:
    """A unit, a text, a date."""
    ((place, read),) = told(tmp_path, dropped)
    assert place == f"line {line}"
    assert dropped in read


def test_words_for_which_a_key_of_the_file_stands_are_not_lost(tmp_path: Path) -> None:
    """由…牵头, 分别负责, 完成 and the numbers of items: who leads is said by where he stands."""
    assert imported(text(tmp_path / "a.txt", PAPER)).draft.doubts == ()
