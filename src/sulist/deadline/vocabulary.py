"""The vocabulary around dates: what goes on, what has no date, what makes a reading doubtful.

Each name is one pattern over plain text, made of alternatives; a word is added to its table.
"""

from __future__ import annotations

import re
from functools import cache

from sulist.base.patterns import RarePattern
from sulist.deadline import figures, signs


def _any(*alternatives: str) -> str:
    return "|".join(alternatives)


def _words(*lines: str) -> str:
    """Words between spaces, as alternatives."""
    return _any(*" ".join(lines).split())


# Of a whole cell: it lasts, it has no date

# It goes on without an end: the whole deadline, or what follows a date.
LASTING = _any(
    signs.pattern("长期", "lasting"),
    r"常年|常态|日常(?:工作|性|$)",
    r"不断(?:完善|提升|优化|加强|深化|巩固)|动态(?:推进|更新|调整|管理)|滚动(?:推进|实施)",
    *figures.ALWAYS,
)
# The same when alone or after a date; before one it only says how (持续推进，12月底前完成).
GOING_ON = _any(
    r"持续|(?:有序|稳步|逐步|逐年|扎实|不断|深入|全面)推进|后(?:续)?视情|后续(?:持续|长期|常态|推广)",
    r"转入常态|即日起|[^,;。]{0,6}(?:印发|发布|公布)之日起(?:施行|实施|执行)",
)
# No date, and none can be found: kept as text.
UNDATED = _any(
    _words(
        "尽快 尽早 早日 抓紧 适时 近期 近日 立即 及时 随时 即时 第一时间 马上就办 暂无 不定期 视情"
    ),
    _words("立行立改 立查立改 立整立改 即知即改 待定 待确定 按期完成 按时完成 如期完成"),
    r"限期(?=完成|整改|办结)|另行(?:通知|安排|确定)",
    r"视[^,;。]{1,10}(?:而定|情况)|以[^,;。]{1,12}为准",
    r"(?:按|根据|依)[^,;。]{0,16}?"
    r"(?:要求|规定|计划|节点|进度|时限|时间|安排|约定|部署|需要|情况|实际|时序|方案)",
    r"^(?:无|/|[-—]+)。?$",
)
# Tied to an event whose day the list does not give; 前, 之前 or 以前 follows.
EVENT = _any(
    r"(?<!\d)" + signs.pattern("年前", "event") + "|" + signs.pattern("节前", "event"),
    signs.pattern("会", "event") + "(?:议)?(?:之)?前",
    r"(?:主?汛期?(?:来临)?|雨季|(?:[春秋]季)?(?:学期)?开学|放假|[寒暑]假|入汛|[供采]暖季|年度考核)[之以]?前",
)

# What puts a date in doubt

_CHANGED = f"{signs.unless_behind('改', 'doubt')}(?:改[为至]|{signs.pattern('改到', 'doubt')})"
# One date replaces another, excludes it or depends on something: which holds is not for us to say.
DOUBTFUL = _any(
    _words("原定 原计划 延期 延至 延长至 延后 推迟 顺延 变更为 暂缓 取消 节假日顺延 节假日"),
    r"调整(?:[为至]|到(?!位))|提前[至到]|" + _CHANGED + "|" + signs.pattern("延长", "doubt"),
    r"(?<![高平草中太还])原(?:[应拟]|时限|要求|来)?[为于]?$|除外|不含|不包括|"
    + signs.pattern("除", "doubt")
    + "|不早于|以来|农历|腊月|正月",
    *(signs.pattern(word, "doubt") for word in "如若或"),
    "倘|否则|逾期",
    r"已[于在]|已经?(?:全部)?完成(?=$|[,;。()])|已完成(?:投资|\d)",
    _words("同比 环比 上年同期 审议通过"),
)
# A date before such a verb and 的 tells which things are meant, not when they are due.
DESCRIBES = _any(
    # whatever was done by then: 6月底前投运的, 年初已确定的
    r"(?:(?![对将把向与在由为各按本能])[^,;。:、()“”《》\da-zA-Z]{2,3})?的",
    r"(?:注册|登记|购置|购买|开工|投产|生产)[^,;。]{1,10}的",
    r"(?:提交|提请|报请)[^,;。]{1,24}(?:讨论|审议|研究|审定)的",
    r"[^,;。前]{1,30}的\d*[个项][^,;。]{0,4}项目,[也都]要",
    r"取得[^,;。]{0,8}(?:证|证书|许可|资格|批文)的|[已仍尚][^,;。]{1,8}的",
)
# What a period before it is the subject of: 上月进展情况, 一季度、上半年工作总结.
_OF_WORK = r"(?:的|重点|主要)*(?:工作|任务|项目)?的?"
_PROGRESS = r"(?:落实|完成|推进|执行|开展|运行|实施|整改)?(?:情况|进展)"
# 数据 and 信息 alone; 数据库建设, 信息化平台 are what is made by then.
_PAPERS = r"(?:数据(?![库中平])|报表|台账|信息(?![化系平])|要点|简报|工作计划"
TOPIC = _OF_WORK + f"(?:{_PROGRESS}|{_PAPERS}|总结|小结|统计|报告))"
# The same of a month that begins a clause: there 10月总结 is what is done in October.
MONTHS_TOPIC = _OF_WORK + f"(?:{_PROGRESS}|{_PAPERS}))"
# The same of a period that is counted from today: 报送上周项目建设情况.
ITS_TOPIC = r"[^,;。、\d前底内]{0,10}(?:情况|进展|进度|总结|数据|报表|信息|计划)"
# What a verb before such a period is about: 完成全年任务, 编制2021年度计划.
OBJECT = (
    r"(?:的|重点|主要|各项|建设|中央|[省市区县]级?|财政|专项|补助)*"
    r"(?:目标|任务|计划|指标|投资|预算|工作|项目|方案|考核|资金)"
)

# What makes of a whole period a deadline

# What is brought about by then: a whole period before it is a deadline, without a first day.
FINISHES = (
    r"(?:各|分别|全部|全面|基本|均|力争|争取|确保|必须|要|需|应|须|将|初步|正式|如期|按期|顺利|实现|各地"
    r"|全市|全区|计划|预计|拟|再|承诺)*(?:"
    + _words(
        *figures.FINISHED,
        "投入 投运 见效 出台 印发 报送 上报 实现 达到 达产 通车",
        "开通 上线 验收 交付 到位 办结 整改到位 销号 落地 挂牌 公布 发布 提交 制定 形成 取得 消除 结束 结题",
        "开放 运营 开业 通水 供电",
    )
    + "|报(?![告批建名刊]))"
)
# A beginning: a whole period before it gives the first day of what ends later.
BEGINS = r":?(?:正式|全面)?(?:启动|" + signs.pattern("开工", "begins") + "|动工|着手|起步)"
# What may follow a whole year; else it may be a title that slipped in (2021年区政府工作报告).
GOES_ON_FOR_A_YEAR = _words(
    ": 启动 开工 动工 配合 持续 每 按 各 再 力争 争取 确保 长期 常态 全面 全部 陆续 不少于 不低于 至少",
    "分(?![公局行院校店厂管会])",
)
# What may follow a shorter whole period in a cell.
GOES_ON = _any(
    GOES_ON_FOR_A_YEAR,
    _words(
        "着手 起步 组织 开展 推进 推动 实施 举办 举行 召开 进行 落实 建设(?!用地|部) 编制 对 做好 完善 加快 申报 试点 试运行 查漏补缺",
        "培训 宣传 检查 督查 调研 筹备 安排 集中 继续 起草 研究(?![生院所员]) 提出 修订 修改 审议 征求 征集 评审 评估",
        "招标 采购 施工 安装 调试 汇总 总结 梳理 摸排 排查 整治 整改 审核 报批 参加 赴 在",
        "建立 新增 新建 改造 升级 维修 安置 进场 签约 交房 摘牌 试运营 试生产 并网 开园 开学 招生 招聘",
        "填报 反馈 移交 下达 发放 拨付 审计 成立 组建 引进 推广",
        "为(?=[^,;。]{1,8}(?:期|阶段)(?:$|[,;。)])) 向 与 由 结合 通过 进一步 深入 部署 选址 设计(?!师) 立项 拆迁 征地 封顶 初步",
    ),
)

# Of prose alone (evidence, finding)

# What stands before a date by which something is finished: a beginning of a clause, or what is to come.
LEADS = (
    r"(?:^|[,;:。(]|力争|确保|争取|(?<![资度作动])计划|预计|拟|(?<!即)将|(?<![需主重])要求?|应|须|务必|需|原则上)"
    r"(?:并|务|分别|[于在])*$"
)
# What makes a whole period after it a deadline, whatever is done by then: 力争明年上半年施工到正负零.
URGES = r"(?:力争|争取|务必)[于在]?$"
# What is the time for which a rule holds, which is no deadline: 有效期至2025年底.
VALIDITY = r"(?:有效|执行|使用|试行)期限?(?:为|是|[:自从由至到])*$"
# What makes a date after it the last day.
BOUNDS = (
    r"(?:不得?(?:晚于|迟于|超过)|最[迟晚](?:于|在)?|截止(?:时间|日期)?[:为是]?"
    r"|时限[:为]?|完成时间[:为]?|时间节点是?)$"
)
# A stage of the work, whose time follows in brackets.
STAGES = (
    r"(?:阶段|部署|自查|排查|整治|整改|实施|检查|验收|总结)"
    r"[^,;。(]{0,4}(?<!今天)\($"
)
# What makes a recurrence without a day a duty: 每月集中开展一次, not 每年安排资金.
REPEATS = r"[^,;。]{0,12}(?:次|公开|发布|报|调度|召开|开展|更新|公布|检查|反馈|总结)"
# What ties a recurrence to an event: 每年在大会召开之前报告.
OF_EVENT = r"[^,;。\d]{1,24}[^,;。\d年月季周日提][前后](?![期往续])"
# What makes no duty of a recurrence behind it: 不再每月监测, 每人每年1次.
NO_DUTY = r"(?:不再?|无需|取消|每[人户亩家名位村校园所]|[人户]均)$"
# A date before it no longer holds: 由6月底调整至9月底.
REPLACED = (
    r"(?:[^,;。前]{0,3}|[(][^()]{0,12})(?:(?:延期|延长|延后|推迟|提前|调整|变更|延)[为至到](?!位)"
    rf"|{_CHANGED})"
)
# What a past day tells which of: 2021年底前纳入计划的项目; not 2021年底前将审核通过的项目.
TELLS_WHICH = r"(?![对由向请])[^,;。将把]{1,10}的"
# What is right before the date that replaces another: 现调整至10月底前.
NOW = r"(?:延期|延长|延后|推迟|提前|调整|变更|延|改)[为至到]于?$"
# What is right before a day that draws near, and what is right behind one: 距年底仅剩两个月, 年底将至.
NEARS = r"(?:直[到至]|距离?|(?:^|[,;:。])离|临近|接近|将近|逼近|时[至值]|正值|适逢|已[到至近]|转眼[就到]*|现在是)$"
IS_NEAR = r"(?:将至|将近|临近|来临|在即|[还就]*[仅只剩]|还有|不足)"
# What tells behind a date that it is the beginning of what is told: 自2月底全面开工以来.
SINCE = r"[^,;。:]{0,16}以来|来[,;。]"
# What tells right behind a date that a thing was done by then, or was not: 8月底前已完成.
IS_TOLD = r",?(?:均|全部|都)?(?:已|尚?未(?!来))(?![^,;。:]{1,8}的)|在[^,;。:]{2,40}(?:会议?|仪式|论坛)上|出生|参加工作"
# What a report says of a time, beside the words below; a sentence that also says what is to come is none.
TELLS_HOW_MANY = r"(?<!公)共(?![同享建]|\d+天)"  # which behind 截至 no cell plans either
TELLS = _any(
    signs.pattern("了", "told"),
    TELLS_HOW_MANY,
    r"累计|[同环]比|仍有|通报如下|的有\d|到位[\d.]+[万亿]|顺利",
    r"[例率额量数][为达][\d.]|占(?:全年|年度|计划)|从[^,;。]{1,8}[降升增]到[\d.]",
    r"完成[^,;。]{0,12}(?:任务|计划)的?[\d.]+%|(?:发现|查处)[^,;。]{0,8}\d",
)
TOLD_OF_A_YEAR = r"已(?![^,;。:]{1,8}的)|正在|标志着"  # 到2025年，累计建成100个 is to come
_HOPED = _words("力争 争取 确保 务必 须 拟 预计")
_MEANT = (
    r"(?<![供效相适响反])应(?![急对用届邀])|(?<![需主重])要(?![求素点地案])"
    r"|(?<!占)计划(?![的完,;。]|$)|将(?![近至])"
)
TO_COME = _any(
    _HOPED,
    _words("不低于 不少于 以上 以内 努力 至少"),
    "(?<![已共])(?<!已经)(?<!累计)(?:" + _words("达到 实现 建立 健全 形成") + ")(?![的了])",
    _MEANT,
    "目标(?!任务)",
)
# The same, unless the sentence says 已 too, or how many did: 全部完成.
TO_COME_PERHAPS = r"(?:全部|全面|基本)(?=[完办整建开])(?![^,;。]{1,12}的有)"
# What is said in the sentence of a school's year, or of holidays: its months may be of two years.
SCHOOL_YEAR = r"(?:\d{4}[-—至]{1,2}\d{4}|\d{4}[-—]{1,2}\d\d)学?年"
SCHOOL = r"学年|学期|[寒暑]假|校历|放假|补休"
# What is right behind a day of the calendar: 2月2日（农历腊月十四）; not where 前 follows.
LUNAR = r"\((?:农历|[腊正]月)[^()]*\)(?![之以]?前(?!后))"
# A period that stands as a heading: 6月，开工.
HEADING = r"(?:月底?|季度|半年|旬),"
# What an end of a month before a comma may be told of: 6月底，县里召开总结会.
HELD = r",[^,;。:]{0,24}?(?:召开|举行|举办|组织)"
# What is told of a month that has its year, where nothing in the sentence is planned.
DEEDS = r"\d{4}年\d{1,2}月(?:[上中下]旬)?(?:,[^,;。:、]{0,24}?|[^,;。:、\d]{0,10}?)(?:下发|召开|启动|成立|印发|获|被|通过|审议|发布|出台|开展)"
PLANS = _any(_HOPED, "[底末日]之?前", _MEANT)
# What is done at every year's end: 年底考核.
YEARLY_ROUTINE = r"(?:对[^,;。]{1,20}|[^,;。前]{0,4})(?:考核|述职|总结|评比|对账|兑现)"
# What was said before 年底 where all three are every year's: 年初建账、年中查账、年底交账.
YEARS_BEGINNING = r"年[初中][^;。]*$"
# A sentence that reports what a period brought, or what was held in it.
REPORTED = (
    r"(?:在[^,;。:]{1,20})?(?:召开|举行)(?:[,;。]|$)"
    r"|[^;。]{0,80}?(?:同比|环比|[比较]上年|(?:进展|推进|完成|运行)情况|被评|人次|[到赴][^,;。]{1,16}(?:调研|考察)"
    r"|(?:增长|下降)\d|放假|出席|会议[^;。]{0,30}召开|完成(?:投资|[\d.]+[万亿]元)|"
    + signs.pattern("了", "told")
    + ")"
)
# What follows the day on which a letter was printed.
PRINTED = r"\(此件|印发(?:$|[ 。,;(])"


# One of these letters is in whatever the pattern matches, as a test holds.
_LETTERS = {
    DOUBTFUL: "不倘前历原否如已延或改更期来正比消缓腊节若调迟通除",
    DESCRIBES: "的",
    TOPIC: "息情报数结要计账进",
    MONTHS_TOPIC: "息情报数要计账进",
    NEARS: "直离距近时值逢已眼是",
    IS_NEAR: "将近临即已仅只剩还足",
    IS_TOLD: "已未上出参",
    TOLD_OF_A_YEAR: "已正标",
    NOW: "延推提调变顺改",
}
_LETTERS_OF_WORDS = "-/—不久依准前常待快态持按据推改无早时期滚立紧行视贯起近长马"


@cache
def word_pattern() -> RarePattern:
    """Any word of the tables; the name of the group that matched is its table."""
    after = "(?:[之以此其]后)?"
    return RarePattern(
        f"(?P<lasting>{after}(?:{LASTING}))|(?P<going_on>{after}(?:{GOING_ON}))"
        f"|(?P<undated>{UNDATED})|(?P<event>{EVENT})",
        _LETTERS_OF_WORDS,
    )


@cache
def compiled(pattern: str) -> re.Pattern[str] | RarePattern:
    """A pattern of this module, compiled when it is first needed."""
    letters = _LETTERS.get(pattern)
    return RarePattern(pattern, letters) if letters else re.compile(pattern)


def begins(text: str, at: int) -> bool:
    """Whether a beginning stands at ``at``: 启动, 开工."""
    return compiled(BEGINS).match(text, at) is not None
