"""Documents of older programs, by LibreOffice where it is installed: with settings of its own, in bounded time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.base.showing import printable
from sulist.importers.read import sniff
from sulist.sandbox import Document

SECONDS = 90.0  # its first start with new settings takes the most of what it needs


class _Way(NamedTuple):
    """What a document becomes, and the filter that reads it: no other, whatever it holds."""

    to: str
    by: str


_WAYS = {
    ".doc": _Way("docx", "MS Word 97"),
    ".wps": _Way("docx", "MS Word 97"),
    ".rtf": _Way("docx", "Rich Text Format"),
    ".odt": _Way("docx", "writer8"),
    ".et": _Way("xlsx", "MS Excel 97"),
    ".xlsb": _Way("xlsx", "Calc MS Excel 2007 Binary"),
}
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
# A document from anywhere runs no macro, and fetches nothing.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def converted(document: Document, seconds: float = SECONDS) -> Document:
    """The document as LibreOffice saves it; one that it is not needed for, or that is not installed for, stays.

    Raises:
        FileError: it is locked, or LibreOffice cannot open it, or not in time.
    """
    way = _WAYS.get(os.path.splitext(document.name)[1].lower())
    office = _office() if way else None
    if way is None or office is None or not sniff.is_of_old_kind(document.name, document.data):
        return document
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        folder = Path(made)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        source = folder / ("document" + os.path.splitext(document.name)[1].lower())
        source.write_bytes(document.data)
        command = [
            *(office, f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
            *("--headless", "--norestore", f"--infilter={way.by}"),
            *("--convert-to", way.to, "--outdir", str(folder / "made"), str(source)),
        ]
        _run(command, document.name, seconds)
        try:
            data = (folder / "made" / f"document.{way.to}").read_bytes()
        except OSError:
            raise sniff.damaged(printable(document.name)) from None
    return Document(document.name, data, "LibreOffice")


def _office() -> str | None:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if os.path.exists(place)), None)


def _run(command: list[str], name: str, seconds: float) -> None:
    """Runs LibreOffice, and ends it with all that it has started where its time is up."""
    with subprocess.Popen(  # noqa: S603 - LibreOffice, with a file of a name of our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    ) as process:
        try:
            process.wait(seconds)
        except BaseException as error:
            _end(process)
            if isinstance(error, subprocess.TimeoutExpired):
                raise _too_slow(name, seconds) from None
            raise


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, check=False)  # noqa: S603 - Windows' own program
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)


def _too_slow(name: str, seconds: float) -> FileError:
    return FileError(
        _(
            "LibreOffice does not open {file} within {n} seconds, so it is not used. Open it in its own program, and save it as .docx or .xlsx"
        ).format(file=printable(name), n=f"{seconds:g}")
    )
