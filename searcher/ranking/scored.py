"""What ranking asks of a collection: the statistics of its terms, and the texts to be ranked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from numpy.typing import NDArray

from searcher.store import Docset, DocValues, Numbers

Made = TypeVar("Made")


class Frequencies(Protocol):
    """The paragraphs that a term occurs in, as columns."""

    @property
    def docs(self) -> Docset:
        """These paragraphs."""

    @property
    def frequencies(self) -> NDArray[Any]:
        """How often the term occurs in each of them."""


class FieldView(Protocol):
    """The values of a field as short texts, each once."""

    @property
    def count(self) -> int:
        """The number of different values in the collection."""

    @property
    def of(self) -> DocValues:
        """For each paragraph number the place of its value, -1 where it has none."""

    @property
    def sizes(self) -> Numbers:
        """For each value how many different bigrams it has."""

    def containing(self, pairs: Sequence[str]) -> tuple[Numbers, Numbers]:
        """Each of the bigrams `pairs` with each value that contains it: the places of both."""

    def frequencies(self, pairs: Sequence[str]) -> Numbers:
        """For each of the bigrams `pairs` how many values of the collection contain it."""


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

    def field(self, name: str) -> FieldView:
        """The values of a field that has few."""

    def first_dates(self) -> DocValues:
        """The first day of every paragraph's date as 20180420, 0 where it is not known."""

    def last_dates(self) -> DocValues:
        """The last day of every paragraph's date, in the same manner."""

    def dated_frequency(self, first: int, last: int) -> int:
        """The number of paragraphs of the collection whose date meets these days."""

    def remember(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What `make` made of the collection for `key` when it was first asked for."""
