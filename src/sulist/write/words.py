"""The words for what is known of an item, in the language in use, for screens and for documents.

While a document is made, sulist speaks the language of documents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.showing import shortened
from sulist.standing.names import (
    COLOUR_NAMES,
    KIND_NAMES,
    REASON_NAMES,
    STATE_NAMES,
    STATUS_NAMES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.asking.subject import Subject
    from sulist.standing.lights import Light
    from sulist.standing.states import Standing


def state_word(state: str) -> str:
    """A state's name: 推进中."""
    return _(STATE_NAMES[state])


def narrowed_title(subject: Subject) -> str:
    """The title of an answer about a whole list, with the states and the people that are asked for."""
    query = subject.query
    asked = (
        "、".join(query.units),
        "、".join(query.categories),
        states_words(subject.states),
        lights_words(query.lights),
        "、".join(query.leaders),
        "、".join(query.persons),
    )
    return " · ".join(filter(None, (subject.worklist.title, *asked)))


def states_words(states: Iterable[str]) -> str:
    """Several states in words."""
    return _(", ").join(map(state_word, states))


def lights_words(colours: Iterable[str]) -> str:
    """Several colours of lights in words."""
    return _(", ").join(map(colour_word, colours))


def state_and_percent(one: Standing) -> str:
    """The state, and the percent where there is one, alike everywhere: 推进中 65%; what is closed says it all."""
    return state_word(one.state) + (_percent(one) if one.state != "closed" else "")


def _percent(one: Standing) -> str:
    return "" if one.percent is None else f" {one.percent}%"


def status_word(status: str) -> str:
    """What a report says of the state; nothing where it says nothing."""
    return _(STATUS_NAMES[status]) if status else ""


def kind_word(kind: str) -> str:
    """A kind of record, also one that only a newer sulist knows."""
    if kind in KIND_NAMES:
        return _(KIND_NAMES[kind])
    return _("kind {kind}: not known to this sulist").format(kind=shortened(kind))


def colour_word(colour: str) -> str:
    """A light's colour: 红灯."""
    return _(COLOUR_NAMES[colour])


def light_words(light: Light | None) -> str:
    """A light's colour and why: 红灯：逾期; nothing where nobody reports.

    That it is withdrawn is said by the state alone.
    """
    if light is None:
        return ""
    if light.reason == "withdrawn":
        return colour_word(light.colour)
    return _("{colour}: {reason}").format(
        colour=colour_word(light.colour), reason=_(REASON_NAMES[light.reason])
    )
