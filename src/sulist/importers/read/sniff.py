"""What a file is by its first bytes, and whether it may be opened: before any package sees it."""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from io import BytesIO

from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.base.showing import pasted_file, printable
from sulist.importers.read.parts import part_name
from sulist.importers.readers import FORMATS

MAX_BYTES = 64 * 2**20
MAX_UNPACKED = 32 * 2**20
MAX_PARTS = 5_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"RIFF")
_OLD = {
    ".doc": ".docx",
    ".wps": ".docx",
    ".rtf": ".docx",
    ".odt": ".docx",
    ".ofd": ".pdf",
    ".et": ".xlsx",
    ".xlsb": ".xlsx",
}
# What offices' systems and WPS write under the names of old formats.
_NAMED_OTHERWISE = (".xls", ".doc", ".et", ".wps", ".rtf", ".odt", ".xlsb")
_NOT_CONVERTED = (".ofd",)  # which LibreOffice does not open either
_ARCHIVES = (".mht", ".mhtml")
# The head of a web page that is saved as a letter with its pictures.
_SAVED_PAGE = re.compile(
    rb"^MIME-Version:.*^Content-Type:\s*(?:multipart/related|text/html)", re.I | re.M | re.S
)
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic")
_MACROS = (".docm", ".xlsm", ".dotm", ".xltm")
NOT_READ = (*_OLD, *_PICTURES, *_MACROS)
_OPEN_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_ENTITY = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)|<\0!\0(?:D|E)\0|\0<\0!\0(?:D|E)")


def read_bytes(file: str) -> bytes:
    """A document's bytes.

    Raises:
        FileError: it does not exist, may not be read, is empty, or is larger than 64 MiB.
    """
    name = printable(file)
    try:
        size = os.stat(file).st_size
        if size > MAX_BYTES:
            raise FileError(
                _(
                    "{file} has {size} MiB; a list has at most 64. Take out the pictures, or save only the pages with the list"
                ).format(file=name, size=size // 2**20)
            )
        with open(file, "rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileError(_("{file} does not exist. Check the name").format(file=name)) from None
    except IsADirectoryError:
        raise FileError(
            _("{file} is a folder. Name the documents in it").format(file=name)
        ) from None
    except (OSError, ValueError) as error:
        from sulist.base.files import reason

        raise FileError(
            _("{file} cannot be read: {error}. Check the name and the disk").format(
                file=name, error=reason(error)
            )
        ) from None
    if len(data) > MAX_BYTES:
        raise FileError(
            _("{file} has more than 64 MiB; a list has less. Is it the right file?").format(
                file=name
            )
        )
    if not data.strip():
        raise FileError(_("{file} is empty. Save the document again").format(file=name))
    return data


def suffix(file: str, data: bytes) -> str:
    """The format of a document: its extension, once its bytes have been seen to agree.

    Raises:
        FileError: it cannot be read here, or its bytes are of another kind than its name says.
    """
    name = printable(file)
    named = os.path.splitext(file)[1].lower()
    if named in _MACROS:
        raise _has_macros(name)
    found = _kind(data, name)
    if named in _NAMED_OTHERWISE and found in (".html", ".mht", ".docx", ".xlsx"):
        return found
    if found == "ole" and named == ".xls":
        return named
    if found == ".mht" and named in (*_ARCHIVES, ".html", ".htm"):
        return found
    if found == ".html" and named in _ARCHIVES:
        return found
    _not_of_other_kinds(name, named, found)
    plain = (".txt", ".tsv", ".csv", ".md")
    if found and named != found and not (found == ".html" and named in (".htm", *plain)):
        raise FileError(
            _(
                "{file} is called {named}, but it is {found} inside. Rename it to {found}, or save it again"
            ).format(file=name, named=named or _("nothing"), found=found)
        )
    if not found and named in (".yaml", ".yml"):
        raise FileError(
            _(
                "{file} is called a list file already, and needs no import. What is wrong in it is told by: sulist check {pasted}"
            ).format(file=name, pasted=pasted_file(name))
        )
    if not found and named not in (*plain, ".html", ".htm"):
        raise FileError(
            _(
                "{file} is no {named} inside. It may be damaged or of another kind: open it, and save it again"
            ).format(file=name, named=named)
            if named in FORMATS
            else _(
                "{file} cannot be read: sulist reads {formats}. Open it in the program it was made with, and save it as one of these"
            ).format(file=name, formats=" ".join(FORMATS))
        )
    return named


def is_of_old_kind(file: str, data: bytes) -> bool:
    """Whether a document is what the name of an old format says, and is opened by its program only.

    Raises:
        FileError: it is locked, or not safe to open.
    """
    return _kind(data, printable(file)) in ("ole", "rtf")


def _not_of_other_kinds(name: str, named: str, found: str) -> None:
    """Refuses what is of a kind that is not read, with the way to one that is."""
    if named in _OLD and found in ("ole", "zip", "", "rtf"):
        raise _convert(name, _OLD[named])
    if named in _PICTURES or found == "picture":
        raise is_a_picture(name)
    if found == "ole":
        raise _convert(name, ".xlsx" if named.startswith(".xls") else ".docx")
    if found == "rtf":
        raise _convert(name, ".docx")
    if found == "zip":
        raise FileError(
            _("{file} is a packed folder. Unpack it, and name the document in it").format(file=name)
        )


def _kind(data: bytes, name: str) -> str:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data[: 2**20] + data[-(2**20) :]:
            raise FileError(
                _(
                    "{file} is locked with a password. Open it, take the password off, and save it"
                ).format(file=name)
            )
        return "ole"
    if data.startswith(b"PK"):
        return _zip_kind(data, name)
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_IMAGES):
        return "picture"
    if re.match(rb"[A-Za-z-]+:", head) and _SAVED_PAGE.search(data[:4096]):
        return ".mht"
    if re.match(rb"<(?:!doctype html|html|head|meta|body|table)\b", head, re.IGNORECASE):
        return ".html"
    return ""


def _zip_kind(data: bytes, name: str) -> str:
    """What a zip holds, after every part of it has been found to be within bounds."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            names = {part_name(part.orig_filename) for part in parts}
            _bounded(parts, name)
            if any(part.endswith("vbaProject.bin") for part in names):
                raise _has_macros(name)
            _no_entities(package, parts, name)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ):
        raise damaged(name) from None
    if "word/document.xml" in names:
        return ".docx"
    if "xl/workbook.xml" in names:
        return ".xlsx"
    if "content.xml" in names and _OPEN_SHEET in data[:200]:
        return ".ods"
    if "xl/workbook.bin" in names or "mimetype" in names or "OFD.xml" in names:
        return "ole"  # .xlsb, .odt, .ofd: to be converted, as the older ones are
    return "zip"


def _bounded(parts: list[zipfile.ZipInfo], name: str) -> None:
    xml = sum(
        part.file_size
        for part in parts
        if part.filename.lower().endswith((".xml", ".rels", ".vml"))
    )
    if (
        len(parts) > MAX_PARTS
        or xml > MAX_UNPACKED
        or sum(p.file_size for p in parts) > 16 * MAX_UNPACKED
    ):
        raise FileError(
            _(
                "{file} unpacks to far more than a list can be, so it is not opened. If it is to be trusted, copy the list into a new document"
            ).format(file=name)
        )


def _no_entities(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo], name: str) -> None:
    """A document's XML declares no entities of its own; only an attack does."""
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels", ".vml")) and _ENTITY.search(
            package.read(part)
        ):
            raise FileError(
                _(
                    "{file} declares XML entities, which no word processor or spreadsheet writes, so it is not opened. If it is to be trusted, copy the list into a new document"
                ).format(file=name)
            )


def damaged(name: str) -> FileError:
    """What to say of a document that its own format's reader cannot open."""
    return FileError(
        _(
            "{file} is damaged or not whole. Open it in the program it was made with, and save it again"
        ).format(file=name)
    )


def is_a_picture(name: str) -> FileError:
    """What to say of a scan or a photograph."""
    return FileError(
        _(
            "{file} is a picture of a page, with no text in it. Ask for the document itself; or have its text recognised (OCR), compare that with the picture, and import it as .txt or .docx"
        ).format(file=name)
    )


def _convert(name: str, to: str) -> FileError:
    if name.lower().endswith(_NOT_CONVERTED):
        return FileError(
            _(
                "{file} is of a kind that sulist does not read. Open it in the program that shows it, and save it as {to}"
            ).format(file=name, to=to)
        )
    folder = os.path.dirname(name)
    beside = f" --outdir {pasted_file(folder)}" if folder else ""
    return FileError(
        _(
            "{file} is of a kind that sulist does not read. Save it as {to} in its program, or convert it: soffice --headless --convert-to {kind} {pasted}"
        ).format(file=name, to=to, kind=to[1:] + beside, pasted=pasted_file(name))
    )


def _has_macros(name: str) -> FileError:
    return FileError(
        _(
            "{file} holds macros, so it is not opened. Save it without them, as .docx or .xlsx"
        ).format(file=name)
    )
