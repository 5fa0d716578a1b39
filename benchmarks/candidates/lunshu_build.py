"""Building with lunshu: cutting alone, the three fields alone, and everything but cutting."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from serving import read_cut, serve, size_mb

from indexer import build_index
from indexer.model.report import Progress
from indexer.segments.postings import SLAB
from indexer.segments.tokens import bigram_postings, character_postings
from indexer.whoosh_codec.folder import WhooshFolder
from indexer.whoosh_codec.writer import ColumnIndexWriter
from indexer.words import analysis
from indexer.words.cut_texts import CutTexts, cut_postings, number_words


def cut_words(cut: str) -> dict[str, float]:
    """Cut the folded texts with jieba in this process, which is what the others leave out."""
    texts = [text for text, _ in read_cut(cut)]
    cutter = analysis.ByJieba()
    cutter.cut(texts[:1])  # which loads the dictionary
    started = time.perf_counter()
    cutter.cut(texts)
    return {"seconds": time.perf_counter() - started, "mb": 0}


def build_fields(cut: str, seeds: str, folder: str, times: int = 1) -> dict[str, float]:
    """The three indexed views of the text in an empty folder, and nothing else.

    Texts and words are read a slab at a time between the parts that count, so that memory does not
    hold them all.
    """
    del seeds  # nothing of them is needed but their words
    writer = ColumnIndexWriter(WhooshFolder(Path(folder), None))
    seconds = 0.0
    for slab in _slabs(read_cut(cut, times)):
        texts = [text for text, _ in slab]
        words_of = dict(slab)
        started = time.perf_counter()
        first, to = writer.extend(len(texts)), writer.builder
        words = number_words(texts, words_of.__getitem__)
        to.add_postings("text", cut_postings(words, first))
        to.set_lengths(first, "text", words.counts.tolist())
        to.add_postings("chars", character_postings(texts, first))
        to.set_lengths(first, "chars", list(map(len, texts)))
        to.add_postings("bigrams", bigram_postings(texts, first))
        to.set_lengths(first, "bigrams", [max(len(text) - 1, 0) for text in texts])
        seconds += time.perf_counter() - started
    started = time.perf_counter()
    writer.commit()
    return {"seconds": seconds + time.perf_counter() - started, "mb": size_mb(folder)}


def build_everything(cut: str, seeds: str, folder: str, times: int = 1) -> dict[str, float]:
    """The whole index of a seeds folder, with the shared words in the place of jieba's cutting.

    `seconds` run from the first record to the commit; `read_s` is reading the source files before;
    `peak_mb` is the most memory there was, and `words_mb` what of it the shared words took.
    """
    del times  # the seeds know
    before = _peak_mb()
    shared = _SharedWords(cut)
    words_mb = _peak_mb() - before
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
        "peak_mb": _peak_mb(),
        "words_mb": words_mb,
    }


class _SharedWords:
    """Stands for jieba: it knows the words of every text of the corpus.

    They are kept as one string a text, which takes a tenth of the memory; a text's words are new
    strings each time, as they are when jieba cuts.
    """

    def __init__(self, cut: str) -> None:
        self._words = {text: "\n".join(words) for text, words in read_cut(cut)}
        self._cutter = analysis.Cutter()
        self.missing = 0

    def as_cutter(self, _whole: Iterable[str] = ()) -> _SharedWords:
        """Itself; the corpus names no words that are never cut."""
        return self

    def cut(self, texts: Sequence[str]) -> CutTexts:
        """The words of each of `texts`."""
        return number_words(texts, self.words)

    def words(self, folded: str) -> Sequence[str]:
        """The words of a text."""
        words = self._words.get(folded)
        if words is None:
            self.missing += 1
            return self._cutter.words(folded)
        return words.split("\n") if words else []


def _slabs(
    paragraphs: Iterator[tuple[str, list[str]]],
) -> Iterator[Sequence[tuple[str, list[str]]]]:
    while slab := list(islice(paragraphs, SLAB)):
        yield slab


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


serve({"cut": cut_words, "build_fields": build_fields, "build_everything": build_everything})
