"""Front matter, YAML or TOML: the facts about a document that precede its text.

A fact has English and Chinese names (`NAMES`). Blank lines may precede it, as they do in exported
feed items. Every value is read as the string that is written there (YAML's base loader can build
nothing else): a title 1.10 keeps its zero, no tag constructs anything, and a date is parsed by our
own rules.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from indexer.errors import SourceError
from indexer.formats.blocks import NOTHING_STATED, Stated, Statement
from indexer.formats.toml_entries import is_entry, read_entries
from indexer.model.documents import Problem
from indexer.model.limits import exceeded
from indexer.sources.source_text import SEPARATOR, SourceText
from indexer.wording.said import Said, said

NAMES: Final[dict[str, str]] = {
    "title": "title 标题 题目 题名 篇名",
    "subtitle": "subtitle 副标题 副题",
    "spoken": "speech_date date_of_speech 讲话日期 讲话时间 演讲日期 演讲时间",
    "date": "date 日期 时间 成文日期 成文时间",
    "published": "pubdate published pub_date publish_date published_at published_date publishdate "
    "date_published 发布时间 发布日期 发表时间 发表日期 出版日期 出版时间 "
    "created created_at 创建时间",
    "speaker": "speaker 讲话人 演讲人 发言人 讲话者",
    "author": "author authors 作者 署名",
    "publisher": "publisher 发布者 发布机构 出版社 出版者 媒体",
    "source": "source 来源 出处 原载",
    "speech": "speech 讲话",
    "type": "type 类型 体裁 文体 文种",
    "occasion": "occasion 场合 会议",
    "url": "url link source_url original_url 链接 网址",
}
"""The names of each fact in front matter, the first that has a value counts. `created` is the last
resort: it may be the day of the file."""

_OPENING = re.compile(r"(?P<mark>---|\+\+\+)\s*")
_CLOSING = re.compile(r"(?:---|\.\.\.)\s*")
_CLOSING_TOML = re.compile(r"\+\+\+\s*")
_ENTRY = re.compile(r"[\w-]+\s*:(?:\s|$)")
_NOTHING = ("~", "null", "false")
_YES = "true"
"""Of a speech it says that the text is one; a date or a name (published: true) it is not."""

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
    line is an entry: elsewhere it is a rule across the page. So does the `+++` of TOML, which must
    be closed.
    """
    opening = next((index for index, line in enumerate(lines) if line.strip()), None)
    mark = _OPENING.fullmatch(lines[opening]) if opening is not None else None
    if opening is None or mark is None:
        return None
    toml = mark["mark"] == "+++"
    entry = next((line for line in islice(lines, opening + 1, None) if line.strip()), "")
    if not (is_entry(entry) if toml else _ENTRY.match(entry)):
        return None
    closing = _CLOSING_TOML if toml else _CLOSING
    for index in range(opening + 1, len(lines)):
        if closing.fullmatch(lines[index]):
            return opening, index
    return None if toml else (opening, len(lines))


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
    lines = [line.replace(SEPARATOR, " ") for line in source.lines[opening + 1 : closing]]
    text = "\n".join(lines)
    if len(text) > source.limits.front_matter_characters:
        return FrontMatter(problems=(_too_long(source, text, opening + 1),), body=closing + 1)
    toml = source.lines[opening].startswith("+")
    entries = read_entries(lines) if toml else _load(source, text, opening)
    return FrontMatter(stated(entries, lines, opening + 1), body=closing + 1)


def stated(entries: Mapping[str, object], lines: Sequence[str], before: int) -> Stated:
    """What entries state; `lines` are theirs, and `before` is how many lines precede them."""
    by_name = {_plain_name(name): (name, value) for name, value in reversed([*entries.items()])}
    found: dict[str, Statement] = {}
    for fact, names in NAMES.items():
        for known in names.split():
            name, value = by_name.get(known, ("", None))
            text = _text_of(value)
            if text and (text.lower() != _YES or fact == "speech"):
                found[fact] = Statement(text, _line_of(name, lines, before))
                break
    return Stated(**found)


def _plain_name(name: object) -> str:
    return str(name).strip().lower().replace("-", "_")


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


def _text_of(value: object) -> str | None:
    """A value as one text, those of a list separated by 、; None where it says nothing."""
    parts = value if isinstance(value, list) else [value]
    text = "、".join(part.strip() for part in parts if isinstance(part, str) and part.strip())
    return text if text and text.lower() not in _NOTHING else None


def _line_of(name: str, lines: Sequence[str], before: int) -> int:
    """The number of the line of an entry, or of the opening."""
    places = (place for place, line in enumerate(lines) if line.lstrip(" \"'").startswith(name))
    return before + 1 + next(places, -1)
