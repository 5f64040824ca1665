"""Whole cells: what is read, what is refused, and what a reading carries."""

from __future__ import annotations

import pytest
from units_specification import DOUBTFUL, READ, REFUSED, ROSTER, Row, Table, written

from sulist.units import UnitError, UnitRef, explain, parse
from sulist.units.roster import Roster

ROWS = [(table, row) for table in (*READ, DOUBTFUL, ROSTER) for row in table.rows]


def offending(cell: str, roster: Roster | None = None) -> str:
    """The part of a refused cell that its error marks."""
    with pytest.raises(UnitError) as caught:
        parse(cell, roster=roster)
    assert caught.value.reason.endswith(".")
    assert caught.value.cell == cell
    return cell[slice(*caught.value.span)]


@pytest.mark.parametrize(("table", "row"), ROWS, ids=lambda value: getattr(value, "cell", None))
def test_a_cell_means_what_its_table_says(table: Table, row: Row) -> None:
    """Every cell of the specification is read as its row says, or refused at the part it marks."""
    if row.meaning.startswith("!"):
        assert offending(row.cell, table.roster) == row.meaning[1:]
    else:
        assert written(parse(row.cell, roster=table.roster)) == row.meaning


@pytest.mark.parametrize("row", REFUSED.rows, ids=lambda row: row.cell or "empty")
def test_what_names_no_unit_is_refused_with_its_offending_part(row: Row) -> None:
    """A cell that is not only units is refused whole, and the part at fault is shown."""
    assert offending(row.cell) == row.meaning


@pytest.mark.parametrize("row", ROSTER.rows, ids=lambda row: row.cell)
def test_each_row_of_the_roster_table_is_decided_by_the_roster(row: Row) -> None:
    """Without the roster the cell is read otherwise, or refused, but where it changes nothing."""
    try:
        alone = written(parse(row.cell))
    except UnitError as error:
        alone = "!" + row.cell[slice(*error.span)]
    assert (alone != row.meaning) == (row.cell not in UNDECIDED)


UNDECIDED = ("章贡区政府、财政局", "潭口、区财政局")


def test_no_cell_stands_in_two_tables() -> None:
    """Each cell of the specification is specified once."""
    cells = [(row.cell, table.roster) for table, row in ROWS]
    cells += [(row.cell, None) for row in REFUSED.rows]
    assert len(cells) == len(set(cells))


def test_a_reference_tells_what_is_written_and_what_is_restored() -> None:
    """A restored name stands beside the text it was restored from; a certain one is that text."""
    certain, restored = parse("省 科技厅、教育厅")
    assert certain == UnitRef("省科技厅", written="省科技厅")
    assert restored == UnitRef("省教育厅", written="教育厅", restored=True)


def test_a_collective_is_named_by_its_whole_scope() -> None:
    """区属、驻区有关单位 is two collectives that say whose they are, and how many."""
    assert parse("区属、驻区有关单位") == (
        UnitRef("区属有关单位", "some", "区属", collective=True, restored=True),
        UnitRef("驻区有关单位", "some", "驻区有关单位", collective=True),
    )


def test_only_the_unit_before_deng_is_open() -> None:
    """等 marks the unit that it follows."""
    assert [ref.open for ref in parse("教育部、财政部等")] == [False, True]


@pytest.mark.parametrize(
    ("label", "duty"),
    [
        ("牵头", "lead"),
        ("主办", "lead"),
        ("主责", "lead"),
        ("责任", "responsible"),
        ("承办", "responsible"),
        ("实施", "responsible"),
        ("落实", "responsible"),
        ("配合", "support"),
        ("协办", "support"),
        ("协助", "support"),
        ("支持", "support"),
        ("协同", "support"),
        ("参与", "join"),
        ("参加", "join"),
        ("会办", "join"),
        ("指导", "guide"),
        ("督导", "guide"),
        ("监督", "guide"),
        ("督办", "guide"),
    ],
)
def test_every_word_for_a_duty_is_label_and_verb(label: str, duty: str) -> None:
    """Each word gives its duty before 单位： and after a name alike."""
    expected = (UnitRef("区财政局", written="区财政局", duty=duty),)
    verb = {"责任": "负责"}.get(label, label)
    assert parse(f"{label}单位：区财政局") == expected
    assert parse(f"区财政局{verb}") == expected


def test_an_empty_roster_is_no_roster() -> None:
    """A roster without units decides nothing, and is not asked."""
    assert parse("区财政局、经发局", roster=Roster()) == parse("区财政局、经发局")


@pytest.mark.parametrize("cell", ["区住建局、" * 900, "区" * 60 + "局"])
def test_a_text_beyond_all_measure_is_refused(cell: str) -> None:
    """Neither a cell of thousands of letters nor a name of more than 45 is read."""
    assert offending(cell)


def test_brackets_around_a_cell_may_be_any_number() -> None:
    """They are taken off one after another, and say nothing."""
    assert written(parse("（" * 1_500 + "区住建局" + "）" * 1_500)) == "区住建局"


def test_the_span_is_that_of_the_cell_as_it_was_given() -> None:
    """Spaces, numbers and brackets that the grammar drops do not move the mark."""
    assert offending("（1. 区 住 建 局、 张 三 丰 ）") == "张 三 丰"


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("", "No unit is named"),
        ("区住建局" * 1100, "too long"),
        ("区住建局（区房管局", "has no partner"),
        ("业务单元：区住建局", "not a label that is known"),
        ("责任人：李四", "about a person"),
        ("暂无", "names no unit"),
        ("加强监管", "reads as a task"),
        ("区住建局张局长", "about a person"),
        ("……", "is not the name of a unit"),
        ("数创智联", "or put it on the roster"),
        ("12月底前", "holds a deadline"),
        ("区水利局、长期坚持", "write the deadline into its own column"),
        ("区水利局（6月底前）", "holds a deadline"),
        ("区水利局（王五）", "take the bracket out"),
        ("区水利局（会同区审计局）", "write it behind a ， outside of the bracket"),
        ("会议由区水利局参加", "units stand behind 由"),
        ("区水利局、区林业局，其中区财政局牵头", "write one of the units before it"),
        ("区水利局｜区林业局", "write 、 between units"),
        ("区水利局负责征地、区林业局", "write ， before it and its own duty behind it"),
        ("中央、各省", "write which of its units is meant"),
    ],
)
def test_each_refusal_says_what_is_wrong(cell: str, words: str) -> None:
    """The reason of an error names the trouble, and what to do."""
    with pytest.raises(UnitError, match=words):
        parse(cell)


@pytest.mark.parametrize("name", ["党委和政府", "文化、旅游局", "区财政局和区经发局"])
def test_a_name_of_the_roster_is_never_cut_either_way(name: str) -> None:
    """Alone, beside others, and where it is explained."""
    roster = Roster({"单位": (name, "区审计局")})
    assert [ref.name for ref in parse(name, roster=roster)] == [name]
    assert [ref.name for ref in parse(f"{name}、区审计局", roster=roster)] == [name, "区审计局"]
    assert len(explain(f"{name}、区审计局", roster=roster)) == 2
