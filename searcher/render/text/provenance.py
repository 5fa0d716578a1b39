"""What a paragraph is called and where it is found: short ids, speaker and speech, chapter or
section, printed source with page, lines of the file.

>>> short_docs(["000_eb06", "002_a1c1", "notes"])
{'000_eb06': '000', '002_a1c1': '002', 'notes': 'notes'}
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from indexer.model.fields import FACTS
from indexer.wording import say
from searcher.render.typeset.characters import text_width, visible
from searcher.render.typeset.rows import Fact

if TYPE_CHECKING:
    from indexer.model.records import Record
    from searcher.browse.contents import Passage
    from searcher.render.typeset.page import Page


def headline(record: Record, title: str | None = None, *, named: str | None = None) -> str:
    """What heads a paragraph: whose words they are, and the speech or document that they are from.

    A title that begins with the name says it itself. Empty where neither is known.

    Args:
        record: the paragraph.
        title: its speech or document as it is shown; None for as it is.
        named: a speaker whom the lines above have named, and who is not named again.
    """
    speaker = None if record.speaker == named else record.speaker
    return by_speaker(speaker, record.speech or record.title or "", title)


def only_speaker(records: Iterable[Record]) -> str | None:
    """Who speaks in all of them; None where that is not one, or not known."""
    speakers = {record.speaker for record in records}
    return speakers.pop() if len(speakers) == 1 else None


def by_speaker(speaker: str | None, title: str, shown: str | None = None) -> str:
    """A title after the name of who speaks, unless the title begins with that name.

    >>> by_speaker("毛泽东", "论联合政府"), by_speaker("毛泽东", "毛泽东给林彪的信")
    ('毛泽东 · 论联合政府', '毛泽东给林彪的信')
    """
    shown = title if shown is None else shown
    if speaker is None or title.startswith(speaker):
        return shown
    return f"{speaker} · {shown}" if shown else speaker


def provenance(record: Record) -> str:
    """The places of a paragraph from the widest to the narrowest, in one line."""
    return _joined(*_places(record), _stands(record.lines, record.place))


def passage_provenance(passage: Passage) -> str:
    """The places of a whole passage, with the file that its lines are counted in."""
    first = passage.paragraphs[0]
    stands = _stands(lines_of(passage), first.place)
    path = passage.path
    in_file = say("results.place_in_file", path=path, lines=stands) if stands else path
    return _joined(*_places(first), in_file)


def lines_of(passage: Passage) -> tuple[int, int] | None:
    """The first and the last line of a passage in its source file, None where it has no lines."""
    lines = [paragraph.lines for paragraph in passage.paragraphs if paragraph.lines]
    return (min(first for first, _ in lines), max(last for _, last in lines)) if lines else None


def _stands(lines: tuple[int, int] | None, place: str | None) -> str | None:
    """Where a paragraph stands in its file: its lines, else its page or element."""
    return line_range(lines) if lines else place


def _joined(*parts: str | None) -> str:
    return " · ".join(visible(part) for part in parts if part)


def _places(record: Record) -> tuple[str | None, ...]:
    shown = (
        _printed_source(record) if row.name == "source" else getattr(record, row.name)
        for row in FACTS
        if row.shown
    )
    places = tuple(shown)
    kind = _kind(record)
    return places if kind in places else (kind, *places)


def _kind(record: Record) -> str | None:
    """What the words are where they are not those of the speech that heads the record."""
    if getattr(record, "heading", None):  # a source of a quotation
        return say("results.heading")
    if record.role in ("article", "note"):
        return say(f"fields.role.{record.role}")
    if record.role == "quotation":
        if not record.title:
            return say("fields.role.quotation")
        return say("results.quotation", title=record.title)
    return None


def _printed_source(record: Record) -> str | None:
    """The publication that the attribution names, with its page."""
    if not record.source or not record.pages:
        return record.source
    page = say("results.page" if record.pages.isdecimal() else "results.pages", pages=record.pages)
    key = "results.title_page" if record.source.endswith("》") else "results.source_page"
    return say(key, source=record.source, page=page)


def line_range(lines: tuple[int, int]) -> str:
    """`第45行` or `第1030–1036行`; `line 45` or `lines 1030–1036`."""
    first, last = lines
    if first == last:
        return say("results.line", line=first)
    return say("results.lines", first=first, last=last)


def short_docs(docs: Iterable[str], shown: Iterable[str] | None = None) -> dict[str, str]:
    """For each document's id, its shortest prefix that ends before `_` or `-` and fits no other.

    Where every such prefix fits another document, the id stays as it is.

    Args:
        docs: the ids of all documents.
        shown: those that are wanted; None for all.
    """
    ordered = sorted(set(docs))
    return {
        doc: next((prefix for prefix in _prefixes(doc) if _fits_one(prefix, ordered)), doc)
        for doc in (ordered if shown is None else shown)
    }


def short_id(paragraph_id: str, short: Mapping[str, str]) -> str:
    """A paragraph's id with its document as `short_docs` writes it."""
    doc, mark, number = paragraph_id.rpartition("#")
    return short.get(doc, doc) + mark + number


def _prefixes(doc: str) -> Iterator[str]:
    return (doc[:at] for at, character in enumerate(doc) if at and character in "_-")


def _fits_one(prefix: str, ordered: list[str]) -> bool:
    """Whether one id of `ordered` begins with `prefix`. Those that do are neighbours in it."""
    first = bisect_left(ordered, prefix)
    return first + 1 == len(ordered) or not ordered[first + 1].startswith(prefix)


def id_fact(paragraph_id: str, short: Mapping[str, str], page: Page) -> Fact:
    """A short id as a fact of a heading."""
    id_ = visible(short_id(paragraph_id, short))
    return Fact(id_, text_width(id_), page.palette.id)


def date_fact(date: str, page: Page) -> Fact:
    """A date as a fact of a heading."""
    return Fact(date, text_width(date), page.palette.date)
