"""Reporting clauses: who says something, where what is said begins, and whose words it is.

    >>> words = "习近平总书记在座谈会上强调，要加快网络立法进程。"
    >>> find_report(words, 0, len(words))
    14

The subject must be able to speak, and must be the one who speaks: “数据表示”, “代表们表示” and
“贯彻习近平总书记重要讲话精神，强调” report nothing of his. Whatever is in doubt is no report.

Somebody may hand on what another person has said, somewhere else and on another day:

    >>> words = "2021年10月10日，李建明说，习近平总书记强调，□□□□。"
    >>> words[others_words(words, 0, len(words)) :]
    '习近平总书记强调，□□□□。'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from indexer.text.marks import CLAUSE_ENDS, SENTENCE_ENDS
from searcher.claims.lexicon import either, plain, words_of
from searcher.claims.own_words import HIDDEN
from searcher.claims.persons import KEPT, LISTED, Persons, speaks_by_name, subjects
from searcher.claims.thresholds import DEFAULT


@cache
def _nobody() -> re.Pattern[str]:
    """A subject right before the verb that does not speak with one voice, or not at all."""
    voiceless = plain("people.voiceless", "utterances.voiceless")
    return re.compile(
        rf"(?<![对同向与和给跟])(?:{voiceless}|[^对同向与和给跟，,]们)"
        r"(?:也|都|还|均|就|[激感]动地|深情地?|自豪地?)*$|(?:纷纷|一致|普遍)[^，,]{0,2}$"
    )


_ADVERBS = (
    r"(?:并|并且|还|也|又|再次|再三|反复|多次|一再|进一步|首先|最后|同时|随后|接着|明确|鲜明|深刻"
    r"|特别|着重|郑重|庄严|深情地?|动情地?|语重心长地?|他|现场|要|坚定|公开|曾|发表重要讲话|发表讲话|[、，]|时)*"
)
_LIGHT = re.compile(
    rf"\s*{_ADVERBS}(?:[在当同与对就于从围针谈][^，,]{{0,60}}[时后上中里下间际前题此]|期间)?{_ADVERBS}\s*"
)
"""A clause without a subject of its own, whose subject is that of the clause before."""


@cache
def _verb() -> re.Pattern[str]:
    """A verb, or a noun with which one reports, in the group that names its kind."""
    return re.compile(
        rf"(?P<said>{either('verbs.said')})|(?P<demands>{either('verbs.demands')})"
        rf"|(?P<shown>{either('verbs.shown')})|(?P<noun>{either('utterances.noun')})"
    )


_TO_COLON = re.compile(rf"[^{CLAUSE_ENDS}]{{0,16}}[：:](?!\d)\s*")
_TO_COMMA = re.compile(r"(?P<of>的(?:那样)?)?过?[，,]\s*")
_AS = re.compile(r"[正诚]如|[如像]")
_NAMES_A_DEMAND = re.compile(r"按照|根据|提出|作出|明确|严格|有关|各项|总$|工作$|新$|一$")
_NO_STATEMENT_AFTER_COMMA = re.compile(r"并|亲自|再三|反复|多次|一再|引起|得到|为此")


@lru_cache(KEPT)
def _demands(persons: Persons) -> re.Pattern[str]:
    """The surroundings of 要求 where it is a verb and not a noun."""
    him = persons.named("persons.him", "offices.alone")
    return re.compile(rf"(?:{him}|他|[时上中]|明确|还|也)要求[各全有把要我]$")


_AIM = re.compile(r"(?:必须|应|不能|不要|要(?!求))")
_NO_STATEMENT = re.compile(r"[了过的着]|再三|其")
_STATEMENT = re.compile(
    r"(?<![但还就都或要只总可])是|必须|才能|不能|应当|应该|[，,](?!并|还|为|从而|引)"
)
_WILL = re.compile(r"[要将愿希应必会这他中我]")
_FEW_BLANKS = re.compile(r"\s{1,4}")
_COMMA = re.compile(r"[，,]")
_TIME_OR_PLACE = re.compile(
    r"\s*(?:[^，,]{0,16}[年月日午]|[在于早][^，,]{0,60}[上时中里间际年月日])\s*"
)
_AT_AN_ASSEMBLY = re.compile(r"[会式](?:上|议)?[还]?$|论坛$")


@lru_cache(KEPT)
def _hands_on(persons: Persons) -> re.Pattern[str]:
    """A verb by which the words of a person are repeated."""
    him = persons.named("persons.him", "offices.him")
    return re.compile(rf"{plain('verbs.hands_on')}[了起到]?(?=[^{CLAUSE_ENDS}]{{0,12}}{him})")


@lru_cache(KEPT)
def _him(persons: Persons) -> frozenset[str]:
    return frozenset((*words_of("persons.him", "offices.him"), *persons.others, "他", "她"))


@lru_cache(KEPT)
def _his(persons: Persons) -> re.Pattern[str]:
    """A name beside a quotation (要落实总书记“…”的要求)."""
    him = persons.named("persons.him", "offices.alone")
    return re.compile(rf"{him}[^{SENTENCE_ENDS}]{{0,20}}?{HIDDEN}")


class Report(NamedTuple):
    """A reporting clause.

    Attributes:
        verb: where its verb begins.
        said: where what is said begins.
    """

    verb: int
    said: int


def find_report(words: str, start: int, end: int, persons: Persons = LISTED) -> int | None:
    """Where what is said begins in the first reporting clause of `words[start:end]`, or None.

    Where somebody reports what somebody else has said (他说，习近平总书记强调，…), it is what the
    latter said.

    Args:
        words: a paragraph as its author's `own_words`.
        start: where a sentence of it begins, or what is left of one; `end` is where it ends.
    """
    report = whole_report(words, start, end, persons)
    return report.said if report else None


def whole_report(words: str, start: int, end: int, persons: Persons = LISTED) -> Report | None:
    """The reporting clause in which `find_report` finds what is said."""
    first: Report | None = None
    for verb in _verb().finditer(words, start, end):
        if first is not None and verb.start() - first.said > DEFAULT.longest_clause:
            break
        said = _statement(words, verb, end, persons)
        if said is None:
            continue
        if first is None:
            if _subject_speaks(words, start, verb.start(), persons):
                first = Report(verb.start(), said)
        elif verb.start() > first.said and subjects(words, first.said, verb.start(), persons):
            inner = _subject_speaks(words, first.said, verb.start(), persons)
            if inner and not _has_own_statement(words, first.said, verb.start()):
                return Report(verb.start(), said)
            return first
    return first


def iter_statements(
    words: str, start: int, end: int, persons: Persons = LISTED
) -> Iterator[Report]:
    """Each verb of `words[start:end]` after which a statement begins, whoever makes it."""
    for verb in _verb().finditer(words, start, end):
        said = _statement(words, verb, end, persons)
        if said is not None:
            yield Report(verb.start(), said)


def others_report(words: str, start: int, end: int, persons: Persons = LISTED) -> bool:
    """Whether `words[start:end]` reports something of those who are not speakers (舆论认为，…)."""
    for verb in _verb().finditer(words, start, end):
        if verb.lastgroup != "noun" and _statement(words, verb, end, persons) is not None:
            begin = _clause_start(words, start, verb.start())
            if not (
                _LIGHT.fullmatch(words, begin, verb.start())
                or _AT_AN_ASSEMBLY.search(words, begin, verb.start())
                or subjects(words, begin, verb.start(), persons)
            ):
                return True
    return False


def others_words(words: str, start: int, end: int, persons: Persons = LISTED) -> int | None:
    """Where the words of another person than the one who speaks begin, or None; with the name.

    Args:
        words: a paragraph as its author's `own_words`.
        start: where a sentence of it begins; `end` is where it ends.
        persons: whose words may be handed on.
    """
    report = whole_report(words, start, end, persons)
    verb = report.verb if report else end
    places = [cites.end() for cites in _hands_on(persons).finditer(words, start, verb)]
    if report is not None:
        places += [
            outer.said
            for outer in iter_statements(
                words, max(start, verb - DEFAULT.between_verbs), verb, persons
            )
            if subjects(words, outer.said, verb, persons)
        ]
    return max(places) if places else _his_in_a_statement(words, start, end, persons)


def _statement(words: str, verb: re.Match[str], end: int, persons: Persons) -> int | None:
    """Where the statement after a verb begins, None where none follows."""
    at = verb.end()
    if colon := _TO_COLON.match(words, at, end):
        return colon.end()
    if verb.lastgroup == "noun":
        return None
    if comma := _TO_COMMA.match(words, at, end):
        return comma.end() if _states_after_comma(words, verb, comma, end) else None
    if blank := _FEW_BLANKS.match(words, at, end):
        at = blank.end()
    return (
        at if words.startswith(HIDDEN, at, end) or _states(words, verb, at, end, persons) else None
    )


def _states_after_comma(words: str, verb: re.Match[str], comma: re.Match[str], end: int) -> bool:
    before = words[max(0, verb.start() - 12) : verb.start()]
    if verb[0] == "要求" and _NAMES_A_DEMAND.search(before):
        return False
    if comma["of"] and not _AS.search(words, max(0, verb.start() - 40), verb.start()):
        return False
    return not _NO_STATEMENT_AFTER_COMMA.match(words, comma.end(), end)


def _states(words: str, verb: re.Match[str], at: int, end: int, persons: Persons) -> bool:
    """Whether a statement follows directly (他指出网络安全是…), and no thing (强调…的重要性)."""
    if _NO_STATEMENT.match(words, at, end):
        return False
    if verb[0] == "要求":
        begins = verb.start() == 0 or words[verb.start() - 1] in CLAUSE_ENDS
        return (
            begins or _demands(persons).search(words[max(0, verb.start() - 4) : at + 1]) is not None
        )
    if verb[0] == "表示":
        return _WILL.match(words, at, end) is not None
    if verb.lastgroup == "shown":
        return False
    if _AIM.match(words, at, end):
        return True
    return verb[0] != "提出" and bool(
        _STATEMENT.search(words, at, min(end, at + DEFAULT.longest_statement))
    )


def _has_own_statement(words: str, start: int, verb: int) -> bool:
    """Whether there is more than a subject, a time and a place between two verbs."""
    begin = _clause_start(words, start, verb)
    return any(
        not _TIME_OR_PLACE.fullmatch(clause)
        for clause in _COMMA.split(words[start:begin])
        if clause
    )


def _subject_speaks(words: str, start: int, verb: int, persons: Persons) -> bool:
    """Whether the subject of the verb at `verb` can speak; the sentence begins at `start`."""
    end = verb
    for _ in range(DEFAULT.clauses_back):
        begin = _clause_start(words, start, end)
        if _nobody().search(words, max(begin, end - 30), end):
            return False
        if subjects(words, begin, end, persons) or speaks_by_name(words, begin, end):
            return True
        if begin == start or not _LIGHT.fullmatch(words, begin, end):
            return False
        end = begin - 1
    return False


def _clause_start(words: str, start: int, end: int) -> int:
    """Where the clause that ends at `end` begins, at most the longest clause before."""
    at = max(start, end - DEFAULT.longest_clause)
    marks = (words.rfind(mark, at, end) + 1 for mark in CLAUSE_ENDS)
    return max(at, *marks)


def _his_in_a_statement(words: str, start: int, end: int, persons: Persons) -> int | None:
    """Where the name is in the first statement, beside a quotation, if another person makes it."""
    first = next(iter_statements(words, start, end, persons), None)
    if first is None or _him(persons) & subjects(words, start, first.verb, persons):
        return None
    his = _his(persons).search(words, first.said, end)
    return his.start() if his else None
