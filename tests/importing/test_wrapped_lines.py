"""Running text of a PDF: lines that go on, and what every page repeats at its head and foot."""

from __future__ import annotations

from sulist.importers.read.wrapped_lines import TextLine, paragraphs

WIDTH = 16  # letters of a full line


def line(text: str, top: float, page: int = 1, indent: int = 0) -> TextLine:
    """A line of letters ten points wide."""
    left = 100.0 + 10 * indent
    return TextLine(text, left, left + 10 * len(text), top, 10, 0, f"page {page}", page, 800)


def page(*texts: str, indent: int = 2, number: int = 1, gap: int = 0) -> list[TextLine]:
    """A page on which each of the texts is a paragraph, broken where a line is full."""
    made: list[TextLine] = []
    top = 200.0
    for text in texts:
        rest, first = text, indent
        while rest:
            made.append(line(rest[: WIDTH - first], top, number, first))
            rest, first, top = rest[WIDTH - first :], 0, top + 16
        top += gap
    return made


def read(*lines: TextLine, pages: int = 1) -> tuple[list[str], list[str]]:
    """The paragraphs, and what is beside them."""
    rows, beside = paragraphs(list(lines), pages)
    return [row.cells[0].text for row in rows], [cell.text for cell in beside]


TEXTS = (
    "1.推进城市供水管网改造，全年完成20公里以上，做到按期验收。（责任单位：市水利局）",
    "2.建设公园10个，惠及居民。要求做到一处一策，这一段的末行正好写满这一行。",
    "责任单位：市园林局",
)


def test_a_full_line_goes_on_in_the_next_one() -> None:
    """Where paragraphs are indented it alone decides."""
    assert read(*page(*TEXTS)) == (list(TEXTS), [])


def test_without_indents_a_number_a_label_or_a_gap_begins_a_paragraph() -> None:
    """A line that is full may be the last of one."""
    full = "这一段的末行正好写满这一行文字的"
    assert len(full) == WIDTH
    assert read(*page(full, *TEXTS, indent=0))[0][0] == full
    texts = [full, "另一段从这里开始，它比一行要长一些", full]
    assert read(*page(*texts, indent=0, gap=12)) == (texts, [])


def test_a_paragraph_goes_on_over_the_page() -> None:
    """Behind the number of the page and the head of the next one, which every page repeats."""
    text = TEXTS[0]
    first, second = text[: WIDTH - 2], text[WIDTH - 2 :]
    one = [line("东湖区人民政府公报", 20), *page(TEXTS[1]), line(first, 600, 1, 2)]
    two = [
        line("东湖区人民政府公报", 21, 2),
        *page(second, indent=0, number=2),
        *page(TEXTS[1], number=2),
    ]
    made = read(*one, line("— 1 —", 780), *two, line("— 2 —", 780, 2), pages=2)
    assert made == (
        [TEXTS[1], text, "— 1 —", TEXTS[1], "— 2 —"],
        ["东湖区人民政府公报"],
    )


def test_what_a_browser_prints_around_a_page_is_beside_it() -> None:
    """The day, the title and the address; a line that stands once at the edge is text."""
    made = read(
        line("2024/3/5 15:20 工作要点", 20),
        line("工作要点", 60),
        *page(TEXTS[0]),
        line("https://www.example.gov.cn/a.html 1/1", 780),
    )
    assert made == (
        ["工作要点", TEXTS[0]],
        ["2024/3/5 15:20工作要点", "https://www.example.gov.cn/a.html 1/1"],
    )


def wide(text: str, left: float, top: float) -> TextLine:
    """A line on a page that is 440 wide, whose margins are 100 and 100."""
    return line(text, top)._replace(left=left, right=left + 10 * len(text), width=440)


def test_a_line_that_a_mark_shortens_goes_on() -> None:
    """A letter goes to the next line with the comma that may not begin it."""
    made = read(
        wide("（一）由市住建局牵头制定全市城市体检工作方", 120, 200),
        wide("案，六月底前报市政府。", 100, 216),
        wide("（二）由市交通局会同市财政局研究公交都市补贴", 120, 232),
        wide("办法。", 100, 248),
    )
    assert made[0] == [
        "（一）由市住建局牵头制定全市城市体检工作方案，六月底前报市政府。",
        "（二）由市交通局会同市财政局研究公交都市补贴办法。",
    ]


def test_a_line_before_a_number_that_is_not_broken_goes_on() -> None:
    """降低 and 10.5%。 behind it: the number and its mark had no room on the line."""
    lines = [
        line("第一段文字写满了整整一行的样子呀", 200),
        line("一般工商业平均电价再降低了", 216),
        line("10.5%。（责任单位：市发改委）", 232),
    ]
    assert read(*lines)[0] == [
        "第一段文字写满了整整一行的样子呀一般工商业平均电价再降低了10.5%。（责任单位：市发改委）"
    ]


def test_where_each_line_is_indented_each_is_a_paragraph() -> None:
    """A line is not full because it is the longest, nor is its left edge the margin."""
    short = ["三、建设书屋二十个，由宣传部牵头", "县文旅局印发这个通知给各个单位"]
    assert read(*(wide(one, 120, 200 + 16 * at) for at, one in enumerate(short)))[0] == short
    full = ["三、建设书屋二十个，由宣传部牵头和各镇配合。", "县文旅局印发"]
    assert read(*(wide(one, 120, 200 + 16 * at) for at, one in enumerate(full)))[0] == full
