"""What changed in an item, cell by cell, and how many changes there are of each kind: as values."""

from __future__ import annotations

import pytest
from lists_made import LIST, made

from sulist.reports.differences import Comparison, DoubtfulReading, compare
from sulist.reports.sentence_runs import Run


def differing(*changed: tuple[str, str]) -> Comparison:
    """The list compared with itself, after these texts are changed."""
    text = LIST
    for old, new in changed:
        assert old in text
        text = text.replace(old, new)
    return compare(made(), made(text))


@pytest.mark.parametrize(
    ("old", "new", "details"),
    [
        ("架桥。", "架大桥。", [("reworded", "架桥。", "架大桥。", True)]),
        ("6月30日前", "7月31日前", [("date", "6月30日前", "7月31日前", False)]),
        ("lead: 住建局、财政局", "lead: 财政局", [("lead", "住建局、财政局", "财政局", False)]),
        ("responsible: 有关镇", "responsible: 西镇", [("units", "有关镇", "西镇", False)]),
        (
            "lead: 住建局、财政局",
            "lead: 财政局、住建局",
            [("reworded", "住建局、财政局", "财政局、住建局", True)],
        ),
    ],
    ids=["text", "date", "lead", "responsible", "the same units in another order"],
)
def test_a_cell_that_differs_is_told_before_and_after(
    old: str, new: str, details: list[tuple[str, str, str, bool]]
) -> None:
    """As what it is; the same units in other words are a rewording, told word by word."""
    (change,) = differing((old, new)).changes
    assert [tuple(one)[:4] for one in change.details] == details


def test_a_day_set_by_hand_is_another_date_of_the_same_phrase() -> None:
    """Then the days are told, since the phrases are alike."""
    (change,) = differing(
        ("deadline: 6月30日前}", "deadline: 6月30日前, due: 2023-07-05, due_reason: 会议纪要}")
    ).changes
    assert [tuple(one)[:4] for one in change.details] == [
        ("date", "2023-06-30", "2023-07-05", False)
    ]


def test_an_item_in_another_category_has_moved() -> None:
    """From the one to the other, with their titles; a category is the one that most of its items are in."""
    line = next(one for one in LIST.splitlines(keepends=True) if "id: 1-4" in one)
    text = LIST.replace(line, "").replace("count: 4", "count: 3").replace("count: 2", "count: 3")
    text = text.replace("units:\n", line.replace("1-4", "2-3") + "units:\n")
    (change,) = compare(made(), made(text)).changes
    assert change.kinds == ("moved",)
    assert [tuple(one)[:4] for one in change.details] == [("moved", "一、建设", "二、服务", False)]


def test_a_sentence_tells_its_change_word_by_word() -> None:
    """What stayed, what went, what came."""
    (change,) = differing(("架桥。", "架3座桥。")).changes
    assert change.runs == (Run("=", "架"), Run("+", "3座"), Run("=", "桥。"))
    assert change.details[0].runs == change.runs
    (change,) = differing(("6月30日前", "7月31日前")).changes
    assert change.runs == ()


def test_an_item_in_one_list_only_has_no_details() -> None:
    """It is new or dropped as a whole, and is told as it stands there."""
    found = compare(
        made(),
        made(
            LIST.replace("total: 6", "total: 5")
            .replace("count: 2", "count: 1")
            .replace(LIST[LIST.index("      - {id: 2-2") : LIST.index("units:")], "")
        ),
    )
    (change,) = found.changes
    assert (change.kinds, change.both, change.details, change.runs) == (("dropped",), False, (), ())
    assert change.item.id == "2-2"
    assert [fact.name for fact in found.facts] == ["total"]
    assert (found.found, found.same) == (2, 5)


def test_changes_are_counted_by_kind() -> None:
    """One of two kinds counts for both; those in both lists stand apart."""
    found = differing(("架桥。", "架大桥。"), ("6月30日前", "7月31日前"), ("植树。", "植树木。"))
    assert {kind: number for kind, number in found.counts.items() if number} == {
        "reworded": 2,
        "date": 1,
    }
    assert len(found.changed) == len(found.changes) == 2
    assert found.same == 4
    assert [change.item.id for change in found.of("date")] == ["1-2"]


def test_a_comparison_says_which_reading_is_in_doubt() -> None:
    """Of a document, with how many doubts."""
    doubtful = (DoubtfulReading("a.docx", 3),)
    assert compare(made(), made(), doubtful=doubtful).doubtful == doubtful
    assert compare(made(), made()).found == 0
