"""What precedes the first chapter of a compendium: title page, preface, contents.

Adverts and the imprint are left out. Of the rest only the editor's and the publisher's line of the
title page are known by their wording. A label is a line without sentences; the preface is the run
of sentences among the labels, the label before it is its heading, and those after it are its
signature and date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.facts.compendium.chapters import is_entry, parse_contents, parse_heading
from indexer.facts.compendium.furniture import is_advert, is_imprint
from indexer.facts.compendium.page_cuts import TextBlock, cut_texts
from indexer.facts.compendium.print_lines import PrintLine, PrintStanza, print_stanzas
from indexer.text.date_forms import parse_date
from indexer.text.dates import DateSpan
from indexer.text.marks import CLAUSE_ENDS, without
from indexer.text.numerals import HAN_NUMERAL
from indexer.text.typography import ends_sentence, mend

_EDITOR = re.compile(r"(?<![摘选汇续])(?:编|主编|编著|编辑)$")
_PUBLISHER = re.compile(r"出版社$")
_CONTENTS = re.compile(r"目[录次]")
# … leads to page numbers, and : occurs in addresses and numbers of the imprint.
_CLAUSE = re.compile(f"[{without(CLAUSE_ENDS, '…:')}]")
_MOST_TITLE_LINES = 12
_LONGEST_TITLE = 30  # characters
_ALL_CONTENTS = re.compile(r"目\s?[录次]\s*(?P<entries>一、.+)")
_ENTRY = re.compile(rf"(?:^|(?<=\s))[{HAN_NUMERAL}]+、[^\s]+")


@dataclass(frozen=True, slots=True)
class PrefaceParagraph:
    """A paragraph of the preface.

    Attributes:
        text: its words.
        lines: first and last physical line, from 1, both included.
        section: the heading of the preface.
    """

    text: str
    lines: tuple[int, int]
    section: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preliminaries:
    """The facts of the title page and the preface.

    Attributes:
        contents: the chapter headings that the contents announce, by their numbers.
    """

    title: str | None
    publisher: str | None
    date: DateSpan | None
    preface: tuple[PrefaceParagraph, ...]
    contents: dict[int, str]


def read_preliminaries(lines: Sequence[PrintLine]) -> Preliminaries:
    """Read the lines before the first chapter."""
    every = print_stanzas(lines)
    running = _prose(every)
    runs = [run for place, run in enumerate(every) if place in running or not _is_foreign(run)]
    prose = _prose(runs)
    labels = [run for place, run in enumerate(runs) if place not in prose]
    return Preliminaries(
        title=_title(runs, prose) or _title_in_line(every),
        publisher=next((run.text for run in labels if _PUBLISHER.search(run.text)), None),
        date=next((date for run in labels if (date := _date(run.text))), None),
        preface=_preface(runs, prose),
        contents=parse_contents([line for run in labels for line in run.lines])
        or _contents_in_line(every),
    )


def _contents_in_line(runs: Sequence[PrintStanza]) -> dict[int, str]:
    """The headings of contents that stand on one line, each behind a blank."""
    for line in (line for run in runs for line in run.lines):
        if found := _ALL_CONTENTS.search(line.text):
            entries = [parse_heading(entry) for entry in _ENTRY.findall(found["entries"])]
            headings = [heading for heading in entries if heading is not None]
            if [one.number for one in headings] == list(range(1, len(headings) + 1)):
                return {heading.number: heading.text for heading in headings}
    return {}


def _title_in_line(runs: Sequence[PrintStanza]) -> str | None:
    """The title before the contents on the first line."""
    found = _ALL_CONTENTS.search(runs[0].lines[0].text) if runs else None
    title = runs[0].lines[0].text[: found.start()].strip() if found else ""
    return mend(title) if 0 < len(title) <= _LONGEST_TITLE else None


def _is_foreign(run: PrintStanza) -> bool:
    return is_advert(run.text) or is_imprint(run.text)


def _prose(runs: Sequence[PrintStanza]) -> frozenset[int]:
    """The places of the runs that are sentences, or parts of one."""
    found: set[int] = set()
    for place, run in enumerate(runs):
        continues = place - 1 in found and not ends_sentence(runs[place - 1].text)
        sentence = ends_sentence(run.text) or (
            _CLAUSE.search(run.text) is not None and not is_entry(run.text) and not _is_foreign(run)
        )
        if continues or sentence:
            found.add(place)
    return frozenset(found)


def _title(runs: Sequence[PrintStanza], prose: frozenset[int]) -> str | None:
    """The lines that open the title page, down to the one that names its editor or publisher.

    Of these it is the ones that the preface names in 《》, if it does. Where neither editor nor
    publisher is named, the heading of what follows must not be taken for part of the title.
    """
    opening: list[str] = []
    for place, run in enumerate(runs):
        if _EDITOR.search(run.text) or _PUBLISHER.search(run.text):
            break
        if place in prose or _CONTENTS.fullmatch(run.text) or is_entry(run.text):
            if place in prose and len(opening) > 1:
                opening.pop()
            break
        opening.append(run.text)
    preface = "".join(runs[place].text for place in sorted(prose))
    return _named_title(opening[:_MOST_TITLE_LINES], preface) or mend("\n".join(opening)) or None


def _named_title(opening: Sequence[str], preface: str) -> str | None:
    """The longest run of lines in `opening` that `preface` names in 《》."""
    runs = (
        mend("\n".join(opening[start:stop]))
        for start in range(len(opening))
        for stop in range(len(opening), start, -1)
    )
    return max((run for run in runs if f"《{run}》" in preface), key=len, default=None)


def _preface(runs: Sequence[PrintStanza], prose: frozenset[int]) -> tuple[PrefaceParagraph, ...]:
    paragraphs: list[PrefaceParagraph] = []
    section: str | None = None
    pieces: list[PrintStanza] = []
    for place, run in enumerate(runs):
        if place not in prose:
            section = None if _PUBLISHER.search(run.text) or is_entry(run.text) else run.text
            continue
        pieces.append(run)
        if place + 1 in prose and cut_texts((TextBlock(run.text), TextBlock(runs[place + 1].text))):
            continue
        paragraphs.append(
            PrefaceParagraph(
                mend("\n".join(piece.text for piece in pieces)),
                (pieces[0].span[0], pieces[-1].span[1]),
                section,
            )
        )
        pieces = []
    return tuple(paragraphs)


def _date(text: str) -> DateSpan | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
