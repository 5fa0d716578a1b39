"""The garbage collector is as it was before, whatever happens in between."""

from __future__ import annotations

import gc

import pytest

from indexer.facts import read_documents
from indexer.memory import without_collecting
from indexer.sources.source_text import SourceText


def test_the_collector_rests_and_is_woken_also_after_an_error() -> None:
    states = [gc.isenabled()]

    @without_collecting()
    def fail() -> None:
        states.append(gc.isenabled())
        raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert [*states, gc.isenabled()] == [True, False, True]


def test_a_collector_that_somebody_stopped_stays_stopped() -> None:
    gc.disable()
    try:
        with without_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_collector_is_as_before_when_records_have_been_read() -> None:
    (document,) = read_documents(SourceText.from_text("a.jsonl", '{"text": "核心技术。"}'))
    assert ([one.text for one in document.paragraphs], gc.isenabled()) == (["核心技术。"], True)
