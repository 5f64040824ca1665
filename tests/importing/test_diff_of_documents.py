"""``sulist diff`` with a document on either side: the same importer, the same doubts, no file made."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import ITEMS, ROOT
from documents_made import text, word
from test_contract import validate

from sulist.base.errors import FileError
from sulist.write.formats import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

OURS = ITEMS.read_text(encoding="utf-8")
DOCUMENTS = [
    ROOT / "tests" / "fixtures" / "printed-2021.txt",
    *sorted((ROOT / "tests" / "importing" / "documents").glob("list-2021.*")),
]
HEADER = ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"]
ROAD = ["1", "新建滨河大道。", "区住建局", "区财政局", "6月底前"]
FOOD = ["2", "创建食品安全城市。", "区市监局", "区教育局", "10月底前"]
TITLE = "滨河区2024年重点任务清单"
LIST = """title: 滨河区2024年重点任务清单
region: 滨河区
year: 2024
total: 2
{more}categories:
  - number: 一
    title: 滨河区2024年重点任务清单
    count: 2
    items:
      - id: 1-1
        text: 新建滨河大道。
        lead: 区住建局
        responsible: 区财政局
        deadline: {deadline}
      - id: 1-2
        text: 创建食品安全城市。
        lead: {lead}
        responsible: 区教育局
        deadline: 10月底前
"""


def listed(
    file: Path, *, lead: str = "区市监局", deadline: str = "6月底前", more: str = "", end: str = ""
) -> str:
    """A list file of two items, and its name."""
    text(file, LIST.format(lead=lead, deadline=deadline, more=more) + end)
    return file.name


def draft(file: Path, *lines: list[str], below: str = "") -> str:
    """A text document of these rows, and its name."""
    rows = [TITLE, *("\t".join(line) for line in (HEADER, *lines)), *([below] if below else [])]
    text(file, "\n".join(rows) + "\n")
    return file.name


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name)
def test_the_printed_list_of_2021_has_not_changed(file: Path, sulist: Sulist) -> None:
    """From our list to each document of it and back: every item is the same."""
    for sides in ((str(ITEMS), str(file)), (str(file), str(ITEMS))):
        answer = sulist.json("diff", *sides)
        validate(answer, "diff")
        assert (answer["same"], answer["changes"], answer["facts"]) == (18, [], [])
        assert [answer["old"]["file"], answer["new"]["file"]] == list(sides)


def test_what_a_word_draft_changes_is_told_from_both_sides(sulist: Sulist, tmp_path: Path) -> None:
    """A date and a word, from the list to the draft, and from the draft to the list."""
    later = [[*ROAD[:4], "7月底前"], [FOOD[0], "创建食品药品安全城市。", *FOOD[2:]]]
    word(tmp_path / "draft.docx", TITLE, [HEADER, *later])
    ours = listed(tmp_path / "ours.yaml")
    there = sulist.text("diff", ours, "draft.docx")
    assert "6月底前 → 7月底前" in there
    assert "创建食品{+药品+}安全城市。" in there
    assert f"New draft.docx: {TITLE}" in there
    back = sulist.text("diff", "draft.docx", ours)
    assert "7月底前 → 6月底前" in back
    assert "创建食品[-药品-]安全城市。" in back
    assert [one.splitlines()[-1] for one in (there, back)] == [
        "0 items without a change, reworded 1, other date 1"
    ] * 2


def test_two_documents_are_compared(sulist: Sulist, tmp_path: Path) -> None:
    """A text and a Word document, without any list file."""
    word(tmp_path / "new.docx", TITLE, [HEADER, ROAD])
    old = draft(tmp_path / "old.txt", ROAD, FOOD)
    answer = sulist.json("diff", old, "new.docx")
    assert [(one["kinds"], one["old"]["id"]) for one in answer["changes"]] == [(["dropped"], "1-2")]
    assert answer["facts"] == []  # neither prints a total
    word(tmp_path / "newer.docx", TITLE, "（共1项）", [HEADER, ROAD])
    ours = listed(tmp_path / "ours.yaml")
    (fact,) = sulist.json("diff", ours, "newer.docx")["facts"]
    assert fact == {"name": "total", "old": "2", "new": "1"}


@pytest.mark.parametrize("form", FORMATS)
def test_doubts_of_reading_are_told_beside_every_form(
    form: str, sulist: Sulist, tmp_path: Path
) -> None:
    """On stderr, with place and what was not used, as import tells them; a table counts them too."""
    new = draft(tmp_path / "new.txt", ROAD, ["4", *FOOD[1:]], below="联系人：某某")
    done = sulist("diff", listed(tmp_path / "ours.yaml"), new, "--format", form)
    told, answered = done.stderr.decode().rstrip(), done.stdout.decode()
    assert done.returncode == 0
    assert told.startswith(f"Read from new.txt: {TITLE}\n")
    assert "number 4 follows number 1" in told
    assert "line 5: 联系人：某某" in told
    assert told.splitlines()[-1] == "2 items, 1 category, 1 doubt"
    noted = "Reading new.txt left 1 doubt" in answered
    assert noted == (form in ("table", "markdown"))
    clean = sulist("diff", "ours.yaml", draft(tmp_path / "clean.txt", ROAD, FOOD), "--format", form)
    assert b"left" not in clean.stdout
    assert clean.stderr.decode().split("\n")[-3] == "2 items, 1 category, 0 doubts"


@pytest.mark.parametrize(
    "name", ["new.doc", "new.docm", "new.pdf", "scan.jpg", "none.txt", "gone.docx"]
)
@pytest.mark.parametrize("first", [True, False], ids=["old", "new"])
def test_what_import_refuses_is_refused_in_the_same_words(
    name: str, first: bool, sulist: Sulist, tmp_path: Path
) -> None:
    """With the same exit code, whichever side it is on, and nothing is answered."""
    holds = {
        "scan.jpg": b"\xff\xd8\xff",
        "none.txt": "没有清单\n".encode(),
        "new.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    }
    if not name.startswith("gone"):
        (tmp_path / name).write_bytes(holds.get(name, b"x"))
    sides = (name, str(ITEMS)) if first else (str(ITEMS), name)
    said = sulist.refused("diff", *sides, code=3)
    assert said == sulist.refused("import", name, code=3)


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice to convert with")
def test_what_libreoffice_cannot_open_is_damaged(
    libreoffice: None, sulist: Sulist, tmp_path: Path
) -> None:
    """An old document is given to it first, by diff as by import."""
    (tmp_path / "new.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    for command in (("diff", "new.doc", str(ITEMS)), ("import", "new.doc")):
        assert "new.doc is damaged or not whole" in sulist.refused(*command, code=3)


def test_what_a_document_without_a_year_prints_is_compared(sulist: Sulist, tmp_path: Path) -> None:
    """The doubt names the option by which its dates can be, and diff has it."""
    text(tmp_path / "new.txt", "\n".join("\t".join(one) for one in (HEADER, ROAD, FOOD)))
    ours = listed(tmp_path / "ours.yaml")
    assert "import again with --year" in sulist("diff", ours, "new.txt").stderr.decode()
    for year in ("2024", "２０２４"):
        assert sulist.json("diff", ours, "new.txt", "--year", year)["same"] == 2
    said = sulist.refused("diff", ours, "new.txt", "--year", "24", code=2)
    assert "24 is not a whole number from 1949 to 2100." in said


def test_a_document_whose_list_has_errors_is_not_compared(sulist: Sulist, tmp_path: Path) -> None:
    """As a list file with errors is not; the doubts and errors are told, and what to do."""
    new = draft(tmp_path / "new.txt", ROAD, [*FOOD[:4], "区财政局"], below="共3项")
    said = sulist.refused("diff", listed(tmp_path / "ours.yaml"), new, code=3)
    assert "line 4, cell 5" in said
    assert "[total-as-printed]" in said
    assert "sulist import new.txt --output next.yaml" in said.splitlines()[-1]


def test_a_document_with_one_bad_cell_is_compared(sulist: Sulist, tmp_path: Path) -> None:
    """What is printed can be compared, read or not; the error is told besides."""
    new = draft(tmp_path / "new.txt", ROAD, [*FOOD[:4], "区财政局"])
    done = sulist("diff", listed(tmp_path / "ours.yaml"), new)
    assert done.returncode == 0
    assert "10月底前 → 区财政局" in done.stdout.decode()
    assert "[readable-deadline]" in done.stderr.decode()


def test_our_aliases_and_days_set_by_hand_are_no_change_of_the_print(
    sulist: Sulist, tmp_path: Path
) -> None:
    """The document repeats the printed cells; what is ours in the list file is not on paper."""
    ours = listed(
        tmp_path / "ours.yaml",
        lead="区市场监管局",
        deadline="6月底前\n        due: 2024-06-20\n        due_reason: 会议定",
        more="issued: 2024-01-10\n",
        end="units:\n  区直部门: [区住建局, 区财政局, 区市监局, 区教育局]\naliases: {区市场监管局: 区市监局}\n",
    )
    same = draft(tmp_path / "same.txt", ROAD, [*FOOD[:2], "区市场监管局", *FOOD[3:]])
    for sides in ((ours, same), (same, ours)):
        answer = sulist.json("diff", *sides)
        assert (answer["same"], answer["facts"]) == (2, [])
    other = draft(tmp_path / "other.txt", ROAD, FOOD)  # the unit by its other name
    assert [one["kinds"] for one in sulist.json("diff", ours, other)["changes"]] == [["reworded"]]
    listed(tmp_path / "plain.yaml", lead="区市场监管局")
    answer = sulist.json("diff", "plain.yaml", ours)  # between list files a set day is a change
    assert [one["kinds"] for one in answer["changes"]] == [["date"]]


def test_without_the_extra_packages_the_usual_sentence_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It has the command that installs them."""
    from sulist.cli.main import cli

    file = word(tmp_path / "new.docx", TITLE, [HEADER, ROAD])
    monkeypatch.setattr(
        "sulist.base.extras.find_spec", lambda name: None if name == "docx" else name
    )
    with pytest.raises(FileError, match=r"Reading \.docx .* pip install .*sulist\[documents\]"):
        cli.main(["diff", str(ITEMS), str(file)], standalone_mode=False)


def test_only_a_document_loads_what_reads_it(process: Sulist, tmp_path: Path) -> None:
    """Two list files load no importer, a text no package."""

    def loaded(*sides: str) -> set[str]:
        done = process("diff", *sides, PYTHONPROFILEIMPORTTIME="1")
        assert done.returncode == 0
        return {line.rpartition("|")[2].strip() for line in done.stderr.decode().splitlines()}

    packages = {"docx", "openpyxl", "pdfplumber", "lxml"}
    ours = listed(tmp_path / "ours.yaml")
    assert not loaded(ours, ours) & {*packages, "sulist.importers.importing", "zipfile"}
    assert not loaded(ours, draft(tmp_path / "new.txt", ROAD, FOOD)) & packages


def test_a_document_with_columns_of_its_own_has_not_changed(sulist: Sulist, tmp_path: Path) -> None:
    """A list and the document that it came from are the same in every column; a changed remark is told."""
    file, later = tmp_path / "a.csv", tmp_path / "b.csv"
    content = (
        "清平县2024年任务清单\n序号,任务,责任单位,配合单位,分管领导,备注\n"
        "1,修路,县交通局,县财政局,李某某,续办\n2,修桥,县水利局,,王某,\n"
    )
    file.write_text(content, encoding="utf-8")
    later.write_text(content.replace("续办", "新办"), encoding="utf-8")
    made = tmp_path / "o.yaml"
    sulist("import", str(file), "--output", str(made))
    assert "2 items without a change" in sulist("diff", str(made), str(file)).stdout.decode()
    assert "新办" in sulist("diff", str(made), str(later)).stdout.decode()


def test_a_cell_that_cannot_be_read_keeps_no_list_from_being_compared(
    sulist: Sulist, tmp_path: Path
) -> None:
    """It stands in the file as it is printed, and blocks its item only."""
    file = tmp_path / "a.csv"
    file.write_text(
        "清平县2024年任务清单\n序号,任务,责任单位,时限\n1,修路,县交通局,择机\n2,修桥,县水利局,6月底前\n",
        encoding="utf-8",
    )
    made = tmp_path / "o.yaml"
    sulist("import", str(file), "--output", str(made))
    assert "deadline: 择机" in made.read_text(encoding="utf-8")
    assert "2 items without a change" in sulist("diff", str(made), str(file)).stdout.decode()
    assert "修桥" in sulist("due", "--file", str(made), "--as-of", "2024-05-01").stdout.decode()
