"""The journal's file: what a line may be, what is told of one that cannot be used, what still counts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml
from journals import day, item, progress, record, text_of, the_list

from sulist.base.errors import FileError
from sulist.journal.journal import head_line, read, read_bytes
from sulist.journal.record import Record, as_line, from_data, is_cut_off, parsed
from sulist.standing.tracking import problems

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.journal.journal import Journal

FULL = Record(
    on=day("06-28"),
    item="2-7",
    kind="report",
    unit="区经发局",
    role="lead",
    milestone=1,
    status="in-progress",
    percent=0,
    done="完成“选址”：第1步\n完成第2步",
    problem="征地、\u2028资金",
    next="{开工}",
    evidence=("图片/1.jpg", "赣府字〔2021〕3号"),
    period="2021-06",
    written="2021-06-28T09:30:00+08:00",
    seq=7,
    id="abc",
    line=1,
)
GOOD = as_line(record("06-01", "in-progress", 1))


def read_text(text: str) -> Journal:
    """The journal that a text holds."""
    return read_bytes(text.encode(), "progress.yaml", the_list())


def test_a_record_is_read_as_it_was_written() -> None:
    """Every key, line breaks and quotes too."""
    plain = FULL._replace(problem="征地、资金")
    assert from_data(parsed(as_line(plain)), 1) == plain
    assert "\n" not in as_line(plain)


def test_the_file_is_yaml() -> None:
    """Any YAML reader finds the same keys and values."""
    long = FULL._replace(done="长" * 5000, reason="a: b # c - d ' \" \\ %@`", problem="征地")
    lines = text_of([long, record("06-01", "closing", 2)])
    assert yaml.safe_load(lines) == [json.loads(line[2:]) for line in lines.splitlines()]


# What is wrong, a line, its column, and words of the message.
BROKEN = [
    ("no record", "随手写的一句话", 1, "no record"),
    ("not in braces", "- 2-7 已完成", 4, "cannot be read"),
    ("a list", "- [1]", 3, "no record"),
    ("quotes of another kind", GOOD.replace('"kind"', "'kind'"), 39, "cannot be read"),
    ("no comma", GOOD.replace(', "kind"', ' "kind"'), 38, "cannot be read"),
    ("a key twice", GOOD.replace('"kind"', '"on": "2021-06-01", "kind"'), 4, "twice"),
    ("no kind", GOOD.replace('"kind": "report", ', ""), 3, "kind is missing"),
    ("no unit", GOOD.replace('"unit": "区党群部", ', ""), 3, "unit is missing"),
    ("a key mistyped that has to be there", GOOD.replace('"unit"', '"unti"'), 57, "unti meant"),
    ("a kind that is no text", GOOD.replace('"report"', "5"), 39, "kind is 5"),
    ("a day that is none", GOOD.replace("2021-06-01", "2021-06-31", 1), 4, "day such as"),
    ("a day written short", GOOD.replace("2021-06-01", "20210601", 1), 4, "day such as"),
    ("a month of 13", GOOD.replace('"2021-06"', '"2021-13"'), 0, "month such as"),
    ("a moment without a zone", GOOD.replace("+08:00", ""), 0, "moment such as"),
    ("a percent as text", GOOD.replace('"period"', '"percent": "40", "period"'), 0, "whole number"),
    ("a percent of 101", GOOD.replace('"period"', '"percent": 101, "period"'), 0, "0 to 100"),
    ("100 percent not done", GOOD.replace('"period"', '"percent": 100, "period"'), 0, "100"),
    (
        "not started with a percent",
        GOOD.replace("in-progress", "not-started").replace('"period"', '"percent": 5, "period"'),
        0,
        "is 5",
    ),
    (
        "evidence as a text",
        GOOD.replace('"period"', '"evidence": "a.jpg", "period"'),
        0,
        "list of texts",
    ),
    ("true for a number", GOOD.replace('"seq": 1', '"seq": true'), 0, "whole number"),
    (
        "a closing with a status",
        GOOD.replace('"report"', '"closing"').replace(
            '"period"', '"done_on": "2021-06-01", "period"'
        ),
        90,
        "no report",
    ),
    (
        "done after the day it speaks of",
        as_line(record("06-01", "closing", 1, done_on="06-02")),
        0,
        "after the day",
    ),
    ("an unknown item", GOOD.replace('"1-1"', '"9-9"'), 24, "no item 9-9"),
    ("a milestone too many", GOOD.replace('"kind"', '"milestone": 2, "kind"'), 39, "no milestone"),
    ("an empty text", GOOD.replace('"unit": "区党群部"', '"unit": ""'), 0, "a text"),
    ("an escape code", GOOD.replace("区党群部", "\\u001b[2J"), 0, "control characters"),
    ("an invisible character", GOOD.replace("区党群部", "区\u202e部"), 67, "U+202E"),
    ("half a pair", GOOD.replace("区党群部", "\\ud800"), 0, "control characters"),
    ("a merge unfinished", "<<<<<<< HEAD", 1, "unfinished merge"),
    ("a number of 5000 digits", GOOD.replace('"seq": 1', '"seq": ' + "1" * 5000), 0, ""),
    ("deep", "- " + "[" * 100_000, 0, ""),
]


@pytest.mark.parametrize(
    ("line", "column", "said"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN]
)
def test_an_error_of_a_hand_is_told_at_its_place_and_the_others_count(
    line: str, column: int, said: str
) -> None:
    """As file:line:column, with what is wrong and a remedy; the lines before and after count."""
    good = [record("06-02", "in-progress", 2), record("06-03", "done", 3)]
    before, after = (as_line(one) for one in good)
    journal = read_text(f"{head_line(the_list())}\n{before}\n{line}\n{after}\n")
    assert [one.seq for one in journal.records] == [2, 3]
    (problem,) = journal.problems
    assert str(problem.place).startswith("progress.yaml:3:")
    assert column in (0, problem.place.column)
    assert said in problem.message + problem.remedy
    assert problem.remedy


def test_comments_blank_lines_and_line_ends_of_windows_are_no_trouble() -> None:
    """Nor is a byte order mark: what an editor does to a file."""
    text = text_of([record("06-01", "in-progress", 1)])
    journal = read_text("\ufeff" + f"# 说明\n\n  \n{text}".replace("\n", "\r\n"))
    assert (len(journal.records), journal.problems) == (1, ())


def test_a_line_that_is_not_utf_8_is_told_alone() -> None:
    """The others count."""
    data = text_of([record("06-01", "in-progress", 1)]).encode()
    broken = GOOD.replace("r001", "r009").encode("gb18030")
    journal = read_bytes(
        data + broken + b"\n" + as_line(record("06-03", "done", 3)).encode(), "p", the_list()
    )
    assert [one.seq for one in journal.records] == [1, 3]
    assert [(one.place.line, "UTF-8" in one.message) for one in journal.problems] == [(3, True)]


def test_every_beginning_of_a_record_is_seen_as_cut_off() -> None:
    """Wherever a crash stopped, be it in the middle of a character."""
    whole = text_of([FULL._replace(problem="}"), record("06-01", "in-progress", 1)]).encode()
    last = whole[: whole.rindex(b"\n- ") + 1]
    line = whole[len(last) : -1]
    for end in range(1, len(line)):
        journal = read_bytes(last + line[:end], "p", the_list())
        assert (len(journal.records), journal.cut_off) == (1, (3,)), line[:end]
    assert len(read_bytes(last + line, "p", the_list()).records) == 2
    assert not is_cut_off(line.decode())
    assert read_bytes(last + line[:20] + b"\0" * 30, "p", the_list()).cut_off == (3,)
    assert read_bytes(last + b"\0" * 30, "p", the_list()).cut_off == (3,)


def test_the_place_of_what_is_cut_off_is_its_end() -> None:
    """Counted in the signs that stand there, not in the codes that zeros or broken bytes are shown as."""
    head = text_of([record("06-01", "in-progress", 1)])
    for torn in (b'- {"on": ', b'- {"on": ' + b"\0" * 9, '- {"done": "区'.encode()[:-1]):
        (problem,) = read_bytes(head.encode() + torn, "p", the_list()).problems
        whole = torn.rstrip(b"\0").decode(errors="ignore")
        assert problem.place == ("p", 3, len(whole) + 1)


def test_the_same_record_twice_counts_once() -> None:
    """As a merge of two branches may leave it, also with other spaces in its line."""
    one = record("06-01", "in-progress", 1)
    journal = read_text(text_of([one, one]) + as_line(one).replace(", ", ",  ") + "\n")
    assert (len(journal.records), journal.problems) == (1, ())


def test_two_records_under_one_id_wait_for_a_person() -> None:
    """Neither counts, in either order; it is told where the second stands."""
    one, other = record("06-01", "in-progress", 1), record("06-01", "done", 1)
    for pair in ([one, other], [other, one]):
        journal = read_text(text_of(pair))
        assert journal.records == ()
        assert [(one.check, one.place.line) for one in journal.problems] == [("journal-id", 3)]


def test_the_journal_of_another_list_is_refused(tmp_path: Path) -> None:
    """Another year is another list; the message says what to do."""
    file = tmp_path / "progress.yaml"
    file.write_text(text_of([]).replace("2021}", "2022}"), encoding="utf-8")
    with pytest.raises(FileError, match=r"progress\.yaml:1:18.*\(2022\)(.|\n)*--journal"):
        read(str(file), the_list())


def test_a_journal_without_its_first_line_counts_and_says_so() -> None:
    """The remedy is the line to put there."""
    journal = read_text(as_line(record("06-01", "in-progress", 1)) + "\n")
    assert len(journal.records) == 1
    assert head_line(the_list()) in journal.problems[0].remedy


def test_no_file_is_an_empty_journal(tmp_path: Path) -> None:
    """Before the first report there is none."""
    assert read(str(tmp_path / "progress.yaml"), the_list()).records == ()


def test_what_cannot_follow_is_told_by_the_check() -> None:
    """With its line; so is a unit that the list does not know, whose report is kept."""
    made = [record("06-01", "closing", 1), record("06-02", "report", 2, unit="区外单位")]
    journal = read_text(text_of(made))
    found = problems(the_list(), journal)
    assert [(one.check, one.place.line) for one in found] == [
        ("journal-order", 2),
        ("journal-unit", 3),
    ]
    assert [one.level for one in found] == ["error", "warning"]
    assert len(progress(journal.records).of(item()).reports) == 1
