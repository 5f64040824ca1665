"""What is typed for a parameter becomes a value at the parameter: a day, a unit, an item of the list that is asked."""

from __future__ import annotations

import inspect
from datetime import date
from typing import TYPE_CHECKING, Any

import click
import pytest
from advice import LIST

from sulist.asking.query import Query
from sulist.base.errors import UsageError
from sulist.cli import choices, more_params, params
from sulist.cli.calling import FROM_THE_LIST
from sulist.cli.command import command
from sulist.cli.commands import MODULES, command_of
from sulist.cli.desk import Desk
from sulist.cli.options import as_of_option, file_option, filter_options, progress_options

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sulist.asking.subject import Subject

# What is used by how a command is called, whether its function names it or not.
OF_EVERY_COMMAND = {
    *("file", "journal", "as_of", "on", "known_by"),
    *("form", "output", "width", "fail_empty", "told_in"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two lists, on a day of their year."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SULIST_AS_OF", "2021-06-28")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    for name in ("SULIST_FILE", "SULIST_JOURNAL"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "l.yaml").write_text(LIST, encoding="utf-8")
    (tmp_path / "other.yaml").write_text(LIST.replace("区甲局", "区戊局"), encoding="utf-8")
    (tmp_path / "broken.yaml").write_text(LIST.replace("total: 3", "total: 4"), encoding="utf-8")
    return tmp_path


def desk(**words: Any) -> Desk:
    """The desk of a line that names the list, and these words."""
    return Desk({"file": "l.yaml", "as_of": None} | words)


def asked(*words: str) -> Subject:
    """What a line asks, as a command with every filter is given it."""
    got: list[Subject] = []

    @command("probe", "")
    @filter_options()
    @progress_options
    @as_of_option
    @file_option
    def probe(subject: Subject) -> None:
        got.append(subject)

    probe.main([*words], standalone_mode=False)
    return got[0]


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (params.Day(), "8月", date(2021, 8, 31)),
        (params.Day(start=True), "8月", date(2021, 8, 1)),
        (params.Day(), "+3d", date(2021, 7, 1)),
        (params.Day(), "2022-02-28", date(2022, 2, 28)),
        (more_params.MonthWord(), "8月", "2021-08"),
        (more_params.MonthWord(), "上月", "2021-05"),
        (params.Unit(), "甲局", "区甲局"),
        (params.CategoryWord(), "1", "一"),
        (params.CategoryWord(), "重点", "一"),
        (more_params.ItemId(), "一、2", "1-2"),
        (more_params.ItemId(), "１．３", "1-3"),
        (choices.State(), "办结", "closed"),
        (more_params.Status(), "已完成", "done"),
        (more_params.Rhythm(), "双月", "two-months"),
        (more_params.Text(), " 甲\r\n乙 ", "甲\n乙"),
        (params.Sought(), " 路 ", " 路 "),
    ],
)
def test_a_word_is_read_as_what_it_means_in_the_list(
    folder: Path, kind: params.Meant, typed: str, value: object
) -> None:
    """A period means its last day, or its first where it begins something; names and ids are the list's own."""
    assert kind.read(typed, "--option", desk()) == value


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (params.Day(), "某时"),
        (more_params.MonthWord(), "6月上旬"),
        (params.Unit(), "区庚局"),
        (params.CategoryWord(), "九"),
        (more_params.ItemId(), "9-9"),
        (params.Sought(), " "),
        (more_params.Reason(), " \n"),
    ],
)
def test_a_word_that_means_nothing_is_refused(folder: Path, kind: params.Meant, typed: str) -> None:
    """Nothing is guessed, and nothing is left out."""
    with pytest.raises(UsageError):
        kind.read(typed, "--option", desk())


def test_where_no_month_is_named_that_of_the_day_is_meant(folder: Path) -> None:
    """The day asked about or spoken of, not the clock's."""
    assert more_params.MonthWord().absent(desk(as_of="2021-03-31")) == "2021-03"
    assert more_params.MonthWord().absent(Desk({"file": "l.yaml", "on": "4月2日"})) == "2021-04"
    assert params.Day().absent(desk()) is None


def test_days_count_from_the_day_asked_about(folder: Path) -> None:
    """Which itself counts from the clock or the environment; a day spoken of counts from today."""
    assert params.Day().read("明天", "--before", desk(as_of="2021-12-31")) == date(2022, 1, 1)
    assert Desk({"file": "l.yaml", "on": "昨天"}).as_of == date(2021, 6, 27)
    assert desk().as_of == date(2021, 6, 28)
    assert Desk({"year": 2019, "as_of": "5月1日"}).as_of == date(2019, 5, 1)


@pytest.mark.parametrize(
    "line",
    ["--unit 戊局 --file other.yaml", "--file other.yaml --unit 戊局", "-f other.yaml -u 戊局"],
)
def test_a_unit_is_looked_for_in_the_list_that_is_asked_wherever_that_is_named(
    folder: Path, line: str
) -> None:
    """Behind the unit or before it."""
    assert asked(*line.split()).query.units == ("区戊局",)


def test_the_list_may_be_named_by_the_environment(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or lie in the folder."""
    monkeypatch.setenv("SULIST_FILE", "other.yaml")
    assert asked("--unit", "戊局").worklist.file == "other.yaml"
    monkeypatch.delenv("SULIST_FILE")
    (folder / "l.yaml").rename("items.yaml")
    assert asked("--unit", "甲局").worklist.file == "items.yaml"


def test_the_list_is_read_once_whatever_is_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many words mean something in it; for help it is not read at all."""
    from sulist.listfile import worklist

    real, read = worklist.load, []

    def load(file: str, *more: Any) -> Any:
        read.append(file)
        return real(file, *more)

    monkeypatch.setattr(worklist, "load", load)
    line = "-u 甲局 -u 乙局 -c 一 --before 8月 --from 6月 -s 路 --as-of 6月1日 -f l.yaml"
    found = asked(*line.split())
    assert read == ["l.yaml"]
    assert found.query == Query(
        units=("区甲局", "区乙局"),
        categories=("一",),
        before=date(2021, 8, 31),
        since=date(2021, 6, 1),
        search=("路",),
    )
    assert found.as_of == date(2021, 6, 1)
    with pytest.raises(IndexError):
        asked("--help")
    assert read == ["l.yaml"]


def test_a_word_that_is_said_twice_in_two_languages_is_one(folder: Path) -> None:
    """Of roles and of states."""
    line = "-f l.yaml -u 甲局 -r 牵头 -r lead --status 办结 --status closed --status 调整"
    query = asked(*line.split()).query
    assert (query.roles, query.states) == (("lead",), ("closed", "withdrawn"))


@pytest.mark.parametrize("typed", ["--status 办结", "--known-by 5月"])
def test_who_asks_of_progress_is_told_of_it_where_nobody_has_reported(
    folder: Path, typed: str
) -> None:
    """Without a journal there is none of it else."""
    assert asked("-f", "l.yaml").progress is None
    assert asked("-f", "l.yaml", *typed.split()).progress is not None


# Of several faults on one line, the one that is told.
FIRST = {
    "list --unit 错 --width 3": "is not a whole number",
    "list 多 --unit 错": "What is “多”?",
    "list --unit 错 --file broken.yaml": "The list has 1 error",
    "list --unit 错 --as-of 某时": "--as-of",
    "list --unit 错 --journal no.yaml": "The journal no.yaml",
    "list --journal no.yaml --as-of 某时": "--as-of",
    "list --category 九 --unit 错": "is not a unit",
    "list --category 九 --role 牵头": "--role says how",
    "list --before 某时 --search ' '": "--search wants",
    "list --category 九 --search ' '": "--search wants",
    "list --before 某时 --category 九": "is not one category",
    "list --from 某时 --after 某日": "--after",
    "due --within 3x --unit 错": "is not a unit",
    "due --within 3x --before 8月": "--within sets both",
    "show --journal no.yaml": "Which item?",
    "show 9-9 --journal no.yaml": "The journal no.yaml",
    "owing --month 某时 --unit 错": "--month",
    "report --since 某时 --journal no.yaml": "The journal no.yaml",
    "reopen 9-9 --reason ' ' --file no.yaml": "--reason wants",
    "reopen 9-9 --reason x --on 某时": "--on",
    "extend 9-9 --reason x --to 某时": "--to",
    "close 9-9 --done-on 某时": "There is no item",
    "log 9-9 --unit 错 --done x": "There is no item",
    "log 1-1 --period 某时 --unit 错": "is not a unit",
    "log 1-2 --period 某时 --done x": "--period",
    "log 1-1 --period 9月": "has not begun",
    "export list --since 5月 --output a.xlsx": "--since is for",
    "export list --output a.xlsx --file broken.yaml": "is written as",
    "export list --output there.docx --file broken.yaml": "The list has 1 error",
    "export list --output there.docx --journal no.yaml": "exists already",
    "export list --output a.docx --journal no.yaml --unit 错": "The journal no.yaml",
    "export letters --output a.docx --reply-by 某时 --unit 错": "is not a unit",
    "explain deadline 8月 --issued 某时 --as-of 某日": "--as-of",
}


@pytest.mark.parametrize("line", list(FIRST))
def test_which_of_several_faults_is_told(type_in: Any, line: str) -> None:
    """The line's own, then the list, the day, a file in the way, the journal, then words in a settled order."""
    (type_in.folder / "l.yaml").write_text(LIST, encoding="utf-8")
    broken = LIST.replace("total: 3", "total: 4")
    (type_in.folder / "broken.yaml").write_text(broken, encoding="utf-8")
    (type_in.folder / "there.docx").write_bytes(b"")
    code, said = type_in(line)
    assert code in (2, 3)
    assert FIRST[line] in said.splitlines()[-1]


def test_a_number_is_one_of_its_bounds() -> None:
    """With full-width digits, and the sign that belongs to it."""
    assert more_params.PERCENT.convert("４０％", None, None) == 40
    assert more_params.MILESTONE.convert("2", None, None) == 2
    for typed in ("101", "-1", "1.5", "%", ""):
        with pytest.raises(click.BadParameter):
            more_params.PERCENT.convert(typed, None, None)


def commands() -> Iterator[click.Command]:
    """Every command that has a function."""
    for name in MODULES:
        found = command_of(name)
        yield from found.commands.values() if isinstance(found, click.Group) else (found,)


@pytest.mark.parametrize("one", list(commands()), ids=lambda one: one.name)
def test_a_command_uses_every_option_that_it_has(one: click.Command) -> None:
    """Its function names it, or the question holds it; and it names nothing that is not there."""
    assert one.callback is not None
    named = inspect.signature(one.callback).parameters
    has = {param.name for param in one.params}
    question = set(Query._fields) if {"subject", "tracked", "query"} & named.keys() else set()
    assert has - OF_EVERY_COMMAND - question <= named.keys()
    unknown = named.keys() - has - set(FROM_THE_LIST)
    assert {name for name in unknown if named[name].default is inspect.Parameter.empty} == set()


@pytest.mark.parametrize("one", list(commands()), ids=lambda one: one.name)
def test_no_two_parameters_of_a_command_are_called_alike(one: click.Command) -> None:
    """Each is spelled, and its value named, as no other, ``--help`` among them; and each is typed by the function."""
    assert one.callback is not None
    spelled = ["-h", "--help", *(word for param in one.params for word in param.opts)]
    named = [param.name for param in one.params]
    assert len(set(spelled)) == len(spelled)
    assert len(set(named)) == len(named)
    assert one.callback.__annotations__.keys() - {"return"} == {
        *inspect.signature(one.callback).parameters
    }
