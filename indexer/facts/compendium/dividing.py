"""The lines of a compendium as its parts: chapter beginnings, texts and notes, one after another.

A note that was not read ends its passage like any other: what it says is not known, but it says it
of the words above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.facts.compendium.chapter_starts import (
    Chapter,
    chapter_at,
    closed_heading,
    fused_number,
    heading_line,
    split_fused,
)
from indexer.facts.compendium.chapters import Heading, is_after_book
from indexer.facts.compendium.furniture import advert_end, repeats_heading
from indexer.facts.compendium.judging import (
    is_heading,
    is_rule,
    is_unread,
    may_be_unread,
    note_behind,
)
from indexer.facts.compendium.layout import BookForm
from indexer.facts.compendium.notes import Note, find_note
from indexer.facts.compendium.parts import BookFurniture, BookPart, Section
from indexer.facts.compendium.print_lines import PrintLine, PrintStanza, join
from indexer.facts.compendium.standing import note_before_text, note_inside, split_note, split_text
from indexer.facts.notes.likeness import is_suspect, looks_like_note
from indexer.facts.notes.persons import is_book_title
from indexer.facts.notes.text import ends
from indexer.wording.said import said

_MOST_LINES = 4


def divide(lines: Sequence[PrintLine], form: BookForm) -> tuple[BookPart, ...]:
    """The parts of all chapters; `lines` begin with the heading of the first, if there is one."""
    return tuple(_Divider(lines, form).parts())


class _Divider:
    """Divides the lines of a book into its parts, from the first to the last."""

    def __init__(self, lines: Sequence[PrintLine], form: BookForm) -> None:
        self.lines = list(lines)
        self.form = form
        self.done: list[BookPart] = []
        self.chapter: Chapter | None = None
        self.fused = 0  # the line whose text stands behind a note
        # Where indents alone part paragraphs, a note may begin under any full line.
        opened = sum(line.opens for line in lines)
        self.indented = form.wrapped and 3 * sum(line.indented for line in lines) > opened

    def parts(self) -> list[BookPart]:
        place = 0
        while place < len(self.lines):
            self._split(place)
            place = self._take(place)
        return self.done

    @property
    def before(self) -> BookPart | None:
        """The last part that is text of the book."""
        return next(
            (one for one in reversed(self.done) if not isinstance(one, BookFurniture)), None
        )

    def _split(self, place: int) -> None:
        """Part what stands on one line and belongs on two."""
        line = self.lines[place]
        if line.level:
            return
        if not isinstance(self.before, PrintStanza) and self.chapter is not None:
            self.lines[place : place + 1] = split_fused(line, self.chapter, self.form.contents)
        if self._may_hold_note(place) and (parts := split_text(line.text)):
            note, text = parts
            self.lines[place : place + 1] = (
                replace(line, text=note, opens=True),
                replace(line, text=text, opens=True),
            )

    def _may_hold_note(self, place: int) -> bool:
        """Whether a note may stand at the beginning of line `place`: under a text or an unread."""
        before = self.before
        if isinstance(before, Note):
            return before.read is None
        return isinstance(before, PrintStanza) and self._ended(place)

    def _ended(self, place: int) -> bool:
        """Whether no sentence is going on before line `place`."""
        return not isinstance(self.before, PrintStanza) or ends(self.lines[place - 1].text)

    def _take(self, place: int) -> int:
        """Take the part that begins with line `place`, and return the place after it."""
        line = self.lines[place]
        if self.chapter is not None and line.level == 0:
            skipped = self._skipped(place, self.chapter)
            if skipped is not None:
                self.done.append(BookFurniture(tuple(self.lines[place:skipped])))
                return skipped
        if line.level:
            return self._heading(
                Chapter(heading_line(line.text), line.number, line.text), place + 1
            )
        if line.opens or self._ended(place):
            after = self._chapter(place) or self._note(place) or self._loose(place)
            if after is not None:
                return after
        return self._text(place)

    def _skipped(self, place: int, chapter: Chapter) -> int | None:
        """The place after the running head or advert at line `place`, None where there is none."""
        if repeats_heading(self.lines, place, chapter.heading):
            return place + 1
        return advert_end(self.lines, place) if self._ended(place) else None

    def _heading(self, chapter: Chapter, after: int) -> int:
        """Take a heading that a format marks."""
        if self.lines[after - 1].level <= self.form.level:
            self.chapter = chapter
            self.done.append(chapter)
        else:
            self.done.append(Section(chapter.heading.text, chapter.line))
        return after

    def _chapter(self, place: int) -> int | None:
        """Take the heading of a numbered chapter."""
        if not self.form.numbered:
            return None
        in_text = isinstance(self.before, PrintStanza)
        start = chapter_at(self.lines, place, self.chapter, self.form.contents, in_text=in_text)
        if start is not None:
            self.chapter, after = start
            self.done.append(self.chapter)
            return after
        if not in_text and self.chapter is not None:
            number = fused_number(self.lines[place].text, self.chapter, self.form.contents)
            if number is not None:  # where it ends nobody knows, so its passages have no chapter
                line = self.lines[place]
                self.chapter = Chapter(Heading(number, ""), line.number, line.text)
                self.done.append(self.chapter)
        return None

    def _note(self, place: int) -> int | None:
        """Take a note, sound or broken."""
        note = find_note(
            self.lines,
            place,
            in_text=not self.form.apart and not self._ended(place),
            apart=self.form.apart,
        )
        if note is None:
            return None
        before = self.done[-1] if self.done else None
        rest = isinstance(before, Note) and before.read is None and note.read is not None
        if rest and note.read is not None and note.read.speech is None:
            note = _unread(note.lines, note.raw)  # rather the rest of the one that was not read
        self.done.append(note)
        return place + len(note.lines)

    def _block(self, place: int) -> int:
        """The place after the block that begins with line `place`."""
        after = place + 1
        last = min(len(self.lines), place + 2 * _MOST_LINES + 1)  # what is longer is no note
        while after < last and not self.lines[after].opens:
            after += 1
        return after

    def _loose(self, place: int) -> int | None:
        """Take a heading without a number, or what looks like a note and was not read."""
        if not self.lines[place].opens and not (self.form.apart and self._ended(place)):
            return None
        after = self._block(place)
        block = self.lines[place:after]
        if note_before_text(join(block[: 2 * _MOST_LINES])):
            text = join(block)
            cut = note_before_text(text)
            return self._take_fused(place, after, text[:cut], text[cut:].lstrip())
        if after - place > 2 * _MOST_LINES:
            return None
        text = join(block)
        if is_rule(text, self.form, is_first=not self.done):
            self.done.append(BookFurniture(tuple(block)))
            return after
        if isinstance(self.before, Note) and is_book_title(text):
            self.chapter = Chapter(Heading(0, ""), block[0].number, text)
            self.done.append(self.chapter)
            return after
        return self._heading_or_unread(block, text, after)

    def _take_fused(self, place: int, after: int, note: str, text: str) -> int:
        """Take a note and leave the text behind it: whose the words above are is unsure."""
        first, last = self.lines[place].number, self.lines[after - 1].last
        self.done.append(_unread((PrintLine(first, note, True),), note))
        self.fused = first
        rest = PrintLine(first, text, True, end=last if last > first else 0)
        self.lines[place:after] = [rest]
        return place

    def _heading_or_unread(self, block: Sequence[PrintLine], text: str, after: int) -> int | None:
        """Take the block as a heading or as a note that was not read, if it is either."""
        parts = split_note(text) if self.form.apart else None
        if parts and parts.text and (parts.read or not isinstance(self.before, PrintStanza)):
            return None
        apart = self._stands_apart(after)
        closed = closed_heading(text) if apart else None
        if closed or (apart and is_heading(text)):
            if self.form.level and self._is_fused_chapter(text, block[0].number):
                heading = heading_line(text)
                heading = heading if heading.number else Heading(0, "")
                self.chapter = Chapter(heading, block[0].number, text)
                self.done.append(self.chapter)
            elif (self.form.numbered or self.form.level) and not is_after_book(text):
                self.done.append(Section(text, block[0].number))
            else:
                heading = closed or Heading(0, text)
                self.chapter = Chapter(heading, block[0].number, text)
                self.done.append(self.chapter)
            return after
        before = self.before
        if is_unread(text, before, self.form) or (
            may_be_unread(text, before, self.form) and not self._is_note(after)
        ):
            self.done.append(_unread(block, text))
            return after
        return None

    def _is_fused_chapter(self, text: str, line: int) -> bool:
        """Whether a heading that no format marks begins a chapter, as the marked ones do.

        It has the next number; or it stood behind a note on its line, where no format can have
        marked it: what it heads is not known, so that its passages have no chapter.
        """
        heading, before = heading_line(text), self.chapter.heading if self.chapter else None
        if before is None or not heading.number:
            return line == self.fused
        follows = heading.number == before.number + 1 and heading.rank == before.rank
        return follows and before.number > 0

    def _stands_apart(self, after: int) -> bool:
        """Whether what precedes line `after` stands between a note and a text."""
        if not self.form.apart or isinstance(self.before, PrintStanza) or after >= len(self.lines):
            return False
        return not self._is_note(after)

    def _is_note(self, place: int) -> bool:
        """Whether a note that can be read begins with line `place`."""
        if place >= len(self.lines) or self.lines[place].level:
            return False
        note = find_note(self.lines, place, apart=self.form.apart)
        return note is not None and note.read is not None

    def _text(self, place: int) -> int:
        """Take a block of text, and the note behind it on its line."""
        after = self._text_end(place)
        stanza = PrintStanza(tuple(self.lines[place:after]))
        parts = inside = None
        if self.form.apart:
            parts = note_behind(stanza.text, self.form, note_below=self._is_note(after))
            inside = note_inside(parts.text if parts else stanza.text)
        if parts is None:
            self.done.append(stanza)
            if inside is not None:  # whose the words on both sides are nobody can tell
                self.done.append(_unread((PrintLine(stanza.span[1], inside, True),), inside))
            return after
        first, last = stanza.span
        if parts.text:
            end = last if last > first else 0
            self.done.append(PrintStanza((PrintLine(first, parts.text, True, end=end),)))
        line = PrintLine(last, parts.raw, True)
        if parts.read is not None and inside is None:
            self.done.append(Note((line,), parts.raw, parts.read, behind=True))
        else:
            self.done.append(_unread((line,), parts.raw))
        return after

    def _begins_note(self, place: int) -> bool:
        """Whether the rest of a block, under the end of a sentence, is a note or looks like one."""
        if find_note(self.lines, place, apart=self.form.apart):
            return True
        after = self._block(place)
        if not self.form.apart or after - place > 2 * _MOST_LINES:
            return False
        text = join(self.lines[place:after])
        return looks_like_note(text) or (self.indented and self.form.single and is_suspect(text))

    def _text_end(self, start: int) -> int:
        """Where the block of text that begins with line `start` ends.

        That is the next empty line, or a note right under a line that ends a sentence. Where lines
        are not those of the print, each is a block: it ends a paragraph, or a page.
        """
        stop = start + 1
        if not self.form.wrapped:
            return stop
        while stop < len(self.lines) and not self.lines[stop].opens:
            if ends(self.lines[stop - 1].text) and self._begins_note(stop):
                break
            stop += 1
        return stop


def _unread(lines: Sequence[PrintLine], raw: str) -> Note:
    return Note(tuple(lines), raw, None, said("reading.fault_form"))
