"""What stands in a bracket behind a name: a part of the name, another unit's duty, or neither.

Asked only of names with a bracket; the key is folded, and notes (``folded``) are out of it.
"""

from __future__ import annotations

import re

from sulist.units import vocabulary
from sulist.units.shapes import (
    collective,
    is_bare,
    is_complete,
    is_field,
    is_functional,
    is_kind,
    is_scope,
    kind_seat,
    level_of,
)


def gives_a_duty(inside: str) -> bool:
    """Whether a bracket names a unit with a duty: 会同区审计局, 区国资公司代建; not 督查室."""
    from sulist.units.duty_verbs import has_label_or_verb

    if has_label_or_verb(inside):
        return True
    word = next((one for one in vocabulary.OPENING_WORDS if inside.startswith(one)), "")
    rest = inside[len(word) :]
    if not word or not is_complete(rest):
        return False
    return level_of(rest)[0] != "" or (is_functional(rest) and not is_functional(inside))


def is_part_of_a_name(inside: str) -> bool:
    """Whether each piece of a bracket may belong to a name: 国资办, 市、区, 片区1, 含民办; not 张三."""
    if inside.startswith(vocabulary.INCLUDING) or inside.endswith("除外"):
        return True
    for joints in ("、，/", "、，/和及与以"):  # 市粮食和储备局 is one piece
        pieces = [piece for piece in re.split(f"[{joints}]", inside) if piece]
        if all(map(_is_piece, pieces)) and not "".join(pieces).isdecimal():  # not 县水利局（1）
            return True
    return False


def _is_piece(piece: str) -> bool:
    stem = piece.rstrip("0123456789")
    if not stem or stem in vocabulary.IN_BRACKETS or is_complete(stem) or is_field(stem):
        return True
    if len(stem) == 1 and (stem in vocabulary.ORGAN_LETTERS or is_bare(stem)):
        return True  # 学生工作部（处）, 各院（系）
    if is_kind(stem) or is_scope(stem) or kind_seat(stem) is not None:
        return True
    return collective(stem) is not None
