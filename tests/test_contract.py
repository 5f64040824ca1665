"""The JSON contract: every command's answer, held against the published schema and its order."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from listed import listed

from sulist.write.json.text import render

jsonschema = pytest.importorskip("jsonschema")

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

SCHEMA = json.loads((ROOT / "data" / "answers.schema.json").read_text(encoding="utf-8"))


def closed(schema: Any) -> Any:
    """The schema without room for keys that it does not name."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    named = isinstance(schema.get("properties"), dict) and "type" in schema
    return inner | ({"additionalProperties": False} if named else {})


CLOSED = closed(SCHEMA)
ODD_LIST = listed(
    """
- {id: 1-1, text: 分步。细节。, lead: 区经发局, responsible: 区直各部门, deadline: 6月底前启动，10月3日前完成}
- {id: 1-2, text: 每月。, lead: 区经发局, responsible: 区直有关部门, deadline: 每月底前}
- {id: 1-3, text: 长期。, lead: 区财政局, responsible: 区经发局等, deadline: 长期坚持}
- {id: 1-4, text: 时段。, lead: 区财政局, responsible: 区经发局, deadline: 3月～4月上旬}
- {id: 1-5, text: 两读。, lead: 区财政局, responsible: 区经发局, deadline: 8月前}
units:
  区直部门: [区经发局, 区财政局]
""",
    issued="2021-04-12",
)
ASKED = [
    ("items", "list"),
    ("items", "due"),
    ("items", "due --before 8月底 --unit 经发局 --role 牵头 --category 一 --search 规划"),
    ("items", "due --after 5月底 --from 6月1日 --overdue"),
    ("items", "by-unit 区经发局"),
    ("items", "by-category 二"),
    ("items", "show 1-1 2-11"),
    ("units", "units"),
    ("categories", "categories"),
    ("report", "report"),
    ("check", "check"),
    ("explained_deadline", "explain deadline 8月底前"),
    ("explained_deadline", "explain deadline 8月中旬前"),
    ("explained_deadline", "explain deadline 6月底前启动，12月底前完成"),
    ("explained_deadline", "explain deadline 2020年起，每年2月底前"),
    ("explained_deadline", "explain deadline 长期坚持"),
    ("explained_deadline", "explain deadline 尽快"),
    ("found_deadlines", "explain deadline 力争6月底前开工，争取早日建成 --find"),
    ("explained_units", "explain units 区直各部门，区属、驻区有关单位"),
    ("explained_units", "explain units 区经发局牵头，潭东镇等配合"),
]


def out_of_order(value: Any, schema: dict[str, Any], place: str = "answer") -> list[str]:
    """The objects of an answer whose keys do not stand in the schema's order."""
    if "$ref" in schema:
        schema = CLOSED["$defs"][schema["$ref"].rpartition("/")[2]]
    for kind in (*schema.get("anyOf", ()), *schema.get("allOf", ())[:1]):
        if jsonschema.Draft202012Validator(kind | {"$defs": CLOSED["$defs"]}).is_valid(value):
            return out_of_order(value, kind, place)
    found = []
    if isinstance(value, dict):
        known = list(schema.get("properties", value))
        if list(value) != [key for key in known if key in value] and "properties" in schema:
            found.append(f"{place}: {list(value)}")
        for key, inner in value.items():
            found += out_of_order(
                inner, schema.get("properties", {}).get(key, {}), f"{place}.{key}"
            )
    elif isinstance(value, list):
        for one in value:
            found += out_of_order(one, schema.get("items", {}), f"{place}[]")
    return found


def validate(answer: Any, kind: str) -> None:
    """Raises where ``answer`` is not of the published kind, has more keys, or has them out of order."""
    of_a_kind = {"$ref": f"#/$defs/{kind}"}
    jsonschema.Draft202012Validator(of_a_kind | {"$defs": CLOSED["$defs"]}).validate(answer)
    assert out_of_order(answer, of_a_kind) == []


@pytest.mark.parametrize(("kind", "command"), ASKED, ids=[command for _kind, command in ASKED])
def test_an_answer_is_what_the_schema_publishes(sulist: Sulist, kind: str, command: str) -> None:
    """Every key, its type and its place."""
    validate(sulist.json(*command.split()), kind)


@pytest.mark.parametrize(("kind", "command"), ASKED[:11], ids=[one for _kind, one in ASKED[:11]])
def test_a_list_of_every_kind_of_deadline_answers_by_the_schema(
    sulist: Sulist, tmp_path: Path, kind: str, command: str
) -> None:
    """Milestones, a recurrence, none, a range, two readings."""
    (tmp_path / "odd.yaml").write_text(ODD_LIST, encoding="utf-8")
    if "规划" in command or command in ("by-category 二", "show 1-1 2-11"):
        command = command.replace("二", "一").replace(" 2-11", " 1-2")
    validate(sulist.json(*command.split(), SULIST_FILE="odd.yaml"), kind)


def test_problems_are_answered_by_the_schema(sulist: Sulist, tmp_path: Path) -> None:
    """Of a broken list, and of a file that holds none."""
    for text in (ODD_LIST.replace("total: 5", "total: 6"), "", "a: [b"):
        (tmp_path / "odd.yaml").write_text(text, encoding="utf-8")
        done = sulist("check", "odd.yaml", "--format", "json")
        assert done.returncode == 1
        validate(json.loads(done.stdout), "check")


KEYED_BY_DATA = ("due", "counts", "roster", "more")


def with_more(value: Any) -> Any:
    """An answer of a later version: each object has a key more, but those whose keys are data."""
    if isinstance(value, list):
        return [with_more(one) for one in value]
    if not isinstance(value, dict):
        return value
    inner = {
        key: one if key in KEYED_BY_DATA and isinstance(one, dict) else with_more(one)
        for key, one in value.items()
    }
    return inner | {"of_a_later_version": {"any": ["thing"]}}


@pytest.mark.parametrize(("kind", "command"), ASKED, ids=[command for _kind, command in ASKED])
def test_a_later_answer_is_valid_by_this_schema(sulist: Sulist, kind: str, command: str) -> None:
    """New keys may come to every object without a change of ``format``, as docs/json.md promises."""
    answer = with_more(sulist.json(*command.split()))
    validator = jsonschema.Draft202012Validator
    validator({"$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]}).validate(answer)
    validator(SCHEMA).validate(answer)


def test_the_problems_of_a_later_version_are_valid_by_this_schema(
    sulist: Sulist, tmp_path: Path
) -> None:
    """Also of a file that holds no list, and of several files."""
    (tmp_path / "odd.yaml").write_text(ODD_LIST.replace("total: 5", "total: 6"), encoding="utf-8")
    (tmp_path / "none.yaml").write_text("a: [b", encoding="utf-8")
    for files in (("odd.yaml",), ("none.yaml",), ("odd.yaml", "none.yaml", "missing.yaml")):
        done = sulist("check", *files, "--format", "json")
        jsonschema.Draft202012Validator(SCHEMA).validate(with_more(json.loads(done.stdout)))


def test_a_key_that_is_missing_or_wrong_is_not_valid(sulist: Sulist) -> None:
    """Open to further keys, the schema still holds those that it names."""
    answer = sulist.json("list")
    for wrong in (
        {key: value for key, value in answer.items() if key != "undated"},
        answer | {"undated": "none"},
        answer | {"items": [answer["items"][0] | {"serial": "first"}]},
    ):
        assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(wrong)


def objects_of(schema: Any) -> list[dict[str, Any]]:
    """Every object of the schema whose keys it names."""
    inner = schema.values() if isinstance(schema, dict) else schema
    below = [one for value in inner if isinstance(value, dict | list) for one in objects_of(value)]
    named = isinstance(schema, dict) and schema.get("type") == "object" and "properties" in schema
    return below + ([schema] if named else [])


def test_every_object_of_the_schema_is_open_and_ordered() -> None:
    """A key that is not published may come; those that are always there are named in order."""
    objects = objects_of(SCHEMA["$defs"])
    objects = [one for one in SCHEMA["$defs"].values() if "properties" in one]
    assert len(objects) > 10
    for one in objects:
        assert "additionalProperties" not in one
        known = list(one["properties"])
        assert one["required"] == [key for key in known if key in one["required"]]


def test_the_two_milestones_of_an_item_are_two_rows(sulist: Sulist, tmp_path: Path) -> None:
    """An intermediate date never vanishes behind the last, and each row says which it is."""
    (tmp_path / "odd.yaml").write_text(ODD_LIST, encoding="utf-8")
    answer = sulist.json("due", "--search", "分步", SULIST_FILE="odd.yaml")
    assert [(item["milestone"], item["days_left"]) for item in answer["items"]] == [
        (1, 29),
        (2, 124),
    ]


def test_what_has_no_date_is_counted_not_dropped(sulist: Sulist, tmp_path: Path) -> None:
    """Of 5 items one has none: it is in ``undated``, and in a line under the table."""
    (tmp_path / "odd.yaml").write_text(ODD_LIST, encoding="utf-8")
    answer = sulist.json("due", SULIST_FILE="odd.yaml")
    assert (len({item["id"] for item in answer["items"]}), answer["undated"]) == (4, 1)
    assert "1 item without a date is not shown." in sulist.text("due", SULIST_FILE="odd.yaml")


def test_a_date_on_a_holiday_is_pointed_out_and_not_moved(sulist: Sulist, tmp_path: Path) -> None:
    """3 October 2021 lies in the week of the National Day."""
    (tmp_path / "odd.yaml").write_text(ODD_LIST, encoding="utf-8")
    assert "2021-10-03 (2/2; 国庆节)" in sulist.text("due", SULIST_FILE="odd.yaml")


def test_a_recurring_deadline_is_next_due_from_the_day_asked_about(
    sulist: Sulist, tmp_path: Path
) -> None:
    """Of 每月底前 the next is computed, not stored."""
    (tmp_path / "odd.yaml").write_text(ODD_LIST, encoding="utf-8")
    for day, due in (("2021-06-01", "2021-06-30"), ("2021-07-01", "2021-07-31")):
        answer = sulist.json("show", "1-2", "--as-of", day, SULIST_FILE="odd.yaml")
        assert answer["items"][0]["deadline"]["due"] == due


def test_a_date_says_what_is_odd_about_it(sulist: Sulist, tmp_path: Path) -> None:
    """About a day, or another by the other reading, today, none, which of several."""
    text = ODD_LIST.replace("3月～4月上旬", "月中") + "aliases: {发改局: 区经发局}\n"
    (tmp_path / "odd.yaml").write_text(text, encoding="utf-8")
    said = sulist.text("due", SULIST_FILE="odd.yaml", SULIST_AS_OF="2021-06-30")
    assert "2021-07-31 (or 2021-08-31; Saturday)" in said
    assert "2021-04-15 (about)" in said
    assert "2021-06-30 (1/2)" in said
    assert "today" in said
    shown = sulist.text("show", "1-3", SULIST_FILE="odd.yaml")
    assert "Date: — (—)" in shown
    assert "Without a date in 2021: 1" in sulist.text("report", SULIST_FILE="odd.yaml")


def test_a_list_without_a_roster_says_what_it_cannot_tell(sulist: Sulist, tmp_path: Path) -> None:
    """A collective is not resolved; named units still answer."""
    (tmp_path / "odd.yaml").write_text(ODD_LIST[: ODD_LIST.index("units:")], encoding="utf-8")
    said = sulist.text("by-unit", "区财政局", SULIST_FILE="odd.yaml")
    assert "no units: table" in said
    answer = sulist.json("by-unit", "区经发局", SULIST_FILE="odd.yaml")
    assert [item["role"] for item in answer["items"]] == ["lead", "lead", "named", "named", "named"]


def test_warnings_are_counted_under_an_answer(sulist: Sulist, tmp_path: Path) -> None:
    """Where to see them."""
    text = ODD_LIST.replace("分步。", "分步(细)。").replace("8月前", "2022年8月底前")
    (tmp_path / "odd.yaml").write_text(text, encoding="utf-8")
    assert "2 warnings: see sulist check." in sulist.text("list", SULIST_FILE="odd.yaml")
    csv = sulist.text("check", "--format", "csv", SULIST_FILE="odd.yaml")
    assert "half-width-punctuation" in csv


def test_each_entry_of_a_list_stands_on_a_line_whatever_it_holds() -> None:
    """Also one with a text that the writer itself puts between entries."""
    for texts in (["x", "y"], ["x", "\0", "y"]):
        entries = [{"id": "1", "texts": texts}, {"id": "2", "texts": []}]
        stream = io.StringIO()
        render({"items": entries, "one": ["\0"]}, stream, None)
        lines = stream.getvalue().splitlines()
        assert [json.loads(line.rstrip(",")) for line in lines[2:4]] == entries
        assert json.loads(stream.getvalue()) == {"items": entries, "one": ["\0"]}
