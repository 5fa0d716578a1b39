"""What an open searcher takes, in child processes: queries and tracing beside a yardstick, memory.

Every query is asked in several passes over all lists; what counts is the least of its times, which
others on the machine have spoilt least.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import orjson  # noqa: F401 (bare Python has the packages of a searcher, too)
from own_process import resident_bytes, time_ns

PASSES = 6
IN_A_ROW = 3
"""How often a query is asked in a row: the first time the processor has forgotten what it needs."""

ASKED = 10
"""The number of queries of each list that are asked before memory is looked at."""

TRACES = 9
_OF_YARDSTICK = 40
_CITED = 2_000
"""The number of paragraphs that may be cited, and of those that may be put between."""

_RARE = "\ue000"
"""A character of private use, which no text contains: to look for it goes through everything."""

Action = Callable[[], object]
Make = Callable[[Sequence[str]], Sequence[Action]]
"""What is timed of a query, of which there are the words or the form with a filter and without."""


class Yardstick:
    """A piece of work that never changes, beside which queries are timed.

    It takes about as long as a quick query and does what queries do, without any of lunshu's code:
    it goes through text, adds up and sorts arrays, and runs Python. So another processor, another
    Python or a busy moment changes both alike.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = "\n".join(texts)[:100_000]
        draw = np.random.default_rng(11)
        self._docs = np.sort(draw.choice(16_000, 4_000, replace=False))
        self._weights = draw.random(16_000)

    def work(self) -> float:
        """Do it once."""
        found = self._text.count(self._text[:1] + _RARE)
        scores = np.zeros(len(self._weights))
        for _ in range(6):
            scores[self._docs] += self._weights[self._docs] / (self._weights[self._docs] + 1.2)
        least = np.partition(scores, len(scores) - 10)[-10]
        best = np.flatnonzero(scores >= least)
        counts: dict[str, int] = {}
        for at in range(350):
            pair = self._text[at : at + 2]
            counts[pair] = counts.get(pair, 0) + 1
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return found + float(best[0]) + len(ordered[0][0])


def measure_queries(folder: str, lists: Sequence[str]) -> dict[str, dict[str, list[int]]]:
    """For each list the nanoseconds of each query: `ours`, the `yardstick`, and ours `without`
    its filter where it has one.
    """
    from searcher import open_index  # noqa: PLC0415 (bare Python does without)

    asked = json.loads(Path(folder, "queries.json").read_text("utf-8"))
    yardstick = Yardstick(_texts(folder)).work
    times: dict[str, list[list[list[int]]]] = {name: [] for name in lists}
    index = Path(folder, "index")
    makers = _makers_below_a_searcher(index)
    with open_index(index) as searcher:

        def search(forms: Sequence[str]) -> Sequence[Action]:
            return [partial(searcher.search, query, limit=10) for query in forms]

        for _ in range(PASSES + 1):
            for name in lists:
                make = makers.get(name, search)
                times[name].append(
                    [[_time(it) for it in (yardstick, *make(query))] for query in asked[name]]
                )
    return {name: _least(passes[1:]) for name, passes in times.items()}


def _makers_below_a_searcher(index: Path) -> dict[str, Make]:
    """How the lists are asked that leave out most of what a search does."""
    from searcher.language.parser import parse  # noqa: PLC0415
    from searcher.patterns import TimeBudget  # noqa: PLC0415
    from searcher.ranking.maxscore import Term, best  # noqa: PLC0415
    from searcher.store import open_store  # noqa: PLC0415
    from searcher.store.retrieval import Retrieval  # noqa: PLC0415

    store = open_store(index)

    def core(words: Sequence[str]) -> Sequence[Action]:
        return [partial(best, store, [Term("text", word) for word in words], 10)]

    def find(query: str) -> object:
        return Retrieval(store, TimeBudget(query, seconds=10)).evaluate(parse(query))

    return {"core": core, "finding": lambda forms: [partial(find, forms[0])]}


def _texts(folder: str) -> list[str]:
    texts: list[str] = json.loads(Path(folder, "cut.json").read_text("utf-8"))
    return texts


def _time(action: Action) -> int:
    return min(time_ns(action) for _ in range(IN_A_ROW))


def _least(passes: Sequence[Sequence[Sequence[int]]]) -> dict[str, list[int]]:
    """Of each query the least times over all passes."""
    least = [
        [min(times) for times in zip(*asked, strict=True)] for asked in zip(*passes, strict=True)
    ]
    columns = list(zip(*least, strict=True))
    return {
        name: list(column)
        for name, column in zip(("yardstick", "ours", "without"), columns, strict=False)
    }


def measure_memory(folder: str, *, searches: bool) -> int:
    """The bytes of a searcher that has answered, or of Python with its packages alone.

    Pages that it shares with others count as well: otherwise a second process that happens to have
    NumPy mapped would make bare Python look small.
    """
    lists = json.loads(Path(folder, "queries.json").read_text("utf-8"))
    if not searches:
        return resident_bytes()
    from searcher import open_index  # noqa: PLC0415

    with open_index(Path(folder, "index")) as searcher:
        for name, asked in lists.items():
            for query, *_ in asked[:ASKED] if name != "core" else ():
                searcher.search(query)
        return resident_bytes()


def measure_tracing(folder: str) -> dict[str, int]:
    """The nanoseconds of the `yardstick` and of tracing an article: the least of several, in turn.

    It cites paragraphs of the made-up corpus, in quotation marks and without, with slips and
    without them; between them are paragraphs with their characters reversed, of which hardly
    anything occurs elsewhere.

    Raises:
        RuntimeError: tracing finds less than half of what was cited: then its time says nothing.
    """
    import random  # noqa: PLC0415 (whose memory bare Python would have, too)

    from articles import Cited, citing  # noqa: PLC0415
    from queries import SEED  # noqa: PLC0415

    from searcher import open_index  # noqa: PLC0415

    texts = _texts(folder)
    cited = [Cited("", text) for text in texts[:_CITED]]
    prose = "".join(text[::-1] for text in texts[-_CITED:])
    article = citing("", cited, prose, random.Random(SEED))
    yardstick = Yardstick(texts).work
    theirs, ours = [], []
    with open_index(Path(folder, "index")) as searcher:
        trace = partial(searcher.trace, article.text, within="all")
        found = len(trace().quotations)
        if 2 * found < (article.cited or 0):
            raise RuntimeError(f"of {article.cited} paragraphs that were cited {found} were found")
        for _ in range(TRACES):
            theirs += [time_ns(yardstick) for _ in range(_OF_YARDSTICK)]
            ours.append(time_ns(trace))
    return {"yardstick": min(theirs), "ours": min(ours)}
