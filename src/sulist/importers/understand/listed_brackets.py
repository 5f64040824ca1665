"""The bracket with which most items of a list close: （秘书处，3月）, （各网格长负责）, （6月底前）.

One alone may say anything, an example or a remark. Where most items of a list close so, its place says
what it is, and a name in it is taken word for word though its form does not prove it: 各网格长, 后勤.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sulist.importers import brackets, cell_text
from sulist.importers.labels import Labelled, split
from sulist.importers.understand.closings import Closing, is_place, of_units, verb_of
from sulist.importers.understand.times_alone import is_time_alone
from sulist.listfile import persons

_FEWEST = 2
_ROW = re.compile(r"[、，,；;/]\s*|\s+")
_AND = re.compile("以及|[和及与]")
_POST = re.compile(
    "(?:长|书记|主任|主席|委员|干部|教师|老师|民警|党员|团员|干事|员|医生|医师|护士|秘书|理事|监事|经理|总监|主管|"
    "代表|领导|领队|教练|校医|宿管|会计|出纳|负责人|责任人|人员|志愿者|职工|家长|学生|同学|骨干|同志)$|^全体"
)
_NAME = re.compile(
    "(?:[0-9]{1,2}(?=年级|班|栋|号楼|车间|组|中队|区队))?[\u4e00-\u9fff“”（）]{2,12}"
)
# What a bracket holds that is nobody's name: a remark, a part of the work, a place.
_NO_NAME = re.compile(
    "其中|包括|包含|^含|不含|^除|详见|见附件|附件|续建|新建|改建|扩建|改造|暂定|试行|完成|以下|以上|简称|下同|同上|"
    "第.{1,3}[期批次轮届]|^[一二三四五六七八九十两]+[期批次轮个项场]|备选|可选|必选|必做|选做|地点|线上|线下|主题|内容|形式|对象|范围|全覆盖|"
    "人次|^按|^根据|^结合|^视|^如|^若|^待|同步|同时|进行|开展|召开|组织(?!委员|部|处|科|办|组|干事|员)|举办|推进|制定|印发|总结|"
    "[的在]|^[为并]|各自|专人|分级|谁|另行|另定|自行|自主|另外|"
    "一次|两次|每.{1,2}[期次场]|级$|[上下]旬|[0-9一二三四五六七八九十]月"
)
_WITHIN_A_YEAR = re.compile("[月日旬周季半底前末初内每全常长随期节时天]")


_BEFORE_TIME = re.compile(
    "([一-鿿、]{2,}?)[、 　]?(?=[0-9]|每|全年|常年|长期|适时|随时|年[初中末底内]|[上下]半年|第[一二三四])"
)


class LastBracket(NamedTuple):
    """What such a bracket says: ``unknown`` are the names in it that are no units by their form."""

    pieces: tuple[Labelled, ...]
    unknown: tuple[str, ...] = ()
    by_verb: bool = False

    @property
    def names(self) -> bool:
        """Whether it names anybody."""
        return any(piece.role != "deadline" for piece in self.pieces)

    @property
    def is_timed(self) -> bool:
        """Whether it says until when."""
        return any(piece.role == "deadline" for piece in self.pieces)

    @property
    def is_firm(self) -> bool:
        """Whether every name in it is a unit's or a person's, or a post."""
        return self.names and all(is_post(name) or persons.names(name) for name in self.unknown)

    @property
    def has_units(self) -> bool:
        """Whether a unit is named beside the posts, or instead of them."""
        named = [n for piece in self.pieces if piece.role != "deadline" for n in row_of(piece.text)]
        return any(name not in self.unknown for name in named)


def is_post(name: str) -> bool:
    """Whether it names whoever has a post: 各网格长."""
    return bool(_POST.search(name))


def row_of(names: str) -> list[str]:
    """The names of a row, each as it stands."""
    return [one for one in _ROW.split(names) if one]


def is_of_posts(one: LastBracket) -> bool:
    """Whether it names posts or persons alone: 班主任, 各网格长."""
    return one.is_firm and not one.has_units


@lru_cache(maxsize=4096)
def listed(inside: str) -> LastBracket | None:
    """What a bracket says whose place says that it names who does it or until when; None where it cannot be that."""
    before, labelled = split(" ".join(inside.split()))
    if any(piece.role != "deadline" for piece in labelled):
        return None
    made: list[Labelled] = []
    unknown: list[str] = []
    dated: list[str] = []
    pending = ""
    for clause, mark in _parts(before.rstrip("，,；;。 ")):
        if is_time_alone(clause):
            dated.append(clause)
            continue
        pending += clause
        found, role = verb_of(clause)
        if not found:
            pending += mark
            continue
        names = re.sub("^[由请]", "", pending[: len(pending) - len(clause) + found.start()])
        names = names.strip("，,；;")
        own = _unknown_in(names)
        if own is None:
            return None
        made.append(of_units(names, role, pending)._replace(unknown=own))
        unknown += own
        pending = ""
    by_verb = bool(made)
    if rest := pending.strip("，,；;。 "):
        own = _unknown_in(rest)
        if own is None:
            return None
        made.append(Labelled("", "responsible", rest, rest, own))
        unknown += own
    deadlines = [Labelled("", "deadline", "，".join(dated))] if dated else []
    if not (made or deadlines or labelled):
        return None
    return LastBracket((*made, *deadlines, *labelled), tuple(dict.fromkeys(unknown)), by_verb)


def _parts(text: str) -> list[tuple[str, str]]:
    """The clauses, and a time at the end of one by itself: 秘书处、3月; 秘书处 3月."""
    made: list[tuple[str, str]] = []
    for clause, mark in brackets.clauses(text):
        found = _BEFORE_TIME.match(clause)
        names = found.group(1) if found else ""
        named = cell_text.looks_like_units(names) or is_post(names)
        if found and (named or not is_time_alone(clause)) and is_time_alone(clause[found.end() :]):
            made += [(names, "，"), (clause[found.end() :], mark)]
        else:
            made.append((clause.strip(), mark))
    return made


def _unknown_in(names: str) -> tuple[str, ...] | None:
    """The names of a row that are no units by their form; None where one is nobody's name."""
    if cell_text.looks_like_units(names) and not is_place(names):
        return ()
    unknown: list[str] = []
    for part in row_of(names):
        if is_place(part):
            return None
        if cell_text.units_in(part) is not None:
            continue
        if _NO_NAME.search(part):
            return None
        for name in _each(part):
            if cell_text.units_in(name) is None:
                if not _NAME.fullmatch(name):
                    return None
                unknown.append(name)
    return tuple(unknown) if names else None


def posts_in(cell: str) -> tuple[str, ...]:
    """The posts in a cell of units, where all else in it is units: 社区党支部、各党小组长."""
    own = _unknown_in(cell) or ()
    return own if all(is_post(name) and not persons.names(name) for name in own) else ()


def _each(part: str) -> list[str]:
    """The names that 和 joins, where each of them may be one."""
    pieces = _AND.split(part)
    whole = all(len(one) > 1 and (cell_text.units_in(one) or is_post(one)) for one in pieces)
    return pieces if whole else [part]


def as_persons(one: LastBracket) -> LastBracket:
    """Posts and persons as the cell of persons that they are, where no item of the list names a unit.

    Posts without a verb stay unknown: 全体教师 may be whom something is for.
    """
    posts = () if one.by_verb else tuple(n for n in one.unknown if not persons.names(n))
    pieces = tuple(
        piece
        if piece.role == "deadline"
        else Labelled("责任人", "person", piece.text, piece.written, posts)
        for piece in one.pieces
    )
    return one._replace(pieces=pieces, unknown=())


def tells_place(text: str) -> bool:
    """Whether the last bracket of a text tells where: （9月16日，市民广场）."""
    return any(
        is_place(clause)
        for one in _ends(text)[:1]
        for clause, _mark in brackets.clauses(one.inside)
    )


def at_end(text: str) -> LastBracket | None:
    """What the last bracket of a text says, where nothing stands behind it and it can be such a one."""
    last = next(iter(_ends(text)), None)
    return listed(last.inside) if last else None


def _ends(text: str) -> list[brackets.Bracket]:
    """The brackets at the end of a text, the last one first: …（秘书处）（3月）."""
    found: list[brackets.Bracket] = []
    end = len(text.rstrip())
    for one in reversed(list(brackets.outermost(text))):
        if text[one.end : end].strip() or not one.is_closed:
            break
        found.append(one)
        end = one.start
    return found


def with_listed(text: str, closings: list[Closing], mode: str) -> list[Closing]:
    """The closings of a paragraph, and the brackets at its end that close it as those of its like do.

    ``mode`` is what these say: units, persons or times.
    """
    made = list(closings)
    named = False  # 验收（东店县）（督导室）: only the last of them says who does it
    for one in _ends(text):
        if any(other.start < one.end and one.start < other.end for other in closings):
            named = True
            continue
        said = listed(one.inside)
        if said is None or (named and said.names):
            break
        if pieces := _accepted(said, mode):
            made.append(Closing(one.start, one.end, pieces))
        named = named or said.names
    return sorted(made)


def _accepted(said: LastBracket, mode: str) -> tuple[Labelled, ...]:
    if not said.names:  # 新建水厂（2019—2021年） tells how long it is built
        return said.pieces if _WITHIN_A_YEAR.search(said.pieces[-1].text) else ()
    if mode == "times" or not (said.is_timed or said.by_verb or said.is_firm):
        return ()
    if mode == "persons" and is_of_posts(said):
        return as_persons(said).pieces
    return said.pieces


def mode_of(ends: list[LastBracket | None], named: int, *, bare: bool) -> str:
    """What the brackets say with which numbered paragraphs of one form close; "" where too few do.

    ``ends`` are those of its paragraphs, ``named`` of how many others it is certain who does it; ``bare``:
    of most of them a bracket with nothing but units says so.
    """
    found = [
        one
        for one in ends
        if one and (one.is_timed or one.by_verb or (one.is_firm and (bare or one.unknown)))
    ]
    by_name = [one for one in found if one.names]
    firm = sum(one.is_firm for one in by_name) + named
    if len(found) + named < _FEWEST or 2 * (len(found) + named) < len(ends) + named:
        return ""
    if by_name and 2 * firm >= len(by_name) + named:
        return "persons" if not named and all(map(is_of_posts, by_name)) else "units"
    return "times" if len(found) > len(by_name) else ""
