"""Whether a text is a compendium, and if not, why it looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from indexer.facts.compendium.books import Book
from indexer.facts.compendium.parts import BookPassage
from indexer.facts.compendium.standing import split_note, split_text
from indexer.facts.notes.glance import has_sign_at_edge, may_begin_or_end_in_note
from indexer.facts.notes.reading import find_facts
from indexer.formats.blocks import Block, Content
from indexer.text.marks import DASHES
from indexer.wording.said import said

_FEWEST_ATTRIBUTED = 3
_FEWEST_DASHED = 20
"""With dashes before its notes, without chapters and the title of a book, a text may as well be an
article."""
_TITLE = re.compile("摘编|语录|论述|言论|名言|选编")
_FEWEST_CHAPTERS = 2
_MOST_PARAGRAPHS = 2  # for each note; the book has 307 for 285
_DOUBTFUL = 4
"""With no more paragraphs than that for each note a text looks like a compendium."""
_LONGEST_PASSAGE = 1200
"""Characters; a text with fewer notes than one for so many is no compendium. The book has 210."""
_MOST_STANZAS = 4
"""Blocks between empty lines for each note, where these say that they are few."""
_LONGEST_NOTE = 200  # characters
_MOST_LINES = 3  # of a note, before its last


@lru_cache(maxsize=1)  # it is asked once for the book and once for why it is none
def may_be_compendium(content: Content) -> bool:
    """Whether enough blocks end or begin as notes do, and some are notes: a quick look."""
    if content.title_place == "front matter":
        return False  # one article
    found: list[int] = []
    total = stanzas = 0
    for place, block in enumerate(content.blocks):
        text = block.text
        total += len(text)
        stanzas += block.opens
        if may_begin_or_end_in_note(text):
            found.append(place)
    few = total <= _LONGEST_PASSAGE * len(found) or stanzas <= _MOST_STANZAS * len(found)
    return len(found) >= _FEWEST_ATTRIBUTED and few and _has_notes(content.blocks, found)


def _has_notes(blocks: Sequence[Block], places: Sequence[int]) -> bool:
    """Whether as many notes as a compendium has at least can be read at some of `places`.

    A heading, a date or a page in brackets looks like one, too, and to read a book takes long.
    """
    signed = [place for place in places if has_sign_at_edge(blocks[place].text)]
    if len(signed) < _FEWEST_ATTRIBUTED:
        return False
    read = (place for place in signed if _ends_in_note(blocks, place))
    return sum(1 for _ in islice(read, _FEWEST_ATTRIBUTED)) == _FEWEST_ATTRIBUTED


def _ends_in_note(blocks: Sequence[Block], place: int) -> bool:
    """Whether a block is, begins or ends with a note, or ends one that began lines before."""
    text = blocks[place].text.strip()
    if len(text) <= _LONGEST_NOTE and find_facts(text) is not None:
        return True
    lines = _MOST_LINES if blocks[place].form == "line" else 0
    above = blocks[max(0, place - lines) : place]
    whole = "".join([block.text.strip()[-_LONGEST_NOTE:] for block in above]) + text
    split = split_note(whole)
    return (split is not None and split.read is not None) or split_text(text) is not None


def is_compendium(book: Book) -> bool:
    """Whether a text has passages with notes, and little else.

    An article may refer to dated speeches too, but most of its paragraphs have no note; a list of
    dated titles has no paragraphs, and in a volume of works the titles stand above the texts.
    """
    found = book.passages
    attributed = [passage for passage in found if passage.note and passage.note.read]
    with_text = [passage for passage in attributed if passage.paragraphs]
    noted = [passage for passage in found if passage.note and passage.paragraphs]
    paragraphs = sum(len(passage.paragraphs) for passage in found)
    if len(with_text) < _FEWEST_ATTRIBUTED or 2 * len(with_text) <= len(attributed):
        return False
    if _is_reversed(found):
        return False
    if len({passage.chapter for passage in noted}) >= _FEWEST_CHAPTERS:
        most = _MOST_PARAGRAPHS * (len(with_text) if not book.loose else len(noted))
        return paragraphs <= most if not book.loose else 3 * paragraphs <= 2 * most
    dashed = all(passage.note and _is_dashed(passage.note.raw) for passage in with_text)
    titled = _TITLE.search(book.preliminaries.title or "") is not None
    fewest = _FEWEST_DASHED if dashed and not titled else _FEWEST_ATTRIBUTED
    return len(with_text) >= fewest and 2 * paragraphs <= 3 * len(noted)


def _is_dashed(raw: str) -> bool:
    return raw.startswith(tuple(DASHES)) or raw.startswith("--")


def _is_reversed(found: Sequence[BookPassage]) -> bool:
    """Whether the notes stand above the words: a chapter begins with one and ends without."""
    first: dict[object, BookPassage] = {}
    last: dict[object, BookPassage] = {}
    for passage in found:
        first.setdefault(passage.chapter, passage)
        last[passage.chapter] = passage
    above = sum(not first[one].paragraphs and last[one].note is None for one in first)
    return 2 * above >= len(first)


def why_not(book: Book) -> str | None:
    """Why a text that looks like a compendium is not taken for one; None where it does not."""
    noted = [one for one in book.passages if one.note and one.paragraphs and one.note.read]
    paragraphs = sum(len(passage.paragraphs) for passage in book.passages)
    if len(noted) < _FEWEST_ATTRIBUTED or all(
        _is_dashed(one.note.raw) for one in noted if one.note
    ):
        return None
    if _is_reversed(book.passages):
        return said("reading.no_book_reversed")
    if paragraphs > _DOUBTFUL * len(noted):
        return None
    return said("reading.no_book", paragraphs=paragraphs, notes=len(noted))
