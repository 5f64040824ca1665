"""Whether a date in prose is a deadline: what speaks against it, and what for it.

A date tells of the past, of a document, of which things are meant, or until when something is to
be done. Only the last is a deadline, and only where the words around it leave no doubt.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sulist.deadline import told, vocabulary
from sulist.deadline.scan import begins_clause

if TYPE_CHECKING:
    from sulist.deadline.resolving import Dates, Given, Moment
    from sulist.deadline.terms import Term

_MANNERS = ("如期", "按期", "按时", "正式", "顺利")
_VISIT = 7  # days that an event may last
_NEAR = 24  # characters before a date that a test of what precedes it looks at


class Seen(NamedTuple):
    """Dates in their text, the last term of them, and whether the text is a schedule."""

    text: str
    piece: Dates
    term: Term
    given: Given
    schedule: bool

    @property
    def last(self) -> Moment:
        """The moment that ends the dates."""
        return self.piece.moments[-1]

    @property
    def before(self) -> str:
        """What stands near in front of the dates."""
        return before(self.text, self.piece.start)


def before(text: str, at: int) -> str:
    """The characters near in front of ``at``."""
    return text[max(0, at - _NEAR) : at]


def is_deadline(seen: Seen) -> bool:
    """Whether the dates are a deadline beyond doubt, or a beginning that is still to come."""
    against = (_is_last_years, _is_every_years, _is_signature, _tells_which, _is_report, _is_deed)
    if any(test(seen) for test in against):
        return False
    if seen.term.due is None:
        return _begins_in_time(seen)
    if any(test(seen) for test in (_says_until_when, _is_led_range)):
        return True
    tests = (
        _stands_alone,
        _is_bounded,
        _is_end_of_period,
        _is_range,
        _is_finished_by,
        _is_urged,
        _is_in_schedule,
    )
    return not _is_past(seen.term.due, seen.given) and any(test(seen) for test in tests)


# Against it, from the words alone


def is_put_in_doubt(text: str, piece: Dates) -> bool:
    """Whether a word around the dates says that they do not hold, or only tell of something."""
    clause = text[_clause_begins(text, piece.start) : piece.start]
    if vocabulary.compiled(vocabulary.REPLACED).match(text, piece.end):
        return True
    if told.draws_near(text, piece, clause) or told.is_over(text, piece):
        return True
    if told.is_in_a_calendar(text, piece):
        return True
    if vocabulary.compiled(vocabulary.VALIDITY).search(clause):
        return True
    until = _until_pattern().search(clause)
    if until is not None:  # 截至6月底 reports, but not 报名时间截至6月底, 截至6月底前
        return until[1] is None and piece.moments[-1].suffix != "前"
    if _is_doubted(clause):
        return True
    if vocabulary.compiled(vocabulary.SINCE).match(text, piece.end):
        return True
    if clause.endswith(("比", "较")):
        return True
    return vocabulary.compiled(vocabulary.DESCRIBES).match(text, piece.end) is not None


def _is_doubted(clause: str) -> bool:
    """Whether a word before a date puts it in doubt; 原定…调整至 only does so to the one that was planned."""
    replaces = vocabulary.compiled(vocabulary.NOW).search(clause)
    if replaces is not None:
        clause = clause[: replaces.start()].replace("原定", "").replace("原计划", "")
    return vocabulary.compiled(vocabulary.DOUBTFUL).search(clause) is not None


@cache
def _until_pattern() -> re.Pattern[str]:
    return re.compile(r"(时间|期限?|时限|报名|申报|受理|征集)?[:为]?截[至止][至到]?$")


def _clause_begins(text: str, at: int) -> int:
    near = max(0, at - 60)
    return max(near, *(text.rfind(sign, near, at) + 1 for sign in ",;。!?:("))


# Against it


def _is_last_years(seen: Seen) -> bool:
    """去年底."""
    return seen.last.base == "list" and seen.last.turn < 0


def _is_every_years(seen: Seen) -> bool:
    """年底考核; 年初建账、年中查账、年底交账: no year is said, and every one is meant. 今年初 is over."""
    last = seen.last
    if not last.edge or last.suffix or last.scale != "year":
        return False
    own = last.base == "list" and last.turn == 0
    if last.says_year and not (own and last.edge == "初"):
        return False
    if last.edge in ("初", "中"):
        return True
    if vocabulary.compiled(vocabulary.YEARLY_ROUTINE).match(seen.text, seen.piece.end):
        return True
    return vocabulary.compiled(vocabulary.YEARS_BEGINNING).search(seen.before) is not None


def _is_signature(seen: Seen) -> bool:
    """The day below a letter: …抓好落实。2021年3月10日（此件公开发布）."""
    text, piece = seen.text, seen.piece
    if seen.last.scale != "day" or seen.last.suffix or not seen.last.says_year:
        return False
    below = seen.before.endswith((";", "。")) and text[piece.end : piece.end + 2] in ("", "。")
    return below or vocabulary.compiled(vocabulary.PRINTED).match(text, piece.end) is not None


def _tells_which(seen: Seen) -> bool:
    """``2021年底前纳入计划的项目`` in a list of 2023."""
    if seen.term.due is None or not _is_past(seen.term.due, seen.given):
        return False
    return vocabulary.compiled(vocabulary.TELLS_WHICH).match(seen.text, seen.piece.end) is not None


def _is_report(seen: Seen) -> bool:
    """到9月底，累计发放补贴320万元."""
    return told.is_report(seen.text, seen.piece)


def _is_deed(seen: Seen) -> bool:
    """2021年8月，分公司下发通知; what a later year brings is still to come."""
    return told.is_deed(seen.text, seen.piece) and not _is_of_a_later_year(seen)


def _is_past(due: date, given: Given) -> bool:
    """Whether a day lies before the list's year or its issue."""
    return due.year < (given.year or 0) or due < (given.issued or due)


# For it


def _begins_in_time(seen: Seen) -> bool:
    """A beginning (8月起) that is not of an earlier year; 8月后 only where it stands alone."""
    if seen.last.suffix == "后":
        return _stands_alone(seen)
    year, begin = seen.given.year, seen.term.begin
    return year is None or (begin is not None and begin.year >= year)


def _says_until_when(seen: Seen) -> bool:
    """6月底前, 到2025年, 6月止; but 2008年以前, 到2015年 and 提前至一季度 not when that is over."""
    last = seen.last
    if last.suffix and (last.scale != "year" or last.edge):
        return True
    led = bool(last.suffix) or seen.piece.lead in ("到", "至", "issue")
    return led and not _is_past(seen.term.due or date.max, seen.given)


def _is_led_range(seen: Seen) -> bool:
    """自3月1日至5月31日."""
    return seen.term.ranged and bool(seen.piece.lead)


# For it, where it is not past


def _stands_alone(seen: Seen) -> bool:
    text, piece = seen.text, seen.piece
    following = text[piece.end : piece.end + 1]
    if seen.before.endswith("(") and following == ")":
        # 动员部署阶段（5月）, but not the （2021年） of a title
        stage = vocabulary.compiled(vocabulary.STAGES).search(seen.before)
        return stage is not None and seen.last.scale != "year"
    opens = not seen.before or seen.before[-1] in ";。:,("
    return opens and following in ("", ";", "。", ":", "(")


def _is_bounded(seen: Seen) -> bool:
    """最迟10月20日, 不得晚于10月20日, 完成时限为10月20日."""
    return vocabulary.compiled(vocabulary.BOUNDS).search(seen.before) is not None


def _is_end_of_period(seen: Seen) -> bool:
    """6月底, 年内, 9月初; but not 6月底，县里召开总结会, which may be told."""
    held = vocabulary.compiled(vocabulary.HELD).match(seen.text, seen.piece.end)
    if held and not (seen.schedule or _is_one_of_many(seen)):
        return False
    return bool(seen.last.edge)


def _is_range(seen: Seen) -> bool:
    """4月至10月, but not what a report tells of: 1-6月，全市…同比增长8.1%; nor 2021-2025年."""
    of_years = seen.last.scale == "year" and seen.piece.moments[0].scale == "year"
    since = "起" in seen.text[seen.piece.start : seen.piece.end]  # 今年起至2012年
    if not seen.term.ranged or (of_years and not since) or _is_visit(seen):
        return False
    return vocabulary.compiled(vocabulary.REPORTED).match(seen.text, seen.piece.end) is None


def _is_visit(seen: Seen) -> bool:
    """6月14日至15日，检查组到我县: few days at the head of a sentence in which nothing is planned."""
    begin, due = seen.term.begin, seen.term.due
    if seen.last.scale != "day" or begin is None or due is None or (due - begin).days > _VISIT:
        return False
    heads = seen.piece.start == 0 or seen.text[seen.piece.start - 1] in ";。"
    comma = seen.text[seen.piece.end : seen.piece.end + 1] == ","
    return heads and comma and not told.says_a_plan(seen.text, seen.piece)


def _is_finished_by(seen: Seen) -> bool:
    """力争2024年建成: something is to be finished, or to begin, by then.

    并于7月4日提交 goes on with what is due; in a report it goes on with what was done.
    """
    if not (_is_of_a_later_year(seen) or vocabulary.compiled(vocabulary.LEADS).search(seen.before)):
        return False
    if seen.before.endswith(("并", "并于", "并在")) and not _goes_on_with_what_is_due(seen):
        return False
    if _is_whole_year_told(seen):
        return False
    return _finishes(seen, seen.piece.end) or _begins(seen, seen.piece.end)


def _is_whole_year_told(seen: Seen) -> bool:
    """``全年完成投资17亿元`` without a year, which may be told of last year; 当年实现产值."""
    if seen.text.startswith("当年", seen.piece.start):
        return not told.says_a_plan(seen.text, seen.piece)
    if not seen.text.startswith("全年", seen.piece.start):
        return False
    return vocabulary.compiled(vocabulary.REPORTED).match(seen.text, seen.piece.end) is not None


def _is_of_a_later_year(seen: Seen) -> bool:
    """``产量2030年达到300亿立方米``: what such a year brings is still to come."""
    year, own = seen.last.year, seen.given.year
    return year is not None and own is not None and year > own


def _finishes(seen: Seen, at: int) -> bool:
    return vocabulary.compiled(vocabulary.FINISHES).match(seen.text, at) is not None


def _begins(seen: Seen, at: int) -> bool:
    return vocabulary.begins(seen.text, at)


def _goes_on(seen: Seen, at: int) -> bool:
    return vocabulary.compiled(vocabulary.GOES_ON).match(seen.text, at) is not None


def _is_urged(seen: Seen) -> bool:
    """力争明年上半年施工到正负零, 确保9月1日开学; but not 力争全年增长6%, 确保全年安全."""
    if seen.before.endswith(("确保", "确保于", "确保在")):
        at = seen.piece.end + 2 * seen.text.startswith(_MANNERS, seen.piece.end)
        return seen.last.scale == "day" and (_finishes(seen, at) or _goes_on(seen, at))
    urged = vocabulary.compiled(vocabulary.URGES).search(seen.before) is not None
    return urged and not seen.text.startswith("全年", seen.piece.start)


def _goes_on_with_what_is_due(seen: Seen) -> bool:
    """Whether the sentence has said 前 of a date already: 6月30日前完成整改，并于7月4日提交报告."""
    start = max(seen.text.rfind(sign, 0, seen.piece.start) for sign in ";。!?") + 1
    return _due_before().search(seen.text, start, seen.piece.start) is not None


@cache
def _due_before() -> re.Pattern[str]:
    return re.compile("[日号月底末]之?前")


def _is_in_schedule(seen: Seen) -> bool:
    """3月完成设计，5月进场施工: the text begins with a date, or has said one, and its clauses begin so.

    ``3月，完成设计``: as a heading a period stands with a comma.
    """
    start, end = seen.piece.start, seen.piece.end
    if seen.schedule and seen.text[start - 1 : start] == "、":  # 8月前完成、9月组织验收
        return _finishes(seen, end) or _goes_on(seen, end)
    if start and not begins_clause(seen.text, start):
        return False
    if _heads_a_clause(seen):
        return True
    return (start == 0 or seen.schedule) and _goes_on(seen, end)


def _heads_a_clause(seen: Seen) -> bool:
    """``2023年，建成10个；2024年，建成20个``; not ``2021年，完成投资3亿元``, which may be told."""
    start, behind = seen.piece.start, seen.piece.end + 1
    if seen.text[behind - 1 : behind] != "," or (start and seen.text[start - 1] == ","):
        return False
    of_years = seen.last.scale in ("year", "plan")
    if seen.last.scale == "day" or seen.text[behind : behind + 1] in tuple("在对与由向为按各每再"):
        return False
    if of_years and not (_is_of_a_later_year(seen) or _says_next_year(seen)):
        return False
    if vocabulary.compiled(vocabulary.REPORTED).match(seen.text, behind):
        return False
    if not (of_years or seen.schedule or _is_one_of_many(seen)):
        return False
    return any(test(seen, behind) for test in (_finishes, _begins, _goes_on))


def _is_one_of_many(seen: Seen) -> bool:
    """5月，完成设计；6月，开工: one such heading alone may be told as well, where nothing is planned."""
    if told.says_a_plan(seen.text, seen.piece):
        return True
    return vocabulary.compiled(vocabulary.HEADING).search(seen.text, seen.piece.end + 1) is not None


def _says_next_year(seen: Seen) -> bool:
    """Whether the text goes on with the year after, as a plan does."""
    year = seen.last.year
    return year is not None and f"{year + 1}年" in seen.text[seen.piece.end :]
