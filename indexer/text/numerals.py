"""Numerals in either system: 12, １２, 十二, 二〇二一.

>>> parse_numeral("二十四"), parse_numeral("二O二一"), parse_numeral("12")
(24, 2021, 12)
"""

from __future__ import annotations

import unicodedata

from indexer.text.marks import COUNTING_DIGITS, HAN_DIGITS, HAN_ZEROS, TENS
from indexer.wording import say

HAN_NUMERAL = HAN_ZEROS + COUNTING_DIGITS + TENS
"""The characters of a small Chinese numeral, as the inside of a character class."""

DIGIT = "0-9０-９○OＯ" + HAN_ZEROS + COUNTING_DIGITS
"""A digit of either system, with the substitutes for 〇 in typed and recognised text."""

NUMERAL = DIGIT + TENS
"""The characters of a numeral of either system, as the inside of a character class."""

_DIGITS = {character: value for value, character in enumerate(HAN_DIGITS)}
_DIGITS |= {"零": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_ZEROS = str.maketrans("○O0", "〇〇〇")


def parse_numeral(text: str) -> int:
    """The whole number that `text` writes, up to 9999 in Chinese numerals.

    Inside a Chinese numeral the signs ○, O and 0 are zeros too.

    Raises:
        ValueError: `text` is not a numeral of one system.
    """
    plain = unicodedata.normalize("NFKC", text)
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if "○" in plain or not set(COUNTING_DIGITS).isdisjoint(plain):
        plain = plain.translate(_ZEROS)
    if plain and all(character in _DIGITS for character in plain):
        return int("".join(str(_DIGITS[character]) for character in plain))
    return _with_units(plain)


def _with_units(text: str) -> int:
    """The value of 二十四, 十, 一百零八: digits before units, units in descending order."""
    total, digit, lowest = 0, None, 10_000
    for character in text:
        if character in _UNITS and _UNITS[character] < lowest:
            lowest = _UNITS[character]
            total += lowest * (1 if digit is None else digit)
            digit = None
        elif character in _DIGITS and digit in (None, 0):
            digit = _DIGITS[character]
        else:
            raise ValueError(say("dates.no_numeral", text=text))
    if lowest == 10_000:
        raise ValueError(say("dates.no_numeral", text=text))
    return total + (digit or 0)
