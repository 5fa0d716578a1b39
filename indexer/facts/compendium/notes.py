"""Notes among the lines of a compendium, the broken ones included.

A sound note is the longest run of lines that can be read as one. A broken one must be found too, or
its passage would swallow the next: it has the parts of a note and nothing else, but one of them is
damaged. What could as well be text is text here; what only looks like a note is for `standing` to
say, which sees where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.facts.compendium.print_lines import PrintLine
from indexer.facts.notes.damaged import is_broken
from indexer.facts.notes.glance import has_marks, may_be_readable
from indexer.facts.notes.reading import date_bracket, fault_of, find_facts
from indexer.facts.notes.text import wide
from indexer.model.documents import AttributionLine
from indexer.text.marks import PAGE_RANGE_MARKS
from indexer.text.numerals import NUMERAL
from indexer.text.typography import ends_sentence, mend

_MOST_LINES = 10  # printed are up to four; broken at twenty columns it has nine
_LONGEST = 400  # characters, of all the lines together

_REMNANT = range(1, 3)
"""Lines under a note in its block that are rather the rest of it than a text."""

_TITLE_LINE = re.compile(r"《[^《》]*》?(?:[（(]|$)")
_UNMARKED_TITLE = re.compile("[在致给]")
_OPEN_PAGE = re.compile(rf"第[{PAGE_RANGE_MARKS}{NUMERAL}]+$")


@dataclass(frozen=True, slots=True)
class Note:
    """A note in its place.

    Attributes:
        lines: its lines.
        raw: its text, mended but otherwise unchanged.
        read: what it says, or None where it was not read.
        fault: what is wrong with it, or None.
        behind: whether it stands behind its text, on the same line.
    """

    lines: tuple[PrintLine, ...]
    raw: str
    read: AttributionLine | None
    fault: str | None = None
    behind: bool = False


def find_note(
    lines: Sequence[PrintLine], start: int, *, in_text: bool = False, apart: bool = False
) -> Note | None:
    """The note, sound or broken, that begins with line `start`.

    Args:
        lines: the lines of the book.
        start: the place of the first line.
        in_text: whether the line before has not ended its sentence. Then what is no sound note is
            far more likely the rest of the paragraph than a broken one.
        apart: whether an empty line always ends a paragraph, and so a note.
    """
    window = _window(lines, start, apart=apart)
    if not any(has_marks(line.text) for line in window):
        return None
    ended = start + len(window) == len(lines) or lines[start + len(window)].opens
    sound = _sound_note(window, ended=ended)
    if sound and apart and _rest_of_block(lines, start + len(sound.lines)) in _REMNANT:
        sound = None
    return sound if sound or in_text else _broken_note(window, ended=ended)


def _rest_of_block(lines: Sequence[PrintLine], place: int) -> int:
    """How many lines of a block are left at `place`, as far as that matters."""
    after = place
    while after < len(lines) and not lines[after].opens and after - place < _REMNANT.stop:
        after += 1
    return after - place


def join_note(lines: Sequence[PrintLine]) -> str:
    """The text of a note, mended, without what a page break printed twice.

    Text recognition may read the last character of a page again at the head of the next. That a
    word doubles a character of its own just there is far less likely in so short a text.
    """
    pieces: list[str] = []
    for line in lines:
        doubled = line.opens and pieces and pieces[-1].endswith(line.text[0])
        pieces.append(line.text[1:] if doubled and line.text[0].isalpha() else line.text)
    return mend("\n".join(piece for piece in pieces if piece))


def _window(lines: Sequence[PrintLine], start: int, *, apart: bool) -> Sequence[PrintLine]:
    """The lines from `start` on that one note could fill."""
    stop, length = start, 0
    while stop < min(start + _MOST_LINES, len(lines)):
        length += len(lines[stop].text)
        if length > _LONGEST or (apart and stop > start and lines[stop].opens):
            break
        stop += 1
        if "。" in lines[stop - 1].text and not _is_part(lines[start:stop]):
            break
    return lines[start:stop]


def _is_part(lines: Sequence[PrintLine]) -> bool:
    """Whether a full stop at the end of `lines` may be a slip in the middle of a note."""
    return "。" not in lines[-1].text[:-1] and date_bracket(wide(join_note(lines))) is not None


def _sound_note(window: Sequence[PrintLine], *, ended: bool) -> Note | None:
    """The longest sound note that `window` begins with."""
    if not any(may_be_readable(line.text) for line in window):
        return None
    best: Note | None = None
    for stop in range(1, len(window) + 1):
        at_end = window[stop].opens if stop < len(window) else ended
        best = _read(window[:stop], at_end=at_end) or best
        if "。" in window[stop - 1].text:
            break
    if best is None or _begins_later(best.lines):
        return None
    return best


def _read(lines: Sequence[PrintLine], *, at_end: bool = True) -> Note | None:
    """`lines` as a sound note, or None.

    Args:
        lines: some lines.
        at_end: whether an empty line follows. Only there may a full stop or a page without 页 end
            it.
    """
    raw = join_note(lines)
    if not at_end and (ends_sentence(raw) or _OPEN_PAGE.search(raw)):
        return None
    read = find_facts(raw)
    return Note(tuple(lines), raw, read) if read else None


def _begins_later(lines: Sequence[PrintLine]) -> bool:
    """Whether the first of `lines` are text without its full stop, and a title follows them."""
    return any(
        (_TITLE_LINE.match(line.text) or (line.opens and _UNMARKED_TITLE.match(line.text)))
        and _has_speech(_read(lines[later:]))
        for later, line in enumerate(lines)
        if later > 0
    )


def _has_speech(note: Note | None) -> bool:
    return note is not None and note.read is not None and note.read.speech is not None


def _broken_note(window: Sequence[PrintLine], *, ended: bool) -> Note | None:
    """The longest broken note that `window` begins with and that ends at an empty line."""
    for stop in reversed(tuple(_block_ends(window, ended=ended))):
        raw = join_note(window[:stop])
        if is_broken(raw):
            return Note(tuple(window[:stop]), raw, None, fault_of(raw))
    return None


def _block_ends(window: Sequence[PrintLine], *, ended: bool) -> Iterator[int]:
    """Where the blocks of `window` end that may belong to the note it begins with."""
    for place in range(1, len(window)):
        if window[place].opens:
            yield place
            if _TITLE_LINE.match(window[place].text) or _sound_note(window[place:], ended=ended):
                return
    if ended:
        yield len(window)
