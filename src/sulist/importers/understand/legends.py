"""Legends that say who leads: 注：列第一位者为牵头单位."""

from __future__ import annotations

import re

from sulist.base.plain import clean_cell, simplified

_FIRST = "(?:第一|首)(?:位|个|名|家|列|责任)?"
_WHO = "(?:责任)?(?:单位|部门|科室|处室|者|的)"
_LEADS = (
    "(?:牵头|主办|主责|主要责任|第一责任|总牵头|责任主体|抓总)(?:责任)?(?:单位|部门|科室|处室|者)?"
)
_LEGEND = re.compile(
    rf"(?:(?:以上|本表|表中|其中|各项)?[^，。；（）：]{{0,14}}?(?:排|列|名|位|居|写)?(?:名|列|序|位)?(?:在|于|居|为)?)?"
    rf"{_FIRST}(?:的|之)?(?:{_WHO})?(?:均|一律|即)?(?:为|是|系|作为|负责)?(?:该项任务的?|该项工作的?|该事项的?)?{_LEADS}"
)
_BRACKETS = re.compile(r"[（(【\[]([^（）()【】\[\]]*)[）)】\]]")
_MARK = re.compile(r"^(?:备?注|说明)\s*[0-9]*[：:]?")


def legend_in(text: str) -> str:
    """The legend that a text holds and that makes the first unit the lead; nothing where it holds none."""
    plain = simplified(clean_cell(text))
    found = _LEGEND.search(plain) if "第一" in plain or "首" in plain else None
    return found.group() if found else ""


def is_legend(text: str) -> bool:
    """Whether a line is a legend and little else."""
    legend = legend_in(text)
    return bool(legend) and len(_MARK.sub("", clean_cell(text))) - len(legend) <= _BESIDE


_BESIDE = 20  # characters beside a legend in its line


def without_legend(cell: str) -> tuple[str, str]:
    """A cell without a legend in brackets or on a line of its own, and that legend."""
    for found in _BRACKETS.finditer(cell):
        if legend_in(found.group(1)):
            return (cell[: found.start()] + cell[found.end() :]).strip(), found.group()
    lines = cell.split("\n")
    legends = [line for line in lines if is_legend(line)]
    if legends:
        return "\n".join(line for line in lines if line not in legends).strip(), legends[0]
    return cell, ""
