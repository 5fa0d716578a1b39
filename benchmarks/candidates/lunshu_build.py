"""Building with lunshu, cutting not counted: the three fields alone, and everything."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from serving import read_cut, serve, size_mb

from indexer import analysis, build_index
from indexer.codec.writer import ColumnIndexWriter
from indexer.columns.postings import SLAB
from indexer.columns.tokens import bigram_postings, character_postings, word_postings
from indexer.report import Progress
from indexer.whoosh_folder import WhooshFolder


def build_fields(cut: str, seeds: str, folder: str) -> dict[str, float]:
    """The three indexed views of the text in an empty folder, and nothing else."""
    del seeds  # nothing of them is needed but their words
    paragraphs = list(read_cut(cut))
    started = time.perf_counter()
    writer = ColumnIndexWriter(WhooshFolder(Path(folder), None))
    for at in range(0, len(paragraphs), SLAB):
        texts = [text for text, _ in paragraphs[at : at + SLAB]]
        words = [words for _, words in paragraphs[at : at + SLAB]]
        first, to = writer.extend(len(texts)), writer.builder
        to.add_postings("text", word_postings(words, first))
        to.set_lengths(first, "text", list(map(len, words)))
        to.add_postings("chars", character_postings(texts, first))
        to.set_lengths(first, "chars", list(map(len, texts)))
        to.add_postings("bigrams", bigram_postings(texts, first))
        to.set_lengths(first, "bigrams", [max(len(text) - 1, 0) for text in texts])
    writer.commit()
    return {"seconds": time.perf_counter() - started, "mb": size_mb(folder)}


def build_everything(cut: str, seeds: str, folder: str) -> dict[str, float]:
    """The whole index of a seeds folder, with the shared words in the place of jieba's cutting.

    `seconds` run from the first record to the commit; `read_s` is reading the source files before.
    """
    shared = _SharedWords(cut)
    real, analysis.Cutter = analysis.Cutter, shared.as_cutter  # type: ignore[misc,assignment]
    stages: dict[str, float] = {}

    def listen(progress: Progress) -> None:
        stages.setdefault(progress.stage, time.perf_counter())

    try:
        started = time.perf_counter()
        report = build_index(seeds, folder, progress=listen)
        ended = time.perf_counter()
    finally:
        analysis.Cutter = real  # type: ignore[misc]
    return {
        "seconds": ended - stages["cut"],
        "read_s": stages["cut"] - started,
        "mb": size_mb(folder),
        "paragraphs": report.paragraphs,
        "cut anew": shared.missing,
    }


class _SharedWords:
    """Stands for jieba: it knows the words of every text of the corpus."""

    def __init__(self, cut: str) -> None:
        self._words = dict(read_cut(cut))
        self._cutter = analysis.Cutter()
        self.missing = 0

    def as_cutter(self, _whole: Iterable[str] = ()) -> _SharedWords:
        """Itself; the corpus names no words that are never cut."""
        return self

    def words(self, folded: str) -> Sequence[str]:
        """The words of a text."""
        words = self._words.get(folded)
        if words is None:
            self.missing += 1
            words = self._cutter.words(folded)
        return words


serve({"build_fields": build_fields, "build_everything": build_everything})
