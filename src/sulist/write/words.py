"""The words of documents; while one is made, sulist speaks the language of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.standing.lights import COLOUR_NAMES, REASON_NAMES
from sulist.standing.states import STATE_NAMES

if TYPE_CHECKING:
    from sulist.standing.lights import Light


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
