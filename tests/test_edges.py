"""The worst files, words and moments: each has one clear answer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from io import BytesIO, StringIO, TextIOWrapper
from typing import TYPE_CHECKING

import pytest
from conftest import ITEMS, ROOT, Terminal

from sulist.base import i18n
from sulist.base.errors import BrokenListError, FileError, SulistError
from sulist.base.files import write_whole
from sulist.base.holidays import day_off
from sulist.base.plain import clean_cell
from sulist.base.showing import printable, unsafe_character
from sulist.listfile.source import Source
from sulist.listfile.worklist import examine, load
from sulist.listfile.yaml_source import parse
from sulist.write import csv, markdown
from sulist.write.json import text
from sulist.write.screen.blocks import Beside, Column, Lines, Page, Table

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

GOOD = (ROOT / "tests" / "fixtures" / "good.yaml").read_text(encoding="utf-8")


# --- the file ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("categories:", "categories: 18\nmore:", "a list, each entry after a hyphen"),
        ("  - number: 一", "  - 一\n  - number: 一", "keys and values"),
        ("year: 2021", "year: 1066", "a year of four digits"),
        ("year: 2021", "year: [2021]", "a whole number, not a list"),
        ("year: 2021", "year: 2021\nissued: 2021年4月", "a day such as 2021-08-31"),
        ("year: 2021", "year: 2021\nissued: 20210412", "a day such as 2021-08-31"),
        ("year: 2021", "year: 2021\nissued: 2021-02-30", "a day such as 2021-08-31"),
        ("region: 某区", "region: {a: b}", "not keys and values"),
        ("region: 某区", "region: null", "is empty"),
        ("region: 某区", "region:", "is empty"),
        ("[区经发局, 区财政局]", "[区经发局, 区财政局, '']", "the name of a unit"),
        ("[区经发局, 区财政局]", "区经发局", "a list of units"),
        ("units:\n  区直部门: [区经发局, 区财政局]", "units: 区经发局", "keys and values"),
        ("units:", "aliases: {财政: [区财政局]}\nunits:", "the name of a unit"),
        ("units:", "aliases: {财政: 区财正局}\nunits:", "not on the roster"),
        ("units:", "aliases: {审计: 区审计局}\nunits:", "not on the roster"),
        ("units:", "? [a]\n: b\nunits:", "A key must be a plain word"),
        ("lead: 区财政局", "lead: 某某中心", "Add 某某中心 to a group"),
        ("lead: 区财政局", "leda: 区财政局", "Did you mean lead:?"),
        ("lead: 区财政局", "zzz: 区财政局", "Known keys"),
    ],
)
def test_a_value_of_another_kind_is_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    """What should stand there, and what does."""
    assert old in GOOD
    file = tmp_path / "list.yaml"
    file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    _worklist, problems = examine(str(file))
    assert any(said in problem.message + problem.remedy for problem in problems)


@pytest.mark.parametrize("mark", ["\ufeff", "\r\n"])
def test_what_windows_writes_is_read(tmp_path: Path, mark: str) -> None:
    """A byte order mark, and lines that end as Windows ends them; places stay right."""
    text = mark + GOOD if mark == "\ufeff" else GOOD.replace("\n", mark)
    (tmp_path / "list.yaml").write_bytes(text.replace("total: 2", "total: 3").encode())
    _worklist, problems = examine(str(tmp_path / "list.yaml"))
    assert [(one.check, one.place.line, one.place.column) for one in problems] == [
        ("total-as-printed", 4, 8)
    ]


def test_a_character_that_no_parser_takes_is_a_problem_not_a_crash() -> None:
    """Where it comes past the check of the text."""
    with pytest.raises(BrokenListError) as caught:
        parse(Source("list.yaml", "a: \x01"))
    assert [one.check for one in caught.value.problems] == ["yaml-syntax"]


def test_a_broken_list_is_one_of_sulists_errors_and_says_each_problem(tmp_path: Path) -> None:
    """Who catches them all catches it too; its text has a line for each."""
    (tmp_path / "list.yaml").write_text(
        GOOD.replace("total: 2", "total: 3").replace("8月底前", "开春时分"), encoding="utf-8"
    )
    with pytest.raises(SulistError) as caught:
        load(str(tmp_path / "list.yaml"))
    assert isinstance(caught.value, BrokenListError)
    assert caught.value.exit_code == 3
    assert str(caught.value) == "\n".join(map(str, caught.value.problems))
    assert str(caught.value).count("\n") > 0


def test_a_list_of_ten_thousand_wrong_items_shows_the_first_and_counts_all(
    tmp_path: Path, sulist: Sulist
) -> None:
    """A screen of them, and how to see the rest."""
    item = GOOD[GOOD.index("      - id: 1-2") : GOOD.index("units:")]
    text = GOOD.replace("units:", item * 2000 + "units:")
    (tmp_path / "list.yaml").write_text(text, encoding="utf-8")
    said = sulist.refused("list", "--file", "list.yaml", code=3)
    assert len(said.splitlines()) == 21
    assert "The list has 2002 errors" in said


# --- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("check", "a.yaml", "--file", "b.yaml"), 2, "Name the list once"),
        (("due", "--within", "30d", "--before", "8月底"), 2, "leave out --before"),
        (("due", "--within", "soon"), 2, "--within"),
        (("due", "--before", "2021-02-30"), 2, "--before"),
        (("due", "--before", ""), 2, "--before"),
        (("due", "--as-of", "某日"), 2, "--as-of"),
        (("show", "二"), 2, "There is no item"),
        (("show", ""), 2, "There is no item"),
        (("show",), 2, "Which item?"),
        (("list", "--search", " "), 2, "wants a text"),
        (("by-unit", "区"), 2, "is not a unit"),
        (("by-unit", "镇"), 2, "is not a unit"),
        (("by-unit", "潭"), 2, "潭东镇"),
        (("by-unit", "产业"), 0, ""),
        (("by-unit", "分局"), 2, "may be"),
        (("by-unit", "\x1b[2J"), 2, "\\x1b[2J"),
        (("by-category", "推进"), 0, ""),
        (("by-category", "苏区"), 2, "一 深入"),
        (("explain", "units", "区经发局（"), 1, "^"),
        (("explain", "units", ""), 1, "write the name"),
        (("explain", "deadline", "8月32日"), 1, "^"),
        (("list", "--format", "xml"), 2, "xml"),
        (("list", "--widht", "80"), 2, "--width"),
        (("list", "--width", "39"), 2, "39 is not a whole number from 40 to 1000."),
        (("list", "--width", "８０"), 0, ""),
        (("due", "8月底"), 2, "What is “8月底”? Name it with its option, as in --before 8月底"),
        (("list", "财政局"), 2, "What is “财政局”? Name it with its option, as in --unit 财政局"),
        (("report", "财政局"), 2, "What is “财政局”? Name it with its option, as in --unit 财政局"),
        (("by-unit", "财政局", "8月底"), 2, "Name it with its option, as in --before 8月底"),
        (("diff", "a", "b", "c"), 2, "There is no place for “c” here."),
        (("list", "\x1b[2J"), 2, "What is “\\x1b[2J”?"),
        (("init", "/dev/null/x"), 3, "cannot be made"),
        (("--version",), 0, ""),
        ((), 2, "Ask the list"),
    ],
)
def test_a_word_that_is_not_understood_is_told(
    sulist: Sulist, words: tuple[str, ...], code: int, said: str
) -> None:
    """With its exit code; never with a traceback or an escape code."""
    done = sulist(*words)
    printed = done.stderr.decode()
    assert done.returncode == code, printed
    assert said in printed
    assert "Traceback" not in printed
    assert "\x1b" not in printed


# --- moments ----------------------------------------------------------------------------------


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_full_disk_is_told(sulist: Sulist) -> None:
    """Exit code 3, and which error it was."""
    command = f"{sys.executable} -m sulist list > /dev/full"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 3
    assert b"cannot be written" in done.stderr or "无法写".encode() in done.stderr
    assert "cannot be written" in sulist.refused("list", "--output", "/dev/full/x", code=3)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    """130, and no traceback, while a list is awaited on standard input."""
    command = [sys.executable, "-m", "sulist", "list", "--file", "-"]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's «&» ignores it
    )
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    printed, said = process.communicate(timeout=30)
    assert (process.returncode, printed, said.strip()) == (130, b"", b"")


def test_nothing_is_loaded_before_the_start_listens() -> None:
    """Until then Ctrl-C would show a traceback: the package and its start are read, and no module of Python's."""
    code = f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r}); before = set(sys.modules)"
    code += "; import sulist.__main__; print(*sorted(set(sys.modules) - before))"
    command = [sys.executable, "-S", "-c", code]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["__future__", "sulist", "sulist.__main__"]


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    """The pipe is closed before anything is written."""
    ours, theirs = os.pipe()
    os.close(ours)
    command = [sys.executable, "-m", "sulist", "list", "--format", "json"]
    done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, cwd=tmp_path, check=False)
    os.close(theirs)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    """And a link to it stays a link."""
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    write_whole(str(link), "new")
    assert link.is_symlink()
    assert (real.read_text(encoding="utf-8"), real.stat().st_mode & 0o777) == ("new", 0o640)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "real"]


def test_a_file_that_is_not_to_be_replaced_stays(tmp_path: Path) -> None:
    """Also where another makes it at the last moment."""
    file = tmp_path / "file"
    write_whole(str(file), b"mine", replace=False)
    with pytest.raises(FileError, match="exists already"):
        write_whole(str(file), b"theirs", replace=False)
    assert file.read_bytes() == b"mine"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


# --- languages and encodings ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "language"),
    [
        ({"SULIST_LANG": "zh_CN", "LANG": "en_US.UTF-8"}, "zh_CN"),
        ({"SULIST_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LC_ALL": "zh_HK.UTF-8", "LANG": "en_US.UTF-8"}, "zh_CN"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_follows_the_setting_then_the_locale(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], language: str
) -> None:
    """SULIST_LANG, LC_ALL, LC_MESSAGES, LANG; English where none is Chinese."""
    for name in ("SULIST_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    i18n._language_of_the_environment.cache_clear()
    assert i18n.language() == language
    i18n._language_of_the_environment.cache_clear()


@pytest.mark.parametrize("command", ["report", "list", "due --before 8月底", "check"])
def test_chinese_in_gbk_is_whole(process: Sulist, command: str) -> None:
    """Messages and data, for a console that wants GBK."""
    done = process(*command.split(), SULIST_LANG="zh_CN", PYTHONIOENCODING="gbk")
    assert done.returncode == 0
    assert "项" in done.stdout.decode("gbk")


def test_a_chinese_file_name_is_a_file_name(sulist: Sulist, tmp_path: Path) -> None:
    """To read from and to write to."""
    (tmp_path / "重大事项 2021.yaml").write_bytes(ITEMS.read_bytes())
    sulist.text("list", "--file", "重大事项 2021.yaml", "--output", "回答.csv", "--format", "csv")
    assert (tmp_path / "回答.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_what_an_encoding_lacks_is_escaped_in_json() -> None:
    """JSON has a way to say it; nothing is lost."""
    written = BytesIO()
    stream = TextIOWrapper(written, encoding="gbk", write_through=True)
    text.render({"name": "𠮷"}, stream, None)
    assert written.getvalue() == b'{\n  "name": "\\ud842\\udfb7"\n}\n'


def test_a_cell_that_a_spreadsheet_would_run_is_disarmed() -> None:
    """= + - @ and a tab; a plain negative number stays a number."""
    cells = ("=1+1", "+1", "-3", "-1+2", "@x", "\tx", "区")
    table = Table("", tuple(Column(str(at)) for at in range(len(cells))), (cells,))
    text = StringIO()
    csv.render(table, text, None)
    assert text.getvalue().splitlines()[1] == "'=1+1,+1,-3,'-1+2,'@x,'\tx,区"


def test_nothing_of_the_data_is_markup_in_markdown() -> None:
    """Stars, bars, brackets and line breaks are shown as they are."""
    table = Table("一*", (Column("a|b"), Column("n", right=True)), (("[x](y)\n<b>", "1"),))
    page = Page("# 题", (Beside((table,), (Lines("行", ("_a_",)),)),), ("`注`",))
    text = StringIO()
    markdown.render(page, text, None)
    assert text.getvalue() == (
        "# \\# 题\n\n## 一\\*\n\n| a\\|b | n |\n| --- | ---: |\n| \\[x\\](y) \\<b\\> | 1 |\n\n"
        "## 行\n\n- \\_a\\_\n\n\\`注\\`\n"
    )


def test_what_could_steer_a_terminal_is_shown_as_its_code() -> None:
    """Escape codes, and marks that turn the order of letters round."""
    assert printable("a\x1b[31m\u202eb\u200fc") == "a\\x1b[31m\\u202eb\\u200fc"


def test_every_invisible_control_is_found_wherever_it_stands() -> None:
    """Control characters but tab and line feed, marks of direction or order, halves of characters."""
    marks = {0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF}
    marks |= {*range(0xD800, 0xE000), 0xFFFE, 0xFFFF}
    unsafe = {*range(0x20), *range(0x7F, 0xA0), *marks} - {0x09, 0x0A}
    found = {code for code in range(0x10000) if unsafe_character(f"字\n{chr(code)}a")}
    assert found == unsafe
    assert {code for code in range(0x10000) if printable(chr(code)) != chr(code)} == unsafe


def test_white_space_that_nobody_sees_is_white_space() -> None:
    """Zero-width spaces and soft hyphens, which a web page leaves in a name, are no part of it."""
    assert clean_cell("区\u200b党群部\u2060、220\u200bKV\u00ad站") == "区党群部、220 KV站"


def test_a_picture_in_markdown_keeps_its_columns() -> None:
    """As a block of code, in which nothing is moved."""
    page = Page("题", (Lines("线", ("  ▁", "  1"), picture=True),))
    text = StringIO()
    markdown.render(page, text, None)
    assert text.getvalue() == "# 题\n\n## 线\n\n```text\n  ▁\n  1\n```\n"


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
@pytest.mark.parametrize("closed", ["2>&-", "<&-", "<&- 2>&-", "--output answer.txt >&-"])
def test_a_stream_that_is_closed_is_no_error(tmp_path: Path, closed: str) -> None:
    """No traceback where nothing of the answer is lost."""
    command = f"{sys.executable} -m sulist list --as-of 2021-06-10 {closed}"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_empty_cell_stays_empty() -> None:
    """Only white space is nothing."""
    assert clean_cell(" \n　") == ""


def test_days_off_are_the_state_councils() -> None:
    """A weekend that is worked is none; of a year that is not published nothing is said."""
    from datetime import date

    days = ((10, 3), (2, 7), (10, 30), (10, 31), (8, 31))
    with i18n.speaking("en"):
        found = [day_off(date(2021, *day)) for day in days]
    assert found == ["国庆节", "", "Saturday", "Sunday", ""]
    assert day_off(date(2099, 10, 1)) == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_a_long_refusal_is_wrapped_on_a_terminal(tmp_path: Path) -> None:
    """And a table of no rows is only its title and notes."""
    said = Terminal(tmp_path, columns=60).type("sulist by-unit 区经法局")
    assert len(said.splitlines()) > 2
    empty = Terminal(tmp_path).type("sulist list --search 没有 --as-of 2021-06-10")
    assert "0 rows" in empty
    assert "编号" not in empty
