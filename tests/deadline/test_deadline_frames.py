"""The words around dates that ``witnesses.tsv`` has no text for: each changes a text of its own.

``met.tsv`` has a public text for a word, with its source. For a word that was not met there is a frame:
a sentence made for its table, with a place for the word, which shows that the word is there for a reason.
The words of a pattern that a function makes are held under the function's name.
"""

from __future__ import annotations

import csv
import importlib
import pkgutil
from contextlib import contextmanager
from datetime import date
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_words_of_deadlines import Text, as_plain, readings
from witnesses import COMPOSED, Witness, Word, words

from sulist import deadline

if TYPE_CHECKING:
    from collections.abc import Iterator

FRAMES: dict[str, tuple[str, ...]] = {
    "chain._included_pattern": (
        "截至11月30日前（含{}日）",
        "截至11月30日前（含{}数）",
        "截至11月30日前（含{}天）",
        "截至11月30日前（含{}）",
        "截至11月30日（{}当日）前",
        "截至11月30日前（{}当日）",
        "截至11月30日前（含当{}）",
        "截至11月30日前（含本{}）",
        "截至11月30日（含{}）",
        "截至11月30日（含当{}）",
        "截至11月30日（含本{}）",
    ),
    "chain._weekday_pattern": (
        "{}五前",
        "6月4日（{}五）前",
        "6月4日（{}周五）前",
        "6月4日（本{}五）前",
        "6月4日{}五前",
    ),
    "chain._time_pattern": (
        "6月4日{}日前",
        "6月4日{}天前",
        "6月4日{}前",
        "6月4日{}8时前",
        "6月4日8{}前",
        "6月4日8时{}前",
        "6月4日8时3{}前",
        "6月4日下{}前",
        "6月4日{}午前",
        "6月4日上{}前",
        "6月4日上班{}前",
        "6月4日当{}前",
        "6月4日{}时前",
        "6月4日{}班之前",
        "6月4日上班之{}",
    ),
    "counting._length_before": (
        "甲{}2—3年轮训一次",
        "{}至3个工作日内",
        "压缩{}3个工作日内",
        "不得{}3个工作日内",
        "不{}超过3个工作日内",
        "{}得超过3个工作日内",
        "甲，{}3个工作日内",
        "甲，{}3个工作日",
        "甲，时限{}3个工作日内",
        "甲，周期{}3个工作日内",
        "甲，工期{}3个工作日内",
        "甲，建设期{}3个工作日内",
        "甲，有效期{}3个工作日内",
        "甲，达{}3个工作日内",
        "6月底前完成，甲{}3个工作日",
        "6月底前完成，甲{}至3个工作日",
        "6月底前完成，压缩{}3个工作日",
        "6月底前完成，时限{}3个工作日",
        "6月底前完成，周期{}3个工作日",
        "6月底前完成，工期{}3个工作日",
        "6月底前完成，建设期{}3个工作日",
        "6月底前完成，有效期{}3个工作日",
        "6月底前完成，达{}3个工作日",
    ),
    "counting._procedure": (
        "在3个工作日内{}强制甲",
        "在3个工作日内申请{}强制甲",
        "在3个工作日内{}甲",
        "在3个工作日内{}",
        "在3个工作日内甲{}乙",
        "在3个工作日内申请{}",
        "在3个工作日内申请行政{}",
        "在3个工作日内{}听证",
        "在3个工作日内作出甲{}",
        "在3个工作日内{}甲决定",
        "在3个工作日内可{}",
        "在3个工作日内甲乙{}，丙",
        "在3个工作日内申请{}复议",
    ),
    "counting._ISSUE": (
        "{}印发之日起3个月内",
        "{}通知印发之日起3个月内",
        "自{}通知印发之日起3个月内",
        "自本{}印发之日起3个月内",
        "自本通知{}之日起3个月内",
        "自本通知{}印发之日起3个月内",
        "自本通知印发{}3个月内",
        "自本通知印发{}起3个月内",
        "自本通知印发之日{}3个月内",
        "{}起3个月内",
        "自{}起3个月内",
        "自即日{}3个月内",
        "自本通知印发{}后3个月内",
        "自本通知印发起{}3个月内",
        "{}即日起3个月内",
        "甲{}印发之日起3个月内",
        "甲{}即日起3个月内",
    ),
    "counting.PAPER": ("自{}印发之日起3个月内",),
    "counting.ISSUED": ("自通知{}之日起3个月内",),
    "counting._LEADS": (
        "甲，{}于3个工作日内完成乙",
        "甲，{}3个工作日内完成乙",
        "甲乙，{}5日内完成丙",
        "甲乙{}3个工作日内完成丙",
        "甲乙，丙丁{}3个工作日内完成丙",
        "甲，要{}3个工作日内完成乙",
        "甲，应{}3个工作日内完成乙",
        "甲，限{}3个工作日内完成乙",
        "甲，乙{}丙局3个工作日内完成乙",
    ),
    "counting._event_before": (
        "甲{}3个工作日内完成乙",
        "自甲之日{}3个工作日内完成乙",
    ),
    "counting._event_clause": (
        "甲{}，3个工作日内完成乙",
        "甲{}，在3个工作日内完成乙",
    ),
    "counting._pattern": (
        "在3{}日内完成甲",
        "在3个{}日内完成甲",
        "在3{}内完成甲",
        "在{}年内完成甲",
        "在3个{}内完成甲",
        "在3{}月内完成甲",
        "在3个月{}内完成甲",
        "在3{}工作日内完成甲",
        "在3{}季度内完成甲",
        "在3{}星期内完成甲",
        "在3{}小时内完成甲",
        "在3{}自然日内完成甲",
        "在3{}日历日内完成甲",
        "在3个{}工作日内完成甲",
        "在3自然{}内完成甲",
        "在3日历{}内完成甲",
        "在3个工作{}内完成甲",
        "在3{}半月内完成甲",
        "在3个{}年内完成甲",
    ),
    "returning._pattern": (
        "每{}公布甲",
        "每{}前公布甲",
        "每{}度公布甲",
        "每半{}公布甲",
        "按{}公布甲",
        "{}月公布甲",
        "每{}月公布甲",
        "按月{}",
        "按月{}报甲",
        "每2{}公布甲",
        "每{}个月公布甲",
        "每隔2个{}公布甲",
        "每半{}月公布甲",
        "每{}2个月公布甲",
        "每{}个工作日公布甲",
        "每2{}月公布甲",
        "每年{}公布甲",
        "每季{}公布甲",
        "按年{}公布甲",
        "按季{}公布甲",
        "按{}度公布甲",
        "每2{}工作日公布甲",
        "每月{}公布甲",
        "按月{}公布甲",
    ),
    "returning._unread_day": (
        "每周5{}",
        "每季度5{}",
        "每年5{}",
        "每月{}5个工作日",
        "每月{}",
        "每月最后{}",
        "每月{}3个工作日",
        "每月26日{}次月25日",
        "每月26日至{}月25日",
        "每月26日至次{}25日",
        "每月26日至次月25{}",
        "每月26日至次月{}",
        "每月{}一周",
        "每月倒数{}3个工作日",
        "每月5{}",
        "每月{}工作日",
        "每月3{}",
        "每月最后5{}工作日",
        "每月5{}工作日",
        "每月5个{}",
        "每月（甲）5{}",
    ),
    "chain._ends_in_above": (
        "甲{}上上半年完成",
        "甲80%{}上上半年完成",
        "甲以{}上半年完成",
        "甲线{}上半年完成",
        "甲{}以上上半年完成",
        "甲原则{}上半年完成",
    ),
    "chain._WHOLE": ("完成甲{}明年底前报送", "甲{}明年底前完成"),
    "evidence._until_pattern": (
        "甲{}截至6月底乙",
        "甲{}：截至6月底乙",
        "甲{}为截至6月底乙",
        "甲{}至6月底乙",
        "甲截{}6月底乙",
        "甲时间{}截至6月底乙",
        "甲期{}截至6月底乙",
        "甲截至{}6月底乙",
    ),
    "finals._completed": (
        "每月底前报送，到12月底前{}完成甲",
        "每月底前报送，到12月底前全{}完成甲",
        "每月底前报送，到12月底前{}部完成甲",
        "每月底前报送，到12月底前{}甲",
    ),
    "prose._dates_of_each_year": (
        "每年甲{}季度末公布",
        "每年甲3{}底公布",
        "每年甲{}月底公布",
        "每年甲一{}末公布",
        "每年甲{}半年公布",
        "每年甲上{}公布",
        "每年甲{}半年末公布",
        "每年甲上{}末公布",
    ),
    "refusals._hanging": (
        "6月底前启动，甲{}完成",
        "6月底前启动，甲{}",
        "6月底前启动，甲期间{}",
        "6月底前启动，甲之日{}",
        "6月底前启动，甲以后{}",
    ),
    "refusals._event_pattern": ("甲乙{}", "甲乙{}完成", "甲乙前{}", "甲乙前{}丙", "甲乙{}丙前"),
    "refusals._unit": ("甲乙{}", "甲乙局{}", "{}乙镇"),
    "remarks._done": ("12月底前（2023年{}）",),
    "remarks.told_pattern": (
        "6月底前，逾期{}底不报",
        "6月底前（{}为5月底前）",
        "6月底前（原{}5月底前）",
        "6月底前（原为5月底前{}至6月）",
        "6月底前（此前{}5月底前）",
        "6月底前（由5月底前{}）",
        "6月底前（由5月底前延期{}）",
        "6月底前（5月底前{}）",
        "6月底前（5月底前未完成{}）",
        "6月底前，{}不报甲",
        "6月底前，逾期3{}不报",
        "6月底前，逾期年{}不报",
        "6月底前（原为5月底前{}为6月底前）",
        "6月底前（{}5月底前延期）",
        "6月底前（原2020{}5月底前）",
        "6月底前（原5{}底前）",
        "6月底前（原{}年5月底前）",
        "6月底前（原去{}5月底前）",
        "6月底前，逾期{}甲",
    ),
    "returning._once": ("每周一{}", "每周一{}甲"),
    "scan._verb_before": ("{}2021年任务",),
    "scan._begins_pattern": ("甲{}时间：6月", "甲开始{}：6月", "甲开始时间{}6月"),
    "scan._open_end_pattern": ("6月—{}",),
    "scan._since_issue_pattern": (
        "{}即日起至8月底",
        "{}现在起至8月底",
        "{}至8月底",
        "{}起至8月底",
        "即日{}至8月底",
        "自{}起至8月底",
        "自本{}印发之日起至8月底",
        "自通知{}之日起至8月底",
        "自通知印发{}起至8月底",
        "自通知印发之日{}至8月底",
        "{}通知印发之日起至8月底",
        "自{}通知印发之日起至8月底",
        "自通知印发{}至8月底",
    ),
    "scan._aside_pattern": (
        "（{}）月底前报送",
        "（{}）6月底前报送",
        "甲（{}）2021年6月底前报送",
        "6月（{}）7月底前报送",
        "甲{}）",
        "6月底前完成，半年{}",
        "6月底前完成，半年度{}总结",
        "6月底前完成，{}总结",
        "6月底前完成，半年{}总结",
        "6月底前完成，《甲》（2020{}）",
        "6月底前完成，《甲》（2020{}2021年）",
        "6月底前完成，〔2020〕{}3号",
        "6月底前完成，〔2020〕3{}",
        "6月底前完成，（{}）",
        "6月底前完成，24{}值班",
        "6月底前完成，24小时{}",
        "6月底前完成，24小时之{}",
        "6月底前完成，24小时{}内",
        "6月底前完成，365{}值班",
        "6月底前完成，365天{}",
        "6月底前完成，365天{}前",
        "6月底前完成，365天之{}",
    ),
    "vocabulary.GOES_ON_FOR_A_YEAR": (
        "2021年{}甲乙",
        "2021年分{}甲",
    ),
    "vocabulary.GOES_ON": (
        "8月{}甲乙",
        "8月{}甲乙期",
        "8月为甲乙{}",
    ),
    "vocabulary.DOUBTFUL": (
        "6月底前，{}甲乙",
        "6月底前，{}",
        "6月底前，{}9月",
        "6月底前（{}）",
        "6月底前，调整{}",
        "6月底前，调整到{}",
        "6月底前，提前{}",
        "6月底前，甲{}为",
        "6月底前，原{}",
        "6月底前，已{}",
        "6月底前，{}完成",
        "6月底前，已完成{}",
        "6月底前，已完成{}3个",
        "6月底前，经{}完成",
        "6月底前，{}到丙",
        "6月底前，甲{}原9月底前",
        "6月底前，甲{}于9月底前",
        "6月底前，甲已{}9月底前",
        "6月底前，甲已{}完成",
        "6月底前，甲已{}",
        "6月底前，甲{}3",
        "6月底前，甲已完成{}乙",
        "{}甲6月底前完成",
        "6月底前，甲原{}9月底前",
    ),
    "vocabulary.DESCRIBES": (
        "6月底前{}建成的项目",
        "6月底前{}的项目",
        "6月底前建成{}的项目",
        "6月底前{}甲乙的车辆",
        "6月底前{}甲的项目",
        "6月底前{}甲乙审议的事项",
        "6月底前提请甲乙{}的事项",
        "6月底前甲乙丙丁戊的3{}丁项目，都要完成",
        "6月底前甲乙丙丁戊的3{}个丁项目，都要完成",
        "6月底前甲乙丙丁戊的3个丁{}，都要完成",
        "6月底前甲乙丙丁戊的3个丁项目，{}要完成",
        "6月底前甲乙丙丁戊的3个丁项目，都{}完成",
        "6月底前取得甲乙{}的商户",
        "6月底前{}甲证的商户",
        "6月{}的3个",
        "6月计划{}3个",
        "2021年建成{}项目",
        "2021年{}3个",
        "6月底前注册甲乙{}车辆",
        "6月底前提请甲乙审议{}事项",
        "6月底前取得甲证{}商户",
        "6月底前已甲乙丙{}事项",
        "6月底甲乙{}丙丁戊的3个丁项目，都要完成",
    ),
    "vocabulary._OF_WORK": (
        "2021年{}完成情况",
        "2021年重点{}情况",
        "2021年{}重点工作情况",
        "2021年工作{}情况",
    ),
    "vocabulary._PROGRESS": (
        "2021年{}情况",
        "2021年完成{}",
    ),
    "vocabulary._PAPERS": (
        "2021年{}",
        "2021年数据{}",
        "2021年信息{}",
        "2021年数据{}送平台",
        "2021年数据报送{}台",
    ),
    "vocabulary.TOPIC": ("2021年{}",),
    "vocabulary.ITS_TOPIC": (
        "报送上月甲乙{}",
        "报送上月甲{}乙情况",
    ),
    "vocabulary.OBJECT": (
        "完成2021年{}任务",
        "完成2021年{}",
        "完成2021年{}级任务",
        "完成2021年市{}任务",
    ),
    "vocabulary.LEADS": (
        "甲乙{}分别于3月完成丙",
        "6月30日前完成甲，{}于7月4日提交丙",
        "{}3月完成甲乙",
        "甲乙，{}3月完成丙",
        "甲乙力争{}3月完成丙",
        "甲{}计划3月完成丙",
        "甲{}要求3月完成丙",
        "甲{}将3月完成丙",
        "甲要{}3月完成丙",
        "甲乙{}3月完成丙",
    ),
    "vocabulary.STAGES": ("甲乙{}（5月）",),
    "vocabulary.OF_EVENT": (
        "甲每年{}乙会之前公布",
        "甲每年在乙会{}前公布",
        "甲每年在乙会之前{}公布",
        "甲每年在乙{}之前公布",
        "甲每年在乙会{}公布",
    ),
    "vocabulary.NO_DUTY": (
        "{}每月公布甲",
        "不{}每月公布甲",
        "每{}每月公布甲",
        "{}均每月公布甲",
        "人{}每月公布甲",
        "{}户每月公布甲",
    ),
    "vocabulary.REPLACED": (
        "6月底前{}为9月底前",
        "6月底前延期{}9月底前",
        "6月底前调整到{}",
        "6月底甲{}延期至9月底前",
    ),
    "vocabulary.TELLS_WHICH": (
        "2020年底前{}甲乙丙丁的项目",
        "2020年底前甲{}乙丙丁的项目",
        "2020年底前甲乙丙丁{}项目",
    ),
    "vocabulary.TELLS": (
        "到9月底，同{}3个",
        "到9月底，占{}的3成",
        "到9月底，完成甲{}的3%",
        "到9月底，{}甲乙3个",
        "到9月底，甲{}3个",
        "到9月底，甲{}丙3天",
        "到9月底，甲{}3万",
        "到9月底，甲到位3{}",
        "到9月底，{}比3个",
        "到9月底，甲{}为3",
        "到9月底，甲率{}3",
        "到9月底，甲率达{}3",
        "到9月底，{}全年3成",
        "到9月底，占{}3成",
        "到9月底，{}甲降到3",
        "到9月底，从甲{}到3",
        "到9月底，从甲降{}3",
        "到9月底，{}甲任务3%",
        "到9月底，完成甲{}3%",
        "到9月底，完成甲任务{}3%",
        "到9月底，甲{}共3个",
        "到9月底，甲共{}3个",
        "到9月底，甲共3{}",
    ),
    "vocabulary._HOPED": (
        "到9月底，累计{}3个",
        "到2021年6月，甲召开乙，{}丙",
    ),
    "vocabulary._MEANT": (
        "到9月底，累计应{}3个",
        "到9月底，累计{}要3个",
        "到9月底，累计要{}3个",
        "到9月底，累计计划{}3个",
        "到9月底，累计将{}3个",
        "到9月底，累计{}3个",
        "到9月底，累计{}计划3个",
    ),
    "vocabulary.TO_COME": (
        "到9月底，累计{}建立3个",
        "到9月底，累计建立{}3个",
        "到9月底，累计{}3个",
        "到9月底，累计应{}3个",
        "到9月底，累计{}要3个",
        "到9月底，累计要{}3个",
        "到9月底，累计计划{}3个",
        "到9月底，累计将{}3个",
        "到9月底，累计目标{}3个",
    ),
    "vocabulary.TO_COME_PERHAPS": (
        "到9月底，累计{}完成",
        "到9月底，累计全部{}成",
        "到9月底，累计全部完成甲{}3个",
        "到9月底，累计全部完成甲的{}",
    ),
    "vocabulary.SCHOOL_YEAR": (
        "2021-2022{}，9月底前完成甲",
        "2021{}2022学年，9月底前完成甲",
        "2021-2022学{}，9月底前完成甲",
        "2021-2022{}年，9月底前完成甲",
    ),
    "vocabulary.SCHOOL": (
        "3月1日完成甲{}",
        "3月1日完成甲{}假",
        "3月1日完成甲寒{}",
    ),
    "vocabulary.LUNAR": (
        "2月2日（{}甲）完成丙",
        "2月2日（{}月甲）完成丙",
        "2月2日（腊{}甲）完成丙",
        "2月2日（农历甲）{}前完成丙",
        "2月2日（农历甲）之{}完成丙",
        "2月2日（农历甲）前{}完成丙",
    ),
    "vocabulary.HEADING": (
        "5月，完成甲；6{}，完成乙",
        "5月，完成甲；6月{}，完成乙",
        "5月，完成甲；第二{}，完成乙",
        "5月，完成甲；下{}，完成乙",
        "5月，完成甲；6月上{}，完成乙",
        "5月，完成甲；二{}，完成乙",
    ),
    "vocabulary.HELD": ("6月底，甲{}乙",),
    "vocabulary.DEEDS": (
        "到2021{}6月，甲下发乙",
        "到2021年6{}，甲下发乙",
        "到2021年6月{}旬，甲下发乙",
        "到2021年6月上{}，甲下发乙",
        "2021年6月，甲{}乙，9月，开展丙",
        "2021年3月{}旬，甲召开乙",
        "2021年3月上{}，甲召开乙",
        "2021{}3月，甲召开乙",
        "2021年3{}，甲召开乙",
        "到2021年6月，甲{}乙",
        "至2021年6月上旬，甲{}乙",
        "2021{}6月，甲召开乙，9月，开展丙",
        "2021年6{}，甲召开乙，9月，开展丙",
        "2021年6月{}旬，甲召开乙，9月，开展丙",
        "2021年6月上{}，甲召开乙，9月，开展丙",
    ),
    "vocabulary.PLANS": (
        "到2021年6月，甲召开乙，{}丙",
        "到2021年6月，甲召开乙，9月{}前丙",
        "到2021年6月，甲召开乙，9月底{}丙",
        "到2021年6月，甲召开乙，应{}丙",
        "到2021年6月，甲召开乙，要{}丙",
        "到2021年6月，甲召开乙，{}要丙",
        "到2021年6月，甲召开乙，计划{}丙",
        "到2021年6月，甲召开乙，将{}丙",
        "到2021年6月，甲召开乙，9月底{}前丙",
        "2021年6月，甲召开乙，9月底{}前丙",
    ),
    "vocabulary.YEARLY_ROUTINE": (
        "年底{}",
        "年底{}甲考核",
        "年底甲{}考核",
        "年底对甲乙丙丁戊{}",
        "年底{}甲乙丙丁戊己考核",
    ),
    "vocabulary.YEARS_BEGINNING": (
        "{}初甲，年底交账",
        "年{}甲，年底交账",
    ),
    "vocabulary.REPORTED": (
        "甲乙1—6月{}",
        "甲乙1—6月甲{}",
        "甲乙1—6月{}甲调研",
        "甲乙1—6月甲{}3",
        "甲乙1—6月到甲{}",
        "甲乙1—6月完成{}",
        "甲乙1—6月发表甲{}",
        "甲乙1—6月{}甲讲话",
        "甲乙1—6月{}甲召开",
        "甲乙1—6月会议甲{}",
        "甲乙1—6月完成3{}元",
        "甲乙1—6月完成3亿{}",
        "甲乙1—6月{}3亿元",
        "甲乙1—6月甲{}上年",
        "甲乙1—6月比{}年",
        "甲乙1—6月比上{}",
        "甲乙1—6月{}情况",
        "甲乙1—6月进展{}",
        "甲乙1—6月被{}",
        "甲乙1—6月{}评",
        "甲乙1—6月3{}甲",
        "甲乙1—6月在甲{}",
        "2022年，建成甲{}乙；2023年，建成丙",
        "甲乙1—6月甲乙丙{}情况",
        "甲乙1—6月丙丁戊进展{}",
        "甲乙2021年1—6月丙{}",
    ),
    "vocabulary.PRINTED": (
        "甲。2021年3月10日{}",
        "甲。2021年3月10日（{}件乙）",
        "甲。2021年3月10日（此{}乙）",
        "甲。2021年3月10日印发{}丙",
    ),
    "vocabulary._CHANGED": (
        "6月底前，{}为9月底前",
        "6月底前，改{}9月底前",
    ),
}

MODULES = {
    name: importlib.import_module(f"{deadline.__name__}.{name}")
    for name in {table.partition(".")[0] for table in FRAMES}
}
SOURCES = {
    name: Path(module.__file__ or "").read_text(encoding="utf-8")
    for name, module in MODULES.items()
}
ROOMS = [
    importlib.import_module(f"{deadline.__name__}.{one.name}")
    for one in pkgutil.iter_modules(deadline.__path__)
]
KEPT = [
    *{
        id(one): one
        for room in (deadline, *ROOMS)
        for one in vars(room).values()
        if hasattr(one, "cache_clear")
    }.values()
]


def forget() -> None:
    """Let nothing be kept of what was read."""
    for one in KEPT:
        one.cache_clear()


@contextmanager
def lacking(name: str, table: str, word: Word) -> Iterator[None]:
    """A module's tables and what is made of them without a word, in their own place, until the end."""
    module = MODULES[name]
    loader = Text(word.without(SOURCES[name]))
    made = module_from_spec(ModuleSpec(module.__name__, loader))
    loader.exec_module(made)
    whole = vars(module).copy()
    patterns = {one for one, kept in whole.items() if isinstance(kept, str) and one[:2] != "__"}
    vars(module).update({one: vars(made)[one] for one in {*patterns, table, "_LETTERS"} & {*whole}})
    forget()
    try:
        yield
    finally:
        vars(module).update(whole)
        forget()


def said(text: str) -> list[object]:
    """What a sentence is read as in a cell and in prose, or where and why it is refused."""
    found: list[object] = []
    for read in (deadline.parse, deadline.find):
        try:
            found.append(as_plain(read(text, year=2021, issued=date(2021, 1, 4))))
        except deadline.DeadlineError as error:
            found.append((error.span, error.reason))
    return found


def _met() -> dict[tuple[str, str], list[Witness]]:
    """The public texts of a word, by its table."""
    found: dict[tuple[str, str], list[Witness]] = {}
    with (Path(__file__).parent / "met.tsv").open(encoding="utf-8", newline="") as rows:
        for table, *row in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            found.setdefault((table, row[0]), []).append(Witness(*row))
    return found


MET = _met()
LISTED = {
    table: tuple(words(SOURCES[name], written))
    for table in FRAMES
    for name, _dot, written in [table.partition(".")]
}


@pytest.mark.parametrize("table", FRAMES)
def test_each_word_of_a_table_changes_a_reading(table: str) -> None:
    """That of its public text, or that of a frame; a word without which all are read as before goes."""
    name, _dot, written = table.partition(".")
    left = {word: list(texts) for (of, word), texts in MET.items() if of == table}
    idle = []
    for word in LISTED[table]:
        met = left.get(word.written, [])
        frames = [frame.replace("{}", word.written) for frame in FRAMES[table]]
        before = [readings(deadline, one) for one in met], [said(text) for text in frames]
        with lacking(name, written, word):
            needs = [
                one
                for one, whole in zip(met, before[0], strict=True)
                if readings(deadline, one) != whole
            ]
            changed = needs or any(
                said(text) != whole for text, whole in zip(frames, before[1], strict=True)
            )
        for one in needs[:1]:
            met.remove(one)
        idle += [] if changed else [word.written]
    assert idle == []
    assert [text for texts in left.values() for text in texts] == []


def test_a_public_text_is_more_than_its_word() -> None:
    """It holds the word, and has a source by which it can be found."""
    for (_table, word), texts in MET.items():
        for one in texts:
            assert word in one.text
            assert one.text != word
            assert one.source not in ("", COMPOSED)
