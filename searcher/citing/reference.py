"""The facts of a reference, as frozen values. A fact that is not known is None or empty."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from indexer.text.dates import DateSpan
from searcher.citing.styles import Style

PublicationKind = Literal["book", "collection", "newspaper", "periodical", "web", "other"]
"""What a publication is. A collection contains what others have compiled (选编, 摘编, 汇编)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Where words are printed, or published on the web.

    Attributes:
        kind: what it is.
        title: of the book, newspaper, periodical, web page or article, without 《》; of a
            publication of an unknown kind what the source says. None where the cited words are the
            whole of it.
        volume: as the source writes it: `"第三卷"`, `"（上）"`.
        creators: the persons or bodies who are named before the title.
        edited: whether they edited it, not wrote it.
        place: the city of the publisher; of a newspaper what precedes it: 法国《世界报》.
        edition: `"2"` for the second, or in words: `"单行本"`.
        publisher: the publishing house; the site of a web page, the newspaper of an article.
        issued: when it came out.
        issue: the number of a periodical, `"21"` or `"9/10"`.
        sheet: the page of a newspaper (版次).
        url: its address on the web.
    """

    kind: PublicationKind
    title: str | None = None
    volume: str | None = None
    creators: tuple[str, ...] = ()
    edited: bool = False
    edition: str | None = None
    place: str | None = None
    publisher: str | None = None
    issued: DateSpan | None = None
    issue: str | None = None
    sheet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What is known of a passage.

    Attributes:
        id: of the passage, `DOC#N`.
        authors: whose words they are.
        title: of the speech or of the article in a newspaper; None where the words belong to the
            publication as a whole.
        date: of the speech.
        publication: what prints the words: what the source names or, where it names none, the
            document of the collection; None where that is not a publication.
        held: whether the publication is that document.
        quoted: whether it only quotes the words: they are cited at second hand.
        pages: `"199"`, `"183-184"`, `"3, 5"`.
        accessed: when a web page was looked at; None for everything else.
    """

    id: str
    authors: tuple[str, ...] = ()
    title: str | None = None
    date: DateSpan | None = None
    publication: Publication | None = None
    held: bool = False
    quoted: bool = False
    pages: str | None = None
    accessed: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference in a style.

    Attributes:
        id: of the passage, `DOC#N`.
        style: that it is written in.
        text: one line, in the style bibtex several; in csl-json a JSON object.
        reference: the facts that it is made of.
    """

    id: str
    style: Style
    text: str
    reference: Reference
