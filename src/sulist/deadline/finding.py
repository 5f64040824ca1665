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
from sulist.deadline.scan import Dates, Piece, scan
from sulist.deadline.terms import Term, terms_of
from sulist.deadline.text import Plain, Unreadable, plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sulist.deadline.moment import Moment

    Read = Callable[[str, int | None], Deadline]


class _Spoken(NamedTuple):
    """What a sentence has said so far: its year, its last date, 每年 and since when."""

    before: Before = Before()
    due: date | None = None
    yearly: int | None = None  # where 每年 stands
    since: date | None = None


def find_deadlines(written: str, given: Given, read: Read) -> list[Found]:
    """The deadlines of ``written`` in their order; ``read`` reads a phrase in a given year."""
    text = plain(written)
    found: list[Found] = []
    spoken = _Spoken()
    end = 0
    for piece in scan(text.text, lenient=True):
        if _ends_sentence().search(text.text, end, piece.start):
            spoken = _Spoken()
        try:
            deadline, spoken = _read(text, piece, given, spoken, read)
        except (Unreadable, DeadlineError):
            deadline = None
        if deadline is not None:
            found.append(Found(deadline, text.span(*_place(text.text, piece))))
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
        return (read(phrase, given.year) if piece.sort == "issue" else None), spoken
    if isinstance(piece, Returning):
        return _read_returning(text, piece, given, spoken, read)
    if not isinstance(piece, Dates) or _is_put_in_doubt(text.text, piece):
        return None, spoken
    if spoken.before.month is not None and any(map(_counts_from_another, piece.moments)):
        return None, spoken
    if spoken.yearly is not None and not any(moment.says_year for moment in piece.moments):
        return _since(
            read("每年" + phrase.removeprefix("每年"), given.year)._replace(text=phrase), spoken
        ), spoken
    terms, before = terms_of(piece, given, spoken.before, text.text)
    if not _is_deadline(text.text, piece, terms, given):
        return None, spoken._replace(since=_beginning(terms) or spoken.since)
    first = terms[0]
    if first.implied and spoken.due and first.due and first.due < spoken.due:
        return None, spoken
    year = spoken.before.year or given.year
    return read(phrase, year), spoken._replace(
        before=before, due=terms[-1].due or spoken.due, since=_beginning(terms) or spoken.since
    )


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


def _is_put_in_doubt(text: str, piece: Dates) -> bool:
    """Whether a word around the date says that it does not hold, or only tells of something."""
    clause = text[_clause_begins(text, piece.start) : piece.start]
    if words.compiled(words.DOUBTFUL).search(clause) or re.search(r"截[至止]$", clause):
        return piece.moments[-1].suffix != "前" or re.search(r"截[至止]$", clause) is None
    if text.startswith(("以来", "年来"), piece.end) or re.search("[比较]$", clause):
        return True
    return words.compiled(words.DESCRIBES).match(text, piece.end) is not None


def _is_deadline(text: str, piece: Dates, terms: list[Term], given: Given) -> bool:
    last, term = piece.moments[-1], terms[-1]
    if last.base == "list" and last.turn < 0:  # 去年底
        return False
    if last.suffix == "后":
        return _stands_alone(text, piece)
    if term.due is None:
        return given.year is None or (term.begin is not None and term.begin.year >= given.year)
    if last.suffix or piece.lead in ("到", "至", "issue"):
        return True
    if _is_edge(last.edge):
        return not words.compiled(words.YEARLY_ROUTINE).match(text, piece.end)
    if term.ranged and (last.scale != "year" or piece.lead):
        return True
    return _stands_alone(text, piece) or _is_finished_by(text, piece, terms, given)


def _is_edge(edge: str) -> bool:
    return edge in ("底", "内", "初", "中")


def _stands_alone(text: str, piece: Dates) -> bool:
    before = text[piece.start - 1] if piece.start else ""
    after = text[piece.end] if piece.end < len(text) else ""
    return (not before or before in ";。:,(") and (not after or after in ";。:(")


def _is_finished_by(text: str, piece: Dates, terms: list[Term], given: Given) -> bool:
    """Whether something is to be finished by then (力争2024年建成), and not done before."""
    due = terms[-1].due
    if due is not None and (due.year < (given.year or 0) or (given.issued and due < given.issued)):
        return False
    leads = r"(?:^|[,;:。(])(?:力争|确保|争取|计划|预计|拟|将|要|应|须|原则上|分别|[于在])*$"
    before = text[max(0, _clause_begins(text, piece.start) - 1) : piece.start]
    if not re.search(leads, before):
        return False
    if any(words.compiled(p).match(text, piece.end) for p in (words.FINISHES, words.BEGINS)):
        return True
    return piece.start == 0 and words.compiled(words.GOES_ON).match(text, piece.end) is not None
