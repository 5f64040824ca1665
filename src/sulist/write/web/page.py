"""The page (html): the whole picture in one file that needs nothing else, for a telephone and for print.

Everything is in the markup, readable without its script; the script only finds, filters and sorts. Texts
pass through Jinja's escaping, the script and the style are the package's own and are the only ones
that the page's Content-Security-Policy lets run, by their hashes.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from sulist.base.days import chinese_day
from sulist.base.showing import printable
from sulist.listfile.item import STANDARD
from sulist.write.web import charts
from sulist.write.web import frame as parts
from sulist.write.web.cards import Cards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from markupsafe import Markup

    from sulist.base.watching import Watch
    from sulist.listfile.worklist import WorkList
    from sulist.reports.board import Board, BoardGroup
    from sulist.write.web.cards import Card

_LONG = 200  # items: from here on a browser draws only what is near the screen
_DATE = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)", re.ASCII)
_OPEN = 30  # rows: a longer table waits to be opened


class CategoryCards(NamedTuple):
    """A category on the page; ``cards`` are made when they are asked for."""

    number: str
    title: str
    items: int
    bar: tuple[charts.Piece, ...]
    tally: str
    cards: Iterator[Card]


def build(found: Board, watch: Watch | None, **_more: Any) -> bytes:
    """The page of what is chosen."""
    environment = _environment()
    style, script = (_own(environment, name) for name in ("page.css", "page.js"))
    pieces = environment.get_template("page.html").generate(
        parts.head(found)
        | {
            "style": style,
            "script": script,
            "policy": _policy(str(style), str(script)),
            "long": found.number > _LONG,
            "open_rows": _OPEN,
            "time_line": charts.time_line(found),
            "loads": charts.loads(found),
            "choices": parts.choices(found),
            "orders": parts.orders(plain=found.plain is not None),
            "groups": _groups(found, watch),
            "headings": _headings(found.subject.worklist),
        }
    )
    data = BytesIO()  # a long page is never held as text and as bytes at once
    for piece in pieces:
        data.write(piece.encode())
    return data.getvalue()


def _groups(board: Board, watch: Watch | None) -> list[CategoryCards]:
    """The categories of what was chosen."""
    cards = Cards(board)
    made = count(1)

    def told(group: BoardGroup) -> Iterator[Card]:
        for one in group.items:
            yield cards.of(one)
            if watch:
                watch(next(made) / board.number)

    return [
        CategoryCards(
            one.category.number,
            one.category.title,
            len(one.items),
            charts.lying(parts.in_order(one.lights).items(), len(one.items)),
            parts.tally(one.states),
            told(one),
        )
        for one in board.groups
    ]


def _headings(worklist: WorkList) -> str:
    """The columns of a list of its own with their roles, one a line, so that the page can be imported."""
    if worklist.columns == STANDARD:
        return ""
    return "\n".join(f"{one.heading}:{one.role}" for one in worklist.columns)


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("sulist.write.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
    environment.filters["day"] = chinese_day
    environment.filters["whole_dates"] = _whole_dates
    return environment


def _whole_dates(text: str) -> Markup:
    """The text, escaped, with a mark around each date, which a line may not break."""
    from markupsafe import Markup, escape

    marked = _DATE.sub(r'<span class="date">\g<0></span>', str(escape(printable(text))))
    return Markup(marked)  # noqa: S704 - escaped before


def _own(environment: Environment, name: str) -> Markup:
    """A file of the package as it goes into the page, where nothing of it may be escaped."""
    from markupsafe import Markup

    assert environment.loader is not None  # noqa: S101 - it was given one
    text = environment.loader.get_source(environment, name)[0]
    return Markup(text)  # noqa: S704 - the package's own


def _policy(style: str, script: str) -> str:
    """What the page may do: run its one script and wear its one style; nothing is ever fetched."""
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
