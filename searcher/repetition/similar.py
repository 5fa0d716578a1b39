"""The passages that share long runs of letters with one passage."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from indexer.segments.paged import Numbers
from indexer.text.marks import BETWEEN_TEXTS
from searcher.answers.search import check_limit
from searcher.browse.passages import parse_id
from searcher.engine.protocol import Collection, Texts
from searcher.language.filters import Filters, find_scope
from searcher.repetition.originals import original_runs, original_stretches
from searcher.repetition.results import Similar, Variant
from searcher.repetition.stretches import folded_stretches
from searcher.repetition.thresholds import checked_length
from searcher.textmatch.letters import letters_of
from searcher.textmatch.ngrams import HashTable, ngram_hashes, whole_ngrams
from searcher.textmatch.paragraphs import paragraph_of, wording_of
from searcher.textmatch.runs import Run, tiled_runs
from searcher.textmatch.scanned import Scanned, iter_lettered


def similar(
    collection: Collection,
    id_: str,
    *,
    min_length: int | None = None,
    limit: int | None = None,
    filters: Filters | None = None,
) -> Similar:
    """The paragraphs that share a long run of letters with what `id_` names.

    A paragraph is a variant of another exactly when that is one of it, with the same runs and the
    same similarity; what else the collection contains has no part in it.

    Args:
        id_: a paragraph, or a passage: then all of its paragraphs are asked about.
        min_length: the fewest letters of such a run; None for the usual number.
        limit: the most variants that are returned, the best first; None for all.
        filters: only paragraphs that satisfy these are variants; None for all.

    Raises:
        PassageIdError: `id_` names no passage, or several documents.
        OptionError: `min_length` or `limit` cannot be used.
    """
    started = time.perf_counter()
    length = checked_length(min_length)
    check_limit(limit)
    texts = collection.texts("all", filters)
    asked = _asked_paragraphs(collection, texts, id_)
    pairs = list(_pairs(texts, asked, length))
    concerned = np.array(sorted({*asked, *(pair.other for pair in pairs)}), np.int64)
    ordered = texts.by_date(concerned)
    rank = {doc: at for at, doc in enumerate(ordered.tolist())}
    pairs.sort(key=lambda pair: (-pair.shared, rank[pair.other], rank[pair.asked]))
    earliest = ordered[:1].compress(texts.are_dated(ordered[:1])) if pairs else ()
    return Similar(
        min_length=length,
        unattributed=find_scope(None, None, collection.roles()).unattributed,
        paragraphs=tuple(map(texts.record, asked)),
        first=next((texts.record(doc) for doc in earliest), None),
        total=len(pairs),
        variants=tuple(_variant(texts, pair) for pair in pairs[:limit]),
        took_ms=round((time.perf_counter() - started) * 1000, 3),
    )


def _asked_paragraphs(collection: Collection, texts: Texts, id_: str) -> list[int]:
    """The paragraph that `id_` names, or all those of the passage that it names, in order.

    Raises:
        PassageIdError: it names no passage, or several documents.
    """
    paragraphs = collection.passage(id_).paragraphs
    named = [one for one in paragraphs if one.alias == id_]
    if not named and (wanted := parse_id(id_).paragraph) is not None:
        named = [one for one in paragraphs if one.paragraph == wanted]
    return list(map(texts.number, named or paragraphs))


def find_candidates(texts: Scanned, folded: Iterable[str], length: int) -> Numbers:
    """The paragraphs in which a run of `length` letters of one of the texts occurs, sorted.

    There may be a few more, of which only the hashes agree. All texts are gone through once; the
    time grows with the collection and hardly with what is looked for.
    """
    codes = letters_of(BETWEEN_TEXTS.join(folded)).codes
    wanted = np.unique(ngram_hashes(codes, length)[whole_ngrams(codes, length)])
    if not len(wanted):
        return np.empty(0, np.int64)
    mask, table = texts.mask, HashTable(wanted)
    found = [np.empty(0, np.int64)]
    for piece in iter_lettered(texts.pieces(), mask):
        places, _ = table.find(ngram_hashes(piece.codes, length))
        docs = np.unique(piece.docs(places))
        found.append(docs[mask[docs]])
    return np.concatenate(found)


class _Pair(NamedTuple):
    """A paragraph that was asked about, another one, and what they share."""

    asked: int
    other: int
    runs: tuple[Run, ...]
    shared: int


def _pairs(texts: Texts, asked: Sequence[int], length: int) -> Iterator[_Pair]:
    wordings = [wording_of(texts.folded(doc)) for doc in asked]
    for other in find_candidates(texts, (each.folded for each in wordings), length).tolist():
        if other in asked:
            continue
        theirs = wording_of(texts.folded(other)).letters
        for doc, ours in zip(asked, wordings, strict=True):
            runs = tiled_runs(theirs, ours.letters, length)
            if runs:
                yield _Pair(doc, other, runs, sum(run.length for run in runs))


def _variant(texts: Texts, pair: _Pair) -> Variant:
    ours, theirs = paragraph_of(texts.record(pair.asked)), paragraph_of(texts.record(pair.other))
    letters = len(ours.wording.letters) + len(theirs.wording.letters)
    return Variant(
        **theirs.record.facts(),
        of=ours.record.id,
        similarity=round(2 * pair.shared / letters, 3),
        shared=pair.shared,
        runs=tuple(original_runs(pair.runs, theirs, ours)),
        stretches=tuple(
            original_stretches(
                folded_stretches(theirs.wording, ours.wording, pair.runs),
                theirs.folded,
                ours.folded,
            )
        ),
    )
