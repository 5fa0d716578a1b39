"""Words of the book that were damaged come back to where they are from."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from indexer.model.records import Record
from searcher import Searcher
from tests.support.opened import store_of

SPANS = 300
FEWER = 100
"""Of the damage that is easier to see through."""

LONGEST = 200
RIGHT = 0.95
"""What share of the damaged must come back to the right passage, as near."""

LOOK_ALIKE = {
    one: other
    for pair in [
        "己已",
        "未末",
        "人入",
        "土士",
        "大太",
        "日曰",
        "千干",
        "天夫",
        "问间",
        "力刀",
        "网冈",
        "发友",
        "侯候",
        "析折",
        "主王",
        "关美",
        "体休",
        "治冶",
    ]
    for one, other in (tuple(pair), tuple(pair[::-1]))
}


def substituted(draw: random.Random, text: str, others: str) -> str:
    """One character in twenty is another one."""
    hit = set(draw.sample(range(len(text)), max(1, round(len(text) / 20))))
    return "".join(draw.choice(others) if at in hit else mark for at, mark in enumerate(text))


def misread(draw: random.Random, text: str, others: str) -> str:
    """Half of what looks like something else was taken for it, as machines read."""
    read = "".join(
        LOOK_ALIKE[mark] if mark in LOOK_ALIKE and draw.random() < 0.5 else mark for mark in text
    )
    return read if read != text else substituted(draw, text, others)


def dropped(draw: random.Random, text: str, others: str) -> str:  # noqa: ARG001
    """One character in twenty is missing."""
    return "".join(mark for mark in text if draw.random() > 0.05)


def doubled(draw: random.Random, text: str, others: str) -> str:  # noqa: ARG001
    """One character in twenty occurs twice."""
    return "".join(mark * (1 + (draw.random() < 0.05)) for mark in text)


Damage = Callable[[random.Random, str, str], str]


@pytest.mark.parametrize(
    "article",
    [
        "在这个问题上，文章写得明白：“{}”，这是要害。",
        "街上的人都在谈论天气。{}。可是谁也没有带伞出门。",
    ],
    ids=["in marks", "without marks"],
)
@pytest.mark.parametrize("damage", [substituted, misread, dropped, doubled])
def test_what_was_damaged_is_traced_to_its_passage(
    damage: Damage, article: str, seed_searcher: Searcher
) -> None:
    book = [one for one in store_of(seed_searcher).records() if one.role == "speech"]
    letters = "".join(filter(str.isalnum, "".join(one.text for one in book)))
    draw = random.Random(7)
    count = right = 0
    lost = []
    while count < (SPANS if damage is substituted else FEWER):
        span = drawn_span(draw, book)
        if span is None:
            continue
        record, text = span
        damaged = damage(draw, text, letters)
        if "".join(filter(str.isalnum, damaged)) == "".join(filter(str.isalnum, text)):
            continue
        count += 1
        written = article.format(damaged)
        start = written.index(damaged)
        if comes_back(seed_searcher, written, (start, start + len(damaged)), record):
            right += 1
        else:
            lost.append((record.id, text, damaged))
    assert right >= RIGHT * count, lost


def drawn_span(draw: random.Random, book: list[Record]) -> tuple[Record, str] | None:
    """Thirty characters and more of a paragraph, beginning and ending anywhere."""
    record = draw.choice(book)
    if len(record.text) < 30:
        return None
    length = draw.randint(30, min(LONGEST, len(record.text)))
    start = draw.randint(0, len(record.text) - length)
    text = record.text[start : start + length].strip("，。、；：！？“”‘’（）《》— ")
    # Inner marks would end the quotation that it is put into.
    return (record, text) if len(text) >= 30 and not set("“”") & set(text) else None


def comes_back(searcher: Searcher, text: str, span: tuple[int, int], record: Record) -> bool:
    """Whether the greater part of a span is found near to a paragraph with these words."""
    for found in searcher.trace(text):
        shared = min(found.end, span[1]) - max(found.start, span[0])
        if found.match == "near" and shared >= 0.7 * (span[1] - span[0]):
            return record.id in {source.id for source in found.sources}
    return False
