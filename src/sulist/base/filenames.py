"""Names of files that every system takes, Windows above all.

What Windows does not take: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
"""

from __future__ import annotations

import re
import unicodedata

_MOST_BYTES = 180  # of the 255 that file systems take; a mail program may add to them
_FORBIDDEN = str.maketrans('<>:"/\\|?*.', "＜＞：＂／＼｜？＊．")
_DEVICES = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])", re.IGNORECASE)


def safe_name(text: str) -> str:
    """``text`` as the name of a file, without a suffix: what is not allowed as its full-width twin."""
    name = "".join(one for one in text.translate(_FORBIDDEN) if unicodedata.category(one)[0] != "C")
    name = " ".join(name.split())
    while len(name.encode()) > _MOST_BYTES:
        name = name[:-1]
    name = name.strip() or "_"
    return f"_{name}" if _DEVICES.fullmatch(name) else name


def distinct_names(texts: list[str]) -> list[str]:
    """A safe name for each text, no two alike where large and small letters are one."""
    taken: set[str] = set()
    names = []
    for text in texts:
        stem = name = safe_name(text)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}（{number}）"
        taken.add(name.casefold())
        names.append(name)
    return names
