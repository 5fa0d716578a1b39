"""From bytes to text: UTF-8, UTF-16, GB18030 and Big5, distinguished by what the bytes yield.

A file of another kind is refused by its first bytes. GB18030 gives a meaning to almost any bytes,
and UTF-16 and Big5 to most, so each is believed only when the text it yields looks like one.

    >>> decode("核心技术".encode("gb18030")).text
    '核心技术'

A text is judged as a whole: what it has a little of that no text needs, as files from old programs
do (a mark of their end, zeros that fill a block, characters of one's own font), refuses nothing and
is a problem, with its lines.

    >>> decode("核心技术\x1a".encode()).problems[0].line
    1
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from indexer.model.documents import Problem
from indexer.sources.plausibility import (
    OTHERS,
    likeliest,
    plausible_share,
    reads_as_chinese,
    reads_as_traditional,
)
from indexer.wording.said import Said, said

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),  # begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)

_SIGNATURES = (
    (b"%PDF-", "sources.pdf"),
    (b"PK\x03\x04", "sources.zip"),
    (b"PK\x05\x06", "sources.empty_zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "sources.old_office"),
    (b"{\\rtf", "sources.rtf"),
    (b"\x89PNG\r\n", "sources.png"),
    (b"\xff\xd8\xff", "sources.jpeg"),
    (b"GIF87a", "sources.gif"),
    (b"GIF89a", "sources.gif"),
    (b"II*\x00", "sources.tiff"),
    (b"MM\x00*", "sources.tiff"),
    (b"AT&TFORM", "sources.djvu"),
    (b"\x1f\x8b", "sources.gzip"),
    (b"BZh", "sources.bzip2"),
    (b"\xfd7zXZ\x00", "sources.xz"),
    (b"7z\xbc\xaf\x27\x1c", "sources.seven_zip"),
    (b"Rar!\x1a\x07", "sources.rar"),
    (b"\x28\xb5\x2f\xfd", "sources.zstandard"),
    (b"SQLite format 3\x00", "sources.sqlite"),
    (b"\x7fELF", "sources.program"),
)

_SAMPLE = 100_000
"""How much of a text is examined, in characters or bytes."""

_CONTROLS: Final = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff"
"""What is no character of a text; of the controls those stay that separate lines or words."""
_PRIVATE: Final = "\ue000-\uf8ff"
"""Characters that mean something in one font alone."""
_STRANGE: Final = re.compile(f"[{_CONTROLS}{_PRIVATE}]")
_CONTROL: Final = re.compile(f"[{_CONTROLS}]")
_STRANGE_BYTES: Final = bytes((*range(9), *range(0x0E, 0x1C), 0x7F))
_PADDING: Final = b"\x00\x1a"
_CHARACTERS_A_CONTROL: Final = 20
_FOREIGN_A_PRIVATE: Final = 20
"""How many characters a text has for each control in it, and outside ASCII for each private one."""
_MOST_LINES: Final = 10
"""How many lines a problem names."""

_SYMBOLS: Final = str.maketrans("•､‾∼♁☉¥¢£", "‧﹑¯～⊕⊙￥￠￡")
"""What Windows means by those codes of Big5 that tables of Hong Kong give another character."""
_BIG5_PAIR: Final = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """What was decoded.

    Attributes:
        text: without controls that no text needs.
        problems: what it had of these, and of characters that mean something in one font alone.
    """

    text: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of a file, and what of it no text needs.

    Raises:
        ValueError: `data` is binary, or in another encoding; the message is a reason in one line.
    """
    if kind := _binary_kind(data):
        raise ValueError(said("sources.binary", kind=kind))
    for mark, encoding, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _examined(_decode_marked(data[len(mark) :], encoding, name, len(mark)))
    if b"\0" in data:
        return _examined(_decode_with_nuls(data))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as exc:
        return _examined(_decode_foreign(data, exc))
    return _examined(text) if _has_strange_bytes(data) else Decoded(text)


def _decode_with_nuls(data: bytes) -> str:
    """UTF-16 without a mark, or a text with a few zeros, or with many that fill its last block."""
    if (text := _as_utf_16(data)) is not None:
        return text
    written = data.rstrip(_PADDING)
    controls = len(written) - len(written.translate(None, _STRANGE_BYTES))
    if not written or controls * _CHARACTERS_A_CONTROL > len(written):
        raise ValueError(said("sources.nul", offset=data.index(b"\0")))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as exc:
        return _decode_foreign(data, exc)


def _decode_foreign(data: bytes, in_utf_8: UnicodeDecodeError) -> str:
    """The text of `data`, which is not UTF-8.

    Raises:
        ValueError: it is in no encoding that is read.
    """
    text = _as_gb18030(data) or _as_utf_16(data) or _as_big5(data)
    if text is None:
        raise ValueError(_why_no_text(data, in_utf_8)) from in_utf_8
    return text


def _has_strange_bytes(data: bytes) -> bool:
    """Whether UTF-8 `data` may have what no text has; much faster than to look at its text."""
    if len(data.translate(None, _STRANGE_BYTES)) < len(data) or b"\xee" in data:
        return True
    if b"\xc2" in data and re.search(rb"\xc2[\x80-\x9f]", data):
        return True
    wide = data.count(b"\xef\xbc") + data.count(b"\xef\xbd")  # nearly all that begin with 0xEF
    return data.count(b"\xef") > wide and bool(re.search(rb"\xef[\x80-\xa3\xbf]", data))


def _examined(text: str) -> Decoded:
    """`text` without controls, and a problem for each kind of what no text has."""
    controls, private = _Seen(), _Seen()
    line, at = 1, 0
    for found in _STRANGE.finditer(text):
        seen = private if "\ue000" <= found[0] <= "\uf8ff" else controls
        if seen.wants_line:
            start = found.start()
            line += text.count("\n", at, start) + text.count("\r", at, start)
            line -= text.count("\r\n", at, start)
            at = start
        seen.add(line)
    kinds = (("sources.controls", controls), ("sources.private", private))
    problems = tuple(seen.problem(what) for what, seen in kinds if seen.count)
    return Decoded(_CONTROL.sub("", text) if controls.count else text, problems)


@dataclass(slots=True)
class _Seen:
    """Characters of one kind, and the first lines that have some."""

    count: int = 0
    lines: list[int] = field(default_factory=list)

    @property
    def wants_line(self) -> bool:
        return len(self.lines) <= _MOST_LINES

    def add(self, line: int) -> None:
        self.count += 1
        if self.wants_line and (not self.lines or line > self.lines[-1]):
            self.lines.append(line)

    def problem(self, what: str) -> Problem:
        first, *others = self.lines
        if not others:
            return Problem(said(what, count=self.count), first)
        named = " ".join(map(str, others[: _MOST_LINES - 1]))
        more = "…" if len(self.lines) > _MOST_LINES else ""
        return Problem(said(f"{what}_on", count=self.count, line_numbers=named + more), first)


def _why_no_text(data: bytes, in_utf_8: UnicodeDecodeError) -> Said:
    """What keeps `data` from being read in the encoding which nearly all of it fits."""
    if _nearly_fits(data.decode("utf-8", "replace")):
        return said("sources.nearly_utf_8", place=_place(in_utf_8))
    encoding = likeliest(data)
    if encoding == "gb18030":
        text = data.decode(encoding, "replace")
        if "\ufffd" not in text and not _few_are_strange(text):
            return said("sources.strange_gb18030", count=len(_STRANGE.findall(text)))
    if encoding == "big5hkscs" and (at := _disputed(data)) is not None:
        return said("sources.disputed_big5", byte=f"{data[at]:02x}", offset=at)
    if encoding not in (None, "gb18030", "big5hkscs"):
        return said("sources.other_encoding", name=OTHERS[encoding])
    return (
        _why_not(data, "gb18030", "sources.nearly_gb18030", reads_as_chinese)
        or _why_not(data, "big5hkscs", "sources.nearly_big5", reads_as_traditional)
        or said("sources.no_encoding", place=_place(in_utf_8))
    )


def _why_not(data: bytes, encoding: str, what: str, is_text: Callable[[str], bool]) -> Said | None:
    """The place of the first byte that does not fit an encoding, where all but a few do."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as exc:
        text = data.decode(encoding, "replace")
        if _nearly_fits(text) and is_text(text.replace("\ufffd", "")):
            return said(what, place=_place(exc))
    return None


def _nearly_fits(text: str) -> bool:
    """Whether few characters outside ASCII had to be replaced; in a wrong encoding most have."""
    foreign = sum(not character.isascii() for character in text)
    return 10 * text.count("\ufffd") < foreign


def _place(error: UnicodeDecodeError) -> Said:
    return said("sources.byte", byte=f"{error.object[error.start]:02x}", offset=error.start)


def _decode_marked(data: bytes, encoding: str, name: str, offset: int) -> str:
    """The text after a byte order mark, which is believed without a look at the text."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as exc:
        byte, at = f"{data[exc.start]:02x}", exc.start + offset
        raise ValueError(said("sources.marked", name=name, byte=byte, offset=at)) from exc


def _as_gb18030(data: bytes) -> str | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    fits = reads_as_chinese(text) and _few_are_strange(text)
    return text if fits and likeliest(data) in ("gb18030", None) else None


def _as_utf_16(data: bytes) -> str | None:
    """`data` as UTF-16 without a mark, in the byte order that yields the likelier text.

    Plain ASCII is likely in both, as rare Chinese characters in the wrong one: then the zero
    bytes decide, which are the higher halves.
    """
    if not data or len(data) % 2:
        return None
    little_first = data[1:_SAMPLE:2].count(0) >= data[0:_SAMPLE:2].count(0)
    orders = ("utf-16-le", "utf-16-be") if little_first else ("utf-16-be", "utf-16-le")
    best = max(
        orders, key=lambda encoding: plausible_share(data[:_SAMPLE].decode(encoding, "replace"))
    )
    try:
        text = data.decode(best)
    except UnicodeDecodeError:
        return None
    written = text.rstrip(_PADDING.decode())
    if plausible_share(written) < 0.95 or not reads_as_chinese(text) or not _few_are_strange(text):
        return None
    return text


def _as_big5(data: bytes) -> str | None:
    """`data` as Big5, in which Windows and Hong Kong agree but for the look of some symbols."""
    for encoding in ("big5hkscs", "cp950"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        fits = reads_as_traditional(text) and likeliest(data) == "big5hkscs"
        return text.translate(_SYMBOLS) if fits and _disputed(data) is None else None
    return None


def _disputed(data: bytes) -> int | None:
    """The offset of the first code of Big5 that two programs read as two characters."""
    pairs = _BIG5_PAIR.finditer(data)
    return next((pair.start() for pair in pairs if b"\xc6\xa1" <= pair[0] <= b"\xc8\xfe"), None)


def _few_are_strange(text: str) -> bool:
    """Whether there are controls and private-use characters in a text, not text among these.

    Read in a wrong encoding, one in three or more is such a character.
    """
    written = text.rstrip(_PADDING.decode())
    controls = len(_CONTROL.findall(written))
    private = len(_STRANGE.findall(written)) - controls
    foreign = sum(not character.isascii() for character in text) if private else 0
    few = controls * _CHARACTERS_A_CONTROL <= len(text)
    return few and private * _FOREIGN_A_PRIVATE <= foreign


def _binary_kind(data: bytes) -> Said | None:
    """What `data` is by the bytes that it begins with; None where it may be text.

    >>> _binary_kind(b"%PDF-1.7")
    'a PDF file'
    """
    kind = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)
    return None if kind is None else said(kind)
