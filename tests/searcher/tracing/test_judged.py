"""Tracing gives what careful editors have judged that it should give, and little else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import pytest

from indexer.text.folding import fold
from searcher import Searcher
from searcher.tracing.comparison import compare as compare_texts
from tests.support.judging import KINDS, MADE, SEEDS, Tally, Verdict, compare, judged, trace_of

LEAST = {"exact": 0.95, "near": 0.85, "not_found": 0.9}
"""What share of the expected must be found, and what share of the found be expected."""

ATTRIBUTIONS = 0.88
"""What share of the attributions that are judged true or false must be told as they are judged."""

GROUPS = {"all": (*SEEDS, *MADE), "seeds": SEEDS}


@pytest.fixture(scope="module")
def verdict(seed_searcher: Searcher):  # type: ignore[no-untyped-def]
    @lru_cache
    def of(name: str) -> Verdict:
        return compare(judged(name), trace_of(seed_searcher, name))

    return of


def together(verdicts: Sequence[Verdict]) -> Verdict:
    """Several verdicts as one."""
    return Verdict(
        {kind: sum((one.tallies[kind] for one in verdicts), Tally()) for kind in LEAST},
        sum(one.attributed for one in verdicts),
        sum(one.right for one in verdicts),
        [line for one in verdicts for line in one.false_alarms],
        [line for one in verdicts for line in one.differences],
    )


@pytest.mark.parametrize("group", GROUPS)
def test_a_trace_gives_what_editors_expect(group: str, verdict) -> None:  # type: ignore[no-untyped-def]
    whole = together([verdict(name) for name in GROUPS[group]])
    report = "\n".join([*map(str, whole.tallies.items()), *whole.differences])
    for kind, least in LEAST.items():
        recall, precision = whole.tallies[kind].recall, whole.tallies[kind].precision
        assert recall >= least, f"{kind}:\n{report}"
        assert precision >= least, f"{kind}:\n{report}"


@pytest.mark.parametrize("group", GROUPS)
def test_attributions_are_told_as_editors_judge_them(group: str, verdict) -> None:  # type: ignore[no-untyped-def]
    whole = together([verdict(name) for name in GROUPS[group]])
    share, report = whole.right / whole.attributed, "\n".join(whole.differences)
    assert whole.false_alarms == []
    assert share >= ATTRIBUTIONS, report


def test_enough_is_judged_to_tell() -> None:
    for names, spans, missing in ((GROUPS["all"], 150, 60), (SEEDS, 60, 15)):
        assert sum(len(judged(name).quotations) for name in names) >= spans
        assert sum(len(judged(name).not_found) for name in names) >= missing
        matches = {entry["match"] for name in names for _, entry in judged(name).quotations}
        assert matches == set(KINDS)


@pytest.mark.parametrize("name", GROUPS["all"])
def test_what_is_judged_is_true_of_the_texts(name: str, seed_searcher: Searcher) -> None:
    one = judged(name)
    book = next(entry.doc for entry in seed_searcher.documents() if entry.doc.startswith("002_"))
    for span, entry in one.quotations:
        assert entry["sources"], entry
        wanted = fold(entry["text"])
        for source in entry["sources"]:
            text = fold(_text(seed_searcher, source.replace("002", book)))
            if entry["match"] == "exact":
                assert wanted in text, entry
            else:
                assert wanted not in text, entry
            if entry["match"] == "near":
                found = compare_texts(wanted, text)
                assert found is not None, entry
                assert found.match == "near", entry
        if part := entry.get("part_of"):
            start = one.article.text.index(part)
            assert any(
                start <= span[0] and span[1] <= start + len(part)
                for start in _places(part, one.article.text)
            ), (entry, start)
    for _, entry in one.not_found:
        assert not seed_searcher.search(f'"{entry["text"]}" role:speech'.replace('""', '"')).hits


def _text(searcher: Searcher, id_: str) -> str:
    passage = searcher.passage(id_)
    if len(passage.paragraphs) == 1:
        return passage.paragraphs[0].text
    return next(one.text for one in passage.paragraphs if one.id == id_)


def _places(part: str, text: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(part, at)]


def test_an_article_is_not_its_own_source(seed_searcher: Searcher) -> None:
    own = next(one.doc for one in seed_searcher.documents() if one.doc.startswith("001_"))
    article = judged("001").article
    named = {
        source.doc
        for one in seed_searcher.trace(article, within="all", exclude=[own])
        for source in one.sources
    }
    assert own not in named
    assert len(named) > 1
    with_own = seed_searcher.trace(article, within="all")
    assert own in {source.doc for one in with_own for source in one.sources}
