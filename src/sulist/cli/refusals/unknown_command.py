"""What to say of a word in the place of a command: whether it asks for help, or which command is meant.

Loaded only then.
"""

from __future__ import annotations

from sulist.base.i18n import _
from sulist.base.plain import fold, near
from sulist.base.showing import printable
from sulist.cli.commands import MODULES

_HELP = "help 帮助 说明 使用说明 用法 ? /? -? man"
# What people call a command, by its name.
_MEANT = {
    "list": "清单 列表 事项 全部事项 查询 items ls all",
    "due": "到期 到期事项 时限 期限 逾期 超期 临期 deadline overdue late",
    "by-unit": "单位 按单位 unit department",
    "by-category": "分类 按分类 category",
    "show": "查看 详情 事项详情 看 view get cat",
    "units": "各单位 单位清单 单位名单 责任单位 牵头单位",
    "leaders": "领导 责任领导 分管领导",
    "categories": "各分类 类别",
    "report": "报告 汇报 总览 概览 进展 进展报告 summary status overview",
    "add": "立项 新增 增加 添加 交办 new",
    "log": "反馈 登记 记录 填报 录入 上报 record update",
    "close": "办结 销号 结案 核验 done finish",
    "reopen": "重新办理 重办 退回",
    "withdraw": "撤销 取消 remove delete",
    "extend": "延期 展期",
    "undo": "撤回 撤消 更正",
    "ledger": "台账 督查台账 督办台账 红黄灯 亮灯",
    "history": "历史 记录查询 过程",
    "owing": "催办 催报 未反馈 未报 欠报 remind",
    "import": "导入 读入",
    "diff": "比较 对比 比对 compare",
    "export": "导出 文书 打印 print",
    "dispatch": "下发 派发 发表 反馈表",
    "collect": "回收 汇总 收表",
    "check": "检查 校验 核对 validate lint verify",
    "explain": "解释 读法",
    "init": "新建 建立 初始化 create",
    "completion": "补全",
}


def asks_for_help(word: str) -> bool:
    """Whether the word asks for help."""
    return fold(word) in _HELP.split()


def unknown_command(word: str) -> str:
    """That there is no such command, and which may be meant."""
    said = fold(word)
    meant = [name for name, words in _MEANT.items() if said in (name, *words.split())]
    guess = meant or near(said, list(MODULES), 1)
    hint = (
        _("Did you mean {name}?").format(name=guess[0]) if guess else _("sulist --help lists them.")
    )
    return _("There is no command {name}. {hint}").format(name=printable(word), hint=hint)
