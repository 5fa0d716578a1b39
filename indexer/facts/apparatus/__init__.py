"""The editor's apparatus of a text: the notes, and their marks inside its sentences.

Notes are nobody's words, so their blocks become notes; a mark is no word, so it is lifted out of
the sentence and kept with its offset. The same for every format, as all of it is told from blocks.

    >>> from indexer.formats.blocks import Block
    >>> texts = "汪精卫⑴叛国。", "注释", "〔1〕汪精卫，国民党的要人。"
    >>> blocks = [Block(text, (n, n)) for n, text in enumerate(texts, 1)]
    >>> [(block.kind, block.text, block.marks) for block in annotated(blocks)]
    [('paragraph', '汪精卫叛国。', ((3, '⑴'),)), ('heading', '注释', ()), \
('note', '〔1〕汪精卫，国民党的要人。', ())]

labels  how a note begins
notes   which blocks are notes, and which text each group of them belongs to
marks   which marks in a text are marks of its notes
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.facts.apparatus.marks import possible_marks, without_marks
from indexer.facts.apparatus.notes import NOTES_HEADING, find_notes
from indexer.formats.blocks import Block
from indexer.text.note_marks import may_have_marks

__all__ = ["annotated", "may_have_apparatus"]

_OF_PRINTS = ("刊印", "排印", "页）", "页)")


def may_have_apparatus(text: str) -> bool:
    """Whether a text can have notes or marks: quick, for the many that have neither."""
    return may_have_marks(text) or any(words in text for words in _OF_PRINTS)


def annotated(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks` with the form of each note, and with the marks lifted out of the others."""
    marks = possible_marks(blocks)
    groups = find_notes(blocks, marks)
    if not marks and not groups:
        return blocks
    done = without_marks(blocks, marks, groups)
    for group in groups:
        for place in group.notes:
            done[place] = replace(blocks[place], form="note", level=0)
        for place in group.firsts:
            done[place] = replace(done[place], opens=True)
        if group.heading is not None:
            text = "".join(blocks[group.heading].text.split())
            level = blocks[group.heading].level or NOTES_HEADING
            done[group.heading] = replace(done[group.heading], text=text, level=level, opens=True)
    return tuple(done)
