"""The notice that a list is sent out with: its 一、二、三 say how to carry the list out, and are no tasks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sulist.base.plain import clean_cell
from sulist.importers.headings import read_heading
from sulist.importers.labels import begins_with_label
from sulist.importers.understand.closings import answers
from sulist.importers.understand.front import is_title
from sulist.importers.understand.said_of_item import pieces_of, segments_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.importers.understand.paragraphs import Paragraph

_ANNEX = re.compile("^附(?:件|表|录)?[0-9一二三四五六七八九十]*[：:]?$")
_SHORTEST_TITLE = 6


def without_notice(
    paragraphs: Sequence[Paragraph],
) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """The notice, and the list that begins with the title behind it; no notice where none is certain.

    It is one where it has numbered paragraphs, none of which names who does what in a bracket or
    behind a label, and where the numbers begin again behind a line that is a title.
    """
    told = next((at for at, one in enumerate(paragraphs) if _tells(one)), len(paragraphs))
    for at in range(min(told, len(paragraphs) - 1), 0, -1):
        if (
            _begins_list(paragraphs, at)
            and _has_points(paragraphs[:at])
            and _begins_again(paragraphs[at:])
        ):
            return paragraphs[:at], paragraphs[at:]
    return (), paragraphs


def _has_points(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether paragraphs are numbered, and none as a chapter of a list is."""
    forms = {one.marker.form for one in paragraphs if one.marker}
    return bool(forms) and "chapter" not in forms


def _begins_list(paragraphs: Sequence[Paragraph], at: int) -> bool:
    line = paragraphs[at]
    text = line.text
    if line.marker or begins_with_label(line.written) or read_heading(text):
        return False
    if _ANNEX.match(paragraphs[at - 1].text) and len(text) >= _SHORTEST_TITLE:
        return text[-1] not in "。；："
    named = any(f"《{text}》" in clean_cell(one.written) for one in paragraphs[:at])
    return named or (len(text) >= _SHORTEST_TITLE and is_title(text))


def _begins_again(paragraphs: Sequence[Paragraph]) -> bool:
    marked = next((one.marker for one in paragraphs if one.marker), None)
    return marked is not None and marked.number in (1, None)


def _tells(paragraph: Paragraph) -> bool:
    if segments_of(paragraph.own)[0]:
        return True
    return any(map(answers, pieces_of(paragraph.written)))
