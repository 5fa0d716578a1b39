"""The marks of a title: 《》 around it in a sentence, none in a reference, 〈〉 inside 《》.

The index keeps a title without the 《》 around all of it, so that 〈〉 may be in it without these.
GB/T 15834-2011, 4.15.3.2: inside 《》 a title has 〈〉.
"""

from __future__ import annotations

_SINGLE = str.maketrans("《》", "〈〉")


def enclosed(title: str) -> str:
    """The title in 《》.

    >>> enclosed("接受《华尔街日报》采访时的答问")
    '《接受〈华尔街日报〉采访时的答问》'
    """
    return f"《{title.translate(_SINGLE)}》"


def bare(title: str) -> str:
    """The title by itself: 〈〉 that are not inside 《》 become 《》.

    >>> bare("关于〈决定〉的说明")
    '关于《决定》的说明'
    """
    depth = 0
    written = []
    for mark in title:
        depth += (mark == "《") - (mark == "》")
        written.append({"〈": "《", "〉": "》"}.get(mark, mark) if depth <= 0 else mark)
    return "".join(written)


def second_hand(title: str | None, publisher: str | None) -> str | None:
    """The note on words that a publication only quotes, None where it has no name.

    >>> second_hand("人民日报", None), second_hand(None, "新华网")
    ('转引自《人民日报》', '转引自新华网')
    """
    name = enclosed(title) if title else publisher
    return name and f"转引自{name}"
