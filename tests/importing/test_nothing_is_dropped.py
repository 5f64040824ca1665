"""Whatever stands in a document stands in the file, or among what was not used."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from conftest import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from sulist.base.errors import FileError
from sulist.importers import yaml_writer
from sulist.importers.grid import Grid, GridCell, GridRow
from sulist.importers.understand.recognise import Stated, recognise

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

    from sulist.importers.drafts import DraftList

LABELS = "序号 类别 事项名称 主要内容 工作目标 牵头单位 责任单位 配合单位 完成时限 启动时间 备注 进展情况 奇怪的列".split()
VALUES = (
    "区甲{n}局 区甲{n}局、区乙{n}局 8月底前{n} 任务{n}。 任务{n} 牵头单位：区丙{n}局；配合单位：区丁{n}局 {n} 一、标题{n} （二）标题{n} "
    "注：说明{n} 合计{n} 同上 无 张三{n} （共{n}项） 第{n}页"
).split()


def everything(draft: DraftList) -> str:
    """The file and what was not used, without layout."""
    written = yaml_writer.write(draft, "", ("x",)) + "".join(one.text for one in draft.unused)
    return re.sub(r"\s|#", "", written)


def grid_of(chosen: random.Random) -> tuple[Grid, list[str]]:
    """A grid with a header and rows of odd cells, and every text that it holds."""
    labels = chosen.sample(LABELS, chosen.randint(3, 8))
    labels[0] = "事项名称"
    labels[1] = chosen.choice(("牵头单位", "完成时限", "序号"))
    rows = [GridRow((GridCell("某区2024年清单", "t"),))]
    rows.append(GridRow(tuple(GridCell(label, "h") for label in labels), 1))
    texts: list[str] = []
    for at in range(chosen.randint(1, 8)):
        cells: list[GridCell] = []
        for column in range(len(labels) + (chosen.random() < 0.2)):
            kind = chosen.random()
            above = rows[-1].cells if len(rows) > 2 and rows[-1].table else ()
            if kind < 0.2:
                cells.append(GridCell("", "e"))
            elif kind < 0.3 and column < len(above) and above[column].text:
                cells.append(above[column]._replace(merged="down"))
            elif kind < 0.35 and cells and cells[-1].text:
                cells.append(cells[-1]._replace(merged="across"))
            else:
                text = chosen.choice(VALUES).format(n=100 + at * 10 + column)
                texts.append(text)
                cells.append(GridCell(text, f"r{at}c{column}"))
        rows.append(GridRow(tuple(cells), 1))
        if chosen.random() < 0.2:
            text = chosen.choice(VALUES).format(n=900 + at)
            texts.append(text)
            rows.append(GridRow((GridCell(text, f"p{at}"),), chosen.choice((0, 1))))
    return Grid(tuple(rows), wraps=chosen.random() < 0.5), texts


def pieces(text: str) -> list[str]:
    """The parts of a text that have to be found: labels inside a cell may come to stand elsewhere."""
    if text in ("同上", "无"):
        return []
    number = re.search(r"\d+", text)
    if re.fullmatch(r"\d+", text) or "标题" in text or "共" in text or number is None:
        return [number[0]] if number else []
    return [
        part
        for part in re.split("[；：、]", text.rstrip("。"))
        if part not in ("牵头单位", "配合单位")
    ]


@settings(max_examples=examples(300), deadline=None)
@given(st.integers(0, 10**9))
def test_every_text_of_a_table_is_in_the_file_or_told(seed: int) -> None:
    """Tables with merges, gaps, strange columns, notes and headings in any place."""
    grid, texts = grid_of(random.Random(seed))  # noqa: S311 - a shuffled table is no secret
    try:
        draft = recognise(grid, Stated(year=2024), "x")
    except FileError:
        return
    written = everything(draft)
    missing = [part for text in texts for part in pieces(text) if part not in written]
    assert missing == []


PROSE = (
    "一、标题{n} （一）小标题{n} {n}.任务{n}。（区甲{n}局牵头，区乙{n}局负责，8月底前完成） 任务{n}。（区甲{n}局负责） 话说{n}天下。 "
    "牵头单位：区丙{n}局 完成时限：9月底前 一是任务{n}（区甲{n}局牵头）。二是任务{n}5（区乙{n}局负责）。尾巴{n} （未完{n} "
    "分管领导：张三{n} 工作措施： 工作措施：办事{n}； （1）步骤{n}； ①分项{n} 配合单位：区戊{n}局 主办单位：区己{n}局 版权所有{n} 口径：甲类{n} "
    "项目名称：工程{n} 部门分工：区庚{n}局牵头，区辛{n}局配合。 {n}.条目{n}——区壬{n}局 {n}.平台{n}（中心{n}、实验室{n}） ●要点{n} 到2030年建成{n} "
    "{n}.事情{n}。（区癸{n}局负责，排在第一位的为牵头单位） 排在第一位的为牵头单位{n}"
).split()


# Labels of units and dates, which a key of the file stands for.
CONSUMED = ("牵头单位", "配合单位", "完成时限", "部门分工", "项目名称")


@settings(max_examples=examples(300), deadline=None)
@given(st.lists(st.sampled_from(PROSE), min_size=1, max_size=10))
def test_every_text_of_prose_is_in_the_file_or_told(lines: list[str]) -> None:
    """Paragraphs of any kind in any order."""
    texts = [line.format(n=100 + at) for at, line in enumerate(lines)]
    rows = tuple(
        GridRow((GridCell(text, f"p{at}"),)) for at, text in enumerate(("某区2024年清单", *texts))
    )
    try:
        draft = recognise(Grid(rows), Stated(year=2024), "x")
    except FileError:
        return
    written = everything(draft)
    for text in texts:
        words = [
            part for part in re.split(r"[^\w]|①|牵头|负责|完成|是|配合", text) if len(part) > 3
        ]
        missing = [word for word in words if word not in CONSUMED and word not in written]
        assert missing == [], text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "｜",
        "1\t2",
        "序号\t事项名称\t牵头单位",
        "│序号│事项名称│牵头单位│\n│",
        "┌┐",
        "，",
        "（（（（",
    ],
)
def test_odd_text_is_refused_or_read_and_never_fails(text: str) -> None:
    """Only the refusal that says what to do."""
    from sulist.importers.read.plain_text import read

    grid = read((text or " ").encode(), "x", lambda _done, _of: None)
    with pytest.raises(FileError, match="No list was found"):
        recognise(grid, Stated(year=2024), "x")


def test_a_unit_or_a_deadline_loses_only_what_nobody_sees(sulist: Sulist, tmp_path: Path) -> None:
    """Else the list that is made would be refused; two units with a space between them stay two."""
    (tmp_path / "清单.csv").write_text(
        "滨河区2024年重点任务清单\n序号,事项名称,牵头单位,责任单位,完成时限\n"
        "1,修路。,区住建\u3164局,区财政局 区城管局\ufe0f,8月\u2800底前\n",
        encoding="utf-8",
    )
    sulist("import", "清单.csv", "--output", "items.yaml")
    (item,) = sulist.json("list", "--file", "items.yaml")["items"]
    assert item["lead"] == ["区住建局"]
    assert item["responsible"]["text"] == "区财政局 区城管局"
    assert [one["name"] for one in item["responsible"]["units"]] == ["区财政局", "区城管局"]
    assert item["deadline"]["text"] == "8月底前"
