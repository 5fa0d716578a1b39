"""One more of a kind is one row: a format, a kind of document, a form of titles of speeches."""

from __future__ import annotations

import re

import pytest

from indexer import facts, formats
from indexer.facts import Kind, read_documents
from indexer.facts.speeches import forms
from indexer.facts.speeches.forms import SpeechForm, speech_form
from indexer.formats import Format
from indexer.formats.blocks import Block, Content
from indexer.model.documents import Document, Paragraph
from indexer.sources.source_text import SourceText


def read_stars(source: SourceText) -> Content:
    """A format of headings and paragraphs: stars begin a heading, as many as its level says."""
    blocks = tuple(
        Block(line.lstrip("*"), (number, number), level=len(line) - len(line.lstrip("*")))
        for number, line in enumerate(source.lines, start=1)
    )
    return Content.of(source, "stars", blocks)


def test_a_format_is_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    row = Format("stars", lambda source: source.lines[0].startswith("*"), read_stars)
    monkeypatch.setattr(formats, "FORMATS", (row, *formats.FORMATS))
    text = "*在座谈会上的讲话\n2018年4月20日\n毛泽东\n核心技术是国之重器。\n**结语\n谢谢大家。"

    (document,) = read_documents(SourceText.from_text("a.txt", text))

    assert (document.kind, document.title, document.speaker) == (
        "stars",
        "在座谈会上的讲话",
        "毛泽东",
    )
    assert [(one.section, one.role, one.text) for one in document.paragraphs] == [
        (None, "speech", "核心技术是国之重器。"),
        ("结语", "speech", "谢谢大家。"),
    ]


def test_a_kind_of_document_is_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(content: Content) -> tuple[Document, ...] | None:
        if content.blocks[0].text != "语录":
            return None
        words = Paragraph(passage=1, number=1, text=content.blocks[1].text, lines=(2, 2))
        return (Document(kind="quotes", title="语录", paragraphs=(words,)),)

    monkeypatch.setattr(facts, "KINDS", (Kind("quotes", read), *facts.KINDS))

    (document,) = read_documents(SourceText.from_text("a.txt", "语录\n核心技术是国之重器。"))
    (other,) = read_documents(SourceText.from_text("a.txt", "核心技术是国之重器。"))

    assert (document.kind, document.paragraphs[0].text) == ("quotes", "核心技术是国之重器。")
    assert other.kind == "text"


def test_a_kind_says_why_a_text_only_looks_like_it(monkeypatch: pytest.MonkeyPatch) -> None:
    row = Kind("quotes", lambda _: None, doubt=lambda _: "its words have no notes")
    monkeypatch.setattr(facts, "KINDS", (row, *facts.KINDS))

    (document,) = read_documents(SourceText.from_text("a.txt", "核心技术是国之重器。"))

    assert document.doubt == "its words have no notes"


def test_a_form_of_titles_of_speeches_is_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    title = "座谈会发言实录"
    assert speech_form(title) is None

    row = SpeechForm("record", re.compile("[^，。]{2,60}发言实录"))
    monkeypatch.setattr(forms, "FORMS", (*forms.FORMS, row))

    assert speech_form(title) == "record"
