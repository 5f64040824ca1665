"""What a person sees: terminals narrow and wide, colours, pipes, long work, completed words."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from conftest import ITEMS, ROOT, Terminal

from sulist.base.typeset import pad, width, wrap
from sulist.base.typeset import width as columns_of

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

GOOD = (ROOT / "tests" / "fixtures" / "good.yaml").read_text(encoding="utf-8")
on_a_terminal = pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
COMMANDS = [
    "report",
    "list",
    "due",
    "by-unit 区经发局",
    "by-category 一",
    "show 1-1 2-11",
    "units",
    "categories",
    "due --help",
    "--help",
    "by-unit 区经法局",
    "explain units 区直各部门，区属、驻区各单位",
]


@on_a_terminal
@pytest.mark.parametrize("chinese", [False, True], ids=["English", "Chinese"])
@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_line_is_wider_than_the_terminal(
    tmp_path: Path, command: str, columns: int, chinese: bool
) -> None:
    """And nothing is cut with an ellipsis that is not in the data."""
    terminal = Terminal(tmp_path, chinese=chinese, columns=columns)
    terminal.type("export SULIST_AS_OF=2021-06-10")
    lines = terminal.type(f"sulist {command}").splitlines()
    assert lines
    assert [line for line in lines if width(line) > columns] == []
    assert not any("…" in line and "……" not in line for line in lines)


@on_a_terminal
@pytest.mark.parametrize("command", ["list", "due", "by-unit 财政局", "list --search 数据"])
def test_where_there_is_no_room_for_columns_a_cell_is_a_line(
    tmp_path: Path, sulist: Sulist, command: str
) -> None:
    """40 columns: nothing is torn, and every name is whole under its title."""
    terminal = Terminal(tmp_path, columns=40)
    terminal.type("export SULIST_AS_OF=2021-06-10 NO_COLOR=1")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", terminal.type(f"sulist {command}")).splitlines()
    assert [line for line in lines if width(line) > 40] == []
    joined = "".join(lines)
    for item in sulist.json(*command.split())["items"]:
        assert f"编号: {item['id']}事项名称: {item['name']}" in joined


@on_a_terminal
def test_a_command_that_is_advised_stays_on_one_line(tmp_path: Path) -> None:
    """So that it can be copied."""
    terminal = Terminal(tmp_path, chinese=True, columns=80)
    terminal.type("sulist init . && export SULIST_FILE=items.yaml SULIST_AS_OF=2021-06-10")
    said = terminal.type("sulist close 2-8")
    assert "sulist log 2-8 --status 已完成" in said.splitlines()
    assert max(map(width, said.splitlines())) <= 80


def cells_of(lines: list[str]) -> list[list[str]]:
    """The cells of a table as they are read back from a screen, the lines of each joined."""
    head = next(at for at, line in enumerate(lines) if line.startswith("编号"))
    title = lines[head]
    begins = [width(title[: found.start()]) for found in re.finditer(r"\S+", title)]
    rows: list[list[str]] = []
    for line in lines[head + 2 :]:
        if not line:
            break
        letters = [(width(line[:at]), letter) for at, letter in enumerate(line)]
        cells = [
            "".join(letter for place, letter in letters if begin <= place < end).strip()
            for begin, end in zip(begins, [*begins[1:], 1000], strict=True)
        ]
        if cells[0]:
            rows.append(cells)
        else:
            rows[-1] = [above + below for above, below in zip(rows[-1], cells, strict=True)]
    return rows


@on_a_terminal
@pytest.mark.parametrize("columns", [80, 120, 200])
@pytest.mark.parametrize("terminal_type", ["dumb", "xterm-256color"])
def test_every_cell_is_whole_and_under_its_title(
    tmp_path: Path, sulist: Sulist, columns: int, terminal_type: str
) -> None:
    """Read back from the screen, counted in its columns, of which Chinese takes two."""
    terminal = Terminal(tmp_path, columns=columns)
    for setting in ("SULIST_AS_OF=2021-06-10", f"TERM={terminal_type}", "NO_COLOR=1"):
        terminal.type(f"export {setting}")
    screen = re.sub(r"\x1b\[[0-9;]*m", "", terminal.type("sulist list"))
    assert cells_of(screen.splitlines()) == [
        [
            item["id"],
            item["name"],
            "、".join(item["lead"]),
            item["responsible"]["text"],
            item["deadline"]["text"],
            item["deadline"]["due"],
        ]
        for item in sulist.json("list")["items"]
    ]


PICTURES = (
    "🇨🇳国旗台☑️更新", "👨\u200d👩\u200d👧家庭签约", "👩🏽\u200d⚕️进村", "1️⃣号楼", "é步道ḿ", "ᄒ\u1161\u11ab国语",
    "नमस्ते广场", "“…—·”α㎡①", "𠮷田路", "ｶﾞｰﾃﾞﾝ", "☎︎热线☎️", "🏴\U000e0067\U000e0062\U000e007f旗", "☰☱卦", "ﷺ",
)  # fmt: skip


@pytest.mark.parametrize("width", ["80", "120", ""])
@pytest.mark.parametrize("chinese", [False, True], ids=["English", "Chinese"])
def test_no_cell_loses_its_end_whatever_stands_in_its_row(
    tmp_path: Path, sulist: Sulist, width: str, chinese: bool
) -> None:
    """A flag, a family, an accent, a letter of ambiguous width: dates and days are whole in every table."""
    head, items = GOOD.split("    items:\n")
    item = items[: items.index("      - id: 1-2")].replace("8月底前", "6月30日前")
    many = "".join(
        item.replace("1-1", f"1-{at}").replace("建设园区。", f"{text}{'建设' * (at % 4) * 8}{at}。")
        for at, text in enumerate(PICTURES, 1)
    )
    text = f"{head}    items:\n{many}{items[items.index('units:') :]}"
    text = text.replace("count: 2", f"count: {len(PICTURES)}")
    text = text.replace("total: 2", f"total: {len(PICTURES)}")
    (tmp_path / "list.yaml").write_text(text, encoding="utf-8")
    of = {"SULIST_FILE": "list.yaml", "SULIST_LANG": "zh_CN" if chinese else "en"}
    wide = ("--width", width) if width else ()
    sulist("log", "1-1", "--status", "done", "--on", "2021-05-20", **of)
    left = "剩余29天" if chinese else "29 days left"
    for words, whole in (
        (("list",), ["2021-06-30"]),
        (("due",), ["2021-06-30", left]),
        (("by-unit", "区经发局"), ["2021-06-30", left]),
    ):
        lines = sulist.text(*words, *wide, **of).splitlines()
        for at in range(2, len(PICTURES) + 1):
            row = next(line for line in lines if line.startswith(f"1-{at} "))
            assert all(words in row for words in whole), row
    ledger = sulist.text("ledger", *wide, **of).splitlines()
    assert sum(left in line for line in ledger) == len(PICTURES) - 1 or width == "80"
    report = sulist.text("report", "--since", "2021-05-01", *wide, **of)
    for line in (*ledger, *report.splitlines()):
        assert not width or columns_of(line) <= int(width)
    named = [item["name"] for item in sulist.json("list", **of)["items"]]
    assert all(name.startswith(text) for name, text in zip(named, PICTURES, strict=True))


@on_a_terminal
def test_the_report_has_two_columns_where_there_is_room(tmp_path: Path) -> None:
    """At 120 the load stands beside the categories, at 80 below them."""
    for columns, beside in ((120, True), (80, False)):
        terminal = Terminal(tmp_path, columns=columns)
        lines = terminal.type("sulist report --as-of 2021-06-10").splitlines()
        assert any("By category" in line and "Load by unit" in line for line in lines) is beside


NEAR = "\x1b[38;5;136m"  # the colour of what is near


@on_a_terminal
@pytest.mark.parametrize("reports", [False, True], ids=["no journal", "a journal"])
@pytest.mark.parametrize(
    "words", ["due --before 8月底", "list --before 8月底", "by-unit 区党群部", "report"]
)
def test_what_is_near_is_near_as_the_settings_say(
    tmp_path: Path, words: str, reports: bool
) -> None:
    """31 August is 27 days off: near by default, and not where near is ten days."""
    terminal = Terminal(tmp_path, columns=110)
    terminal.type("sulist init .")
    terminal.settings |= {"TERM": "xterm-256color", "SULIST_AS_OF": "2021-08-04"}
    if reports:
        terminal.type("sulist log 1-3 --status done")
    for near_days, told in ((None, True), (10, False), (27, True)):
        if near_days:
            text = f"[lights]\nnear_days = {near_days}\n"
            (tmp_path / "sulist.toml").write_text(text, encoding="utf-8")
        assert (NEAR in terminal.type(f"sulist {words}")) == told


@on_a_terminal
def test_colour_never_carries_meaning_alone(tmp_path: Path) -> None:
    """What is red says «over» too, and NO_COLOR keeps the words."""
    terminal = Terminal(tmp_path)
    terminal.type("export TERM=xterm-256color")
    terminal.type("export SULIST_AS_OF=2021-06-10")
    coloured = terminal.type("sulist due --overdue")
    assert "\x1b[31m10 days over\x1b[0m" in coloured
    terminal.type("export NO_COLOR=1")
    plain = terminal.type("sulist due --overdue")
    assert "10 days over" in plain
    assert "\x1b[31m" not in plain


def test_a_pipe_gets_text_only(sulist: Sulist) -> None:
    """No colours, and no spaces at the ends of lines."""
    said = sulist.text("report", "--width", "120")
    assert "\x1b" not in said
    assert [line for line in said.splitlines() if line != line.rstrip()] == []


@on_a_terminal
def test_long_work_shows_how_far_it_is(tmp_path: Path) -> None:
    """On a terminal, and on stderr only, so that a pipe stays clean."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from lists import lines

    (tmp_path / "long.yaml").write_text("\n".join(lines(6000)), encoding="utf-8")
    terminal = Terminal(tmp_path)
    said = terminal.type("sulist list --as-of 2021-06-10 --file long.yaml --format csv >x")
    assert "Reading the list" in said
    assert "100%" in said
    answer = (tmp_path / "x").read_text(encoding="utf-8-sig")
    assert len(answer.splitlines()) == 6001


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    """| head ends without a word."""
    command = f"{sys.executable} -m sulist list --format json | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=ROOT, capture_output=True, check=False
    )
    assert done.stdout == b"{\n"
    assert b"Traceback" not in done.stderr
    assert b"Broken" not in done.stderr


def test_the_list_may_come_through_a_pipe(tmp_path: Path) -> None:
    """--file - is standard input."""
    command = [sys.executable, "-m", "sulist", "list", "--file", "-", "--format", "csv"]
    done = subprocess.run(
        command, input=ITEMS.read_bytes(), cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stdout.count(b"\n") == 19


def completed(sulist: Sulist, *words: str) -> list[str]:
    """What bash offers for the last of ``words``."""
    done = sulist(
        COMP_WORDS=" ".join(("sulist", *words)),
        COMP_CWORD=str(len(words)),
        _SULIST_COMPLETE="bash_complete",
    )
    assert done.stderr == b""
    return [line.partition(",")[2] for line in done.stdout.decode().splitlines()]


def test_words_are_completed_from_the_list(sulist: Sulist) -> None:
    """Commands, options, units by any part of their name, categories, ids."""
    assert completed(sulist, "by") == ["by-unit", "by-category"]
    assert completed(sulist, "by-unit", "财政") == ["区财政局"]
    assert completed(sulist, "list", "--unit", "潭") == ["潭东镇", "潭口镇"]
    assert completed(sulist, "by-category", "") == ["一", "二", "三"]
    assert completed(sulist, "show", "3-") == ["3-1", "3-2"]
    assert "--before" in completed(sulist, "due", "--be")


def test_a_broken_list_completes_nothing_and_says_nothing(sulist: Sulist, tmp_path: Path) -> None:
    """The shell's line must not be disturbed."""
    (tmp_path / "broken.yaml").write_text("a: [b", encoding="utf-8")
    done = sulist(
        COMP_WORDS="sulist by-unit 财",
        COMP_CWORD="2",
        _SULIST_COMPLETE="bash_complete",
        SULIST_FILE="broken.yaml",
    )
    assert (done.stdout.strip(), done.stderr) == (b"", b"")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_printed(sulist: Sulist, shell: str) -> None:
    """It asks sulist to complete."""
    assert "_SULIST_COMPLETE" in sulist.text("completion", shell)


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("一二三，四五", 6, ["一二", "三，四", "五"]),
        ("一二（三四）", 6, ["一二", "（三", "四）"]),
        ("横岭220KV变电站", 8, ["横岭", "220KV变", "电站"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("a word that is here", 9, ["a word", "that is", "here"]),
        ("短", 10, ["短"]),
        ("上\n下", 10, ["上", "下"]),
        ("。。。。。。", 4, ["。。", "。。", "。。"]),
        ("", 4, [""]),
    ],
)
def test_lines_break_by_the_rules_of_chinese(text: str, columns: int, lines: list[str]) -> None:
    """No line begins with a closing mark or ends with an opening one; words of letters stay whole."""
    assert wrap(text, columns) == lines


def test_what_is_drawn_upon_another_takes_no_column() -> None:
    """Accents, zero-width joints, vowels of Hangul and of India; nor the tone of a skin."""
    texts = (
        "e\u0301",
        "区\u200b部",
        "ᄒ\u1161\u11ab",
        "न\u0940",
        "👍\U0001f3fd",
        "区\u200d部",
        "区部",
    )
    assert [width(text) for text in texts] == [1, 4, 2, 1, 2, 4, 4]


def test_a_picture_of_several_signs_takes_two_columns() -> None:
    """As terminals of today draw it: a flag, a sign drawn as a picture, a key cap, a family."""
    texts = ("🇨🇳", "☑\ufe0f", "1\ufe0f\u20e3", "👨\u200d👩\u200d👧", "👩🏽\u200d⚕\ufe0f", "🇨🇳🇫🇷")
    assert [width(text) for text in texts] == [2, 2, 2, 2, 2, 4]


def test_what_is_drawn_as_one_is_not_broken_over_lines() -> None:
    """A line ends before or behind a flag, a family, a letter with its accent."""
    assert wrap("区🇨🇳👨\u200d👩\u200d👧e\u0301☑\ufe0f", 3) == [
        "区",
        "🇨🇳",
        "👨\u200d👩\u200d👧e\u0301",
        "☑\ufe0f",
    ]


def test_text_stands_left_or_right_in_its_columns() -> None:
    """Chinese counts two columns, a combining mark none."""
    assert pad("区", 4) == "区  "
    assert pad("18", 4, right=True) == "  18"
    assert width("e\u0301区") == 3
