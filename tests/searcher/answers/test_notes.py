"""Notes of an editor: they are found and labelled, and are nobody's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from indexer.errors import OptionError
from indexer.model.records import Record
from searcher import Filters, Searcher
from searcher.render.text.provenance import provenance
from tests.support.made_collection import collection, record

SPEECH = "没有调查，没有发言权。这是必须坚持的道理。"
NOTE = "“没有调查，没有发言权”是一九三○年的一句话，这是必须坚持的道理。"
DAY = date(1930, 5, 1)


def said(doc: str, number: int, text: str, speech: str = "反对本本主义") -> Record:
    """A paragraph of a speech of that day."""
    return replace(
        record(doc, number, text),
        speech=speech,
        date=DAY,
        date_end=DAY,
        date_precision="day",
        date_kind="speech",
    )


def note(doc: str, number: int, text: str) -> Record:
    """An editor's note to it, of which a reader has said more than it should."""
    return replace(said(doc, number, text, speech="注释"), role="note", date=date(1929, 1, 1))


@pytest.fixture
def noted() -> Iterator[Searcher]:
    """A speech with a note to it, and another."""
    with collection(
        甲=[said("甲", 1, SPEECH), note("甲", 2, NOTE)], 乙=[said("乙", 1, SPEECH, "谈话")]
    ) as searcher:
        yield searcher


def test_notes_are_found_and_counted_and_labelled_and_are_of_no_speech(noted: Searcher) -> None:
    results = noted.search('"没有调查"')
    assert [hit.id for hit in results] == ["乙#1", "甲#1", "甲#2"]
    assert (results.total, results.speeches) == (3, 2)
    assert results.earliest == results.latest
    assert results.earliest is not None
    assert results.earliest.first == DAY
    assert [provenance(hit) for hit in results] == ["line 1", "line 1", "note · line 1"]
    assert noted.search('"没有调查"', filters=Filters(role="note")).total == 1
    assert noted.search('"没有调查" -类：note').total == 2


def test_related_notes_come_last(noted: Searcher) -> None:
    results = noted.search("发言权的道理必须坚持")
    assert (results.total, [hit.id for hit in results]) == (0, ["乙#1", "甲#1", "甲#2"])
    only = noted.search("发言权的道理必须坚持", filters=Filters(role="note"))
    assert [hit.id for hit in only] == ["甲#2"]


def test_nobody_says_first_what_a_note_says(noted: Searcher) -> None:
    first = noted.first('"没有调查"')
    assert ([hit.id for hit in first], first.total) == (["乙#1", "甲#1"], 2)
    asked = noted.first('"没有调查" 类：note')
    assert ([hit.id for hit in asked], asked.total) == (["甲#2"], 1)
    assert [hit.id for hit in noted.first('"没有调查"', filters=Filters(role="note"))] == ["甲#2"]
    assert noted.first('"没有调查" -类：note').total == 2


def test_notes_resemble_nothing_unless_they_are_asked_for(noted: Searcher) -> None:
    assert [one.id for one in noted.similar("甲#1", min_length=8)] == ["乙#1"]
    asked = noted.similar("甲#1", min_length=8, filters=Filters(role="note"))
    assert [one.id for one in asked] == ["甲#2"]
    assert {one.id for one in noted.similar("甲#2", min_length=8)} == {"甲#1", "乙#1"}
    [group] = noted.repetitions(min_length=8, within="all")
    assert [one.id for one in group.members] == ["乙#1", "甲#1"]


def test_a_note_is_no_source(noted: Searcher) -> None:
    sentence = "他说：“没有调查，没有发言权”。"
    for within in ("speech", "all", None):
        [quotation] = noted.trace(sentence, within=within)
        assert [source.id for source in quotation.sources] == ["乙#1", "甲#1"]
    with pytest.raises(OptionError) as error:
        noted.trace(sentence, within="all", filters=Filters(role="note"))
    assert str(error.value) == "notes are nobody's words and no source; leave the role note out"
    only = "他说：“是一九三○年的一句话”。"
    assert [bool(noted.trace(only, within=one).quotations) for one in ("all", "speech")] == [
        False,
        False,
    ]


def test_without_attributed_words_the_report_says_so() -> None:
    news = [replace(record("甲", n, SPEECH), role="article") for n in (1, 2)]
    with collection(甲=[*news, note("甲", 3, NOTE)]) as searcher:
        trace = searcher.trace(f"他说：“{SPEECH}”。")
        assert (trace.within, trace.unattributed, len(trace)) == ("all", True, 1)
        assert searcher.similar("甲#1").unattributed
        spoken = searcher.trace(f"他说：“{SPEECH}”。", within="speech")
        assert (spoken.within, spoken.unattributed, len(spoken)) == ("speech", False, 0)
        quoting = searcher.trace(f"“{SPEECH}”", filters=Filters(role="article"))
        assert [source.id for source in quoting[0].sources] == ["甲#1", "甲#2"]
    with collection(甲=news, 乙=[said("乙", 1, SPEECH)]) as searcher:
        trace = searcher.trace(f"他说：“{SPEECH}”。")
        assert (trace.within, trace.unattributed) == ("speech", False)
        assert not searcher.similar("甲#1").unattributed
        with pytest.raises(OptionError, match="nothing within speech has the role article"):
            searcher.trace("文", filters=Filters(role="article"))
