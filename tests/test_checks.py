"""Broken lists: each rule is broken once, and told in both languages at its place.

``bad/RULE.yaml`` is a good list with one thing wrong, ``bad/RULE.expected`` what ``sulist check``
prints of it, in English and in Chinese. ``python tests/test_checks.py`` writes the latter anew,
to be read before it is committed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ITEMS, Sulist

from sulist import yaml_source
from sulist.checks import CHECKS
from sulist.problem import RULES
from sulist.worklist import examine, packaged_list

BAD = Path(__file__).parent / "bad"
GOOD = (BAD.parent / "fixtures" / "good.yaml").read_text(encoding="utf-8")
BROKEN = sorted(file.stem for file in BAD.glob("*.yaml"))


def told(rule: str, run: Sulist) -> str:
    """What ``sulist check`` prints of a broken list, in both languages."""
    command = ("check", f"{rule}.yaml")
    said = [
        run(*command, SULIST_LANG=language, PYTHONUTF8="1").stdout.decode()
        for language in ("en", "zh_CN")
    ]
    return "\n".join(said)


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_rule_is_told_with_its_place_excerpt_and_remedy(rule: str) -> None:
    """The exact words, in English and in Chinese."""
    assert told(rule, Sulist(BAD)) == (BAD / f"{rule}.expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_list_breaks_the_rule_that_it_is_named_after(rule: str) -> None:
    """And no problem stands without a message and a remedy."""
    _worklist, problems = examine(str(BAD / f"{rule}.yaml"))
    assert rule in [problem.check for problem in problems]
    assert all(problem.message and problem.remedy for problem in problems)


def test_every_rule_is_broken_once() -> None:
    """But for the size of a file, which is broken below."""
    assert {*BROKEN, "too-large"} == set(RULES)


def test_every_check_is_a_rule() -> None:
    """A check's name with hyphens is in the table of rules, and its first line is the rule."""
    for check in CHECKS:
        rule = RULES[check.__name__.replace("_", "-")]
        assert check.__doc__ == rule.meaning


def test_the_good_list_has_no_problem() -> None:
    """Otherwise the broken ones would prove nothing."""
    assert examine(str(BAD.parent / "fixtures" / "good.yaml"))[1] == []


@pytest.mark.parametrize("rule", BROKEN)
def test_the_parser_in_python_tells_the_same(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no C parser, the same problems stand at the same places."""
    in_c = examine(str(BAD / f"{rule}.yaml"))[1]
    monkeypatch.delitem(sys.modules, "yaml.cyaml")
    in_python = examine(str(BAD / f"{rule}.yaml"))[1]
    assert [(one.check, one.place) for one in in_python] == [(one.check, one.place) for one in in_c]


def test_the_parser_in_python_reads_the_same_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """All 18 items, each at its place."""
    in_c = examine(str(ITEMS))[0]
    monkeypatch.delitem(sys.modules, "yaml.cyaml")
    in_python = examine(str(ITEMS))[0]
    assert in_c is not None
    assert in_python is not None
    assert [(*one[:-1], one.node.line, one.node.column) for one in in_python.items] == [
        (*one[:-1], one.node.line, one.node.column) for one in in_c.items
    ]


def test_all_problems_are_told_at_once_in_order(tmp_path: Path, sulist: Sulist) -> None:
    """Three mistakes, three problems, sorted by line, and exit code 1."""
    text = GOOD.replace("total: 2", "total: 9").replace("12月底前", "某时")
    text = text.replace("lead: 区经发局\n", "lead: 区经x局\n")
    (tmp_path / "list.yaml").write_text(text, encoding="utf-8")
    done = sulist("check", "list.yaml", "--format", "json")
    assert done.returncode == 1
    assert [problem["check"] for problem in json.loads(done.stdout)["problems"]] == [
        "total-as-printed",
        "lead-on-roster",
        "readable-deadline",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(GOOD.encode("gb18030"), "GB18030", id="GBK"),
        pytest.param(GOOD.encode("utf-16"), "UTF-16", id="UTF-16"),
        pytest.param(b"", "holds no list", id="empty"),
        pytest.param(b"# nothing\n", "holds no list", id="only a comment"),
        pytest.param(b"18\n", "holds no list", id="a number"),
        pytest.param(b"\x00\x01\xff", "no text", id="bytes"),
        pytest.param(GOOD.replace("  - number", "\t- number").encode(), "A tab", id="tab"),
        pytest.param(
            GOOD[: GOOD.index("建设园区")].encode() + '"建设'.encode(),
            "never closed",
            id="cut",
        ),
        pytest.param(b"[" * 10_000, "deeper than 16", id="nested 10,000 deep"),
        pytest.param(b"a: &a [x]\nb: [*a, *a]\n", "alias", id="alias bomb"),
        pytest.param(b"#" * (64 * 2**20 + 1), "64 MiB", id="too large"),
        pytest.param(
            GOOD.replace("text: 建设园区。", 'text: "\\x1b[2J"').encode(),
            "U+001B",
            id="escape code",
        ),
        pytest.param(
            GOOD.replace("区财政局", "!!python/object/apply:os.system ['true']").encode(),
            "The tag",
            id="python object",
        ),
        pytest.param(GOOD.encode() * 2, "stands here again", id="pasted twice"),
        pytest.param(b"---\na: 1\n---\nb: 2\n", "second document", id="two documents"),
    ],
)
def test_no_answer_is_given_from_a_broken_file(
    tmp_path: Path, sulist: Sulist, data: bytes, said: str
) -> None:
    """One clear message, exit code 3, nothing on standard output, no escape code on the terminal."""
    (tmp_path / "list.yaml").write_bytes(data)
    message = sulist.refused("list", "--file", "list.yaml", code=3)
    assert said in message
    assert "\x1b" not in message


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("text: 修路: 架桥。", "half-width colon"),
        ("修路。", "no half-width colon"),
        ("text：修路。", "full-width ："),
        ("text: [修路。", "opened here"),
        ("text: @修路。", "cannot begin with this"),
        ("text: ]修路。", "cannot begin with this"),
        ("text: &", "cannot begin with & or"),
        ('text: "\\q修路。"', "backslash"),
        ("text: - 修路。", "hyphen"),
        ("text: > 修路。", "behind > or"),
        ("text: '修路'。", "behind the end of a quoted"),
        ("text: 修路。\n       more: 架桥。", "indentation"),
    ],
)
def test_a_slip_of_yaml_is_told_in_plain_words_by_both_parsers(
    tmp_path: Path, line: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not in the parser's."""
    file = tmp_path / "list.yaml"
    file.write_text(GOOD.replace("text: 修路。", line), encoding="utf-8")
    in_c = examine(str(file))[1]
    monkeypatch.delitem(sys.modules, "yaml.cyaml")
    in_python = examine(str(file))[1]
    assert said in in_c[0].message
    assert [problem.message for problem in in_python] == [problem.message for problem in in_c]


@pytest.mark.parametrize(
    ("good", "slip", "place"),
    [
        ("text: 修路。", "text：修路。", (16, 13)),
        ("text: 修路。", "text:修路。", (16, 9)),
        ("        text: 修路。", "\u3000\u3000text: 修路。", (16, 1)),
        ("- id: 1-1", "- id：1-1", (10, 11)),
        ("region: ", "region：", (2, 7)),
        ("        deadline: 8月底前", "8月底前\t区财政局", (14, 5)),
    ],
)
def test_a_key_that_is_none_is_told_in_its_own_line(
    tmp_path: Path, good: str, slip: str, place: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the parser sees it only in the next one."""
    assert good in GOOD
    file = tmp_path / "list.yaml"
    file.write_text(GOOD.replace(good, slip, 1), encoding="utf-8")
    in_c = examine(str(file))[1]
    monkeypatch.delitem(sys.modules, "yaml.cyaml")
    in_python = examine(str(file))[1]
    for (problem,) in (in_c, in_python):
        assert (problem.place.line, problem.place.column) == place


@pytest.mark.parametrize(
    ("good", "slip", "said"),
    [
        ("total: 2", "total: 二", ["Here must be a whole number"]),
        ("- id: 1-1", "- id: 1－1", ["1-1, with the half-width hyphen"]),
        ("- id: 1-1", "- id: 1.1", ["1-1, with the half-width hyphen"]),
        ("- id: 1-1", "- id: 1-9", ["ids never change"]),
    ],
)
def test_a_slip_is_told_once_and_how_to_mend_it(
    tmp_path: Path, good: str, slip: str, said: list[str]
) -> None:
    """What is no number is not counted as 0; what looks right to the eye is told apart."""
    assert good in GOOD
    file = tmp_path / "list.yaml"
    file.write_text(GOOD.replace(good, slip, 1), encoding="utf-8")
    problems = examine(str(file))[1]
    told = [f"{problem.message} {problem.remedy}" for problem in problems]
    assert len(told) == len(said), told
    assert all(words in one for words, one in zip(said, told, strict=True)), told


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, sulist: Sulist) -> None:
    """Whom to ask, and exit code 3."""
    (tmp_path / "list.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "list.yaml").chmod(0)
    assert "may not be read" in sulist.refused("list", "--file", "list.yaml", code=3)


@pytest.mark.parametrize(("file", "said"), [(".", "is a folder"), ("none.yaml", "does not exist")])
def test_a_file_that_is_none_is_told(sulist: Sulist, file: str, said: str) -> None:
    """Exit code 3, and what to do."""
    assert said in sulist.refused("list", "--file", file, code=3)


def test_markup_in_the_text_is_only_text(tmp_path: Path, sulist: Sulist) -> None:
    """[/red] is shown as it stands, =1+1 never runs in a spreadsheet."""
    text = GOOD.replace("建设园区。", "'=1+1[/red]园区'")
    (tmp_path / "list.yaml").write_text(text, encoding="utf-8")
    assert "=1+1[/red]园区" in sulist.text("list", "--file", "list.yaml")
    assert "'=1+1" in sulist.text("list", "--file", "list.yaml", "--format", "csv")


def test_a_due_of_its_own_makes_an_unreadable_phrase_answerable(tmp_path: Path) -> None:
    """The phrase stays as printed, the date is ours."""
    file = tmp_path / "list.yaml"
    text = GOOD.replace("deadline: 8月底前", "deadline: 某时\n        due: 2021-09-30")
    file.write_text(text, encoding="utf-8")
    worklist, problems = examine(str(file))
    assert worklist is not None
    assert problems == []
    deadline = worklist.items[0].deadline
    assert (deadline.text, str(deadline.due)) == ("某时", "2021-09-30")


def test_a_list_without_a_roster_is_valid(tmp_path: Path) -> None:
    """Then no unit is on or off it."""
    file = tmp_path / "list.yaml"
    file.write_text(GOOD[: GOOD.index("units:")], encoding="utf-8")
    assert examine(str(file))[1] == []


def test_the_packaged_list_is_the_canonical_one() -> None:
    """Wherever sulist runs from, it finds its list."""
    assert Path(packaged_list()).read_bytes() == ITEMS.read_bytes()


def test_a_watcher_is_told_the_share_that_is_read() -> None:
    """It never falls, and ends near one."""
    shares: list[float] = []
    examine(str(ITEMS), shares.append)
    assert shares == sorted(shares)
    assert 0.9 < shares[-1] <= 1


def test_the_bounds_are_what_the_rules_say() -> None:
    """64 MiB and 16 levels stand in the table of rules in words."""
    assert str(yaml_source.MAX_DEPTH) in RULES["too-deep"].meaning
    assert f"{yaml_source.MAX_BYTES // 2**20} MiB" in RULES["too-large"].meaning


if __name__ == "__main__":
    for name in BROKEN:
        (BAD / f"{name}.expected").write_text(told(name, Sulist(BAD)), encoding="utf-8")
    subprocess.run(["git", "diff", "--stat", "--", str(BAD)], check=True)
