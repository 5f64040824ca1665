"""A report on a part of the list says so, with and without progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Sulist

SAID = "{n} of 18 items; the others were not asked for and are not counted here."


@pytest.mark.parametrize("words", [(), ("--light", "yellow")])
def test_a_part_is_told_as_one(sulist: Sulist, words: tuple[str, ...]) -> None:
    """Its items are counted, and how many there are in all."""
    said = sulist.text("report", "--category", "二", "--as-of", "2021-12-20", *words)
    assert SAID.format(n=11) in said
    assert "not asked for" not in sulist.text("report", "--as-of", "2021-12-20")
