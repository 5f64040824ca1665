"""The Chinese messages: complete, compiled, and what a user of Chinese sees."""

from __future__ import annotations

import ast
import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from source import FILES, SOURCE, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Sulist


@pytest.fixture(scope="module")
def messages() -> Any:
    """The tool that keeps the catalogue, which needs Babel."""
    pytest.importorskip("babel")
    spec = spec_from_file_location("messages", ROOT / "tools" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module: Any = module_from_spec(spec)
    spec.loader.exec_module(module)
    of_the_source = module.extracted(module.SOURCE)
    extracted = module.extracted
    module.extracted = lambda *roots: (
        dict(of_the_source) if roots == (module.SOURCE,) else extracted(*roots)
    )
    return module


def test_the_catalogue_is_complete_and_compiled(
    messages: Any, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Every message has its translation with the same placeholders, and the .mo is the .po's."""
    monkeypatch.setattr(sys, "argv", ["messages.py", "--check"])
    assert (messages.main(), *capfd.readouterr()) == (0, "", "")


def test_every_message_of_click_is_translated(messages: Any) -> None:
    """What click itself says, such as its help and its refusals, is Chinese too, in any version allowed."""
    assert len(messages.extracted(messages.CLICK)) > 20
    assert messages.untranslated(messages.extracted(messages.CLICK)) == []
    assert messages.untranslated(messages.of_any_click()) == []


def calls(file: Path) -> Iterator[list[ast.expr]]:
    """What each call of a file that marks a message is given."""
    for node in nodes(file):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in ("_", "N_"):
                yield node.args
            elif node.func.id == "ngettext":
                yield node.args[:2]


def test_a_message_stands_where_any_extractor_finds_it(messages: Any) -> None:
    """Alone within the brackets of its mark: Babel below 2.19 takes the key of a table for a message, and none from 2.19 on looks inside."""
    plain, inner = set(), set()
    for file in FILES:
        for first, *_more in calls(file):
            if isinstance(first, ast.Constant):
                plain.add(first.value)
            else:
                inner |= {
                    (file.name, text.value)
                    for text in ast.walk(first)
                    if isinstance(text, ast.Constant) and isinstance(text.value, str)
                }
    assert inner == set()
    assert plain == messages.extracted(SOURCE).keys()


@pytest.fixture
def spoiled(messages: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The tool over a copy of the catalogue, and a click that says nothing."""
    for file in (messages.PO, messages.PO.with_suffix(".mo"), messages.ANY_CLICK):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(messages, "PO", tmp_path / messages.PO.name)
    monkeypatch.setattr(messages, "ANY_CLICK", tmp_path / messages.ANY_CLICK.name)
    (tmp_path / "click").mkdir()
    monkeypatch.setattr(messages, "CLICK", tmp_path / "click")
    return messages


def added(messages: Any, text: str) -> None:
    """Writes more into the catalogue."""
    with messages.PO.open("a", encoding="utf-8") as stream:
        stream.write(f"\n{text}\n")


def test_what_another_click_says_is_not_gone(spoiled: Any) -> None:
    """Each installed click lacks messages of the others; an update deletes none, nor does it forget which they are."""
    before = spoiled.PO.read_bytes(), spoiled.ANY_CLICK.read_bytes()
    assert spoiled.problems() == []
    assert spoiled.update(drop=False) == []
    assert (spoiled.PO.read_bytes(), spoiled.ANY_CLICK.read_bytes()) == before


LOST = """
#, fuzzy
msgid "Nearly said."
msgstr "差不多。"

#~ msgid "Set aside."
#~ msgstr "搁置。"

# Whoever translated it, said why.
msgid "Said no more."
msgid_plural "Said no more by {n}."
msgstr[0] "不再说{n}。"
"""


def test_no_translation_is_lost_before_it_is_asked_for(
    spoiled: Any, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """One whose message is found nowhere is kept, also a fuzzy or an obsolete one, and named; ``--drop`` deletes it, and says so."""
    whole = spoiled.PO.read_bytes()
    added(spoiled, LOST)
    monkeypatch.setattr(sys, "argv", ["messages.py"])
    assert spoiled.main() == 0
    kept, said = spoiled.PO.read_text(encoding="utf-8"), capfd.readouterr().err
    for message, chinese in (
        ("Nearly said.", "差不多。"),
        ("Set aside.", "搁置。"),
        ("Said no more.", "不再说{n}。"),
    ):
        assert chinese in kept
        assert f"kept, but found nowhere any more: '{message}'\n" in said
    assert "--drop" in said
    assert "# Whoever translated it, said why." in kept
    assert sum(line.startswith("gone: ") for line in spoiled.problems()) == 3
    monkeypatch.setattr(sys, "argv", ["messages.py", "--drop"])
    assert spoiled.main() == 0
    assert "dropped: 'Said no more.'\n" in capfd.readouterr().err
    assert spoiled.PO.read_bytes() == whole


def test_a_fuzzy_translation_is_none_but_stays(spoiled: Any) -> None:
    """Its message counts as untranslated, and the text is there to be mended."""
    po = spoiled.PO.read_text(encoding="utf-8")
    spoiled.PO.write_text(po.replace('msgid "Aborted!"', '#, fuzzy\nmsgid "Aborted!"'), "utf-8")
    before = spoiled.PO.read_bytes()
    spoiled.update(drop=True)
    assert spoiled.PO.read_bytes() == before
    assert "untranslated: 'Aborted!'" in spoiled.problems()


@pytest.mark.parametrize(
    "broken",
    ['msgid "Half', '<<<<<<< ours\nmsgid "a"\nmsgstr "b"', 'msgid "Aborted!"\nmsgstr "作罢！"'],
)
def test_a_catalogue_that_cannot_be_read_whole_is_left_alone(spoiled: Any, broken: str) -> None:
    """A broken line, what a merge left, a message twice: nothing is written over it."""
    added(spoiled, broken)
    before = spoiled.PO.read_bytes()
    with pytest.raises(ValueError, match=r"^sulist\.po (cannot be read|holds a message twice): "):
        spoiled.update(drop=True)
    assert spoiled.PO.read_bytes() == before


def test_help_is_chinese(sulist: Sulist) -> None:
    """The help speaks Chinese in its own words and in click's."""
    said = sulist.text("--help", SULIST_LANG="zh_CN", PYTHONIOENCODING="utf-8")
    assert all(
        word in said for word in ("用法：", "选项", "命令", "重大事项清单", "显示版本号后退出。")
    )
    assert not any(word in said for word in ("Usage", "Options", "Commands", "Show"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", "list", "-o", "no/a.docx"), "无法写入 no/a.docx：文件或文件夹不存在。"),
        (("export", "list", "-o", "长" * 100), "：文件名过长。"),
        (("list", "--output", "taken/a.csv"), "无法写入 taken/a.csv：路径中有一段不是文件夹。"),
        (("dispatch", "-d", "taken"), "无法新建文件夹 taken：同名的文件或文件夹已存在。"),
        (("init", "taken/a"), "无法新建文件夹 taken/a：路径中有一段不是文件夹。"),
    ],
)
def test_why_the_system_refuses_is_chinese_too(
    sulist: Sulist, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    """The reasons that befall a person, which the system tells in English."""
    (tmp_path / "taken").write_text("")
    assert said in sulist.refused(*words, code=3, SULIST_LANG="zh_CN", PYTHONIOENCODING="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ("due", "--unti", "x"),
        ("due", "--format"),
        ("due", "--format", "x"),
        ("due", "-x"),
        ("check", "--repair=1"),
        ("explain", "deadline"),
        ("by-unit",),
        ("init",),
        ("completion",),
        ("completion", "tcsh"),
        ("nonsense",),
    ],
)
def test_a_refusal_of_click_is_chinese_whatever_its_version(
    sulist: Sulist, words: tuple[str, ...]
) -> None:
    """Each version of click words them anew; what is left in Latin letters can be typed."""
    said = sulist.refused(*words, code=2, SULIST_LANG="zh_CN", PYTHONIOENCODING="utf-8")
    left = set(re.findall(r"(?<![-\w])[A-Za-z]+", said))
    assert left <= {
        *("sulist", "by", *words, "h", "help", "unit"),
        *("table", "json", "ndjson", "tsv", "csv", "markdown", "bash", "zsh", "fish"),
    }
