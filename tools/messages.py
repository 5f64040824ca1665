"""Keeps the Chinese catalogue in step with the messages of sulist and of click, which it uses.

``python tools/messages.py`` updates ``sulist.po`` and compiles ``sulist.mo`` beside it; a new
message is added empty, to be translated by hand. A translation whose message is not found any
more is kept, and named; ``--drop`` deletes it. ``--check`` changes nothing, and names what is wrong.

click says some things differently from version to version. ``click_messages.json`` beside this
tool holds what any version has said that ``pyproject.toml`` allows; an update adds what the
installed one says, and deletes nothing.
"""

from __future__ import annotations

import json
import re
import sys
from io import BytesIO
from pathlib import Path

import click
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

SOURCE = Path(__file__).resolve().parents[1] / "src" / "sulist"
CLICK = Path(click.__file__).parent
ANY_CLICK = Path(__file__).with_name("click_messages.json")
PO = SOURCE / "locale" / "zh_CN" / "LC_MESSAGES" / "sulist.po"
COMMENT = "# The Simplified Chinese messages of sulist."
METHODS = [("**.py", "python")]
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{[^{}]*\}")

Id = str | tuple[str, ...]
# A message by its text, or the singular of it: gettext finds no more than one by that.
Ids = dict[str, Id]


class Chinese(Catalog):
    """A catalogue without dates or versions in its header: only its messages change it."""

    def __init__(self, messages: list[Message]) -> None:
        super().__init__(locale="zh_CN", header_comment=COMMENT, fuzzy=False)
        for one in messages:
            self[one.id] = one

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


def key(message: Id | list[str]) -> str:
    """What gettext finds a message by."""
    return message if isinstance(message, str) else message[0]


def extracted(*roots: Path) -> Ids:
    """The messages in the source below ``roots``; one with a plural is a pair."""
    found = (
        message if isinstance(message, str) else tuple(message)
        for root in roots
        for _file, _line, message, *_more in extract_from_dir(root, METHODS, {}, keywords=KEYWORDS)
    )
    return {key(message): message for message in found}


def of_any_click() -> Ids:
    """What one version or another of click says."""
    listed = json.loads(ANY_CLICK.read_text(encoding="utf-8"))
    ids = (one if isinstance(one, str) else tuple(one) for one in listed)
    return {key(one): one for one in ids}


def wanted() -> Ids:
    """Every message that the catalogue has to hold."""
    return of_any_click() | extracted(CLICK) | extracted(SOURCE)


def catalogue() -> dict[str, Message]:
    """The messages of ``sulist.po``, those that a merge has set aside as obsolete too.

    Raises:
        ValueError: a part of it cannot be read, or it holds a message twice.
    """
    if not PO.exists():
        return {}
    try:
        with PO.open("rb") as stream:
            read = read_po(stream, locale="zh_CN", abort_invalid=True)
    except (PoFileError, IndexError) as error:  # Babel 2.15 finds no string where there is none
        raise ValueError(f"{PO.name} cannot be read: {error}") from error
    found = [*read.obsolete.values(), *(one for one in read if one.id)]
    messages = {key(one.id): one for one in found}
    if PO.read_bytes().count(b"\nmsgid ") > len(messages) + 1:  # the header is one more
        raise ValueError(f"{PO.name} holds a message twice: keep one of them")
    return messages


def text(message: Message) -> str:
    """Its translation, also a fuzzy one; nothing where there is none."""
    return message.string if isinstance(message.string, str) else message.string[0]


def is_translated(message: Message) -> bool:
    """Whether a reader of Chinese gets Chinese."""
    return bool(text(message)) and not message.fuzzy


def new(message: Id) -> Message:
    """A message to be translated."""
    return Catalog().add(message, "" if isinstance(message, str) else ("",))


def compiled(messages: dict[str, Message]) -> bytes:
    """The catalogue as gettext loads it."""
    stream = BytesIO()
    write_mo(stream, Chinese(list(messages.values())))
    return stream.getvalue()


def update(*, drop: bool) -> list[str]:
    """Brings all files into step with the source.

    Returns:
        The messages that are not found any more, and have a translation.
    """
    clicks = sorted((of_any_click() | extracted(CLICK)).values(), key=key)
    ANY_CLICK.write_text(
        json.dumps(clicks, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )
    known, ids = catalogue(), wanted()
    gone = [one for one in sorted(known.keys() - ids.keys()) if text(known[one])]
    messages = {one: known[one] if one in known else new(ids[one]) for one in ids}
    if not drop:
        messages |= {one: known[one] for one in gone}
    PO.parent.mkdir(parents=True, exist_ok=True)
    stream = BytesIO()
    write_po(stream, Chinese(list(messages.values())), width=0, sort_output=True, no_location=True)
    PO.write_bytes(stream.getvalue())
    PO.with_suffix(".mo").write_bytes(compiled(messages))
    return gone


def untranslated(ids: Ids) -> list[Id]:
    """Those of the messages that have no translation."""
    known = catalogue()
    return [ids[one] for one in sorted(ids) if one not in known or not is_translated(known[one])]


def problems() -> list[str]:
    """Everything in which the catalogue differs from what it should be."""
    known, ids = catalogue(), wanted()
    found = [f"untranslated: {message!r}" for message in untranslated(ids)]
    found += [f"gone: {message!r}" for message in sorted(known.keys() - ids.keys())]
    for message in known.values():
        # Chinese has one form for every number, so it has to hold what the plural holds.
        english = message.id if isinstance(message.id, str) else message.id[-1]
        chinese = text(message)
        if chinese and sorted(PLACEHOLDER.findall(chinese)) != sorted(PLACEHOLDER.findall(english)):
            found.append(f"placeholders differ: {message.id!r}: {chinese!r}")
    mo = PO.with_suffix(".mo")
    if not mo.exists() or mo.read_bytes() != compiled(known):
        found.append(f"{mo.name} is not what {PO.name} compiles to: run python tools/messages.py")
    return found


def main() -> int:
    """Updates the catalogue, or checks it."""
    words = sys.argv[1:]
    if "--check" in words:
        found = problems()
        for line in found:
            sys.stdout.buffer.write(f"{line}\n".encode())
        return 1 if found else 0
    drop = "--drop" in words
    try:
        gone = update(drop=drop)
    except ValueError as error:
        sys.stderr.buffer.write(f"{error}\n".encode())
        return 1
    for message in gone:
        line = f"{'dropped' if drop else 'kept, but found nowhere any more'}: {message!r}\n"
        sys.stderr.buffer.write(line.encode())
    if gone and not drop:
        sys.stderr.write("To delete what was kept: python tools/messages.py --drop\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
