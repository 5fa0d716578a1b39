"""Lines that a distributor has put around or into a book, and that are not part of it.

They are looked for where no sentence is going on. A speech may well name the same things, so an
advert must ask for something, and name no series of things.

>>> is_advert("欢迎关注微信公众号：青马先声，获取更多资源")
True
>>> is_advert("微信公众号、微信群等新媒体快速发展，大家都在用")
False
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.readers.compendium.print_lines import PrintLine, join, mend
from indexer.readers.sentences import ends_sentence

_INVITATION = re.compile(
    r"^(?:欢迎|敬?请)?(?:扫码)?(?:关注|添加|搜索|加入).{0,8}(?:公众号|微信|[Qq]{2})"
    r"|(?:公众号|微信号|微信群)[：:]|[Qq]{2}群?[：:]?[0-9]{5,}"
    r"|^(?:请|长按)?(?:扫码|扫描.{0,4}二维码).{0,6}(?:关注|加入|添加|进群|下载|领取)"
    r"|^(?:更多|免费)电子书|^(?:本书|本文件)由.{1,20}(?:整理|制作|扫描|上传)|https?://|www\."
)
_LONGEST = 60  # characters


def is_advert(text: str) -> bool:
    """Whether `text` invites the reader somewhere else and is not a sentence of the book."""
    whole = mend(text)
    return (
        len(whole) <= _LONGEST
        and not ends_sentence(whole)
        and "、" not in whole
        and _INVITATION.search(whole) is not None
    )


def advert_end(lines: Sequence[PrintLine], start: int) -> int | None:
    """The place after the advert that begins with line `start`, or None where there is none.

    It stands alone between empty lines.
    """
    stop = start + 1
    while stop < len(lines) and not lines[stop].opens and stop - start < _LONGEST:
        stop += 1
    alone = lines[start].opens and (stop == len(lines) or lines[stop].opens)
    return stop if alone and is_advert(join(lines[start:stop])) else None
