"""Messages that can be said again in another language, as an index has to that keeps them.

    >>> reason = said("limits.lines", count=2)
    >>> kept(reason)
    ['limits.lines', {'count': 2}]
    >>> said_again(kept(reason), "2 lines") == reason
    True

The messages in an index were written by whoever made it, and it may be a stranger's: it can choose
among the messages that are kept and fill their places, and nothing else. Where that makes no sense,
its text is shown as it is.
"""

from __future__ import annotations

import errno
from typing import Final

from indexer.wording import say

_KEPT: Final = frozenset({"limits", "reading", "sources", "system"})
"""The topics of messages that are kept."""

_DEEPEST: Final = 6
_MOST_FACTS: Final = 8
_LONGEST: Final = 2_000  # characters of a fact
_GREATEST: Final = 1 << 63


class Said(str):
    """A message that knows its key and its facts; `str()` of it, and of an error, keeps them."""

    __slots__ = ("facts", "key")

    key: str
    facts: dict[str, str | int]

    def __str__(self) -> str:
        """The same object, so that the message of an error is no copy without key and facts."""
        return self


def said(key: str, /, **facts: str | int) -> Said:
    """Return message `key` in the user's language, which can be said again.

    Raises:
        KeyError: there is no such message, or a fact that it names is not given.
    """
    message = Said(say(key, **facts))
    message.key = key
    message.facts = facts
    return message


def refusal(exc: OSError) -> str:
    """Return why the operating system refused, without the name of the file."""
    name = errno.errorcode.get(exc.errno or 0, "")
    try:
        return said(f"system.{name}")
    except KeyError:
        return exc.strerror or str(exc)


def kept(message: str) -> object:
    """Return what of a message is kept as JSON beside its text; None where it is only text."""
    if not isinstance(message, Said):
        return None
    return [message.key, {name: _fact(fact) for name, fact in message.facts.items()}]


def said_again(stored: object, text: str) -> str:
    """Return a message in the user's language.

    Args:
        stored: what `kept` returned; nothing that it may be instead does any harm.
        text: the message as it was said first, which is returned where it cannot be said again.
    """
    try:
        return _again(stored, _DEEPEST)
    except (KeyError, ValueError, TypeError, IndexError, AttributeError):
        return text


def _fact(fact: str | int) -> object:
    return kept(fact) if isinstance(fact, Said) else fact


def _again(stored: object, depth: int) -> Said:
    """Return a message that was kept; raise one of several errors where `stored` is none."""
    if type(stored) is not list or depth == 0:
        raise ValueError(stored)
    key, facts = stored
    if type(key) is not str or type(facts) is not dict or len(facts) > _MOST_FACTS:
        raise TypeError(key)
    if key.partition(".")[0] not in _KEPT:
        raise KeyError(key)
    return said(key, **{name: _fact_again(fact, depth) for name, fact in facts.items()})


def _fact_again(fact: object, depth: int) -> str | int:
    if isinstance(fact, str) and len(fact) <= _LONGEST:
        return fact
    if type(fact) is int and abs(fact) < _GREATEST:
        return fact
    return _again(fact, depth - 1)
