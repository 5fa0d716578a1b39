"""What ranking asks of a collection: the statistics of its terms, and the texts to be ranked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol, TypeVar

from numpy.typing import NDArray

from searcher.store import Docset, DocValues

Made = TypeVar("Made")


class Frequencies(Protocol):
    """The paragraphs that a term occurs in, as columns."""

    @property
    def docs(self) -> Docset:
        """These paragraphs."""

    @property
    def frequencies(self) -> NDArray[Any]:
        """How often the term occurs in each of them."""


class RankedTexts(Protocol):
    """The folded texts of paragraphs."""

    def read(self, docs: Docset) -> Iterator[str]:
        """The texts of the paragraphs `docs`."""


class Scored(Protocol):
    """A collection as ranking sees it: paragraphs have numbers from 0.

    Statistics are those of the whole collection, which may have more paragraphs than have numbers.
    """

    @property
    def count(self) -> int:
        """The number of paragraphs in the collection."""

    @property
    def texts(self) -> RankedTexts:
        """The folded texts of the paragraphs that have numbers."""

    def lengths(self, view: str) -> DocValues:
        """The length of every paragraph in a view of the text, in tokens, by number."""

    def total_length(self, view: str) -> int:
        """The length of all paragraphs of the collection in a view of the text, in tokens."""

    def document_frequency(self, view: str, term: str) -> int:
        """The number of paragraphs in which `term` occurs in `view`."""

    def postings(self, view: str, term: str) -> Frequencies:
        """Where `term` occurs in `view`, among the paragraphs that have numbers.

        The second stage of ranking asks for words of a single character alone.
        """

    def remember(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What `make` made of the collection for `key` when it was first asked for."""
