"""What is typed for a parameter that no plain question has: reasons, months, items, records, folders.

Beside ``params``, so that a question about the list loads none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.cli.choices import OneOf
from sulist.cli.params import Day, FileName, Listed, Meant, Unit, Whole
from sulist.standing.names import LOAD_WORDS, RHYTHM_WORDS, STATUS_WORDS, meant

if TYPE_CHECKING:
    from datetime import date

    import click
    from click.shell_completion import CompletionItem

    from sulist.cli.desk import Desk


_A_WORD, _FEW = 2, 5
_SEVERAL = 2


class Text(Meant):
    """Words of a person, without the space around them."""

    def read(self, word: str, option: str, desk: Desk) -> str:
        """The text; a line ends in one way."""
        return word.replace("\r\n", "\n").strip()


class Reason(Text):
    """Why an office decided so: words, not white space."""

    def read(self, word: str, option: str, desk: Desk) -> str:
        """The text.

        Raises:
            UsageError: there are no words in it.
        """
        from sulist.base.errors import UsageError

        if text := super().read(word, option, desk):
            return text
        raise UsageError(_("--reason wants words: why was it decided so?"))


class LastMeeting(Day):
    """The day since which changes are told: it has been by the day asked about."""

    def __init__(self, *, start: bool = False) -> None:
        super().__init__(start=start, about_progress=True)

    def read(self, word: str, option: str, desk: Desk) -> date:
        """The day.

        Raises:
            UsageError: it cannot be read, or is still to come.
        """
        from sulist.base.errors import UsageError

        day = super().read(word, option, desk)
        if day <= desk.as_of:
            return day
        raise UsageError(
            _("{option} {day} is after the day asked about, {as_of}.").format(
                option=option, day=day, as_of=desk.as_of
            )
        )


class MonthWord(Meant):
    """A whole month, as 2021-06, or where reports are weekly a week, as 2021-W27; where nothing is typed, that of the day asked about."""

    name = "month"

    def read(self, word: str, option: str, desk: Desk) -> str:
        """The month or the week; of a quarter, where reports are quarterly, the last month.

        Raises:
            UsageError: it cannot be read, or is no period of the rhythm.
        """
        return _reported_for(word, option, desk)

    def absent(self, desk: Desk) -> str:
        """The month or the week of the day asked about."""
        return _reported_now(desk)


class AskedPeriod(NamedTuple):
    """A month or a week, and the rhythm that a period named otherwise says: of 二季度 2021-06 and quarter."""

    name: str
    rhythm: str = ""


class PeriodWord(Meant):
    """A period that reports are owed for: a month, a week, or 二季度, 上半年, whose rhythm it says."""

    name = "month"

    def read(self, word: str, option: str, desk: Desk) -> AskedPeriod:
        """The period.

        Raises:
            UsageError: it cannot be read, or is none of the rhythm that is typed beside it.
        """
        from contextlib import suppress

        from sulist.base.errors import UsageError
        from sulist.listfile import typed
        from sulist.standing.settings import RHYTHMS

        asked = (option, word, desk.year, desk.as_of)
        if desk.given("rhythm"):
            return AskedPeriod(_reported_for(word, option, desk))
        with suppress(UsageError):
            return AskedPeriod(_reported_for(word, option, desk))
        if typed.says_week(word):  # else a day, and 6月底, would be answered by its week
            return AskedPeriod(typed.week(*asked), "week")
        with suppress(UsageError):
            name, length = typed.months(*asked)
            for rhythm, months in RHYTHMS.items():
                if months == length and int(name[5:]) % months == 0:
                    return AskedPeriod(name, rhythm)
        return AskedPeriod(_reported_for(word, option, desk))  # says what the rhythm asks for

    def absent(self, desk: Desk) -> AskedPeriod:
        """That of the day asked about."""
        return AskedPeriod(_reported_now(desk))


def _reported_for(word: str, option: str, desk: Desk) -> str:
    """The month or the week that a word means, as reports name it.

    Raises:
        UsageError: it cannot be read, or is no period of the rhythm.
    """
    from contextlib import suppress

    from sulist.base.errors import UsageError
    from sulist.listfile import typed
    from sulist.standing.settings import RHYTHMS

    rhythm, asked = _rhythm_of(desk), (option, word, desk.year, desk.as_of)
    if rhythm == "week":
        return typed.week(*asked)
    with suppress(UsageError):
        name, length = typed.months(*asked)
        if length == RHYTHMS[rhythm] > 1:
            return name
    return typed.month(*asked)


def _reported_now(desk: Desk) -> str:
    """The month or the week of the day asked about."""
    from sulist.standing.periods import name_of

    return name_of(desk.as_of, _rhythm_of(desk))


def _rhythm_of(desk: Desk) -> str:
    """How often reports are made: as typed, else as set."""
    typed = desk.given("rhythm")
    return RHYTHM_WORDS[typed] if typed else desk.settings.reports.rhythm


class ItemId(Listed):
    """An item of the list: 2-7, 2.7, 二-7, 二、7."""

    def read(self, word: str, option: str, desk: Desk) -> str:
        """The id as it stands in the list.

        Raises:
            UsageError: there is no such item.
        """
        from sulist.base.errors import UsageError
        from sulist.listfile.typed import item_id

        try:
            return item_id(desk.worklist, word)
        except UsageError:
            if "status" in desk.names and (status := meant(word, STATUS_WORDS)):
                raise UsageError(
                    _("“{word}” is no item. A status is said by --status {status}.").format(
                        word=word, status=status
                    )
                ) from None
            if where := self._holding(word, desk):
                raise UsageError(
                    _("“{word}” is no id. It stands in {ids}: sulist show {id}").format(
                        word=word, ids=_(", ").join(where), id=where[0]
                    )
                ) from None
            raise

    def several(self, word: str, option: str, desk: Desk) -> tuple[str, ...]:
        """The ids; 2、7 is 2-7 where it cannot be the second item and the seventh.

        Raises:
            UsageError: there is no such item, or what is typed may be other ones.
        """
        from sulist.base.errors import UsageError
        from sulist.cli.joined_names import pieces_of
        from sulist.listfile.typed import has_category, item_beside

        pieces = pieces_of(word)
        if len(pieces) < _SEVERAL:
            return self.each(pieces[0] if pieces else word, option, desk)
        try:
            whole = self.each(word, option, desk)
        except UsageError:
            found: tuple[str, ...] = ()
            before = ""
            for piece in pieces:
                written = item_beside(piece, before)
                found += self.each(written, option, desk)
                before = found[-1] if has_category(written) else ""
            return found
        try:
            apart = [self.read(piece, option, desk) for piece in pieces]
        except UsageError:
            return whole
        raise UsageError(
            _("“{word}” may be {id}, or {ids}. Write the ids in full.").format(
                word=word, id=whole[0], ids=_(", ").join(apart)
            )
        )

    @staticmethod
    def _holding(word: str, desk: Desk) -> list[str]:
        """The ids of a few items whose text holds a word that is none."""
        from sulist.base.plain import fold

        said = fold(word)
        if len(said) < _A_WORD or any(one.isdigit() for one in said):
            return []
        found = [item.id for item in desk.worklist.items if said in fold(item.text)]
        return found if len(found) <= _FEW else []

    def each(self, word: str, option: str, desk: Desk) -> tuple[str, ...]:
        """The id, or those from one to another: 2-7至2-9.

        Raises:
            UsageError: there is no such item, or the first comes after the last.
        """
        from sulist.base.errors import UsageError
        from sulist.listfile.typed import item_beside

        first, to, last = (
            word.replace("到", "至").replace("～", "~").replace("~", "至").partition("至")
        )
        if not (first and to and last):
            return super().each(word, option, desk)
        ids = [item.id for item in desk.worklist.items]
        begin, end = (
            ids.index(self.read(one, option, desk)) for one in (first, item_beside(last, first))
        )
        if begin > end:
            raise UsageError(
                _("“{word}” is no row of items: {first} comes after {last}.").format(
                    word=word, first=ids[begin], last=ids[end]
                )
            )
        return tuple(ids[begin : end + 1])

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Ids of the list."""
        from sulist.cli.completing.candidates import ids

        return ids(incomplete)


class RecordId(Meant):
    """A record of the journal, by the id that the history shows."""

    def read(self, word: str, option: str, desk: Desk) -> str:
        """The id as it was typed: which record has it is known under the lock only."""
        return word

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Records of the journal, the newest first."""
        from sulist.cli.completing.candidates import records

        return records(incomplete)


class Status(OneOf):
    """How far a unit reports to be."""

    words = STATUS_WORDS

    def advice(self, typed: str) -> str:
        """For 办结, the command of the office."""
        from sulist.standing.names import STATE_WORDS

        if STATE_WORDS.get(meant(typed, STATE_WORDS)) != "closed":
            return ""
        return _(
            "Whether an item is closed (办结) is for the office, not for a unit: sulist close ID. A unit reports --status 已完成."
        )


class Rhythm(OneOf):
    """How often a list is reported on."""

    words = RHYTHM_WORDS


class FolderName(FileName):
    """The name of a folder, likewise."""

    name = "folder"
    completed_as = "dir"


PERCENT = Whole(0, 100, "%")
MILESTONE = Whole(0, 99)  # 0 is the whole item
DAY_OF_MONTH = Whole(1, 31)


class LoadBy(OneOf):
    """Whose load a report tells."""

    words = LOAD_WORDS


class LeadUnit(Unit):
    """A unit of the list, or a collective that leads as it is printed, to which its form is sent."""

    def read(self, word: str, option: str, desk: Desk) -> str:
        """The name by which it leads.

        Raises:
            UsageError: no unit, or more than one.
        """
        from sulist.listfile.typed import reporter

        return reporter(desk.worklist, word)
