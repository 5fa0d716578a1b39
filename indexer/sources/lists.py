"""The lists that lie beside the folder of the source files, so that neither is a source file.

`terms.txt` lists words that are never cut: 新质生产力, 两个维护. `speakers.txt` lists persons whom
articles about a collection quote: 鲁迅, 任正非. They do not concern the source files: they are kept
with the index, for articles whose quotations are traced. Both have one entry a line; blank
lines and lines that begin with `#` are passed over.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from indexer.errors import OptionError
from indexer.sources.plain_files import TooLargeError, content_hash, read_plain
from indexer.wording import say
from indexer.wording.said import refusal

List = TypeVar("List")

TERMS: Final = "terms.txt"
SPEAKERS: Final = "speakers.txt"

_MOST_BYTES: Final = {TERMS: 16 << 20, SPEAKERS: 1 << 20}
"""How large each file may be."""

_LONGEST_WORD: Final = 64
"""In characters. No longer word is indexed."""

_MOST_WORDS: Final = 10_000
"""Each is looked for at every place of every text."""

_BEHIND_WORD: Final = (re.compile("[0-9]+ [a-z]+"), re.compile("[0-9]+|[a-z]{1,4}"))
"""A frequency with a part of speech, two words; one of them, which alone is short."""

_SHORTEST_NAME: Final = 2
"""In characters. A name of one character would be found in every other word."""

_LONGEST_NAME: Final = 32  # characters

_MOST_NAMES: Final = 1000
"""Each is looked for at every place of an article."""

_BETWEEN_NAMES: Final = "·•・‧ "
"""What may separate the parts of a name."""


class TermList(NamedTuple):
    """The words that are never cut.

    Attributes:
        words: in folded form, each once, sorted.
    """

    words: tuple[str, ...] = ()

    @property
    def identity(self) -> str:
        """The SHA-256 of the words, in hexadecimal; empty where there are none."""
        return identity_of(self.words)


def identity_of(entries: Sequence[str]) -> str:
    """The SHA-256 of a list, in hexadecimal; empty for an empty one."""
    return content_hash("\n".join(entries).encode("utf-8", "surrogatepass")) if entries else ""


def lies_beside(seeds: Path, name: str) -> bool:
    """Whether there is anything called `name` beside the folder `seeds`."""
    return os.path.lexists(seeds.resolve().parent / name)


def read_terms(seeds: Path) -> TermList:
    """The words in the list beside the folder `seeds`; an empty list where there is none.

    Raises:
        OptionError: the list cannot be read.
    """
    return _read_beside(seeds, TERMS, parse_terms) or TermList()


def read_speakers(seeds: Path) -> tuple[str, ...]:
    """The names in the list beside the folder `seeds`, each once, sorted; none where there is none.

    Raises:
        OptionError: the list cannot be read.
    """
    return _read_beside(seeds, SPEAKERS, parse_speakers) or ()


def _read_beside(seeds: Path, name: str, parse: Callable[[str], List]) -> List | None:
    """The list in the file `name` that lies beside the folder `seeds`; None where there is none.

    Args:
        seeds: the folder of the source files.
        name: of the file.
        parse: makes the list of the file's text; raises ValueError with a reason in one line.

    Raises:
        OptionError: the list cannot be read.
    """
    path = seeds.resolve().parent / name
    most = _MOST_BYTES[name]
    try:
        if path.exists() and not path.is_file():
            raise OptionError(say("options.terms_no_file", path=path))
        data = read_plain(path, most, follow=True)
        from indexer.sources.decoding import decode  # noqa: PLC0415 (hardly anybody has a list)

        return parse(decode(data).text)
    except FileNotFoundError:
        return None
    except OSError as exc:
        raise OptionError(say("options.terms_unreadable", path=path, reason=refusal(exc))) from exc
    except TooLargeError as exc:
        raise OptionError(say("options.terms_large", path=path, size=exc.size, most=most)) from exc
    except ValueError as exc:
        raise OptionError(say("options.terms", path=path, reason=str(exc))) from exc


def parse_terms(text: str) -> TermList:
    """The words that `text` lists.

    >>> parse_terms("# 固定提法\\n两个维护\\n\\n新質生產力\\n").words
    ('两个维护', '新质生产力')

    A line may be one of a user's dictionary of jieba, too: the word, its frequency and its part of
    speech, of which we need the word.

    Raises:
        ValueError: a word is too long, or there are too many; the message is a reason in one line.
    """
    # Its tables are read by those alone who have a list.
    from indexer.text.folding import fold_spelled  # noqa: PLC0415

    words: set[str] = set()
    for line, entry in _iter_entries(text):
        word = _word_of(entry)
        if len(word) > _LONGEST_WORD:
            raise ValueError(
                say("options.term_long", line=line, length=len(word), most=_LONGEST_WORD)
            )
        words.add(fold_spelled(word))
    if len(words) > _MOST_WORDS:
        raise ValueError(say("options.terms_many", count=len(words), most=_MOST_WORDS))
    return TermList(tuple(sorted(words - {""})))


def _word_of(entry: str) -> str:
    """The word of a line that may be one of a user's dictionary of jieba.

    >>> _word_of("新质生产力 100 n"), _word_of("云计算 n"), _word_of("Big Data")
    ('新质生产力', '云计算', 'Big Data')
    """
    for count, form in zip((2, 1), _BEHIND_WORD, strict=True):
        word, *behind = entry.rsplit(maxsplit=count)
        if len(behind) == count and form.fullmatch(" ".join(behind)) and not word.isascii():
            return word
    return entry


def parse_speakers(text: str) -> tuple[str, ...]:
    """The names that `text` lists, each once, sorted.

    >>> parse_speakers("# 作家\\n鲁迅\\n\\n卡尔·马克思\\n鲁迅\\n")
    ('卡尔·马克思', '鲁迅')

    Raises:
        ValueError: a line is no name, or there are too many; the message is a reason in one line.
    """
    names: set[str] = set()
    for line, name in _iter_entries(text):
        _check_name(name, line)
        names.add(name)
    if len(names) > _MOST_NAMES:
        raise ValueError(say("options.speakers_many", count=len(names), most=_MOST_NAMES))
    return tuple(sorted(names))


def check_speakers(names: Sequence[str]) -> None:
    """Check that names in a file of an index are such as `parse_speakers` returns.

    Raises:
        ValueError: they are not.
    """
    if len(names) > _MOST_NAMES or list(names) != sorted(set(names)):
        raise ValueError("no list of speakers")
    for name in names:
        _check_name(name, 0)


def _iter_entries(text: str) -> Iterator[tuple[int, str]]:
    """The entries that `text` lists, each with the number of its line."""
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare and not bare.startswith("#"):
            yield number, bare


def _check_name(name: str, line: int) -> None:
    """Raises: ValueError where `name` is none; the message is a reason in one line."""
    if len(name) > _LONGEST_NAME:
        most = _LONGEST_NAME
        raise ValueError(say("options.speaker_long", line=line, length=len(name), most=most))
    letters = [character for character in name if character not in _BETWEEN_NAMES]
    if len(letters) < _SHORTEST_NAME or not all(map(str.isalpha, letters)) or name != name.strip():
        raise ValueError(say("options.speaker_letters", line=line, least=_SHORTEST_NAME))
