"""The end of a paper: who signs and when, who gets a copy, who was there; no part of its last item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sulist.base.plain import clean_cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.importers.understand.paragraphs import Paragraph

# What is no part of an item wherever it stands.
_SURE = re.compile(
    "^(?:抄\\s*送|抄\\s*报|主\\s*送|分\\s*送|发\\s*送|报|送|发|本期发|发至|主\\s*题\\s*词|出\\s*席(?:人员|领导|单位)?|列\\s*席(?:人员|领导|单位)?|参\\s*会(?:人员|单位|领导)?|参加(?:人员|单位|会议人员|会议)?|"
    "(?:参加|出席|列席|与会)(?:本次|此次)?(?:会议)?的?(?:有|人员|单位|领导|人员有|单位有|领导有)|(?:出席|列席)会议|与会(?:人员|单位)?|"
    "缺\\s*席|请\\s*假(?:人员)?|主\\s*持(?:人)?|记\\s*录(?:人)?|整\\s*理|签\\s*发(?:人)?|校\\s*对|附\\s*件[0-9一二三四五六七八九十]*)\\s*[：:]|"
    "^[（(](?:此件|本件)[^（）()]*[）)]$|印发$|^共印[0-9]+份|"
    "^(?!.*(?:主持|召开|要|须|应|请))[^。；]{4,200}(?:参加|出席|列席)了?(?:会议|本次会议|此次会议|(?:相关|有关)(?:议题|事项)[^。；]{0,12})。?$"
)
# What is none where nothing but its like follows.
_DAY = "[0-9〇○零一二三四五六七八九十]{2,4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日"
_SIGNS = (
    "[^，。；：:、]{2,30}(?:委员会|政府|办公室|领导小组|指挥部|党委|党组|管委会|总支|支部|居委会|村委会|协会|学会|商会|联合会|工会|公司|集团|"
    "大学|学院|学校|中学|小学|幼儿园|医院|中心|[局厅部院委办处室])"
)
_AT_THE_END = re.compile(
    rf"^(?:{_SIGNS}){{0,3}}(?:{_DAY})?(?:印发?)?$|^(?:联\s*系\s*人|联系电话|电\s*话|电子邮箱|邮\s*箱|传\s*真)\s*[：:]"
)

# What a paper says to all of its readers behind its last item.
_TO_ALL = re.compile(
    "^(?:特此(?:通知|纪要|函[告复]|报告|答复|通报)|此\\s*复)[。！]?$|^(?:再次)?(?:感谢|欢迎)[^。！]{2,60}[。！]$|"
    "^请(?:于|在|将|按|及时|认真|遵照|照此|你|(?:各|有关|相关){1,2}(?:单位|部门|地区?))[^。]{2,80}(?:报送?|反馈|报告|落实|执行|办理)[^。]{0,40}。?$|"
    "^请各[^，。]{1,8}(?:抓紧|认真|高度|严格|切实|务必|对照|结合|遵照)[^。]{4,100}。?$"
)


def without_end(
    paragraphs: Sequence[Paragraph],
) -> tuple[list[Paragraph], list[Paragraph]]:
    """The paragraphs without the end of the paper, and that end by itself."""
    end = len(paragraphs)
    while end and not paragraphs[end - 1].marker and _is_end(paragraphs[end - 1]):
        end -= 1
    signed = any(re.search(_DAY, clean_cell(one.written)) for one in paragraphs[end:])
    kept: list[Paragraph] = []
    ends: list[Paragraph] = []
    for at, one in enumerate(paragraphs):
        is_sure = one.marker is None and _SURE.search(one.text)
        at_end = at >= end and (signed or _TO_ALL.search(one.text))
        (ends if is_sure or at_end else kept).append(one)
    return kept, ends


def _is_end(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return bool(_SURE.search(text) or _AT_THE_END.match(text) or _TO_ALL.match(text))
