"""A small list of several dates, returning ones and joint leads, asked about as a test needs it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from listed import without_errors

from sulist.asking.query import Query
from sulist.asking.subject import Subject
from sulist.journal.journal import Journal
from sulist.journal.record import Record
from sulist.standing.tracking import Progress

if TYPE_CHECKING:
    from sulist.listfile.worklist import WorkList

LIST = """\
title: 某区2023年重大事项清单
region: 某区
year: 2023
total: 6
categories:
  - number: 一
    title: 建设
    count: 4
    items:
      - {id: 1-1, text: 修路。分两段。, lead: 住建局, responsible: 各镇、财政局, deadline: 6月底前完成一期，10月1日前完成二期}
      - {id: 1-2, text: 架桥。, lead: 住建局、财政局, responsible: 有关镇, deadline: 6月30日前}
      - {id: 1-3, text: 植树。, lead: 有关部门, responsible: 东镇, deadline: 2024年3月底前}
      - {id: 1-4, text: 亮灯。, lead: 财政局, responsible: 西镇, deadline: 9月左右}
  - number: 二
    title: 服务
    count: 2
    items:
      - {id: 2-1, text: 巡查。, lead: 城管局, responsible: 各镇, deadline: 每季度末}
      - {id: 2-2, text: 宣传。, lead: 城管局, responsible: 住建局, deadline: 长期坚持}
units:
  部门: [住建局, 财政局, 城管局]
  镇: [东镇, 西镇]
"""


def made(text: str = LIST) -> WorkList:
    """The list that a text is, which has to be without errors."""
    return without_errors(text)


def day(text: str) -> date:
    """A day of 2023, written 06-30, or any, written whole."""
    return date.fromisoformat(text if len(text) > 5 else f"2023-{text}")


def record(on: str, item: str, kind: str, **more: Any) -> Record:
    """A record of the list; ``done`` and the other words of a lead's report are kinds here."""
    known: dict[str, Any] = {
        "written": f"{day(on)}T12:00:00+08:00",
        "seq": 1,
        "id": f"{item}-{on}-{kind}",
    }
    if kind in ("not-started", "in-progress", "done"):
        known |= {"status": kind, "role": "lead", "unit": "住建局", "period": str(day(on))[:7]}
        kind = "report"
    elif kind == "closing":
        known["done_on"] = day(on)
    else:
        known["reason"] = "会议决定"
    return Record(day(on), item, kind, **(known | more))


def asked(
    as_of: str, *records: Record, text: str = LIST, journal: bool = False, **query: Any
) -> Subject:
    """The list asked about a day; with records, or an empty ``journal``, progress is known."""
    worklist = made(text)
    progress = None
    if records or journal:
        known = Journal("progress.yaml", tuple(sorted(records, key=lambda one: one.order)))
        progress = Progress(worklist, known, day(as_of))
    return Subject(worklist, Query(**query), day(as_of), progress)
