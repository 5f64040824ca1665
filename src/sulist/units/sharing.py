"""Putting shared parts back: what several names in a row write only once.

Each rule looks at a row of parts joined by 、 or 和, and renames those that cannot stand alone.
When a rule is in doubt, the name stays as written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.units import words
from sulist.units.shapes import (
    as_level,
    collective,
    is_bare,
    is_complete,
    is_functional,
    is_headed,
    is_kind,
    is_scope,
    kind_seat,
    level_of,
    party_level,
)
from sulist.units.text import fold, without_brackets

if TYPE_CHECKING:
    from sulist.roster import Roster
    from sulist.units.model import Part

_ENDINGS = (
    *("街道办事处", "公安分局", "工作站", "派出所", "开发区", "分公司", "街道办", "办事处", "居委会"),
    *("村委会", "自治区", "自治州", "自治县", "大队", "中队", "支队", "总队", "分局", "街道", "社区"),
    *("公司", "银行", "支行", "分行", "学院", "大学", "中学", "小学", "医院", "园区", "新区", "校区"),
    *("法院", "分院", "部门", "省", "市", "区", "县", "镇", "乡", "村", "局"),
)
_NOT_PLACES = ("城区", "街区", "郊区", "库区", "灾区", "城市", *words.AREAS)


def restore(parts: list[Part], roster: Roster | None) -> None:
    """Apply every rule to every row of ``parts``, in place."""
    levels_seen: list[str] = []  # in the whole cell: only the roster makes use of these
    for row in rows(parts):
        _share_scopes(row, roster)
        _share_endings(row, roster)
        _share_openings(row, roster)
        _share_levels(row, roster, levels_seen)


def rows(parts: list[Part]) -> list[list[Part]]:
    """The parts in rows: a ， ends one, unless the cell has no 、 or the part is only a scope."""
    commas_end = any(part.before in ("、", "和") for part in parts)
    found: list[list[Part]] = []
    for part in parts:
        new = part.before in ("", "；") or (part.before == "，" and commas_end)
        if found and (not new or is_scope(found[-1][-1].key)):
            found[-1].append(part)
        else:
            found.append([part])
    return found


# --- 区属、驻区各单位: a scope takes what stands after the next one's scope -------------------


def _share_scopes(row: list[Part], roster: Roster | None) -> None:
    for place in range(len(row) - 2, -1, -1):
        part, following = row[place], row[place + 1]
        if roster and roster.canonical(part.key):
            continue
        shared = _after_scope(part.key, following)
        if shared:
            name = part.written + following.name[len(following.name) - len(shared) :]
            part.rename(name, part.key + shared, "scope", following.written)


def _after_scope(scope: str, following: Part) -> str:
    """What ``scope`` shares with the part after it; nothing if it is no scope."""
    if scope.endswith(words.RULING):
        return _after_ruler(following.key) if collective(scope) is None else ""
    if not is_scope(scope):
        return ""
    found = collective(following.key)
    if found is None or is_kind(following.key):
        return _after_level(scope, following.key)
    opening = found.scope or _opening_scope(found.noun)
    if not opening or opening == following.key:
        return ""
    if not is_scope(opening):
        return _after_level(scope, following.key)
    rest = following.key[len(opening) :]
    if scope in words.BARE_SCOPES and "驻" in opening[1:]:
        return opening[opening.index("驻") :] + rest
    return (opening[-1] if opening[-1] in "直属级" and scope in words.LEVELS else "") + rest


def _opening_scope(noun: str) -> str:
    return next((noun[:end] for end in range(4, 0, -1) if is_scope(noun[:end])), "")


def _after_ruler(key: str) -> str:
    """市委、市政府有关部门 and 区委、区政府办公室: what stands after the government's name."""
    level, rest = level_of(key)
    if level and rest in ("政府办公室", "政府办公厅"):
        return rest.removeprefix("政府")
    found = collective(key)
    if found is None or not found.scope.endswith(words.GOVERNING):
        return ""
    return key[len(found.scope) :]


def _after_level(scope: str, key: str) -> str:
    """市、县公安局 and 省、市、县人民政府: what stands after the level, where it is plain."""
    if scope not in words.LEVELS:
        return ""
    seat = kind_seat(key)
    if seat and seat[1] in ("人民政府", "政府") and seat[0] in words.LEVELS:
        return seat[1]
    level, rest = level_of(key)
    if level in words.LEVELS and level and scope != "省" and not rest.endswith("厅"):
        return rest
    found = collective(key)
    if found and found.quantifier and found.scope[:1] in words.LEVELS and found.scope:
        return key[1:]
    return ""


# --- 天河、海珠、荔湾大队: names without an ending take the next one's -----------------------


def _share_endings(row: list[Part], roster: Roster | None) -> None:
    for place, part in enumerate(row):
        if part.kind_after:
            run = [*_run_before(row, place, part.kind_after, roster), part]
            _give_ending([p for p in run if _lacks_ending(p, roster)], part.kind_after, part)
        elif not _lacks_ending(part, roster):
            run = _run_before(row, place, part.key, roster)
            if run and part.key[-2:-1] in tuple("两三四五六七八九") and part.key[-1] in words.LEVELS:
                name = part.name[:-2] + part.name[-1]  # 潭东、潭口两镇
                part.rename(name, fold(name), "ending", run[0].written)
            if run and (ending := _ending(part, run)):
                _give_ending(run, part.name[-len(ending) :], part)


def _give_ending(run: list[Part], ending: str, source: Part) -> None:
    """Write ``ending`` after each name of ``run``, and before the later ones what opens it."""
    opening = _opening_of(run[0]) if run else ""
    for part in run:
        head = "" if part is run[0] else opening
        name = head + part.written + ending
        part.rename(name, fold(name), "ending", source.written)
    if opening and source not in run and not source.name.startswith(opening):
        name = opening + source.name
        source.rename(name, fold(name), "level", run[0].written)


def _lacks_ending(part: Part, roster: Roster | None) -> bool:
    if roster and roster.canonical(part.key):
        return False
    return _wants_ending(part.key)


def _wants_ending(key: str) -> bool:
    if key in words.OPERATORS or (len(key) == 2 and key[1] == "州"):
        return True  # 赣州 is short for 赣州市
    return not is_complete(key) and not is_scope(key) and not is_headed(key) and "各" not in key


def _run_before(row: list[Part], place: int, key: str, roster: Roster | None) -> list[Part]:
    """The parts just before ``place`` that may take the ending of ``key``."""
    start = place
    while start and _may_take(row[start - 1], key, roster):
        start -= 1
    return row[start:place]


def _may_take(part: Part, key: str, roster: Roster | None) -> bool:
    if part.why == "scope" or (roster and roster.canonical(part.key)):
        return False
    if key.endswith("管委会"):
        return part.key.endswith(words.AREAS) and key.removesuffix("管委会").endswith(words.AREAS)
    place = _seated_place(key)
    if place and not _wants_ending(part.key):
        return _is_governed_place(part.key) and _is_governed_place(place)
    return not part.open and _wants_ending(part.key) and len(part.key) > 1


def _seated_place(key: str) -> str:
    """赣州市 of 赣州市人民政府, else nothing."""
    for seat in ("人民政府", "政府"):
        if key.endswith(seat):
            return key.removesuffix(seat)
    return ""


def _is_governed_place(key: str) -> bool:
    """区, 各县（市）, 赣县区, 潭东镇: a place that has a government."""
    found = collective(key)
    if found and found.quantifier:
        return is_kind(found.noun) and not found.noun.endswith(("街道", "村", "社区", "居"))
    base = key.partition("（")[0]
    return base[-1:] in ("区", "县", "市", "镇", "乡", "旗", "州") and not base.endswith(words.AREAS)


def _ending(part: Part, run: list[Part]) -> str:
    """What ``part`` shares with the ``run`` before it; nothing where that is in doubt."""
    key = part.key
    if key.endswith("管委会"):
        return "管委会"
    if place := _seated_place(key):
        bare = any(_wants_ending(other.key) for other in run)
        return key[len(place) - bare :] if not bare or place[-1] in words.LEVELS else ""
    if collective(key) is not None and not key.endswith("部门"):
        return ""
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) > len(ending):
            if len(ending) == 1 and key.endswith(_NOT_PLACES):
                return ""
            return ending if _alike(key.removesuffix(ending), run, ending) else ""
    return ""


def _alike(stem: str, run: list[Part], ending: str) -> bool:
    """Whether the names before look like ``stem``: of about its length, and bureaus for 局."""
    if ending in ("局", "部门"):
        stems = [level_of(other.key + ending)[1] for other in run]
        return is_functional(level_of(stem + ending)[1]) and all(is_functional(name) for name in stems)
    if all(other.key in words.OPERATORS for other in run):
        return stem in words.OPERATORS and ending in ("公司", "分公司")
    apart = 1 if ending in ("公司", "分公司", "银行", "支行", "分行", "大学", "学院") else 3
    lengths = [len(other.key) for other in run if not _opening_of(other)]
    return all(abs(len(stem) - length) <= apart for length in lengths)


def _opening_of(part: Part) -> str:
    """市公安局 of 市公安局天河: the whole that the parts after it belong to as well."""
    for mark in ("局", "银行", "公司"):
        head, found, rest = part.written.rpartition(mark)
        if found and head and 1 < len(rest) <= 4:
            return head + found
    return ""


# --- 各街道、镇: nouns for many take 各 from the collective before them -----------------------


def _share_openings(row: list[Part], roster: Roster | None) -> None:
    opening, source, ruler, of_places = "", None, "", False
    for part in row:
        found = collective(part.key)
        if found and found.quantifier:
            opening, source = part.name[: len(found.scope) + len(found.quantifier)], part
            ruler, of_places = _ruler_in(found.noun), _is_of_places(found.noun)
        elif source is None or (roster and roster.canonical(part.key)):
            continue
        elif ruler and without_brackets(part.key) in ("政府", "人民政府", "管委会"):
            noun = source.name[: -len(ruler)]
            part.rename(noun + part.name, fold(noun) + part.key, "opening", source.written)
        elif rest := _shared_bureau(source.key, part.key):
            name = source.name + part.name[-len(rest) :]
            source.rename(name, fold(name), "ending", part.written)
            part.rename("各" + part.name, "各" + part.key, "opening", source.written)
        elif is_bare(part.key):
            # 区直各部门、镇街: the towns are not 区直
            places = _is_of_places(part.key) and not of_places
            quantifier = fold(opening)[-1:] if fold(opening)[-1:] == "各" else ""
            head = opening[len(opening) - 1 :] if places and quantifier else "" if places else opening
            if head:
                part.rename(head + part.name, head + part.key, "opening", source.written)


def _is_of_places(noun: str) -> bool:
    return is_kind(noun) or kind_seat(noun) is not None


def _ruler_in(noun: str) -> str:
    """党委 of 镇党委, 委 of 县（市、区）委."""
    for ruler in ("党（工）委", "党工委", "党委", "委"):
        if noun.endswith(ruler) and is_kind(noun.removesuffix(ruler)):
            return fold(ruler)
    return ""


def _shared_bureau(source: str, key: str) -> str:
    """教育局 of 各县、区教育局; nothing where 市财政局 may be the one above them."""
    level, rest = level_of(key)
    peers = {"各县": "区", "各区": "县", "各市": "县区", "各旗": "县区"}.get(source, "")
    return rest if level and level[0] in peers else ""


# --- 省科技厅、工业和信息化厅: bureaus without a level take the one before -------------------


def _share_levels(row: list[Part], roster: Roster | None, seen: list[str]) -> None:
    last = _NO_LEVEL
    for part in row:
        if collective(part.key) is not None and not part.key.endswith("部门"):
            continue
        if roster and roster.canonical(part.key) and not level_of(part.key)[0]:
            continue
        own, rest = level_of(part.key)
        if own:
            last = _levels_of(part, own, rest)
            seen += [last.seat, last.party]
        elif chosen := _by_the_roster(part, seen, roster) or _level_for(part, last):
            part.rename(chosen + part.name, fold(chosen) + part.key, "level", last.source or chosen)
            last = last._replace(party=chosen if chosen == last.party else "")
        elif part.key[-1] in "区县市":
            last = _NO_LEVEL


class _Levels(NamedTuple):
    """What a name shares with those after it: 省 with bureaus, 省委 with party organs."""

    bureau: str
    party: str
    seat: str  # with 政府, 人大, 政协 and the like
    source: str


_NO_LEVEL = _Levels("", "", "", "")


def _levels_of(part: Part, own: str, rest: str) -> _Levels:
    level = as_level(part.key) or part.name[: len(own)]
    party = part.name[: len(party_level(part.key))]
    # after 章贡区政府, 教育局 may be the city's: only the seats of 章贡区 share its name
    seats_only = len(own) > 1 and rest in words.SEATS
    return _Levels("" if seats_only else level, party, level, part.written)


def _by_the_roster(part: Part, seen: list[str], roster: Roster | None) -> str:
    """A level written anywhere before, if with it ``part`` is on the roster, the last one first."""
    if not roster:
        return ""
    return next((level for level in reversed(seen) if roster.canonical(level + part.key)), "")


def _level_for(part: Part, last: _Levels) -> str:
    """The level that ``part`` lacks: 省, 赣州市, or 省委 for a party organ; "" to leave it."""
    if not is_functional(part.key):
        return ""
    if part.key in words.PARTY_ORGANS:
        # 市宣传部 is no name, and 市委 is not written
        return last.party or ("" if part.key.endswith(("部", "校")) else last.bureau)
    if part.key in words.SEATS:
        return last.seat
    if part.key.endswith("厅") and not last.bureau.endswith(("省", "自治区")):
        return ""
    if part.key.startswith("市政") and last.bureau == "市":
        return ""  # 市政园林局 may be whole
    return last.bureau
