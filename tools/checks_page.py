"""Writes ``docs/checks.md``, the catalogue of checks, from the table of rules and their broken lists.

``--check`` changes nothing, and exits with 1 where the page is not what it should be.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sulist.base import i18n
from sulist.base.problem import JOURNAL_RULES, RULES

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "checks.md"
BAD = ROOT / "tests" / "bad"
HEAD = """\
# The checks

What `sulist check` holds a list to. An *error* is where an answer could be wrong, and no answer is given from a list that
has one; a *warning* is where a person should look. Each is told as `file:line:column: level: message [name]`, with the
line and a remedy; `--format json` gives the same as data. Of one rule a screen shows the first 200 problems; `--all`, a
file and every other form show all.

Several files are checked at once, each with the journal beside it: `sulist check */items.yaml`. The exit code is 1 where any
has an error, with `--strict` also where any has a warning, and 3 where a file cannot be read. In a workflow on GitHub,
`--format github` marks the lines. Before every commit, with [pre-commit](https://pre-commit.com), in `.pre-commit-config.yaml`
(`repo:` is wherever your copy of this repository is):

    repos:
      - repo: ../sulist
        rev: main
        hooks:
          - id: sulist-check
            files: ^lists/[0-9]+\\.yaml$  # where lists are not called items.yaml; a journal is no list

清单须符合以下规则。“错误”（error）会使回答出错，清单有错误时不作任何回答；“提醒”（warning）请人看一看。
可同时检查多份清单（`sulist check */items.yaml`）；`--strict` 有提醒时退出码也为1；`--format github` 用于 GitHub 流程；提交前自动检查见上面的 pre-commit 配置。

The rules from journal-list on are those of the journal beside a list: a line that breaks one does not count, and the others
do ([progress.md](progress.md)).

自 journal-list 起是进展记录的规则：违反规则的行不计入，其余照常计入（[progress.zh-CN.md](progress.zh-CN.md)）。

A file is read up to its bounds, and refused at the place where it passes one. Of keys and values each counts once, and a
list or a mapping, which holds others, at its beginning and at its end: an item with its five cells counts 12, so 100,000 items
are read. Where PyYAML has no C parser, reading takes about twenty times as long.

A sign that nobody sees (a joiner such as U+200D, a Hangul filler such as U+3164, a variation selector) makes two units of
one, so it is refused by its number in keys, ids, units, groups, aliases, deadlines and numbers. In a title or a text it may
have its place, as in 👨‍👩‍👧 or ☑️, and is kept. A sign of private use is no such sign: some surnames and places have no other.
In YAML a # after a space begins a comment. Behind a text without quotes it may be meant as a part of the text, so it is told
there; behind quotes, an id, a number or a day, or on a line of its own, it is a comment.

读取有上限，超过之处即拒绝。键和值各计一个，列表和映射在开头、结尾各计一个：五栏俱全的一项计12个，因此十万项可以读取。
看不见的字符（如 U+200D、U+3164、异体选择符）会使一个单位变成两个，所以在键、编号、单位、组、别名、完成时限和数字中
按码位拒绝；在标题和事项文本中保留。私用区字符不在此列：有的姓氏、地名别无他字。YAML 中空格后的 # 是注释的开头：
跟在未加引号的文本后面时会提醒，因为那可能是正文。

This page is written by `python tools/checks_page.py` from the rules and the broken lists that test them.

| name | level | what has to hold | 规则 |
| --- | --- | --- | --- |
"""


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


def linked(name: str) -> str:
    """A rule's name, with a link to its example where there is one."""
    return f"[{name}](#{name})" if example(name) else name


def page() -> str:
    """The whole page."""
    rows = "".join(
        f"| {linked(name)} | {rule.level} | {rule.meaning} | {chinese(rule.meaning)} |\n"
        for name, rule in (RULES | JOURNAL_RULES).items()
    )
    parts = "".join(f"\n## {name}\n\n{example(name)}" for name in RULES if example(name))
    return HEAD + rows + parts


def main() -> int:
    """Writes the page, or checks it."""
    if "--check" in sys.argv[1:]:
        return int(PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
