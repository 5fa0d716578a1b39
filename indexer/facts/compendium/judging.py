"""What a block of a book is by its words, given what stands above it and how the book is written.

Nothing here knows where the block stands among the lines; `dividing` does, and asks.

    >>> form = BookForm(contents={}, apart=True)
    >>> is_heading("一、坚持党的领导"), is_heading("要把工作做好。")
    (True, False)
"""

from __future__ import annotations

import re

from indexer.facts.compendium.chapter_starts import heading_line
from indexer.facts.compendium.layout import BookForm
from indexer.facts.compendium.notes import Note
from indexer.facts.compendium.parts import BookPart
from indexer.facts.compendium.print_lines import PrintStanza
from indexer.facts.compendium.standing import TextAndNote, begins_like_note, split_note
from indexer.facts.notes.damaged import is_damaged, is_rest_of_note
from indexer.facts.notes.likeness import (
    has_many_signs,
    has_sign,
    is_dashed_alone,
    is_suspect,
    leads_to_source,
    looks_like_note,
    may_be_sentence_or_note,
    opens_like_note,
    opens_with_many_signs,
)
from indexer.facts.notes.persons import person_in
from indexer.facts.notes.text import ends
from indexer.text.numerals import NUMERAL
from indexer.text.simplified import simplified

_LONGEST_HEADING = 40  # characters
_LONGEST_BARE = 60  # characters of what ends no sentence in a book of single paragraphs
_NO_HEADING = ("：", ":", "；", "、", "，", ",", "…", "——")
_NOTHING = re.compile(
    rf"\W*|[（(]?[{NUMERAL}]{{1,3}}[)）、.．]?|第[{NUMERAL}]{{1,3}}[章节篇部]|(?:注|按|出处|来源|附注)[：:]"
)
"""A line without words of its own."""
_LABEL = re.compile("【[^】]{1,6}】")


def is_rule(text: str, form: BookForm, *, is_first: bool) -> bool:
    """Whether a line in the midst of others says nothing: a drawn rule, a label, a number."""
    if _LABEL.fullmatch(text):
        return True
    if not form.apart or is_first:
        return False
    return _NOTHING.fullmatch(text) is not None or person_in(text.rstrip("：:")) is not None


def is_heading(text: str) -> bool:
    """Whether a line between a note and a text is a heading: short, no sentence, no note."""
    if len(text) > _LONGEST_HEADING or ends(text) or text.endswith(_NO_HEADING):
        return False
    if is_rest_of_note(text):
        return False
    return heading_line(text).number > 0 or not has_sign(simplified(text))


def is_unread(text: str, above: BookPart | None, form: BookForm) -> bool:
    """Whether a block is rather a note that was not read than text, whatever stands below it.

    Args:
        text: its words.
        above: the part that stands above it, furniture apart.
        form: how the book is written.
    """
    if is_damaged(text) or (form.apart and opens_with_many_signs(text)):
        return True
    if isinstance(above, Note):
        broken = above.read is None
        if broken and (is_rest_of_note(text) or may_be_sentence_or_note(text)):
            return True
        return begins_like_note(text) and not ends(text)
    if not isinstance(above, PrintStanza):
        return False
    return begins_like_note(text) or (looks_like_note(text) and opens_like_note(text))


def may_be_unread(text: str, above: BookPart | None, form: BookForm) -> bool:
    """Whether a block may be a note that was not read, unless one that can be read stands below.

    What that follows is text without its full stop. The arguments are those of `is_unread`.
    """
    if isinstance(above, Note):
        like = looks_like_note(text) or is_rest_of_note(text) or leads_to_source(text)
        return like or (form.apart and has_many_signs(text))
    return isinstance(above, PrintStanza) and _is_suspect_below_text(text, form)


def _is_suspect_below_text(text: str, form: BookForm) -> bool:
    if looks_like_note(text) or may_be_sentence_or_note(text):
        return True
    if form.apart and (is_dashed_alone(text) or has_many_signs(text) or is_rest_of_note(text)):
        return True
    if form.single and is_suspect(text):
        return True
    if not form.apart or ends(text) or text.endswith(_NO_HEADING):
        return False
    if form.single:
        return len(text) <= _LONGEST_BARE
    return len(text) <= _LONGEST_HEADING and "，" not in text


def note_behind(text: str, form: BookForm, *, note_below: bool) -> TextAndNote | None:
    """A text and the note behind it on its line, None where none stands there.

    Under it may stand a second note, `note_below`: then the first names a speech, or is broken.
    """
    if not note_below:
        return split_note(text, suspicious=form.behind)
    parts = split_note(text)
    return parts if parts and (not parts.read or parts.read.speech) else None
