"""Where the journal and the settings are: beside the list, or where a person says."""

from __future__ import annotations

import os
import sys

JOURNAL = "progress.yaml"
SETTINGS = "sulist.toml"


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
        file for file in (os.path.join(user_folder(), SETTINGS), beside) if os.path.isfile(file)
    ]


def journal_file(list_file: str, name: str = JOURNAL) -> str:
    """The journal of a list: beside it."""
    return os.path.join(os.path.dirname(list_file), name)
