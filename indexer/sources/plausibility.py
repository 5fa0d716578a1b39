"""Whether a text that bytes were decoded to is one that somebody wrote, or the bytes of another.

GB18030 gives a meaning to almost any bytes, and so do UTF-16 and Big5. What tells them apart is how
often the characters of the result are written: of three characters of a Chinese text two are among
the three hundred most frequent ones, of three that stand there by chance hardly one in twenty.

    >>> reads_as_chinese("没有网络安全就没有国家安全"), reads_as_chinese("花苪苍鏺陻質苌")
    (True, False)
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import Final

from indexer.text.marks import (
    CLOSING_QUOTES,
    FULL_WIDTH_PAUSES,
    OPENING_QUOTES,
    SHARED_MARKS,
)
from indexer.text.simplified import simplified

_SAMPLE: Final = 100_000
"""How much of a text is examined, in characters or bytes."""

_FREQUENT_HAN: Final = (
    "一是人了不在有大中国和为这上他个地年来我会以到时要出的生学说道民家子也成行下们于后就发自之对得主"
    "长可过天作分方用多你着部能市等业全里工公经本都而高政法面门动日进区事代那去心小同北定开产前其军还"
    "然起种所如现理机体表力好外与文当两实重新三么只山水关明从化平建又制南内西没此将员名手最东头者月间"
    "无安看见各城十相但已些正口通想度加第她合院物性战由位常点海意场武使次二向治因立数样身情入原问把路"
    "被并利石老教万知级量任江及应省资委务元美特期世湖回系比气汉总展电科金先声提品设或义王社很统处四首"
    "共马形己儿司太目基领队直计别女权话少流命至报米给打变果书清活几州华解议更称程今决张导术府才保交放"
)
_FREQUENT_HANGUL: Final = frozenset(
    "이다는의에을가고를은로인기사지도한하서대해과나정시자그리어들아으일수부전제라국주장상니면만원보여스구"
    "유트안성마선생관소위신것계화와동적중요공오경조무비문있음했습러였된되없업명결연"
)
_FREQUENT: Final = frozenset(_FREQUENT_HAN)

_FIRST_LEVEL: Final = {
    "gb18030": (b"\xb0\xa1", b"\xd7\xf9"),
    "big5hkscs": (b"\xa4\x40", b"\xc6\x7e"),
    "euc_jp": (b"\xb0\xa1", b"\xcf\xd3"),
    "shift_jis": (b"\x88\x9f", b"\x98\x72"),
}
"""The codes of the characters that are taught first, in tables that begin with these."""

_MARKS: Final = frozenset(
    FULL_WIDTH_PAUSES + SHARED_MARKS + OPENING_QUOTES + CLOSING_QUOTES + "（）《》·‧\u3000"
)
_PLAUSIBLE: Final = re.compile(
    "[\t\n\f\r -~\xa0-\xff\u2010-\u2027\u2030-\u203b\u2460-\u249b\u25a0-\u25ff"
    "\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee"
    "\U0001f300-\U0001faff\U00020000-\U000323af\ufeff]"
)
_LETTERS: Final = re.compile("[\u3041-\u30fe\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")

OTHERS: Final = {
    "gb18030": "GB18030",
    "big5hkscs": "Big5",
    "euc_kr": "EUC-KR",
    "euc_jp": "EUC-JP",
    "shift_jis": "Shift-JIS",
}
"""The encodings of East Asia in which the same bytes may be read, and their usual names."""
_TIMES: Final[dict[str, float]] = {"euc_kr": 1.25, "euc_jp": 2, "shift_jis": 2}
"""How many times as usual as in GB18030 letters must be, since these are met much less often."""


def plausible_share(text: str) -> float:
    """The share of characters in a sample of `text` that Chinese and English texts are made of."""
    sample = text[:_SAMPLE]
    return len(_PLAUSIBLE.findall(sample)) / max(len(sample), 1)


def reads_as_chinese(text: str) -> bool:
    """Whether what is not ASCII in `text` is what Chinese is mostly made of.

    These are the common characters of GB 2312 and its marks, of which traditional Chinese has two
    in three. Other encodings read as GB18030 or UTF-16 yield rare ones, none that are frequent, or
    the kana of a Japanese text, which EUC-JP writes with the same bytes.
    """
    foreign = [character for character in text[:_SAMPLE] if not character.isascii()]
    common = sum(map(_is_common, foreign))
    kana = sum("\u3041" <= character <= "\u30fe" for character in foreign)
    if common * 5 < len(foreign) * 2 or kana * 5 > len(foreign):
        return False
    return len(foreign) < 50 or 33 * (_frequent(foreign) + _marks(foreign)) >= len(foreign)


def reads_as_traditional(text: str) -> bool:
    """Whether what is not ASCII in `text` is what traditional Chinese is made of, in Big5.

    Half of it is frequent; bytes of another encoding read as Big5 yield a tenth, or marks alone.
    """
    foreign = [character for character in text[:_SAMPLE] if not character.isascii()]
    letters = _LETTERS.findall(text[:_SAMPLE])
    if len(letters) * 2 < len(foreign) or not letters:
        return False
    everyday = sum(_is_taught(letter, "big5hkscs") for letter in letters)
    frequent = _frequent(letters)
    return everyday * 4 >= len(letters) * 3 and frequent * 3 >= len(letters)


def likeliest(data: bytes) -> str | None:
    """The encoding in which the letters of `data` are most usual in their language.

    Args:
        data: bytes that are not UTF-8.

    Returns:
        A key of `OTHERS`, the first of two that are equal; None where there are no usual letters.
    """
    usual: dict[str, int] = {encoding: _usual_in(data[:_SAMPLE], encoding) for encoding in OTHERS}
    best = max(usual, key=lambda encoding: usual[encoding])
    if usual["gb18030"] * _TIMES.get(best, 1) >= usual[best]:
        best = "gb18030"
    return best if usual[best] > 0 else None


def _usual_in(data: bytes, encoding: str) -> int:
    """How usual the letters of `data` are, read in `encoding`: 3 for a frequent one, 1 for others
    that are taught first.
    """
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(data)
    except UnicodeDecodeError:
        return 0
    letters = _LETTERS.findall(text)
    if encoding == "euc_kr":
        hangul = [letter for letter in letters if letter >= "\uac00"]
        frequent = sum(letter in _FREQUENT_HANGUL for letter in hangul)
        return 2 * frequent + len(hangul) - 2 * (len(letters) - len(hangul))
    is_japanese = encoding in ("euc_jp", "shift_jis")
    kana = sum("\u3041" <= letter <= "\u30fe" for letter in letters) if is_japanese else 0
    taught: int = sum(_is_taught(letter, encoding) for letter in letters)
    return 3 * kana + 2 * _frequent(letters) + taught


def _frequent(characters: str | list[str]) -> int:
    """How many of `characters` are among the most frequent of Chinese, traditional or not."""
    return sum(one in _FREQUENT for one in simplified("".join(characters)))


def _marks(characters: list[str]) -> int:
    return sum(character in _MARKS for character in characters)


@cache
def _is_common(character: str) -> bool:
    """Whether a character is of the first level of GB 2312 or one of its marks."""
    code = character.encode("gb18030")
    return (
        len(code) == 2 and code[1] >= 0xA1 and (0xB0 <= code[0] <= 0xD7 or code[0] in (0xA1, 0xA3))
    )


@cache
def _is_taught(character: str, encoding: str) -> bool:
    """Whether a character is of the first level of the characters that an encoding has."""
    first, last = _FIRST_LEVEL[encoding]
    code = character.encode(encoding, "ignore")
    return len(code) == 2 and first <= code <= last and (encoding != "gb18030" or code[1] > 0xA0)
