"""data/items.yaml is the printed list, word for word."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from conftest import ITEMS

from sulist.base.plain import clean_cell
from sulist.listfile.worklist import load

PRINTED = (
    Path(__file__).with_name("fixtures").joinpath("printed-2021.txt").read_text(encoding="utf-8")
)
LIST = load(str(ITEMS))
SCHEMA = json.loads(ITEMS.with_name("items.schema.json").read_text(encoding="utf-8"))
ROWS = [
    cells
    for line in PRINTED.splitlines()
    if len(cells := line.split("\t")) == 5 and cells[0].isdigit()
]
HEADINGS = re.findall(r"^([一二三])、(.+?)[（(](\d+) ?项[)）]\s*$", PRINTED, re.MULTILINE)


def test_the_printed_source_has_eighteen_rows_in_three_categories() -> None:
    """The fixture is the whole source: without this the comparisons below could compare nothing."""
    assert (len(ROWS), len(HEADINGS)) == (18, 3)


@pytest.mark.parametrize("at", range(18))
def test_every_cell_of_every_row_is_as_printed(at: int) -> None:
    """Serial, text, lead, responsible and deadline are the printed cells, cleaned of layout only."""
    item = LIST.items[at]
    cells = (str(item.serial), item.text, item.lead_text, item.responsible_text, item.deadline.text)
    assert cells == tuple(map(clean_cell, ROWS[at]))


def test_the_file_itself_holds_the_cells_as_printed() -> None:
    """The same is true of the raw YAML values, so that the reading cannot have mended them."""
    raw = [
        item
        for category in yaml.safe_load(ITEMS.read_text(encoding="utf-8"))["categories"]
        for item in category["items"]
    ]
    for cells, item in zip(ROWS, raw, strict=True):
        text = item["text"].replace(" ", "")
        assert (text, item["lead"], item["responsible"], item["deadline"]) == tuple(
            map(clean_cell, cells[1:])
        )


def test_category_titles_and_counts_are_as_printed() -> None:
    """Each category has its printed number, title and count."""
    found = [(one.number, one.title, str(one.count)) for one in LIST.categories]
    assert found == [tuple(map(clean_cell, heading)) for heading in HEADINGS]


def test_the_title_and_total_are_as_printed() -> None:
    """The title is printed over two words of layout, the total below it."""
    lines = [clean_cell(line) for line in PRINTED.splitlines()]
    assert LIST.title in lines
    assert f"（共{LIST.total}项）" in lines


def test_the_list_has_no_problem() -> None:
    """Not even a warning."""
    assert LIST.warnings == ()


def test_the_schema_accepts_the_list() -> None:
    """An editor shows no error in the list."""
    jsonschema.validate(yaml.safe_load(ITEMS.read_text(encoding="utf-8")), SCHEMA)


@pytest.mark.parametrize(
    "change",
    [
        {"year": "2021"},
        {"total": 0},
        {"titel": "x"},
        {"categories": []},
        {"title": " "},
        {"issued": "2021年4月"},
        {"units": ["区经发局"]},
    ],
)
def test_the_schema_refuses_what_sulist_refuses(change: dict[str, object]) -> None:
    """A wrong type, an unknown key, nothing in a list."""
    broken = yaml.safe_load(ITEMS.read_text(encoding="utf-8")) | change
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, SCHEMA)


@pytest.mark.parametrize(
    ("printed", "cleaned"),
    [
        ("8 月底前", "8月底前"),
        ("区直各部门， 驻区各单位", "区直各部门，驻区各单位"),
        ("横岭220KV变电站", "横岭220KV变电站"),
        ("横岭 220KV 变电站", "横岭220KV变电站"),
        ("iPhone 15 手机", "iPhone 15手机"),
        ("意见》(简称《意见》)为", "意见》（简称《意见》）为"),
        ("1,200 kg (net)", "1,200 kg(net)"),
        ("　区经发局\n", "区经发局"),
    ],
)
def test_a_printed_cell_is_cleaned_of_layout_only(printed: str, cleaned: str) -> None:
    """White space beside Chinese goes, half-width marks beside Chinese become full-width."""
    assert clean_cell(printed) == cleaned
