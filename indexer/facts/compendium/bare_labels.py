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
from indexer.facts.compendium.parts import BookFurniture, BookPart
from indexer.facts.compendium.print_lines import PrintStanza
from indexer.facts.notes.text import ends
from indexer.text.marks import PAUSES
from indexer.wording.said import said

_LONGEST = 30  # characters
_SHORTEST_HEADING = 5  # characters
_BRACKETED = re.compile(r"[【〔（(\[][^】〕）)\]]+[】〕）)\]]")
_MARK = re.compile(f"[{PAUSES}…“”‘’]")


def without_bare_labels(parts: Sequence[BookPart], *, loose: bool) -> tuple[BookPart, ...]:
    """`parts` with bare lines above notes as notes that were not read.

    Args:
        parts: the parts of a book.
        loose: whether its headings have no numbers and no marks, so that such a line may be one.
    """
    places = [place for place, part in enumerate(parts) if not isinstance(part, BookFurniture)]
    found = [
        (before, above)
        for before, above, note in zip([None, *places], places, places[1:], strict=False)
        if _is_read(parts[note]) and isinstance(parts[above], PrintStanza)
    ]
    done = list(parts)
    texts = [parts[above] for _, above in found]
    if 4 * sum(_ends(part) for part in texts) < 3 * len(texts):
        return tuple(done)  # its texts end without marks
    for before, above in found:
        part = parts[above]
        follows = before is not None and isinstance(parts[before], PrintStanza)
        if follows and before is not None and not _ends(parts[before]):
            continue  # the rest of a paragraph
        if not isinstance(part, PrintStanza) or not _is_bare(part.text):
            continue
        if loose and len(part.text) >= _SHORTEST_HEADING:  # what it heads has no sure chapter
            done[above] = Chapter(Heading(0, ""), part.span[0], part.text)
        else:
            done[above] = Note(part.lines, part.text, None, said("reading.fault_form"))
    return tuple(done)


def _is_read(part: BookPart) -> bool:
    return isinstance(part, Note) and part.read is not None


def _ends(part: BookPart) -> bool:
    return isinstance(part, PrintStanza) and ends(part.text)


def _is_bare(text: str) -> bool:
    if len(text) > _LONGEST or _MARK.search(text):
        return False
    return not ends(text) or _BRACKETED.fullmatch(text) is not None
