"""Putting shared parts back: what several names in a row write only once.

A row is what 、 and 和 join. Each rule renames the parts that cannot stand alone; when it is in
doubt, a name stays as written. Scopes and openings are here; ``endings`` and ``levels`` are
rooms of their own.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from sulist.units import vocabulary
from sulist.units.folded import without_brackets
from sulist.units.lacking import (
    ANY_LEVEL,
    BESIDE_THE_PARTY,
    ENDINGS,
    MAY_BE_LEVELS,
    REST,
    bureau_of_area,
    lacks,
    may_share,
    party_seat,
)
from sulist.units.shapes import (
    Collective,
    collective,
    is_bare,
    is_complete,
    is_headed,
    is_kind,
    is_scope,
    kind_seat,
    level_of,
    rule_together,
)

if TYPE_CHECKING:
    from sulist.units.folded import Stretch
    from sulist.units.roster import Roster


# What a bureau behind the first of two kinds may be of, the second: 各县、区教育局, 各州、市财政局.
_PEERS = {"各县": "区", "各区": "县", "各市": "县区州", "各旗": "县区", "各州": "市县"}
_JOINTS = frozenset("、和其")
_COUNTIES = frozenset("县市区旗")  # which have bureaus; towns and villages have none


def restore(parts: list[Stretch], roster: Roster | None) -> list[Stretch]:
    """The parts with every rule applied to every row of them."""
    in_rows = rows(parts)
    for row in in_rows:
        _share_owners(row, roster)
        _share_scopes(row, roster)
    lacking = may_share(parts, roster)
    if not lacking:
        return parts
    from sulist.units import endings, levels

    for row in in_rows:
        if len(in_rows) > 1:
            lacking = may_share(row, roster)
        if lacking & ENDINGS:
            endings.share(row, roster)
            endings.share_wholes(row, roster)
        endings.share_groups(row)
        if lacking & ~ANY_LEVEL:
            _share_openings(row, roster)
    if may_share(parts, roster) & MAY_BE_LEVELS:
        levels_seen: list[str] = []  # in the whole cell: only the roster makes use of these
        for row in in_rows:
            levels.share(row, roster, levels_seen)
    if not any("和" in part.key for part in parts):
        return parts
    return [half for part in parts for half in _party_and_government(part, roster)]


def _party_and_government(part: Stretch, roster: Roster | None) -> tuple[Stretch, ...]:
    """各县党委和政府 is 各县党委 and 各县政府, also where 党委和政府 has been put back."""
    head, _and, government = part.key.rpartition("和")
    if not head or (roster is not None and roster.canonical(part.key)):
        return (part,)
    party = next((seat for seat in ("党工委", "党委", "委") if head.endswith(seat)), "")
    if not party or not rule_together(head, government):
        return (part,)
    place = part.name[: len(head) - len(party)]
    seat = part.name[len(head) + 1 :]
    both = part.written.endswith("和" + seat)
    second = part.twin(part.written[-len(seat) :] if both else part.written)
    second.rename(place + seat, "opening", part.written)
    if both:
        part.written = part.written[: -len(seat) - 1]
    part.name, part.key, part.open = part.name[: len(head)], head, False
    return part, second


def rows(parts: list[Stretch]) -> list[list[Stretch]]:
    """The parts in rows: a ， ends one, unless the cell has no 、 or only a scope is before it."""
    befores = [part.before for part in parts]
    commas_end = "，" in befores and not _JOINTS.isdisjoint(befores)
    found: list[list[Stretch]] = []
    for part in parts:
        new = part.before in ("", "；") or (part.before == "，" and commas_end)
        if found and (not new or is_scope(found[-1][-1].key)):
            found[-1].append(part)
        else:
            found.append([part])
    return found


# --- 市公安局及其交警支队: what is somebody's takes the owner's name ---------------------------


def _share_owners(row: list[Stretch], roster: Roster | None) -> None:
    for owner, part in itertools.pairwise(row):
        if part.before == "其" and not (roster is not None and roster.canonical(part.key)):
            part.rename(owner.name + part.name, "opening", owner.written)


# --- 区属、驻区各单位: a scope takes what stands after the next one's scope ------------------


def _share_scopes(row: list[Stretch], roster: Roster | None) -> None:
    for place in range(len(row) - 2, -1, -1):
        part, following = row[place], row[place + 1]
        if lacks(part.key, roster) & REST and (shared := _after_scope(part.key, following.key)):
            tail = following.name[len(following.name) - len(shared) :]
            part.rename(part.written + tail, "scope", following.written)


def _after_scope(scope: str, key: str) -> str:
    """What ``scope`` shares with ``key``, which follows; nothing if it is no scope."""
    if scope.endswith(vocabulary.RULING):
        return _after_government(key) if collective(scope) is None else ""
    if not is_scope(scope):
        return _of_each_kind(scope, key)
    found = collective(key)
    if found is None or not is_scope(found.scope):
        return _after_level(scope, key)
    rest = key[len(found.scope) :]
    for word in "驻在":  # 中央、省驻市各单位; 中直、省直驻市单位
        needs_place = scope in vocabulary.BARE_SCOPES or scope[0] == "中"  # 中直驻市
        if needs_place and word in found.scope[1:]:
            return found.scope[found.scope.index(word) :] + rest
    mark = found.scope[-1]
    return mark + rest if mark in "直属级" and scope in vocabulary.LEVELS else rest


def _of_each_kind(kind: str, key: str) -> str:
    """区（县）、街道工作专班: what places of both kinds have."""
    if not key.endswith(vocabulary.OF_EACH) or not is_kind(kind) or kind in vocabulary.KINDS:
        return ""
    own = next(
        (own for own in sorted(vocabulary.KINDS, key=len) if len(own) > 1 and key.startswith(own)),
        "",
    )
    return key[len(own) :] if own else ""


def _after_government(key: str) -> str:
    """市委、市政府有关部门 and 区委、区政府办公室: what stands after the government's name."""
    level, rest = level_of(key)
    if level and rest in ("政府办公室", "政府办公厅"):
        return rest.removeprefix("政府")
    found = collective(key)
    if found is None or not found.scope.endswith(vocabulary.GOVERNING):
        return ""
    return key[len(found.scope) :]


def _after_level(scope: str, key: str) -> str:
    """市、县公安局 and 省、市、县人民政府: what stands after the level, where it is plain."""
    if scope not in vocabulary.LEVELS:
        return ""
    seat = kind_seat(key)
    if seat and seat[0] in vocabulary.LEVELS and seat[1] in ("人民政府", "政府"):
        return seat[1]
    level, rest = level_of(key)
    is_of_levels = level and (
        level in vocabulary.LEVELS or (level.endswith("）") and is_kind(level))
    )
    if is_of_levels and not rest.endswith("厅") and (scope != "省" or not rest.endswith("局")):
        return rest
    found = collective(key)
    return (
        key[1:]
        if found and found.quantifier and found.scope[:1] in tuple(vocabulary.LEVELS)
        else ""
    )


# --- 各街道、镇: nouns for many take 各 from the collective before them ----------------------


def _share_openings(row: list[Stretch], roster: Roster | None) -> None:
    givers: list[Stretch] = []  # the collective with 各, and the kinds that took it
    for part in row:
        found = collective(part.key)
        if found and (found.quantifier or party_seat(found.noun)):
            givers = [part]
        elif part.key.endswith("街道党工委"):
            givers = [part]  # 解放街道党工委、办事处
        elif givers and not (roster is not None and roster.canonical(part.key)):
            is_a_kind = is_kind(part.key)
            _share_opening(givers, part)
            givers += [part] if is_a_kind else []


def _share_opening(givers: list[Stretch], part: Stretch) -> None:
    giver = givers[0]
    if bureau := _shared_bureau(giver.key, part.key):
        for one in givers:
            one.rename(one.name + part.name[-len(bureau) :], "ending", part.written)
        if not part.key.removesuffix(bureau).endswith(vocabulary.AREAS):  # 高新区 is one of its own
            part.rename("各" + part.name, "opening", giver.written)
    elif opening := _opening_for(giver, part.key):
        part.rename(opening + part.name, "opening", giver.written)


def _opening_for(giver: Stretch, key: str) -> str:
    """What ``key`` takes from the collective ``giver``: 各, 市政府各, or 各镇 for 政府."""
    found = collective(giver.key) or Collective("", "", giver.key)
    party = party_seat(found.noun) or ("党工委" if giver.key.endswith("街道党工委") else "")
    if party and without_brackets(key) in BESIDE_THE_PARTY:
        return giver.name[: -len(party)]
    of_a_committee = party == "委" and key.endswith("委") and is_kind(key[:-1])  # 各市、州、县委
    if not is_bare(key) and not of_a_committee:
        return ""
    if _is_of_places(key) and not _is_of_places(found.noun):
        return "各" if found.quantifier == "各" else ""  # 区直各部门、镇街: towns are not 区直
    return giver.name[: len(found.scope) + len(found.quantifier)]


def _is_of_places(noun: str) -> bool:
    return is_kind(noun) or kind_seat(noun) is not None


def _shared_bureau(giver: str, key: str) -> str:
    """教育局 of 各县、区教育局; nothing where 市财政局 may be the one above them."""
    if giver[:1] == "各" and (bureau := bureau_of_area(key)):  # 各县区、高新区财政局
        return (
            bureau
            if is_kind(giver[1:]) and _COUNTIES.issuperset(without_brackets(giver[1:]))
            else ""
        )
    level, rest = level_of(key)
    if level.endswith("）") and is_kind(giver.removeprefix("各")):
        return rest
    kind = next((kind for kind in vocabulary.LONG_KINDS if key.startswith(kind)), "")
    if kind and is_kind(giver.removeprefix("各")) and is_complete(key[len(kind) :]):
        return key[len(kind) :] if kind_seat(key) is None else ""  # 各省、自治区、直辖市教育厅
    peers = _PEERS.get(giver, "")
    if key[0] in peers and key.endswith("部门") and is_headed(key[1:]) and len(key) > 3:
        return key[1:]  # 各县、区农业主管部门
    return rest if level and level in peers else ""
