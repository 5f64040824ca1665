"""What the README and the docs show is what sulist prints: every command, every screen, every link.

In a block marked ``console`` the lines after ``$`` are typed on a terminal of 80 columns, in a
folder of the page's own, in the page's language; what follows must be what is printed.
``python tests/test_docs.py`` writes the screens anew, to be read before they are committed.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, Terminal, TypeIn

from sulist.base.i18n import speaking

if TYPE_CHECKING:
    from conftest import Sulist

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
BLOCK = re.compile(r"(?<=^```console\n)(?:.*\n)*?(?=```$)", re.MULTILINE)
SET_UP = re.compile(r"^    (python3 -m venv .+)$", re.MULTILINE)


def text_of(page: Path) -> str:
    """The page's text."""
    return page.read_text(encoding="utf-8")


def is_chinese(page: Path) -> bool:
    """Whether a page is for readers of Chinese, and its screens are too."""
    return page.stem.endswith("zh-CN")


def played(page: Path, folder: Path) -> list[tuple[str, str]]:
    """Each screen of a page as it stands there, and as it is when its commands are typed."""
    (folder / "examples").symlink_to(ROOT / "examples")  # as in a copy of the repository
    terminal = Terminal(folder, chinese=is_chinese(page))
    screens = []
    for block in BLOCK.findall(text_of(page)):
        commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
        screens.append(
            (block, "".join(f"$ {command}\n{terminal.type(command)}" for command in commands))
        )
    return screens


WITH_SCREENS = [page for page in PAGES if BLOCK.search(text_of(page))]


def test_there_are_screens_to_compare() -> None:
    """Both READMEs have them; without any, the tests below would compare nothing."""
    assert {"README.md", "README.zh-CN.md"} <= {page.name for page in WITH_SCREENS}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
@pytest.mark.parametrize("page", WITH_SCREENS, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_screen_is_what_is_printed(page: Path, tmp_path: Path) -> None:
    """Line by line."""
    for shown, printed in played(page, tmp_path):
        assert printed == shown


QUESTIONS = [
    (page, command)
    for page in PAGES
    for command in re.findall(r"^\| [^|`]+ \| `(sulist [^`]+)` \|$", text_of(page), re.MULTILINE)
]


def test_there_are_commands_by_question() -> None:
    """In both READMEs, and the same ones."""
    by_page = [
        [command.split()[1] for page, command in QUESTIONS if page.name == name]
        for name in ("README.md", "README.zh-CN.md")
    ]
    assert len(by_page[0]) >= 10
    assert by_page[0] == by_page[1]


@pytest.mark.parametrize(("page", "command"), QUESTIONS, ids=[one for _page, one in QUESTIONS])
def test_every_command_by_question_answers(sulist: Sulist, page: Path, command: str) -> None:
    """Each as it stands there."""
    assert sulist.text(*shlex.split(command)[1:], SULIST_LANG="zh_CN" if is_chinese(page) else "en")


SENTENCES = sorted(
    {
        command
        for page in PAGES
        for command in re.findall(
            r"`(sulist [^`\n]+)`", re.sub(r"^```.*?^```$", "", text_of(page), flags=re.S | re.M)
        )
    }
)
# What stands in a sentence for a value, and a value; a name of a file that the sentence is about.
VALUES = {
    "COMMAND": "due", "命令": "due", "UNIT": "区经发局", "PHRASE": "8月底前", "CELL": "区直各部门",
    "KIND": "list", "FILE": "o.docx", "FILE…": "forms/a.xlsx", "文件…": "forms/a.xlsx", "DIR": "new",
    "文件夹": "new", "…": "x", "收回/*.xlsx": "forms/a.xlsx", "*/items.yaml": "items.yaml",
}  # fmt: skip
BARE = {
    "log",
    "close",
    "add",
    "import",
    "init",
    "diff",
    "by-unit",
    "extend",
    "reopen",
    "withdraw",
    "collect",
}  # named, not typed
ENDS = {
    "sulist due 8月底": 2,  # as it says there
    "sulist log 2-7": 2,  # which asks on a terminal
    "sulist init --example": 2,  # the folder is named beside it
    "sulist import --output": 2,  # as is the document
    "sulist export report --output 推进情况.pdf": 2,  # as it says there
}


DRAFTS = ("draft.docx", "送审稿.docx", "1.docx", "2.docx")


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """In each language a folder with a list, reports, and a form that came back; a draft lies in a folder of its own."""
    made = {}
    for language in ("en", "zh_CN"):
        folder = made[language] = tmp_path_factory.mktemp(language)
        with pytest.MonkeyPatch.context() as patch, speaking(language):
            type_in = TypeIn(folder, patch)
            assert type_in("init .")[0] == 0
            (folder / "l.yaml").symlink_to("items.yaml")
            assert type_in("log 1-3 2-4 --status done")[0] == 0
            assert type_in("dispatch --unit 区财政局 -d forms")[0] == 0
            next((folder / "forms").iterdir()).rename(folder / "forms" / "a.xlsx")
            (folder / "away").mkdir()
            assert type_in("export list --output away/draft.docx")[0] == 0
    return made


@pytest.mark.parametrize("command", SENTENCES)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_command_in_a_sentence_is_accepted(
    command: str, language: str, type_in: TypeIn, tmp_path: Path, desks: dict[str, Path]
) -> None:
    """In a folder with a list, reports, a form that came back and drafts; a name alone is a command's."""
    from sulist.cli.commands import MODULES

    words = command.split()
    if len(words) == 2 and words[1] in BARE:
        assert words[1] in MODULES
        return
    desk = desks[language]
    without = shutil.ignore_patterns("away")
    shutil.copytree(desk, tmp_path, symlinks=True, dirs_exist_ok=True, ignore=without)
    for name in {*DRAFTS} & {*words}:
        shutil.copy(desk / "away" / "draft.docx", tmp_path / name)
    with speaking(language):
        code, said = type_in(" ".join(VALUES.get(word, word) for word in words))
        assert code == ENDS.get(command, 0), said


def test_the_set_up_commands_are_the_same_in_both_languages() -> None:
    """One ends in the report, one passes the tests; the latter is what CI runs."""
    found = [SET_UP.findall(text_of(ROOT / name)) for name in ("README.md", "README.zh-CN.md")]
    assert found[0] == found[1]
    assert [command.rpartition(" ")[2] for command in found[0]] == ["report", "pytest"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """To a file of the project, and to a heading where one is named."""
    for target, heading in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", text_of(page)):
        file = page.parent / target if target else page
        assert file.exists(), target
        if heading:
            titles = re.findall(r"^#+ (.+)$", text_of(file), re.MULTILINE)
            assert heading in [
                re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in titles
            ]


GUIDES = ("install", "import", "documents", "month", "checks", "year", "lists", "progress")


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_is_there_in_both_languages(guide: str) -> None:
    """Each page names the other below its title, and both READMEs the Chinese one."""
    names = (f"{guide}.md", f"{guide}.zh-CN.md")
    for name, other in (names, names[::-1]):
        assert f"]({other})\n\n" in text_of(ROOT / "docs" / name)[:200]
    for name in ("README.md", "README.zh-CN.md"):
        assert f"(docs/{names[1]})" in text_of(ROOT / name)


def test_the_catalogue_of_checks_is_made_from_the_rules() -> None:
    """``docs/checks.md`` and the tables of the Chinese page are what ``tools/checks_page.py`` writes."""
    command = [sys.executable, str(ROOT / "tools" / "checks_page.py"), "--check"]
    assert subprocess.run(command, check=False, timeout=60).returncode == 0


def rewritten(page: Path, folder: Path) -> str:
    """The page with the screens that its commands print now."""
    screens = iter(played(page, folder))
    return BLOCK.sub(lambda _old: next(screens)[1], text_of(page))


if __name__ == "__main__":
    for one in WITH_SCREENS:
        with tempfile.TemporaryDirectory() as empty:
            one.write_text(rewritten(one, Path(empty)), encoding="utf-8")
