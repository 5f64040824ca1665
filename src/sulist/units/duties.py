"""Who does what: labels (牵头单位：X) and verbs (X牵头，Y、Z按职责分工负责).

A label gives its duty to what follows it; a verb to what stands before it, back to the last
verb or label, 牵头 back to the last ， only; 会同 to what follows it, up to the next verb; 其中X牵头
to the X among those before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.units import duty_steps, vocabulary
from sulist.units.duty_steps import by_whom, steps
from sulist.units.folded import Stretch
from sulist.units.gate import judge
from sulist.units.shapes import collective, level_of

if TYPE_CHECKING:
    from sulist.units.duty_steps import Step
    from sulist.units.roster import Roster


def assign(parts: list[Stretch], roster: Roster | None) -> list[Stretch]:
    """The parts without labels and verbs, each with its duty; parts that are only these go.

    A name of the roster has none of them.
    """
    return _Assigner(roster).read(parts)


def is_without_duty(key: str, roster: Roster | None) -> bool:
    """Whether handing out duties leaves ``key`` as it is, be it alone: 区市场监督管理局, but not 由区市监局."""
    parts = assign([Stretch(key, key, 0)], roster)
    return len(parts) == 1 and parts[0].key == key and parts[0].duty is None


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
            key = part.key
            said = steps(key, duty_steps.COUNTY in key and self._is_of_a_county())
            if self.task and part.before == "、" and not (said and _begins_anew(said)):
                self._take_within(part, said)
                continue
            self.task = False
            if said is None or (self.roster is not None and self.roster.canonical(key)):
                self.waiting.append(part)
                continue
            for step in said:
                self._take(step, part)
        self._close(None)
        return self.done

    def _take(self, step: Step, part: Stretch) -> None:
        says, duty, start, end, mark = step
        if says == duty_steps.NAME:
            is_whole = end - start == len(part.key)
            before = part.before if mark is None else mark
            self.waiting.append(part if is_whole else part.cut(start, end, before))
        elif says == duty_steps.DUTY:
            self._close(duty)
        elif says == duty_steps.AMONG:
            self._take_among(part.cut(start, end, part.before if mark is None else mark))
        elif says == duty_steps.LABEL:
            self._close(None)
            self.label, self.section, self.task = duty, len(self.done), False
        elif says == duty_steps.JOINED:
            self.partners = len(self.waiting)
        elif says == duty_steps.TASK:
            self.task = True
        else:
            self._close(None)
            if duty == "lead" and len(self.done) > self.section:
                self.done[self.section].duty = duty

    def _take_among(self, part: Stretch) -> None:
        """其中X: one of those before, if there are any."""
        key = part.key
        if self.picked is None and (self.waiting or self.done):
            self.picked = len(self.waiting)
            key = key.removeprefix(vocabulary.AMONG)
        key = key[by_whom(key) :]
        if key not in ("", "等"):
            self.waiting.append(part.cut(len(part.key) - len(key), len(part.key), part.before))

    def _take_within(self, part: Stretch, said: tuple[Step, ...] | None) -> None:
        """区财政局负责资金、区教育局: a unit inside a task is left to be refused, since it would else be lost."""
        whole = (duty_steps.NAME, None, 0, len(part.key), None)
        for says, _duty, start, end, _mark in said or (whole,):
            named = part.cut(start, end, part.before)
            if says == duty_steps.NAME and _is_surely_a_unit(named.key, self.roster):
                named.within = True
                self.waiting.append(named)

    def _is_of_a_county(self) -> bool:
        """Whether a county's own unit stands before: then 会同县财政局 is no bureau of 会同县."""
        return any(part.key.startswith("县") for part in (*self.done, *self.waiting))

    def _close(self, duty: str | None) -> None:
        """Give ``duty``, or else the label's, to all that wait.

        With 会同 what follows it joins, and what stands before it leads. In A会同B，C配合 the
        verb is about C only, and in A、B，C牵头 too.
        """
        if self.picked is not None:
            self._pick(duty)
        elif self.partners is None:
            last = self._last_clause(1) if duty == "lead" and len(self.waiting) > 1 else 0
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
        if duty:
            for part in parts:
                part.duty = duty
        self.done += parts


def _begins_anew(said: tuple[Step, ...]) -> bool:
    """Whether a label is in what a part says: what one is to do ends there."""
    return any(says == duty_steps.LABEL for says, *_rest in said)


def _is_surely_a_unit(key: str, roster: Roster | None) -> bool:
    """Whether ``key`` is a unit wherever it stands: 区教育局, 各镇; not 服务站, which may be what is built."""
    if roster is not None and roster.canonical(key):
        return True
    found = collective(key)
    told = level_of(key)[0] if found is None else found.quantifier
    return bool(told) and not judge(Stretch(key, key, 0), roster)


def _is_same(one: str, other: str) -> bool:
    """Whether two texts name one unit of a cell: 财政局 and 区财政局等."""
    one, other = one.removesuffix("等"), other.removesuffix("等")
    return one.endswith(other) or other.endswith(one)
