"""What is done to a piece of text before it is read, compared or shown."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

from sulist.base.invisible import visible

# The half-width marks that text extraction leaves beside Chinese text, and what was printed.
_FULL_WIDTH = {"(": "（", ")": "）", ",": "，"}
# White space, and a joint of words, that nobody sees: a web page or a word processor leaves them.
_NO_WIDTH = {0x200B: " ", 0x2060: None, 0xAD: None}
_WIDTHS = "(（)）[〔]〕［〔］〕｛〔｝〕{〔}〕〖【〗】,，﹐，､、﹑、;；﹔；:：﹕：∶：｡。．.／/＋+<（＜（〈（‹（>）＞）〉）›）"  # typed → meant
_TRADITIONAL = (
    "區区縣县鎮镇鄉乡屬属駐驻單单門门關关務务辦办廳厅總总團团黨党員员會会處处協协責责領领導导頭头"
    "參参與与為为負负職职組组織织實实發发財财經经濟济貿贸農农業业資资環环衛卫審审計计統统質质監监"
    "國国際际統统規规劃划運运輸输鐵铁電电廣广視视聞闻應应級级機机構构開开園园學学醫医療疗藥药"
    "銀银體体動动據据數数設设備备檢检紀纪檔档庫库協协聯联婦妇殘残僑侨團团軍军隊队權权競竞爭争"
    "澤泽灣湾遼辽東东產产術术創创長长營营業业徵征購购糧粮儲储畜畜漁渔護护態态綠绿綜综執执"
    "決决書书館馆訪访調调離离緝缉稅税額额項项進进來来條条節节標标準准評评議议論论試试驗验誠诚"
    "編编幹干轄辖歸归併并號号問问題题個个時时現现對对後后雙双擁拥擴扩測测繪绘氣气災灾減减風风險险"
    "預预報报張张層层從从徑径復复愛爱戶户擔担斷断無无牽牵爲为遊游煙烟鹽盐傳传戰战優优郵邮網网證证廠厂場场臺台啟启眾众"
    "內内週周兩两間间堅坚續续終终結结緊紧儘尽盡尽適适隨随臨临過过當当這这於于將将達达確确訂订遲迟滿满禮礼"
    "曆历歷历貫贯徹彻穩稳陽阳勞劳慶庆兒儿師师歲岁暫暂緩缓變变順顺獲获見见輪轮屆届換换遞递幾几點点鐘钟"
    "萬万億亿擬拟須须請请給给齊齐銷销繼继階阶遷迁補补蓋盖畢毕陸陆較较強强績绩賬账帳账啓启衆众"
)
_SENTENCE_END = "。！？；"
# What people write where there is nothing to say, as whole texts: 无资金 is something. Strokes alone
# are it too (—, --, /, \\).
_NOTHING = "无 暂无 没有 暂没有 暂时没有 暂时无 尚无 目前无 目前暂无 目前没有 均无 略 无需协调 n/a na none nil"
_THERE_IS_NO = (
    "无 没有 暂无 暂没有 暂时无 暂时没有 尚无 目前无 目前暂无 目前没有 目前尚无 均无 "
    "不存在 暂不存在 目前不存在 均不存在 未发现 暂未发现 目前未发现 目前暂未发现"
)
_TROUBLE = (
    "问题 困难 存在问题 存在的问题 困难问题 困难和问题 问题和困难 困难与问题 问题与困难 困难及问题 问题及困难 "
    "困难、问题 问题、困难 任何问题 任何困难 其他问题 其它问题 明显问题 突出问题 具体问题 重大问题 需要协调的问题 "
    "需要解决的问题 需要协调解决的问题 需要研究解决的问题 需协调的问题 需解决的问题 需协调解决的问题 需研究解决的问题 "
    "需要协调的事项 需要协调解决的事项 需要协调事项 需协调事项 需协调解决的事项"
)
_STROKES = "-‐‑‒–—―−─/\\∕"
_NOTHING_BEGINS = frozenset("无暂没不略目尚均未nNｎＮ－／＼﹣﹘﹨" + _STROKES)
_LONGEST_NOTHING = 24  # characters, with a full stop and spaces
_ENDS_OF_WORDS = "。.；;，,！!"
# What points to another place, or to another time, instead of saying it.
_AS_BEFORE = frozenset(
    "同上 同前 同左 同下 同上月 同上期 同上次 同上周 同上季度 同上一期 同上一月 同上个月 同前期 同前次 见上 见上文 见上述 "
    "见上栏 见上行 见上表 见上条 见上期 见上次 见上月 见前 见前文 见前述 如上 如上述 如上所述 如前 如前述 如前所述 详见上 "
    "详见上文 详见上述 参见上文 与上相同 与上同 与前相同 与上月相同 与上期相同 与上次相同 与上月一致 和上月相同 "
    "ditto idem sameasabove sameasbefore asabove asbefore seeabove".split()
)
_LONGEST_AS_BEFORE = 20
# What holds a part of a sentence; of a straight quotation mark two are a pair.
_CLOSED_BY = dict(zip("“‘《〈（【「『〔〖［｛([{", "”’》〉）】」』〕〗］｝)]}", strict=True))
_STRAIGHT = "\"＂'＇"
_OPENINGS = frozenset(_STRAIGHT).union(_CLOSED_BY)
_SIGNS_OF_PAIRS = _OPENINGS.union(_CLOSED_BY.values())
_OTHER = frozenset(
    _WIDTHS[::2] + _TRADITIONAL[::2] + "０１２３４５６７８９"
)  # what ``simplified`` changes
_MOST_OPEN = 20  # at once; what was opened before that holds nothing


@lru_cache(4096)  # the units and deadlines of thousands of items are a few hundred cells
def clean_cell(printed: str) -> str:
    """A printed cell as ``clean_text`` makes it."""
    return clean_text(printed)


def clean_text(printed: str) -> str:
    """A printed text without the traces of its layout; the only change ever made to one.

    White space (also that of no width) goes unless both its neighbours are ASCII letters or
    digits, where one space stays; ``,``, ``(`` and ``)`` beside Chinese text become ``，``, ``（``
    and ``）``, of two brackets both or none.
    """
    if not printed.isprintable():
        printed = printed.translate(_NO_WIDTH)
    words = printed.split()
    joined = "".join(words[:1])
    for before, word in pairwise(words):
        joined += f" {word}" if _is_latin(before[-1]) and _is_latin(word[0]) else word
    return with_full_width(joined)


def is_clean(printed: str) -> bool:
    """Whether ``clean_cell`` has nothing to do, told at once; False does not mean that it has."""
    return printed.isprintable() and " " not in printed and not has_half_marks(printed)


def has_half_marks(printed: str) -> bool:
    """Whether a half-width comma or bracket stands in a text."""
    return "," in printed or "(" in printed or ")" in printed


def with_full_width(joined: str) -> str:
    """A cell without layout, its half-width marks as they were printed.

    A mark that becomes full-width tells how the one beside it was printed: 公园(3个),5G基站, 公园((A)二期),,路灯.
    So what was read once is read alike again.
    """
    if not has_half_marks(joined):
        return joined
    marks = list(joined)
    partners = _partners(joined)
    waiting = [at for at, mark in enumerate(marks) if mark in _FULL_WIDTH]
    while waiting:
        at = waiting.pop()
        for one in _full_with(marks, at, partners.get(at)):
            marks[one] = _FULL_WIDTH[marks[one]]
            near = range(max(one - 2, 0), min(one + 3, len(marks)))  # a space may stand between
            waiting += [other for other in near if marks[other] in _FULL_WIDTH]
    return "".join(marks)


def _full_with(marks: list[str], at: int, partner: int | None) -> list[int]:
    """The half-width marks that were printed full-width, of that at ``at`` and its partner: of a pair both or none."""
    if marks[at] == ",":
        return [at] if _is_beside(marks, at) else []
    if partner is None or marks[at] not in _FULL_WIDTH:
        return []
    half = [one for one in (at, partner) if marks[one] in _FULL_WIDTH]
    # A full-width one says how its partner was printed.
    return half if len(half) == 1 or all(_is_beside(marks, one) for one in half) else []


def _partners(text: str) -> dict[int, int]:
    """Where the partner of each bracket stands, of either width."""
    found: dict[int, int] = {}
    open_at: list[int] = []
    for at, mark in enumerate(text):
        if mark in "(（":
            open_at.append(at)
            del open_at[:-_MOST_OPEN]
        elif mark in ")）" and open_at:
            opening = open_at.pop()
            found[opening], found[at] = at, opening
    return found


def _is_beside(marks: list[str], at: int) -> bool:
    """Whether Chinese text stands on either side of the character at ``at``, perhaps behind a space."""
    before, after = marks[max(at - 2, 0) : at][::-1], marks[at + 1 : at + 3]
    return any(
        is_chinese(next((one for one in side if one != " "), " ")) for side in (before, after)
    )


def is_chinese(character: str) -> bool:
    """Whether ``character`` is an ideograph, or punctuation that stands among ideographs."""
    return (
        "\u3400" <= character <= "\u9fff"
        or "\u3001" <= character <= "\u303f"
        or "\uff01" <= character <= "\uff60"
        or character in "“”‘’…—·"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


@lru_cache(64)  # an item is asked for its name, and then for the rest
def first_sentence(text: str) -> tuple[str, str]:
    """The first sentence of ``text`` without its full stop, and what follows it.

    It does not end inside quotation marks, a title or brackets, where these are closed.
    """
    end = len(text)
    for mark in _SENTENCE_END:
        if (at := text.find(mark, 1, end)) > 0:
            end = at
    if end == len(text):
        return text, ""
    head = text[:end]
    if not _OPENINGS.isdisjoint(head) and not _closes_each(head) and _pairs(head)[1]:
        end = _end_outside(text)
    return text[:end], text[end + 1 :]


def _closes_each(text: str) -> bool:
    """Whether each sign that opens is closed by the next one, as nearly always."""
    signs = [sign for sign in text if sign in _SIGNS_OF_PAIRS]
    return signs[1::2] == [_CLOSED_BY.get(sign) for sign in signs[::2]]


def _end_outside(text: str) -> int:
    """Where the first sentence ends that ends outside of every pair."""
    start = 0
    for opening, closing in sorted(_pairs(text)[0]):
        if opening < start:
            continue  # inside a pair that is passed already
        if (end := _sentence_end(text, start, opening)) >= 0:
            return end
        start = closing
    end = _sentence_end(text, start, len(text))
    return end if end >= 0 else len(text)


def _sentence_end(text: str, start: int, stop: int) -> int:
    ends = [text.find(mark, max(start, 1), stop) for mark in _SENTENCE_END]
    return min((end for end in ends if end >= 0), default=-1)


def _pairs(text: str) -> tuple[list[tuple[int, int]], list[tuple[str, int]]]:
    """Where each quotation mark, bracket or title begins and ends; and what is not closed yet.

    What is never closed, or closed before it is opened, holds nothing.
    """
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []  # what would close it, and where it was opened
    for at in _signs_of_pairs(text):
        mark = text[at]
        wanted = [one for one, _at in waiting]
        if mark in _STRAIGHT and mark not in wanted:
            if not (at and _is_latin(text[at - 1])):  # an apostrophe
                waiting.append((mark, at))
        elif mark in wanted:
            last = len(wanted) - 1 - wanted[::-1].index(mark)
            found.append((waiting[last][1], at))
            del waiting[last:]
        elif mark in _CLOSED_BY:
            waiting.append((_CLOSED_BY[mark], at))
            del waiting[:-_MOST_OPEN]
    return found, waiting


def _signs_of_pairs(text: str) -> list[int]:
    """The places of what opens or closes a pair, in their order."""
    places = []
    for mark in _SIGNS_OF_PAIRS.intersection(text):  # of which a text has few, if any
        at = text.find(mark)
        while at >= 0:
            places.append(at)
            at = text.find(mark, at + 1)
    return sorted(places)


def fold(typed: str) -> str:
    """What a person typed, with its width, spaces and case made equal, for comparing only.

    Signs that nobody sees are left out.
    """
    return one_width(typed).casefold()


def one_width(text: str) -> str:
    """``text`` by NFKC, without white space and without signs that nobody sees."""
    import unicodedata  # most answers compare nothing that was typed

    return "".join(unicodedata.normalize("NFKC", visible(text)).split())


def simplified(text: str) -> str:
    """``text``, letter for letter, in simplified characters and full-width punctuation."""
    # Looking for such letters takes half the time of putting others in their place.
    return text if _OTHER.isdisjoint(text) else text.translate(_meant())


@cache
def _meant() -> dict[int, int]:
    digits = {0xFF10 + i: ord("0") + i for i in range(10)}
    return _pairs_of(_WIDTHS) | _simple_letters() | digits


def simple_letters(text: str) -> str:
    """``text``, letter for letter, in simplified characters; its punctuation stays."""
    return text.translate(_simple_letters())


@cache
def _simple_letters() -> dict[int, int]:
    return _pairs_of(_TRADITIONAL)


def _pairs_of(listed: str) -> dict[int, int]:
    return str.maketrans(listed[::2], listed[1::2])


def says_nothing(text: str) -> bool:
    """Whether a cell or an answer is empty, or says that there is nothing: 无, 暂无问题, 略, N/A, ——.

    Width, case, spaces and a full stop behind it do not matter. It is a matter of the whole text: what
    only begins so (无资金, 没有用地指标) says something.
    """
    word = text.strip()
    if not word or word[0] not in _NOTHING_BEGINS:  # as nearly every cell: no more is asked of it
        return not word
    if len(word) > _LONGEST_NOTHING:
        return False
    word = fold(word).rstrip(_ENDS_OF_WORDS)
    return word in _nothing() or not word.strip(_STROKES)


@cache
def _nothing() -> frozenset[str]:
    no_trouble = (no + trouble for no in _THERE_IS_NO.split() for trouble in _TROUBLE.split())
    return frozenset((*_NOTHING.split(), *no_trouble))


def what_it_says(text: str) -> str:
    """The text without the space around it; nothing where it says nothing."""
    return "" if says_nothing(text) else text.strip()


def says_as_before(text: str) -> bool:
    """Whether a text only points to another: 同上, 见上, 与上月相同. What that says is not known here."""
    if len(text) > _LONGEST_AS_BEFORE:
        return False
    return fold(text).strip('（）()“”"' + _ENDS_OF_WORDS) in _AS_BEFORE


def near(word: str, candidates: list[str], most: int = 3, least: float = 0.5) -> list[str]:
    """The candidates that ``word`` may be a slip for, closest first; ``least`` is how like they are, to 1."""
    return list(_near(word, tuple(candidates), most, least))


@lru_cache(1024)  # one slip is often made in thousands of places
def _near(word: str, candidates: tuple[str, ...], most: int, least: float) -> tuple[str, ...]:
    from difflib import get_close_matches

    return tuple(get_close_matches(word, candidates, most, least))
