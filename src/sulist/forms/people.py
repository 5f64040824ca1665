"""Who filled a form in, who reviewed it and whom to call: found by their labels, in cells of their own or in a text. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sulist.base.plain import clean_cell
from sulist.standing.names import PEOPLE_TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.forms.cells import FormCell
    from sulist.journal.record import Record


class Person(NamedTuple):
    """A cell of the form's head: the record's key, its label, what else units call it, the column of the label.

    Where a list has no such column, it stands in the third.
    """

    key: str
    title: str
    others: tuple[str, ...]
    column: str


PEOPLE = (
    Person("filled_by", PEOPLE_TITLES["filled_by"], ("填表人",), "deadline"),
    Person("reviewed_by", PEOPLE_TITLES["reviewed_by"], ("审核",), "percent"),
    Person("phone", PEOPLE_TITLES["phone"], ("电话",), "problem"),
)
_KEY_OF = {title: one.key for one in PEOPLE for title in (one.title, *one.others)}
_LABEL = "(?:" + "|".join(map(r"\s*".join, sorted(_KEY_OF, key=len, reverse=True))) + ")"
_EDGE = r"(?:(?<=[\s，,；;。、（(])|^)"  # a label within a word or a sentence is none
_ENDS = r"(?=\s|[，,；;。、）)]|$)"
# 李某, 李 某, 李某（办公室）, 李某、王某, 阿卜杜·某
_NAME = (
    rf"[一-鿿](?:[ \u3000]{{1,4}}[一-鿿](?![一-鿿]|\s*[：:])|(?:(?!{_LABEL})[一-鿿·、]){{1,14}})"
    r"(?:[（(][^（）()\d]{1,12}[）)])?"
)
_PHONE = r"\+?[\d(（][\d()（）+－–—-]*(?:[ /、转]{1,2}[\d()（）+－–—-]+){0,5}"


def without_people(record: Record) -> Record:
    """A report without who stands behind it."""
    nobody: dict[str, Any] = {one.key: "" for one in PEOPLE}
    return record._replace(**nobody)


# What is written behind 审核 that is nobody's name.
_VERDICTS = frozenset(
    "通过 已通过 同意 已审 已审核 未审核 待审核 已阅 无误 属实 情况属实 合格 完成 已完成 签字 签名 盖章 意见 日期 时间".split()
)


class Named(NamedTuple):
    """What a row of cells says of people, each with the cell it stands in; ``rest`` is what else stands there."""

    people: tuple[tuple[str, FormCell], ...]
    rest: tuple[FormCell, ...]


def people_in(row: Sequence[FormCell]) -> Named:
    """The people that a row of cells names: a label and the cell beside it, or both in one text.

    A text without a label is left over, and so is whatever is struck out; a label without a name says nothing.
    """
    people: list[tuple[str, FormCell]] = []
    rest: list[FormCell] = []
    cells = [cell for cell in row if cell.fault != "merged"]
    beside = False
    for at, cell in enumerate(cells):
        if beside:
            beside = False
            continue
        if key := _label(cell):
            value = cells[at + 1] if at + 1 < len(cells) else None
            if value and not value.empty and not _label(value):
                if _is_named(key, value.value):
                    people.append((key, value))
                else:
                    rest += (cell, value)
                beside = True
        elif not cell.empty:
            own, left = _in_text(cell)
            people += own
            rest += left
    return Named(tuple(people), tuple(rest))


def _label(cell: FormCell) -> str:
    """The key whose label, and nothing else, is in a cell."""
    if not isinstance(cell.value, str) or cell.struck or cell.fault:
        return ""
    return _KEY_OF.get(clean_cell(cell.value).rstrip("：:"), "")


def _in_text(cell: FormCell) -> tuple[list[tuple[str, FormCell]], list[FormCell]]:
    """The people that a text names, and the cell with what is left of it."""
    if not isinstance(cell.value, str) or cell.struck or cell.fault:
        return [], [cell]
    people = []
    text = cell.value
    for found in _pattern_of_texts().finditer(cell.value):
        key = _KEY_OF[clean_cell(found["label"])]
        value = found["phone"] if key == "phone" else found["name"]
        if value and _is_named(key, value):
            said = value.strip() if key == "phone" else "".join(value.split())
            people.append((key, cell._replace(value=said)))
            text = text.replace(found.group(), "\n", 1)
    left = text.strip(" \t\n\u3000，,；;、（）()" if people else None)
    return people, [cell._replace(value=left)] if left else []


def _is_named(key: str, value: object) -> bool:
    """Whether what stands behind a label may be a name, or is a number; a verdict is neither."""
    return key == "phone" or clean_cell(str(value)) not in _VERDICTS


def _pattern_of_texts() -> re.Pattern[str]:
    """A label, its mark or a space, and a name or a number that ends there."""
    return re.compile(
        rf"{_EDGE}(?P<label>{_LABEL})(?:\s*[：:]\s*|\s+)(?:(?P<phone>{_PHONE})|(?P<name>{_NAME})){_ENDS}"
    )
