"""Days and months as Chinese documents write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def chinese_day(day: date, year: int = 0) -> str:
    """A day as documents write it: 2021年6月10日, or in a text about ``year`` 6月10日."""
    return f"{'' if day.year == year else f'{day.year}年'}{day.month}月{day.day}日"


def chinese_month(month: str) -> str:
    """A month as documents write it: 2021年6月."""
    return f"{month[:4]}年{int(month[5:])}月"
