"""A list without a year lasts from the first of its days to the last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sulist.listfile.worklist import WorkList, examine_text

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

LIST = """\
title: 一学年的工作
columns: {{工作: text, 责任单位: responsible, 时限: deadline}}
{issued}categories:
  - number: 一
    title: 工作
    items:
      - {{id: 1-1, text: 演练。, responsible: 保卫处, deadline: {first}}}
      - {{id: 1-2, text: 开学。, responsible: 总务处, deadline: {second}}}
"""


def text_of(first: str, second: str, issued: str = "") -> str:
    """A list of two items with these deadlines."""
    return LIST.format(first=first, second=second, issued=issued and f"issued: {issued}\n")


def read(text: str) -> WorkList:
    """The list."""
    worklist, _problems = examine_text(text.encode(), "items.yaml")
    assert worklist is not None
    return worklist


@pytest.mark.parametrize(
    ("first", "second", "issued", "years"),
    [
        ("每月底前", "2021年9月1日", "", (2021, 2021)),
        ("2021年9月起，每月底前", "2022年7月8日前", "", (2021, 2022)),
        ("每月底前", "2022年7月8日前", "2021-08-30", (2021, 2022)),
        ("每月底前", "长期坚持", "2021-08-30", (2021, 2021)),
        ("每月底前", "长期坚持", "", None),
    ],
)
def test_its_years_are_those_of_all_its_days(
    first: str, second: str, issued: str, years: tuple[int, int] | None
) -> None:
    """The day of issue, the first day of what goes on, every date."""
    worklist = read(text_of(first, second, issued))
    assert worklist.years == years
    assert worklist.first_year == (years or (1,))[0]


def test_what_was_assigned_later_does_not_say_when_the_list_began() -> None:
    """Else the time of the others would change on that day; but the list lasts as long as all its days."""
    text = text_of("2021年9月底前", "2022年7月8日前")
    worklist = read(text.replace("{id: 1-1,", "{id: 1-1, assigned: 2020-09-03,"))
    assert (worklist.first_year, worklist.years) == (2022, (2020, 2022))


@pytest.mark.parametrize(
    ("second", "issued", "last"),
    [
        ("2022年7月8日前", "2021-08-30", "20221231"),
        ("长期坚持", "2021-08-30", "20211231"),
        ("长期坚持", "", "20231231"),
    ],
)
def test_what_returns_stands_in_the_calendar_to_the_end_of_its_last_year(
    sulist: Sulist, tmp_path: Path, second: str, issued: str, last: str
) -> None:
    """Of a list that has no day at all to the end of the year that is asked about."""
    text = text_of("每月底前", second, issued)
    (tmp_path / "items.yaml").write_text(text, encoding="utf-8")
    made = sulist.text(
        "export", "calendar", "-o", "-", SULIST_FILE="items.yaml", SULIST_AS_OF="2023-05-01"
    )
    assert max(re.findall(r"^DTSTART;VALUE=DATE:(\d+)", made, re.MULTILINE)) == last


PART = """title: 某区重点任务
columns: {序号: serial, 任务: text, 责任领导: leader, 责任单位: responsible, 完成时限: deadline}
categories:
  - number: 一
    title: 任务
    items:
      - {id: 1-1, text: 修路。, more: {责任领导: 王一}, responsible: 甲局, deadline: 2021年6月底前}
      - {id: 1-2, text: 架桥。, more: {责任领导: 赵二}, responsible: 乙局, deadline: ""}
      - {id: 1-3, text: 植树。, more: {责任领导: 赵二}, responsible: 乙局, deadline: 2022年6月底前}
"""


def test_a_part_of_a_list_began_when_the_whole_did(sulist: Sulist, tmp_path: Path) -> None:
    """Whoever is asked about: its lights, what has changed and what is owed are those of the whole."""
    (tmp_path / "items.yaml").write_text(PART, encoding="utf-8")
    head = '- {"journal": 1, "title": "某区重点任务", "year": 0}\n'
    (tmp_path / "progress.yaml").write_text(head, encoding="utf-8")
    known = ("--as-of", "2021-02-10", "--file", "items.yaml")
    since = ("report", "--since", "2021-01-10", *known)
    whole = sulist.json(*since)["progress"]["changed"]
    part = sulist.json(*since, "--unit", "乙局")["progress"]["changed"]
    assert [one["id"] for one in whole] == ["1-1", "1-2", "1-3"]
    assert part == whole[1:]
    owing = ("owing", "--month", "2021-01", *known)
    assert sulist.json(*owing)["owed"] == 3
    assert sulist.json(*owing, "--leader", "赵二")["owed"] == 2
