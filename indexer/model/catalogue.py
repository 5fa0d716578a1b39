"""What an index was made from: source files, documents, and what could not be read.

>>> entry = describe("book", "book.txt", document)          # doctest: +SKIP
>>> entry.passages, entry.speeches                          # doctest: +SKIP
(285, 100)
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from indexer.value import value
from indexer.wording.said import said

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from indexer.model.documents import Document, Paragraph
    from indexer.text.dates import DateSpan

_MANY_UNREAD: Final = 3
"""From how many lines on that look like notes a file in which none was read is in doubt."""


@value(frozen=True, slots=True)
class SourceEntry:
    """A source file as it was when it was read.

    Attributes:
        path: relative to the seeds folder.
        sha256: of its content; empty where it could not be read.
        size: in bytes.
        mtime_ns: time of last modification, in nanoseconds since the epoch.
        ctime_ns: time of last change of the content or the status, in nanoseconds since the epoch.
        settled: whether both times were long enough ago for a later change to have another time.
    """

    path: str
    sha256: str
    size: int
    mtime_ns: int
    ctime_ns: int
    settled: bool


@value(frozen=True, slots=True)
class Failure:
    """A source file that could not be read, or not in full.

    Attributes:
        path: relative to the seeds folder.
        reason: what is wrong and what to do about it; it names the line where one is to blame.
    """

    path: str
    reason: str


@value(frozen=True, slots=True)
class Skipped:
    """Something below the seeds folder that is no source file.

    Attributes:
        path: relative to the seeds folder.
        reason: why it is passed over, in one line.
    """

    path: str
    reason: str


@value(frozen=True, slots=True, kw_only=True)
class DocumentEntry:
    """What an index was made from, of one document.

    Attributes:
        doc: its id.
        path: the source file, relative to the seeds folder.
        title: the headline or the title of the book, None where it is not known.
        kind: what kind of document it is, as in `Document`.
        date: the date of publication as far as it is known: `2021`, `2021-01` or `2021-01-18`.
        publisher: who published it.
        chapters: the number of chapters.
        speeches: the number of speeches that it quotes; they differ in title, speaker or date.
        passages: the number of attributed passages.
        paragraphs: the number of paragraphs of the text, without front matter and notes.
        front_matter: the number of paragraphs before the first passage of a compendium.
        first_date: the earliest date of attributed words.
        last_date: the latest date of attributed words.
        group: the name of the document inside a file that contains several.
        speaker: the person whose words it is, None where that is not known; also where all of its
            paragraphs, front matter and notes aside, are one person's words and none is quoted.
        speakers: the number of persons whose words it has.
        notes: the number of paragraphs that are notes of the editor.
        unread: the number of lines that look like notes and were not read.
        doubt: what it looks like and was not read as, and why; None where nothing is in doubt.
    """

    doc: str
    path: str
    title: str | None
    kind: str
    date: str | None
    publisher: str | None
    chapters: int
    speeches: int
    passages: int
    paragraphs: int
    front_matter: int
    first_date: datetime.date | None
    last_date: datetime.date | None
    group: str | None
    speaker: str | None = None
    speakers: int = 0
    notes: int = 0
    unread: int = 0
    doubt: str | None = None


@value(frozen=True, slots=True)
class Doubt:
    """A source file that looks like more than was understood of it.

    Attributes:
        path: relative to the seeds folder.
        reason: what it looks like and was not read as, and why, in one line.
    """

    path: str
    reason: str


@value(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What was understood of a collection.

    Attributes:
        documents: the number of documents.
        dated: the number of those of which a date is known, of publication or of attributed words.
        with_speaker: the number of those that say whose words they have.
        speeches: the number of speeches, counted in each document by itself.
        passages: the number of attributed passages.
        unread: the number of lines that look like notes and were not read.
        skipped: the number of files of which nothing is in the index.
        doubts: the files that look like more than was understood of them.
    """

    documents: int
    dated: int
    with_speaker: int
    speeches: int
    passages: int
    unread: int
    skipped: int
    doubts: tuple[Doubt, ...] = ()


@value(frozen=True, slots=True)
class Outline:
    """The part of a catalogue that nearly every command needs; all of it takes ten times as long.

    Attributes:
        commit: the name of the commit that it belongs to.
        sources: all source files, in the order of the collection.
        documents: the ids of the documents.
    """

    commit: str
    sources: tuple[SourceEntry, ...]
    documents: tuple[str, ...]


@value(frozen=True, slots=True)
class Catalogue:
    """What an index was made from.

    Attributes:
        commit: the name of the commit that it belongs to.
        sources: the source files.
        failed: what could not be read.
        documents: the documents, in the order of the collection.
    """

    commit: str
    sources: tuple[SourceEntry, ...]
    failed: tuple[Failure, ...]
    documents: tuple[DocumentEntry, ...]

    def understanding(self, skipped: Iterable[Skipped] = ()) -> Understanding:
        """What was understood of the documents.

        Args:
            skipped: what lies below the seeds folder and is no source file.
        """
        read = {entry.path for entry in self.documents}
        left_out = {one.path for one in skipped} | {one.path for one in self.failed} - read
        return Understanding(
            documents=len(self.documents),
            dated=sum(bool(entry.date or entry.first_date) for entry in self.documents),
            with_speaker=sum(bool(entry.speaker or entry.speakers) for entry in self.documents),
            speeches=sum(entry.speeches for entry in self.documents),
            passages=sum(entry.passages for entry in self.documents),
            unread=sum(entry.unread for entry in self.documents),
            skipped=len(left_out),
            doubts=tuple(self._doubts()),
        )

    def _doubts(self) -> Iterator[Doubt]:
        """The files of which a document is in doubt, or no note was read though several look so."""
        for path, entries in groupby(self.documents, key=attrgetter("path")):
            of_file = list(entries)
            reasons = dict.fromkeys(entry.doubt for entry in of_file if entry.doubt)
            unread = sum(entry.unread for entry in of_file)
            if unread >= _MANY_UNREAD and not any(entry.passages for entry in of_file):
                reasons[said("reading.notes_unread", count=unread)] = None
            for reason in reasons:
                yield Doubt(path, reason)


def describe(doc: str, path: str, document: Document) -> DocumentEntry:
    """The entry of a document that has the id `doc` and comes from the file `path`."""
    paragraphs = [paragraph for paragraph in document.paragraphs if paragraph.role != "note"]
    attributed = [paragraph for paragraph in paragraphs if paragraph.speech is not None]
    spans = [paragraph.date for paragraph in attributed if paragraph.date is not None]
    speakers = {paragraph.speaker for paragraph in paragraphs} - {None}
    front_matter = sum(paragraph.passage == 0 for paragraph in paragraphs)
    return DocumentEntry(
        doc=doc,
        path=path,
        title=document.title,
        kind=document.kind,
        date=None if document.date is None else known_part(document.date),
        publisher=document.publisher,
        chapters=len({paragraph.chapter for paragraph in paragraphs} - {None}),
        speeches=number_of_speeches(((one.speech, one.date), one.speaker) for one in attributed),
        passages=len({one.passage for one in paragraphs if one.role in ("speech", "quotation")}),
        paragraphs=len(paragraphs) - front_matter,
        front_matter=front_matter,
        first_date=min((span.first for span in spans), default=None),
        last_date=max((span.last for span in spans), default=None),
        group=document.group,
        speaker=document.speaker or _only_speaker(paragraphs),
        speakers=len(speakers),
        notes=len(document.paragraphs) - len(paragraphs),
        unread=document.unread,
        doubt=document.doubt,
    )


def number_of_speeches(said: Iterable[tuple[Hashable, Hashable | None]]) -> int:
    """How many speeches are told apart by title and date, and by speaker where several are named.

    Args:
        said: the title and the date of a speech, and who gave it, None where nothing says who.
            Where one speaker alone is named for a title and a date, what names none is that speech.

    >>> number_of_speeches([("讲话", "甲"), ("讲话", None), ("贺信", None)])
    2
    """
    speakers: defaultdict[Hashable, set[Hashable | None]] = defaultdict(set)
    for speech, speaker in said:
        speakers[speech].add(speaker)
    return sum(len(named) - (None in named and len(named) == 2) for named in speakers.values())


def _only_speaker(paragraphs: Iterable[Paragraph]) -> str | None:
    """The person whose words all paragraphs are, front matter aside.

    An article that quotes one person is not that person's.
    """
    own = [paragraph for paragraph in paragraphs if paragraph.passage]
    if not own or any(one.role == "quotation" or one.speaker != own[0].speaker for one in own):
        return None
    return own[0].speaker


def known_part(span: DateSpan) -> str:
    """The first day of `span` in ISO 8601, as far as it is known: a month alone is `2021-01`."""
    return span.first.isoformat()[: {"year": 4, "month": 7, "day": 10}[span.precision]]
