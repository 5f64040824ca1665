"""湖边镇、水西镇2个镇: how many the names of a row are, and what they are, is no part of the last one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sulist.units import vocabulary
from sulist.units.shapes import is_complete, is_kind

if TYPE_CHECKING:
    from sulist.units.stretch import Stretch


def without_count(part: Stretch) -> Stretch:
    """``part`` without the count of its row; 区水利局3个科室 alone has none."""
    at = count_of_row(part.key)
    if not at or part.before not in ("、", "和"):
        return part
    rest = part.cut(0, at, part.before)
    rest.open, rest.kind_after, rest.after_open = part.open, part.kind_after, part.after_open
    return rest


def count_of_row(key: str) -> int:
    """Where in 水西镇2个镇 or 区水利局3家单位 the count begins; 0 for none, and for what such a name has."""
    if "个" not in key and "家" not in key:
        return 0
    found = _count().search(key)
    if found is None or not is_complete(key[: found.start()]):
        return 0
    noun = found["noun"]
    is_of_it = (noun in vocabulary.CATEGORY and not is_kind(noun)) or noun[-1] == key[
        found.start() - 1
    ]
    return found.start() if is_of_it else 0


@cache
def _count() -> re.Pattern[str]:
    return re.compile("(?:[0-9]+|[两二三四五六七八九十]+)[个家](?P<noun>[^0-9]{1,8})$")
