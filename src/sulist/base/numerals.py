"""Numbers as Chinese documents write them: 一, 十二, 二十, 二〇二一, and digits of any width."""

from __future__ import annotations

_DIGITS = {
    character: value
    for value, written in enumerate(
        ("〇零○Ｏ", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for character in written
}
_LONGEST = 15  # digits of the longest number that a list may print, a sum of money
_WEIGHTS = {"十": 10, "拾": 10, "百": 100}


def parse_number(written: str) -> int | None:
    """The value of ``written``, or None where it is not a number.

    Reads ``12``, ``１２``, ``十二``, ``二十``, ``一百零五`` and, digit by digit, ``二〇二一``.
    """
    if written.isdecimal():
        return parse_digits(written)
    if written and all(character in _DIGITS for character in written):
        return parse_digits("".join(str(_DIGITS[character]) for character in written))
    return _weighted(written)


def parse_digits(written: str) -> int | None:
    """The value of digits of any width; None for what has another sign, or no number of a list has.

    Python itself refuses to read some thousands of digits, and no ², which it calls a digit too.
    """
    return int(written) if written.isdecimal() and len(written) <= _LONGEST else None


def _weighted(written: str) -> int | None:
    total, digit, last_weight = 0, None, 1000
    for character in written:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        elif _WEIGHTS.get(character, last_weight) < last_weight:
            last_weight = _WEIGHTS[character]
            total += (1 if digit is None else digit) * last_weight
            digit = None
        else:
            return None
    return total + (digit or 0) if written and last_weight < 1000 else None


def to_chinese(number: int) -> str:
    """``number`` (1 to 99) as a heading counts: 一, 十, 十一, 二十."""
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else digits[tens] + "十"
    return head + (digits[ones] if ones else "")
