"""A phrase taken apart: its dates, recurrences and counts, and the text between them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.patterns import RarePattern
from sulist.base.tuples import NamedTuple
from sulist.deadline import remarks, signs, vocabulary
from sulist.deadline.chain import MOST, TooMany, read_chain
from sulist.deadline.counting import ISSUED, PAPER, Count, read_count
from sulist.deadline.figures import CHINESE, DIGITS, suffix_at
from sulist.deadline.moments import DASH, PARTS, YEARS
from sulist.deadline.phrase import Unreadable
from sulist.deadline.resolving import Dates
from sulist.deadline.returning import Returning, read_returning

if TYPE_CHECKING:
    from sulist.deadline.resolving import Moment


class Aside(NamedTuple):
    """A stretch that holds no deadline: a title in 《》, a document's or an item's number, 半年总结."""

    start: int
    end: int


class Topic(NamedTuple):
    """A period that something is about (上月进展情况), not a deadline."""

    start: int
    end: int


class Rest(NamedTuple):
    """What of a sentence is not read: it holds more dates than any sentence of a list."""

    start: int
    end: int


Piece = Dates | Count | Returning | Aside | Topic | Rest


@cache
def _beginnings() -> frozenset[str]:
    """The characters that any piece may begin with."""
    characters = "".join(form.begins for form in (*YEARS, *PARTS))
    return frozenset(characters + "每逐按半两《〔[(逾自从即现印发本通公")


def scan(text: str, *, lenient: bool = False) -> list[Piece]:
    """The pieces of ``text`` in their order.

    A piece that cannot be (``8月32日``) raises ``Unreadable``, or is passed over where lenient. So does a
    cell with too many of them; of such a sentence ``Rest`` is what was not read.
    """
    pieces: list[Piece] = []
    beginnings = _beginnings()
    at, numbered = 0, -1
    end, dates = 0, 0  # where the sentence ends, and how many dates of it were read
    while at < len(text):
        if lenient and at >= end:
            end, dates = _end_of_sentence(text, at), 0
        piece = None
        if text[at] in beginnings:
            try:
                piece = _read_piece(text, at, fresh=at == numbered, lenient=lenient)
                numbered = piece.end if isinstance(piece, Aside) else -1
            except Unreadable as error:
                if not lenient:
                    raise
                if isinstance(error, TooMany):
                    pieces.append(Rest(at, end))
                    at = end
                    continue
                piece = Aside(at, _rest_of_date(text, max(error.end, at + 1)))
        if piece is None or piece.end <= at:
            at += 1
        else:
            pieces.append(piece)
            at = piece.end
            dates += len(piece.moments) if isinstance(piece, Dates) else 1
            if lenient and dates >= MOST and at < end:
                pieces.append(Rest(at, end))
                at = end
            elif len(pieces) > MOST and not lenient:
                raise TooMany(piece.start, piece.end)
    pieces = _in_years_apart(text, pieces, lenient=lenient)
    return _without_doubtful_lists(text, _without_topics(text, pieces), lenient=lenient)


def _end_of_sentence(text: str, at: int) -> int:
    return min((end for sign in "。!?" if (end := text.find(sign, at)) >= 0), default=len(text))


def _in_years_apart(text: str, pieces: list[Piece], *, lenient: bool) -> list[Piece]:
    """With the year of ``12月底前完成（2022年）`` given to its date, in front of it in the same clause."""
    kept: list[Piece] = []
    for piece in pieces:
        date = kept[-1] if kept else None
        if (
            isinstance(piece, Dates)
            and isinstance(date, Dates)
            and (year := remarks.year_apart(text, date.end, piece.start - 1)) is not None
        ):
            try:
                moments = remarks.in_year(text, date.moments, year)
                kept[-1] = date._replace(moments=moments, with_year=piece.end + 1)
                piece = Aside(piece.start, piece.end)
            except Unreadable:
                if not lenient:
                    raise
        kept.append(piece)
    return kept


def _rest_of_date(text: str, at: int) -> int:
    """Where the characters of a date end: none may begin in the middle of an unreadable one."""
    while at < len(text) and text[at] in _OF_DATES:
        at += 1
    return at


_OF_DATES = frozenset(DIGITS + CHINESE + "年月日号旬季度底末")


def _without_topics(text: str, pieces: list[Piece]) -> list[Piece]:
    """With whole periods that are a subject (上月进展情况, 一季度和全年工作总结) set aside."""
    kept: list[Piece] = []
    for piece in reversed(pieces):
        if isinstance(piece, Dates) and _is_whole(piece) and _is_topic(text, piece, kept):
            kept.append(Topic(piece.start, piece.end))
        else:
            kept.append(piece)
    return kept[::-1]


def _without_doubtful_lists(text: str, pieces: list[Piece], *, lenient: bool) -> list[Piece]:
    """``4月、6月20日前``: whether the 20th is April's too, nobody can tell."""
    kept: list[Piece] = []
    for piece in pieces:
        last = kept[-1] if kept else None
        if (
            isinstance(last, Dates)
            and isinstance(piece, Dates)
            and _is_whole(last)
            and last.moments[-1].scale == "month"
            and piece.moments[0].days
            and text[last.end : piece.start] in ("、", "和", "及", "与")
        ):
            if not lenient:
                reason = _(
                    "It is not clear which day belongs to which month: write each date in full, as in 4月20日、6月20日前."
                )
                raise Unreadable(last.start, piece.end, reason)
            kept[-1] = Aside(last.start, piece.end)
        else:
            kept.append(piece)
    return kept


def _is_whole(piece: Dates) -> bool:
    return all(not (moment.suffix or moment.edge or moment.days) for moment in piece.moments)


def _is_topic(text: str, piece: Dates, later: list[Piece]) -> bool:
    opens = piece.moments[-1].scale == "month" and begins_clause(text, piece.start)
    topic = vocabulary.MONTHS_TOPIC if opens else vocabulary.TOPIC
    if vocabulary.compiled(topic).match(text, piece.end):
        return True
    if piece.moments[0].shift in (-1, 0) and vocabulary.compiled(vocabulary.ITS_TOPIC).match(
        text, piece.end
    ):
        return True
    if vocabulary.compiled(vocabulary.OBJECT).match(text, piece.end) and _verb_before().search(
        text, max(0, piece.start - 4), piece.start
    ):
        return True
    return (
        bool(later)
        and isinstance(later[-1], Topic)
        and text[piece.end : later[-1].start] in ("、", "和", "及", "与", ",")
    )


@cache
def _verb_before() -> re.Pattern[str]:
    """``完成全年任务``, ``制定2021年计划``: the period tells which task, not when."""
    return re.compile("(?:完成|实现|达到|下达|制定|编制|报送|上报|总结)$")


def _read_piece(text: str, at: int, *, fresh: bool, lenient: bool) -> Piece | None:
    character = text[at]
    if character in "《〔[(逾7236半" or (character in DIGITS and not _goes_on_before(text, at)):
        aside = _read_aside(text, at)
        if aside is not None:
            return aside
    if character in "每逐按":
        return read_returning(text, at)
    if character in "自从即现印发本通公" and (since := _read_since_issue(text, at)) is not None:
        return since
    count = read_count(text, at)
    if count is not None:
        return count
    chain = read_chain(text, at, fresh=fresh)
    return None if chain is None else _in_its_year(text, _dates(text, at, *chain), lenient=lenient)


# Before 到 they make a verb of their own: 做到, 达到.
_ENDS_IN_DAO = frozenset("做达得收感看想落听遇")


def _dates(text: str, at: int, moments: list[Moment], end: int) -> Dates:
    lead = text[at - 1] if at and text[at - 1] in "到至自从由约" else ""
    if lead == "到" and text[at - 2 : at - 1] in _ENDS_IN_DAO:
        lead = ""
    if at and text[max(0, at - 2) : at] in ("截至", "截止"):
        lead = "到"
    if not moments[-1].suffix and said_to_begin(text, at) is not None:
        moments[-1] = moments[-1]._replace(suffix="起")
    open_end = _open_end_pattern().match(text, end)
    if open_end is not None and not moments[-1].suffix:
        moments[-1] = moments[-1]._replace(suffix="起")
        end = open_end.end()
    return Dates(at, end, moments, lead)


def _in_its_year(text: str, dates: Dates, *, lenient: bool) -> Dates:
    """With the year that stands in a bracket behind it: 6月底前（2023年）, 3月底（2022年）前."""
    year = remarks.year_in_bracket(text, dates.end)
    if year is None:
        return dates
    says_another = lenient and dates.moments[-1].says_year
    try:
        moments = remarks.in_year(text, dates.moments, year[0])
    except Unreadable:
        if says_another:  # in prose it may be the year of anything
            return dates
        raise
    end = year[1]
    if not moments[-1].suffix:
        suffix, end = suffix_at(text, end)
        moments[-1] = moments[-1]._replace(suffix=suffix)
    return dates._replace(end=end, moments=moments)


def said_to_begin(text: str, at: int) -> int | None:
    """Where the words begin that make a beginning of the date behind them: 开工时间：."""
    found = _begins_pattern().search(text, max(0, at - 6), at)
    return None if found is None else found.start()


@cache
def _begins_pattern() -> RarePattern:
    return RarePattern(r"(?:开始|起始|启动|开工)(?:时间|日期)[:为]?$", "间期")


@cache
def _open_end_pattern() -> RarePattern:
    dashes = signs.dashes()
    return RarePattern(rf"[{dashes}]{{1,2}}(?=$|[;。]|长期|持续)", dashes)


@cache
def _since_issue_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[自从]?(?:即日|现在|今日)起?|[自从]?(?:本)?(?:{PAPER})?(?:{ISSUED})"
        rf"(?:之日)?起?){DASH}(?=.)"
    )


def _read_since_issue(text: str, at: int) -> Dates | None:
    """即日起至8月底, 本公告发布之日起至2020年11月22日止: from the day of issue to a date."""
    match = _since_issue_pattern().match(text, at)
    chain = match and read_chain(text, match.end())
    return None if match is None or chain is None else Dates(at, chain[1], chain[0], "issue")


def begins_clause(text: str, at: int) -> bool:
    """Whether a clause begins at ``at``."""
    return at == 0 or text[at - 1] in ";。,:"


@cache
def _aside_pattern() -> RarePattern:
    return RarePattern(
        rf"《[^》]{{0,120}}》(?:[(](?:19|20)\d\d(?:[{signs.dashes()}至]{{1,2}}(?:19|20)\d\d)?年?[)])?"
        rf"|[〔\[(](?:19|20)\d\d[〕\])](?:第)?\d+号|[(](?:\d{{1,2}}|[{CHINESE}]{{1,2}})[)]"
        r"|半年度?(?:工作)?(?:总结|小结|情况|报告)"
        r"|(?<!\d)(?:(?:7[×*xX])?24小时|365天)(?![之以]?[内前后])",
        ")》半号天时",
    )


def _read_aside(text: str, at: int) -> Aside | None:
    match = _aside_pattern().match(text, at) or remarks.told_pattern().match(text, at)
    if match is not None:
        return Aside(at, match.end())
    return None if _goes_on_before(text, at) else _read_item_number(text, at)


def _goes_on_before(text: str, at: int) -> bool:
    """Whether a number goes on from before, or belongs to the word before."""
    return not begins_clause(text, at) and text[at - 1] not in ")”"


_FAR = 1000  # characters that the neighbours of an item are looked for in


def _read_item_number(text: str, at: int) -> Aside | None:
    """The 1、 of ``1、6月底前…；2、12月底前…``, which must not become January or a decimal.

    It is a number where its neighbours 2、 or 1、 begin clauses too; one 1、6月 alone is refused.
    """
    match = re.match(r"(\d{1,2})[.、](?=\d{1,2}月|\d{4}年)", text[at : at + 9])
    if match is None:
        return None
    number = int(match[1])
    if match.end() < 4 and re.match(r"\d{4}年", text[at + match.end() : at + match.end() + 5]):
        return Aside(at, at + match.end())
    near = text[max(0, at - _FAR) : at + _FAR]
    if any(_has_item(near, neighbour) for neighbour in (number - 1, number + 1)):
        return Aside(at, at + match.end())
    several = re.match(r"\d{1,2}(?:[、,]\d{1,2}){2,}月", text[at : at + 60])
    if (number == 1 and several is None) or match[0].endswith("."):
        reason = _("It may be the number of an item or a month: write 1月、6月, or leave it out.")
        raise Unreadable(at, at + match.end() + 2, reason)
    return None


def _has_item(text: str, number: int) -> bool:
    return re.search(rf"(?:^|[;。,:]){number}[.、](?=\d|[^\d.])", text) is not None


def words_in(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The words of ``vocabulary`` between two places: their table and where they stand."""
    found = vocabulary.word_pattern().finditer(text, start, end)
    return [(match.lastgroup or "", match.start(), match.end()) for match in found]


def gaps(text: str, pieces: list[Piece]) -> list[tuple[int, int]]:
    """The places between the pieces."""
    found = []
    at = 0
    for piece in pieces:
        if piece.start > at:
            found.append((at, piece.start))
        at = max(at, piece.end)
    if at < len(text):
        found.append((at, len(text)))
    return found
