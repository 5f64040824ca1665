"""The questions a district office asks every morning, and their answers from the 2021 list."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist


def ids(answer: dict[str, list[dict[str, str]]]) -> list[str]:
    """The ids of an answer, in its order."""
    return [item["id"] for item in answer["items"]]


def test_what_is_due_by_the_end_of_august(sulist: Sulist) -> None:
    """--before includes its day, soonest first."""
    assert ids(sulist.json("due", "--before", "2021-08-31")) == ["1-3", "1-1"]


def test_before_and_after_never_overlap(sulist: Sulist) -> None:
    """--after excludes the day that --before includes; together they are the whole list."""
    before, after = (ids(sulist.json("due", option, "8月底")) for option in ("--before", "--after"))
    assert not set(before) & set(after)
    assert len(before) + len(after) == 18


def test_from_includes_its_day(sulist: Sulist) -> None:
    """From the day that 1-1 is due on, 1-1 is the first."""
    assert ids(sulist.json("due", "--from", "2021-08-31"))[0] == "1-1"


@pytest.mark.parametrize(
    ("unit", "roles"),
    [
        ("区经发局", (8, 2, 7, 1)),
        ("区财政局", (2, 1, 9, 2)),
        ("潭东镇", (0, 2, 0, 0)),
        ("经发局", (8, 2, 7, 1)),
    ],
)
def test_a_unit_is_touched_in_four_ways(sulist: Sulist, unit: str, roles: tuple[int, ...]) -> None:
    """Leads, is named, is covered, is possible; each item in its strongest way only."""
    found = [item["role"] for item in sulist.json("by-unit", unit)["items"]]
    assert tuple(found.count(role) for role in ("lead", "named", "covered", "possible")) == roles


def test_a_role_narrows_a_unit(sulist: Sulist) -> None:
    """The Chinese word and the English one ask the same."""
    assert ids(sulist.json("by-unit", "区经发局", "--role", "牵头")) == ids(
        sulist.json("list", "--unit", "经发局", "--role", "lead")
    )


def test_filters_combine(sulist: Sulist) -> None:
    """Different filters all hold, here a unit, a category and a date."""
    assert ids(sulist.json("list", "-u", "区党群部", "-c", "一", "--before", "8月底")) == [
        "1-1",
        "1-3",
    ]


def test_search_reads_every_cell(sulist: Sulist) -> None:
    """A word of the text, whatever its width."""
    assert ids(sulist.json("list", "--search", "２２０ｋｖ")) == ["2-7"]


@pytest.mark.parametrize("typed", ["2-7", "2.7", "二-7", "二、7", "２－７", "2—7"])
def test_an_id_is_understood_however_it_is_typed(sulist: Sulist, typed: str) -> None:
    """The forms of DESIGN's ids."""
    assert ids(sulist.json("show", typed)) == ["2-7"]


def test_a_category_is_found_by_number_or_title(sulist: Sulist) -> None:
    """二, 2 and a part of its title are one category of eleven items."""
    answers = [ids(sulist.json("by-category", typed)) for typed in ("二", "2", "加大向上对接")]
    assert answers[0] == answers[1] == answers[2]
    assert len(answers[0]) == 11


def test_days_left_count_from_the_day_asked_about(sulist: Sulist) -> None:
    """1-1 is due in 91 days on 1 June, today on 31 August, and one day over after it."""
    for day, left in (("2021-06-01", 91), ("2021-08-31", 0), ("2021-09-01", -1)):
        answer = sulist.json("show", "1-1", "--as-of", day)
        assert answer["items"][0]["days_left"] == left


def test_overdue_is_what_was_due_before_the_day(sulist: Sulist) -> None:
    """On 31 May 1-3 is not overdue; on 1 June it is."""
    assert ids(sulist.json("due", "--overdue", "--as-of", "2021-05-31")) == []
    assert ids(sulist.json("due", "--overdue", "--as-of", "2021-06-01")) == ["1-3"]


def test_within_runs_from_the_day_on_and_counts_the_overdue_below(sulist: Sulist) -> None:
    """The next 92 days hold 1-1; what is overdue is not lost but counted."""
    said = sulist.text("due", "--within", "92d")
    assert "1-1 " in said
    assert "1-3 " not in said
    assert "Overdue besides these: 1" in said


def test_report_has_every_number(sulist: Sulist) -> None:
    """Totals, categories by month, what is late and what comes."""
    report = sulist.json("report")
    assert [one["items"] for one in report["categories"]] == [5, 11, 2]
    assert report["categories"][0]["due"] == {"2021-05": 1, "2021-08": 1, "2021-12": 3}
    assert [one["id"] for one in report["overdue"]] == ["1-3"]
    assert len(report["next"]) == 17
    assert sum(unit["lead"] for unit in report["units"]) == 18


def test_a_table_in_a_pipe_is_never_cut(sulist: Sulist) -> None:
    """Every name stands whole on one line, without an ellipsis."""
    said = sulist.text("list")
    assert "…" not in said
    assert all(
        any(item["name"] in line for line in said.splitlines())
        for item in sulist.json("list")["items"]
    )


def test_csv_opens_in_excel(sulist: Sulist) -> None:
    """A byte order mark first, and ids that no spreadsheet takes for a date."""
    data = sulist("list", "--format", "csv").stdout
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]][-3:] == ["二-11", "三-1", "三-2"]


def test_markdown_has_a_row_an_item(sulist: Sulist) -> None:
    """18 rows under a head and a rule."""
    assert (
        sum(
            line.startswith("| ")
            for line in sulist.text("list", "--format", "markdown").splitlines()
        )
        == 20
    )


def test_output_writes_the_same_to_a_file(sulist: Sulist, tmp_path: Path) -> None:
    """A file gets what a pipe gets."""
    sulist.text("list", "--format", "json", "-o", "answer.json")
    assert (tmp_path / "answer.json").read_text(encoding="utf-8") == sulist.text(
        "list", "--format", "json"
    )


def test_gbk_output_is_readable_in_gbk(process: Sulist) -> None:
    """A person who asks for GBK gets GBK, without a crash."""
    done = process("report", PYTHONIOENCODING="gbk")
    assert "区经发局" in done.stdout.decode("gbk")
    assert (
        process("list", "--format", "json", PYTHONIOENCODING="gbk")
        .stdout.decode("gbk")
        .startswith("{")
    )


def test_a_plain_c_locale_is_no_trouble(process: Sulist) -> None:
    """Chinese comes out as UTF-8 where the locale names no encoding."""
    assert "区经发局" in process.text("units", LC_ALL="C", PYTHONUTF8="0")


def test_init_makes_a_copy_that_answers_and_is_never_overwritten(
    sulist: Sulist, tmp_path: Path
) -> None:
    """A new folder with a Chinese name holds the list and its schema; a second init refuses."""
    sulist.text("init", "清单")
    assert sorted(path.name for path in (tmp_path / "清单").iterdir()) == [
        ".gitattributes",
        "items.schema.json",
        "items.yaml",
    ]
    assert "no problem" in sulist.text("check", "清单/items.yaml")
    assert "exists already" in sulist.refused("init", "清单", code=3)


def test_the_list_of_this_folder_is_found(sulist: Sulist, tmp_path: Path) -> None:
    """Without a word about a file, items.yaml of the folder is asked."""
    sulist.text("init", ".")
    assert sulist.json("list", SULIST_FILE="")["list"]["file"] == "items.yaml"
    assert tmp_path.joinpath("items.yaml").exists()


def test_a_day_outside_the_year_explains_itself(sulist: Sulist) -> None:
    """A list of 2021 asked about years later says how to ask as of a day."""
    assert "--as-of 2021-06-30" in sulist.text("due", "--as-of", "2026-01-05")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("lsit",), 2, "Did you mean list?"),
        (("by-unit", "区经法局"), 2, "Did you mean 区经发局"),
        (("by-unit", "区直部门"), 2, "is a group"),
        (("show", "9-9"), 2, "The ids are 1-1 to 1-5, 2-1 to 2-11, 3-1 to 3-2"),
        (("due", "--before", "01-02-2021"), 2, "--before"),
        (("due", "--before", "10"), 2, "--before"),
        (("list", "--role", "lead"), 2, "--unit"),
        (("by-category", "九"), 2, "categories"),
        (("list", "--file", "missing.yaml"), 3, "does not exist"),
        (("list", "--file", "."), 3, "is a folder"),
        (("list", "--output", "no/such/folder/x"), 3, "cannot be written: No such file"),
        (("explain", "deadline", "三个和尚"), 1, "三个和尚"),
        (("list", "--search", "没有这句话", "--fail-empty", "--format", "json"), 1, ""),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_to_do(
    sulist: Sulist, words: tuple[str, ...], code: int, said: str
) -> None:
    """Each with its exit code, never with a traceback."""
    done = sulist(*words)
    assert done.returncode == code
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def rows_of(sulist: Sulist, *words: str) -> list[list[str]]:
    """The rows of an answer in CSV."""
    text = sulist.text(*words, "--format", "csv").removeprefix("\ufeff")
    return list(csv.reader(io.StringIO(text)))


def test_counts_are_numbers_in_a_spreadsheet(sulist: Sulist) -> None:
    """Nothing is 0, and the bar that pleases the eye is left out."""
    rows = rows_of(sulist, "units")
    assert rows[0] == ["单位", "组", "牵头", "责任", "涉及", "可能涉及", "total"]
    assert rows[1] == ["区经发局", "区直部门", "8", "2", "7", "1", "18"]
    assert all(cell.isdigit() for row in rows[1:] for cell in row[2:])


def test_the_months_of_categories_are_rows_of_a_spreadsheet(sulist: Sulist) -> None:
    """So that the columns are the same for every list; a category without any item has a row too."""
    rows = rows_of(sulist, "categories")
    assert rows[0] == ["分类", "标题", "month", "items"]
    assert [(row[0], row[2], row[3]) for row in rows[1:]] == [
        ("一", "2021年5月", "1"),
        ("一", "2021年8月", "1"),
        ("一", "2021年12月", "3"),
        ("二", "2021年12月", "11"),
        ("三", "2021年12月", "2"),
    ]
    none = rows_of(sulist, "categories", "--status", "closed")
    assert [row[0::3] for row in none[1:]] == [["一", "0"], ["二", "0"], ["三", "0"]]
