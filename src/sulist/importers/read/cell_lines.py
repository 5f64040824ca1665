"""Tables whose cells were each put on a line of their own, as they come from a copied page."""

from __future__ import annotations

from sulist.base.i18n import _, ngettext
from sulist.importers.cell_text import is_deadline, units_in
from sulist.importers.grid import Grid, GridCell, GridRow, Remark, as_seen, paragraph
from sulist.importers.headers import labels_in
from sulist.importers.headings import is_page_number, read_heading, read_serial, read_total
from sulist.importers.labels import meaning
from sulist.importers.read.where import at_line

_ANY_YEAR = 2000  # only whether it is a deadline is asked


def read(lines: list[str]) -> Grid | None:
    """A table whose cells were each put on a line of their own, after its header's labels."""
    written = [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()]
    texts = [one for one in written if one[1].isdecimal() or not is_page_number(one[1])]
    start = next((at for at in range(len(texts)) if _begins(texts, at)), None)
    if start is None:
        return None
    size = _label_run(texts, start)
    header = [text for _number, text in texts[start : start + size]]
    if labels_in(header) is None:
        return None
    rows = [paragraph(text, at_line(number)) for number, text in texts[:start]]
    remarks: list[Remark] = []
    at, last = start, 0
    while at < len(texts):
        number, text = texts[at]
        if [one for _number, one in texts[at : at + size]] == header:
            rows.append(_row(texts[at : at + size]))
            at += size
        elif read_serial(text) == last + 1 or (read_serial(text) == 1 and text.isdecimal()):
            last = read_serial(text) or 0
            end = _block_end(texts, at + 1, last, header)
            made, remark = _block(texts[at:end], header)
            rows.append(made)
            remarks += [remark] if remark else []
            at = end
        else:
            rows.append(paragraph(text, at_line(number)))
            at += 1
    rows += [
        paragraph(text, at_line(number)) for number, text in written if (number, text) not in texts
    ]
    return Grid(tuple(rows), tuple(remarks), wraps=True)


def _begins(texts: list[tuple[int, str]], at: int) -> bool:
    """Whether the labels of a header begin here, the number's first."""
    first = meaning(texts[at][1])
    return first is not None and first.role == "serial" and _label_run(texts, at) >= 3


def _label_run(texts: list[tuple[int, str]], at: int) -> int:
    size = 0
    while at + size < len(texts) and meaning(texts[at + size][1]) is not None:
        size += 1
    return size


def _row(texts: list[tuple[int, str]]) -> GridRow:
    return GridRow(tuple(GridCell(as_seen(text), at_line(number)) for number, text in texts), 1)


def _block_end(texts: list[tuple[int, str]], at: int, last: int, header: list[str]) -> int:
    """Where the row ends: at the next serial, a heading, a repeated header, or the end."""
    first = at
    while at < len(texts):
        text = texts[at][1]
        full = at - first >= len(header) - 1
        if [one for _number, one in texts[at : at + len(header)]] == header:
            break
        if text.isdecimal() and read_serial(text) == last + 1:
            break
        if full and (read_serial(text) in (last + 1, 1) or read_heading(text) or read_total(text)):
            break
        if full and at - first > len(header) + 20:
            break
        at += 1
    return at


def _block(texts: list[tuple[int, str]], header: list[str]) -> tuple[GridRow, Remark | None]:
    """A row from its lines; those too many belong to the one column of long text."""
    spare = len(texts) - len(header)
    if spare == 0:
        return _row(texts), None
    place = at_line(texts[0][0])
    if spare > 0:
        after = (
            len(header)
            - 1
            - next(at for at, label in enumerate(header) if (meaning(label) or ("",))[0] == "text")
        )
        head = len(header) - 1 - after
        long = texts[head : len(texts) - after]
        joined = (long[0][0], "".join(text for _number, text in long))
        rest = texts[len(texts) - after :]
        row = _row([*texts[:head], joined, *rest])
        if _fits(rest, header[len(header) - after :]) and not _is_units(long[-1][1]):
            return row, None
        return row, Remark(
            place,
            _("{n} lines, the first of them read as one text").format(n=len(texts)),
            _("A line more or less may belong to the text: compare this row with the document."),
        )
    return _row(texts), Remark(
        place,
        ngettext(
            "{found} cell where the header has {wanted}",
            "{found} cells where the header has {wanted}",
            len(texts),
        ).format(found=len(texts), wanted=len(header)),
        _("An empty cell cannot be seen in this layout: which one is it?"),
    )


def _fits(texts: list[tuple[int, str]], labels: list[str]) -> bool:
    """Whether each line is what its column holds: whole units under units, a deadline under those."""
    for (_number, text), label in zip(texts, labels, strict=True):
        role = (meaning(label) or ("",))[0]
        if role == "deadline" and not is_deadline(text, _ANY_YEAR):
            return False
        if role in ("lead", "responsible", "support") and (
            text[-1] in "、，,；;" or units_in(text) is None
        ):
            return False
    return True


def _is_units(text: str) -> bool:
    """Whether a line may be a cell of units, and not the end of a long text."""
    return text[-1] not in "。！？；" and units_in(text) is not None
