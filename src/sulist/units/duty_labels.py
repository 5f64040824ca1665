"""Labels before units: 牵头单位：X, 责任单位X; where they stand, and the duty that each gives."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sulist.units import vocabulary
from sulist.units.folded import is_inside_brackets
from sulist.units.shapes import collective, is_complete

LABEL_NOUNS = tuple(vocabulary.LABEL_NOUNS.split("|"))
LABEL_WORDS = tuple(vocabulary.LABEL_WORDS.split("|"))
_ENDS_OF_NOUNS = frozenset(noun[-1] for noun in LABEL_NOUNS)
_BEFORE_NOUNS = (*LABEL_WORDS, "）")


@lru_cache(maxsize=1024)
def duty_of(phrase: str) -> str:
    """The duty that a label or a verb phrase gives: 负责牵头 is lead."""
    return next(
        (duty for word, duty in vocabulary.DUTY_OF.items() if word in phrase), "responsible"
    )


def label_spans(key: str) -> tuple[tuple[int, int, str], ...]:
    """Where each label of ``key`` stands, and its duty."""
    name, mark, rest = key.partition("：")
    if "：" not in rest and not _is_label_inside(rest if mark else key):
        if not mark:
            return ()
        if name.startswith(LABEL_WORDS) and name[2:] in LABEL_NOUNS:  # 牵头单位：
            return ((0, len(name) + 1, duty_of(name)),)
    found = [match for match in labels().finditer(key) if _is_label(key, match)]
    return tuple([(*match.span(), duty_of(match.group())) for match in found])


def _is_label_inside(key: str) -> bool:
    """Whether a label may be in a text without a colon: the noun of one stands behind such a word."""
    if _ENDS_OF_NOUNS.isdisjoint(key[1:]):
        return False
    for noun in LABEL_NOUNS:
        at = key.find(noun)
        while at >= 0:
            if key.endswith(_BEFORE_NOUNS, 0, at):
                return True
            at = key.find(noun, at + 1)
    return False


def _is_label(key: str, match: re.Match[str]) -> bool:
    """With a colon always; without, where a name may begin and a name follows."""
    if is_inside_brackets(key, match.start()):
        return False
    if match.group().endswith(("：", "为", "是")):
        return True
    before, after = key[: match.start()], key[match.end() :]
    if match["noun"] not in vocabulary.NAMING_NOUNS or match["whose"]:
        return False
    if before and (not is_complete(before) or collective(before)):
        return False
    return bool(after) and after[0] not in "和及与、（负"


@cache
def labels() -> re.Pattern[str]:
    """A label, with or without its colon: 牵头单位：, 责任单位."""
    whose = "第[一二三四]|主要|次要|总|分|具体|共同|直接|业务|技术|行业|[省市区县][级直]?"
    whose = rf"{whose}|(?<!.)[一-龥]{{2,4}}(?=[^：]{{2,6}}：)"  # 整改责任单位：
    duty = rf"(?:{vocabulary.LABEL_WORDS})(?:（[^）]*）)?(?:责任|牵头|配合)?"
    noun = rf"(?P<noun>{vocabulary.LABEL_NOUNS})(?:（[^）]*）)?"
    return re.compile(rf"(?P<whose>(?:{whose})?){duty}(?:{noun}(?:：|为|是|)|：)")
