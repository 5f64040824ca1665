"""Lists and journals of any length, for measuring growth: as life-like as real ones, and right in every check."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE = "某区2021年重大事项清单"
UNITS = ("区经发局", "区财政局", "区住建局", "区社管局", "区农办")
CELLS = ("区直各部门，区属、驻区各单位", "区直有关部门，区属、驻区有关单位", "区项目办、区建投公司")
SENTENCES = (
    "在推动基础设施建设上争取支持。",
    "加快推进创业大桥、平安大桥、蓉江四路及过江隧道建设，完成新时代大道等2个跨（穿）铁路通道。",
    "推进区公交总站等10个基础设施市级调度项目建设，建成第二批120余座智能公交站台。",
    "加快横岭220KV变电站建设，争取启动复兴110KV变电站前期工作。",
)


def lines(number: int) -> Iterator[str]:
    """The lines of a list of ``number`` items; one in twelve is due by August."""
    yield f"title: {TITLE}\nregion: 某区\nyear: 2021\ntotal: {number}\ncategories:"
    yield f"  - number: 一\n    title: 全部事项\n    count: {number}\n    items:"
    for serial in range(1, number + 1):
        deadline = "8月底前" if serial % 12 == 0 else "12月底前"
        yield f"      - id: 1-{serial}"
        yield "        text: >-"
        yield from (f"          {sentence}" for sentence in SENTENCES)
        yield f"        lead: {UNITS[serial % len(UNITS)]}"
        yield f"        responsible: {CELLS[serial % len(CELLS)]}"
        yield f"        deadline: {deadline}\n"
    yield f"units:\n  区直部门: [{', '.join(UNITS)}, 区项目办]\n  区属单位: [区建投公司]\n  驻区单位: [区生态环境分局]"


def journal_lines(title: str, leads: dict[str, str], number: int) -> Iterator[str]:
    """The lines of a journal of ``number`` monthly reports by the units that lead the items."""
    yield "- " + json.dumps({"journal": 1, "title": title, "year": 2021}, ensure_ascii=False)
    items = list(leads)
    for seq in range(1, number + 1):
        item = items[seq % len(items)]
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
    return {f"1-{serial}": UNITS[serial % len(UNITS)] for serial in range(1, number + 1)}


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.writelines(line + "\n" for line in lines(int(sys.argv[1])))
