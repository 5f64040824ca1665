"""A list of drafts becomes a list file that says what is printed, and nothing that is not."""

from __future__ import annotations

import pytest
import yaml

from sulist.importers import yaml_writer
from sulist.importers.drafts import DraftCategory, DraftColumn, DraftItem, DraftList, Front
from sulist.listfile.worklist import examine_text

COLUMNS = (
    DraftColumn("序号", "serial"),
    DraftColumn("重点任务", "text"),
    DraftColumn("责任单位", "responsible"),
    DraftColumn("配合单位", "responsible"),
    DraftColumn("分管领导", "leader"),
    DraftColumn("备注", "other"),
)


def item(identity: str, text: str, responsible: str = "", **more: str) -> DraftItem:
    """A draft with its id, its text, its units and its further cells."""
    made = DraftItem("row")
    made.id, made.text, made.responsible, made.more = identity, text, responsible, more
    return made


def written(
    *items: DraftItem,
    columns: tuple[DraftColumn, ...] = COLUMNS,
    lead_rule: str = "",
) -> str:
    """The file of one category with these items."""
    category = DraftCategory("任务", int(items[0].id.partition("-")[0]), None, "row")
    category.items = list(items)
    draft = DraftList(
        Front("某局重点任务"), (category,), (), (), columns=columns, lead_rule=lead_rule
    )
    return yaml_writer.write(draft, "#", ("a.docx",))


def test_what_is_not_printed_has_no_key() -> None:
    """Without a year, a region, a total, a count or a deadline in print there is no such key."""
    text = written(item("1-1", "修路。", "甲局"))
    lines = [line.strip().partition(":")[0] for line in text.splitlines()]
    assert not {"year", "region", "total", "count", "issued", "lead", "deadline"} & set(lines)


def test_further_columns_come_back_with_their_roles() -> None:
    """Each further cell stands under its heading, and is read by the role of its column."""
    long = "、".join(f"第{n}批" for n in range(30))
    text = written(
        item("1-1", "修路。", "甲局", 配合单位="乙局", 分管领导="李某某", 备注=f"续办#{long}")
    )
    read, _problems = examine_text(text.encode(), "")
    assert read is not None
    assert [(one.heading, one.role) for one in read.columns] == list(COLUMNS)
    (only,) = read.items
    assert dict(only.more) == {"配合单位": "乙局", "分管领导": "李某某", "备注": f"续办#{long}"}
    assert only.leaders == ("李某某",)
    assert [ref.name for ref in only.lead] == ["甲局"]


def test_a_part_says_only_what_is_printed_beside_it() -> None:
    """A part names its parent and leaves out the cells that are empty beside it."""
    whole, part = item("1-1", "修路。", "甲局"), item("1-2", "先修桥。")
    part.part_of, part.printed_serial = whole, ""
    read, _problems = examine_text(written(whole, part).encode(), "")
    assert read is not None
    assert read.items[1].part_of == "1-1"
    assert read.items[1].printed_serial == ""
    assert [ref.name for ref in read.items[1].lead] == ["甲局"]


def test_a_serial_stands_in_the_file_where_the_id_does_not_say_it() -> None:
    """Serials that run on, or are of more than a number, are kept; one that the id says is not."""
    first, second, third = (item(f"2-{n}", "修路。", "甲局") for n in (1, 2, 3))
    first.serial, second.serial, third.printed_serial = 1, 7, "2.3"
    text = written(first, second, third)
    read, _problems = examine_text(text.encode(), "")
    assert read is not None
    assert [one.printed_serial for one in read.items] == ["1", "7", "2.3"]
    assert text.count("printed_serial:") == 2


def test_the_first_leads_where_the_list_says_so() -> None:
    """The rule of a legend is the list's lead_rule."""
    read, _problems = examine_text(
        written(item("1-1", "修路。", "甲局、乙局"), lead_rule="first").encode(), ""
    )
    assert read is not None
    assert [ref.name for ref in read.items[0].lead] == ["甲局"]


def test_the_five_columns_are_not_named() -> None:
    """A list of the standard columns has each cell of an item, and no columns of its own."""
    text = written(item("1-1", "修路。", "甲局"), columns=())
    assert "columns:" not in text
    assert all(f"        {key}: " in text for key in ("lead", "responsible", "deadline"))


@pytest.mark.parametrize(
    "cell",
    ["2018.10", "4", "1,200", "2024-06-30", "6:30", "1e5", "0x1F", "yes", "y", "null", "1.0"],
)
def test_a_cell_is_the_same_text_to_every_reader_of_yaml(cell: str) -> None:
    """A reader that knows numbers and dates gets the letters that are printed, not 2018.1."""
    text = written(item("1-1", "修路。", "甲局", 备注=cell))
    (category,) = yaml.safe_load(text)["categories"]
    assert category["items"][0]["more"]["备注"] == cell
