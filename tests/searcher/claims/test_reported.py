"""An article is read once, and all rules about it go by what was read."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from searcher import Searcher
from searcher.articles.article import article_of_text
from searcher.claims import reported
from searcher.claims.own_words import Marks
from searcher.claims.persons import Persons, persons_of
from searcher.claims.reported import ArticleWords, ParagraphWords, read_words

QUOTED = "他說：“要快，要穩。”"
GOES_ON = "他说：“要快。\n“要稳。”"


def test_the_words_of_an_article_are_in_simplified_characters_and_without_what_is_quoted() -> None:
    article = article_of_text(f"{QUOTED}\n\n會上，他講了話。")
    first, second = article.paragraphs
    article = replace(article, paragraphs=(first, replace(second, set_off=True)))
    assert read_words(article, persons_of(["習近平"])) == ArticleWords(
        article=article,
        simplified=replace(article, text="他说：“要快，要稳。”\n\n会上，他讲了话。"),
        paragraphs=(
            ParagraphWords(
                0, "他说：“要快，要稳。”", Marks(((3, 11),), None), "他说：□□□□□□□。", False
            ),
            ParagraphWords(13, "会上，他讲了话。", Marks((), None), "□" * 8, True),
        ),
        persons=persons_of(["习近平"]),
    )


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_hidden_in_both() -> None:
    first, second = read_words(article_of_text(GOES_ON)).paragraphs
    assert (first.words, first.marks.continued) == ("他说：□□□□", True)
    assert (second.words, second.marks.continued) == ("□□□□。", False)


def test_a_trace_reads_each_paragraph_once(
    seed_searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: Counter[str] = Counter()
    read_marks = reported.read_marks

    def counting(text: str, following: str, persons: Persons) -> Marks:
        calls[text] += 1
        return read_marks(text, following, persons)

    monkeypatch.setattr(reported, "read_marks", counting)
    paragraphs = [
        "他说：“没有网络安全就没有国家安全”。",
        "会上，他强调创新。",
        "“没有信息化就没有现代化。”",
    ]
    trace = seed_searcher.trace("\n".join(paragraphs))
    assert len(trace.quotations) == 2
    assert calls == Counter(paragraphs)
