"""`terms.txt`, a list of words that are never cut: 新质生产力, 两个维护.

It lies beside the folder of the source files, so that it is no source itself. One word a line;
blank lines and lines that begin with `#` are passed over.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from indexer.errors import OptionError
from indexer.sources.plain_files import TooLargeError, read_plain
from indexer.wording import say
from indexer.wording.said import refusal

List = TypeVar("List")

NAME = "terms.txt"
SPEAKERS = "speakers.txt"
"""The list of persons, which `indexer.sources.speaker_list` reads: few collections have one."""
_MOST_BYTES = 16 << 20
_LONGEST_WORD = 64
"""In characters. No longer word is indexed."""
_MOST_WORDS = 10_000
"""Each is looked for at every place of every text."""


class TermList(NamedTuple):
    """The words to be kept whole.

    Attributes:
        words: in folded form, each once, sorted.
        identity: tells the list from every other; empty where there are no words.
    """

    words: tuple[str, ...] = ()

    @property
    def identity(self) -> str:
        """The SHA-256 of the words, in hexadecimal; empty where there are none."""
        if not self.words:
            return ""
        import hashlib  # noqa: PLC0415 (hardly any collection has such a list)

        return hashlib.sha256("\n".join(self.words).encode()).hexdigest()


def read_terms(seeds: Path) -> TermList:
    """The list that lies beside the folder `seeds`; an empty one where there is none.

    Raises:
        OptionError: the list cannot be read.
    """
    return read_beside(seeds, NAME, parse_terms, _MOST_BYTES) or TermList()


def lies_beside(seeds: Path, name: str) -> bool:
    """Whether there is anything called `name` beside the folder `seeds`."""
    return os.path.lexists(seeds.resolve().parent / name)


def read_beside(
    seeds: Path, name: str, parse: Callable[[str], List], most_bytes: int
) -> List | None:
    """The list in the file `name` that lies beside the folder `seeds`; None where there is none.

    Args:
        seeds: the folder of the source files.
        name: of the file.
        parse: makes the list of the file's text; raises ValueError with a reason in one line.
        most_bytes: how large the file may be.

    Raises:
        OptionError: the list cannot be read.
    """
    path = seeds.resolve().parent / name
    try:
        if path.exists() and not path.is_file():
            raise OptionError(say("options.terms_no_file", path=path))
        data = read_plain(path, most_bytes, follow=True)
        from indexer.sources.decoding import decode  # noqa: PLC0415 (as above)

        return parse(decode(data))
    except FileNotFoundError:
        return None
    except OSError as exc:
        raise OptionError(say("options.terms_unreadable", path=path, reason=refusal(exc))) from exc
    except TooLargeError as exc:
        raise OptionError(
            say("options.terms_large", path=path, size=exc.size, most=most_bytes)
        ) from exc
    except ValueError as exc:
        raise OptionError(say("options.terms", path=path, reason=str(exc))) from exc


def parse_terms(text: str) -> TermList:
    """The list that `text` holds.

    >>> parse_terms("# 固定提法\\n两个维护\\n\\n新質生產力\\n").words
    ('两个维护', '新质生产力')

    Raises:
        ValueError: a word is too long; the message is a reason in one line.
    """
    from indexer.text.folding import fold  # noqa: PLC0415 (as above)

    words: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if len(bare) > _LONGEST_WORD and not bare.startswith("#"):
            raise ValueError(
                say("options.term_long", line=number, length=len(bare), most=_LONGEST_WORD)
            )
        if bare and not bare.startswith("#"):
            words.add(fold(bare))
    if len(words) > _MOST_WORDS:
        raise ValueError(say("options.terms_many", count=len(words), most=_MOST_WORDS))
    return TermList(tuple(sorted(words - {""})))
