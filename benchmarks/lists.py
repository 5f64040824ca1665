"""Lists and journals of any length, for measuring: as varied as real ones, and right in every check.

Half of the responsible cells stand once only; names repeat where cells do not. A fifth of them
needs the whole grammar: brackets, 等, shared endings and levels, duties, collectives. All names
are invented. A list is the same each time it is made, and a longer one begins as a shorter does.
"""

from __future__ import annotations

import json
import random
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS = (
    "发改 财政 教育 科技 工信 民政 司法 人社 自然资源 生态环境 住建 城管 交通运输 水利 农业农村 林业 商务 "
    "文化和旅游 卫生健康 应急管理 审计 统计 医疗保障 市场监管 信访 乡村振兴 退役军人事务 数据 体育 "
    "行政审批 机关事务 供销 粮食和物资储备 投资促进 金融 公安"
).split()
_STEMS = (
    "青石 白塘 云溪 石鼓 松岭 鹿坪 柳浦 梅垅 双桥 龙泉 枫林 沙洲 竹坑 秀峰 横塘 大埠 东篱 茶亭 "
    "莲塘 望江 北垅 金鸡 栗木 花桥"
).split()
_FIRMS = (
    "城投集团 水务公司 公交公司 文旅投公司 农发集团 产业基金公司 交投集团 国资运营公司 环境科技公司"
).split()
_OFFICES = (
    "委办公室 委组织部 委宣传部 委统战部 委政法委 委编办 政府办公室 妇联 残联 总工会 科协 法院 检察院 "
    "融媒体中心 人民医院 中医院 职业中学 图书馆 疾控中心 公积金中心 项目办 征收办"
).split()
_BRANCHES = "供电 邮政 移动 电信 联通 铁塔".split()
_WORKS = (
    "雨污分流管网改造 敬老院提升 农村公路养护 标准厂房二期 普惠幼儿园新建 智慧停车 老旧小区加装电梯 "
    "粮食仓储扩容 小型水库除险加固 中心卫生院迁建 夜间照明补短板 河道清淤 高标准农田 公共充电桩 "
    "客运站搬迁 人才公寓 工业园区道路 政务服务一窗受理"
).split()
_DOINGS = (
    "完成{work}工程立项、用地预审和初步设计，年内开工{n}处。",
    "争取上级资金{n}00万元，用于{work}，按季度调度进度。",
    "启动{work}（第{n}期），同步完善配套设施。",
    "对照“十四五”规划，推进{work}等{n}个项目纳入省级项目库。",
)
_MORE = (
    "建立台账，每月通报一次。",
    "涉及群众{n}00余户，做好解释和安置工作。",
    "加快220KV输变电配套建设，保障{work}用电需求。",
    "竣工后{n}个月内完成结算、移交和档案归集。",
)
_DEADLINES = (
    "{m}月底前",
    "{m}月{d}日前",
    "2021年{m}月底前",
    "2021年{m}月{d}日前",
    "{m}月中旬前",
    "{m}月上旬完成",
    "{m}月底前完成方案，12月底前全面完成",
    "2021年第{q}季度",
    "{q}季度末",
    "{m}月底前开工，年底前完工",
    "2021年1月至{m}月",
    "力争{m}月底前完成",
    "每月{d}日前",
)
_UNDATED = ("年底前", "上半年", "长期坚持", "持续推进", "2021年全年", "每季度末")
_SEED = 2021
_REPEATED = 0.46  # of the responsible cells are one that stood before,
_KNOWN = 300  # one of so many;
_WHOLE = 0.2  # of the new ones need the whole grammar,
_GROUPS = 0.1  # and of the others so many name a group too


class Region(NamedTuple):
    """A place and the names of its units, by group."""

    name: str
    level: str  # 区 or 县
    groups: dict[str, tuple[str, ...]]

    @property
    def units(self) -> tuple[str, ...]:
        """All units, in the order of their groups."""
        return tuple(unit for group in self.groups.values() for unit in group)


def region(name: str, level: str) -> Region:
    """A region whose units are of a ``level``, 区 or 县: a hundred and some, as real ones have."""
    towns = [stem + ("镇", "乡", "街道")[at // 8] for at, stem in enumerate(_STEMS)]
    return Region(
        name,
        level,
        {
            f"{level}直部门": (
                *(f"{level}{field}局" for field in _FIELDS),
                *(level + office for office in _OFFICES),
            ),
            f"{level}属单位": tuple(level + firm for firm in _FIRMS),
            f"驻{level}单位": tuple(f"{name}{branch}分公司" for branch in _BRANCHES),
            "乡镇（街道）": tuple(towns),
        },
    )


DISTRICT = region("云溪区", "区")
COUNTY = region("松岭县", "县")


class Cells:
    """The cells of one list, item by item."""

    def __init__(self, place: Region) -> None:
        self.place = place
        self.random = random.Random(_SEED)  # noqa: S311 (no secret)
        self.known: list[str] = []  # cells that stand more than once
        self.bureaus = place.groups[f"{place.level}直部门"][: len(_FIELDS)]

    def names(self, most: int, least: int = 1, *, but: tuple[str, ...] = ()) -> str:
        """Names of the region, ``least`` to ``most`` of them, none of those in ``but``."""
        wanted = self.random.randint(least, most)
        drawn = self.random.sample(self.place.units, wanted + len(but))
        return "、".join([name for name in drawn if name not in but][:wanted])

    def lead(self) -> str:
        """Mostly one unit, at times two."""
        return self.names(2 if self.random.random() < 0.15 else 1)

    def responsible(self) -> str:
        """A new cell, or one that stood before: as many of the one as of the other."""
        if self.known and self.random.random() < _REPEATED:
            return self.random.choice(self.known)
        cell = self._whole() if self.random.random() < _WHOLE else self._plain()
        if len(self.known) < _KNOWN:
            self.known.append(cell)
        return cell

    def deadline(self) -> str:
        """A day, a period, a range, several of them, or none."""
        if self.random.random() < 0.15:
            return self.random.choice(_UNDATED)
        month, quarter = self.random.randint(2, 11), self.random.choice("二三四")
        form = self.random.choice(_DEADLINES)
        return form.format(m=month, d=self.random.randint(10, 28), q=quarter)

    def text(self) -> list[str]:
        """A name, and what is to be done besides."""
        forms = (self.random.choice(_DOINGS), *self.random.sample(_MORE, 2))
        work, number = self.random.choice(_WORKS), self.random.randint(2, 60)
        return [form.format(work=work, n=number) for form in forms]

    def _plain(self) -> str:
        """Names with a mark between them, perhaps some of a group too."""
        if self.random.random() < _GROUPS:
            return f"{self.names(3)}，{self.place.level}直有关部门"
        return self.names(7, 2)

    def _whole(self) -> str:
        """A cell that more than marks are needed for."""
        level = self.place.level
        bureaus = tuple(self.random.sample(self.bureaus, 3))
        towns = self.random.sample(_STEMS[:8], 3)
        streets = self.random.sample(_STEMS[16:], 2)
        used = (*bureaus, *(f"{town}镇" for town in towns), *(f"{one}街道" for one in streets))
        few, more = self.names(2, but=used), self.names(4, 2, but=used)
        first, second, third = bureaus
        return self.random.choice(
            (
                f"{more}，各乡镇（街道）",
                f"{more}等有关单位",
                f"{first}、{second[1:]}、{third[1:]}，{few}",
                f"{'、'.join(towns)}镇，{few}",
                f"{'、'.join(streets)}街道、{first}",
                f"{first}牵头，{more}配合",
                f"由{first}牵头，会同{more}等单位负责落实",
                f"牵头单位：{first}；配合单位：{more}",
                f"{first}（牵头）、{second}、{few}",
                f"{level}直各部门，{level}属、驻{level}各单位，{few}",
                f"{first}和{second}，{few}",
                f"{more}按职责分工负责",
                f"各乡镇人民政府，{more}",
            )
        )


class Drawn(NamedTuple):
    """The cells of one item."""

    text: list[str]
    lead: str
    responsible: str
    deadline: str


def items(number: int, place: Region = DISTRICT) -> Iterator[Drawn]:
    """The cells of ``number`` items."""
    cells = Cells(place)
    for _serial in range(number):
        yield Drawn(cells.text(), cells.lead(), cells.responsible(), cells.deadline())


def title_of(place: Region) -> str:
    """The title of a list."""
    return f"{place.name}2021年重大事项清单"


def lines(number: int, place: Region = DISTRICT, *, roster: bool = True) -> Iterator[str]:
    """The lines of a list of ``number`` items, with or without a roster of its units."""
    yield f"title: {title_of(place)}\nregion: {place.name}\nyear: 2021\ntotal: {number}\ncategories:"
    yield f"  - number: 一\n    title: 全部事项\n    count: {number}\n    items:"
    for serial, item in enumerate(items(number, place), 1):
        yield f"      - id: 1-{serial}"
        yield "        text: >-"
        yield from (f"          {sentence}" for sentence in item.text)
        yield f"        lead: {item.lead}"
        yield f"        responsible: {item.responsible}"
        yield f"        deadline: {item.deadline}\n"
    if roster:
        yield "units:"
        for group, units in place.groups.items():
            yield f"  {group}: [{', '.join(units)}]"


def journal_lines(title: str, leads: dict[str, str], number: int) -> Iterator[str]:
    """The lines of a journal of ``number`` monthly reports by the units that lead the items."""
    yield "- " + json.dumps({"journal": 1, "title": title, "year": 2021}, ensure_ascii=False)
    ids = list(leads)
    for seq in range(1, number + 1):
        item = ids[seq % len(ids)]
        day = f"2021-{1 + 9 * seq // number:02}-{1 + seq % 28:02}"
        record = {
            "on": day,
            "item": item,
            "kind": "report",
            "unit": leads[item],
            "role": "lead",
            "status": "in-progress",
            "percent": 90 * seq // number,
            "done": "完成选址，征地拆迁完成百分之八十。",
            "problem": "资金尚有缺口，正在协调。",
            "next": "下月开工。",
            "period": day[:7],
            "written": f"{day}T09:00:00+08:00",
            "seq": seq,
            "id": f"r{seq:09}",
        }
        yield "- " + json.dumps(record, ensure_ascii=False)


def leads_of(number: int) -> dict[str, str]:
    """Who leads each item of a list of ``number`` items."""
    return {
        f"1-{serial}": item.lead.partition("、")[0] for serial, item in enumerate(items(number), 1)
    }


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    wanted = {"district": DISTRICT, "county": COUNTY}[(sys.argv[2:] or ["district"])[0]]
    sys.stdout.writelines(
        line + "\n" for line in lines(int(sys.argv[1]), wanted, roster="bare" not in sys.argv)
    )
