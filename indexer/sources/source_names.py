r"""Names of source files as text: whatever bytes a name is made of, it can be shown and typed.

A name becomes part of an id, so different names stay different, nothing in one steers a terminal,
and what is shown can be typed. Bytes that are not UTF-8 and characters that nobody sees are written
as escapes, and a backslash as two.

>>> source_name("讲话\n.txt")
'讲话\\n.txt'
"""

from __future__ import annotations

import os
import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Controls, format characters, halves of surrogate pairs, separators of lines and paragraphs."""


def source_name(name: str) -> str:
    """The name of a file or folder, which the operating system gave, as text.

    No two names have the same text.
    """
    if name.isprintable() and "\\" not in name and not name.startswith(" "):
        return name
    text = os.fsencode(name).decode("utf-8", "surrogateescape")
    blanks = len(text) - len(text.lstrip())  # which whoever types an id would not notice
    return "".join(map(_escaped, text[:blanks])) + "".join(map(_written, text[blanks:]))


def _written(character: str) -> str:
    if character == "\\":
        return "\\\\"
    if "\udc80" <= character <= "\udcff":  # a byte that is not UTF-8
        return f"\\x{ord(character) - 0xDC00:02x}"
    return _escaped(character) if unicodedata.category(character) in _UNSEEN else character


def _escaped(character: str) -> str:
    """Bytes have `\\x`, so a character of the same number must have another form."""
    code = ord(character)
    short = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return short.get(character) or (f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")
