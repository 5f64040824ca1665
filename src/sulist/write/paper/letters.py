"""Urging letters (催办单) as docx: one for each unit, of what is late, near, or not reported on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sulist.base.days import chinese_day
from sulist.base.filenames import distinct_names
from sulist.base.i18n import ngettext
from sulist.base.watching import watched
from sulist.listfile.printing import Printing
from sulist.write.paper.docx import Paper, PaperColumn
from sulist.write.paper.meeting_parts import cited_width
from sulist.write.phrases import date_words, period_words, report_words, status_words, which_date
from sulist.write.printed_words import (
    of_the_list,
    part_words,
    printed_deadline,
    unread_cell,
    unread_lines,
)
from sulist.write.selecting import asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.base.watching import Watch
    from sulist.listfile.item import WorkItem
    from sulist.reports.letters import Letters, UnitLetter, Urged
    from sulist.write.paper.docx import Row

_BLANK, _NAME = "＿" * 8, "＿" * 6  # to be filled in by hand
_ROOM_TO_WRITE = 16  # mm, of a row of the receipt


class Sender(NamedTuple):
    """Who sends the letters, and whom to ask; what is empty is a blank in the letter, to be filled in by hand.

    The office's seal goes where it is not named.
    """

    signed: str = ""
    contact: str = ""
    phone: str = ""


def build(
    found: Letters,
    watch: Watch | None,
    *,
    signed: str = "",
    contact: str = "",
    phone: str = "",
    **_more: Any,
) -> bytes:
    """All letters in one file, each from an odd page on with page numbers of its own."""
    as_of, printing = found.subject.as_of, Printing(found.subject.worklist)
    sender = Sender(signed, contact, phone)
    name = _title(printing)
    paper = Paper(name, as_of)
    for at, one in enumerate(watched(found.letters, watch)):
        if at:
            paper.end_section()
        _letter(paper, found, printing, one, sender)
    if not found.letters:
        paper.title(name)
        part = f"中所选事项（{chosen}）" if (chosen := asked(found.subject.query)) else ""
        title = found.subject.worklist.title
        paper.body(f"截至{chinese_day(as_of)}，《{title}》{part}没有需要催办的事项。")
        for line in unread_lines(printing, found.unread):
            paper.body(line)
    return paper.as_bytes()


def build_each(
    found: Letters,
    watch: Watch | None,
    *,
    signed: str = "",
    contact: str = "",
    phone: str = "",
    **_more: Any,
) -> Iterator[tuple[str, bytes]]:
    """Each letter as a file of its own: its name without an ending, and its bytes."""
    as_of, printing = found.subject.as_of, Printing(found.subject.worklist)
    sender = Sender(signed, contact, phone)
    names = distinct_names([f"催办单-{one.unit}-{as_of}" for one in found.letters])
    for one, name in zip(watched(found.letters, watch), names, strict=True):
        paper = Paper(f"{_title(printing)}（{one.unit}）", as_of)
        _letter(paper, found, printing, one, sender)
        yield name, paper.as_bytes()


def remarks(found: Letters) -> list[str]:
    """How many items would be urged, but for a unit that leads them."""
    number = found.unled
    if not number:
        return []
    return [
        ngettext(
            "{n} item that is late or near has no lead unit: nobody is urged on it.",
            "{n} items that are late or near have no lead unit: nobody is urged on them.",
            number,
        ).format(n=number)
    ]


def _title(printing: Printing) -> str:
    return f"{of_the_list(printing.worklist, printing.standard)}催办单"


def _letter(
    paper: Paper, found: Letters, printing: Printing, letter: UnitLetter, sender: Sender
) -> None:
    worklist, as_of, items = found.subject.worklist, found.subject.as_of, letter.items
    paper.text(f"编号：{letter.number or _BLANK}", "编号")
    paper.title(_title(printing))
    paper.text(f"{letter.unit}：", "主送")
    lead = "牵头" if worklist.leads_by == "lead" else "负责"
    you = "你" if letter.unit in worklist.answering else "你单位"
    paper.body(
        f"截至{chinese_day(as_of)}，《{worklist.title}》中由{you}{lead}的事项，"
        f"有{len(items)}项需要抓紧办理{_tally(letter)}。具体如下："
    )
    with_dates, cited = printing.has("deadline"), cited_width(printing)
    columns = (
        PaperColumn(printing.cited_as, cited, "center"),
        PaperColumn(printing.heading("text"), (56 if with_dates else 84) - cited),
        *([PaperColumn(printing.heading("deadline"), 28, "center")] if with_dates else []),
        PaperColumn("催办事由", 25, "center"),
        PaperColumn(f"{you}上次反馈", 47),
    )
    paper.table(columns, [_row(printing, one) for one in items], small=True)
    for line in _unread(letter, printing):
        paper.body(line)
    paper.body(
        f"请于{chinese_day(found.reply_by)}前（含当日）书面反馈上述事项的进展情况、存在问题和下步打算"
        "（可填写所附回执）；已经完成的，请附佐证材料；不能按期完成的，请说明原因和拟完成时间。",
        whole=True,
    )
    paper.sign(sender.signed, chinese_day(as_of), stays=True)
    paper.body(f"（联系人：{sender.contact or _BLANK}，电话：{sender.phone or _BLANK}）")
    _receipt(paper, printing, letter, sender)


def _receipt(paper: Paper, printing: Printing, letter: UnitLetter, sender: Sender) -> None:
    """A page to be filled in and sent back: a row for each item of the letter."""
    cited = cited_width(printing)
    paper.text(f"{_title(printing)}回执", "Title", new_page=True)
    paper.text("")
    paper.text(f"{sender.signed or _BLANK}：", "主送")
    number = f"（编号：{letter.number or _BLANK}）"
    paper.body(f"《{_title(printing)}》{number}已收悉，现将有关事项办理情况反馈如下：")
    columns = (
        PaperColumn(printing.cited_as, cited, "center"),
        PaperColumn(printing.heading("text"), 52 - cited),
        PaperColumn("进展情况", 38),
        PaperColumn("存在问题", 22),
        PaperColumn("下步打算", 22),
        PaperColumn("拟完成时间", 22, "center"),
    )
    rows = [(printing.cited(one.item), one.item.name, "", "", "", "") for one in letter.items]
    paper.table(columns, rows, small=True, least=_ROOM_TO_WRITE)
    person = letter.unit in printing.worklist.answering
    paper.body(f"{'反馈人' if person else '填报单位（盖章）'}：{letter.unit}", whole=True)
    paper.body(f"填报人：{_NAME}　审核人：{_NAME}", whole=True)
    paper.body(f"联系电话：{_BLANK}", whole=True)
    paper.body("填报日期：＿＿＿＿年＿＿月＿＿日")


def _unread(letter: UnitLetter, printing: Printing) -> Iterator[str]:
    """What could not be read and may concern the unit: when its own items are due, and who leads others."""
    own: list[str] = []
    others: list[str] = []
    for one in letter.unread:
        cells = others if printing.says_who_leads(one) else own
        cells.append(unread_cell(printing, one))
    if own:
        yield f"{'，'.join(own)}未能识别，请按原文办理。"
    if others:
        yield f"{'，'.join(others)}未能识别，如由你单位牵头，请一并反馈。"


def _tally(letter: UnitLetter) -> str:
    """How many for which reason; an item may have several."""
    counts = (("逾期", letter.late), ("临近时限", letter.near), ("未按期反馈", letter.owed))
    text = "、".join(f"{word}{number}项" for word, number in counts if number)
    several = sum(number for _word, number in counts) > len(letter.items)
    return f"，其中{text}" + ("（同一事项可能有几种情形）" if several else "")


def _row(printing: Printing, one: Urged) -> Row:
    item, year = one.item, printing.year
    shown = (*(each.due_date for each in (*one.late, *one.near)), *one.later)
    dates = [date_words(due_date, year) for due_date in shown]
    deadline = "\n".join((printed_deadline(item, year), *(f"（{text}）" for text in dates)))
    said = [line for last in one.last for line in report_words(last, year, name=status_words(last))]
    return (
        printing.cited(item),
        "\n".join((item.name, *_to_call(printing, item))),
        *([deadline] if printing.has("deadline") else []),
        "\n".join(_reasons(one, year)),
        "\n".join(said) or "尚无反馈",
    )


def _to_call(printing: Printing, item: WorkItem) -> Iterator[str]:
    """Whose part the item is, and the persons to call, with their telephones where they are printed."""
    if of := part_words(printing, item):
        yield of
    for column in printing.columns:
        if column.role == "person" and (text := item.cell(column)):
            yield f"{column.heading}：{text}"


def _reasons(one: Urged, year: int) -> list[str]:
    """Why it is urged; of several dates each says which it is."""
    lines = [f"{which_date(due_date.step)}逾期{days}天" for due_date, days in one.late]
    for due_date, days in one.near:
        lines.append(which_date(due_date.step) + (f"距时限{days}天" if days else "今日到期"))
    if one.behind:
        lines.append("进展滞后")
    if one.owed:
        lines.append(f"{period_words(one.owed, year)}未反馈")
    return lines
