"""How an article departs from its source, as pieces that every format writes in its own way.

>>> runs = (("same", "亿万"), ("left_out", "民众"), ("added", "人民"))
>>> pieces = [DiffPiece(kind, text) for kind, text in runs]
>>> "".join(text for text, _ in marked(pieces, coloured=False))
'亿万〔民众→人民〕'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from searcher.textmatch.alignment import Edit

LEFT_OUT: Final = "9;31"
ADDED: Final = "4;32"
"""Red and struck out, green and underlined, as parameters of an SGR sequence."""


class DiffPiece(NamedTuple):
    """A stretch of a comparison.

    Attributes:
        kind: whether both have it, the source alone (`left_out`) or the article alone (`added`).
        text: what the source has there; of what was added, what the article has.
    """

    kind: Literal["same", "left_out", "added"]
    text: str


def pieces_of(
    article: str,
    source: str,
    diff: Sequence[Edit],
    *,
    shown: Literal["source", "article"] = "source",
) -> list[DiffPiece]:
    """The pieces of a comparison, none of them empty.

    A single character that stays between two differences is taken as changed with them: it stayed
    by chance, and cut in small pieces a difference cannot be read.

    Args:
        article: the whole text that is traced.
        source: the paragraph it is compared with.
        diff: how the two differ.
        shown: whose text is taken where they are the same: marks and letters may be of other kinds.
    """
    pieces: list[DiffPiece] = []
    same = 0 if shown == "source" else 1
    left_out = added = ""
    for at, edit in enumerate(diff):
        theirs, ours = source[slice(*edit.source)], article[slice(*edit.input)]
        within = left_out or added
        if edit.op != "equal" or (within and len(theirs) == 1 and at < len(diff) - 1):
            left_out, added = left_out + theirs, added + ours
            continue
        pieces += [
            DiffPiece("left_out", left_out),
            DiffPiece("added", added),
            DiffPiece("same", (theirs, ours)[same]),
        ]
        left_out = added = ""
    pieces += [DiffPiece("left_out", left_out), DiffPiece("added", added)]
    return [piece for piece in pieces if piece.text]


def shortened(pieces: Sequence[DiffPiece], around: int) -> Iterator[DiffPiece]:
    """The pieces with `…` for the middle of what is the same for long.

    Args:
        pieces: a whole comparison.
        around: how many characters are kept before and after a difference.
    """
    last = len(pieces) - 1
    for at, (kind, text) in enumerate(pieces):
        before, after = (around if at else 0), (around if at < last else 0)
        if kind == "same" and len(text) > before + after + 1:
            yield DiffPiece(kind, f"{text[:before]}…{text[len(text) - after :]}")
        else:
            yield DiffPiece(kind, text)


def marked(pieces: Iterable[DiffPiece], *, coloured: bool) -> Iterator[tuple[str, str]]:
    """The pieces as texts with their colours, in marks where there are none."""
    if coloured:
        colours = {"same": "", "left_out": LEFT_OUT, "added": ADDED}
        yield from ((piece.text, colours[piece.kind]) for piece in pieces)
        return
    missing = ""
    for kind, text in (*pieces, DiffPiece("same", "")):
        if kind == "added":
            yield f"〔{missing}→{text}〕" if missing else f"〔＋{text}〕", ""
            missing = ""
            continue
        if missing:
            yield f"〔－{missing}〕", ""
        missing = text if kind == "left_out" else ""
        if kind == "same":
            yield text, ""
