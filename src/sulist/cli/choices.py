"""Parameters that are a choice of words: a form, a role, a state, a light. People may say them otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import click

from sulist.base.i18n import _
from sulist.cli.params import Meant
from sulist.standing.names import (
    LIGHT_WORDS,
    OPEN_STATES,
    ROLE_WORDS,
    STATE_WORDS,
    meant,
    parted,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sulist.cli.desk import Desk

    _Choice = click.Choice[str]
else:  # click 8.2 cannot say of what
    _Choice = click.Choice


class Worded(_Choice):
    """A choice of words, each also understood as people say it otherwise."""

    def known(self, typed: str, *, several: bool = False) -> tuple[str, ...]:
        """The choice that is meant, or where they may be, the ``several``; nothing where one is none of them."""
        if found := self.one(typed, several=several):
            return found
        for way in parted(typed) if several else ():
            each = [self.one(part, several=True) for part in way]
            if all(each):
                return tuple(dict.fromkeys(word for words in each for word in words))
        return ()

    def one(self, typed: str, *, several: bool = False) -> tuple[str, ...]:
        """The choice that one word means, or where they may be, the ``several``; nothing for another word."""
        word = typed if typed in self.choices else meant(typed, self.choices)
        return (word,) if word else ()

    def advice(self, typed: str) -> str:
        """What to ask instead of a word that is none of them, where that is known."""
        return ""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The choice, or several with 、 between.

        Raises:
            BadParameter: the word is none.
        """
        several = isinstance(param, click.Option) and param.multiple
        known = self.known(str(value), several=several)
        if not known and (said := self.advice(str(value))):
            self.fail(said, param, ctx)
        return "、".join(known) or super().convert(value, param, ctx)


class AnswerForm(Worded):
    """A form of an answer."""

    def advice(self, typed: str) -> str:
        """For a document, the command that makes it."""
        from sulist.standing.names import DOCUMENT_WORDS
        from sulist.write.documents import KINDS

        word = typed.casefold().lstrip(".")
        kind = next((kind for kind, words in DOCUMENT_WORDS.items() if word in words.split()), "")
        if not kind:
            return ""
        return _("{typed} is a document: sulist export {kind} --output {file}").format(
            typed=typed, kind=kind, file=kind + KINDS[kind].suffix
        )


class OneOf(Worded, Meant):
    """A word of a table; what is none of them is refused with all that are."""

    words: ClassVar[Mapping[str, str]]

    def __init__(self) -> None:
        super().__init__(list(self.words))

    def several(self, word: str, option: str, desk: Desk) -> tuple[Any, ...]:
        """What each of the words is in the data."""
        return tuple(self.read(one, option, desk) for one in word.split("、"))

    def read(self, word: str, option: str, desk: Desk) -> str:
        """What the word is in the data."""
        return self.words[word]


class Role(OneOf):
    """How a unit is touched by an item."""

    words = ROLE_WORDS

    def read(self, word: str, option: str, desk: Desk) -> str:
        """What the word is in the data.

        Raises:
            UsageError: no unit stands beside it.
        """
        from sulist.base.errors import UsageError

        if desk.given("units"):
            return super().read(word, option, desk)
        raise UsageError(_("--role says how a unit is touched, so it wants --unit UNIT beside it."))


class State(OneOf):
    """A state of progress."""

    words = STATE_WORDS
    about_progress = True

    def one(self, typed: str, *, several: bool = False) -> tuple[str, ...]:
        """Likewise; 未完成 and 未办结 are several states."""
        open_ones = OPEN_STATES.get(meant(typed, OPEN_STATES), ()) if several else ()
        return open_ones or super().one(typed, several=several)

    def advice(self, typed: str) -> str:
        """For 完成, which may be either, the two states."""
        from sulist.standing.names import STATUS_WORDS

        if meant(typed, STATUS_WORDS) != "已完成" and typed != "done":
            return ""
        return _(
            "“{typed}” may be two states: what the lead reported done, --status 待复核, or what the office verified, --status 办结."
        ).format(typed=typed)


class LightColour(OneOf):
    """The colour of a light, or none."""

    words = LIGHT_WORDS
    about_progress = True

    def one(self, typed: str, *, several: bool = False) -> tuple[str, ...]:
        """Likewise; of 红黄 each letter is a colour."""
        if (found := super().one(typed)) or not several:
            return found
        letters = [super(LightColour, self).one(one) for one in typed.strip().removesuffix("灯")]
        return tuple(dict.fromkeys(one for (one,) in letters)) if all(letters) else ()
