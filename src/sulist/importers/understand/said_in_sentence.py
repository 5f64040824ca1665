"""Who does what in running words: 由区财政局修改完善, 区住建局负责…, 会议要求，区水利局要…."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sulist.importers import brackets, cell_text
from sulist.importers.labels import Labelled
from sulist.importers.understand.clauses import is_time, with_commas

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a unit is asked to do. These words are in names of offices too: 区财政局监督检查科.
_ALSO_NAMES = (
    "监督|检查|审核|审查|审批|管理|建设|规划|实施|办理|督查|督办|评估|审计|调查|指导|采购|登记|组织|宣传|"
    "处置|执行|监管|运营|维护|投资|接待|协调|改造|收集|整治|开发|服务|验收|审理|招标"
)
_DUTY = "负责(?!人|同志|干部|制)|牵头(?!人)|主办|承办|抓总|会同|配合|协助|协办|参与"
_TO_DO = (
    f"{_DUTY}|{_ALSO_NAMES}|商(?!务|业|贸|会|场)|协同|联合(?!会)|研究|提出|修改|完善|起草|草拟|拟定|拟订|制定|制订|修订|编制|编写|"
    "印发|下发|上报|查清|查明|召开|出台|发布|公布|公示|报(?!告)|提交|提请|提供|审定|核定|核查|核实|核准|摸清|摸底|梳理|排查|认真|安排|落实|解决|筹措|筹集|"
    "筹备|拨付|给予|兑付|支付|发放|承担|督促|跟踪|处理|推进|推动|开展|建立|健全|清理|拆除|关停|查处|打击|召集|汇总|确定|选定|"
    "委托|运作|做好|抓好|抓紧|抓实|加强|加快|加大|深化|强化|优化|完成|成立|组建|抽调|派出|选派|移交|接收|接管|申报|申请|争取|对接|联系|洽谈|签订|"
    "收回|回收|通报|曝光|约谈|问责|挂牌|带队|调度|跟进|督导|协商|征求|审议|论证|设计|测算|评审|选址|备案|入户|走访|培训|举办|承接|供应|采取|出具|包干|出资|投入|补助|补贴|认定|答复|反馈|通知|回复|尽快|尽早|立即|及时|进一步|统筹|统一|具体|共同|分别|依法|依据|结合|根据|按|会后|"
    "全面|全程|主要(?=负责(?!人|同志)|承担)|总(?=牵头|负责)|于|在(?!建)|对(?!口|外)|就(?!业)|从|向|将|把|限期|年[底内]|[上下]半年|[0-9一二三四五六七八九十]+(?:年|月|日|个|天|周)"
)
# What a sentence says of its subject: 区水利局要…, but not 区水利局要求.
_SUBJECT = f"{_DUTY}|要(?!求|点|素|害|件|闻|道|领|务)|应当|应(?!急|用|对|届|收|付|诉|答|邀)|须|需要|必须|务必|将(?!来|近|军)"
_BY_DUTY = re.compile(_TO_DO)
_AS_SUBJECT = re.compile(_SUBJECT)
_ALONE = re.compile("负责(?!人|同志|干部|制)|牵头(?!人)|会同")
_AFTER_ORDER = re.compile(f"{_SUBJECT}|{_TO_DO}")
_OPENS_DUTIES = re.compile(
    f"(?:(?:主要|工作|具体)?(?:任务|职责)(?:是|为)?[：:，]?)?(?:{_SUBJECT}|{_TO_DO})|(?:主要|工作|具体)(?:任务|职责)[：:]"
)
_OPENS = re.compile("[：:]|(?:主要|具体)?(?:负责|牵头)")
_TAIL_OF_NAME = re.compile(
    rf"(?:{_ALSO_NAMES})[^省市区县镇乡各、，的后并和与将要报督落]{{0,6}}(?:[局科室处股队所站组部办院]|中心)"
)
_ASKED = re.compile("^(?:请|责成|委托|要求|明确|指定|同意)?(?:由(?!于))?")
_BY = re.compile("(?<![不再原曾已否自理事缘因经案凡如])由(?!于|此|来|衷|点)|^(?:请|责成|委托)由?")
# 由X安排的经费 tells whose it is.
_WHOSE = re.compile(
    rf"(?:(?:{_TO_DO})(?:的(?!同时|基础上|情况下)))|(?:(?:{_TO_DO}){{2,3}}的(?!同时|基础上))"
)
# 由X牵头、Y参与的会议 tells what meeting it is.
_WHAT_KIND = re.compile("(?:牵头|负责|主办|承办|配合|协助|协办|参与|参加|组成)的(?!同时|基础上)")
_LEADS = re.compile("(?:共同|总)?(?:负责)?(?:牵头|主办|抓总)")
_SUPPORTS = re.compile(
    "(?:[按照据].{0,2}职责(?:分工)?)?(?:积极|全力|密切|主动|共同|做好)*(?:配合|协助|协办|参与|参加(?=$|，))"
)
_CARRIES_OUT = re.compile(
    "(?:[按照据].{0,2}职责(?:分工)?)?(?:具体|分别|共同|认真|抓好|负责|组织)*(?:落实|实施|负责|承办)"
)
_FOLLOWS = re.compile(f"{_SUPPORTS.pattern}|{_CARRIES_OUT.pattern}")
_MODAL = re.compile("^(?:将|要|应当|应|须|需要|必须|务必|积极|切实|尽快|抓紧|主动)+")
_WITH = re.compile("会同|商(?!务|业|贸|会|场)|协同|联合(?!会)")
_WHOLE = re.compile(
    "(?:[按照据].{0,2}职责(?:分工)?)?(?:具体|分别|共同|积极|全力|密切|主动|总)*(?:牵头|主办|抓总|负责|承办|落实|实施|配合|协助|协办|参与|参加)(?:负责|落实|实施|办理|抓好)?"
)
_OF_OLD = re.compile("(?:牵头|负责(?!解释)|研究提出|组织实施)")
_LEAD_IN = re.compile(
    "^(?:(?:会议|会上)?(?:要求|强调|确定|决定|明确|议定|责成|同意|原则同意)|同时|此外|另外|下一步|会后|逾期|届时|[一二三四五六七八九十]是|"
    "(?:会议)?(?:就|对)?.{0,8}(?:明确|要求|议定|确定)如下)$"
)
_ORDER = re.compile("^(?:会议|会上)?(?:要求|确定|决定|明确|议定|责成|同意|原则同意)$")
_COLON = re.compile("[：:]")
# What was heard, or has been.
_BACKGROUND = re.compile("指出|认为|听取|汇报|介绍|通报了|年来|以来|目前|去年|上年|节日期间|期间，")
_BEFORE = re.compile("^(?:同时|并|另|其中|此外|逾期|届时|会后|会议)")
# What is a unit by its name, but says of no list who it is.
_ANYBODY = re.compile(
    "^(?:公司|医院|中心|街道|乡镇|镇街|每.*|(?!各|我|本|.*(?:有关|相关|成员|预算|责任|[省市区县]直)).*(?:企业|学校|合作社|[区县市村]|单位|部门|机构))$"
)
_SHORT_NAME = re.compile("^[我各本]|^(?:团委|工会|妇联|科协|党委|党办|校办|院办|局办)$")
_NO_NAME = re.compile(
    "(?:要求|听取|同意|工作|任务|问题|经费|资金|事项|行动|意见|会议)(?![组局部办委室站])"
)
_QUOTED = re.compile("《[^《》]*》|“[^“”]*”|〔[^〔〕]*〕")
_STOP = re.compile("[。；;！？\n]")
_HIDDEN = "＊"
_LEFT = ""  # the role of units whose duty has no word here
_LONGEST = 80
_SHORTEST = 2


class InSentence(NamedTuple):
    """What a text says in its sentences of who does it.

    ``is_told``: by 由…牵头 and its like, as no other text does; ``is_sure``: and of nothing but the whole.
    """

    pieces: tuple[Labelled, ...] = ()
    is_told: bool = False
    is_sure: bool = False


class _Phrase(NamedTuple):
    """Units in a sentence with their duty."""

    units: str
    role: str
    is_whole: bool = False  # nothing but the duty is said: 由区财政局负责
    is_told: bool = False
    written: str = ""  # with the verb, where that is all that is said of them: 区财政局配合


def in_sentences(text: str) -> InSentence:
    """The units that the sentences of ``text`` name with their duties; none but certain ones."""
    plain = _QUOTED.sub(lambda found: _HIDDEN * len(found.group()), text)
    found: list[_Phrase] = []
    found += _unit_with_colon(plain)
    for sentence in _STOP.split(plain):
        found += _of_sentence(with_commas(sentence.strip()))
    first = found[0].units if found else ""
    if first and plain.startswith(first) and _OPENS.match(plain[len(first) :]):
        found[0] = found[0]._replace(is_whole=True)  # 区教育局负责…, of which the item speaks
    pieces: list[Labelled] = []
    seen: set[str] = set()
    for one in found:
        names = set() if one.role == _LEFT else set(cell_text.units_in(one.units) or ())
        if names <= seen:
            continue
        seen |= names
        pieces.append(Labelled("", one.role, one.units, one.written))
    doing = [one for one in pieces if one.role == "responsible"]
    mixed = len(doing) > 1 or sum(one.role == "lead" for one in pieces) > 1
    sure = bool(pieces) and not mixed and all(one.is_whole for one in found)
    return InSentence(tuple(pieces), any(one.is_told for one in found), sure)


def _unit_with_colon(text: str) -> list[_Phrase]:
    """区财政局：负责…, which opens an item; the unit may stand on a line of its own."""
    mark = re.search("[：:。]", text)
    if mark is None or not are_units(text[: mark.start()]):
        return []
    duties = text[mark.end() :].lstrip()
    if not _OPENS_DUTIES.match(duties):
        return []
    first = re.split("[，。；;]", duties)[0]
    made = _phrases(text[: mark.start()], first, starts=False)
    return [one._replace(is_told=False) for one in made]


def are_units(text: str) -> bool:
    """Whether a text is names of units and nothing else."""
    return _is_certain(text.rstrip("：:。 "), by_name=True)


def _of_sentence(sentence: str) -> Iterator[_Phrase]:
    """The phrases of a sentence: by 由 anywhere, by a subject at its beginning, and what follows on them."""
    ordered, opens, led, heard = False, True, False, False
    if _WHAT_KIND.search(sentence) and not re.search("由.*由", sentence):
        return
    for clause in _without_lead_ins(sentence):
        if _ORDER.match(clause):
            ordered = True
            continue
        made = list(_by_preposition(clause))
        heard = heard or bool(_BACKGROUND.search(clause))
        if not made and (opens or led or not heard):
            made = list(_subject(clause, ordered=ordered, led=led, alone=not (opens or led)))
        if not made and _units_first(clause, _BY_DUTY):
            made = [_Phrase("", _LEFT)]
        led = led or any(one.units for one in made)
        opens = opens and not made and bool(_LEAD_IN.match(clause) or is_time(clause))
        yield from made


def _without_lead_ins(sentence: str) -> Iterator[str]:
    """The clauses, what stands before a colon by itself: 会议要求：区水利局要…."""
    for clause, _mark in brackets.clauses(sentence):
        *before, last = _COLON.split(clause)
        yield from (one.strip() for one in before if one.strip())
        if last.strip():
            yield last.strip()


def _by_preposition(clause: str) -> list[_Phrase]:
    """由区财政局会同区住建局研究, 请区商务局负责."""
    for found in _BY.finditer(clause):
        told = clause[found.end() :]
        if parted := _units_first(told, _BY_DUTY):
            units, rest = parted
            starts = found.start() == 0
            known = starts and _OF_OLD.match(rest)
            if not _WHOSE.match(rest) and (known or _is_certain(units, by_name=True)):
                return _phrases(units, rest, starts=starts)
    return []


def _subject(clause: str, *, ordered: bool, led: bool, alone: bool) -> list[_Phrase]:
    """区水利局要…, 区住建局负责…; behind another duty also 各镇配合, 各镇具体落实.

    ``alone``: behind other clauses, where only a duty counts.
    """
    own = _BEFORE.sub("", _ASKED.sub("", clause))
    if led and (parted := _units_first(own, _FOLLOWS)):
        units, rest = parted
        role = "support" if _SUPPORTS.match(rest) else "responsible"
        return [_Phrase(units, role, bool(_WHOLE.fullmatch(rest)), written=_with_verb(units, rest))]
    verbs = _ALONE if alone else _AFTER_ORDER if ordered else _AS_SUBJECT
    parted = _units_first(own, verbs, by_name=True)
    if parted is None or _WHOSE.match(parted[1]):
        return []
    return [one._replace(is_whole=False, is_told=False) for one in _phrases(*parted, starts=False)]


def _phrases(units: str, rest: str, *, starts: bool) -> list[_Phrase]:
    """What a unit does, and with whom: 会同区住建局研究."""
    if "负责解释" in rest:
        return []
    own, rest = rest, _MODAL.sub("", rest)
    if with_whom := _WITH.match(rest):
        behind = rest[with_whom.end() :]
        others, does = _units_first(behind, _BY_DUTY) or (behind, "")
        if not _is_certain(others):
            return [_Phrase(units, "responsible")]
        told = starts and bool(_OF_OLD.match(does))
        whole = told or bool(_WHOLE.fullmatch(does))
        return [_Phrase(units, "lead", whole, told), _Phrase(others, "responsible", whole, told)]
    role = "lead" if _LEADS.match(rest) else "support" if _SUPPORTS.match(rest) else "responsible"
    whole = bool(_WHOLE.fullmatch(rest))
    old = starts and bool(_OF_OLD.match(rest))
    told = (whole or old) and role != "support"
    return [_Phrase(units, role, whole or old, told, _with_verb(units, own))]


def _with_verb(units: str, rest: str) -> str:
    """The units with the verb behind them, as they stand; nothing where that is none of a duty alone."""
    verb = _WHOLE.match(rest)
    return units + verb.group() if verb else ""


def _units_first(
    text: str, verbs: re.Pattern[str], *, by_name: bool = False
) -> tuple[str, str] | None:
    """The units that a text begins with, and what they do; None where they are not certain."""
    units = ""
    for found in verbs.finditer(text[: _LONGEST + _SHORTEST], _SHORTEST):
        longer = text[: found.start()]
        if _is_certain(longer, by_name=by_name):
            if units and not _TAIL_OF_NAME.fullmatch(longer[len(units) :]):
                break  # 区财政局督促区水利局
            units = longer  # 区财政局, and then 区财政局监督检查科
    rest = text[len(units) :]
    # 区政府督查室: whose name goes on, though not what it does.
    return (units, rest) if units and not _TAIL_OF_NAME.match(rest) else None


def begins_with_task(text: str) -> bool:
    """Whether a text begins with what is to be done, though it ends as units do: 检查周边食品经营单位."""
    return bool(_BY_DUTY.match(text)) and not _TAIL_OF_NAME.match(text)


def _is_certain(units: str, *, by_name: bool = False) -> bool:
    """Whether a text is units and nothing else; ``by_name``: whose names say that they are."""
    if not _SHORTEST <= len(units) <= _LONGEST or _HIDDEN in units or _NO_NAME.search(units):
        return False
    outside = re.sub("（[^（）]*）", "", units)
    if re.search("[，：:]|负责|牵头|会同|配合", units) or cell_text.units_in(units) is None:
        return False
    if not cell_text.looks_like_units(outside):
        return False
    parts = [one for one in re.split("[、和及与]", outside) if one]
    if by_name and any(len(one) < _SHORTEST or _ANYBODY.match(one) for one in parts):
        return False
    return not by_name or len(units) > _SHORTEST or bool(_SHORT_NAME.match(units))
