"""A trace as one page for a browser: the article on the left, its sources on the right.

    page      the whole document, safe to open: nothing in it runs, nothing is fetched
    article   the paragraphs, with the quotations as numbered links to their cards
    cards     a card for each quotation: verdict, source, how the article departs from it
    markup    texts and elements as HTML
    style     the style sheet

The page needs no script. What a text says is only ever written as text, never into an attribute.
"""

from __future__ import annotations

from searcher.render.page.page import page_lines

__all__ = ["page_lines"]
