"""The article: its paragraphs, with the quotations as numbered links to their cards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from indexer.wording import say
from searcher.render.page.markup import element, escaped
from searcher.render.reports.trace_entries import VERDICTS, Entry, Outcome, verdict_name

SIGNS: Final[dict[Outcome, str]] = {
    "exact": "✓",
    "normalized": "✓",
    "near": "≈",
    "partial": "◐",
    "not_found": "✗",
}
"""What stands beside a number, so that a colour alone tells nothing."""

DISAGREES_SIGN: Final = "≠"


class Block(NamedTuple):
    """A paragraph of the article.

    Attributes:
        html: its content.
        entries: what begins in it.
    """

    html: str
    entries: tuple[Entry, ...]


def article_blocks(text: str, entries: Sequence[Entry]) -> Iterator[Block]:
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
            yield Block("".join(parts), tuple(begun))
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
