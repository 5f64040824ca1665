"""天河、海珠、荔湾大队: names without an ending take the one of the next name."""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sulist.units import vocabulary
from sulist.units.folded import without_brackets
from sulist.units.lacking import (
    ENDINGS,
    SEATS,
    area_seat,
    branch_ending,
    governed_by,
    has_government,
    is_branch,
    lacks,
    wants_ending,
    without_last_bracket,
)
from sulist.units.shapes import (
    collective,
    is_field,
    level_of,
)

if TYPE_CHECKING:
    from sulist.units.folded import Stretch
    from sulist.units.roster import Roster


def share(row: list[Stretch], roster: Roster | None) -> None:
    """Give the parts of ``row`` that lack an ending the one of the name that ends their run."""
    for place, part in enumerate(row):
        if part.kind_after:  # 潭东、潭口等镇
            run = [*_run_before(row, place, part.kind_after, roster), part]
            run = [other for other in run if _lacks_ending(other, roster)]
            if part.kind_after in vocabulary.FIELD_NOUNS:
                run = [other for other in run if is_field(_without_level(other.key))]
            _give(run, part.kind_after, part, f"等{part.kind_after}")
        elif place and _may_lack(row[place - 1], roster) and not _lacks_ending(part, roster):
            run = _run_before(row, place, without_last_bracket(part.key), roster)
            if run and not _are_fields_of_places(row[: place - len(run)], run[0].key, part.key):
                _uncount(part, run[0])
                _give_last_of(part, run, row[: place - len(run)])


def _give_last_of(source: Stretch, run: list[Stretch], before: list[Stretch]) -> None:
    """Give ``run`` the ending of ``source``, but not 高新区管委会（推进办公室） what stands in its bracket."""
    key = without_last_bracket(source.key)
    end = len(source.name) - len(source.key) + len(key)
    ending = _shared_ending(key, run)
    if ending in vocabulary.CLOSE_ENDINGS and before and not before[-1].key.endswith(ending):
        return  # 市房管局、诗墙、自来水公司: whether 诗墙 is a firm at all is not said
    _give(run if ending else [], source.name[end - len(ending) : end], source)


def _are_fields_of_places(before: list[Stretch], first: str, last: str) -> bool:
    """各区县、高新区农业农村、财政部门: whose departments the places before it mean is not said."""
    if not before or not last.endswith(vocabulary.FIELD_NOUNS):
        return False
    of_a_place = len(level_of(first + "局")[0]) > 1 and not is_field(first)
    return of_a_place and before[-1].key.endswith((*vocabulary.PLACES, *vocabulary.AREAS))


def share_wholes(row: list[Stretch], roster: Roster | None) -> None:
    """市公安局章贡分局、南康分局: a branch that is only a place belongs to the bureau before."""
    for before, part in itertools.pairwise(row):
        ending = branch_ending(part.key)
        whole = _whole_of(before.name.removesuffix(ending)) if ending else ""
        if (
            not whole
            or not before.key.endswith(ending)
            or (roster is not None and roster.canonical(part.key))
        ):
            continue
        if is_branch(part.key):
            part.rename(whole + part.name, "opening", before.written)


def share_groups(row: list[Stretch]) -> None:
    """县法院、检察院党组: the group is of both, and both are of one place."""
    for before, part in itertools.pairwise(row):
        if not part.key.endswith(vocabulary.GROUPS):
            continue
        group = next(word for word in vocabulary.GROUPS if part.key.endswith(word))
        level, rest = level_of(before.key)
        if level and {rest, part.key.removesuffix(group)} <= vocabulary.WHOLE_ORGANS:
            part.rename(before.name[: len(level)] + part.name, "level", before.written)
            before.rename(before.name + part.name[-len(group) :], "ending", part.written)


def _give(run: list[Stretch], ending: str, source: Stretch, where: str = "") -> None:
    """Write ``ending`` after each name of ``run``, and before the later ones what opens it."""
    opening = _whole_of(run[0].written) if run else ""
    if run and _ends_in_ordinal(run[0].key):
        opening = _ordinals().sub("", run[0].written)  # 市 of 市第一、第二人民医院
    for part in run:
        head = "" if part is run[0] else opening
        part.rename(
            head + part.written + _fitting(part.key, ending), "ending", where or source.written
        )
    if opening and source not in run and not source.name.startswith(opening):
        source.rename(opening + source.name, "opening", run[0].written)


def _fitting(key: str, ending: str) -> str:
    """人民政府 for 雄县, where 容城 takes 县人民政府."""
    seat = ending[1:]
    if ending[:1] in vocabulary.LEVELS and seat in SEATS and not wants_ending(key):
        return seat
    return ending


def _uncount(part: Stretch, first: Stretch) -> None:
    """潭口镇 of 潭口两镇, 朔州市人民政府 of 朔州三市人民政府."""
    place = governed_by(part.key) or part.key
    if place[-2:-1] in vocabulary.NUMERALS and place[-1] in vocabulary.LEVELS:
        at = len(place) - 2
        part.rename(part.name[:at] + part.name[at + 1 :], "ending", first.written)


def _without_level(key: str) -> str:
    """发改 of 县发改."""
    return level_of(key + "局")[1].removesuffix("局")


def _lacks_ending(part: Stretch, roster: Roster | None) -> bool:
    return not (roster is not None and roster.canonical(part.key)) and wants_ending(part.key)


def _run_before(row: list[Stretch], place: int, key: str, roster: Roster | None) -> list[Stretch]:
    """The parts just before ``place`` that may take the ending of ``key``."""
    start = place
    while start and (_may_take(row[start - 1], key, roster) or _is_short_place(row[start - 1].key)):
        start -= 1
    while start < place and not _may_take(row[start], key, roster):
        if row[start].key[1] not in "县市州" and any(
            _lacks_ending(p, roster) for p in row[start:place]
        ):
            break  # 红旗、东风、向阳社区
        start += 1  # 赣县、南康分局: 赣县 may be meant itself
    return row[start:place]


def _may_lack(part: Stretch, roster: Roster | None) -> bool:
    """Whether ``part`` may be of a run that takes an ending: if not, there is no run before the next."""
    return lacks(part.key, roster) & ENDINGS != 0 or _is_short_place(part.key)


def _is_short_place(key: str) -> bool:
    """赣县 or 红旗, which between 章贡 and 南康分局 lacks an ending too."""
    return len(key) == 2 and key[1] in vocabulary.PLACE_LETTERS


def _may_take(part: Stretch, key: str, roster: Roster | None) -> bool:
    if part.open or part.why == "scope" or (roster is not None and roster.canonical(part.key)):
        return False
    if seat := area_seat(key):
        run_by_it = without_brackets(key.removesuffix(seat)).endswith((*vocabulary.AREAS, "区"))
        return run_by_it and part.key.endswith(vocabulary.AREAS)
    place = governed_by(key)
    if place and not wants_ending(part.key):
        return has_government(part.key) and has_government(place)
    return wants_ending(part.key) and len(part.key) > 1


def _shared_ending(key: str, run: list[Stretch]) -> str:
    """What ``key`` shares with the ``run`` before it; nothing where that is in doubt."""
    if seat := area_seat(key):
        return seat
    if place := governed_by(key):
        lacks_kind = any(wants_ending(part.key) for part in run)
        if lacks_kind and (
            place[-1] not in vocabulary.LEVELS or place.endswith(vocabulary.NOT_PLACES)
        ):
            return ""  # 河北、内蒙古自治区人民政府
        return key[len(place) - lacks_kind :]  # 江西、湖南省人民政府
    if collective(key) is not None and not key.endswith(vocabulary.FIELD_NOUNS):
        return ""
    if not _ordinal(key) and any(_ends_in_ordinal(part.key) for part in run):
        return ""  # 第一、二小学
    if found := _ordinal(key):
        return key[found.end() :] if all(_ends_in_ordinal(part.key) for part in run) else ""
    if all(_is_bare_place(part.key) for part in run) and (ending := _after_a_place(key)):
        return ending
    ending = _ending_of(key)
    if not ending or ending == key or (len(ending) == 1 and key.endswith(vocabulary.NOT_PLACES)):
        return ""
    return ending if _are_alike(key.removesuffix(ending), run, ending) else ""


@lru_cache(maxsize=4096)
def _ending_of(key: str) -> str:
    """The longest ending that names may share with ``key``; nothing where it has none."""
    if not key.endswith(vocabulary.SHARED_ENDINGS):
        return ""
    return next(word for word in vocabulary.SHARED_ENDINGS if key.endswith(word))


def _are_alike(stem: str, run: list[Stretch], ending: str) -> bool:
    """Whether the names before look like ``stem``: of about its length, and bureaus for 局."""
    if ending == "局" or ending in vocabulary.FIELD_NOUNS:
        return all(is_field(_without_level(key)) for key in (stem, *(part.key for part in run)))
    if all(part.key in vocabulary.OPERATORS for part in run):
        return stem in vocabulary.OPERATORS and ending in vocabulary.CLOSE_ENDINGS
    if len(stem) == 1 and ending in vocabulary.LEVELS:
        return False  # 县 of 赣县 is half its name
    if any(not _is_like(stem, part.key, ending) for part in run if not _whole_of(part.written)):
        return False
    apart = 1 if ending in vocabulary.CLOSE_ENDINGS else 3
    sizes = [len(part.key) for part in run if not _whole_of(part.written)]
    return all(abs(len(stem) - size) <= apart for size in sizes)


def _is_like(stem: str, key: str, ending: str) -> bool:
    """Whether ``key`` may lack ``ending``: not 中国科大 before 合肥工业大学."""
    foreign = key.startswith(vocabulary.CENTRAL) and not stem.startswith(vocabulary.CENTRAL)
    foreign = foreign or key.endswith(vocabulary.TITLES)  # 副区长, before 公安分局
    both_leveled = key[0] == stem[:1] and key[0] in vocabulary.LEVELS  # 区孵化器, 区产业基金公司
    return len(key) <= 5 and key[-1] != ending[0] and not foreign and not both_leveled


def _after_a_place(key: str) -> str:
    """县教育局 of 石城县教育局, 供电公司 of 抚州供电公司; nothing where the place is not plain."""
    level, bureau = level_of(key)
    if len(level) > 2:
        return level[-1] + bureau
    for size in (2, 3):
        ending = _ending_of(key[size:])
        if ending and is_field(key[size:].removesuffix(ending)) and not is_field(key[:size]):
            return key[size:]
    return ""


@cache
def _ordinals() -> re.Pattern[str]:
    return re.compile("第[一二三四五六七八九十]+")


def _ordinal(key: str) -> re.Match[str] | None:
    return _ordinals().search(key) if "第" in key else None


def _ends_in_ordinal(key: str) -> bool:
    found = _ordinal(key)
    return found is not None and found.end() == len(key)


def _is_bare_place(key: str) -> bool:
    return 2 <= len(key) <= 3 and wants_ending(key) and not is_field(key)


def _whole_of(written: str) -> str:
    """市公安局 of 市公安局天河: the whole that the parts after it belong to as well."""
    for mark in ("局", "银行", "公司"):
        if mark in written:
            head, _mark, rest = written.rpartition(mark)
            if head and 1 < len(rest) <= 4:
                return head + mark
    return ""
