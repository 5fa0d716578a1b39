"""Times tracing an article, in a child process, beside the yardstick.

The article cites paragraphs of the made-up corpus, in quotation marks and without, with slips and
without them; between them stand paragraphs from behind, of which hardly anything stands anywhere.
"""

from __future__ import annotations

import json
import random
from functools import partial
from pathlib import Path

from guarding.queries import SEED
from guarding.steady_clock import time_ns
from guarding.yardstick import Yardstick
from traced.articles import Cited, citing

from searcher import open_index

TIMES = 9
_OF_YARDSTICK = 40
_PARAGRAPHS = 2_000
"""So many are there to be cited, and to be put between."""


def measure(index: str, cut: str) -> dict[str, int]:
    """The nanoseconds of the `yardstick` and of `ours`: the least of several, in turn.

    Raises:
        RuntimeError: tracing finds less than half of what was cited: then its time says nothing.
    """
    texts = json.loads(Path(cut).read_text("utf-8"))
    cited = [Cited("", text) for text in texts[:_PARAGRAPHS]]
    prose = "".join(text[::-1] for text in texts[-_PARAGRAPHS:])
    article = citing("", cited, prose, random.Random(SEED))
    yardstick = Yardstick(texts).work
    theirs, ours = [], []
    with open_index(index) as searcher:
        trace = partial(searcher.trace, article.text, within="all")
        found = len(trace().quotations)
        if 2 * found < (article.cited or 0):
            raise RuntimeError(f"of {article.cited} paragraphs that were cited {found} were found")
        for _ in range(TIMES):
            theirs += [time_ns(yardstick) for _ in range(_OF_YARDSTICK)]
            ours.append(time_ns(trace))
    return {"yardstick": min(theirs), "ours": min(ours)}
