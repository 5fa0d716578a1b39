"""`terms.txt`, a list of words that are never cut: 新质生产力, 两个维护.

It lies beside the folder of the source files, so that it is no source itself. One word a line;
blank lines and lines that begin with `#` are passed over.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from indexer.decoding import decode
from indexer.errors import OptionError
from indexer.folding import fold

NAME = "terms.txt"


@dataclass(frozen=True, slots=True)
class TermList:
    """The words to be kept whole.

    Attributes:
        words: in folded form, each once, sorted.
        identity: tells the list from every other; empty where there are no words.
    """

    words: tuple[str, ...] = ()

    @property
    def identity(self) -> str:
        """The SHA-256 of the words, in hexadecimal; empty where there are none."""
        return hashlib.sha256("\n".join(self.words).encode()).hexdigest() if self.words else ""


def read_terms(seeds: Path) -> TermList:
    """The list that lies beside the folder `seeds`; an empty one where there is none.

    Raises:
        OptionError: the list cannot be read.
    """
    path = seeds.resolve().parent / NAME
    try:
        text = decode(path.read_bytes())
    except FileNotFoundError:
        return TermList()
    except OSError as exc:
        raise OptionError(f"{path}: {exc.strerror or exc}; make it readable or remove it") from exc
    except ValueError as exc:
        raise OptionError(f"{path}: {exc}") from exc
    return parse_terms(text)


def parse_terms(text: str) -> TermList:
    """The list that `text` holds.

    >>> parse_terms("# 固定提法\\n两个维护\\n\\n新質生產力\\n").words
    ('两个维护', '新质生产力')
    """
    lines = (line.strip() for line in text.splitlines())
    words = {fold(line) for line in lines if line and not line.startswith("#")}
    return TermList(tuple(sorted(words - {""})))
