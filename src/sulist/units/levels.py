"""省科技厅、工业和信息化厅: bureaus without a level take the one of the bureau before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.units import vocabulary
from sulist.units.folded import without_brackets
from sulist.units.shapes import as_level, collective, is_functional, level_of, party_level

if TYPE_CHECKING:
    from sulist.units.folded import Stretch
    from sulist.units.roster import Roster


_COUNTIES = frozenset("省州市县区旗盟")  # which have bureaus; towns and villages have none


class _Levels:
    """What a name shares with those after it: 省 with bureaus, 省委 with party organs."""

    __slots__ = ("bureau", "of_each", "party", "seat", "source")

    def __init__(
        self,
        bureau: str = "",
        party: str = "",
        seat: str = "",
        source: str = "",
        *,
        of_each: bool = False,
    ) -> None:
        self.of_each = of_each  # 各县
        self.bureau = bureau
        self.party = party
        self.seat = seat  # what it shares with 政府, 人大, 政协 and the like
        self.source = source


def share(row: list[Stretch], roster: Roster | None, seen: list[str]) -> None:
    """Give the bureaus of ``row`` their levels; ``seen`` collects those of the whole cell."""
    last = _Levels()
    for part in row:
        found = collective(part.key)
        if found is not None and not part.key.endswith("部门"):
            if found.quantifier == "各" and not found.scope and not last.of_each:
                last = _levels_of_each(part) if not last.source else last
            elif found.quantifier == "各" and last.of_each and level_of(part.key[1:])[0]:
                last = _Levels(of_each=True)  # 各省、自治区教育厅、财政厅: of both
            continue
        own, rest = level_of(part.key)
        if own:
            last = _levels_of(part, own, rest)
            seen += [level for level in (last.seat, last.party) if level not in seen]
        elif roster is not None and roster.canonical(part.key):
            continue
        elif chosen := _by_the_roster(part, seen, roster) or _level_for(part.key, last):
            part.rename(chosen + part.name, "level", last.source or chosen)
            last.party = chosen if chosen == last.party else ""
        elif part.key[-1] in "区县市":
            last = _Levels()


def _levels_of_each(part: Stretch) -> _Levels:
    """各县（市、区） of 各县（市、区）水利局, which bureaus behind it share too."""
    own, rest = level_of(part.key[1:])
    if not own or not _COUNTIES.issuperset(without_brackets(own)) or rest in vocabulary.SEATS:
        return _Levels()
    place = part.name[: len(own) + 1]
    return _Levels(place, part.name[: len(party_level(part.key))], "", part.written, of_each=True)


def _levels_of(part: Stretch, own: str, rest: str) -> _Levels:
    level = as_level(part.key) or part.name[: len(own)]
    party = part.name[: len(party_level(part.key))]
    # after 章贡区政府, 教育局 may be the city's: only the seats of 章贡区 share its name
    seats_only = len(own) > 1 and rest in vocabulary.SEATS
    return _Levels("" if seats_only else level, party, level, part.written)


def _by_the_roster(part: Stretch, seen: list[str], roster: Roster | None) -> str:
    """A level written anywhere before that makes ``part`` a name of the roster; the last first."""
    if not roster:
        return ""
    return next((level for level in reversed(seen) if roster.canonical(level + part.key)), "")


def _level_for(key: str, last: _Levels) -> str:
    """The level that ``key`` lacks: 省, 赣州市, or 省委 for a party organ; "" to leave it."""
    if not is_functional(key):
        return ""
    if key.endswith("部门") and key.startswith(vocabulary.CENTRAL_FIELDS):
        return ""
    if last.seat.endswith("村") and key not in vocabulary.WHOLE_ORGANS:
        return ""  # no village has a bureau
    if key in vocabulary.PARTY_ORGANS:
        # 市宣传部 is no name, and 市委 is not written
        return last.party or ("" if key.endswith(("部", "校")) else last.bureau)
    if key in vocabulary.SEATS:
        return "" if key == "管委会" and last.seat in ("县", "市") else last.seat
    if key.endswith("厅") and not last.bureau.endswith(("省", "自治区")):
        return ""
    if key.startswith("市政") and last.bureau == "市":
        return ""  # 市政园林局 may be whole
    return last.bureau
