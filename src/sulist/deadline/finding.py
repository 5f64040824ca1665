"""The deadlines inside running text: only what is one beyond doubt, each read as ``parse`` does.

Prose also tells when things were done, printed and founded. So a date counts where a word makes it
a deadline (前, 底, 止, 到 before it, 起), where it is a range, where it stands alone in its clause,
or where something is finished by then; not where it describes something (年底前投运的机组).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sulist.deadline import words
from sulist.deadline.counting import Count
from sulist.deadline.model import Deadline, DeadlineError, Found
from sulist.deadline.moment import Before, Given
from sulist.deadline.recurring import Returning
from sulist.deadline.scan import Dates, Piece, begins_clause, scan
from sulist.deadline.terms import Term, terms_of
from sulist.deadline.text import Plain, Unreadable, plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sulist.deadline.moment import Moment

    Read = Callable[[str, int | None], Deadline]


class _Spoken(NamedTuple):
    """What a sentence has said so far: its year, its last date, 每年, since when, an event."""

    before: Before = Before()
    known: date | None = None  # the first day of the last date
    yearly: int | None = None  # where 每年 stands
    since: date | None = None
    event: bool = False  # whether something counts from an event
    schedule: bool = False  # whether the text begins with a date, as a schedule does
    dated: bool = False  # whether a sentence, this or another, has given a date


def find_deadlines(written: str, given: Given, read: Read) -> list[Found]:
    """The deadlines of ``written`` in their order; ``read`` reads a phrase in a given year."""
    text = plain(written)
    found: list[Found] = []
    spoken = _Spoken()
    end = 0
    for piece in scan(text.text, lenient=True):
        if _ends_sentence().search(text.text, end, piece.start):
            spoken = _Spoken(dated=spoken.dated)
        try:
            deadline, spoken = _read(text, piece, given, spoken, read)
        except (Unreadable, DeadlineError):
            deadline = None
        if deadline is not None:
            found.append(Found(deadline, text.span(*_place(text.text, piece))))
            spoken = spoken._replace(dated=True)
        end = piece.end
    return _without_since(found)


@cache
def _ends_sentence() -> re.Pattern[str]:
    return re.compile("[。!?]")


def _read(
    text: Plain, piece: Piece, given: Given, spoken: _Spoken, read: Read
) -> tuple[Deadline | None, _Spoken]:
    phrase = text.slice(*_place(text.text, piece))
    if isinstance(piece, Count):
        return _read_count(piece, phrase, given, spoken, read)
    if isinstance(piece, Returning):
        return _read_returning(text, piece, given, spoken, read)
    if not isinstance(piece, Dates) or _is_put_in_doubt(text.text, piece):
        return None, spoken
    if spoken.before.month is not None and any(map(_counts_from_another, piece.moments)):
        return None, spoken
    first = piece.moments[0]
    if not spoken.dated and first.base == "previous" and first.turn:  # each year's 次年
        return None, spoken
    if spoken.yearly is not None and not piece.says_year:
        if text.text.startswith(("为", "是", "第"), piece.end):  # 每年6月为安全生产月, 5月第二周
            return None, spoken
        return _since(
            read("每年" + phrase.removeprefix("每年"), given.year)._replace(text=phrase), spoken
        ), spoken
    terms, before = terms_of(piece, given, spoken.before, text.text)
    if _is_over(text.text, piece, terms, given):
        return None, spoken
    if not _is_deadline(text.text, piece, terms, given, schedule=spoken.schedule):
        return None, spoken._replace(since=_beginning(terms) or spoken.since)
    first = terms[0]
    if first.implied and spoken.known and first.due and first.due < spoken.known:
        return None, spoken
    # 明年 counts from the list's year, whatever year the sentence has said.
    from_list = any(moment.base == "list" for moment in piece.moments)
    year = given.year if from_list else spoken.before.year or given.year
    return read(phrase, year), spoken._replace(
        before=before,
        known=terms[-1].begin or terms[-1].due,
        since=_beginning(terms) or spoken.since,
        schedule=spoken.schedule or piece.start == 0,
    )


def _read_count(
    piece: Count, phrase: str, given: Given, spoken: _Spoken, read: Read
) -> tuple[Deadline | None, _Spoken]:
    """What counts from the issue; not ``24小时内报告``, which some event before it starts."""
    if piece.sort == "event":
        return None, spoken._replace(event=True)
    from_issue = piece.sort == "issue" and piece.unit != "小时" and not spoken.event
    return (read(phrase, given.year) if from_issue else None), spoken


def _beginning(terms: list[Term]) -> date | None:
    """The first day of what only begins: 2020年起."""
    return terms[-1].begin if terms[-1].due is None else None


def _counts_from_another(moment: Moment) -> bool:
    """``次月10日`` after another date in its sentence: alone it would mean something else."""
    return moment.shift is not None and moment.scale != "week"


def _place(text: str, piece: Piece) -> tuple[int, int]:
    """Where a piece stands, with the words that belong to its meaning: 到, 自, 每年; 完成."""
    if not isinstance(piece, Dates):
        return piece.start, piece.end
    begin, end = piece.start, piece.end
    if piece.lead in ("到", "至", "自", "从"):
        begin -= 2 if text[begin - 2 : begin] in ("截至", "截止") else 1
    elif text[begin - 2 : begin] == "每年":
        begin -= 2
    last = piece.moments[-1]
    if not (last.suffix or last.edge or last.scale == "day" or last.joint == "-"):
        finishes = words.compiled(words.FINISHES).match(text, end)
        end = finishes.end() if finishes else end
    return begin, end


def _read_returning(
    text: Plain, piece: Returning, given: Given, spoken: _Spoken, read: Read
) -> tuple[Deadline | None, _Spoken]:
    yearly = piece.frequency == "year" and not piece.dated
    if yearly and re.match(
        r"[^;。]{0,12}?(?:\d|[一二三四五六七八九十])+月|上半年|下半年", text.text[piece.end :]
    ):
        return None, spoken._replace(yearly=piece.start)
    if re.search("(?:不再|不|无需|取消)$", text.text[: piece.start]):
        return None, spoken
    if not piece.dated and not words.compiled(words.REPEATS).match(text.text, piece.end):
        return None, spoken
    deadline = read(text.slice(piece.start, piece.end), given.year)
    return _since(deadline, spoken), spoken


def _since(deadline: Deadline, spoken: _Spoken) -> Deadline:
    """With the beginning that the sentence has given: 2020年起，每年2月底前."""
    if deadline.recurrence is None or spoken.since is None:
        return deadline
    recurrence = deadline.recurrence._replace(start=spoken.since)
    return deadline._replace(start=spoken.since, recurrence=recurrence)


def _without_since(found: list[Found]) -> list[Found]:
    """Without the beginnings that a recurrence has taken up."""
    starts = {one.deadline.start for one in found if one.deadline.recurrence is not None}
    return [
        one
        for one in found
        if one.deadline.due or one.deadline.recurrence or one.deadline.start not in starts
    ]


def _clause_begins(text: str, at: int) -> int:
    return max(text.rfind(sign, 0, at) for sign in ",;。!?:(") + 1


def _is_past(due: date, given: Given) -> bool:
    """Whether a day lies before the list's year or its issue."""
    return due.year < (given.year or 0) or due < (given.issued or due)


def _is_over(text: str, piece: Dates, terms: list[Term], given: Given) -> bool:
    """``2021年底前纳入计划的项目`` in a list of 2023: a past day that tells which."""
    due = terms[-1].due
    return (
        due is not None
        and _is_past(due, given)
        and re.match("(?![将把对由向请])[^,;。将把]{1,10}的", text[piece.end :]) is not None
    )


def _is_put_in_doubt(text: str, piece: Dates) -> bool:
    """Whether a word around the date says that it does not hold, or only tells of something."""
    clause = text[_clause_begins(text, piece.start) : piece.start]
    if words.compiled(words.REPLACED).match(text, piece.end):
        return True
    until = re.search(r"(时间|日期|期限?|时限)?[:为]?截[至止]$", clause)
    if until is not None:  # 截至6月底 reports, but not 报名时间截至6月底, 截至6月底前
        return until[1] is None and piece.moments[-1].suffix != "前"
    if words.compiled(words.DOUBTFUL).search(clause):
        return True
    if text.startswith(("以来", "年来"), piece.end) or re.search("[比较]$", clause):
        return True
    return words.compiled(words.DESCRIBES).match(text, piece.end) is not None


def _is_deadline(
    text: str, piece: Dates, terms: list[Term], given: Given, *, schedule: bool
) -> bool:
    last, term = piece.moments[-1], terms[-1]
    if last.base == "list" and last.turn < 0:  # 去年底
        return False
    if last.suffix == "后":
        return _stands_alone(text, piece)
    if term.due is None:
        return given.year is None or (term.begin is not None and term.begin.year >= given.year)
    if last.suffix or piece.lead in ("到", "至", "issue"):
        return True
    if _is_signature(text, piece):
        return False
    if _stands_alone(text, piece):
        return True
    if _is_past(term.due, given):
        return term.ranged and bool(piece.lead)
    if _is_bounded(text, piece):
        return True
    if _is_edge(last.edge):
        return not _is_routine(text, piece)
    if term.ranged and (last.scale != "year" or piece.lead):
        return bool(piece.lead) or not _is_reported(text, piece)
    if _is_finished_by(text, piece):
        return True
    in_schedule = piece.start == 0 or (schedule and begins_clause(text, piece.start))
    return in_schedule and words.compiled(words.GOES_ON).match(text, piece.end) is not None


def _is_bounded(text: str, piece: Dates) -> bool:
    """Whether a word before the date makes it the last day: 最迟, 不得晚于, 完成时限为."""
    return words.compiled(words.BOUNDS).search(text, 0, piece.start) is not None


def _is_routine(text: str, piece: Dates) -> bool:
    """``年底考核``, ``年初建账、年中查账、年底交账``: every year's, and no deadline."""
    last = piece.moments[-1]
    if last.scale != "year" or last.says_year:
        return False
    if last.edge in ("初", "中") or words.compiled(words.YEARLY_ROUTINE).match(text, piece.end):
        return True
    return re.search("年[初中][^;。]{2,}$", text[: piece.start]) is not None


def _is_reported(text: str, piece: Dates) -> bool:
    """Whether a range tells of what was done in it: 1-6月，全市…同比增长8.1%."""
    return words.compiled(words.REPORTED).match(text, piece.end) is not None


def _is_edge(edge: str) -> bool:
    return edge in ("底", "内", "初", "中")


def _is_signature(text: str, piece: Dates) -> bool:
    """The day below a letter: …抓好落实。2021年3月10日（此件公开发布）."""
    last = piece.moments[-1]
    if last.scale != "day" or not last.says_year:
        return False
    below = piece.start > 0 and text[piece.start - 1] in ";。"
    return text.startswith("(此件", piece.end) or (below and text[piece.end :].strip("。") == "")


def _stands_alone(text: str, piece: Dates) -> bool:
    before = text[piece.start - 1] if piece.start else ""
    after = text[piece.end] if piece.end < len(text) else ""
    if before == "(" and after == ")":  # 动员部署阶段（5月）, but not a title's （2021年）
        stage = words.compiled(words.STAGES).search(text, 0, piece.start)
        return stage is not None and piece.moments[-1].scale != "year"
    return (not before or before in ";。:,(") and (not after or after in ";。:(")


def _is_finished_by(text: str, piece: Dates) -> bool:
    """Whether something is to be finished by then (力争2024年建成)."""
    leads = r"(?:^|[,;:。(])(?:力争|确保|争取|计划|预计|拟|将|要|应|须|必须|务必|务|需|原则上|分别|[于在])*$"
    before = text[max(0, _clause_begins(text, piece.start) - 1) : piece.start]
    if not re.search(leads, before):
        return False
    return any(words.compiled(p).match(text, piece.end) for p in (words.FINISHES, words.BEGINS))
