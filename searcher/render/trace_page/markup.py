"""Texts and elements as HTML.

>>> element("b", escaped("1 < 2"), class_="exact")
'<b class="exact">1 &lt; 2</b>'
"""

from __future__ import annotations

from html import escape

from searcher.render.visible import visible


def escaped(text: str) -> str:
    """`text` as HTML that shows it and nothing else; what nobody sees has a visible stand-in."""
    return escape(visible(text))


def element(name: str, content: str, *, class_: str = "", id_: str = "", href: str = "") -> str:
    """An element.

    Args:
        name: its name.
        content: HTML.
        class_: its classes, which like all attributes are words of ours and never a text.
        id_: its id.
        href: where it leads.
    """
    attributes = (("class", class_), ("id", id_), ("href", href))
    written = "".join(f' {key}="{value}"' for key, value in attributes if value)
    return f"<{name}{written}>{content}</{name}>"
