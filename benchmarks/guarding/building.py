"""Measures building, in a child process: what cutting words costs, and what all else does.

It leaves what others need: the folded texts, and the queries drawn from them. Everything but the
cutting is timed with all words at hand; jieba's own cutting is what it is compared with.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import jieba
from own_process import peak_bytes, reset_peak, steady_ns, time_ns
from queries import make_queries

from indexer import build_index
from indexer.model.report import Progress
from indexer.text.folding import fold_spelled
from indexer.words import analysis
from indexer.words.cut_texts import CutTexts, number_words

ROUNDS = 2
EVERY = 10
"""One text in this many is cut again and again to be timed; the rest costs as much."""

CHUNK = 250
"""The number of texts that are cut by one, then by the other."""

Cut = Callable[[Sequence[str]], object]


def measure(folder: str) -> dict[str, float]:
    """The times in seconds for the whole corpus, memory and text in bytes."""
    ground = Path(folder)
    lines = (ground / "seeds" / "corpus.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    size = sum(len(text.encode()) for text in texts)
    folded = [fold_spelled(text) for text in texts]
    del lines, texts
    ours = analysis.Cutter().cut
    words = ours(folded).of_each()
    (ground / "cut.json").write_text(json.dumps(folded, ensure_ascii=False), "utf-8")
    drawn = make_queries(list(zip(folded, words, strict=True)))
    (ground / "queries.json").write_text(json.dumps(drawn, ensure_ascii=False), "utf-8")

    sample = folded[::EVERY]
    chunks = [sample[at : at + CHUNK] for at in range(0, len(sample), CHUNK)]
    cutters: Mapping[str, Cut] = {"jieba": _plain_jieba(), "ours": ours}
    spent: dict[str, list[list[int]]] = {name: [] for name in cutters}
    rest: list[tuple[int, int]] = []
    memory = 0
    shared = SharedWords(dict(zip(folded, words, strict=True)).__getitem__)
    for turn in range(ROUNDS):
        passed: dict[str, list[int]] = {name: [] for name in cutters}
        for chunk in chunks:
            for name, cut_texts in cutters.items():
                passed[name].append(time_ns(partial(cut_texts, chunk)))
        for name, times in passed.items():
            spent[name].append(times)
        before = reset_peak()
        rest.append(shared.build(str(ground / "seeds"), str(ground / "aside")))
        if not turn:
            memory = peak_bytes() - before
    share = sum(map(len, sample)) / sum(map(len, folded))
    return {
        "jieba_s": _least(spent["jieba"]) / share / 1e9,
        "ours_s": _least(spent["ours"]) / share / 1e9,
        "read_s": min(read for read, _ in rest) / 1e9,
        "write_s": min(write for _, write in rest) / 1e9,
        "peak_bytes": memory,
        "text_bytes": size,
    }


def _plain_jieba() -> Cut:
    """jieba's precise mode as it comes, with a dictionary of its own."""
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return lambda texts: [tokenizer.lcut(text) for text in texts]


def _least(rounds: Sequence[Sequence[int]]) -> int:
    """The sum of what each chunk took at least."""
    return sum(min(times) for times in zip(*rounds, strict=True))


class SharedWords:
    """Takes the place of the cutter.

    Args:
        words: knows those of every folded text.
    """

    def __init__(self, words: Callable[[str], Sequence[str]]) -> None:
        self._words = words

    def build(self, seeds: str, index: str) -> tuple[int, int]:
        """Build the index anew, without cutting anything.

        Returns:
            The nanoseconds that passed up to the first record, and from there to the commit.
        """
        stages: dict[str, int] = {}

        def listen(progress: Progress) -> None:
            if progress.stage not in stages:
                stages[progress.stage] = steady_ns()

        shutil.rmtree(index, ignore_errors=True)
        real: Any = analysis.Cutter
        analysis.Cutter = self._as_cutter  # type: ignore[misc,assignment]
        started = steady_ns()
        try:
            build_index(seeds, index, progress=listen)
        finally:
            analysis.Cutter = real  # type: ignore[misc]
        return stages["cut"] - started, steady_ns() - stages["cut"]

    def _as_cutter(self, _whole: Iterable[str] = ()) -> SharedWords:
        return self

    def cut(self, texts: Sequence[str]) -> CutTexts:
        """The words of texts of the corpus."""
        return number_words(texts, self._words)
