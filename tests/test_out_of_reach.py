"""What belongs to a list and cannot be reached is told: an answer without it would be another one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from conftest import ITEMS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

HERE = {"SULIST_FILE": ""}
pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and pipes of Unix")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list with nothing beside it."""
    for name in ("SULIST_JOURNAL", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "items.yaml").write_bytes(ITEMS.read_bytes())
    return tmp_path


@pytest.mark.parametrize("command", ["list", "check", "ledger", "report", "owing"])
def test_a_journal_that_a_link_leads_to_in_vain_is_told(
    sulist: Sulist, folder: Path, command: str
) -> None:
    """A share that is not there would else make everything «no report»; the link and its end are named."""
    (folder / "progress.yaml").symlink_to("share/progress.yaml")
    said = sulist.refused(command, code=3, **HERE)
    assert "progress.yaml is a link to share/progress.yaml, which is not there" in " ".join(
        said.split()
    )
    said = sulist.refused(command, code=3, SULIST_LANG="zh_CN", **HERE)
    assert "share/progress.yaml" in said


def test_a_journal_behind_a_link_is_read(sulist: Sulist, folder: Path) -> None:
    """A link that leads somewhere is as good as the file."""
    (folder / "share").mkdir()
    (folder / "share" / "progress.yaml").write_bytes(b"")
    (folder / "progress.yaml").symlink_to("share/progress.yaml")
    assert sulist("list", **HERE).returncode == 0


def test_settings_that_cannot_be_reached_are_told(sulist: Sulist, folder: Path) -> None:
    """A link to nothing, a folder, a pipe: none is passed over as if nothing were set."""
    settings = folder / "sulist.toml"
    settings.symlink_to("share/sulist.toml")
    assert "sulist.toml cannot be read" in sulist.refused("ledger", code=3, **HERE)
    settings.unlink()
    settings.mkdir()
    assert "sulist.toml cannot be read" in sulist.refused("ledger", code=3, **HERE)
    settings.rmdir()
    os.mkfifo(settings)
    assert "sulist.toml cannot be read: it is no file." in sulist.refused("ledger", code=3, **HERE)


def test_a_place_is_one_line_whatever_a_file_is_called(sulist: Sulist, folder: Path) -> None:
    """Where a line break stands in a name, its rest is not read as a problem of another file."""
    name = "a\nb.yaml"
    (folder / name).write_text("title: 1\n", encoding="utf-8")
    lines = sulist("check", name, **HERE).stdout.decode().splitlines()
    assert any(line.startswith(r"a\nb.yaml:1:") for line in lines)
    assert not any(line.startswith("b.yaml:") for line in lines)
