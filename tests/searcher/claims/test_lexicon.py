"""The words of the lexicon stand in one place each, and are used as they were when they stood in
the rules themselves."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from indexer.text.folding import fold_narrow
from searcher.articles.article import article_of_text
from searcher.claims import lexicon
from searcher.claims.attributions import find_attributions
from searcher.claims.claims import find_claims
from searcher.claims.lexicon import either, plain, read_lexicon, words_of
from searcher.claims.reported import read_words

FOLDER = Path(lexicon.__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
RULES = "\n".join(path.read_text("utf-8") for path in sorted(FOLDER.parent.glob("*.py")))
RECORDED = [
    json.loads(line)
    for line in Path(__file__).with_name("recorded_claims.jsonl").read_text("utf-8").splitlines()
]
"""Sentences made of words of every list at random, and what was claimed of them and told of their
sources when the lists were written out in the rules."""


def test_no_word_stands_in_two_places() -> None:
    often = Counter(one.word for name in NAMES for one in read_lexicon(name))
    assert [word for word, times in often.items() if times > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_is_described_at_the_head_of_its_file_and_used_by_a_rule(name: str) -> None:
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    assert lines[: len(head)] == head
    described = {found[1] for line in head if (found := re.match(r"# (\w+)  ", line))}
    kinds = {kind for one in read_lexicon(name) for kind in one.kinds}
    assert kinds == described
    used = set(re.findall(rf"[\"']{name}(?:\.(\w+))?[\"']", RULES))
    assert used == (kinds or {""}) | ({""} if name == "persons" else set())


@pytest.mark.parametrize("name", NAMES)
def test_words_are_simplified_and_stand_within_the_longer_words_beside_them(name: str) -> None:
    for one in read_lexicon(name):
        assert fold_narrow(one.word) == one.word
        assert all(one.word in longer and one.word != longer for longer in one.longer)


def test_the_longest_words_come_first_and_each_once() -> None:
    assert words_of("acts.visit", "acts.tour") == ("考察调研", "考察", "调研", "视察", "访问")
    assert plain("acts.bare") == "(?:考察|调研|视察)"


def test_a_word_is_not_found_within_longer_ones() -> None:
    said = re.compile(either("verbs.shown"))
    assert said.findall("小说里说道，听说他说明了，他却说：称赞，自称，称") == ["说道", "说", "称"]


@pytest.mark.parametrize("name", ["nouns", "verbs.sung", "people.other"])
def test_a_list_that_is_not_there_is_no_empty_one(name: str) -> None:
    with pytest.raises((LookupError, FileNotFoundError)):
        words_of(name)


def test_every_recorded_sentence_is_read_as_it_was() -> None:
    assert len(RECORDED) > 300
    for one in RECORDED:
        words = read_words(article_of_text(one["text"]))
        claims = find_claims(words)
        spans = [(claim.start, claim.end) for claim in claims]
        told = [
            found
            and [
                found.speech,
                found.date and [found.date.first.isoformat(), found.date.last.isoformat()],
            ]
            for found in find_attributions(words, claims, spans)
        ]
        assert {
            "text": one["text"],
            "claims": [[claim.start, claim.end, claim.kind] for claim in claims],
            "from": told,
        } == one
