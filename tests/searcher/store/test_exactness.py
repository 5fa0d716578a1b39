"""The promise of the project: a quoted query finds exactly what a plain scan finds.

This test grows; it is never loosened.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer import build_index
from indexer.errors import QueryError
from indexer.model.records import Record
from indexer.text.folding import fold, fold_with_origins
from searcher import Searcher, escape, open_index
from searcher.language.parser import parse
from searcher.patterns import TimeBudget
from searcher.store.retrieval import Retrieval
from tests.support.opened import store_of

FIXED = [
    "初心",
    "获得感",
    "吃瓜群众",
    "亮利剑",
    "网络扶贫",
    "規則制定權",
    "互联网+教育",
    "中国（上海）",
    "一",
    "。",
    "，",
    "？",
    "“",
    "5G",
    "5g",
    "国",
    "网络安全",
    "没有网络安全就没有国家安全",
    "２０１６年4月",
    "七亿网民",
    "7 亿网民",
    "ability .",
    "-",
    "——",
    "--",
    "⸺",
    "显着",
    "覆蓋",
    "复盖",
    "与时具进",
    "瞭解",
    "⼈⺠",
    "二○一八年",
    "•",
    "⋯⋯",
    "安\u200b全",
]


@pytest.fixture(scope="module")
def paragraphs(seed_searcher: Searcher) -> list[Record]:
    return list(store_of(seed_searcher).records())


def scan(paragraphs: Sequence[Record], text: str) -> set[str]:
    """The ids of the paragraphs that hold `text`, told by looking at each."""
    folded = fold(text)
    return {record.id for record in paragraphs if folded in folded_once(record.text)}


folded_once = cache(fold)
"""The folded form of a paragraph, which hundreds of scans look into."""


def found(searcher: Searcher, query: str) -> set[str]:
    results = searcher.search(query, limit=None)
    assert results.total == len(results.hits)
    assert {hit.match for hit in results.hits} <= {"exact"}
    return {hit.id for hit in results.hits}


@pytest.mark.parametrize("text", FIXED)
def test_a_fixed_case_is_found_where_it_stands(
    text: str, seed_searcher: Searcher, paragraphs: list[Record]
) -> None:
    assert found(seed_searcher, escape(text)) == scan(paragraphs, text)


def test_every_span_of_every_paragraph_is_found_where_it_stands(
    seed_searcher: Searcher, paragraphs: list[Record]
) -> None:
    draw = random.Random(20211121)
    for _ in range(2_000):
        text = draw.choice(paragraphs).text
        length = draw.randint(1, 40)
        start = draw.randrange(len(text))
        span = text[start : start + length]
        if fold(span):
            assert found(seed_searcher, escape(span)) == scan(paragraphs, span), span


def test_ten_thousand_spans_stand_where_a_plain_scan_finds_them(seed_searcher: Searcher) -> None:
    store = store_of(seed_searcher)
    texts = [fold(store.record(number).text) for number in range(store.size)]
    draw = random.Random(20261122)
    tried = 0
    while tried < 10_000:
        text = store.record(draw.randrange(store.size)).text
        start = draw.randrange(len(text))
        span = text[start : start + draw.choice((1, 2, 3, 4, 6, 9, 14, 30))]
        folded = fold(span)
        if not folded:
            continue
        tried += 1
        numbers = Retrieval(store, TimeBudget(span)).evaluate(parse(escape(span))).tolist()
        assert numbers == [at for at, other in enumerate(texts) if folded in other], span


def test_what_stands_nowhere_is_found_nowhere(
    seed_searcher: Searcher, paragraphs: list[Record]
) -> None:
    draw = random.Random(7)
    for _ in range(300):
        left, right = draw.choice(paragraphs).text, draw.choice(paragraphs).text
        cut = draw.randint(1, 6)
        text = left[-cut:] + right[:cut]
        if fold(text):
            assert found(seed_searcher, escape(text)) == scan(paragraphs, text), text


def test_every_paragraph_pasted_bare_finds_itself(
    seed_searcher: Searcher, paragraphs: list[Record]
) -> None:
    for record in paragraphs:
        assert record.id in found(seed_searcher, record.text), record.id


def test_highlights_cover_exactly_what_matched(
    seed_searcher: Searcher, paragraphs: list[Record]
) -> None:
    draw = random.Random(3)
    for _ in range(200):
        text = draw.choice(paragraphs).text
        start = draw.randrange(len(text))
        span = text[start : start + draw.randint(1, 12)]
        if not fold(span):
            continue
        for hit in seed_searcher.search(escape(span), limit=None).hits:
            assert [fold(hit.text[first:last]) for first, last in hit.spans] == [fold(span)] * len(
                hit.spans
            )
            assert len(hit.spans) == fold(hit.text).count(fold(span))


AWKWARD = st.text(
    st.one_of(
        st.sampled_from("中国網安a5Ｇ .，。“”\"'…㈠ \u3000é\n"),
        st.sampled_from(
            "⼤⺠⻓○〇着著衞卫瞭了复覆青靑——–─⸺·•⋯∶:\u0301\u034f\ufe0f\u3164\u115f한バﾊﾞ\u3099"
        ),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(AWKWARD.filter(fold), min_size=1, max_size=6), data=st.data())
def test_awkward_texts_are_found_where_they_stand(
    texts: list[str], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("awkward")
    build_small(folder, texts)
    with open_index(folder / "index") as searcher:
        records = list(store_of(searcher).records())
        for _ in range(5):
            # A blank line in a text parts it into two paragraphs.
            text = data.draw(st.sampled_from([record.text for record in records]))
            start = data.draw(st.integers(0, len(text) - 1))
            span = text[start : data.draw(st.integers(start + 1, len(text)))]
            if fold(span):
                assert found(searcher, escape(span)) == scan(records, span)
                assert found(searcher, escape(span))


def build_small(folder: Path, texts: Sequence[str]) -> None:
    (folder / "seeds").mkdir()
    lines = b"\n".join(orjson.dumps({"text": text}) for text in texts)
    (folder / "seeds" / "a.jsonl").write_bytes(lines)
    assert not build_index(folder / "seeds", folder / "index").failed


def test_offsets_of_a_highlight_are_those_of_the_original_text(small_searcher: Searcher) -> None:
    (hit,) = small_searcher.search('"big data 的应用"').hits
    assert [hit.text[first:last] for first, last in hit.spans] == ["Big  Data 的應用"]
    assert fold_with_origins(hit.text).text == fold(hit.text)


def test_an_invisible_character_of_a_query_is_none(small_searcher: Searcher) -> None:
    records = list(store_of(small_searcher).records())
    for text in ("核\u200b心", "\ufeff核心", "核心\u00ad", "核\U000e0100心\u2066"):
        assert found(small_searcher, escape(text)) == scan(records, "核心") != set()
    with pytest.raises(QueryError):
        found(small_searcher, escape("\u200b\ufeff"))
