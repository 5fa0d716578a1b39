"""Furniture that shows by coming again: running heads beside page numbers, adverts of a site.

An advert that must not be found by its words is spelt otherwise each time (www.ＡbcTxt．Ｎｅt,
小＿说/天.堂), so such lines are compared by their letters alone. A line that comes again for
another reason (a greeting, a name) stays: an advert names an address, or hides its words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from indexer.facts.furniture.lines import Furniture
from indexer.formats.blocks import Block
from indexer.text.folding import HAN
from indexer.text.marks import FULL_WIDTH_ENDS, FULL_WIDTH_PAUSES, SHARED_MARKS
from indexer.text.typography import ends_sentence

_FEWEST = 3
_LONGEST = 60  # characters
_LONGEST_HEAD = 40
_SHORTEST_HEAD = 2

_LETTER = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]")
_NOT_HAN = re.compile(rf"[^{HAN}]+")
_HIDDEN = re.compile(
    rf"[{HAN}](?:[^{HAN}\w\s{FULL_WIDTH_PAUSES}{SHARED_MARKS}（）《》〈〉·]+|[_＿]+)[{HAN}]"
)
_HIDING = frozenset("_＿/\\|｜+＋*＊~～^＾=＝`#＃.．-[]{}<>@$%&")
_ADDRESS = re.compile(r"www[a-z]{3,}|https?[a-z]{4,}|[a-z]{4,}(?:com|net|org|cn)(?![a-z])")
_KEY = 14
"""Letters of an address that are compared: what follows is spelt in ever new ways."""

_ENDS = tuple(FULL_WIDTH_ENDS)
"""What ends a sentence; among the letters of an address ．is a mark like others."""

_MOST_HAN = 12
"""Chinese characters beside an address: more may be a sentence."""

_FOLIO = re.compile(r"^[0-9０-９]{1,4}\s+|\s+[0-9０-９]{1,4}$|[0-9０-９]{1,4}$")


def running_heads(blocks: Sequence[Block], found: Mapping[int, Furniture]) -> dict[int, Furniture]:
    """The lines right beside page numbers that come again there, three times at least."""
    beside: defaultdict[str, list[int]] = defaultdict(list)
    for place in _beside(blocks, found):
        text = blocks[place].text.strip()
        if _SHORTEST_HEAD <= len(text) <= _LONGEST_HEAD and not ends_sentence(text):
            beside[_head_key(text)].append(place)
    return {
        place: "running_head"
        for key, places in beside.items()
        if key and len(places) >= _FEWEST
        for place in places
    }


def _beside(blocks: Sequence[Block], found: Mapping[int, Furniture]) -> Iterator[int]:
    seen: set[int] = set()
    for place, kind in found.items():
        if kind == "page_mark":
            for near in (place - 1, place + 1):
                if 0 <= near < len(blocks) and near not in found and near not in seen:
                    seen.add(near)
                    yield near


def _head_key(text: str) -> str:
    return "".join(_FOLIO.sub("", unicodedata.normalize("NFKC", text)).split())


def adverts(blocks: Sequence[Block], found: Mapping[int, Furniture]) -> dict[int, Furniture]:
    """The short lines that name one site three times at least.

    They are the same line each time, or the site is spelt in several ways. An article that gives
    several addresses of one site spells it alike.
    """
    named: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, block in enumerate(blocks):
        text = block.text
        if len(text) > _LONGEST or place in found or block.form == "code":
            continue
        if text.rstrip().endswith(_ENDS):
            continue
        if _LETTER.search(text) or not _HIDING.isdisjoint(text):
            for key, spelling in _named_sites(text):
                named[key].append((place, spelling))
    return {
        place: "advert"
        for key, places in named.items()
        for place in _repeated(blocks, places, spelt=not key.isascii())
    }


def _repeated(
    blocks: Sequence[Block], named: Sequence[tuple[int, str]], *, spelt: bool
) -> Iterator[int]:
    """The places among those that name one site at which an advert stands."""
    if len(named) < _FEWEST:
        return
    if len({spelling.lower() for _, spelling in named}) >= _FEWEST:
        yield from (place for place, _ in named)
    elif not spelt:
        lines = Counter(blocks[place].text.strip() for place, _ in named)
        yield from (place for place, _ in named if lines[blocks[place].text.strip()] >= _FEWEST)


def _named_sites(text: str) -> Iterator[tuple[str, str]]:
    """What site a line names and how it spells it: an address, or words that marks hide."""
    han = _NOT_HAN.sub("", text)
    if len(han) > _MOST_HAN:
        return
    at: list[int] = []
    letters: list[str] = []
    for place, character in enumerate(text):
        folded = unicodedata.normalize("NFKC", character).lower()
        if folded.isascii() and folded.isalpha():
            letters += folded
            at += [place] * len(folded)
    whole = "".join(letters)
    if address := _ADDRESS.search(whole):
        start = max(whole.find("www", address.start()), address.start())
        key = whole[start : start + _KEY]
        yield key, text[at[start] : at[start + len(key) - 1] + 1]
    elif len(han) > _FEWEST and _HIDDEN.search(text):
        yield han, text.strip()
