"""Plain text: whatever no other reader claims.

Paragraphs are parted by blank lines. Between these, lines are paragraphs of their own when they
are long, end sentences or begin with a number or bullet; otherwise they are broken at a width and
join again. A first short line that ends no sentence is the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.documents import Document
from indexer.readers.articles import article_paragraphs
from indexer.readers.blocks import Block, stanzas
from indexer.readers.hard_wraps import begins_paragraph, cells, column_width, is_indented, joined
from indexer.readers.sentences import ends_sentence
from indexer.source_text import SourceText

_LONGEST_WRAPPED = 100
_LONGEST_TITLE = 80
_ROOM = 4
_CONTINUES = "，,、—（(《“"
_NO_TITLE = (*"，,、；;：:", "——")
_LISTED = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,3}[.．、](?![0-9])|"
    r"第[一二三四五六七八九十百零0-9]{1,4}[章节条]|[-*•●■]\s)"
)
_RULE = re.compile(r"\s*[-=*_~─—][-=*_~─—\s]{2,}")


def recognises(source: SourceText) -> bool:
    return any(not line.isspace() for line in source.lines if line)


def parse(source: SourceText) -> tuple[Document, ...]:
    # A drawn rule parts paragraphs as a blank line does.
    text = list(stanzas(["" if _RULE.fullmatch(line) else line for line in source.lines]))
    title, rest = _headline(text)
    blocks = [block for stanza in rest for block in paragraph_blocks(stanza)]
    document = Document(kind="text", title=title, paragraphs=article_paragraphs(blocks))
    return (document,)


def paragraph_blocks(stanza: Sequence[Block]) -> Iterator[Block]:
    """The paragraphs in a run of lines."""
    if not _is_wrapped(stanza):
        for line in stanza:
            yield replace(line, text=line.text.strip())
        return
    column = column_width(stanza)
    paragraph = [stanza[0]]
    for line in stanza[1:]:
        if _LISTED.match(line.text) or begins_paragraph(paragraph[-1].text, line.text, column):
            yield joined(paragraph)
            paragraph = []
        paragraph.append(line)
    yield joined(paragraph)


def _is_wrapped(stanza: Sequence[Block]) -> bool:
    """Whether lines were broken at a width, so that most go on in the next one.

    That shows in the last line, which ends the sentence, in commas at the line's end, or in
    lines as wide as the column. Otherwise it is a list, a table or verse.
    """
    inner = [line.text.strip() for line in stanza[:-1]]
    if not inner or any(cells(line) > _LONGEST_WRAPPED for line in inner):
        return False
    if 2 * sum(map(ends_sentence, inner)) >= len(inner):
        return False
    if ends_sentence(stanza[-1].text) or any(line.endswith(tuple(_CONTINUES)) for line in inner):
        return True
    column = column_width(stanza)
    full = sum(cells(line) + _ROOM > column for line in inner)
    return column > _LONGEST_TITLE // 2 and 5 * full >= 3 * len(inner)


def _headline(text: Sequence[Sequence[Block]]) -> tuple[str | None, Sequence[Sequence[Block]]]:
    """The title and the stanzas without it.

    A numbered line is a heading of the text. A first line that shares its stanza with others is
    a title only if these are sentences, and the next one is indented or the first clearly
    narrower: else it is their beginning.
    """
    if not text:
        return None, text
    first, *others = text[0]
    title = first.text.strip()
    no_title = ends_sentence(title) or title.endswith(_NO_TITLE) or _LISTED.match(title)
    if no_title or cells(title) > _LONGEST_TITLE:
        return None, text
    if not others:
        return (title, text[1:]) if len(text) > 1 else (None, text)
    widest = max(cells(line.text.strip()) for line in others)
    indented = is_indented(others[0].text) and not is_indented(first.text)
    sentences = any(ends_sentence(line.text) for line in others)
    if sentences and (indented or 3 * cells(title) < 2 * widest):
        return title, [others, *text[1:]]
    return None, text
