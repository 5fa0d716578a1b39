"""Fixtures for the tests of words."""

from __future__ import annotations

import jieba
import pytest

from indexer.words.dictionary import parse_dictionary, read_dictionary


@pytest.fixture(scope="module")
def tokenizer() -> jieba.Tokenizer:
    """jieba as it is, which decides."""
    made = jieba.Tokenizer()
    known = parse_dictionary(read_dictionary())
    assert known
    made.FREQ, made.total = known
    made.initialized = True
    return made
