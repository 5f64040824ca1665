"""A cell of people (责任领导, 责任人, 联系人): the names in it, one by one.

Telephones, titles and remarks in brackets stay in the cell and are no part of a name.
"""

from __future__ import annotations

import re


def as_printed(cell: str) -> str:
    """The cell without its layout; white space stays as one space, since it may part two names."""
    return " ".join(cell.split())


def names(cell: str) -> tuple[str, ...]:
    """Every person that a cell names, in order: 王一、赵二 and 李某（区党工委委员） have three names."""
    bare = re.sub(r"[（(][^（）()]*[）)]|[\d\-—+ ]{5,}", "、", cell)
    pieces = re.split(r"[、，,；;/\s]+", bare)
    return tuple(dict.fromkeys(filter(None, pieces)))
