"""A quotation that no paragraph contains may stand in a heading, which is named as one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from indexer.model.records import Record
from searcher import Filters, Searcher
from searcher.claims.reading import read_article
from searcher.tracing.results import Quotation, Source
from tests.support.command_line import Lunshu
from tests.support.made_collection import collection, record

RULE = "没有调查，没有发言权"
SAID = f"毛泽东在一九三〇年五月说过：“{RULE}”。"
WORK = "反对本本主义"


def under(doc: str, number: int, text: str, **facts: object) -> Record:
    """A paragraph under the heading, in a speech of 1930 that is the whole document."""
    known: dict[str, object] = {
        "title": WORK,
        "speech": WORK,
        "speaker": "毛泽东",
        "section": f"一　{RULE}",
        "date": date(1930, 5, 1),
        "date_end": date(1930, 5, 31),
        "date_precision": "month",
        "date_kind": "speech",
        "lines": (9, 9),
        "pages": "109",
        "source": "《毛泽东选集》第1卷",
    }
    return replace(record(doc, number, text), **(known | facts))  # type: ignore[arg-type]


SPEECH = [
    under("甲", 1, "你对于某个问题没有研究，就停止你对于某个问题的议论。"),
    under("甲", 2, "调查就像“十月怀胎”。", section=f"一　{RULE} / （一）怎样作调查"),
]


def only(searcher: Searcher, text: str, **options: object) -> Quotation:
    [quotation] = searcher.trace(text, **options)  # type: ignore[arg-type]
    return quotation


def test_a_heading_of_a_speech_is_a_source_with_the_facts_of_the_speech() -> None:
    with collection(甲=SPEECH) as searcher:
        quotation = only(searcher, SAID)
        [source] = quotation.sources
        first = searcher.passage("甲#1").paragraphs[0]
        assert source == Source(
            match="exact",
            similarity=1.0,
            heading="section",
            agrees=quotation.attribution_agrees,
            spans=((2, 12),),
            diff=(),
            **(first.facts() | {"text": f"一　{RULE}", "lines": None}),
        )
        assert (quotation.match, quotation.quoted, source.speech) == ("exact", True, WORK)


def test_what_only_one_paragraph_is_known_for_is_not_said_of_its_heading() -> None:
    book = "论述摘编"
    texts = [
        under("书", 1, "第一段话。", title=book, chapter=f"六、{RULE}", chapter_no=6, section=None),
        under("书", 2, "第二段话。", title=book, chapter=f"六、{RULE}", chapter_no=6, section=None),
    ]
    with collection(书=texts) as searcher:
        [source] = only(searcher, SAID).sources
        assert (source.heading, source.id, source.text) == ("chapter", "书#1", f"六、{RULE}")
        assert source.title == book
        unknown = "speech speaker date date_end date_precision date_kind source pages lines section"
        assert {getattr(source, name) for name in unknown.split()} == {None}
        assert (source.role, source.agrees, source.chapter_no) == ("article", None, 6)
        wrong = only(searcher, f"2018年4月20日，习近平在全国宣传思想工作会议上指出：“{RULE}”。")
        assert wrong.attribution is not None
        assert wrong.attribution_agrees is None


def test_a_heading_confirms_an_attribution_and_contradicts_none() -> None:
    with collection(甲=SPEECH) as searcher:
        right = only(searcher, f"1930年5月，毛泽东在《{WORK}》中指出：“{RULE}”。")
        assert (right.attribution_agrees, right.sources[0].agrees) == (True, True)
        other = only(searcher, f"2018年4月20日，习近平在全国宣传思想工作会议上指出：“{RULE}”。")
        assert other.attribution is not None
        assert (other.attribution_agrees, other.sources[0].agrees) == (None, None)


def test_a_heading_that_has_all_of_a_quotation_comes_before_texts_that_have_a_part() -> None:
    whole = "坚持实事求是的思想路线，坚持从实际出发的工作方法"
    heading = under("甲", 1, "别的话。", section=f"三、{whole}")
    for texts in (
        ["坚持从实际出发的工作方法，这是基本功。"],
        ["坚持实事求是的思想路线，是党性。", "坚持从实际出发的工作方法，这是基本功。"],
    ):
        said = [record("乙", n, text) for n, text in enumerate(texts, 1)]
        with collection(甲=[heading], 乙=said) as searcher:
            quotation = only(searcher, f"他说：“{whole}”。")
            assert (quotation.match, quotation.part_of) == ("exact", None)
            assert [source.heading for source in quotation.sources] == ["section"]


def test_the_day_of_an_article_is_not_held_against_who_quotes_its_heading() -> None:
    news = under(
        "报", 1, "记者报道。", title=f"他说“{RULE}”", role="article", speech=None, speaker=None,
        date_kind="publication", section=None,
    )  # fmt: skip
    with collection(报=[news]) as searcher:
        quotation = only(searcher, f"2018年4月20日，习近平指出：“{RULE}”。")
        [source] = quotation.sources
        assert (source.heading, source.date, source.speech) == ("title", date(1930, 5, 1), None)
        assert (source.agrees, quotation.attribution_agrees) == (None, None)


@pytest.mark.parametrize(
    "text", [f"我说过，{RULE}。", "我说过，没有调查没有发言权。", "没有调查，就没有发言权了。"]
)
def test_a_quotation_that_a_paragraph_contains_is_from_that(text: str) -> None:
    with collection(甲=SPEECH, 乙=[record("乙", 1, text)]) as searcher:
        quotation = only(searcher, SAID)
        assert [(source.id, source.heading) for source in quotation.sources] == [("乙#1", None)]


@pytest.mark.parametrize(
    ("quoted", "match", "similarity"),
    [
        ("没有调查没有发言权", "normalized", 0.9),
        ("没有调查就没有发言权", "near", 0.9),
        ("沒有調查，沒有發言權", "exact", 1.0),
    ],
)
def test_a_heading_is_compared_as_a_paragraph_is(
    quoted: str, match: str, similarity: float
) -> None:
    with collection(甲=SPEECH) as searcher:
        quotation = only(searcher, f"他说：“{quoted}”。")
        assert (quotation.match, quotation.similarity) == (match, similarity)
        assert quotation.sources[0].heading == "section"


def test_what_resembles_no_heading_and_what_is_no_quotation_is_none() -> None:
    with collection(甲=SPEECH) as searcher:
        assert not searcher.trace("他说：“没有实践，没有真正的知识”。").quotations
        assert (
            searcher.trace(f"我们讲没有调查，没有发言权，{RULE}，也就是{WORK}。").quotations == ()
        )
    with collection("没有标题的一段。") as searcher:
        assert not searcher.trace(SAID, filters=Filters(doc="没有")).quotations


def test_headings_are_those_of_the_paragraphs_that_are_looked_in() -> None:
    article = [
        replace(one, role="article", speech=None, doc="乙", id=f"乙#{n}")
        for n, one in enumerate(SPEECH, 1)
    ]
    with collection(甲=["一段讲话。"], 乙=article) as searcher:
        assert not searcher.trace(SAID).quotations
        assert only(searcher, SAID, within="all").sources[0].id == "乙#1"
        assert not searcher.trace(SAID, within="all", exclude=["乙"]).quotations
        assert not searcher.trace(SAID, within="all", filters=Filters(doc="甲")).quotations


def test_what_a_speaker_is_said_to_have_said_may_be_a_heading() -> None:
    heading = "把调查研究贯穿于决策和落实的全过程"
    with collection(甲=[under("甲", 1, "别的话。", section=heading)]) as searcher:
        quotation = only(searcher, f"习近平总书记强调，要{heading}。")
        assert (quotation.text, quotation.match) == (f"要{heading}", "near")
        assert [edit.op for edit in quotation.sources[0].diff] == ["insert", "equal"]
        assert quotation.sources[0].heading == "section"
        assert not quotation.quoted


@pytest.mark.usefixtures("in_chinese")
def test_every_report_says_that_it_is_a_heading(lunshu: Lunshu, desk: Path) -> None:
    (desk / "seeds").mkdir()
    article = f"# {WORK}\n\n## 一　{RULE}\n\n你对于某个问题没有研究。\n"
    (desk / "seeds" / "a.md").write_text(article, "utf-8")
    lunshu("index", "-q")
    place = f"标题 · 一　{RULE}"

    def trace(form: str) -> str:
        run = lunshu("trace", "--text", SAID, "--format", form)
        assert run.code == 0
        return run.out

    assert f"          {place}\n" in trace("text")
    assert f"- 位置：{place}\n" in trace("md")
    assert f'<p class="place">{place}</p>' in trace("html")
    [quotation] = json.loads(trace("json"))["quotations"]
    [source] = quotation["sources"]
    assert (source["heading"], source["text"], source["lines"]) == ("section", f"一　{RULE}", None)
    header, row = (line.split("\t") for line in trace("tsv").splitlines())
    assert row[header.index("source.heading")] == "section"


def test_an_article_of_many_headings_takes_one_look_at_those_of_the_collection() -> None:
    held = {
        f"文{n}": [under(f"文{n}", 1, "话。", title=f"题{n}", section=f"第{n}节 {RULE}的第{n}条")]
        for n in range(50)
    }
    text = "\n".join(f"他说：“第{n}节{RULE}的第{n}条”。" for n in range(50))
    with collection(**held) as searcher:
        trace = searcher.trace(read_article(text.encode(), "a.txt"))
        assert [one.sources[0].id for one in trace] == [f"文{n}#1" for n in range(50)]
