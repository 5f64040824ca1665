"""What a newer sulist writes: kept, counted for nothing, told as a warning; and the rest of the file counts."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from journals import day, item, progress, record, text_of, the_list

from sulist.base.errors import FileError
from sulist.journal.journal import head_line, read_bytes
from sulist.journal.record import Record, as_line, line_of
from sulist.standing.entering import entered
from sulist.standing.tracking import Progress, problems

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

    from sulist.journal.journal import Journal

# As docs/progress.md plans them.
PLANNED: dict[str, dict[str, Any]] = {
    "urging": {"unit": "区党群部", "reason": "逾期未报", "paper": "督〔2021〕3号"},
    "note": {"note": "主要领导批示：抓紧。", "entered_by": "李某"},
    "transfer": {"lead": ["区农办", "区住建局"], "reason": "机构调整"},
    "advance": {"to": "2021-07-31", "reason": "会议要求", "approved_by": "区党工委"},
    "meeting": {"decided": {"by": [1, 2]}, "to": "尽快", "percent": "一半"},
}


def newer(kind: str, seq: int = 2, **more: Any) -> str:
    """A line of a kind that this sulist does not know, written at noon of 2 June."""
    common = {"on": "2021-06-02", "item": "1-1", "kind": kind}
    place = {"written": "2021-06-02T12:00:00+08:00", "seq": seq, "id": f"n{seq:03}"}
    return line_of(common | more | place)


def read_lines(*lines: str) -> Journal:
    """The journal that these lines make, behind its first."""
    text = "".join(f"{line}\n" for line in (head_line(the_list()), *lines))
    return read_bytes(text.encode(), "progress.yaml", the_list())


FIRST = as_line(record("06-01", "in-progress", 1))


@pytest.mark.parametrize("kind", PLANNED)
def test_a_kind_that_is_not_known_counts_for_nothing_and_is_a_warning(kind: str) -> None:
    """At its place, with its line; the state, the owing and every other record are as without it."""
    journal = read_lines(FIRST, newer(kind, **PLANNED[kind]))
    assert [one.id for one in journal.records] == ["r001"]
    assert [(one.kind, one.item) for one in journal.newer] == [(kind, "1-1")]
    assert journal.problems == ()
    (warning,) = problems(the_list(), journal)
    assert (warning.check, warning.level, warning.place.line) == ("journal-newer", "warning", 3)
    assert warning.excerpt[warning.place.column - 1 :].startswith('"kind"')
    assert kind in warning.message
    both = (Progress(the_list(), one, day("12-31")) for one in (journal, read_lines(FIRST)))
    assert len({one.of(item()) for one in both}) == 1


def test_a_kind_that_is_mistyped_is_asked_after() -> None:
    """One that is like a known kind may be a slip of the hand; one that is not is only explained."""
    (slip,) = read_lines(FIRST.replace('"report"', '"reprot"')).warnings
    assert "did you mean report?" in slip.remedy
    (planned,) = read_lines(newer("urging")).warnings
    assert "newer sulist" in planned.remedy
    assert "did you mean" not in planned.remedy


def test_a_key_that_is_not_known_leaves_the_record_counted() -> None:
    """The key does not count, whatever its value; a slip of the hand is asked after."""
    line = FIRST.replace('"period"', '"weight": {"a": [1]}, "statsu": "done", "period"')
    journal = read_lines(line)
    assert (journal.records, journal.problems) == (read_lines(FIRST).records, ())
    said = [(one.check, one.level, one.message + one.remedy) for one in journal.warnings]
    assert [one[:2] for one in said] == [("journal-newer", "warning")] * 2
    assert "weight" in said[0][2]
    assert "did you mean status?" in said[1][2]


def test_the_planned_keys_are_kept_and_shown_on_any_kind(sulist: Sulist, tmp_path: Path) -> None:
    """Who filled it in, reviewed, typed and approved it, a telephone, the number of a paper."""
    keys = {
        "filled_by": "李某",
        "reviewed_by": "王某",
        "phone": "8880000",
        "entered_by": "赵某",
        "approved_by": "区党工委",
        "paper": "督〔2021〕3号",
    }
    sulist.text("init", "mine")
    made = [record("06-01", kind, 1, **keys, **more) for kind, more in KINDS_MADE.items()]
    for one in made:
        journal = read_lines(FIRST.replace("r001", "r000"), as_line(one))
        assert journal.warnings + journal.problems == ()
        assert journal.records[1]._replace(line=0) == one
    (tmp_path / "mine" / "progress.yaml").write_text(text_of([made[0]]), encoding="utf-8")
    mine = {"SULIST_FILE": "mine/items.yaml"}
    (shown,) = sulist.json("history", **mine)["records"]
    assert shown.items() >= keys.items()
    for form in ("table", "csv"):
        text = sulist.text("history", "--format", form, **mine)
        assert all(value in text for value in keys.values())


KINDS_MADE: dict[str, dict[str, Any]] = {
    "report": {},
    "extension": {"to": "10-31"},
    "closing": {},
    "reopening": {},
    "withdrawal": {},
    "correction": {"corrects": "r000"},
}


@pytest.mark.parametrize(
    "key", ["filled_by", "reviewed_by", "phone", "entered_by", "approved_by", "paper"]
)
def test_a_known_key_with_a_wrong_value_is_an_error(key: str) -> None:
    """Also where nothing is decided by it."""
    (problem,) = read_lines(FIRST.replace('"period"', f'"{key}": 13800001234, "period"')).problems
    assert (problem.check, key in problem.message) == ("journal-line", True)


@pytest.mark.parametrize("key", ["on", "written", "seq", "id"])
def test_what_every_record_has_every_sulist_writes(key: str) -> None:
    """A line of whatever kind without its day, moment, number or id is an error."""
    data = json.loads(newer("urging")[2:])
    missing = {name: value for name, value in data.items() if name != key}
    wrong = data | {key: -1}
    for line in (line_of(missing), line_of(wrong)):
        journal = read_lines(line)
        assert (journal.newer, [one.check for one in journal.problems]) == ((), ["journal-line"])


def test_its_item_may_be_missing_or_another() -> None:
    """What it speaks of, only a newer sulist knows."""
    lines = [
        newer("note", 2).replace('"item": "1-1", ', ""),
        newer("note", 3).replace("1-1", "9-9"),
    ]
    journal = read_lines(*lines)
    assert [one.item for one in journal.newer] == ["", "9-9"]
    assert journal.problems == ()


def test_its_number_and_its_moment_count_for_what_is_written_next() -> None:
    """A record comes after it, and never before it; a clock far behind it is told, with its place."""
    journal = read_lines(FIRST, newer("urging", 41))
    draft = Record(day("06-01"), "1-1", "report", unit="区党群部", done="x", period="2021-06")
    ids = iter(["n041", "fresh"])
    noon = datetime.fromisoformat("2021-06-02T11:59:00+08:00")
    (found,) = entered(the_list(), journal, [draft], noon, lambda: next(ids))
    assert (found.seq, found.written, found.id) == (42, "2021-06-02T12:00:00+08:00", "fresh")
    with pytest.raises(FileError, match=r"progress\.yaml:3"):
        entered(the_list(), journal, [draft], noon.replace(month=5), lambda: "x")


def test_an_id_is_one_records_also_among_those_that_are_not_known() -> None:
    """The same line twice is one; other words under its id wait for a person, as with known kinds."""
    twice = read_lines(newer("note", note="一"), newer("note", note="一").replace(", ", ",  "))
    assert (len(twice.newer), twice.problems) == (1, ())
    other = read_lines(newer("note", note="一"), newer("note", note="二"))
    assert (other.newer, [one.check for one in other.problems]) == ((), ["journal-id"])
    mixed = read_lines(FIRST.replace("r001", "n002"), newer("note"))
    assert (mixed.newer, mixed.records) == ((), ())


def test_what_takes_it_back_is_no_error() -> None:
    """It takes back what counted for nothing; the record that was taken back is shown as that."""
    back = as_line(record("06-03", "correction", 3, corrects="n002", reason="误记"))
    journal = read_lines(FIRST, newer("urging"), back)
    found = Progress(the_list(), journal, day("12-31"))
    assert [one.check for one in problems(the_list(), journal)] == ["journal-newer"]
    assert (found.refusals, list(found.known.taken_back)) == ((), ["n002"])
    draft = Record(day("06-03"), "1-1", "report", unit="区党群部", done="x", period="2021-06")
    now = datetime.fromisoformat("2021-06-04T12:00:00+08:00")
    assert entered(the_list(), journal, [draft], now, lambda: "fresh")


def test_two_branches_mean_the_same_in_either_order() -> None:
    """Lines of kinds that are not known are merged as all others."""
    lines = [FIRST, newer("urging", 2), newer("note", 3), as_line(record("06-03", "done", 4))]
    one, other = read_lines(*lines), read_lines(*reversed(lines))
    assert [each.id for each in one.newer] == [each.id for each in other.newer]
    states = {progress(each.records).of(item()).course for each in (one, other)}
    assert len(states) == 1


@pytest.fixture
def mine(sulist: Sulist, tmp_path: Path) -> Sulist:
    """A list of one's own whose journal has a report and, after it, a record that is not known."""
    sulist.text("init", "mine")
    journal = tmp_path / "mine" / "progress.yaml"
    text = f"{text_of([record('06-01', 'in-progress', 1)])}{newer('urging', reason='催')}\n"
    journal.write_text(text, encoding="utf-8")
    return sulist


MINE = {"SULIST_FILE": "mine/items.yaml", "SULIST_AS_OF": "2021-06-10"}


def test_check_is_content_and_says_what_it_does_not_know(mine: Sulist) -> None:
    """Exit code 0: a warning; every answer says in a line that there is something."""
    checked = mine.text("check", **MINE)
    assert "warning: This sulist does not know the kind urging" in checked
    assert "[journal-newer]" in checked
    done = mine("due", **MINE)
    assert done.returncode == 0
    assert done.stderr.decode().count("sulist check") == 1


def test_the_history_shows_it_as_not_known(mine: Sulist) -> None:
    """On the screen, for a spreadsheet and for a program; it does not count."""
    said = mine.text("history", "1-1", **MINE)
    assert "kind urging: not known to this sulist" in said
    assert "kind urging: not known" in mine.text("history", "--format", "csv", **MINE)
    known, unknown = mine.json("history", **MINE)["records"]
    assert (known["counts"], unknown["counts"], unknown["kind"]) == (True, False, "urging")
    assert unknown["refused"]
    assert unknown["reason"] is None


def test_undo_takes_back_nothing_else_in_its_place(mine: Sulist) -> None:
    """What was written last is not known here: it is named, and so is what may be meant."""
    said = mine.refused("undo", code=2, **MINE)
    assert "n002" in said
    assert "sulist undo --record r001" in said
    assert "Take it back with the sulist that wrote it" in mine.refused(
        *("undo", "--record", "n002"), code=2, **MINE
    )
    assert "Taken back" in mine.text("undo", "--record", "r001", **MINE)


def test_what_is_recorded_leaves_its_line_as_it_is(mine: Sulist, tmp_path: Path) -> None:
    """The file only grows."""
    file = tmp_path / "mine" / "progress.yaml"
    before = file.read_bytes()
    mine.text("log", "1-1", "--percent", "40", **MINE)
    assert file.read_bytes().startswith(before)
    assert json.loads(file.read_text(encoding="utf-8").splitlines()[-1][2:])["seq"] == 3


def test_the_first_line_may_say_more() -> None:
    """Further keys are kept and no trouble; another form of journal stays refused."""
    head = head_line(the_list())
    more = head.replace("}", ', "office": "区经发局", "since": {"a": 1}}')
    journal = read_bytes(f"{more}\n{FIRST}\n".encode(), "p", the_list())
    assert (len(journal.records), journal.problems, journal.warnings) == (1, (), ())
    other = read_bytes(head.replace('"journal": 1', '"journal": 2').encode(), "p", the_list())
    assert "form is 2" in other.problems[0].message
