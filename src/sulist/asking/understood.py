"""The words of a question as the list knows them, for whoever asks from a program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.asking import query as asking
from sulist.asking.uncertain import in_question
from sulist.base.errors import UsageError
from sulist.base.i18n import _
from sulist.deadline import day_of
from sulist.listfile import typed
from sulist.listfile.touch import ROLES

if TYPE_CHECKING:
    from datetime import date

    from sulist.asking.query import Query, Selection
    from sulist.listfile.worklist import WorkList


def select_as_asked(
    worklist: WorkList, query: Query, as_of: date, *, each_date: bool = False
) -> Selection:
    """The items of ``worklist`` that answer ``query`` on the day ``as_of``.

    In the printed order with one match an item, or, with ``each_date``, soonest first with a match
    for every date, and without what has no date.

    Raises:
        UsageError: a word of the question means nothing in this list, or several things.
    """
    asked, day = understood(worklist, query), day_of(as_of) or as_of
    found = asking.select(worklist, asked, day, each_date=each_date)
    if not worklist.unread:
        return found
    unread = in_question(worklist, asked, day, found.matches, None, each_date=each_date)
    return found._replace(unread=unread)


def understood(worklist: WorkList, query: Query) -> Query:
    """``query`` with units and people by their full names, categories by their numbers, ids as printed.

    Raises:
        UsageError: a word means nothing in this list, or several things; so nothing is answered to
            a question that nobody asked.
    """
    for role in query.roles:
        if role not in ROLES:
            raise UsageError(
                _("“{word}” is no role; the roles are {roles}.").format(
                    word=role, roles=_(", ").join(ROLES)
                )
            )
    if query.roles and not query.units:
        raise UsageError(_("A role says how a unit is touched: name the unit too."))
    if query.states:
        raise UsageError(
            _("A state is known from the journal, which is not read here: leave states out.")
        )
    if query.lights:
        raise UsageError(
            _("A light is known from the journal, which is not read here: leave lights out.")
        )
    return query._replace(
        before=day_of(query.before),
        after=day_of(query.after),
        since=day_of(query.since),
        units=tuple(typed.unit(worklist, word) for word in query.units),
        categories=tuple(typed.category(worklist, word) for word in query.categories),
        ids=tuple(typed.item_id(worklist, word) for word in query.ids),
        leaders=tuple(typed.person(worklist, word, leader=True) for word in query.leaders),
        persons=tuple(typed.person(worklist, word, leader=False) for word in query.persons),
        where=tuple(typed.where(worklist, f"{one.heading}={text}") for one, text in query.where),
    )
