"""What the report says of a list on which nobody has reported: what there is, and what is due when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.reports.overview import UNDATED, UNREAD
from sulist.write.paper.docx import PaperColumn
from sulist.write.paper.meeting_parts import due_cells, due_columns
from sulist.write.printed_words import who_leads_lines

if TYPE_CHECKING:
    from sulist.listfile.printing import Printing
    from sulist.reports.overview import Overview
    from sulist.write.paper.docx import Paper, Row

_MOST_MONTHS = 7


def plain_totals(paper: Paper, found: Overview, printing: Printing) -> None:
    """What there is, by category and month, and by unit; nothing is known of progress."""
    whole = found.categories
    year = printing.year
    loads = [one for one in found.units.busiest if one.total]
    not_read = f"、时限未能识别的{whole.not_read}项" if whole.not_read else ""
    paper.body(
        f"{whole.total}个事项分为{whole.found}类，涉及{len(loads)}个单位，"
        f"其中没有确定日期的{whole.undated}项{not_read}。没有进展记录，本报告不反映推进情况。"
    )
    heading = printing.heading("deadline")
    paper.lead("（一）分类情况。", f"各类事项的{heading}如下：")
    common = [month for month in whole.totals if month not in (UNDATED, UNREAD)]
    months = common if len(common) <= _MOST_MONTHS else []
    titles = [f"{int(one[5:])}月" if one[:4] == str(year) else one for one in months]
    shown = [*months, UNDATED, *([UNREAD] if whole.not_read else [])]
    titles += ["无日期", *(["未识别"] if whole.not_read else []), "合计"]
    each = 98 / len(titles)
    rows: list[Row] = [
        (f"{one.category.number}、{one.category.title}", *_months(one.by_month, shown, one.total))
        for one in whole.rows
    ]
    rows.append(("合计", *_months(whole.totals, shown, whole.total)))
    columns = (
        PaperColumn("分类", 58),
        *(PaperColumn(title, each, "center") for title in titles),
    )
    paper.table(columns, rows)
    if not printing.heading("lead"):
        return
    paper.lead("（二）单位情况。", "各单位的事项数如下：")
    paper.table(
        (
            PaperColumn("单位", 56),
            *(
                PaperColumn(title, 20, "center")
                for title in ("牵头", "责任", "涉及", "可能涉及", "合计")
            ),
        ),
        [(one.unit, *map(str, one.by_role.values()), str(one.total)) for one in loads],
    )
    for line in who_leads_lines(printing):
        paper.body(line)


def _months(by_month: dict[str, int], shown: list[str], total: int) -> list[str]:
    return [*(str(by_month.get(month, 0)) for month in shown), str(total)]


def plain_coming(paper: Paper, found: Overview, printing: Printing) -> None:
    """Every date, the past ones first."""
    past, ahead = found.late, found.coming
    if not ahead and not past:
        paper.body("无到期事项。")
        return
    told = f"时限已过的{len(past)}项（没有进展记录，不能判断是否完成），" if past else ""
    paper.body(f"{told}尚未到期的{len(ahead)}项：")
    rows = [(*due_cells(one, printing), one.item.deadline.text) for one in (*past, *ahead)]
    columns = due_columns(printing.heading("deadline"), printing, day=25, last_width=31)
    paper.table(columns, rows, small=True)
    paper.body("注：到期日和剩余天数按清单所列时限推算。", whole=True)
