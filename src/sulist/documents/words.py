"""The words of documents; while one is made, sulist speaks the language of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.i18n import _
from sulist.progress.lights import COLOUR_NAMES, REASON_NAMES
from sulist.progress.states import STATE_NAMES

if TYPE_CHECKING:
    from datetime import date

    from sulist.progress.lights import Light


def state_word(state: str) -> str:
    """A state's name: 推进中."""
    return _(STATE_NAMES[state])


def colour_word(colour: str) -> str:
    """A light's colour: 红灯."""
    return _(COLOUR_NAMES[colour])


def light_words(light: Light) -> str:
    """A light's colour and why: 红灯：逾期."""
    if light.colour == "none":
        return colour_word("none")
    return f"{colour_word(light.colour)}：{_(REASON_NAMES[light.reason])}"


def chinese_day(day: date, year: int = 0) -> str:
    """A day as documents write it: 2021年6月10日, or in a text about ``year`` 6月10日."""
    return f"{'' if day.year == year else f'{day.year}年'}{day.month}月{day.day}日"


def chinese_month(month: str) -> str:
    """A month as documents write it: 2021年6月."""
    return f"{month[:4]}年{int(month[5:])}月"
