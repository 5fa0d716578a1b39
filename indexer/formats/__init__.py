"""From a decoded source file to blocks: what its marks say, and nothing of what its words mean.

Each format is a module that knows one kind of marks: `recognises` returns whether a file is written
in them, by its content, and `read` yields its blocks, or its records. The first format in `FORMATS`
that recognises a file reads it, so the order goes from marks that leave no doubt to plain text.

    >>> content = read_content(SourceText.from_text("a.txt", "核心技术是国之重器。"))
    >>> content.format, content.blocks[0].text
    ('text', '核心技术是国之重器。')

blocks        blocks, and what a file states about itself outside its text
records       records of named fields
parting       where one line has several paragraphs
hard_wraps    lines that a typesetter broke
front_matter  YAML or TOML before the text
toml_entries  the entries of TOML
json_lines    records, one a line or in one array
html/         web pages and fragments
feed          front matter, then HTML
markdown/     Markdown
stray_tags    tags of HTML in a text that is none
plain_text    lines
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from indexer.errors import SourceError
from indexer.formats import feed, json_lines, plain_text
from indexer.formats.blocks import Content
from indexer.formats.html import reader as html
from indexer.formats.markdown import reader as markdown
from indexer.formats.records import Records
from indexer.sources.source_text import SourceText
from indexer.wording.said import said


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of marks.

    Attributes:
        name: the name of the format, the `kind` of documents of which nothing more is known.
        recognises: whether a file is written in them.
        read: the content of such a file; raises `SourceError` where it cannot be read.
    """

    name: str
    recognises: Callable[[SourceText], bool]
    read: Callable[[SourceText], Content | Records]


FORMATS = (
    Format(json_lines.NAME, json_lines.recognises, json_lines.read),
    Format(feed.NAME, feed.recognises, feed.read),
    Format(html.NAME, html.recognises, html.read),
    Format(markdown.NAME, markdown.recognises, markdown.read),
    Format(plain_text.NAME, plain_text.recognises, plain_text.read),
)

TEXTS = FORMATS[1:]
"""The formats of a text that is a field of a record."""


def read_content(source: SourceText) -> Content | Records:
    """The content of `source`.

    Raises:
        SourceError: it cannot be read, or there is no text in it.
    """
    return _read_as(FORMATS, source)


def read_text(source: SourceText) -> Content:
    """The content of a text that stands in a record.

    Raises:
        SourceError: it cannot be read, or there is no text in it.
    """
    content = _read_as(TEXTS, source)
    assert isinstance(content, Content)
    return content


def _read_as(formats: Iterable[Format], source: SourceText) -> Content | Records:
    format_ = next((one for one in formats if one.recognises(source)), None)
    if format_ is None:
        raise SourceError(source.path, said("reading.empty"))
    return format_.read(source)
