"""The text of a clause in the form in which it is compared with the index."""

from __future__ import annotations

from indexer.folding import fold
from indexer.invisible import without_invisible


def fold_asked(text: str) -> str:
    """`text` folded; what nobody sees in it is dropped, as it is from every source."""
    return fold(without_invisible(text))
