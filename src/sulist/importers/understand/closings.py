"""Who does what, and until when, at the end of a paragraph: （区发改局牵头，区住建局负责，6月底前完成）."""

from __future__ import annotations

import re
from typing import NamedTuple

from sulist.base.plain import clean_cell, simplified
from sulist.importers import brackets, cell_text
from sulist.importers.labels import Labelled, split
from sulist.importers.understand.clauses import is_time, with_commas
from sulist.importers.understand.legends import legend_in
from sulist.importers.understand.said_in_sentence import begins_with_task, in_sentences
from sulist.importers.understand.times_alone import is_time_alone
from sulist.listfile import persons

UNIT_ROLES = ("lead", "responsible", "support")
_BESIDE = re.compile("联系|联络|电话|手机|经办")  # whom to ask, who need not be who does it
_DUTY = re.compile(
    "牵头|负总责|主办|负责|承办|配合|协办|协助|协同|参与|落实|实施|"
    "(?:责任|主责|主办|协作)?(?:单位|部门|科室|处室|部室|股室|机构|领导|责任人|负责人|牵头人)[:：]"
)
_LEADING = re.compile(
    r"(?:负责)?(?:共同|总)?(?:牵头|负总责|主办|抓总)(?:负责|落实|推进|实施|抓好|督导|督办|协调)?$"
)
_SUPPORTING = re.compile(
    r"(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:共同|积极)?(?:配合|协办|协助|参与|参加|支持|指导|督导|监督)(?:落实)?$"
)
_ANSWERING = re.compile(
    r"(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:共同|分别|具体|分工)?(?:负责|承办|落实|实施|推进|组织实施|抓落实)(?:落实|推进|实施)?$"
)
_VERBS = ((_LEADING, "lead"), (_SUPPORTING, "support"), (_ANSWERING, "responsible"))
_LEADERS = {"lead": "牵头领导", "responsible": "责任领导", "support": "配合领导"}
_POST = re.compile(
    "(?:[省市区县镇乡州处科局院校部厂]长|书记|主任|主席|总经理|经理|总裁|董事长|同志|秘书长|常委)$"
)
_WHO_DOES = re.compile("(?:牵头|主办|负责|承办|配合|协办|协助)(?:负责|落实|实施|完成)?$")
_PLACE = re.compile(
    "(?:会议室|会议中心|报告厅|多功能厅|活动室|操场|广场|礼堂|教室|体育馆|体育场|现场|公园|剧院|影院|剧场|大厅|[一二三四五六七八九十]楼)$"
)
_LONGEST_TIME = 12
_LONGEST_SENTENCE = 120
_THIS_WORK = re.compile("^(?:此|该|这|本|上述|以上)(?:项|些)?(?:工作|任务|活动|事项)?(?=由)")
_DASH = re.compile(r"(?:——|--|－－|──)([^—\-－─]{2,60})$")
_BY_WHEN = re.compile("[0-9]+个?(?:工作日|日|天|周|月|年)内|(?:完成|办结|到位|见效)$")
# What is no part of units: 区公安局牵头制定方案, 各镇负责本镇的.
_TASK = re.compile(
    "(?:牵头|负责|承办)(?!制|人)(?:.*(?:制定|组织|开展|提出|推进|完善|建设|做好)|的)"
)
# Behind a label with its colon: 完成时限：10月完成 责任单位党政办.
_LABEL_WITHOUT_COLON = re.compile(
    "(?<=[ \u3000，,；;成前底末日月旬内])((?:责任|牵头|配合)(?:单位|部门|科室|处室)|责任人|负责人|完成时[限间])"
    "(?![：:\\s]|责任人|负责人|[的和要应须需、，])"
)
_HEREAFTER = re.compile("^(?:以)?下同$")


def answers(piece: Labelled) -> bool:
    """Whether a piece says who does it: units, or whoever leads or answers in person."""
    named = piece.role in ("leader", "person") and not _BESIDE.search(piece.label)
    return piece.role in UNIT_ROLES or named


class Closing(NamedTuple):
    """A closing of a paragraph: from where to where it stands, what it says, and a legend in it.

    It is not ``is_sure`` where the sentence that says it need not speak of the whole;
    ``remark`` are sentences behind who does what: 以下各项均需各镇落实，不再列出.
    """

    start: int
    end: int
    pieces: tuple[Labelled, ...]
    legend: str = ""
    remark: str = ""
    is_sure: bool = True


def closings_of(text: str, *, bare: bool, numbered: bool) -> list[Closing]:
    """The brackets in a paragraph that name who does what, each at the end of a sentence.

    ``bare``: a last bracket with nothing but units and a date in it counts too. ``numbered``: so does,
    where there is no bracket, what stands behind a last ——, a last sentence that says nothing else,
    and 由…会同…负责 inside one.
    """
    found: list[Closing] = []
    for one in brackets.outermost(text):
        start, end, inside, is_closed = one
        if not (start or end == len(text)) or not brackets.ends_sentence(text, one):
            continue
        if not _DUTY.search(inside) and not (bare and end == len(text)):
            continue
        if _is_of_a_cell(text[found[-1].end if found else 0 : start], inside):
            continue
        inside, remark = _remark_apart(inside) if is_closed else (inside, "")
        pieces, legend = said(inside)
        if pieces:
            found.append(Closing(start, end, pieces, legend, remark))
    return found if found or not numbered else _without_bracket(text)


def _remark_apart(inside: str) -> tuple[str, str]:
    """What is in a bracket, and apart from it the sentences behind one that says who does what."""
    first, stop, behind = inside.partition("。")
    if not stop or not behind.strip("。 ") or said(inside)[0]:
        return inside, ""
    return (first, behind.strip()) if duties(first) else (inside, "")


def unread_in(text: str) -> str:
    """The first bracket at the end of a sentence that says who does it, and was not read; "" where all were.

    One without its end is told too: a part of it is in another cell.
    """
    for one in brackets.outermost(text):
        if not one.is_closed:
            return text[one.start :]
        if not brackets.ends_sentence(text, one):
            continue
        by_verb = any(_WHO_DOES.search(clause) for clause, _mark in brackets.clauses(one.inside))
        if by_verb or any(map(answers, split(one.inside)[1])):
            return text[one.start : one.end].rstrip("。；;")
    return ""


def _is_of_a_cell(before: str, inside: str) -> bool:
    """Whether a bracket belongs to units behind a label: 责任单位：区住建局、各园区（管委会）."""
    pieces = split(before)[1] if ":" not in inside and "：" not in inside else ()
    return bool(pieces) and answers(pieces[-1]) and not re.search("[。；;]", before[-1:])


def _without_bracket(text: str) -> list[Closing]:
    stripped = text.rstrip("。；; ")
    if dash := _DASH.search(stripped):
        pieces, legend = said(dash.group(1))
        return [Closing(dash.start(), len(text), pieces, legend)] if pieces else []
    start = max(stripped.rfind("。"), stripped.rfind("；")) + 1
    last = _THIS_WORK.sub("", stripped[start:])
    if start and len(last) <= _LONGEST_SENTENCE and verb_of(last.split("，")[0])[0]:
        pieces = _by_verbs(last)
        if any(one.role == "deadline" and len(one.text) > _LONGEST_TIME for one in pieces):
            pieces = ()  # it says what is to be done, too
        if pieces and cell_text.looks_like_units(pieces[0].text):
            return [Closing(start, len(text), pieces)]
    if any(map(answers, split(stripped)[1])):
        return []
    told = in_sentences(stripped)
    if told.is_told:
        return [Closing(len(text), len(text), told.pieces, is_sure=told.is_sure)]
    pieces = _inside_sentence(stripped)
    return [Closing(len(text), len(text), pieces)] if pieces else []


def _inside_sentence(text: str) -> tuple[Labelled, ...]:
    """推进标准化（区市监局牵头，区发改局配合），制定标准2项: a bracket that stays a part of its sentence."""
    for one in brackets.outermost(text):
        pieces = duties(one.inside)
        if pieces and all(
            cell_text.looks_like_units(one.text) for one in pieces if one.role in UNIT_ROLES
        ):
            return pieces
    return ()


def said(inside: str) -> tuple[tuple[Labelled, ...], str]:
    """What a closing says, and the legend in it; no pieces where any of it cannot be told apart."""
    parts = list(brackets.clauses(inside.strip()))
    legend = "，".join(clause for clause, _mark in parts if legend_in(clause))
    if legend:
        kept = [
            clause + mark
            for clause, mark in parts
            if not legend_in(clause) and not _HEREAFTER.match(clause)
        ]
        inside = "".join(kept).rstrip("，,；;。")
    has_labels = bool(split(inside)[1])
    before, pieces = split(_LABEL_WITHOUT_COLON.sub(r"\1：", inside) if has_labels else inside)
    if not pieces:
        return _by_verbs(inside), legend
    if before.strip():
        first = _by_verbs(before.rstrip("，,；;。 "))
        pieces = first + pieces
        if not first:
            return (), ""
    named = any(answers(piece) for piece in pieces)
    return (dated_apart(pieces), legend) if named else ((), "")


def dated_apart(pieces: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    """The pieces, a time behind the units of one as a deadline of its own: 责任单位：区司法局，6月底前; 区司法局（6月底前）."""
    made: list[Labelled] = []
    for whole in pieces:
        piece, behind = _time_apart(whole) if answers(whole) else (whole, "")
        parts = list(brackets.clauses(piece.text)) if answers(piece) else []
        dated: list[str] = []
        while len(parts) > 1 and is_time(parts[-1][0]):
            dated.insert(0, parts.pop()[0])
            parts[-1] = (parts[-1][0], "")
        dated += [behind] if behind else []
        if not parts or not dated:
            made.append(piece)
            continue
        made.append(piece._replace(text="".join(clause + mark for clause, mark in parts)))
        made.append(Labelled("", "deadline", "，".join(dated)))
    return tuple(made)


def _time_apart(piece: Labelled) -> tuple[Labelled, str]:
    """A piece without a last bracket that is a time, and that time: 宣传部（4月—5月）."""
    last = next(reversed(list(brackets.outermost(piece.text))), None)
    if last is None or not last.start or last.end < len(piece.text.rstrip("。；; ")):
        return piece, ""
    inside = last.inside.strip()
    if not (last.is_closed and is_time_alone(inside)):
        return piece, ""
    return piece._replace(text=piece.text[: last.start]), inside


def duties(text: str) -> tuple[Labelled, ...]:
    """区发改局牵头，各部门配合 as its pieces; none where it is not told so."""
    plain = text.rstrip("。；;")
    by_verbs = any(verb_of(clause)[0] for clause, _mark in brackets.clauses(plain))
    return _by_verbs(plain) if by_verbs else ()


def _by_verbs(inside: str) -> tuple[Labelled, ...]:
    made: list[Labelled] = []
    dated: list[str] = []
    pending: list[str] = []
    for clause, mark in brackets.clauses(with_commas(clean_cell(inside))):
        if is_time(clause) or _BY_WHEN.search(clause):
            dated.append(clause)
            continue
        pending.append(clause)
        found, role = verb_of(clause)
        if not found:
            pending.append(mark)
            continue
        written = "".join(pending)
        pending[-1] = clause[: found.start()]
        names = re.sub("^[由请]", "", "".join(pending))  # 由区财政局牵头
        if not names or (cell_text.units_in(names) is None and not _is_person(names)):
            return ()
        if re.search("[，；]由", names) or any(
            _holds_a_task(one) for one, _mark in brackets.clauses(names)
        ):
            return ()
        made.append(_of_verb(names, role, written))
        pending = []
    rest = "".join(pending).strip("，,；;。")
    if rest:
        # X牵头，Y、Z: who is named last answers; so does who is named alone.
        led = any(piece.role == "lead" for piece in made) and not begins_with_task(rest)
        is_unit = cell_text.looks_like_units(rest) and not is_place(rest)
        alone = not made and is_unit and not _DUTY.search(rest)
        if not (alone or (led and cell_text.units_in(rest) is not None)):
            return ()
        made.append(Labelled("", "responsible", rest))
    if made and dated:
        made.append(Labelled("", "deadline", "，".join(dated)))
    return tuple(made)


def _of_verb(names: str, role: str, written: str) -> Labelled:
    """The piece of names and the verb behind them, which are ``written`` so."""
    if _is_person(names):
        return Labelled(_LEADERS[role], "leader", names)
    return of_units(names, role, written)


def of_units(names: str, role: str, written: str) -> Labelled:
    """The piece of units; one cell with their verbs where one is none that is known: 区住建局牵头抓总，各镇参与."""
    if _DUTY.search(names):
        return Labelled("", "responsible", re.sub("^[由请]", "", written))
    return Labelled("", role, names, written)


def _holds_a_task(names: str) -> bool:
    """区公安局牵头制定方案 before 区卫健局配合 is more than units, as is 各镇负责本镇的 before 实施."""
    return bool(_DUTY.search(names)) and (
        not cell_text.looks_like_units(names) or bool(_TASK.search(names))
    )


def _is_person(names: str) -> bool:
    """Whether it is one person or several with their posts: 王明副市长."""
    return bool(_POST.search(names)) and bool(persons.names(names))


def is_place(name: str) -> bool:
    """Whether it is where something is held: 三楼会议室."""
    return bool(_PLACE.search(name))


def verb_of(clause: str) -> tuple[re.Match[str] | None, str]:
    """The verb that a clause ends with and what it says: 区发改局牵头."""
    plain = simplified(clause)
    return next(
        ((found, role) for pattern, role in _VERBS if (found := pattern.search(plain))), (None, "")
    )
