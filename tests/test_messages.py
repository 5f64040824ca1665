"""The Chinese messages: complete, compiled, and what a user of Chinese sees."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist


@pytest.fixture(scope="module")
def messages() -> Any:
    """The tool that keeps the catalogue, which needs Babel."""
    pytest.importorskip("babel")
    spec = spec_from_file_location("messages", ROOT / "tools" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.usefixtures("messages")
def test_the_catalogue_is_complete_and_compiled() -> None:
    """Every message has its translation with the same placeholders, and the .mo is the .po's."""
    command = [sys.executable, str(ROOT / "tools" / "messages.py"), "--check"]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout.decode()) == (0, ""), done.stderr.decode()


def test_every_message_of_click_is_translated(messages: Any) -> None:
    """What click itself says, such as its help and its refusals, is Chinese too."""
    assert len(messages.extracted(messages.CLICK)) > 20
    assert messages.untranslated(messages.CLICK) == []


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
