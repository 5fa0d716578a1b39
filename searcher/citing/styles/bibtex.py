r"""References as BibTeX entries, in UTF-8.

What BibTeX has a field for is in that field. These are biblatex's, which plain BibTeX passes over:
`@online`, `date` where more than the year is known, `origdate` (of the speech), `urldate`,
`bookauthor`, `titleaddon`, `entrysubtype`, `organization`.

>>> escaped("5G & 100%_{")
'5G \\& 100\\%\\_\\textbraceleft{}'
"""

from __future__ import annotations

from collections.abc import Iterator

from searcher.citing.numbering import volume_number
from searcher.citing.reference import Publication, Reference
from searcher.citing.styles.dates import chinese, iso
from searcher.citing.styles.marks import bare, second_hand

_ESCAPES = str.maketrans(
    {
        **{mark: f"\\{mark}" for mark in "#$%&_"},
        # BibTeX counts braces, also those after a backslash.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\\": r"\textbackslash{}",
    }
)

BibtexField = tuple[str, str | None]


def bibtex(reference: Reference) -> str:
    """The reference as an entry of several lines."""
    fields = [(name, value) for name, value in _fields(reference) if value]
    width = max((len(name) for name, _ in fields), default=0)
    lines = [f"  {name:<{width}} = {{{value}}}," for name, value in fields]
    return "\n".join([f"@{_entry_type(reference)}{{{key(reference.id)},", *lines, "}"])


def key(id_: str) -> str:
    """The key of an entry: the passage's id, in it `:` for `#`.

    Letters, figures and `-._/` are themselves, every other character is its number, so that
    keys of different passages differ.

    >>> key("讲话 集#12")
    '讲话+20.集:12'
    """
    doc, _, number = id_.rpartition("#")
    safe = (mark if mark.isalnum() or mark in "-._/" else f"+{ord(mark):x}." for mark in doc)
    return f"{''.join(safe)}:{number}"


def escaped(text: str) -> str:
    """The text with nothing in it that is a command to TeX or BibTeX."""
    return text.translate(_ESCAPES)


def _entry_type(reference: Reference) -> str:
    publication = reference.publication
    if publication is None or publication.kind == "other":
        return "misc"
    if publication.kind == "web":
        return "online"
    if publication.kind in {"newspaper", "periodical"}:
        return "article"
    return "book" if reference.title is None or publication.title is None else "incollection"


def _fields(reference: Reference) -> Iterator[BibtexField]:
    publication = reference.publication
    whole = reference.title is None
    title = publication.title if whole and publication else reference.title
    authors = reference.authors
    if whole and publication and not publication.edited:
        authors = authors or publication.creators
    yield "author", _names(authors)
    yield "title", escaped(bare(title)) if title else None
    if publication is None:
        yield from _date(iso(reference.date) if reference.date else "")
        return
    if reference.date and (reference.held or publication.kind == "other"):
        yield "titleaddon", chinese(reference.date)
    yield from _holder(reference, publication)
    yield from _imprint(publication)
    yield "pages", _pages(publication.sheet or reference.pages)
    yield from _date(iso(publication.issued) if publication.issued else "")
    # A field for a date takes a day or a range, and no list of days.
    if reference.date and not reference.date.days:
        yield "origdate", iso(reference.date)
    yield "url", _address(publication.url)
    yield "urldate", reference.accessed.isoformat() if reference.accessed else None


def _holder(reference: Reference, publication: Publication) -> Iterator[BibtexField]:
    """The fields of the publication that contains the words, where they are a part of it."""
    title = publication.title
    if publication.edited:
        yield "editor", _names(publication.creators)
    serial = publication.kind in {"newspaper", "periodical"}
    if serial and (reference.held or reference.title is None):
        yield "journal", escaped(bare(publication.publisher or ""))
    if reference.quoted and (note := second_hand(title, publication.publisher)):
        yield "note", escaped(note)
    if reference.title is None or title is None or (reference.quoted and reference.held):
        return
    if serial:
        yield "journal", escaped(bare(title))
    elif publication.kind == "other":
        yield "howpublished", escaped(title)
    else:
        if not publication.edited:
            yield "bookauthor", _names(publication.creators)
        yield "booktitle", escaped(bare(title))


def _imprint(publication: Publication) -> Iterator[BibtexField]:
    if publication.kind == "newspaper":
        yield "entrysubtype", "newspaper"
    yield "volume", escaped(volume_number(publication.volume)) if publication.volume else None
    yield "number", escaped(publication.issue) if publication.issue else None
    yield "edition", escaped(publication.edition) if publication.edition else None
    yield "address", escaped(publication.place) if publication.place else None
    if publication.publisher and publication.kind != "newspaper":
        name = "organization" if publication.kind in {"web", "other"} else "publisher"
        yield name, escaped(publication.publisher)


def _names(names: tuple[str, ...]) -> str:
    """Each in braces: the name of a body may contain a separator of names, a comma or `and`."""
    return " and ".join(f"{{{escaped(name)}}}" for name in names)


def _date(written: str) -> Iterator[BibtexField]:
    """`year` says to both what it can say, `date` the rest. No field takes a list of days."""
    if "," not in written:
        yield ("year" if len(written) == len("2018") else "date"), written


def _pages(pages: str | None) -> str | None:
    return escaped(pages).replace("-", "--") if pages else None


def _address(url: str | None) -> str | None:
    """An address is taken as it is, so braces in it are written as their numbers."""
    return url and url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
