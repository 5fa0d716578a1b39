"""The two panes of the page: the article, whose quotations are numbered links, and their cards.

A card shows what was found, where it is printed, and how the article departs from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from indexer.wording import say
from searcher.render.html.markup import element, escaped, texts_language
from searcher.render.reports.trace_entries import (
    VERDICTS,
    Entry,
    Outcome,
    disagreement,
    remarks,
    similarity_text,
    verdict_name,
)
from searcher.render.text.dates import record_date
from searcher.render.text.provenance import headline, provenance, short_id
from searcher.render.typeset.diffs import DiffPiece, pieces_of

if TYPE_CHECKING:
    from searcher.tracing.results import Source


_AROUND: Final = 60
"""Characters of the paragraph that are shown on each side of the quotation."""

_MOST_OTHERS: Final = 20
_TAGS: Final = {"left_out": "del", "added": "ins"}

SIGNS: Final[dict[Outcome, str]] = {
    "exact": "✓",
    "normalized": "✓",
    "near": "≈",
    "partial": "◐",
    "not_found": "✗",
}
"""The sign beside a number, so that nothing depends on colour alone."""

DISAGREES_SIGN: Final = "≠"


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
    """The beginning of the words, enough to know them by where no source shows them."""
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
    """Where a paragraph is from, and the words of it that were compared."""
    yield element("p", _heading(source, short), class_="source")
    places = f"{near} · {provenance(source)}" if near else provenance(source)
    yield element("p", escaped(places), class_="place")
    yield _words_shown("".join(_words(source, article)))


def _heading(source: Source, short: Mapping[str, str]) -> str:
    date = record_date(source)
    id_ = element("code", escaped(short_id(source.id, short)))
    title = escaped(headline(source))
    if title and texts_language():
        title = element("span", title, lang=texts_language())
    return f"{id_} {element('span', escaped(date), class_='date')} {title}"


def _words_shown(html: str) -> str:
    return element("blockquote", html, lang=texts_language())


def _words(source: Source, article: str) -> Iterator[str]:
    """The quotation in its paragraph, with some of what surrounds it."""
    first, last = source.spans[0][0], source.spans[-1][1]
    if source.diff:
        first = min(edit.source[0] for edit in source.diff)
        last = max(edit.source[1] for edit in source.diff)
        pieces = pieces_of(article, source.text, source.diff)
    else:
        pieces = [DiffPiece("same", source.text[first:last])]
    before, after = source.text[:first], source.text[last:]
    yield _context(before, "…" + before[-_AROUND:])
    yield element("mark", "".join(map(_piece, pieces)))
    yield _context(after, after[:_AROUND] + "…")


def _context(text: str, cut: str) -> str:
    return element("span", escaped(text if len(text) <= len(cut) else cut), class_="context")


def _piece(piece: DiffPiece) -> str:
    tag = _TAGS.get(piece.kind)
    return element(tag, escaped(piece.text)) if tag else escaped(piece.text)


def _others(sources: Sequence[Source], short: Mapping[str, str]) -> str:
    """The other sources, folded away."""
    items = [element("li", _other(source, short)) for source in sources[:_MOST_OTHERS]]
    more = len(sources) - _MOST_OTHERS
    if more > 0:
        items.append(element("li", say("tracing.more", count=more), class_="place"))
    title = element("summary", say("tracing.page.also", count=len(sources)))
    return element("details", title + element("ul", "".join(items)))


def _other(source: Source, short: Mapping[str, str]) -> str:
    how = "" if source.match in ("exact", "normalized") else similarity_text(source.similarity)
    return f"{_heading(source, short)} {element('small', how)}" if how else _heading(source, short)


class ArticleBlock(NamedTuple):
    """A paragraph of the article.

    Attributes:
        html: its content.
        entries: what begins in it.
    """

    html: str
    entries: tuple[Entry, ...]


def article_blocks(text: str, entries: Sequence[Entry]) -> Iterator[ArticleBlock]:
    """The paragraphs of an article whose quotations are `entries`, in their order."""
    start = at = 0
    for line in text.split("\n"):
        end = start + len(line)
        parts, begun = [], []
        position = start
        while at < len(entries) and entries[at].found.start <= end:
            entry = entries[at]
            # A quotation that lies in another one has a number and no words left of its own.
            first = min(max(entry.found.start, position), end)
            last = min(max(entry.found.end, first), end)
            parts += [escaped(text[position:first]), _link(entry, text[first:last])]
            position = last
            begun.append(entry)
            at += 1
        parts.append(escaped(text[position:end]))
        if begun or line.strip():
            yield ArticleBlock("".join(parts), tuple(begun))
        start = end + 1


def label(entry: Entry) -> str:
    """The number of an entry with the signs of what was found: `3≈≠`."""
    return f"{entry.number}{SIGNS[entry.verdict]}{DISAGREES_SIGN if entry.disagrees else ''}"


def legend() -> Iterator[str]:
    """What colours, lines and signs mean."""
    for verdict in VERDICTS:
        text = f"{verdict_name(verdict)} {SIGNS[verdict]}"
        yield element("span", text, class_=f"mark {verdict}")
    disagrees = say("tracing.disagrees")
    yield element("span", f"{disagrees} {DISAGREES_SIGN}", class_="mark disagrees")


def _link(entry: Entry, words: str) -> str:
    classes = f"mark {entry.verdict}" + (" disagrees" if entry.disagrees else "")
    # The last character goes to the next line with the number, not without it.
    last = element("span", escaped(words[-1:]) + element("sup", label(entry)), class_="last")
    content = escaped(words[:-1]) + last
    number = entry.number
    return element("a", content, class_=classes, id_=f"q{number}", href=f"#s{number}")
