"""How much of a source file is read: what exceeds a limit is reported, and the rest is indexed.

Source files come from strangers. Nothing in one may take memory or time without bounds, and
whatever a limit leaves out is named in one line with the limit that left it out.

>>> Limits(paragraph_characters=500).paragraph_characters
500
"""

from __future__ import annotations

from dataclasses import fields

from indexer.errors import OptionError
from indexer.value import value
from indexer.wording import say
from indexer.wording.said import Said, said

_GREATEST = 1 << 53
"""More than any file has; every program that reads JSON knows the number exactly."""


@value(frozen=True, slots=True, kw_only=True)
class Limits:
    """What of a source file is too large to be read. An index built with others is rebuilt.

    Attributes:
        file_bytes: bytes of a file. While it is read, a file of ordinary text takes about ten times
            its size in memory.
        paragraph_characters: characters of a paragraph; a longer one is left out.
        pieces: lines, tags, records or paragraphs of a file, each of which takes up to a kilobyte
            of memory, however short it is.
        field_characters: characters of a title, a heading, a speech or any other fact about a
            paragraph, which is kept once for each; a longer one is left out, and a heading is text.
        front_matter_characters: characters of YAML front matter, which takes by far the longest
            to read.
        problems: the number of problems of a file that are reported one by one.

    Raises:
        OptionError: a limit is no positive number, or beyond all files.
    """

    file_bytes: int = 1 << 30
    paragraph_characters: int = 1_000_000
    pieces: int = 5_000_000
    field_characters: int = 10_000
    front_matter_characters: int = 100_000
    problems: int = 1_000

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if type(value) is not int or not 1 <= value <= _GREATEST:
                raise OptionError(
                    say("limits.no_number", name=field.name, value=value, most=_GREATEST)
                )


DEFAULT = Limits()
"""The limits by default."""

_OPTIONS = {
    "file_bytes": "limits.file_bytes",
    "paragraph_characters": "limits.paragraph_characters",
}


def exceeded(what: Said, figure: Said, limits: Limits, limit: str, *, remedy: str) -> Said:
    """The reason why something is left out, in one line.

    Args:
        what: what is too large, as the beginning of a sentence.
        figure: how large it is.
        limits: the limits in force.
        limit: the name of the one that is exceeded.
        remedy: the message about what to do other than to raise it.

    >>> what, figure = said("limits.it_has"), said("limits.lines", count=20)
    >>> exceeded(what, figure, Limits(pieces=9), "pieces", remedy="limits.divide_it")
    'it has 20 lines, and the limit is 9; divide it, or raise the limit: Limits(pieces=…)'
    """
    return said(
        "limits.exceeded",
        what=what,
        figure=figure,
        limit=getattr(limits, limit),
        remedy=said(remedy),
        option=said(_OPTIONS[limit]) if limit in _OPTIONS else f"Limits({limit}=…)",
    )
