"""A cell of people (责任领导, 责任人, 联系人及电话): the names in it, one by one, and who is called how.

Titles, telephones and remarks in brackets stay in the cell and are no part of a name. What is no name
is none: 各镇党委书记 names nobody. A piece that may be a name and cannot be told from a title is one, as
printed: 王局长, 高校长.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sulist.listfile import person_words as words
from sulist.listfile.person_names import POINTS, is_certain, names_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_TELEPHONE, _BRACKET = "\0", "\1"  # where one stood
_NAME = "name"
_MOST_WORDS = 6  # of one name that is set with spaces
_OPEN, _CLOSE = "（(〔[【［", "）)〕]】］"
_PARTING = re.compile(r"[、，,；;/\s]")
_OF_NAMES = frozenset(f" -.'’{POINTS}{_TELEPHONE}").union(words.MASKS)  # no sign else is in one


class Contact(NamedTuple):
    """Someone, or nobody that is named, and a telephone as printed, which may be missing."""

    name: str
    telephone: str


def as_printed(cell: str) -> str:
    """The cell without its layout; white space stays as one space, since it may part two names."""
    return " ".join(cell.split())


def unwrapped(cell: str) -> str:
    """The cell with its lines together where a full line broke inside a name, a post or a bracket.

    Two lines that end and begin with whole names, or with a name and a telephone, stay two.
    """
    whole = ""
    for line in filter(None, (one.strip() for one in cell.split("\n"))):
        whole += ("\n" if whole and _is_line_of_its_own(whole, line) else "") + line
    return whole


def _is_line_of_its_own(before: str, line: str) -> bool:
    if sum(map(before.count, _OPEN)) > sum(map(before.count, _CLOSE)):
        return False
    if before[-1].isdecimal() or line[0].isdecimal():
        return before[-1].isdecimal() != line[0].isdecimal()
    last, first = _PARTING.split(before)[-1], _PARTING.split(line)[0]
    return min(len(last), len(first)) > 1 and bool(names(last)) and bool(names(first))


@lru_cache(4096)
def names(cell: str) -> tuple[str, ...]:
    """Every person that a cell names, in order: 王一、赵二 and 李某（区党工委委员） have three names."""
    return tuple(dict.fromkeys(text for kind, text in _read(cell) if kind == _NAME))


def contacts(cell: str) -> tuple[Contact, ...]:
    """Every person of a cell with the telephone behind the name; a number that is nobody's has no name.

    Of two numbers behind a name both are that person's; one that stands before the first name is,
    where none stands behind it.
    """
    found: list[Contact] = []
    for kind, text in _read(cell):
        before = found[-1] if found else Contact("", "")
        if kind == _NAME:
            found.append(Contact(text, ""))
        elif before.name and not before.telephone:
            found[-1] = Contact(before.name, text)
        else:
            found.append(Contact(before.name, text))
    if len(found) > 1 and not (found[0].name or found[1].telephone):
        found[:2] = [Contact(found[1].name, found[0].telephone)]
    return tuple(found)


@cache
def _telephone() -> re.Pattern[str]:
    gap = r"[ \-—–]{0,2}"
    return re.compile(
        r"(?<![\dA-Za-z年.])(?<!邮编)(?<!邮编：)(?!(?:19|20)\d\d[01]\d[0-3]\d(?!\d))"  # no date
        rf"(?:\+?86{gap})?(?:[（(]0\d{{2,3}}[）)]{gap}\d{{7,8}}|1[3-9]\d(?:{gap}\d){{8}}"
        rf"|0\d{{2,3}}{gap}\d{{7,8}}|400(?:{gap}\d){{7}}|\d{{3,4}}[ \-—–]\d{{4}}|\d{{5,8}})"
        r"(?:[ \-—–]?转\d{1,6}|[\-—–]\d{1,5})?(?!\d)"
    )


@cache
def _left_out() -> re.Pattern[str]:
    """What is no name in letters and digits: an address, the number of an account or of a list, a date."""
    return re.compile(
        r"[\w.\-]{1,64}@[\w.\-]{1,64}|[A-Za-z_]{0,20}\d[\w\-]*[年月日号]?(?:以前|以后|底|初|前|后|起)?",
        re.ASCII,
    )


def _read(cell: str) -> Iterator[tuple[str, str]]:
    """The names and the telephones of a cell, in the order in which it has them."""
    cell = cell.translate({0: " ", 1: " "})  # which a list never has
    numbers = iter(_telephone().findall(cell))
    marked = _telephone().sub(_TELEPHONE, cell)
    for plain, inner in _parts(_left_out().sub("、", marked)):
        brackets = iter(inner)
        named = False
        for token in _joined(plain):
            if token == _TELEPHONE:
                yield "telephone", next(numbers)
            elif token != _BRACKET:
                for name in names_of(token):
                    named = True
                    yield _NAME, name
            else:  # a post with who has it: 副县长（李某）
                for kept in _inside(next(brackets), named=named):
                    yield ("telephone", next(numbers)) if kept == _TELEPHONE else (_NAME, kept)


def _inside(text: str, *, named: bool) -> Iterator[str]:
    """The telephones in a bracket, and the names where nobody is named before it."""
    for plain, _none in _parts(text):
        for token in _joined(plain):
            if token == _TELEPHONE:
                yield token
            elif not named:
                yield from (one for one in names_of(token) if is_certain(one))


def _parts(cell: str) -> Iterator[tuple[str, list[str]]]:
    """What stands between the signs of a cell, with a mark for each bracket, and what is in these."""
    plain: list[str] = []
    inner: list[str] = []
    depth = 0
    closed = sum(map(cell.count, _OPEN)) == sum(map(cell.count, _CLOSE))
    for sign in cell:
        if sign in _OPEN and closed:
            if depth == 0:
                plain.append(f" {_BRACKET} ")
                inner.append("")
            else:
                inner[-1] += "、"
            depth += 1
        elif sign in _CLOSE and depth:
            depth -= 1
            inner[-1] += "、" if depth else ""
        elif depth:
            inner[-1] += sign
        elif not sign.isalpha() and sign not in _OF_NAMES:
            yield "".join(plain), inner
            plain, inner = [], []
        else:
            plain.append(f" {_TELEPHONE} " if sign == _TELEPHONE else sign)
    yield "".join(plain), inner


def _joined(text: str) -> Iterator[str]:
    """The words of a text; a name that is set with spaces (秦　川) is one, and so is Li Wei."""
    held: list[str] = []
    for word in (*text.split(), ""):
        if held and not _goes_on("".join(held), held, word):
            yield " ".join(held) if held[0].isascii() else "".join(held)
            held = []
        if word:
            held.append(word)


def _goes_on(before: str, held: list[str], word: str) -> bool:
    """Whether a word goes on with the name that stands before it."""
    if (
        len(held) >= _MOST_WORDS
        or not word
        or word in (_TELEPHONE, _BRACKET)
        or before in (_TELEPHONE, _BRACKET)
    ):
        return False
    if before.isascii() or word.isascii():
        return before.isascii() and word.isascii()
    if before in words.SURNAMES or before in words.COMPOUND:
        return len(word) <= 2 or word in words.TITLES
    if len(word) > 1 or word in words.ALONE:
        return False
    return (len(before) == 2 and (len(held) == 2 or is_certain(before))) or len(
        held[-1]
    ) == 1 == len(before)
