"""jieba's dictionary: which one it is, without importing jieba; read, and looked up, quickly.

jieba reads its 349,000 lines one by one and marks every prefix of a word as one. The result is a
mapping of each word to its frequency, and of each prefix that is no word to 0; `parse_dictionary`
makes the same of the file as a whole in about half the time. A file of another form than jieba's
own is left to jieba.

To cut a run of text, jieba first lists all words of its dictionary that occur in it (`get_DAG`),
then goes through the run from its end and chooses at each character the word from which the rest
is most probable (`calc`). `route_finder` does both in one loop, over logarithms that are taken
once, in half the time. The sums are jieba's, of the same numbers in the same order, so the routes
are equal to the last bit; what jieba makes of a route, unknown words included, is left to jieba.
"""

from __future__ import annotations

import importlib.util
import re
import unicodedata
import zlib
from collections.abc import Callable
from math import inf, log
from pathlib import Path

FOLDING = 2
"""Raised whenever a character folds to something else than before."""

_VERSION = re.compile(rb"^__version__ = ['\"]([^'\"]+)", re.MULTILINE)
_NO_WHITESPACE = bytes(set(range(256)) - set(b" \t\n\v\f\r"))

CutRoute = dict[int, tuple[float, int]]
"""For each character from the end: the log probability of the rest, and the end of its word."""

FindRoute = Callable[[str, object, CutRoute], None]
"""A function in the place of jieba's `calc`."""


def identify_analyzer() -> str:
    """A name that differs between all analyzers that might cut or fold a text otherwise.

    It contains jieba's release, a checksum of its dictionary, the rules of folding, and the version
    of Unicode by which Python folds and classifies letters. Changes to the code of an installed
    jieba go unnoticed. Whether rjieba or jieba finds the words is no part of it. It takes a few
    milliseconds and imports neither, so that it can be asked at every update.
    """
    version, dictionary = _jieba_version(), zlib.crc32(read_dictionary())
    rules = f"folding {FOLDING}, Unicode {unicodedata.unidata_version}"
    return f"jieba {version}, dictionary {dictionary:08x}, {rules}"


def read_dictionary() -> bytes:
    """The content of the dictionary that comes with jieba."""
    return (_jieba_file().parent / "dict.txt").read_bytes()


def parse_dictionary(data: bytes) -> tuple[dict[str, int], int] | None:
    """The frequencies in a dictionary, as jieba's `gen_pfdict` returns them.

    Args:
        data: a dictionary; each line is a word, its frequency and its tag, separated by one blank.

    Returns:
        The frequency of every word and 0 for every prefix that is no word, and the sum of the
        frequencies of all lines; None where `data` has another form.

    >>> parse_dictionary("核心 30 n\\n核心技术 5 n\\n".encode())
    ({'核心': 30, '核心技术': 5, '核': 0, '核心技': 0}, 35)
    """
    gaps = data.translate(None, _NO_WHITESPACE)
    if not gaps or gaps != b"  \n" * (len(gaps) // 3):
        return None
    try:
        columns = data[:-1].replace(b"\n", b" ").decode().split(" ")
        counts = list(map(int, columns[1::3]))
    except ValueError:
        return None
    words = columns[::3]
    frequencies = dict(zip(words, counts, strict=True))
    if "" in frequencies:
        return None
    _add_prefixes(frequencies, words)
    return frequencies, sum(counts)


def weigh(frequencies: dict[str, int], total: int) -> dict[str, float] | None:
    """The logarithms of the words' shares, and 0 for each prefix that is no word.

    `frequencies` becomes the mapping that is returned, since two of them take much memory.

    Returns:
        None where a word has no logarithm below 0, and then nothing is changed.
    """
    counts = frequencies.values()
    if not 0 <= min(counts, default=0) <= max(counts, default=0) < total:
        return None
    log_total = log(total)
    weight_of = {count: log(count) - log_total if count else 0.0 for count in set(counts)}
    weights: dict[str, float] = frequencies  # type: ignore[assignment]
    weights.update(zip(frequencies, map(weight_of.__getitem__, counts), strict=True))
    return weights


def route_finder(weights: dict[str, float], total: int) -> FindRoute:
    """A function that finds routes by `weights`, which `weigh` has made of frequencies.

    Args:
        weights: the logarithms.
        total: the sum of the frequencies.
    """
    weight_of = weights.get
    unknown = log(1) - log(total)

    def find_route(run: str, _words: object, route: CutRoute) -> None:
        size = len(run)
        best_from = [0.0] * (size + 1)
        route[size] = (0, 0)
        for start in range(size - 1, -1, -1):
            best, last = -inf, start
            end = start + 1
            weight = weight_of(run[start])
            while weight is not None:  # it is a word, or the beginning of one
                if weight:
                    value = weight + best_from[end]
                    if value >= best:  # of two as probable, jieba takes the longer
                        best, last = value, end - 1
                end += 1
                if end > size:
                    break
                weight = weight_of(run[start:end])
            if best == -inf:
                best = unknown + best_from[start + 1]
            best_from[start] = best
            route[start] = (best, last)

    return find_route


def _add_prefixes(frequencies: dict[str, int], words: list[str]) -> None:
    """Add the prefixes of `words` that are no words.

    A prefix that is there already has its own there too, or will get them as a word itself. Words
    that follow each other often share their prefix, which is then not looked up again.
    """
    frequencies[""] = 0
    before = ""
    for word in words:
        prefix = word[:-1]
        if prefix != before:
            before = prefix
            while prefix not in frequencies:
                frequencies[prefix] = 0
                prefix = prefix[:-1]
    del frequencies[""]


def _jieba_version() -> str:
    """jieba's version, as its own file states it."""
    stated = _VERSION.search(_jieba_file().read_bytes())
    if stated:
        return stated[1].decode()
    from importlib import metadata  # noqa: PLC0415 (takes as long as everything else here)

    return metadata.version("jieba")


def _jieba_file() -> Path:
    spec = importlib.util.find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("No module named 'jieba'", name="jieba")
    return Path(spec.origin)
