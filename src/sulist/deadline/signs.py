"""The signs of deadlines: each once, with what it does, what makes another word of it, and proof.

A sign is one spelling of what the grammar goes by: 底 is an edge, 前 a suffix, 至 joins a range.
Many are also the beginning or the end of other words (内部, 前期, 统一); these stand beside the sign.
Whatever reads a sign, or needs it in a pattern, asks here. The tests take away each row, and each
of its words, and hold that the text beside it then reads otherwise.

A list of words is written between spaces. The text that proves a word is its row's frame with the
word put into it, unless it has a text of its own (word=text).
"""

from __future__ import annotations

import re
from functools import cache

from sulist.base.tuples import NamedTuple


class Sign(NamedTuple):
    """One spelling of a sign.

    ``does`` is its part in the grammar, ``means`` the sign that it stands for where that is
    another (末 is 底), and ``proof`` a text in which it is the sign. ``others`` are words that
    begin with it and ``ends`` words that end with it, in which it is none; ``only`` are the words
    that it must begin, where it is the sign in no other ($ is the end of the text), and
    ``after`` what must stand before it. ``frame`` and ``behind`` are texts for the words.
    """

    written: str
    does: str
    proof: str
    means: str = ""
    others: str = ""
    frame: str = ""
    ends: str = ""
    behind: str = ""
    only: str = ""
    after: str = ""

    @property
    def meaning(self) -> str:
        """The sign that it stands for."""
        return self.means or self.written

    def stands_at(self, text: str, at: int) -> bool:
        """Whether the sign stands at ``at``, and no other word that begins there."""
        if not text.startswith(self.written, at):
            return False
        if self.after and not text.endswith(words(self.after), 0, at):
            return False
        if self.only and not any(_begins(text, at, word) for word in words(self.only)):
            return False
        return not self.goes_on(text, at + len(self.written))

    def goes_on(self, text: str, end: int) -> bool:
        """Whether what stands right behind the sign makes another word of it."""
        size = len(self.written)
        return any(text.startswith(word[size:], end) for word in words(self.others))


def _begins(text: str, at: int, word: str) -> bool:
    if word.endswith("$"):
        return len(text) == at + len(word) - 1
    return text.startswith(word, at)


# Edges of a period: 8月底, 年初

_WITHIN = "内部 内容 内蒙 内涝 内河 内外"
_INSIDE = _WITHIN + " 内审 内控 内业 内设 内地"
_EDGES = (
    Sign("底", "edge", "8月底", others="底数 底线 底册 底稿 底图 底价 底座 底泥", frame="8月{}清查"),
    Sign("末", "edge", "8月末", "底", others="末端 末位 末梢", frame="8月{}治理"),
    Sign("终", "edge", "2021年终", "底", others="终端 终止 终身 终结 终审 终于 终点", frame="2021年{}完成",
         after="年=2021年度终"),
    Sign("初", "edge", "8月初", frame="8月{}完成",
         others="初步 初中 初级 初审 初稿 初验 初设 初评 初选 初赛 初始 初次 初见 初现"
                " 初一 初二 初三 初四 初五 初六 初七 初八 初九 初十"),  # by the moon
    Sign("中", "edge", "8月中", frame="8月{}",
         only="中$ 中, 中; 中。 中: 中( 中) 中、=8月中、9月中前 中~=8月中~9月底 中-=8月中-9月底"
              " 中—=8月中—9月底 中–=8月中–9月底 中至=8月中至9月底 中到=8月中到9月底"
              " 中前 中之前 中以前 中左右 中完 中建成 中建立 中建设 中投产 中投用 中投入 中投运 中启 中开 中召 中举 中报送"
              " 中出 中印发"),
    Sign("内", "edge", "年内", others=_INSIDE, frame="年{}完成"),
)  # fmt: skip

# What follows a date and says how it is meant: 前, 起

_BEFORE = "前期 前夕 前往 前端 前后=每月5日前后"
_SUFFIXES = (
    Sign("前后", "suffix", "8月31日前后", "左右"),
    Sign("前", "suffix", "8月前", others=_BEFORE, frame="8月{}完成"),
    Sign("之前", "suffix", "8月之前", "前"),
    Sign("以前", "suffix", "8月以前", "前"),
    Sign("左右", "suffix", "8月31日左右", "左右"),
    Sign("上下", "suffix", "8月31日上下", "左右", others="上下半年", frame="8月31日{}总结"),
    Sign("期间", "suffix", "8月期间"),
    Sign("之间", "suffix", "3月至8月之间", "期间"),
    Sign("间", "suffix", "8月间", "期间", others="间接 间断 间隔", frame="8月{}完成"),
    Sign("之内", "suffix", "8月1日之内", "内"),
    Sign("以内", "suffix", "8月1日以内", "内"),
    Sign("内", "suffix", "8月1日内", others=_INSIDE, frame="8月1日{}完成"),
    Sign("内", "within", "3日内完成", others=_WITHIN, frame="3日{}完成"),  # 3日内审查
    Sign("开始", "suffix", "8月开始", "起"),
    Sign("起", "suffix", "8月起", others="起草 起诉 起步 起重 起飞 起源 起点 起航", frame="8月{}完成"),
    Sign("之后", "suffix", "8月之后", "后"),
    Sign("以后", "suffix", "8月以后", "后"),
    Sign("后", "suffix", "8月后", others="后续 后期 后备 后勤 后台 后端 后评", frame="8月{}完成"),
    Sign("为止", "suffix", "8月31日为止", "止", others="为止血 为止损", frame="8月31日{}完成"),
    Sign("截止", "suffix", "8月31日截止", "止"),
    Sign("止", "suffix", "8月31日止", others="止血 止损", frame="8月31日{}完成"),
)  # fmt: skip

# What joins two dates: a list of them, or a range

_JOINTS = (
    Sign("、", "list", "6月、9月前"),
    Sign(",", "list", "6,9月底前", "、"),
    Sign("和", "list", "6月和9月前", "、"),
    Sign("以及", "list", "6月以及9月前", "、"),
    Sign("及", "list", "6月及9月前", "、"),
    Sign("与", "list", "6月与9月前", "、"),
    Sign("至", "range", "3月至8月", "-"),
    Sign("到", "range", "3月到8月", "-"),
    Sign("-", "dash", "3月-8月"),
    Sign("~", "dash", "3月~8月", "-"),
    Sign("—", "dash", "3月—8月", "-"),
    Sign("–", "dash", "3月–8月", "-"),
    Sign("―", "dash", "3月―8月", "-"),
)

# Units of time, where the same character begins another word

_UNITS = (
    Sign("年", "year", "2021年", others="年假", frame="2021{}期前"),
    Sign("年", "said-year", "今年", others="年轻", frame="今{}工业项目8月底前完成"),
    Sign("年", "each-year", "每年", others="年轻 年假", frame="每{}人3月底前"),
    Sign("份", "of-month", "8月份", others="份额", frame="8月{}完成"),
    Sign("季", "quarter", "每季", others="季节", frame="每{}性检查"),
    Sign("周", "week", "下周", others="周期 周边 周转 周岁 周年 周长", frame="下{}检查"),
    Sign("周", "each-week", "每周", others="周岁 周边 周期 周转", frame="每{}检查"),
    Sign("日", "each-day", "每日", others="日常", frame="每{}检查"),
    Sign("天", "each-day", "每天"),
    Sign("岁末", "years-end", "岁末前完成", others="岁末年初", frame="{}检查"),
    Sign("周二", "weekday", "8月31日周二", others="周二次 周二报 周二度", frame="8月31日{}"),
)  # fmt: skip

# The day of what returns

_RETURNING = (
    Sign("初", "each-month", "每月初", others="初步 初中 初级 初审 初稿 初验", frame="每月{}"),
    Sign("中", "each-month", "每月中", others="中期 中旬 中央", frame="每月{}"),
    Sign("终", "each-year", "每年终", others="终端 终身", frame="每年{}"),
    Sign("一", "each-week", "每周一前", frame="每周{}检查",
         others="一次 一轮 一个 一篇 一份 一期 一场 一条 一名 一项 一处 一家 一套 一遍 一回 一件 一批"),
    Sign("报", "once", "每周一报", others="报送", frame="每周一{}"),
    Sign("第一", "unread-day", "每月第一周", others="第一季", frame="每月{}度检查"),
)  # fmt: skip

# Figures, and what makes another number of them

_FIGURES = (
    Sign("2021-08", "iso", "2021-08完成", frame="建设{}项目年底前",
         others="2021-08年 2021-08月 2021-08旬 2021-08% 2021-08万 2021-08亿"),
    Sign("8.31", "month-and-day", "2021.8.1-8.31", frame="2021.8.1-{}",
         others="8.31年 8.31月 8.31% 8.31万 8.31亿"),
    Sign("2020", "bare-year", "整治2020", frame="整治{},8月底前",
         others="2020户 2020人 2020个 2020套 2020万 2020亿 2020项 2020家 2020名 2020亩 2020吨 2020米"
                " 2020元 2020公 2020株 2020辆 2020台 2020棵"),
    Sign("一", "numeral", "一天,8月底前", ends="统一 第一=8月底前,第一旬 唯一 同一 专一",
         behind="8月底前{}天"),
)  # fmt: skip

# An event that something precedes or follows

_EVENTS = (
    Sign("后", "event", "验收后10日内", ends="今后", behind="{}10日内"),
    Sign("后", "earlier-event", "验收后,10日内", ends="今后 然后 最后 此后", behind="{},10日内"),
    Sign(
        "前",
        "hanging",
        "8月底前启动,验收合格前完成",
        ends="目前 提前 面前",
        behind="8月底前完成,{}完成",
    ),
    Sign("前", "before-festival", "春节前", others="前期 前夕 前后", frame="春节{}完成"),
    Sign("前", "event", "投用前", ends="底前 末前 初前 中前 度前", behind="换{}"),
    Sign("前", "ago", "三个月前", ends="年前", behind="三{}"),
    Sign("年前", "event", "年前完成", behind="{}完成",
         ends="一年前 二年前 三年前 四年前 五年前 六年前 七年前 八年前 九年前 十年前 两年前 几年前 数年前"),
    Sign("节前", "event", "节前完成", behind="{}完成",
         ends="国庆节前=国庆节前夕完成 春节前=春节前夕完成 季节前"),
    Sign("会", "event", "会前完成", ends="社会 机会 协会", behind="8月底前完成{}前移工作"),
)  # fmt: skip

# Words that put a date in doubt, or tell what is done by it

_DOUBTS = (
    Sign("长期", "lasting", "要长期坚持", others="长期护理 长期以来", frame="{}的做法"),
    Sign("延长", "doubt", "8月底前,延长", others="延长线 延长段 延长路 延长工", frame="8月底前{}"),
    Sign("改", "doubt", "8月底前改为", ends="整改", behind="8月底前{}为"),
    Sign("改到", "doubt", "8月底前改到", others="改到位", frame="8月底前{}"),
    Sign("除", "doubt", "8月底前,除", others="除了 除四 除虫 除草 除险 除尘 除臭 除患", frame="8月底前{}",
         ends="免除 拆除 排除 消除 清除 解除 铲除", behind="8月底前完成{}"),
    Sign("如", "doubt", "8月底前,如", others="如期 如实 如约 如数 如下 如何", frame="8月底前{}",
         ends="例如 比如 譬如 诸如", behind="8月底前,{}三镇"),
    Sign("若", "doubt", "8月底前,若", others="若干", frame="8月底前{}"),
    Sign("或", "doubt", "8月底前,或", others="或许", frame="8月底前{}"),
    Sign("开工", "begins", "8月开工,12月底前完成", others="开工率 开工面 开工项",
         frame="8月{}检查,12月底前完成"),
    Sign("了", "told", "1-6月,完成了", others="了解 了如", frame="1-6月,{}"),
)  # fmt: skip

# Characters that begin a date, unless they end another word: there no date begins

_BEGINNINGS = (
    Sign("一", "ends-word", "统一月底前", behind="{}月底前",
         ends="万一 专一 之一 其一 几一 千一 单一 另一 合一 同一 唯一 归一 数一 某一 百一 第一 统一 逐一"),
    Sign("年", "ends-word", "百年底前", behind="{}底前",
         ends="万年 个年 几年 干年=计划在若干年内 千年 半年 少年=在青少年中开展 单年 历年 双年 号年 周年 多年 季年 学年 底年 度年 往年 按年 数年"
              " 整年 日年 月年 末年 百年 财年 近年 逐年 隔年 青年"),
    Sign("本", "ends-word", "每本月底前", ends="按本 每本", behind="{}月底前"),
    Sign("当", "ends-word", "每当月底前", ends="按当 每当", behind="{}月底前"),
    Sign("这", "ends-word", "每这月底前", ends="按这 每这", behind="{}月底前"),
    Sign("下", "ends-word", "每下月底前", ends="按下 每下", behind="{}月底前"),
    Sign("次", "ends-word", "逐次月底前", ends="按次 每次 逐次", behind="{}月底前"),
    Sign("上", "ends-word", "每上月底前", ends="按上 每上", behind="{}月底前"),
)  # fmt: skip

# The same where the text can be divided in two ways: 情况说明|年底, 情况说|明年底

_DIVIDED = (
    Sign("明", "divides", "情况说明年底前", behind="情况{}年底前报送",
         ends="三明 光明 发明 声明 指明 文明 昆明 查明 标明 注明 照明 申明 简明 表明 证明 说明 载明 透明 阐明 鲜明"),
    Sign("次", "divides", "首次月底前", behind="{}月底前报送",
         ends="再次 历次 多次 层次 届次 批次 某次 档次 此次 首次"),
    Sign("下", "divides", "线下月底前", ends="以下 名下 地下 旗下 线下 项下", behind="{}月底前"),
    Sign("来", "divides", "未来年底前", behind="{}年底前",
         ends="以来 历来 原来 后来 将来 年来 未来 本来 近来"),
    Sign("去", "divides", "过去年底前", ends="过去 除去", behind="{}年底前"),
)  # fmt: skip

# In front of 下周, 本月 and the like: one word more than is counted

_ONE_MORE = (
    Sign("再", "one-more", "再下周五前", others="再次", frame="{}月底前报送"),
    Sign("非", "one-more", "非本月底前"),
)

SIGNS = (
    *_EDGES, *_SUFFIXES, *_JOINTS, *_BEGINNINGS, *_DIVIDED, *_ONE_MORE, *_UNITS, *_RETURNING, *_FIGURES, *_EVENTS, *_DOUBTS,
)  # fmt: skip


@cache
def words(listed: str) -> tuple[str, ...]:
    """The words of a list, without the texts that prove them."""
    return tuple(word.partition("=")[0] for word in listed.split())


@cache
def of(does: str) -> tuple[Sign, ...]:
    """The signs that do one thing."""
    return tuple(sign for sign in SIGNS if sign.does == does)


def sign_at(text: str, at: int, does: str) -> Sign | None:
    """The sign of that part that stands at ``at``; None where none does."""
    for sign in _by_first_letter(does).get(text[at : at + 1], ()):
        if sign.stands_at(text, at):
            return sign
    return None


@cache
def _by_first_letter(does: str) -> dict[str, list[Sign]]:
    """The signs of that part in their order: at most places none of them begins."""
    found: dict[str, list[Sign]] = {}
    for sign in of(does):
        found.setdefault(sign.written[0], []).append(sign)
    return found


def is_another(written: str, does: str, text: str, end: int) -> bool:
    """Whether what stands right behind a sign, at ``end``, makes another word of it."""
    return not any(not sign.goes_on(text, end) for sign in _rows(written, does))


def _rows(written: str, does: str) -> list[Sign]:
    return [sign for sign in of(does) if sign.written == written]


def ends_another(text: str, at: int, does: str, before: str) -> bool:
    """Whether the sign at ``at``, with the character before it, is the end of another word."""
    word = before + text[at]
    return any(word in words(sign.ends) for sign in of(does) if sign.written == text[at])


def ends_with(text: str, at: int, does: str) -> bool:
    """Whether a sign of that part ends at ``at``, and begins no other word."""
    return any(
        text.endswith(sign.written, 0, at) and not sign.goes_on(text, at) for sign in of(does)
    )


def means(written: str, does: str) -> str:
    """What a sign of that part stands for; "" where none is written so."""
    return next((sign.meaning for sign in _rows(written, does)), "")


def meant(does: str, meaning: str) -> str:
    """Every spelling of one meaning, as alternatives of a pattern and without their other words."""
    return "|".join(sign.written for sign in of(does) if sign.meaning == meaning)


def one_of(does: str) -> str:
    """A pattern of any sign of that part, none of its other words."""
    return "|".join(map(_pattern, of(does)))


def dashes() -> str:
    """Every dash, as characters of a class."""
    return "-" + "".join(sign.written for sign in of("dash") if sign.written != "-")


_NEVER = "(?!)"  # of what is no sign


def pattern(written: str, does: str) -> str:
    """A pattern of one sign, none of its other words."""
    return "".join(map(_pattern, _rows(written, does))) or _NEVER


def unless(written: str, does: str) -> str:
    """A pattern of what must not follow a sign: it would make another word of it."""
    return "".join(map(_ahead, _rows(written, does))) if _rows(written, does) else _NEVER


def unless_behind(written: str, does: str) -> str:
    """A pattern of what must not precede a sign: the word would end with it."""
    return "".join(map(_behind, _rows(written, does))) if _rows(written, does) else _NEVER


def _pattern(sign: Sign) -> str:
    return _behind(sign) + re.escape(sign.written) + _ahead(sign)


def _ahead(sign: Sign) -> str:
    size = len(sign.written)
    others = [word[size:] for word in words(sign.others)]
    only = [word[size:] for word in words(sign.only)]
    wanted = f"(?={_any(only)})" if only else ""
    return wanted + (f"(?!{_any(others)})" if others else "")


def _behind(sign: Sign) -> str:
    before = [word.removesuffix(sign.written) for word in words(sign.ends)]
    singles = [one for one in before if len(one) == 1]
    longer = "".join(f"(?<!{re.escape(one)})" for one in before if len(one) > 1)
    after = "".join(f"(?<={one})" for one in words(sign.after))
    return after + longer + (f"(?<!{_any(singles)})" if singles else "")


def _any(ends: list[str]) -> str:
    """Alternatives; those of one character as a class, which takes less time to be compiled."""
    singles = "".join(re.escape(one) for one in ends if len(one) == 1 and one != "$")
    others = ["$" if one == "$" else re.escape(one) for one in ends if len(one) > 1 or one == "$"]
    return "|".join([*others, *([f"[{singles}]"] if singles else [])])
