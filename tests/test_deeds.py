"""What commands that write, or read documents, tell a program: which record, which file, what was not taken and why."""

from __future__ import annotations

import json
import os
import shlex
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ITEMS, ROOT, Sulist, Terminal
from forms_made import filled
from test_contract import SCHEMA, jsonschema, validate, with_more

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLE = ROOT / "examples" / "2021" / "progress.yaml"
DOCUMENT = "某区2021年重点工作清单\n序号,事项名称,牵头单位,责任单位,完成时限\n1,修路。,区甲局,区丙局,8月底前\n2,修桥。,区甲局,区丙局,{}\n"
HERE = {"SULIST_FILE": "items.yaml"}
# Of each command that tells what it did, its shape, and a line that does it, after others.
DEEDS = {
    "log": ("recorded", "log 2-7 --status 推进中 --done 走访。", ()),
    "close": ("recorded", "close 2-7 2-8", ("log 2-7 2-8 --status done",)),
    "reopen": ("recorded", "reopen 2-7 --reason 返工", ("log 2-7 --status done",)),
    "withdraw": ("recorded", "withdraw 2-8 --reason 会议决定", ()),
    "extend": ("recorded", "extend 2-8 --to 2022-01-31 --reason 会议决定", ()),
    "undo": ("recorded", "undo 2-7", ("log 2-7 --percent 40",)),
    "import": ("imported", "import bad.csv --output o.yaml", ()),
    "export": ("exported", "export letters --directory l", ()),
    "dispatch": ("dispatched", "dispatch --directory forms --month 2021-05", ()),
    "collect": (
        "collected",
        "collect forms/区农办-2021年5月反馈表.xlsx --yes",
        ("dispatch --directory forms --month 2021-05",),
    ),
    "add": (
        "added",
        "add 建一所学校。 --category 二 --lead 区社管局 --responsible 区住建局 --deadline 9月底前 --yes",
        (),
    ),
    "init": ("begun", "init other --example", ()),
}


@pytest.fixture
def office(sulist: Sulist, tmp_path: Path) -> Sulist:
    """An office's own copy of the list, with documents beside it."""
    for name in ("items.yaml", "items.schema.json"):
        (tmp_path / name).write_bytes((ROOT / "data" / name).read_bytes())
    (tmp_path / "good.csv").write_text(DOCUMENT.format("9月底前"), encoding="utf-8")
    (tmp_path / "bad.csv").write_text(DOCUMENT.format("某时"), encoding="utf-8")
    return sulist


def told(office: Sulist, line: str, *, code: int = 0) -> Any:
    """What a command tells a program, on standard output alone."""
    done = office(*shlex.split(line), "--format", "json", **HERE)
    assert done.returncode == code, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.mark.parametrize("form", ["json", "ndjson"])
@pytest.mark.parametrize("command", DEEDS)
def test_what_was_done_is_told_by_the_schema(office: Sulist, command: str, form: str) -> None:
    """Every key, its type and its place; by the line it is one line."""
    shape, line, before = DEEDS[command]
    for one in before:
        office.text(*shlex.split(one), **HERE)
    text = office.text(*shlex.split(line), "--format", form, **HERE)
    assert (text.count("\n") == 1) == (form == "ndjson")
    validate(json.loads(text), shape)
    jsonschema.Draft202012Validator(SCHEMA).validate(
        with_more(json.loads(text))
    )  # of a later version


def test_every_command_that_does_something_tells_it_so(office: Sulist) -> None:
    """All but what prints a shell's script; what answers has forms of its own."""
    from sulist.cli.commands import MODULES, command_of

    names = {name: {param.name for param in command_of(name).params} for name in MODULES}
    assert {name for name, params in names.items() if "told_in" in params} == set(DEEDS)
    assert {name for name, params in names.items() if not {"told_in", "form"} & params} == {
        "explain",
        "completion",
    }


def test_a_person_is_told_as_without_a_form(office: Sulist) -> None:
    """``--format table`` is what is said anyhow."""
    for line in (
        "dispatch --directory a --month 2021-05 --overwrite",
        "collect a/区农办-2021年5月反馈表.xlsx --dry-run",
        "import bad.csv --output o.yaml --overwrite",
        "export list --output a.docx --overwrite",
        "log 2-7 --percent 40",
    ):
        plain, form = (
            office(*shlex.split(line), *more, **HERE) for more in ((), ("--format", "table"))
        )
        assert (plain.returncode, plain.stdout, plain.stderr) == (0, form.stdout, form.stderr)
        assert not plain.stdout.startswith(b"{")


def test_a_record_is_told_with_its_name_and_what_it_changed(office: Sulist) -> None:
    """The state before and after; what is taken back by that name gives the state back."""
    one = told(office, "log 2-7 --status 推进中 --percent 40 --on 2021-05-20")
    (record,) = one["records"]
    (item,) = one["items"]
    assert (record["item"], record["percent"], record["counts"]) == ("2-7", 40, True)
    assert (item["before"]["state"], item["now"]["state"]) == ("no-report", "in-progress")
    assert (item["before"]["percent"], item["now"]["percent"]) == (None, 40)
    back = told(office, f"undo --record {record['id']} --on 2021-05-20")
    assert back["records"][0]["corrects"] == record["id"]
    assert back["items"][0]["before"] == item["now"]
    assert back["items"][0]["now"] == item["before"]


def test_an_extension_shows_both_dates(office: Sulist) -> None:
    """Several items are told together."""
    answer = told(office, "extend 2-7 2-8 --to 2022-01-31 --reason 会议决定")
    dates = [(one["id"], one["before"]["due"], one["now"]["due"]) for one in answer["items"]]
    assert dates == [("2-7", "2021-12-31", "2022-01-31"), ("2-8", "2021-12-31", "2022-01-31")]


def test_what_follows_is_told_of_today_too(office: Sulist) -> None:
    """A report of a day before what is recorded already says what the item was then, and is now."""
    office.text("log", "2-7", "--percent", "60", "--on", "2021-05-25", **HERE)
    answer = told(office, "log 2-7 --percent 40 --on 2021-05-10 --period 5月")
    days = [(one["as_of"], one["now"]["percent"], one["later"]) for one in answer["items"]]
    assert days == [("2021-05-10", 40, ["2021-05-25"]), ("2021-06-01", 60, [])]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_nobody_is_asked_in_place_of_an_answer(office: Sulist, tmp_path: Path) -> None:
    """Also on a terminal, where a person would be: the questions would stand in the answer."""
    office.text("dispatch", "--directory", "a", "--month", "2021-05", **HERE)
    terminal = Terminal(tmp_path)
    for line, said in (
        ("log 2-7", "Nothing is said of 2-7"),
        ("log 2-7 --done 同上", "--done"),
        ("collect a/区农办-2021年5月反馈表.xlsx", "Say --yes"),
    ):
        shown = terminal.type(f"sulist {line} --file items.yaml --on 2021-06-01 --format json")
        assert said in shown
        assert "Error" in shown
    assert not (tmp_path / "progress.yaml").exists()


def test_a_refusal_is_told_on_stderr_alone(office: Sulist) -> None:
    """With the code that it has for a person."""
    office.refused("reopen", "2-7", "--reason", "x", "--format", "json", code=4, **HERE)
    office.refused("log", "9-9", "--percent", "1", "--format", "json", code=2, **HERE)
    office.refused("import", "none.csv", "--format", "json", code=3, **HERE)


def test_an_import_tells_its_doubts_with_their_places(office: Sulist, tmp_path: Path) -> None:
    """And the file; where it is to go nowhere, the file's text."""
    answer = told(office, "import bad.csv --output o.yaml --region 某区")
    assert (answer["file"], answer["text"], answer["items"], answer["categories"]) == (
        "o.yaml",
        None,
        2,
        1,
    )
    assert [(one["id"], one["place"]) for one in answer["doubts"]] == [("1-2", "line 4, cell 5")]
    assert [one["check"] for one in answer["problems"]] == ["readable-deadline"]
    nowhere = told(office, "import bad.csv --region 某区")
    assert nowhere["file"] is None
    assert nowhere["text"] == (tmp_path / "o.yaml").read_text(encoding="utf-8")


def test_what_a_document_does_not_tell_is_null(office: Sulist, tmp_path: Path) -> None:
    """Not the words that stand in its place in the file."""
    (tmp_path / "bare.csv").write_text(
        DOCUMENT.format("2021年9月底前").split("\n", 1)[1].replace("8月", "2021年8月"),
        encoding="utf-8",
    )
    for language in ("en", "zh_CN"):
        done = office("import", "bare.csv", "--format", "json", SULIST_LANG=language)
        answer = json.loads(done.stdout)
        assert (answer["title"], answer["region"], answer["year"]) == (None, None, None)
        validate(answer, "imported")


def test_a_strict_import_tells_why_it_wrote_nothing(office: Sulist, tmp_path: Path) -> None:
    """The exit code is 1, and no file is named."""
    answer = told(office, "import bad.csv --output o.yaml --strict", code=1)
    assert answer["file"] is None
    assert answer["doubts"]
    assert not (tmp_path / "o.yaml").exists()
    assert (
        told(office, "import good.csv --output o.yaml --strict --region 某区")["file"] == "o.yaml"
    )


@pytest.mark.parametrize(
    "line",
    [
        "export list -o -",
        "export list -o /dev/stdout",
        "import good.csv -o -",
        "import good.csv -o /dev/stdout",
    ],
)
def test_a_document_and_what_is_told_of_it_never_share_a_pipe(office: Sulist, line: str) -> None:
    """Neither could be read."""
    assert "--output" in office.refused(*line.split(), "--format", "json", code=2, **HERE)


def test_an_export_tells_each_file(office: Sulist, tmp_path: Path) -> None:
    """With its size; and what the document does not say itself."""
    answer = told(office, "export calendar --output c --unit 区农办")
    assert answer["files"] == [{"file": "c.ics", "bytes": (tmp_path / "c.ics").stat().st_size}]
    assert answer["query"]["unit"] == ["区农办"]
    none = told(office, "export letters --directory l --as-of 2021-01-04")
    assert none["files"] == []


def test_forms_go_out_and_come_back(office: Sulist, tmp_path: Path) -> None:
    """Which unit has which file and items; what of each was taken, and what was not and why."""
    sent = told(office, "dispatch --directory f --month 2021-05")
    files = {one["unit"]: one for one in sent["forms"]}
    assert files["区农办"]["items"] == ["2-5"]
    assert files["区农办"]["bytes"] == (tmp_path / files["区农办"]["file"]).stat().st_size
    assert {one["file"] for one in sent["forms"]} == {
        str(path.relative_to(tmp_path)) for path in (tmp_path / "f").iterdir()
    }
    good, bad = (tmp_path / files[unit]["file"] for unit in ("区农办", "区住建局"))
    filled(good, {"2-5": {"status": "推进中", "percent": "30%", "done": "走访。"}})
    filled(bad, {"2-2": {"status": "快了"}})
    names = f"{files['区农办']['file']} {files['区住建局']['file']} good.csv"
    looked = told(office, f"collect {names} --dry-run", code=3)
    assert not (tmp_path / "progress.yaml").exists()
    answer = told(office, f"collect {names} --yes", code=3)
    for one in (looked, answer):
        validate(one, "collected")
        (taken,) = one["taken"]
        assert (taken["file"], taken["unit"], taken["new"]) == (
            files["区农办"]["file"],
            "区农办",
            1,
        )
        assert taken["reports"][0]["percent"] == 30
        assert [(one["file"], bool(one["doubts"][0]["place"])) for one in one["refused"]] == [
            ("good.csv", False),
            (files["区住建局"]["file"], True),
        ]
    assert (looked["records"], looked["taken"][0]["recorded"], looked["dry_run"]) == ([], 0, True)
    assert (answer["taken"][0]["recorded"], answer["dry_run"]) == (1, False)
    (record,) = answer["records"]
    history = office.json("history", "2-5", **HERE)["records"]
    assert [one["id"] for one in history] == [record["id"]]
    owing = {one["unit"]: one["items"] for one in answer["owing"][0]["units"]}
    assert "区农办" not in owing
    assert owing["区住建局"] == ["2-2"]
    known = told(office, f"collect {files['区农办']['file']} --yes")
    assert (known["taken"][0]["known"], known["records"]) == (1, [])


def test_what_nobody_leads_is_counted(office: Sulist, tmp_path: Path) -> None:
    """It is in no form; and of units that are named nobody asked."""
    text = ITEMS.read_text(encoding="utf-8").replace("lead: 区农办", 'lead: ""')
    (tmp_path / "items.yaml").write_text(text, encoding="utf-8")
    assert told(office, "dispatch --directory f")["unled"] == 1
    assert told(office, "dispatch --directory g --unit 区住建局")["unled"] == 0


def test_what_is_added_is_told_with_its_id(office: Sulist, tmp_path: Path) -> None:
    """And as it stands in the file; nobody is asked."""
    line = (
        "add 建一所学校。 --category 二 --lead 区社管局 --responsible 区住建局 --deadline 9月底前"
    )
    before = (tmp_path / "items.yaml").read_bytes()
    office.refused(*line.split(), "--format", "json", code=2, **HERE)
    assert (tmp_path / "items.yaml").read_bytes() == before
    answer = told(office, f"{line} --yes")
    assert answer["id"] == "2-12"
    assert "\n".join(answer["lines"]) in (tmp_path / "items.yaml").read_text(encoding="utf-8")
    assert office.json("show", "2-12", **HERE)["items"][0]["text"] == "建一所学校。"


def test_what_is_brought_up_to_date_is_named(office: Sulist, tmp_path: Path) -> None:
    """The list, and each file that was written beside it."""
    answer = told(office, "init --here")
    assert answer["file"].endswith("items.yaml")
    assert [name.rpartition("/")[2] for name in answer["files"]] == [
        "items.schema.json",
        ".gitattributes",
    ]
    validate(answer, "begun")


def test_a_new_list_names_what_was_made(office: Sulist, tmp_path: Path) -> None:
    """Every file, the list first."""
    answer = told(office, "init other --example")
    assert answer["file"] == answer["files"][0] == "other/items.yaml"
    assert sorted(answer["files"]) == sorted(
        str(path.relative_to(tmp_path)) for path in (tmp_path / "other").iterdir()
    )
