"""The marks of Chinese text: which end a sentence or a clause, which quote, which bracket, …

Every set has its name here and nowhere else. A set of marks is a string of them, which is at once
the inside of a character class of a regular expression: what has a meaning there is placed where it
has none, so put nothing in front of it (`f"[{MARKS}x]"`, never `f"[x{MARKS}]"`).
Closing brackets that contain `]` are not for character classes.

Where a place needs other marks than the usual ones, it derives them by a set operation, with the
reason.

    >>> without(CLAUSE_ENDS, SENTENCE_ENDS)
    '，,；;：:'
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def without(marks: str, others: str) -> str:
    """The marks of one set that are not in another."""
    return "".join(mark for mark in marks if mark not in others)


# Ends of sentences and clauses, in text as it is written

FULL_WIDTH_ENDS: Final = "。！？"
"""What ends a sentence and nothing else. ASCII's ! and ? occur in addresses and names, too."""

SENTENCE_ENDS: Final = FULL_WIDTH_ENDS + "!?…"
"""What ends a sentence, an ellipsis included."""

PRINTED_ENDS: Final = SENTENCE_ENDS + "．｡"
"""What ends a line of a file at which a sentence ends: prints have these forms of 。, too. Inside a
line ．occurs in numbers."""

COLONS: Final = "：:"

CLAUSE_ENDS: Final = "，,；;" + COLONS + SENTENCE_ENDS
"""What ends a clause or a sentence."""

PAUSES: Final = CLAUSE_ENDS + "、"
"""Every mark at which a reader pauses. 、separates the items of a list and ends no clause."""

FULL_WIDTH_PAUSES: Final = "，。、；：？！"
"""Those that are as wide as a character, so that no blank is set beside them."""

SHARED_MARKS: Final = "“”‘’…—"
"""What Chinese and Latin text share: only the context shows how wide it is."""

FULL_WIDTH: Final[Mapping[int, int]] = str.maketrans("(),;", "（），；")
"""Half-width marks of an attribution to the full-width ones, for `str.translate`."""

# The same in folded text

FOLDED_SENTENCE_ENDS: Final = "。!?"
"""Folding makes ！？ to !?, and … to three of ASCII's full stops. These occur in numbers and names,
too, so an ellipsis ends no sentence there: the text before and after it is compared as one."""

FOLDED_CLAUSE_ENDS: Final = ",;:" + FOLDED_SENTENCE_ENDS
"""Folding makes ，；： to ASCII's marks."""

# Quotation marks

STRAIGHT: Final = '"'

STRAIGHT_DOUBLE: Final = STRAIGHT + "＂"
"""Straight ones, which may open or close."""

QUOTE_PAIRS: Final[Mapping[str, str]] = {"“": "”", "「": "」", "『": "』"}
"""What opens a quotation, to what closes it."""

SINGLE_OPENING: Final = "‘"
SINGLE_CLOSING: Final = "’"
"""Single marks are apart: this one is an apostrophe, too."""

OPENING_QUOTES: Final = "“「『"
CLOSING_QUOTES: Final = "”」』"

PRIME_QUOTES: Final[Mapping[str, str]] = {"〞": "〝", "〟": "〝"}
"""What closes a quotation in vertical print, to what opens it."""

DOUBLE_QUOTES: Final = "“”「」『』〝〞〟" + STRAIGHT_DOUBLE
"""Every mark that quotes and is no apostrophe."""

ANY_CLOSING_QUOTE: Final = CLOSING_QUOTES + "〞〟" + STRAIGHT_DOUBLE + SINGLE_CLOSING
"""What a quotation may end with."""

FOLDED_QUOTES: Final = "\"'‘’‚‛“”„‟«»‹›「」『』〝〞〟"
"""What folding makes to one mark: of all scripts, as texts quote each other's."""

# Brackets

ROUND_OPENING: Final = "(（"
ROUND_CLOSING: Final = ")）"
TITLE_OPENING: Final = "《〈"
TITLE_CLOSING: Final = "》〉"
CLOSING_BRACKETS: Final = ROUND_CLOSING + TITLE_CLOSING + "】〕］]"

TITLE_PAIRS: Final[Mapping[str, str]] = {"《": "》", "〈": "〉"}
BRACKET_PAIRS: Final[Mapping[str, str]] = {
    "（": "）",
    "(": ")",
    "【": "】",
    "〔": "〕",
    "［": "］",
    "[": "]",
}
"""What opens a bracket, to what closes it."""

# Dashes

DASHES: Final = "—―─"
"""A dash, of which two make a Chinese one. Recognised text has the other two for it."""

RANGE_MARKS: Final = "-－–—~～至"
"""What separates the ends of a range of days or pages."""

PAGE_RANGE_MARKS: Final = RANGE_MARKS + without(DASHES, RANGE_MARKS)
"""What separates the first page from the last: a dash of recognised text, too."""

FOLDED_RANGE_MARKS: Final = without(RANGE_MARKS, "－～至")
"""Narrow folding makes －～ to -~; in a text that is compared 至 is a word like others."""

MINUSES: Final = "-－"
"""The hyphen as it is typed in both widths; a dash is no minus."""

# Digits

HAN_DIGITS: Final = "〇一二三四五六七八九"
"""The Chinese digits; the place of each is its value."""

HAN_ZEROS: Final = "〇零"
"""Nothing, in years and in numbers."""

COUNTING_DIGITS: Final = without(HAN_DIGITS, HAN_ZEROS)
"""The digits before a unit."""

TENS: Final = "十百"
"""The units of small numbers: days, chapters, pages."""

# Blanks, and what separates texts

BLANKS: Final = " \t\u3000\xa0"
"""Blanks inside a line."""

BETWEEN_TEXTS: Final = "\n"
"""What separates texts that are searched at once. Folding never yields it, so no term
and no folded value contains it."""
