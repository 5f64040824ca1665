"""A refusal says what to write instead."""

from __future__ import annotations

import re

import pytest
from units_specification import REFUSED

from sulist import units

IN_BRACKETS = re.compile(r"\(([^()]*)\)")
NO_EXAMPLES = (
    "局, 办, 公司, 镇 …",
    "完成时限",
    "责任人",
    "units:",
    "persons, dates and remarks stand elsewhere",
)


def reason_of(cell: str) -> str:
    """Why a cell is refused."""
    with pytest.raises(units.UnitError) as refused:
        units.parse(cell)
    return refused.value.reason


def examples_in(reason: str) -> list[str]:
    """What a refusal gives as an example."""
    return [
        example
        for bracket in IN_BRACKETS.findall(reason)
        if bracket not in NO_EXAMPLES
        for example in bracket.split(", ")
    ]


@pytest.mark.parametrize("cell", [row.cell for row in REFUSED.rows if "(" not in row.cell])
def test_a_refused_cell_says_what_to_write_and_that_is_read(cell: str) -> None:
    """Behind the colon; an example is a cell of units itself."""
    reason = reason_of(cell)
    assert re.search(": [a-z].*\\.$", reason)
    for example in examples_in(reason):
        units.parse(example)


@pytest.mark.parametrize(
    "cell", ["县实施《土地法》办法 2009", "区财政局，实施《土地法》 办法 2009"]
)
def test_the_whole_of_a_refused_name_is_marked_also_with_white_space_in_it(cell: str) -> None:
    """What is marked of a cell reaches from the first letter of the name to its last."""
    with pytest.raises(units.UnitError) as refused:
        units.parse(cell)
    assert cell[slice(*refused.value.span)] == cell.rpartition("，")[2]


def test_most_refusals_have_an_example() -> None:
    """Without any, the test above would read nothing."""
    reasons = [reason_of(row.cell) for row in REFUSED.rows]
    assert sum(bool(examples_in(reason)) for reason in reasons) >= 20
