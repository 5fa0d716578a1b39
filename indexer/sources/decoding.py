"""From bytes to text: UTF-8, UTF-16 and GB18030, distinguished by what the bytes yield.

A file of another kind is refused by its first bytes. GB18030 gives a meaning to almost any bytes,
and UTF-16 to most, so each is believed only when the text it yields looks like one.

    >>> decode("核心技术".encode("gb18030"))
    '核心技术'
"""

from __future__ import annotations

import codecs
import re

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
    if kind := _binary_kind(data):
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
        if _nearly_fits(text) and _reads_as_chinese(text.replace("\ufffd", "")):
            return said("sources.nearly_gb18030", place=_place(exc))
    return said("sources.no_encoding", place=_place(in_utf_8))


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
    little_first = data[1:_SAMPLE:2].count(0) >= data[0:_SAMPLE:2].count(0)
    orders = ("utf-16-le", "utf-16-be") if little_first else ("utf-16-be", "utf-16-le")
    best = max(
        orders, key=lambda encoding: _plausible_share(data[:_SAMPLE].decode(encoding, "replace"))
    )
    try:
        text = data.decode(best)
    except UnicodeDecodeError:
        return None
    return text if _plausible_share(text) >= 0.95 and _reads_as_chinese(text) else None


def _as_gb18030(data: bytes) -> str | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return text if _reads_as_chinese(text) else None


def _binary_kind(data: bytes) -> Said | None:
    """What `data` is by the bytes that it begins with; None where it may be text.

    >>> _binary_kind(b"%PDF-1.7")
    'a PDF file'
    """
    kind = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)
    return None if kind is None else said(kind)


def _plausible_share(text: str) -> float:
    """The share of characters in a sample of `text` that Chinese and English texts are made of."""
    sample = text[:_SAMPLE]
    return len(_PLAUSIBLE.findall(sample)) / max(len(sample), 1)


def _reads_as_chinese(text: str) -> bool:
    """Whether what is not ASCII in `text` is what Chinese is mostly made of.

    >>> _reads_as_chinese("没有网络安全就没有国家安全"), _reads_as_chinese("花苪苍鏺陻質苌")
    (True, False)

    These are the common characters of GB 2312 and its marks, of which traditional Chinese has two
    in three. Other encodings read as GB18030 or UTF-16 yield rare ones, none that are frequent, or
    the kana of a Japanese text, which EUC-JP writes with the same bytes.
    """
    if _UNUSED_BY_TEXT.search(text):
        return False
    foreign = [character for character in text[:_SAMPLE] if not character.isascii()]
    common = sum(map(_is_common, foreign))
    frequent = sum(character in _FREQUENT for character in foreign)
    kana = sum("\u3041" <= character <= "\u30fe" for character in foreign)
    if common * 5 < len(foreign) * 2 or kana * 5 > len(foreign):
        return False
    return len(foreign) < 50 or frequent * 33 >= len(foreign)


def _is_common(character: str) -> bool:
    code = character.encode("gb18030")
    return (
        len(code) == 2 and code[1] >= 0xA1 and (0xB0 <= code[0] <= 0xD7 or code[0] in (0xA1, 0xA3))
    )
