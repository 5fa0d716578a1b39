"""What a note says: the speech, its date, the publication and the pages, and whose words they are.

A note is read from end to end or not at all: every part of it must be understood, for a part that
is not may change the meaning of the others.

    >>> read = read_note("《致大会的贺信》(2017年12月3日),《人民日报》2017年12月4日")
    >>> read.speech, read.source
    ('致大会的贺信', '《人民日报》2017年12月4日')
    >>> read_note("毛泽东：《改造我们的学习》，《毛泽东选集》一卷本第755页").speaker
    '毛泽东'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from indexer.facts.notes.persons import PERSON, person_in
from indexer.facts.notes.publications import is_collection, is_periodical, read_publication
from indexer.facts.notes.text import Bare, bared, brackets_match, title_end
from indexer.facts.notes.vocabulary import KINDS, OPENINGS, QUALIFIERS, RELATION
from indexer.model.documents import AttributionLine
from indexer.text.dates import DateSpan
from indexer.text.marks import FULL_WIDTH_ENDS, FULL_WIDTH_PAUSES, RANGE_MARKS, without
from indexer.text.numerals import DIGIT, NUMERAL
from indexer.text.typography import mend
from indexer.text.written_dates import written_date
from indexer.wording.said import said

_LONGEST_TITLE = 120  # characters
_LONGEST = 1000  # characters, blanks included; what is longer is no note
_RELATION = re.compile(RELATION)
_SPEAKER = re.compile(
    rf"(?P<marked>[^《》（），。；：:]{{1,20}})[：:]|(?P<person>{PERSON})(?=《|在)"
)
_NAMED = re.compile(rf"{PERSON}(?=[{DIGIT}]{{4}}年)")
_DATE = re.compile(
    rf"(?:约|大约)?[{DIGIT}]{{4}}(?:年|[./－-](?=[0-9]))"
    rf"[{RANGE_MARKS}{NUMERAL}年月日号旬季度春夏秋冬初底末上中下半元、./—]*"
)
_DATE_LIKE = re.compile(rf"[{NUMERAL}][年月日]|[0-9]{{4}}")
_BRACKET = re.compile(r"（(?P<inside>[^（）]*)）")
_QUALIFIER = re.compile(rf"（(?:{QUALIFIERS})）")
_JOINED = re.compile(r"[和与、及]?(?=《)")
_CLAUSE_ENDS = without(FULL_WIDTH_PAUSES, "、") + ":"
_FORM = re.compile(
    rf"(?:{OPENINGS})(?:[^{_CLAUSE_ENDS}《》（）]|《[^《》]*》|（[^（）]{{1,12}}）|，(?=[^《]))*?"
    rf"(?:的[^的，。；《》（）]{{0,8}}(?:{KINDS})|(?<=致).{{1,40}}(?:[贺唁]?[信电]|[贺祝]词)|答[^，。]{{1,20}}问)"
    rf"(?:（(?:{QUALIFIERS})）)?"
)


@dataclass(frozen=True, slots=True)
class _Title:
    """A title in a note: where it ends, and its words without outer 《》."""

    start: int
    end: int
    words: str
    marked: bool


def read_note(raw: str) -> AttributionLine:
    """The note that all of `raw` is.

    Raises:
        ValueError: it is none, or broken. The message goes on from "the attribution …".
    """
    read = find_facts(raw)
    if read is None:
        raise ValueError(fault_of(raw))
    return read


def find_facts(raw: str) -> AttributionLine | None:
    """What the note that all of `raw` is says, None where it is none that can be read."""
    return _facts(raw) if len(raw) <= _LONGEST else None


@lru_cache(maxsize=1024)  # where a note stands, its line is looked at several times
def _facts(raw: str) -> AttributionLine | None:
    bare = bared(raw)
    return _Reader(bare).note() if bare.text and brackets_match(bare.text) else None


def fault_of(raw: str) -> str:
    """What is wrong with a text that is no note that can be read."""
    whole = bared(raw).text
    if not brackets_match(whole):
        return said("reading.fault_brackets")
    bracket = date_bracket(whole)
    if bracket is None and written_date(whole) is None:
        return said("reading.fault_no_date")
    if bracket is None or not whole[: bracket.start()].strip("《》"):
        return said("reading.fault_no_title")
    if written_date(bracket["inside"]) is None:
        return said("reading.fault_date")
    if "。" in whole:
        return said("reading.fault_full_stop")
    return said("reading.fault_end")


def date_bracket(whole: str) -> re.Match[str] | None:
    """The first bracket outside 《》 that contains something like a date."""
    for bracket in _BRACKET.finditer(whole):
        before = whole[: bracket.start()]
        outside = before.count("《") <= before.count("》")
        if outside and _DATE_LIKE.search(mend(bracket["inside"])):
            return bracket
    return None


def has_speech_form(title: str) -> bool:
    """Whether a simplified title says by its form that it is one of a speech: 在…上的讲话."""
    return _FORM.fullmatch(title) is not None


class _Reader:
    """Reads one note. `text` is what its facts are cut from, `simple` what is compared."""

    def __init__(self, bare: Bare) -> None:
        self.text, self.simple = bare.text, bare.simple
        self.dashed = bare.dashed
        self.apart = bare.dashed or bare.bracketed

    def note(self) -> AttributionLine | None:
        relation = _RELATION.match(self.simple)
        # 见 and 载 may be the first word of anything else.
        for start in (relation.end(), 0) if relation else (0,):
            if read := self._from(start, led=start > 0):
                return read
        return None

    def _from(self, start: int, *, led: bool) -> AttributionLine | None:
        return (
            self._date_first(start)
            or self._with_speaker(start, led=led)
            or self._titled(start, None)
            or self._published(start, None, led=led)
        )

    def _with_speaker(self, start: int, *, led: bool) -> AttributionLine | None:
        """毛泽东：《…》, 习近平《…》, 习近平在…上的讲话, and behind a dash the name alone."""
        if self.apart and (alone := person_in(self.simple[start:])):
            return AttributionLine(speaker=alone)
        found = _SPEAKER.match(self.simple, start)
        person = person_in(found["marked"] or found["person"]) if found else None
        if found is None or person is None:
            return None
        read = self._titled(found.end(), person) or self._title_alone(found.end(), person)
        if read is None and found["marked"]:
            read = self._published(found.end(), person, led=led)
        return read

    def _title_alone(self, start: int, speaker: str) -> AttributionLine | None:
        """——毛泽东《论持久战》: enough of a note where it is set apart."""
        title = self._title(start) if self.apart else None
        if title is None or title.end < len(self.text):
            return None
        if is_collection(self._simple_words(title)):
            return AttributionLine(source=self.text[title.start : title.end], speaker=speaker)
        return AttributionLine(speech=title.words, speaker=speaker)

    def _date_first(self, start: int) -> AttributionLine | None:
        """2018年4月20日，习近平在…上的讲话; 2001年7月1日在…上的讲话; 习近平2018年4月20日在…."""
        named = _NAMED.match(self.simple, start)
        before = person_in(named[0]) if named else None
        found = self._date(named.end() if named and before else start)
        if found is None:
            return None
        date, at = found
        comma = self.simple[at : at + 1] == "，"
        at += comma
        speaker = _SPEAKER.match(self.simple, at)
        person = person_in(speaker["person"]) if speaker and speaker["person"] else None
        if speaker is not None and person is not None:
            at = speaker.end()
        if before and person:
            return None
        title = self._title(at)
        if title is None or (title.marked and not (comma and self.dashed)):
            return None
        if title.marked and self._is_publication(title):
            return None
        return self._ended(title, date, title.end, person or before)

    def _titled(self, start: int, speaker: str | None) -> AttributionLine | None:
        """A title, its date in brackets or behind a comma or none, and its publication."""
        title = self._title(start)
        if title is None:
            return None
        comma = self.simple[title.end : title.end + 1] == "，"
        bracket = _BRACKET.match(self.simple, title.end + comma)
        if bracket is not None:
            date = written_date(bracket["inside"])
            if date is None or self._is_publication(title):
                return None
            return self._ended(title, date, bracket.end(), speaker)
        if comma and not self._is_publication(title):
            dated = self._date(title.end + 1)
            if dated is not None and self.simple[dated[1] : dated[1] + 1] != "《":
                return self._ended(title, dated[0], dated[1], speaker)
        return self._undated(title, speaker)

    def _undated(self, title: _Title, speaker: str | None) -> AttributionLine | None:
        """《改造我们的学习》，《毛泽东选集》一卷本第755页: the title of the speech, then a book."""
        if self._is_publication(title) or title.end == len(self.text):
            return None
        if self.simple[title.end] not in "，第PpＰ":
            return None
        formed = has_speech_form(self._simple_words(title))
        publication = read_publication(self.simple, title.end)
        if publication is None or not publication.anchored:
            return None
        if not formed and not publication.book:
            return None
        return self._ended(title, None, title.end, speaker)

    def _published(self, start: int, speaker: str | None, *, led: bool) -> AttributionLine | None:
        """A publication alone: 《邓小平文选》第二卷第二四○页, 转引自1976年4月6日《人民日报》."""
        publication = read_publication(self.simple, start, leads=True)
        if publication is None or publication.start != start or publication.end == start:
            return None
        if not publication.anchored and not (led and publication.book and self._names_book(start)):
            return None
        source = self.text[publication.start : publication.end].strip("，")
        return AttributionLine(source=source, pages=publication.pages, speaker=speaker)

    def _names_book(self, start: int) -> bool:
        end = title_end(self.simple, start)
        return end == len(self.simple) and is_collection(self.simple[start + 1 : end - 1])

    def _ended(
        self, title: _Title, date: DateSpan | None, at: int, speaker: str | None
    ) -> AttributionLine | None:
        """A note of which only the publication is left, from `at` on."""
        source = pages = None
        if at < len(self.text):
            publication = read_publication(self.simple, at)
            if publication is None or self.simple[at] not in "，第PpＰ《转引载摘" + "见原收":
                return None
            source = self.text[publication.start : publication.end].strip("，") or None
            pages = publication.pages
        return AttributionLine(
            speech=title.words, date=date, source=source, pages=pages, speaker=speaker
        )

    def _title(self, start: int) -> _Title | None:
        """The title that begins at `start`: in 《》, or in the form of a speech's."""
        end = title_end(self.simple, start)
        if end is not None:
            single = True
            while (more := _JOINED.match(self.simple, end)) and more[0]:
                further = title_end(self.simple, more.end())
                if further is None:
                    break
                end, single = further, False
            words = self.text[start + 1 : end - 1] if single else self.text[start:end]
            if qualifier := _QUALIFIER.match(self.simple, end):
                words += self.text[end : qualifier.end()]
                end = qualifier.end()
            return self._checked(_Title(start, end, words, marked=True))
        return self._unmarked(start)

    def _unmarked(self, start: int) -> _Title | None:
        """The title in the form of a speech's, without 《》 around it."""
        ends = [
            place
            for place in range(start + 1, min(len(self.text), start + _LONGEST_TITLE) + 1)
            if place == len(self.text) or self.simple[place] in "，（"
        ]
        end = next((end for end in ends if has_speech_form(self.simple[start:end])), None)
        if end is None:
            return None
        if qualifier := _QUALIFIER.match(self.simple, end):
            end = qualifier.end()
        return self._checked(_Title(start, end, self.text[start:end], marked=False))

    def _checked(self, title: _Title) -> _Title | None:
        bad = re.search(f"[{FULL_WIDTH_ENDS}；]", title.words.rstrip("！？"))
        if bad or not title.words.strip() or len(title.words) > _LONGEST_TITLE:
            return None
        return title

    def _simple_words(self, title: _Title) -> str:
        cut = self.simple[title.start : title.end]
        return cut[1:-1] if title.marked and cut.endswith("》") else cut

    def _is_publication(self, title: _Title) -> bool:
        words = self._simple_words(title)
        return title.marked and (is_periodical(words) or is_collection(words))

    def _date(self, start: int) -> tuple[DateSpan, int] | None:
        """The longest date that begins at `start`, and where it ends."""
        found = _DATE.match(self.simple, start)
        if found is None:
            return None
        for end in range(found.end(), start + 4, -1):
            if (date := written_date(self.simple[start:end])) is not None:
                return date, end
        return None
