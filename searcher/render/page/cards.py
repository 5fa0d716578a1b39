"""A card for each quotation: what was found, where it stands, how the article departs from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from indexer.wording import say
from searcher.render.page.article import SIGNS
from searcher.render.page.markup import element, escaped, texts_language
from searcher.render.reports.trace_entries import (
    Entry,
    disagreement,
    remarks,
    similarity_text,
    verdict_name,
)
from searcher.render.text.dates import words_date
from searcher.render.text.provenance import provenance
from searcher.render.text.short_ids import short_id
from searcher.render.typeset.diffs import Piece, pieces_of

if TYPE_CHECKING:
    from searcher.tracing.results import Source

_AROUND: Final = 60
"""So many characters of the paragraph are shown on each side of the quotation."""

_MOST_OTHERS: Final = 20
_TAGS: Final = {"left_out": "del", "added": "ins"}


def card(entry: Entry, article: str, short: Mapping[str, str]) -> str:
    """The card of a quotation of `article`."""
    parts = [_title(entry)]
    claim = disagreement(entry)
    if claim:
        parts.append(element("p", escaped(say("tracing.claim", claim=claim)), class_="claim"))
    if entry.best is None:
        parts.append(_words_shown(escaped(_beginning(entry.found.text))))
        parts.append(element("p", say("tracing.nothing_near"), class_="place"))
    else:
        near = ""
        if entry.verdict == "not_found":
            alike = similarity_text(entry.best.similarity)
            near = say("tracing.page.nearest", similarity=alike)
        parts += _source(entry.best, article, short, near)
    if entry.others:
        parts.append(_others(entry.others, short))
    classes = f"card {entry.verdict}" + (" disagrees" if entry.disagrees else "")
    return element("li", "".join(parts), class_=classes, id_=f"s{entry.number}")


def _beginning(text: str) -> str:
    """As much of the words as tells them from others, where no source shows them."""
    return text if len(text) <= _AROUND else f"{text[:_AROUND]}…"


def _title(entry: Entry) -> str:
    """Number, verdict and remarks; the number leads back to the article."""
    number = element("a", str(entry.number), class_="number", href=f"#q{entry.number}")
    verdict = element("b", f"{SIGNS[entry.verdict]} {verdict_name(entry.verdict)}")
    said = " · ".join([entry.place, *remarks(entry)])
    return element("h3", f"{number} {verdict} {element('small', escaped(said))}")


def _source(
    source: Source, article: str, short: Mapping[str, str], near: str = ""
) -> Iterator[str]:
    """Where a paragraph stands, and the words of it that were compared."""
    yield element("p", _heading(source, short), class_="source")
    places = f"{near} · {provenance(source)}" if near else provenance(source)
    yield element("p", escaped(places), class_="place")
    yield _words_shown("".join(_words(source, article)))


def _heading(source: Source, short: Mapping[str, str]) -> str:
    date = words_date(source.date, source.date_end, source.date_precision, source.dates)
    id_ = element("code", escaped(short_id(source.id, short)))
    title = escaped(source.speech or source.title or "")
    if title and texts_language():
        title = element("span", title, lang=texts_language())
    return f"{id_} {element('span', escaped(date), class_='date')} {title}"


def _words_shown(html: str) -> str:
    return element("blockquote", html, lang=texts_language())


def _words(source: Source, article: str) -> Iterator[str]:
    """The quotation as it stands in its paragraph, with some of what surrounds it."""
    first, last = source.spans[0][0], source.spans[-1][1]
    if source.diff:
        first = min(edit.source[0] for edit in source.diff)
        last = max(edit.source[1] for edit in source.diff)
        pieces = pieces_of(article, source.text, source.diff)
    else:
        pieces = [Piece("same", source.text[first:last])]
    before, after = source.text[:first], source.text[last:]
    yield _context(before, "…" + before[-_AROUND:])
    yield element("mark", "".join(map(_piece, pieces)))
    yield _context(after, after[:_AROUND] + "…")


def _context(text: str, cut: str) -> str:
    return element("span", escaped(text if len(text) <= len(cut) else cut), class_="context")


def _piece(piece: Piece) -> str:
    tag = _TAGS.get(piece.kind)
    return element(tag, escaped(piece.text)) if tag else escaped(piece.text)


def _others(sources: Sequence[Source], short: Mapping[str, str]) -> str:
    """The other sources, folded away."""
    items = [element("li", _other(source, short)) for source in sources[:_MOST_OTHERS]]
    more = len(sources) - _MOST_OTHERS
    if more > 0:
        items.append(element("li", say("tracing.more", count=more), class_="place"))
    told = element("summary", say("tracing.page.also", count=len(sources)))
    return element("details", told + element("ul", "".join(items)))


def _other(source: Source, short: Mapping[str, str]) -> str:
    how = "" if source.match in ("exact", "normalized") else similarity_text(source.similarity)
    return f"{_heading(source, short)} {element('small', how)}" if how else _heading(source, short)
