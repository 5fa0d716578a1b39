"""The yardsticks, in a child process: a plain scan for one string, and difflib on some paragraphs.

The scan is `bytes.count` over the folded texts in UTF-8, which says how often one string stands in
them. `difflib.SequenceMatcher` tells what two texts share, the article and one paragraph; it is
asked about some paragraphs, as all of them would take long.
"""

from __future__ import annotations

import random
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Any

from traced.sentences import clauses_of
from traced.timing import timed

from indexer.text.folding import fold
from searcher.store import open_store

_STRINGS = 20
_SEED = 5


def measure(index: str, text: str, paragraphs: int) -> dict[str, Any]:
    """How many paragraphs there are, the times of scans for clauses of the article, and those of
    difflib for one paragraph each.

    Args:
        paragraphs: so many are compared by difflib.
    """
    store = open_store(Path(index))
    folded = "".join(piece for _, piece in store.texts.pieces()).encode()
    needles = [fold(clause).encode() for clause in clauses_of(text)[:_STRINGS]]
    folded.count(needles[0])
    scans = [timed(partial(folded.count, needle))[1] for needle in needles]
    article = fold(text)
    draw = random.Random(_SEED)
    compared = []
    for _ in range(paragraphs):
        paragraph = store.texts[draw.randrange(store.size)]
        compared.append(timed(partial(_share, article, paragraph))[1])
    return {"paragraphs": store.count, "scans": scans, "difflib": compared}


def _share(article: str, paragraph: str) -> int:
    """How many characters of the two agree, in order."""
    matcher = SequenceMatcher(None, article, paragraph, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())
