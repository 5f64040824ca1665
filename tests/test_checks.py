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
from listed import listed

from sulist.base.located import packaged_list
from sulist.base.problem import RULES
from sulist.listfile import yaml_source
from sulist.listfile.cell_checks import CELL_CHECKS
from sulist.listfile.checks import CHECKS
from sulist.listfile.source import MAX_ERRORS
from sulist.listfile.worklist import examine, examine_text

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
    """But for the size of a file, and what it holds too much of, which are broken below."""
    assert {*BROKEN, "too-large", "too-many-parts", "too-many-errors"} == set(RULES)


def test_every_check_is_a_rule() -> None:
    """A check's name with hyphens is in the table of rules, and its first line is the rule."""
    for check in (*CHECKS, *CELL_CHECKS):
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
    first, second = (
        [(one._replace(node=None), one.node.line, one.node.column) for one in found.items]  # type: ignore[arg-type]
        for found in (in_python, in_c)
    )
    assert first == second


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


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: [1, 1, 1, 1, 1, 1, 1, 1]\n", 1, 23),
        ("a:\n- {}\n- {}\n- {}\n- {}\n- {}\n", 6, 3),
        ("a: {b: 1, c: 1, d: 1, e: 1}\n", 1, 23),
    ],
)
@pytest.mark.parametrize("parser", ["C", "Python"])
def test_reading_stops_where_a_file_holds_too_much(
    text: str, line: int, column: int, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the key or value that passes the bound, counted as both parsers count; the rest is not built."""
    monkeypatch.setattr(yaml_source, "MAX_PARTS", 11 if "- {}" in text else 9)
    if parser == "Python":
        monkeypatch.delitem(sys.modules, "yaml.cyaml")
    worklist, problems = examine_text(text.encode(), "list.yaml")
    assert worklist is None
    assert [(one.check, one.place.line, one.place.column) for one in problems] == [
        ("too-many-parts", line, column)
    ]


def test_a_file_that_holds_just_enough_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound itself is within it."""
    parts = 0
    events = yaml_source._parser(GOOD)
    while (event := events.get_event()) is not None:
        parts += type(event).__name__ not in (
            "StreamStartEvent",
            "StreamEndEvent",
            "DocumentStartEvent",
            "DocumentEndEvent",
        )
    monkeypatch.setattr(yaml_source, "MAX_PARTS", parts)
    assert examine_text(GOOD.encode(), "list.yaml")[1] == []
    monkeypatch.setattr(yaml_source, "MAX_PARTS", parts - 1)
    assert [one.check for one in examine_text(GOOD.encode(), "list.yaml")[1]] == ["too-many-parts"]


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("categories:", "categories: [1, 2, 3, 4, 5, 6]\nmore:"),
        "".join(f"k{number}: 1\n" for number in range(9)),
        "a: 1\n" * 9,
        "a: &a x\nb: [*a, *a, *a, *a, *a, *a]\n",
        GOOD.replace("[区经发局, 区财政局]", "[区甲局]").replace(
            "responsible: 区经发局", "responsible: 区一局、区二局、区三局、区四局、区五局"
        ),
    ],
)
def test_reading_stops_where_a_list_has_too_many_errors(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each kind of error counts; what was found until then is told, and that the rest was not read."""
    monkeypatch.setattr("sulist.listfile.source.MAX_ERRORS", 4)
    worklist, problems = examine_text(text.encode(), "list.yaml")
    assert worklist is None
    assert len([one for one in problems if one.level == "error"]) == 5
    assert [one.check for one in problems].count("too-many-errors") == 1


def test_warnings_of_any_number_stop_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """They do not count as errors."""
    monkeypatch.setattr("sulist.listfile.source.MAX_ERRORS", 0)
    text = GOOD.replace("建设园区。", "建设,园区。").replace("修路。", "修,路。")
    worklist, problems = examine_text(text.encode(), "list.yaml")
    assert worklist is not None
    assert [one.level for one in problems] == ["warning", "warning"]


SIGNS = (
    "\u200d\u200c\u200b\u3164\uffa0\u115f\u1160\u2800\u034f\u17b4\u180b\u180e\ufe00\ufe0f\u00ad\u2060"
    "\u2064\u206a\ufff9\U0001d173\U000e0001\U000e0041\U000e0100"
)


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("- id: 1~-2", (15, 14)),
        ("number: ~一", (6, 13)),
        ("lead: 区财~政局", (17, 17)),
        ("responsible: 区经发局~", (18, 26)),
        ("deadline: 12月~底前", (19, 22)),
        ("year: 20~21", (3, 9)),
        ("[区经~发局", (21, 12)),
        ("  区直~部门:", (21, 5)),
    ],
)
def test_a_sign_that_nobody_sees_is_refused_in_a_name(
    sign: str, where: str, place: tuple[int, int]
) -> None:
    """By its number and at its very place, in keys, ids, numbers, units, groups and deadlines."""
    good = where.replace("~", "")
    assert good in GOOD
    text = GOOD.replace(good, where.replace("~", sign), 1)
    _worklist, found = examine_text(text.encode(), "list.yaml")
    first = found[0]
    assert (first.place.line, first.place.column) == place
    assert f"U+{ord(sign):04X}" in first.message
    assert sign not in first.message
    assert [one.check for one in found] == ["invisible-character"]


@pytest.mark.parametrize("aliases", ['{"财政~": 区财政局}', '{财政: "区财政局~"}'])
def test_a_sign_that_nobody_sees_is_refused_in_another_name_of_a_unit(aliases: str) -> None:
    """And in what it means; so is one that is written as an escape."""
    for sign in ("\u2800", "\\u200d"):
        text = GOOD + f"aliases: {aliases.replace('~', sign)}\n"
        problems = examine_text(text.encode(), "list.yaml")[1]
        assert [one.check for one in problems] == ["invisible-character"]


@pytest.mark.parametrize("key", ["le\ufe0fad", "lead\u3164", "\u2800lead"])
def test_a_key_with_a_sign_that_nobody_sees_is_not_mended_by_its_twin(key: str) -> None:
    """It is told by the sign's number, never as «lead is not known, did you mean lead»."""
    problems = examine_text(GOOD.replace("lead:", f"{key}:", 1).encode(), "list.yaml")[1]
    assert [one.check for one in problems] == ["missing-key", "invisible-character"]


@pytest.mark.parametrize(
    "text",
    [
        "👨\u200d👩\u200d👧家庭医生签约☑\ufe0f。",
        "葛\U000e0100氏宗祠修缮。",
        "मन\u094dत\u094d\u200dर。",
    ],
)
def test_running_text_keeps_signs_that_nobody_sees(text: str) -> None:
    """A joined picture, a variant of a letter, a joint of another script: as printed."""
    worklist, problems = examine_text(GOOD.replace("建设园区。", text).encode(), "list.yaml")
    assert problems == []
    assert worklist is not None
    assert worklist.items[0].text == text


def test_a_name_of_private_use_is_a_name() -> None:
    """Some surnames and places have no other sign yet."""
    text = GOOD.replace("区财政局", "区\ue863\U000f1234局")
    worklist, problems = examine_text(text.encode(), "list.yaml")
    assert problems == []
    assert worklist is not None
    assert worklist.units == ("区经发局", "区\ue863\U000f1234局")


@pytest.mark.parametrize(
    ("good", "cell", "place"),
    [
        ("text: 建设园区。", "text: 建设园区 #2 地块。", (11, 20)),
        ("text: 建设园区。", "text: 建设\n          园区 # 二期", (12, 14)),
        ("lead: 区财政局", "lead: 区财政局 # 牵头", (17, 20)),
        ("responsible: 区经发局", "responsible: 区经发局  #区财政局", (18, 28)),
        ("deadline: 12月底前", "deadline: 12月底前 #年内", (19, 25)),
        ("title: 经济", "title: 经济 #1", (7, 15)),
        ("title: 某区2021年重大事项清单", "title: 某区2021年重大事项清单 #1", (1, 22)),
        ("[区经发局, 区财政局]", "\n    - 区经发局 #旧称\n    - 区财政局", (22, 12)),
    ],
)
@pytest.mark.parametrize("parser", ["C", "Python"])
def test_a_text_that_a_hash_ends_is_told(
    good: str, cell: str, place: tuple[int, int], parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the #, as a warning: the list is answered from, and nothing is lost in silence."""
    assert good in GOOD
    if parser == "Python":
        monkeypatch.delitem(sys.modules, "yaml.cyaml")
    worklist, problems = examine_text(GOOD.replace(good, cell, 1).encode(), "list.yaml")
    assert worklist is not None
    assert [(one.check, one.place.line, one.place.column) for one in problems] == [
        ("hash-ends-text", *place)
    ]


@pytest.mark.parametrize(
    ("good", "cell"),
    [
        ("text: 建设园区。", "text: '建设园区 #2 地块。' # printed so"),
        ("text: 建设园区。", 'text: "建设园区 #2 地块。"'),
        ("text: 建设园区。", "text: >- # folded\n          建设园区 #2 地块。"),
        ("text: 建设园区。", "text: 建设园区#2地块。"),
        ("year: 2021", "year: 2021 # the list's"),
        ("- id: 1-2", "- id: 1-2 # new"),
        ("    items:", "    items: # two of them"),
        ("    items:", "    # a comment # of its own\n    items:"),
    ],
)
def test_a_comment_that_ends_no_text_is_a_comment(good: str, cell: str) -> None:
    """Behind quotes, a number, a key, or on a line of its own."""
    assert good in GOOD
    assert examine_text(GOOD.replace(good, cell, 1).encode(), "list.yaml")[1] == []


def test_a_text_that_is_all_comment_says_so() -> None:
    """Not only that it is empty."""
    problems = examine_text(GOOD.replace("text: 建设", "text: #建设").encode(), "list.yaml")[1]
    assert [one.check for one in problems] == ["empty-text"]
    assert "quotes" in problems[0].remedy


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("采用EPC(F+EPC)模式。", ""),
        ("建设(一期)工程。", "("),
        ("甲,乙。", ","),
        ("1)甲。", ""),
        ("甲（一期)乙。", ")"),
    ],
)
def test_a_half_width_mark_is_told_where_it_is_read_as_another(text: str, mark: str) -> None:
    """And only there: what is said is what is done."""
    worklist, problems = examine_text(GOOD.replace("建设园区。", text).encode(), "list.yaml")
    assert worklist is not None
    assert [one.message for one in problems] == (
        [f"The half-width mark {mark} stands in Chinese text."] if mark else []
    )
    assert (worklist.items[0].text != text) == bool(mark)


def test_a_half_width_mark_is_told_wherever_it_stands() -> None:
    """In the first item as in the last, whatever text stands behind it."""
    texts = ("修路,架桥。", "挖渠。 通水。", "植树。 造林。")
    only = "lead: 甲局, responsible: 乙局, deadline: 年底前"
    items = [f'- {{id: 1-{at}, text: "{text}", {only}}}' for at, text in enumerate(texts, 1)]
    _worklist, problems = examine_text(listed("\n".join(items)).encode(), "items.yaml")
    assert [one.item for one in problems if one.check == "half-width-punctuation"] == ["1-1"]


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
    assert f"{yaml_source.MAX_PARTS:,} " in RULES["too-many-parts"].meaning
    assert f"{MAX_ERRORS:,} " in RULES["too-many-errors"].meaning


if __name__ == "__main__":
    for name in BROKEN:
        (BAD / f"{name}.expected").write_text(told(name, Sulist(BAD)), encoding="utf-8")
    subprocess.run(["git", "diff", "--stat", "--", str(BAD)], check=True)


def test_a_day_set_by_hand_holds_for_its_item_alone() -> None:
    """Two items of one phrase, one of them overruled: each has its own day, in either order."""
    by_hand = "8月底前\n        due: 2021-07-15\n        due_reason: 经请示延后"
    for first, second in (("8月底前", by_hand), (by_hand, "8月底前")):
        text = GOOD.replace("12月底前", second).replace(
            "deadline: 8月底前", f"deadline: {first}", 1
        )
        worklist, problems = examine_text(text.encode(), "l.yaml")
        assert worklist is not None
        assert problems == []
        read = [str(item.deadline.due) for item in worklist.items]
        assert read == ["2021-07-15" if one == by_hand else "2021-08-31" for one in (first, second)]
