"""The specification of cells of people: a row a cell, the names in it, and whom to call."""

from __future__ import annotations

import pytest

from sulist.listfile.persons import as_printed, contacts, names, unwrapped

# A cell | the names that it has; between names a space, or a semicolon where a name has one itself.
SEVERAL = """
王一|王一
王一、赵二|王一 赵二
王一，赵二；钱三/孙四|王一 赵二 钱三 孙四
王一 赵二|王一 赵二
王一⏎赵二⏎钱三|王一 赵二 钱三
王一→赵二、★钱三|王一 赵二 钱三
“王一”？|王一
王一、王一|王一
王一和赵二|王一 赵二
何和平|何和平
王某、李某等|王某 李某
王某等3人|王某
王某、李某等同志|王某 李某
1.王一 2.赵二|王一 赵二
1、王一；2、赵二|王一 赵二
①王一②赵二|王一 赵二
（一）王一（二）赵二|王一 赵二
一、王一 二、赵二|王一 赵二
"""
NAMES = """
秦　川|秦川
王  军、马 超|王军 马超
王 小 明|王小明
张建 国|张建国
欧阳 修|欧阳修
周五|周五
欧阳某某、司马某|欧阳某某 司马某
诸葛明亮|诸葛明亮
张××、李XX、王*|张×× 李XX 王*
甲某、乙某|甲某 乙某
王某甲、王某乙|王某甲 王某乙
阿不力米提·买买提|阿不力米提·买买提
副县长艾合买提·吐尔逊|艾合买提·吐尔逊
阿依古丽·买买提（村支书）|阿依古丽·买买提
扎西次仁、旦增书记|扎西次仁 旦增
王一赵二钱|王一赵二钱
李会、王爱社、张园园|李会 王爱社 张园园
高新华|高新华
老王、小李|老王 小李
"""
TITLES = """
李某（区党工委委员）|李某
李某（区委常委、副区长）|李某
李某（区委常委（挂职）、副区长）|李某
副区长李某|李某
区委常委、宣传部部长李某|李某
县委副书记、县长 王某|王某
王某 省委副书记、省长|王某
校长 陈某|陈某
院长 何  晴|何晴
钱三副区长|钱三
周五经理|周五
孙四同志|孙四
总经理助理冯八|冯八
信用科科长赵二|赵二
医务科 科长 魏某|魏某
局长王一副局长赵二|王一 赵二
原局长王某、代县长李某|王某 李某
副县长（李某）|李某
王一牵头，赵二配合|王一 赵二
由王一负责|王一
王一负总责，赵二具体抓|王一 赵二
戚某等专班成员|戚某
县委常委会主任王某|王某
施工单位负责人施某|施某
公安局 龙某|龙某
法律顾问 汪某律师|汪某
张某兼、李某主持全面工作|张某 李某
"""
KEPT = """
王局长|王局长
李区长、唐副市长|李区长 唐副市长
王 局长|王局长
高校长|高校长
王代县长|王代县长
李原副局长|李原副局长
刘总、张工|刘总 张工
"""
UNITS = """
区经发局张某|张某
区经发局 张某|张某
张某（区经发局）|张某
区经发局（张某）|张某
张某-区经发局|张某
经发局张某/财政局李某|张某 李某
北镇刘某某|刘某某
信息中心施某|施某
发改：王某；财政：李某|王某 李某
"""
LABELS = """
A角：王某 B角：李某|王某 李某
A角王某、B角李某|王某 李某
王某（A角）、李某（B角）|王某 李某
组长：王一 副组长：赵二、钱三|王一 赵二 钱三
组 长：王一|王一
主：王一 副：赵二|王一 赵二
上半年王一，下半年赵二|王一 赵二
牵头领导 王某 配合领导 李某|王某 李某
第一责任人：王某；直接责任人：李某|王某 李某
联系人：王一，联系电话：2805093，电子邮箱：wang@example.com|王一
"""
NUMBERS = """
王某 13800000001|王某
王某13800000001李某13800000002|王某 李某
王某（0797-8123456）|王某
王某（0797）8123456|王某
王某 138-0000-0001 座机 8123456转12|王某
8123456（办）13800000000（手机）王某|王某
王某 微信 wx123456|王某
2022年3月前王某，之后李某|王某 李某
李某（2022年3月起）|李某
"""
NOBODY = """
|
无|
/|
—|
同上|
待定|
见附件|
各镇党委书记|
各部门主要负责人|
各乡镇（街道）主要领导|
分管领导|
主要负责人|
县级领导|
班子成员|
全体教师|
全校师生|
各班主任、年级组长|
项目负责人/安全总监|
县委副书记、县长|
车间主任|
项目经理|
人事行政部经理|
教务主任|
任课教师|
包片领导|
马上就办办公室|
安全生产委员会|
宣传部|
施工方|
董事会、支委会|
温泉镇镇长|
北桥镇人民政府|
时任局长|
原局长|
联系电话：8123456|
某（区委委员）|
"""
MIXED = """
褚九 各部门负责人|褚九
褚九、各部门负责人等|褚九
Li Wei|Li Wei
Tom Smith, Wang Wei|Tom Smith;Wang Wei
Wang Wei（CFO）|Wang Wei
Mr. Smith|Smith
Director Li Wei|Li Wei
Project Manager Li|Li
project manager|
CFO, HR, all heads of departments|
IT部 Tom|Tom
PM：王一|王一
"""


def rows(table: str) -> list[tuple[str, tuple[str, ...]]]:
    """The cells of a table and their names."""
    found = []
    for line in table[1:].splitlines():
        cell, _sign, told = line.partition("|")
        alone = ";" in told or told.isascii()
        found.append(
            (cell.replace("⏎", "\n"), tuple(filter(None, told.split(";" if alone else None))))
        )
    return found


EVERY = [
    row
    for table in (SEVERAL, NAMES, TITLES, KEPT, UNITS, LABELS, NUMBERS, NOBODY, MIXED)
    for row in rows(table)
]


@pytest.mark.parametrize(("cell", "told"), EVERY)
def test_a_cell_names_whom_it_names_and_nobody_else(cell: str, told: tuple[str, ...]) -> None:
    """The names of a cell are those of the table: none that it has not, and none left out."""
    assert names(as_printed(cell)) == told


@pytest.mark.parametrize("cell", [cell for cell, _told in EVERY])
def test_a_name_is_printed_in_its_cell(cell: str) -> None:
    """Every name stands in its cell letter by letter; only white space within it is left out."""
    bare = "".join(cell.split())
    assert all("".join(name.split()) in bare for name in names(as_printed(cell)))


@pytest.mark.parametrize(
    "cell",
    [
        "（王某",
        "王某）",
        "王某（李某（赵某）",
        "）（",
        "·",
        "王·",
        "、，；",
        "\0王某\1",
        "*",
        "--",
        "和",
        "某",
    ],
)
def test_an_odd_cell_is_read_without_harm(cell: str) -> None:
    """Signs that have no place, brackets that do not close and marks of no meaning stop nothing."""
    assert all("某" in name or "王" in name for name in names(cell))


@pytest.mark.parametrize(
    "piece", ["局长", "王", "王·", "A", "_", "·", "-", "（王", "a@", "1 ", "局王"]
)
def test_a_text_that_is_no_cell_of_people_names_nobody(piece: str) -> None:
    """However long it is, and whatever it is made of, nobody is found in the middle of it."""
    assert names(piece * 5000) == ()


# A cell | whom to call; a number that is nobody's stands alone.
CALLS = """
王一 13800000001、赵二 13800000002|王一=13800000001 赵二=13800000002
王一、赵二 8123456|王一= 赵二=8123456
王某（0797-8123456）|王某=0797-8123456
王某（0797）8123456|王某=（0797）8123456
李某（副局长，13800000002）|李某=13800000002
王某 8123456/13800000000|王某=8123456 王某=13800000000
王某 0797-8123456转801|王某=0797-8123456转801
8123456 王某|王某=8123456
区经发局 8123456 张某 8123457|=8123456 张某=8123457
值班电话 8123456|=8123456
1.王某 8123456 2.李某|王某=8123456 李某=
邮编341000 王某|王某=
王某 20220315|王某=
王某（2022-03-15起）|王某=
各镇党委书记|
"""


@pytest.mark.parametrize(("cell", "told"), rows(CALLS))
def test_a_cell_says_whom_to_call(cell: str, told: tuple[str, ...]) -> None:
    """A telephone is that of the person before it, its digits as printed; a year or a post code is none."""
    assert tuple(f"{one.name}={one.telephone}" for one in contacts(cell)) == told


@pytest.mark.parametrize(
    ("cell", "whole"),
    [
        ("李某（区委常\n委、副区长）", "李某（区委常委、副区长）"),
        ("冯八、王\n一、周五", "冯八、王一、周五"),
        ("褚九、各部门负责\n人", "褚九、各部门负责人"),
        ("副区长\n钱三", "副区长钱三"),
        ("赵二\n周五", "赵二\n周五"),
        ("赵二\n13800000005", "赵二\n13800000005"),
        ("赵二13800\n000005", "赵二13800000005"),
        ("赵二13800000005\n周五", "赵二13800000005\n周五"),
    ],
)
def test_a_full_line_breaks_no_name(cell: str, whole: str) -> None:
    """Of a page that breaks its lines where they are full, two lines are two names only where both are whole."""
    assert unwrapped(cell) == whole
