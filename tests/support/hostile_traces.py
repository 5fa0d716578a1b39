"""A trace in which every text tries to break out of the format that it is shown in."""

from __future__ import annotations

from dataclasses import replace

from searcher.articles.article import Attribution
from searcher.tracing.results import Source, Trace
from tests.support.example_traces import CLEAR_SKY, not_found, quotation, source

WORDS = "\x1b[2J\u202e\x07\x9b\u2028"
"""Controls, an override of the direction, and a line separator that is no line feed."""

HTML = '</style></title><script>alert(1)</script><img src=x onerror=alert(1)>"onmouseover="x\' &lt;'
MARKDOWN = (
    "# 1. **a** _b_ ~~c~~ `d` [e](http://f) ![g](h) | i | <j> &amp; :k: $l$ \\ www.m.n --- ==="
)
NASTY = f"{WORDS}{HTML}{MARKDOWN}"

TEXT = f"- {NASTY}甲乙丙\n+ {NASTY}\n1) {NASTY}丁戊己庚\n"

_PARAGRAPH = replace(
    CLEAR_SKY,
    id=f"{NASTY}#1",
    doc=NASTY,
    title=NASTY,
    chapter=NASTY,
    section=NASTY,
    speaker=f"讲话人{NASTY}",
    speech=NASTY,
    source=NASTY,
    pages=NASTY,
    text=f"{NASTY}甲{NASTY}丙{NASTY}",
)


def _near(text: str) -> Source:
    return source(_PARAGRAPH, "near", text, f"{NASTY}甲{NASTY}丙", 0.5, agrees=False, article=TEXT)


_FOUND = quotation(
    f"- {NASTY}甲乙丙",
    _near(f"- {NASTY}甲乙丙"),
    _near(f"- {NASTY}甲乙丙"),
    attribution=Attribution(NASTY, None),
    article=TEXT,
)
_MISSING = (
    replace(
        not_found(f"1) {NASTY}丁戊己庚", None, article=TEXT), nearest=_near(f"1) {NASTY}丁戊己庚")
    ),
    not_found(f"+ {NASTY}", None, article=TEXT),
)

HOSTILE = Trace(text=TEXT, quotations=(_FOUND,), not_found=_MISSING, took_ms=1.0)
