"""One clause of a query: the quoted text, regular expression, field or word at a given place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from indexer.errors import QueryError
from indexer.model.fields import CLAUSES, FIELD_OF, ROWS, known_value, value_fault
from indexer.text.marks import (
    CLOSING_BRACKETS,
    CLOSING_QUOTES,
    COLONS,
    RANGE_MARKS,
    ROUND_OPENING,
    SENTENCE_ENDS,
    STRAIGHT,
    without,
)
from indexer.text.numerals import NUMERAL
from indexer.wording import brief, language, listed, say
from searcher.language.boundaries import BARS, Boundaries
from searcher.language.query import (
    QUOTES,
    STAR_REACH,
    ColumnClause,
    Dates,
    Field,
    Gap,
    Phrase,
    Query,
    Regex,
    Text,
    Wildcard,
)

_ELSEWHERE: Final = {
    "作者": "speaker",
    "讲话者": "speaker",
    "发言人": "speaker",
    "标题": "title",
    "题目": "title",
    "篇名": "title",
    "小标题": "section",
    "章节": "chapter",
    "时间": "date",
    "日子": "date",
    "出处": "source",
    "类型": "role",
    "类别": "role",
    "文件": "doc",
    "文档": "doc",
    "文献": "doc",
}
"""What other programs and people call our fields, to the names of these."""

_BEGINNINGS = frozenset(name[0] for name in (*(row.alias for row in CLAUSES), *_ELSEWHERE))
_ALIASES = "|".join((*(row.alias for row in CLAUSES), *_ELSEWHERE))
_PREFIX = rf"(?P<name>[A-Za-z][A-Za-z0-9_]*|{_ALIASES})[{COLONS}](?!//)"
_SEPARATOR = rf"[\s{BARS}]"

MOST_STARS: Final = 20
"""How many gaps of a clause may contain a `*`; the time of looking for it grows with them."""

LONGEST_GUESSED: Final = 10
"""The most characters of a clause in which a `?` stands for one."""

_QUESTION_MARKS: Final = "?？"
_STARS: Final = "*＊"
_WITH_UNIT = rf"[{NUMERAL}]+\s*[年月日号]"
_SPACED_DATE = rf"(?:{_WITH_UNIT}\s*(?:[到{RANGE_MARKS[1:]}]\s*)?)*{_WITH_UNIT}"
_MARKS: Final = _QUESTION_MARKS + _STARS
# The single mark is an apostrophe more often, and 〕］ do not follow a question.
_TRAILING_PUNCTUATION: Final = (
    SENTENCE_ENDS + "." + STRAIGHT + CLOSING_QUOTES + without(CLOSING_BRACKETS, "〕］")
)


def read_clause(bounds: Boundaries, position: int) -> tuple[Query, int]:
    """The clause that starts at `position`, and where it ends.

    Brackets that group and operators are not clauses; the scanner has dealt with them before.
    """
    query = bounds.query
    if query[position] in QUOTES and (closing := bounds.closing_quote(position)) is not None:
        return Phrase(_quoted(query, position, closing), query[position]), closing + 1
    if query[position] == "/" and (closing := _closing_slash(bounds, position)) is not None:
        return _regex(query, position, closing), closing + 1
    if prefix := field_prefix(query, position):
        return _field(bounds, prefix)
    end = bounds.word_end(position)
    return read_word(query, query[position:end], position), end


def _quoted(query: str, opening: int, closing: int) -> str:
    mark = query[closing]
    content = query[opening + 1 : closing].replace(mark * 2, mark)
    if not content or content.isspace():
        raise QueryError(
            query,
            opening,
            say("query.nothing_quoted", opening=query[opening], closing=mark),
        )
    return content


def _closing_slash(bounds: Boundaries, position: int) -> int | None:
    closing = bounds.pairs.closing_slash(position)
    return closing if closing is not None and bounds.ends_clause(closing + 1) else None


def _regex(query: str, opening: int, closing: int) -> Regex:
    # Most queries have none, and each pays at the shell for every module it loads.
    from searcher.language.regex.parser import parse_regex  # noqa: PLC0415

    parse_regex(query, opening + 1, closing)
    return Regex(query[opening + 1 : closing], opening)


def field_prefix(query: str, position: int) -> re.Match[str] | None:
    """What could name a field at the start of a clause: an ASCII word, or an alias, and a colon.

    An alias may be one of another program, if a value follows. A word before `//` is the scheme of
    an address, and other Han or digits before a colon are prose or a time of day (习近平指出：…,
    12：30).

    >>> match = field_prefix("讲话：座谈会", 0)
    >>> FIELD_OF[match["name"]]
    'speech'
    """
    if not query[position].isascii() and query[position] not in _BEGINNINGS:
        return None  # as for most clauses: for most queries the pattern need not be compiled
    prefix = re.compile(_PREFIX).match(query, position)
    if prefix is None or prefix["name"] not in _ELSEWHERE:
        return prefix
    follows = query[prefix.end() : prefix.end() + 1]
    return prefix if follows.strip() else None  # a label of prose


def _field(bounds: Boundaries, prefix: re.Match[str]) -> tuple[Query, int]:
    query = bounds.query
    written = prefix["name"]
    name = FIELD_OF.get(written.lower())
    if written in _ELSEWHERE:
        row = ROWS[_ELSEWHERE[written]]
        field = row.alias if language() == "zh" else row.name
        reason = say("query.field_elsewhere", name=written, field=field)
        raise QueryError(query, prefix.start(), reason)
    if name is None:
        chinese = language() == "zh"
        fields = listed(row.alias if chinese else row.name for row in CLAUSES)
        raise QueryError(
            query,
            prefix.start(),
            say("query.no_field", name=brief(written), fields=fields, written=brief(prefix[0])),
        )
    position = prefix.end()
    if bounds.ends_clause(position):
        example = prefix.group() + ROWS[name].example
        raise QueryError(
            query,
            position,
            say("query.no_value", written=prefix.group(), example=example),
        )
    value, mark, end = _value(bounds, name, position)
    return _field_query(query, name, value, position, mark), end


def _value(bounds: Boundaries, name: str, position: int) -> tuple[str, str, int]:
    """The value of the field `name`, the mark that quotes it or "", and where it ends."""
    query = bounds.query
    if query[position] in QUOTES and (closing := bounds.closing_quote(position)) is not None:
        return _quoted(query, position, closing), query[position], closing + 1
    if query[position] in ROUND_OPENING:
        _refuse_group(bounds, position)
    end = bounds.word_end(position)
    if name == "date":
        end = _date_end(bounds, position, end)
    value = query[position:end]
    if has_wildcard(value):
        raise QueryError(query, position, say("query.field_wildcard"))
    return value, "", end


def _date_end(bounds: Boundaries, position: int, end: int) -> int:
    """Where a date ends that may have blanks beside its units: 2016 年 4 月 19 日."""
    spaced = re.compile(_SPACED_DATE).match(bounds.query, position)
    return spaced.end() if spaced and bounds.ends_clause(spaced.end()) else end


def _refuse_group(bounds: Boundaries, position: int) -> None:
    """Refuse `speech:(A OR B)`, which would otherwise be read as a value and a stray word."""
    partner = bounds.pairs.bracket_partner(position)
    if partner is None or re.compile(_SEPARATOR).search(bounds.query, position, partner):
        raise QueryError(bounds.query, position, say("query.field_group"))


def _field_query(query: str, name: str, value: str, position: int, mark: str) -> ColumnClause:
    if name == "date":
        return _dates(query, value, position)
    value = known_value(name, value)
    if reason := value_fault(name, value):
        raise QueryError(query, position, reason)
    return Field(name, value, mark)


def _dates(query: str, value: str, position: int) -> Dates:
    # Most queries name no date, and each pays at the shell for every module it loads.
    from searcher.language.dates import parse_dates  # noqa: PLC0415

    try:
        return parse_dates(value)
    except ValueError as exc:
        raise QueryError(query, position, say("query.no_date", reason=str(exc))) from exc


def has_wildcard(word: str) -> bool:
    """Whether `word` contains a mark that stands for other characters."""
    return _edge_star(word) is not None or next(_gaps(word), None) is not None


def read_word(query: str, word: str, position: int) -> Text | Wildcard:
    """The clause that `word`, at `position` of `query`, means.

    >>> str(read_word("习?平", "习?平", 0))
    '习?平'

    A question mark stands for one character, which may well be a question mark, in a short clause
    without other punctuation. It ends a question where only closing punctuation follows, and in
    what is pasted: 什么是网络安全？怎样维护网络安全.
    """
    if (edge := _edge_star(word)) is not None:
        star = word[edge]
        raise QueryError(query, position + edge, say("query.edge_star", star=star))
    pieces: list[str | Gap] = []
    start = stars = 0
    for gap in _gaps(word):
        if gap.start() > start:
            pieces.append(word[start : gap.start()])
        pieces.append(_gap(gap.group()))
        start = gap.end()
        stars += any(star in gap.group() for star in _STARS)
        if stars > MOST_STARS:
            raise QueryError(
                query,
                position + gap.start(),
                say("query.many_stars", most=MOST_STARS),
            )
    if not pieces:
        return Text(word)
    pieces.append(word[start:])
    return Wildcard(tuple(pieces))


def _edge_star(word: str) -> int | None:
    """Where a `*` is with no string before it, or none after it."""
    head = len(word) - len(word.lstrip(_MARKS))
    tail = len(word.rstrip(_MARKS))
    edges = (*range(head), *range(tail, len(word)))
    return next((at for at in edges if word[at] in _STARS), None)


def _gaps(word: str) -> Iterator[re.Match[str]]:
    """The runs of marks in `word` that stand for other characters."""
    if not any(mark in word for mark in _MARKS):
        return iter(())  # as in most words: for most queries the pattern need not be compiled
    end = len(word.rstrip(_TRAILING_PUNCTUATION))
    marks = _MARKS if _is_guess(word[:end]) else _STARS
    return re.compile(rf"[{marks}]+").finditer(word, 0, end)


def _is_guess(word: str) -> bool:
    """Whether question marks in `word`, without the marks at its end, stand for characters."""
    return len(word) <= LONGEST_GUESSED and not any(map(_is_punctuation, word))


def _is_punctuation(character: str) -> bool:
    return character not in _MARKS and character.isprintable() and not character.isalnum()


def _gap(marks: str) -> Gap:
    stars = marks.count("*") + marks.count("＊")
    least = len(marks) - stars
    return Gap(least, least + STAR_REACH * stars)
