"""What holds for any text at all, with any roster."""

from __future__ import annotations

import re
import string
import sys
from unittest.mock import patch

import pytest
from conftest import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from units_specification import DOUBTFUL, READ, REFUSED, ROSTER

from sulist.units import (
    UnitError,
    UnitRef,
    endings,
    explain,
    grammar,
    joints,
    parse,
    pieces,
    remarks,
    share,
)
from sulist.units.roster import Roster

PIECES = sorted(
    {
        piece
        for row in (*READ, ROSTER)
        for cell in row.rows
        for piece in re.split("[、，；]", cell.cell)
    }
)
BOUNDED = settings(max_examples=150, deadline=None, derandomize=True, database=None)
CELLS = [row.cell for table in (*READ, DOUBTFUL, ROSTER, REFUSED) for row in table.rows]
LETTERS = (
    "".join(sorted(set("".join(CELLS)))) + "、，；：（）()【】[]和及与等各属驻直\n \t\u3000\u200b①"
)
TEXTS = st.one_of(
    st.text(LETTERS, max_size=30),
    st.lists(st.sampled_from([*CELLS, *"、，；：（）\n和等"]), max_size=5).map("".join),
    st.builds(
        lambda cell, at, text: cell[:at] + text + cell[at + 1 :],
        st.sampled_from(CELLS),
        st.integers(0, 30),
        st.text(LETTERS, max_size=3),
    ),
    st.text(max_size=20),
)
ROWS = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from("、、、，；和及")), min_size=2, max_size=6
).map(lambda row: "".join(piece + mark for piece, mark in row)[:-1])
NAMES = st.one_of(
    st.sampled_from(
        ["区经发局", "潭东镇", "政和办", "人大与政协联络处", "A/B产业园", "数创智联", "和平"]
    ),
    st.text(LETTERS + string.ascii_letters, min_size=1, max_size=8),
)
ROSTERS = st.none() | st.builds(
    Roster,
    st.dictionaries(st.sampled_from(["区直部门", "其他"]), st.lists(NAMES, max_size=4), max_size=2),
    st.dictionaries(NAMES, NAMES, max_size=2),
)
PLAIN_NAMES = st.text("区县经发财政住建教育农水利党群项目和及与高", min_size=1, max_size=6).map(
    lambda stem: stem + "局"
)


def _or_error(cell: str, roster: Roster | None) -> tuple[UnitRef, ...] | UnitError:
    """What the cell is read as, or its own error; any other comes through."""
    try:
        return parse(cell, roster=roster)
    except UnitError as error:
        return error


@settings(BOUNDED, max_examples=examples(800))
@given(TEXTS, ROSTERS)
def test_reading_never_raises_anything_but_its_own_error(cell: str, roster: Roster | None) -> None:
    """Any text is read or refused; what is read holds together, an error marks a part of it."""
    found = _or_error(cell, roster)
    if isinstance(found, UnitError):
        assert 0 <= found.span[0] <= found.span[1] <= len(cell)
        assert found.reason
        return
    assert found
    for ref in found:
        assert ref.name
        assert ref.written
        assert ref.restored == (ref.name != ref.written)
        assert ref.collective == (ref.quantifier is not None)
    assert len(explain(cell, roster=roster)) == len(found)


@settings(BOUNDED, max_examples=examples(500))
@given(TEXTS, ROSTERS)
def test_the_written_pieces_stand_in_the_cell_in_order(cell: str, roster: Roster | None) -> None:
    """Every unit's written text is a piece of the cell, white space and 下同 apart, in the cell's order."""
    found = _or_error(cell, roster)
    if isinstance(found, UnitError):
        return
    text, at = _letters(cell), 0
    for ref in found:
        at = text.find(_letters(ref.written), at)
        assert at >= 0, (cell, ref)


@settings(BOUNDED, max_examples=examples(500))
@given(TEXTS | ROWS)
@example("各镇（含园区，下同）、潭东、潭口镇")
def test_every_name_stands_letter_by_letter_in_the_cell(cell: str) -> None:
    """A name is a piece of the cell, and a restored one is put together from a few pieces of it."""
    found = _or_error(cell, None)
    if isinstance(found, UnitError):
        return
    text = _letters(cell)
    for ref in found:
        pieces = _pieces_of(_letters(ref.name), text)
        assert pieces == 1 or (ref.restored and 0 < pieces <= 5), (cell, ref)


def _pieces_of(name: str, text: str) -> int:
    """In how few pieces ``name`` stands in ``text``; 0: not at all."""
    pieces = 0
    while name:
        size = next((n for n in range(len(name), 0, -1) if name[:n] in text), 0)
        if not size:
            return 0
        name, pieces = name[size:], pieces + 1
    return pieces


def _letters(text: str) -> str:
    """The letters of a cell that may be in a name: without white space, and without 下同."""
    text = "".join(text.replace("\u200b", "").split())
    return re.sub("[，；。、,;]?(?:以下|下文)?下同[，；。,;]?", "", text)


WHOLE_NAMES = st.lists(
    st.sampled_from(
        [
            "市水利局",
            "县林业局",
            "潭东镇财政所",
            "市财政局（国资办）",
            "市直有关单位",
            "各镇（街道）",
            "县人民医院",
            "中国电信赣州分公司",
            "市自然资源和规划局",
            "石桥村“两委”",
        ]
    ),
    min_size=1,
    max_size=5,
    unique=True,
)
MARKS = st.sampled_from(
    [
        "、",
        "，",
        "；",
        ",",
        ";",
        "。",
        "\n",
        "  ",
        "、\n",
        " 、 ",
        "/",
        "、以及",
        "，并",
        "；和",
        "和",
        "及",
        "以及",
    ]
)
AROUND = st.sampled_from(
    [("", ""), ("（", "）"), (" ", "。"), ("", "、"), ("1.", ""), ("（1）", "；"), ("\n", "\n")]
)


@settings(BOUNDED, max_examples=examples(300))
@given(WHOLE_NAMES, MARKS, AROUND)
def test_marks_and_layout_around_never_change_the_names(
    names: list[str], mark: str, around: tuple[str, str]
) -> None:
    """Whole names are read as they are, whatever mark parts them and whatever stands around all of them."""
    read = parse(around[0] + mark.join(names) + around[1])
    assert [ref.name for ref in read] == names
    assert not any(ref.restored or ref.open or ref.duty for ref in read)


@settings(BOUNDED, max_examples=examples(300))
@given(WHOLE_NAMES, st.data())
def test_white_space_inside_a_name_is_layout(names: list[str], data: st.DataObject) -> None:
    """A line that ends inside a word of a name breaks no name, and makes none."""
    broken = []
    for name in names:
        at = data.draw(st.integers(1, len(name) - 1))
        broken.append(name[:at] + "\n" + name[at:])
    found = _or_error("、".join(broken), None)
    if not isinstance(found, UnitError):
        whole = "".join(names)
        assert all(ref.name in whole for ref in found)
        assert "".join(ref.name for ref in found) == whole


ROSTER_NAMES = ["区经发局", "潭东镇", "潭口镇", "区直", "各镇"]
PLAIN_CELLS = st.lists(
    st.sampled_from(
        [*ROSTER_NAMES, *"、，、 \n等和", "区直各部门", "区属", "驻区有关单位", "潭東镇"]
    ),
    max_size=6,
).map("".join)


@settings(BOUNDED, max_examples=examples(1000))
@given(PLAIN_CELLS | ROWS | TEXTS, ROSTERS | st.just(Roster({"甲": ROSTER_NAMES})))
@example("区直、区直各部门", Roster({"甲": ["区直"]}))
@example("区经发局 、潭东镇", Roster({"甲": ["区经发局", "潭东镇"]}))
@example("潭东镇、等", Roster({"甲": ["潭东镇", "等"]}))
@example("市财政局、城投中心", Roster({"甲": ["市城投中心"]}))
@example("市公安局及其会计中心", None)
@example("由区公安局、区督查室", None)
@example("区督查室、排名第一区审计局", None)
@example("/梅垅镇、区委统战部", None)
@example("市委、市政府督查室", None)
@example("1、区财政局、12、区教育局", None)
@example("龙岭镇和东山、蓉江街道", None)
@example("各州、市1部门", None)
@example("章贡、赣县、南康分局", Roster({"甲": ["赣县"]}))
@example("区财政局（2项）、区教育局牵头", None)
def test_a_rule_that_is_left_out_would_change_nothing(cell: str, roster: Roster | None) -> None:
    """Every cell reads as it does where each rule looks at every name of it."""
    with (
        patch.object(grammar, "pieces_of", _nothing_apart),
        patch.object(grammar, "at_plain_marks", _no_parts),
        patch.object(grammar, "may_share", _anything),
        patch.object(share, "may_share", _anything),
        patch.object(share, "lacks", _lacks_all_but_on_the_roster),
        patch.object(endings, "_may_lack", _anything),
        patch.object(joints, "_is_one", _never),
    ):
        whole = _outcome(cell, roster)
    with patch.object(grammar, "pieces_of", pieces.Pieces):
        assert _outcome(cell, roster) == whole


def _outcome(cell: str, roster: Roster | None) -> object:
    """The reading of a cell that nothing remembers."""
    try:
        with patch.object(grammar, "_read_whole", grammar._read_whole.__wrapped__):
            return grammar.read(cell, roster or None)
    except UnitError as error:
        return error.span, error.reason


class _NothingApart(pieces.Pieces):
    """Pieces of which each has to be read in its cell."""

    def __missing__(self, piece: str) -> None:
        return None


def _nothing_apart(_roster: Roster | None) -> pieces.Pieces:
    """No piece of a cell is read without the others."""
    return _NothingApart(None)


def _anything(*_given: object) -> int:
    """Every name of a row may take whatever there is."""
    return ~0


def _lacks_all_but_on_the_roster(key: str, roster: Roster | None) -> int:
    """A name may take anything, but one of the roster is whole."""
    return 0 if roster is not None and roster.canonical(key) else ~0


def _never(*_given: object) -> bool:
    return False


def _no_parts(_cell: str) -> list[object]:
    """No cell is so plain that it is cut at once."""
    return []


@BOUNDED
@given(st.lists(PLAIN_NAMES, min_size=1, max_size=6, unique=True))
def test_a_row_of_the_rosters_names_is_read_back(names: list[str]) -> None:
    """Names of the roster between 、 come back as they are, whatever letters they contain."""
    refs = parse("、".join(names), roster=Roster({"区直部门": names}))
    assert [ref.name for ref in refs] == names
    assert not any(ref.restored for ref in refs)


@BOUNDED
@given(TEXTS, ROSTERS)
def test_reading_twice_gives_the_same(cell: str, roster: Roster | None) -> None:
    """A reading depends on the cell and the roster, and on nothing that was read before."""
    first = _or_error(cell, roster)
    grammar._read_whole.cache_clear()
    pieces.pieces_of.cache_clear()
    second = _or_error(cell, roster)
    if isinstance(first, UnitError):
        assert isinstance(second, UnitError)
        assert (first.span, first.reason) == (second.span, second.reason)
    else:
        assert first == second


@BOUNDED
@given(st.sampled_from(CELLS), st.sampled_from(["", " ", "\u3000", "\u200b"]))
def test_white_space_around_a_cell_says_nothing(cell: str, space: str) -> None:
    """A cell with white space around it is read as the cell."""
    alone, around = _or_error(cell, None), _or_error(space + cell + space, None)
    assert isinstance(alone, UnitError) == isinstance(around, UnitError)
    if not isinstance(alone, UnitError):
        assert alone == around


@pytest.mark.parametrize(
    "piece",
    [
        "（",
        "（）",
        "（区）",
        "和",
        "区财政局和",
        "区财政局等",
        "各局各部门",
        "区财政局（牵头）",
        "区局牵头",
        "五星街道",
        "区\n",
        "区财政局\n",
        "、",
        "各",
        "区属、",
        "等",
        "牵头",
        "会同",
        "1.",
        "①",
        "A/B",
        "区财政局",
        "潭东、",
        "\n",
        "各县（市、区）",
    ],
)
def test_long_and_nasty_texts_are_read_in_bounded_work(piece: str) -> None:
    """As much of one piece as a cell may hold is read or refused, in work that does not explode."""
    _or_error(piece * (4000 // len(piece)), None)
    _or_error(piece * (4000 // len(piece)), Roster({"甲": ["区财政局", "潭东镇", "A/B"]}))


@pytest.mark.parametrize("piece", ["和", "等", "区财政局等", "区财政局"])
def test_a_text_without_marks_is_given_up_before_a_name_is_looked_for_in_it(piece: str) -> None:
    """No unit is called so: what is longer than any name costs a few steps, however long it is."""
    steps = 0

    def count(_frame: object, event: str, _more: object) -> None:
        nonlocal steps
        steps += event == "call"

    sys.setprofile(count)
    try:
        _or_error(piece * (3200 // len(piece)), None)
    finally:
        sys.setprofile(None)
    assert steps < 5000


@pytest.mark.parametrize(
    "piece",
    [
        "（1）区财政局（2）",
        "区财政局（张三）",
        "区财政局、其中区财政局牵头，",
        "此项工作由区财政局负责，",
        "区财政局等和各镇",
        "区财政局—",
        "，下同",
        "区财政局（含镇，下同）、",
        "区财政局（2项）、",
        "省人口计生\n省妇联\n",
        "高新区、经开区管委会（办）、",
        "各县<市>",
        "区 ",
        "区 财 政 局 ",
    ],
)
def test_no_cell_takes_more_than_a_bounded_number_of_steps(piece: str) -> None:
    """As much of one piece as a cell may hold is read and its remarks are told in work that grows no faster."""
    steps = 0

    def count(_frame: object, event: str, _more: object) -> None:
        nonlocal steps
        steps += event == "call"

    cell = piece * (3900 // len(piece))
    sys.setprofile(count)
    try:
        _or_error(cell, None)
        remarks(cell)
    finally:
        sys.setprofile(None)
    assert steps < 400_000  # a hundred a letter


@BOUNDED
@given(TEXTS)
def test_a_unit_is_never_made_of_letters_that_the_cell_lacks(cell: str) -> None:
    """Without a roster every letter of a name is written somewhere in the cell."""
    found = _or_error(cell, None)
    if not isinstance(found, UnitError):
        assert {letter for ref in found for letter in ref.name} <= set(cell)
