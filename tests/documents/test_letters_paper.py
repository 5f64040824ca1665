"""Urging letters: a letter for each unit that has to be urged, on what, why, and by when to answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from docx.oxml.ns import qn
from listed import listed, without_errors
from papers import day, known, made, opened, paragraphs, tables, the_list

from sulist.asking.query import Query
from sulist.asking.subject import Subject
from sulist.base.errors import UsageError
from sulist.journal.journal import Journal
from sulist.journal.record import Record
from sulist.listfile.worklist import load
from sulist.reports import letters as whom
from sulist.reports.letters import last_period
from sulist.standing.course import OPEN
from sulist.standing.settings import Reports, Settings
from sulist.standing.tracking import Progress
from sulist.write.documents import build_each

if TYPE_CHECKING:
    from sulist.listfile.worklist import WorkList
    from sulist.reports.letters import Urged

BLANK = "＿" * 8
# On a day of the example: each unit, and its items with what the letter says is the reason.
LETTERS = {
    "04-20": {},
    "06-01": {
        "区党群部": {"2-11": "5月未反馈"},
        "区经发局": {"1-3": "逾期1天", "2-1": "进展滞后\n5月未反馈"},
    },
    "08-30": {
        "区经发局": {"1-2": "进展滞后\n8月未反馈", "3-1": "8月未反馈"},
        "区市监局": {"2-10": "进展滞后\n8月未反馈"},
    },
    "10-01": {"区党群部": {"1-1": "距时限30天"}, "区住建局": {"2-2": "进展滞后\n9月未反馈"}},
    "10-28": {},
    "12-28": {"区住建局": {"2-2": "距时限3天"}, "区产业招商局": {"2-6": "距时限3天\n12月未反馈"}},
    "2022-01-01": {"区住建局": {"2-2": "逾期1天"}, "区产业招商局": {"2-6": "逾期1天"}},
}


def urged(progress: Progress) -> dict[str, tuple[Urged, ...]]:
    """What each unit is urged on."""
    subject = Subject(progress.worklist, Query(), progress.as_of, progress)
    return {one.unit: one.items for one in whom.letters(subject).letters}


def letters(as_of: str, query: Query = Query(), **more: Any) -> dict[str, bytes]:  # noqa: B008
    """The letters of a day, by unit."""
    progress = more.pop("progress", known(as_of))
    files = build_each("letters", progress.worklist, query, day(as_of), progress, **more)
    return {name.split("-")[1]: data for name, data in files}


@pytest.mark.parametrize("as_of", [one for one in LETTERS if one != "04-20"])
def test_each_unit_is_urged_on_what_is_late_near_or_not_reported(as_of: str) -> None:
    """And on nothing else; who has nothing of this gets no letter."""
    found = {
        unit: {row[0]: row[3] for row in tables(data)[0][1:]}
        for unit, data in letters(as_of).items()
    }
    assert found == LETTERS[as_of]


def test_before_the_first_reports_every_item_of_every_lead_is_owed() -> None:
    """On 20 April nobody has reported for March."""
    rows = [row for data in letters("04-20").values() for row in tables(data)[0][1:]]
    assert sorted(row[0] for row in rows) == sorted(one.id for one in the_list().items)
    assert {row[3].rpartition("\n")[2] for row in rows} == {"3月未反馈"}
    assert {row[4] for row in rows} == {"尚无反馈"}


def test_every_day_of_the_year_urges_by_the_definition() -> None:
    """Walked through: late, near or owed, of an open item, of a unit that leads it; nothing missing."""
    as_of = day("04-01")
    while as_of < day("2022-02-01"):
        progress = known(as_of.isoformat())
        told = {(unit, one.item.id) for unit, items in urged(progress).items() for one in items}
        due = set()
        for item in the_list().items:
            light = progress.light(item).reason
            dates = progress.of(item).open_dates
            near = any((due_date.due - as_of).days <= 30 for due_date in dates)
            assert near == (light in ("near", "overdue"))
            if near:
                due.add((item.lead_text, item.id))
        assert due <= told
        period = last_period(progress)
        assert period
        for unit, identity in told - due:
            item = next(one for one in the_list().items if one.id == identity)
            standing = progress.of(item)
            assert standing.state in OPEN
            assert not any(
                one.unit == unit and one.period in period.names for one in standing.reports
            )
        as_of += timedelta(1)


def test_a_letter_says_what_when_and_how_much() -> None:
    """Whom it is to, how many items for which reason, the date of each, and what was last reported."""
    data = letters("06-01")["区经发局"]
    said = paragraphs(data)
    assert said[:3] == [f"编号：{BLANK}", "重大事项催办单", "区经发局："]
    assert said[3] == (
        f"截至2021年6月1日，《{the_list().title}》中由你单位牵头的事项，有2项需要抓紧办理，"
        "其中逾期1项、未按期反馈1项。具体如下："
    )
    assert said[4].startswith("请于2021年6月8日前（含当日）书面反馈")
    assert said[5:7] == ["2021年6月1日", f"（联系人：{BLANK}，电话：{BLANK}）"]
    rows = tables(data)[0]
    assert rows[0] == ["编号", "事项名称", "完成时限", "催办事由", "你单位上次反馈"]
    assert rows[1] == [
        "1-3",
        the_list().items[2].name,
        "5月底前\n（5月31日）",
        "逾期1天",
        "\n".join(
            (
                "5月27日 推进中 85%",
                "进展情况：规划纲要完成第二轮征求意见。",
                "存在问题：个别专项规划进度滞后，影响纲要衔接。",
                "下步打算：6月上旬报区党工委会议审定。",
            )
        ),
    ]


def test_an_item_with_several_reasons_is_counted_under_each_and_that_is_said() -> None:
    """Else the reader adds up and wonders."""
    said = paragraphs(letters("12-28")["区产业招商局"])
    assert (
        "有1项需要抓紧办理，其中临近时限1项、未按期反馈1项（同一事项可能有几种情形）。" in said[3]
    )


def test_the_day_to_answer_by_the_office_and_whom_to_ask_can_be_said() -> None:
    """The office stands above the day; without one there is room for the seal."""
    said = paragraphs(
        letters(
            "06-01",
            reply_by=date(2021, 6, 4),
            signed="区经济发展局",
            contact="张某",
            phone="0797-8880000",
        )["区党群部"]
    )
    assert said[4].startswith("请于2021年6月4日前（含当日）")
    assert said[5:8] == [
        *("区经济发展局", "2021年6月1日", "（联系人：张某，电话：0797-8880000）"),
    ]
    assert said[9] == "区经济发展局："  # to whom the receipt is sent


def test_letters_are_numbered_from_the_first_on() -> None:
    """In the letter and in what comes back; one of one letter may be any text."""
    both = letters("06-01", number="督〔2021〕09号")
    assert [paragraphs(data)[0] for data in both.values()] == [
        *("编号：督〔2021〕09号", "编号：督〔2021〕10号"),
    ]
    assert any("（编号：督〔2021〕10号）已收悉" in one for one in paragraphs(both["区经发局"]))
    assert whom.numbered("督〔2021〕号", 1) == ["督〔2021〕号"]
    with pytest.raises(UsageError, match="has to end with a number"):
        whom.numbered("督〔2021〕号", 2)


def test_a_receipt_is_there_to_be_filled_in_and_sent_back() -> None:
    """On a page of its own: a row for each item with room to write, who fills it in, and when."""
    data = letters("06-01")["区经发局"]
    rows = tables(data)[1]
    assert rows[0] == ["编号", "事项名称", "进展情况", "存在问题", "下步打算", "拟完成时间"]
    assert [row[0] for row in rows[1:]] == ["1-3", "2-1"]
    assert {cell for row in rows[1:] for cell in row[2:]} == {""}
    assert all(row.height for row in opened(data).tables[1].rows[1:])
    head = next(one for one in opened(data).paragraphs if one.text == "重大事项催办单回执")
    assert head._p.pPr.find(qn("w:pageBreakBefore")) is not None
    assert paragraphs(data)[-4:] == [
        "填报单位（盖章）：区经发局",
        "填报人：＿＿＿＿＿＿　审核人：＿＿＿＿＿＿",
        f"联系电话：{BLANK}",
        "填报日期：＿＿＿＿年＿＿月＿＿日",
    ]


def test_a_person_who_answers_gives_no_seal() -> None:
    """A receipt asks a unit for its seal, and of a person only who it is."""
    as_of = date(2022, 9, 20)
    worklist = load(str(ROOT / "tests" / "lists" / "meeting.yaml")).on(as_of)
    progress = Progress(worklist, Journal(""), as_of)
    said = paragraphs(letters("2022-09-20", progress=progress)["李某"])
    assert "反馈人：李某" in said
    assert not any("盖章" in one for one in said)


def test_a_signature_is_never_alone_on_a_page() -> None:
    """The last sentence, whole, stays with it, and it with whom to ask."""
    said = opened(letters("06-01", signed="某局")["区党群部"]).paragraphs
    at = next(at for at, one in enumerate(said) if one.text.startswith("请于"))
    kept = [one._p.pPr.find(qn("w:keepNext")) is not None for one in said[at : at + 5]]
    assert kept == [True, True, True, True, False]
    assert said[at]._p.pPr.find(qn("w:keepLines")) is not None


def test_all_letters_in_one_file_are_the_letters_one_after_another() -> None:
    """Each from an odd page on, with page numbers that begin with 1."""
    apart = letters("06-01")
    together = made("letters", "06-01")
    assert paragraphs(together) == [text for data in apart.values() for text in paragraphs(data)]
    assert tables(together) == [table for data in apart.values() for table in tables(data)]
    sections = opened(together).sections
    assert len(sections) == len(apart)
    for one in sections:
        assert one.start_type.name == "ODD_PAGE"
        assert one._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_a_day_without_anything_to_urge_says_so() -> None:
    """The one file is written and says it; of single letters there is none."""
    assert letters("10-28") == {}
    assert paragraphs(made("letters", "10-28"))[1:] == [
        f"截至2021年10月28日，《{the_list().title}》没有需要催办的事项。"
    ]


def test_nothing_to_urge_of_what_was_chosen_is_not_said_of_the_whole_list() -> None:
    """With a filter the sentence is about the part."""
    said = paragraphs(made("letters", "06-01", Query(search=("没有这样的事",))))
    assert said[1:] == [
        f"截至2021年6月1日，《{the_list().title}》中所选事项（“没有这样的事”）没有需要催办的事项。"
    ]


def test_filters_narrow_whom_and_what() -> None:
    """A unit means letters to this unit, not of items that it has a part in."""
    assert list(letters("06-01", Query(units=("区党群部",)))) == ["区党群部"]
    assert letters("06-01", Query(units=("区财政局",))) == {}
    assert list(letters("06-01", Query(categories=("一",)))) == ["区经发局"]


def other_list(lead: str, deadline: str) -> WorkList:
    """A list of one item."""
    return without_errors(
        listed(f"""
- {{id: 1-1, text: 修路。, lead: "{lead}", responsible: 甲局、乙镇、丙镇, deadline: {deadline}}}
units:
  区直部门: [甲局]
  镇: [乙镇, 丙镇]
""")
    )


def reported(unit: str) -> Record:
    """What a unit that leads the item said in May."""
    return Record(
        day("05-20"), "1-1", "report", unit, "lead", status="in-progress", period="2021-05",
        written="2021-05-20T09:00:00+08:00", seq=1, id="r1",
    )  # fmt: skip


def test_of_a_collective_that_leads_each_unit_gets_a_letter() -> None:
    """Less those that have reported."""
    worklist = other_list("各镇", "12月底前")
    progress = Progress(worklist, Journal("progress.yaml", (reported("乙镇"),)), day("05-31"))
    assert list(urged(progress)) == ["丙镇"]


def test_of_several_dates_each_says_which_it_is() -> None:
    """One is past, one is near."""
    worklist = other_list("甲局", "6月底前完成立项，7月底前开工，12月底前完工")
    progress = Progress(worklist, Journal("progress.yaml"), day("07-10"))
    row = tables(letters("07-10", progress=progress)["甲局"])[0][1]
    assert row[2].endswith("\n（第1个时限6月30日）\n（第2个时限7月31日）")
    assert row[3] == "第1个时限逾期10天\n第2个时限距时限21天\n6月未反馈"


def test_the_rhythm_of_the_place_decides_what_is_owed() -> None:
    """A quarter is named whole; before its day nothing of it is owed."""
    settings = Settings(reports=Reports("quarter", 20))
    for as_of, first, name in (("09-19", "04", "4月至6月"), ("09-20", "07", "7月至9月")):
        progress = Progress(the_list(), Journal("progress.yaml"), day(as_of), settings=settings)
        owed = {one.owed for items in urged(progress).values() for one in items}
        assert {one and one.names[0] for one in owed} == {f"2021-{first}"}
        rows = tables(letters(as_of, progress=progress)["区经发局"])[0][1:]
        assert {row[3].rpartition("\n")[2] for row in rows} == {f"{name}未反馈"}


def test_for_the_year_before_the_list_nothing_is_owed() -> None:
    """In January only its own year is asked for."""
    progress = Progress(the_list(), Journal("progress.yaml"), day("01-10"))
    assert urged(progress) == {}


def test_names_of_files_are_safe_for_windows() -> None:
    """Whatever a unit is called."""
    worklist = other_list("甲局", "12月底前")
    named = worklist.categories[0].items[0]
    lead = (named.lead_cell[0]._replace(name='甲<局>:"/\\|?*.'),)
    category = worklist.categories[0]._replace(items=(named._replace(lead_cell=lead, lead=lead),))
    progress = Progress(
        worklist._replace(categories=(category,)), Journal("progress.yaml"), day("12-10")
    )
    ((name, _data),) = build_each("letters", progress.worklist, Query(), day("12-10"), progress)
    assert name == "催办单-甲＜局＞：＂／＼｜？＊．-2021-12-10"


def test_of_departments_of_whom_some_lead_nobody_knows_which() -> None:
    """So the letter is to 区直有关部门, until one of them has reported."""
    worklist = other_list("区直有关部门", "12月底前")
    for records, units in (((), ["区直有关部门"]), ((reported("甲局"),), [])):
        progress = Progress(worklist, Journal("progress.yaml", records), day("05-31"))
        assert list(urged(progress)) == units
