"""The pages for who fills in a list say what sulist says."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from conftest import ROOT

PAGES = ("deadlines.zh-CN.md", "units.zh-CN.md")


def test_the_pages_are_made_from_the_specification() -> None:
    """``tools/clerk_pages.py`` writes what they hold: no row can be untrue."""
    command = [sys.executable, str(ROOT / "tools" / "clerk_pages.py"), "--check"]
    done = subprocess.run(command, check=False, timeout=60, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_about_a_screen_and_says_what_how_and_what_instead(name: str) -> None:
    """15 to 40 rows, in three parts, and no word of the grammar's."""
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert re.findall("^## (.+)$", text, re.MULTILINE) == ["可写", "不可写", "怎样改"]
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert 15 <= len(rows) <= 40
    assert len(text.splitlines()) <= 72
