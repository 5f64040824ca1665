"""The page: one file that holds everything, and in which no text can become anything but text."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from conftest import ITEMS
from sending import WHOLE, YEAR, a_list, day, journal_text, known, made, record, the_list, the_year

from sulist.asking.query import Query
from sulist.base.errors import FileError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

VOID = {"meta", "link", "input"}


class Seen(HTMLParser):
    """What a browser finds in a page: elements, their attributes, and the text of each."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of a drawing that has no text."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """The innermost element ends; no other may."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text, of the innermost element."""
        self.texts.append((self.open[-1] if self.open else "", data))

    @property
    def text(self) -> str:
        """What can be read."""
        return "".join(data for tag, data in self.texts if tag not in ("script", "style"))

    @property
    def shape(self) -> list[tuple[str, list[str]]]:
        """Every element with the names of its attributes; but not the lines that a title breaks into."""
        return [
            (tag, sorted(own)) for tag, own in self.elements if own or tag not in ("span", "bdi")
        ]

    def only(self, tag: str) -> str:
        """The text of the one element of a kind."""
        (found,) = (data for own, data in self.texts if own == tag)
        return found

    def of(self, tag: str, kind: str) -> list[dict[str, str]]:
        """The attributes of the elements of a class."""
        return [own for name, own in self.elements if name == tag and own.get("class") == kind]


def test_everything_of_every_item_is_in_the_file() -> None:
    """Cells as printed, name, and all that was said, without a script."""
    text = Seen(made("page", "12-31")).text
    for item in the_list().items:
        for cell in (item.text, item.lead_text, item.responsible_text, item.deadline.text):
            assert cell in text
    for said in the_year("12-31").records():
        for part in (said.done, said.problem, said.next, said.reason, *said.evidence):
            assert part in text


def test_it_needs_nothing_else() -> None:
    """No address of anything outside: not of a script, a style, a font or a picture."""
    seen = Seen(made("page", "12-31"))
    links = [
        own[name]
        for _tag, own in seen.elements
        for name in ("src", "href", "srcset", "action", "data", "poster")
        if name in own
    ]
    assert {one for one in links if not one.startswith("#")} == {"data:,"}
    assert "//" not in seen.only("style").replace("*/", "")
    assert not re.search(r"@import|\burl\(", seen.only("style"))
    assert not re.search(
        r"\b(fetch|XMLHttpRequest|import|WebSocket|eval|innerHTML)\b", seen.only("script")
    )


def test_its_policy_lets_only_its_own_script_and_style_run() -> None:
    """By their hashes, and nothing be fetched; so no style stands in an attribute either."""
    seen = Seen(made("page", "12-31"))
    (policy,) = (
        own["content"]
        for tag, own in seen.elements
        if tag == "meta" and own.get("http-equiv") == "Content-Security-Policy"
    )
    hashes = {
        tag: b64encode(sha256(seen.only(tag).encode()).digest()).decode()
        for tag in ("script", "style")
    }
    assert policy == (
        f"default-src 'none'; script-src 'sha256-{hashes['script']}'; "
        f"style-src 'sha256-{hashes['style']}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    names = {name for _tag, own in seen.elements for name in own}
    assert not {name for name in names if name == "style" or name.startswith("on")}


NASTY = {
    "a script": "<script>document.title='taken'</script>",
    "the end of a script": "</script><script>document.title='taken'</script>",
    "the end of CDATA": "]]><img src=x onerror=document.title='taken'>",
    "the end of a comment": "--><b>bold</b><!--",
    "quotes": '"><b title=\'" onmouseover=alert(1) `',
    "a template": "{{7*7}}{% raw %}{# a #}${7*7}",
    "an entity": "&lt;b&gt;&amp;amp;",
    "right to left": "אבג שלום 2021",
    "emoji": "完成👍🏽一批",
    "a formula": "=cmd|' /C calc'!A0",
    "a long text": "长" * 40_000,
}


def said_everywhere(folder: Path, text: str) -> Seen:
    """A page on which a text stands wherever a text can stand."""
    worklist = a_list(folder, "8月底前", text=text, title=f"{text}清单", region=text)
    said = {"done": text, "problem": text, "next": text, "evidence": (text,)}
    progress = known(
        worklist,
        "08-10",
        record("08-01", "1-1", "report", 1, status="in-progress", percent=40, **said),
        record("08-02", "1-1", "extension", 2, to=day("09-30"), reason=text),
        record("08-03", "1-1", "report", 3, unit=text, role="", **said),
    )
    return Seen(made("page", "08-10", worklist, progress, Query(search=(worklist.items[0].text,))))


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_text_stays_text(tmp_path: Path, text: str) -> None:
    """In the list and in the journal, in every place where it is shown."""
    seen, harmless = said_everywhere(tmp_path, text), said_everywhere(tmp_path, "文字")
    everywhere = "".join(seen.text.split()).count("".join(text.split()))  # cells keep no spaces
    assert everywhere == harmless.text.count("文字") > 12
    assert seen.shape == harmless.shape
    assert "49" not in re.sub(r"\d{4}-\d\d-\d\d", "", seen.text)


def test_marks_that_turn_the_line_are_refused_before_they_get_here(
    sulist: Sulist, tmp_path: Path
) -> None:
    """In the list it is an error; a line of the journal with one does not count, which the page says."""
    worklist = a_list(tmp_path, "8月底前")
    file = tmp_path / "items.yaml"
    line = '- {"on": "2021-05-01", "item": "1-1", "done": "a\\u202eb"}\n'
    (tmp_path / "progress.yaml").write_text(journal_text(worklist) + line, encoding="utf-8")
    sulist.text("export", "page", "-o", "a.html", "--file", "items.yaml")
    assert "有1行未计入" in Seen((tmp_path / "a.html").read_bytes()).text
    file.write_text(file.read_text("utf-8").replace("大事", "大\u202e事"), encoding="utf-8")
    said = sulist.refused("export", "page", "-o", "b.html", "--file", "items.yaml", code=3)
    assert "items.yaml:" in said
    assert not (tmp_path / "b.html").exists()


def test_totals_add_up_on_every_first_of_a_month() -> None:
    """Lights and states of the items, of each category and of all."""
    for month in range(1, 13):
        as_of = f"{month:02}-01"
        seen = Seen(made("page", as_of))
        progress = the_year(as_of)
        items = [
            (own["data-state"], own["data-light"])
            for tag, own in seen.elements
            if tag == "details" and own.get("class") == "item"
        ]
        assert items == [
            (progress.of(one).state, progress.light(one).colour) for one in the_list().items
        ]
        numbers = [int(text) for tag, text in seen.texts if tag == "dd" and text.isdigit()][:6]
        wanted = [
            18,
            *(sum(state == one for state, _light in items) for one in ("closed", "reported-done")),
            *(sum(light == one for _state, light in items) for one in ("red", "yellow")),
            sum(state == "no-report" for state, _light in items),
        ]
        assert numbers == wanted


def test_the_words_for_a_light_hold_for_every_item_that_has_it() -> None:
    """What did not report at all, or was done late, is yellow too: the number and the legend say so."""
    words = {"near": "临近", "behind": "滞后", "no-report": "未反馈", "done-late": "超期报完成"}
    words |= {"on-schedule": "正常", "to-verify": "待复核", "overdue": "逾期", "closed": "办结"}
    for month in range(1, 13):
        progress = the_year(f"{month:02}-20")
        seen = Seen(made("page", f"{month:02}-20"))
        assert "黄灯" in [text for tag, text in seen.texts if tag == "dt"]
        (legend,) = re.findall("灯号：(红为[^。]*)", seen.text)
        said = {clause[0]: clause[2:] for clause in legend.split("，")}
        for item in the_list().items:
            colour, reason = progress.light(item)
            if colour != "none":
                sign = {"red": "红", "yellow": "黄", "green": "绿", "blue": "蓝"}[colour]
                assert words[reason] in said[sign]


def test_the_months_of_the_time_line_hold_every_date() -> None:
    """As extended: 1-1 moves from August to October; the words say it to who cannot see it."""
    (line,) = Seen(made("page", "10-01")).of("svg", "time-line")
    assert "5月1个" in line["aria-label"]
    assert "8月0个" in line["aria-label"]
    assert "10月1个" in line["aria-label"]
    assert "12月16个" in line["aria-label"]
    (early,) = Seen(made("page", "06-01")).of("svg", "time-line")
    assert "8月1个" in early["aria-label"]


def test_a_closed_card_shows_both_dates_of_what_was_extended() -> None:
    """8月底前 as printed, and beside the days that are left until when it was extended."""
    assert "8月底前剩余30天（延期至10月31日）" in Seen(made("page", "10-01")).text.replace(" ", "")
    assert "延期至10月31日）" not in Seen(made("page", "08-01")).text.replace(" ", "")


def test_without_a_journal_it_speaks_of_no_progress(tmp_path: Path) -> None:
    """A list that has just been printed: no states, no lights, nobody blamed."""
    seen = Seen(made("page", "07-01", a_list(tmp_path, "6月底前", "8月底前", "长期坚持")))
    for word in ("未反馈", "逾期", "灯", "历次记录", "存在问题"):
        assert word not in seen.text
    numbers = [int(text) for tag, text in seen.texts if tag == "dd" and text.isdigit()][:4]
    assert numbers == [3, 1, 1, 1]


def test_a_selection_says_what_it_is_and_what_it_leaves_out(tmp_path: Path) -> None:
    """By unit and by date; what has no date or is done is counted."""
    worklist = a_list(tmp_path, "6月底前", "8月底前", "长期坚持")
    done = record("06-01", "1-1", "report", 1, status="done")
    seen = Seen(
        made("page", "07-01", worklist, known(worklist, "07-01", done), Query(before=day("12-31")))
    )
    assert "范围：截至2021-12-31（含当日）" in seen.text
    assert "另有1项没有具体日期，未列入。" in seen.text
    assert "另有1项已完成或已调整，未列入。" in seen.text
    assert [own["id"] for own in seen.of("details", "item")] == ["i-1-2"]


def test_a_day_outside_the_year_is_said_to_be_one() -> None:
    """And stands nowhere on the time line."""
    seen = Seen(made("page", "2026-03-01"))
    assert "截至日不在清单年度（2021年）内。" in seen.text
    assert "截至3月1日" not in seen.text
    assert "截至10月1日" in Seen(made("page", "10-01")).text


def test_records_are_counted_as_far_as_they_were_known() -> None:
    """What was written or spoken of later is no part of the page, nor of its count."""
    text = Seen(made("page", "10-01", progress=the_year("10-01", "06-30"))).text
    known_then = len(the_year("10-01", "06-30").records())
    assert f"进展记录（{known_then}条）" in text
    assert "按2021年6月30日所掌握的情况" in text
    assert "受天气和疫情防控影响" not in text


def test_units_are_offered_under_the_groups_of_the_roster() -> None:
    """In the order of the list's own table."""
    seen = Seen(made("page", "10-01"))
    groups = [own["label"] for tag, own in seen.elements if tag == "optgroup"]
    assert groups == list(the_list().roster.groups)


def test_an_overdue_date_is_told_also_where_a_later_one_was_asked_for(tmp_path: Path) -> None:
    """An intermediate date never vanishes behind the last."""
    worklist = a_list(tmp_path, "6月底前完成方案，12月底前完成建设")
    query = Query(since=day("12-01"))
    seen = Seen(made("page", "07-10", worklist, known(worklist, "07-10"), query))
    assert next(text for tag, text in seen.texts if tag == "p" and "逾期" in text) == "逾期10天"


def test_nothing_selected_is_a_page_that_says_so() -> None:
    """And no bar divides by nothing."""
    seen = Seen(made("page", "07-01", query=Query(search=("没有这个词",))))
    assert "共0项" in seen.text
    assert "个单位" not in seen.text
    assert seen.of("details", "item") == []


def test_only_units_that_an_item_touches_have_a_load(tmp_path: Path) -> None:
    """A part of a list has no rows of nothing for the units that it is not about."""
    roster = {"县直部门": ["县民政局", "县发改局", "县财政局"]}
    text = Seen(made("page", "07-01", a_list(tmp_path, "8月底前", units=roster))).text
    assert "2个单位" in text
    assert "县民政局" not in text


def test_taken_back_records_are_shown_as_such(tmp_path: Path) -> None:
    """History hides nothing: what was corrected stands there, struck out, with the day."""
    worklist = a_list(tmp_path, "8月底前")
    wrong = record("06-01", "1-1", "report", 1, status="in-progress", percent=90, done="写错了。")
    back = record("06-02", "1-1", "correction", 2, corrects="r1")
    seen = Seen(made("page", "07-01", worklist, known(worklist, "07-01", wrong, back)))
    assert len(seen.of("li", "void")) == 1
    assert "写错了。" in seen.text
    assert "2021-06-02" in seen.text


def test_deadlines_that_return_are_found_by_each_month(tmp_path: Path) -> None:
    """And one of several dates by each of its months."""
    worklist = a_list(tmp_path, "每季度末", "6月底前完成方案，12月底前完成建设", "长期坚持")
    months = [
        own["data-month"] for own in Seen(made("page", "02-01", worklist)).of("details", "item")
    ]
    assert months == ["2021-03 2021-06 2021-09 2021-12", "2021-06 2021-12", "none"]


def test_the_same_question_gives_the_same_bytes(tmp_path: Path) -> None:
    """Wherever the list and the journal are."""
    assert made("page", "10-01") == made("page", "10-01")
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    assert made("page", "10-01", a_list(one, "8月底前")) == made(
        "page", "10-01", a_list(two, "8月底前")
    )


def test_it_is_chinese_whoever_asks(sulist: Sulist, tmp_path: Path) -> None:
    """The page goes to those who read the list."""
    words = ("export", "page", "--file", str(ITEMS), "--journal", str(YEAR), "-o")
    sulist.text(*words, "en.html", SULIST_LANG="en")
    sulist.text(*words, "zh.html", SULIST_LANG="zh_CN")
    data = (tmp_path / "en.html").read_bytes()
    assert data == (tmp_path / "zh.html").read_bytes()
    assert b'<html lang="zh-CN">' in data


@pytest.mark.parametrize(("kind", "package"), [("page", "jinja2"), ("calendar", "icalendar")])
def test_a_missing_package_is_told_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, kind: str, package: str
) -> None:
    """Before anything is read or made."""
    monkeypatch.setattr(
        "sulist.base.extras.find_spec", lambda name: None if name == package else name
    )
    with pytest.raises(FileError, match=re.escape('pip install "sulist[documents]"')):
        made(kind, "10-01", query=WHOLE)


@pytest.mark.parametrize("kind", ["page", "calendar"])
def test_a_long_work_tells_how_far_it_is(tmp_path: Path, kind: str) -> None:
    """From nothing to all, never back."""
    from sulist.write.documents import build

    told: list[float] = []
    build(kind, a_list(tmp_path, *["8月底前"] * 300), WHOLE, day("07-01"), None, told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(told) >= 100
