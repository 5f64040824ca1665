"""What a person types for a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model import civil

if TYPE_CHECKING:
    from datetime import date
    from random import Random

    from model.papers import Listed


def period(listed: Listed, day: date, length: int, as_of: date, random: Random) -> str:
    """The week, month, quarter or half of a day: without its year where no other can be meant, a week now and then."""
    whole = civil.week(day) if length == civil.WEEK else f"{day.year}年"
    is_of_year = int(whole[:4]) == as_of.year == listed.printed_year
    if length == civil.WEEK:
        return f"第{int(whole[6:])}周" if is_of_year and random.random() < 0.5 else whole
    if length == 1:
        return f"{day.month}月" if is_of_year else day.isoformat()[:7]
    part = (day.month - 1) // length
    word = f"{'一二三四'[part]}季度" if length == 3 else f"{'上下'[part]}半年"
    return word if is_of_year else f"{whole}{word}"
