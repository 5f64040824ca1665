"""``sulist import`` as a user meets it: what is written where, what is told, and how it ends."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from conftest import ROOT, Terminal
from documents_made import text

from sulist.base.errors import FileError
from sulist.base.plain import clean_cell
from sulist.cli.main import cli

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

PRINTED = str(ROOT / "tests" / "fixtures" / "printed-2021.txt")
DOUBTFUL = (
    "滨河区2024年重点任务清单\n序号,事项名称,牵头单位,责任单位,完成时限\n"
    "1,新建滨河大道,区市监局,区财政局,区住建局\n3,改造东街,区市场监管局,区财政局,6月底前\n"
)


def test_a_list_is_written_and_told(sulist: Sulist, tmp_path: Path) -> None:
    """The file passes check; the last line counts."""
    said = sulist.text("import", PRINTED, "--output", "next.yaml")
    assert said.splitlines()[-1] == "18 items, 3 categories, 0 doubts"
    assert "line 3: 附件" in said
    assert sulist.text("check", "next.yaml") == "next.yaml: 18 items in 3 categories, no problem.\n"
    assert oct((tmp_path / "next.yaml").stat().st_mode)[-3:] == oct(0o666 & ~umask())[-3:]


def umask() -> int:
    """The mask of modes in use."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_without_a_file_the_list_goes_to_standard_output(sulist: Sulist) -> None:
    """The report goes to stderr, so that the list can be piped."""
    done = sulist("import", PRINTED)
    assert done.returncode == 0
    assert yaml.safe_load(done.stdout)["total"] == 18
    assert done.stderr.decode().splitlines()[-1] == "18 items, 3 categories, 0 doubts"


def test_a_file_that_exists_is_left_alone(sulist: Sulist, tmp_path: Path) -> None:
    """Unless --overwrite is said."""
    file = text(tmp_path / "next.yaml", "mine")
    assert "exists already" in sulist.refused("import", PRINTED, "-o", "next.yaml", code=3)
    assert file.read_text() == "mine"
    sulist.text("import", PRINTED, "-o", "next.yaml", "--overwrite")
    assert "18" in file.read_text(encoding="utf-8")


def test_doubts_are_numbered_in_the_table_and_in_the_file(sulist: Sulist, tmp_path: Path) -> None:
    """Each with its place, what was read and what else it might be; and check's errors are announced."""
    text(tmp_path / "a.csv", DOUBTFUL)
    said = sulist.text("import", "a.csv", "-o", "next.yaml")
    table = [line.split() for line in said.splitlines() if line.lstrip()[:1].isdigit()]
    assert [line[:2] for line in table[:3]] == [["1", "1-1"], ["2", "1-2"], ["3", "1-2"]]
    assert "sulist check finds 1 error in the file" in said
    assert said.splitlines()[-1] == "2 items, 1 category, 3 doubts"
    written = (tmp_path / "next.yaml").read_text(encoding="utf-8")
    for number in (1, 2, 3):
        assert f"      # DOUBT {number} (line" in written
    assert written.index("# DOUBT 1") < written.index("- id: 1-1") < written.index("# DOUBT 2")


def test_strict_writes_nothing_where_there_is_a_doubt(sulist: Sulist, tmp_path: Path) -> None:
    """Exit code 1, the doubts on stderr, no file."""
    text(tmp_path / "a.csv", DOUBTFUL)
    said = sulist.refused("import", "a.csv", "-o", "next.yaml", "--strict", code=1)
    assert "2 items, 1 category, 3 doubts" in said
    assert not (tmp_path / "next.yaml").exists()
    assert sulist("import", PRINTED, "--strict").returncode == 0


def test_what_the_document_does_not_say_can_be_said(sulist: Sulist, tmp_path: Path) -> None:
    """Title, region and year as options."""
    text(
        tmp_path / "a.csv",
        "序号,事项名称,牵头单位,责任单位,完成时限\n1,修路,区住建局,各镇,8月底前\n",
    )
    done = sulist("import", "a.csv")
    assert "no year was found" in done.stderr.decode()
    assert "year" not in yaml.safe_load(done.stdout)
    written = yaml.safe_load(
        sulist.text(
            "import", "a.csv", "--year", "2026", "--title", "某区2026年清单", "--region", "某区"
        )
    )
    assert (written["year"], written["title"], written["region"]) == (
        2026,
        "某区2026年清单",
        "某区",
    )


def test_another_year_than_the_documents_is_a_doubt(sulist: Sulist, tmp_path: Path) -> None:
    """What a person says holds, and the document's year is told."""
    text(tmp_path / "a.csv", DOUBTFUL)
    done = sulist("import", "a.csv", "--year", "2025")
    assert yaml.safe_load(done.stdout)["year"] == 2025
    assert "The document says 2024." in done.stderr.decode()


def test_every_comment_and_message_can_be_chinese(sulist: Sulist, tmp_path: Path) -> None:
    """The doubts in the file too."""
    text(tmp_path / "a.csv", DOUBTFUL)
    said = sulist.text(
        "import", "a.csv", "-o", "next.yaml", SULIST_LANG="zh_CN", PYTHONIOENCODING="utf-8"
    )
    assert said.splitlines()[-1] == "2项，1类，3处存疑"
    assert "# 存疑1（" in (tmp_path / "next.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("cell", "key"),
    [("", "lead"), ("无", "lead"), ("—", "responsible"), ("", "deadline"), ("无", "deadline")],
)
def test_a_cell_with_nothing_in_it_keeps_what_is_printed(
    cell: str, key: str, sulist: Sulist, tmp_path: Path
) -> None:
    """An empty cell or one that says 无 passes check, is valid by the schema, and names nobody."""
    cells = {"lead": "区住建局", "responsible": "区财政局", "deadline": "6月底前"}
    lines = ["滨河区2024年重点任务清单", "序号,事项名称,牵头单位,责任单位,完成时限"]
    for number in (1, 2):
        own = cells | ({key: cell} if number == 2 else {})
        lines.append(f"{number},修路,{own['lead']},{own['responsible']},{own['deadline']}")
    text(tmp_path / "a.csv", "\n".join(lines))
    sulist.text("import", "a.csv", "-o", "next.yaml")
    written = yaml.safe_load((tmp_path / "next.yaml").read_text(encoding="utf-8"))
    assert written["categories"][0]["items"][1][key] == cell
    schema = json.loads((ROOT / "data" / "items.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(written, schema)
    assert sulist("check", "next.yaml").returncode == 0
    assert sulist("show", "1-2", "--file", "next.yaml", "--format", "json").returncode == 0
    assert sulist("show", "1-2", "--file", "next.yaml").returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_a_progress_bar_only_on_a_terminal(sulist: Sulist, tmp_path: Path) -> None:
    """For a document that takes a while; in a pipe there is none, nor for a short one."""
    lines = "".join(
        f"{at},修建第{at}条道路并且完善其他设施,区住建局,各镇,6月底前\n" for at in range(1, 2001)
    )
    head = "滨河区2024年重点任务清单\n序号,事项名称,牵头单位,责任单位,完成时限\n"
    text(tmp_path / "long.csv", head + lines)
    terminal = Terminal(tmp_path)
    said = terminal.type(f"{terminal_command()} import long.csv -o a.yaml")
    assert "Reading" in said
    assert said.splitlines()[-1] == "2000 items, 1 category, 0 doubts"
    assert "Reading" not in terminal.type(f"sulist import {PRINTED} -o b.yaml")
    done = sulist("import", "long.csv", "-o", "c.yaml")
    assert b"Reading" not in done.stderr + done.stdout


def terminal_command() -> str:
    """Sulist by the Python that runs the tests."""
    import sys

    return f"{sys.executable} -m sulist"


def test_hidden_characters_of_a_document_do_not_reach_the_list(
    sulist: Sulist, tmp_path: Path
) -> None:
    """Zero-width spaces and direction marks are layout; escape codes never reach the screen."""
    text(
        tmp_path / "a.csv",
        "滨河区2024年重点任务清单\n序号,事项名称,牵头单位,责任单位,完成时限\n1,修\u200b路\x1b[31m\u202e,区住建局,各镇,8月底前\n",
    )
    sulist.text("import", "a.csv", "-o", "next.yaml")
    written = (tmp_path / "next.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(written)["categories"][0]["items"][0]["text"] == "修路[31m"


def test_texts_that_yaml_could_misread_come_back_as_they_are(
    sulist: Sulist, tmp_path: Path
) -> None:
    """Colons, hashes, quotes, hyphens, null and ~ in any cell."""
    for number, odd in enumerate(
        ('- "a": b', "# c", "null", "~", "a: b # c", "'x", "{y}", "@z", "yes", "8", "x\\y"), 1
    ):
        file = f"{number}.tsv"
        text(
            tmp_path / file,
            f"滨河区2024年重点任务清单\n序号\t事项名称\t牵头单位\t责任单位\t完成时限\t备注\n1\t{odd}\t区住建局\t{odd}\t6月底前\t{odd}\n",
        )
        written = yaml.safe_load(sulist("import", file).stdout)["categories"][0]["items"][0]
        assert (written["text"], str(written["responsible"])) == (clean_cell(odd),) * 2


def test_a_list_has_beside_it_what_an_editor_and_git_need(sulist: Sulist, tmp_path: Path) -> None:
    """The schema that its head names and the line by which git merges journals, as init makes them."""
    (tmp_path / "new").mkdir()
    sulist.text("import", PRINTED, "-o", "new/next.yaml")
    sulist.text("init", "other")
    assert sorted(file.name for file in (tmp_path / "new").iterdir()) == [
        ".gitattributes",
        "items.schema.json",
        "next.yaml",
    ]
    for name in (".gitattributes", "items.schema.json"):
        assert (tmp_path / "new" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()
    named = re.search(r"\$schema=(\S+)", (tmp_path / "new" / "next.yaml").read_text("utf-8"))
    assert named
    assert (tmp_path / "new" / named[1]).is_file()
    assert sulist("import", PRINTED, "-o", "new/again.yaml").stderr == b""


def test_what_stands_beside_a_list_is_left_as_it_is(sulist: Sulist, tmp_path: Path) -> None:
    """And what it lacks is told; the list is written all the same."""
    text(tmp_path / ".gitattributes", "*.docx binary\n")
    text(tmp_path / "items.schema.json", "{}")
    done = sulist("import", PRINTED, "-o", "next.yaml")
    assert done.returncode == 0
    assert (tmp_path / ".gitattributes").read_text() == "*.docx binary\n"
    assert (tmp_path / "items.schema.json").read_text() == "{}"
    said = done.stderr.decode()
    assert "items.schema.json is another version's" in said
    assert "Add this line" in said
    assert "progress.yaml merge=union" in said


def test_a_list_that_is_written_is_told_where_the_rest_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full after the list: both are said, or it would be imported once more."""

    def full(file: str, *_words: object, **_more: object) -> None:
        raise FileError(f"{file} cannot be written: no space")

    monkeypatch.setattr("sulist.cli.beside.write_whole", full)
    output = tmp_path / "next.yaml"
    words = ["import", PRINTED, "-o", str(output)]
    refused = CliRunner().invoke(cli, words, standalone_mode=False).exception
    assert isinstance(refused, FileError)
    assert f"{output} " in str(refused)
    assert "items.schema.json cannot be written: no space" in str(refused)
    assert output.is_file()


@pytest.mark.skipif(os.name == "nt", reason="pipes with names")
def test_what_is_no_file_beside_a_list_is_not_read(sulist: Sulist, tmp_path: Path) -> None:
    """A pipe under the name of the schema or of .gitattributes would never end; it is told and left."""
    for name in (".gitattributes", "items.schema.json"):
        os.mkfifo(tmp_path / name)
    done = sulist("import", PRINTED, "-o", "next.yaml")
    assert done.returncode == 0
    assert (tmp_path / "next.yaml").is_file()
    assert done.stderr.decode().count("is left as it is") == 2
    assert (tmp_path / ".gitattributes").is_fifo()


def test_a_list_that_is_piped_has_nothing_beside_it(sulist: Sulist, tmp_path: Path) -> None:
    """Nor one that is refused."""
    sulist("import", PRINTED)
    sulist("import", PRINTED, "-o", "-")
    sulist("import", PRINTED, "-o", "none/next.yaml")
    assert list(tmp_path.iterdir()) == []
