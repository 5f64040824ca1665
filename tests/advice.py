"""The advice that sulist gives: how each message is made to appear, what it says to type, and what then holds.

A row takes the advice out of the message by a pattern, so it fails where the message says something
else; what stands for a value in it (TEXT, 理由) is filled in.
"""

from __future__ import annotations

from typing import NamedTuple

LIST = """\
title: 某区2021年重点工作清单
region: 某区
year: 2021
total: 3
categories:
  - number: 一
    title: 重点工作
    count: 3
    items:
      - id: 1-1
        text: 修路。
        lead: 区甲局
        responsible: 区丙局
        deadline: 3月底前启动，12月底前完成
      - id: 1-2
        text: 架桥。
        lead: 区甲局、区乙局
        responsible: 区丙局
        deadline: 8月底前
      - id: 1-3
        text: 种树。
        lead: 区直有关部门
        responsible: 区丁镇
        deadline: 9月底前
units:
  区直部门: [区甲局, 区乙局, 区丙局]
  镇: [区丁镇]
"""
_HEAD = "序号,事项名称,牵头单位,责任单位,完成时限\n"
_RECORD = (
    '- {"on":"2021-06-01","item":"%s","kind":"report","unit":"区甲局","role":"lead",%s"done":"x",'
    '"period":"2021-06","written":"2021-06-01T09:00:00+08:00","seq":1,"id":"abcdefghij"}\n'
)
_JOURNAL = '- {"journal":1,"title":"某区2021年重点工作清单","year":2021}\n'
FILES = {
    "l.yaml": LIST,
    "other.yaml": LIST.replace("某区2021年", "另一区2021年"),
    "b c.yaml": LIST.replace("total: 3", "total: 4"),
    "warn.yaml": LIST.replace("修路。", "修路,架桥。"),
    "doubt.yaml": LIST.replace("deadline: 9月底前", "deadline: 某时"),
    "two.yaml": LIST.replace(
        "units:", "  - number: 二\n    title: 别的\n    items: [{id: 2-1, text: 种草。, lead: 区甲局, responsible: '', deadline: ''}]\nunits:"
    ).replace("total: 3", "total: 4"),
    "accepts.yaml": LIST + "accepted:\n  - {rule: no-such-rule-at-all, reason: 原文如此}\n",
    "own.yaml": LIST.replace(
        "categories:", "columns: {事项: text, 备注: other, 牵头: lead, 责任: responsible, 时限: deadline}\ncategories:"
    ),
    "daily.yaml": LIST.replace("deadline: 9月底前", "deadline: 每天"),
    "tool.yaml": "tasks:\n  - one\n",
    "sequence.yaml": "- one\n",
    "bin": "\0\0\1",
    "list.csv": f"某区2021年重点工作清单\n{_HEAD}1,修路。,区甲局,区丙局,8月底前\n",
    "a b.csv": f"某区2021年重点工作清单\n{_HEAD}1,修路。,区甲局,区丙局,8月底前\n",
    "bad.csv": f"某区2021年重点工作清单\n共3项\n{_HEAD}1,修路。,区甲局,区丙局,某时\n",
    "noyear.csv": f"某区重点工作清单\n{_HEAD}1,修路。,区甲局,区丙局,8月底前\n",
    "target.csv": "某区2021年清单\n序号,工作目标,责任单位,时限\n1,3条,区甲局,8月底前\n",
    "status.csv": "某区2021年清单\n序号,任务,责任单位,时限,进展情况\n1,修路,区甲局,8月底前,已完成前期工作\n",
    "strange.csv": f"某区2021年清单\n{_HEAD[:-1]},包联甲乙\n1,修路。,区甲局,区丙局,8月底前,区丙局\n",
    "bureau.csv": f"某县水利局2021年清单\n\n{_HEAD}1,修路。,区甲局,区丙局,8月底前\n",
    "late.txt": "关于印发某区重点事项清单的通知\n\n现印发给你们。\n\n某区人民政府办公室\n2021年12月20日\n\n某区重点事项清单\n\n"
    "一、建设\n1．修路。（责任单位：区甲局；完成时限：8月底前）\n2．架桥。（责任单位：区乙局；完成时限：9月底前）\n",
    "past.txt": "2020年调整43条线路。\n某区重点事项清单\n\n一、建设\n1．修路。（责任单位：区甲局；完成时限：8月底前）\n"
    "\n某区人民政府办公室\n2021年7月12日\n",
    "bare.csv": f"{_HEAD}1,修路。,区甲局,区丙局,2021年8月底前\n",
    "unknown-id.yaml": _JOURNAL + _RECORD % ("9-9", ""),
    "unknown-date.yaml": _JOURNAL + _RECORD % ("1-1", '"milestone":9,'),
    "newer.yaml": _JOURNAL
    + _RECORD % ("1-1", "")
    + (_RECORD % ("1-1", "")).replace("report", "urging").replace('"seq":1', '"seq":2').replace("abcdefghij", "bbcdefghij"),
    "to-come.yaml": _JOURNAL + (_RECORD % ("1-1", "")).replace('"on":"2021', '"on":"2098'),
    "nolead.yaml": LIST.replace("lead: 区甲局\n", 'lead: ""\n', 1),
    "people.yaml": """\
title: 某区2021年整改台账
year: 2021
columns: {序号: serial, 事项: text, 责任单位: responsible, 责任领导: leader, 责任人: person, 时限: deadline}
categories:
  - number: 一
    title: 建设
    items:
      - {id: 1-1, text: 修路。, responsible: 区甲局, deadline: 8月底前, more: {责任领导: 李某, 责任人: 王一}}
""",
    "cut.yaml": _JOURNAL + (_RECORD % ("1-1", ""))[:60],
    "twice.yaml": _JOURNAL
    + (_RECORD % ("1-1", '"status":"not-started",')).replace('"seq":1', '"seq":2').replace("abcdefghij", "bbcdefghij")
    + _RECORD % ("1-1", '"status":"in-progress",'),
}  # fmt: skip
FORM = "f/区甲局-2021年6月反馈表.xlsx"
# What stands for a value in an advice, in both languages, and a value.
FILL = {
    "UNIT": "区甲局", "单位": "区甲局", "DIR": "new", "文件夹": "new", "STATE": "closed", "状态": "办结",
    "TEXT": "x", "理由": "x", "文字": "x", "DATE": "2021-06-20", "日期": "2021-06-20", "MONTH": "6月", "月份": "6月",
    "DOCUMENT": "list.csv", "文档": "list.csv", "LIST": "l.yaml", "清单": "l.yaml", "FILE...": "list.csv",
    "文件...": "list.csv", "OLD": "l.yaml", "NEW": "other.yaml", "旧清单": "l.yaml", "新清单": "other.yaml",
    "ID...": "1-1", "编号...": "1-1", "CATEGORY": "一", "分类": "一", "ID": "1-1",
}  # fmt: skip


class Advice(NamedTuple):
    """A row: ``ask`` after ``setup`` brings ``message`` (how its English begins), and ends with ``code``.

    ``advised`` is what is taken from it, as a pattern; ``then`` is what is typed with it, and ends
    with ``ends``; ``again`` says that the first question is answered after that. ``packaged`` asks
    the packaged list.
    """

    message: str
    ask: str
    advised: str
    then: str = "{}"
    code: int = 2
    setup: tuple[str, ...] = ()
    ends: int = 0
    again: bool = False
    packaged: bool = False


_LOG = r"sulist log 1-1 --status \S+"
_REOPEN = r"sulist reopen 1-1 --reason \w+"
_UNDO = r"sulist undo --record \w+"
_INIT = r"sulist init \w+"
_IMPORT = r"sulist import .+ --output \S+"
_DONE = "sulist log 1-1 --status done --on 2021-06-10"
_HALF = "sulist log 1-1 --milestone 1 --status done --on 2021-06-10"

ADVICE = (
    Advice("--within: “{typed}”", "due --within 3x", r"\d+d", "due --within {}"),
    Advice("{command} asks no list", "--file l.yaml completion bash", "--file", "completion bash"),
    Advice("--output wants the name", "list --output ''", "--output", "list {} o.json"),
    Advice("--output {file}: sulist import", "import list.csv --output o.docx", r"\w+\.yaml", "import list.csv --output {}"),
    Advice("{file}: an answer is not written as {ending}. A document", "list --output a.docx", r"sulist export \w+ --output \S+"),
    Advice("{file}: an answer is not written as {ending}. sulist export", "list --output a.rtf", "sulist export --help"),
    Advice("{file}: this command does not write", "list --output a.xyz", "--format", "list --output a.xyz {} csv"),
    Advice("The report is several tables", "report --format csv", r"sulist units --format \w+"),
    Advice("--format {form} answers on standard output what", "export list -o - --format json", "--output", "export list {} o.docx --format json"),
    Advice("{n} thing in the journal", "list --format json --journal newer.yaml", "sulist check", code=0),
    Advice("What was recorded last", "undo --journal newer.yaml", _UNDO),
    Advice("Until then it counts", "check --journal to-come.yaml", _UNDO, code=0),
    Advice("No unit leads {item}", "log 1-1 --done x --file nolead.yaml", "--unit", "log 1-1 --done x --file nolead.yaml {} 区甲局"),
    Advice("--role says how", "list --role 牵头", r"--unit \w+", "list --role 牵头 {}"),
    Advice("--within sets both", "due --within 30d --before 8月底", r"--within", "due {} 30d"),
    Advice("Reports are weekly: --due-day", "owing --rhythm 每周 --due-day 28", "--due-day", "owing --rhythm 每周 {} 5"),
    Advice("Help is asked for with", "due /?", r"sulist due --help"),
    Advice("{file} is a file to write", "export ledger.xlsx", r"sulist export \S+ --output \S+"),
    Advice("“{word}” is no id. It stands", "show 种树", r"sulist show \S+"),
    Advice("“{typed}” may be two states", "list --status 完成", r"--status [一-鿿]+", "list {}"),
    Advice("Whether an item is closed (办结)", "log 1-1 --status 已办结", r"--status \S+?(?=[.。])", "log 1-1 {}"),
    Advice("“{word}” is no item. A status", "log 1-1 完成", r"--status \w+", "log 1-1 {}"),
    Advice("{typed} is a document", "list --format excel", r"sulist export .+"),
    Advice("--search wants", "list --search ' '", r"--search", "list {} 路"),
    Advice("--reason wants words", "reopen 1-1 --reason ' '", "--reason", "reopen 1-1 {} x", setup=(_DONE,)),
    Advice("--status reported-done", "due", r"(?:--status \S+ ?){3}", "due {}", 0, ("sulist log 1-2 --unit 区甲局 --status done",)),
    Advice("{n} item that is done or withdrawn is not shown; in place", "due --overdue --as-of 2021-09-30", r"(?:--status \S+ ?){3}", "due {} --fail-empty --as-of 2021-09-30", 0, ("sulist log 1-2 --unit 区甲局 --status done",)),
    Advice("A new one is added in a copy", "by-unit 区丙丁局", _INIT, packaged=True),
    Advice("sulist units lists them.", "by-unit 财", "sulist units"),
    Advice("Correct the id;", "check --journal unknown-id.yaml", "sulist list", code=1),
    Advice("sulist show {item} tells", "check --journal unknown-date.yaml", r"sulist show \S+", code=1),
    Advice("sulist check --repair", "check --journal cut.yaml", "sulist check --repair", code=1),
    Advice("It must begin with keys", "check sequence.yaml", _INIT, code=1),
    Advice("Made {file}", "init 'a b'", r"sulist check .+", code=0),
    Advice("Name the list once", "check l.yaml --file l.yaml", "--file", "check {} l.yaml"),
    Advice("Name the right file", "check bin", _IMPORT, code=3),
    Advice("No journal:", "ledger", _INIT, code=0, packaged=True),
    Advice("Overdue besides these: {n}. They", "due --within 30d", "--overdue", "due {} --fail-empty", 0),
    Advice("Deadlines that return are shown", "due --file daily.yaml --as-of 2021-06-10", "--within 30d", "due --file daily.yaml {} --as-of 2021-06-10", 0),
    Advice("{n} more date of {items}", "due --file daily.yaml --from 2021-01-01 --before 2022-12-31", "--before", "due --file daily.yaml --from 2021-01-01 {} 2021-12-31", 0),
    Advice("The journal {file} does not exist", "ledger --journal no.yaml", "sulist log", "{} 1-1 --done x", 3),
    Advice("{n} cell cannot be read or", "list --file doubt.yaml", "sulist check", code=0, ends=1),
    Advice("{n} error that makes one cell", "list --file doubt.yaml", "sulist check", code=0, ends=1),
    Advice("sulist check says the rule", "check --file accepts.yaml", "sulist check", code=0),
    Advice("Columns that are not shown here", "list --file own.yaml", "sulist show ID", code=0),
    Advice("The list has {n} error", "list --file 'b c.yaml'", r"sulist check --file '.+'", code=3, ends=1),
    Advice("The list in {file} has {n} error", "diff l.yaml bad.csv", _IMPORT, code=3),
    Advice("The list is not yours to write", "add 种花。 --category 一 --yes", _INIT, code=3, packaged=True),
    Advice("Say what is to be done", "add --file l.yaml --yes", r"sulist add \S+ --category \w+", "{} --yes", 2),
    Advice("Say with --category which", "add 种花。 --file two.yaml --yes", "--category", "add 种花。 --file two.yaml --yes {} 一", 2),
    Advice("Added {id} to", "add 种花。 --file l.yaml --yes", "sulist show 1-4", code=0),
    Advice("There is no items.yaml in", "init --here", _INIT, code=3),
    Advice("Name the folder that the list", "init", _INIT, code=2),
    Advice("The list is not yours to record", "log 1-1 --done x", _INIT, code=3, packaged=True),
    Advice("The list is not yours to record", "log 1-1 --done x", "--journal", "log 1-1 --done x {} j.yaml", 3, packaged=True),
    Advice("The record {id} of {on}", "withdraw 1-1 --reason x --on 2021-06-09", _UNDO, code=4, setup=(_DONE,), again=True),
    Advice("The state of {item} is {state} since", "log 1-1 --status not-started", _UNDO, code=4, setup=("sulist log 1-1 --status in-progress",), again=True),
    Advice("The state of {item} is {state}: its lead", "close 1-1", _LOG, setup=("sulist log 1-1 --status in-progress",), again=True),
    Advice("The state of {item} is {state}: its lead", "close 1-1", r"--done-on \w+", "close 1-1 {}", setup=("sulist log 1-1 --status in-progress",)),
    Advice("The state of {item} is {state}: its lead", "close 1-2", r"sulist log 1-2 --unit \w+ --status \S+", setup=("sulist log 1-2 --unit 区甲局 --status in-progress",), again=True),
    Advice("The state of {item} is {state}: its lead", "close 1-1 --milestone 1", r"sulist log 1-1 --milestone 1 --status \S+", setup=("sulist log 1-1 --milestone 1 --status in-progress",), again=True),
    Advice("The state of {item} is {state}: nothing", "close 1-1", _LOG, code=4, again=True),
    Advice("The state of {item} is {state}: nothing", "close 1-3", r"sulist log 1-3 --unit \w+ --status \S+", code=4, again=True),
    Advice("The state of {item} is {state}: nothing", "close 1-1 --milestone 2", r"sulist log 1-1 --milestone 2 --status \S+", code=4, again=True),
    Advice("There is no item “{typed}”. The ids are", "show 9-9", "sulist list"),
    Advice("There is no item “{typed}”. The ids of", "show 1-19", r"sulist by-category \w"),
    Advice("There is no record", "undo --record zzz", "sulist history"),
    Advice("Where should it go", "export list", r"--output \S+", "export list {}"),
    Advice("Which item?", "show", r"sulist show [\d-]+"),
    Advice("Which item?", "show", r"sulist show --status \w+"),
    Advice("Write region: if the list", "import bureau.csv --output o.yaml", "--region", "import bureau.csv --output p.yaml {} 某区", 0),
    Advice("It was issued late in the year", "import late.txt --output o.yaml", "--year", "import late.txt --output p.yaml {} 2022", 0),
    Advice("A sentence says", "import past.txt --output o.yaml", "--year", "import past.txt --output p.yaml {} 2021", 0),
    Advice("Write it after year:", "import noyear.csv --output o.yaml", "--year", "import noyear.csv --output p.yaml {} 2021", 0),
    Advice("Write it after title:", "import bare.csv --output o.yaml", "--title", "import bare.csv --output p.yaml {} 某区清单", 0),
    Advice("--column {typed}", "import list.csv --output o.yaml --column x", r"民生事项名称=text", "import list.csv --output o.yaml --column {}"),
    Advice("--with-progress writes", "import status.csv --with-progress", "--output", "import status.csv --with-progress {} o.yaml"),
    Advice("It may be {columns}", "import strange.csv --output o.yaml", r"--column \w+=\w+", "import strange.csv --output p.yaml {}", 0),
    Advice("It tells how far", "import status.csv --output o.yaml", "--with-progress", "import status.csv --output p.yaml {}", 0),
    Advice("No list was found in {file}: of", "import target.csv --output o.yaml", r"--column \w+=text", "import target.csv --output o.yaml {}", 3),
    Advice("No word there is a state", "import status.csv --output p.yaml --with-progress", "sulist log", "{} --help", 0),
    Advice("{file} is there already, and what", "import status.csv --output o.yaml --with-progress", "--with-progress", "import status.csv --output o.yaml", 3, (_DONE,)),
    Advice("sulist check finds", "import bad.csv --output 'o p.yaml'", r"sulist check '.+'", code=0, ends=1),
    Advice("sulist {command} --help", "list --zzz", "sulist list --help"),
    Advice("sulist --help lists", "zzz", "sulist --help"),
    Advice("{day} is outside", "list --as-of 2020-01-01", r"--as-of [\d-]+\d", "list {}", 0),
    Advice("{file} does not exist. Check the name, or", "list --file no.yaml", _INIT, code=3),
    Advice("{file} exists already, and is left as it is. Name another, or say", "import list.csv --output l.yaml", "--overwrite", "import list.csv --output l.yaml {}", 3),
    Advice("{file} exists already, and may", "dispatch -d f", "--overwrite", "dispatch -d f {}", 3, ("sulist dispatch -d f",)),
    Advice("{file} exists already, and may", "dispatch -d f", "--directory", "dispatch {} g", 3, ("sulist dispatch -d f",)),
    Advice("{file} has keys", "list --file tool.yaml", _INIT, code=3),
    Advice("{file} is a document", "list --file 'a b.csv'", _IMPORT, code=3),
    Advice("{file} is a document", "check 'a b.csv'", _IMPORT, code=3),
    Advice("{file} is a form of sulist", f"list --file {FORM}", r"sulist collect --file \w+ \S+", "{} --dry-run", 3, ("sulist dispatch -d f",)),
    Advice("{file} is called a list file", "import l.yaml --output o.yaml", r"sulist check .+", code=3),
    Advice("{file} is a journal", "list --file progress.yaml", r"--journal [\w.]+", "list --file l.yaml {}", 3, (_DONE,)),
    Advice("{item} has {n} dates", "extend 1-1 --to 2022-01-31 --reason x", "--milestone", "extend 1-1 --to 2022-01-31 --reason x {} 2", 4),
    Advice("{item} is led by", "log 1-2 --done x", "--unit", "log 1-2 --done x {} 区甲局"),
    Advice("{item} is led by", "log 1-3 --done x", "--unit", "log 1-3 --done x {} 区丙局"),
    Advice("{item} is reported done as a whole", "log 1-1 --milestone 1 --status done", _REOPEN, code=4, setup=(_DONE,), again=True),
    Advice("{item} was closed on", "log 1-1 --done x", _REOPEN, code=4, setup=(_DONE, "sulist close 1-1"), again=True),
    Advice("{item} was closed on", "log 1-1 --milestone 1 --done x", r"sulist reopen 1-1 --milestone 1 --reason \w+", code=4, setup=(_HALF, "sulist close 1-1 --milestone 1"), again=True),
    Advice("{item} was closed on", "extend 1-1 --milestone 1 --to 2021-12-01 --reason x", r"sulist reopen 1-1 --milestone 1 --reason \w+", code=4, setup=(_HALF, "sulist close 1-1 --milestone 1"), again=True),
    Advice("{item} was withdrawn on", "log 1-1 --done x", _REOPEN, code=4, setup=("sulist withdraw 1-1 --reason x",), again=True),
    Advice("{n} form for", "dispatch -d f", "sulist collect", f"{{}} {FORM} --dry-run", 0),
    Advice("{n} line of the journal", "ledger --journal unknown-id.yaml", "sulist check", code=0, ends=1),
    Advice("{n} record does not count", "list --format json --journal twice.yaml", "sulist check", code=0, ends=1),
    Advice("{n} warning: see", "list --file warn.yaml", "sulist check", code=0),
    Advice("{unit} is one of several", "owing --unit 区丙局", "--unit", "owing", 0),
    Advice("Nothing is said of", "log 1-1", "--done", "log 1-1 {} x"),
    Advice("sulist leaders lists who", "list --leader 钱三 --file people.yaml", r"sulist leaders --file [\w.]+"),
    Advice("“{typed}” is among the persons", "list --leader 王 --file people.yaml", r"--person", "list {} 王 --file people.yaml"),
    Advice("“{typed}” is among the leaders", "list --person 李 --file people.yaml", r"--leader", "list {} 李 --file people.yaml"),
    Advice("For what is due from", "export list --since 5月 --output l.docx", r"--from \S+", "export list {} --output l.docx"),
    Advice("{unit} has reported nothing", "log 1-1 --done x --replace", "--replace", "log 1-1 --done x"),
    Advice("{unit} reported on {item}", "log 1-1 --done x --replace", _UNDO, setup=("sulist log 1-1 --done y", "sulist log 1-1 --done z"), again=True),
    Advice("Name its list with --file, or", "ledger --file other.yaml --journal progress.yaml", "--file", "ledger {} l.yaml --journal progress.yaml", 3, (_DONE,)),
    Advice("Name the journal with --journal; the first", "ledger --journal list.csv", "--journal", "log 1-1 --done x {} new.yaml", 3),
    Advice("Name the list with --file; the first", "ledger --journal l.yaml", "--file", "ledger {} l.yaml", 3),
    Advice("--directory or --output", "export letters --directory d --output x.docx", "--directory", "export letters {} d"),
)  # fmt: skip

# Messages that hold a command line and are not followed above, each with the reason.
NOT_FOLLOWED = {
    "is about what was typed, and names the option only": (
        "--period:", "--reply-by", "year {year}, as --year", "There are doubts", "sulist {command} has no option",
        "Nothing was recorded (--dry-run)", "--columns is for", "--columns names", "--columns wants", "--number {number} has to",
        "--kind, --columns", "Nothing was written. Say --yes", "{item} was assigned on",
    ),
    "is help, which says what a command does; the examples of help are run by test_help": (
        "A workbook", "Begin with:", "Completion of", "Filled-in forms", "Take back this record", "The list; -",
        "The month, or the week, that this", "How the unit of --unit", "What has changed from", "The day that this speaks of. Default: the last",
    ),
    "speaks of sulist, and advises no command": (
        "A newer sulist may", "Every kind of record, and", "The record {id} is of a kind that this sulist",
        "This sulist does not know", "a file of sulist itself", "this sulist does not know its kind",
        "Another program", "Use the sulist", "This journal's form", "{file} is a form of kind",
        "{file} cannot be read: sulist", "{file} is no form", "{file} is of a kind that sulist does not read. Open",
        "Delete the lines of marks",
    ),
    "is followed by a test of its own, since it needs a filled-in form, a merged journal or another program": (
        "Nothing was recorded, since", "Name its list with --file. If", "Write the day it was done; if", "Collect the later form",
        "Two branches", "{copy} is a copy of the journal", "{file} cannot be locked", "{n} more problem [", "{file} is of a kind that sulist does not read. Save",
    ),
    "is the same advice as of a message above": (
        "{n} more line", "Nothing else in the document", "sulist leaders lists",
    ),
}  # fmt: skip
