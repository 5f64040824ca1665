"""Who does what: labels (牵头单位：X) and verbs (X牵头，Y、Z按职责分工负责).

A label gives its duty to what follows it; a verb to what stands before it, back to the last
verb or label, 牵头 back to the last ， only; 会同 to what follows it, up to the next verb; 其中X牵头
to the X among those before.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sulist.units import vocabulary
from sulist.units.duty_labels import LABEL_NOUNS, LABEL_WORDS, duty_of, label_spans, labels
from sulist.units.folded import Stretch, is_inside_brackets
from sulist.units.shapes import collective, is_complete, is_scope, speaks_of_duty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.units.roster import Roster

_WITH = "会同"
_COUNTY = "会同县"
_NOTES = tuple(f"（{word}）" for word in LABEL_WORDS)
# The verbs that most cells have, which can be found without the pattern of all of them.
COMMON_VERBS = ("牵头", "负责", "配合", "落实", "参与", "协助")
_LETTERS = 2  # of each of them, and of 会同
_OTHER_VERBS = tuple(
    word.rpartition(")")[2] for word in vocabulary.VERBS.split("|") if word not in COMMON_VERBS
)
_IN_OTHER_VERBS = frozenset(word[0] for word in _OTHER_VERBS)
_MANNERS = tuple(word.rpartition(")")[2] for word in vocabulary.MANNERS.split("|"))
_BESIDE_VERBS = (*_MANNERS, *vocabulary.OBJECTS.split("|"))
_MANNERS_BEGIN = tuple("按根依结在")  # each of BY
_OF_BY_DUTY = frozenset(
    (*_MANNERS_BEGIN, *"为是")
)  # one of these is in 按职责分工, and in 作为牵头单位
_IN_ORDER_NOTES = frozenset(word[0] for word in vocabulary.ORDER_NOTES)
_OPENINGS = ("会同", "作为", *COMMON_VERBS, *_OTHER_VERBS, *_MANNERS)


def assign(parts: list[Stretch], roster: Roster | None) -> list[Stretch]:
    """The parts without labels and verbs, each with its duty; parts that are only these go.

    A name of the roster has none of them.
    """
    return _Assigner(roster).read(parts)


def is_without_duty(key: str, roster: Roster | None) -> bool:
    """Whether handing out duties leaves ``key`` as it is, be it alone: 区市场监督管理局, but not 由区市监局."""
    if not (roster is not None and roster.canonical(key)) and (label_spans(key) or _verb(key)):
        return False
    parts = assign([Stretch(key, key, 0)], roster)
    return len(parts) == 1 and parts[0].key == key and parts[0].duty is None


@lru_cache(maxsize=8192)
def _is_plain(key: str) -> bool:
    """Whether ``key`` is a name in which there is nothing for the assigner to look at."""
    return not (
        key == vocabulary.THE_SAME_BELOW
        or "由" in key
        or key.startswith(("请", "等", vocabulary.AMONG))
        or speaks_of_duty(key)
        or label_spans(key)
        or _note(key)
        or _says_order(key)
        or _is_manner(key)
    )


def _says_order(key: str) -> bool:
    """Whether ``key`` says who leads by the order of names: 排在首位的."""
    if _IN_ORDER_NOTES.isdisjoint(key):
        return False
    return any(map(key.__contains__, vocabulary.ORDER_NOTES))


class _Assigner:
    """Walks over the parts once, handing duties out."""

    def __init__(self, roster: Roster | None) -> None:
        self.roster = roster
        self.done: list[Stretch] = []
        self.waiting: list[Stretch] = []  # units since the last label or verb
        self.label: str | None = None
        self.section = 0  # where in ``done`` the units of this label begin
        self.partners: int | None = None  # where in ``waiting`` those after 会同 begin
        self.picked: int | None = None  # where in ``waiting`` those after 其中 begin
        self.task = False  # inside what somebody is to do, until the next ，

    def read(self, parts: list[Stretch]) -> list[Stretch]:
        for part in parts:
            self.task = self.task and part.before == "、"
            if not self.task and _is_plain(part.key):
                self.waiting.append(part)
                continue
            if self.task or self._is_note(part):
                continue
            if self.roster and self.roster.canonical(part.key):
                self._add(part)
                continue
            if not label_spans(part.key):
                self._read_verbs(part)
                continue
            for label, stretch in _labelled(part):
                if label is not None:
                    self._close(None)
                    self.label, self.section = label, len(self.done)
                if stretch.key:
                    self._read_verbs(stretch)
        self._close(None)
        return self.done

    def _is_note(self, part: Stretch) -> bool:
        """排在首位的为牵头单位，下同: no unit, but a duty for the first of the section."""
        if not _says_order(part.key):
            manner = not speaks_of_duty(part.key) and _is_manner(part.key)
            return part.key == vocabulary.THE_SAME_BELOW or manner
        self._close(None)
        if duty_of(part.key) == "lead" and len(self.done) > self.section:
            self.done[self.section].duty = "lead"
        return True

    def _read_verbs(self, part: Stretch) -> None:
        if word := _joining(part.key):
            part = part.cut(len(word), len(part.key), part.before)
        if note := _note(part.key):
            self._read_note(part, *note)
            return
        of_a_county = _COUNTY in part.key and self._is_of_a_county()
        verb = _verb(part.key, of_a_county=of_a_county)
        if verb is None:
            self._add(part)
            return
        start, end = verb
        phrase = part.key[start:end]
        subject = part.cut(0, start, part.before)
        self._add(subject)
        rest = part.cut(end, len(part.key), "，" if subject.key else part.before)
        if phrase == _WITH:
            self.partners = len(self.waiting)
        elif subject.key or not rest.key:  # 配合X: X is named, not who helps
            self._close(duty_of(phrase))
        if rest.key and (phrase == _WITH or _may_be_names(rest.key)):
            self._read_verbs(rest)
        elif _hides_units(rest.key):
            self._add(rest)  # which is refused: those it names would else be lost
        else:
            self.task = bool(rest.key)

    def _is_of_a_county(self) -> bool:
        """Whether a county's own unit stands before: then 会同县财政局 is no bureau of 会同县."""
        return any(part.key.startswith("县") for part in (*self.done, *self.waiting))

    def _read_note(self, part: Stretch, start: int, end: int) -> None:
        """区经发局（牵头）: the duty is that of the name it stands at alone."""
        note, named = part.key[start:end], part.cut(0, start, part.before)
        if any(word in note for word in vocabulary.TOGETHER):
            self._add(named)  # （按职责分工负责）: of all before it
        else:
            self._close(None)
            self._add(named)
        self._close(duty_of(note))
        if end < len(part.key):
            self._read_verbs(part.cut(end, len(part.key), "，"))

    def _add(self, part: Stretch) -> None:
        if (
            part.key.startswith(vocabulary.AMONG)
            and self.picked is None
            and (self.waiting or self.done)
        ):
            self.picked = len(self.waiting)
            part = part.cut(len(vocabulary.AMONG), len(part.key), part.before)
        if by := _by_whom(part.key):
            part = part.cut(by, len(part.key), part.before)
        if part.key and part.key != "等":
            self.waiting.append(part)

    def _close(self, duty: str | None) -> None:
        """Give ``duty``, or else the label's, to all that wait.

        With 会同 what follows it joins, and what stands before it leads. In A会同B，C配合 the
        verb is about C only, and in A、B，C牵头 too.
        """
        if self.picked is not None:
            self._pick(duty)
        elif self.partners is None:
            last = self._last_clause(1) if duty == "lead" else 0
            self._give(self.waiting[:last], self.label)
            self._give(self.waiting[last:], duty or self.label)
        else:
            last = self._last_clause(self.partners + 1, len(self.waiting))
            leaders, partners = self.waiting[: self.partners], self.waiting[self.partners : last]
            whole = last == len(self.waiting)
            self._give(leaders, duty if whole and duty in ("support", "guide") else "lead")
            self._give(partners, "join")
            self._give(self.waiting[last:], duty or self.label)
        self.waiting, self.partners, self.picked = [], None, None

    def _last_clause(self, first: int, otherwise: int = 0) -> int:
        """Where in ``waiting``, from ``first`` on, the last clause begins; else ``otherwise``."""
        clauses = [
            at for at in range(first, len(self.waiting)) if self.waiting[at].before in "，；"
        ]
        return clauses[-1] if clauses else otherwise

    def _pick(self, duty: str | None) -> None:
        """A、B，其中A牵头: the duty is that of the one that is named before, or one of a collective's."""
        picked = self.waiting[self.picked :]
        self._give(self.waiting[: self.picked], self.label)
        before = self.done[self.section :]
        for part in picked:
            same = [one for one in before if _is_same(one.key, part.key)]
            if same and duty:
                same[0].duty = duty
            else:
                if not duty or not any(collective(one.key) for one in before):
                    part.key = vocabulary.AMONG + part.key  # among whom, is not said: it is refused
                self._give([part], duty)

    def _give(self, parts: list[Stretch], duty: str | None) -> None:
        for part in parts:
            part.duty = duty
        self.done += parts


def _is_same(one: str, other: str) -> bool:
    """Whether two texts name one unit of a cell: 财政局 and 区财政局等."""
    one, other = one.removesuffix("等"), other.removesuffix("等")
    return one.endswith(other) or other.endswith(one)


def _labelled(part: Stretch) -> Iterator[tuple[str | None, Stretch]]:
    """The stretches of ``part``, each with the duty of the label before it, None for no label."""
    key, at, label = part.key, 0, None
    for start, end, duty in label_spans(key):
        if at < start or label is not None:
            yield label, part.cut(at, start, "" if at else part.before)
        label, at = duty, end
    yield label, part.cut(at, len(key), "" if at else part.before)


def _note(key: str) -> tuple[int, int] | None:
    """Where a bracket of ``key`` holds only a duty: 区经发局（牵头）."""
    if "（" not in key:
        return None
    opening = key.find("（")
    if opening and key.startswith(_NOTES, opening):  # 区经发局（牵头）
        return opening, key.find("）", opening) + 1
    match = _notes().search(key)
    return match.span() if match and match.start() else None


@lru_cache(maxsize=8192)
def _verb(key: str, *, of_a_county: bool = False) -> tuple[int, int] | None:
    """Where the first verb phrase of ``key`` stands, or None; a verb inside a name is none."""
    if not speaks_of_duty(key):
        return None
    of_a_county = of_a_county or key.startswith("县")
    spans = _common_spans(key) or (match.span() for match in _verbs().finditer(key))
    return next((span for span in spans if _is_verb(key, *span, of_a_county=of_a_county)), None)


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
    for word in (_WITH, *COMMON_VERBS):
        at = key.find(word)
        while at >= 0:
            found[at] = word
            at = key.find(word, at + _LETTERS)
    runs: list[tuple[int, int]] = []
    for at in sorted(found):
        goes_on = runs and runs[-1][1] == at and _WITH not in (found[at], found[at - _LETTERS])
        start = runs.pop()[0] if goes_on else at
        runs.append((start, at + _LETTERS))
    return runs


def _is_verb(key: str, start: int, end: int, *, of_a_county: bool) -> bool:
    phrase, subject, rest = key[start:end], key[:start], key[end:]
    if is_inside_brackets(key, start):
        return False
    named = not subject or _may_be_a_name(subject.removesuffix("等"))
    if phrase == _WITH:
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


def _hides_units(key: str) -> bool:
    """（区水务局配合）, （配合单位：区水务局）: what stands in a bracket behind a verb is others' duty."""
    if not key.startswith("（"):
        return False
    inside = key[1:].partition("）")[0]
    verb = _verbs().search(inside)
    around = (inside[: verb.start()], inside[verb.end() :]) if verb else (inside,)
    return bool(labels().search(inside)) or any(map(_may_be_a_name, filter(None, around)))


def has_label_or_verb(inside: str) -> bool:
    """Whether the words of a bracket say who does what: 会同区审计局, 配合单位：区水务局; not 督查室."""
    return (bool(labels().search(inside)) and "：" in inside) or _verb(inside) is not None


def _may_be_names(key: str) -> bool:
    return _may_be_a_name(key) or "等" in key or _verb(key) is not None


@cache
def _verbs() -> re.Pattern[str]:
    being = rf"(?:作?为|是)(?:{vocabulary.LABEL_WORDS})+(?:单位|部门|主体)"
    verbs = f"{being}|{vocabulary.VERBS}"
    how = f"{vocabulary.by_duty()}|{vocabulary.MANNERS}"
    more = f"{verbs}|{vocabulary.MANNERS}|{vocabulary.OBJECTS}"
    return re.compile(rf"会同|(?:{how})*(?:{verbs})(?:{more})*|{vocabulary.by_duty()}(?=$)")


def _joining(key: str) -> str:
    """并 of 并会同县财政局 and 并由县财政局, else nothing."""
    if not key.startswith(("并", "同时")):
        return ""
    from sulist.units.preambles import with_and

    match = with_and().match(key)
    return match["word"] if match else ""


def _by_whom(key: str) -> int:
    """How long 由 before a name is, and the words before it that say no more: 此项工作由, 原则上由."""
    if key[:1] in ("由", "请"):
        return 1 if len(key) > 2 else 0
    if "由" not in key:
        return 0
    from sulist.units.preambles import by_whom

    match = by_whom().match(key)
    return match.end() if match else 0


def _is_manner(key: str) -> bool:
    """Whether ``key`` only says how: 按职责分工, 按照属地原则."""
    if not key.startswith(_MANNERS_BEGIN):
        return False
    from sulist.units.preambles import manner

    return manner().fullmatch(key) is not None


@cache
def _notes() -> re.Pattern[str]:
    return re.compile(
        rf"（(?:(?:{vocabulary.LABEL_WORDS})(?:单位|部门|责任)*|(?:{_verbs().pattern})+)）"
    )
