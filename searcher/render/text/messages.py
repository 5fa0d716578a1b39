"""What fields are called, how lists are joined, and messages that take more than a template."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from indexer.model.fields import FIELD_OF, ROWS
from indexer.model.limits import DEFAULT
from indexer.text import zones
from indexer.wording import language, listed, say
from searcher.render.typeset.characters import truncate, visible

if TYPE_CHECKING:
    from indexer.commits.manifest import Manifest
    from searcher.answers.results import HeadingMatch, Suggestion


_AROUND = 20
"""How many characters of a query are shown on each side of the place that an error points at."""


_LONGEST_HEADING = 60
"""Columns of a heading that are shown in a message."""


def field_label(name: str) -> str:
    """What a field is called: as the catalogues of messages say, else as queries call it."""
    try:
        return say(f"fields.{name}")
    except KeyError:
        alias = ROWS[name].alias if language() == "zh" else ""
        return alias or name


def suggestion_text(suggestion: Suggestion, command: str) -> str:
    """What else was found, and the command that lists it."""
    name, _, value = suggestion.query.replace("：", ":", 1).partition(":")
    field = field_label(FIELD_OF[name])
    facts = {"count": suggestion.total, "field": field, "value": value, "command": command}
    return visible(say("results.suggestion", **facts))


def heading_text(match: HeadingMatch, command: str) -> str:
    """Which headings contain a clause, and the command that lists what is under them."""
    return say(
        "results.headings",
        count=match.count,
        value=visible(match.clause),
        first=truncate(visible(match.first), _LONGEST_HEADING),
        total=match.total,
        command=visible(command),
    )


def little_looked_in(roles: Mapping[str, int]) -> Iterator[str]:
    """That most of a collection is not looked in where only attributed words are, if that is so.

    Args:
        roles: how many paragraphs have each role.
    """
    spoken = roles.get("speech", 0)
    every = sum(roles.values()) - roles.get("note", 0)
    if 0 < spoken < every - spoken:
        yield say("results.little", count=spoken, total=every)


def dropped_marks_text(marks: Sequence[str]) -> str:
    """That marks of notes were left out of a query, as its words are found only without them."""
    return visible(say("results.dropped_marks", marks=listed(marks)))


def as_text_text(words: Sequence[str]) -> str:
    """That operator words of a query were read as text."""
    return visible(say("results.as_text", words=listed(dict.fromkeys(words))))


def no_hits_text(exact: int, related: int) -> str:
    """Why there are no hits on a page of an answer with that number of hits in all."""
    if not exact and not related:
        return say("results.nothing")
    if not related:
        return say("results.beyond", exact=exact)
    return say("results.beyond_related", exact=exact, related=related)


def stale_text(changed: str, manifest: Manifest, index: str) -> str:
    """That a source file has changed since the index was built, and the command that updates it."""
    update = update_command(manifest, index)
    return visible(say("results.stale", path=changed, command=update))


def update_command(manifest: Manifest, index: str) -> str:
    """What updates an index without changing how it was built: a command, or a call where it has
    limits that no option sets.
    """
    # Hardly any message names a command.
    recipe = manifest.recipe
    megabytes = recipe.limits.file_bytes >> 20
    characters = recipe.limits.paragraph_characters
    bytes_by_option = max(megabytes, 1) << 20
    by_option = replace(DEFAULT, file_bytes=bytes_by_option, paragraph_characters=characters)
    if recipe.limits != by_option:
        return "indexer.update_index(…, options=…)"
    words = ["lunshu", "index", manifest.seeds, "--index", index]
    if recipe.timezone != zones.DEFAULT:
        words += ["--timezone", recipe.timezone]
    if recipe.follow_links:
        words.append("--follow-links")
    if recipe.limits.file_bytes != DEFAULT.file_bytes:
        words += ["--max-file-size", str(megabytes)]
    if characters != DEFAULT.paragraph_characters:
        words += ["--max-paragraph", str(characters)]
    return shlex.join(words)


def pointed_query(query: str, position: int) -> str:
    """`query` with `▶` before the character at `position`, and only its neighbourhood if long."""
    first = max(0, position - _AROUND)
    last = position + _AROUND
    before = ("…" if first else "") + query[first:position]
    after = query[position:last] + ("…" if last < len(query) else "")
    return visible(f"{before}▶{after}")


def with_and(items: Sequence[str]) -> str:
    """The items of a list with a word before the last: `甲、乙和丙`, `A, B and C`."""
    *most, last = items
    return say("lists.and", first=listed(most), last=last) if most else last


def clauses(texts: Iterable[str]) -> str:
    """The clauses of one sentence: `甲，乙`, `A, B`."""
    return say("lists.clause").join(texts)


def clauses_apart(texts: Iterable[str]) -> str:
    """The clauses of one sentence where they contain commas themselves: `甲；乙`, `A; B`."""
    return say("lists.semicolon").join(texts)


def sentences(texts: Iterable[str]) -> str:
    """One sentence after another, those that are empty left out."""
    return say("lists.sentence").join(filter(None, texts))
