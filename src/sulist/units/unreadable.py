"""What is said when a cell cannot be read; loaded only then."""

from __future__ import annotations

import re
from functools import cache

from sulist.base.i18n import N_, _
from sulist.units.ref import UnitError

_MAY_BE_A_DEADLINE = ("task", "unknown", "name", "bracket-text")

_SENTENCES = {
    "empty": N_("No unit is named here: write the name of a unit, such as 区住建局."),
    "long": N_("This text is too long for a cell of units: write units only."),
    "bracket": N_("This bracket has no partner: add the other one, or take this one out."),
    "label": N_(
        "“{name}” is not a label that is known: write 牵头单位, 责任单位, 配合单位, 参与单位 or 指导单位 before the colon."
    ),
    "person": N_(
        "“{name}” is about a person, and this cell is for units: write the person's unit, and the person into a column of persons (责任人)."
    ),
    "mark": N_(
        "“{name}” holds two units, and what stands between them does not say which are meant: write 、 between units, and only those that are meant (区住建局、区城管局)."
    ),
    "bare": N_(
        "“{name}” alone is no unit: write which of its units is meant (中央驻市单位, 省教育厅, 市人民政府)."
    ),
    "hidden": N_(
        "“{name}” gives another unit its duty in a bracket: write it behind a ， outside of the bracket (区住建局牵头，区城管局配合)."
    ),
    "bracket-text": N_(
        "What stands in the bracket of “{name}” is no unit: take the bracket out (persons, dates and remarks stand elsewhere), or put the whole name on the roster (units:) if it is one."
    ),
    "among": N_(
        "“{name}” stands behind 其中: write one of the units before it, and what it does (区住建局、区财政局，其中区住建局牵头)."
    ),
    "within": N_(
        "“{name}” stands inside what another unit is to do: write ， before it and its own duty behind it (区住建局负责资金、选址，区城管局配合), or take out what is to be done."
    ),
    "sentence": N_(
        "“{name}” reads as a sentence, and units stand behind 由: write only these and what they do (区住建局牵头，区城管局配合)."
    ),
    "deadline": N_(
        "“{name}” holds a deadline, and this cell is for units: write the deadline into its own column (完成时限), and units only here."
    ),
    "nobody": N_("“{name}” names no unit: write the unit, or leave the cell out."),
    "task": N_(
        "“{name}” reads as a task, not as a unit: write units only, with 、 between them (区住建局、区城管局)."
    ),
    "unknown": N_(
        "“{name}” does not end as the name of a unit does (局, 办, 公司, 镇 …): write its full name, or put it on the roster (units:) if it is one; take out what is none."
    ),
    "name": N_(
        "“{name}” is not the name of a unit: write units only, with 、 between them (区住建局、区城管局)."
    ),
}


def refusal(trouble: str, cell: str, span: tuple[int, int], name: str = "") -> UnitError:
    """The error for one kind of ``trouble`` at ``span`` of ``cell``, about the text ``name``."""
    if trouble in _MAY_BE_A_DEADLINE and _deadline().search(name):
        trouble = "deadline"
    return UnitError(cell, span, _(_SENTENCES[trouble]).format(name=name))


@cache
def _deadline() -> re.Pattern[str]:
    return re.compile(
        r"\d{4}年|\d{1,2}(?:个?月|月?[底初末]|[日号])|[一二三四1-4]季度|[上下]半年|[年月季周]度?[底末初内前]|每[年月季周]"
        r"|\d+个?工作日|全年|常年|长期坚持|持续推进|汛期|节前|日前"
    )
