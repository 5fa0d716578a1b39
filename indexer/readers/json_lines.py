"""JSON Lines: one record a line, one passage a record.

Known fields are `text` (needed), `doc`, `title`, `date`, `speech`, `chapter`, `section`, `source`,
`pages` and `id`; others are ignored. `doc` groups records into documents, which need not stand
together. A line that is no record is a problem of the document it follows; a field that cannot
be read is one of the document it belongs to. The others are indexed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import orjson

from indexer.documents import DateKind, DateSpan, Document, Paragraph, Problem
from indexer.errors import SourceError
from indexer.readers.blocks import line_blocks
from indexer.readers.json_records import Record, RecordReader
from indexer.source_text import SourceText

_LOOKED_AT = 20


def recognises(source: SourceText) -> bool:
    """Whether most of the first lines begin like an object, and one of them is one.

    Where all of them are broken, the name decides whether they were meant to be.
    """
    numbered = zip(range(_LOOKED_AT), line_blocks(source.lines), strict=False)
    first = [block.text.strip() for _, block in numbered]
    opened = [line for line in first if line.startswith("{")]
    if 2 * len(opened) <= len(first):
        return False
    return source.path.lower().endswith((".jsonl", ".ndjson")) or any(map(_is_object, opened))


def parse(source: SourceText) -> tuple[Document, ...]:
    groups: dict[str | None, _Group] = {}
    latest = unplaced = _Group()
    reader = RecordReader(source.zone)
    for number, line in enumerate(source.lines, 1):
        if not line or line.isspace():
            continue
        try:
            record = reader.read(line)
        except ValueError as exc:
            latest.problems.append(Problem(str(exc), number))
            continue
        latest = groups.setdefault(record.doc, _Group())
        latest.add(record, number)
    if not groups:
        worst = unplaced.problems[0]
        raise SourceError(source.path, f"no record can be read: {worst.reason}", line=worst.line)
    next(iter(groups.values())).problems[:0] = unplaced.problems
    return tuple(group.document(name) for name, group in groups.items())


@dataclass(slots=True)
class _Group:
    """The records of one document, while they are being collected."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    titles: dict[str, int] = field(default_factory=dict)

    def add(self, record: Record, line: int) -> None:
        if record.title:
            self.titles.setdefault(record.title, line)
        self.problems.extend(Problem(reason, line) for reason in record.problems)
        attributed = record.speech is not None
        kind: DateKind = "speech" if attributed else "publication"
        self.paragraphs.append(
            Paragraph(
                passage=len(self.paragraphs) + 1,
                text=record.text,
                lines=(line, line),
                role="speech" if attributed else "article",
                chapter=record.chapter,
                chapter_no=record.chapter_no,
                section=record.section,
                speech=record.speech,
                date=record.date,
                date_kind=kind if record.date else None,
                source=record.source,
                pages=record.pages,
                alias=record.alias,
            )
        )

    def document(self, name: str | None) -> Document:
        return Document(
            kind="json-lines",
            title=next(iter(self.titles)) if len(self.titles) == 1 else None,
            paragraphs=tuple(self.paragraphs),
            date=self._published(),
            group=name,
            problems=(*self.problems, *self._disagreement(name)),
        )

    def _published(self) -> DateSpan | None:
        """The date that all records without a speech share."""
        dates = {paragraph.date for paragraph in self.paragraphs if not paragraph.speech}
        return dates.pop() if len(dates) == 1 else None

    def _disagreement(self, name: str | None) -> Iterator[Problem]:
        """A document has one title; which of several would be a guess."""
        if len(self.titles) > 1:
            where = "records without a doc" if name is None else f"the records of {name!r}"
            second = list(self.titles.values())[1]
            yield Problem(
                f"{where} have {len(self.titles)} titles; give each document a doc of its own",
                second,
            )


def _is_object(line: str) -> bool:
    try:
        return isinstance(orjson.loads(line), dict)
    except ValueError:
        return False
