"""The calendar: every date an all-day entry, which stays the same entry whatever happens to it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar
from sending import a_list, day, journal_text, known, made, record, the_list, the_year

from sulist.asking.query import Query
from sulist.write.documents import remarks
from sulist.write.ics import REMINDERS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist


def events(data: bytes) -> list[Any]:
    """The entries, as icalendar reads them back."""
    return list(Calendar.from_ical(data).walk("VEVENT"))


def days(data: bytes) -> list[tuple[str, str]]:
    """Of each entry its item and day."""
    return [(str(one["uid"]).split(".")[0], f"{one['dtstart'].dt:%m-%d}") for one in events(data)]


def reminders(event: Any) -> list[timedelta]:
    """When an entry reminds, from the beginning of its day."""
    return [one["trigger"].dt for one in event.walk("VALARM")]


def test_every_date_of_every_item_is_an_all_day_entry(tmp_path: Path) -> None:
    """Each milestone one of its own; the day is a date, and ends with the next."""
    worklist = a_list(tmp_path, "6月底前完成方案，12月底前完成建设", "8月底前", "长期坚持")
    data = made("calendar", "01-10", worklist)
    assert days(data) == [("1-1-1", "06-30"), ("1-2-1", "08-31"), ("1-1-2", "12-31")]
    for one in events(data):
        assert type(one["dtstart"].dt) is date
        assert one["dtend"].dt - one["dtstart"].dt == timedelta(days=1)
        assert one["transp"] == "TRANSPARENT"
    assert "（1/2）" in events(data)[0]["summary"]


def test_what_has_no_date_is_counted_not_lost(tmp_path: Path) -> None:
    """On stderr, for the person who makes the file."""
    worklist = a_list(tmp_path, "8月底前", "长期坚持", "尽快")
    assert remarks("calendar", worklist, Query(), day("01-10"), None) == [
        "1 entry.",
        "2 items without a date have no entry.",
    ]


def test_an_extension_moves_the_entry_and_keeps_its_uid(tmp_path: Path) -> None:
    """So a calendar that takes the file again moves the day; its number of changes has grown."""
    worklist = a_list(tmp_path, "6月底前完成方案，12月底前完成建设")
    longer = record(
        "06-20", "1-1", "extension", 1, milestone=1, to=day("07-31"), reason="会议同意延期。"
    )
    before = events(made("calendar", "06-25", worklist, known(worklist, "06-25")))
    after = events(made("calendar", "06-25", worklist, known(worklist, "06-25", longer)))
    assert [one["uid"] for one in before] == [one["uid"] for one in after]
    assert [one["dtstart"].dt for one in after] == [day("07-31"), day("12-31")]
    assert [one["sequence"] for one in before + after] == [0, 0, 1, 1]
    assert "2021-06-30" in after[0]["description"]
    assert "延至7月31日" in after[0]["description"]
    assert "会议同意延期" in after[0]["description"]


def test_the_number_of_changes_grows_even_when_an_extension_is_taken_back(tmp_path: Path) -> None:
    """A calendar would pass over an entry with a lower number."""
    worklist = a_list(tmp_path, "8月底前")
    longer = record("08-01", "1-1", "extension", 1, to=day("09-30"), reason="延期。")
    back = record("08-02", "1-1", "correction", 2, corrects="r1")
    (entry,) = events(made("calendar", "08-05", worklist, known(worklist, "08-05", longer, back)))
    assert (entry["dtstart"].dt, entry["sequence"]) == (day("08-31"), 2)


def test_what_is_done_stays_says_so_and_reminds_nobody(tmp_path: Path) -> None:
    """Closed and reported done; withdrawn is cancelled, as RFC 5545 has it."""
    worklist = a_list(tmp_path, "8月底前", "8月底前", "8月底前", "8月底前")
    progress = known(
        worklist,
        "08-10",
        record("08-01", "1-1", "report", 1, status="done"),
        record("08-02", "1-1", "closing", 2, done_on=day("08-01")),
        record("08-01", "1-2", "report", 3, status="done"),
        record("08-01", "1-3", "withdrawal", 4, reason="政策调整。"),
    )
    found = events(made("calendar", "08-10", worklist, progress))
    assert [str(one["summary"]).split("1-")[0] for one in found] == [
        "【办结】",
        "【待复核】",
        "【调整】",
        "",
    ]
    assert [str(one["status"]) for one in found] == [
        "CONFIRMED",
        "CONFIRMED",
        "CANCELLED",
        "CONFIRMED",
    ]
    assert [len(reminders(one)) for one in found] == [0, 0, 0, len(REMINDERS)]


@pytest.mark.parametrize(
    ("deadline", "rings"),
    [
        ("每天", [[]]),
        ("每周五前", [[-1]]),
        ("每周一、周四", [[-1], [-1]]),
        ("每周一、周二", [[-1], []]),
        ("每月10日前", [[-7, -1]] * 12),
        ("每月3日、10日", [[-7, -1], [-1]] * 12),
        ("每月10日、11日", [[-7, -1], []] * 12),
        ("每季度末", [[-7, -1]] * 4),
    ],
)
def test_no_reminder_of_what_returns_comes_on_the_day_before_it(
    tmp_path: Path, deadline: str, rings: list[list[int]]
) -> None:
    """Nor earlier: of what returns daily none, weekly the day before; and no day has two."""
    found = events(made("calendar", "01-01", a_list(tmp_path, deadline)))
    found.sort(key=lambda one: one["dtstart"].dt)
    assert [[one.days for one in reminders(each)] for each in found] == rings
    days_that_ring = [
        each["dtstart"].dt + timedelta(days=one.days) for each in found for one in reminders(each)
    ]
    assert len(days_that_ring) == len(set(days_that_ring))
    assert not {each["dtstart"].dt for each in found} & set(days_that_ring)


def test_an_item_without_a_lead_has_an_entry_without_one(tmp_path: Path) -> None:
    """Nothing stands behind its name."""
    worklist = a_list(tmp_path, "8月底前")
    item = worklist.items[0]._replace(lead_text="", lead_cell=(), lead=())
    category = worklist.categories[0]._replace(items=(item,))
    (only,) = events(made("calendar", "01-01", worklist._replace(categories=(category,))))
    assert str(only["summary"]) == f"1-1 {item.name}"


def test_a_reminder_comes_at_nine_in_the_morning_before_the_day(tmp_path: Path) -> None:
    """A week and a day before; what is past reminds no more."""
    worklist = a_list(tmp_path, "8月底前", "6月底前")
    past, coming = events(made("calendar", "07-01", worklist))
    assert reminders(past) == []
    begins = datetime.combine(coming["dtstart"].dt, datetime.min.time())
    assert [begins + one for one in reminders(coming)] == [
        datetime(2021, 8, 24, 9),
        datetime(2021, 8, 30, 9),
    ]


RETURNING = {
    "每月底前": [
        f"{date(2021 + month // 12, month % 12 + 1, 1) - timedelta(days=1):%m-%d}"
        for month in range(1, 13)
    ],
    "每季度末": ["03-31", "06-30", "09-30", "12-31"],
    "每月5日前": [f"{month:02}-05" for month in range(1, 13)],
}


@pytest.mark.parametrize(("phrase", "wanted"), RETURNING.items(), ids=RETURNING)
def test_a_deadline_that_returns_has_an_entry_for_each_day_of_the_year(
    tmp_path: Path, phrase: str, wanted: list[str]
) -> None:
    """Written out, since calendars repeat the last day of a month each in its own way."""
    found = days(made("calendar", "06-01", a_list(tmp_path, phrase)))
    assert [one for _key, one in found] == wanted
    assert len({key for key, _day in found}) == len(found)


WEEKLY = {
    "每天": ("01-01", {"FREQ": ["DAILY"]}),
    "每周五前": ("01-01", {"FREQ": ["WEEKLY"], "BYDAY": ["FR"]}),
}


@pytest.mark.parametrize(("phrase", "wanted"), WEEKLY.items(), ids=WEEKLY)
def test_what_returns_daily_or_weekly_is_one_entry_until_the_year_ends(
    tmp_path: Path, phrase: str, wanted: tuple[str, dict[str, Any]]
) -> None:
    """That every calendar repeats alike."""
    (entry,) = events(made("calendar", "06-01", a_list(tmp_path, phrase)))
    first, rule = wanted
    assert entry["dtstart"].dt == day(first)
    assert dict(entry["rrule"]) == rule | {"UNTIL": [date(2021, 12, 31)]}


def test_a_filter_of_dates_cuts_what_returns(tmp_path: Path) -> None:
    """From the first day to the last that are asked for."""
    worklist = a_list(tmp_path, "每月5日前", "每周五前", "12月底前")
    query = Query(since=day("03-01"), before=day("04-30"))
    data = made("calendar", "01-10", worklist, query=query)
    assert days(data) == [
        ("1-1-20210305", "03-05"),
        ("1-2-week-1", "03-05"),
        ("1-1-20210405", "04-05"),
    ]
    assert events(data)[1]["rrule"]["UNTIL"] == [day("04-30")]


def test_a_selection_holds_its_dates_only() -> None:
    """By unit, by state, by date; what is done is asked for too."""
    assert len(events(made("calendar", "10-01"))) == 18
    assert len(events(made("calendar", "10-01", query=Query(units=("潭东镇",))))) == 2
    closed = made("calendar", "10-01", query=Query(states=("closed",)))
    assert days(closed) == [("1-3-1", "05-31")]
    early = made("calendar", "10-01", query=Query(before=day("06-30")))
    assert days(early) == [("1-3-1", "05-31")]


def test_the_same_question_gives_the_same_bytes_made_at_the_day_asked_about() -> None:
    """No clock, no chance: DTSTAMP is the day's first moment."""
    assert made("calendar", "10-01") == made("calendar", "10-01")
    stamps = {one["dtstamp"].dt for one in events(made("calendar", "10-01"))}
    assert stamps == {datetime(2021, 10, 1, tzinfo=UTC)}


def test_another_list_has_other_uids(tmp_path: Path) -> None:
    """Both may be in one calendar; and an entry's uid is its own."""
    one = a_list(tmp_path, "8月底前", "9月底前")
    two = one._replace(title="某县2021年民生实事清单")
    found = [str(e["uid"]) for each in (one, two) for e in events(made("calendar", "01-10", each))]
    assert len(set(found)) == 4


def test_an_entry_tells_all_that_one_wants_to_know() -> None:
    """Text, cells, state, last report; a day off is pointed out."""
    entry = next(e for e in events(made("calendar", "10-01")) if e["uid"].startswith("1-1-1."))
    item = the_list().items[0]
    for wanted in (
        item.text,
        f"牵头单位：{item.lead_text}",
        f"责任单位：{item.responsible_text}",
        f"完成时限：{item.deadline.text}",
        "周日",
        "状态：推进中",
        "黄灯",
        "10月中旬完成全部镇（管理处）",
    ):
        assert wanted in entry["description"]


def test_another_reader_finds_the_same_entries() -> None:
    """The ics package, which shares no line with icalendar."""
    import ics

    data = made("calendar", "10-01")
    theirs = {
        (one.uid, one.begin.date(), one.name, one.description, one.all_day, len(one.alarms))
        for one in ics.Calendar(data.decode()).events
    }
    ours = {
        (
            str(one["uid"]),
            one["dtstart"].dt,
            str(one["summary"]),
            str(one["description"]),
            True,
            len(reminders(one)),
        )
        for one in events(data)
    }
    assert theirs == ours


def test_lines_are_folded_and_ended_as_the_standard_says() -> None:
    """At most 75 octets, CR LF; no character is cut in two."""
    data = made("calendar", "10-01")
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert all(line.decode() and b"\n" not in line for line in lines[:-1])


NASTY = 'a,b;c\\d："e" <script>alert(1)</script> ]]> {{7*7}} BEGIN:VEVENT 😀 אבג'


@pytest.mark.parametrize("text", [NASTY, "长" * 40_000], ids=["nasty", "long"])
def test_text_cannot_become_another_line(tmp_path: Path, text: str) -> None:
    """Commas, semicolons, backslashes and line breaks are escaped, and read back as they were."""
    worklist = a_list(tmp_path, "8月底前", text=text)
    said = record(
        "08-01", "1-1", "report", 1, status="in-progress", done="一行\nEND:VEVENT\n" + text
    )
    data = made("calendar", "08-10", worklist, known(worklist, "08-10", said))
    assert [data.splitlines().count(line) for line in (b"BEGIN:VEVENT", b"END:VEVENT")] == [1, 1]
    (entry,) = events(data)
    assert worklist.items[0].text in entry["description"]
    assert f"一行\nEND:VEVENT\n{text}" in entry["description"]


def test_nothing_selected_is_still_a_calendar() -> None:
    """With a time zone in it: the standard knows no calendar without a component."""
    data = made("calendar", "10-01", query=Query(search=("没有这个词",)))
    calendar = Calendar.from_ical(data)
    assert events(data) == []
    assert [one.name for one in calendar.subcomponents] == ["VTIMEZONE"]


def test_progress_known_later_is_left_out() -> None:
    """--known-by holds for the calendar as for every answer."""
    then = made("calendar", "10-01", progress=the_year("10-01", "06-30"))
    assert ("1-1-1", "08-31") in days(then)
    assert ("1-1-1", "10-31") in days(made("calendar", "10-01"))


def test_the_command_writes_a_file_and_counts(sulist: Sulist, tmp_path: Path) -> None:
    """What is not in it is told on stderr, also beside a pipe."""
    worklist = a_list(tmp_path, "8月底前", "长期坚持")
    (tmp_path / "progress.yaml").write_text(journal_text(worklist), encoding="utf-8")
    done = sulist("export", "calendar", "-o", "a.ics", "--file", "items.yaml")
    assert done.returncode == 0, done.stderr.decode()
    assert "1 item without a date has no entry." in done.stderr.decode()
    piped = sulist("export", "calendar", "-o", "-", "--file", "items.yaml")
    assert piped.stdout == (tmp_path / "a.ics").read_bytes()
    assert "1 item without a date has no entry." in piped.stderr.decode()
