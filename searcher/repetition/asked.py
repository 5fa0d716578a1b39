"""The paragraphs that an id names, by their numbers."""

from __future__ import annotations

from bisect import bisect_left

from searcher.ids import parse_id
from searcher.passages import find_passage
from searcher.store import Store


def asked_paragraphs(store: Store, id_: str) -> list[int]:
    """The paragraph that `id_` names, or all those of the passage that it names, in order.

    Raises:
        PassageIdError: it names no passage, or several documents.
    """
    paragraphs = find_passage(store, id_).paragraphs
    numbers = store.postings("doc", paragraphs[0].doc).docs.tolist()
    first = bisect_left(numbers, paragraphs[0].passage, key=lambda at: store.record(at).passage)
    named = [at for at, paragraph in enumerate(paragraphs, first) if paragraph.alias == id_]
    if not named and (wanted := parse_id(id_).paragraph) is not None:
        named = [at for at, one in enumerate(paragraphs, first) if one.paragraph == wanted]
    return [numbers[at] for at in named or range(first, first + len(paragraphs))]
