"""Texts that are made to cost time and memory cost little of either, and nothing is an error."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from searcher import Searcher
from searcher.store import Store
from searcher.store.selection import Flags
from searcher.tracing.letters import Codes
from searcher.tracing.seeding import Runs, shared_runs
from tests.searcher.tracing.test_stretches import han
from tests.searcher.tracing.test_trace import assert_holds

SAFE = "没有网络安全就没有国家安全"


@pytest.fixture(scope="module")
def spoken(seed_searcher: Searcher) -> str:
    """All that the book has of speeches, in one line."""
    records = seed_searcher._store.records()
    return "".join(one.text for one in records if one.role == "speech")


def shuffled_pieces(spoken: str) -> str:
    """Eight characters each of thousands of places, so that chance makes chains of them."""
    draw = random.Random(1)
    starts = (draw.randrange(len(spoken) - 9) for _ in range(4000))
    return "".join(spoken[at : at + 8] for at in starts)


def parted_pieces(spoken: str) -> str:
    """The book with every ninth character another one."""
    return "".join(spoken[at : at + 8] + "天" for at in range(0, 16_000, 8))


TEXTS: dict[str, Callable[[str], str]] = {
    "opening marks": lambda _: "“" * 100_000,
    "closing marks": lambda _: "”" * 100_000,
    "straight marks": lambda _: '"' * 100_000,
    "pairs of marks": lambda _: "“”" * 50_000,
    "marks in marks": lambda _: "“" * 50_000 + SAFE + "”" * 50_000,
    "marks of other kinds": lambda _: "，。！？…—《》" * 12_500,
    "figures": lambda _: "0123456789" * 10_000,
    "Chinese figures": lambda _: "一二三四五六七八九十百千万亿" * 7_000,
    "figures in marks": lambda _: "“" + "百分之1.5亿" * 700 + "”",
    "NULs": lambda _: "\0" * 100_000,
    "one character": lambda _: "的" * 100_000,
    "one character in marks": lambda _: "“" + "的" * 20_000 + "”",
    "a phrase again and again": lambda _: SAFE * 4_000,
    "a phrase in marks again and again": lambda _: f"“{SAFE}”，" * 2_000,
    "a phrase again and again in marks": lambda _: f"“{SAFE * 2000}”",
    "the book in one paragraph": lambda spoken: spoken,
    "the book in marks": lambda spoken: f"“{spoken}”",
    "pieces of the book": shuffled_pieces,
    "pieces of the book in marks": lambda spoken: f"“{shuffled_pieces(spoken)[:12_000]}”",
    "the book with slips": parted_pieces,
    "the book with slips in marks": lambda spoken: f"“{parted_pieces(spoken)}”",
    "lone surrogates": lambda _: "\ud800\udfff" * 50_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_traced_in_a_moment(
    name: str, spoken: str, seed_searcher: Searcher
) -> None:
    text = TEXTS[name](spoken)
    started = time.process_time()
    trace = seed_searcher.trace(text)
    assert time.process_time() - started < 5
    assert_holds(trace)


@pytest.mark.parametrize("mark", ["\0", "\ud800", "\U0010ffff", "\u200b", "\ufeff"])
def test_characters_that_no_text_has_are_no_error(mark: str, seed_searcher: Searcher) -> None:
    inside = f"没有网络安全{mark}就没有国家安全"
    for text in (inside, f"“{inside}”", f"{mark}{SAFE}{mark}", mark, mark * 30):
        trace = seed_searcher.trace(text)
        assert_holds(trace)
        assert len(trace.quotations) == (SAFE[:6] in text)


def test_a_paragraph_of_a_million_characters_is_traced(
    spoken: str, seed_searcher: Searcher
) -> None:
    draw = random.Random(2)
    text = "".join(draw.choices("网络安全信息化国家建设发展的我们要", k=500_000)) + han(480_000, 3)
    place = len(text)
    started = time.process_time()
    trace = seed_searcher.trace(text + spoken[:20_000])
    assert time.process_time() - started < 20
    assert any(one.start >= place and one.match == "exact" for one in trace)
    assert_holds(trace)


def test_only_a_part_of_a_long_article_is_traced_at_once(
    seed_searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = []

    def recording(store: Store, codes: Codes, allowed: Flags) -> Runs:
        sizes.append(len(codes))
        return shared_runs(store, codes, allowed)

    monkeypatch.setattr("searcher.tracing.regional.shared_runs", recording)
    seed_searcher.trace("\n".join(f"{chr(0x4E00 + n)}{'乙丙丁。甲' * 50}" for n in range(1000)))
    assert max(sizes) < 70_000
    assert len(sizes) > 2
    assert sum(sizes) > 190_000
