"""Folded texts are cut into words: jieba's words, found by rjieba wherever it is sure to find them.

jieba looks for the most probable way through a run of text by the words of its dictionary, and has
a hidden Markov model cut what that leaves as single characters. rjieba finds the same way, in
compiled code: it has the same dictionary and adds the same floating-point numbers in the same
order. Its model is another one (its figures are rounded, and it treats `2020-2035` and `f-16` in
its own manner), so that is left to jieba, and each stretch is cut once. So the words are jieba's
for any text: `tests/indexer/words/test_analysis.py` compares them, and the recorded run
`benchmarks/runs/2026-11-30-cutter` did on two corpora.

Where rjieba is missing, of another version, or jieba's dictionary has been edited, jieba does all.
This is the one module that imports either, and only when a `Cutter` has something to cut.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, partial
from importlib import metadata
from typing import Any

from indexer.errors import OptionError
from indexer.memory import RJIEBA, require_memory
from indexer.wording import say
from indexer.words import dictionary
from indexer.words.cut_texts import CutsTexts, CutTexts, number_words
from indexer.words.terms import BREAK, END, RUN, is_word
from indexer.words.unknown_words import join_singles, model_cutter

PROVEN_RJIEBA = "0.2.2"
"""The version of rjieba that has been compared with jieba; another may find other words."""

PROVEN_JIEBA = "jieba 0.42.1, dictionary 1394096d"
"""What it has been compared with: jieba's version, and the CRC-32 of the dictionary in it."""

_LONGEST_RUN = 1_000
"""jieba's time grows with the square of a run, so what is longer is cut here first: no sentence."""

_PIECES = rf"[{RUN}]{{1,{_LONGEST_RUN}}}|[^{RUN}]+"

_OF_RUN = re.compile(f"[{RUN}]")

_UNLIKE = re.compile(
    rf"[{RUN}]{{{_LONGEST_RUN + 1}}}|[\u3400-\u4dbf\u9fd6-\u9fff\ud800-\ufaff\U00010000-\U0010ffff]"
)
"""What a text must not contain if rjieba is to find its runs: rare characters that it takes for a
part of a run and jieba does not, lone surrogates, which have no UTF-8, long runs."""

_TOGETHER = 1 << 16
"""About how many characters of texts are cut at once."""

_REMEMBERED, _SHORT = 1 << 15, 16
"""How many stretches of single characters are remembered, and up to which length."""

_FAULT = re.compile(r"invalid dictionary entry in (.*) at Line (\d+): (.*)", re.DOTALL)
"""jieba's message about a dictionary that it cannot read."""

_SAMPLE = (
    "中华人民共和国/一切/权力/属于/人民",
    "工信处/女干事/每月/经过/下属/科室/都/要/亲口/交代/24/口/交换机",
    "研究/生命/起源",
    "结婚/的/和/尚未/结婚/的",
    "长春/市长/春节/讲话",
    "南京市/长江大桥",
    "核心技术/受制于人",
    "犇/骉/龘",
    "的话/了/一下",
    "把手/抬起/来",
    "第一百/二十三条",
    "B超/和/T恤",
    "abc123/与/2035/年",
    "1/-/6/月/3/./5/%",
    "c++/C#/AT&T/_/x",
)
"""Runs as rjieba is to cut them by the dictionary alone, with a slash between two tokens."""


class Cutter:
    """Cuts folded texts into words as jieba's precise mode does.

    Making one costs nothing: rjieba, jieba and their dictionaries are loaded when there is
    something to cut. Words that somebody else has added to those of the process change nothing
    here. jieba's shared cache in the temporary folder is neither read (anyone could have written
    it) nor written.

    Args:
        whole: words that are never cut, in folded form.
    """

    def __init__(self, whole: Iterable[str] = ()) -> None:
        self._whole = _alternation(whole)

    def cut(self, texts: Sequence[str]) -> CutTexts:
        """The words of each of `texts` in order; what contains no letter and no digit is no word.

        Raises:
            OptionError: somebody has edited jieba's dictionary, and jieba cannot read it.
        """
        return self._cutting.cut(texts)

    def words(self, folded: str) -> list[str]:
        """The words of one text, in order."""
        return self.cut((folded,)).of_each()[0]

    @cached_property
    def _cutting(self) -> CutsTexts:
        rjieba = _load_rjieba()
        return ByJieba(self._whole) if rjieba is None else ByRjieba(rjieba, self._whole)


class ByRjieba:
    """rjieba finds the words of the dictionary, jieba cuts what is left as single characters."""

    def __init__(self, rjieba: Any, whole: re.Pattern[str] | None) -> None:
        self._rjieba = rjieba
        self._whole = whole
        self._cut_known = lru_cache(_REMEMBERED)(self._cut_singles)

    def cut(self, texts: Sequence[str]) -> CutTexts:
        """The words of each of `texts`."""
        return join_singles(self._tokens(texts), self._cut_stretch)

    def _tokens(self, texts: Sequence[str]) -> Iterator[list[str]]:
        """The tokens of `texts`, many at once: a call of rjieba takes as long as a sentence."""
        for some in _some_at_a_time(texts):
            together = END.join([*some, ""])
            simple = self._whole is None and together.count(END) == len(some)
            if simple and not _UNLIKE.search(together):
                yield self._rjieba.cut(together, False)
            else:
                yield from map(self._tokens_of, some)

    def _tokens_of(self, folded: str) -> list[str]:
        tokens: list[str] = []
        pieces = [folded] if self._whole is None else self._whole.split(folded)
        for at, piece in enumerate(pieces):
            tokens += [BREAK, piece, BREAK] if at % 2 else self._tokens_between(piece)
        return [*tokens, END]

    def _tokens_between(self, folded: str) -> list[str]:
        cut: Callable[[str, bool], list[str]] = self._rjieba.cut
        tokens: list[str] = []
        for piece in re.findall(_PIECES, folded):
            if _OF_RUN.match(piece):
                tokens += cut(piece, False)
                tokens.append(BREAK)
            else:
                tokens += filter(str.isalnum, piece)
        return tokens

    def _cut_stretch(self, stretch: str) -> list[str]:
        return self._cut_known(stretch) if len(stretch) <= _SHORT else self._cut_singles(stretch)

    def _cut_singles(self, stretch: str) -> list[str]:
        """The words of a stretch, as jieba cuts it."""
        if self._rjieba.has_word(stretch):
            return list(stretch)
        model = self._model
        words: list[str] = []
        for at, block in enumerate(model.re_han.split(stretch)):
            if at % 2:
                words += self._cut_by_model(block) if len(block) > 1 else block
            else:
                words += filter(None, model.re_skip.split(block))
        return words

    @cached_property
    def _model(self) -> Any:
        from jieba import finalseg  # noqa: PLC0415 (a tenth of a second, and no dictionary)

        return finalseg

    @cached_property
    def _cut_by_model(self) -> Callable[[str], list[str]]:
        model = self._model
        return model_cutter(model.start_P, model.trans_P, model.emit_P)


class ByJieba:
    """jieba does all, in Python, but for its routes, which are found as it finds them."""

    def __init__(self, whole: re.Pattern[str] | None = None) -> None:
        self._whole = whole

    def cut(self, texts: Sequence[str]) -> CutTexts:
        """The words of each of `texts`."""
        return number_words(texts, self._words)

    def _words(self, folded: str) -> list[str]:
        if self._whole is None:
            return self._words_between(folded)
        words: list[str] = []
        for at, piece in enumerate(self._whole.split(folded)):
            words += [piece] if at % 2 else self._words_between(piece)
        return words

    def _words_between(self, folded: str) -> list[str]:
        if not folded:
            return []
        pieces = re.findall(_PIECES, folded) if len(folded) > _LONGEST_RUN else [folded]
        cut = self._tokenizer.cut
        return [word for piece in pieces for word in cut(piece) if is_word(word)]

    @cached_property
    def _tokenizer(self) -> Any:
        import jieba  # noqa: PLC0415 (with its dictionary half a second and 130 MB)

        tokenizer = jieba.Tokenizer()
        known = dictionary.parse_dictionary(dictionary.read_dictionary())
        if known is None:
            known = _parse_as_jieba_does(tokenizer)
        tokenizer.FREQ, tokenizer.total = known
        tokenizer.initialized = True
        weights = dictionary.weigh(*known)
        if weights is not None:
            # The rest of jieba asks `FREQ` only whether something is a word, as it is in `weights`.
            tokenizer.FREQ = weights
            tokenizer.get_DAG = _list_no_words
            tokenizer.calc = dictionary.route_finder(weights, tokenizer.total)
        return tokenizer


def _load_rjieba() -> Any:
    """An rjieba that finds the words that jieba finds; None where there is none."""
    if not dictionary.identify_analyzer().startswith(f"{PROVEN_JIEBA}, "):
        return None
    try:
        if metadata.version("rjieba") != PROVEN_RJIEBA:
            return None
        require_memory(RJIEBA)
        shared = "rjieba" in sys.modules  # by whoever may have added words to it
        import rjieba  # noqa: PLC0415 (as above: 0.1 s)
    except ImportError:  # no wheel for this platform, or not installed
        return None
    found = rjieba.Jieba() if shared else rjieba
    return found if all(map(partial(_cuts_as_known, found), _SAMPLE)) else None


def _some_at_a_time(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """All of `texts`, in pieces of at least `_TOGETHER` characters; the last may be shorter."""
    first = size = 0
    for at, text in enumerate(texts, 1):
        size += len(text)
        if size >= _TOGETHER:
            yield texts[first:at]
            first, size = at, 0
    if first < len(texts):
        yield texts[first:]


def _cuts_as_known(rjieba: Any, sample: str) -> bool:
    tokens: list[str] = rjieba.cut(sample.replace("/", ""), False)
    return tokens == sample.split("/")


def _list_no_words(_run: str) -> None:
    """Replaces jieba's `get_DAG`, which lists the words that `route_finder` finds on its way."""


def _parse_as_jieba_does(tokenizer: Any) -> tuple[dict[str, int], int]:
    """The frequencies in an edited dictionary, which has another form than jieba's own."""
    with tokenizer.get_dict_file() as file:
        try:
            frequencies, total = tokenizer.gen_pfdict(file)
        except ValueError as exc:
            path, line, entry = _FAULT.fullmatch(str(exc)).groups()  # type: ignore[union-attr]
            facts = {"path": path, "line": int(line), "entry": entry}
            raise OptionError(say("options.jieba_dictionary", **facts)) from exc
    return frequencies, total


def _alternation(whole: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern that matches each of `whole`; of several that begin at one place the longest."""
    words = sorted(filter(is_word, whole), key=lambda word: (-len(word), word))
    return re.compile(f"({'|'.join(map(re.escape, words))})") if words else None
