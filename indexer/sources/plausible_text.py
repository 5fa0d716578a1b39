"""Whether decoded text looks like the Chinese that somebody wrote, or like a wrong encoding.

>>> reads_as_chinese("没有网络安全就没有国家安全"), reads_as_chinese("花苪苍鏺陻質苌")
(True, False)
"""

from __future__ import annotations

import re

SAMPLE = 100_000
"""How much of a text is looked at, in characters or bytes."""

_PLAUSIBLE = re.compile(
    "[\t\n\f\r -~\xa0-\xff\u2010-\u2027\u2030-\u203b\u2460-\u249b\u25a0-\u25ff"
    "\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee"
    "\U0001f300-\U0001faff\U00020000-\U000323af\ufeff]"
)
_FREQUENT = frozenset(
    "，。、：；！？“”（）《》　的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对"
    "成会可主发年动同工也能下过子说产种面而方后多定行学法所民经十三之进着等部度家电力里如水化高自二理起小"
    "這為個國時來們於對會發動過說產種後學經進"
)
_UNUSED_BY_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x9f\ue000-\uf8ff\ufffe\uffff]")


def plausible_share(text: str) -> float:
    """The share of characters in a sample of `text` that Chinese and English texts are made of."""
    sample = text[:SAMPLE]
    return len(_PLAUSIBLE.findall(sample)) / max(len(sample), 1)


def reads_as_chinese(text: str) -> bool:
    """Whether what is not ASCII in `text` is what Chinese is mostly made of.

    These are the common characters of GB 2312 and its marks, of which traditional Chinese has two
    in three. Other encodings read as GB18030 or UTF-16 give rare ones, none that are frequent, or
    the kana of a Japanese text, which EUC-JP writes with the same bytes.
    """
    if _UNUSED_BY_TEXT.search(text):
        return False
    foreign = [character for character in text[:SAMPLE] if not character.isascii()]
    common = sum(map(_is_common, foreign))
    frequent = sum(character in _FREQUENT for character in foreign)
    kana = sum("\u3041" <= character <= "\u30fe" for character in foreign)
    if common * 5 < len(foreign) * 2 or kana * 5 > len(foreign):
        return False
    return len(foreign) < 50 or frequent * 33 >= len(foreign)


def _is_common(character: str) -> bool:
    code = character.encode("gb18030")
    return (
        len(code) == 2 and code[1] >= 0xA1 and (0xB0 <= code[0] <= 0xD7 or code[0] in (0xA1, 0xA3))
    )
