"""What an index remembers of its documents, and what was understood of all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from indexer import Doubt, Understanding
from indexer.model.catalogue import Catalogue, DocumentEntry, Failure, Skipped, describe
from indexer.model.documents import Document, Paragraph
from indexer.text.dates import DateSpan

DAY = DateSpan(date(1956, 9, 15), date(1956, 9, 15))


def said(passage: int, speaker: str | None, speech: str | None) -> Paragraph:
    return Paragraph(
        passage=passage,
        text="话。",
        lines=None,
        role="speech" if speech else "article",
        speaker=speaker,
        speech=speech,
        date=DAY if speech else None,
        date_kind="speech" if speech else None,
    )


def entry(*paragraphs: Paragraph, speaker: str | None = None, unread: int = 0) -> DocumentEntry:
    document = Document(
        kind="text", title="文", paragraphs=paragraphs, speaker=speaker, unread=unread
    )
    return describe("文", "文.txt", document)


def test_speeches_of_one_title_and_day_are_told_apart_by_who_speaks() -> None:
    both = entry(said(1, "甲", "讲话"), said(2, "乙", "讲话"), said(3, "乙", "讲话"))
    assert (both.speeches, both.passages, both.speakers, both.speaker) == (2, 3, 2, None)


def test_a_document_has_the_speaker_that_it_names_or_the_only_one_of_its_paragraphs() -> None:
    assert entry(said(1, None, None), speaker="甲").speaker == "甲"
    assert entry(said(1, "甲", "讲话"), said(2, "甲", None)).speaker == "甲"
    assert entry(said(0, None, None), said(1, "甲", "讲话")).speaker == "甲"
    assert entry(said(1, None, "讲话")).speaker is None


def test_an_article_that_quotes_one_person_is_not_that_persons() -> None:
    quoted = replace(said(1, "甲", "讲话"), role="quotation")
    assert (
        entry(quoted).speaker is entry(said(1, "甲", "讲话"), said(2, None, None)).speaker is None
    )
    note = replace(said(2, None, None), role="note")
    assert entry(said(1, "甲", "讲话"), note).speaker == "甲"


def test_notes_are_counted_by_themselves() -> None:
    note = replace(said(3, "丙", "讲话"), role="note", chapter="注释")
    with_notes = entry(said(0, None, None), said(1, "甲", "讲话"), said(2, "甲", "讲话"), note)
    without = entry(said(0, None, None), said(1, "甲", "讲话"), said(2, "甲", "讲话"))
    assert with_notes == replace(without, notes=1)
    assert (without.front_matter, without.paragraphs, without.notes) == (1, 2, 0)


def test_what_was_understood_is_counted_over_all_documents() -> None:
    speech = entry(said(1, "甲", "讲话"), said(2, "甲", "讲话"))
    several = replace(entry(said(1, "甲", "讲话"), said(2, "乙", "贺信"), unread=2), path="卷.txt")
    dated = replace(entry(said(1, None, None), unread=3), path="报.txt", date="1956-09")
    nothing = replace(entry(said(1, None, None)), path="无.txt")
    failed = (Failure("卷.txt", "一处"), Failure("坏.txt", "甲"), Failure("坏.txt", "乙"))
    catalogue = Catalogue("0f", (), failed, (speech, several, dated, nothing))
    understood = catalogue.understanding([Skipped("图.png", "不是文字")])
    assert [doubt.path for doubt in understood.doubts] == ["报.txt"]
    assert replace(understood, doubts=()) == Understanding(
        documents=4,
        dated=3,
        with_speaker=2,
        speeches=3,
        passages=4,
        unread=5,
        skipped=2,
    )
    assert Catalogue("0f", (), (), ()).understanding() == Understanding(
        documents=0, dated=0, with_speaker=0, speeches=0, passages=0, unread=0, skipped=0
    )


def test_a_file_in_which_no_note_was_read_though_several_lines_look_so_is_in_doubt() -> None:
    few = replace(entry(said(1, None, None), unread=2), path="少.txt")
    many = [replace(entry(said(1, None, None), unread=2), path="多.txt") for _ in range(2)]
    read = replace(entry(said(1, "甲", "讲话"), unread=9), path="读.txt")
    book = replace(entry(said(1, None, None)), path="书.txt", doubt="像一本书")
    catalogue = Catalogue("0f", (), (), (few, *many, read, book))
    reason = "4 lines look like notes and none of them was understood; look with: lunshu inspect"
    assert catalogue.understanding().doubts == (
        Doubt("多.txt", reason),
        Doubt("书.txt", "像一本书"),
    )
