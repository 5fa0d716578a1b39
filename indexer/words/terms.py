"""A folded paragraph in the three views that are indexed: words, characters, bigrams.

Words rank, characters decide: jieba cuts by context (不忘/初心, but 初心 alone 初/心), so
characters and bigrams decide what is found, and words only help to order it. What a query needs of
that is here and loads nothing; `analysis` cuts.
"""

from __future__ import annotations

MAX_WORD = 64
"""No longer word is indexed, in characters: what exceeds it is data, not language."""

RUN = r"\u4e00-\u9fd5a-zA-Z0-9+#&._%\-"
"""The characters of what jieba takes for one run, as a class of a pattern; others separate runs."""

BREAK = ""
"""A token that is no word and separates its neighbours."""

END = "\x00"
"""A token that ends a text."""


def is_word(text: str) -> bool:
    """Whether `text` can be indexed as a word: what contains no letter and no digit cannot."""
    return len(text) <= MAX_WORD and (text.isalnum() or any(map(str.isalnum, text)))


def bigrams(folded: str) -> list[str]:
    """Every two neighbouring characters of `folded`, in order, overlapping."""
    return [folded[at : at + 2] for at in range(len(folded) - 1)]
