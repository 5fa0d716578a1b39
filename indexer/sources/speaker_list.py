"""`speakers.txt`, a list of persons whom articles about a collection quote: 鲁迅, 任正非.

It lies beside the folder of the source files, as `terms.txt` does, and says nothing about them: the
names are kept with the index, and tell who speaks in an article whose quotations are traced. One
name a line; blank lines and lines that begin with `#` are passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from indexer.sources.term_list import SPEAKERS, read_beside
from indexer.wording import say

_MOST_BYTES = 1 << 20
_SHORTEST, _LONGEST = 2, 32
"""Characters of a name. Of one character it would be found in every other word."""
_MOST = 1000
"""Names; each is looked for at every place of an article."""
_BETWEEN = "·•・‧ "
"""What may stand between the parts of a name."""


def read_speakers(seeds: Path) -> tuple[str, ...]:
    """The names in the list beside the folder `seeds`, each once, sorted; none where there is none.

    Raises:
        OptionError: the list cannot be read.
    """
    return read_beside(seeds, SPEAKERS, parse_speakers, _MOST_BYTES) or ()


def parse_speakers(text: str) -> tuple[str, ...]:
    """The names that `text` lists, each once, sorted.

    >>> parse_speakers("# 作家\\n鲁迅\\n\\n卡尔·马克思\\n鲁迅\\n")
    ('卡尔·马克思', '鲁迅')

    Raises:
        ValueError: a line is no name, or there are too many; the message is a reason in one line.
    """
    names: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare and not bare.startswith("#"):
            _check(bare, number)
            names.add(bare)
    if len(names) > _MOST:
        raise ValueError(say("options.speakers_many", count=len(names), most=_MOST))
    return tuple(sorted(names))


def identity_of(names: Sequence[str]) -> str:
    """The SHA-256 of a list, in hexadecimal, which tells it from others; empty for an empty one."""
    if not names:
        return ""
    import hashlib  # noqa: PLC0415 (hardly any collection has such a list)

    return hashlib.sha256("\n".join(names).encode("utf-8", "surrogatepass")).hexdigest()


def check_speakers(names: Sequence[str]) -> None:
    """See that names which a file of an index gives are such as `parse_speakers` returns.

    Raises:
        ValueError: they are not.
    """
    if len(names) > _MOST or list(names) != sorted(set(names)):
        raise ValueError("no list of speakers")
    for name in names:
        _check(name, 0)


def _check(name: str, line: int) -> None:
    if len(name) > _LONGEST:
        raise ValueError(say("options.speaker_long", line=line, length=len(name), most=_LONGEST))
    letters = [character for character in name if character not in _BETWEEN]
    if len(letters) < _SHORTEST or not all(map(str.isalpha, letters)) or name != name.strip():
        raise ValueError(say("options.speaker_letters", line=line, least=_SHORTEST))
