"""Packages that only some work needs: the extra ``sulist[documents]``, and what to say without it."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from sulist.errors import FileError
from sulist.i18n import _

INSTALL = f'{sys.executable} -m pip install "sulist[documents]"'


def require(package: str, work: str) -> None:
    """Makes sure that ``package`` can be imported; ``work`` says what needs it (Reading .docx).

    Raises:
        FileError: it is not installed; the message has the command that installs it.
    """
    if package and find_spec(package) is None:
        raise FileError(
            _("{work} needs packages that are not installed here. Install them: {command}").format(
                work=work, command=INSTALL
            )
        )
