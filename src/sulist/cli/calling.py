"""How a command is called: with the values that its parameters' names ask for; the report that it gives is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.cli.desk import Desk
from sulist.cli.given import named
from sulist.cli.params import Meant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import click

    from sulist.asking.query import Query

# Which of several faults on one line is told: first what is wrong with the line alone, then the list and
# the day, a file that would be written over, what is left out, the journal, then words in this order.
_BEFORE_THE_LIST = ("reason", "kind")
_BEFORE_THE_JOURNAL = ("output",)
_THEN = (
    *("month", "to", "ids", "units", "roles", "search", "categories", "before", "after", "since"),
    *("leaders", "persons", "where"),
    *("done_on", "unit", "period", "within", "meeting", "reply_by"),
)
FROM_THE_LIST = ("desk", "worklist", "as_of", "progress", "query", "subject", "tracked", "recorder")


def call(ctx: click.Context, callback: Callable[..., Any]) -> None:
    """Calls the function of a command with what its parameters are named after, and writes its report.

    A name is that of an option or an argument, whose value is given; or it is ``worklist``,
    ``as_of``, ``query``, ``subject`` (all of these, with progress where there is a journal),
    ``tracked`` (a subject with progress also where there is none: nobody has reported),
    ``progress`` (likewise), ``recorder`` (which writes into the journal), or ``desk`` for what is
    fetched later.

    Raises:
        SulistError: a word means nothing, or as the command says.
        BrokenListError: the list has errors.
    """
    wanted = [name for name in callback.__annotations__ if name != "return"]  # each has its type
    params = {param.name or "": param for param in ctx.command.params}
    tracked = not {"progress", "tracked"}.isdisjoint(wanted)
    desk = Desk(ctx.params, tracked=tracked or _asks_progress(ctx))
    values: dict[str, Any] = {}

    def read(names: Iterable[str]) -> None:
        values.update(
            (name, _value(params[name], ctx.params[name], desk))
            for name in names
            if name in params and name not in values
        )

    read(_BEFORE_THE_LIST)
    if "recorder" in wanted:
        from sulist.cli.recording import Recorder

        values["recorder"] = Recorder(desk)
    if "file" in params and not {*FROM_THE_LIST}.isdisjoint(wanted):
        values |= {"desk": desk, "worklist": desk.worklist}
        read(("as_of", "on"))
        if "as_of" in values:
            values["worklist"] = desk.worklist.on(values["as_of"])
    left_out = [name for name in params if ctx.params[name] in (None, ())]
    read((*_BEFORE_THE_JOURNAL, *left_out))
    if "known_by" in params:
        values["progress"] = desk.progress
    read((*_THEN, *params))
    if not {"query", "subject", "tracked"}.isdisjoint(wanted):
        values["query"] = query_of(values)
    if not {"subject", "tracked"}.isdisjoint(wanted):
        from sulist.asking.subject import Subject

        asked = {name: values[name] for name in Subject._fields if name in values}
        settings = desk.place.settings if "known_by" in params else None
        subject = Subject(**asked | ({"near_days": settings.lights.near_days} if settings else {}))
        values |= {"subject": subject, "tracked": subject}
    report = ctx.invoke(callback, **{name: values[name] for name in wanted if name in values})
    if report is not None:
        from sulist.cli.rendering import show

        show(report, ctx, desk if "known_by" in params else None)


def query_of(values: dict[str, Any]) -> Query:
    """The question that the values of options ask; what is said twice is said once."""
    from sulist.asking.query import Query

    asked = {name: values[name] for name in Query._fields if name in values}
    for name, value in asked.items():
        if isinstance(value, tuple):
            asked[name] = tuple(dict.fromkeys(value))
    return Query(**asked)


def _value(param: click.Parameter, typed: Any, desk: Desk) -> Any:
    """What was typed for a parameter as its value; of one that takes several words, all their values."""
    kind = param.type
    if not isinstance(kind, Meant):
        return typed
    if typed in (None, ()):
        return kind.absent(desk) if typed is None else kind.absent(desk) or ()
    option = named(param, None)
    if isinstance(typed, tuple):
        each = (kind.several(word, option, desk) for word in typed)
        return tuple(value for values in each for value in values)
    return kind.read(typed, option, desk)


def _asks_progress(ctx: click.Context) -> bool:
    """Whether something was typed that is about progress."""
    return any(
        isinstance(param.type, Meant) and param.type.asks_progress(ctx.params[param.name or ""])
        for param in ctx.command.params
    )
