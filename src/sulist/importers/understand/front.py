"""What the text around the table says: title, region, year, day of issue, total."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sulist.base.numerals import parse_number
from sulist.base.plain import clean_cell, simplified
from sulist.importers.drafts import Front, Unused
from sulist.importers.headings import read_heading, read_total
from sulist.importers.understand.markers import marker_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.importers.grid import GridCell

_DIGITS = "[0-9０-９〇○零一二三四五六七八九]"
YEAR = re.compile(
    rf"((?:2|２|二)(?:0|０|〇|○|零){_DIGITS}{{2}})(?:年|(?=年?版[）)])|[-—~至]\s*20[0-9]{{2}}年)"
)
_DAY = re.compile(
    rf"({_DIGITS}{{4}})年({_DIGITS}|十|[0-9一二]?[0-9一二十]{{1,2}})月([0-9０-９一二三四五六七八九十]{{1,3}})日"
)
TITLE_END = re.compile(
    r"(?:清单|一览表|分解表|任务表|安排表|计划表|汇总表|明细表|情况表|分工表|统计表|台账|任务分解|责任分解|分工方案|工作方案|实施方案|"
    r"行动方案|工作要点|工作计划|行动计划|实施计划|工作安排|重点任务|重点工作|重点工作任务|主要任务|目标任务|任务分工|分工|责任分工|"
    r"民生实事|实事|实事项目|重点项目|项目表|项目|事项|任务|表|计划|方案|安排|要点)(?:[（(].*[）)])?$"
)
_NOTICE_END = re.compile(
    "(?:通知|通报|意见|决定|函|报告|措施|举措|规划|纲要|纪要|责任书|答复)(?:[（(].*[）)])?$"
)
_ATTACHED = re.compile(r"^附(?:件|表|录)?[0-9一二三四五六七八九十]*[：:]?$")
LEAD_IN = re.compile(r"^附(?:件|表|录)?[0-9一二三四五六七八九十]*[：:]")
_KIND = re.compile(r"^【[^【】]*】(?=.{5})")  # that a web page puts before it
_PLACE_END = "(?:自治区|自治州|自治县|新区|开发区|高新区|经开区|管理区|示范区|省|市|区|县|旗|州|盟|镇|乡|街道)"
_BODY_END = "(?:集团|公司|大学|学院|学校|中学|小学|幼儿园|医院|研究院|研究所|委员会|局|委|厅)"
_PLACE = re.compile(rf"^(.{{2,30}}?{_PLACE_END})")
# 区委区政府, 创建国家卫生县城, 质量强区, 学习型城市 begin as the name of a place does.
_NO_PLACE = re.compile(
    "^(?:[省市区县州旗盟镇乡]|城市)|型|涉及|我[省市区县州旗盟镇乡]|质量|文明|卫生|重点|小区|创建|建设|推进|开展|深化|落实|打造|实施|加快|加强|提升|全面"
)
_PLACE_OR_BODY = re.compile(rf"^(.{{2,30}}?(?:{_PLACE_END}|{_BODY_END}))")
# What is no place, though its name begins with one: 滨河区教育局, 东山大学; 滨河区委 speaks for the place.
_BODY = re.compile(
    rf"^[\u3400-\u9fff（）]{{2,30}}?{_BODY_END}(?:有限公司|有限责任公司|股份有限公司)?(?:党组|党委|党总支|办公室)?"
    r"(?=关于|贯彻|落实|[0-9０-９二]|[“《]|$|重点|年度|党政|工作|深化|推进|改革|安全)"
)
_SPEAKS = re.compile(
    "[^委府]{1,30}[省市区县州旗盟镇乡](?:委|委员会|政府|人民政府|管委会|管理委员会)(?:党委|党组|办公室|办公厅)?"
)
_OF_A_PLAN = "(?:重点|主要|工作|任务|清单|实事|要点|计划|目标)"
_SAID = re.compile(rf"{YEAR.pattern}度?(?:[\u3400-\u9fff、《》〈〉“”]{{0,24}}?){_OF_A_PLAN}")
LATER = re.compile("(?:到|至|截至|截止|力争|争取|确保|较|比|自|从|于)$")
# 滨府〔2021〕5号, 【2021】第2号; who signed and how it was settled may stand behind it on the line.
_NUMBER_LINE = re.compile(
    r"^[\u3400-\u9fff]{0,12}[〔\[［【(（](20[0-9]{2})[〕\]］】)）]第?[0-9]{1,4}[号期次]"
    r"(?=$|签发|办理|密级|紧急|公开|类别|编号|[（(])"
)
# A sentence of what has been is no word for the year of what is to be done.
_PAST = re.compile(
    "年来|以来|已|去年|上年|上一年|现有|累计|曾|同比|回顾|截至|截止|[\u3400-\u9fff]了(?!解)"
)
_SENTENCE = re.compile("[^。；]+")
_SHORTEST, _LONGEST = 5, 100
_NUMBERED = r"[〔\[［【(（]20[0-9]{2}[〕\]］】)）]"  # 〔2021〕5号
# What may be set as a title is without being a part of it: an annex's mark, a document's number or
# day, a letterhead, an addressee, a remark in brackets.
_STANDS_APART = re.compile(
    rf"{_ATTACHED.pattern}|{_NUMBERED}|文件$|[。；：;:]$|^[（(][^（(]*[）)]$|(?:{_DAY.pattern})$"
)
_OPEN_ENDS = ("的", "关于", "和", "与", "及", "暨", "、", "《", "“", "（")  # more has to follow
_ISSUER_END = re.compile(
    r"(?:委员会|人民政府|政府|办公室|管委会|领导小组|党委|党组|[局厅部院委办])$"
)


def year_in(text: str) -> int | None:
    """The first year that a text writes out: 2021年, 二〇二一年."""
    found = YEAR.search(clean_cell(text))
    return parse_number(found.group(1)) if found else None


def read_front(lines: Sequence[GridCell]) -> tuple[Front, list[Unused]]:
    """What the lines before the first table say; the rest of them is unused."""
    texts = [clean_cell(cell.text) for cell in lines]
    used: set[int] = set()
    total = None
    for at, text in enumerate(texts):
        if (printed := read_total(text)) is not None:
            total = printed
            used.add(at)
    first, last = _title(texts, [cell.face for cell in lines], used)
    title = "".join(texts[first : last + 1]) if last >= 0 else ""
    title = LEAD_IN.sub("", title)
    kind = _KIND.match(title)
    title = title[kind.end() :] if kind else title
    used.update(range(first, last + 1) if last >= 0 else ())
    inner = re.search(r"[（(](?:共|共计)([0-9]+)[项項条條件][）)]$", title)
    if inner:
        total, title = int(inner.group(1)), title[: inner.start()]
    near, is_loose = (0, False) if year_in(title) else _year_near(texts)
    front = Front(title, region_of(title), year_in(title) or near, total, is_loose=is_loose)
    apart = [Unused(lines[first].place, kind.group())] if kind else []
    return front, apart + [
        Unused(cell.place, texts[at])
        for at, cell in enumerate(lines)
        if at not in used and texts[at]
    ]


def _title(texts: list[str], faces: list[int], used: set[int]) -> tuple[int, int]:
    """The lines of the title, first and last; (0, -1) where none looks like one."""
    possible = [at for at, text in enumerate(texts) if at not in used and _could_be_title(text)]
    candidates = [at for at in possible if TITLE_END.search(simplified(texts[at]))]
    candidates = candidates or [at for at in possible if _NOTICE_END.search(simplified(texts[at]))]
    candidates = candidates or [
        at for at in possible if YEAR.search(texts[at]) and not _STANDS_APART.search(texts[at])
    ]
    candidates = candidates or _only_line(texts, possible)
    if not candidates:
        return 0, -1
    first = last = candidates[-1]
    if faces[last]:
        first, last = _in_one_face(texts, faces, used, last)
    if first < last:
        return first, last
    while (
        first
        and first - 1 not in used
        and not (faces[last] and faces[first - 1])  # in another face than the title's
        and _goes_before(texts[first - 1], "".join(texts[first : last + 1]))
    ):
        first -= 1
    return first, last


def _only_line(texts: list[str], possible: list[int]) -> list[int]:
    """The one line that may be a title though its end does not say so."""
    lines = [
        at
        for at in possible
        if not re.search("[，,：:、]", texts[at])
        and not _STANDS_APART.search(texts[at])
        and not _ISSUER_END.search(texts[at])
        and len(texts[at]) >= _SHORTEST
    ]
    return lines if len(lines) == 1 else []


def _in_one_face(texts: list[str], faces: list[int], used: set[int], at: int) -> tuple[int, int]:
    """The lines around ``at`` that are set as it is, up to one that is no part of a title."""

    def is_of_it(other: int) -> bool:
        return (
            0 <= other < len(texts)
            and faces[other] == faces[at]
            and other not in used
            and not _STANDS_APART.search(simplified(texts[other]))
            and sum(map(len, texts[min(at, other) : max(at, other) + 1])) <= _LONGEST
        )

    first = last = at
    while is_of_it(first - 1):
        first -= 1
    while is_of_it(last + 1) and not _ISSUER_END.search(texts[last + 1]):
        last += 1
    return first, last


def _could_be_title(text: str) -> bool:
    return (
        2 < len(text) <= _LONGEST
        and not _ATTACHED.match(text)
        and not text.endswith(("。", "；", "：", ":"))
        and "。" not in text
        and read_heading(text) is None
        and marker_of(text) is None
        and not text.startswith(("单位：", "填报单位", "责任单位：", "牵头单位："))
    )


def is_title(text: str) -> bool:
    """Whether a line ends as the title of a list does, and is no sentence, heading or label."""
    return _could_be_title(text) and TITLE_END.search(simplified(text)) is not None


def _goes_before(line: str, title: str) -> bool:
    """Whether a title of two lines begins with ``line``."""
    if title.startswith("关于") and _ISSUER_END.search(line) and _could_be_title(line):
        return not re.search(_NUMBERED, line)
    if not _could_be_title(line) or _DAY.search(line) or YEAR.search(title):
        return False
    if re.search(_NUMBERED, line) or line.endswith("文件") or len(line) + len(title) > _LONGEST:
        return False
    if (found := YEAR.search(line)) and found.end() == len(line):
        return True  # 滨河区2024年, which alone says nothing
    if line.endswith(_OPEN_ENDS):
        return True
    if _PLACE_OR_BODY.match(simplified(title)):
        return False
    return bool(YEAR.search(line) or _PLACE_OR_BODY.match(simplified(line)))


def region_of(title: str) -> str:
    """The place that a title begins with: what stands before its year, or a place's name.

    Nothing where what it begins with is a bureau, a school or another body.
    """
    head, whole = _head_of(title)
    if _body_in(head):
        return ""
    if whole and len(head) <= 30 and _PLACE.fullmatch(simplified(head)):
        return head if not _NO_PLACE.search(simplified(head)) else ""
    place = _PLACE.match(simplified(head))
    return head[: place.end()] if place and not _NO_PLACE.search(place.group()) else ""


def body_of(title: str) -> str:
    """The bureau, school or other body that a title begins with, which is no region; "" where there is none."""
    return _body_in(_head_of(title)[0])


def _body_in(head: str) -> str:
    plain = simplified(head)
    found = None if plain.startswith(("国务院", "中央")) else _BODY.match(plain)
    return head[: found.end()] if found and not _SPEAKS.fullmatch(found.group()) else ""


def _head_of(title: str) -> tuple[str, bool]:
    """What a title begins with, and whether that is all that stands before its year."""
    title = re.sub("^(?:关于(?:印发|下发)?|[《〈“]|中共|政协)+", "", title)
    found = YEAR.search(title)
    head = title[: found.start()] if found else title
    if found and not head:  # 2021年蓉江新区重点任务清单
        return title[found.end() :].removeprefix("度"), False
    return head, found is not None


def _year_near(texts: list[str]) -> tuple[int, bool]:
    """The one year that the lines before the table say: of the plan, of its number, or in a whole date.

    No year that something is to be reached in, is compared with, or was done in. It is loose where
    it is none of these, and only some sentence names it.
    """
    plans, numbers, dates, others = (set[int | None]() for _kind in range(4))
    for text in texts:
        if found := _NUMBER_LINE.match(text):
            numbers.add(parse_number(found.group(1)))
        dates |= {parse_number(found.group(1)) for found in _DAY.finditer(text)}
        for sentence in _SENTENCE.findall(text):
            if not _PAST.search(sentence):
                plans |= _years(_SAID, sentence)
                others |= _years(YEAR, sentence)
    for years in (plans, numbers, dates, others):
        if len(years) == 1:
            return years.pop() or 0, years is others
    return 0, False


def _years(pattern: re.Pattern[str], sentence: str) -> set[int | None]:
    return {
        parse_number(found.group(1))
        for found in pattern.finditer(sentence)
        if not LATER.search(sentence[: found.start()])
    }
