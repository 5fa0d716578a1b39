"""The deep check of an index: all of its files against their checksums, and against what they mean.

Checksums show what an accident has changed. That the content makes sense, and that what follows
from the texts does follow from them, also shows what a stranger has made to look right.

    >>> verify_index(folder, read_manifest(folder))              # doctest: +SKIP
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from indexer.commits.catalogues import BuiltIndex, read_built, read_catalogue
from indexer.commits.faults import corrupt_index, unreadable_index
from indexer.commits.generations import catalogue_name, manifest_name, newest_generation
from indexer.commits.manifest import Manifest, SegmentEntry, check_files
from indexer.commits.segment_files import SegmentFiles, open_segment_files
from indexer.errors import IndexStoreError
from indexer.model.fields import SEARCHED, VALUES
from indexer.model.records import Record
from indexer.segments.batches import Batch, bigram_postings, character_postings
from indexer.segments.blocks import BlockFileError
from indexer.segments.building import AT_ONCE, renumbered
from indexer.segments.postings import MOST, SLAB, FieldPostings
from indexer.segments.record_columns import record_of
from indexer.segments.segment import Segment
from indexer.segments.strings import END
from indexer.text.folding import fold
from indexer.wording import say

_WORDS = "text"
"""The field of the words, which follow from the texts and from a dictionary."""

_COUNTED: Mapping[str, Callable[[Sequence[str], int], Batch]] = {
    "chars": character_postings,
    "bigrams": bigram_postings,
}
"""The fields that follow from the texts alone, and what counts them."""


@dataclass(frozen=True, slots=True)
class _Expected:
    """What follows from the records of a segment.

    Attributes:
        live: the number of paragraphs that are not deleted, by the id of their document.
        values: the docset of each value, by field and value.
        folded: the folded texts.
    """

    live: Counter[str]
    values: Mapping[str, Mapping[str, Sequence[int]]]
    folded: Sequence[str]


def read_verified(folder: Path) -> BuiltIndex:
    """How the index in `folder` was built, when all of it has been read and compared.

    Where a commit removes the files meanwhile, the newer generation is read.

    Raises:
        IndexCorruptError: something is damaged; the message names the file.
        IndexStoreError: there is no index, or the operating system does not let us read it.
    """
    while True:
        built = read_built(folder)
        try:
            verify_index(folder, built.manifest)
        except IndexStoreError:
            if newest_generation(folder) == built.manifest.generation:
                raise
        else:
            return built


def verify_index(folder: Path, manifest: Manifest) -> None:
    """See that the index in `folder` is what was written and that its files agree.

    All of it is read, and every text is folded and counted again. Whoosh's table of contents is
    not looked at: it is for plain Whoosh alone, and nothing of ours depends on it.

    Raises:
        IndexCorruptError: something is damaged; the message names the file.
        IndexStoreError: the operating system does not let us read it.
    """
    check_files(folder, manifest)
    catalogue = read_catalogue(folder, manifest)
    live: Counter[str] = Counter()
    for entry in manifest.segments:
        try:
            live += _verify_segment(folder, manifest, entry)
        except BlockFileError as exc:
            raise corrupt_index(folder, str(exc)) from exc
        except OSError as exc:
            raise unreadable_index(folder, exc) from exc
    if live.total() != manifest.paragraphs:
        name = manifest_name(manifest.generation)
        raise corrupt_index(folder, say("damage.not_counted", name=name))
    documents = {
        entry.doc: entry.front_matter + entry.paragraphs + entry.notes
        for entry in catalogue.documents
    }
    if len(documents) != len(catalogue.documents) or live != Counter(documents):
        name = catalogue_name(manifest.generation)
        raise corrupt_index(folder, say("damage.not_listed", name=name))


def _verify_segment(folder: Path, manifest: Manifest, entry: SegmentEntry) -> Counter[str]:
    """The number of live paragraphs of each document of a segment, which is compared as a whole.

    Raises:
        BlockFileError: a file of it is damaged.
    """
    opened = open_segment_files(folder, manifest, entry)
    opened.segment.check()
    expected = verify_documents(opened)
    verify_postings(opened.segment, expected)
    return expected.live


def verify_documents(opened: SegmentFiles) -> _Expected:
    """Read all documents of a segment, and see that they make sense.

    Raises:
        BlockFileError: they do not.
    """
    segment = opened.segment
    live: Counter[str] = Counter()
    values: dict[str, dict[str, list[int]]] = {name: defaultdict(list) for name in VALUES}
    folded: list[str] = []
    for number in range(segment.size):
        record = _record(segment, number)
        folded.append(fold(record.text))
        if opened.deleted is None or not opened.deleted[number]:
            live[record.doc] += 1
        for name in VALUES:
            value = getattr(record, name)
            if value is not None:
                values[name][str(value)].append(number)
    _verify_texts(segment, folded)
    for name in SEARCHED:
        _verify_choices(segment, name)
    return _Expected(live, values, folded)


def _record(segment: Segment, number: int) -> Record:
    facts = segment.row(number)
    try:
        record = record_of(facts.get)
    except ValueError as exc:
        raise segment.damaged("stored") from exc
    dates = (record.date, record.date_end, record.date_precision, record.date_kind)
    first, last = record.lines or (1, 1)
    offsets = [offset for offset, _ in record.marks]
    if (
        not (record.span() or dates == (None,) * 4)
        or (record.date and record.date_end and record.date > record.date_end)
        or not 1 <= first <= last
        or sorted(offsets) != offsets
        or not all(0 <= offset <= len(record.text) for offset in offsets)
        or record.passage < 0
        or record.paragraph < 1
    ):
        raise segment.damaged("stored")
    return record


def _verify_texts(segment: Segment, folded: Sequence[str]) -> None:
    """See that the folded texts are those of the texts, and the lengths those of the folded."""
    everything = np.arange(segment.size)
    stored = segment.texts().read_each(everything)
    if not all(text.encode() + END == other for text, other in zip(folded, stored, strict=True)):
        raise segment.damaged("folded")
    sizes = [len(text) for text in folded]
    for view, expected in (("chars", sizes), ("bigrams", [max(size - 1, 0) for size in sizes])):
        lengths = segment.lengths(view)
        if lengths is None or lengths.tolist() != expected:
            raise segment.damaged(f"lengths/{view}")


def _verify_choices(segment: Segment, name: str) -> None:
    """See that the values of a column are sorted, and that their folded forms are theirs."""
    column = segment.choices(name)
    if column is None:
        return
    folded = segment.folded_choices(name)
    encoded, values = list(column.encoded), column.values()
    if (
        folded is None
        or encoded != sorted(set(encoded))
        or [folded[at] for at in range(len(folded))] != [fold(str(value)) for value in values]
    ):
        raise segment.damaged(f"values/{name}")


def verify_postings(segment: Segment, expected: _Expected) -> None:
    """See that the postings of a segment are those of its documents.

    Raises:
        BlockFileError: they are not.
    """
    for field in segment.fields():
        _postings(segment, field).check()
    _verify_words(segment)
    for field, count in _COUNTED.items():
        _verify_view(_postings(segment, field), expected.folded, count)
    for field, values in expected.values.items():
        if values or field in segment.fields():
            _verify_values(_postings(segment, field), values)


def _postings(segment: Segment, field: str) -> FieldPostings:
    postings = segment.postings(field)
    if postings is None:
        raise segment.lacking(field)
    return postings


def _verify_words(segment: Segment) -> None:
    """See that each text has as many words as its stored length."""
    postings, lengths = _postings(segment, _WORDS), segment.lengths(_WORDS)
    if lengths is None:
        raise postings.damaged()
    for low in range(0, segment.size, SLAB):
        slab = postings.slab(low // SLAB)
        known = lengths[low : low + SLAB]
        counted = np.bincount(slab.docs, slab.freqs, len(known))
        # A frequency over 255 is stored as 255, so there may be more words.
        more = np.bincount(slab.docs[slab.freqs == MOST], minlength=len(known)) > 0
        if (counted > known).any() or (counted[~more] != known[~more]).any():
            raise postings.damaged()


def _verify_view(
    postings: FieldPostings, folded: Sequence[str], count: Callable[[Sequence[str], int], Batch]
) -> None:
    """See that the postings of a field are those that `count` makes of the texts."""
    firsts = range(0, len(folded), AT_ONCE)
    for first, stored in zip(firsts, renumbered(postings, np.arange(len(folded))), strict=True):
        counted = count(folded[first : first + AT_ONCE], first)
        if not (
            list(stored.terms) == list(counted.terms)
            and np.array_equal(stored.sizes, counted.sizes)
            and np.array_equal(stored.docs, counted.docs)
            and np.array_equal(stored.freqs, counted.freqs.clip(1, MOST))
        ):
            raise postings.damaged()


def _verify_values(postings: FieldPostings, values: Mapping[str, Sequence[int]]) -> None:
    """See that the terms of a field are the values of the documents."""
    terms = sorted((value.encode(), docs) for value, docs in values.items())
    if list(postings.terms) != [term for term, _ in terms] or not all(
        postings.docs(at).tolist() == docs and (postings.frequencies(at) == 1).all()
        for at, (_, docs) in enumerate(terms)
    ):
        raise postings.damaged()
