"""jieba's dictionary: which one it is, told without importing jieba, and read quickly.

jieba reads its 349,000 lines one by one and marks every prefix of a word as one. What it makes of
them is a mapping of each word to its frequency, and of each prefix that is no word to 0;
`parse_dictionary` makes the same of the file as a whole in about half the time. A file of another
form than jieba's own is left to jieba.
"""

from __future__ import annotations

import importlib.util
import re
import unicodedata
import zlib
from pathlib import Path

_VERSION = re.compile(rb"^__version__ = ['\"]([^'\"]+)", re.MULTILINE)
_NO_WHITESPACE = bytes(set(range(256)) - set(b" \t\n\v\f\r"))


def identify_analyzer() -> str:
    """Tells apart all analyzers that might cut or fold a text otherwise.

    Those are jieba's release, every byte of its dictionary, and the version of Unicode by which
    Python folds and tells letters. Changes to the code of an installed jieba go unnoticed.
    """
    version, dictionary = _jieba_version(), zlib.crc32(read_dictionary())
    unicode_version = unicodedata.unidata_version
    return f"jieba {version}, dictionary {dictionary:08x}, Unicode {unicode_version}"


def read_dictionary() -> bytes:
    """The dictionary that comes with jieba."""
    return (_jieba_file().parent / "dict.txt").read_bytes()


def parse_dictionary(data: bytes) -> tuple[dict[str, int], int] | None:
    """What jieba's `gen_pfdict` makes of a dictionary.

    Args:
        data: a dictionary; each line is a word, its frequency and its tag, with one blank between.

    Returns:
        The frequency of every word and 0 for every prefix that is no word, and the sum of the
        frequencies of all lines; None where `data` has another form.

    >>> parse_dictionary("核心 30 n\\n核心技术 5 n\\n".encode())
    ({'核心': 30, '核心技术': 5, '核': 0, '核心技': 0}, 35)
    """
    gaps = data.translate(None, _NO_WHITESPACE)
    if not gaps or gaps != b"  \n" * (len(gaps) // 3):
        return None
    try:
        columns = data[:-1].replace(b"\n", b" ").decode().split(" ")
        counts = list(map(int, columns[1::3]))
    except ValueError:
        return None
    words = columns[::3]
    frequencies = dict(zip(words, counts, strict=True))
    if "" in frequencies:
        return None
    _add_prefixes(frequencies, words)
    return frequencies, sum(counts)


def _add_prefixes(frequencies: dict[str, int], words: list[str]) -> None:
    """A prefix that is there already has its own there too, or will get them as a word itself.

    Words that follow each other often share their prefix, which is then not looked up again.
    """
    frequencies[""] = 0
    before = ""
    for word in words:
        prefix = word[:-1]
        if prefix != before:
            before = prefix
            while prefix not in frequencies:
                frequencies[prefix] = 0
                prefix = prefix[:-1]
    del frequencies[""]


def _jieba_version() -> str:
    """The version that jieba's own file states."""
    stated = _VERSION.search(_jieba_file().read_bytes())
    if stated:
        return stated[1].decode()
    from importlib import metadata  # noqa: PLC0415 (takes as long as everything else here)

    return metadata.version("jieba")


def _jieba_file() -> Path:
    spec = importlib.util.find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("No module named 'jieba'", name="jieba")
    return Path(spec.origin)
