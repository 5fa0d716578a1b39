"""YAML front matter: the facts about a document that precede its text.

Blank lines may precede it, as they do in exported feed items. Every value is read as the string
that is written there (YAML's base loader can build nothing else): a title 1.10 keeps its zero,
no tag constructs anything, and a date is parsed by our own rules.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.errors import SourceError
from indexer.formats.blocks import NOTHING_STATED, Stated, Statement
from indexer.model.documents import Problem
from indexer.model.limits import exceeded
from indexer.sources.source_text import SourceText
from indexer.wording.said import Said, said

_OPENING = re.compile(r"---\s*")
_CLOSING = re.compile(r"(?:---|\.\.\.)\s*")
_ENTRY = re.compile(r"[\w-]+\s*:(?:\s|$)")
_DATE_KEYS = ("date", "pubdate", "published")
_DATE_ENTRY = re.compile(rf"(?:{'|'.join(_DATE_KEYS)})\s*:")
_PUBLISHER_KEYS = ("publisher", "author")
_LONGEST_FOR_C_LOADER = 20_000
_DEEPEST_FOR_C_LOADER = 100
"""The fast loader takes quadratic time for deep nesting, and then all of the stack, which ends the
process: a thread may have 128 KB, and a level takes some 300 bytes."""

_NESTING = re.compile(r"^[\s?:-]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter, parsed.

    Attributes:
        stated: what it states.
        problems: what could not be read.
        body: index in `SourceText.lines` of the first line after it.
    """

    stated: Stated = NOTHING_STATED
    problems: tuple[Problem, ...] = ()
    body: int = 0


def find_front_matter(lines: Sequence[str]) -> tuple[int, int] | None:
    """Indices of the opening and the closing `---`; the latter is `len(lines)` if it is missing.

    A `---` counts as an opening only on the first line that is not blank, and only when the next
    line is an entry: elsewhere it is a rule across the page.
    """
    opening = next((index for index, line in enumerate(lines) if line.strip()), None)
    if opening is None or not _OPENING.fullmatch(lines[opening]):
        return None
    entry = next((line for line in lines[opening + 1 :] if line.strip()), "")
    if not _ENTRY.match(entry):
        return None
    for index in range(opening + 1, len(lines)):
        if _CLOSING.fullmatch(lines[index]):
            return opening, index
    return opening, len(lines)


def read_front_matter(source: SourceText) -> FrontMatter:
    """The front matter of `source`, empty where it has none.

    Raises:
        SourceError: it is never closed, or it is not YAML.
    """
    bounds = find_front_matter(source.lines)
    if bounds is None:
        return FrontMatter()
    opening, closing = bounds
    if closing == len(source.lines):
        raise SourceError(source.path, said("reading.yaml_open"), line=opening + 1)
    text = "\n".join(source.lines[opening + 1 : closing])
    if len(text) > source.limits.front_matter_characters:
        return FrontMatter(problems=(_too_long(source, text, opening + 1),), body=closing + 1)
    entries = _load(source, text, opening)
    stated = Stated(
        title=_first(entries, ("title",), opening + 1),
        publisher=_first(entries, _PUBLISHER_KEYS, opening + 1),
        date=_first(entries, _DATE_KEYS, _date_line(source, opening, closing)),
    )
    return FrontMatter(stated, body=closing + 1)


def _too_long(source: SourceText, text: str, line: int) -> Problem:
    reason = exceeded(
        said("limits.front_matter_has"),
        said("limits.characters", count=len(text)),
        source.limits,
        "front_matter_characters",
        remedy="limits.shorten_front_matter",
    )
    return Problem(reason, line)


def _is_shallow(text: str) -> bool:
    """Whether `text` is certainly short and hardly nested.

    A level is opened by a bracket, or by a mark at the beginning of a line or an indent there.
    """
    if len(text) > _LONGEST_FOR_C_LOADER:
        return False
    brackets = text.count("[") + text.count("{")
    indent = max(len(run.split("\n")[-1]) for run in _NESTING.findall(text))
    return brackets + indent <= _DEEPEST_FOR_C_LOADER


def _load(source: SourceText, text: str, opening: int) -> dict[str, object]:
    # Most corpora have no front matter, and the import takes longer than reading a file.
    import yaml  # noqa: PLC0415

    fast = _is_shallow(text)
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader) if fast else yaml.BaseLoader
    try:
        entries = yaml.load(text, loader)
    except yaml.MarkedYAMLError as exc:
        mark = exc.problem_mark or exc.context_mark
        line = opening + 2 + (mark.line if mark else 0)
        raise SourceError(source.path, _no_yaml(exc.problem or exc.context), line=line) from exc
    except RecursionError as exc:
        raise SourceError(source.path, said("reading.yaml_deep"), line=opening + 1) from exc
    except yaml.YAMLError as exc:
        raise SourceError(source.path, _no_yaml(str(exc)), line=opening + 1) from exc
    except (ValueError, OverflowError) as exc:  # the slow loader takes any escape for a character
        raise SourceError(source.path, said("reading.yaml_escape"), line=opening + 1) from exc
    return entries if isinstance(entries, dict) else {}


def _no_yaml(problem: str | None) -> Said:
    if not problem:
        return said("reading.yaml_unparsed")
    return said("reading.yaml", foreign=" ".join(problem.split()))


def _first(entries: dict[str, object], keys: tuple[str, ...], line: int) -> Statement | None:
    """The first value among `keys` that is not empty."""
    for key in keys:
        value = entries.get(key)
        parts = value if isinstance(value, list) else [value]
        text = "、".join(part.strip() for part in parts if isinstance(part, str) and part.strip())
        if text and text not in ("~", "null"):
            return Statement(text, line)
    return None


def _date_line(source: SourceText, opening: int, closing: int) -> int:
    """The number of the line of the date, or of the opening."""
    lines = range(opening, closing)
    return 1 + next((i for i in lines if _DATE_ENTRY.match(source.lines[i])), opening)
