"""Random lists, wide in what real ones hold, and the same again for the same seed."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

NAMES = "经发局 财政局 住建局 社管局 农办 市监局 党群部 教育局 水务局 城管局".split()
TOWNS = "东镇 西镇 南镇".split()
THINGS = "修路 架桥 植树 亮灯 治水 清淤 建园 助学 巡查 宣传 普法 普查 招商 引才".split()
NUMBERS = "一二三四五六"


class Maker:
    """A list, its settings and its journal, from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.year = self.random.choice((2019, 2020, 2021, 2023, 2024, 2025))
        self.issued = self._day_of_issue()
        units = self.random.sample(NAMES, self.random.randint(3, 5))
        self.bureaus = [f"区{name}" for name in units]
        self.towns = TOWNS[: self.random.randint(1, 3)]
        self.scoped = self.random.random() < 0.4
        self.aliases = {name: f"区{name}" for name in units if self.random.random() < 0.3}

    def _day_of_issue(self) -> date | None:
        if self.random.random() < 0.4:
            return None
        return date(self.year, self.random.randint(1, 4), self.random.choice((1, 15, 18, 28)))

    # The list

    def the_list(self) -> dict[str, Any]:
        """As it stands in its file."""
        categories: list[dict[str, Any]] = []
        for number in NUMBERS[: self.random.randint(2, 3)]:
            items = [self._item(number, serial) for serial in range(1, self.random.randint(3, 6))]
            categories.append(
                {"number": number, "title": f"{number}类工作", "count": len(items), "items": items}
            )
        head: dict[str, Any] = {
            "title": f"某区{self.year}年重大事项清单",
            "region": "某区",
            "year": self.year,
        }
        if self.issued:
            head["issued"] = self.issued.isoformat()
        groups = {"区直部门": self.bureaus, "镇": self.towns}
        if self.scoped:
            groups |= {"区属单位": ["区建投公司"], "驻区单位": ["区资源分局"]}
        return head | {
            "total": sum(one["count"] for one in categories),
            "categories": categories,
            "units": groups,
            "aliases": self.aliases,
        }

    def _item(self, number: str, serial: int) -> dict[str, str]:
        lead, led_by = self._lead()
        return {
            "id": f"{NUMBERS.index(number) + 1}-{serial}",
            "text": f"{self.random.choice(THINGS)}{serial}号。分步实施。",
            "lead": lead,
            "responsible": self._responsible(led_by),
            "deadline": self._deadline(),
        }

    def _written(self, unit: str) -> str:
        """A unit's name, now and then its other one."""
        others = [short for short, whole in self.aliases.items() if whole == unit]
        return self.random.choice([unit, *others])

    def _lead(self) -> tuple[str, list[str]]:
        """A cell, and who is named in it."""
        first, second, third = self.random.sample(self.bureaus, 3)
        one, two, three = map(self._written, (first, second, third))
        town = self.random.choice(self.towns)
        forms: list[tuple[int, str, list[str]]] = [
            (24, one, [first]),
            (4, town, [town]),
            (8, f"{one}、{two}", [first, second]),
            (5, f"{one}牵头，{two}配合", [first, second]),
            (2, f"{one}、{two}牵头，{three}、{town}参与", [first, second, third, town]),
            (2, f"牵头单位：{one}；配合单位：{two}、{town}", [first, second, town]),
            (2, f"{one}会同{two}", [first, second]),
            (2, f"{one}牵头，区直有关部门配合", [first]),
            (2, f"{one}牵头，各镇协办", [first]),
            (2, f"{one}指导，{town}牵头", [first, town]),
            (2, f"{one}配合", [first]),
            (4, "区直各部门", []),
            (2, "各镇", []),
            (3, "区直有关部门", []),
            (2, f"{one}、各镇", [first]),
            (2, "", []),
        ]
        _weight, cell, named = self.random.choices(forms, [form[0] for form in forms])[0]
        return cell, named

    def _responsible(self, led_by: list[str]) -> str:
        free = [unit for unit in (*self.bureaus, *self.towns) if unit not in led_by]
        named = "、".join(
            map(self._written, self.random.sample(free, min(len(free), self.random.randint(1, 2))))
        )
        forms = [
            named,
            named,
            "区直各部门",
            "区直有关部门",
            "区直部门",
            "各镇",
            "有关镇",
            f"{named}，区直有关部门",
            "无",
        ]
        if self.scoped:
            forms += ["区属、驻区各单位", f"{named}，区属、驻区有关单位", "区直各部门，驻区各单位"]
        return self.random.choice(forms)

    def _deadline(self) -> str:
        pick, year = self.random.choice, self.year
        first = self.issued.month + 1 if self.issued else 3
        early, middle, late = (
            pick((first, 3 if first < 4 else 5)),
            pick((6, 7, 8)),
            pick((9, 10, 11, 12)),
        )
        dates = [
            f"{early}月底前", f"{middle}月底前", f"{late}月底前", f"{middle}月{pick((5, 15, 30))}日前", "年底前",
            f"{year}年{late}月20日前", f"{year + 1}年3月底前", f"{late}月底前完成", f"{early}月10日前",
        ]  # fmt: skip
        periods = [
            "12月", f"{late}月中旬", f"{middle}月上旬", "四季度", "第三季度", "下半年", "全年", f"{middle}月", f"{late}月初",
            f"{middle}月中", f"{late}月左右", f"{middle}月下旬",
        ]  # fmt: skip
        doubtful = [f"{middle}月前", f"{late}月中旬前", "四季度前"]
        begun = [
            f"{early}月至{middle}月", f"{middle}月启动", f"{early}月启动，{late}月底前完成", f"自{early}月开始，{late}月底前完成",
            f"{early}月起，{middle}月底前完成", f"{early}月15日至{late}月20日", f"{middle}月至{late}月", "10月至12月",
        ]  # fmt: skip
        several = [
            f"{early}月底前启动，{late}月底前完成", f"{early}月底前，{middle}月底前，12月底前", f"{early}、{middle}、{late}月底前",
            f"{early}月、{middle}月底前", f"{middle}月底前完成一期，{year + 1}年6月底前完成二期", f"{early}月10日前，{middle}月20日前",
        ]  # fmt: skip
        lasting = [
            "长期坚持",
            "持续推进",
            f"长期坚持，{late}月底前见成效",
            "尽快",
            f"自{early}月起",
            f"{middle}月起",
        ]
        returning = [
            "每月底前", "每周五前", "每季度末前", "每月10日前", "每天", "每年6月底、12月底前", "每月5日、20日前", "每半年",
            f"至{year}年9月底，每月底前", f"每月底前，至{year}年{middle}月底", f"自{early}月起，每周三前", f"{early}月至10月，每月底前",
            "每月底前，长期坚持", f"{year}年{middle}月起，每月底前", "每年6月、12月底前",
        ]  # fmt: skip
        ending = [
            "每季度末报送进展，年底前完成", f"每月底前报送，{late}月底前完成", f"每周五前调度，{middle}月底前完成",
            f"每月10日前报送，{late}月20日前完成",
        ]  # fmt: skip
        if self.issued:
            dates += ["3个月内", "60日内", "6个月内"]
        kinds = [dates, periods, doubtful, begun, several, lasting, returning, ending]
        return pick(self.random.choices(kinds, (14, 10, 5, 9, 16, 8, 16, 6))[0])

    # The settings and the year

    def the_settings(self) -> str:
        """``sulist.toml``, or nothing."""
        if self.random.random() < 0.5:
            return ""
        rhythm = self.random.choice((
            "month", "每月", "two-months", "quarter", "half-year", "year", "week", "week", "每周",
        ))  # fmt: skip
        near, behind = self.random.choice((10, 30, 45)), self.random.choice((10, 20, 35))
        days = (1, 3, 5, 7, 0) if rhythm in ("week", "每周") else (5, 20, 28)
        due_day = self.random.choice(days)
        lights = f"[lights]\nnear_days = {near}\nbehind_points = {behind}\n"
        as_set = f"due_day = {due_day}\n" if due_day else ""
        return f'{lights}\n[reports]\nrhythm = "{rhythm}"\n{as_set}'
