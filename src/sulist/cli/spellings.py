"""What a person may type for a role, a state, a status, a rhythm or whose load is told, and what each is in the data."""

from __future__ import annotations

ROLE_WORDS = {
    "lead": "lead",
    "牵头": "lead",
    "named": "named",
    "责任": "named",
    "covered": "covered",
    "覆盖": "covered",
    "possible": "possible",
    "可能": "possible",
}
STATE_WORDS = {
    "no-report": "no-report",
    "未反馈": "no-report",
    "not-started": "not-started",
    "未启动": "not-started",
    "in-progress": "in-progress",
    "推进中": "in-progress",
    "reported-done": "reported-done",
    "待复核": "reported-done",
    "closed": "closed",
    "办结": "closed",
    "reopened": "reopened",
    "重新办理": "reopened",
    "withdrawn": "withdrawn",
    "调整": "withdrawn",
}
STATUS_WORDS = {
    "not-started": "not-started",
    "未启动": "not-started",
    "in-progress": "in-progress",
    "推进中": "in-progress",
    "done": "done",
    "已完成": "done",
}
SORT_WORDS = {
    "deadline": "deadline",
    "时限": "deadline",
    "leader": "leader",
    "领导": "leader",
    "unit": "unit",
    "单位": "unit",
    "serial": "serial",
    "序号": "serial",
}
RHYTHM_WORDS = {
    "month": "month",
    "每月": "month",
    "two-months": "two-months",
    "双月": "two-months",
    "quarter": "quarter",
    "每季": "quarter",
    "half-year": "half-year",
    "半年": "half-year",
    "year": "year",
    "每年": "year",
}
LOAD_WORDS = {
    "unit": "unit",
    "单位": "unit",
    "leader": "leader",
    "领导": "leader",
    "category": "category",
    "分类": "category",
}
