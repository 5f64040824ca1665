"""The encodings that Chinese text comes in: UTF-8, UTF-16, GB18030, Big5."""

from __future__ import annotations

from sulist.base.errors import FileError
from sulist.base.i18n import _

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LOOKED_AT = 100_000  # bytes
# Letters of office and of numbered lists, the same in both scripts or nearly so.
_COMMON = frozenset(
    "的一是不了在有和人中大上下个個年月日前后後市区區县縣省镇鎮乡鄉街道局委办辦部门門单單位责責任牵牽头頭项項目事重点點工作完成时時限底推进進建设設实實施"
    "政府公司学學校院发發展改革财財务務教育生态態环環境保护護民卫衛文化旅游遊农農业業村水利交通城管理安全监監督住房社会會保障科技术術信息数數据據"
    "服务各有关關及与與对對加强強开開第二三四五六七八九十序号號内內容标標题題名称稱备備注負负长長期主要协協配合"
)


def decode(data: bytes, name: str) -> str:
    """The text of a file, its lines ended in one way.

    GB18030 takes nearly any bytes for letters, Big5 among them: of the two the one counts whose
    letters are more often those of an office's lists.

    Raises:
        FileError: it is text in no encoding that Chinese documents come in.
    """
    text = _decoded(data)
    if text is None:
        raise FileError(
            _(
                "{file} is not text in UTF-8 or GB18030. Open it in the program it was made with, and save it as UTF-8 text, .docx or .xlsx"
            ).format(file=name)
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str | None:
    declared = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if declared:
        return decoded_as(data, declared)
    if b"\0" in data:
        return _without_mark(data)
    text = decoded_as(data, "utf-8")
    if text is not None:
        return text
    found = [
        one for name in ("gb18030", "big5hkscs") if (one := decoded_as(data, name)) is not None
    ]
    return max(found, key=_likeness, default=None)


def decoded_as(data: bytes, encoding: str) -> str | None:
    """The text in this encoding; None where it is in another."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: every second byte of what is not Chinese in it is empty."""
    head = data[:_LOOKED_AT]
    if len(data) % 2:
        return None
    encoding = "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
    text = decoded_as(data, encoding)
    return text if text is not None and "\0" not in text and _likeness(text) > 0 else None


def _likeness(text: str) -> float:
    """How much of what is not ASCII in a text is common in such lists."""
    letters = [one for one in text[:_LOOKED_AT] if not one.isascii()]
    return sum(one in _COMMON for one in letters) / len(letters) if letters else 0.0
