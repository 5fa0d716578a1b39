"""Texts and elements as HTML.

>>> element("b", escaped("1 < 2"), class_="exact")
'<b class="exact">1 &lt; 2</b>'
"""

from __future__ import annotations

from html import escape
from typing import Final

from indexer.wording import language
from searcher.render.typeset.characters import visible

TEXTS: Final = "zh-CN"
"""The language of articles and sources, by BCP 47."""


def escaped(text: str) -> str:
    """`text` as HTML that shows it and nothing else; what nobody sees has a visible stand-in."""
    return escape(visible(text))


def page_language() -> str:
    """The language of the page, by BCP 47."""
    return TEXTS if language() == "zh" else language()


def texts_language() -> str:
    """The language of articles and sources where the page is in another, for an attribute."""
    return "" if page_language() == TEXTS else TEXTS


def element(
    name: str, content: str, *, class_: str = "", id_: str = "", href: str = "", lang: str = ""
) -> str:
    """An element.

    Args:
        name: its name.
        content: HTML.
        class_: its classes, which like all attributes are words of ours and never a text.
        id_: its id.
        href: where it leads.
        lang: the language of its content.
    """
    attributes = (("class", class_), ("id", id_), ("href", href), ("lang", lang))
    written = "".join(f' {key}="{value}"' for key, value in attributes if value)
    return f"<{name}{written}>{content}</{name}>"
