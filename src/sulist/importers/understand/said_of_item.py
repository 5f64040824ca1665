"""What paragraphs say of one item: its text, and each piece behind a label or a verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.plain import clean_cell
from sulist.importers import brackets, cell_text
from sulist.importers.labels import Labelled, begins_with_label, column_role, label_at_start, split
from sulist.importers.understand.closings import (
    UNIT_ROLES,
    Closing,
    answers,
    closings_of,
    dated_apart,
    duties,
)
from sulist.importers.understand.legends import without_legend
from sulist.importers.understand.listed_brackets import with_listed
from sulist.importers.understand.paragraphs import LONGEST
from sulist.importers.understand.said_in_sentence import are_units, in_sentences

if TYPE_CHECKING:
    from sulist.importers.drafts import DraftItem
    from sulist.importers.understand.paragraphs import Paragraph


_NAME = re.compile(
    "(?:重点|主要|具体|工作|改革|民生|年度|议定|督办|重大|整改|存在|反馈|突出)?(?:事项|项目|任务|工作|问题|实事)(?:名称|内容|表现|描述)?"
)
_HEADED = re.compile(
    r"[【\[]?(?:提案|建议|议案)?(?:标题|题目|案由|议题)(?:[】\]]\s*[:：]?|\s*[:：])\s*"
)
_LONGEST_DUTY = 100
_UNKNOWN_LABEL = re.compile(
    r"(?:[【\[]\s*([\u4e00-\u9fff]{2,8})\s*[】\]]\s*[:：]?|([\u4e00-\u9fff]{2,8})\s*[:：])\s*"
)


class Segment(NamedTuple):
    """A part of a paragraph that closes with who does what: its text, the pieces, a legend, a remark.

    ``is_sure`` as in a closing.
    """

    text: str
    pieces: tuple[Labelled, ...]
    legend: str = ""
    remark: str = ""
    is_sure: bool = True


def segments_of(
    written: str, *, bare: bool = False, numbered: bool = False, listed: str = ""
) -> tuple[list[Segment], str]:
    """The segments of a paragraph, and what is left behind the last of them.

    None where it says nowhere who does what; a line that only has labels is no segment. ``bare``
    and ``numbered`` as for ``closings_of``, ``listed`` as the mode of ``with_listed``.
    """
    if len(written) > LONGEST:
        return [], ""
    found = []
    start = 0
    for one in _closings(written, bare=bare, numbered=numbered, listed=listed):
        own = written[start : one.start].strip()
        if own or (one.start, one.end) == (0, len(written)):
            told = _labelled(own) or Segment(clean_cell(own), ())
            found.append(
                Segment(told.text, told.pieces + one.pieces, one.legend, one.remark, one.is_sure)
            )
            start = one.end
        elif found:  # 【责任领导：A】【责任单位：B】
            last = found[-1]
            remark = last.remark + one.remark
            found[-1] = last._replace(pieces=last.pieces + one.pieces, remark=remark)
            start = one.end
    rest = written[start:].strip("。；; \n\t\u3000")
    if found:
        before, pieces = ("", pieces_of(rest)) if begins_with_label(rest) else split(rest)
        if pieces and not before.strip():
            last = found[-1]
            found[-1] = last._replace(pieces=last.pieces + dated_apart(pieces))
            rest = ""
        return found, clean_cell(rest)
    if labelled := _labelled(written):
        return [labelled], ""
    before, pieces = split(written)
    text = clean_cell(before).rstrip("，,")
    if text and numbered and [piece.role for piece in pieces] == ["deadline"]:
        return [Segment(text, pieces)], ""
    if not before.strip() or len(written) > _LONGEST_DUTY or "。" in written[:-1]:
        return [], ""
    alone = duties(written)  # a whole line: 由区发改局牵头，各镇配合，6月底前完成。
    return ([Segment("", alone)] if alone else []), ""


def closing_line(written: str, *, listed: str) -> tuple[list[Segment], str]:
    """The segments of a paragraph below an item; a bracket on a line of its own may hold units alone."""
    return segments_of(written, bare=brackets.is_one(written), listed=listed)


def _closings(written: str, *, bare: bool, numbered: bool, listed: str) -> list[Closing]:
    if listed:
        found = closings_of(written, bare=bare, numbered=False)
        if found := with_listed(written, found, listed):
            return found
    return closings_of(written, bare=bare, numbered=numbered)


def _labelled(written: str) -> Segment | None:
    """The segment of a text that says behind labels who does it; None where it does not."""
    before, pieces = split(written)
    text = clean_cell(before).rstrip("，,")
    if not text or not any(map(answers, pieces)):
        return None
    pieces, behind = _sentences_apart(pieces)
    return Segment(_joined(text, behind), dated_apart(pieces))


def _sentences_apart(pieces: tuple[Labelled, ...]) -> tuple[tuple[Labelled, ...], str]:
    """The pieces without the sentences behind whole units, and those: 牵头部门：区水利局。进度较慢的是东山镇."""
    made, behind = [], ""
    for piece in pieces:
        units, _stop, sentences = piece.text.partition("。")
        if piece.role in UNIT_ROLES and sentences and cell_text.looks_like_units(units):
            piece = piece._replace(text=units)
            behind = _joined(behind, cell_text.sentence(sentences))
        made.append(piece)
    return tuple(made), behind


def pieces_of(line: str, further: frozenset[str] = frozenset()) -> tuple[Labelled, ...]:
    """The pieces of a line that begins with a label, a known one or one of ``further``."""
    found = label_at_start(line)
    if found is None:
        label, own = unknown_label(line)
        if label not in further:
            return ()
        before, pieces = split(own)
        return (Labelled(label, "other", clean_cell(before)), *dated_apart(pieces))
    label, meant, end = found
    if meant.role not in ("text", "serial", "category"):
        pieces = dated_apart(split(line)[1])
        first = pieces[0] if pieces else Labelled(label, meant.role, clean_cell(line[end:]))
        if first.role == "responsible" and (told := duties(clean_cell(first.text))):
            return told + pieces[1:]
        return pieces or (first,)
    before, pieces = split(line[end:])
    return (Labelled(label, "other", clean_cell(before)), *dated_apart(pieces))


def unknown_label(line: str) -> tuple[str, str]:
    """What may be a label before a colon, and what stands behind it; both empty where there is none."""
    found = _UNKNOWN_LABEL.match(line)
    if found is None or label_at_start(line):
        return "", ""
    return found.group(1) or found.group(2), line[found.end() :]


def name_ends(line: str) -> int:
    """Where a text begins behind a label that names it, such as 事项名称：; 0 where there is none."""
    if headed := _HEADED.match(line):
        return headed.end()
    found = label_at_start(line)
    return found[2] if found and _NAME.fullmatch(found[0]) else 0


class SaidOfItem:
    """An item and the pieces that are said of it; ``names`` is the label before its text, if it has one.

    ``asks``: its units stand in its sentences alone, and need not be those of the whole.
    """

    __slots__ = (
        *("_open", "asks", "item", "legend", "listed", "names", "period", "pieces"),
        "remarks",
    )

    def __init__(self, item: DraftItem, listed: str = "") -> None:
        self.item = item
        self.listed = listed
        self.pieces: list[Labelled] = []
        self.legend = ""
        self.names = ""
        self.asks = False
        self.period = ""  # the time in the heading above it
        self.remarks: list[str] = []
        self._open = False  # whether the last piece may go on in the next paragraph

    @property
    def names_units(self) -> bool:
        """Whether it has been said who does it."""
        return any(map(answers, self.pieces))

    def says(self, segment: Segment) -> None:
        """The item's own paragraph."""
        text = segment.text
        if end := name_ends(text):
            self.names, text = text[:end].strip("：:【】[] "), text[end:]
        self.item.text = text
        self.asks = not segment.is_sure
        self._takes_all(segment)

    def reads_sentences(self, *, has_parts: bool) -> None:
        """Where nothing else names who does it, the sentences of its text may.

        So does its whole text where that only names a unit, whose tasks stand below.
        """
        if self.names_units:
            return
        told, own = in_sentences(self.item.text), self.item.text.rstrip("：:。 ")
        pieces = told.pieces
        if not pieces and (has_parts or self.pieces) and are_units(own):
            pieces = (Labelled("", "responsible", own),)
        self.pieces[:0] = pieces
        self.asks = bool(pieces) and not told.is_sure

    def goes_on(self, paragraph: Paragraph, further: frozenset[str], *, numbered: bool) -> bool:
        """Takes a paragraph below the item; false where it is no part of it.

        ``further`` are labels of this document; ``numbered``: it stands below a number of its own,
        which belongs to the item.
        """
        if paragraph.marker is None and (pieces := pieces_of(paragraph.written, further)):
            pieces, behind = _sentences_apart(pieces)
            self.item.text = _joined(self.item.text, behind)
            self._takes(pieces)
            # A person's name ends with its line, units go on behind a comma, a text does anyhow.
            named = column_role(pieces[-1].label) in ("leader", "person")
            listed = named or pieces[-1].role in (*UNIT_ROLES, "deadline")
            self._open = paragraph.written[-1] in "、，," if listed else True
            return True
        if self._open and len(self.pieces[-1].text) < LONGEST:
            last = self.pieces[-1]
            if last.role in UNIT_ROLES:
                self.pieces[-1] = last._replace(text=f"{last.text}、{paragraph.text}")
                self._open = paragraph.written[-1] in "、，,"
            else:
                self.pieces[-1] = last._replace(text=_joined(last.text, paragraph.text))
            return True
        segments, rest = closing_line(paragraph.written, listed=self.listed)
        if len(segments) == 1 and not rest and not self.names_units:
            self.item.text = _joined(self.item.text, segments[0].text)
            self._takes_all(segments[0])
            return True
        if numbered or not self.pieces:
            self.item.text = _joined(self.item.text, paragraph.text)
            return True
        return False

    def _takes_all(self, segment: Segment) -> None:
        self._takes(segment.pieces, segment.legend)
        self.remarks += [segment.remark] if segment.remark else []

    def _takes(self, pieces: tuple[Labelled, ...], legend: str = "") -> None:
        """Takes what is said of the item; a legend in the bracket of a cell says who leads everywhere."""
        self.legend = self.legend or legend
        for piece in pieces:
            text, own = without_legend(piece.text) if piece.role in UNIT_ROLES else (piece.text, "")
            self.legend = self.legend or own
            self.pieces.append(piece._replace(text=text))


def _joined(before: str, text: str) -> str:
    if not text:
        return before
    return cell_text.sentence(before) + text if before else text
