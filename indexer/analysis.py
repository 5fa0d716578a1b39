"""A folded paragraph in the three views that are indexed: words, characters, bigrams.

Words rank, characters decide: jieba cuts by context (不忘/初心, but 初心 alone 初/心), so what is
found is decided by characters and bigrams, and words only help to order it.

This is the one module that imports jieba, and only when a `Cutter` has something to cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from indexer.errors import OptionError
from indexer.wording import say

MAX_WORD = 64
"""No longer word is indexed, in characters: what exceeds it is data, not language."""

_RUN = r"\u4e00-\u9fd5a-zA-Z0-9+#&._%\-"
"""What jieba looks at as one piece; anything else parts its pieces."""

_LONGEST_RUN = 1_000
"""jieba's time grows with the square of a run, so what is longer is cut here first: no sentence."""

_PIECES = rf"[{_RUN}]{{1,{_LONGEST_RUN}}}|[^{_RUN}]+"


def analyzer_name() -> str:
    """The analyzer, as the manifest records it: another name means that texts may be cut otherwise.

    It costs a few milliseconds and imports no jieba, so that it can be asked at every update.
    """
    from indexer.dictionary import identify_analyzer  # noqa: PLC0415 (a query never needs it)

    return identify_analyzer()


class Cutter:
    """Cuts folded text into words with jieba's precise mode.

    Making one costs nothing: jieba and its dictionary are loaded when there is something to cut.
    It has a tokenizer of its own and builds its dictionary from jieba's file. jieba's shared cache
    in the temporary folder is neither read (anyone could have written it) nor written.

    Args:
        whole: words that are never cut, in folded form.
    """

    def __init__(self, whole: Iterable[str] = ()) -> None:
        self._whole = _alternation(whole)

    def words(self, folded: str) -> list[str]:
        """The words of `folded` in order; what holds no letter and no digit is no word.

        Raises:
            OptionError: somebody has edited jieba's dictionary, and jieba cannot read it.
        """
        if self._whole is None:
            return self._cut(folded)
        words: list[str] = []
        for at, piece in enumerate(self._whole.split(folded)):
            words += [piece] if at % 2 else self._cut(piece)
        return words

    def _cut(self, folded: str) -> list[str]:
        if not folded:
            return []
        pieces = re.findall(_PIECES, folded) if len(folded) > _LONGEST_RUN else [folded]
        cut = self._tokenizer.cut
        return [
            word
            for piece in pieces
            for word in cut(piece)
            if (word.isalnum() and len(word) <= MAX_WORD) or is_word(word)  # most are by the first
        ]

    @cached_property
    def _tokenizer(self) -> Any:
        import jieba  # noqa: PLC0415 (a tenth of a second and 94 MB that only cutting pays)

        from indexer.cutting_routes import route_finder, weigh  # noqa: PLC0415
        from indexer.dictionary import parse_dictionary, read_dictionary  # noqa: PLC0415

        tokenizer = jieba.Tokenizer()
        known = parse_dictionary(read_dictionary()) or _parse_as_jieba_does(tokenizer)
        tokenizer.FREQ, tokenizer.total = known
        tokenizer.initialized = True
        weights = weigh(*known)
        if weights is not None:
            # The rest of jieba asks `FREQ` only whether something is a word, which these tell too.
            tokenizer.FREQ = weights
            tokenizer.get_DAG = _list_no_words
            tokenizer.calc = route_finder(weights, tokenizer.total)
        return tokenizer


def _list_no_words(_run: str) -> None:
    """In the place of jieba's `get_DAG`, which lists what `route_finder` finds on its way."""


def _parse_as_jieba_does(tokenizer: Any) -> tuple[dict[str, int], int]:
    """For a dictionary that somebody has edited and that has another form than jieba's own."""
    with tokenizer.get_dict_file() as file:
        try:
            frequencies, total = tokenizer.gen_pfdict(file)
        except ValueError as exc:
            raise OptionError(say("options.jieba_dictionary", foreign=exc)) from exc
    return frequencies, total


def _alternation(whole: Iterable[str]) -> re.Pattern[str] | None:
    """Finds each of `whole`, of several that begin at one place the longest."""
    words = sorted(filter(is_word, whole), key=lambda word: (-len(word), word))
    return re.compile(f"({'|'.join(map(re.escape, words))})") if words else None


def is_word(text: str) -> bool:
    """Whether `text` can be indexed as a word."""
    return len(text) <= MAX_WORD and any(character.isalnum() for character in text)


def bigrams(folded: str) -> list[str]:
    """Every two neighbouring characters of `folded`, in order, overlapping."""
    return [folded[at : at + 2] for at in range(len(folded) - 1)]
