"""A moment in figures, read without a pattern: 8月, 2021年6月30日, 10月中旬, 第三季度, 年底前.

Most deadlines are written so. What is read here are rows of ``moments`` (year, month, quarter, half,
all-year, this-year) in their plainest shape, each wherever it stands; what may be anything more, by
the character that follows, is left to the row's pattern. So a list of plain deadlines loads no
pattern at all. And the words that need none either: those that alone say that something lasts, and
those that finish it. ``vocabulary`` has ``ALWAYS`` and ``FINISHED`` beside other words, and reads
whatever follows 长期, 常年, 常态 and 持续; the other lists only spell cells that are often there.
"""

from __future__ import annotations

from sulist.deadline import signs
from sulist.deadline.resolving import Moment

DIGITS = "0123456789"
CHINESE = "一二三四五六七八九十"
# What may go on from 8月: a day, 份, 旬, 半月.
_MORE_OF_A_MONTH = frozenset(DIGITS + CHINESE + "份上中下")
_XUN = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, -1)}
_QUARTERS = dict(zip("一二三四1234", (1, 2, 3, 4) * 2, strict=True))
_EDGED = frozenset(("xun", "month", "quarter", "half", "year", "plan", "week"))
_OWN_EDGE = {"year": "年", "month": "月"}  # 2021年年底, 8月月底

Read = tuple[Moment, int]

LONG = tuple("坚持 推进 开展 任务 有效 实施 执行 保持".split())
ALL_YEAR = tuple("坚持 开展".split())
USUAL = tuple("化 长效".split())
ALWAYS = tuple(
    "长效 经常性 永久 不间断 坚持不懈 始终坚持 一直坚持 常抓不懈 久久为功 贯穿始终".split()
)
HOW = tuple("深入 深化 用力 稳步".split())
ON = tuple("推进 推动 实施 开展 坚持 深化 巩固 进行 加强 完善 落实 跟进 改进 提升".split())

# Right behind a date they are what is done by then; ``vocabulary.FINISHES`` has them too.
FINISHED = tuple("完成 完工 完毕 竣工 建成 投产 投用".split())

ALONE = frozenset(
    (
        *ALWAYS,
        *("长期" + what for what in ("", *LONG)),
        *("常年" + what for what in ("", *ALL_YEAR)),
        *("常态" + what for what in ("", *USUAL)),
        *("持续" + how + what for how in ("", *HOW) for what in ("", *ON)),
    )
)


def year_at(text: str, at: int) -> Read | None:
    """``2021年`` or ``2021年度`` at ``at``, and where it ends."""
    written = text[at : at + 4]
    if written[:2] not in ("19", "20") or not _is_number(written) or text[at + 4 : at + 5] != "年":
        return None
    end = at + 5
    if text.startswith("度", end):
        end += 1
    if signs.is_another("年", "year", text, end):
        return None
    return Moment(at, end, "year", year=int(written)), end


def part_at(text: str, at: int) -> Read | None:
    """A part of a year at ``at``, and where it ends."""
    first = text[at : at + 1]
    if first and first in DIGITS:
        return _month_at(text, at) or _quarter_at(text, at, at)
    if first == "第":
        return _quarter_at(text, at, at + 1)
    if first and first in "一二三四":
        return _quarter_at(text, at, at)
    if first in ("上", "下") and text.startswith("半年", at + 1):
        return _whole(text, at, at + 3, "half", (1, 6) if first == "上" else (7, 12))
    if first == "全" and text.startswith("年", at + 1):
        return _whole(text, at, at + 2, "year", None)
    if first == "年":
        found = _whole(text, at, at + 1, "year", None)
        return found if signs.sign_at(text, found[1], "edge") else None
    return None


def _whole(text: str, at: int, end: int, scale: str, months: tuple[int, int] | None) -> Read:
    end += text.startswith("度", end)
    return Moment(at, end, scale, months=months), end


def _month_at(text: str, at: int) -> Read | None:
    month, end = _number_at(text, at, "月")
    if not end:
        return None
    found = Moment(at, end, "month", months=(month, month))
    if text[end : end + 1] not in _MORE_OF_A_MONTH:
        return found, end
    if (days := _XUN.get(text[end : end + 2])) is not None:
        return found._replace(end=end + 2, scale="xun", days=days), end + 2
    day, end = _number_at(text, end, "日")
    return (found._replace(end=end, scale="day", days=(day, day)), end) if end else None


def _number_at(text: str, at: int, unit: str) -> tuple[int, int]:
    """A number of one or two figures with its unit, and where they end; (0, 0) for none."""
    for end in (at + 1, at + 2):
        if _is_number(text[at:end]) and text.startswith(unit, end):
            return int(text[at:end]), end + 1
    return 0, 0


def _is_number(written: str) -> bool:
    return written.isdecimal() and written.isascii()


def _quarter_at(text: str, at: int, number_at: int) -> Read | None:
    number = _QUARTERS.get(text[number_at : number_at + 1])
    if number is None or not text.startswith("季度", number_at + 1):
        return None
    end = number_at + 3
    return Moment(at, end, "quarter", months=(3 * number - 2, 3 * number)), end


def edge_at(text: str, at: int, scale: str) -> tuple[str, int] | None:
    """The edge (底, 初, 中, 内) that stands at ``at`` and where it ends."""
    if scale not in _EDGED:
        return None
    if text[at : at + 1] in ("年", "月"):
        if text[at] != _OWN_EDGE.get(scale):
            return None
        at += 1
    sign = signs.sign_at(text, at, "edge")
    return None if sign is None else (sign.meaning, at + len(sign.written))


def suffix_at(text: str, at: int) -> tuple[str, int]:
    """The suffix that stands at ``at`` ("" where none does) and where it ends."""
    sign = signs.sign_at(text, at, "suffix")
    return ("", at) if sign is None else (sign.meaning, at + len(sign.written))


def moment_at(text: str, at: int) -> Moment | None:
    """The moment at ``at``: a year, a part of it, an edge, a suffix; None where none is in figures.

    ``3季度内`` may be counted, so a number with 内 is for ``counting`` to judge.
    """
    year = year_at(text, at)
    part = part_at(text, year[1] if year else at)
    if year is None and part is None:
        return None
    moment, end = part or year  # type: ignore[misc]
    if year and part:
        moment = moment._replace(start=at, year=year[0].year)
    if (edge := edge_at(text, end, moment.scale)) is not None:
        moment, end = moment._replace(edge=edge[0]), edge[1]
    suffix, end = suffix_at(text, end)
    counted = "内" in (moment.edge, suffix) and not (year or text[at] == "年")
    return None if counted else moment._replace(suffix=suffix, end=end)


def moment_of(text: str) -> Moment | None:
    """The moment that is all of ``text``; None otherwise."""
    moment = moment_at(text, 0)
    return moment if moment is not None and moment.end == len(text) else None
