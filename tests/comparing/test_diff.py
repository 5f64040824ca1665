"""``sulist diff``: items are matched by their texts, and every kind of change is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from conftest import ITEMS
from test_contract import validate

from sulist.listfile.worklist import load
from sulist.reports.differences import compare
from sulist.reports.likeness import _likeness
from sulist.reports.sentence_runs import runs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Sulist

    from sulist.reports.differences import Comparison

OURS = ITEMS.read_text(encoding="utf-8")


def without(identity: str, text: str = OURS) -> str:
    """The list without an item; its numbers and counts are mended as a careful editor would."""
    cut = re.sub(rf"      - id: {identity}\n(?:        .*\n)+\n?", "", text)
    category, serial = identity.split("-")
    assert cut != text

    def renumbered(found: re.Match[str]) -> str:
        own = int(found[1])
        return f"- id: {category}-{own - (own > int(serial))}\n"

    cut = re.sub(rf"- id: {category}-(\d+)\n", renumbered, cut)
    counts = {
        "1": ("count: 5", "count: 4"),
        "2": ("count: 11", "count: 10"),
        "3": ("count: 2\n", "count: 1\n"),
    }
    return cut.replace("total: 18", "total: 17").replace(*counts[category])


def compared(tmp_path: Path, old: str, new: str) -> Comparison:
    """Two texts of lists, compared."""
    for name, text in (("old.yaml", old), ("new.yaml", new)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return compare(load(str(tmp_path / "old.yaml")), load(str(tmp_path / "new.yaml")))


def told(comparison: Comparison) -> list[tuple[str, str, tuple[str, ...]]]:
    """Each change: the old id, the new id, the kinds."""
    return [
        (change.old.id if change.old else "", change.new.id if change.new else "", change.kinds)
        for change in comparison.changes
    ]


CHANGES: dict[str, tuple[Callable[[str], str], list[tuple[str, str, tuple[str, ...]]]]] = {
    "nothing": (lambda text: text, []),
    "other folding and spaces": (lambda text: text.replace("建设。\n          加快", "建设。加快"), []),
    "a dropped item, and the others renumbered": (lambda text: without("2-3", text), [("2-3", "", ("dropped",))]),
    "a lead": (lambda text: text.replace("lead: 区住建局", "lead: 区农办"), [("2-2", "2-2", ("lead",))]),
    "a second lead": (
        lambda text: text.replace("lead: 区住建局", "lead: 区住建局、区农办"),
        [("2-2", "2-2", ("lead",))],
    ),
    "a unit that assists the lead": (
        lambda text: text.replace("lead: 区住建局", "lead: 区住建局牵头，区农办配合"),
        [("2-2", "2-2", ("units",))],
    ),
    "a lead that assists": (
        lambda text: text.replace("lead: 区住建局", "lead: 区农办牵头，区住建局配合"),
        [("2-2", "2-2", ("lead", "units"))],
    ),
    "the word for who leads": (
        lambda text: text.replace("lead: 区住建局", "lead: 区住建局牵头"),
        [("2-2", "2-2", ("reworded",))],
    ),
    "a unit more": (
        lambda text: text.replace("区项目办、区建投公司\n", "区项目办、区建投公司、区农办\n"),
        [("2-7", "2-7", ("units",))],
    ),
    "有关 for 各": (
        lambda text: text.replace("区直有关部门，区属、驻区有关单位\n        deadline: 5月", "区直各部门，区属、驻区各单位\n        deadline: 5月"),
        [("1-3", "1-3", ("units",))],
    ),
    "a date": (lambda text: text.replace("8月底前", "9月底前"), [("1-1", "1-1", ("date",))]),
    "a word": (lambda text: text.replace("打造2家", "打造3家"), [("2-4", "2-4", ("reworded",))]),
    "the order of units only": (
        lambda text: text.replace("responsible: 区项目办、区建投公司", "responsible: 区建投公司、区项目办"),
        [("2-7", "2-7", ("reworded",))],
    ),
    "word, lead and date of one item": (
        lambda text: text.replace("重点支持", "支持").replace("打造2家", "打造3家").replace("lead: 区社管局\n        responsible: 区经发局、", "lead: 区农办\n        responsible: 区经发局、"),
        [("2-4", "2-4", ("reworded", "lead"))],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_told_as_what_it_is(name: str, tmp_path: Path) -> None:
    """And nothing else is."""
    change, expected = CHANGES[name]
    comparison = compared(tmp_path, OURS, change(OURS))
    assert told(comparison) == expected
    whole = [change for change in expected if change[0]]
    assert comparison.same == 18 - len(whole)


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("区住建局", "区住建局牵头，区农办配合", ["units"]),
        ("区住建局牵头，区农办配合", "区农办牵头，区住建局配合", ["lead"]),
        ("区住建局牵头，区农办配合", "由区住建局牵头，区农办协助", ["reworded"]),
        ("区农办配合", "区住建局配合", ["units"]),
    ],
)
def test_another_lead_cell_is_told_by_whom_it_is_another(
    old: str, new: str, kinds: list[str], tmp_path: Path
) -> None:
    """By who leads, else by who assists, else by its words; both cells stand beside it as printed."""
    before, after = (OURS.replace("lead: 区住建局", f"lead: {one}") for one in (old, new))
    (change,) = compared(tmp_path, before, after).changes
    assert [(one.kind, one.old, one.new) for one in change.details] == [(kinds[0], old, new)]


def test_a_new_item_is_told_from_the_other_side(tmp_path: Path) -> None:
    """The list that lacks one, compared with ours."""
    comparison = compared(tmp_path, without("2-3"), OURS)
    assert told(comparison) == [("", "2-3", ("new",))]
    assert [(fact.name, fact.old, fact.new) for fact in comparison.facts] == [("total", "17", "18")]


def test_an_item_that_moves_to_another_category(tmp_path: Path) -> None:
    """It is matched by its text, and told as moved."""
    block = re.search(r"      - id: 2-10\n(?:        .*\n)+\n", OURS)
    assert block
    moved = without("2-10").replace("total: 17", "total: 18").replace("count: 2\n", "count: 3\n")
    moved = moved.replace(
        "      - id: 3-1\n", block[0].replace("2-10", "3-1") + "      - id: 3-2\n", 1
    )
    moved = moved.replace(
        "      - id: 3-2\n        text: >-\n          发挥统筹",
        "      - id: 3-3\n        text: >-\n          发挥统筹",
    )
    assert told(compared(tmp_path, OURS, moved)) == [("2-10", "3-1", ("moved",))]


def test_a_category_with_another_title_is_no_move(tmp_path: Path) -> None:
    """Its items stay where they are; the list's own line tells the title."""
    comparison = compared(tmp_path, OURS, OURS.replace("充分发挥苏区振兴机制作用", "健全工作机制"))
    assert comparison.changes == ()
    assert [(fact.name, fact.new) for fact in comparison.facts] == [
        ("category", "三、健全工作机制")
    ]


def test_next_years_list_with_the_same_phrases_has_the_same_dates(tmp_path: Path) -> None:
    """8月底前 of 2021 and of 2022 is no change of the date; the year is told once."""
    nextyear = OURS.replace("year: 2021", "year: 2022").replace(
        "title: 赣州蓉江新区2021年", "title: 赣州蓉江新区2022年"
    )
    comparison = compared(tmp_path, OURS, nextyear)
    assert comparison.changes == ()
    assert [fact.name for fact in comparison.facts] == ["title", "year"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("打造2家以上", "打造12家以上", "=打造 -2 +12 =家以上"),
        ("加快220KV变电站建设", "加快110KV变电站建设", "=加快 -220KV +110KV =变电站建设"),
        ("争取国家支持。", "争取国家和省支持。", "=争取国家 +和省 =支持。"),
        ("创建食品安全城市", "创建食品药品安全城市", "=创建食品 +药品 =安全城市"),
        ("建设12个", "建设112个", "=建设 -12 +112 =个"),
        ("一样", "一样", "=一样"),
        ("甲", "乙", "-甲 +乙"),
        ("推进重大项目建设", "推动重点项目建设", "=推 -进重大 +动重点 =项目建设"),
    ],
)  # fmt: skip
def test_a_rewording_is_shown_by_words(old: str, new: str, expected: str) -> None:
    """Numbers whole; letters that one or two equal ones keep apart as one change."""
    assert " ".join(run.sign + run.text for run in runs(old, new)) == expected
    assert "".join(run.text for run in runs(old, new) if run.sign != "+") == old
    assert "".join(run.text for run in runs(old, new) if run.sign != "-") == new


def test_equal_texts_are_matched_by_their_leads(tmp_path: Path) -> None:
    """Two items of one text keep their own partners when their order changes."""
    head = "title: 某区2021年清单\nregion: 某区\nyear: 2021\ntotal: 2\ncategories:\n  - number: 一\n    title: 经济\n    count: 2\n    items:\n"
    item = "      - {{id: 1-{at}, text: 开展宣传。, lead: {lead}, responsible: 各镇, deadline: 6月底前}}\n"
    old = head + item.format(at=1, lead="区经发局") + item.format(at=2, lead="区财政局")
    new = head + item.format(at=1, lead="区财政局") + item.format(at=2, lead="区经发局")
    assert compared(tmp_path, old, new).changes == ()


def test_the_answers_in_every_form(sulist: Sulist, tmp_path: Path) -> None:
    """A table with the change inside its sentence, JSON by the schema, CSV, Markdown; 0 with or without."""
    changed = without("2-3").replace("打造2家", "打造3家").replace("8月底前", "9月底前")
    (tmp_path / "new.yaml").write_text(changed, encoding="utf-8")
    table = sulist.text("diff", str(ITEMS), "new.yaml")
    assert "打造[-2-]{+3+}家以上" in table
    assert (
        table.splitlines()[-1] == "15 items without a change, dropped 1, reworded 1, other date 1"
    )
    answer = sulist.json("diff", str(ITEMS), "new.yaml")
    validate(answer, "diff")
    assert answer["counts"] | {"dropped": 0, "reworded": 0, "date": 0} == dict.fromkeys(
        answer["counts"], 0
    )
    assert sulist.text("diff", str(ITEMS), "new.yaml", "--format", "csv").count("\n") >= 4
    assert "| 1-1 |" in sulist.text("diff", str(ITEMS), "new.yaml", "--format", "markdown")
    same = sulist.text("diff", str(ITEMS), str(ITEMS))
    assert same.splitlines()[-1] == "18 items without a change"
    validate(sulist.json("diff", str(ITEMS), str(ITEMS)), "diff")


def test_a_list_that_cannot_be_read_is_refused(sulist: Sulist, tmp_path: Path) -> None:
    """As by every other command."""
    (tmp_path / "broken.yaml").write_text(OURS.replace("total: 18", "total: 17"), encoding="utf-8")
    sulist.refused("diff", str(ITEMS), "broken.yaml", code=3)
    sulist.refused("diff", str(ITEMS), "nowhere.yaml", code=3)


def test_texts_of_any_length_are_compared() -> None:
    """Beyond thousands of words what stands between the same beginning and the same end is one change."""
    old = "修路。" + "甲乙丙" * 30_000 + "完工。"
    new = "修路。" + "丁戊" * 40_000 + "完工。"
    assert [(run.sign, len(run.text)) for run in runs(old, new)] == [
        ("=", 3), ("-", 90_000), ("+", 80_000), ("=", 3),
    ]  # fmt: skip
    assert [(run.sign, len(run.text)) for run in runs("甲" * 9_000, "甲" * 9_002)] == [
        ("=", 9_000), ("+", 2),
    ]  # fmt: skip


def test_long_texts_are_measured_by_how_they_begin() -> None:
    """And two that begin alike are still no one text."""
    begins = "修路架桥" * 600
    assert 0.99 < _likeness(begins + "甲" * 90_000, begins + "乙" * 90_000) < 1
    assert _likeness("甲乙" * 50_000, "丙丁" * 50_000) == 0
    assert _likeness(begins, begins) == 1
