"""Tables whose cells were each put on a line of their own, as they come from a copied page."""

from __future__ import annotations

from itertools import pairwise

from sulist.base.i18n import _, ngettext
from sulist.importers.cell_text import is_deadline, units_in
from sulist.importers.grid import Grid, GridCell, GridRow, Remark, as_seen, paragraph
from sulist.importers.headers import labels_in
from sulist.importers.headings import is_page_number, read_heading, read_serial, read_total
from sulist.importers.labels import meaning
from sulist.importers.read.where import at_line

_UNITS = ("lead", "responsible", "support")
_LEAST = 3  # labels of a header
_ANY_YEAR = 2000  # only whether it is a deadline is asked


def read(lines: list[str]) -> Grid | None:
    """A table whose cells were each put on a line of their own, after its header's labels."""
    written = _without_rules(
        [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()]
    )
    texts = _parted([one for one in written if one[1].isdecimal() or not is_page_number(one[1])])
    start = _first(texts)
    if start is None:
        return None
    if not _begins(texts, start):  # a title may be a label by its words: the header is below it
        found = (
            _without_numbers(texts, at) for at in range(start, start + _label_run(texts, start))
        )
        return next(filter(None, found), None)
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
            rows += [paragraph(line, at_line(number)) for line in text.split("\n")]
            at += 1
    kept = {number for number, _text in texts}
    rows += [
        paragraph(text, at_line(number))
        for number, text in written
        if number not in kept and is_page_number(text) and not text.isdecimal()
    ]
    return Grid(tuple(rows), tuple(remarks), wraps=True)


def _without_rules(texts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines without the rule of its cell that an extractor leaves at the end of each."""
    ruled = sum(text.endswith("|") for _number, text in texts)
    if ruled * 2 <= len(texts):
        return texts
    plain = ((number, text.removesuffix("|").rstrip()) for number, text in texts)
    return [(number, text) for number, text in plain if text]


def _parted(texts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The cells, where an empty line stands between each two: lines without one are of one cell."""
    start = _first(texts)
    header = [] if start is None else texts[start : start + _label_run(texts, start)]
    if not header or any(after[0] - before[0] < 2 for before, after in pairwise(header)):
        return texts
    cells: list[tuple[int, str]] = []
    last = -1
    for number, text in texts:
        if number == last + 1 and number > header[-1][0]:
            cells[-1] = (cells[-1][0], f"{cells[-1][1]}\n{text}")
        else:
            cells.append((number, text))
        last = number
    return cells


def _without_numbers(texts: list[tuple[int, str]], start: int) -> Grid | None:
    """A table without numbers: so many lines a row, each what its column holds; None of any other."""
    size = _label_run(texts, start)
    header = [text for _number, text in texts[start : start + size]]
    if size < _LEAST or labels_in(header) is None:
        return None
    cells = texts[start + size :]
    roles = {_role(label) for label in header}
    blocks = [cells[at : at + size] for at in range(0, len(cells), size)]
    if roles.isdisjoint(("lead", "responsible")) or not blocks or len(blocks[-1]) < size:
        return None
    blocks = [block for block in blocks if [text for _number, text in block] != header]
    if not all(_fits(block, header) for block in blocks):
        return None
    rows = [paragraph(text, at_line(number)) for number, text in texts[:start]]
    rows += [_row(block) for block in (texts[start : start + size], *blocks)]
    return Grid(tuple(rows), wraps=True)


def _role(label: str) -> str:
    return (meaning(label) or ("",))[0]


def _first(texts: list[tuple[int, str]]) -> int | None:
    """Where a header begins: one with a number's label first, before any other."""
    every = [at for at in range(len(texts)) if _label_run(texts, at) >= _LEAST]
    return next((at for at in every if _begins(texts, at)), every[0] if every else None)


def _begins(texts: list[tuple[int, str]], at: int) -> bool:
    """Whether the labels of a header begin here, the number's first."""
    return _role(texts[at][1]) == "serial" and _label_run(texts, at) >= _LEAST


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
            len(header) - 1 - next(at for at, label in enumerate(header) if _role(label) == "text")
        )
        head = len(header) - 1 - after
        long = texts[head : len(texts) - after]
        joined = (long[0][0], "".join(text for _number, text in long))
        rest = texts[len(texts) - after :]
        if taken := _lines_of_units(long, rest, header[len(header) - after :]):
            text, cells = taken
            row = _row([*texts[:head], text, *cells])
        else:
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


def _lines_of_units(
    long: list[tuple[int, str]], rest: list[tuple[int, str]], labels: list[str]
) -> tuple[tuple[int, str], list[tuple[int, str]]] | None:
    """The text and the cells behind it, where lines of units stand below the text: the last column of units has several."""
    roles = [_role(label) for label in labels]
    columns = next((at for at, role in enumerate(roles) if role not in _UNITS), len(roles))
    spare = next((at for at, one in enumerate(reversed(long)) if not _is_units(one[1])), len(long))
    if not columns or not spare or spare == len(long):
        return None
    units = [*long[len(long) - spare :], *rest[:columns]]
    last = (units[columns - 1][0], "\n".join(text for _number, text in units[columns - 1 :]))
    text = (long[0][0], "".join(text for _number, text in long[: len(long) - spare]))
    return text, [*units[: columns - 1], last, *rest[columns:]]


def _fits(texts: list[tuple[int, str]], labels: list[str]) -> bool:
    """Whether each line is what its column holds: whole units under units, a deadline under those."""
    for (_number, text), label in zip(texts, labels, strict=True):
        role = _role(label)
        if role == "deadline" and not is_deadline(text, _ANY_YEAR):
            return False
        if role in _UNITS and (text[-1] in "、，,；;" or units_in(text) is None):
            return False
    return True


def _is_units(text: str) -> bool:
    """Whether a line may be a cell of units, and not the end of a long text."""
    return text[-1] not in "。！？；" and units_in(text) is not None
