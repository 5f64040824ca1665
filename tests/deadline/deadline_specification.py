"""What phrases mean: the tables that the tests hold the grammar to, and the manual prints.

Every row is read in a list of 2021, issued on Monday 2021-04-12. To add a form, add a row here
first. Run this file to print the tables anew into ``docs/deadlines.md``.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sulist.deadline import Deadline, Recurrence

YEAR = 2021
ISSUED = date(2021, 4, 12)
MANUAL = Path(__file__).parents[2] / "docs" / "deadlines.md"


class Row(NamedTuple):
    """A phrase, its meaning in the notation of ``written``, and why."""

    phrase: str
    meaning: str
    reason: str


class Table(NamedTuple):
    """Rows of one kind; ``name`` marks the table in the manual."""

    name: str
    rows: tuple[Row, ...]


ENDS = Table(
    "ends",
    (
        Row("8月底前", "2021-08-31", "底 is the last day, and 前 includes it"),
        Row("8 月底前", "2021-08-31", "white space is layout"),
        Row("９月末", "2021-09-30", "末 is 底; full-width digits are digits"),
        Row("十二月底前", "2021-12-31", "Chinese numerals too"),
        Row("二〇二一年八月底前", "2021-08-31", "a year digit by digit, 〇 in any of its shapes"),
        Row("二O二一年八月底前", "2021-08-31", "the letter O is such a shape"),
        Row("8月31日前", "2021-08-31", "that day included"),
        Row("9月30前", "2021-09-30", "a forgotten 日"),
        Row("2021年2月28日之前", "2021-02-28", "之前 and 以前 are 前"),
        Row("6月15日(星期二)上午下班前", "2021-06-15", "the weekday is checked, the hour dropped"),
        Row("6月15日前（星期二）", "2021-06-15", ""),
        Row("岁末前", "2021-12-31", ""),
        Row("约8月底", "about 2021-08-31", ""),
        Row("8月31日（含）前", "2021-08-31", "it is included anyway"),
        Row("2021年12月（含）前", "2021-12-31", "by its end, as it says itself"),
        Row("不晚于10月20日", "2021-10-20", "words before the date do not change it"),
        Row("2021/10/15前", "2021-10-15", "figures in the order year, month, day"),
        Row("2021.8.31", "2021-08-31", "with any of - / ."),
        Row("第三季度末前", "2021-09-30", "quarters by the calendar"),
        Row("上半年底前", "2021-06-30", "and half-years"),
        Row("今年年底前", "2021-12-31", "今年 is the list's year"),
        Row("明年3月底前", "2022-03-31", "明年 the next"),
        Row("21年底前", "2021-12-31", "two digits, where the year is near the list's"),
        Row("“十四五”末", "2025-12-31", "the five-year plan of 2021 to 2025"),
        Row("到2025年", "2025-12-31", "到 takes the end of a period"),
        Row("年内见成效", "2021-12-31", "内 is by the end, with no first day"),
        Row("2020年完成", "2020-12-31", "a period in which something is finished is a deadline"),
        Row("次月5日前", "2021-05-05", "counted from the day of issue"),
        Row("力争10月底前完成", "2021-10-31", "力争, 原则上, 确保 do not change the date"),
        Row("主体工程9月底前完工", "2021-09-30", "nor does what is to be done by then"),
        Row("9月初步完成", "2021-09-30", "初 here begins another word, 初步"),
        Row("原则上年底前完成", "2021-12-31", "原则上 ends before 年底; this is not 上年底"),
        Row("2021/8/31 18:00", "2021-08-31", "an hour is dropped after figures too"),
        Row("上半年总结7月5日前报送", "2021-07-05", "上半年 is what is summed up"),
        Row(
            "11月底前完成2021年度计划",
            "2021-11-30",
            "after 完成 a period tells which plan, not when",
        ),
        Row("三月三號", "2021-03-03", "traditional characters, as in units"),
        Row("年內見成效", "2021-12-31", ""),
        Row("6月底前（2023年）", "2023-06-30", "a year in a bracket behind a date is its year"),
        Row("9月30日前（明年）", "2022-09-30", ""),
        Row("6月底前（2022）", "2022-06-30", "a year of four digits needs no 年 there"),
        Row("6月底前（限22年）", "2022-06-30", ""),
        Row("11月底（2022年）前", "2022-11-30", ""),
        Row("9月底前（2023年完成）", "2023-09-30", ""),
        Row("10月底前完工（2022年）", "2022-10-31", "and so behind what is done by then"),
        Row("11月底前编制《规划》（2022年）", "2021-11-30", "but this is the title's"),
        Row("8月31日前（含当日）", "2021-08-31", ""),
        Row("截至11月30日前（含）", "2021-11-30", ""),
        Row("本周五下班前", "2021-04-16", "a day of the week may have an hour too"),
        Row("本月底下班前", "2021-04-30", ""),
        Row("下下周五前", "2021-04-30", "each 下 counts one week more"),
        Row("下下下月底前", "2021-07-31", ""),
        Row("下下年6月底前", "2023-06-30", ""),
        Row("10月底前（原定8月底前）", "2021-10-31", "what was due before is no date of it"),
        Row("2022年1月底前（原为2021年11月底前）", "2022-01-31", ""),
        Row("10月底前（此前为8月底前）", "2021-10-31", ""),
        Row("10月底前（由7月底前延期）", "2021-10-31", ""),
        Row("10月底前（去年10月底前未完成）", "2021-10-31", ""),
        Row("9月底前，逾期不予受理", "2021-09-30", "nor is what comes if it is missed"),
        Row("9月20日前（逾期不候）", "2021-09-20", ""),
        Row("12月完成数据库建设", "2021-12-31", "数据 begins what is made by then"),
        Row("10月完成台账", "2021-10-31", "a paper that is finished is what is done"),
        Row("6月底前拆除违建", "2021-06-30", "the end of 拆除 is no 除"),
        Row("8月31日截止", "2021-08-31", ""),
        Row("8月31日17:00截止", "2021-08-31", ""),
        Row("本周五（4月16日）前", "2021-04-16", "the bracket says which day that is"),
        Row("4月20日前（下周二）", "2021-04-20", ""),
        Row("2022年、2023年分别建成20个", "2022-12-31 + 2023-12-31", ""),
    ),
)
PERIODS = Table(
    "periods",
    (
        Row("6月1日至20日为集中整改期", "2021-06-01..2021-06-20", "what the period is called"),
        Row("8月", "2021-08-01..2021-08-31", "a whole period: its first day and its last"),
        Row("10月下旬", "2021-10-21..2021-10-31", "旬 begin on the 1st, 11th and 21st"),
        Row("8月上中旬", "2021-08-01..2021-08-20", "two of them"),
        Row("第一季度", "2021-01-01..2021-03-31", ""),
        Row("前三季度", "2021-01-01..2021-09-30", "the first three together"),
        Row("Q3", "2021-07-01..2021-09-30", ""),
        Row("全年", "2021-01-01..2021-12-31", ""),
        Row("“十三五”期间", "2016-01-01..2020-12-31", "five years"),
        Row("2020年7月-10月", "2020-07-01..2020-10-31", "the year is said once, in front"),
        Row("2021年1-6月", "2021-01-01..2021-06-30", "so may the unit be, behind"),
        Row("3月～4月上旬", "2021-03-01..2021-04-10", "any dash"),
        Row("5月18-20日", "2021-05-18..2021-05-20", ""),
        Row("从5月中旬至12月底", "2021-05-11..2021-12-31", ""),
        Row("11月至次年2月", "2021-11-01..2022-02-28", "次年 counts from the year said before"),
        Row("2021—2023年", "2021-01-01..2023-12-31", ""),
        Row("2021.8.1-8.31", "2021-08-01..2021-08-31", ""),
        Row("即日起至8月底", "2021-04-12..2021-08-31", "from the day of issue"),
        Row("8月下半月", "2021-08-16..2021-08-31", ""),
        Row("3月中旬至下旬", "2021-03-11..2021-03-31", ""),
        Row("3月启动", "2021-03-01..2021-03-31", "nothing says that it ends there"),
        Row("9月初", "about 2021-09-01..2021-09-05", "月初 is the 1st to the 5th"),
        Row("8月中", "about 2021-08-15", "月中 the 15th"),
        Row("年初", "about 2021-01-01..2021-01-31", "年初 January"),
        Row("年中前", "about 2021-06-30", "年中 30 June"),
        Row("8月底前后", "about 2021-08-31", "前后 is not 前"),
        Row("2021全年", "2021-01-01..2021-12-31", "a year in figures may lack its 年"),
        Row("5月至6月间", "2021-05-01..2021-06-30", ""),
        Row("3月10日至4月10日之间", "2021-03-10..2021-04-10", ""),
        Row("5月和7月间", "2021-05-01..2021-07-31", "between two it is a range"),
        Row("10至11月中旬", "2021-10-01..2021-11-20", "旬 is of the last month only"),
        Row("9—12月上旬", "2021-09-01..2021-12-10", ""),
        Row("5月中上旬", "2021-05-01..2021-05-20", "in either order"),
        Row("1—五月", "2021-01-01..2021-05-31", "a range in two scripts"),
        Row("3月至6月（2022年）", "2022-03-01..2022-06-30", "the year behind is of both"),
    ),
)
TWO_READINGS = Table(
    "two-readings",
    (
        Row("8月前", "2021-07-31 or 2021-08-31", "before August begins, or by its end"),
        Row("12月中旬前", "2021-12-10 or 2021-12-20", ""),
        Row("2022年前", "2021-12-31 or 2022-12-31", ""),
        Row("四季度前", "2021-09-30 or 2021-12-31", ""),
        Row("6月、9月前", "2021-05-31 + 2021-08-31 or 2021-09-30", "前 belongs to both"),
        Row("8月以后", "from 2021-09-01 or 2021-08-01", "after August, or from August on"),
        Row("3-5年内", "about 2026-04-12 or 2024-04-12", "the longest, or the shortest"),
    ),
)
SEVERAL = Table(
    "several",
    (
        Row("6月底前启动,12月底前完成", "2021-06-30 + 2021-12-31", "each is a milestone"),
        Row(
            "10月前基本建成、11月查漏补缺",
            "2021-09-30 + 2021-11-30",
            "and whatever is done then",
        ),
        Row(
            "9月底前下达2020年度中央补助资金，11月底前支付",
            "2021-09-30 + 2021-11-30",
            "the year of the money is none of its dates",
        ),
        Row("6月25日、12月25日前", "2021-06-25 + 2021-12-25", "the 前 of a list belongs to all"),
        Row("3、6月25日前", "2021-03-25 + 2021-06-25", "one day of several months"),
        Row("3、6、9月底前", "2021-03-31 + 2021-06-30 + 2021-09-30", "so do 月 and 底"),
        Row(
            "2020年6月底前制定，12月底前实施",
            "2020-06-30 + 2020-12-31",
            "a year holds until another",
        ),
        Row(
            "年底前开工，次年6月底前完工", "2021-12-31 + 2022-06-30", "次年: after the year before"
        ),
        Row("5月、10月", "2021-05-31 + 2021-10-31", ""),
        Row("上、下半年各一次", "2021-06-30 + 2021-12-31", ""),
        Row("2022年、2023年各建成50套", "2022-12-31 + 2023-12-31", "50套 is a quantity"),
        Row(
            "3月：启动，12月：验收", "2021-03-01.. 2021-03-31 + 2021-12-31", "启动 gives its start"
        ),
        Row("8月10日前启动，月底前完成", "2021-08-10 + 2021-08-31", "the month said before"),
        Row("12月10日前启动，次月10日前完成", "2021-12-10 + 2022-01-10", "the month after it"),
        Row("开始时间3月1日，结束时间8月底", "2021-03-01..2021-08-31", "no milestone, a beginning"),
        Row("5月起，12月底完成", "2021-05-01..2021-12-31", "a beginning and an end"),
        Row("2021年：6月底前完成", "2021-06-30", "a period may head the date inside it"),
        Row("8月底前（8月31日前）", "2021-08-31", "one date said twice is one"),
        Row("①6月底前；②12月底前", "2021-06-30 + 2021-12-31", "① counts items; it is no digit"),
        Row("1.6月底前；2.12月底前", "2021-06-30 + 2021-12-31", "so do 1. and 2. together"),
        Row("（一）6月底前（二）12月底前", "2021-06-30 + 2021-12-31", ""),
        Row("中秋、国庆节前", "2021-09-20 + 2021-09-30", ""),
        Row("国庆、中秋节前", "2021-09-20 + 2021-09-30", "in either order"),
        Row(
            "3月完成设计，5月进场施工",
            "2021-03-31 + 2021-05-31",
            "each clause begins with its date",
        ),
        Row(
            "5月底前启动，10月总结验收",
            "2021-05-31 + 2021-10-31",
            "总结 is what is done in October",
        ),
        Row(
            "7月1日至8月31日施工，8月25日前完工",
            "2021-07-01.. 2021-08-25 + 2021-08-31",
            "a date inside a range",
        ),
        Row(
            "12月底前，力争11月底前完成",
            "2021-11-30 + 2021-12-31",
            "a hope may come before the whole",
        ),
        Row(
            "6月底前完成立项（2021年），8月底前开工（2022年）",
            "2021-06-30 + 2022-08-31",
            "each has its own year",
        ),
        Row("8、10月中旬", "2021-08-20 + 2021-10-20", "of a list 旬 is each month's"),
    ),
)
COUNTED = Table(
    "counted",
    (
        Row("3个月内", "2021-07-12", "from the day of issue, that day excluded"),
        Row("印发之日起60日内", "2021-06-11", ""),
        Row("自本通知印发之日起3个月内", "2021-07-12", ""),
        Row("于10个工作日内", "2021-04-25", "Sunday 25 April 2021 was a working day (调休)"),
        Row("一年半内", "2022-10-12", ""),
        Row("半个月内", "2021-04-27", "half a month is fifteen days"),
        Row("48小时内", "2021-04-14", ""),
        Row("12月底前压缩至4个月以内", "2021-12-31", "how long a thing may take is no deadline"),
        Row("8月底前实现1天办结", "2021-08-31", "likewise"),
        Row("2021—2023年（三年）", "2021-01-01..2023-12-31", "nor is how long it lasts"),
        Row("会后5个工作日内", "no date", "counts from an event that has no date here"),
        Row(
            "接到通知后，5日内反馈",
            "no date",
            "so does one whose event stands in the clause before",
        ),
        Row("自印发之日起，3个月内完成", "2021-07-12", "unless that is the issue"),
        Row("区住建局1个月内完成", "2021-05-12", "who has to do it changes nothing"),
        Row("省级方案印发后3个月内", "no date", "another document's issue is an event too"),
        Row("兩個月內", "2021-06-12", ""),
        Row("承诺于一个月内完成", "2021-05-12", ""),
        Row("两周之内", "2021-04-26", ""),
        Row("20个日历天内", "2021-05-02", ""),
        Row("资料齐全的，5个工作日内办结", "no date", "counts anew in each case"),
    ),
)
FESTIVALS = Table(
    "festivals",
    (
        Row("2021年春节前", "2021-02-11", "the day before 初一, by the lunar calendar"),
        Row("春节前", "2022-01-31", "the next one after the day of issue"),
        Row("“五一”前", "2021-04-30", ""),
        Row("端午节前", "2021-06-13", ""),
        Row("国庆前", "2021-09-30", ""),
        Row("2021年“五一”国际劳动节前", "2021-04-30", ""),
        Row("十一前", "2021-09-30", "十一月前 is November"),
        Row("元旦前", "2021-12-31", "not the day before the list's year began"),
    ),
)
RECURRING = Table(
    "recurring",
    (
        Row("每月底前", "every month: last", ""),
        Row("每月5日前上报", "every month: 5", ""),
        Row("每月5日、20日前", "every month: 5, 20", ""),
        Row("每月1日、31日前", "every month: 1, 31", "a shorter month ends on its last day"),
        Row("每月情况于次月5日前报送", "every month: 5", ""),
        Row("每月上报", "every month: last", "with no day said, the period's last"),
        Row("按月调度", "every month: last", "按月, 逐月 are 每月 before a report"),
        Row("每季度末", "every quarter: 3/last, 6/last, 9/last, 12/last", ""),
        Row("每季度末月20日前", "every quarter: 3/20, 6/20, 9/20, 12/20", ""),
        Row("每季度结束后10日内", "every quarter: 1/10, 4/10, 7/10, 10/10", ""),
        Row("每半年", "every half: 6/last, 12/last", ""),
        Row("每年2月底前", "every year: 2/last", "the 28th or the 29th"),
        Row("每年3月15日、30日前", "every year: 3/15, 3/30", ""),
        Row("每年3月5日至20日", "every year: 3/20", "of a range the last day"),
        Row("每年一季度末、9月底前", "every year: 3/last, 9/last", ""),
        Row("每年年初", "about every year: 1/31", ""),
        Row("每年底前", "every year: 12/last", ""),
        Row(
            "每年2月底前报计划，11月底前报总结",
            "every year: 2/last, 11/last",
            "每年 holds for both",
        ),
        Row("每月结束后5日内", "every month: 5", ""),
        Row("每月10日至15日", "every month: 15", ""),
        Row("每月初", "about every month: 5", ""),
        Row("每月中旬", "every month: 20", ""),
        Row("每双月25日前", "every month: 2/25, 4/25, 6/25, 8/25, 10/25, 12/25", ""),
        Row("每季度末月30日前", "every quarter: 3/30, 6/30, 9/30, 12/30", ""),
        Row("按月调度，每月5日前报送", "every month: 5", "said twice, once with its day"),
        Row("每年6月、12月底前", "every year: 6/last, 12/last", ""),
        Row("2020年起，每年2月底前", "every year: 2/last from 2020-01-01", ""),
        Row("2021-2023年，每年2月底前", "every year: 2/last from 2021-01-01 to 2023-12-31", ""),
        Row("每周五下午下班前", "every week: 5", "Monday is 1"),
        Row("每週二前", "every week: 2", ""),
        Row("每天", "every day", ""),
        Row("每周一次", "every week: 7", "once a week, not on Mondays"),
        Row("每周星期五前", "every week: 5", ""),
        Row("每周二前报送上周建设情况", "every week: 2", "上周 is what the report is about"),
        Row("每半月", "every month: 15, last", ""),
        Row("每月20日左右", "about every month: 20", ""),
        Row("每年10月1日至次年4月30日", "every year: 4/30", "次年 is each year's next"),
        Row("每年国庆前", "every year: 9/30", "the same day each year; not so 春节"),
        Row("每月底前，长期坚持", "every month: last, then ongoing", ""),
    ),
)
RETURNING_UNTIL = Table(
    "returning-until",
    (
        Row(
            "每季度末报送进展，年底前完成",
            "2021-12-31, and every quarter: 3/last, 6/last, 9/last, 12/last",
            "until it is done",
        ),
        Row("每月25日前报送，12月底前完成", "2021-12-31, and every month: 25", ""),
        Row(
            "2022年底前完成，每季度末上报",
            "2022-12-31, and every quarter: 3/last, 6/last, 9/last, 12/last",
            "in either order",
        ),
        Row(
            "每周五前通报，6月底前完成初稿，12月底前完成",
            "2021-06-30 + 2021-12-31, and every week: 5",
            "with several dates",
        ),
        Row(
            "每季度报送，三季度末前完成",
            "2021-09-30, and every quarter: 3/last, 6/last, 9/last, 12/last",
            "三季度末 is a date, and not the end of every quarter",
        ),
        Row(
            "自5月起每月底报送，12月底前完成",
            "2021-05-01..2021-12-31, and every month: last from 2021-05-01",
            "the beginning is of both",
        ),
        Row(
            "5月启动，每月底报送，12月底前完成",
            "2021-05-01.. 2021-05-31 + 2021-12-31, and every month: last from 2021-05-01",
            "so it is here",
        ),
        Row("按月调度，12月完成", "2021-12-31, and every month: last", "完成 makes a date of 12月"),
        Row("按月调度，到12月底前完成", "2021-12-31, and every month: last", "likewise"),
        Row("每周五前通报，3个月内完成", "2021-07-12, and every week: 5", ""),
        Row(
            "每月调度，12月底前完成，长期坚持",
            "2021-12-31, and every month: last, then ongoing",
            "",
        ),
        Row("每月底前更新，至12月底", "every month: last to 2021-12-31", "no date: it ends then"),
        Row("每月底前更新，12月底止", "every month: last to 2021-12-31", "likewise"),
        Row(
            "每年3月底前报计划，12月底前报总结",
            "every year: 3/last, 12/last",
            "每年 holds for both",
        ),
    ),
)
UNDATED = Table(
    "undated",
    (
        Row("长期坚持", "ongoing", ""),
        Row("長期堅持", "ongoing", ""),
        Row("持续推进", "ongoing", ""),
        Row("自2021年3月1日起", "from 2021-03-01", "only a beginning"),
        Row("3月-长期", "from 2021-03-01", "likewise"),
        Row("12月-", "from 2021-12-01", "an open end"),
        Row("2021年7月之后", "from 2021-08-01 or 2021-07-01", ""),
        Row("12月底前(长期坚持)", "2021-12-31, then ongoing", ""),
        Row("12月底前，并持续推进", "2021-12-31, then ongoing", ""),
        Row(
            "长期坚持，12月底前见成效", "2021-12-31, then ongoing", "长期 lasts wherever it stands"
        ),
        Row(
            "5月底前出台方案，6月起实施",
            "2021-05-31, then ongoing",
            "what begins when all is due goes on",
        ),
        Row("12月31日完成测试，后视情推广", "2021-12-31, then ongoing", ""),
        Row("持续推进，12月底前完成", "2021-12-31", "here 持续推进 only says how"),
        Row("立行立改，长期坚持", "ongoing", ""),
        Row("有关部门配合推进", "ongoing", "推进 at the end"),
        Row("逐年推进", "ongoing", "year by year, with no day in any"),
        Row("年前", "no date", "before which year's end is not said"),
        Row("2020年主汛期前", "no date", "the flood season is announced year by year"),
        Row("1月放假前", "no date", ""),
        Row("1月20日放假前", "2021-01-20", ""),
        Row("2021年3月1日开学前", "2021-03-01", "but here the day of the event is given"),
        Row("换届前完成", "no date", "an event"),
        Row("尽快", "no date", ""),
        Row("立行立改", "no date", ""),
        Row("无。", "no date", "it says that there is none"),
        Row("按上级要求时间节点完成", "no date", ""),
        Row("尽快，最迟8月底前", "2021-08-31", "with a date, such words say nothing more"),
    ),
)
REFUSED = Table(
    "refused",
    (
        Row("8月32日", "8月32日", "there is no such day"),
        Row("13月底前", "13月底前", "no such month"),
        Row("6月15日(星期一)", "6月15日(星期一)", "it is a Tuesday"),
        Row("本周五（4月17日）前", "本周五（4月17日）前", "it is a Saturday"),
        Row("各高速大队", "各高速大队", "a unit that slipped into the column"),
        Row("区住建局、各镇（街道）", "区住建局、各镇（街道）", "likewise"),
        Row("2021年区政府工作报告", "2021年", "a title that slipped in"),
        Row("8月地前", "8月", "a misprint of 底"),
        Row("8、月底前", "月底", "a sign too many"),
        Row("1 2月底前", "2月", "12月 torn apart, or the second month of item 1"),
        Row("1、6月底前", "1、6月", "an item's number, or January and June"),
        Row("双月底前", "月底", "not this month's end"),
        Row("八月初五", "八月", "a day by the moon"),
        Row("2026年中报", "2026年", "a report of half a year, and no middle"),
        Row("今年内地扩招300人", "今年", "内地 is a place"),
        Row("3年底前", "3年", "three years, or a year"),
        Row("10年底前", "10年底前", "not near the list's year"),
        Row("2021.06—12", "2021.06—", "a range or a date"),
        Row("6月12月", "12月", "a sign is missing between them"),
        Row("4月、6月20日前", "4月、6月20日前", "does 前 belong to both?"),
        Row("11月至2月", "11月至2月", "it runs backwards: is it the next year's?"),
        Row("12月底前启动，6月底前完成", "6月底前", "likewise"),
        Row("上半年前", "上半年前", "before the list's year begins, it says"),
        Row("8月31日0时前", "0时", "that day, or the day before"),
        Row("8月内", "8月内", "August, or eight months"),
        Row("12月中旬初", "12月中旬初", "no agreed day"),
        Row("第五季度", "第五季度", "no such quarter"),
        Row("1940年底前", "1940年底前", "no list's year"),
        Row("2070年春节前", "2070年春节前", "beyond the tables"),
        Row("3、6月10、20日前", "3、6月10、20日", "which day of which month?"),
        Row("2021、2022年3、6月底前", "2021、2022年3、6月", "which month of which year?"),
        Row("2021年至6月底", "2021年至6月底", "of which year?"),
        Row("主体工程3,6月底前", "3,6月", "does 3 belong to the date?"),
        Row("8月起，9月起", "9月起", "two beginnings"),
        Row("9月起，8月底前完成", "8月底前", "it ends before it begins"),
        Row("印发之日起至2021年3月底", "2021年3月底", "before its own beginning"),
        Row("上月底前", "上月底前", "before the list was issued"),
        Row("36小时内", "36小时内", "no whole days"),
        Row("一个半季度内", "一个半季度内", "no whole months"),
        Row("0个月内", "0个月内", "no period"),
        Row("3月内", "3月内", "by the end of March, or three months"),
        Row("季度初", "季度初", "no agreed day"),
        Row("30日前", "30日", "of which month?"),
        Row("原定6月底前，现延期至12月底前", "原定", "which holds?"),
        Row("8月底或9月底前", "或", "which?"),
        Row("8月底前（节假日顺延）", "节假日顺延", "we never move a date"),
        Row("2018年底前建成的小区", "2018年底前建成的", "tells which, not when"),
        Row("汛期前完成主体，年底前完工", "汛期前", "a part without a date would vanish"),
        Row("2021年6月开工，工期18个月", "18个月", "its end is not for us to count"),
        Row("2021年6月1日起，3个月内完成", "3个月内", "likewise"),
        Row("5月起实施，3个月内完成", "3个月内", "likewise"),
        Row("2021年9月起，2021年8月底前完成", "2021年9月起", "it ends before it begins"),
        Row("上半年、9月底前", "上半年、9月底前", "does 前 belong to both?"),
        Row("3月至5月至8月", "3月至5月", "two ranges in one"),
        Row("即日起至6月-8月", "即日起至6月-8月", "two beginnings"),
        Row("3月至8月起", "3月至8月起", "a range without an end"),
        Row("每月底前，12月底前完成", "12月底前", "both a date and a recurrence"),
        Row("每月报送，12月底前", "12月底前", "by then, or until then"),
        Row("每月底前完成，10月底前完成", "10月底前", "each says the same"),
        Row("每季度末及年底前报送", "年底前", "what is due when?"),
        Row("每月调度，12月底前持续推进", "12月底前", "by then, or until then"),
        Row("至2022年底，至2023年底，每月底前", "2023年底", "two ends"),
        Row("每月32日前", "32日", "no such day"),
        Row("每季度末月32日前", "32", "no such day"),
        Row("每年2月30日前", "2月30日前", "no such day"),
        Row("每年13月底前", "13月底前", "no such month"),
        Row("每年3月前", "3月前", "before it begins, or by its end"),
        Row("每年春节前", "春节前", "another day each year"),
        Row("每周调度、每月通报", "每月", "two recurrences"),
        Row("每年汛期前", "汛期前", "an event"),
        Row("每两个月", "每两个月", "from when?"),
        Row("每月上旬前", "每月上旬前", "before it begins, or by its end"),
        Row("每月最后一个工作日前", "每月最后一个工作日", "not a day of the calendar"),
        Row("每月首个工作日更新", "每月首个", "nor is this"),
        Row("每月首日", "每月首日", "which may be a day of work"),
        Row("农历八月十五前", "农历", "lunar dates are not read"),
        Row("国庆节期间", "国庆节期间", "how long it lasts is decided each year"),
        Row("8月10日前启动，下月5日前完成", "下月5日前", "next after August, or after the issue"),
        Row("情况说明年底前报送", "说明年底前", "说明·年底, or 说·明年底"),
        Row("验收后年底前完成", "收后年底前", "验收后·年底, or 验收·后年底"),
        Row("首次月底前报送", "首次月底前", "首次·月底, or 首·次月底"),
        Row("逐一月底前整改", "一月", "逐一·月底, or 逐·一月底"),
        Row("原则上半年完成", "上半年", "原则·上半年, or 原则上·半年"),
        Row("百年内", "年内", "a hundred years"),
        Row("岁末年初", "年初", "two years' ends"),
        Row("年底前夕", "前夕", "how long before?"),
        Row("去年底前", "去年底前", "before the list was issued"),
        Row("中秋国庆前", "中秋国庆前", "before both, or before the holiday of both?"),
        Row("每周一调度", "每周一", "once a week, or on Mondays"),
        Row("每月5", "每月5", "a day, or a count"),
        Row("每月第一周", "每月第一", "not a day of the calendar"),
        Row("每周工作日", "每周工作日", "likewise"),
        Row("每月26日至次月25日", "每月26日至次月25日", "which days it covers, or when it is due"),
        Row("每季度末（3月、6月）25日前", "每季度末（3月、6月）25日", "the 25th or the last day"),
        Row("每年3月、9月25日前", "3月、9月25日前", "is the 25th March's too?"),
        Row("每年春节后", "春节后", "no day"),
        Row("截至6月底，同比增长8%", "同比", "a report, and no deadline"),
        Row("3年任务2年完成", "3年", "no deadline"),
        Row("结合“125”科技建设", "结合“125”科技建设", "no date; 125 is a name"),
        Row("2022年6月底前（2023年）", "2022年6月底前（2023年）", "which year?"),
        Row(
            "6月底前，11月底前（2022年）", "6月底前，11月底前（2022年）", "is it the year of both?"
        ),
        Row("11月底前，2022年", "11月底前，2022年", "a date of its own, or the year of the other?"),
        Row("本月底前（2022年）", "本月底前（2022年）", "本月 has its own year"),
        Row("6月底前（7月20日前）", "6月底前（7月20日前）", "which holds?"),
        Row("10月底前（应于2020年底前完成）", "2020年底前", "it is past"),
        Row("原为6月底前，现为9月底前", "原为", "which holds?"),
        Row("8月底前，逾期未报的9月底前补报", "逾期", "likewise"),
        Row("上上周五前", "上上周五前", "before the list was issued"),
        Row("去去年底前", "年底", "a word too many; what is left is no year's end"),
        Row("再下周五前", "下周", "likewise"),
        Row("非本月底前", "月底", "likewise"),
        Row("次次月底前", "次月", "likewise"),
        Row("下下半年", "下半年", "likewise"),
        Row("至6月底，已开工42个", "6月底", "a report, and no deadline"),
        Row("截至9月底，全区共摸排隐患12项", "9月底", "likewise"),
        Row("至6月底，全市已筹措46套、供应42套", "6月底", "likewise: 供应 is no 应"),
        Row("1—9月已完成980户", "1—9月", "likewise"),
        Row("8月底前已完成", "8月底前", "likewise"),
        Row("已完成（2021年2月）", "已完成", "likewise"),
        Row("年底将至", "年底", "the calendar, and no deadline"),
        Row("应当在5个工作日内答复", "5个工作日内", "a procedure: from when, in each case?"),
        Row("3年内禁止参加采购", "3年内", "a sanction: likewise"),
        Row("6月完成情况统计", "6月", "what is counted, not when"),
        Row("12月底前启动，3月起实施", "3月起", "this March, or the next?"),
        Row("1、8月底前 2、9月底前", "1、8月", "items whose numbers look like months"),
    ),
)
READ = (
    ENDS,
    PERIODS,
    TWO_READINGS,
    SEVERAL,
    COUNTED,
    FESTIVALS,
    RECURRING,
    RETURNING_UNTIL,
    UNDATED,
)


def written(deadline: Deadline) -> str:
    """What a deadline means, in the notation of the tables."""
    recurrence = deadline.recurrence
    if deadline.kind == "none":
        return "no date"
    if recurrence is not None:
        text = _every(recurrence)
        if deadline.milestones:
            text = f"{_dates(deadline)}, and {text}"
    elif deadline.kind == "ongoing":
        text = f"from {deadline.start}" if deadline.start else "ongoing"
    else:
        text = _dates(deadline)
    text = f"about {text}" if deadline.approximate else text
    text = f"{text} or {deadline.ambiguous}" if deadline.ambiguous else text
    return f"{text}, then ongoing" if deadline.ongoing and deadline.kind != "ongoing" else text


def _every(recurrence: Recurrence) -> str:
    text = f"every {recurrence.frequency}"
    if recurrence.days:
        days = ", ".join(_day(recurrence.frequency, *day) for day in recurrence.days)
        text += f": {days}"
    text += f" from {recurrence.start}" if recurrence.start else ""
    return text + (f" to {recurrence.until}" if recurrence.until else "")


def _dates(deadline: Deadline) -> str:
    text = " + ".join(str(milestone.due) for milestone in deadline.milestones)
    space = " " if len(deadline.milestones) > 1 else ""
    return f"{deadline.start}..{space}{text}" if deadline.start else text


def _day(frequency: str, month: int, day: int) -> str:
    if frequency == "week":
        return str(day + 1)
    last = "last" if day == -1 else str(day)
    return f"{month}/{last}" if month else last


def in_the_manual(table: Table) -> str:
    """A table as the manual prints it."""
    heading = "offending part" if table is REFUSED else "meaning"
    lines = [f"| phrase | {heading} | why |", "|---|---|---|"]
    lines += [f"| `{row.phrase}` | {row.meaning} | {row.reason} |" for row in table.rows]
    return "\n".join(lines)


def printed_anew(manual: str) -> str:
    """The manual's text with each table between its marks printed from here."""
    for table in (*READ, REFUSED):
        head, _mark, rest = manual.partition(f"<!-- table: {table.name} -->\n")
        _old, _mark, tail = rest.partition("<!-- end -->")
        manual = f"{head}<!-- table: {table.name} -->\n{in_the_manual(table)}\n<!-- end -->{tail}"
    return manual


if __name__ == "__main__":
    MANUAL.write_text(printed_anew(MANUAL.read_text(encoding="utf-8")), encoding="utf-8")
