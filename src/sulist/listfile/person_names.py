"""One word of a cell of people: the names in it, told from posts and offices by ``person_words``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sulist.listfile import person_words as words

if TYPE_CHECKING:
    from collections.abc import Iterator

POINTS = "·•・‧"  # in names that have no surname: 阿不力米提·买买提
_LATIN_TITLES = frozenset(
    """ceo cfo cto coo cio hr pm pmo qa it mr mrs ms dr prof director manager head leader lead chief officer deputy
    vice secretary office dept department team staff all each of the and to be tbd tbc none n/a na tel phone mobile
    email contact project product general senior finance sales marketing admin group unit owner engineer assistant chair chairman president""".split()
)
_LONGEST_WORD = 80  # letters without any sign; what is longer is a text, which names nobody
_LONGEST_HAN = 8  # letters of a name without a point, as of two that are run together


@lru_cache(4096)
def names_of(word: str) -> tuple[str, ...]:
    """The names in a word, in their order; a piece that may be one is one, as printed."""
    return tuple(_names_of(word)) if len(word) <= _LONGEST_WORD else ()


def _names_of(word: str, *, sure: bool = False) -> Iterator[str]:
    """The names in a word; only those that are ``sure`` to be some."""
    if word.isascii():
        yield from _latin(word)
        return
    word = word.strip("-·•・‧.").removeprefix("由")
    if not word:
        return
    if "-" in word:
        for piece in word.split("-"):
            yield from _names_of(piece, sure=sure)
    elif any(point in word for point in POINTS):
        yield _without_titles(word)
    elif pair := _pair(word):
        yield from pair
    elif len(several := word.partition("等")[0]) < len(word) and is_certain(several):
        yield several
    elif _is_sure(word) if sure else is_certain(word):
        yield word
    elif found := _behind_a_title(word):
        yield from _names_of(found[0], sure=True)
        yield found[1]
    else:
        yield from _before_a_title(word, sure=sure)


def _before_a_title(word: str, *, sure: bool) -> Iterator[str]:
    """The name before a post: 钱三副区长; 王局长 as printed, since that may be a name."""
    title = _title_at_the_end(word)
    if not title:
        if name := _behind_an_office(word) or _masked(word):
            yield name
        elif not sure and _may_be_a_name(word):
            yield word
        return
    body = word[: -len(title)]
    called = body.removesuffix("代").removesuffix("原").removesuffix("兼")
    if called in words.SURNAMES or called in words.COMPOUND:
        if not _is_word(word):
            yield word
    elif body:
        yield from _names_of(body, sure=True)


def _title_at_the_end(word: str) -> str:
    """The post at the end of a word with what belongs to it: 常务副县长."""
    at = len(word)
    while step := _ending(word, at, words.TITLES):
        at -= step
        while step := _ending(word, at, words.OF_A_TITLE):
            at -= step
    return word[at:]


def _ending(word: str, end: int, known: frozenset[str]) -> int:
    """How many letters before ``end`` are one of the words that are ``known``, the most there are."""
    for begin in range(max(0, end - words.LONGEST), end):
        if word[begin:end] in known:
            return end - begin
    return 0


def _behind_a_title(word: str) -> tuple[str, str] | None:
    """What stands before the name at the end of a word, and that name: 县委副书记王某."""
    for at in range(len(word) - 1, 1, -1):
        if _ending(word, at, words.TITLES) and _is_sure(word[at:]):
            return word[:at], word[at:]
    return None


def _behind_an_office(word: str) -> str:
    """The name behind an office: 区经发局张某."""
    for at in range(len(word) - 2, 1, -1):
        if word[at - 1] in words.OFFICES and _is_sure(word[at:]):
            return word[at:]
    return ""


def _masked(word: str) -> str:
    """The name at the beginning of a word that is no name as a whole, where 某 ends it: 张某兼."""
    name = word[: word.rfind("某") + 1]
    return name if name and is_certain(name) and word[-1] not in words.OFFICES else ""


def _pair(word: str) -> tuple[str, str] | None:
    """Two names with 和 between them."""
    for joint in ("以及", "和", "与", "及"):
        left, found, right = word.partition(joint)
        if found and len(left) > 1 and len(right) > 1 and is_certain(left) and is_certain(right):
            return left, right
    return None


def _without_titles(word: str) -> str:
    """A name that has a point, without the posts about it."""
    title = _title_at_the_end(word)
    word = word[: len(word) - len(title)]
    point = min(word.find(one) for one in POINTS if one in word) if title != word else 0
    at = max((at for at in range(2, point) if _ending(word, at, words.TITLES)), default=0)
    return word[at:]


def is_certain(word: str) -> bool:
    """Whether a word is a name by its surname and its length."""
    own = 2 if word[:2] in words.COMPOUND else 1
    given = word[own:]
    if _title_at_the_end(word):
        return False
    if word.startswith(words.WITHOUT_SURNAME):
        return len(word) <= _LONGEST_HAN
    if not 1 <= len(given) <= 2 or _is_word(word):
        return False
    if set(given) <= words.MASKS:
        return word[0] not in words.MASKS
    if given[0] == "某" and given[-1] in words.ALONE:
        return False  # 张某兼
    called = word[0] in words.FAMILIAR and given in words.SURNAMES
    known = own == 2 or word[0] in words.SURNAMES or called
    ends_as_office = word[-1] in words.OFFICES and word[-1] not in words.GIVEN_TOO
    return known and given.isalpha() and not ends_as_office


def _is_sure(word: str) -> bool:
    """Whether it is one beside a post or an office, where an office's last letter is none of a name."""
    return is_certain(word) and (word[-1] not in words.OFFICES)


def _may_be_a_name(word: str) -> bool:
    """Whether a longer word may be names that are run together."""
    if word[0] not in words.SURNAMES and word[:2] not in words.COMPOUND:
        return False
    if _is_word(word) or word.startswith(words.WORDS):
        return False
    return 2 <= len(word) <= _LONGEST_HAN and word.isalpha() and word[-1] not in words.OFFICES


def _is_word(word: str) -> bool:
    if any(one in word for one in words.NEVER):
        return True
    return any(
        word == one or (word.startswith(one) and word[len(one)] in words.NOUNS)
        for one in words.WORDS
    )


def _latin(word: str) -> Iterator[str]:
    """A name in Latin letters, without posts before and behind it."""
    pieces = word.split()
    while pieces and pieces[0].strip(".").casefold() in _LATIN_TITLES:
        del pieces[0]
    while pieces and pieces[-1].strip(".").casefold() in _LATIN_TITLES:
        del pieces[-1]
    if not pieces or (len(pieces) == 1 and pieces[0].isupper() and len(pieces[0]) < 5):
        return  # an abbreviation
    if any(one.casefold() in _LATIN_TITLES for one in pieces):
        return
    name = " ".join(pieces).strip("-. ")
    if sum(map(str.isalpha, name)) > 1 and len(pieces) <= 4:
        yield name
