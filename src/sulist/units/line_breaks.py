"""Line breaks and spaces inside a cell: which of them part names, and which are layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.units import vocabulary
from sulist.units.folded import LINE, LONGEST_STRETCH, SPACE
from sulist.units.shapes import (
    collective,
    is_complete,
    is_field,
    is_functional,
    is_kind,
    is_scope,
    level_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.units.folded import Stretch


def joined_lines(parts: list[Stretch]) -> list[Stretch]:
    """Lines and spaces that do not separate are taken out: 区市场监管⏎局 is one name.

    A name that is cut off before a whole one is left alone, so that it is refused.
    """
    joined: list[Stretch] = []
    for part in _set_close(parts):
        if joined and len(joined[-1].key) > LONGEST_STRETCH and part.before in (LINE, SPACE):
            joined[-1].append(part)  # which is refused as too long, whatever it is
            continue
        if part.before in (LINE, SPACE) and joined and is_cut_off(joined[-1].key, part.key):
            part.before = "；"
        if part.before in (LINE, SPACE) and joined and not separates(joined[-1].key, part.key):
            joined[-1].append(part)
            continue
        if part.before in (LINE, SPACE):
            part.before = "、"
        joined.append(part)
    return joined


def _set_close(parts: list[Stretch]) -> Iterator[Stretch]:
    """农 业 农 村 部⏎商  务  部: letters that are set apart on a line are one piece of it."""
    whole: Stretch | None = None
    for part in parts:
        if whole is not None and part.before == SPACE and len(part.key) == 1:
            whole.append(part)
            continue
        if whole is not None:
            yield whole
        whole = part if len(part.key) == 1 else None
        if whole is None:
            yield part
    if whole is not None:
        yield whole


def _says_whose(branch: str) -> bool:
    """中国电信赣州分公司, 人民银行赣州市分行; not 赣州市分行."""
    whole = branch[:-2]
    return whole.startswith((*vocabulary.CENTRAL, *vocabulary.OPERATORS, "国网")) or any(
        word in whole for word in ("银行", "公司", "集团", "局")
    )


def _has_its_own_field(left: str, branch: str) -> bool:
    """工商分局 behind 区商务局; not 治安分局 behind 市公安局, nor 开发区分局."""
    return branch.endswith("局") and not left.endswith("公安局") and is_field(branch[:-2])


def _is_no_name(right: str) -> bool:
    """配合单位：X, 责任单位X, 负责: these begin with a word for a duty, and so does 监督管理局."""
    return "：" in right or right[2:4] in vocabulary.NAMING_NOUNS or not is_complete(right)


def is_cut_off(left: str, right: str) -> bool:
    """Whether ``left`` is no whole name, and a whole one follows: 省人口计生⏎省妇联; not 市自然资⏎源局."""
    if len(left) < 2 or is_complete(left) or collective(left) is not None or is_scope(left):
        return False
    level = level_of(right)[0]
    if not left[-1].isalnum() or _is_explained(left, right):
        return False
    if level:
        return left[0] == right[0] or _is_of_a_bureau(left)
    if right.endswith(("镇", "乡", "街道")):
        return len(right) > 2 and len(left) < 4 and left[-1] not in vocabulary.LEVELS
    return (
        len(right) > 1
        and right.endswith(_BODIES)
        and is_functional(right)
        and _is_of_a_bureau(left)
    )


_BODIES = ("联", "协", "会", "团委")  # 妇联 needs no level before it


def _is_explained(left: str, right: str) -> bool:
    """Whether the two are one bureau with nothing left over: 县 + 工业和信息化局."""
    level, rest = level_of(left + right)
    return len(level) <= len(left) and is_functional(rest)


def _is_of_a_bureau(left: str) -> bool:
    """县交通, 发改: a bureau's name without its 局."""
    return is_field(level_of(left + "局")[1].removesuffix("局"))


def separates(left: str, right: str) -> bool:
    """Whether a line break or a space between two texts is a separator.

    It is where both could stand alone; 市委⏎组织部 and 人民银行⏎赣州市分行 are one name each.
    """
    labels = tuple(vocabulary.LABEL_WORDS.split("|"))
    if left.startswith(labels) and left.endswith(vocabulary.NAMING_NOUNS):
        return False  # a label, and what it is about
    if left.endswith("：") or (right.startswith(labels) and _is_no_name(right)):
        return True
    if (
        right in vocabulary.PARTY_ORGANS
        or right in vocabulary.SEATS
        or right in vocabulary.KIND_SEATS
    ):
        return False
    if right in vocabulary.NOT_ALONE or (left[1:] == "州" and right[0] == "市"):
        return False  # 市人大⏎常委会, 赣州⏎市财政局
    may_stand = is_kind(left[1:]) or left[1:] in vocabulary.NOT_KINDS
    if may_stand and level_of(left + right)[0] == left[0]:
        return False  # 区市场⏎监管局
    if right.endswith(vocabulary.PARTS_OF_A_UNIT):
        return is_complete(left) and (
            level_of(right)[0] != "" or _says_whose(right) or _has_its_own_field(left, right)
        )
    if (
        left.startswith(vocabulary.CENTRAL)
        and left.endswith(("总局", "总署", "集团", "公司"))
        and not left.endswith(vocabulary.PARTS_OF_A_UNIT)
    ):
        of_a_place = right[0] in vocabulary.LEVELS and level_of(right)[0] == right[0]
        return right.startswith(vocabulary.CENTRAL) or (of_a_place and left.endswith("公司"))
    return (is_complete(left) or collective(left) is not None) and (
        len(right) > 2 or right.startswith("各") or right in vocabulary.RULING
    )
