"""The lines of a title: «回行时，要做到词意完整，排列对称，长短适宜» (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re

from sulist.base.typeset import width

# A line may well end after these, or before those: no word goes across.
_AFTER = re.compile(
    r"(?<=[的》）。，、：；])|(?<=年)(?![度内底终中])|(?<=年度|发展|工作|情况|关于|区域)"
)
_BEFORE = re.compile(
    r"(?=拟|《|重大事项|重点工作|任务清单|责任清单|推进情况|进展情况|征求意见|关于|的通知|的报告)"
)
_BRACKETS = re.compile("《[^》]*》|（[^）]*）|“[^”]*”")
_WORD = re.compile(r"[0-9A-Za-z.,/%-]+|.", re.DOTALL)
_NEVER_FIRST = "的年月日项类区县市》）”’，。、：；！？"
_NEVER_LAST = "《（“‘第"
_ROUGH = 400  # what a break inside a word costs
_INSIDE = 100  # what a break between words inside brackets costs
_NEXT = 60  # what one more line costs
_GAP = 0.5  # columns that some programs leave between Chinese and what is not


def title_lines(text: str, room: int) -> list[str]:
    """``text`` in lines of at most ``room`` characters, as few and as even as words allow.

    Nothing is added or left out; a text with line breaks of its own keeps them.
    """
    return [line for one in text.split("\n") for line in _lines(one, 2 * room)]


def _lines(text: str, columns: int) -> list[str]:
    words = [
        part
        for word in _WORD.findall(text)
        for part in ([word] if width(word) <= columns else list(word))
    ]
    breaks = _breaks(text)
    sizes: list[float] = [width(word) + (2 * _GAP if word[0].isascii() else 0) for word in words]
    if sum(sizes) <= columns:
        return [text]
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        choices = []
        size = 0.0
        for start in range(end - 1, -1, -1):
            size += sizes[start]
            if size > columns:
                break
            choices.append(
                (best[start][0] + _cost(text, starts, end, breaks, columns - size), start)
            )
        best.append(min(choices))
    lines = []
    end = len(words)
    while end:
        start = best[end][1]
        lines.append("".join(words[start:end]))
        end = start
    return lines[::-1]


def _cost(text: str, starts: list[int], end: int, breaks: dict[int, int], left: float) -> float:
    """What a line that ends before word ``end`` costs, with ``left`` columns free."""
    at = starts[end]
    cost = _NEXT + left * left / 8
    if at == len(text):
        return cost
    if text[at] in _NEVER_FIRST or text[at - 1] in _NEVER_LAST:
        return cost + 4 * _ROUGH
    return cost + breaks.get(at, _ROUGH)


def _breaks(text: str) -> dict[int, int]:
    """The places between words, and what a break there costs."""
    inside = {
        at for found in _BRACKETS.finditer(text) for at in range(found.start() + 1, found.end())
    }
    places = {found.start() for form in (_AFTER, _BEFORE) for found in form.finditer(text)}
    return {at: _INSIDE if at in inside else 0 for at in places}
