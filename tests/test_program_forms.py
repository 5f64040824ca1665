"""Answers for programs, by rows and by lines: the keys of the JSON contract, whatever there is to tell."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ITEMS, ROOT
from test_contract import validate

from sulist.write.entries import SHAPES, Entries, Shape
from sulist.write.json import lines
from sulist.write.tsv import render

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

EXAMPLE = str(ROOT / "examples" / "2021" / "progress.yaml")
DEFS = json.loads((ROOT / "data" / "answers.schema.json").read_text(encoding="utf-8"))["$defs"]
ENTRY = {
    "items": DEFS["item"],
    "units": DEFS["unit_load"],
    "categories": DEFS["category"],
    "people": DEFS["load"],
    "records": DEFS["record"],
    "problems": DEFS["problem"],
    "changes": DEFS["change"],
    "owing": {
        "properties": {
            "unit": {"type": "string"},
            **DEFS["owing"]["properties"]["units"]["items"]["properties"]["items"]["items"][
                "properties"
            ],
        }
    },
}
# Every command that answers with one table, asked so that there are rows, and none where that can be.
TABLES = {
    "list": ("list", "list --search 没有这句话"),
    "due": ("due", "due --search 没有这句话"),
    "by-unit": ("by-unit 区经发局", "by-unit 区经发局 --search 没有这句话"),
    "by-category": ("by-category 一", "by-category 一 --search 没有这句话"),
    "show": ("show 1-1 2-7", "show --status 办结 --as-of 2021-01-04"),
    "ledger": ("ledger", "ledger --search 没有这句话"),
    "leaders": ("leaders", "leaders --status 办结 --as-of 2021-01-04"),
    "units": ("units", "units --status 办结 --as-of 2021-01-04"),
    "categories": ("categories", "categories --status 办结 --as-of 2021-01-04"),
    "history": (f"history --journal {EXAMPLE} --as-of 2021-09-01", "history 2-7"),
    "owing": ("owing --month 2021-06", "owing --month 2020-06"),
    "check": ("check odd.yaml", f"check {ITEMS}"),
    "diff": (f"diff {ITEMS} odd.yaml", f"diff {ITEMS} {ITEMS}"),
}
ODD = """\
title: 某区2021年重大事项清单
region: 某区
year: 2021
total: 2
categories:
  - number: 一
    title: 经济
    count: 2
    items:
      - {id: 1-1, text: '"分步"(细)。细节。', lead: 区经发局, responsible: 区直各部门、区财政局, deadline: 6月底前启动，12月底前完成}
      - {id: 1-2, text: 长期。, lead: '', responsible: 区经发局, deadline: 长期坚持}
units:
  区直部门: [区经发局, 区财政局]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a list that has a warning."""
    (tmp_path / "odd.yaml").write_text(ODD, encoding="utf-8")
    return tmp_path


def rows_of(text: str) -> list[list[str]]:
    """Tab-separated rows as a program reads them that knows of no quotes."""
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))


def lines_of(text: str) -> list[Any]:
    """What each line holds."""
    assert text.endswith("\n")
    return [json.loads(line) for line in text.split("\n")[:-1]]


@pytest.mark.parametrize("command", TABLES)
def test_a_table_has_its_columns_whether_or_not_there_are_rows_or_a_journal(
    sulist: Sulist, folder: Path, command: str
) -> None:
    """In both forms of rows; no cell more or less in any row."""
    for form in ("tsv", "csv"):
        heads = set()
        for words in TABLES[command]:
            for journal in ("", EXAMPLE):
                done = sulist(*shlex.split(words), "--format", form, SULIST_JOURNAL=journal)
                text = done.stdout.decode()
                if form == "tsv":
                    assert "\r" not in text
                    assert not text.startswith("\ufeff")
                    rows = rows_of(text)
                else:
                    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
                assert {len(row) for row in rows} == {len(rows[0])}, words
                heads.add(tuple(rows[0]))
        assert len(heads) == 1, heads


def test_a_list_of_any_kind_has_these_columns(sulist: Sulist) -> None:
    """With columns of its own too: they are in ``more``, by their headings."""
    files = sorted((ROOT / "tests" / "lists").glob("*.yaml"))
    heads = set()
    cells: set[str] = set()
    for file in files:
        items = sulist.json("list", SULIST_FILE=str(file))["items"]
        head, *rows = rows_of(sulist.text("list", "--format", "tsv", SULIST_FILE=str(file)))
        heads.add(tuple(head))
        table = [dict(zip(head, row, strict=True)) for row in rows]
        assert [one["id"] for one in table] == [one["id"] for one in items]
        for one, item in zip(table, items, strict=True):
            assert json.loads(one["more"] or "{}") == item["more"]
            assert one["leaders"] == "、".join(item["leaders"])
            assert one["persons"] == "、".join(item["persons"])
            cells |= {key for key in ("more", "leaders", "persons", "part_of") if one[key]}
    assert len(heads) == 1
    assert cells == {"more", "leaders", "persons", "part_of"}


@pytest.mark.parametrize("command", TABLES)
def test_lines_are_the_json_answer(sulist: Sulist, folder: Path, command: str) -> None:
    """First its head, then an entry a line; and a table has a row for each."""
    for words in TABLES[command]:
        asked = shlex.split(words)
        done = sulist(*asked, "--format", "json", SULIST_JOURNAL=EXAMPLE)
        answer = json.loads(done.stdout)
        told = sulist(*asked, "--format", "ndjson", SULIST_JOURNAL=EXAMPLE)
        head, *entries = lines_of(told.stdout.decode())
        (key,) = set(answer) - set(head)
        assert (head | {key: entries}) == answer
        assert list(head) == [one for one in answer if one != key]
        assert (told.returncode, told.stderr) == (done.returncode, done.stderr)
        rows = rows_of(sulist(*asked, "--format", "tsv", SULIST_JOURNAL=EXAMPLE).stdout.decode())[
            1:
        ]
        if command == "owing":
            entries = [each for one in entries for each in one["items"]]
        assert len(rows) == len(entries)


def test_what_is_asked_of_every_command_is_asked(sulist: Sulist) -> None:
    """Of each that takes these forms; what has no one table is tried below."""
    from sulist.cli.commands import MODULES, command_of

    def takes(name: str) -> bool:
        forms = [param for param in command_of(name).params if param.name == "form"]
        return bool(forms)

    assert {name for name in MODULES if takes(name)} == set(TABLES) | {"report"}


def properties(schema: dict[str, Any]) -> dict[str, Any]:
    """The keys of an object that a schema tells of, be it one, a list of such, or one or null."""
    if "$ref" in schema:
        return properties(DEFS[schema["$ref"].rpartition("/")[2]])
    if "anyOf" in schema:
        return properties(schema["anyOf"][-1])
    return dict(schema.get("properties", {})) or properties(schema["items"])


@pytest.mark.parametrize("name", SHAPES)
def test_the_columns_are_keys_of_the_contract(name: str) -> None:
    """Each is published, in that order; and no key of an entry is without a column."""
    entry, columns = ENTRY[name], [one.split(".") for one in SHAPES[name].columns]
    for path in columns:
        schema = entry
        for key in path:
            assert key in properties(schema), path
            schema = properties(schema)[key]
    known = list(properties(entry))
    assert list(dict.fromkeys(path[0] for path in columns)) == known


def test_the_page_names_every_column(sulist: Sulist, folder: Path) -> None:
    """Of each command with a table: the keys of tsv, and the headings of CSV in both languages."""
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| `")]
    told = {
        (name, len(row)): row[1:]
        for row in rows
        for name in re.findall(r"`([a-z-]+)`", row[0])
        if name in TABLES
    }
    for command, (words, _none) in TABLES.items():
        asked = shlex.split(words)
        (columns,) = told[command, 2]
        titles = rows_of(sulist(*asked, "--format", "tsv").stdout.decode())[0]
        assert columns == ", ".join(f"`{title}`" for title in titles)
        for language, shown in zip(("en", "zh_CN"), told[command, 3], strict=True):
            done = sulist(*asked, "--format", "csv", SULIST_LANG=language)
            (head, *_rows) = csv.reader(io.StringIO(done.stdout.decode("utf-8-sig")))
            assert shown == " · ".join(head)


@pytest.mark.parametrize("named", ["", "gbk"])
def test_the_ends_of_lines_are_as_written_also_where_the_system_has_others(
    monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    """As Windows has; whatever encoding a person named."""
    from sulist.cli.rendering import _stdout

    monkeypatch.setenv("PYTHONIOENCODING", named)
    bytes_ = io.BytesIO()
    stream = io.TextIOWrapper(bytes_, encoding="gbk", newline="\r\n")
    monkeypatch.setattr(sys, "stdout", stream)
    _stdout(machine=True).write("清\n单\r\n")
    stream.flush()
    assert bytes_.getvalue() == "清\n单\r\n".encode(named or "utf-8")


def test_a_cell_is_its_value_in_one_line(sulist: Sulist, folder: Path) -> None:
    """Names stand with 、 between them, as dates do; nothing for none; quotes are no quotes."""
    titles, one, other = rows_of(sulist.text("list", "--format", "tsv", SULIST_FILE="odd.yaml"))
    row, second = (dict(zip(titles, cells, strict=True)) for cells in (one, other))
    assert row["text"] == '"分步"（细）。细节。'
    assert row["responsible.units.name"] == "区直各部门、区财政局"
    assert row["deadline.milestones.due"] == "2021-06-30、2021-12-31"
    assert (row["serial"], row["deadline.ongoing"], row["days_left"]) == ("1", "false", "29")
    assert (second["lead"], second["deadline.due"], second["progress.state"]) == ("", "", "")
    assert second["deadline.ongoing"] == "true"


def test_what_is_neither_name_nor_date_is_json() -> None:
    """So that it can be told from its neighbours."""
    shape = Shape("rows", ("texts", "of", "of.name", "lead", "n", "no.such"))
    answer = {
        "rows": [
            {
                "texts": ["甲、乙", "丙"],
                "of": [{"name": "甲"}, {"name": None}],
                "lead": ["甲", "乙"],
            },
            {"texts": [], "of": [], "lead": [], "n": 0.5, "no": None},
        ]
    }
    stream = io.StringIO()
    render(Entries(answer, shape), stream, None)
    _titles, one, other = rows_of(stream.getvalue())
    assert json.loads(one[0]) == ["甲、乙", "丙"]
    assert json.loads(one[1]) == [{"name": "甲"}, {"name": None}]
    assert one[2:] == ["甲、", "甲、乙", "", ""]
    assert other == ["", "", "", "", "0.5", ""]


@pytest.mark.parametrize("sign", ["\t", "\n", "\r", "\r\n", "\x0b", "\x1b", "\x85", "\u2028"])
def test_what_ends_a_cell_or_a_line_does_not_stand_in_one(sign: str) -> None:
    """A space stands for each sign in a table; the line of JSON has them all, escaped."""
    made = Entries(
        {"rows": [{"text": f"一{sign}二", "n": [f"{sign}"]}]}, Shape("rows", ("text", "n"))
    )
    stream = io.StringIO(newline="")
    render(made, stream, None)
    table = stream.getvalue()
    assert table.splitlines()[1].split("\t")[0] == f"一{' ' * len(sign)}二"
    assert len(table.splitlines()) == len(rows_of(table)) == 2
    stream = io.StringIO(newline="")
    lines.render(made, stream, None)
    head, row = stream.getvalue().splitlines()
    assert (json.loads(head), json.loads(row)) == ({}, made.answer["rows"][0])


def test_lines_are_whole_in_an_encoding_that_lacks_a_character(tmp_path: Path) -> None:
    """Those are escaped that have it, the others are not."""
    answer = {"format": 1, "title": "清单", "rows": [{"text": "甲"}, {"text": "🚧 ₂"}]}
    with open(tmp_path / "a", "w", encoding="gbk", newline="") as stream:
        lines.render(Entries(answer, Shape("rows", ())), stream, None)
    text = (tmp_path / "a").read_bytes().decode("gbk")
    assert "清单" in text
    assert r"\ud83d\udea7" in text
    assert lines_of(text)[1:] == answer["rows"]


def test_an_answer_without_entries_is_one_line(sulist: Sulist) -> None:
    """The report with all its tables, and what explains."""
    for words in ("report", "explain deadline 8月底前", "explain units 区直各部门"):
        asked = words.split()
        (one,) = lines_of(sulist.text(*asked, "--format", "ndjson"))
        assert one == sulist.json(*asked)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_several_tables_are_refused_where_there_is_room_for_one(
    sulist: Sulist, tmp_path: Path, language: str
) -> None:
    """With commands that answer, also where the file's ending says the form."""
    for words in (
        "report --format csv",
        "report --format tsv",
        "report -o r.csv",
        "report -o r.tsv",
    ):
        said = sulist.refused(*words.split(), code=2, SULIST_LANG=language)
        assert f"sulist units --format {words[-3:]}" in said
        for name in ("categories", "units", "due", "ledger"):
            assert name in said
            assert sulist(name, "--format", words[-3:]).returncode == 0
    assert list(tmp_path.iterdir()) == []
    said = sulist.refused(
        "report", "--format", "csv", "--as-of", "2021-09-01", "-f", str(ITEMS), code=2
    )
    assert f"sulist units --file {ITEMS} --as-of 2021-09-01 --format csv" in said


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_what_a_table_of_rows_has_no_place_for_is_told_beside_it(
    sulist: Sulist, folder: Path, form: str
) -> None:
    """What has no date, what is settled, what changed of the list itself; nothing drops out in silence."""
    done = sulist("due", "--format", form, SULIST_FILE="odd.yaml")
    assert b"1 item without a date is not shown." in done.stderr
    done = sulist("due", "--format", form, SULIST_JOURNAL=EXAMPLE, SULIST_AS_OF="2021-11-30")
    assert b"done or withdrawn" in done.stderr
    done = sulist("diff", str(ITEMS), "odd.yaml", "--format", form)
    assert "printed total: 18 → 2" in done.stderr.decode()
    assert sulist("list", "--format", form).stderr == b""


def test_the_ending_of_a_file_says_these_forms_too(sulist: Sulist, folder: Path) -> None:
    """The same bytes as a pipe gets."""
    for name, form in (
        ("a.tsv", "tsv"),
        ("a.TSV", "tsv"),
        ("a.ndjson", "ndjson"),
        ("a.jsonl", "ndjson"),
    ):
        assert sulist("list", "-o", name).stdout == b""
        assert (folder / name).read_bytes() == sulist("list", "--format", form).stdout
    for words in ("explain deadline 8月底前 -o a.tsv", "list -o a.tab"):
        assert "--format" in sulist.refused(*words.split(), code=2)


def test_a_shell_completes_them(sulist: Sulist) -> None:
    """Those of answers, and those in which is told what was done."""
    for words, forms in (
        ("sulist list --format ", ["table", "json", "ndjson", "tsv", "csv", "markdown"]),
        ("sulist close --format ", ["table", "json", "ndjson"]),
    ):
        asked = {"_SULIST_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "3"}
        assert re.findall("plain,(.+)", sulist(**asked).stdout.decode()) == forms


def test_an_option_named_after_a_form_is_answered_with_it(sulist: Sulist) -> None:
    """As for the other forms."""
    for option, form in (("--tsv", "tsv"), ("--ndjson", "ndjson"), ("--jsonl", "ndjson")):
        assert f"--format {form}" in sulist.refused("list", option, code=2)


def test_an_empty_table_may_fail(sulist: Sulist) -> None:
    """The titles stand, or the head, and the code says that there is nothing below."""
    for form in ("tsv", "ndjson"):
        done = sulist("list", "--search", "没有这句话", "--fail-empty", "--format", form)
        assert (done.returncode, done.stdout.count(b"\n")) == (1, 1)


@pytest.mark.parametrize("form", ["tsv", "ndjson"])
def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path, form: str) -> None:
    """It closes the pipe after a line of many."""
    items = "".join(
        f"      - {{id: 1-{n}, text: 第{n}项。{'甲' * 200}, lead: 区经发局, responsible: 区财政局, deadline: 8月底前}}\n"
        for n in range(1, 401)
    )
    head = ODD[: ODD.index("      - {id")].replace(": 2\n", ": 400\n")
    (tmp_path / "l.yaml").write_text(head + items, encoding="utf-8")
    command = f"{shlex.quote(sys.executable)} -m sulist list -f l.yaml --format {form} | head -1"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=True)
    assert (done.stdout.count(b"\n"), done.stderr.decode().count("Error")) == (1, 0)


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_jq_reads_line_by_line(sulist: Sulist) -> None:
    """The head is the line without an id."""
    text = sulist("by-unit", "区经发局", "--format", "ndjson").stdout
    done = subprocess.run(
        ["jq", "-r", "select(.id) | .id"], input=text, capture_output=True, check=True
    )
    assert done.stdout.decode().split()[:2] == ["1-1", "1-2"]


def test_it_speaks_utf8_with_plain_ends_of_lines_where_the_system_does_not(process: Sulist) -> None:
    """As on a Chinese Windows, whose own encoding is another."""
    for form in ("tsv", "ndjson"):
        done = process("list", "--format", form, PYTHONUTF8="0", LC_ALL="C")
        assert "区经发局" in done.stdout.decode("utf-8")
        assert b"\r" not in done.stdout


@pytest.mark.parametrize("words", ["deadline 三个和尚", "units ；；"])
def test_what_cannot_be_explained_is_answered_to_a_program(
    sulist: Sulist, tmp_path: Path, words: str
) -> None:
    """With the reason and its place, on standard output and in a file, and the exit code 1; a person is told on stderr."""
    asked = ("explain", *words.split())
    for form in ("json", "ndjson"):
        done = sulist(*asked, "--format", form)
        answer = json.loads(done.stdout)
        assert (done.returncode, done.stderr) == (1, b"")
        assert list(answer) == ["error", "text", "span"]
        validate(answer, "unread_text")
        assert answer["text"] == words.split()[1]
        begin, end = answer["span"]
        assert 0 <= begin < end <= len(answer["text"])
    assert sulist(*asked, "-o", "a.json").returncode == 1
    assert json.loads((tmp_path / "a.json").read_bytes()) == answer
    assert answer["error"] in sulist.refused(*asked, code=1)
    assert answer["error"] in sulist.refused(*asked, "--format", "markdown", code=1)
