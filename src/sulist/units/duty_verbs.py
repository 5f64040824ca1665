"""Verbs behind units and before them: X牵头, X会同Y, 配合X; where a phrase of them stands, and X（牵头）."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sulist.units import vocabulary
from sulist.units.duty_labels import LABEL_NOUNS, LABEL_WORDS, labels
from sulist.units.folded import is_inside_brackets
from sulist.units.shapes import collective, is_complete, is_scope, speaks_of_duty

WITH = "会同"
_NOTES = tuple(f"（{word}）" for word in LABEL_WORDS)
_LETTERS = 2  # of each common verb, and of 会同
_OTHER_VERBS = tuple(
    word.rpartition(")")[2]
    for word in vocabulary.VERBS.split("|")
    if word not in vocabulary.COMMON_VERBS
)
_IN_OTHER_VERBS = frozenset(word[0] for word in _OTHER_VERBS)
_MANNERS = tuple(word.rpartition(")")[2] for word in vocabulary.MANNERS.split("|"))
_BESIDE_VERBS = (*_MANNERS, *vocabulary.OBJECTS.split("|"))
BEFORE_DUTIES = tuple("按根依结在")  # each of BY
_OF_BY_DUTY = frozenset(
    (*BEFORE_DUTIES, *"为是")
)  # one of these is in 按职责分工, and in 作为牵头单位
_OPENINGS = (WITH, "作为", *vocabulary.COMMON_VERBS, *_OTHER_VERBS, *_MANNERS)


def note(key: str) -> tuple[int, int] | None:
    """Where a bracket of ``key`` holds only a duty: 区经发局（牵头）; not one inside another."""
    if "（" not in key:
        return None
    opening = key.find("（")
    if opening and key.startswith(_NOTES, opening):  # 区经发局（牵头）
        return opening, key.find("）", opening) + 1
    found = (match.span() for match in _notes().finditer(key))
    first = next((span for span in found if not is_inside_brackets(key, span[0])), (0, 0))
    return first if first[0] else None


@lru_cache(maxsize=8192)
def first_verb(key: str, *, of_a_county: bool = False) -> tuple[int, int] | None:
    """Where the first verb phrase of ``key`` stands, or None; a verb inside a name is none."""
    if not speaks_of_duty(key):
        return None
    of_a_county = of_a_county or key.startswith("县")
    for start, end in _common_spans(key) or [match.span() for match in _verbs().finditer(key)]:
        if _is_verb(key, start, end, of_a_county=of_a_county):
            return start, end
    return None


def _common_spans(key: str) -> list[tuple[int, int]]:
    """Where the verb phrases of ``key`` stand, where they are made of common verbs alone; none otherwise."""
    if not _OF_BY_DUTY.isdisjoint(key):
        return []
    if not _IN_OTHER_VERBS.isdisjoint(key) and any(map(key.__contains__, _OTHER_VERBS)):
        return []
    spans = _runs(key)
    for start, end in spans:
        if key.endswith(_MANNERS, 0, start) or key.startswith(_BESIDE_VERBS, end):
            return []
    return spans


def _runs(key: str) -> list[tuple[int, int]]:
    """Where each 会同 stands, and each run of common verbs."""
    found: dict[int, str] = {}
    for word in (WITH, *vocabulary.COMMON_VERBS):
        at = key.find(word)
        while at >= 0:
            found[at] = word
            at = key.find(word, at + _LETTERS)
    runs: list[tuple[int, int]] = []
    for at in sorted(found):
        goes_on = runs and runs[-1][1] == at and WITH not in (found[at], found[at - _LETTERS])
        start = runs.pop()[0] if goes_on else at
        runs.append((start, at + _LETTERS))
    return runs


def _is_verb(key: str, start: int, end: int, *, of_a_county: bool) -> bool:
    phrase, subject, rest = key[start:end], key[:start], key[end:]
    if is_inside_brackets(key, start):
        return False
    named = not subject or _may_be_a_name(subject.removesuffix("等"))
    if phrase == WITH:
        is_a_county = rest[:1] == "县" and not (of_a_county and _names_more(rest))  # 会同县 is one
        return bool(rest) and named and not is_a_county
    if not rest:
        return named or not phrase.startswith(vocabulary.LAST_VERBS)
    if not named or rest[0] in "人办中" or rest.startswith(LABEL_NOUNS):
        return False
    if phrase in vocabulary.GUIDING_VERBS:
        return collective(rest) is not None or rest[0] in vocabulary.LEVELS
    if phrase.startswith(vocabulary.LAST_VERBS):
        return False
    return bool(subject) or phrase in vocabulary.HELPING_VERBS


def _names_more(rest: str) -> bool:
    """Whether a name goes on after its first letter: 县财政局; not 县, 县等 and 县配合."""
    return rest[1:2] not in tuple("等和及与（") and len(rest) > 1 and not _opens_with_verb(rest[1:])


def _opens_with_verb(text: str) -> bool:
    if not text.startswith(_OPENINGS) and text[0] not in _OF_BY_DUTY:
        return False
    return _verbs().match(text) is not None


def _may_be_a_name(key: str) -> bool:
    return is_complete(key) or is_scope(key) or collective(key) is not None


@cache
def _verbs() -> re.Pattern[str]:
    being = rf"(?:作?为|是)(?:{vocabulary.LABEL_WORDS})+(?:单位|部门|主体)"
    verbs = f"{being}|{vocabulary.VERBS}"
    how = f"{vocabulary.by_duty()}|{vocabulary.MANNERS}"
    more = f"{verbs}|{vocabulary.MANNERS}|{vocabulary.OBJECTS}"
    return re.compile(rf"会同|(?:{how})*(?:{verbs})(?:{more})*|{vocabulary.by_duty()}(?=$)")


@cache
def _notes() -> re.Pattern[str]:
    return re.compile(
        rf"（(?:(?:{vocabulary.LABEL_WORDS})(?:单位|部门|责任)*|(?:{_verbs().pattern})+)）"
    )


def hides_units(key: str) -> bool:
    """（区水务局配合）, （配合单位：区水务局）: what stands in a bracket behind a verb is others' duty."""
    if not key.startswith("（"):
        return False
    inside = key[1:].partition("）")[0]
    verb = _verbs().search(inside)
    around = (inside[: verb.start()], inside[verb.end() :]) if verb else (inside,)
    return bool(labels().search(inside)) or any(map(_may_be_a_name, filter(None, around)))


def has_label_or_verb(inside: str) -> bool:
    """Whether the words of a bracket say who does what: 会同区审计局, 配合单位：区水务局; not 督查室."""
    if "：" in inside and labels().search(inside):
        return True
    return note(inside) is not None or first_verb(inside) is not None


def may_be_names(key: str) -> bool:
    """Whether what stands behind a verb names units: not 资金保障, which is what somebody does."""
    return _may_be_a_name(key) or "等" in key or first_verb(key) is not None
