"""What was understood of one file: its documents, and what became of each block.

>>> inspection = inspect_file("a.txt")                           # doctest: +SKIP
>>> [block.text for block in inspection.documents[0].blocks if block.became == "unread"]
...                                                              # doctest: +SKIP
['转引自1976年4月6日《人民日报》']
"""

from __future__ import annotations

from indexer.model.documents import Problem, Understood
from indexer.text.dates import DateSpan
from indexer.value import value


@value(frozen=True, slots=True)
class FoundFact:
    """A fact about a whole document, and where it was found.

    Attributes:
        name: `title`, `subtitle`, `speaker`, `date`, `occasion` or `publisher`.
        value: what was understood.
        lines: the first and last physical line, from 1; None where it is not in the lines of the
            file, but in its name for instance.
    """

    name: str
    value: str
    lines: tuple[int, int] | None


@value(frozen=True, slots=True, kw_only=True)
class InspectedDocument:
    """What was understood of a document.

    Attributes:
        group: its name inside a file that contains several, else None.
        kind: what kind of document it is, as in `Document`.
        title: the headline or the title of the book.
        speaker: the person whose words the document is, or who wrote it.
        date: the date of the document.
        publisher: who published it.
        ground: why the whole document is a speech, letter or instruction; None where it is none.
        found: the facts about the document that stand in the file, with their lines.
        paragraphs: the number of paragraphs.
        speeches: the number of speeches that it quotes or is; they differ in title or date.
        passages: the number of attributed passages.
        unread: the number of lines that look like notes and were not read.
        doubt: what it looks like and was not read as, and why; None where nothing is in doubt.
        blocks: what became of each block, in file order. Paragraphs that were joined from several
            blocks are one.
    """

    group: str | None
    kind: str
    title: str | None
    speaker: str | None
    date: DateSpan | None
    publisher: str | None
    ground: str | None
    found: tuple[FoundFact, ...]
    paragraphs: int
    speeches: int
    passages: int
    unread: int
    doubt: str | None
    blocks: tuple[Understood, ...]


@value(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What was understood of a file.

    Attributes:
        path: the file, as it was named.
        format: the format that it was read as.
        documents: what it contains, in file order.
        ignored: of a file of records, the names of fields that are not read, sorted, each as
            `(name, number of records)`.
        problems: what could not be read as it should be.
    """

    path: str
    format: str
    documents: tuple[InspectedDocument, ...]
    ignored: tuple[tuple[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()
