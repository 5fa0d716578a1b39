"""Every word that a user sees, in the language that the user reads.

    >>> from unittest.mock import patch
    >>> with patch.dict(os.environ, LUNSHU_LANG="en"):
    ...     say("limits.lines", count=1), say("limits.lines", count=2_000)
    ('1 line', '2,000 lines')
    >>> with patch.dict(os.environ, LUNSHU_LANG="zh"):
    ...     say("limits.lines", count=2_000)
    '2,000 行'

`chinese/` and `english/` contain the same modules, one a topic. Each has `MESSAGES`: from the name
of a message to its template, for `str.format`. The key of a message is `"topic.name"`; only the
module of that topic, in one language, is loaded. What comes out of somebody's file is a fact that
fills a place in a template and never a template.

To add a message, write its template under the same name in both languages and ask for it with
`say`; tests check that neither is missing, that both contain the same facts, and that each keeps to
its language. What an index keeps, such as why a file could not be read, is asked for with
`said.said`.

The language is that of LUNSHU_LANG, else of the locale: Chinese for zh_*, C, POSIX and where
nothing is set, English otherwise. It is looked up at each call, so that a program may set it, and
once for all that is said in a block of `one_language`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Final, Literal

__all__ = ["Count", "Language", "language", "listed", "misnamed_language", "one_language", "say"]

Language = Literal["zh", "en"]

_PACKAGES: Final[dict[Language, str]] = {"zh": "chinese", "en": "english"}
_MESSAGES: Final[dict[tuple[Language, str], Mapping[str, str]]] = {}
"""The messages of each language and topic that were loaded."""

_MOST_QUOTED: Final = 60
"""The most characters of what somebody wrote that a message repeats."""

_HELD: Final[list[Language]] = []
"""The language that is spoken until a block of `one_language` ends, the innermost one last."""


def say(key: str, /, **facts: object) -> str:
    """Return message `key` in the user's language, with `facts` in the places of its template.

    Raises:
        KeyError: there is no such message, or a fact that it names is not given.
    """
    speaking = language()
    topic, _, name = key.partition(".")
    messages = _MESSAGES.get((speaking, topic)) or _load(speaking, topic)
    for fact, value in facts.items():
        if fact == "line_numbers":
            facts[fact] = LineNumbers(value)
        elif type(value) is int:
            facts[fact] = Count(value)
    return messages[name].format_map(facts)


def brief(text: str) -> str:
    """What somebody wrote, for a message: of a long text the beginning.

    >>> len(brief("核" * 1000))
    61
    """
    return text if len(text) <= _MOST_QUOTED else f"{text[:_MOST_QUOTED]}…"


def listed(items: Iterable[str]) -> str:
    """Return the items of a list with the separator of the user's language."""
    return say("lists.comma").join(items)


class Count(int):
    """A number in a message. Its format may be `singular|plural`, with `#` where the number goes.

    >>> "{0:# line|# lines}, {1:# line|# lines}, {1}".format(Count(1), Count(2000))
    '1 line, 2000 lines, 2000'
    >>> "{0:#, line|#, lines}".format(Count(2000))
    '2,000 lines'
    """

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """Return the number in the form of `spec`, such as `,`; or one of two words with it."""
        one, separator, many = spec.partition("|")
        if not separator:
            return int.__format__(self, spec)
        form = one if self == 1 else many
        return form.replace("#,", f"{int(self):,}").replace("#", str(int(self)))


class LineNumbers(str):
    """Numbers in a message, with blanks between. Their format is what stands between them there.

    >>> "{0:、}".format(LineNumbers("5 6 12"))
    '5、6、12'
    """

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """Return the numbers with `spec` between them."""
        return spec.join(self.split(" "))


@contextmanager
def one_language() -> Iterator[None]:
    """Say everything in the language of this moment until the block ends.

    A page of results has thousands of messages, and to look up the language takes longer than to
    fill one of them.
    """
    _HELD.append(language())
    try:
        yield
    finally:
        _HELD.pop()


def language() -> Language:
    """Return the language of this user; English where LUNSHU_LANG names one that is not spoken."""
    if _HELD:
        return _HELD[-1]
    asked = os.environ.get("LUNSHU_LANG")
    if asked:
        return _named(asked) or "en"
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = os.environ.get(variable)
        if locale:
            name = _language_part(locale)
            return "zh" if name in ("zh", "c", "posix") else "en"
    return "zh"


def misnamed_language() -> str | None:
    """Return what is wrong with LUNSHU_LANG, in both languages; None where nothing is."""
    asked = os.environ.get("LUNSHU_LANG")
    if not asked or _named(asked):
        return None
    return (
        f"LUNSHU_LANG 只能是 zh（中文）或 en（英文），不能是 {asked!r}"
        f" / LUNSHU_LANG is zh (Chinese) or en (English), not {asked!r}"
    )


def _named(text: str) -> Language | None:
    """Return the language that `zh`, `zh_CN.UTF-8` or `EN-gb` names; None for any other."""
    names: dict[str, Language] = {"zh": "zh", "en": "en"}
    return names.get(_language_part(text))


def _language_part(locale: str) -> str:
    """Return the language of the name of a locale, in lower case: `zh` of `zh_CN.UTF-8`."""
    name = locale.strip().lower()
    for mark in ".@_-":
        name = name.partition(mark)[0]
    return name


def _load(speaking: Language, topic: str) -> Mapping[str, str]:
    """Load the messages of a topic.

    Raises:
        KeyError: there is no such topic.
    """
    name = f"{__name__}.{_PACKAGES[speaking]}.{topic}"
    try:
        module = import_module(name)
    except ModuleNotFoundError as exc:
        raise KeyError(topic) from exc
    messages: Mapping[str, str] = module.MESSAGES
    _MESSAGES[speaking, topic] = messages
    return messages
