"""What Chinese readers see calls one thing by one word: the table of CONTRIBUTING.md, held over all of it."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

# Other things that have the letters of such a word in their names.
_OTHER_THINGS = re.compile(
    "不亮灯|时间进度|被覆盖|覆盖已有的文件|时覆盖|--overwrite 覆盖|[“`].*?[”`]"
)
_CHINESE = re.compile("[一-鿿]")


def rows() -> list[tuple[str, list[str]]]:
    """The words to use, each with those that stand for the same."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("(用语)")[2]
    found = re.findall(r"^\| ([一-鿿]+) \| ([一-鿿、]+) \|", text, re.MULTILINE)
    return [(word, others.split("、")) for word, others in found if word != "用"]


def messages() -> Iterator[tuple[str, str]]:
    """Every message, with its English."""
    with (ROOT / "src/sulist/locale/zh_CN/LC_MESSAGES/sulist.po").open("rb") as stream:
        catalogue = read_po(stream)
    for message in catalogue:
        for text in (message.string,) if isinstance(message.string, str) else message.string:
            yield f"message “{str(message.id)[:40]}”", text


def documents() -> Iterator[tuple[str, str]]:
    """Every text in the rooms that write Chinese, with its place."""
    rooms = [ROOT / "src/sulist" / room for room in ("write", "forms")]
    for file in sorted(file for room in rooms for file in room.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield f"{file.name}:{node.lineno}", node.value
    for file in sorted(file for room in rooms for file in room.rglob("*.html")):
        yield file.name, file.read_text(encoding="utf-8")


def pages() -> Iterator[tuple[str, str]]:
    """The prose of the Chinese pages; their screens show what people wrote."""
    for file in (*sorted((ROOT / "docs").glob("*.zh-CN.md")), ROOT / "README.zh-CN.md"):
        is_screen = False
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            is_screen ^= line.startswith("```")
            if not (is_screen or line.startswith("    ")):
                yield f"{file.name}:{number}", line


SEEN = [
    (where, _OTHER_THINGS.sub("", text))
    for where, text in (*messages(), *documents(), *pages())
    if _CHINESE.search(text)
]


def test_the_table_is_read() -> None:
    """No word to use is one that is not to be used."""
    words = [word for word, _others in rows()]
    assert len(words) == len(set(words)) >= 20
    assert not set(words) & {one for _word, others in rows() for one in others}
    assert len(SEEN) > 1500


@pytest.mark.parametrize(("word", "others"), rows(), ids=[word for word, _others in rows()])
def test_a_thing_has_one_word(word: str, others: list[str]) -> None:
    """Nowhere stands another, and the word itself is used."""
    assert [(where, text[:60]) for where, text in SEEN if any(one in text for one in others)] == []
    assert any(word in text for _where, text in SEEN)


def test_marks_beside_chinese_are_full_width() -> None:
    """In messages; what is to be typed, as ``键: 值``, is none."""
    half = re.compile("[一-鿿][,;:!?]|[,;:!?][一-鿿]")
    typed = re.compile("“[^”]*”|序号,任务,责任单位,责任人,完成时限|栏名,|事项名称: text|已认可: ")
    found = [
        text
        for where, text in SEEN
        if where.startswith("message") and half.search(typed.sub("", text))
    ]
    assert found == []
