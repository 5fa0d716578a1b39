"""Numerals in one form, however they are written: 7亿 and 七亿, 10% and 百分之十, 二〇一七, 2017.

    >>> plain_figures("七亿人,百分之二十一点八"), plain_figures("7亿人,21.8%")
    ('700000000人,百分之21点8', '700000000人,百分之21点8')

What is not a numeral stays: 百姓, 亿万, 十四五, 统一 but for its 一, which is one everywhere.
"""

from __future__ import annotations

import re
from decimal import Decimal

from indexer.text.marks import COUNTING_DIGITS, HAN_DIGITS, HAN_ZEROS
from indexer.text.numerals import parse_numeral
from indexer.text.span import Span

_DIGITS = HAN_ZEROS + COUNTING_DIGITS
_SMALL, _LARGE = "十百千", "万亿"
_HAN = f"[{_DIGITS}{_SMALL}{_LARGE}]"
_ARABIC = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_FIGURE = re.compile(
    rf"(?P<part>百分之)?(?P<number>(?:(?:{_ARABIC})[{_SMALL}]?[{_LARGE}]+)*(?:{_ARABIC})"
    rf"[{_SMALL}]?[{_LARGE}]*"
    rf"|{_HAN}+(?:点[{_DIGITS}]+(?:[{_LARGE}]*))?)(?P<percent>%)?"
)
_HAS_DIGIT = re.compile(f"[0-9{_DIGITS}]")
_LARGEST = 24
"""Characters of a numeral, at most."""
_DIGIT = {digit: value for value, digit in enumerate(HAN_DIGITS)} | {"零": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def plain_figures(folded: str) -> str:
    """A folded text with its numerals in one form."""
    return _FIGURE.sub(_plain, folded)


def figure_at(folded: str, at: int) -> Span:
    """The span of the numeral at a place or beside it; empty if there is none."""
    for found in _FIGURE.finditer(folded, max(0, at - 2 * _LARGEST), at + 2 * _LARGEST):
        if found.start() <= at <= found.end():
            return found.span()
    return at, at


def splits_figure(folded: str, at: int) -> bool:
    """Whether a place is inside a numeral, or between it and its %."""
    first, last = figure_at(folded, at)
    return first < at < last


def with_whole_figures(folded: str, span: Span, room: Span) -> Span:
    """A span with all of the numerals of which it contains a part, as far as there is `room`: what
    agrees of 8亿 and 七亿 is not a word."""
    start, end = span
    first, after = figure_at(folded, start)
    if first < start < after:
        start = max(first, room[0])
    before, last = figure_at(folded, end)
    if before < end < last:
        end = min(last, room[1])
    return start, end


def _plain(found: re.Match[str]) -> str:
    """A numeral in the one form; as it is where it is not one."""
    number = found["number"]
    if len(number) > _LARGEST or not (found["part"] or _HAS_DIGIT.search(number)):
        return found[0]
    try:
        value = _value(number)
    except ValueError:
        return found[0]
    digits = f"{value.normalize():f}".replace(".", "点")
    return f"百分之{digits}" if found["part"] or found["percent"] else digits


def _value(number: str) -> Decimal:
    """The value of a numeral of either system.

    Raises:
        ValueError: it is not a numeral.
    """
    for unit, worth in (("亿", 10**8), ("万", 10**4)):
        high, found, low = number.rpartition(unit)
        if found:
            return _value(high) * worth + (_value(low.lstrip(HAN_ZEROS)) if low else 0)
    if "点" in number:
        whole, _, part = number.partition("点")
        return Decimal(f"{parse_numeral(whole)}.{''.join(str(_DIGIT[digit]) for digit in part)}")
    if number[:1].isascii() and number:
        unit = number[-1] if number[-1] in _UNITS else ""
        return Decimal(number.removesuffix(unit).replace(",", "")) * _UNITS.get(unit, 1)
    if (
        len(number) == 2
        and all(digit in _DIGIT for digit in number)
        and not {*number} & {*HAN_ZEROS}
    ):
        raise ValueError  # 七八 is seven or eight
    return Decimal(parse_numeral(number))
