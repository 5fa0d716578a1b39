"""Newspaper pages as text recognition leaves them: the one among the seeds, and small ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.facts.articles import newspaper
from indexer.model.documents import Document, Paragraph
from tests.support.reading import plain_content


def read(text: str) -> Document:
    return newspaper.read_page(plain_content(text))


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in read(text).paragraphs]


@pytest.fixture
def page_text(seeds: Path) -> str:
    return (seeds / "003_732e0148b5870cd4.txt").read_text("utf-8")


@pytest.fixture
def page(page_text: str) -> Document:
    return read(page_text)


def test_the_headline_is_the_title(page: Document) -> None:
    assert (page.kind, page.title, page.date, page.publisher, page.problems) == (
        "newspaper",
        "让互联网更好造福国家和人民",
        None,
        None,
        (),
    )


def test_print_lines_become_paragraphs(page: Document) -> None:
    assert [(p.lines, p.text[:10], p.text[-10:]) for p in page.paragraphs] == [
        ((1, 6), "习近平主持座谈会，首", "我们把工作做得更好。"),
        ((8, 15), "当天，多名来自学术界", "究中心副主任沈逸等。"),
        ((17, 23), "他们的发言主要围绕实", "层设计等问题而展开。"),
        ((24, 32), "习近平听完发言后发表", "成果上有更多获得感。"),
        ((35, 35), "习近平主持召开网络安", "全和信息化工作座谈会"),
        ((37, 37), "我国有7亿网民，这是", "这是一个了不起的成就"),
        ((38, 38), "对广大网民，要多一些", "，要多一些包容和耐心"),
        ((39, 39), "对网上善意的批评，要", "要欢迎并认真研究吸取"),
        ((41, 43), "“我国有7亿网民，这", "方面可以大有作为。”"),
        ((45, 53), "19日上午，中共中央", "更好造福国家和人民。"),
        ((55, 56), "中共中央政治局常委、", "、刘云山出席座谈会。"),
        ((58, 67), "习近平指出，要建设网", "网民关切、解疑释惑。"),
        ((69, 76), "习近平指出，对广大网", "受人民监督的新渠道。"),
        ((78, 82), "习近平指出，对网上那", "且要认真研究和吸取。"),
        ((84, 87), "习近平强调，网络空间", "化，不符合人民利益。"),
        ((89, 96), "我们要本着对社会负责", "风清气正的网络空间。"),
        ((98, 104), "习近平指出，要尽快在", "量，作出战略性安排。"),
        ((106, 117), "我国网信领域广大企业", "无源之水、无本之木。"),
        ((119, 127), "习近平强调，网络安全", "，共筑网络安全防线。"),
        ((129, 142), "习近平指出，我国互联", "律法规，我们都欢迎。"),
        ((144, 158), "习近平强调，要聚天下", "才，都可以为我所用。"),
    ]


def test_a_paragraph_after_a_cut_and_a_lost_indent_reads_as_one(page: Document) -> None:
    assert page.paragraphs[3] == Paragraph(
        passage=4,
        text="习近平听完发言后发表了重要讲话。他指出，我国有7亿网民，这是一个了不起的数字，也是一个了不起的成就。"
        "他强调，网信事业要发展，必须贯彻以人民为中心的发展思想，要适应人民的期待和需求，加快信息化服务普及，"
        "降低应用成本，为老百姓提供用得上、用得起、用得好的信息服务，让亿万人民在共享互联网发展成果上有更多"
        "获得感。",
        lines=(24, 32),
    )


def test_no_character_is_lost_but_the_headline_and_blanks(page: Document, page_text: str) -> None:
    printed = "".join(page_text.split()).replace(
        "让互联网更好造福国家和人民习近平主持", "习近平主持"
    )

    assert "".join(paragraph.text for paragraph in page.paragraphs) == printed


def test_a_full_line_that_ends_a_sentence_by_chance_ends_no_paragraph() -> None:
    assert texts(
        "要建设网络良好生态，发挥网络引导舆论反\n"
        "映民意的作用，民意来自老百姓上的网络。\n"
        "群众在哪儿，领导干部就要到哪儿去听一听\n"
        "意见。\n"
    ) == [
        "要建设网络良好生态，发挥网络引导舆论反映民意的作用，民意来自老百姓上的网络。"
        "群众在哪儿，领导干部就要到哪儿去听一听意见。"
    ]


def test_text_goes_on_after_a_heading_set_into_it() -> None:
    assert texts(
        "要建设网络良好生态，发挥网络引导舆论反\n"
        "映民意的作用，实现奋斗目标需要全社会方\n\n"
        "同心干\n\n"
        "方面面同心干，需要全国各族人民心往一处\n"
        "想。\n"
    ) == [
        "要建设网络良好生态，发挥网络引导舆论反映民意的作用，实现奋斗目标需要全社会方"
        "方面面同心干，需要全国各族人民心往一处想。"
    ]


def test_a_story_cut_off_at_the_end_of_the_page_is_text() -> None:
    assert texts(
        "要建设网络良好生态，发挥网络引导舆论反\n映民意的作用，实现奋斗目标需要全社会方\n方面"
    ) == ["要建设网络良好生态，发挥网络引导舆论反映民意的作用，实现奋斗目标需要全社会方方面"]


def test_indents_that_are_still_there_begin_paragraphs() -> None:
    assert texts(
        "　　要建设网络良好生态，发挥网络引导舆\n论反映民意的作用。\n"
        "　　群众在哪儿，领导干部就要到哪儿去听\n一听意见。\n"
    ) == [
        "要建设网络良好生态，发挥网络引导舆论反映民意的作用。",
        "群众在哪儿，领导干部就要到哪儿去听一听意见。",
    ]


def test_only_cut_columns_are_recognised(page_text: str, seed_lines: list[str]) -> None:
    verse = "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n" * 10
    wrapped = (
        "没有网络安全就没有国家安全没有信息化就没有\n现代化，网络安全和信息化相辅相成。\n\n" * 10
    )

    assert [
        newspaper.recognises(plain_content(text))
        for text in (page_text, "\n".join(seed_lines), verse, wrapped, "一行\n", "")
    ] == [True, False, False, False, False, False]
