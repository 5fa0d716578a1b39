"""What HTML's elements mean to somebody who wants the text.

`VOID` elements have no end tag. `DIVIDING` ones begin and end a block, and `PARAGRAPHS` among them
cannot stand inside a heading. The content of `NEVER_TEXT` is not read, that of `FURNITURE` belongs
to the page and not to the article on it; `FURNITURE_NAMES` are classes and ids that say the same
of a `BOX`, an element that is always closed and so cannot swallow what follows it.
"""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = {f"h{level}": level for level in range(1, 7)}
VOID = _names("area base basefont br col embed frame hr img input link meta param source track wbr")
PARAGRAPHS = _names("article blockquote body center dl figure hr main ol p pre section table ul")
DIVIDING = PARAGRAPHS | _names(
    "address aside caption dd details div dt fieldset figcaption footer form "
    "h1 h2 h3 h4 h5 h6 head header html legend li nav option summary tbody td tfoot th thead title "
    "tr"
)
NEVER_TEXT = _names(
    "button canvas iframe math noscript object script select style svg template textarea"
)
FURNITURE = _names("aside footer form header nav")
FURNITURE_NAMES = _names(
    "nav navbar main-nav menu main-menu breadcrumb breadcrumbs crumb crumbs "
    "foot footer site-footer page-footer copyright share share-bar share-box bdsharebuttonbox "
    "related related-links related-news recommend sidebar"
)
BOX = _names("div dl ol section table ul")
