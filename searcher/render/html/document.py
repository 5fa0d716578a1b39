"""The whole document: one file, in which nothing runs and for which nothing is fetched."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from indexer.wording import say
from searcher.render.html.markup import element, escaped, page_language, texts_language
from searcher.render.html.panes import article_blocks, card, legend
from searcher.render.html.style import STYLE
from searcher.render.reports.trace_entries import (
    Entry,
    Outcome,
    entries_of,
    nothing_text,
    summary,
    verdict_name,
)

if TYPE_CHECKING:
    from searcher.tracing.results import Trace

_POLICY: Final = (
    "default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"
)
"""The browser is to obey this style sheet, which it knows by its hash, and to fetch nothing."""

_WANTING: Final[tuple[Outcome, ...]] = ("near", "partial", "not_found")
"""What an editor looks at first."""

_FEW: Final = 60
"""More links than this are folded away until somebody wants them."""


def page_lines(trace: Trace, name: str, short: Mapping[str, str]) -> Iterator[str]:
    """The lines of the page.

    Args:
        trace: what to show.
        name: of the traced file; empty where it is none.
        short: short forms of the documents' ids, see `short_docs`.
    """
    entries = entries_of(trace)
    title = escaped(say("tracing.report_on", name=name) if name else say("tracing.report"))
    article, sources, style = _panes(trace, entries, short)
    yield "<!DOCTYPE html>"
    yield f'<html lang="{page_language()}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield element("title", title)
    yield f"<style>{style}</style>"
    yield "</head>"
    yield "<body>"
    yield "<header>"
    yield element("h1", title)
    yield from _summary(trace, entries)
    yield "</header>"
    yield '<div class="panes">'
    yield f'<main tabindex="0" aria-label="{say("tracing.page.article")}">'
    yield from article
    yield "</main>"
    yield f'<aside tabindex="0" aria-label="{say("tracing.page.sources")}">'
    yield from sources
    yield "</aside>"
    yield "</div>"
    yield "</body>"
    yield "</html>"


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _POLICY.format(style=digest)


def _summary(trace: Trace, entries: tuple[Entry, ...]) -> Iterator[str]:
    """The counts, links to what is wanting, and what the marks mean."""
    if not trace.quotations:
        yield element("p", nothing_text(trace), class_="summary")
    if entries:
        yield element("p", summary(entries), class_="summary")
    if trace.unattributed:
        yield element("p", say("results.unattributed"), class_="legend")
    if not entries:
        return
    wanting = [
        (verdict_name(verdict), [entry for entry in entries if entry.verdict == verdict])
        for verdict in _WANTING
    ]
    wanting.append((say("tracing.disagrees"), [entry for entry in entries if entry.disagrees]))
    listed = [
        element("li", say("tracing.page.jumps", verdict=what, links=" ".join(map(_jump, those))))
        for what, those in wanting
        if those
    ]
    if listed:
        jumps = sum(len(those) for _, those in wanting)
        opened = "<details open>" if jumps <= _FEW else "<details>"
        head = element("summary", say("tracing.page.jump"))
        yield f"{opened}{head}{element('ul', ''.join(listed), class_='wanting')}</details>"
    yield element("p", " ".join(legend()), class_="legend")
    left_out = element("del", say("tracing.page.left_out"))
    added = element("ins", say("tracing.page.added"))
    marks = say("tracing.page.legend", left_out=left_out, added=added)
    yield element("p", marks, class_="legend")


def _jump(entry: Entry) -> str:
    return element("a", str(entry.number), href=f"#q{entry.number}")


def _panes(
    trace: Trace, entries: Sequence[Entry], short: Mapping[str, str]
) -> tuple[list[str], list[str], str]:
    """The article, the cards, and the style sheet.

    On a narrow page the cards follow the paragraph that they belong to. Both panes are then
    one column whose order the style sheet sets: paragraphs up to the first that has cards are
    in step 0, those cards in step 1, and so on.
    """
    article, sources = [], []
    step = 0
    for block in article_blocks(trace.text, entries):
        class_ = f"step{step}" if step else ""
        article.append(element("p", block.html, class_=class_, lang=texts_language()))
        if block.entries:
            cards = "".join(card(entry, trace.text, short) for entry in block.entries)
            sources.append(element("ol", cards, class_=f"step{step + 1}"))
            step += 2
    steps = "".join(f".step{at}{{order:{at}}}" for at in range(1, step + 1))
    pairs = "".join(map(_pair, entries))
    return article, sources, STYLE.replace("/* steps */", steps).replace("/* pairs */", pairs)


def _pair(entry: Entry) -> str:
    """The rule by which a quotation and its card light up together."""
    one, other = f"#q{entry.number}", f"#s{entry.number}"
    return (
        f":root:has({one}:target) {other},:root:has({other}:target) {one}"
        "{background:var(--target)}\n"
    )
