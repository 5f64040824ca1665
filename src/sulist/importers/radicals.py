"""Signs for the radicals of dictionaries, which browsers print into PDFs in place of letters: ⽅ for 方."""

from __future__ import annotations

import re
from functools import cache

# Of the Kangxi radicals Unicode says which letter each is; of most of this block it does not.
_PAIRS = (
    "⼾户⺁厂⺇几⺌小⺎兀⺏尣⺐尢⺑尢⺒巳⺓幺⺔彑⺕彐⺛旡⺜日⺝月⺞歺⺠民⺧牛⺪疋⺫目⺬示⺮竹⺯糸⺱网⺲罒⺶羊⺷羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹"
    "⻁虎⻃覀⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻏邑⻑長⻒长⻓长⻔门⻕阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟"
    "⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀"
)
_RADICAL = re.compile("[\u2e80-\u2fd5]")


def with_letters(text: str) -> str:
    """``text`` with the letter that is meant in place of each radical; one that is no letter stays."""
    return _RADICAL.sub(_letter, text) if _RADICAL.search(text) else text


def _letter(found: re.Match[str]) -> str:
    import unicodedata

    sign = found.group()
    return _letters().get(sign) or unicodedata.normalize("NFKC", sign)


@cache
def _letters() -> dict[str, str]:
    return dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
