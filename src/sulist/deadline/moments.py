"""Every way to write a moment: one row a form.

To add a form, add a row to ``PARTS`` (what stands in a year) or ``YEARS`` (what names one): its
name, the characters that it may begin with, its pattern, and a function from the match to
moments. A year before it, an edge (底, 初, 中, 内) after it, lists and ranges of it, 每 before it
and 前 after it then come by themselves. The text is plain (``phrase.plain``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.numerals import parse_number
from sulist.base.tuples import NamedTuple
from sulist.deadline import signs
from sulist.deadline.figures import CHINESE, DIGITS
from sulist.deadline.phrase import Unreadable
from sulist.deadline.resolving import Moment

if TYPE_CHECKING:
    from collections.abc import Callable

DASH = f"(?:{signs.one_of('range')}|[{signs.dashes()}]{{1,3}})"
LIST = f"(?:{signs.one_of('list')})"
_DIGIT, _CHINESE = r"\d{1,2}", f"[{CHINESE}]{{1,3}}"
NUMBER = f"(?:{_DIGIT}|{_CHINESE})"
# 3、6、9: a list in one script only, for 一、6月底 is the sixth month under a heading 一; not so 1-五月.
NUMBERS = "|".join(rf"{one}(?:(?:{LIST}|{DASH}){one}){{0,30}}" for one in (_DIGIT, _CHINESE))
_MONTHS = f"{_DIGIT}{DASH}{_CHINESE}(?=月)|{NUMBERS}"
YEAR = r"(?:(?:19|20)\d\d|[一二][〇零○oO0一二三四五六七八九]{3})"
YEAR_LIST = rf"{YEAR}(?:(?:{LIST}|{DASH}){YEAR}){{0,30}}"
# What a year without 年 may stand before.
_PART = r"(?=[上下]半年|全年|Q[1-4]|第?[一二三四1-4]季度|春节|元旦|国庆)"


class Form(NamedTuple):
    """A way to write a moment.

    ``read`` makes moments of a match, joined as they are written. A form that continues is read
    only after another moment of the same list or range (``8月1日至15日``).
    """

    name: str
    begins: str
    pattern: str
    read: Callable[[re.Match[str]], list[Moment]]
    continues: bool = False


def value(written: str) -> int:
    """A number in digits or Chinese numerals; 0, which no date has, where it is neither."""
    if written[0] in "一二" and len(written) == 4:  # 二0二一, 二O二一: any round sign is zero
        written = re.sub("[0oO○]", "〇", written)
    return parse_number(written) or 0


def numbers(written: str) -> list[tuple[str, int]]:
    """``3、6-9`` as pairs of a joint and a number: ("", 3), ("、", 6), ("-", 9).

    ``5日、20日`` is read alike.
    """
    parts = _splitter().split(written.replace("日", "").replace("号", ""))
    joints = ["", *("、" if _is_list_sign(sign) else "-" for sign in parts[1::2])]
    return list(zip(joints, map(value, parts[::2]), strict=True))


@cache
def _splitter() -> re.Pattern[str]:
    return re.compile(f"({LIST}|{DASH})")


def _is_list_sign(sign: str) -> bool:
    return signs.means(sign, "list") == "、"


def _one(match: re.Match[str], scale: str, months: tuple[int, int] | None = None) -> Moment:
    return Moment(match.start(), match.end(), scale, months=months)


def _months(match: re.Match[str]) -> list[Moment]:
    written = match["months"]
    month = _one(match, "month")
    before = match.string[: match.start()][-1:]
    torn = "," in written and before not in ("", *"年于在(,;:、每")
    if torn or ("、" in written and before == "前"):  # 8月底前2、9月底前: the second item
        reason = _("It is not clear where its numbers begin: write 3月、6月底前.")
        raise Unreadable(match.start(), match.end(), reason)
    if written.isdecimal():
        return _days(match, [month._replace(months=(int(written), int(written)))])
    found = [month._replace(joint=j, months=(n, n)) for j, n in numbers(written)]
    return _days(match, found)


_XUN = {"上": (1, 10), "中": (11, 20), "下": (21, -1)}


def _days(match: re.Match[str], months: list[Moment]) -> list[Moment]:
    """``6月5、20日``, ``3、6月25日``, ``3、6月上旬``; several months with several days are not."""
    if match["xun"]:
        xun = _xun(match["xun"])
        ranged = [*(month.joint == "-" for month in months[1:]), False]  # 10至11月中旬
        return [
            month if opens else month._replace(scale="xun", days=xun)
            for month, opens in zip(months, ranged, strict=True)
        ]
    if not match["days"]:
        return months
    days = numbers(match["days"])
    if len(months) == 1:
        day = months[0]._replace(scale="day")
        return [day._replace(joint=joint, days=(number, number)) for joint, number in days]
    if len(days) == 1 and all(month.joint != "-" for month in months):
        pair = (days[0][1], days[0][1])
        return [month._replace(scale="day", days=pair) for month in months]
    reason = _(
        "It is not clear which day belongs to which month: write each date in full, as in 4月20日、6月20日前."
    )
    raise Unreadable(match.start(), match.end(), reason)


def _xun(written: str) -> tuple[int, int]:
    """``中旬`` is the 11th to the 20th, ``上中旬`` begins on the 1st, ``下半月`` on the 16th."""
    if written.endswith("半月"):
        return (1, 15) if written[0] == "上" else (16, -1)
    parts = [at for at, character in enumerate("上中下") if character in written]
    return _XUN["上中下"[parts[0]]][0], _XUN["上中下"[parts[-1]]][1]


def _quarters(match: re.Match[str]) -> list[Moment]:
    if match["through"]:  # 前三季度: its nine months
        return [_one(match, "quarter", (1, 3 * value(match["through"])))]
    found = []
    for joint, number in numbers((match["quarters"] or match["q"] or "1").replace("第", "")):
        if not 1 <= number <= 4:
            reason = _("There is no such quarter: write one from 第一季度 to 第四季度.")
            raise Unreadable(match.start(), match.end(), reason)
        months = (3 * number - 2, 3 * number)
        found.append(_one(match, "quarter", months)._replace(joint=joint))
    return found


def _halves(match: re.Match[str]) -> list[Moment]:
    first, second = _one(match, "half", (1, 6)), _one(match, "half", (7, 12))
    if match["half"] == "上":
        return [first]
    return [second] if match["half"] == "下" else [first, second._replace(joint="、")]


def _whole_year(match: re.Match[str]) -> list[Moment]:
    return [_one(match, "year")]


def _years_end(match: re.Match[str]) -> list[Moment]:
    return [_one(match, "year")._replace(edge="底")]


def _plan(match: re.Match[str]) -> list[Moment]:
    """五年规划: “十三五” is 2016 to 2020; the plain 十五 cannot be told from fifteen."""
    first = 2006 + 5 * (value(match["plan"]) - 1)
    edge = "底" if match["end"] else ""
    return [_one(match, "plan")._replace(year=first, years=5, edge=edge)]


_FESTIVALS = {
    "元旦": "元旦", "春节": "春节", "除夕": "除夕", "元宵": "元宵", "正月十五": "元宵",
    "清明": "清明",
    "五一": "劳动节", "五·一": "劳动节", "劳动节": "劳动节", "五四": "青年节", "六一": "儿童节",
    "儿童节": "儿童节", "端午": "端午", "七一": "建党节", "建党节": "建党节", "八一": "建军节",
    "建军节": "建军节", "教师节": "教师节", "中秋": "中秋", "十一": "国庆", "国庆": "国庆",
    "重阳": "重阳",
    "三八": "妇女节", "妇女节": "妇女节", "青年节": "青年节",
}  # fmt: skip


def _festival(match: re.Match[str]) -> list[Moment]:
    return [_one(match, "festival")._replace(festival=_FESTIVALS[match["name"]])]


def _shifted(scale: str) -> Callable[[re.Match[str]], list[Moment]]:
    """本月, 下季度, 上周: counted from the day that relative words count from.

    次月, 当月 and the plain 月底 follow a month that is said before them, where one is.
    """

    def read(match: re.Match[str]) -> list[Moment]:
        which = match["which"] or "本"
        shift = which.count("下") + which.count("次") - which.count("上")
        follows = match["which"][:1] in ("", "次", "当")
        return [_one(match, scale)._replace(shift=shift, follows=follows)]

    return read


def _shifted_month(match: re.Match[str]) -> list[Moment]:
    return _days(match, _shifted("month")(match))


WEEKDAYS = {character: at for at, character in enumerate("一二三四五六日")} | {"天": 6}


def _week(match: re.Match[str]) -> list[Moment]:
    (week,) = _shifted("week")(match)
    if match["day"] is None:
        return [week]
    days = (5, 6) if match["day"] == "末" else (WEEKDAYS[match["day"]],) * 2
    return [week._replace(days=days)]


def _day_alone(match: re.Match[str]) -> list[Moment]:
    day = _one(match, "day")
    return [day._replace(joint=joint, days=(n, n)) for joint, n in numbers(match["days"])]


def _xun_alone(match: re.Match[str]) -> list[Moment]:
    return [_one(match, "xun")._replace(days=_xun(match["xun"]))]


def _month_and_day(match: re.Match[str]) -> list[Moment]:
    month, day = int(match["month"]), int(match["day"])
    return [_one(match, "day", (month, month))._replace(days=(day, day))]


def _iso(match: re.Match[str]) -> list[Moment]:
    month = int(match["month"])
    moment = _one(match, "month", (month, month))._replace(year=int(match["year"]))
    if match["day"] is None:
        return [moment]
    return [moment._replace(scale="day", days=(int(match["day"]), int(match["day"])))]


def _years(match: re.Match[str]) -> list[Moment]:
    year = _one(match, "year")
    return [year._replace(joint=joint, year=number) for joint, number in numbers(match["years"])]


def _short_year(match: re.Match[str]) -> list[Moment]:
    return [_one(match, "year")._replace(year=2000 + int(match["years"]), base="short")]


_SAID = {"去": -1, "上": -1, "今": 0, "本": 0, "当": 0, "同": 0, "明": 1, "来": 1, "次": 1,
         "翌": 1, "下": 1, "后": 2, "大": 3}  # fmt: skip


def _said_year(match: re.Match[str]) -> list[Moment]:
    word = match[0][0]
    base = "previous" if word in "当同次翌" else "list"
    years = 2 if match["two"] else 1
    turn = _SAID[word] * max(match[0].count(word), 1)  # 下下年 is two years on
    return [_one(match, "year")._replace(base=base, turn=turn, years=years)]


_DAYS = rf"(?P<days>{NUMBERS})(?:[日号]|(?=之?前|以前|止|$))"
_AND = rf"(?:[、和]|{DASH})?"
_XUN_NAMES = rf"(?:上(?:{_AND}[中下])?|中(?:{_AND}下)?|下|中、?上|下、?中)"
_IN_MONTH = (
    rf"(?:{signs.pattern('份', 'of-month')})?(?:{_DAYS}|(?P<xun>{_XUN_NAMES}旬|[上下]半月))?"
)
# Each 上 and each 下 counts one more; of a word too many ``chain`` reads nothing.
_WHICH = r"(?P<which>本|当|这个?|下{2,3}个?|下一?个?|次|上{2,3}个?|上一?个?)"
FESTIVAL_NAMES = "|".join(sorted(_FESTIVALS, key=len, reverse=True))
_ONE_OF_FOUR = "[一二三四五六七八九1-9]"

YEARS = (
    Form(  # 2021-08-31, 2021/8/31, 2021.8.31, 2021-08
        "iso", "12",
        r"(?P<year>(?:19|20)\d\d)(?P<sign>[-/.])(?P<month>\d{1,2})"
        r"(?:(?P=sign)(?P<day>\d{1,2})日?)?(?!\d)" + signs.unless("2021-08", "iso") + r"(?![-/.]\d{1,2}(?![\d./-]))",
        _iso,
    ),
    Form(  # 20210831
        "iso-compact", "12", r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)", _iso
    ),
    Form(  # 2021年, 二〇二一年度, 2021、2022年, 2021上半年, 2021.8月
        "year", "12一二",
        rf"(?P<years>{YEAR_LIST})(?:年度?{signs.unless('年', 'year')}|-?{_PART}|\.(?=\d{{1,2}}月)"
        rf"|(?<=\d{{4}}[{signs.dashes()}至]\d{{4}})(?=$))", _years,
    ),
    Form(  # 21年6月, 21年底
        "short-year", DIGITS,
        rf"(?P<years>\d\d)年(?=\d{{1,2}}月|[{CHINESE}]+月|年?[底末]|[上下]半年|第?[一二三四1-4]季度)",
        _short_year,
    ),
    Form(  # 今年, 明年度, 次年, 今明两年
        "said-year", "今本当同明来次翌下大后去上",
        r"(?:今(?P<two>明两)年|(?:[今明来去翌]|大?后|同|当|本|次|[上下]一|下{1,3}|上{1,3})年度?"
        f"{signs.unless('年', 'said-year')})",
        _said_year,
    ),
)  # fmt: skip

PARTS = (
    Form(  # 8月, 8月份, 3、6、9月, 8月31日, 3、6月25日, 8月上旬, 8月下半月
        "month", DIGITS + CHINESE, rf"(?P<months>{_MONTHS})月{_IN_MONTH}", _months
    ),
    Form(  # 第三季度, 一、二季度, 一至三季度, 前三季度, 首季度, Q3
        "quarter", DIGITS + CHINESE + "第前首Qq",
        rf"(?:第?(?P<quarters>{_ONE_OF_FOUR}(?:(?:{LIST}|{DASH})第?{_ONE_OF_FOUR}){{0,8}})"
        r"(?:季度|季(?=[末底前]|$))|前(?P<through>[二两三23])季度|首季度|[Qq](?P<q>[1-4])(?!\d))",
        _quarters,
    ),
    Form("half", "上下", r"(?P<half>上、?下|[上下])半年度?", _halves),  # 上半年, 上、下半年
    Form("all-year", "全", "全年度?", _whole_year),
    Form("years-end", "岁", signs.pattern("岁末", "years-end"), _years_end),
    Form("this-year", "年", "年度?(?={EDGE})", _whole_year),  # 年底, 年内, 年度末
    Form(  # “十四五”末, “十四五”期间
        "plan", "“\"'十",
        r"[“\"']?十(?P<plan>[一二三四五六])五[”\"']?(?:规划)?"
        r"(?:(?P<end>期末|末期|末|底)|期间|时期|规划期内?|期内|(?=$|之?前|以前))",
        _plan,
    ),
    Form(  # 春节前, “五一”前, 国庆节来临之前
        "festival", "".join(sorted({name[0] for name in _FESTIVALS})) + "“\"",
        rf"[“\"']?(?P<name>{FESTIVAL_NAMES})[”\"']?(?:(?:(?<=[一八四])|(?<=[一八四][”\"']))(?:国际)?"
        rf"(?:劳动|国庆|儿童|建党|建军|妇女|青年))?节?(?:假期|长假)?(?:来临|到来)?"
        rf"(?=(?:[、和及与]?[“\"']?(?:{FESTIVAL_NAMES})[”\"']?节?(?:假期|长假)?)*(?:之?{signs.pattern('前', 'before-festival')}|以前))",
        _festival,
    ),
    Form("month-shifted", "本当这下次上", rf"{_WHICH}月{_IN_MONTH}", _shifted_month),  # 下月5日
    Form("this-month", "月", r"(?P<which>)月(?={EDGE})", _shifted("month")),  # 月底
    Form("quarter-shifted", "本当这下上", rf"{_WHICH}季(?:度|{signs.unless('季', 'quarter')})", _shifted("quarter")),
    Form("this-quarter", "季", r"(?P<which>)季度?(?={EDGE})", _shifted("quarter")),  # 季末
    Form(  # 下周五, 本周, 下星期三, 本周末
        "week-shifted", "本当这下上",
        rf"{_WHICH}(?:{signs.pattern('周', 'week')}|星期|礼拜)(?P<day>[一二三四五六日天末])?", _week,
    ),
    Form("month-and-day", DIGITS,  # 8.31前; in a range after another date: 2021.8.1-8.31
         r"(?P<month>\d{1,2})[./](?P<day>\d{1,2})(?=之?前|以前)", _month_and_day),
    Form("month-and-day-after", DIGITS,
         r"(?P<month>\d{1,2})[./](?P<day>\d{1,2})(?!\d)" + signs.unless("8.31", "month-and-day"), _month_and_day, True),
    Form("day-after", DIGITS + CHINESE, _DAYS, _day_alone, continues=True),  # 8月1日至15日
    Form("xun-after", "上中下", r"(?P<xun>[上中下]旬)", _xun_alone, continues=True),  # 中旬至下旬
)  # fmt: skip

# 3日内, 之内 and 以内; not 3日内部审计
WITHIN = "|".join(
    (*(signs.pattern(one, "suffix") for one in ("之内", "以内")), signs.one_of("within"))
)
EDGE = f"(?:{signs.one_of('edge')})"


@cache
def forms_at(character: str, continues: bool) -> tuple[tuple[Form, ...], tuple[Form, ...]]:
    """The year forms and the part forms that may begin with ``character``."""
    years = tuple(form for form in YEARS if character in form.begins)
    parts = (form for form in PARTS if character in form.begins)
    return years, tuple(form for form in parts if continues or not form.continues)


@cache
def pattern_of(form: Form) -> re.Pattern[str]:
    """The compiled pattern of a form, made when it is first needed."""
    return re.compile(form.pattern.replace("{EDGE}", EDGE))
