"""A table that a page's end cuts through a row: its upright rules end there, and no rule lies across."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_NEAR = 2.0  # points within which two rules end at one height
_FEWEST = 3  # upright rules, which part two columns

Rules = Sequence[dict[str, Any]]


def closed(rules: Rules) -> list[dict[str, Any]]:
    """The rules that lie across the open ends of tables, as pdfplumber's table finder wants them."""
    upright = [one for one in rules if one["orientation"] == "v"]
    across = [one for one in rules if one["orientation"] == "h"]
    return [
        _rule(group, height)
        for side in ("top", "bottom")
        for height, group in _ending_together(upright, side)
        if len(group) >= _FEWEST and not _is_closed(group, across, height)
    ]


def _ending_together(upright: Rules, side: str) -> list[tuple[float, list[dict[str, Any]]]]:
    groups: list[tuple[float, list[dict[str, Any]]]] = []
    for rule in sorted(upright, key=lambda one: one[side]):
        if groups and rule[side] - groups[-1][0] <= _NEAR:
            groups[-1][1].append(rule)
        else:
            groups.append((rule[side], [rule]))
    return groups


def _is_closed(group: Rules, across: Rules, height: float) -> bool:
    """Whether a rule lies across there, or none anywhere: then they are no table's."""
    left, right = _sides(group)
    meeting = [one for one in across if one["x0"] < right - _NEAR and one["x1"] > left + _NEAR]
    return not meeting or any(abs(one["top"] - height) <= _NEAR for one in meeting)


def _sides(group: Rules) -> tuple[float, float]:
    return min(one["x0"] for one in group), max(one["x0"] for one in group)


def _rule(group: Rules, height: float) -> dict[str, Any]:
    left, right = _sides(group)
    return {
        "object_type": "line",
        "orientation": "h",
        "x0": left,
        "x1": right,
        "top": height,
        "bottom": height,
        "width": right - left,
        "height": 0,
    }
