"""What was understood of a file, for people: its head, then what became of each block.

    标题    在网络安全和信息化工作座谈会上的讲话（第1行）
    日期    2016-04-19（第3行）

      行    作    文字 → 所得
      1     标题  在网络安全和信息化工作座谈会上的讲话
      3     日期  （2016年4月19日）
                  → 日期 2016-04-19
      5–80  段    69 段正文：没有网络安全就没有国家安全，…
    ! 82    未读  转引自1976年4月6日《人民日报》
                  → 像出处，没有读懂

Of a file with several documents each has a heading, as short as that of a hit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from indexer.wording import listed, say
from searcher.render.reports.inspected_blocks import (
    BlockColumns,
    BlockRow,
    columns_of,
    head_line,
    row_lines,
    rows_of_blocks,
)
from searcher.render.text.dates import unknown_date, words_date
from searcher.render.text.faults import MOST_ALIKE, by_kind
from searcher.render.text.listing import kind_name
from searcher.render.text.provenance import date_fact, line_range
from searcher.render.typeset.characters import pad, text_width, visible
from searcher.render.typeset.page import Page, paint, painted_lines
from searcher.render.typeset.rows import GAP, Fact, heading_lines
from searcher.render.typeset.wrapping import wrapped

if TYPE_CHECKING:
    from indexer.model.documents import Problem
    from indexer.model.inspection import FoundFact, InspectedDocument, Inspection

_RECORDS: Final = "json-lines"
_MOST_OF_RECORDS: Final = 20
"""How many documents that records make up are shown; there may be as many as there are records."""

_HEAD: Final = ("title", "subtitle", "speaker", "date", "occasion", "publisher")
_ALWAYS: Final = ("title", "speaker", "date")
"""The facts of which it is also said that they are not known."""

_INDENT: Final = 4


def inspection_lines(inspection: Inspection, page: Page) -> Iterator[str]:
    """The lines of an inspection."""
    yield from painted_lines(visible(inspection.path), page, page.palette.heading)
    documents = inspection.documents
    is_one = len(documents) == 1 and documents[0].group is None
    known = _of_document(documents[0], inspection, page) if is_one else _of_file(inspection)
    yield from _labelled(chain(known, _remarks(inspection)), page)
    if inspection.format == _RECORDS:
        documents = documents[:_MOST_OF_RECORDS]
    rows = [list(rows_of_blocks(document.blocks)) for document in documents]
    columns = columns_of([row for of_document in rows for row in of_document])
    yield ""
    yield head_line(columns, page)
    for document, of_document in zip(documents, rows, strict=True):
        if not is_one:
            yield ""
            yield from _heading(document, page)
        yield from _row_lines(of_document, columns, page)
    left = len(inspection.documents) - len(documents)
    if left:
        yield ""
        rest = say("inspection.more_documents", count=left)
        yield from painted_lines(rest, page, page.palette.faint)


def _row_lines(rows: list[BlockRow], columns: BlockColumns, page: Page) -> Iterator[str]:
    for row in rows:
        yield from row_lines(row, columns, page)


def _heading(document: InspectedDocument, page: Page) -> Iterator[str]:
    """The heading of one of several documents: its name, its date, its title; below what else."""
    name = visible(document.group or "")
    facts = (Fact(name, text_width(name), page.palette.id), date_fact(_date(document), page))
    yield from heading_lines(facts, document.title or "", page, indent=_INDENT)
    speech = [_speech(document)] if document.ground is not None else []
    known = [document.speaker, document.publisher, *speech, _counts(document)]
    below = " · ".join(visible(fact) for fact in known if fact)
    yield from painted_lines(below, page, page.palette.faint, indent=_INDENT)
    unread = say("inspection.unread", count=document.unread) if document.unread else None
    for warning in filter(None, (unread, document.doubt)):
        yield from painted_lines(visible(warning), page, page.palette.found, indent=_INDENT)


_MOST_LINES: Final = 10
"""How many lines are named where the same is wrong with several."""


class _Labelled(NamedTuple):
    """A fact with the name of its label, and how it is coloured."""

    label: str
    text: str
    colour: str = ""


def _labelled(facts: Iterable[_Labelled], page: Page) -> Iterator[str]:
    """Facts after their labels, one below the other."""
    named = [(say(f"inspection.label.{fact.label}"), fact) for fact in facts]
    width = max((text_width(label) for label, _ in named), default=0) + len(GAP)
    for label, fact in named:
        margin = paint(pad(label, width), page.palette.heading)
        for line in wrapped(visible(fact.text), page.width - width):
            yield margin + paint(line, fact.colour)
            margin = " " * width


def _of_file(inspection: Inspection) -> Iterator[_Labelled]:
    """What is known of a file with several documents."""
    yield _Labelled("kind", kind_name(inspection.format))
    documents = say("inspection.documents", count=len(inspection.documents))
    paragraphs = sum(document.paragraphs for document in inspection.documents)
    counted = say("inspection.paragraphs", count=paragraphs)
    yield _Labelled("contents", f"{documents} · {counted}")


def _remarks(inspection: Inspection) -> Iterator[_Labelled]:
    """What of a file is not used, and what is wrong with it."""
    for name, count in inspection.ignored:
        yield _Labelled("ignored", say("inspection.ignored", name=name, count=count))
    for alike in by_kind(inspection.problems):
        for text in _problem_texts(alike):
            yield _Labelled("problem", text)


def _problem_texts(alike: Sequence[Problem]) -> Iterator[str]:
    """Problems of one kind: together where they say the same or are many, else one by one."""
    first, *others = alike
    texts = (say("reading.at_line", line=one.line, reason=one.reason) for one in alike)
    if others and all(one.reason == first.reason for one in others):
        lines = listed(str(one.line) for one in alike[:_MOST_LINES])
        more = "…" if len(alike) > _MOST_LINES else ""
        yield say("inspection.alike", lines=lines + more, reason=first.reason)
    elif len(alike) > MOST_ALIKE:
        yield say("inspection.more_alike", count=len(alike), first=next(texts))
    else:
        yield from texts


def _of_document(
    document: InspectedDocument, inspection: Inspection, page: Page
) -> Iterator[_Labelled]:
    """The facts about the only document of a file, and where each was found."""
    kind, format_ = kind_name(document.kind), kind_name(inspection.format)
    if kind != format_:
        kind = say("inspection.kind_of", kind=kind, format=format_)
    yield _Labelled("kind", kind)
    found = {fact.name: fact for fact in document.found}
    known = {
        "title": document.title,
        "speaker": document.speaker,
        "date": _date(document) if document.date else None,
        "publisher": document.publisher,
    }
    for name in _HEAD:
        fact = found.get(name)
        value = known.get(name, fact and fact.value)
        if value:
            yield _Labelled(name, _with_place(value, fact))
        elif name in _ALWAYS:
            yield _Labelled(name, say("inspection.unknown"), page.palette.faint)
    yield _Labelled("speech", _speech(document))
    yield _Labelled("contents", _counts(document))
    if document.unread:
        unread = say("inspection.unread", count=document.unread)
        yield _Labelled("unread", unread, page.palette.found)
    if document.doubt is not None:
        yield _Labelled("doubt", document.doubt, page.palette.found)


def _date(document: InspectedDocument) -> str:
    date = document.date
    if date is None:
        return unknown_date()
    return words_date(date.first, date.last, date.precision, date.days)


def _with_place(value: str, fact: FoundFact | None) -> str:
    if fact is None:
        return value
    place = line_range(fact.lines) if fact.lines else say("inspection.file_name")
    return say("inspection.fact", value=value, place=place)


def _speech(document: InspectedDocument) -> str:
    if document.ground is None:
        return say("inspection.no_speech")
    return say("inspection.speech", ground=document.ground)


def _counts(document: InspectedDocument) -> str:
    counts = [say("inspection.paragraphs", count=document.paragraphs)]
    if document.passages:
        counts.append(say("inspection.passages", count=document.passages))
    if document.speeches:
        counts.append(say("inspection.speeches", count=document.speeches))
    return " · ".join(counts)
