"""References as GB/T 7714-2015 writes them (信息与文献 参考文献著录规则), by numbers (顺序编码制).

Its marks are half-width, with a blank after all but brackets (7.2 and the examples of 4); marks
inside a title stay as they are. What is not known:

- an author is left out (8.1.3), and of more than three the first three are named (8.1.2);
- of what is printed, place and publisher are called 不详 in brackets (8.4.1.3, 8.4.2.3), and of
  what is on the web they are left out;
- anything else is left out, and the mark before it with it: marks precede what they introduce
  (前置符, 7.1), so a newspaper of an unknown day keeps the brackets of its sheet and no comma.

The standard has no form for words that are cited at second hand: they come first, and
then, after 转引自, what quotes them.
"""

from __future__ import annotations

from dataclasses import replace

from searcher.citing.numbering import volume
from searcher.citing.reference import Publication, PublicationKind, Reference
from searcher.citing.styles.dates import chinese, iso
from searcher.citing.styles.marks import bare

_CODES: dict[PublicationKind, str] = {
    "book": "M",
    "collection": "G",
    "newspaper": "N",
    "periodical": "J",
    "web": "EB/OL",
    "other": "Z",
}
"""Annex B."""

_MOST_NAMES = 3


def gbt7714(reference: Reference) -> str:
    """The reference in one line, without a number before it."""
    publication = reference.publication
    if publication and reference.quoted and not reference.held:
        return _second_hand(reference)
    if publication is None:
        return _joined(
            _names(reference.authors),
            _titled(reference.title, "Z"),
            iso(reference.date) if reference.date else "",
        )
    whole = reference.title is None
    names = _names(reference.authors or (publication.creators if whole else ()))
    title = _title(publication) if whole else _part_title(reference, publication)
    head = _titled(title, _CODES[publication.kind])
    bound = publication.kind in {"book", "collection", "web"}
    if not whole and publication.title and (bound or reference.held):
        host = _joined(_names(publication.creators), _title(publication), end="")
        head = f"{head}//{host}"
    where = _imprint if bound else _place
    return _joined(names, head, *where(reference, publication))


def _second_hand(reference: Reference) -> str:
    words = replace(reference, publication=None) if reference.title else None
    quoting = replace(reference, authors=(), title=None, date=None, quoted=False)
    return (
        f"{gbt7714(words)} 转引自: {gbt7714(quoting)}" if words else f"转引自: {gbt7714(quoting)}"
    )


def _names(names: tuple[str, ...]) -> str:
    return ", ".join([*names[:_MOST_NAMES], *(["等"] if len(names) > _MOST_NAMES else [])])


def _part_title(reference: Reference, publication: Publication) -> str:
    """The title of a part. Where nothing finer is known of its place than the document that
    contains it, the date distinguishes speeches of one title (说明题名文字, 8.2.3)."""
    title = bare(reference.title or "")
    if reference.date and (reference.held or publication.kind == "other"):
        return f"{title}: {chinese(reference.date)}"
    return title


def _title(publication: Publication) -> str:
    title = bare(publication.title or "")
    return f"{title}: {volume(publication.volume)}" if publication.volume else title


def _titled(title: str | None, code: str) -> str:
    return f"{bare(title)}[{code}]" if title else f"[{code}]"


def _place(reference: Reference, publication: Publication) -> tuple[str, ...]:
    """The place in a newspaper (8.8.5: 2013-03-16(1)), a periodical (8.8.2: 2010(6): 23), or
    something else."""
    own = reference.held or reference.title is None
    name = publication.publisher if own else publication.title
    issued = publication.issued
    when = ""
    if issued:
        when = str(issued.first.year) if publication.issue else iso(issued)
    number = publication.issue or publication.sheet
    place = ", ".join(filter(None, (bare(name or ""), when))) + (f"({number})" if number else "")
    return (f"{place}: {reference.pages}" if place and reference.pages else place,)


def _imprint(reference: Reference, publication: Publication) -> tuple[str, ...]:
    """Edition, then place, publisher, year and pages; of a web page its dates and address."""
    issued = publication.issued
    if publication.kind == "web":
        day = f"({iso(issued)})" if issued else ""
        seen = f"[{reference.accessed.isoformat()}]" if reference.accessed else ""
        by = ": ".join(filter(None, (publication.place, publication.publisher)))
        return f"{by}{day}{seen}", publication.url or ""
    place = publication.place or "[出版地不详]"
    by = f"{place}: {publication.publisher or '[出版者不详]'}"
    year = f", {issued.first.year}" if issued else ""
    pages = f": {reference.pages}" if reference.pages else ""
    return _edition(publication.edition), f"{by}{year}{pages}"


def _edition(edition: str | None) -> str:
    """The edition; the first is left out (8.3)."""
    if edition is None or edition == "1":
        return ""
    return f"{edition}版" if edition.isdecimal() else edition


def _joined(*elements: str, end: str = ".") -> str:
    return ". ".join(filter(None, elements)) + end
