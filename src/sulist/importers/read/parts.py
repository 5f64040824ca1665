"""Packages of Open XML as programs write them: in the strict form, or with names of Windows' folders."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_WRITTEN = (".xml", ".rels", ".vml")


def part_name(written: str) -> str:
    r"""The name of a part, whose folders some programs part with \\\\."""
    return written.replace("\\", "/")


def as_usual(data: bytes) -> bytes:
    """The package in the form that every reader knows; of one that is in it, the same bytes.

    The strict form (ISO/IEC 29500) says the same in other namespaces.
    """
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = package.infolist()
        # What ZipFile makes of a name on Windows would hide that it is written with \.
        named = any("\\" in part.orig_filename for part in parts)
        if not named and not any(_is_strict(package, part) for part in parts):
            return data
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as written:
            for part in parts:
                name, text = part_name(part.orig_filename), package.read(part)
                if name.lower().endswith(_WRITTEN):
                    text = _STRICT.sub(_USUAL, text)
                written.writestr(name, text)
    return made.getvalue()


def _is_strict(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether it is the package's table of relations, and points to its document in the strict form."""
    return part.filename == "_rels/.rels" and _STRICT.search(package.read(part)) is not None
