"""Keeps the Chinese catalogue in step with the messages of sulist and of click, which it uses.

``python tools/messages.py`` updates ``sulist.po`` and compiles ``sulist.mo`` beside it; a new
message is added empty, to be translated by hand. ``--check`` changes nothing, and names what
is wrong.
"""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path

import click
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parents[1] / "src" / "sulist"
CLICK = Path(click.__file__).parent
PO = SOURCE / "locale" / "zh_CN" / "LC_MESSAGES" / "sulist.po"
COMMENT = "# The Simplified Chinese messages of sulist."
MO = PO.with_suffix(".mo")
METHODS = [("**.py", "python")]
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{[^{}]*\}")

Id = str | tuple[str, ...]


class Chinese(Catalog):
    """A catalogue without dates or versions in its header: only its messages change it."""

    def __init__(self, translations: dict[Id, str]) -> None:
        super().__init__(locale="zh_CN", header_comment=COMMENT, fuzzy=False)
        for message, text in translations.items():
            self.add(message, text if isinstance(message, str) else (text,))

    @property  # type: ignore[misc]
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header's lines."""
        return [
            ("Language", "zh_CN"),
            ("Plural-Forms", "nplurals=1; plural=0;"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def extracted(*roots: Path) -> set[Id]:
    """The messages in the source below ``roots``; one with a plural is a pair."""
    return {
        message if isinstance(message, str) else tuple(message)
        for root in roots
        for _file, _line, message, *_more in extract_from_dir(root, METHODS, {}, keywords=KEYWORDS)
    }


def translated() -> dict[Id, str]:
    """What ``sulist.po`` says for each message; nothing for one that is untranslated or fuzzy."""
    if not PO.exists():
        return {}
    with PO.open("rb") as stream:
        catalogue = read_po(stream, locale="zh_CN")
    texts: dict[Id, str] = {}
    for message in catalogue:
        if message.id:
            text = message.string if isinstance(message.string, str) else message.string[0]
            key = message.id if isinstance(message.id, str) else tuple(message.id)
            texts[key] = "" if message.fuzzy else text
    return texts


def compiled(translations: dict[Id, str]) -> bytes:
    """The catalogue as gettext loads it."""
    stream = BytesIO()
    write_mo(stream, Chinese(translations))
    return stream.getvalue()


def update() -> None:
    """Brings both files into step with the source."""
    known = translated()
    translations = {message: known.get(message, "") for message in extracted(SOURCE, CLICK)}
    PO.parent.mkdir(parents=True, exist_ok=True)
    stream = BytesIO()
    write_po(stream, Chinese(translations), width=0, sort_output=True, no_location=True)
    PO.write_bytes(stream.getvalue())
    MO.write_bytes(compiled(translations))


def untranslated(*roots: Path) -> list[Id]:
    """The messages below ``roots`` that have no translation."""
    known = translated()
    return [message for message in sorted(extracted(*roots), key=str) if not known.get(message)]


def problems() -> list[str]:
    """Everything in which the catalogue differs from what it should be."""
    known = translated()
    found = [f"untranslated: {message!r}" for message in untranslated(SOURCE, CLICK)]
    gone = known.keys() - extracted(SOURCE, CLICK)
    found += [f"gone: {message!r}" for message in sorted(gone, key=str)]
    for message, text in known.items():
        # Chinese has one form for every number, so it has to hold what the plural holds.
        wanted = message if isinstance(message, str) else message[-1]
        if text and sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(wanted)):
            found.append(f"placeholders differ: {message!r}: {text!r}")
    if not MO.exists() or MO.read_bytes() != compiled(known):
        found.append(f"{MO.name} is not what {PO.name} compiles to: run python tools/messages.py")
    return found


def main() -> int:
    """Updates the catalogue, or checks it."""
    if "--check" not in sys.argv[1:]:
        update()
        return 0
    found = problems()
    for line in found:
        sys.stdout.buffer.write(f"{line}\n".encode())
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
