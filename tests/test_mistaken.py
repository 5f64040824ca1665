"""What is named as the list and is none is told as what it is; and a question that is empty for a reason says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from advice import FILES, FORM

from sulist.base import i18n

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TypeIn


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    """Small lists, journals and documents in the folder."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old office"
SAVE_AS_TEXT = re.compile(r"save it as UTF-8|另存为 UTF-8 编码")


@pytest.mark.parametrize("command", ["list --file", "check", "diff l.yaml", "due --file"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"PK\x03\x04 not whole", "damaged|已损坏"),
        ("a.yaml", b"%PDF-1.4\ntitle: x\n", r"\.pdf"),
        ("a.doc", OLE, r"--convert-to docx a\.doc"),
        ("a.wps", OLE, r"--convert-to docx a\.wps"),
        ("a.et", OLE, r"--convert-to xlsx a\.et"),
        ("s t.xls", OLE, "sulist import 's t.xls'|damaged|已损坏"),
        ("s t.xlsb", OLE, "--convert-to xlsx 's t.xlsb'"),
        ("a.ofd", OLE, r"(?:save it as|另存为) \.pdf"),
        ("a.png", b"\x89PNG\r\n", "OCR"),
        ("a.zip", b"PK\x03\x04 not whole", "damaged|已损坏"),
        ("sulist.toml", b"[lights]\nnear_days = 3\n", "settings|设置文件"),
        ("a.json", b'{"$schema": "x", "title": "x"}', "schema|格式定义"),
        ("b.json", b'{"format": 1, "list": {"file": "l.yaml"}}', "--file l.yaml"),
        ("journal.yaml", b'- {"journal":1,"title":"x","year":2021}\n', "--journal journal.yaml"),
        ("tool.yml", "负责人: 甲\n任务:\n  - 修路\n".encode(), r"sulist init \w+"),
        ("noise", b"\0\1\2", "sulist import"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_told_as_what_it_is(
    name: str, data: bytes, said: str, command: str, language: str, type_in: TypeIn, tmp_path: Path
) -> None:
    """By every command, with what to do; nobody is told to save a document as text, which destroys it."""
    (tmp_path / name).write_bytes(data)
    with i18n.speaking(language):
        code, told = type_in(f"{command} '{name}'")
    assert code == 3, told
    assert SAVE_AS_TEXT.search(told) is None
    if not (command.startswith("diff") and name.endswith(".docx")):  # which it reads itself
        assert re.search(said, told), told


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("list.txt", FILES["b c.yaml"].encode()),
        ("list.csv", FILES["b c.yaml"].encode()),
        ("gbk.yaml", FILES["l.yaml"].encode("gb18030")),
        ("wide.yaml", FILES["l.yaml"].encode("utf-16")),
        ("empty.yaml", b""),
        ("key.yaml", FILES["l.yaml"].replace("categories:", "categorys:").encode()),
        ("colon.yaml", FILES["l.yaml"].replace("title:", "title：", 1).encode()),
    ],
)
def test_a_list_with_errors_is_still_a_list(
    name: str, data: bytes, type_in: TypeIn, tmp_path: Path
) -> None:
    """Whatever it is called or written in, its errors are told at their places, with exit code 1."""
    (tmp_path / name).write_bytes(data)
    code, said = type_in(f"check {name}")
    assert code == 1
    assert re.search(rf"^{name}:\d+:\d+: ", said, re.MULTILINE), said


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_journal_that_is_something_else_is_told(
    language: str, type_in: TypeIn, tmp_path: Path
) -> None:
    """The list itself, and a document: neither is to be saved as text, neither is a journal."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n" + b"\xff\xfe\xfa" * 40 + b"\nx")
    with i18n.speaking(language):
        for name in ("l.yaml", "a.pdf"):
            code, said = type_in(f"ledger --journal {name}")
            assert code == 3
            assert SAVE_AS_TEXT.search(said) is None
            assert re.search("is a list, and no journal|no text at all|是清单|不是文本", said), said


def test_a_form_is_told_with_the_command_that_takes_it(type_in: TypeIn) -> None:
    """It is a workbook too, but importing it would make a list of a form."""
    assert type_in("dispatch -d f")[0] == 0
    code, said = type_in(f"check {FORM}")
    assert code == 3
    assert f"sulist collect --file LIST {FORM}" in said


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_unit_that_leads_nothing_owes_nothing(form: str, language: str, type_in: TypeIn) -> None:
    """That is said, so that an empty answer is not read as «everything is reported»."""
    with i18n.speaking(language):
        for unit, word in (
            ("丁镇", "owes no report|不需反馈"),
            ("丙局", "may lead 1-3|可能牵头1-3"),
        ):
            code, said = type_in(f"owing --unit {unit} --format {form}")
            assert code == 0
            assert re.search(word, said), said
        _code, said = type_in(f"owing --unit 甲局 --format {form}")
        assert not re.search("owes no report|may lead|不需反馈|可能牵头", said)


def test_only_what_was_asked_about_is_said_to_be_left_out(type_in: TypeIn) -> None:
    """An item that is done is counted where its date is asked about, and not elsewhere."""
    assert type_in("log 1-2 --unit 甲局 --status done")[0] == 0
    assert "1 item that is done" in type_in("due --before 8月底")[1]
    assert "is not shown" not in type_in("due --before 7月底")[1]
    assert "is not shown" not in type_in("due --from 9月")[1]


def test_the_filter_by_a_first_day_holds_for_documents(type_in: TypeIn, tmp_path: Path) -> None:
    """--from is a filter of every kind; --since belongs to the meeting's report, and both may be given."""
    assert type_in("export list --from 9月 --output l.docx")[0] == 0
    assert type_in("export report --since 5月 --from 9月 --output r.docx")[0] == 0
    assert type_in("export list --since 5月 --output m.docx")[0] == 2
    assert type_in("export calendar --output all.ics")[0] == 0
    assert type_in("export calendar --from 9月 --output some.ics")[0] == 0
    entries = [
        (tmp_path / name).read_text(encoding="utf-8").count("BEGIN:VEVENT")
        for name in ("all.ics", "some.ics")
    ]
    assert entries[0] > entries[1] > 0
