"""One example of each command that needs one, for its help page; each is run by the tests."""

from __future__ import annotations

EXAMPLES = {
    "list": "sulist list --unit 财政局 --category 二",
    "due": "sulist due --before 8月底",
    "by-unit": "sulist by-unit 财政局 --role 牵头",
    "by-category": "sulist by-category 二",
    "show": "sulist show 2-7",
    "report": "sulist report --since 5月底",
    "add": "sulist add 建食堂。 --category 二 --lead 区社管局 --deadline 12月底 --yes",
    "log": "sulist log 2-7 --status 推进中 --percent 40 --done 已选址",
    "close": "sulist close 1-3 --done-on 6月10日",
    "reopen": "sulist reopen 1-3 --reason 资料不全",
    "withdraw": "sulist withdraw 2-10 --reason 经会议研究调整",
    "extend": "sulist extend 1-1 --to 10月底 --reason 经会议研究延期",
    "undo": "sulist undo 2-7",
    "ledger": "sulist ledger --unit 财政局 --role 牵头",
    "history": "sulist history 2-7",
    "owing": "sulist owing --month 6月",
    "import": "sulist import 清单.docx --output items.yaml",
    "diff": "sulist diff items.yaml 新清单.docx",
    "export": "sulist export letters --directory 催办单",
    "dispatch": "sulist dispatch --month 6月 --directory 反馈表",
    "collect": "sulist collect 反馈表/*.xlsx",
    "check": "sulist check items.yaml",
    "explain": "sulist explain deadline 8月中旬前",
    "explain deadline": "sulist explain deadline 8月中旬前",
    "explain units": "sulist explain units 区直各部门，区属、驻区各单位",
    "init": "sulist init my-list --kind 整改清单",
}
