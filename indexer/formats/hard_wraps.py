"""Lines that a typesetter broke at the width of a column, and how they join again.

Widths are counted in cells, two for every character outside ASCII: in Chinese type quotation
marks and dashes are as wide as characters, whatever a terminal makes of them.

    >>> joined((Block("没有网络安全就没有国", (1, 1)), Block("家安全。", (2, 2))))
    Block(text='没有网络安全就没有国家安全。', lines=(1, 2), level=0, form='paragraph', opens=True)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.formats.blocks import Block, Stanza, shifted
from indexer.text.marks import SHARED_MARKS
from indexer.text.numerals import HAN_NUMERAL
from indexer.text.typography import ends_sentence, has_han, is_chinese

_INDENT = re.compile(r"\u3000|[ \xa0]{2}|\t")
_MARKS = "\"'()[],.;:!?" + SHARED_MARKS
_FIGURE = re.compile(r"[0-9A-Za-z]")
_FIRST_WORD = re.compile(r"[!-~]+|..?")
INDENT_CELLS = 4

_MOST_PARTS = 400
_WIDE = 100
_LONGEST_WRAPPED = 120
_WIDEST = 2 * _LONGEST_WRAPPED + 4
"""In cells. A column of 120 characters has 240, and a mark or two may be squeezed in."""
_NARROWEST = 40
_ROOM = 4
_FEW = 3
_COLON = ("：", ":")
_AFTER_COLON = 12
"""In cells: so much room a typesetter leaves only at the end of a paragraph."""

_CONTINUES = "，,、—（(《“"
_LIST_ITEM = re.compile(
    rf"\s*(?:[{HAN_NUMERAL}]{{1,3}}、|[（(][{HAN_NUMERAL}0-9]{{1,3}}[）)]|[0-9]{{1,3}}[.．、](?![0-9])|"
    rf"第[{HAN_NUMERAL}0-9]{{1,4}}[章节条]|[-*•●■]\s)"
)


def cells(text: str) -> int:
    """The width of `text` in Chinese type."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def column_width(lines: Sequence[Block]) -> int:
    """The width at which `lines` were broken.

    It is the second widest line: the widest may have one mark more than fits, squeezed in so
    that it does not begin the next line.
    """
    widths = sorted((cells(line.text.strip()) for line in lines), reverse=True)
    return widths[1] if len(widths) > 2 else widths[0]


def is_indented(line: str) -> bool:
    """Whether `line` begins as a paragraph in print does."""
    return _INDENT.match(line) is not None


def begins_paragraph(previous: str, line: str, column: int) -> bool:
    """Whether `line`, right below `previous`, begins a new paragraph.

    It does if it is indented, or if the line above ends with a colon far from the end of the
    column (各位代表：). Where indents were stripped, a paragraph else can begin only after the end
    of a sentence: either the first word of `line` would have had room above, or `line` is
    narrower than the column by the indent it has lost. A line narrower still is the last one of
    its paragraph.
    """
    if is_indented(line):
        return True
    room = column - cells(previous.strip())
    if not ends_sentence(previous):
        return room > _AFTER_COLON and previous.rstrip().endswith(_COLON)
    first_word = _FIRST_WORD.match(line.strip())
    if first_word and room > cells(first_word[0]) + 1:
        return True
    lacking = column - cells(line.strip())
    return has_han(line) and INDENT_CELLS - 1 <= lacking <= INDENT_CELLS + 3


def joined(lines: Sequence[Block]) -> Block:
    """One block of `lines`, with a blank where two words outside Chinese meet.

    Of a few lines it keeps which they were: they may be the head of a text, or a note.
    """
    pieces: list[str] = []
    marks: list[tuple[int, str]] = []
    length = 0
    for line in lines:
        text = line.text.strip()
        if pieces:
            pieces.append(_separator(pieces[-1], text))
            length += len(pieces[-1])
        if line.marks:
            marks += shifted(line.stripped().marks, length, length + len(text))
        pieces.append(text)
        length += len(text)
    return Block(
        "".join(pieces),
        (lines[0].lines[0], lines[-1].lines[1]),
        form="note" if lines[0].form == "note" else "paragraph",
        parts=tuple(lines) if 1 < len(lines) <= _MOST_PARTS else (),
        marks=tuple(marks),
    )


def _separator(before: str, after: str) -> str:
    """What separated two lines before they were broken: a blank or nothing.

    Marks at the break belong to the word beside them: no blank follows 发展, even though the comma
    is a half-width one. A number in a Chinese line may be cut anywhere.
    """
    left = before.rstrip(_MARKS)[-1:]
    right = after.lstrip(_MARKS)[:1]
    if is_chinese(before[-1:]) or is_chinese(after[:1]) or is_chinese(left) or is_chinese(right):
        return ""
    if before.endswith("-"):
        return ""
    if before[-1:].isdigit() and after[:1].isdigit() and (has_han(before) or has_han(after)):
        return ""
    return " "


def is_list_item(line: str) -> bool:
    """Whether `line` begins with a number or a bullet."""
    return _LIST_ITEM.match(line) is not None


def paragraph_blocks(stanza: Stanza) -> Iterator[Block]:
    """The paragraphs in a run of lines: broken at a width, so that they join, or one each.

    >>> stanza = Block("没有网络安全", (1, 1)), Block("就没有国家安全。", (2, 2))
    >>> [(block.text, block.lines) for block in paragraph_blocks(stanza)]
    [('没有网络安全就没有国家安全。', (1, 2))]
    """
    if not _are_wrapped(stanza):
        broken = any(line.text.endswith(" ") for line in stanza)
        whole = _with_figures(stanza) if broken else stanza
        if len(whole) == len(stanza) or not _are_wrapped(whole):
            for line in stanza:
                yield line.stripped()
            return
        stanza = whole
    column = column_width(stanza)
    paragraph = [stanza[0]]
    for line in stanza[1:]:
        if is_list_item(line.text) or begins_paragraph(paragraph[-1].text, line.text, column):
            yield joined(paragraph)
            paragraph = []
        paragraph.append(line)
    yield joined(paragraph)


def _with_figures(stanza: Stanza) -> Stanza:
    """The lines, of which those are one again that some programs broke before a figure, too.

    They leave the blank before it at the end of the line.

    >>> [line.text for line in _with_figures([Block("我是 ", (1, 1)), Block("1995年来的", (2, 2))])]
    ['我是1995年来的']
    """
    whole: list[list[Block]] = []
    for line in stanza:
        before = whole[-1][-1].text if whole else ""
        if before.endswith(" ") and _FIGURE.match(line.text) and not is_list_item(line.text):
            whole[-1].append(line)
        else:
            whole.append([line])
    return [replace(joined(lines), form=lines[0].form) for lines in whole]


def _are_wrapped(stanza: Stanza) -> bool:
    """Whether lines were broken at a width, so that most go on in the next one.

    That shows in the last line, which ends the sentence, in commas at the line's end, or in
    lines as wide as the column. Otherwise it is a list, a table or verse.
    """
    inner = [line.text.strip() for line in stanza[:-1]]
    if not inner:
        return False
    widest = max(map(cells, inner))
    if widest > _WIDE:
        return widest <= _WIDEST and _are_full(stanza, column_width(stanza))
    if 2 * sum(map(ends_sentence, inner)) >= len(inner):
        return False
    if ends_sentence(stanza[-1].text) or any(line.endswith(tuple(_CONTINUES)) for line in inner):
        return True
    column = column_width(stanza)
    full = sum(cells(line) + _ROOM > column for line in inner)
    return column > _NARROWEST and 5 * full >= 3 * len(inner)


def _are_full(stanza: Stanza, column: int) -> bool:
    """Whether most lines that do not end a sentence are as wide as the column.

    So wide lines are mostly paragraphs, which end sentences, and are as wide as others by chance.
    """
    open_ = [line.text.rstrip() for line in stanza[:-1] if not ends_sentence(line.text)]
    if len(open_) < _FEW and not ends_sentence(stanza[-1].text):
        return False
    full = sum(cells(line) + 2 * _ROOM > column for line in open_)  # with its indent
    return bool(open_) and 5 * full >= 3 * len(open_)
