"""From records to documents: one record is one passage, `doc` groups them.

A record that is alone in its document, has several lines, and says nothing that is true of a single
passage only is read as a file of its text is. The records of a document need not be neighbours.
What is wrong with a field is a problem of the document that the record belongs to; what is no
record is a problem of the document before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from indexer.errors import SourceError
from indexer.facts.cleaning import with_apparatus
from indexer.facts.records.fields import ReadRecord, RecordReader
from indexer.facts.records.whole import Understand, WholeRecord, may_be_whole, read_whole
from indexer.formats.parting import has_parts, parted
from indexer.formats.records import Records
from indexer.memory import without_collecting
from indexer.model.documents import Document, Paragraph, Problem
from indexer.sources.source_text import check_pieces
from indexer.text.dates import DateSpan
from indexer.wording.said import said


def read_records(content: Records, understood: Understand) -> tuple[Document, ...]:
    """The documents that the records of a file make up.

    Args:
        content: the records.
        understood: reads the text of a record that is a whole document.

    Raises:
        SourceError: none of them is a record.
    """
    with without_collecting():  # a record has nothing in it that leads back to it
        groups, pieces = _grouped(content)
    path = content.path if len(groups) == 1 else ""
    documents: list[Document] = []
    for name, group in groups.items():
        if group.whole is None or group.passages > 1:
            documents.append(with_apparatus(group.document(name)))
            continue
        whole = read_whole(group.whole, content, path, understood)
        pieces += sum(len(one.paragraphs) for one in whole)
        check_pieces(content.path, pieces, "limits.paragraphs", content.limits)
        first, *others = whole
        problems = (*group.problems, *first.problems)
        documents += [replace(first, problems=problems), *others]
    return tuple(documents)


def _grouped(content: Records) -> tuple[dict[str | None, _Group], int]:
    """The records of a file by their document, and the number of their paragraphs.

    Raises:
        SourceError: none of them is a record, or they are too many.
    """
    groups: dict[str | None, _Group] = {}
    latest = unplaced = _Group()
    reader = RecordReader(content.zone, content.limits)
    pieces, most = 0, content.limits.pieces
    for one in content.records:
        try:
            record = reader.read(one)
        except ValueError as exc:
            latest.problems.append(Problem(str(exc), one.lines[0]))
            continue
        doc = record.shared.doc
        found = groups.get(doc)
        if found is None:
            found = groups[doc] = _Group(content.format)
            if not record.shared.single and may_be_whole(record.text):
                found.whole = WholeRecord(record, reader.stated(one), one.lines)
        latest = found
        pieces += latest.add(record, one.lines)
        if pieces > most:
            check_pieces(content.path, pieces, "limits.paragraphs", content.limits)
    if groups:
        next(iter(groups.values())).problems[:0] = unplaced.problems
    elif unplaced.problems:
        worst = unplaced.problems[0]
        reason = said("reading.no_record_read", reason=worst.reason)
        raise SourceError(content.path, reason, line=worst.line)
    return groups, pieces


@dataclass(slots=True)
class _Group:
    """The records of one document, while they are being collected."""

    format: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    passages: int = 0
    problems: list[Problem] = field(default_factory=list)
    titles: dict[str, int] = field(default_factory=dict)
    whole: WholeRecord | None = None
    """The first record, if it may be a whole document."""

    def add(self, record: ReadRecord, lines: tuple[int, int]) -> int:
        """Add the paragraphs of a record; returns their number."""
        shared = record.shared
        if shared.title and shared.title not in self.titles:
            self.titles[shared.title] = lines[0]
        if shared.problems or record.problems:
            reasons = (*record.problems, *shared.problems)
            self.problems.extend(Problem(reason, lines[0]) for reason in reasons)
        self.passages += 1
        number = 0
        for number, text in enumerate(_paragraph_texts(record.text), 1):
            self.paragraphs.append(
                Paragraph(
                    passage=self.passages,
                    number=number,
                    text=text,
                    lines=lines,
                    alias=record.alias,
                    **shared.facts,
                )
            )
        return number

    def document(self, name: str | None) -> Document:
        return Document(
            kind=self.format,
            title=next(iter(self.titles)) if len(self.titles) == 1 else None,
            paragraphs=tuple(self.paragraphs),
            date=self._published(),
            group=name,
            problems=(*self.problems, *self._disagreement(name)),
        )

    def _published(self) -> DateSpan | None:
        """The date that all records without a speech share."""
        published = [paragraph.date for paragraph in self.paragraphs if not paragraph.speech]
        first = published[0] if published else None
        shared = all(date is first or date == first for date in published)
        return first if shared else None

    def _disagreement(self, name: str | None) -> Iterator[Problem]:
        """A document has one title; which of several would be a guess."""
        if len(self.titles) > 1:
            count, second = len(self.titles), list(self.titles.values())[1]
            if name is None:
                yield Problem(said("reading.titles_without_doc", count=count), second)
            else:
                yield Problem(said("reading.titles", name=name, count=count), second)


def _paragraph_texts(text: str) -> Iterable[str]:
    """The paragraphs of a record's text, which is not blank, separated by blank lines; most have
    one line."""
    return _divided(text) if "\n" in text or has_parts(text) else (text,)


def _divided(text: str) -> Iterator[str]:
    lines: list[str] = []
    for line in text.split("\n"):
        if has_parts(line):
            for part in parted(line):
                lines += ["", part]
        else:
            lines.append(line)
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        if not blank:
            yield "\n".join(group).strip()
