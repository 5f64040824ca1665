"""What is typed by people who do not know the words of the help: understood, or refused with advice that works.

Of the rows that are understood each stands beside the line that means the same; of those that are
refused each stands beside what its message says to type, and that is typed too.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest
import running

if TYPE_CHECKING:
    from pathlib import Path

_WRITES = ("log", "close", "extend", "reopen", "withdraw", "export", "dispatch", "undo")

UNDERSTOOD = [
    line.strip().split(" = ")
    for line in """
        due --before 8月31日 = due --before 2021-08-31
        due --before 8/31 = due --before 2021-08-31
        due --before 20210831 = due --before 2021-08-31
        due --before 2021.8.31 = due --before 2021-08-31
        due --before 2021年8月31日 = due --before 2021-08-31
        due --before ２０２１－０８－３１ = due --before 2021-08-31
        due --before ２０２１年８月３１日 = due --before 2021-08-31
        due --before 八月底 = due --before 2021-08-31
        due --before 8月底前 = due --before 2021-08-31
        due --before 8月末 = due --before 2021-08-31
        due --before 8月 = due --before 2021-08-31
        due --before 月底 = due --before 2021-07-31
        due --before 下月底 = due --before 2021-08-31
        due --before 下个月 = due --before 2021-08-31
        due --before 年底前 = due --before 2021-12-31
        due --before 季末 = due --before 2021-09-30
        due --before 三季度末 = due --before 2021-09-30
        due --before 第三季度 = due --before 2021-09-30
        due --before 9月上旬 = due --before 2021-09-10
        due --before 国庆节前 = due --before 2021-09-30
        due --before 明天 = due --before 2021-07-02
        due --before 下星期五 = due --before 2021-07-09
        due --before 10天内 = due --before +10d
        due --from 7月 --before 9月底 = due --from 2021-07-01 --before 2021-09-30
        due --within 30日 = due --within 30d
        due --within 30天 = due --within 30d
        due --within ３０天 = due --within 30d
        due --within 一周 = due --within 1w
        due --within 两周 = due --within 2w
        due --within 半个月 = due --within 15d
        due --within 一个月 = due --within 1m
        list --unit 经发局 = list --unit 区经发局
        list --unit 經發局 = list --unit 区经发局
        list --unit '区 经 发 局' = list --unit 区经发局
        list --unit 经发 = list --unit 区经发局
        list --unit 经发局、财政局 = list --unit 区经发局 --unit 区财政局
        list --unit 经发局，财政局 = list --unit 区经发局 --unit 区财政局
        list --unit '经发局 财政局' = list --unit 区经发局 --unit 区财政局
        list --unit 经发局/财政局 = list --unit 区经发局 --unit 区财政局
        list --unit 经发局、财政局、经发局 = list --unit 区经发局 --unit 区财政局
        list --unit 经发局和财政局 = list --unit 区经发局 --unit 区财政局
        by-unit 经发局 --role 牵头单位 = by-unit 区经发局 --role lead
        by-unit 经发局 --role 责任单位 = by-unit 区经发局 --role named
        by-unit 经发局 --role 配合 = by-unit 区经发局 --role named
        by-unit 经发局 -r 牵头、责任 = by-unit 区经发局 -r lead -r named
        by-category 第一类 = by-category 一
        by-category 一类 = by-category 一
        by-category 一、 = by-category 一
        by-category （一） = by-category 一
        by-category 第１类 = by-category 一
        by-category 第二大类 = by-category 二
        by-category 第三部分 = by-category 三
        by-category 向上对接 = by-category 二
        list -c 一、二 = list -c 一 -c 二
        list -c 一和二 = list -c 一 -c 二
        list -c 一类、三类 = list -c 一 -c 三
        show 2.7 = show 2-7
        show 2—7 = show 2-7
        show ２－７ = show 2-7
        show 二、7 = show 2-7
        show 2、7 = show 2-7
        show 二-7 = show 2-7
        show 2-07 = show 2-7
        show 第7项 = show 2-7
        show 7 = show 2-7
        show 第二类第7项 = show 2-7
        show 第二类的第七项 = show 2-7
        show 二类7项 = show 2-7
        show 2-7、2-8 = show 2-7 2-8
        show 2-7，2-8 = show 2-7 2-8
        show 2-7,2-8 = show 2-7 2-8
        show 2-7；2-8 = show 2-7 2-8
        show '2-7 2-8' = show 2-7 2-8
        show 2-7和2-8 = show 2-7 2-8
        show 2-7至2-9 = show 2-7 2-8 2-9
        show 2-7到2-9 = show 2-7 2-8 2-9
        show 2-7～2-9 = show 2-7 2-8 2-9
        show 1-5至2-1、3-1 = show 1-5 2-1 3-1
        show 2-7、5、6 = show 2-7 2-5 2-6
        show 2-7至9、11 = show 2-7 2-8 2-9 2-11
        show 第二类第7项至第9项 = show 2-7 2-8 2-9
        show 2-7、 = show 2-7
        list --status 已办结 = list --status closed
        list --status 销号 = list --status closed
        list --status 进行中 = list --status in-progress
        list --status 正在办理 = list --status in-progress
        list --status 未上报 = list --status no-report
        list --status 没有反馈 = list --status no-report
        list --status 未开始 = list --status not-started
        list --status 待核验 = list --status reported-done
        list --status 未反馈、推进中 = list --status no-report --status in-progress
        list --status 未完成 = list --status no-report --status not-started --status in-progress --status reopened
        list --status 未办结 = list --status no-report --status not-started --status in-progress --status reported-done --status reopened
        list --status 未完成、办结 = list --status 未完成 --status closed
        list --status '未完成 ' = list --status 未完成
        list --status 办结、 = list --status closed
        list --light 红黄、无 = list --light red --light yellow --light none
        list --light 黄 = list --light yellow
        list --light 黄灯 = list --light yellow
        list --light 亮红灯 = list --light red
        list --light 红、黄 = list --light red --light yellow
        list --light 红黄 = list --light red --light yellow
        list --light 红灯和黄灯 = list --light red --light yellow
        list --format 表格 = list --format table
        list --format JSON = list --format json
        list --format md = list --format markdown
        list --sort 时间 = list --sort deadline
        list --sort 完成时限 = list --sort deadline
        list --sort 牵头单位 = list --sort unit
        list --columns 编号、事项名称、牵头单位 = list --columns 编号,事项名称,牵头单位
        list --columns 编号,事项,牵头 = list --columns 编号,事项名称,牵头单位
        report --by 部门 = report --by unit
        report --by 类别 = report --by category
        report --since 6月1日 = report --since 2021-06-01
        report --unit 经发局 --category 第二类 = report --unit 区经发局 --category 二
        owing --month 上月 = owing --month 2021-06
        owing --month 上个月 = owing --month 2021-06
        owing --month 二季度 = owing --month 2021-06 --rhythm quarter
        owing --month 三季度 = owing --month 2021-09 --rhythm quarter
        owing --month 上半年 = owing --month 2021-06 --rhythm half-year
        owing --month 本周 = owing --month 2021-W26 --rhythm week
        owing --month 上星期 = owing --month 2021-W25 --rhythm week
        owing --month 第25周 = owing --month 2021-W25 --rhythm week
        owing --rhythm 季度 = owing --rhythm quarter
        owing --rhythm 每个季度 = owing --rhythm quarter
        owing --rhythm 按月 = owing --rhythm month
        owing --rhythm 按周 = owing --rhythm week
        owing --unit 经发局、住建局 = owing --unit 区经发局 --unit 区住建局
        history --since 6月 = history --since 2021-06-01
        history --unit 经发局 --since 6月25日 = history --unit 区经发局 --since 2021-06-25
        ledger --light 黄 --unit 经发局 = ledger --light yellow --unit 区经发局
        help = --help
        帮助 = --help
        help due = due --help
        帮助 due = due --help
        log 2-7 --status 完成 = log 2-7 --status done
        log 2-7 --status 已经完成 = log 2-7 --status done
        log 2-7 --status 进行中 --percent 60% = log 2-7 --status in-progress --percent 60
        log 2-7 --percent ６０％ = log 2-7 --percent 60
        log 2-7 --percent 六十 = log 2-7 --percent 60
        log 2-7 --percent 百分之六十 = log 2-7 --percent 60
        log 2-7、2-8 --status 推进中 --done 已开工 = log 2-7 2-8 --status in-progress --done 已开工
        extend 2-7 --to 明年3月底 --reason 征地 = extend 2-7 --to 2022-03-31 --reason 征地
        export 台账 -o t.xlsx = export ledger -o t.xlsx
        export 汇报材料 -o t.docx = export report -o t.docx
        export 清单 -o t.docx = export list -o t.docx
        export 日历 -o t.ics = export calendar -o t.ics
        export 网页 -o t.html = export page -o t.html
        export 催办函 --directory d = export letters --directory d
    """.strip().splitlines()
]  # fmt: skip

# What is typed; what is taken of the refusal; what is typed then, with that in the place of {}.
REFUSED = [
    ("due --before 8.31", r"\d+月\d+日", "due --before {}"),
    ("due --month 8月", r"--from \S+ --before [^？]+", "due {}"),
    ("due 8月", r"--from \S+ --before \S+", "due {}"),
    ("due 本周", r"--from \S+ --before \S+", "due {}"),
    ("due 逾期", r"--overdue", "due {}"),
    ("due --逾期", r"--overdue", "due {}"),
    ("due --已超期", r"--overdue", "due {}"),
    ("due --to 9月", r"--before [^？]+", "due {}"),
    ("due 帮助", r"sulist due --help", "{}"),
    ("due /?", r"sulist due --help", "{}"),
    ("due -?", r"sulist due --help", "{}"),
    ("-help", r"sulist --help", "{}"),
    ("list --unit 区经发居", "区经发局", "list --unit {}"),
    ("list --unit 经济发展局", "区经发局", "list --unit {}"),
    ("list --unit 经发局、财争局", "区财政局", "list --unit 经发局、{}"),
    ("list --单位 经发局", r"--unit [^？]+", "list {}"),
    ("list -单位 经发局", r"--unit [^？]+", "list {}"),
    ("list —unit 经发局", r"--unit", "list {} 经发局"),
    ("list －－unit 经发局", r"--unit", "list {} 经发局"),
    ("list 经发局", r"--unit \S+", "list {}"),
    ("report 经发局", r"--unit \S+", "report {}"),
    ("by-unit 潭东镇政府", "潭东镇", "by-unit {}"),
    ("by-unit 各部门", "sulist units", "{}"),
    ("by-unit 区直部门", "区经发局", "by-unit {}"),
    ("by-category 第四类", "[一二三](?= )", "by-category {}"),
    ("by-category 苏区振兴", "[一二三](?= )", "by-category {}"),
    ("show 2-20", r"sulist by-category \S+", "{}"),
    ("show 全部", r"sulist list", "{}"),
    ("show 第5项", r"\d-5", "show {}"),
    ("show 2-7至", r"2-7(?=至)", "show {}"),
    ("show 2-9至2-7", r"\d-\d+(?= 在)", "show {}"),
    ("show 创业大桥", r"sulist show \S+", "{}"),
    ("list --status 完成", r"--status [一-鿿]+", "list {}"),
    ("list --status 已完成", r"--status [一-鿿]+", "list {}"),
    ("list --status 很好", r"未反馈", "list --status {}"),
    ("list --light 紫", r"yellow", "list --light {}"),
    ("list --红灯", r"--light [^？]+", "list {}"),
    ("list 亮红灯", r"--light \S+", "list {}"),
    ("list 已办结", r"--status \S+", "list {}"),
    ("list --办结", r"--status [^？]+", "list {}"),
    ("list --关键词 大桥", r"--search [^？]+", "list {}"),
    ("list 大桥", r"--search \S+", "list {}"),
    ("list --format EXCEL", r"sulist export ledger --output \S+", "{}"),
    ("list --format word", r"sulist export list --output \S+", "{}"),
    ("list --格式 表格", r"--format [^？]+", "list {}"),
    ("list --excel", r"--format csv", "list {}"),
    ("report --since 上次", r"月底", "report --since 6{}"),
    ("owing 经发局", r"--unit \S+", "owing {}"),
    ("owing --month 第60周", r"第27周", "owing --month {}"),
    ("owing --month 6月底", r"6月", "owing --month {}"),
    ("owing --month 2021-06-30", r"2021-06", "owing --month {}"),
    ("list --unit 经发和党群部", "区党群部", "list --unit {}"),
    ("dispatch -o d", r"--directory d", "dispatch {}"),
    ("owing --month 甲月", r"6月", "owing --month {}"),
    ("owing --month 13月", r"6月", "owing --month {}"),
    ("到期", r"due", "{}"),
    ("台账", r"ledger", "{}"),
    ("催办", r"owing", "{}"),
    ("汇报", r"report", "{}"),
    ("查询", r"list", "{}"),
    ("立项", r"add", "{} --help"),
    ("检查", r"check", "{}"),
    ("导出", r"export", "{} --help"),
    ("log 2-7 完成", r"--status [一-鿿]+", "log 2-7 {}"),
    ("log 2-7 --status 已办结", r"--status [一-鿿]+", "log 2-7 {}"),
    ("log 2-7 --进度 60", r"--percent [^？]+", "log 2-7 {}"),
    ("log 2-7 --进展 已开工", r"--done [^？]+", "log 2-7 {}"),
    ("log 2-7 --存在问题 征地难", r"--problem [^？]+", "log 2-7 {}"),
    ("log 2-7 --percent 0.6", r"100", "log 2-7 --percent {} --status 完成"),
    ("log 2-7", r"--done", "log 2-7 {} 已开工"),
    ("close 2-7", r"sulist log 2-7 --status \S+", "{}"),
    ("extend 2-7 --reason 征地", r"--to", "extend 2-7 --reason 征地 {} 2022-03-31"),
    ("reopen 1-3", r"--reason", "reopen 1-3 {} 退回"),
    ("export 台账", r"--output \S+", "export 台账 {}"),
    ("export ledger.xlsx", r"sulist export ledger --output \S+", "{}"),
    ("export 台账 -o t.docx", r"\.xlsx", "export 台账 -o t{}"),
    ("dispatch", r"--directory", "dispatch {} d"),
]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packaged list and its example year."""
    folder = tmp_path_factory.mktemp("clerk")
    answered("init . --example", folder)
    return folder


@pytest.fixture
def folder(begun: Path, tmp_path: Path) -> Path:
    """A copy of it for what writes."""
    for file in begun.iterdir():
        shutil.copy(file, tmp_path)
    return tmp_path


def answered(line: str, folder: Path) -> tuple[int, str]:
    """The exit code, and what is said in Chinese on 1 July 2021."""
    settings = {
        name: value for name, value in os.environ.items() if not name.startswith("SULIST_")
    } | {"SULIST_LANG": "zh_CN", "SULIST_AS_OF": "2021-07-01", "XDG_CONFIG_HOME": str(folder / "x")}
    done = running.answered(shlex.split(line), settings, folder)
    return done.returncode, (done.stdout + done.stderr).decode()


@pytest.mark.parametrize(("typed", "plain"), UNDERSTOOD, ids=[row[0] for row in UNDERSTOOD])
def test_what_is_meant_is_answered(typed: str, plain: str, begun: Path, tmp_path: Path) -> None:
    """As if it had been typed in the words of the help."""
    said = []
    for at, line in enumerate((typed, plain)):
        where = begun
        if line.startswith(_WRITES):
            where = tmp_path / str(at)
            shutil.copytree(begun, where)
        said.append(answered(line, where))
    assert said[0][0] == 0, said[0]
    assert said[0] == said[1]


@pytest.mark.parametrize(("typed", "advised", "then"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_not_clear_is_refused_with_advice_that_works(
    typed: str, advised: str, then: str, folder: Path
) -> None:
    """What the message says to type is typed, and answered."""
    code, said = answered(typed, folder)
    assert code == 2, said
    message = said.partition("错误：")[2]
    found = re.search(advised, message)
    assert found, message
    code, said = answered(then.format(found[0].rstrip("。")).removeprefix("sulist "), folder)
    assert code == 0, said


def test_the_tables_are_as_long_as_a_clerk_is_patient() -> None:
    """At least 150 lines in all, none twice."""
    typed = [row[0] for row in (*UNDERSTOOD, *REFUSED)]
    assert len(set(typed)) == len(typed) >= 150


def test_two_numbers_are_not_one(begun: Path) -> None:
    """With a space between them: «1 1» is not the 11th, though there is only one."""
    assert answered("show 11", begun) == answered("show 2-11", begun)
    code, said = answered("show '1 1'", begun)
    assert (code, "请写编号" in said) == (2, True)


def test_one_word_that_is_unknown_refuses_all(begun: Path) -> None:
    """Nothing that was asked for is left out in silence."""
    for line in (
        "list --status 推进中、很好",
        "list --light 红、紫",
        "list -u 经发局、无此局",
        "show 2-7、9-9",
    ):
        code, said = answered(line, begun)
        assert code == 2, said
