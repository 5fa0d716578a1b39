"""The title of a web page: the headline, then the name of the site.

>>> split_title("中国-东盟博览会 - 新华网")
('中国-东盟博览会', '新华网')
"""

from __future__ import annotations

import re

_BEFORE_SITE = re.compile(r"-+|_+|[|｜]|(?<=\s)[–—](?=\s)")
"""A dash that is as long as two characters (——) belongs to the headline."""


def split_title(page_title: str) -> tuple[str, str] | None:
    """Headline and site, None where nothing parts them.

    The headline may hold the same marks, so the last one decides; whether it was a headline shows
    only where it stands again on the page.
    """
    last: re.Match[str] | None = None
    for found in _BEFORE_SITE.finditer(page_title):  # a list of them could take all memory
        last = found
    if last is None:
        return None
    title, site = page_title[: last.start()].strip(), page_title[last.end() :].strip()
    return (title, site) if title and site else None
