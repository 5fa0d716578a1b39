"""An article as it is compared: in simplified characters, with every place where it was."""

from __future__ import annotations

from indexer.model.documents import Paragraph
from indexer.text.date_forms import parse_date
from searcher.articles.article import (
    Article,
    ArticleParagraph,
    Attribution,
    article_of_paragraphs,
    article_of_text,
    in_simplified,
    spelling_of,
)


def test_the_lines_of_a_text_are_its_paragraphs_but_for_blank_ones() -> None:
    text = "一、\n \n二。\n"
    assert article_of_text(text) == Article(
        text, (ArticleParagraph(0, 2, (1, 1)), ArticleParagraph(5, 7, (3, 3)))
    )


def test_paragraphs_that_were_read_keep_their_lines_and_what_sets_them_off() -> None:
    date = parse_date("2016-04-19")
    read = [
        Paragraph(passage=1, text="一、", lines=(2, 3)),
        Paragraph(passage=2, text="二。", lines=(5, 5), role="quotation", date=date),
        Paragraph(passage=3, text="三。", lines=(7, 7), role="quotation"),
    ]
    assert article_of_paragraphs(read) == Article(
        "一、\n二。\n三。",
        (
            ArticleParagraph(0, 2, (2, 3)),
            ArticleParagraph(3, 5, (5, 5), True, Attribution(None, date)),
            ArticleParagraph(6, 8, (7, 7), True),
        ),
    )


def test_traditional_characters_are_read_as_simplified_ones_and_names_keep_their_own() -> None:
    article = article_of_text("習近平在網絡安全座談會上指出")
    read = in_simplified(article)
    assert read == Article("习近平在网络安全座谈会上指出", article.paragraphs)
    spelled = spelling_of(article, read)
    assert spelled("网络安全座谈会") == "網絡安全座談會"
    assert spelled("别的会议") == "别的会议"


def test_an_article_in_simplified_characters_is_read_as_it_is() -> None:
    article = article_of_text("习近平指出")
    assert in_simplified(article) is article
    assert spelling_of(article, article)("座談會") == "座談會"
