"""What a note says of the day that it speaks of, and of what follows that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Sulist


@pytest.mark.parametrize("chinese", [False, True])
def test_a_note_on_another_day_says_which_and_that_more_follows(
    sulist: Sulist, chinese: bool
) -> None:
    """What is recorded, and what is refused, is said as of its day; what follows it is counted."""
    there = {"SULIST_AS_OF": "2021-12-22", "SULIST_LANG": "zh" if chinese else "en"}
    sulist.text("init", "mine")
    there["SULIST_FILE"] = "mine/items.yaml"

    def text(*words: str) -> str:
        return sulist.text(*words, **there)

    def refused(*words: str, code: int = 4) -> str:
        return sulist.refused(*words, code=code, **there)

    text("log", "2-7", "--status", "in-progress", "--on", "2021-12-10")
    text("close", "2-7", "--done-on", "2021-12-19", "--on", "2021-12-20")
    more = (
        "此后另有1条记录，最近一条为2021-12-20"
        if chinese
        else "1 record of a later day follows: 2021-12-20"
    )
    first = "截至2021-12-18（此后另有1条记录）：" if chinese else (
        "As of 2021-12-18, with 1 record of a later day to follow: "
    )  # fmt: skip
    assert first in refused("reopen", "2-7", "--reason", "x", "--on", "2021-12-18")
    assert first in refused("close", "2-7", "--on", "2021-12-18", code=2)
    said = text("log", "2-7", "--percent", "70", "--on", "2021-12-18")
    assert more in said
    assert "2021-12-18" in said
    assert "2021-12-22" in said
    withdrawn = refused("withdraw", "2-7", "--reason", "x", "--on", "2021-12-21")
    assert ("截至2021-12-21：" if chinese else "As of 2021-12-21: ") in withdrawn
    today = refused("withdraw", "2-7", "--reason", "x")
    assert "截至" not in today
    assert "As of" not in today
    assert more not in text("reopen", "2-7", "--reason", "x")
