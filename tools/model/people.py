"""The names in a cell of people, as simple cells write them: 王一、赵二, 李某（副区长）, 副区长钱三, 吴六 13800000004."""

from __future__ import annotations

import re

TITLES = (
    "县委副书记|副区长|副县长|区长|县长|副校长|校长|副院长|院长|总经理助理|总经理|副主任|主任|局长|书记"
    "|科长|经理|同志|医务科科长"
)
OF_MANY = re.compile("各|主要负责人|有关")


def names(cell: str) -> tuple[str, ...]:
    """Every name once, without title, telephone and what stands in a bracket."""
    bare = re.sub("（[^）]*）", "", cell)
    bare = re.sub(r"[\d-]{7,}", "", bare)
    bare = re.sub(
        r"(^|[、；，,])(\S)\s+(\S)(?=$|[、；，,])", r"\1\2\3", bare
    )  # 秦　川 fills three places
    found = []
    for one in re.split("[、；，,\\s]+", bare.strip()):
        name = re.sub(f"^(?:{TITLES})+|(?:{TITLES})$", "", one)
        if name and not OF_MANY.search(name):
            found.append(name)
    return tuple(dict.fromkeys(found))
