"""The page that sulist itself exported, coming back: its cards are the rows of the list, as its CSV has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.importers.grid import Grid, GridCell, GridRow, as_seen

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

# Told in a card of an item, and no column of the list.
_PART, _ASSIGNED = "所属事项", "年中交办"
_STANDARD = "序号:serial\n事项名称:text\n牵头单位:lead\n责任单位:responsible\n完成时限:deadline"


def grid_of(tree: LexborHTMLParser) -> Grid | None:
    """The grid of the page; None of any other.

    What the page tells besides (totals, reports) is no part of the list: it is named as one text that is
    not used. Of what it works out of a cell beside that (a day, the units) nothing is lost with it.
    """
    place = tree.css_first("main > section#list")
    title = tree.css_first("header > h1")
    cards = tree.css("section#list > section.category > details.item")
    if place is None or title is None or not cards or tree.css_first("p.text") is None:
        return None
    told = place.attributes.get("data-columns") or _STANDARD
    columns = [line.rpartition(":")[::2] for line in told.split("\n")]
    headings = ["编号", "分类", *(heading for heading, _role in columns)]
    rows = [
        GridRow((GridCell(as_seen(title.text()), _("paragraph {n}").format(n=1)),)),
        _row(0, [*headings, "due", "part of", "assigned"]),
        *(_row(at, _of_card(card, columns)) for at, card in enumerate(cards, 1)),
    ]
    rest = [
        node.text(separator=" ")
        for node in tree.css(
            "p.when, p.scope, main > section:not(#list), main > div, ol.history, footer"
        )
    ]
    beside = GridCell(" ".join(" ".join(rest).split()), _("what the page tells besides"))
    return Grid(tuple(rows), beside=(beside,))


def _row(at: int, texts: list[str]) -> GridRow:
    return GridRow(
        tuple(
            GridCell(
                as_seen(text),
                _("table {table}, row {row}, cell {column}").format(
                    table=1, row=at + 1, column=column
                ),
            )
            for column, text in enumerate(texts, 1)
        ),
        1,
    )


def _of_card(card: LexborNode, columns: list[tuple[str, str]]) -> list[str]:
    identity = (card.attributes.get("id") or "").removeprefix("i-")
    heading = card.parent.css_first("h3") if card.parent else None
    category = (heading.text() if heading else "").partition("、")[2].rpartition("（")[0]
    cells = {
        name.text().strip(): value.text()
        for pair in card.css("dl.cells > div")
        if (name := pair.css_first("dt")) and (value := pair.css_first("dd"))
    }
    text = card.css_first("p.text")
    serial = card.attributes.get("data-serial")
    own = {
        "serial": identity.rpartition("-")[2] if serial is None else serial,
        "category": category,
        "text": text.text() if text else "",
    }
    made = [own[role] if role in own else cells.get(heading, "") for heading, role in columns]
    came = cells.get(_ASSIGNED, "").split()
    return [identity, category, *made, "", cells.get(_PART, ""), came[0] if came else ""]
