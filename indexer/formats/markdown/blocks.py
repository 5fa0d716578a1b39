"""From the lines of a Markdown file to blocks of text.

>>> blocks = markdown_blocks(["## 核心技术", "- 要**自主**", "  创新"])
>>> [(block.text, block.lines, block.level) for block in blocks]
[('核心技术', (1, 1), 2), ('要自主创新', (2, 3), 0)]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.formats.blocks import Block, BlockForm
from indexer.formats.hard_wraps import cells, joined, paragraph_blocks
from indexer.formats.markdown.inline import note_mark, plain_text, without_hidden
from indexer.formats.parting import has_parts, parted
from indexer.sources.source_text import SEPARATOR
from indexer.text.folding import HAN
from indexer.text.typography import ends_sentence

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CROWDED_HEADING = re.compile(rf" {{0,3}}(#{{1,6}})(?=[{HAN}《“（])[^#]*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|--+)[ \t]*")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_BULLET = re.compile(r"\s*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_NUMBER = re.compile(r"\s*[0-9]{1,9}[.)][ \t]+")
_ROW_RULE = re.compile(r"[|:\- \t]+")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)([^\[\]]+)\]:\s*\S+")
_NOTE = re.compile(r" {0,3}\[\^([^\[\]]+)\]:\s*")
_BREAK = re.compile(r"<br *>|<br */>", re.IGNORECASE)
_TAG = re.compile(
    r"(?<!`)(?P<mark>`+)(?!`)[^`]+(?P=mark)(?!`)|<(?P<end>/?)(?P<name>address|article|aside|"
    r"blockquote|br|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|"
    r"ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)\b[^<>]*>",
    re.IGNORECASE,
)
"""Code, or a tag that begins or ends a paragraph."""
_LONGEST_HEADING = 120
_LONGEST_LINES = 1000
_FIRST = frozenset("#|[-*_=~`>+0123456789")
"""What a line begins with that is none of words alone."""


def heading_level(line: str) -> int:
    """The level of a heading that begins with `#`, 0 for any other line."""
    marks = _HEADING.match(line)
    return len(marks[1]) if marks and line[marks.end() :].strip() else 0


def crowded_heading_level(line: str) -> int:
    """The level of a heading whose `#` no blank follows, 0 for any other line.

    A second `#` makes it a hashtag (#话题#), and so do many words or a full stop after it.
    """
    marks = _CROWDED_HEADING.fullmatch(line)
    if marks is None or line.rstrip().endswith("。") or cells(line) > _LONGEST_HEADING:
        return 0
    return len(marks[1])


def markdown_blocks(
    lines: Sequence[str], start: int = 0, *, crowded: bool = False
) -> tuple[Block, ...]:
    """The blocks of the lines from index `start` on.

    `crowded` is whether headings may lack the blank after `#`.
    """
    body = lines[start:]
    labels = {
        match[1].lower() for line in body if "]:" in line and (match := _DEFINITION.match(line))
    }
    collector = _Collector(frozenset(labels), crowded)
    for number, line in enumerate(body, start + 1):
        collector.take(line, number)
    collector.flush()
    return tuple(collector.blocks)


class _Collector:
    """Takes one line after the other and keeps the paragraph and the fence that are open."""

    def __init__(self, labels: frozenset[str], crowded: bool) -> None:
        self.blocks: list[Block] = []
        self._labels = labels
        self._crowded = crowded
        self._rows: list[list[Block]] = []  # between line breaks, before the open one
        self._paragraph: list[Block] = []
        self._form: BlockForm = "paragraph"
        self._level = 0  # of the element of a heading that is open
        self._width = 0
        self._fence = ""
        self._code: list[Block] = []
        self._quoted = False

    def take(self, line: str, number: int) -> None:
        """Add one line."""
        if not line and not self._fence:
            self._quoted = False
            self.flush()
            return
        if self._in_fence(line, number):
            return
        if self._quoted or ">" in line:
            line = self._unquoted(line)
        if not has_parts(line):
            self._take_part(line, number)
            return
        for place, part in enumerate(parted(line)):
            if place:
                self.flush()
            self._take_part(part, number)

    def _take_part(self, line: str, number: int) -> None:
        first = line.lstrip()[:1]
        if not first:
            self.flush()
            return
        if first not in _FIRST:  # most lines have no mark
            if line.startswith("\u3000"):
                self.flush()
            self._take_words(line, number)
            return
        if self._paragraph and _UNDERLINE.fullmatch(line) and self._could_be_heading():
            self.flush(level=1 if "=" in line else 2)
        elif _RULE.fullmatch(line) or _DEFINITION.match(line):
            self.flush()
        elif level := self._heading_level(line):
            self.flush()
            self._add(_without_closing_marks(line.strip().lstrip("#").strip()), number)
            self.flush(level)
        elif line.lstrip().startswith("|"):
            self.flush()
            if not _ROW_RULE.fullmatch(line.strip()):
                self._add(" ".join(line.replace("|", " ").split()), number)
            self.flush()
        elif note := _NOTE.match(line):
            self.flush()
            self._form = "note"
            self._add(f"{note_mark(note[1])} {line[note.end() :]}", number)
        else:
            self._take_text(line, number)

    def flush(self, level: int = 0) -> None:
        """End what is open; at the end of the file, that includes a fence."""
        if self._code:
            text = "\n".join(line.text for line in self._code)
            lines = self._code[0].lines[0], self._code[-1].lines[1]
            self.blocks.append(Block(text, lines, form="code"))
            self._code = []
        level, self._level = level or self._level, 0
        form, self._form = self._form, "paragraph"
        if not self._rows and not self._paragraph:
            return
        if not self._rows and len(self._paragraph) == 1:  # as nearly always
            line = self._paragraph.pop()
            self._width = 0
            if text := plain_text(line.text, self._labels):
                self.blocks.append(Block(text, line.lines, level, form))
            return
        self._end_row()
        blocks = self._plain_rows()
        self._rows, self._width = [], 0
        if len(blocks) > 1:
            whole = bool(level) or form == "note"
            blocks = [joined(blocks)] if whole else list(paragraph_blocks(blocks))
        self.blocks += [replace(block, level=level, form=form) for block in blocks]

    def _end_row(self) -> None:
        if self._paragraph:
            self._rows.append(self._paragraph)
            self._paragraph = []

    def _plain_rows(self) -> list[Block]:
        """The rows between line breaks, without marks; those that are only marks are none.

        What marks enclose may go over a line break: **甲<br>乙**.
        """
        rows = [joined(row) for row in self._rows]
        texts = plain_text(SEPARATOR.join(row.text for row in rows), self._labels).split(SEPARATOR)
        if len(texts) != len(rows):  # a break inside a link
            texts = [plain_text(row.text, self._labels) for row in rows]
        return [
            replace(row, text=text.strip(), parts=self._plain_parts(row.parts))
            for row, text in zip(rows, texts, strict=True)
            if text.strip()
        ]

    def _plain_parts(self, parts: Sequence[Block]) -> tuple[Block, ...]:
        """The lines of a paragraph without their marks; those that are only marks are none."""
        plain = ((plain_text(part.text.strip(), self._labels), part) for part in parts)
        return tuple(replace(part, text=text, form="line") for text, part in plain if text)

    def _heading_level(self, line: str) -> int:
        return heading_level(line) or (crowded_heading_level(line) if self._crowded else 0)

    def _in_fence(self, line: str, number: int) -> bool:
        """Whether `line` is code or the fence around it; code is taken unchanged."""
        if not self._fence and "```" not in line and "~~~" not in line:
            return False
        fence = _FENCE.match(line)
        if not self._fence:
            if fence is None or "`" in line[fence.end() :]:
                return False
            self.flush()
            self._fence = fence[1]
        elif fence and fence[1].startswith(self._fence) and not line[fence.end() :].strip():
            self._fence = ""
            self.flush()
        elif line.strip():
            self._code.append(Block(line.rstrip(), (number, number)))
        return True

    def _unquoted(self, line: str) -> str:
        """`line` without the marks of a block quotation, which begins and ends a paragraph."""
        start = 0
        while mark := _QUOTE.match(line, start):
            start = mark.end()
        bare, quoted = line[start:], start > 0
        if quoted and not self._quoted:
            self.flush()
        # A line without a mark may continue a quotation, as it may continue a list item.
        self._quoted = quoted or (self._quoted and bool(bare.strip()))
        return bare

    def _could_be_heading(self) -> bool:
        """Whether the open paragraph can be underlined; below a sentence it is a rule."""
        if self._width > _LONGEST_LINES:  # joining it for each underline would take too long
            return False
        text = joined(self._paragraph).text
        return cells(text) <= _LONGEST_HEADING and not ends_sentence(text)

    def _take_text(self, line: str, number: int) -> None:
        mark = _BULLET.match(line)
        if mark or _NUMBER.match(line) or line.startswith("\u3000"):
            self.flush()
        self._take_words(line[mark.end() :] if mark else line, number)

    def _take_words(self, line: str, number: int) -> None:
        # A backslash at the end of a line is a line break that joins as others do.
        text = line.rstrip().removesuffix("\\")
        if "<" not in text:
            self._add_row(text, number)
            return
        text = without_hidden(text)
        at = 0
        for tag in _TAG.finditer(text):
            name = tag["name"]
            if name is None:  # code, which may contain a tag
                continue
            self._add_row(text[at : tag.start()], number)
            at = tag.end()
            if name.lower() == "br" and self._paragraph:
                self._end_row()
            else:
                self.flush()
                self._level = int(name[1]) if name[1:].isdigit() and not tag["end"] else 0
        self._add_row(text[at:], number)

    def _add(self, text: str, number: int) -> None:
        """Add to the open row, in which a line break only serves the looks."""
        for part in _BREAK.split(text):
            self._add_row(part, number)

    def _add_row(self, text: str, number: int) -> None:
        if text and not text.isspace():
            if self._quoted and self._form == "paragraph":
                self._form = "quote"
            self._paragraph.append(Block(text, (number, number)))
            self._width += len(text)


def _without_closing_marks(heading: str) -> str:
    """`heading` without the `#` that may close it."""
    bare = heading.rstrip("#")
    return bare.rstrip() if bare.endswith((" ", "\t")) else heading
