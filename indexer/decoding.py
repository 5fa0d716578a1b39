"""From bytes to text: UTF-8, UTF-16 and GB18030, told apart by what they hold.

GB18030 gives a meaning to almost any bytes, and UTF-16 to most, so each is believed only when the
text it yields looks like one.

    >>> decode("核心技术".encode("gb18030"))
    '核心技术'
"""

from __future__ import annotations

import codecs
import re

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),  # begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, as .docx, .xlsx and .epub files are"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file, as .doc and .xls files are"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"AT&TFORM", "a DjVu file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_SAMPLE = 100_000
_PLAUSIBLE = re.compile(
    "[\t\n\f\r -~\xa0-\xff\u2010-\u2027\u2030-\u203b\u2460-\u249b\u25a0-\u25ff"
    "\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee"
    "\U0001f300-\U0001faff\U00020000-\U000323af\ufeff]"
)
_FREQUENT = frozenset(
    "，。、：；！？“”（）《》　的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对"
    "成会可主发年动同工也能下过子说产种面而方后多定行学法所民经十三之进着等部度家电力里如水化高自二理起小"
    "這為個國時來們於對會發動過說產種後學經進"
)
_UNUSED_BY_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x9f\ue000-\uf8ff\ufffe\uffff]")


def decode(data: bytes) -> str:
    """The text of a file.

    Raises:
        ValueError: `data` is binary, or in another encoding; the message is a reason in one line.
    """
    for magic, what in _BINARY:
        if data.startswith(magic):
            raise ValueError(f"looks like {what}; convert it to text first")
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
            raise ValueError(
                f"neither UTF-8, UTF-16 nor GB18030 (byte 0x{data[exc.start]:02x} at offset "
                f"{exc.start}); save it as UTF-8"
            ) from exc
        return text


def _decode_marked(data: bytes, encoding: str, name: str, offset: int) -> str:
    """Text whose byte order mark says what it is; it is believed without a look at the text."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as exc:
        raise ValueError(
            f"marked as {name}, but byte 0x{data[exc.start]:02x} at offset {exc.start + offset} "
            "does not fit; save it as UTF-8"
        ) from exc


def _decode_with_nuls(data: bytes) -> str:
    text = _as_utf_16(data)
    if text is None:
        offset = data.index(b"\0")
        raise ValueError(
            f"looks like binary data (byte 0x00 at offset {offset}); convert it to text first"
        )
    return text


def _as_utf_16(data: bytes) -> str | None:
    """`data` as UTF-16 without a mark, in the byte order that yields the likelier text.

    Plain ASCII is likely in both, as rare Chinese characters in the wrong one: then the zero
    bytes decide, which are the higher halves.
    """
    if not data or len(data) % 2:
        return None
    little_first = data[1:_SAMPLE:2].count(0) >= data[0:_SAMPLE:2].count(0)
    orders = ("utf-16-le", "utf-16-be") if little_first else ("utf-16-be", "utf-16-le")
    best = max(orders, key=lambda encoding: _likelihood(data[:_SAMPLE].decode(encoding, "replace")))
    try:
        text = data.decode(best)
    except UnicodeDecodeError:
        return None
    return text if _likelihood(text) >= 0.95 and "\0" not in text else None


def _likelihood(text: str) -> float:
    """The share of characters in a sample of `text` that Chinese and English texts are made of."""
    sample = text[:_SAMPLE]
    return len(_PLAUSIBLE.findall(sample)) / max(len(sample), 1)


def _as_gb18030(data: bytes) -> str | None:
    """`data` as GB18030, if it is made of the characters that Chinese is mostly made of.

    These are the common ones of GB 2312 and its marks, of which traditional Chinese has two in
    three characters. Other encodings read as GB18030 give rare ones, or none that are frequent.
    """
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    if _UNUSED_BY_TEXT.search(text):
        return None
    foreign = [character for character in text[:_SAMPLE] if not character.isascii()]
    common = sum(map(_is_common, foreign))
    frequent = sum(character in _FREQUENT for character in foreign)
    if common * 5 < len(foreign) * 2:
        return None
    return text if len(foreign) < 50 or frequent * 33 >= len(foreign) else None


def _is_common(character: str) -> bool:
    code = character.encode("gb18030")
    return (
        len(code) == 2 and code[1] >= 0xA1 and (0xB0 <= code[0] <= 0xD7 or code[0] in (0xA1, 0xA3))
    )
