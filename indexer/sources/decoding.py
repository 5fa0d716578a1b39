"""From bytes to text: UTF-8, UTF-16 and GB18030, told apart by what they hold.

GB18030 gives a meaning to almost any bytes, and UTF-16 to most, so each is believed only when the
text it yields looks like one.

    >>> decode("核心技术".encode("gb18030"))
    '核心技术'
"""

from __future__ import annotations

import codecs

from indexer.sources.binary_files import binary_kind
from indexer.sources.plausible_text import SAMPLE, plausible_share, reads_as_chinese
from indexer.wording.said import Said, said

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),  # begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)


def decode(data: bytes) -> str:
    """The text of a file.

    Raises:
        ValueError: `data` is binary, or in another encoding; the message is a reason in one line.
    """
    if kind := binary_kind(data):
        raise ValueError(said("sources.binary", kind=kind))
    for mark, encoding, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding, name, len(mark))
    if b"\0" in data:
        return _decode_with_nuls(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as exc:
        text = _as_gb18030(data) or _as_utf_16(data)
        if text is None:
            raise ValueError(_why_no_text(data, exc)) from exc
        return text


def _why_no_text(data: bytes, in_utf_8: UnicodeDecodeError) -> Said:
    """The place of the first byte that does not fit the encoding which nearly all others fit."""
    if _nearly_fits(data.decode("utf-8", "replace")):
        return said("sources.nearly_utf_8", place=_place(in_utf_8))
    try:
        data.decode("gb18030")
    except UnicodeDecodeError as exc:
        text = data.decode("gb18030", "replace")
        if _nearly_fits(text) and reads_as_chinese(text.replace("\ufffd", "")):
            return said("sources.nearly_gb18030", place=_place(exc))
    return said("sources.no_encoding", place=_place(in_utf_8))


def _nearly_fits(text: str) -> bool:
    """Whether few characters outside ASCII had to be replaced; in a wrong encoding most have."""
    foreign = sum(not character.isascii() for character in text)
    return 10 * text.count("\ufffd") < foreign


def _place(error: UnicodeDecodeError) -> Said:
    return said("sources.byte", byte=f"{error.object[error.start]:02x}", offset=error.start)


def _decode_marked(data: bytes, encoding: str, name: str, offset: int) -> str:
    """Text whose byte order mark says what it is; it is believed without a look at the text."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as exc:
        byte, at = f"{data[exc.start]:02x}", exc.start + offset
        raise ValueError(said("sources.marked", name=name, byte=byte, offset=at)) from exc


def _decode_with_nuls(data: bytes) -> str:
    text = _as_utf_16(data)
    if text is None:
        raise ValueError(said("sources.nul", offset=data.index(b"\0")))
    return text


def _as_utf_16(data: bytes) -> str | None:
    """`data` as UTF-16 without a mark, in the byte order that yields the likelier text.

    Plain ASCII is likely in both, as rare Chinese characters in the wrong one: then the zero
    bytes decide, which are the higher halves.
    """
    if not data or len(data) % 2:
        return None
    little_first = data[1:SAMPLE:2].count(0) >= data[0:SAMPLE:2].count(0)
    orders = ("utf-16-le", "utf-16-be") if little_first else ("utf-16-be", "utf-16-le")
    best = max(
        orders, key=lambda encoding: plausible_share(data[:SAMPLE].decode(encoding, "replace"))
    )
    try:
        text = data.decode(best)
    except UnicodeDecodeError:
        return None
    return text if plausible_share(text) >= 0.95 and reads_as_chinese(text) else None


def _as_gb18030(data: bytes) -> str | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return text if reads_as_chinese(text) else None
