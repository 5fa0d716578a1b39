"""Where an article and a collection share six letters and more; a plain scan here says where."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from indexer.text.folding import fold
from searcher import Searcher, open_index
from searcher.engine.folder import FolderTexts
from searcher.textmatch import ngrams
from searcher.textmatch.letters import letters_of
from searcher.textmatch.ngrams import SIZE
from searcher.textmatch.seeding import shared_runs
from searcher.textmatch.thresholds import DEFAULT, Thresholds
from tests.support.made_collection import change, collection
from tests.support.opened import store_of

Found = tuple[str, int, int, int]
"""A paragraph's text, where a run begins in the article and in it, and how long it is."""


def letters(text: str) -> str:
    """The letters of a text, and line feeds."""
    return "".join(mark for mark in text if mark.isalnum() or mark == "\n")


def plain_scan(article: str, paragraphs: Sequence[str], common: int) -> list[Found]:
    """Every run of letters in which each n-gram is shared and is not common.

    Args:
        paragraphs: the folded texts that may be sources.
    """
    here = letters(article)
    pairs = [
        (paragraph, at, source)
        for paragraph in enumerate(map(letters, paragraphs))
        for at in range(len(here) - SIZE + 1)
        if "\n" not in here[at : at + SIZE]
        for source in range(len(paragraph[1]) - SIZE + 1)
        if here[at : at + SIZE] == paragraph[1][source : source + SIZE]
    ]
    places = {(here[at : at + SIZE], number, source) for (number, _), at, source in pairs}
    often = Counter(gram for gram, _, _ in places)
    kept = {
        (number, source - at, at + letter)
        for (number, _), at, source in pairs
        if often[here[at : at + SIZE]] <= common
        for letter in range(SIZE)
    }
    return sorted(
        (paragraphs[number], at, at + diagonal, length)
        for number, diagonal, at in kept
        if (number, diagonal, at - 1) not in kept
        for length in [next(n for n in range(1, 999) if (number, diagonal, at + n) not in kept)]
    )


def found(
    searcher: Searcher,
    article: str,
    roles: Sequence[str] = ("speech",),
    by: Thresholds = DEFAULT,
) -> list[Found]:
    store = store_of(searcher)
    allowed = np.zeros(store.size, bool)
    for role in roles:
        allowed[store.values("role").equal_to(role).docs()] = True
    runs = shared_runs(FolderTexts(store, allowed), letters_of(fold_lines(article)).codes, by)
    in_order = list(zip(runs.docs.tolist(), runs.inputs.tolist(), strict=True))
    assert in_order == sorted(in_order)
    columns = (runs.inputs.tolist(), runs.sources.tolist(), runs.lengths.tolist())
    return sorted(
        (store.texts[doc], *numbers)
        for doc, *numbers in zip(runs.docs.tolist(), *columns, strict=True)
    )


def fold_lines(article: str) -> str:
    return "\n".join(map(fold, article.split("\n")))


def drawn(draw: random.Random, most: int) -> str:
    """A text in which n-grams come again: pieces of a few phrases, with marks."""
    phrases = ("没有网络安全就没有国家安全", "网信事业要发展,必须", "。", "甲乙", "的")
    pieces = []
    for _ in range(draw.randint(0, most)):
        phrase = draw.choice(phrases)
        start = draw.randrange(len(phrase))
        pieces.append(phrase[start : start + draw.randint(1, 13)])
    return "".join(pieces)


@pytest.mark.parametrize("seed", range(12))
def test_runs_are_those_of_a_plain_scan_whatever_was_deleted(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)
    common = draw.choice([4, 20, 1000])
    kept: dict[str, list[str]] = {}
    for step in range(3):
        removed = draw.sample(sorted(kept), min(step, len(kept)))
        for doc in removed:
            del kept[doc]
        names = [f"{step}{name}" for name in "甲乙丙"]
        kept |= {
            name: [drawn(draw, 9) or "空" for _ in range(draw.randint(1, 4))] for name in names
        }
        change(tmp_path / "index", kept, added=names, removed=removed)
    article = "\n".join(drawn(draw, 9) for _ in range(4))
    paragraphs = [fold(text) for texts in kept.values() for text in texts]
    with open_index(tmp_path / "index") as searcher:
        by = replace(DEFAULT, common=common)
        expected = plain_scan(fold_lines(article), paragraphs, common)
        assert found(searcher, article, by=by) == expected


def test_pieces_of_the_texts_that_are_read_one_by_one_give_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draw = random.Random(5)
    texts = [drawn(draw, 12) or "空" for _ in range(30)]
    article = drawn(draw, 30)
    monkeypatch.setattr("searcher.store.texts._PIECE", 64)
    with collection(*texts) as searcher:
        assert found(searcher, article) == plain_scan(article, list(map(fold, texts)), 1000)


TEXT = "没有网络安全就没有国家安全"


@pytest.mark.parametrize(
    ("article", "source", "runs"),
    [
        ("", TEXT, []),
        ("没有网络安", TEXT, []),
        ("没有网络安全", TEXT, [(0, 0, 6)]),
        (TEXT, TEXT, [(0, 0, 13)]),
        ("没有“网络”安，全", TEXT, [(0, 0, 6)]),
        ("沒有網絡安全", TEXT, [(0, 0, 6)]),
        ("没有网\n络安全", TEXT, []),
        ("没有网络安全天没有国家安全", "没有网络安全地没有国家安全", [(0, 0, 6), (7, 7, 6)]),
        ("没有网络安全\n就没有国家安全", TEXT, [(0, 0, 6), (7, 6, 7)]),
        ("没有网络安全天就没有国家安全", TEXT, [(0, 0, 6), (7, 6, 7)]),
        ("没有网络安全就有没有国家安全", TEXT, [(0, 0, 7), (8, 7, 6)]),
        (TEXT, "没有网络安全天没有国家安全", [(0, 0, 6), (7, 7, 6)]),
        ("没有网络安全没有网络安全", TEXT, [(0, 0, 6), (6, 0, 6)]),
        ("没有网络安全", "没有网络安全没有网络安全", [(0, 0, 6), (0, 6, 6)]),
    ],
)
def test_the_runs_of_an_article_and_a_paragraph(
    article: str, source: str, runs: list[tuple[int, int, int]]
) -> None:
    with collection(source) as searcher:
        assert [numbers for _, *numbers in found(searcher, article)] == list(map(list, runs))


def test_only_what_may_be_a_source_is_looked_at() -> None:
    with collection(TEXT) as searcher:
        assert found(searcher, TEXT, roles=("article",)) == []
        assert found(searcher, TEXT, roles=()) == []


@pytest.mark.parametrize("order", [1, -1])
def test_an_n_gram_that_is_common_tells_nothing_wherever_it_comes_first(
    order: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    three, four = replace(DEFAULT, common=3), replace(DEFAULT, common=4)
    monkeypatch.setattr("searcher.store.texts._PIECE", 8)
    often, rare = "一二三四五六", "甲乙丙丁戊己"
    texts = [often, often, often + rare, often][::order]
    with collection(*texts) as searcher:
        assert found(searcher, f"{often}天{rare}", by=three) == [(often + rare, 7, 6, 6)]
        assert len(found(searcher, f"{often}天{rare}", by=four)) == 5
        assert len(found(searcher, f"{often}天{often}", by=four)) == 8
        fewer = replace(four, most_pairs=7)
        assert len(found(searcher, f"{often}天{often}", by=fewer)) == 0


def test_a_run_of_which_the_middle_is_common_is_one() -> None:
    text = "一二三四五六七八九十百千"
    with collection(text, *[text[1:-1]] * 3) as searcher:
        assert found(searcher, text, by=replace(DEFAULT, common=3)) == [(text, 0, 0, 12)]


def test_a_hash_that_looks_like_one_of_the_articles_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ngrams, "_MOST_BITS", 1)
    draw = random.Random(6)
    texts = [drawn(draw, 12) or "空" for _ in range(10)]
    article = drawn(draw, 10)
    with collection(*texts) as searcher:
        assert found(searcher, article) == plain_scan(article, list(map(fold, texts)), 1000)
