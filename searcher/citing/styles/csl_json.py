"""References as CSL-JSON, which Zotero and every CSL processor read: one object for each.

Names are literal: where a name is cut into family and given would be a guess. `original-date` is
the date of the speech. The schema is https://resource.citationstyles.org/schema/v1.0/.
"""

from __future__ import annotations

import re
from typing import Any

import orjson

from indexer.text.controls import escaped_in_json
from indexer.text.dates import DateSpan
from indexer.text.folding import HAN
from searcher.citing.numbering import volume_number
from searcher.citing.reference import Publication, PublicationKind, Reference
from searcher.citing.styles.dates import bounds, chinese
from searcher.citing.styles.marks import bare, second_hand

_TYPES: dict[PublicationKind, str] = {
    "newspaper": "article-newspaper",
    "periodical": "article-journal",
    "web": "webpage",
    "other": "document",
}
_SPOKEN = re.compile("讲话|演讲|致辞|发言|谈话")


def csl_json(reference: Reference) -> str:
    """The reference as a JSON object in one line."""
    item = {name: value for name, value in _item(reference).items() if value}
    return escaped_in_json(orjson.dumps(item).decode())


def _item(reference: Reference) -> dict[str, Any]:
    publication = reference.publication
    title = reference.title
    if publication is None:
        return {
            "id": reference.id,
            "type": "speech" if title and _SPOKEN.search(title) else "document",
            **_titles(title, None),
            "author": _names(reference.authors),
            "issued": _date(reference.date),
        }
    within = publication.title if title is not None else None
    whole = title if title is not None else publication.title
    creators = _names(publication.creators)
    authors = _names(reference.authors)
    role = "editor" if publication.edited else "container-author"
    if title is None and not publication.edited:
        authors, creators = authors or creators, []
    return {
        "id": reference.id,
        "type": _TYPES.get(publication.kind) or ("chapter" if within else "book"),
        **_titles(whole, within),
        "author": authors,
        role: creators,
        **_place(publication, within),
        "page": publication.sheet or reference.pages,
        "issued": _date(publication.issued),
        "original-date": _date(reference.date),
        "accessed": _date(DateSpan(reference.accessed, reference.accessed))
        if reference.accessed
        else None,
        "URL": publication.url,
        "note": second_hand(publication.title, publication.publisher) if reference.quoted else None,
    }


def _titles(title: str | None, container: str | None) -> dict[str, Any]:
    chinese_title = title is not None and re.search(f"[{HAN}]", title) is not None
    return {
        "language": "zh" if chinese_title else None,
        "title": bare(title) if title else None,
        "container-title": bare(container) if container else None,
    }


def _place(publication: Publication, within: str | None) -> dict[str, Any]:
    """What says where, besides titles and dates. A site or newspaper contains its articles."""
    site = publication.kind in {"web", "newspaper"} and within is None
    return {
        **({"container-title": publication.publisher} if site else {}),
        "volume": volume_number(publication.volume) if publication.volume else None,
        "issue": publication.issue,
        "edition": publication.edition,
        "publisher-place": publication.place,
        "publisher": None if site else publication.publisher,
    }


def _names(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"literal": name} for name in names]


def _date(span: DateSpan | None) -> dict[str, Any] | None:
    if span is None:
        return None
    return {"literal": chinese(span)} if span.days else {"date-parts": bounds(span)}
