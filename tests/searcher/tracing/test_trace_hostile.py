"""Texts that are made to cost time and memory cost little of either, and nothing is an error."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from searcher import Searcher
from searcher.textmatch.letters import Codes
from searcher.textmatch.scanned import Scanned
from searcher.textmatch.seeding import SharedRuns, shared_runs
from searcher.textmatch.thresholds import Thresholds
from tests.support.growth import assert_linear
from tests.support.opened import store_of
from tests.support.promised import assert_holds, han

SAFE = "没有网络安全就没有国家安全"


@pytest.fixture(scope="module")
def spoken(seed_searcher: Searcher) -> str:
    """All that the book has of speeches, in one line."""
    records = store_of(seed_searcher).records()
    return "".join(one.text for one in records if one.role == "speech")


def shuffled_pieces(spoken: str, count: int) -> str:
    """Eight characters each of thousands of places, so that chance makes chains of them."""
    draw = random.Random(1)
    starts = (draw.randrange(len(spoken) - 9) for _ in range(count))
    return "".join(spoken[at : at + 8] for at in starts)


def parted_pieces(spoken: str, count: int) -> str:
    """The book with every ninth character another one."""
    return "".join(spoken[at : at + 8] + "天" for at in range(0, 8 * count, 8))


TEXTS: dict[str, tuple[int, Callable[[str, int], str]]] = {
    "opening marks": (25_000, lambda _, size: "“" * size),
    "closing marks": (25_000, lambda _, size: "”" * size),
    "straight marks": (25_000, lambda _, size: '"' * size),
    "pairs of marks": (12_500, lambda _, size: "“”" * size),
    "marks in marks": (12_500, lambda _, size: "“" * size + SAFE + "”" * size),
    "marks of other kinds": (3_125, lambda _, size: "，。！？…—《》" * size),
    "figures": (2_500, lambda _, size: "0123456789" * size),
    "Chinese figures": (1_750, lambda _, size: "一二三四五六七八九十百千万亿" * size),
    "figures in marks": (175, lambda _, size: "“" + "百分之1.5亿" * size + "”"),
    "NULs": (25_000, lambda _, size: "\0" * size),
    "one character": (25_000, lambda _, size: "的" * size),
    "one character in marks": (5_000, lambda _, size: "“" + "的" * size + "”"),
    "a phrase again and again": (1_000, lambda _, size: SAFE * size),
    "a phrase in marks again and again": (500, lambda _, size: f"“{SAFE}”，" * size),
    "a phrase again and again in marks": (500, lambda _, size: f"“{SAFE * size}”"),
    "the book in one paragraph": (12_000, lambda spoken, size: spoken[:size]),
    "the book in marks": (12_000, lambda spoken, size: f"“{spoken[:size]}”"),
    "pieces of the book": (1_000, shuffled_pieces),
    "pieces of the book in marks": (
        375,
        lambda spoken, size: f"“{shuffled_pieces(spoken, size)}”",
    ),
    "the book with slips": (500, parted_pieces),
    "the book with slips in marks": (500, lambda spoken, size: f"“{parted_pieces(spoken, size)}”"),
    "lone surrogates": (12_500, lambda _, size: "\ud800\udfff" * size),
}


DEAR = ("the book", "pieces", "a phrase")
"""How the names of those begin that cost the most."""


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.slow if name.startswith(DEAR) else ()) for name in TEXTS],
)
def test_a_hostile_text_is_traced_in_a_time_that_grows_with_its_length(
    name: str, spoken: str, seed_searcher: Searcher
) -> None:
    size, text = TEXTS[name]

    def trace(text: str) -> None:
        assert_holds(seed_searcher.trace(text))

    assert_linear(trace, lambda size: text(spoken, size), size, most=4 * size)


@pytest.mark.parametrize("mark", ["\0", "\ud800", "\U0010ffff", "\u200b", "\ufeff"])
def test_characters_that_no_text_has_are_no_error(mark: str, seed_searcher: Searcher) -> None:
    inside = f"没有网络安全{mark}就没有国家安全"
    for text in (inside, f"“{inside}”", f"{mark}{SAFE}{mark}", mark, mark * 30):
        trace = seed_searcher.trace(text)
        assert_holds(trace)
        assert len(trace.quotations) == (SAFE[:6] in text)


@pytest.mark.slow
def test_a_paragraph_of_a_million_characters_is_traced(
    spoken: str, seed_searcher: Searcher
) -> None:
    def made(length: int) -> str:
        draw = random.Random(2)
        head = "".join(draw.choices("网络安全信息化国家建设发展的我们要", k=length // 2))
        return head + han(length - len(head) - 20_000, 3) + spoken[:20_000]

    def trace(text: str) -> None:
        found = seed_searcher.trace(text)
        place = len(text) - 20_000
        assert any(one.start >= place and one.match == "exact" for one in found)
        assert_holds(found)

    assert_linear(trace, made, 250_000, most=1_000_000)


def test_only_a_part_of_a_long_article_is_traced_at_once(
    seed_searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = []

    def recording(texts: Scanned, codes: Codes, by: Thresholds) -> SharedRuns:
        sizes.append(len(codes))
        return shared_runs(texts, codes, by)

    monkeypatch.setattr("searcher.textmatch.seeding.shared_runs", recording)
    seed_searcher.trace("\n".join(f"{chr(0x4E00 + n)}{'乙丙丁。甲' * 50}" for n in range(1000)))
    assert max(sizes) < 70_000
    assert len(sizes) > 2
    assert sum(sizes) > 190_000
