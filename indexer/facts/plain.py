"""Plain text: whatever no other reader claims.

Paragraphs are separated by blank lines. Between these, lines are paragraphs of their own when they
are long, end sentences or begin with a number or bullet; otherwise they are broken at a width and
join again. A first short line that ends no sentence is the title; below it may be a date and
bylines. A byline stays text: only a human knows whether it names an author or a publisher.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from indexer.facts.sections import article_paragraphs
from indexer.formats.blocks import Content, Stanza, stanzas, without
from indexer.formats.hard_wraps import cells, is_indented, is_list_item, paragraph_blocks
from indexer.model.documents import Document
from indexer.text.dates import DateSpan
from indexer.text.marks import PAUSES, SENTENCE_ENDS
from indexer.text.marks import without as without_marks
from indexer.text.timestamps import parse_timestamp
from indexer.text.typography import ends_sentence

_RULE = re.compile(r"\s*[-=*_~─—][-=*_~─—\s]{2,}")

_MOST_LINES = 6
_LONGEST_TITLE = 80
_LONGEST_BYLINE = 80
_NO_TITLE = (*without_marks(PAUSES, SENTENCE_ENDS), "——")
_BYLINE = re.compile(r"(?:作者|记者|编辑|责编|责任编辑|撰稿|撰文|译者|来源)\s*[：:].*")
_DATE_LINE = re.compile(
    r"(?:(?:发布|发表)(?:时间|日期)\s*[：:])?\s*[（(]?(?P<date>[^（）()]*)[）)]?"
)


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of a text: its title and date, apart from the rest.

    Attributes:
        body: the stanzas that are text.
    """

    title: str | None
    date: DateSpan | None
    body: Sequence[Stanza]


def read_plain(content: Content) -> Document:
    """The document that lines are. A drawn rule separates paragraphs like a blank line."""
    rules = [_RULE.fullmatch(block.text) is not None for block in content.blocks]
    text = list(stanzas(without(content.blocks, rules)))
    head = _read_head(text, content.zone)
    blocks = [block for stanza in head.body for block in paragraph_blocks(stanza)]
    return Document(
        kind="text",
        title=head.title,
        paragraphs=article_paragraphs(blocks, head.date),
        date=head.date,
        problems=content.problems,
    )


def _read_head(text: Sequence[Stanza], zone: tzinfo) -> _Head:
    """Separate the title and the date of `text` from the rest; each byline becomes a stanza."""
    if not text or not _has_title(text, zone):
        return _Head(None, None, text)
    date: DateSpan | None = None
    bylines: list[Stanza] = []
    body = _without_first_line(text)
    for _ in range(_MOST_LINES):
        if not body:
            break
        line = body[0][0]
        if _is_byline(line.text):
            bylines.append([line])
        elif date is None and (day := _day(line.text, zone)):
            date = day
        else:
            break
        body = _without_first_line(body)
    if not bylines and not body:
        return _Head(None, None, text)  # nothing would be left to find
    return _Head(text[0][0].text.strip(), date, [*bylines, *body])


def _has_title(text: Sequence[Stanza], zone: tzinfo) -> bool:
    """Whether the first line is a title: a short one that neither ends a sentence nor is numbered.

    If it shares its stanza with others, these must begin with a byline or a date, or be
    sentences, and the next one indented or the first clearly narrower: else it is their beginning.
    """
    first, *others = text[0]
    title = first.text.strip()
    if cells(title) > _LONGEST_TITLE or ends_sentence(title) or title.endswith(_NO_TITLE):
        return False
    if is_list_item(title) or _belongs_to_head(title, zone):
        return False
    if not others:
        return len(text) > 1
    if _belongs_to_head(others[0].text, zone):
        return True
    widest = max(cells(line.text.strip()) for line in others)
    indented = is_indented(others[0].text) and not is_indented(first.text)
    sentences = any(ends_sentence(line.text) for line in others)
    return sentences and (indented or 3 * cells(title) < 2 * widest)


def _without_first_line(text: Sequence[Stanza]) -> list[Stanza]:
    rest = text[0][1:]
    return [rest, *text[1:]] if rest else list(text[1:])


def _belongs_to_head(line: str, zone: tzinfo) -> bool:
    return _is_byline(line) or _day(line, zone) is not None


def _is_byline(line: str) -> bool:
    return _BYLINE.fullmatch(line.strip()) is not None and cells(line) <= _LONGEST_BYLINE


def _day(line: str, zone: tzinfo) -> DateSpan | None:
    """The day that is all of `line`; a year or a month alone may be anything."""
    bare = _DATE_LINE.fullmatch(line.strip())
    if bare is None or cells(line) > _LONGEST_BYLINE:
        return None
    try:
        date = parse_timestamp(bare["date"], zone)
    except ValueError:
        return None
    return date if date.precision == "day" else None
