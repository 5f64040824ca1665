"""The README says only what is true."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT

if TYPE_CHECKING:
    from conftest import Sulist

README = (ROOT / "README.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"^\| .+\? \| `sulist (.+)` \|$", README, re.MULTILINE)
SCREEN = re.search(r"```console\n\$ sulist (.+)\n((?:.*\n)+?)```", README)


def test_the_readme_has_commands_by_question() -> None:
    """Without them the tests below would run nothing."""
    assert len(QUESTIONS) >= 10


@pytest.mark.parametrize("command", QUESTIONS)
def test_every_command_answers(sulist: Sulist, command: str) -> None:
    """Each as it stands there."""
    assert sulist.text(*shlex.split(command))


def test_the_screen_is_what_is_printed(sulist: Sulist) -> None:
    """The picture on the first page, line by line, but for which file was asked."""
    assert SCREEN is not None
    shown = [line.rstrip() for line in SCREEN[2].splitlines()]
    printed = [line.rstrip() for line in sulist.text(*shlex.split(SCREEN[1])).splitlines()]
    assert printed[: len(shown)] == shown


def test_every_link_leads_somewhere() -> None:
    """A link to a file of the project."""
    assert [
        link for link in re.findall(r"\]\((?!http)([^)#]+)\)", README) if not (ROOT / link).exists()
    ] == []
