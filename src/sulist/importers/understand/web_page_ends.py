"""The head and foot of a web page: 首页 >, 打印, 上一篇：, 主办单位：, 版权所有, which are no part of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sulist.importers.drafts import Unused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.importers.understand.paragraphs import Paragraph

# What stands on a web page and nowhere else.
_SURE = re.compile(
    r"版权所有|ICP备|备案(?:序)?号|公网安备|网站标识码|网站地图|联系我们|关于我们|技术支持|站点地图|隐私(?:声明|保护)|"
    r"无障碍(?:浏览|阅读)|长者(?:模式|助手)|扫一扫|分享到|【?字体[:：]|字号[:：]|打印(?:本页|整页|内容)|关闭(?:窗口|本页)|"
    r"浏览(?:次数|量)[:：]|点击(?:数|量|次数)[:：]|^(?:[【\[]?(?:打印|关闭|收藏|分享|返回顶部|返回首页|顶部)[】\]]?[\s|｜]*)+$|"
    r"^上一[篇条页][:：]|^下一[篇条页][:：]|(?:当前|您的|所在)位置|您现在的位置|^首页(?:$|\s*[>»/|-])|"
    r"^(?:信息)?来源[:：]|^(?:责任)?编辑[:：]|^发布(?:时间|日期|机构|单位)[:：]|^索\s*引\s*号[:：]|^主题(?:分类|词)[:：]|"
    r"^发文(?:机关|字号)[:：]|^(?:附件|相关)(?:下载|链接)[:：]|^相关(?:文档|文章|阅读|解读)|^政策解读[:：]?$|^发文机关[:：]|"
    r"^网站(?:主办|管理|维护)|^.{0,20}网站管理"
)
# What may stand there, beside what is sure.
_PERHAPS = re.compile(
    r"^(?:主办|承办|协办|维护|管理|主管)(?:单位|部门)?[:：]|^(?:地址|电话|传真|邮编|邮箱|联系电话|技术电话)[:：]|"
    r"^(?:打印|关闭|收藏|分享|首页|返回|更多|回到顶部|[|｜>\s])+$|^[A-Za-z0-9.@:/\s-]+$|^标\s*题[:：]|"
    r"^(?:相关|友情)链接"
)
_HOST = re.compile("^主办(?:单位|部门)?[:：]")


def without_ends(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Unused]]:
    """The paragraphs without those that only a web page has, and these by themselves."""
    foot = _foot(paragraphs)
    kept: list[Paragraph] = []
    ends: list[Unused] = []
    for at, one in enumerate(paragraphs):
        if at >= foot or (one.marker is None and _SURE.search(one.written)):
            ends.append(Unused(one.cell.place, one.text))
        else:
            kept.append(one)
    return kept, ends


def _foot(paragraphs: Sequence[Paragraph]) -> int:
    """Where the foot begins; behind the last paragraph where there is none."""
    begin = at = len(paragraphs)
    sure = False
    while at and paragraphs[at - 1].marker is None:
        line = paragraphs[at - 1].written
        if _SURE.search(line):
            sure, begin = True, at - 1
        elif not _PERHAPS.search(line):
            break
        at -= 1
    if not sure:
        return len(paragraphs)
    # Where items name a host, the first of several lines that do belongs to the last item.
    hosts = [n for n in range(at, len(paragraphs)) if _HOST.search(paragraphs[n].written)]
    named_before = any(_HOST.search(one.written) for one in paragraphs[:at])
    if named_before:
        return min(begin, hosts[-1]) if len(hosts) > 1 else begin
    return min(begin, at)
