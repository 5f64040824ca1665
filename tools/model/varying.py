"""Makes a plain list one of another kind: further columns, no leads, parts, items of the year, cells nobody can read."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from model.making import Maker

Item = dict[str, Any]
PEOPLE = "王一 赵二 钱三 孙四 周五 吴六".split()
NUMBERS = "一二三四五六七八九"
UNREADABLE = ("见合同", "待省里通知")
STRANGER = "区未知局"
REMARKS = ("续建", "上年结转", "结转，分两批实施", "")


def _items(categories: list[Item]) -> Iterator[Item]:
    return (item for category in categories for item in category["items"])


class Kind:
    """What one list has that a list of the five columns has not: about half of all that there is."""

    def __init__(self, random: Random, maker: Maker) -> None:
        self.random = random
        self.maker = maker
        self.year: int | None = maker.year
        self.leads_by = random.choice(("lead", "lead", "responsible", "responsible", "first"))
        self.own_columns = self._may(0.7)
        self.has_deadlines = not (self.own_columns and self._may(0.1))
        self.has_roster = self._may(0.8)

    def _may(self, share: float) -> bool:
        return self.random.random() < share

    def of(self, held: dict[str, Any]) -> dict[str, Any]:
        """The list of this kind."""
        categories = held["categories"]
        for item in _items(categories):
            self._led(item)
        if self._may(0.2):
            self._without_year(held, categories)
        if self.own_columns:
            held = self._with_columns(held)
        for share, change in (
            (0.3, self._renumber),
            (0.7, self._parts),
            (0.5, self._assigned),
            (0.5, self._serials),
            (0.5, self._unreadable),
        ):
            if self._may(share):
                change(categories)
        self._count(held)
        if self.leads_by == "first":
            held["lead_rule"] = "first"
        if not self.has_roster:
            del held["units"], held["aliases"]
        return held

    def _count(self, held: dict[str, Any]) -> None:
        """What is printed of numbers, or nothing."""
        for category in held["categories"]:
            category["count"] = sum("assigned" not in item for item in category["items"])
        held["total"] = sum(category["count"] for category in held["categories"])
        if self.own_columns and self._may(0.3):
            self._without_what_is_not_printed(held)

    def _renumber(self, categories: list[Item]) -> None:
        """Tasks may begin with 二, and numbers may be left out."""
        numbers = sorted(self.random.sample(range(1, 10), len(categories)))
        for number, category in zip(numbers, categories, strict=True):
            category["number"] = NUMBERS[number - 1]
            for item in category["items"]:
                item["id"] = f"{number}-{item['id'].split('-')[1]}"

    def _led(self, item: Item) -> None:
        """Without leads the responsible are as many-voiced as cells of leads are."""
        if not self.has_roster:  # which alone knows other names, and that a group is many
            for key in ("lead", "responsible"):
                for short, whole in self.maker.aliases.items():
                    item[key] = re.sub(f"(?<!区){short}", whole, item[key])
                item[key] = item[key].replace("区直部门", "区直各部门")
        if self.leads_by == "lead":
            return
        if self._may(0.7):
            item["responsible"] = item["lead"]
        item["lead"] = ""

    def _without_year(self, held: dict[str, Any], categories: list[Item]) -> None:
        del held["year"]
        year, pick = self.maker.year, self.random.choice
        for item in _items(categories):
            early, late = pick((2, 3, 5, 6)), pick((8, 9, 11, 12))
            item["deadline"] = pick((
                f"{year}年{early}月底前", f"{year}年{late}月20日前", f"{year}-{late:02}-15", "长期坚持", "",
                f"{year}年{early}月底前启动，{year}年{late}月底前完成", f"{year + 1}年{early}月底前",
                f"{year}年{late}月前", "每月底前", "每周五前", f"{year}年{early}月起，每月底前", "8月底前",
            ))  # fmt: skip

    def _with_columns(self, held: dict[str, Any]) -> dict[str, Any]:
        columns = [
            (pick, "text") for pick in [self.random.choice(("事项", "重点任务", "存在问题"))]
        ]
        if self._may(0.8):
            columns.insert(0, ("序号", "serial"))
        if self.leads_by == "lead":
            columns.append(("牵头单位", "lead"))
        columns.append(("责任单位", "responsible"))
        further = [
            ("备注", "other"),
            ("责任领导", "leader"),
            ("责任人", "person"),
            ("配合单位", "responsible"),
        ]
        columns += [one for one in further if self._may(0.6)]
        if self.has_deadlines:
            columns.insert(self.random.randint(1, len(columns)), ("完成时间", "deadline"))
        for item in _items(held["categories"]):
            self._cells(item, dict(columns))
        return {"columns": dict(columns)} | held

    def _cells(self, item: Item, columns: dict[str, str]) -> None:
        if self.leads_by != "lead":
            del item["lead"]
        if not self.has_deadlines:
            del item["deadline"]
        more = {}
        for heading, role in columns.items():
            if role in ("leader", "person"):
                more[heading] = "、".join(self.random.sample(PEOPLE, self.random.randint(1, 2)))
            elif role == "other":
                more[heading] = self.random.choice(REMARKS)
            elif heading == "配合单位":
                units = (self.random.choice(self.maker.bureaus), "各镇", "区直有关部门", "")
                more[heading] = self.random.choice(units)
        more = {heading: cell for heading, cell in more.items() if self._may(0.85)}
        if "责任人" in more and self.leads_by != "lead" and self._may(0.3):
            item["responsible"] = ""
        if more:
            item["more"] = more

    def _parts(self, categories: list[Item]) -> None:
        """Some items are parts of the one before them."""
        for category in categories:
            parent, *others = category["items"]
            for item in others:
                if not self._may(0.4):
                    parent = item
                    continue
                item["part_of"] = parent["id"]
                for key in ("lead", "responsible", "deadline"):
                    if self._may(0.5):
                        item.pop(key, None)

    def _assigned(self, categories: list[Item]) -> None:
        """The last of a category were assigned in the year."""
        for category in categories:
            late = category["items"][-self.random.randint(1, 2) :]
            if len(late) == len(category["items"]) or "part_of" in late[0]:
                continue
            month = self.maker.issued.month if self.maker.issued else 1
            first = date(
                self.maker.year, self.random.randint(month + 1, 11), self.random.randint(1, 28)
            )
            for item in late:
                item["assigned"] = first.isoformat()
                if "deadline" in item and self.year and self._may(0.4):
                    item["deadline"] = self.random.choice(("3个月内", "60日内", "6个月内"))

    def _serials(self, categories: list[Item]) -> None:
        """They go on through the categories; parts have none."""
        number = 0
        for item in _items(categories):
            is_part = "part_of" in item
            number += not is_part
            item["printed_serial"] = "" if is_part else str(number)

    def _unreadable(self, categories: list[Item]) -> None:
        items = list(_items(categories))
        for item in self.random.sample(items, min(2, len(items))):
            cell = self.random.choice(("deadline", "deadline", "lead", "responsible"))
            if cell == "deadline" and "deadline" in item:
                item["deadline"] = self.random.choice(UNREADABLE)
            elif (
                self.has_roster
                and item.get(cell, "无") not in ("", "无")
                and "：" not in item[cell]
            ):
                item[cell] = self.random.choice((STRANGER, f"{item[cell]}，{STRANGER}"))

    def _without_what_is_not_printed(self, held: dict[str, Any]) -> None:
        for key in ("total", "region"):
            if self._may(0.7):
                del held[key]
        for category in held["categories"]:
            del category["count"]
