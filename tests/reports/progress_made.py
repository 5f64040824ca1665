"""A small list of 2022 with records on it: several dates, joint leads, a lead of before, none, one that returns."""

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
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList

LIST = """\
title: 某县2022年重大事项清单
region: 某县
year: 2022
total: 7
units:
  部门: [甲局, 乙局]
  镇: [东镇, 西镇]
aliases:
  老甲局: 甲局
categories:
  - number: 一
    title: 建设
    count: 4
    items:
      - {id: 1-1, text: 修路。, lead: 甲局, responsible: 乙局, deadline: 8月底前}
      - {id: 1-2, text: 架桥。, lead: 甲局、乙局, responsible: 东镇, deadline: 9月30日前}
      - {id: 1-3, text: 建馆。, lead: 甲局, responsible: 西镇, deadline: 6月底前完成方案，9月底前完成招标，12月底前完成建设}
      - {id: 1-4, text: 治水。, lead: 各镇, responsible: 乙局, deadline: 10月底前}
  - number: 二
    title: 服务
    count: 3
    items:
      - {id: 2-1, text: 办展。, lead: '', responsible: 东镇, deadline: 9月15日前}
      - {id: 2-2, text: 巡查。, lead: 乙局, responsible: 东镇, deadline: 每季度末}
      - {id: 2-3, text: 宣传。, lead: 乙局, responsible: 西镇, deadline: 长期坚持}
"""


def the_list(text: str = LIST) -> WorkList:
    """The list that a text is."""
    return without_errors(text)


def item(identity: str) -> WorkItem:
    """An item of the list."""
    return next(one for one in the_list().items if one.id == identity)


def day(text: str) -> date:
    """A day of 2022, written 06-30, or any, written whole."""
    return date.fromisoformat(text if len(text) > 5 else f"2022-{text}")


def said(on: str, identity: str, status: str = "in-progress", **more: Any) -> Record:
    """A report of the first lead, or of ``unit``, written on the day that it speaks of."""
    known: dict[str, Any] = {"unit": "甲局", "role": "lead", "period": f"2022-{on[:2]}"}
    return _record(on, identity, "report", **(known | {"status": status} | more))


def decided(on: str, identity: str, kind: str, **more: Any) -> Record:
    """A closing, reopening, withdrawal or extension."""
    more = {key: day(one) if key in ("to", "done_on") else one for key, one in more.items()}
    return _record(on, identity, kind, **more)


def _record(on: str, identity: str, kind: str, **more: Any) -> Record:
    written = more.pop("written", on)
    moment = f"{day(written)}T09:00:00+08:00"
    return Record(day(on), identity, kind, written=moment, **more)


def asked(
    as_of: str, *records: Record, text: str = LIST, known_by: str = "", **query: Any
) -> Subject:
    """The list with these records, in their order, asked about a day."""
    worklist = the_list(text)
    named = tuple(one._replace(seq=at, id=f"r{at}") for at, one in enumerate(records, 1))
    journal = Journal("progress.yaml", tuple(sorted(named, key=lambda one: one.order)))
    progress = Progress(worklist, journal, day(as_of), day(known_by) if known_by else None)
    return Subject(worklist, Query(**query), day(as_of), progress)


def plain(as_of: str, **query: Any) -> Subject:
    """The list, of which nobody reports, asked about a day."""
    return Subject(the_list(), Query(**query), day(as_of))
