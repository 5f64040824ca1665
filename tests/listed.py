"""The text of a list of one category, for tests that are about its items."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sulist.listfile.worklist import examine_text

if TYPE_CHECKING:
    from sulist.listfile.worklist import WorkList


def listed(text: str, *, year: int = 2021, issued: str = "", title: str = "") -> str:
    """A list of 某区: each line ``- {id: 1-1, …}`` of the text is an item; its units and other names stand below them."""
    lines = text.strip().splitlines()
    items = [f"      {line}" for line in lines if line.startswith("- ")]
    head = f"""\
title: {title or f"某区{year}年重大事项清单"}
region: 某区
year: {year}
total: {len(items)}
{f"issued: {issued}" if issued else ""}
categories:
  - number: 一
    title: 建设
    count: {len(items)}
    items:"""
    return "\n".join([head, *items, *lines[len(items) :], ""])


@cache
def without_errors(text: str) -> WorkList:
    """The list that a text is, which has to be without errors."""
    worklist, problems = examine_text(text.encode(), "items.yaml")
    assert worklist is not None, problems
    assert [one for one in problems if one.level == "error"] == []
    return worklist
