"""Markdown's marks inside a paragraph, taken away from the words.

    >>> plain_text("坚持**自主创新**，见[全文](https://example.org)")
    '坚持自主创新，见全文'

Every pattern stops at the next mark of its own kind, so that unpaired ones cost nothing.
"""

from __future__ import annotations

import html
import re
from collections.abc import Set

from indexer.formats.html.blocks import raised, with_short_references

_PROTECTED = 0x10FF00
"""Escaped characters are kept in a private range of Unicode until the marks are gone."""

_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_PROTECT = {ord(character): chr(_PROTECTED + ord(character)) for character in _PUNCTUATION}
_RESTORE = {_PROTECTED + ord(character): character for character in _PUNCTUATION}

_ANY = re.compile(r"[`\\\[<*_~&]")
_CODE = re.compile(r"(?<!`)(`+)(?!`)([^`]+)\1(?!`)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)?\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)?\)")
_REFERENCE = re.compile(r"\[([^\[\]]+)\](?:\[([^\[\]]*)\])?")
_NOTE = re.compile(r"\[\^([^\[\]]+)\]")
_LONGEST_NUMBER = 3
_NO_WORDS = re.compile(
    r"(?<!`)(`+)(?!`)[^`]+\1(?!`)|<(?P<name>del|s|strike|rt|rp|script|style)\b[^<>]*>[^<>]*</(?P=name)\s*>"
    r"|<(?P<hidden>[a-z][a-z0-9]*)\b[^<>]*?(?:\shidden(?=[\s>=])|\saria-hidden\s*=\s*[\"']?true|"
    r"display\s*:\s*none)[^<>]*>[^<>]*</(?P=hidden)\s*>",
    re.IGNORECASE,
)
"""Code, in which tags are text, or an element whose words nobody sees, or sees crossed out."""
_RAISED = re.compile(
    r"<sup\b[^<>]*>\s*(?:<a\b[^<>]*>)?\s*([0-9]{1,3})\s*(?:</a>)?\s*</sup>", re.IGNORECASE
)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,30}:[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--[^<>]*-->")
_STARS = re.compile(r"(\*{1,3})(?=[^\s*])([^*]+)(?<=\S)\1")
_UNDERLINES = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])([^_]+)(?<=\S)\1(?!\w)")
_STRIKE = re.compile(r"~~(?=\S)([^~]+)(?<=\S)~~")
_DEEPEST_EMPHASIS = 4


def plain_text(text: str, references: Set[str] = frozenset()) -> str:
    """`text` without marks; `references` are the labels that link definitions name."""
    if _ANY.search(text) is None:
        return text.strip()
    text = _CODE.sub(lambda match: match[2].strip().translate(_PROTECT), text)
    text = _ESCAPE.sub(lambda match: match[1].translate(_PROTECT), text)
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _NOTE.sub(lambda match: note_mark(match[1]), text)
    text = _RAISED.sub(lambda match: raised(match[1]), text)
    if references:
        text = _REFERENCE.sub(lambda match: _named(match, references), text)
    text = _TAG.sub("", _AUTOLINK.sub(r"\1", text))
    for _ in range(_DEEPEST_EMPHASIS):
        bare = _UNDERLINES.sub(r"\2", _STARS.sub(r"\2", text))
        if bare == text:
            break
        text = bare
    text = _STRIKE.sub(r"\1", text)
    return html.unescape(with_short_references(text)).translate(_RESTORE).strip()


def without_hidden(text: str) -> str:
    """`text` without elements that are crossed out, hidden or the reading of a character.

    >>> without_hidden("汉<rt>hàn</rt>字<del>作废</del>")
    '汉字'
    """
    return _NO_WORDS.sub(lambda match: match[0] if match[1] else "", text)


def note_mark(label: str) -> str:
    """The mark of a footnote as printed: [1], and [注] where its label is no number."""
    return f"[{label}]" if label.isdecimal() and len(label) <= _LONGEST_NUMBER else "[注]"


def _named(match: re.Match[str], references: Set[str]) -> str:
    """A link by label, or the brackets unchanged where no definition has that label."""
    label = (match[2] or match[1]).lower()
    return match[1] if label in references else match[0]
