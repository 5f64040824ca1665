"""A command line that lacks something, or holds a word that is no choice, is refused in whole sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Sulist, TypeIn

CASES = {
    "reopen 1-1": (
        "--reason is missing. Add it: --reason TEXT",
        "缺少 --reason，请补上：--reason 文字",
    ),
    "dispatch": (
        "--directory is missing. Add it: --directory DIR",
        "缺少 --directory，请补上：--directory 文件夹",
    ),
    "by-category": ("CATEGORY is missing.", "缺少“分类”"),
    "diff a.yaml": ("NEW is missing.", "缺少“新清单”"),
    "export": (
        "KIND is missing. It is one of these: ledger, list,",
        "缺少“种类”，可选：ledger、list、",
    ),
    "list --status 逾期": (
        "--status: “逾期” is none of these: no-report, 未反馈,",
        "--status：“逾期”不在可选之列：no-report、未反馈、",
    ),
    "list --status 办结 --status foo": ("“foo” is none of these", "“foo”不在可选之列"),
    "export foo": ("KIND: “foo” is none of these: ledger,", "种类：“foo”不在可选之列：ledger、"),
    "log 1-1 --percent 400": (
        "--percent: 400 is not a whole number",
        "--percent 的值无效：“400”不是",
    ),
    "list --search": ("--search wants a value, and is given none.", "--search 后应有值"),
    "by-category 九": ("; 二 ", "；二 "),
    "due --within 3x": (
        "“3x” is no length of time that can be counted. Write days, weeks or months: 30d, 2w, 3m.",
        "“3x”不是可以计算的时间长度。请写天、周或月：30d、2w、3m。",
    ),
    "due --within 1月 --as-of 2021-06-01": ("“1月” is no length of time", "“1月”不是"),
    "due --within 99999999999d": ("“99999999999d” is no length", "“99999999999d”不是"),
}


@pytest.mark.parametrize("typed", list(CASES))
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_is_refused_is_named_as_it_is_typed(typed: str, language: str, sulist: Sulist) -> None:
    """In the marks of the language: no programmer's quotes, no half-width stop behind Chinese."""
    said = sulist.refused(*typed.split(), code=2, SULIST_LANG=language, SULIST_FILE="")
    wanted = CASES[typed][language == "zh_CN"]
    assert wanted in said
    assert "'" not in said.splitlines()[-1]
    if language == "zh_CN":
        assert said.rstrip()[-1] not in ".:,"


def test_help_is_shown_also_beside_a_word_that_is_no_choice(type_in: TypeIn) -> None:
    """Who asks how to write it is not refused for having written it wrong."""
    code, said = type_in("list --status foo --help", packaged=True)
    assert (code, said.startswith("Usage: sulist list")) == (0, True)
