"""A decoded source file, before its format is known."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import overload

from indexer.errors import SourceError
from indexer.model.limits import DEFAULT, Limits, exceeded
from indexer.text import zones
from indexer.text.controls import without_controls, without_invisible
from indexer.wording.said import said

CHINA = zones.parse_zone(zones.DEFAULT)
SEPARATOR = "\u2028"
"""What is left of the characters that part lines and paragraphs and end no physical line."""
_INDENT = "\u3000\u3000"  # which begins a paragraph inside a line, too
_SEPARATORS = ("\x0b", "\u2029")  # Word's manual line break, and Unicode's end of a paragraph
_LARGE = 1 << 20
"""In characters; the lines of a smaller text are kept as they are, which is quicker."""
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a source file, in the lines that an editor numbers.

    Attributes:
        path: relative to the seeds folder, with `/` between folders.
        lines: physical lines without their line ends; `lines[0]` is line 1. Only CR LF, CR and
            LF end a line.
        zone: the time zone in which timestamps become dates.
        limits: what of the file is too large to be read.
    """

    path: str
    lines: Sequence[str]
    zone: tzinfo = CHINA
    limits: Limits = DEFAULT

    def count(self, mark: str) -> int:
        """The number of occurrences of `mark` in the text."""
        return sum(line.count(mark) for line in self.lines)

    @classmethod
    def from_text(
        cls, path: str, text: str, zone: tzinfo = CHINA, limits: Limits = DEFAULT
    ) -> SourceText:
        """Divide `text`, without characters that nobody sees or that steer, into physical lines.

        What parts lines inside one of them is left as `SEPARATOR`.

        Raises:
            SourceError: there are more lines than `limits` allow, with those inside other lines.
        """
        may_be_too_many = len(text) >= limits.pieces  # as no piece has fewer than a character
        lines = _line_count(text) if may_be_too_many else 0
        text = with_separators(without_invisible(text))
        if may_be_too_many:
            inside = text.count(SEPARATOR) + text.count(_INDENT) - text.count("\n" + _INDENT)
            check_pieces(path, lines + inside, "limits.lines", limits)
        parts = text.split(SEPARATOR) if SEPARATOR in text else [text]
        text = SEPARATOR.join(map(without_controls, parts))
        return cls(path, Lines(text) if len(text) > _LARGE else _divided(text), zone, limits)


def with_separators(text: str) -> str:
    """`text` with `SEPARATOR` for all the characters that part lines and end no physical line."""
    for separator in _SEPARATORS:
        text = text.replace(separator, SEPARATOR)
    return text


def check_pieces(path: str, count: int, what: str, limits: Limits) -> None:
    """Check that a file has no more pieces than `limits` allow.

    Args:
        path: the file.
        count: the number of its pieces.
        what: the message that counts them.
        limits: the limits in force.

    Raises:
        SourceError: it has more.
    """
    if count > limits.pieces:
        figure = said(what, count=count)
        what = said("limits.it_has")
        reason = exceeded(what, figure, limits, "pieces", remedy="limits.divide_file")
        raise SourceError(path, reason)


def _line_count(text: str) -> int:
    """The number of its physical lines; most texts have no CR, which is quick to see."""
    returns = text.count("\r") - text.count("\r\n") if "\r" in text else 0
    return text.count("\n") + returns + 1


def _divided(text: str) -> tuple[str, ...]:
    return tuple(_LINE_END.split(text) if "\r" in text else text.split("\n"))


class Lines(Sequence[str]):
    """The lines of a text, each sliced when it is asked for, as a file of records may be large."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = array("q", [0])
        self._ends = array("q")
        if "\r" in text:
            for end in _LINE_END.finditer(text):
                self._ends.append(end.start())
                self._starts.append(end.end())
        else:
            end_line, begin_line = self._ends.append, self._starts.append
            at = text.find("\n")
            while at >= 0:
                end_line(at)
                begin_line(at + 1)
                at = text.find("\n", at + 1)
        self._ends.append(len(text))

    def __len__(self) -> int:
        return len(self._ends)

    def __iter__(self) -> Iterator[str]:
        text = self._text
        return (text[a:b] for a, b in zip(self._starts, self._ends, strict=True))

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        return self._text[self._starts[at] : self._ends[at]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lines) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)
