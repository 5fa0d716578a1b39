"""The lists of queries as they would be typed, and the strings that a scan counts for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from large.setting import Lists


@dataclass(frozen=True)
class Forms:
    """One list of queries.

    Attributes:
        queries: in lunshu's language.
        scanned: for each the strings that a scan counts.
        exact: the strings are all that the query says, so that ripgrep finds the same paragraphs;
            else a scan only counts what the query is made of.
    """

    queries: Sequence[str]
    scanned: Sequence[Sequence[str]]
    exact: bool = False


EXACT = ("phrase, quoted", "frequent, quoted")
FOUR = ("or, bare", "phrase", "question", "frequent")
"""The four lists of the shared queries, typed bare."""


def search_forms(lists: Lists) -> dict[str, Forms]:
    """Every list that is asked, by name."""
    words, pairs, often = lists["or"], lists["near"], [word for (word,) in lists["frequent"]]
    together = list(zip(often, often[7:] + often[:7], strict=True))
    wildcards = [("".join(parts), [parts[0], parts[2]]) for parts in lists["wildcard"]]
    return {
        "or, bare": Forms(["".join(some) for some in words], [["".join(some)] for some in words]),
        "or, A OR B": Forms([" OR ".join(some) for some in words], words),
        "phrase": Forms([phrase for (phrase,) in lists["phrase"]], lists["phrase"]),
        "question": Forms([question for (question,) in lists["question"]], lists["question"]),
        "frequent": Forms(often, lists["frequent"]),
        "phrase, quoted": _quoted(lists["phrase"]),
        "frequent, quoted": _quoted(lists["frequent"]),
        "near": Forms([f"{one} NEAR/20 {other}" for one, other in pairs], pairs),
        "near, frequent": Forms(
            [f"{one} NEAR/20 {other}" for one, other in together], [list(pair) for pair in together]
        ),
        "wildcard": Forms([query for query, _ in wildcards], [parts for _, parts in wildcards]),
        "wildcard, frequent": Forms(
            [f"{one}*{other}" for one, other in together], [list(pair) for pair in together]
        ),
    }


def _quoted(strings: Sequence[Sequence[str]]) -> Forms:
    return Forms([f'"{string}"' for (string,) in strings], strings, exact=True)
