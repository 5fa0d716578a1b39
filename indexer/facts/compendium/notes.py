"""Attributions among the lines of a compendium, the broken ones included.

A sound attribution is the longest run of lines that can be read as one. A broken one must be found
too, or its passage would swallow the next: it has the parts of an attribution and nothing else,
but one of them is damaged. What could as well be text is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.facts.compendium.attributions import (
    date_bracket,
    may_name_source,
    names_place,
    names_publication,
    parse_attribution,
    plain,
)
from indexer.facts.compendium.print_lines import PrintLine, mend
from indexer.model.documents import AttributionLine
from indexer.text.marks import FULL_WIDTH, FULL_WIDTH_ENDS
from indexer.text.numerals import DIGIT, NUMERAL
from indexer.text.typography import ends_sentence
from indexer.wording.said import said

_MOST_LINES = 6  # printed are up to four
_LONGEST = 400  # characters, of all the lines together
_LONGEST_TITLE = 100  # characters; the longest that was seen has 41

_DATED = re.compile(
    rf"（[^（）《》。]{{0,30}}[{NUMERAL}][年月日][^（）《》，。]{{0,12}}）?"
    rf"|[{DIGIT}]{{4}}年[^（）《》，。]{{0,20}}）|（）"
)
"""The date of an attribution that has lost a bracket or the date itself."""

_UNDATED = re.compile(
    rf"《[^《》]+》(?:（[^（）]*）)?(?:[{DIGIT}]{{4}}年(?:[{NUMERAL}]+月(?:[{NUMERAL}]+日)?)?)?"
)
"""A title without a date in brackets, and without a source."""

_KIND = re.compile(
    r"(?:讲话|谈话|报告|演讲|发言|致[辞词]|[贺祝献][信词辞电]|信|批示|指示|答问|说明|文章)$"
)
_TITLE_LINE = re.compile(r"《[^《》]*》?(?:[（(]|$)")
_DATE_SIGN = re.compile("[年月日]|[0-9]{4}")
_UNMARKED_TITLE = re.compile("[在致给]")
_MARKS = re.compile(r"[（(）)《》]|第[0-9０-９]")
"""Without any of these nothing is an attribution, sound or broken."""


@dataclass(frozen=True, slots=True)
class Note:
    """An attribution in its place.

    Attributes:
        lines: its lines.
        raw: its text, mended but otherwise unchanged.
        read: the attribution as parsed, or None where it is broken.
        fault: what is wrong with it, or None.
    """

    lines: tuple[PrintLine, ...]
    raw: str
    read: AttributionLine | None
    fault: str | None = None


def find_note(lines: Sequence[PrintLine], start: int, *, in_text: bool = False) -> Note | None:
    """The attribution, sound or broken, that begins with line `start`.

    With `in_text` the line before has not ended its sentence. Then what is no sound attribution
    is far more likely the rest of the paragraph than a broken one.
    """
    window = _window(lines, start)
    if not any(_MARKS.search(line.text) for line in window):
        return None
    ended = start + len(window) == len(lines) or lines[start + len(window)].opens
    sound = _sound_note(window, ended=ended)
    return sound if sound or in_text else _broken_note(window, ended=ended)


def join_note(lines: Sequence[PrintLine]) -> str:
    """The text of an attribution, mended, without what a page break printed twice.

    Text recognition may read the last character of a page again at the head of the next. That a
    word doubles a character of its own just there is far less likely in so short a text.
    """
    pieces: list[str] = []
    for line in lines:
        doubled = line.opens and pieces and pieces[-1].endswith(line.text[0])
        pieces.append(line.text[1:] if doubled and line.text[0].isalpha() else line.text)
    return mend("\n".join(piece for piece in pieces if piece))


def _window(lines: Sequence[PrintLine], start: int) -> Sequence[PrintLine]:
    """The lines from `start` on that one attribution could fill."""
    stop, length = start, 0
    while stop < min(start + _MOST_LINES, len(lines)):
        length += len(lines[stop].text)
        if length > _LONGEST:
            break
        stop += 1
        if "。" in lines[stop - 1].text and not _is_part(lines[start:stop]):
            break
    return lines[start:stop]


def _is_part(lines: Sequence[PrintLine]) -> bool:
    """Whether a full stop at the end of `lines` may be a slip in the middle of an attribution."""
    return "。" not in lines[-1].text[:-1] and date_bracket(plain(join_note(lines))) is not None


def _sound_note(window: Sequence[PrintLine], *, ended: bool) -> Note | None:
    """The longest sound attribution that `window` begins with.

    Over an empty line a whole one goes on only with a whole publication: the next passage may
    begin with a title too.
    """
    if not any(_DATE_SIGN.search(line.text) for line in window):
        return None
    best: Note | None = None
    separated = False
    for stop in range(1, len(window) + 1):
        separated = separated or (best is not None and window[stop - 1].opens)
        at_end = window[stop].opens if stop < len(window) else ended
        note = _read(window[:stop], whole=separated, at_end=at_end)
        best = note or best
        if "。" in window[stop - 1].text:
            break
    if best is None or _begins_later(best.lines):
        return None
    return best


def _read(lines: Sequence[PrintLine], *, whole: bool = False, at_end: bool = True) -> Note | None:
    """`lines` as a sound attribution, or None.

    Args:
        whole: whether its source must be one that is known to be whole.
        at_end: whether an empty line follows. Only there may a full stop end it.
    """
    raw = join_note(lines)
    try:
        read = parse_attribution(raw)
    except ValueError:
        return None
    title, rest = _around_date(raw)
    if len(title) > _LONGEST_TITLE or "。" in title or date_bracket(rest):
        return None
    if ends_sentence(raw):
        sound = at_end and title.startswith("《") and (not rest or names_place(rest))
    else:
        sound = names_publication(rest) if whole else may_name_source(rest)
    return Note(tuple(lines), raw, read) if sound else None


def _begins_later(lines: Sequence[PrintLine]) -> bool:
    """Whether the first of `lines` are text without its full stop, and a title follows them."""
    return any(
        (_TITLE_LINE.match(line.text) or (line.opens and _UNMARKED_TITLE.match(line.text)))
        and _read(lines[later:]) is not None
        for later, line in enumerate(lines)
        if later > 0
    )


def _broken_note(window: Sequence[PrintLine], *, ended: bool) -> Note | None:
    """The longest broken attribution that `window` begins with and that ends at an empty line."""
    for stop in reversed(tuple(_block_ends(window, ended=ended))):
        raw = join_note(window[:stop])
        if _is_broken(raw.translate(FULL_WIDTH)):
            return Note(tuple(window[:stop]), raw, None, _fault(raw))
    return None


def _block_ends(window: Sequence[PrintLine], *, ended: bool) -> Iterator[int]:
    """Where the blocks of `window` end that may belong to the attribution it begins with."""
    for place in range(1, len(window)):
        if window[place].opens:
            yield place
            if _TITLE_LINE.match(window[place].text) or _sound_note(window[place:], ended=ended):
                return
    if ended:
        yield len(window)


def _is_broken(whole: str) -> bool:
    """Whether `whole` has the parts of an attribution and nothing else, one of them damaged."""
    if ends_sentence(whole):
        return False
    if dated := _DATED.search(whole):
        title, rest = whole[: dated.start()], whole[dated.end() :].removeprefix("。")
        return _may_be_title(title, alone=not rest) and names_publication(rest)
    if _UNDATED.fullmatch(whole):
        return True
    return any(
        _may_be_title(whole[: comma.start()], alone=False) and names_place(whole[comma.start() :])
        for comma in re.finditer("，", whole)
    )


def _may_be_title(text: str, *, alone: bool) -> bool:
    """Whether `text` can be a title; `alone`, without a source, it must have the form of one."""
    if len(text) > _LONGEST_TITLE or re.search(f"[{FULL_WIDTH_ENDS}；]", text):
        return False
    marked = text.startswith("《") or text.endswith("》")
    return not alone or not text or marked or _KIND.search(text) is not None


def _fault(raw: str) -> str:
    """The fault of a text that has the parts of an attribution and is not a sound one."""
    try:
        parse_attribution(raw)
    except ValueError as error:
        return str(error)
    if "。" in raw:
        return said("reading.fault_full_stop")
    return said("reading.fault_end")


def _around_date(raw: str) -> tuple[str, str]:
    """The text before and after the date of an attribution that could be parsed."""
    whole = plain(raw)
    bracket = date_bracket(whole)
    assert bracket is not None
    return whole[: bracket.start()], whole[bracket.end() :]
