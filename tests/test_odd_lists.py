"""Lists that lack what most have: every command and every document answers, and says what is true."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner
from running import read_once

from sulist.base.errors import SulistError
from sulist.cli.main import cli
from sulist.write.formats import FORMATS, OF_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from click.testing import Result
    from conftest import Sulist

UNITS = "units:\n  区直部门: [区住建局, 区财政局]\n"


def a_list(*items: tuple[str, str, str, str], units: str = UNITS) -> str:
    """The text of a list of 2024 whose items have this text, lead, responsible and deadline."""
    lines = [
        "title: 滨河区2024年任务清单",
        "region: 滨河区",
        "year: 2024",
        f"total: {len(items)}",
        "categories:",
        "  - number: 一",
        "    title: 任务",
        f"    count: {len(items)}",
        "    items:",
    ]
    for number, (text, lead, responsible, deadline) in enumerate(items, 1):
        lines += [
            f"      - id: 1-{number}",
            f'        text: "{text}"',
            f'        lead: "{lead}"',
            f'        responsible: "{responsible}"',
            f'        deadline: "{deadline}"',
        ]
    return "\n".join(lines) + "\n" + units


ROAD = "新建滨河大道。"
LISTS = {
    "no lead": a_list((ROAD, "", "区住建局", "8月底前")),
    "no unit": a_list((ROAD, "", "", "3月底前")),
    "nothing but a text": a_list((ROAD, "", "", ""), units=""),
    "no date": a_list((ROAD, "区住建局", "", ""), (ROAD, "区住建局", "", "长期坚持")),
    "no roster": a_list((ROAD, "区住建局", "区直各部门", "每天"), (ROAD, "", "", ""), units=""),
    "a dash": a_list((ROAD, "无", "—", "8月底前")),
    "some of a group": a_list((ROAD, "区直有关部门", "", "8月底前")),
    "nobody known": a_list((ROAD, "有关单位", "驻区有关单位", "8月底前"), units=""),
    "an empty group": a_list((ROAD, "区直各部门", "", "8月底前"), units="units: {区直部门: []}\n"),
    "nothing to see": a_list(("\u2800\u200d\u0301。", "区住建局", "", "8月底前")),
    "marks alone": a_list(
        ("。", "区住建局", "", "8月底前"), ("“", "", "", ""), ("<b>{{x}}[/]", "", "", "")
    ),
    "pictures": a_list(("🇨🇳☑️👨\u200d👩\u200d👧签约。", "区住建局 区财政局", "", "每周五前")),
    "with and without": a_list(
        (ROAD, "", "", "6月底前启动，12月底前完成"),
        (ROAD, "区住建局、区财政局", "", "每周一、周二"),
    ),
}
COMMANDS = [
    "list", "due", "due --overdue", "due --before 12月底", "report", "report --since 2024-01-01",
    "units", "categories", "by-category 一", "show 1-1", "ledger", "owing --month 2024-05",
    "history 1-1", "check",
]  # fmt: skip
DOCUMENTS = {
    "list": "docx", "report": "docx", "letters": "docx", "ledger": "xlsx", "calendar": "ics",
    "page": "html", "text": "md",
}  # fmt: skip
RECORDS = (
    "log 1-1 --status in-progress --percent 40 --done 甲 --on 2024-06-01",
    "log 1-1 --status done --on 2024-06-02 --unit 区住建局",
    "extend 1-1 --to 2024-12-01 --reason 乙",
    "withdraw 1-1 --reason 丙",
)


def asked(words: str, *more: str) -> Result:
    """The result of a command, which may refuse, but not fail otherwise."""
    done = CliRunner().invoke(cli, [*words.split(), *more], standalone_mode=False)
    if not isinstance(done.exception, (SulistError, click.ClickException, type(None))):
        raise done.exception
    return done


@pytest.fixture
def of_2024(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for a list of 2024, asked as of a day in its middle."""
    monkeypatch.setenv("SULIST_FILE", str(tmp_path / "items.yaml"))
    monkeypatch.setenv("SULIST_AS_OF", "2024-06-10")
    with read_once():
        yield tmp_path


@pytest.mark.parametrize("with_journal", [False, True], ids=["as printed", "with a journal"])
@pytest.mark.parametrize("name", LISTS)
def test_every_command_answers_of_any_list(name: str, with_journal: bool, of_2024: Path) -> None:
    """In every form, and with every document; what is refused is refused in words."""
    (of_2024 / "items.yaml").write_text(LISTS[name], encoding="utf-8")
    for words in RECORDS if with_journal else ():
        asked(words)
    for words in COMMANDS:
        for form in FORMATS:
            refused = words.startswith("report") and form in OF_ROWS
            assert (asked(words, "--format", form).exception is None) != refused
    for kind, ending in DOCUMENTS.items():
        since = ("--since", "2024-01-01") if kind == "report" else ()
        done = asked(f"export {kind}", "--output", str(of_2024 / f"{kind}.{ending}"), *since)
        assert done.exception is None, done.exception
        assert (of_2024 / f"{kind}.{ending}").stat().st_size
    assert asked("dispatch --month 2024-06", "--directory", str(of_2024 / "out")).exception is None


def test_what_nobody_leads_is_not_passed_over(tmp_path: Path, sulist: Sulist) -> None:
    """Where forms are sent, reports are owed and letters urge, such items are counted."""
    text = a_list((ROAD, "", "", "3月底前"), ("修桥。", "区住建局", "", "12月底前"))
    (tmp_path / "items.yaml").write_text(text, encoding="utf-8")
    of = {"SULIST_FILE": "items.yaml", "SULIST_AS_OF": "2024-06-10"}
    said = sulist.text("dispatch", "--month", "2024-06", "--directory", "out", **of)
    assert "1 open item has no lead unit, and is in no form." in said
    said = sulist.text("owing", "--month", "2024-05", **of)
    assert "1 open item has no lead unit, so no report on it is owed." in said
    assert "no lead unit" not in sulist.text("owing", "--unit", "区住建局", **of)
    said = sulist("export", "letters", "--directory", "out", **of).stderr.decode()
    assert "1 item that is late or near has no lead unit: nobody is urged on it." in said
    assert "No unit leads 1-1" in sulist.refused("log", "1-1", "--status", "done", code=2, **of)
    nobody = a_list((ROAD, "", "", "3月底前"))
    (tmp_path / "items.yaml").write_text(nobody, encoding="utf-8")
    said = sulist.text("dispatch", "--month", "2024-06", "--directory", "out", **of)
    assert said.startswith("No form for 2024-06 is needed.")
    assert "collect" not in said
    assert "—" in sulist.text("report", "--since", "2024-01-01", **of)


def test_on_the_page_what_nobody_leads_stands_behind_the_units(of_2024: Path) -> None:
    """When the items are sorted by their lead."""
    text = a_list((ROAD, "", "", ""), (ROAD, "区财政局", "", ""), (ROAD, "区住建局", "", ""))
    (of_2024 / "items.yaml").write_text(text, encoding="utf-8")
    from datetime import date

    from sulist.asking.query import Query
    from sulist.asking.subject import Subject
    from sulist.listfile.worklist import load
    from sulist.reports.board import board

    found = board(Subject(load(os.environ["SULIST_FILE"]), Query(), date(2024, 6, 10)))
    assert [one.first_lead for group in found.groups for one in group.items] == [2, 1, 0]
