"""The day of issue is read where one whole date stands on its line outside the table, else told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import yaml
from documents_made import doubts, errors, imported, text, unused, word, workbook

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

    from sulist.importers.importing import Imported

TITLE = "滨河区2021年重点任务清单"
ROWS = [
    ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"],
    ["1", "新建滨河大道。", "区住建局", "区财政局", "3个月内"],
    ["2", "创建食品安全城市。", "区市监局", "区教育局", "3-5年内"],
]
DATED = [ROWS[0], [*ROWS[1][:4], "6月底前"], [*ROWS[2][:4], "10月底前"]]
WHO = "滨河区人民政府办公室"
TOLD = "2021年5月18日"
DAY = date(2021, 5, 18)


def letter(
    file: Path, above: list[str], below: list[str], rows: list[list[str]] = DATED
) -> Imported:
    """What an import makes of a text with these lines above the title and below the table."""
    lines = [*above, TITLE, *("\t".join(row) for row in rows), *below]
    return imported(text(file, "\n".join(lines)))


READ: dict[str, tuple[list[str], list[str]]] = {
    "one day twice": ([f"成文日期：{TOLD}"], [TOLD]),
    "alone at the end": ([], [TOLD]),
    "alone at the beginning": ([TOLD], []),
    "below who issues it": ([], [WHO, TOLD]),
    "behind who issues it": ([], [f"{WHO}　　{TOLD}"]),
    "behind two that issue it": ([], [f"中共滨河区委办公室 {WHO} {TOLD}"]),
    "in brackets": ([f"（{TOLD}）"], []),
    "in brackets behind who issues it": ([], [f"{WHO}（{TOLD}）"]),
    "with its label": (["成文日期：2021年05月18日"], []),
    "with its label and hyphens": (["成文日期: 2021-05-18"], []),
    "below its label": (["成文日期：", TOLD], []),
    "in Chinese numerals": ([], ["二〇二一年五月十八日"]),
    "with a circle for the zero": ([], ["二○二一年五月十八日"]),
    "with a letter for the zero": ([], ["二O二一年五月十八日"]),
    "with spaces": ([], ["2021 年 5 月 18 日"]),
    "full-width": ([], ["２０２１年５月１８日"]),
    "beside dates in sentences": (
        ["经2021年4月30日会议研究，现印发给你们。", "自2021年6月1日起施行。"], [WHO, TOLD],
    ),
    "beside the day of printing": ([], [WHO, TOLD, f"{WHO}　　2021年5月20日印发"]),
    "beside the day of printing on two lines": ([], [WHO, TOLD, "2021年5月20日", "印发"]),
    "beside a day with another label": (["发布日期：", "2021年5月20日"], [WHO, TOLD]),
}  # fmt: skip
NOT_READ: dict[str, tuple[list[str], list[str]]] = {
    "none": ([], [WHO]),
    "in a sentence": (["经2021年4月30日会议研究，现印发给你们。"], []),
    "with what was done on it": ([f"（{TOLD}区委常委会通过）"], []),
    "the day of printing": ([], [f"{WHO}　　2021年5月20日印发"]),
    "the day of printing on two lines": ([], [f"{WHO}　　2021年5月20日", "印发"]),
    "of printing by its label": ([], [f"印发日期：{TOLD}"]),
    "of publishing by its label": ([f"发布日期：{TOLD}"], []),
    "of publishing below its label": (["发布日期：", TOLD], []),
    "of filling in": ([], [f"填报时间：{TOLD}"]),
    "a month only": ([], ["2021年5月"]),
    "a day still to be written": ([], ["2021年5月 日"]),
    "no such day": ([], ["2021年2月30日"]),
    "two digits of a year": ([], ["21年5月18日"]),
    "a meeting": ([f"全区经济工作会 {TOLD}"], []),
    "run on behind a name": ([], [f"报滨河区人民政府办公室{TOLD}"]),
    "a period": ([], ["2021年5月18日至2021年6月18日"]),
}  # fmt: skip
SEVERAL: dict[str, tuple[list[str], list[str], list[str]]] = {
    "two days": (
        ["2021年5月12日"], [WHO, TOLD], ["2021年5月12日 (line 1)", "2021年5月18日 (line 7)"],
    ),
    "one still to be written": (["2021年5月12日"], ["2021年5月 日"], ["2021年5月12日 (line 1)"]),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_the_day_of_issue_is_read(name: str, tmp_path: Path) -> None:
    """It is used; everything else stays told as not used."""
    made = letter(tmp_path / "a.txt", *READ[name])
    assert made.draft.front.issued == DAY
    assert doubts(made) == []
    assert yaml.safe_load(made.text)["issued"] == DAY
    above, below = READ[name]
    assert len(unused(made)) == len(above) + len(below) - 1


@pytest.mark.parametrize("name", NOT_READ)
def test_another_date_is_not_the_day_of_issue(name: str, tmp_path: Path) -> None:
    """There is none then, and no doubt: each line is told as not used."""
    above, below = NOT_READ[name]
    made = letter(tmp_path / "a.txt", above, below)
    assert made.draft.front.issued is None
    assert "issued" not in yaml.safe_load(made.text)
    assert doubts(made) == []
    assert len(unused(made)) == len(above) + len(below)


@pytest.mark.parametrize("name", SEVERAL)
def test_of_several_none_is_taken(name: str, tmp_path: Path) -> None:
    """The doubt names them, each with its place."""
    above, below, named = SEVERAL[name]
    made = letter(tmp_path / "a.txt", above, below)
    assert made.draft.front.issued is None
    assert "issued" not in yaml.safe_load(made.text)
    ((_item, read),) = doubts(made)
    assert read.startswith("no day of issue: 2 lines may say it, ")
    assert all(one in read for one in named)
    assert len(unused(made)) == len(above + below)


@pytest.mark.parametrize("day", ["2019年5月18日", "2022年1月4日"])
def test_a_day_of_another_time_is_a_doubt(day: str, tmp_path: Path) -> None:
    """A list is issued in its year or the one before."""
    made = letter(tmp_path / "a.txt", [], [WHO, day])
    assert made.draft.front.issued is None
    assert doubts(made) == [("", f"no day of issue: {day}, in a list of 2021")]
    before = letter(tmp_path / "b.txt", [], [WHO, "2020年12月30日"])
    assert before.draft.front.issued == date(2020, 12, 30)


def test_a_date_inside_the_table_is_none(tmp_path: Path) -> None:
    """Neither a deadline, nor a cell of its own; a spreadsheet is all table."""
    rows = [DATED[0], [*DATED[1][:4], TOLD], ["", TOLD, "", "", ""]]
    assert imported(word(tmp_path / "a.docx", TITLE, rows)).draft.front.issued is None
    lines = [[TITLE], *DATED, [TOLD]]
    made = imported(workbook(tmp_path / "a.xlsx", lines))
    assert (made.draft.front.issued, unused(made)) == (None, [TOLD])


def test_a_date_that_heads_a_part_of_the_list_is_none(tmp_path: Path) -> None:
    """A bare one between items; below the issuing body it is one there too."""
    items = ["1.修路（区住建局牵头，6月底前完成）。", "2.架桥（区住建局牵头，9月底前完成）。"]
    made = imported(
        text(tmp_path / "a.txt", "\n".join([TITLE, items[0], "2021年6月1日", items[1]]))
    )
    assert (made.draft.front.issued, unused(made)) == (None, ["2021年6月1日"])
    made = imported(text(tmp_path / "b.txt", "\n".join([TITLE, items[0], WHO, TOLD, items[1]])))
    assert made.draft.front.issued == DAY


def test_periods_count_from_the_day_that_was_read(sulist: Sulist, tmp_path: Path) -> None:
    """A letter in Word with its annex: 3个月内 and 3-5年内 have dates, where they had none."""
    body = [
        "滨府办发〔2021〕5号",
        "各镇人民政府：",
        "现将清单印发给你们。",
        WHO,
        TOLD,
        "附件",
        TITLE,
    ]
    printed = f"{WHO}\t2021年5月20日印发"
    made = imported(word(tmp_path / "letter.docx", *body, ROWS, printed))
    assert (made.draft.front.issued, errors(made)) == (DAY, [])
    without = imported(word(tmp_path / "other.docx", TITLE, ROWS))
    assert len(errors(without)) == 2
    said = sulist.text("import", "letter.docx", "-o", "next.yaml")
    assert f"Day of issue\n  2021-05-18, read from paragraph 5: {TOLD}\n" in said
    written = (tmp_path / "next.yaml").read_text(encoding="utf-8")
    assert f"# the day of issue, read from paragraph 5: {TOLD}\nissued: 2021-05-18\n" in written
    due = sulist.json("list", "--file", "next.yaml")["items"]
    assert [one["deadline"]["due"] for one in due] == ["2021-08-18", "2026-05-18"]


def test_a_comparison_tells_another_day_of_issue(sulist: Sulist, tmp_path: Path) -> None:
    """And where it was read; a draft without one says nothing of it."""
    letter(tmp_path / "old.txt", [], [WHO, TOLD])
    letter(tmp_path / "new.txt", [], [WHO, "2021年6月2日"])
    letter(tmp_path / "draft.txt", [], [])
    done = sulist("diff", "old.txt", "new.txt")
    assert "issued: 2021-05-18 → 2021-06-02" in done.stdout.decode()
    assert "2021-06-02, read from line 6" in done.stderr.decode()
    assert sulist.json("diff", "old.txt", "draft.txt")["facts"] == []


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_other_kinds_of_documents(kind: str, tmp_path: Path) -> None:
    """Running text of each; a line of a web page, a paragraph of Word."""
    if kind == "docx":
        file = word(tmp_path / "a.docx", TITLE, DATED, f"{WHO}\n{TOLD}")
    else:
        cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in DATED)
        file = text(
            tmp_path / "a.html", f"<p>{TITLE}</p><table>{cells}</table><p>{WHO}<br>{TOLD}</p>"
        )
    made = imported(file)
    assert (made.draft.front.issued, unused(made)) == (DAY, [WHO])
