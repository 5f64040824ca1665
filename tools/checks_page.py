"""Writes ``docs/checks.md``, the catalogue of checks, from the table of rules and their broken lists.

Of the Chinese page, ``docs/checks.zh-CN.md``, the tables below its last headings are written; what
stands above them is a person's. ``--check`` changes nothing, and exits with 1 where a page is not what it
should be.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sulist.base import i18n
from sulist.base.problem import JOURNAL_RULES, RULES

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "checks.md"
CHINESE_PAGE = ROOT / "docs" / "checks.zh-CN.md"
BAD = ROOT / "tests" / "bad"
HEAD = """\
# The checks

[中文](checks.zh-CN.md)

What `sulist check` holds a list to. An *error* is where an answer could be wrong; a *warning* is where a person should look.
An error's *scope* is what it makes unsure. From a list with an error of the scope *list* nothing is answered. One of the scope
*item* stands in one cell: all other items are answered as ever, and every answer in which that cell could matter names it. The
table of scopes says of each rule which it has, and why. Each problem is told as `file:line:column: level: message [name]`, with the
line and a remedy; `--format json` gives the same as data. Of one rule a screen shows the first 200 problems; `--all`, a
file and every other form show all.

Several files are checked at once, each with the journal beside it: `sulist check */items.yaml`. The exit code is 1 where any
has an error, be it of one item, with `--strict` also where any has a warning, and 3 where a file cannot be read. In a workflow on GitHub,
`--format github` marks the lines. Before every commit, with [pre-commit](https://pre-commit.com), in `.pre-commit-config.yaml`
(`repo:` is wherever your copy of this repository is):

    repos:
      - repo: ../sulist
        rev: main
        hooks:
          - id: sulist-check
            files: ^lists/[0-9]+\\.yaml$  # where lists are not called items.yaml; a journal is no list

What is right as it is can be accepted, with the reason, in the list file: a warning, or an error of one item. It is told below the
others with its reason, is not counted with them, and leaves the foot of answers; where nothing could be read, the cell is
named all the same, since no reason gives it a meaning.

    accepted:
      - rule: lead-not-responsible
        item: 2-3                  # of every item, where it is left out
        reason: 原文如此，已与区经发局核实

The rules from journal-list on are those of the journal beside a list: a line that breaks one does not count, and the others
do ([progress.md](progress.md)).

A file is read up to its bounds, and refused at the place where it passes one. Of keys and values each counts once, and a
list or a mapping, which holds others, at its beginning and at its end: an item with its five cells counts 12, so 100,000 items
are read. Where PyYAML has no C parser, reading takes about twenty times as long.

A sign that nobody sees (a joiner such as U+200D, a Hangul filler such as U+3164, a variation selector) makes two units of
one, so it is refused by its number in keys, ids, units, groups, aliases, deadlines and numbers. In a title or a text it may
have its place, as in 👨‍👩‍👧 or ☑️, and is kept. A sign of private use is no such sign: some surnames and places have no other.
In YAML a # after a space begins a comment. Behind a text without quotes it may be meant as a part of the text, so it is told
there; behind quotes, an id, a number or a day, or on a line of its own, it is a comment.

## Scopes

{scopes}
## Rules

This page is written by `python tools/checks_page.py` from the rules and the broken lists that test them.

| name | level | scope | what has to hold |
| --- | --- | --- | --- |
"""
TABLES = "## 五、全部规则\n"
CHINESE = f"""\
{TABLES}
名称带链接的，点开有一个例子。表由 `python tools/checks_page.py` 写成。自 journal-list 起是进展记录的规则：违反规则的行不计入，其余照常计入
（[《进展》](progress.zh-CN.md)）。

| 规则 | 级别 | 影响范围 | 须符合什么 |
| --- | --- | --- | --- |
{{rules}}
## 六、影响范围的理由

| 规则 | 影响范围 | 理由 |
| --- | --- | --- |
{{scopes}}
## 七、读取的上限和看不见的字符

键和值各计一个，列表和映射在开头、结尾各计一个：五栏俱全的一项计12个，因此十万项可以读取；超过上限之处即拒绝。
看不见的字符（如 U+200D、U+3164、异体选择符）会使一个单位变成两个，所以在键、编号、单位、组、别名、完成时限和数字中
按码位拒绝；在标题和事项文本中保留。私用区字符不在此列：有的姓氏、地名别无他字。
"""


# Of each rule that is an error: why it is the list's, or an item's alone. A warning makes nothing unsure.
_LIST, _ITEM = "list", "item"
SCOPES = (
    (
        ("encoding", "control-character", "too-large", "too-deep", "too-many-parts", "yaml-syntax"),
        _LIST,
        "what the text says is not certain, anywhere in it",
        "文本本身读不准，任何一处都可能受影响",
    ),
    (
        ("yaml-feature", "duplicate-key", "too-many-errors"),
        _LIST,
        "one place of the text could stand for another, or two items have run into one",
        "一处文本可能指代另一处，或两个事项并成了一个",
    ),
    (
        ("no-categories", "no-items", "total-as-printed", "count-as-printed", "item-ids"),
        _LIST,
        "an item may be missing, doubled or another one, and nobody knows which",
        "可能缺了、重了或错了一项，而不知是哪一项",
    ),
    (
        ("category-numbers", "part-of"),
        _LIST,
        "what belongs to what is not certain",
        "谁属于谁无法确定",
    ),
    (
        ("lead-rule",),
        _LIST,
        "it decides who leads every item",
        "它决定每一项由谁牵头",
    ),
    (
        ("roster-once",),
        _LIST,
        "the roster says of every cell who is meant",
        "各栏指哪个单位都以名录为准",
    ),
    (
        ("wrong-type", "missing-key", "unknown-key", "empty-text", "invisible-character"),
        _ITEM,
        "in an item only what its key says is not known; of the list itself, of a category, in an id or a part_of:, or where a key holds more than one value, the structure is not: then the list",
        "在事项中，只有该键的内容不明；在清单、分类、编号或 part_of: 中，或键下含有多个值时，结构不明，范围即为清单",
    ),
    (
        ("column-roles",),
        _ITEM,
        "a heading in more: that the list has not is one cell; in columns: it is all of them: then the list",
        "more: 中多出的栏名只影响一栏；columns: 中的错误影响各项，范围即为清单",
    ),
    (
        ("placeholder-left",),
        _ITEM,
        "no other cell is read by it: only what names the list, a category or one item is wrong",
        "其他各栏的识别与它无关，错的只是清单、分类或这一项的名称",
    ),
    (
        ("lead-on-roster", "responsible-on-roster", "readable-units"),
        _ITEM,
        "who is meant in other cells does not depend on it",
        "其他各栏指谁与它无关",
    ),
    (
        ("readable-deadline", "due-has-reason"),
        _ITEM,
        "the dates of other items do not depend on it",
        "其他事项的日期与它无关",
    ),
)


def scope_table() -> str:
    """Which rule has which scope, and why.

    Raises:
        ValueError: a rule is missing, is here twice, or has another scope.
    """
    told = [(name, scope) for names, scope, _why, _chinese in SCOPES for name in names]
    rules = [(name, rule.scope) for name, rule in RULES.items() if rule.level == "error"]
    if sorted(told) != sorted(rules):
        raise ValueError(set(told) ^ set(rules))
    rows = "".join(
        f"| {', '.join(names)} | {scope} | {why} |\n" for names, scope, why, _said in SCOPES
    )
    return "| rules | scope | why |\n| --- | --- | --- |\n" + rows


def scope_of(name: str) -> str:
    """The scope of an error; a warning has none."""
    return RULES[name].scope if name in RULES and RULES[name].level == "error" else "—"


def chinese(message: str) -> str:
    """A message of the catalogue in Chinese."""
    i18n.use("zh_CN")
    return i18n._(message)


def example(name: str) -> str:
    """What is said of the list that breaks a rule, in both languages: the first problem by that name."""
    file = BAD / f"{name}.expected"
    if not file.exists():
        return ""
    told = [one for one in file.read_text(encoding="utf-8").split("\n\n") if f"[{name}]" in one]
    first_of_each = (told[0], told[len(told) // 2])
    return "```text\n" + "\n".join(one.strip("\n") for one in first_of_each) + "\n```\n"


def linked(name: str, page: str = "") -> str:
    """A rule's name, with a link to its example where there is one, on this page or another."""
    return f"[{name}]({page}#{name})" if example(name) else name


def page() -> str:
    """The whole page."""
    rows = "".join(
        f"| {linked(name)} | {rule.level} | {scope_of(name)} | {rule.meaning} |\n"
        for name, rule in (RULES | JOURNAL_RULES).items()
    )
    parts = "".join(f"\n## {name}\n\n{example(name)}" for name in RULES if example(name))
    return HEAD.replace("{scopes}", scope_table()) + rows + parts


def chinese_page() -> str:
    """The Chinese page: what a person wrote, and the tables of rules and of scopes."""
    told = {"error": "错误", "warning": "提醒", _LIST: "清单", _ITEM: "事项", "—": "—"}
    rules = "".join(
        f"| {linked(name, 'checks.md')} | {told[rule.level]} | {told[scope_of(name)]} |"
        f" {chinese(rule.meaning)} |\n"
        for name, rule in (RULES | JOURNAL_RULES).items()
    )
    scopes = "".join(
        f"| {'、'.join(names)} | {told[scope]} | {said} |\n" for names, scope, _why, said in SCOPES
    )
    written, heading, _tables = CHINESE_PAGE.read_text(encoding="utf-8").partition(TABLES)
    if not heading:
        raise ValueError(f"{CHINESE_PAGE.name} has no heading {TABLES.strip()}")
    return written + CHINESE.format(rules=rules, scopes=scopes)


def main() -> int:
    """Writes the pages, or checks them."""
    pages = {PAGE: page(), CHINESE_PAGE: chinese_page()}
    if "--check" in sys.argv[1:]:
        return int(any(file.read_text(encoding="utf-8") != text for file, text in pages.items()))
    for file, text in pages.items():
        file.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
