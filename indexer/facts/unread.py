"""What looks like a note in a text that is no compendium, and was not read.

>>> content = Content(
...     format="markdown",
...     path="a.md",
...     blocks=(Block("核心技术。", (1, 1)), Block("《论甲》（2018年春讲）头版", (3, 3))),
... )
>>> [one.text for one in unread_notes(content, taken=())]
['《论甲》（2018年春讲）头版']
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from indexer.facts.heads.labels import FIRST_PRINTED
from indexer.facts.notes.likeness import names_source
from indexer.formats.blocks import Block, Content
from indexer.model.documents import Document, Understood
from indexer.wording.said import said


def with_unread(content: Content, documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents of a content, each with those of its lines that look like notes.

    What is an editor's note already is understood, and no attribution.
    """
    taken = [one for document in documents for one in document.understood]
    notes = {
        one.lines for document in documents for one in document.paragraphs if one.role == "note"
    }
    found = [one for one in unread_notes(content, taken) if one.lines not in notes]
    if not found:
        return tuple(documents)
    starts = [_first_line(document) for document in documents]
    of_documents: list[list[Understood]] = [[] for _ in documents]
    for one in found:
        line = one.lines[0] if one.lines else 0
        of_documents[max(0, bisect_right(starts, line) - 1)].append(one)
    return tuple(map(_with, documents, of_documents))


def _first_line(document: Document) -> int:
    """The line that a document of a volume begins on, its head included."""
    lines = [one.lines for one in document.understood]
    lines += [one.lines for one in document.paragraphs]
    return min((one[0] for one in lines if one), default=0)


def _with(document: Document, unread: Sequence[Understood]) -> Document:
    if not unread:
        return document
    return replace(
        document,
        understood=(*document.understood, *unread),
        unread=document.unread + sum(one.became == "unread" for one in unread),
    )


def unread_notes(content: Content, taken: Iterable[Understood]) -> Iterator[Understood]:
    """The lines of a content that look like notes.

    Args:
        content: the content.
        taken: what of it was understood otherwise: its head, its attributions.
    """
    known = {one.lines for one in taken}
    for block in content.blocks:
        for line in block.parts or (block,):
            if line.lines in known or not _looks(line):
                continue
            if printed := FIRST_PRINTED.fullmatch(line.text.strip()):
                yield Understood(
                    lines=line.lines,
                    text=line.text.strip(),
                    became="publication",
                    facts=(("publication", printed["print"]),),
                )
            else:
                yield Understood(
                    lines=line.lines,
                    text=line.text.strip(),
                    became="unread",
                    reason=said("reading.note_unread"),
                )


def _looks(line: Block) -> bool:
    return not line.level and line.form not in ("row", "code") and names_source(line.text)
