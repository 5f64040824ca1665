"""In a list whose categories begin later or have gaps, every way to type one gives the printed one."""

from __future__ import annotations

import pytest

from sulist.base.errors import UsageError
from sulist.listfile import typed
from sulist.listfile.worklist import load_text

NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5}


@pytest.mark.parametrize("printed", ["一三四", "二三五"])
def test_a_category_or_an_id_is_the_printed_one(printed: str) -> None:
    """三, 3, ３, 三、 and its title; 三-1, 3-1, 3.1, ３－１; what is not printed is refused."""
    text = "title: 某区清单\nyear: 2022\ncategories:\n" + "".join(
        f"  - number: {one}\n    title: 第{one}篇\n    items:\n"
        f"      - {{id: {NUMBERS[one]}-1, text: 办事{one}。, lead: 区甲局, responsible: '', deadline: 6月底前}}\n"
        for one in printed
    )
    worklist = load_text(text.encode(), "items.yaml")
    for one in printed:
        number = NUMBERS[one]
        wide = chr(ord("０") + number)
        for word in (one, str(number), wide, f"{one}、", f"第{one}篇"):
            assert typed.category(worklist, word) == one
        for word in (f"{one}-1", f"{number}-1", f"{number}.1", f"{wide}－１", f"{one}、1"):
            assert typed.item_id(worklist, word) == f"{number}-1"
    for one in NUMBERS.keys() - set(printed):
        with pytest.raises(UsageError):
            typed.category(worklist, str(NUMBERS[one]))
        with pytest.raises(UsageError):
            typed.item_id(worklist, f"{one}-1")
