"""Files that are not text, told by the bytes they begin with.

>>> binary_kind(b"%PDF-1.7")
'a PDF file'
"""

from __future__ import annotations

from indexer.wording.said import Said, said

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


def binary_kind(data: bytes) -> Said | None:
    """What `data` is, with its article, or None where it may be text."""
    kind = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)
    return None if kind is None else said(kind)
