"""What must not be left between the dates of a cell: a wrong date is worse than none."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.patterns import RarePattern
from sulist.deadline import signs, told, vocabulary
from sulist.deadline.figures import edge_at, suffix_at
from sulist.deadline.moments import FESTIVAL_NAMES
from sulist.deadline.phrase import ByHand, Unreadable
from sulist.deadline.resolving import Dates
from sulist.deadline.scan import Aside, Piece, Rest, Topic, begins_clause, gaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.deadline.counting import Count
    from sulist.deadline.returning import Returning

# What is taken of numerals and letters is not given back: nothing behind them is one, and long runs take long.
_NUMERAL = rf"(?:\d++|{signs.unless_behind('一', 'numeral')}[一二三四五六七八九十两半几]++)"


@cache
def _like_a_date() -> RarePattern:
    """What looks like part of a date; the words of ``vocabulary.EVENT`` are known and not meant."""
    return RarePattern(
        rf"{_NUMERAL}个?(?:年|月|日|天|周|旬|季度?|星期|小时|工作日)|\d++号?[底末初前止]|[A-Za-z]++[年月日]"
        r"|[年月旬季周](?:底|末|初|中|前|内|度末)|[日天]内|(?<!\d)\d{1,4}[-/.]\d{1,2}(?=$|[-/.,;。)]|之?前|以前|[底末止])"
        rf"|(?:{FESTIVAL_NAMES})节?(?:假期|长假|黄金周)?(?:[之以]?[前后]|[、和及与])"
        r"|[上中下](?:旬|、[中下])|[今明昨]天|[明昨]日|[本上下]周|星期[一二三四五六日天]|周[一二三四五六日天]"
        r"|[上下]半年|[首末次]月|[年月旬季周](?=$|[,;。:)])|[每按逐第](?=$|[,;。)])"
        r"|(?<=[旬月年度日])[初中内](?=$|[,;。:)]|前)|(?:19|20)\d\d(?!\d)"
        + signs.unless("2020", "bare-year"),
        "-./29、一与中内初前及后周和天季年底按日旬时月期末止每第节逐",
    )


@cache
def _hanging() -> RarePattern:
    """前, 内, 期间 and the like, at the end of a clause: something before them is a time."""
    return RarePattern(
        rf"(?:之前|以前|前夕|{signs.pattern('前', 'hanging')}|以内|之内|期间|之日起?|次日|当日|之后|以后)"
        r"(?=$|[,;。)]|完成|报送|上报|办结|建成|到位)",
        "之以前当次间",
    )


def refuse_leftovers(
    text: str, pieces: list[Piece], *, dated: bool, known: list[tuple[int, int]]
) -> None:
    """Raise ``Unreadable`` for the first part that looks like a date, or puts one in doubt.

    ``known`` are the places of words that are understood, although they look like a date.
    """
    for start, end in _unknown(gaps(text, pieces), known):
        found = _like_a_date().search(text, start, end)
        if found is not None:
            reason = _(
                "This looks like part of a date but cannot be read: write the date in full, as in 8月31日前."
            )
            raise Unreadable(found.start(), found.end(), reason)
    schedule = _is_schedule(text, pieces)
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        numbered = (
            at > 0 and isinstance(pieces[at - 1], Aside) and pieces[at - 1].end == piece.start
        )
        if not isinstance(piece, Aside | Topic | Rest) and not numbered:
            _refuse_neighbours(text, piece, following)
        if isinstance(piece, Dates):
            _refuse_description(text, piece, known, schedule=schedule)
        if isinstance(piece, Dates) and isinstance(following, Dates):
            _refuse_year_behind(text, piece, following)
    for start, end in _unknown(gaps(text, pieces), known) if dated else ():
        _refuse_doubt(text, start, end)


def _refuse_year_behind(text: str, piece: Dates, following: Dates) -> None:
    """``12月底前，2022年``: a year alone behind a date without one is no date of its own."""
    years = all(moment.scale == "year" and moment.says_year for moment in following.moments)
    last = following.moments[-1]
    bare = years and not (last.suffix or last.edge or following.lead)
    alone = text[following.end : following.end + 1] in ("", *",;。)")
    if bare and alone and not piece.says_year and text[following.start - 1] not in "、和及与至到-":
        reason = _(
            "A year stands alone behind a date without one: write it in front of the month, as in 2022年6月底前."
        )
        raise Unreadable(piece.start, following.end, reason)


def _unknown(
    places: list[tuple[int, int]], known: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    for start, end in places:
        begin = start
        for first, last in known:
            if begin <= first and last <= end:
                yield begin, first
                begin = last
        yield begin, end


def _refuse_doubt(text: str, start: int, end: int) -> None:
    found = vocabulary.compiled(vocabulary.DOUBTFUL).search(text, start, end)
    if found is not None:
        reason = _(
            "This word leaves it open which date holds: write only the date that holds, or set due: by hand."
        )
        raise ByHand(found.start(), found.end(), reason)
    hanging = _hanging().search(text, start, end)
    if hanging is not None:
        reason = _(
            "Part of it depends on an event whose day is not given: write the date, or set due: by hand."
        )
        raise ByHand(hanging.start(), hanging.end(), reason)


def _refuse_neighbours(
    text: str, piece: Dates | Count | Returning, following: Piece | None
) -> None:
    """A bare number beside a date, or the rest of a word of time, belongs to something unread."""
    begin, end = piece.start, piece.end
    if begin and _belongs_to(text[begin - 1], piece):
        begin -= 1
    taken = following is not None and following.start <= end
    if not taken and _goes_on(text, end):
        end += 1
    if (begin, end) != (piece.start, piece.end):
        reason = _(
            "This stands too close to a date to be read apart: write the date in full, as in 8月31日前."
        )
        raise Unreadable(begin, end, reason)
    if (
        isinstance(piece, Dates)
        and isinstance(following, Dates)
        and _run_together(piece, following)
    ):
        reason = _(
            "Two dates stand side by side with no sign between them: write 、 between them, as in 6月、12月底前."
        )
        raise Unreadable(piece.start, following.end, reason)


def _run_together(piece: Dates, following: Dates) -> bool:
    """``6月12月``: no sign between two dates, and no 底前 or 日前 that would end the first."""
    last = piece.moments[-1]
    ended = last.suffix in ("前", "止") and (last.edge or last.scale == "day")
    return following.start <= piece.end and not ended


def _belongs_to(before: str, piece: Dates | Count | Returning) -> bool:
    """Whether the character before a piece makes something else of it."""
    if isinstance(piece, Dates) and not (piece.moments[-1].suffix or piece.moments[-1].edge):
        return before.isdigit() or before in "第./-~—–"
    return before.isdigit() or before in "第./"


def _goes_on(text: str, at: int) -> bool:
    """Whether more of a date follows where none was read: 8月底前前, 8月31日旬."""
    if at >= len(text):
        return False
    if text[at] in "旬月年日号止-~—–" or suffix_at(text, at)[0] in ("前", "后", "起", "止"):
        return True
    edge = edge_at(text, at, "month")
    return edge is not None and edge[0] == "底"


def _is_schedule(text: str, pieces: list[Piece]) -> bool:
    """``3月完成设计，5月进场施工``: several clauses, each with its date in front."""
    dates = [piece for piece in pieces if isinstance(piece, Dates)]
    return len(dates) > 1 and all(begins_clause(text, piece.start) for piece in dates)


def _refuse_description(
    text: str, piece: Dates, known: list[tuple[int, int]], *, schedule: bool
) -> None:
    """``2004年底前投运的机组`` tells which; ``2021年度重点工作`` is no deadline."""
    _refuse_reports(text, piece)
    describes = vocabulary.compiled(vocabulary.DESCRIBES).match(text, piece.end)
    if describes is not None:
        reason = _(
            "This date describes something and is not a deadline: write when it is due, or set due: by hand."
        )
        raise ByHand(piece.start, describes.end(), reason)
    last = piece.moments[-1]
    if last.suffix or last.edge or piece.end >= len(text) or text[piece.end] in ",;。:、()":
        return
    if any(first == piece.end for first, _last in known):  # 2020年主汛期前
        return
    if schedule and last.scale != "year" and text[piece.end] not in "的低地抵":
        return
    goes_on = (
        vocabulary.GOES_ON_FOR_A_YEAR
        if last.scale in ("year", "plan") and last.says_year
        else vocabulary.GOES_ON
    )
    if not (_follows(vocabulary.FINISHES, text, piece) or _follows(goes_on, text, piece)):
        reason = _("It is not clear what this date says of what follows it: add 前, or set due:.")
        raise ByHand(piece.start, piece.end, reason)


def _refuse_reports(text: str, piece: Dates) -> None:
    """``至6月底，已开工42个`` and ``年底将至`` say what was, or how far off it is."""
    clause = text[max(text.rfind(sign, 0, piece.start) + 1 for sign in ",;。:(") : piece.start]
    if (
        told.is_over(text, piece)
        or told.draws_near(text, piece, clause)
        or told.is_report(text, piece, only=vocabulary.TOLD_OF_A_YEAR)
        or (
            clause.endswith(("截至", "截止"))
            and told.is_report(text, piece, only=vocabulary.TELLS_HOW_MANY)
        )
    ):
        reason = _("It tells what was done by then, or how near it is: write when it is due.")
        raise ByHand(piece.start, piece.end, reason)


def _follows(pattern: str, text: str, piece: Dates) -> bool:
    return vocabulary.compiled(pattern).match(text, piece.end) is not None


@cache
def _event_pattern() -> re.Pattern[str]:
    return re.compile(
        r"^[^\d年月日旬季周天,;。]{2,16}"
        rf"(?:{signs.pattern('前', 'event')}(?:$|[,;。)]|[完报办建到落启整][^,;。]{{0,12}}$)|后$)"
    )


def is_event(text: str) -> bool:
    """Whether a cell without a date names an event that it must precede: 换届前完成."""
    return _event_pattern().match(text) is not None


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"[(][^()]*[)]")


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(
        r"[^\d,;。:、()]{1,20}(?:局|委|办|厅|部|处|院|署|会|室|镇|乡|街道|村|中心|公司|集团|单位|部门|政府|大学"
        r"|学校|支队|大队|银行|所|区|县|市)(?:牵头|负责|配合|落实|等)*"
    )


def names_units(text: str) -> bool:
    """Whether a cell is nothing but names like those of units: 区住建局、各镇（街道）."""
    names = re.split(
        "[、,;/]|以及|[和及与](?=[区市县省各])", _brackets().sub("", text).rstrip("。;,")
    )
    return all(_unit().fullmatch(name) is not None for name in names)
