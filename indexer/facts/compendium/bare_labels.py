"""Bare lines right above a note: a label or a heading that stands there because a text is missing.

In a book whose texts end their sentences, a short line without any mark of a sentence says rather
what follows than what someone said. The note below it is of words that are not there, and those
above it may be of another note that is not there either: both are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.facts.compendium.chapter_starts import Chapter
from indexer.facts.compendium.chapters import Heading
from indexer.facts.compendium.notes import Note
from indexer.facts.compendium.parts import BookFurniture, BookPart, Break
from indexer.facts.compendium.print_lines import PrintStanza
from indexer.facts.notes.text import ends
from indexer.text.marks import PAUSES

_LONGEST = 30  # characters
_SHORTEST_HEADING = 5  # characters
_BRACKETED = re.compile(r"[【〔（(\[][^】〕）)\]]+[】〕）)\]]")
_INSCRIPTION = re.compile("题[词字名写]|題[詞字名寫]")
_MARK = re.compile(f"[{PAUSES}…“”‘’]")


def without_bare_labels(parts: Sequence[BookPart], *, loose: bool) -> tuple[BookPart, ...]:
    """`parts` with bare lines above notes as the end of words that are nobody's.

    Args:
        parts: the parts of a book.
        loose: whether its headings have no numbers and no marks, so that such a line may be one.
    """
    places = [place for place, part in enumerate(parts) if not isinstance(part, BookFurniture)]
    found = [
        (before, above)
        for before, above, note in zip([None, *places], places, places[1:], strict=False)
        if _is_read(parts[note])
        and isinstance(parts[above], PrintStanza)
        and not _may_be_short(parts[note])
    ]
    texts = [parts[above] for _, above in found]
    if 4 * sum(_ends(part) for part in texts) < 3 * len(texts):
        return tuple(parts)  # its texts end without marks
    after: dict[int, tuple[BookPart, ...]] = {}
    for before, above in found:
        part = parts[above]
        follows = before is not None and isinstance(parts[before], PrintStanza)
        if follows and before is not None and not _ends(parts[before]):
            continue  # the rest of a paragraph
        if not isinstance(part, PrintStanza) or not _is_bare(part.text):
            continue
        line = part.span[1]
        heads = loose and len(part.text) >= _SHORTEST_HEADING
        # What it may head has no sure chapter.
        unknown = (Chapter(Heading(0, ""), line, ""),) if heads else ()
        after[above] = (*unknown, part, Break(line))
    return tuple(one for place, part in enumerate(parts) for one in after.get(place, (part,)))


def _is_read(part: BookPart) -> bool:
    return isinstance(part, Note) and part.read is not None


def _may_be_short(note: BookPart) -> bool:
    """Whether a note is of words that are often a few: an inscription."""
    read = note.read if isinstance(note, Note) else None
    return read is not None and _INSCRIPTION.search(read.speech or "") is not None


def _ends(part: BookPart) -> bool:
    return isinstance(part, PrintStanza) and ends(part.text)


def _is_bare(text: str) -> bool:
    if len(text) > _LONGEST or _MARK.search(text):
        return False
    return not ends(text) or _BRACKETED.fullmatch(text) is not None
