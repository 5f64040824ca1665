"""Packages that only some work needs: the extra ``sulist[documents]``, and what to say without it."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.base.showing import pasted

EXTRA = "documents"


def require(package: str, work: str) -> None:
    """Makes sure that ``package`` can be imported; ``work`` says what needs it (Reading .docx).

    Raises:
        FileError: it is not installed; the message has the command that installs it.
    """
    if package and find_spec(package) is None:
        raise FileError(
            _("{work} needs packages that are not installed here. Install them: {command}").format(
                work=work, command=install_command(sys.prefix, sys.executable)
            )
        )


def install_command(prefix: str, python: str) -> str:
    """The command that adds the extra to the environment ``prefix``, in which ``python`` runs sulist.

    pipx keeps account of what it installed, so it has to do it. An environment that uv made has no
    pip of its own; neither has one that was made without.
    """
    if os.path.exists(os.path.join(prefix, "pipx_metadata.json")):
        # pipx takes sulist itself for installed already, and adds only what has another name
        return f"pipx inject {os.path.basename(prefix)} {' '.join(map(pasted, _packages()))}"
    whole = f'"sulist[{EXTRA}]"'
    if find_spec("pip"):
        run = pasted(python)
        call = "& " if run.startswith('"') else ""  # PowerShell takes a quoted name for a text
        return f"{call}{run} -m pip install {whole}"
    if os.path.exists(os.path.join(prefix, "uv-receipt.toml")) or _is_uvs(prefix):
        return f"uv pip install --python {pasted(python)} {whole}"
    return f"python3 -m pip --python {pasted(python)} install {whole}"


def _is_uvs(prefix: str) -> bool:
    """Whether uv made the environment, as its settings say."""
    try:
        with open(os.path.join(prefix, "pyvenv.cfg"), encoding="utf-8") as stream:
            return any(line.split("=")[0].strip() == "uv" for line in stream)
    except (OSError, ValueError):
        return False


def _packages() -> list[str]:
    """What the extra asks for, by the metadata of what is installed: ``python-docx>=1.1``."""
    from importlib.metadata import requires

    wanted = [one.split(";") for one in requires("sulist") or () if ";" in one]
    return [
        name.strip()
        for name, marker in wanted
        if marker.replace("'", '"').strip() == f'extra == "{EXTRA}"'
    ]
