"""Who does what: labels (牵头单位：X) and verbs (X牵头，Y、Z按职责分工负责).

A label gives its duty to what follows it; a verb to what stands before it, back to the last
verb or label; 会同 to what follows it, up to the next verb.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sulist.units import words
from sulist.units.shapes import collective, is_complete, is_scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.units.model import Part

_FINAL_ONLY = ("落实", "实施", "推进", "支持", "监督", "指导", "督导", "督促", "办理", "完成", "执行", "承")
_OF_OTHERS = ("指导", "督导", "督促", "监督")  # X指导Y落实: what follows has a duty of its own


def assign(parts: list[Part], key: str) -> list[Part]:
    """The parts without labels and verbs, each with its duty; parts that are only these are gone.

    Most cells have no such word: they come back as they are.
    """
    if not any(word in key for word in words.DUTY_OF):
        return parts
    return _Reader().read(parts)


def duty_of(phrase: str) -> str:
    """The duty that a label or a verb phrase gives: 负责牵头 is lead."""
    return next((duty for word, duty in words.DUTY_OF.items() if word in phrase), "responsible")


def colon(part: Part) -> int:
    """Where a colon is left in ``part``, outside brackets; -1: nowhere."""
    depth = 0
    for place, letter in enumerate(part.key):
        depth += (letter == "（") - (letter == "）")
        if letter == "：" and depth == 0:
            return place
    return -1


class _Reader:
    """Walks over the parts once, handing duties out."""

    def __init__(self) -> None:
        self.done: list[Part] = []
        self.waiting: list[Part] = []  # units since the last label or verb
        self.label: str | None = None
        self.with_from: int | None = None  # where in ``waiting`` the units after 会同 begin
        self.section = 0  # where in ``done`` the units of this label begin
        self.task = False  # inside what X is to do, until the next ，

    def read(self, parts: list[Part]) -> list[Part]:
        for part in parts:
            if self.task and part.before in "、和":
                continue
            self.task = False
            if self._is_note(part):
                continue
            for label, stretch in _labelled(part):
                if label is not None:
                    self._close(None)
                    self.label, self.section = label, len(self.done)
                if stretch.key:
                    self._read_verbs(stretch)
        self._close(None)
        return self.done

    def _is_note(self, part: Part) -> bool:
        """排在首位的为牵头单位，下同: no unit, but a duty for the first of the section."""
        if part.key == "下同":
            return True
        if not any(note in part.key for note in words.ORDER_NOTES):
            return False
        self._close(None)
        if duty_of(part.key) == "lead" and len(self.done) > self.section:
            self.done[self.section].duty = "lead"
        return True

    def _read_verbs(self, part: Part) -> None:
        if note := _bracketed_verb(part.key):
            self._add(part.cut(0, note[0], part.before))
            self._close(duty_of(part.key[note[0] :]))
            rest = part.cut(note[1], len(part.key), "")
            if rest.key:
                self._read_verbs(rest)
            return
        verb = _verb(part.key)
        if verb is None:
            self._add(part)
            return
        start, end = verb
        phrase = part.key[start:end]
        subject = part.cut(0, start, part.before)
        if subject.key and subject.key != "等":
            self._add(subject)
        rest = part.cut(end, len(part.key), "，" if subject.key else part.before)
        if phrase == "会同":
            self.with_from = len(self.waiting)
        elif self.waiting and not (rest.key and not subject.key):
            self._close(duty_of(phrase))
        if rest.key:
            self._after(phrase, rest)

    def _after(self, phrase: str, rest: Part) -> None:
        if is_complete(rest.key) or collective(rest.key) or is_scope(rest.key) or phrase == "会同" or _verb(rest.key) is not None or "等" in rest.key:
            self._read_verbs(rest)
        else:
            self.task = True

    def _add(self, part: Part) -> None:
        if part.key.startswith("由") and len(part.key) > 2:
            part = part.cut(1, len(part.key), part.before)
        self.waiting.append(part)

    def _close(self, duty: str | None) -> None:
        """Give ``duty`` (None: the label's) to all that wait; a partner after 会同 joins.

        In A会同B、C，D配合 the verb is about D only.
        """
        if self.with_from is not None:
            for place in range(len(self.waiting) - 1, self.with_from, -1):
                if self.waiting[place].before in "，；":
                    others, self.waiting = self.waiting[place:], self.waiting[:place]
                    self._close(None)
                    self.waiting = others
                    break
        for place, part in enumerate(self.waiting):
            if self.with_from is not None and place >= self.with_from:
                part.duty = "join"
            elif self.with_from:  # the ones who do it with partners lead them
                part.duty = duty if duty in ("support", "guide") else "lead"
            else:
                part.duty = duty or self.label
        self.done += self.waiting
        self.waiting = []
        self.with_from = None


def _labelled(part: Part) -> Iterator[tuple[str | None, Part]]:
    """The stretches of ``part``, each with the duty of the label before it, None for no label."""
    key, at, label = part.key, 0, None
    for match in _labels().finditer(key):
        if not _is_label(key, match):
            continue
        if at < match.start() or label is not None:
            yield label, part.cut(at, match.start(), "" if at else part.before)
        label, at = duty_of(match.group()), match.end()
    yield label, part.cut(at, len(key), "" if at else part.before)


def _is_label(key: str, match: re.Match[str]) -> bool:
    """With a colon always; without, where a name may begin and a name follows."""
    if match.group().endswith("：") and not _inside_brackets(key, match.start()):
        return True
    if _inside_brackets(key, match.start()):
        return False
    before, after = key[: match.start()], key[match.end() :]
    if not match["noun"] or match["noun"] not in ("单位", "部门", "科室", "处室"):
        return False
    if before and (not is_complete(before) or collective(before)):
        return False
    return bool(after) and after[0] not in "和及与、（负" and match["level"] == ""


def _bracketed_verb(key: str) -> tuple[int, int] | None:
    """Where a bracket of ``key`` holds only a duty: 区经发局（牵头）."""
    if "（" not in key:
        return None
    match = _notes().search(key)
    return match.span() if match and match.start() else None


def _verb(key: str) -> tuple[int, int] | None:
    """Where the first verb phrase of ``key`` stands, or None; a verb inside a name is none."""
    if not any(word in key for word in words.DUTY_OF) and not key.endswith("职责"):
        return None
    for match in _verbs().finditer(key):
        if _is_verb(key, match.start(), match.end()):
            return match.span()
    return None


def _is_verb(key: str, start: int, end: int) -> bool:
    phrase, subject, rest = key[start:end], key[:start], key[end:]
    if _inside_brackets(key, start):
        return False
    if phrase == "会同":
        return not rest.startswith("县") and bool(rest) and (not subject or _names(subject))
    if not rest:
        return not phrase.startswith(_FINAL_ONLY) or not subject or _names(subject)
    if rest.startswith(tuple(words.LABEL_NOUNS.split("|"))) or rest[0] in "人办中":
        return False
    if subject and not _names(subject):
        return False
    if phrase in _OF_OTHERS:
        return collective(rest) is not None or rest[0] in words.LEVELS
    return not phrase.startswith(_FINAL_ONLY) and (bool(subject) or phrase in _LEADING)


_LEADING = ("配合", "协助", "参与")


def _names(subject: str) -> bool:
    subject = subject.removesuffix("等")
    return is_complete(subject) or is_scope(subject) or collective(subject) is not None or subject.startswith("由")


def _inside_brackets(key: str, place: int) -> bool:
    return key.count("（", 0, place) > key.count("）", 0, place)


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(
        r"(?P<level>(?:第一|主要|总|具体|共同|直接|业务|技术|行业|[省市区县]级|[省市区县]直?)?)"
        rf"(?:{words.LABEL_WORDS})(?:（[^）]*）)?(?:责任|牵头|配合)?"
        rf"(?:(?P<noun>{words.LABEL_NOUNS})(?:（[^）]*）)?：?|：)"
    )


@cache
def _verbs() -> re.Pattern[str]:
    by = (
        r"(?:按照|按|根据|依据|依照|依|结合|在)(?:各自|其|部门|有关|相关|法定)?的?"
        r"(?:职责|职能|任务|工作|分工|权限|范围)+(?:内|要求)?"
    )
    how = r"结合实际|按要求|分别|共同|具体|主要|积极|密切|全力|认真|切实|统一|各自|一并|同时|主动|做好|予以|给予|应|总|(?<![会众层党团际间业])组织"
    what = (
        rf"(?:作?为|是)(?:{words.LABEL_WORDS})+(?:单位|部门|主体)|"
        r"负总责|牵头|主办|主责|抓总|负责|承担|分工|各负其责|各司其职|配合|(?<!政)协办|协助|协同|支持|参与|参加|"
        r"指导|督导|督促|监督|承办|抓好落实|抓落实|落实|组织实施|实施|推进|办理|完成|执行"
    )
    more = r"相关工作|有关工作|具体工作|各项工作|工作|任务|事项|组织|做好|抓好"
    return re.compile(rf"会同|(?:{by}|{how})*(?:{what})(?:{what}|{how}|{more})*|{by}(?=$)")


@cache
def _notes() -> re.Pattern[str]:
    return re.compile(rf"（(?:{words.LABEL_WORDS})(?:单位|部门|责任)*）|（(?:{_verbs().pattern})+）")
