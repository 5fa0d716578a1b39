"""Where a sentence ends.

>>> ends_sentence("“这个会，我一直想开。”"), ends_sentence("亮利")
(True, False)
"""

from __future__ import annotations

from indexer.text.marks import (
    BLANKS,
    CLOSING_BRACKETS,
    CLOSING_QUOTES,
    PRINTED_ENDS,
    SINGLE_CLOSING,
    STRAIGHT,
)

_CLOSING = CLOSING_QUOTES + SINGLE_CLOSING + STRAIGHT + "'" + CLOSING_BRACKETS + BLANKS


def ends_sentence(text: str) -> bool:
    """Whether `text` ends in sentence-final punctuation; closing quotes and brackets may follow it.

    A full stop after a digit does not count: a break inside 9.89 looks the same.
    """
    bare = text.rstrip(_CLOSING)
    if bare.endswith("."):
        return not bare[-2:-1].isdigit()
    return bare[-1:] in PRINTED_ENDS and bare != ""
