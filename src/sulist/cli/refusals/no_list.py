"""What a file is that was named as the list and is none, and how a list is made of it or found."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

from sulist.base.encodings import is_no_text, not_utf8
from sulist.base.errors import FileError
from sulist.base.i18n import _, joined
from sulist.base.showing import pasted_file, printable

if TYPE_CHECKING:
    from sulist.base.errors import BrokenListError
    from sulist.base.problem import Problem

_MOST = 64 * 2**20
_MOST_JSON = 16 * 2**20
_SETTINGS = ".toml"
_WRONG_KEYS = {"missing-key", "unknown-key", "wrong-type"}
_KEY_OF_A_LIST = re.compile(
    rb"^[ \t]*(?:title|region|year|total|categories|units|aliases):", re.MULTILINE
)
_KEY = re.compile(rb"^[^\s#:{<'\"-][^:\n]*:(?:\s|$)", re.MULTILINE)
_DOCUMENTS = (
    *(b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff"),
    *(b"<!DOCTYPE html", b"<!doctype html", b"<html"),
)


def refuse(error: BrokenListError) -> None:
    """Raises FileError where the broken list in a file is no list at all but something that is known."""
    file = error.problems[0].place.file
    if os.path.isfile(file):
        refuse_file(file, error.problems)


def refuse_file(file: str, problems: list[Problem]) -> None:
    """The same of a file in which problems were found.

    Raises:
        FileError: it is a document, a journal, settings, a schema or an answer; says what to do.
    """
    try:
        with open(file, "rb") as stream:
            data = stream.read(_MOST)
    except OSError:
        return
    if not data.strip():
        return
    name = printable(file)
    _refuse_by_its_bytes(file, data, name)
    if _KEY.search(data) and all(one.check in _WRONG_KEYS for one in problems):
        if _KEY_OF_A_LIST.search(data):
            return
        raise FileError(
            _(
                "{file} has keys and values, but none that a list has. An example of a list is written by: sulist init DIR"
            ).format(file=name)
        )


def _refuse_by_its_bytes(file: str, data: bytes, name: str) -> None:
    """Raises FileError for what its name and its bytes tell, whatever is wrong in it as a list."""
    from sulist.importers import is_document

    head = data[:65536].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b'- {"journal"' in head or head.startswith(b'- {"on"'):
        raise FileError(
            _(
                "{file} is a journal, and not a list. Name the list with --file, and this with --journal {journal}"
            ).format(file=name, journal=pasted_file(file))
        )
    if head.startswith(_DOCUMENTS):
        _refuse_document(file, data, name)
    if _KEY_OF_A_LIST.search(data):
        return
    if file.endswith(_SETTINGS):
        raise FileError(
            _(
                "{file} holds settings, and no list. They are read where they stand beside the list: name that"
            ).format(file=name)
        )
    if head.startswith(b"{") and len(data) <= _MOST_JSON:
        _refuse_json(data, name)
    if is_document(file):
        _refuse_document(file, data, name)
    if is_no_text(data):
        raise FileError(f"{name}: {joined(*not_utf8(data))}")


def _refuse_json(data: bytes, name: str) -> None:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return
    if isinstance(found, dict) and "$schema" in found:
        raise FileError(
            _(
                "{file} is the schema by which an editor checks a list, and no list. Name the list that stands beside it"
            ).format(file=name)
        )
    if isinstance(found, dict) and isinstance(found.get("list"), dict):
        asked = found["list"].get("file")
        raise FileError(
            _(
                "{file} is an answer of sulist, and no list. Name the list that it is from: {list}"
            ).format(
                file=name,
                list=f"--file {pasted_file(asked)}" if isinstance(asked, str) else "--file",
            )
        )


def _refuse_document(file: str, data: bytes, name: str) -> None:
    """Raises what an import would say of a document that it does not read, else how to import it."""
    from sulist.base.files import free_name
    from sulist.importers.read import sniff

    suffix = sniff.suffix(file, data)
    if suffix == ".xlsx" and _is_a_form(data):
        raise FileError(
            _(
                "{file} is a form of sulist dispatch, and no list. Take it into the journal of its list with: sulist collect --file LIST {pasted}"
            ).format(file=name, pasted=pasted_file(file))
        )
    stem = os.path.splitext(os.path.basename(file))[0]
    raise FileError(
        _(
            "{file} is a document ({kind}), and no list file. Make a list file of it, and ask that: sulist import {pasted} --output {output}"
        ).format(
            file=name,
            kind=suffix,
            pasted=pasted_file(file),
            output=pasted_file(free_name("items.yaml", f"{stem}.yaml")),
        )
    )


def _is_a_form(data: bytes) -> bool:
    """Whether a workbook has the sheet that says whose form it is."""
    from io import BytesIO
    from zipfile import ZipFile

    from sulist.forms.layout import MARKER

    with ZipFile(BytesIO(data)) as package:
        return MARKER.encode() in package.read("xl/workbook.xml")
