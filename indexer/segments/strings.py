"""Many strings in one blob with their ends: read one by one, or searched where they are sorted.

The strings are bytes, UTF-8 where they are text. In that encoding the order of bytes is the order
of characters, so a sorted table can be searched in place.

The folded texts of a segment are such strings, each followed by a line feed (`StoredTexts`).
Folding never returns a line feed (it drops whitespace or makes a blank of it), so nothing that is
searched in the blob can match across two texts.

    >>> import io
    >>> from indexer.segments.blocks import Blocks, BlockWriter
    >>> file = io.BytesIO()
    >>> with BlockWriter(file) as writer:
    ...     write_strings(writer, "terms", [b"a", b"bc", b"bd"])
    >>> table = StringTable(Blocks(file.getvalue(), "example"), "terms")
    >>> table[1], table.find(b"bd"), table.find(b"b"), table.prefixed(b"b")
    (b'bc', 2, -1, range(1, 3))
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

import numpy as np

from indexer.segments.blocks import Blocks, BlockWriter, smallest_unsigned
from indexer.segments.paged import Buffer, Docset, Numbers
from indexer.text.marks import BETWEEN_TEXTS

END = BETWEEN_TEXTS.encode()
"""The separator after every text."""

_AT_ONCE = 1 << 12
"""How many strings are written at once, or read where all are read."""

_SMALL = 1 << 23
"""A table of no more bytes is compared with its checksums as a whole when it is first
searched, which takes no longer than searching it page by page for a dozen strings."""


def write_strings(writer: BlockWriter, name: str, strings: Sequence[bytes]) -> None:
    """Write `strings` as the blocks `name` and `name/ends`."""
    parts = (strings[at : at + _AT_ONCE] for at in range(0, len(strings), _AT_ONCE))
    writer.add_bytes(name, map(b"".join, parts))
    lengths = np.fromiter(map(len, strings), np.int64, len(strings))
    write_ends(writer, name, lengths)


def write_ends(writer: BlockWriter, name: str, lengths: Numbers) -> None:
    """Write the ends of strings of the `lengths`, in bytes: a leading 0, then every end."""
    ends = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
    writer.add(f"{name}/ends", ends.astype(max(smallest_unsigned(int(ends[-1])), np.dtype("<u4"))))


class StringTable(Sequence[bytes]):
    """The strings of the blocks `name` and `name/ends`. `find` and `prefixed` need sorted ones."""

    def __init__(self, blocks: Blocks, name: str) -> None:
        self._data = blocks.paged(name, "u")
        self._ends = blocks.paged(f"{name}/ends", "u")
        if not len(self._ends) or self._ends[len(self._ends) - 1] != self._data.nbytes:
            raise blocks.damaged(name)
        self._damaged = partial(blocks.damaged, name)
        self._whole: tuple[Buffer, int, memoryview] | None = None

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, at: int) -> bytes:  # type: ignore[override]
        if not 0 <= at < len(self):
            raise IndexError(at)
        return self._string(at)

    def __iter__(self) -> Iterator[bytes]:
        ends = self._ends.array()
        if (ends[1:] < ends[:-1]).any():
            raise self._damaged()
        for at in range(0, len(self), _AT_ONCE):
            first, *rest = ends[at : at + _AT_ONCE + 1].tolist()
            data = self._data.read(first, rest[-1])
            yield from (
                data[one - first : next_ - first] for one, next_ in pairwise([first, *rest])
            )

    def find(self, string: bytes) -> int:
        """The place of `string`, -1 where it is not there."""
        at = self.lower_bound(string, 0, len(self))
        return at if at < len(self) and self[at] == string else -1

    def prefixed(self, prefix: bytes) -> range:
        """The places of the strings that begin with `prefix`."""
        first = self.lower_bound(prefix, 0, len(self))
        return range(first, self.upper_bound(prefix, first, len(self)))

    def lower_bound(self, string: bytes, low: int, high: int) -> int:
        """The first place of `low` to `high` whose string is not less than `string`."""
        whole = self._whole or self._take_whole()
        if whole is None:
            return bisect_left(range(len(self)), string, low, high, key=self._string)
        buffer, start, ends = whole
        while low < high:
            middle = (low + high) // 2
            if buffer[start + ends[middle] : start + ends[middle + 1]] < string:
                low = middle + 1
            else:
                high = middle
        return low

    def upper_bound(self, prefix: bytes, low: int, high: int) -> int:
        """The first place of `low` to `high` whose string is greater and lacks the `prefix`."""
        size = len(prefix)
        whole = self._whole or self._take_whole()
        if whole is None:
            places = range(len(self))
            return bisect_right(places, prefix, low, high, key=lambda at: self._string(at)[:size])
        buffer, start, ends = whole
        while low < high:
            middle = (low + high) // 2
            at = start + ends[middle]
            if buffer[at : min(at + size, start + ends[middle + 1])] <= prefix:
                low = middle + 1
            else:
                high = middle
        return low

    def _string(self, at: int) -> bytes:
        return self._data.read(*self._ends.pair(at))

    def _take_whole(self) -> tuple[Buffer, int, memoryview] | None:
        """The buffer, the start and the ends of the strings, to read them without asking each time
        whether they have been compared; None where not all have been."""
        is_known = self._ends.is_known and self._data.is_known
        if not is_known and self._ends.nbytes + self._data.nbytes > _SMALL:
            return None
        ends = self._ends.array()
        if ends[0] != 0 or (ends[1:] < ends[:-1]).any():
            raise self._damaged()
        self._whole = (*self._data.extent(), self._ends.view())
        return self._whole


class StoredTexts:
    """The texts of the blocks `name` and `name/ends`.

    Attributes:
        ends: the start of each text in the blob, and after these the end of the last; each text is
            followed by `END`.
    """

    def __init__(self, blocks: Blocks, name: str) -> None:
        self._data = blocks.paged(name, "u")
        self._damaged = partial(blocks.damaged, name)
        self.ends: Numbers = blocks.array(f"{name}/ends", "u").astype(np.int64)
        if (
            not len(self.ends)
            or self.ends[0] != 0
            or self.ends[-1] != self._data.nbytes
            or (np.diff(self.ends) < len(END)).any()
        ):
            raise self._damaged()

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, number: int) -> str:
        text = self.read(int(self.ends[number]), int(self.ends[number + 1]) - len(END))
        try:
            return text.decode()
        except UnicodeDecodeError as exc:
            raise self._damaged() from exc

    def read(self, start: int, end: int) -> bytes:
        """A part of the blob."""
        return self._data.read(start, end)

    def read_each(self, docs: Docset) -> Iterator[bytes]:
        """The texts of `docs`, each with its `END`."""
        return self._data.read_each(self.ends[docs], self.ends[docs + 1])
