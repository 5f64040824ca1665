"""A refusal says what to write instead."""

from __future__ import annotations

import re

import pytest
from deadline_specification import ISSUED, REFUSED, YEAR

from sulist.deadline import DeadlineError, parse

EXAMPLE = re.compile(r"(?:as in|such as) ([^ ,.]+)")


def reason_of(phrase: str) -> str:
    """Why a phrase is refused."""
    with pytest.raises(DeadlineError) as refused:
        parse(phrase, year=YEAR, issued=ISSUED)
    return refused.value.reason


@pytest.mark.parametrize("phrase", [row.phrase for row in REFUSED.rows])
def test_a_refused_deadline_says_what_to_write_and_that_is_read(phrase: str) -> None:
    """Behind the colon; an example is a deadline itself."""
    reason = reason_of(phrase)
    assert re.search(": [a-z].*\\.$", reason)
    for example in EXAMPLE.findall(reason):
        parse(example, year=YEAR, issued=ISSUED)


def test_most_refusals_have_an_example() -> None:
    """Without any, the test above would read nothing."""
    reasons = {reason_of(row.phrase) for row in REFUSED.rows}
    assert sum(bool(EXAMPLE.search(reason)) for reason in reasons) >= 20
