"""Where attributions stand among the lines of a compendium, the broken ones included.

A sound attribution is told by its form. A broken one must be told too, or its passage would
swallow the next: a block bears the signs of an attribution when it is no sentence and has a date
in or beside a bracket, or ends as a source does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.documents import Attribution
from indexer.readers.compendium.attributions import (
    NUMERAL,
    PAGES,
    WIDE,
    brackets_match,
    date_bracket,
    parse_attribution,
    plain,
)
from indexer.readers.compendium.print_lines import PrintLine, mend
from indexer.readers.sentences import ends_sentence

_FINISHED = re.compile(r"(?:^|页|日|[年第][0-9]+期|[0-9]号|年版|出版社|单行本|[》）卷辑集册])$")
"""How the part after the date ends when nothing is missing: empty, or with one of these."""

_TAIL = re.compile(r"[，、）》（《第年月日版页期号社0-9-]")
"""With what a line goes on after something that could be the end."""

_SIGNS = (
    re.compile(rf"（[^（）]{{0,30}}[{NUMERAL}][年月日]"),
    re.compile(rf"[{NUMERAL}][年月日][^（）《》]{{0,3}}）"),
    re.compile(r"^《[^《》]*》?(?:（[^（）]*）?|[0-9]{4}年[0-9年月日、至-]*(?:，.*)?)?$"),
    re.compile(r"^（[^（）]*）?$"),
)
"""By one of these a block is an attribution, whole or broken, or a piece of one: a date with a
bracket on either side, or no more than a title and a bracket. The text of a compendium writes no
date in brackets."""

_TITLE_LINE = re.compile(r"《[^《》]*》?(?:[（(]|$)")

_SOURCE_SIGNS = re.compile(
    r"(?:第[0-9]+(?:-[0-9]+)?页|[0-9]{4}年版|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|单行本|年第[0-9]+期)$"
)
"""And an ending like these belongs to a source."""

_LONGEST_NOTE = 6  # lines; printed are up to four
_LONGEST_TITLE = 100  # characters; the longest that was seen has 41
_LONGEST_ODD_SOURCE = 40  # characters of a source whose end does not look like one


@dataclass(frozen=True, slots=True)
class Note:
    """An attribution where it stands.

    Attributes:
        lines: its lines.
        raw: its text, mended but otherwise as it stands.
        read: what it says, or None where it is broken.
        fault: what is wrong with it, or None.
    """

    lines: tuple[PrintLine, ...]
    raw: str
    read: Attribution | None
    fault: str | None = None


def find_note(lines: Sequence[PrintLine], start: int) -> Note | None:
    """The attribution, sound or broken, that begins with line `start`."""
    return _sound_note(lines, start) or _broken_note(lines, start)


def join_note(lines: Sequence[PrintLine]) -> str:
    """The text of an attribution, mended, without what a page break printed twice.

    Text recognition may read the last character of a page again at the head of the next. That a
    word doubles a character of its own just there is far less likely in so short a text.
    """
    pieces: list[str] = []
    for line in lines:
        doubled = line.opens and pieces and pieces[-1][-1] == line.text[0]
        pieces.append(line.text[1:] if doubled and line.text[0].isalpha() else line.text)
    return mend("\n".join(piece for piece in pieces if piece))


def _sound_note(lines: Sequence[PrintLine], start: int) -> Note | None:
    """The longest sound attribution from line `start` on.

    After something that could be the end only a line goes on that could not begin a paragraph.
    """
    best: Note | None = None
    finished = False
    for stop in range(start + 1, min(start + _LONGEST_NOTE, len(lines)) + 1):
        line = lines[stop - 1]
        if finished and not _TAIL.match(line.text.translate(WIDE)):
            break
        note = _read(lines[start:stop])
        finished = note is not None
        best = note or best
        if "。" in line.text:
            break
    block = lines[start : _block_end(lines, start)]
    best = best or _read(_with_partner(lines, start), odd_source=True)
    if best is None or _begins_later(best.lines):
        return None
    if best.raw.endswith("。") and len(best.lines) < len(block):
        return None
    return best


def _read(lines: Sequence[PrintLine], *, odd_source: bool = False) -> Note | None:
    """`lines` as a sound attribution, or None.

    With `odd_source`, what follows the date may end in any way, if it is short: better an unusual
    source than a passage that swallows the next one.
    """
    raw = join_note(lines)
    try:
        read = parse_attribution(raw)
    except ValueError:
        return None
    title, rest = _around_date(raw)
    if len(title) > _LONGEST_TITLE or "。" in title or rest[:1] not in ("", "，", "《"):
        return None
    if "。" in rest or date_bracket(rest):
        return None
    if ends_sentence(raw):
        sound = title.startswith("《") and (not rest or _SOURCE_SIGNS.search(rest))
    elif odd_source:
        sound = rest.startswith("，") and len(rest) <= _LONGEST_ODD_SOURCE
    else:
        sound = _FINISHED.search(rest) or PAGES.search(rest)
    return Note(tuple(lines), raw, read) if sound else None


def _begins_later(lines: Sequence[PrintLine]) -> bool:
    """Whether the first of `lines` are text that lost its full stop, and a title follows them."""
    return any(
        lines[later].text.startswith("《") and _read(lines[later:]) is not None
        for later in range(1, len(lines))
    )


def _broken_note(lines: Sequence[PrintLine], start: int) -> Note | None:
    """The broken attribution that begins with line `start`.

    It takes in blocks without sentences, up to the last one that bears the signs of an attribution.
    """
    stop = end = start
    while end < len(lines) and end - start < _LONGEST_NOTE:
        after = _block_end(lines, end)
        raw = join_note(lines[end:after])
        signs = _bears_signs(raw)
        if not signs and ("。" in raw or ends_sentence(raw) or len(raw) > _LONGEST_TITLE):
            break
        if end > start and (_TITLE_LINE.match(raw) or _sound_note(lines, end)):
            break
        end = after
        if signs:
            stop = end
    if stop == start:
        return None
    raw = join_note(lines[start:stop])
    return Note(tuple(lines[start:stop]), raw, None, _fault(raw))


def _bears_signs(raw: str) -> bool:
    """Whether a block looks like an attribution, or like a piece of one."""
    whole = raw.translate(WIDE)
    if ends_sentence(whole):
        return False
    from_source = _SOURCE_SIGNS.search(whole) is not None
    if "。" in whole:
        bracket = date_bracket(whole)
        return from_source and bracket is not None and "。" not in whole[: bracket.end()]
    return from_source or any(sign.search(whole) for sign in _SIGNS)


def _fault(raw: str) -> str:
    """What is wrong with a text that bears the signs of an attribution and is not a sound one."""
    try:
        parse_attribution(raw)
    except ValueError as error:
        return str(error)
    if "。" in raw:
        return "has a full stop inside"
    return "does not end like one"


def _around_date(raw: str) -> tuple[str, str]:
    """What stands before and after the date of an attribution that could be parsed."""
    whole = plain(raw)
    bracket = date_bracket(whole)
    assert bracket is not None
    return whole[: bracket.start()], whole[bracket.end() :]


def _block_end(lines: Sequence[PrintLine], start: int) -> int:
    """Where the block that holds line `start` ends."""
    stop = start + 1
    while stop < len(lines) and not lines[stop].opens:
        stop += 1
    return stop


def _with_partner(lines: Sequence[PrintLine], start: int) -> Sequence[PrintLine]:
    """The block at line `start`, with the next one where a bracket is still open."""
    stop = _block_end(lines, start)
    if stop < len(lines) and not brackets_match(plain(join_note(lines[start:stop]))):
        stop = _block_end(lines, stop)
    return lines[start:stop]
