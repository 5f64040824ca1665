"""What a report is of and what it replaces: its month, its day, the report whose place it takes, what counts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from journals import day, item, progress, record, text_of, the_list

from sulist.asking.query import Query
from sulist.asking.subject import Subject
from sulist.forms.collecting import absent
from sulist.forms.layout import led_by
from sulist.listfile.typed import month
from sulist.reports.letters import letters
from sulist.reports.owing import owing
from sulist.standing.periods import period_named
from sulist.standing.replacing import replacers
from sulist.standing.settings import Reports

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

JUNE = period_named("2021-06", Reports())


@pytest.fixture
def mine(sulist: Sulist) -> Sulist:
    """Sulist beside a list of one's own."""
    sulist.text("init", "mine")
    return sulist


def on(as_of: str) -> dict[str, str]:
    """That list, on a day of 2021."""
    return {"SULIST_FILE": "mine/items.yaml", "SULIST_AS_OF": f"2021-{as_of}"}


def reports(sulist: Sulist, as_of: str = "12-31") -> list[dict[str, Any]]:
    """The reports on 2-7, those that do not count too."""
    found = sulist.json("history", "2-7", **on(as_of))["records"]
    return [one for one in found if one["kind"] == "report"]


# --- in the place of another ----------------------------------------------------------------------


def test_a_report_may_take_the_place_of_the_one_of_its_month(mine: Sulist) -> None:
    """Both stay in the history; the later one counts."""
    mine.text("log", "2-7", "--percent", "40", "--problem", "征地滞后", **on("06-10"))
    said = mine.text("log", "2-7", "--percent", "30", "--replace", **on("06-12"))
    first, later = reports(mine)
    assert (first["counts"], first["replaced_by"]) == (False, later["id"])
    assert (later["counts"], later["corrects"], later["percent"]) == (True, first["id"], 30)
    assert f"replaces {first['id']}" in said
    assert "征地滞后" not in mine.text("ledger", **on("06-30"))


def test_two_ordinary_reports_of_a_month_stay_two(mine: Sulist) -> None:
    """A unit may report as often as it likes."""
    for percent in ("40", "45"):
        mine.text("log", "2-7", "--percent", percent, **on("06-10"))
    assert [one["counts"] for one in reports(mine)] == [True, True]


@pytest.mark.parametrize(
    "other",
    [
        ("--period", "5月"),
        ("--unit", "区项目办"),
    ],
)
def test_a_report_of_another_month_or_unit_is_not_replaced(
    mine: Sulist, other: tuple[str, ...]
) -> None:
    """Then there is none to be replaced, and nothing is written."""
    mine.text("log", "2-7", "--done", "x", *other, **on("06-10"))
    said = mine.refused("log", "2-7", "--done", "y", "--replace", code=2, **on("06-10"))
    assert "区经发局 has reported nothing on 2-7 for 2021-06" in said
    assert len(reports(mine)) == 1


def test_of_several_none_is_chosen(mine: Sulist) -> None:
    """They are named, and what to do."""
    for percent in ("40", "45"):
        mine.text("log", "2-7", "--percent", percent, **on("06-10"))
    said = mine.refused("log", "2-7", "--percent", "50", "--replace", code=2, **on("06-10"))
    assert all(one["id"] in said for one in reports(mine))


def test_what_was_replaced_comes_back_with_undo(mine: Sulist) -> None:
    """Undo takes back what was typed last, as a whole; one replaced twice comes back once."""
    for words in ((), ("--replace",), ("--replace",)):
        mine.text("log", "2-7", "--done", f"x{len(words)}", *words, **on("06-10"))
    mine.text("undo", **on("06-10"))
    assert [one["counts"] for one in reports(mine)] == [False, True, False]
    mine.text("undo", **on("06-10"))
    assert [one["counts"] for one in reports(mine)] == [True, False, False]


def test_one_replaced_twice_is_told_with_what_stands_in_its_place() -> None:
    """The last one; of a day before it was known, the one before."""
    records = [
        record("06-01", "in-progress", 1, percent=10),
        record("06-02", "correction", 2, corrects="r001"),
        record("06-02", "in-progress", 3, percent=20, corrects="r001"),
        record("06-03", "correction", 4, corrects="r003"),
        record("06-03", "in-progress", 5, percent=30, corrects="r003"),
    ]
    found = {old: one.id for old, one in replacers(progress(records)).items()}
    assert found == {"r001": "r005", "r003": "r005"}
    then = replacers(progress(records, "06-02", known_by="06-02"))
    assert {old: one.id for old, one in then.items()} == {"r001": "r003"}


# --- the month and the day ------------------------------------------------------------------------


def test_a_report_of_a_month_that_is_over_speaks_of_its_last_day(mine: Sulist) -> None:
    """As one that comes in a form; what was reported since stays the present state."""
    mine.text("log", "2-7", "--percent", "70", "--done", "八月情况", **on("08-31"))
    mine.text(
        "log", "2-7", "--percent", "40", "--done", "六月情况", "--period", "6月", **on("09-05")
    )
    assert [(one["on"], one["period"]) for one in reports(mine)] == [
        ("2021-06-30", "2021-06"),
        ("2021-08-31", "2021-08"),
    ]
    (now,) = mine.json("show", "2-7", **on("09-05"))["items"]
    assert (now["progress"]["percent"], now["progress"]["last_report"]["on"]) == (70, "2021-08-31")
    (then,) = mine.json("show", "2-7", **on("06-30"))["items"]
    assert then["progress"]["percent"] == 40


def test_a_report_of_the_month_that_it_is_speaks_of_the_day(mine: Sulist) -> None:
    """Its last day has not come; and where a day is named, that is meant."""
    mine.text("log", "2-7", "--done", "x", "--period", "6月", **on("06-10"))
    mine.text("log", "2-7", "--done", "y", "--period", "5月", "--on", "6月9日", **on("06-10"))
    assert [(one["on"], one["period"]) for one in reports(mine)] == [
        ("2021-06-09", "2021-05"),
        ("2021-06-10", "2021-06"),
    ]


@pytest.mark.parametrize(
    ("typed", "as_of", "meant"),
    [
        ("1月", "2022-01-15", "2022-01"),
        ("本月", "2022-01-15", "2022-01"),
        ("一月份", "2022-01-15", "2022-01"),
        ("2021-01", "2022-01-15", "2021-01"),
        ("2021年1月", "2022-01-15", "2021-01"),
        ("12月", "2022-01-15", "2021-12"),
        ("上月", "2022-01-15", "2021-12"),
        ("1月", "2021-06-15", "2021-01"),
        ("6月", "2021-06-15", "2021-06"),
        ("6月", "2020-06-15", "2020-06"),
    ],
)
def test_a_month_without_a_year(typed: str, as_of: str, meant: str) -> None:
    """It is of the list's year; the month that it is, is this one, as 本月 is."""
    assert month("--month", typed, 2021, day(as_of)) == meant


@pytest.mark.parametrize(
    "words",
    [("owing", "--month"), ("dispatch", "--directory", "out", "--month"), ("log", "2-7", "--done", "x", "--period")],
    ids=lambda words: words[0],
)  # fmt: skip
def test_every_option_that_takes_a_month_takes_it_in_one_way(
    mine: Sulist, words: tuple[str, ...]
) -> None:
    """1月 in January of the next year is that January."""
    there = {"SULIST_FILE": "mine/items.yaml", "SULIST_AS_OF": "2022-01-15"}
    first = mine.text(*words, "1月", **there)
    if words[0] == "log":
        assert reports(mine, "12-31") == []
        assert "2022-01-15" in first
    else:
        assert "2022-01" in first


# --- what does not count --------------------------------------------------------------------------


def test_a_report_that_does_not_count_is_no_report_for_the_month() -> None:
    """Neither in who owes, nor in the letters, nor in who has sent a form."""
    only = [record("05-01", "in-progress", 1), record("06-20", "not-started", 2)]
    known = progress(only, "07-01")
    assert [one.id for one, _reason in known.of(item()).refused] == ["r002"]
    debts = {(one.unit, one.item.id): one.last for one in owing(known, JUNE).debts}
    last = debts["区党群部", "1-1"]
    assert last is not None
    assert last.id == "r001"
    found = letters(Subject(the_list(), Query(ids=("1-1",)), day("07-01"), known)).letters
    assert found[0].owed == 1
    missing = {one.unit: one.none for one in absent(known, JUNE, led_by(the_list()))}
    assert missing["区党群部"]


def test_a_report_that_does_not_count_does_not_pass_for_one_in_the_journal(
    mine: Sulist, tmp_path: Path
) -> None:
    """A form that says the same is told why it cannot follow."""
    from forms_made import filled, sent

    made = [
        record("06-10", "in-progress", 1, "1-5", unit="区财政局"),
        record("06-30", "not-started", 2, "1-5", unit="区财政局"),
    ]
    (tmp_path / "mine" / "progress.yaml").write_text(text_of(made), encoding="utf-8")
    filled(sent(tmp_path / "back.xlsx", "区财政局"), {"1-5": {"status": "未启动"}})
    done = mine("collect", "back.xlsx", "--yes", **on("07-02"))
    assert done.returncode == 3
    assert "cannot be not started" in done.stdout.decode()


# --- days to come ---------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [("report",), ("export", "report", "--output", "r.docx")])
def test_the_last_meeting_is_not_to_come(
    mine: Sulist, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """In the report on the screen and on paper alike."""
    said = mine.refused(*words, "--since", "2021-06-16", code=2, **on("06-15"))
    assert "--since 2021-06-16 is after the day asked about, 2021-06-15." in said
    assert not (tmp_path / "r.docx").exists()
    assert mine(*words, "--since", "2021-06-15", **on("06-15")).returncode == 0


@pytest.mark.parametrize(
    "words", [("list",), ("owing",), ("history",), ("dispatch", "--directory", "out")]
)
def test_what_was_known_on_a_day_to_come_is_not_asked(mine: Sulist, words: tuple[str, ...]) -> None:
    """Nobody knows what will be written; the month that it is may be named whole."""
    said = mine.refused(*words, "--known-by", "2190-01-01", code=2, **on("06-15"))
    assert "--known-by 2190-01-01 has not come yet" in said
    assert mine(*words, "--known-by", "6月", **on("06-15")).returncode == 0


def test_another_question_by_the_same_word_is_named(mine: Sulist) -> None:
    """--since of a document that has no meeting before it may mean --from."""
    words = ("export", "ledger", "--output", "l.xlsx", "--since", "5月")
    assert "--from 5月" in mine.refused(*words, code=2, **on("06-15"))


# --- what says nothing ----------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["无", "暂无", "暂无问题。", "不存在问题", "—", "/", "／", "N/A"])
def test_what_says_nothing_is_not_recorded(mine: Sulist, word: str) -> None:
    """Beside what is said it is left out; alone it is no report."""
    said = mine.refused("log", "2-7", "--problem", word, code=2, **on("06-10"))
    assert "Nothing is said of 2-7" in said
    words = ("--done", word, "--problem", word, "--next", word, "--evidence", word)
    mine.text("log", "2-7", "--status", "推进中", *words, **on("06-10"))
    (one,) = reports(mine)
    assert (one["done"], one["problem"], one["next"], one["evidence"]) == (None, None, None, [])
    assert mine.json("report", **on("06-10"))["progress"]["problems"] == []


@pytest.mark.parametrize("word", ["无资金", "没有用地指标", "无法推进"])
def test_what_only_begins_so_is_a_problem(mine: Sulist, word: str) -> None:
    """The whole text decides."""
    mine.text("log", "2-7", "--problem", word, **on("06-10"))
    (found,) = mine.json("report", **on("06-10"))["progress"]["problems"]
    assert found["problem"] == word


@pytest.mark.parametrize("option", ["--done", "--problem", "--next", "--evidence"])
def test_what_only_points_elsewhere_is_refused_where_nobody_can_be_asked(
    mine: Sulist, tmp_path: Path, option: str
) -> None:
    """With the option, and what to do."""
    said = mine.refused("log", "2-7", option, "同上", code=2, **on("06-10"))
    assert f"{option}: “同上” only points to another text" in said
    assert not (tmp_path / "mine" / "progress.yaml").exists()


SAYING_NOTHING = ("暂时没有", "目前无困难和问题。", "均无", "暂没有")
OLD = record(
    *("06-10", "in-progress", 1, "2-7"),
    unit="区经发局",
    done=SAYING_NOTHING[0],
    problem=SAYING_NOTHING[1],
    next=SAYING_NOTHING[2],
)


@pytest.fixture
def older(mine: Sulist, tmp_path: Path) -> Sulist:
    """The same with a journal of before, which holds 无 as a problem."""
    text = text_of([OLD]).replace('"period"', '"evidence": ["暂没有"], "period"')
    assert all(word in text for word in SAYING_NOTHING)
    (tmp_path / "mine" / "progress.yaml").write_text(text, encoding="utf-8")
    return mine


@pytest.mark.parametrize("form", ["table", "json", "ndjson", "markdown"])
@pytest.mark.parametrize("words", ["ledger", "report", "show 2-7", "history 2-7"])
def test_what_an_older_journal_holds_says_nothing_either(
    older: Sulist, words: str, form: str
) -> None:
    """In every answer; the journal itself is not touched, and nothing is wrong in it."""
    command = words.split()
    forms = (form,) if words == "report" or form != "table" else (form, "csv", "tsv")
    said = "".join(older.text(*command, "--format", one, **on("06-30")) for one in forms)
    assert not any(word in said for word in SAYING_NOTHING)
    assert older("check", **on("06-30")).returncode == 0


@pytest.mark.parametrize("kind", ["report", "letters", "page", "ledger"])
def test_no_document_prints_it(older: Sulist, tmp_path: Path, kind: str) -> None:
    """Neither under 需要研究解决的问题 nor beside the item, nor in the next form."""
    ending = {"page": "html", "ledger": "xlsx"}.get(kind, "docx")
    file = tmp_path / f"out.{ending}"
    older.text("export", kind, "--output", str(file), **on("12-10"))
    assert not any(word in _words_of(file) for word in SAYING_NOTHING)
    older.text(
        "dispatch", "--month", "12月", "--directory", "forms", "--unit", "经发局", **on("12-10")
    )
    for form in (tmp_path / "forms").iterdir():
        assert not any(word in _words_of(form) for word in SAYING_NOTHING)


def _words_of(file: Path) -> str:
    if file.suffix == ".html":
        return file.read_text(encoding="utf-8")
    from zipfile import ZipFile

    with ZipFile(file) as packed:
        return "".join(
            packed.read(name).decode() for name in packed.namelist() if name.endswith(".xml")
        )


def test_the_record_of_before_is_read_as_it_would_be_written_today(older: Sulist) -> None:
    """Empty under each heading."""
    (one,) = reports(older)
    assert (one["done"], one["problem"], one["next"], one["evidence"]) == (None, None, None, [])
    assert json.dumps(one, ensure_ascii=False).count("无") == 0
