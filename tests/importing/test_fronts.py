"""Title, region and year of a list, from what a document says around its items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import doubts, errors, imported, text, unused

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.importers.importing import Imported

ITEM = "1.新建泵站。（区水利局牵头，6月底前完成）"


def letter(tmp_path: Path, *lines: str, item: str = ITEM, title: str = "") -> Imported:
    """What is made of a text of these lines, the item and what stands below it."""
    above, _mark, below = "\n".join(lines).partition("|")
    return imported(text(tmp_path / "a.txt", f"{above}\n{item}\n{below}\n"), title=title)


YEARS = {
    "the title": (["东湖区2024年重点任务清单", "东政发〔2023〕45号"], 2024),
    "the document's number": (["东湖区重点任务清单", "东政发〔2018〕5号"], 2018),
    "the day of issue": (["东湖区重点任务清单|东湖区人民政府", "2019年3月1日"], 2019),
    "the plan that is sent": (
        ["现将东湖区2022年度重点任务印发给你们。", "东湖区重点任务清单"],
        2022,
    ),
    "and no far goal": (
        ["到2027年，建成示范区。", "东湖区重点任务清单", "东政发〔2023〕5号"],
        2023,
    ),
    "the number of a paper that says who signs on one line": (
        ["东湖区重点任务清单", "东交案字〔2022〕18号　　签发人：许明　　办理结果：B"],
        2022,
    ),
    "the number of minutes": (["东湖区重点任务清单", "【2021】第2号"], 2021),
    "no sentence of what was done": (
        ["近年来，全区2021年完成重点工作43项。", "东湖区重点任务清单", "东政发〔2023〕5号"],
        2023,
    ),
}


@pytest.mark.parametrize("said", YEARS)
def test_the_year_is_said_by(tmp_path: Path, said: str) -> None:
    """A list whose deadlines need one."""
    lines, year = YEARS[said]
    made = letter(tmp_path, *lines)
    assert made.draft.front.year == year
    assert (doubts(made), errors(made)) == ([], [])


def test_a_day_of_issue_late_in_the_year_is_a_doubt(tmp_path: Path) -> None:
    """The list may be that of the next year."""
    made = letter(tmp_path, "东湖区重点任务清单|东湖区人民政府", "2019年12月28日")
    assert doubts(made) == [("", "year 2019, that of the day of issue")]


def test_the_day_of_issue_outweighs_a_year_that_only_a_sentence_names(tmp_path: Path) -> None:
    """A doubt names both."""
    made = letter(
        tmp_path, "2021年调整43条线路。", "东湖区重点任务清单|东湖区人民政府", "2022年7月12日"
    )
    assert (made.draft.front.year, str(made.draft.front.issued)) == (2022, "2022-07-12")
    assert doubts(made) == [("", "year 2022, that of the day of issue")]
    assert made.draft.doubts[0].other == "A sentence says 2021; --year sets it."


def test_the_days_of_deadlines_outweigh_a_year_that_only_a_sentence_names(tmp_path: Path) -> None:
    """Where as many write their year as do not."""
    item = "1.新建泵站。（区水利局牵头，2022年8月底前）\n2.建桥。（区住建局牵头，9月底前）"
    made = letter(tmp_path, "2021年调整43条线路。", "东湖区重点任务清单", item=item)
    assert made.draft.front.year == 2022
    assert doubts(made) == [("", "year 2022, the only one that its deadlines write")]
    assert made.draft.doubts[0].other == "A sentence says 2021; --year sets it."


def test_dates_of_a_text_alone_have_the_year_that_stands_beside(tmp_path: Path) -> None:
    """With a doubt; where none does they stay in the text, which needs none."""
    item = "1.新建泵站，8月底前完工。（区水利局牵头）"
    made = letter(tmp_path, "东湖区重点任务清单", item=item + "\n发布日期：2024-02-20")
    assert (made.draft.front.year, made.draft.items[0].deadline) == (2024, "8月底前")
    assert doubts(made) == [("", "year 2024, the only one that stands beside the list")]


def test_no_year_is_needed_where_no_deadline_needs_one(tmp_path: Path) -> None:
    """None at all, or each with its own, also of several years."""
    for item in (
        "1.新建泵站。（区水利局牵头）",
        "1.新建泵站。（区水利局牵头，2018年12月底前）\n2.建桥。（区住建局牵头，2019年1月30日前）",
    ):
        made = letter(tmp_path, "东湖区重点任务清单", item=item)
        assert (made.draft.front.year, doubts(made), errors(made)) == (0, [], [])


def test_a_far_deadline_is_never_the_year(tmp_path: Path) -> None:
    """One year among dates without one says nothing of them; a stated title may."""
    item = f"{ITEM}\n2.建桥。（区住建局牵头，8月底前）\n3.修路。（区住建局牵头，2028年9月底前）"
    made = letter(tmp_path, "东湖区重点任务清单", item=item)
    assert made.draft.front.year == 0
    assert doubts(made)[0] == ("", "no year was found, so no date that names none can be read")
    assert len(errors(made)) == 2
    made = letter(tmp_path, "重点任务清单", item=item, title="东湖区2026年重点任务清单")
    assert made.draft.front.year == 2026


def test_a_chapter_heading_is_no_title(tmp_path: Path) -> None:
    """The notice that sends the list is, where nothing else is one."""
    made = letter(
        tmp_path, "东湖区人民政府办公室", "关于印发2024年任务分工的通知", "各街道：", "一、重点任务"
    )
    assert made.draft.front.title == "东湖区人民政府办公室关于印发2024年任务分工的通知"
    assert made.draft.front.region == "东湖区"
    assert unused(made) == ["各街道："]


@pytest.mark.parametrize(
    ("title", "region", "asked"),
    [
        ("东湖区2024年任务清单", "东湖区", []),
        ("东湖区委2024年任务清单", "东湖区", []),
        ("《东湖区妇女发展规划》2024年任务分解表", "东湖区", []),
        ("政协东湖区委员会2024年提案清单", "东湖区", []),
        ("东湖区教育局2024年工作要点", "", ["no region: 东湖区教育局 is no place"]),
        ("东湖职业学院2024年工作要点", "", ["no region: 东湖职业学院 is no place"]),
        ("东湖市人民医院2024年任务清单", "", ["no region: 东湖市人民医院 is no place"]),
        ("东湖集团有限公司2024年任务清单", "", []),
    ],
)
def test_a_body_is_no_region(tmp_path: Path, title: str, region: str, asked: list[str]) -> None:
    """The key is left out; a bureau or a school is a doubt, a company has none."""
    made = letter(tmp_path, title)
    assert (made.draft.front.region, [read for _id, read in doubts(made)]) == (region, asked)
    assert ("\nregion:" in made.text) == bool(region)


def test_the_labels_at_the_head_of_a_web_page(tmp_path: Path) -> None:
    """Several share a line; the day of issue among them is read, and what is not used is told."""
    made = letter(
        tmp_path,
        "索引号：000/2021-1 主题分类：综合政务",
        "发文机关：东湖区人民政府办公室 成文日期：2021年4月2日",
        "标题：关于印发东湖区任务清单的通知",
        "东湖区任务清单",
    )
    front = made.draft.front
    assert (front.title, front.year, str(front.issued)) == ("东湖区任务清单", 2021, "2021-04-02")
