"""Where the files are that belong to a list, and those that come with sulist; and how long one is."""

from __future__ import annotations

import os
import sys

JOURNAL = "progress.yaml"
SETTINGS = "sulist.toml"
_LONG_FILE = 2 * 2**20  # bytes of a list that is read in an instant


def user_folder() -> str:
    r"""The user's configuration folder: ``%APPDATA%\sulist``, ``$XDG_CONFIG_HOME/sulist`` or ``~/.config/sulist``."""
    if sys.platform == "win32" and (roaming := os.environ.get("APPDATA")):
        return os.path.join(roaming, "sulist")
    home = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(home, "sulist")


def settings_files(list_file: str) -> list[str]:
    """The files of settings that there are; of one key, a later one decides."""
    beside = os.path.join(os.path.dirname(list_file), SETTINGS)
    return [
        file for file in (os.path.join(user_folder(), SETTINGS), beside) if os.path.lexists(file)
    ]


def journal_file(list_file: str, name: str = JOURNAL) -> str:
    """The journal of a list: beside it."""
    return os.path.join(os.path.dirname(list_file), name)


_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def packaged_list() -> str:
    """The list that comes with sulist: in the package when installed, else in the source tree."""
    return _packaged("items.yaml", os.path.join("data", "items.yaml"))


def packaged_schema() -> str:
    """The schema of a list's file that comes with sulist."""
    return os.path.join(os.path.dirname(packaged_list()), "items.schema.json")


def packaged_kind(name: str) -> str:
    """A tiny list of another kind that comes with sulist."""
    return os.path.join(os.path.dirname(packaged_list()), "kinds", f"{name}.yaml")


def packaged_example() -> str:
    """The invented year that comes with sulist: in the package when installed, else in the source tree."""
    return _packaged("example.yaml", os.path.join("examples", "2021", "progress.yaml"))


def _packaged(name: str, in_source_tree: str) -> str:
    inside = os.path.join(_PACKAGE, "data", name)
    if os.path.exists(inside):
        return inside
    return os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), in_source_tree)


def is_long(file: str) -> bool:
    """Whether a list takes a while to be read; a pipe does not tell."""
    try:
        return os.path.getsize(file) > _LONG_FILE
    except (OSError, ValueError):
        return False
