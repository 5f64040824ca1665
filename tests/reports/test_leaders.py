"""Who leads how much: counts by leader, person and category, what is overdue of it, what comes next."""

from __future__ import annotations

from datetime import date

import pytest
from progress_made import asked, decided, said

from sulist.asking.query import Query
from sulist.asking.subject import Subject
from sulist.base.errors import UsageError
from sulist.listfile.worklist import examine_text
from sulist.reports.leaders import Leaders, NamedLoad, Unnamed, leaders, loads_by
from sulist.reports.meeting import MeetingReport, report
from sulist.reports.overview import Overview

LIST = """\
title: 某县2022年整改台账
year: 2022
columns: {序号: serial, 事项: text, 责任单位: responsible, 责任领导: leader, 责任人: person, 时限: deadline}
categories:
  - number: 一
    title: 建设
    items:
      - {id: 1-1, text: 修路。, responsible: 甲局, deadline: 3月底前, more: {责任领导: 副县长李某, 责任人: 王一 8123456}}
      - {id: 1-2, text: 架桥。, responsible: 甲局, deadline: 6月底前，12月底前, more: {责任领导: 李某、赵某, 责任人: 各乡镇负责人}}
      - {id: 1-3, text: 治水。, responsible: 乙局, deadline: 长期坚持, more: {责任领导: "", 责任人: 无}}
  - number: 二
    title: 服务
    items:
      - {id: 2-1, text: 办展。, responsible: 乙局, deadline: 每季度末, more: {责任领导: 李某, 责任人: 王一、赵二}}
      - {id: 2-2, text: 宣传。, responsible: 乙局, deadline: 9月底前, more: {责任领导: 分管领导, 责任人: 赵二}}
"""


def found(as_of: str, text: str = LIST, **query: object) -> Subject:
    """The list without a journal, asked about a day."""
    worklist, problems = examine_text(text.encode(), "items.yaml")
    assert worklist is not None
    assert [one for one in problems if one.level == "error"] == []
    return Subject(worklist, Query(**query), date.fromisoformat(f"2022-{as_of}"))  # type: ignore[arg-type]


def told(loads: tuple[NamedLoad, ...]) -> list[str]:
    """Each load in one text: name, items, overdue, next date."""
    return [f"{one.name} {one.items} {one.overdue} {one.upcoming or ''}".rstrip() for one in loads]


def test_a_leader_has_the_items_that_name_them_the_busiest_first() -> None:
    """An item of two counts for each; what is past is overdue, and the next date is still to come."""
    answer = leaders(found("05-10"))
    assert told(answer.leaders) == ["李某 3 1 2022-06-30", "赵某 1 0 2022-06-30"]
    assert told(answer.persons) == ["王一 2 1 2022-06-30", "赵二 2 0 2022-06-30"]
    assert answer.found == 4


def test_a_date_on_the_day_asked_about_is_the_next_and_not_overdue() -> None:
    """The day itself is included, as everywhere."""
    assert told(leaders(found("06-30")).leaders) == ["李某 3 1 2022-06-30", "赵某 1 0 2022-06-30"]
    assert told(leaders(found("07-01")).leaders) == ["李某 3 2 2022-09-30", "赵某 1 1 2022-12-31"]


def test_what_names_nobody_is_told() -> None:
    """Items without a leader are counted; a cell that says something and names nobody is told as printed."""
    answer = leaders(found("05-10"))
    assert answer.led_by_nobody == 2
    assert answer.unnamed == (
        Unnamed("1-2", "责任人", "各乡镇负责人"),
        Unnamed("2-2", "责任领导", "分管领导"),
    )


def test_a_list_without_such_a_column_has_nobody_and_lacks_nobody() -> None:
    """No item is said to name no leader where none could."""
    subject = asked("05-10")
    assert leaders(subject) == Leaders(subject, (), (), 0, (), ())


def test_a_cell_that_cannot_be_read_is_named_since_a_date_may_be_missing() -> None:
    """Of an item whose deadline nobody can read the next date is not known."""
    text = LIST.replace("deadline: 9月底前", "deadline: 下周三")
    worklist, _problems = examine_text(text.encode(), "items.yaml")
    assert worklist is not None
    answer = leaders(Subject(worklist, Query(), date(2022, 5, 10)))
    assert [(one.id, one.cell) for one in answer.unread] == [("2-2", "deadline")]


def test_the_question_narrows_who_is_told() -> None:
    """By a leader those remain who lead or answer for an item of that leader."""
    answer = leaders(found("05-10", leaders=("赵某",)))
    assert told(answer.leaders) == ["李某 1 0 2022-06-30", "赵某 1 0 2022-06-30"]
    assert answer.persons == ()
    assert told(leaders(found("05-10", persons=("赵二",))).persons) == [
        "赵二 2 0 2022-06-30",
        "王一 1 0 2022-06-30",
    ]


def with_progress(as_of: str, *records: object, **query: object) -> Subject:
    """The list with records."""
    return asked(as_of, *records, text=LIST, **query)  # type: ignore[arg-type]


DONE = (said("03-10", "1-1", "done"), decided("03-20", "1-1", "closing", done_on="03-10"))


def test_states_add_up_and_what_is_done_is_neither_overdue_nor_next() -> None:
    """Where there is a journal every item of a leader is in one state."""
    answer = leaders(with_progress("05-10", *DONE))
    assert told(answer.leaders) == ["李某 3 0 2022-06-30", "赵某 1 0 2022-06-30"]
    assert [one.states for one in answer.leaders] == [
        {"closed": 1, "no-report": 2},
        {"no-report": 1},
    ]
    assert answer.states == ("closed", "no-report")


def test_a_state_narrows_who_is_told() -> None:
    """Only the items in a state that is asked for."""
    answer = leaders(with_progress("05-10", *DONE, states=("closed",)))
    assert told(answer.leaders) == ["李某 1 0"]
    assert told(answer.persons) == ["王一 1 0"]


def test_an_extended_date_is_the_next() -> None:
    """The date that counts is the one that was given last."""
    later = decided("03-20", "1-1", "extension", to="05-20", reason="经研究")
    assert told(leaders(with_progress("05-10", later)).leaders)[0] == "李某 3 0 2022-05-20"


def test_the_load_by_leader_has_a_row_for_what_names_none() -> None:
    """Under no name, last, so that the items are all there."""
    assert told(loads_by(found("05-10"), "leader")) == [
        "李某 3 1 2022-06-30",
        "赵某 1 0 2022-06-30",
        " 2 0 2022-09-30",
    ]


def test_the_load_by_leader_is_refused_where_the_list_has_none() -> None:
    """As --leader is."""
    with pytest.raises(UsageError, match="no column of leaders"):
        loads_by(asked("05-10"), "leader")


def test_a_report_has_the_load_that_was_asked_for() -> None:
    """With and without a journal; by unit, or where nothing was asked, there is none beside the units."""
    plain = report(found("05-10"), by="category")
    assert isinstance(plain, Overview)
    assert told(plain.loads) == ["一 3 1 2022-06-30", "二 2 0 2022-06-30"]
    whole = report(with_progress("05-10", *DONE), by="leader")
    assert isinstance(whole, MeetingReport)
    assert whole.overview.loads == loads_by(with_progress("05-10", *DONE), "leader")
    assert report(found("05-10"), by="unit").loads == report(found("05-10")).loads == ()  # type: ignore[union-attr]


def test_a_report_about_a_leader_counts_that_leader_alone() -> None:
    """Totals, dates and load are of the items that name the leader."""
    whole = report(with_progress("05-10", *DONE, leaders=("赵某",)))
    assert isinstance(whole, MeetingReport)
    assert whole.meeting.counts.items == 1
    assert {one.item.id for one in whole.overview.coming} == {"1-2"}
    assert sum(one.total for one in whole.overview.units.loads) == 1
