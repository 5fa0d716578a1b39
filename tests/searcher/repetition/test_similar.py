from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from indexer.errors import OptionError, PassageIdError
from indexer.model.records import Record
from indexer.text.folding import fold
from searcher.engine.folder import FolderCollection, FolderTexts
from searcher.repetition.results import Similar, Variant
from searcher.repetition.similar import find_candidates, similar
from searcher.repetition.thresholds import DEFAULT
from searcher.store import Store
from tests.support.opened import open_collection
from tests.support.sayings import every_pair, letters, said, without_time, write_index

TURNED = {"equal": "equal", "replace": "replace", "insert": "delete", "delete": "insert"}


@pytest.fixture(scope="module")
def seed_answers(seed_collection: FolderCollection) -> dict[str, Similar]:
    """What is similar to each paragraph of the seeds."""
    return {
        record.id: similar(seed_collection, record.id) for record in seed_collection.store.records()
    }


def turned(variant: Variant) -> tuple[object, ...]:
    """What a variant says, seen from the other paragraph."""
    return (
        variant.similarity,
        variant.shared,
        sorted((run.source, run.input, run.letters) for run in variant.runs),
        sorted(
            (
                stretch.source,
                stretch.input,
                [(TURNED[op], source, input) for op, input, source in stretch.diff],
            )
            for stretch in variant.stretches
        ),
    )


def facts_of(variant: Variant) -> tuple[object, ...]:
    """What a variant says."""
    return (
        variant.similarity,
        variant.shared,
        sorted(map(tuple, variant.runs)),
        sorted(
            (stretch.input, stretch.source, list(map(tuple, stretch.diff)))
            for stretch in variant.stretches
        ),
    )


def test_the_similar_paragraphs_of_the_seeds_are_those_that_share_a_run(
    seed_answers: dict[str, Similar], seed_collection: FolderCollection
) -> None:
    found = {frozenset((id_, other.id)) for id_, answer in seed_answers.items() for other in answer}
    assert found == every_pair(seed_collection.store, DEFAULT.usual_run)
    assert len(found) > 500


def test_what_is_similar_is_so_both_ways_with_the_same_runs(
    seed_answers: dict[str, Similar],
) -> None:
    for id_, answer in seed_answers.items():
        for variant in answer:
            (back,) = (other for other in seed_answers[variant.id] if other.id == id_)
            assert turned(back) == facts_of(variant), (id_, variant.id)


def test_every_run_is_the_same_letters_and_every_diff_covers_its_stretch(
    seed_answers: dict[str, Similar],
) -> None:
    for answer in seed_answers.values():
        (asked,) = answer.paragraphs
        for variant in answer:
            assert variant.of == asked.id
            for run in variant.runs:
                mine, theirs = (
                    letters(fold(text[slice(*span)]))
                    for text, span in ((variant.text, run.input), (asked.text, run.source))
                )
                assert mine == theirs
                assert len(mine) == run.letters >= DEFAULT.usual_run
            for stretch in variant.stretches:
                assert_covered(variant.text, asked.text, stretch)
            for run in variant.runs:
                assert any(
                    stretch.input[0] <= run.input[0] and run.input[1] <= stretch.input[1]
                    for stretch in variant.stretches
                )


def assert_covered(text: str, source: str, stretch: object) -> None:
    """The edits follow each other through both spans, and equal parts are equal once folded."""
    at, there = stretch.input[0], stretch.source[0]  # type: ignore[attr-defined]
    for op, input, other in stretch.diff:  # type: ignore[attr-defined]
        assert (input[0], other[0]) == (at, there)
        at, there = input[1], other[1]
        if op == "equal":
            assert fold(text[slice(*input)]) == fold(source[slice(*other)])
    assert (at, there) == (stretch.input[1], stretch.source[1])  # type: ignore[attr-defined]


def test_most_letters_come_first_and_then_the_earlier_date(sayings: FolderCollection) -> None:
    answer = similar(sayings, "said/讲话集#1")
    assert [(variant.id, variant.shared, variant.similarity) for variant in answer] == [
        ("said/讲话集#2", 20, 0.597),
        ("said/杂文#1", 16, 0.64),
        ("said/无题#1", 16, 0.627),
    ]


def test_the_first_use_is_the_earliest_of_all_and_what_was_said_precedes_what_was_printed(
    sayings: FolderCollection,
) -> None:
    for id_ in ("said/讲话集#1", "said/讲话集#2", "said/杂文#1", "said/无题#1"):
        first = similar(sayings, id_).first
        assert first is not None
        assert first.id == "said/讲话集#1"


def test_where_nothing_is_similar_nothing_is_first(sayings: FolderCollection) -> None:
    answer = similar(sayings, "said/讲话集#3", min_length=25)
    assert (answer.total, answer.variants, answer.first) == (0, (), None)


def test_a_limit_cuts_the_variants_and_not_the_count(sayings: FolderCollection) -> None:
    whole, cut = (similar(sayings, "said/讲话集#1", limit=limit) for limit in (None, 2))
    assert (cut.total, cut.variants) == (3, whole.variants[:2])


def test_a_stretch_is_told_from_the_first_letter_that_both_have_to_the_last(
    sayings: FolderCollection,
) -> None:
    answer = similar(sayings, "said/讲话集#1")
    (asked,), variant = answer.paragraphs, answer.variants[0]
    (stretch,) = variant.stretches
    assert variant.text[slice(*stretch.input)] == (
        "核心技术是我们最大的命门，核心技术受制于人就是我们最大的隐患"
    )
    assert asked.text[slice(*stretch.source)] == (
        "核心技术是我们最大的“命门”，核心技术受制于人是我们最大的隐患"
    )
    assert [
        (op, variant.text[slice(*input)], asked.text[slice(*source)])
        for op, input, source in stretch.diff
        if op != "equal"
    ] == [("delete", "", "“"), ("delete", "", "”"), ("insert", "就", "")]


def test_at_the_ends_of_a_stretch_stand_letters_that_agree(
    seed_answers: dict[str, Similar],
) -> None:
    for answer in seed_answers.values():
        for variant in answer:
            for stretch in variant.stretches:
                assert stretch.diff[0].op == stretch.diff[-1].op == "equal"
                first, last = stretch.input[0], stretch.input[1] - 1
                assert variant.text[first].isalnum()
                assert variant.text[last].isalnum() or variant.text[last] == "%"


def test_stretches_of_one_variant_overlap_in_neither_text(
    seed_answers: dict[str, Similar],
) -> None:
    for id_, answer in seed_answers.items():
        for variant in answer:
            for side in ("input", "source"):
                spans = sorted(getattr(stretch, side) for stretch in variant.stretches)
                assert all(end <= start for (_, end), (start, _) in pairwise(spans)), (
                    id_,
                    variant.id,
                )


def test_a_sentence_that_comes_twice_is_told_once(tmp_path: Path) -> None:
    """Of what one text says twice and the other once, the first place is compared."""
    twice = f"{SENTENCES[0]}贯彻关于{SENTENCES[0][:8]}的意见，{SENTENCES[2]}另外，{SENTENCES[1]}"
    once = f"{SENTENCES[2]}{SENTENCES[0]}{SENTENCES[1]}"
    write_index(tmp_path, {"甲": [said("甲", 1, twice), said("甲", 2, once)]})
    (variant,) = similar(open_collection(tmp_path), "甲#1", min_length=8)
    assert [variant.text[slice(*stretch.input)] for stretch in variant.stretches] == [
        SENTENCES[2][:-1],
        SENTENCES[0][:-1],
        SENTENCES[1][:-1],
    ]


def test_a_passage_of_several_paragraphs_is_asked_about_as_a_whole(
    seed_collection: FolderCollection,
) -> None:
    whole = similar(seed_collection, "002#73")
    assert [record.paragraph for record in whole.paragraphs] == [1, 2, 3, 4, 5, 6, 7]
    assert {variant.of for variant in whole} <= {record.id for record in whole.paragraphs}
    parts = [similar(seed_collection, f"002#73.{k}") for k in range(1, 8)]
    inside = {record.id for record in whole.paragraphs}
    assert {(variant.of, variant.id) for variant in whole} == {
        (variant.of, variant.id) for part in parts for variant in part if variant.id not in inside
    }
    assert {variant.of[-4:] for variant in similar(seed_collection, "002#73.2")} == {"73.2"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"min_length": 5}, "runs of 5 letters tell nothing; give 6 or more"),
        ({"limit": -1}, "limit -1: it cannot be negative; give 0 or more"),
    ],
)
def test_what_cannot_be_asked_is_an_error(
    sayings: FolderCollection, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(OptionError) as raised:
        similar(sayings, "said/讲话集#1", **options)
    assert str(raised.value) == message


def test_an_id_that_names_nothing_is_an_error(sayings: FolderCollection) -> None:
    with pytest.raises(PassageIdError):
        similar(sayings, "said/讲话集#99")


SENTENCES = (
    "没有网络安全就没有国家安全。",
    "没有信息化就没有现代化，建设网络强国！",
    "过不了互联网这一关，就过不了长期执政这一关。",
    "核心技术受制于人是我们最大的隐患。",
    "人才是第一资源。",
)


def drawn_document(draw: random.Random, doc: str) -> list[Record]:
    days = (None, date(2016, 4, 19), date(2018, 4, 20))
    return [
        said(doc, number, "".join(draw.choices(SENTENCES, k=draw.randint(1, 3))), draw.choice(days))
        for number in range(1, draw.randint(2, 5))
    ]


def answers(opened: FolderCollection) -> Iterator[object]:
    for record in sorted(opened.store.records(), key=lambda record: record.id):
        yield without_time(similar(opened, record.id, min_length=8))


@pytest.mark.parametrize("seed", range(4))
def test_an_index_that_was_changed_tells_the_same_as_one_built_anew(
    seed: int, tmp_path: Path
) -> None:
    draw = random.Random(seed)
    steps: list[dict[str, list[Record] | None]] = []
    collection: dict[str, list[Record]] = {}
    for _ in range(6):
        step: dict[str, list[Record] | None] = {}
        for doc in draw.sample("甲乙丙丁", 2):
            step[doc] = (
                None if doc in collection and draw.random() < 0.3 else drawn_document(draw, doc)
            )
        steps.append(step)
        for doc, records in step.items():
            collection.pop(doc, None)
            if records is not None:
                collection[doc] = records
    write_index(tmp_path / "changed", *steps)
    write_index(tmp_path / "fresh", collection)
    changed, fresh = (open_collection(tmp_path / name) for name in ("changed", "fresh"))
    assert changed.store.live is not None or len(changed.manifest.segments) > 1
    assert list(answers(changed)) == list(answers(fresh))


@pytest.mark.parametrize("length", [8, 13])
def test_no_paragraph_that_shares_a_run_is_missed(seed_store: Store, length: int) -> None:
    numbers = seed_store.live_docs().tolist()
    ids = {doc: seed_store.record(doc).id for doc in numbers}
    pairs = every_pair(seed_store, length)
    texts = FolderTexts(seed_store, np.ones(seed_store.size, bool))
    for doc in numbers[::9]:
        found = find_candidates(texts, [seed_store.texts[doc]], length).tolist()
        alike = {ids[other] for other in found if other != doc}
        assert alike == {id_ for pair in pairs if ids[doc] in pair for id_ in pair} - {ids[doc]}
