"""Lines that a distributor has put around or into a book, and that are not part of it.

>>> is_advert("欢迎关注微信公众号：青马先声，获取更多资源")
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.readers.compendium.print_lines import PrintLine, mend, stanzas
from indexer.readers.sentences import ends_sentence

_INVITATION = re.compile(
    r"公众号|微信号|微信群|[Qq]{2}群|扫码|扫描.{0,4}二维码|(?:更多|免费)(?:资源|资料|下载|电子书)"
    r"|https?://|www\."
)
_LONGEST = 60  # characters


def is_advert(text: str) -> bool:
    """Whether `text` invites the reader somewhere else and is not a sentence of the book."""
    whole = mend(text)
    return (
        len(whole) <= _LONGEST
        and not ends_sentence(whole)
        and _INVITATION.search(whole) is not None
    )


def without_adverts(lines: Sequence[PrintLine]) -> tuple[PrintLine, ...]:
    """`lines` without the adverts that stand alone between empty lines."""
    return tuple(
        line for stanza in stanzas(lines) if not is_advert(stanza.text) for line in stanza.lines
    )
