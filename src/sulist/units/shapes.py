"""What kind of name a stretch of text is, by its shape alone: questions, no changes.

Every function takes folded text (``Stretch.key``).
"""

from __future__ import annotations

from functools import lru_cache

from sulist.units import vocabulary
from sulist.units.folded import without_brackets

_PARTY_SEATS = tuple(f"{ruler}委" for ruler in vocabulary.RULERS)
_OF_TOWNS = frozenset("乡镇街（")
_COUNTED = ("省", "区", "县", "镇", "乡", "街道", "园区")
_MARKLESS_SCOPES = tuple(  # those that what follows them may make a scope
    scope
    for scope in (*sorted(vocabulary.BARE_SCOPES), *vocabulary.BELONGING)
    if scope not in vocabulary.LEVELS
)
_ENDS_OF_LEVELS = frozenset(vocabulary.LEVELS + "级）")
_OPENED = dict.fromkeys(map(ord, "（）、，/和及"))
# No text without one of these letters holds one of the words: most names are told by that.
_IN_QUANTIFIERS = frozenset(word[0] for word in vocabulary.QUANTIFIERS)
_IN_BY_CASE = frozenset(word[0] for word in vocabulary.BY_CASE)
_IN_DUTIES = frozenset(word[0] for word in vocabulary.DUTY_OF)
_IN_LEVELS = frozenset(vocabulary.LEVELS)
_CONNECTORS = "和与及"
_IN_KINDS = frozenset("".join((_CONNECTORS, *vocabulary.KINDS)))
_SPELLING_KINDS = _IN_KINDS.union("（）、，/")
_IN_FUNCTIONS = frozenset("".join((_CONNECTORS, *vocabulary.FUNCTIONS)))


class Collective:
    """The anatomy of a collective: 区直 + 有关 + 部门."""

    __slots__ = ("noun", "quantifier", "scope")

    def __init__(self, scope: str, quantifier: str, noun: str) -> None:
        self.scope = scope
        self.quantifier = quantifier
        self.noun = noun

    @property
    def how_many(self) -> str:
        """Whether it is about "all" or "some" of them."""
        if self.quantifier:
            return "all" if vocabulary.SOME.isdisjoint(self.quantifier) else "some"
        whole = self.scope + self.noun
        return "some" if any(word in whole for word in vocabulary.BY_CASE) else "all"


@lru_cache(maxsize=4096)
def is_complete(key: str) -> bool:
    """Whether ``key`` ends as the name of a unit does."""
    base = without_brackets(key)
    if (
        len(base) < 2
        or not vocabulary.NOT_ORGANS.isdisjoint((base, base.lstrip(vocabulary.LEVELS)))
        or base.endswith(vocabulary.NOT_ORGAN_ENDINGS)
    ):
        return base.endswith(vocabulary.STILL_ORGANS)
    return base[-1] in vocabulary.ORGAN_LETTERS or base.endswith(vocabulary.ORGANS)


@lru_cache(maxsize=8192)
def speaks_of_duty(key: str) -> bool:
    """Whether a word for a duty is in ``key``: 牵头, 负责; but it may be in a name too."""
    return not _IN_DUTIES.isdisjoint(key) and any(map(key.__contains__, vocabulary.DUTY_OF))


@lru_cache(maxsize=4096)
def is_scope(key: str) -> bool:
    """Whether ``key`` is a scope and no unit: 区属, 驻区, 市直, 中省驻市, 省."""
    if key in vocabulary.BARE_SCOPES:
        return True
    if vocabulary.SCOPE_MARKS.isdisjoint(key) or key.startswith("驻马店") or is_kind(key):
        return False
    if key.startswith("驻") and len(key) <= 6:
        return key[-1] not in "办处厅" and not key.endswith(vocabulary.HEADS)
    if key[0] not in vocabulary.SCOPE_LETTERS:
        return False
    if vocabulary.SCOPE_LETTERS.issuperset(key):
        return True
    head, stationed, place = key.partition("驻" if "驻" in key else "在")  # 省在怀
    inside = vocabulary.SCOPE_LETTERS.issuperset(head)
    if stationed == "在":  # not 内在联系
        inside = head in vocabulary.BARE_SCOPES or head[-1:] in vocabulary.SCOPE_MARKS
    return bool(stationed) and inside and 1 <= len(place) <= 4 and not is_headed(place)


def is_headed(key: str) -> bool:
    """Whether ``key`` ends in a noun that no single unit is called by."""
    base = without_brackets(key)
    return base.endswith(vocabulary.HEADS) and not (
        len(base) == 3 and base[1:] in vocabulary.SECTIONS
    )


@lru_cache(maxsize=4096)
def is_kind(key: str) -> bool:
    """Whether ``key`` is only kinds of places: 镇, 乡（镇）, 县（市、区）, 镇街."""
    if key.endswith("）"):
        base = without_brackets(key)
    elif _SPELLING_KINDS.issuperset(key) and not key.endswith(vocabulary.NOT_KINDS):
        base = _plain(key)
    else:
        return False
    return _IN_KINDS.issuperset(base) and _spells(base, vocabulary.KINDS, longest=5)


@lru_cache(maxsize=4096)
def kind_seat(key: str) -> tuple[str, str] | None:
    """A kind of place and its seat, 区 + 人民政府 or 街道 + 办事处; None if it is not that."""
    if not key.endswith(vocabulary.KIND_SEATS):
        return None
    for seat in vocabulary.KIND_SEATS:
        kind = key.removesuffix(seat)
        if kind and kind != key and is_kind(kind):
            return kind, seat
    return None


def is_bare(key: str) -> bool:
    """Whether ``key`` is a noun for many that can take 各 from the collective before it."""
    base = without_brackets(key)
    return base in vocabulary.SHARING_NOUNS or is_kind(key) or kind_seat(key) is not None


def rule_together(party: str, government: str) -> bool:
    """Whether 党委和政府 or 党工委和管委会 of one place meet here: two names, the place written once."""
    if government == "管委会":
        return party.endswith("党工委")
    return government in vocabulary.GOVERNMENTS and party.endswith(_PARTY_SEATS)


def is_one_name(left: str, right: str) -> bool:
    """Whether ``left`` and ``right`` are one name though a mark or 和 stands between them.

    区、镇两级政府; 市委、市政府督查室, which belongs to both. But 市委、市政府办公室 are two.
    """
    of_levels = "级" in right and is_scope(left) and _counts_levels(right)
    if of_levels or (left.endswith("企") and right.startswith("事业单位")):
        return True  # 市直企、事业单位
    level, rest = level_of(right) if "政府" in right else ("", right)
    is_its_own = level != "" and left == level + "委" and rest.startswith("政府")
    return is_its_own and rest.removeprefix("政府") not in ("", "办", "办公室", "办公厅")


@lru_cache(maxsize=4096)
def collective(key: str) -> Collective | None:
    """The anatomy of ``key`` if it is about several units, else None."""
    at, word = _quantifier(key)
    if word:
        return Collective(key[:at], word, key[at + len(word) :])
    scope = _scope_of(key)
    if is_headed(key) or (is_kind(key) and len(_plain(key)) > 1):
        return Collective(scope, "", key[len(scope) :])
    if scope and key != scope and _is_noun(key[len(scope) :]):
        return Collective(scope, "", key[len(scope) :])
    if _belongs(key) or _picks_by_case(key):
        return Collective(key, "", "")
    if (seat := kind_seat(key)) and len(_plain(seat[0])) > 1 and seat[0] != "街道":
        return Collective("", "", key)
    return Collective("", "", key) if _is_counted(key) or _is_of_kinds(key) else None


def _quantifier(key: str) -> tuple[int, str]:
    """Where the quantifier of ``key`` stands, outside brackets, and which; ``""``: none."""
    if _IN_QUANTIFIERS.isdisjoint(key):
        return -1, ""
    outside, depth = "", 0
    for letter in key:
        depth += letter == "（"
        outside += "（" if depth else letter
        depth -= letter == "）"
    for word in vocabulary.QUANTIFIERS:
        at = outside.find(word)
        if (
            at >= 0
            and not key.startswith(vocabulary.NOT_QUANTIFIERS, at)
            and len(key) > at + len(word)
            and (word != vocabulary.PART or not at or is_scope(key[:at]))
        ):
            return at, word
    return -1, ""


def _scope_of(key: str) -> str:
    """The scope that ``key`` opens with, so long as something follows it."""
    if vocabulary.SCOPE_MARKS.isdisjoint(key[:9]) and not key.startswith(_MARKLESS_SCOPES):
        return ""
    scopes = [key[:end] for end in range(1, min(len(key), 9)) if _opens(key, key[:end])]
    known = [scope for scope in scopes if _is_noun(key[len(scope) :], certain=True)]
    return known[-1] if known else scopes[0] if scopes else ""


def _opens(key: str, scope: str) -> bool:
    if scope in vocabulary.LEVELS or scope[-1] == "驻" or key[len(scope)] in vocabulary.SCOPE_MARKS:
        return False
    return scope in vocabulary.BELONGING or is_scope(scope)


def _is_noun(key: str, *, certain: bool = False) -> bool:
    if (is_bare(key) and (len(key) > 1 or is_kind(key))) or key in vocabulary.HEADS:
        return True
    return not certain and (is_headed(key) or key in ("政府", "人民政府"))


def _belongs(key: str) -> bool:
    """市教育局直属学校, 区属中学: what belongs to a unit or a level is many."""
    if key[1:2] == "属" and key[0] in vocabulary.SCOPE_LETTERS and len(key) > 2:
        return True
    return any(_is_noun(key.partition(word)[2]) for word in vocabulary.BELONGING if word in key)


def _picks_by_case(key: str) -> bool:
    """属地, 项目所在地乡镇, 涉及的县区: which ones depends on the case."""
    if _IN_BY_CASE.isdisjoint(key):
        return False
    for word in vocabulary.BY_CASE:
        before, found, rest = key.partition(word)
        if found and len(before) <= 4 and _is_noun(rest.removeprefix("的") or "单位"):
            return True
    return False


def _plain(key: str) -> str:
    """``key`` with its brackets opened: 县（市、区） is 县市区."""
    return key.translate(_OPENED)


def as_level(key: str) -> str:
    """市 of 团市委, which is how that name is built; else nothing."""
    return key[1] if key[:1] == "团" and key[2:] == "委" and key[1] in vocabulary.LEVELS else ""


def _is_of_kinds(key: str) -> bool:
    """镇、村两级, 重点县（市、区）: several levels, or a place that may be of several kinds."""
    if "级" in key and ("级以上" in key or _counts_levels(key)):
        return key.endswith("级") or is_complete(key)
    level = level_of(key)[0]
    if level and level not in vocabulary.KINDS and is_kind(level):  # 县区教育局
        return True
    if key.endswith(vocabulary.OF_EACH) and of_kinds(key):
        return True
    inside = key.partition("（")[2].partition("）")[0]
    return "、" in inside and all(is_kind(word) for word in inside.split("、"))


def of_kinds(key: str) -> str:
    """卫生院 of 乡镇卫生院, 工作专班 of 区（县）工作专班: what places of several kinds have; else nothing."""
    for end in range(min(len(key) - 2, 9), 1, -1):
        head, rest = key[:end], key[end:]
        if head not in vocabulary.KINDS and is_kind(head) and not _OF_TOWNS.isdisjoint(head):
            goes_on = key.startswith(vocabulary.NOT_LEVELS, end - 1) or rest.startswith("企业")
            return "" if goes_on else rest  # not 县市 + 容
    return ""


def _counts_levels(key: str) -> bool:
    """两级, 三级."""
    return any(number + "级" in key for number in vocabulary.NUMERALS)


def _is_counted(key: str) -> bool:
    """Whether a number of places is in ``key``: 新六区大队, 三镇; not 二七区, 九江市."""
    if not key.isalpha():  # 18个乡镇, 全县3个派出所
        at = next((at for at, letter in enumerate(key) if letter.isdecimal()), len(key))
        counted = key[at:].lstrip("0123456789")
        if at < len(key) and kind_seat(counted) is not None:
            return True  # 沿江11省（市）人民政府
        if counted[:1] in ("个", "家") and (not at or may_be_counted_in(key[:at])):
            return is_bare(counted[1:]) or is_complete(counted[1:])
    if vocabulary.NUMERALS.isdisjoint(key):
        return False
    if key[0] in vocabulary.NUMERALS and key[1:2] in ("个", "家"):  # 三个开发区管委会
        return is_bare(key[2:]) or is_complete(key[2:])
    uncounted = key.translate(dict.fromkeys(map(ord, vocabulary.NUMERALS)))
    if key[0] in vocabulary.NUMERALS and kind_seat(uncounted) is not None:
        return True  # 五市人民政府, 三县两区人民政府
    for place, letter in enumerate(key):
        goes_on = place and (key[place - 1] in vocabulary.NUMERALS or key[place - 1] in "一第")
        if goes_on or letter not in vocabulary.NUMERALS:
            continue
        rest = key[place + 1 :].removeprefix("个").removeprefix("家")
        if rest.startswith(_COUNTED) and is_complete(key):
            return place > 0 or rest.startswith("区大队") or without_brackets(rest) in _COUNTED
    return False


def may_be_counted_in(head: str) -> bool:
    """全县, 市直, 湖边镇: where there may be 18个乡镇; not 新增."""
    return head[0] == "全" or is_scope(head) or is_complete(head)


@lru_cache(maxsize=4096)
def is_functional(key: str) -> bool:
    """Whether ``key`` is a bureau without its level: 工业和信息化厅, 市场监管局, 检察院."""
    base = without_brackets(key)
    if base in vocabulary.DOUBTFUL_ORGANS:
        return False
    if base in vocabulary.WHOLE_ORGANS or base in vocabulary.PARTY_ORGANS:
        return True
    if not base.endswith(vocabulary.BUREAU_ORGANS):
        return False
    return any(
        base.endswith(organ) and is_field(base.removesuffix(organ))
        for organ in vocabulary.BUREAU_ORGANS
    )


def is_field(key: str) -> bool:
    """Whether ``key`` is what bureaus are about, and no more: 教育, 市场监管."""
    return _IN_FUNCTIONS.issuperset(key) and _spells(key, vocabulary.FUNCTIONS, longest=6)


@lru_cache(maxsize=4096)
def level_of(key: str) -> tuple[str, str]:
    """The level that a bureau's name opens with, and the rest: 赣州市 + 财政局; else ("", …).

    The level may be shared with names that lack one. 省市场监管局 is 省 + 市场监管局, but
    市场监管局 alone has no level, nor has a national organ.
    """
    if key.startswith(vocabulary.CENTRAL) or is_functional(key):
        return "", key
    if as_level(key):
        return as_level(key), "团委"
    for end in range(1, min(len(key), 16)):
        if key[end - 1] not in _ENDS_OF_LEVELS:
            continue
        head, rest = key[:end], key[end:]
        if _is_level(head) and _is_governed(rest, head) and not _has_organ(head):
            return head, rest
    if key[:1] in _IN_LEVELS and not key.startswith(vocabulary.NOT_LEVELS):
        rest = key[1:]
        is_plain = (
            _IN_LEVELS.isdisjoint(rest) and not _quantifier(key)[1] and not _is_of_a_town(key)
        )
        if is_plain and rest.endswith(vocabulary.BUREAU_LETTERS) and is_complete(rest):
            return key[0], rest  # 区教委, 区党群部; not 市中区党群部
    return "", key


def party_level(key: str) -> str:
    """市委 of 市委组织部, 省委 of 省委网信办, 自治区党委 of 自治区党委统战部, else ""."""
    at = key.find("委")
    is_inside = 0 < at < len(key) - 1
    return key[: at + 1] if is_inside and key[at - 1] in vocabulary.RULERS else ""


def _is_level(head: str) -> bool:
    if head[-1] == "级":  # 市县两级
        return vocabulary.NUMERALS.union(vocabulary.LEVELS).issuperset(head[:-1])
    return head[-1] in vocabulary.LEVELS or (head[-1] == "）" and is_kind(head))


def _is_of_a_town(key: str) -> bool:
    """村建办, 村务监督办, 镇建办, 乡振办: a town's own offices, whose first letter is no level."""
    in_doubt = key[0] == "村" or (key[0] in "乡镇" and len(key) == 3)
    return in_doubt and not key.endswith("支部")


def _is_governed(rest: str, head: str) -> bool:
    return rest[0] != "（" and (
        (is_functional(rest) and (rest in vocabulary.WHOLE_ORGANS or not _is_of_villages(head)))
        or rest in ("委", "府办", "府办公室", "委办")
        or (
            rest.startswith(("委", "党委", "政府"))
            and is_complete(rest)
            and collective(rest) is None
        )
    )


def _is_of_villages(head: str) -> bool:
    """村, 村镇: no village has a bureau, so 村镇建设办 is the town's, and 村综治办 gives no level."""
    return "村" in head and is_kind(head)


def _has_organ(head: str) -> bool:
    return any(organ in head for organ in vocabulary.NO_LEVEL_WITHIN)


def _spells(text: str, lexicon: frozenset[str], longest: int) -> bool:
    """Whether ``text`` is a row of words of ``lexicon``, 和 and 与 between them allowed."""
    reached = {0}
    for start in range(len(text)):
        if start in reached:
            for end in range(start + 1, min(start + longest, len(text)) + 1):
                if _is_word(text, start, end, lexicon):
                    reached.add(end)
        elif start > max(reached):
            break
    return len(text) in reached and text != ""


def _is_word(text: str, start: int, end: int, lexicon: frozenset[str]) -> bool:
    word = text[start:end]
    return word in lexicon or (word in _CONNECTORS and start > 0 and end < len(text))
