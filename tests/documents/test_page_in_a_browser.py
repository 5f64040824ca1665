"""The page in real Chromium: found, filtered, opened, printed, by everyone, on every screen."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from browsing import Visit, browser
from sending import a_list, day, known, made, record, the_list, the_year

from sulist.asking.query import Query, select
from sulist.listfile.worklist import load
from sulist.standing.course import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

__all__ = ["browser"]
AS_OF = "09-10"
WIDTHS = (320, 360, 414, 700, 768, 1024, 1280, 1920)


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the list of 2021 in the middle of its year."""
    found = tmp_path_factory.mktemp("page") / "page.html"
    found.write_bytes(made("page", AS_OF))
    return found


@pytest.fixture
def visit(browser: Browser, file: Path) -> Iterator[Visit]:
    """That page, open; a test must leave it without a complaint, and nothing was asked for."""
    with Visit(browser, file) as found:
        yield found
        assert found.complaints == []
        assert set(found.requests) == {file.as_uri()}


def ids(query: Query) -> list[str]:
    """The items that sulist itself finds."""
    progress = the_year(AS_OF)
    found = select(the_list(), query, day(AS_OF), progress=progress).matches
    return [one.item.id for one in found]


ALL = ids(Query())
SEARCHES = {
    "变电站": ["2-7"],
    "220kv": ["2-7"],
    "２－７": ["2-7"],
    "二-7": ["2-7"],
    "潭东镇 宣讲": ["1-1"],
    "设计招标流标": ["2-2"],
    "  ": ALL,
    "没有这个词": [],
    "<b>": [],
    "区财政局": [
        one.id
        for one in the_list().items
        if "区财政局" in one.lead_text + one.responsible_text + one.text
    ],
    "历次记录": [],
    "牵头": [one.id for one in the_list().items if "牵头" in one.text],
}


@pytest.mark.parametrize(("typed", "wanted"), SEARCHES.items(), ids=SEARCHES)
def test_a_search_finds_items_by_all_their_words(
    visit: Visit, typed: str, wanted: list[str]
) -> None:
    """In texts, ids and reports, whatever the width and case; the labels are not searched."""
    assert visit.search(typed) == wanted
    said = {len(ALL): "共18项", 0: "没有符合条件的事项，共18项"}
    assert visit.shown == said.get(len(wanted), f"筛选出{len(wanted)}项，共18项")


FILTERS: dict[str, tuple[list[tuple[str, str]], Query]] = {
    "a unit": ([("unit", "潭东镇")], Query(units=("潭东镇",))),
    "a busy unit": ([("unit", "区经发局")], Query(units=("区经发局",))),
    "a unit that leads": (
        [("unit", "区经发局"), ("role", "牵头")],
        Query(units=("区经发局",), roles=("lead",)),
    ),
    "a unit that may be meant": (
        [("unit", "区财政局"), ("role", "可能")],
        Query(units=("区财政局",), roles=("possible",)),
    ),
    "a category": ([("category", "三、")], Query(categories=("三",))),
    "a state": ([("state", "办结")], Query(states=("closed",))),
    "a month": ([("month", "2021年10月")], Query(since=day("10-01"), before=day("10-31"))),
    "several": (
        [("unit", "区社管局"), ("category", "二、"), ("state", "推进中"), ("month", "2021年12月")],
        Query(units=("区社管局",), categories=("二",), states=("in-progress",), since=day("12-01")),
    ),
}


@pytest.mark.parametrize(("choices", "query"), FILTERS.values(), ids=FILTERS)
def test_a_filter_finds_what_sulist_finds(
    visit: Visit, choices: list[tuple[str, str]], query: Query
) -> None:
    """The page's answer and the command's are the same; cleared, everything is back."""
    for name, label in choices:
        found = visit.choose(name, label)
    assert found == ids(query) != []
    visit.page.get_by_role("button", name="清除筛选").click()
    visit.page.wait_for_timeout(50)
    assert visit.items == ALL


def test_the_filter_by_light_finds_what_is_yellow(visit: Visit) -> None:
    """As many as the number beside the choice says."""
    progress = the_year(AS_OF)
    wanted = [one.id for one in the_list().items if progress.light(one).colour == "yellow"]
    assert visit.choose("light", "黄灯") == wanted != []
    assert f"（{len(wanted)}）" in visit.page.locator("#f-light option:checked").inner_text()


URGENCY = ("red", "yellow", "green", "blue", "none")


def by_date() -> list[Any]:
    """What is to be done, soonest first; then what is done; the printed order among equals."""
    found = select(the_list(), Query(), day(AS_OF), progress=the_year(AS_OF)).matches
    return sorted(found, key=lambda one: (one.due is None, one.days_left is None, str(one.due)))


ORDERS: dict[str, Any] = {
    "到期日期": lambda _one: 0,
    "牵头单位": lambda one: the_list().units.index(one.item.lead_text),
    "灯号": lambda one: URGENCY.index(one.light.colour),
    "状态": lambda one: STATES.index(one.standing.state),
}


@pytest.mark.parametrize(("label", "key"), ORDERS.items(), ids=ORDERS)
def test_the_list_is_sorted_as_the_reader_likes_and_put_back(
    visit: Visit, label: str, key: Any
) -> None:
    """By what was chosen, then by date; afterwards each item stands in its category again."""
    wanted = [one.item.id for one in sorted(by_date(), key=key)]
    assert visit.choose("order", label) == wanted != ALL
    assert re.fullmatch(f"共18项，按{label}.*排列", visit.shown)
    assert visit.page.locator("section.category:visible").count() == 1
    assert visit.choose("order", "清单顺序") == ALL
    assert visit.shown == "共18项"
    assert visit.page.locator("section.category:visible").count() == 3
    for number, own in (("1", 5), ("2", 11), ("3", 2)):
        section = visit.page.locator(f"section.category:has(#c-{number})")
        assert section.locator("details.item").count() == own


def test_sorting_and_filters_go_together(visit: Visit) -> None:
    """In either order; to clear the filters leaves the order as it is, and what is open stays open."""
    wanted = [one.item.id for one in by_date() if one.item.category == "一"]
    visit.page.locator("#i-1-3 summary").click()
    visit.choose("order", "到期日期")
    assert visit.choose("category", "一、") == wanted != sorted(wanted)
    assert visit.shown == "筛选出5项，共18项，按到期日期（未完成的在前）排列"
    assert visit.page.locator("#i-1-3 .text").is_visible()
    visit.page.get_by_role("button", name="清除筛选").click()
    visit.page.wait_for_timeout(50)
    assert visit.items == [one.item.id for one in by_date()]
    assert visit.search("没有这个词") == []
    assert visit.search("变电站") == ["2-7"]


def test_the_order_is_chosen_by_keyboard_and_told_to_who_cannot_see_it(visit: Visit) -> None:
    """A choice with a name; the keyboard stays on it, and the new order is said aloud."""
    order = visit.page.get_by_role("combobox", name="排序")
    order.focus()
    visit.page.keyboard.press("ArrowDown")
    visit.page.wait_for_timeout(50)
    assert visit.items == [one.item.id for one in by_date()]
    assert visit.page.evaluate("document.activeElement.id") == "f-order"
    assert "按到期日期" in visit.page.get_by_role("status").inner_text()


def test_print_keeps_the_order_and_says_it(visit: Visit) -> None:
    """What is printed is what is seen."""
    visit.choose("order", "到期日期")
    whole = "".join(printed(visit))
    assert "共18项，按到期日期（未完成的在前）排列" in whole
    names = [plain(one.item.text)[-20:] for one in by_date()]
    places = [whole.index(name) for name in names]
    assert places == sorted(places)


def test_what_has_no_date_or_no_unit_stands_last(browser: Browser, tmp_path: Path) -> None:
    """Without a journal one sorts by date and unit; there is no light and no state."""
    a_list(tmp_path, "长期坚持", "8月底前", "6月底前", "12月底前")
    file = tmp_path / "items.yaml"
    parts = file.read_text("utf-8").split("lead: 县发改局")
    leads = ("有关部门", "县教体局", "县发改局", "县教体局")
    text = "".join(f"{part}lead: {lead}" for part, lead in zip(parts, leads, strict=False))
    roster = "\nunits:\n  县直部门: [县发改局, 县教体局, 县财政局]\n"
    file.write_text(text + parts[-1] + roster, encoding="utf-8")
    page = tmp_path / "page.html"
    page.write_bytes(made("page", "07-01", load(str(file))))
    with Visit(browser, page) as visit:
        assert visit.page.locator("#f-order option").all_inner_texts() == [
            "清单顺序",
            "到期日期",
            "牵头单位",
        ]
        assert visit.choose("order", "到期日期") == ["1-3", "1-2", "1-4", "1-1"]
        assert visit.choose("order", "牵头单位") == ["1-3", "1-2", "1-4", "1-1"]


def test_a_category_without_items_left_is_gone(visit: Visit) -> None:
    """No heading over nothing."""
    assert visit.page.locator("section.category:visible").count() == 3
    visit.choose("category", "三、")
    assert visit.page.locator("section.category:visible").count() == 1


def test_an_item_opens_by_mouse_and_by_keyboard(visit: Visit) -> None:
    """Enter and space do what a click does; text and history can be read then."""
    item = visit.page.locator("#i-1-1")
    text = item.locator(".text")
    assert not text.is_visible()
    item.locator("summary").click()
    assert text.is_visible()
    assert item.locator(".history li").count() == 6
    for key in ("Enter", "Space"):
        was = text.is_visible()
        item.locator("summary").press(key)
        assert text.is_visible() is not was
    visit.page.get_by_role("button", name="全部展开").click()
    assert visit.page.locator("details.item[open]").count() == 18
    visit.page.get_by_role("button", name="全部收起").click()
    assert visit.page.locator("details.item[open]").count() == 0


def test_everything_is_reached_with_the_tab_key(visit: Visit) -> None:
    """From the first link past the figures into search, filters and each item; each shows its focus."""
    reached = []
    for _press in range(60):
        visit.page.keyboard.press("Tab")
        reached.append(
            visit.page.evaluate(
                """() => {
                    const one = document.activeElement;
                    const ring = getComputedStyle(one).outlineStyle;
                    return [one.id || one.parentElement.id || one.textContent.trim(), ring];
                }"""
            )
        )
    names = [name for name, _ring in reached]
    assert names[0] == "跳到事项清单"
    wanted = [f"f-{name}" for name in ("q", "unit", "category", "state", "light", "month")]
    wanted += ["open-all", "close-all", "print", "with-history", "f-order"]
    wanted += [*(f"i-{one}" for one in ALL)]
    assert [name for name in dict.fromkeys(names) if name in wanted] == wanted
    assert {ring for name, ring in reached if name in wanted} == {"solid"}


def test_a_problem_leads_to_its_item(visit: Visit) -> None:
    """Also where a filter hides it: then the filter is cleared."""
    visit.choose("category", "三、")
    visit.page.locator(".urgent a", has_text="2-2").first.click()
    visit.page.wait_for_timeout(100)
    assert visit.page.locator("#i-2-2 .text").is_visible()
    assert visit.items == ALL


def test_an_address_with_an_item_opens_it(browser: Browser, file: Path) -> None:
    """So that a link in a message leads there."""
    with Visit(browser, file) as visit:
        visit.page.goto("about:blank")
        visit.page.goto(f"{file.as_uri()}#i-2-7")
        assert visit.page.locator("#i-2-7 .text").is_visible()


def printed(visit: Visit) -> list[str]:
    """The pages that come out of the printer, as text without spaces."""
    import pypdfium2

    data = visit.page.pdf(prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(BytesIO(data))
    try:
        sizes = {tuple(round(side) for side in one.get_size()) for one in document}
        assert sizes == {(595, 842)}  # A4, in points
        return ["".join(one.get_textpage().get_text_range().split()) for one in document]
    finally:
        document.close()


def plain(text: str) -> str:
    """A text as it comes back from a printed page."""
    return "".join(text.split())


def test_print_shows_every_text_though_nothing_is_open(visit: Visit) -> None:
    """Cells and history, without form and buttons, on numbered pages; afterwards it is as it was."""
    pages = printed(visit)
    whole = "".join(pages)
    for item in the_list().items:
        assert plain(item.text)[-20:] in whole
    assert "设计招标流标一次" in whole
    assert "全部展开" not in whole
    assert [f"—{number}—" in page for number, page in enumerate(pages, 1)] == [True] * len(pages)
    assert visit.page.locator("details.item[open]").count() == 0


def test_without_a_journal_the_text_has_the_whole_width(browser: Browser, tmp_path: Path) -> None:
    """Nothing stands beside it: no room is kept for a light, a state or a history."""
    file = tmp_path / "page.html"
    file.write_bytes(made("page", "07-01", a_list(tmp_path, "8月底前", text="做好大事。" * 60)))
    with Visit(browser, file, viewport={"width": 1280, "height": 800}) as visit:
        visit.page.locator("#i-1-1 summary").click()

        def share(one: str) -> float:
            box, whole = (visit.page.locator(f"#i-1-1 {part}").bounding_box() for part in (one, ""))
            assert box is not None
            assert whole is not None
            return box["width"] / whole["width"]

        assert share(".name") > 0.9
        assert share(".body > div") > 0.9
        visit.page.emulate_media(media="print")
        assert share(".text") > 0.9


def test_print_can_do_without_history(visit: Visit) -> None:
    """Fewer pages, which say what they leave out."""
    long = printed(visit)
    visit.page.get_by_label("打印历次记录").uncheck()
    short = printed(visit)
    assert len(short) < len(long)
    assert "完成线上宣讲2期" in "".join(long)
    assert "完成线上宣讲2期" not in "".join(short)
    assert "条，未打印" in "".join(short)


def test_print_of_a_filtered_page_says_that_it_is_one(visit: Visit) -> None:
    """What is printed is what is seen."""
    visit.choose("category", "三、")
    whole = "".join(printed(visit))
    assert "筛选出2项，共18项" in whole
    assert "横岭220KV变电站" not in whole


def test_without_a_script_everything_can_be_read(browser: Browser, file: Path) -> None:
    """No form that would do nothing; items open; print has every text."""
    with Visit(browser, file, java_script_enabled=False) as visit:
        assert not visit.page.locator("#filters").is_visible()
        assert not visit.page.locator("#f-order").is_visible()
        assert visit.items == ALL
        visit.page.locator("#i-1-1 summary").click()
        assert visit.page.locator("#i-1-1 .text").is_visible()
        whole = "".join(printed(visit))
        for item in the_list().items:
            assert plain(item.text)[-20:] in whole
        assert "设计招标流标一次" in whole


def open_some(visit: Visit) -> None:
    visit.page.locator("#i-1-1 summary").click()
    visit.page.locator("#i-2-2 summary").click()


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
)
def test_axe_finds_nothing_wrong(browser: Browser, file: Path, width: int, scheme: Any) -> None:
    """On a telephone and a screen, light and dark, with items open and closed."""
    settings = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    with Visit(browser, file, bypass_csp=True, **settings) as visit:
        open_some(visit)
        assert visit.judged() == []
        visit.choose("order", "灯号")
        assert visit.judged() == []
        assert visit.complaints == []


def test_axe_is_awake(browser: Browser, tmp_path: Path) -> None:
    """It does find what is wrong with a page that has no language and a picture without words."""
    file = tmp_path / "bad.html"
    file.write_text("<title>a</title><img src='data:,'>", encoding="utf-8")
    with Visit(browser, file) as visit:
        assert {one.split(":")[0] for one in visit.judged()} >= {"html-has-lang", "image-alt"}


@pytest.mark.parametrize("as_of", ["06-20", "07-20", "08-01"])
def test_the_day_asked_about_covers_no_number_of_the_time_line(
    browser: Browser, tmp_path: Path, as_of: str
) -> None:
    """Not even beside the highest bar on the smallest telephone."""
    file = tmp_path / "page.html"
    file.write_bytes(made("page", as_of, a_list(tmp_path, *["6月底前", "7月底前", "8月底前"])))
    with Visit(browser, file, viewport={"width": 320, "height": 800}) as visit:
        texts = visit.page.locator(".time-line text").all()
        boxes = [one.bounding_box() for one in texts]
        today = visit.page.locator(".time-line text.today").bounding_box()
        assert today is not None
        below = [one["y"] for one in boxes if one and one != today]
        assert len(below) == 3 + 12
        assert min(below) >= today["y"] + today["height"]


def test_nobody_has_to_scroll_sideways(visit: Visit) -> None:
    """From the smallest telephone to a wide screen, with items open."""
    open_some(visit)
    for width in WIDTHS:
        visit.page.set_viewport_size({"width": width, "height": 800})
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_axe_finds_nothing_wrong_with_a_page_that_has_everything(
    browser: Browser, tmp_path: Path
) -> None:
    """Overdue, extended, withdrawn, taken back, without a date; and one that nobody reported on."""
    worklist = a_list(
        tmp_path, "6月底前", "8月底前", "8月底前", "长期坚持", "6月底前完成A，12月底前完成B"
    )
    progress = known(
        worklist,
        "08-10",
        record("05-01", "1-1", "report", 1, status="in-progress", percent=10, problem="缺资金。"),
        record("05-02", "1-2", "extension", 2, to=day("09-30"), reason="延期。"),
        record("05-03", "1-3", "withdrawal", 3, reason="调整。"),
        record("05-04", "1-4", "report", 4, status="in-progress", done="写错了。"),
        record("05-05", "1-4", "correction", 5, corrects="r4"),
    )
    file = tmp_path / "page.html"
    for number, kinds in enumerate((progress, None)):
        file.write_bytes(made("page", "08-10", worklist, kinds))
        for scheme in ("light", "dark"):
            with Visit(browser, file, bypass_csp=True, color_scheme=scheme) as visit:
                visit.page.get_by_role("button", name="全部展开").click()
                assert visit.judged() == [], (number, scheme)
                assert visit.complaints == []


def test_dark_is_dark_and_print_is_light(browser: Browser, file: Path) -> None:
    """By the reader's own setting."""

    def paper(visit: Visit) -> int:
        colour: str = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(int(one) for one in colour.strip("rgb()").split(","))

    with Visit(browser, file, color_scheme="light") as visit:
        assert paper(visit) > 600
    with Visit(browser, file, color_scheme="dark") as visit:
        assert paper(visit) < 150
        visit.page.emulate_media(media="print")
        assert paper(visit) == 765


def test_a_hostile_text_does_nothing_but_be_read(browser: Browser, tmp_path: Path) -> None:
    """No script runs, no picture is fetched, no dialog opens, in search neither."""
    text = (
        "</script><script>window.taken=1;alert(1)</script><img src=x onerror=alert(2)>{{7*7}}\"'`"
    )
    worklist = a_list(tmp_path, "8月底前", text=text, title=f"{text}清单")
    said = record("08-01", "1-1", "report", 1, status="in-progress", done=text, problem=text)
    file = tmp_path / "page.html"
    file.write_bytes(made("page", "08-10", worklist, known(worklist, "08-10", said)))
    with Visit(browser, file) as visit:
        assert visit.search("onerror=alert(2)") == ["1-1"]
        visit.page.locator("#i-1-1 summary").click()
        assert visit.page.locator("#i-1-1 .told").first.inner_text() == f"进展情况{text}"
        assert visit.page.evaluate("window.taken") is None
        assert visit.complaints == []
        assert set(visit.requests) == {file.as_uri()}


def test_the_policy_stops_a_script_that_is_not_the_pages(browser: Browser, file: Path) -> None:
    """Even if one got in, it would not run."""
    with Visit(browser, file) as visit:
        visit.page.evaluate(
            """() => {
                const one = document.createElement("script");
                one.textContent = "window.taken = 1";
                document.body.append(one);
            }"""
        )
        assert visit.page.evaluate("window.taken") is None
        assert any("Content Security Policy" in one for one in visit.complaints)
