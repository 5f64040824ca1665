"""What to say of bytes that are not UTF-8."""

from __future__ import annotations

from sulist.base.i18n import _


def not_utf8(data: bytes) -> tuple[str, str]:
    """What to say of a file's bytes that are not UTF-8, with what they look like, and the remedy."""
    if is_no_text(data):
        return (
            _("The file is no text at all: it is a document, a picture or damaged."),
            _(
                "Name the right file. A list that is a document becomes a list file with: sulist import DOCUMENT --output items.yaml"
            ),
        )
    encoding = _encoding_of(data)
    message = (
        _("The file is not UTF-8; it looks like {encoding}.").format(encoding=encoding)
        if encoding
        else _("The file is not text in UTF-8.")
    )
    return message, _("Open it in an editor and save it as UTF-8.")


def is_no_text(data: bytes) -> bool:
    """Whether an editor that saves these bytes as text would destroy what they are."""
    if data.startswith(b"%PDF-"):
        return True
    return b"\0" in data[:65536] and not _encoding_of(data)


def _encoding_of(data: bytes) -> str:
    """What the bytes are written in, as far as they tell; nothing where they do not."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    if b"\0" in data:  # no text but UTF-16 has one, and that in one half of each letter
        halves = (data[::2].count(0), data[1::2].count(0))
        is_wide = len(data) % 2 == 0 and 0 in halves and sum(halves) * 4 >= len(data)
        return "UTF-16" if is_wide else ""
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GB18030 (GBK)"
