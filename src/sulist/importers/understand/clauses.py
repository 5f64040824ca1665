"""Clauses of a sentence: which only say when, and where a mark of a row is as good as a comma."""

from __future__ import annotations

import re
from functools import cache

from sulist.deadline import find
from sulist.importers import cell_text

# 区发改局牵头、区住建局配合
_LIKE_A_COMMA = re.compile(
    "(?<=牵头|主办|负责|落实|配合|协办|参与)、(?!牵头|主办|负责|落实|配合|组织|协调|推进)"
)


def with_commas(text: str) -> str:
    """``text`` with a comma between two duties: 区发改局牵头、区住建局配合."""
    return _LIKE_A_COMMA.sub("，", text)


@cache
def is_time(clause: str) -> bool:
    """Whether a clause says when, and nothing that is a unit."""
    return bool(find(clause, year=2000)) or (
        cell_text.units_in(clause) is None and cell_text.has_day(clause, 2000)
    )
