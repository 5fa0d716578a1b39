"""References as a footnote of Chinese prose has them, in one line.

习近平：《在…上的讲话》（2016年4月19日），《论党的宣传思想工作》，中央文献出版社2020年版，第195页。
"""

from __future__ import annotations

from searcher.citing.reference import Publication, Reference
from searcher.citing.styles.dates import chinese
from searcher.citing.styles.marks import enclosed


def footnote(reference: Reference) -> str:
    """The reference in one line, with a full stop."""
    publication = reference.publication
    authors = reference.authors
    elements = []
    edited = False
    if reference.title is not None:
        date = f"（{chinese(reference.date)}）" if reference.date else ""
        elements.append(enclosed(reference.title) + date)
    if publication is not None:
        if reference.title is None and not reference.quoted:
            authors = authors or publication.creators
            edited = publication.edited and bool(authors)
        published = _published(reference, publication)
        if reference.quoted and published:
            published[0] = f"转引自{published[0]}"
        elements += published
    names = "、".join(authors) + ("编" if edited else "")
    return (f"{names}：" if names else "") + "，".join(elements) + "。"


def _published(reference: Reference, publication: Publication) -> list[str]:
    pages = f"第{reference.pages.replace(', ', '、')}页" if reference.pages else ""
    if publication.kind in {"book", "collection"}:
        return _known(_named(reference, publication), _house(publication), pages)
    own = reference.held or reference.title is None
    title = _named(reference, publication) if own else ""
    name = (publication.publisher if own else publication.title) or ""
    if publication.kind in {"newspaper", "periodical"}:
        paper = (publication.place or "") + enclosed(name) if name else ""
        sheet = f"第{publication.sheet}版" if publication.sheet else ""
        return _known(title, paper + _when(publication), sheet, pages)
    seen = reference.accessed
    return _known(
        title,
        name or publication.publisher,
        _when(publication),
        publication.url,
        f"{seen.year}年{seen.month}月{seen.day}日访问" if seen else "",
        pages,
    )


def _when(publication: Publication) -> str:
    if publication.issued is None:
        return ""
    if publication.issue is None:
        return chinese(publication.issued)
    number = publication.issue
    counted = number if "增刊" in number else f"第{number}期"
    return f"{publication.issued.first.year}年{counted}"


def _house(publication: Publication) -> str:
    """人民出版社2018年版, 人民出版社2018年第2版, 人民出版社单行本."""
    edition = publication.edition
    year = f"{publication.issued.first.year}年" if publication.issued else ""
    if edition is None or edition == "1":
        edition = "版" if year else ""
    elif edition.isdecimal():
        edition = f"第{edition}版"
    place = f"{publication.place}：" if publication.place and publication.publisher else ""
    return place + (publication.publisher or "") + year + edition


def _named(reference: Reference, publication: Publication) -> str:
    """The publication with those who made it, unless the line begins with them."""
    if publication.title is None:
        return ""
    title = enclosed(publication.title) + (publication.volume or "")
    begins = reference.title is None and not reference.quoted
    if begins or publication.creators == reference.authors:
        return title
    return "、".join(publication.creators) + ("编" if publication.edited else "") + title


def _known(*elements: str | None) -> list[str]:
    return [element for element in elements if element]
