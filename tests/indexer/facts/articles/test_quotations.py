"""The line below a quotation: which ones say where the words come from, and what they say."""

from __future__ import annotations

from datetime import date

import pytest

from indexer.facts.articles.quotations import read_attribution
from indexer.facts.articles.sections import article_paragraphs
from indexer.formats.blocks import Block
from indexer.model.documents import AttributionLine, Understood
from indexer.text.dates import day_span

DAY = day_span(date(2016, 4, 19))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("——2016年4月19日，在座谈会上的讲话", AttributionLine(speech="在座谈会上的讲话", date=DAY)),
        ("-- 2016-04-19, 《座谈会讲话》。", AttributionLine(speech="座谈会讲话", date=DAY)),
        ("——《座谈会讲话》（2016年4月19日）", AttributionLine(speech="座谈会讲话", date=DAY)),
        (
            "——《座谈会讲话》(2016年4月19日),《人民日报》2016年4月26日。",
            AttributionLine(speech="座谈会讲话", date=DAY, source="《人民日报》2016年4月26日"),
        ),
        (
            "——《座谈会讲话》（2016年4月19日），习近平《论工作》，某社2020年版，第197-198页",
            AttributionLine(
                speech="座谈会讲话",
                date=DAY,
                source="习近平《论工作》，某社2020年版",
                pages="197-198",
            ),
        ),
    ],
)
def test_a_dash_with_speech_and_date_is_an_attribution(
    line: str, expected: AttributionLine
) -> None:
    assert read_attribution(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "《座谈会讲话》（2016年4月19日）",
        "——《网络安全法》施行",
        "——《网络安全法》（2016年11月7日）通过以来，成效显著。",
        "——《网络安全法》（2016年11月7日）的实施，与《规划》衔接。",
        "——《网络安全法》（2016年11月7日），与《规划》衔接",
        "——《网络安全法》（2016年13月7日）",
        "——" + "《（" * 100_000,
    ],
)
def test_any_other_line_is_text(line: str) -> None:
    assert read_attribution(line) is None


def test_a_quotation_has_the_source_and_the_pages_of_its_attribution() -> None:
    line = "——《讲话》（2016年4月19日），《论工作》，某社2020年版，第197页"

    told: list[Understood] = []
    blocks = [Block("引文。", (1, 1)), Block(line, (2, 2))]
    (paragraph,) = article_paragraphs(blocks, told=told)
    (attribution,) = told
    facts = dict(attribution.facts)
    assert (attribution.lines, attribution.text, attribution.became) == (
        (2, 2),
        line,
        "attribution",
    )
    assert (facts["speech"], facts.get("source")) == (paragraph.speech, paragraph.source)

    assert (paragraph.role, paragraph.speech, paragraph.date, paragraph.source) == (
        "quotation",
        "讲话",
        DAY,
        "《论工作》，某社2020年版",
    )
    assert paragraph.pages == "197"
