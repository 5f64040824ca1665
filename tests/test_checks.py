"""Broken lists: each rule is broken once, told at its place, and no answer is given from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import ITEMS

from sulist.checks import CHECKS
from sulist.problem import RULES
from sulist.worklist import examine

if TYPE_CHECKING:
    from conftest import Sulist

GOOD = """\
title: 某区2021年重大事项清单
region: 某区
year: 2021
total: 2
categories:
  - number: 一
    title: 经济
    count: 2
    items:
      - id: 1-1
        text: 建设园区。
        lead: 区经发局
        responsible: 区直各部门
        deadline: 8月底前
      - id: 1-2
        text: 修路。
        lead: 区财政局
        responsible: 区经发局
        deadline: 12月底前
units:
  区直部门: [区经发局, 区财政局]
"""

# rule, what is replaced in the good list, by what, and where the problem stands: line:column
BROKEN = [
    ("control-character", "建设园区", "建设\u202e园区", "11:17"),
    ("yaml-syntax", "  - number: 一", "  - number: [一", "7:10"),
    ("yaml-feature", "lead: 区财政局", "lead: !!python/object:os.system 区财政局", "17:15"),
    ("duplicate-key", "    count: 2\n", "    count: 2\n    count: 2\n", "9:5"),
    ("wrong-type", "year: 2021", "year: 二〇二一", "3:7"),
    ("missing-key", "        lead: 区财政局\n", "", "15:9"),
    ("unknown-key", "region:", "regoin:", "2:1"),
    ("empty-text", "text: 修路。", "text: ''", "16:15"),
    ("total-as-printed", "total: 2", "total: 3", "4:8"),
    ("count-as-printed", "count: 2", "count: 5", "8:12"),
    ("category-numbers", "number: 一", "number: 二", "6:13"),
    ("item-ids", "id: 1-2", "id: 1-3", "15:13"),
    ("lead-on-roster", "lead: 区财政局", "lead: 区财正局", "17:15"),
    ("responsible-on-roster", "responsible: 区经发局", "responsible: 区经法局", "18:22"),
    ("collective-has-group", "responsible: 区直各部门", "responsible: 驻区各单位", "13:22"),
    ("roster-once", "[区经发局, 区财政局]", "[区经发局, 区财政局, 区经发局]", "21:22"),
    ("lead-not-responsible", "responsible: 区经发局", "responsible: 区经发局、区财政局", "18:22"),
    ("unit-named-once", "responsible: 区经发局", "responsible: 区经发局、区经发局", "18:22"),
    ("readable-deadline", "deadline: 8月底前", "deadline: 区经发局", "14:19"),
    ("due-has-reason", "deadline: 8月底前", "deadline: 8月底前\n        due: 2021-09-30", "15:14"),
    ("deadline-in-year", "deadline: 8月底前", "deadline: 2022年8月底前", "14:19"),
    ("half-width-punctuation", "text: 修路。", "text: 修路,架桥。", "16:15"),
    (
        "no-categories",
        GOOD[GOOD.index("categories:") : GOOD.index("units:")],
        "categories: []\n",
        "5:1",
    ),
    ("no-items", GOOD[GOOD.index("    items:") : GOOD.index("units:")], "    items: []\n", "9:5"),
    ("too-deep", "region: 某区", "region: " + "[" * 30 + "]" * 30, "2:24"),
    ("readable-units", "responsible: 区经发局", "responsible: 区经发局（", "18:22"),
]


def broken(old: str, new: str) -> str:
    """The good list with one thing wrong."""
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def test_the_good_list_has_no_problem(tmp_path: Path) -> None:
    """Otherwise the broken ones would prove nothing."""
    file = tmp_path / "good.yaml"
    file.write_text(GOOD, encoding="utf-8")
    assert examine(str(file))[1] == []


@pytest.mark.parametrize(("check", "old", "new", "place"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_broken_rule_is_told_at_its_place(
    tmp_path: Path, check: str, old: str, new: str, place: str
) -> None:
    """With its name, its line and column, a message and a remedy."""
    file = tmp_path / "list.yaml"
    file.write_text(broken(old, new), encoding="utf-8")
    found = [problem for problem in examine(str(file))[1] if problem.check == check]
    assert [f"{problem.place.line}:{problem.place.column}" for problem in found[:1]] == [place]
    assert found[0].message
    assert found[0].remedy


def test_every_rule_is_broken_here_once() -> None:
    """The table above and the table of rules are equal, but for bytes that are no text."""
    assert {row[0] for row in BROKEN} | {"encoding", "too-large"} == set(RULES)


def test_every_check_is_a_rule() -> None:
    """A check's name with hyphens is in the table of rules."""
    assert {check.__name__.replace("_", "-") for check in CHECKS} <= set(RULES)


def test_all_problems_are_told_at_once_in_order(tmp_path: Path, sulist: Sulist) -> None:
    """Three mistakes, three problems, sorted by line, and exit code 1."""
    file = tmp_path / "list.yaml"
    file.write_text(
        GOOD.replace("total: 2", "total: 9")
        .replace("12月底前", "某时")
        .replace("区经发局\n", "区经x局\n", 1),
        encoding="utf-8",
    )
    done = sulist("check", "list.yaml")
    lines = [
        line
        for line in done.stdout.decode().splitlines()
        if line.startswith("list.yaml:") and "[" in line
    ]
    assert done.returncode == 1
    assert [line.rpartition("[")[2] for line in lines] == [
        "total-as-printed]",
        "lead-on-roster]",
        "readable-deadline]",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (GOOD.encode("gb18030"), "GB18030"),
        (GOOD.encode("utf-16"), "UTF-16"),
        (b"", "holds no list"),
        (b"\x00\x01\xff", "not text"),
        (GOOD.replace("  - number", "\t- number").encode(), "A tab"),
        (GOOD[: GOOD.index("建设园区")].encode() + '"建设'.encode(), "ends in the middle"),
        (b"[" * 10_000, "deeper than 16"),
        (b"a: &a [x]\nb: [*a, *a]\n", "alias"),
        (b"#" * (64 * 2**20 + 1), "64 MiB"),
        (GOOD.replace("text: 建设园区。", 'text: "\\x1b[2J"').encode(), "U+001B"),
    ],
    ids=["gbk", "utf-16", "empty", "bytes", "tab", "cut-off", "deep", "alias", "huge", "escape"],
)
def test_no_answer_is_given_from_a_broken_file(
    tmp_path: Path, sulist: Sulist, data: bytes, said: str
) -> None:
    """One clear message, exit code 3, nothing on standard output, no escape code on the terminal."""
    (tmp_path / "list.yaml").write_bytes(data)
    message = sulist.refused("list", "--file", "list.yaml", code=3)
    assert said in message
    assert "\x1b" not in message


def test_markup_in_the_text_is_only_text(tmp_path: Path, sulist: Sulist) -> None:
    """[/red] is shown as it stands, =1+1 never runs in a spreadsheet."""
    file = tmp_path / "list.yaml"
    file.write_text(GOOD.replace("建设园区。", "'=1+1[/red]园区'"), encoding="utf-8")
    assert "=1+1[/red]园区" in sulist.text("list", "--file", "list.yaml")
    assert "'=1+1" in sulist.text("list", "--file", "list.yaml", "--format", "csv")


def test_a_due_of_its_own_makes_an_unreadable_phrase_answerable(tmp_path: Path) -> None:
    """The phrase stays as printed, the date is ours."""
    file = tmp_path / "list.yaml"
    file.write_text(
        GOOD.replace("deadline: 8月底前", "deadline: 某时\n        due: 2021-09-30"),
        encoding="utf-8",
    )
    worklist, problems = examine(str(file))
    assert worklist is not None
    assert problems == []
    assert (worklist.items[0].deadline.text, str(worklist.items[0].deadline.due)) == (
        "某时",
        "2021-09-30",
    )


def test_a_list_without_a_roster_is_valid(tmp_path: Path) -> None:
    """Then no unit is on or off it."""
    file = tmp_path / "list.yaml"
    file.write_text(GOOD[: GOOD.index("units:")], encoding="utf-8")
    assert examine(str(file))[1] == []


def test_the_packaged_list_is_the_canonical_one() -> None:
    """Wherever sulist runs from, it finds its list."""
    from sulist.worklist import packaged_list

    assert Path(packaged_list()).read_bytes() == ITEMS.read_bytes()
