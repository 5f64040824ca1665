"""The last gate: what cannot be the name of a unit is refused, never passed on.

Without a roster a name is known by its form alone: it ends as units' names do. Anything else
(a person, a place, a task, a firm known only by its brand) may be a unit, or may not: it is refused,
and the roster is where to say that it is one.
"""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING

from sulist.units import vocabulary
from sulist.units.folded import closing, without_brackets
from sulist.units.shapes import (
    collective,
    is_bare,
    is_complete,
    is_scope,
    level_of,
    may_be_counted_in,
    speaks_of_duty,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.units.folded import Stretch
    from sulist.units.roster import Roster
    from sulist.units.shapes import Collective

_LONGEST_NAME = 45
_FOREIGN_TO_NAMES = frozenset("！？!?…%《》<>=#*@&~^$￥；。，：\\")
_AFTER_FIGURES = "年月万亿元所座条户人亩套名"
_SIGNS_OF_NAMES = frozenset("（）〔〕【】“”‘’「」『』\"'《》、，；：")
_OPEN_MARKS = frozenset(mark[0] for mark in vocabulary.FOREIGN_MARKS)
_DUTIES = ("牵头", "主办", "协办", "会办")
_OPEN_TASKS = frozenset(word[0] for word in vocabulary.TASK_WITHIN)


def judge(part: Stretch, roster: Roster | None) -> str:
    """Tell a collective from a unit; the trouble with what is neither, or nothing."""
    quantifier, trouble = _judged(part.key, roster, part.after_open)
    if quantifier is not None:
        part.quantifier, part.collective = quantifier, True
    return trouble


@lru_cache(maxsize=8192)
def _judged(key: str, roster: Roster | None, after_open: bool) -> tuple[str | None, str]:
    """How many a collective is about, None for a unit; and what is wrong with it."""
    if roster is not None and roster.canonical(key):
        return None, ""
    found = collective(key)
    if found is not None:
        return "some" if after_open else found.how_many, _trouble_with(key, found)
    if after_open and not level_of(key)[0]:  # 区城投公司等平台公司
        return "some", _trouble_with(key, None)
    if _is_whose(key):  # 区直, and no noun
        return "all", ""
    return None, _trouble_with(key, None)


def _is_whose(key: str) -> bool:
    """区直 and 驻区 alone; not 市, and not 驻村第一书记."""
    if not is_scope(key) or key in vocabulary.BARE_SCOPES:
        return False
    return key[0] != "驻" or len(key) <= 3 or is_complete(key)


def _trouble_with(key: str, found: Collective | None) -> str:
    """Why ``key`` cannot be a name, as ``unreadable`` tells it; nothing if it can."""
    if trouble := _trouble_with_signs(key):
        return trouble
    if key.startswith(vocabulary.AMONG):
        return "among"
    if "由" in key and _is_a_sentence(key):
        return "sentence"
    if _is_a_task(key, found):
        return "task"
    if key in vocabulary.NOT_ALONE:
        return "bare"
    if is_complete(key) or (found is not None and _is_many(key, found.noun)):
        return ""
    if key.startswith(vocabulary.TASKS):
        return "task"
    is_a_person = any(title in key for title in vocabulary.TITLES + vocabulary.PERSONS)
    return "person" if is_a_person else "unknown"


def _trouble_with_signs(key: str) -> str:
    """What is wrong with the marks, brackets and length of ``key``."""
    if key.startswith("等") or without_brackets(key) in vocabulary.NOBODY:
        return "nobody"  # also 牵头单位（区住建局）
    if not (key.isalpha() and _OPEN_MARKS.isdisjoint(key)) and any(
        is_complete(left) and is_complete(right) for left, right in _around_marks(key)
    ):
        return "mark"
    if key.endswith("公司") and _are_two_companies(key):
        return "mark"
    if "（" in key and (trouble := _trouble_in_brackets(key)):
        return trouble
    if len(key) > _LONGEST_NAME or _has_foreign(key) or not _has_letters(key):
        return "name"
    return ""


def _trouble_in_brackets(key: str) -> str:
    """What is wrong with a bracket: it hides another unit's duty, or is no part of a name, or parts two names."""
    start = key.find("（")
    while start >= 0:
        end = closing(key, start)
        inside, after = key[start + 1 : end], key[end + 1 :]
        if any(map(inside.__contains__, vocabulary.DUTY_VERBS)):
            return "hidden"
        if after and is_complete(key[:start]) and _begins_a_name(key[:start], after):
            return "mark"
        if speaks_of_duty(inside) or inside.startswith(vocabulary.OPENING_WORDS):
            from sulist.units.bracketed import gives_a_duty

            if gives_a_duty(inside):
                return "hidden"
        if not after and is_complete(key[:start]):
            from sulist.units.bracketed import is_part_of_a_name

            if not is_part_of_a_name(inside):
                return "bracket-text"
        start = key.find("（", end + 1)
    return ""


def _begins_a_name(before: str, after: str) -> bool:
    """Whether a name ends before a bracket and another begins behind it: 市住建局（…）市城管局."""
    if collective(before) is not None or before.endswith(vocabulary.GOVERNING):
        return False  # 各街道（功能区）办事处, 市政府（开发区）各局
    return after.startswith(("各", "所有")) or level_of(after)[0] != ""


def _is_a_sentence(key: str) -> bool:
    """会议由市城管局: what stands before 由 is no unit; but 自由贸易区 is one word."""
    before, _by, after = key.replace("自由", "自有").partition("由")
    if not before:
        return level_of(after)[0] != "" or collective(after) is not None  # not 由良镇
    return len(before) > 1 and is_complete(after)


def _around_marks(key: str) -> Iterator[tuple[str, str]]:
    """What stands before and after each sign or word that is no part of a name: 区经发局或区财政局."""
    for mark in vocabulary.FOREIGN_MARKS:
        left, found, right = key.partition(mark)
        if found:
            yield left, right
    for at, letter in enumerate(key):
        if not letter.isalnum() and letter not in _SIGNS_OF_NAMES:
            yield key[:at].rstrip(), key[at + 1 :].lstrip()


def _is_many(key: str, noun: str) -> bool:
    """Whether a collective's noun can be units: 各地, 有关方面; not 各项任务, 各类关系."""
    base = without_brackets(key)
    ends = base.endswith(vocabulary.MANY) and not base.endswith(vocabulary.NOT_ORGAN_ENDINGS)
    return ends or is_bare(noun)


def _is_a_task(key: str, found: Collective | None) -> bool:
    """Whether ``key`` says what is to be done, though it may end in a word for a unit."""
    if any(map(key.__contains__, vocabulary.TASK_INSIDE)) or _has_figures(key):
        return True
    if key.startswith(vocabulary.NEVER_NAMES):
        return True
    if key.startswith(_DUTIES) and level_of(key[2:])[0]:
        return True  # 主办区住建局
    verb = ""
    if key.startswith(vocabulary.TASK_VERBS):
        verb = next(verb for verb in vocabulary.TASK_VERBS if key.startswith(verb))
    begins = bool(verb) and len(key) > len(verb) + 1  # 新建区 is a district
    if begins and found is not None and found.quantifier:  # 督促各单位
        return True
    if not key.endswith(vocabulary.THINGS):
        return False
    if begins or _OPEN_TASKS.isdisjoint(key):
        return begins
    ends = (at for at in range(2, len(key)) if key[at] in _OPEN_TASKS)
    return any(  # 区经发局推动企业上市
        key.startswith(vocabulary.TASK_WITHIN, end) and is_complete(key[:end]) for end in ends
    )


def _are_two_companies(key: str) -> bool:
    """晋陵公司轨道公司; but 国网江西省电力有限公司赣州供电公司 is one, and a branch too."""
    first, _company, second = key.removesuffix("公司").partition("公司")
    return 1 < len(first) < 5 and 1 < len(second) < 5 and second[-1] not in "分子支总"


def _has_foreign(key: str) -> bool:
    """Whether a sign is in ``key`` that no name has; in a bracket one may have a ，."""
    if _FOREIGN_TO_NAMES.isdisjoint(key):
        return False
    return not _FOREIGN_TO_NAMES.isdisjoint(key.replace("，", "") + without_brackets(key))


def _has_letters(key: str) -> bool:
    """Whether there is a Chinese character, or at least two letters, in ``key``."""
    return sum(map(str.isalpha, key)) > key.isascii()


def _has_figures(key: str) -> bool:
    """Whether a date or an amount is in ``key``; 全县18个乡镇 are many, and 新增18个站点 is a task."""
    if key.isalpha():
        return False
    for at, (letter, unit) in enumerate(itertools.pairwise(key)):
        if letter.isdecimal() and unit in _AFTER_FIGURES:
            return True
        if letter.isdecimal() and unit in "个家":
            head = key[: at + 1].rstrip("0123456789")
            return head != "" and not may_be_counted_in(head)
    return False
