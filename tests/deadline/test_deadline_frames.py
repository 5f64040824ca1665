"""The words around dates that ``witnesses.tsv`` does not hold: each changes the reading of a made-up sentence.

A frame is a sentence with a place for a word of its table. All of them were composed, so that they say that
no word is idle, and not where it was met: of the tables of words a third has texts with a source.
"""

from __future__ import annotations

import importlib
import pkgutil
from contextlib import contextmanager
from datetime import date
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_words_of_deadlines import Text, as_plain
from witnesses import Word, words

from sulist import deadline

if TYPE_CHECKING:
    from collections.abc import Iterator

FRAMES: dict[str, tuple[str, ...]] = {
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
        "6月底前{}甲乙审议的事项",
        "6月底前提请甲乙{}的事项",
        "6月底前甲乙丙的3{}丁项目，都要完成",
        "6月底前甲乙丙的3{}个丁项目，都要完成",
        "6月底前甲乙丙的3个丁{}，都要完成",
        "6月底前甲乙丙的3个丁项目，{}要完成",
        "6月底前甲乙丙的3个丁项目，都{}完成",
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
        "6月底甲乙{}丙的3个丁项目，都要完成",
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
        "6月底甲{}延期至9月底前",
    ),
    "vocabulary.TELLS_WHICH": (
        "2020年底前{}甲乙的项目",
        "2020年底前甲{}乙的项目",
        "2020年底前甲乙{}项目",
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
    "vocabulary.TO_COME": (
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
def lacking(name: str, word: Word) -> Iterator[None]:
    """A module's tables without a word, in their own place, until the end."""
    module = MODULES[name]
    loader = Text(word.without(SOURCES[name]))
    made = module_from_spec(ModuleSpec(module.__name__, loader))
    loader.exec_module(made)
    whole = vars(module).copy()
    patterns = {one for one, kept in whole.items() if isinstance(kept, str) and one[:2] != "__"}
    vars(module).update({one: vars(made)[one] for one in {*patterns, "_LETTERS"} & {*whole}})
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


@pytest.mark.parametrize("table", FRAMES)
def test_each_word_of_a_table_changes_a_reading(table: str) -> None:
    """A word without which every frame is read as before goes."""
    name, _dot, written = table.partition(".")
    listed = tuple(words(SOURCES[name], written))
    texts = {
        word: [frame.replace("{}", word.written) for frame in FRAMES[table]] for word in listed
    }
    before = {text: said(text) for each in texts.values() for text in each}
    idle = []
    for word in listed:
        with lacking(name, word):
            changed = any(said(text) != before[text] for text in texts[word])
        idle += [] if changed else [word.written]
    assert idle == []
