r"""A record that is a whole document: its text is read as that of a file is.

>>> may_be_whole("读书\n要先粗后细。"), may_be_whole("要先粗后细。"), may_be_whole("春\n夏")
(True, False, False)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace

from indexer.errors import SourceError
from indexer.facts.records.fields import ReadRecord
from indexer.facts.works.persons import is_body
from indexer.formats import read_text
from indexer.formats.blocks import Content, Stated
from indexer.formats.html.reader import is_html
from indexer.formats.parting import parted
from indexer.formats.records import Records
from indexer.model.documents import Document, Paragraph, Problem, Understood
from indexer.sources.source_text import SourceText
from indexer.text.dates import DateSpan

Understand = Callable[[Content], tuple[Document, ...]]
"""Returns the documents that a content is."""

_LONGEST_SHOWN = 200
"""Characters of a text that stands for many."""


def may_be_whole(text: str) -> bool:
    """Whether a text has several lines, one of which is a sentence, or is HTML."""
    lines = text.split("\n")
    if "<" in text and is_html(lines):
        return True
    parts = [part for line in lines if line.strip() for part in parted(line)]
    return len(parts) > 1 and any(map(is_body, parts))


@dataclass(frozen=True, slots=True)
class WholeRecord:
    """A record that is a whole document, if no other belongs to the same.

    Attributes:
        record: the record.
        stated: what it states about its text.
        lines: its first and last physical line, which everything in it has.
    """

    record: ReadRecord
    stated: Stated
    lines: tuple[int, int]


def read_whole(
    whole: WholeRecord, records: Records, path: str, understood: Understand
) -> tuple[Document, ...]:
    """The documents that the text of a record is.

    Args:
        whole: the record.
        records: the file.
        path: the path of which the name may say what the text is; empty where it may not.
        understood: reads a content.

    Raises:
        SourceError: the text has more pieces than a file may have.
    """
    record, lines = whole.record, whole.lines
    try:
        source = SourceText.from_text(path, record.text, records.zone, records.limits)
        content = read_text(source)
        content = replace(content, stated=_together(whole.stated, content.stated))
        documents = understood(content)
    except SourceError as exc:
        raise SourceError(records.path, exc.reason, line=lines[0]) from exc
    if len(documents) == 1:
        title, date = record.shared.title, record.shared.facts.get("date")
        documents = (_completed(documents[0], title, date),)
    return tuple(
        replace(
            document,
            kind=records.format if document.kind == content.format else document.kind,
            group="/".join(filter(None, (record.shared.doc, document.group))) or None,
            paragraphs=tuple(_placed(document, lines, record.alias if place == 0 else None)),
            problems=tuple(Problem(one.reason, lines[0]) for one in document.problems),
            understood=(
                *(replace(one, lines=lines) if one.lines else one for one in document.understood),
                *summary(document, lines, 1),
            ),
        )
        for place, document in enumerate(documents)
    )


def _together(first: Stated, second: Stated) -> Stated:
    """What either states; the first goes before the second."""
    told = {one.name: getattr(first, one.name) for one in fields(first)}
    return replace(second, **{name: value for name, value in told.items() if value is not None})


def _completed(document: Document, title: str | None, date: DateSpan | None) -> Document:
    """A document with what its record states, where its kind does not look at that."""
    if document.date is None and date is not None:
        document = replace(document, date=date)
        if document.kind != "compendium":  # where it is no date of any words
            paragraphs = tuple(
                replace(one, date=date, date_kind="publication")
                if one.role == "article" and one.date is None
                else one
                for one in document.paragraphs
            )
            document = replace(document, paragraphs=paragraphs)
    return replace(document, title=document.title or title)


def _placed(document: Document, lines: tuple[int, int], alias: str | None) -> Iterator[Paragraph]:
    """The paragraphs, all with the lines of the record; its id names the first passage."""
    first = document.paragraphs[0].passage if document.paragraphs else 0
    for one in document.paragraphs:
        yield replace(one, lines=lines, alias=alias if one.passage == first else None)


def summary(
    document: Document, lines: tuple[int, int] | None, records: int
) -> Iterator[Understood]:
    """What became of the text of records: one summary, as there may be very many."""
    if document.paragraphs:
        yield Understood(
            lines=lines,
            text=document.paragraphs[0].text[:_LONGEST_SHOWN],
            became="paragraph",
            facts=(("records", str(records)), ("paragraphs", str(len(document.paragraphs)))),
        )
