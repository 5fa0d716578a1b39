"""What tracing promises of every trace, whatever the article and the collection."""

from __future__ import annotations

import random
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indexer.errors import OptionError
from indexer.model.records import Record
from indexer.text.folding import fold
from searcher import Searcher, open_index
from searcher.articles.article import article_of_text
from searcher.render.data.records import json_text
from searcher.tracing.results import Trace
from searcher.tracing.thresholds import DEFAULT
from searcher.tracing.trace import trace as trace_by
from tests.support.judging import MADE, SEEDS, judged
from tests.support.made_collection import change, collection, record
from tests.support.opened import store_of
from tests.support.promised import assert_holds, han, parts


def said(trace: Trace) -> str:
    """A trace as JSON, but for how long it took."""
    return json_text(replace(trace, took_ms=0.0))


@pytest.mark.parametrize("within", ["speech", "all"])
@pytest.mark.parametrize("name", [*SEEDS, *MADE])
def test_all_that_is_promised_holds_of_real_articles(
    name: str, within: str, seed_searcher: Searcher
) -> None:
    own = [one.doc for one in seed_searcher.documents() if one.doc.startswith(f"{name}_")]
    trace = seed_searcher.trace(judged(name).article, within=within, exclude=own)  # type: ignore[arg-type]
    assert len(trace.quotations) > 5
    assert_holds(trace)


def drawn_article(draw: random.Random, texts: list[str]) -> str:
    """An article stitched of pieces of texts, changed here and there, in marks and without."""
    pieces = []
    for _ in range(draw.randint(1, 12)):
        text = draw.choice(texts)
        start = draw.randrange(len(text))
        piece = list(text[start : start + draw.randint(3, 60)])
        for _ in range(draw.randint(0, 3)):
            at = draw.randint(0, len(piece))
            new = draw.choices("的了㎡，。…①％3七A b　“”", k=draw.randint(0, 3))
            piece[at : at + draw.randint(0, 12)] = new
        left, right = draw.choice([("", ""), ("“", "”"), ("他强调，", "。"), ("\n", "\n")])
        pieces.append(left + "".join(piece) + right + draw.choice(["", "", "今天天气很好", "，"]))
    return "".join(pieces)


@pytest.mark.parametrize("seed", range(40))
def test_all_that_is_promised_holds_of_articles_at_random(
    seed: int, seed_searcher: Searcher, book: list[Record]
) -> None:
    draw = random.Random(seed)
    text = drawn_article(draw, [draw.choice(book).text for _ in range(4)])
    assert_holds(seed_searcher.trace(text, min_length=draw.choice([None, 6, 9, 30])), texts=[])


@pytest.fixture(scope="module")
def book(seed_searcher: Searcher) -> list[Record]:
    """The paragraphs of the book that somebody has spoken, each text once."""
    records = store_of(seed_searcher).records()
    return list({one.text: one for one in records if one.role == "speech"}.values())


def without_marks_at_edges(text: str) -> str:
    letters = [at for at, mark in enumerate(text) if mark.isalnum()]
    return text[letters[0] : letters[-1] + 1]


def test_whole_sentences_of_the_book_are_traced_to_it_word_for_word(
    seed_searcher: Searcher, book: list[Record]
) -> None:
    draw = random.Random(1)
    for paragraph in draw.sample(book, 150):
        text = paragraph.text.replace("“", "").replace("”", "")
        if text != paragraph.text:
            continue
        ends = [0, *(at + 1 for at, mark in enumerate(text) if mark in "。！？"), len(text)]
        first, last = sorted(draw.sample(sorted(set(ends)), 2))
        sentences = text[first:last]
        if len(fold(sentences)) < 24:
            continue
        trace = seed_searcher.trace(f"街上的人都在谈论天气\n{sentences}\n谁也没有带伞出门")
        assert [(one.match, fold(one.text)) for one in trace] == [
            ("exact", without_marks_at_edges(fold(sentences)))
        ]
        assert paragraph.text in {source.text for source in trace.quotations[0].sources}
        assert trace.not_found == ()
        assert trace.is_faithful


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \u3000\n",
        "，。“”《》…",
        "今天天气很好，街上的人都没有带伞。",
        "0123456789" * 9,
        han(500, 1),
    ],
)
def test_what_shares_nothing_is_traced_to_nothing(text: str, seed_searcher: Searcher) -> None:
    trace = seed_searcher.trace(text)
    assert (trace.text, parts(trace), trace.is_faithful) == (text, [], True)


ONE = "没有网络安全就没有国家安全，没有信息化就没有现代化。网络安全和信息化事关党的长期执政。"
SAFE = "没有网络安全就没有国家安全"
OTHER = "我国有七亿网民，这是一个了不起的数字，占全国人口的百分之五十一点七，也是一个了不起的成就。"


@pytest.fixture(scope="module")
def two():  # type: ignore[no-untyped-def]
    """A searcher over two paragraphs."""
    with collection(ONE, OTHER) as searcher:
        yield searcher


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("没有网络安全就没有国家安全", [("exact", "没有网络安全就没有国家安全")]),
        ("他没有网络安全就没有国家安", [("exact", "没有网络安全就没有国家安")]),
        ("没有网络安全就没有国", []),  # ten characters
        ("“没有网络安全就没有国”", [("exact", "没有网络安全就没有国")]),
        ("“没有网络安”", []),  # five
        ("“有了网络安全就有一切”", [("not found", "有了网络安全就有一切")]),
        ("沒有網絡安全，就沒有國家安全", [("normalized", "沒有網絡安全，就沒有國家安全")]),
        ("7亿网民，这是一个了不起的数字", [("normalized", "7亿网民，这是一个了不起的数字")]),
        ("8亿网民，这是一个了不起的数字", [("near", "8亿网民，这是一个了不起的数字")]),
        ("这有十亿网民，这是一个了不起的数字", [("near", "有十亿网民，这是一个了不起的数字")]),
        ("《没有网络安全就没有国家安全》", [("exact", SAFE)]),
        ("“没有国家安全就没有网络安全”", [("not found", "没有国家安全就没有网络安全")]),
        ("“没有网络安全就有国家安全”", [("near", "没有网络安全就有国家安全")]),
        ("没有网络安全……就没有国家安全", [("normalized", "没有网络安全……就没有国家安全")]),
        ("沒有 網絡　安全就沒有國家安全", [("exact", "沒有 網絡　安全就沒有國家安全")]),
        ("“占全国人口的51.7%”", [("normalized", "占全国人口的51.7%")]),
        ("“7亿网民，这是一个了不起的数字”", [("normalized", "7亿网民，这是一个了不起的数字")]),
        ("“8亿网民，这是一个了不起的数字”", [("near", "8亿网民，这是一个了不起的数字")]),
        (
            f"“{SAFE}；我国有七亿网民，这是一个了不起的数字”",
            [("exact", SAFE), ("exact", "我国有七亿网民，这是一个了不起的数字")],
        ),
        (
            f"“{SAFE}，上网要戴好安全帽和防风镜，我国有七亿网民，这是一个了不起的数字”",
            [
                ("exact", "没有网络安全就没有国家安全"),
                ("not found", "上网要戴好安全帽和防风镜"),
                ("exact", "我国有七亿网民，这是一个了不起的数字"),
            ],
        ),
        (
            "“没有信息化就没有现代化，各地都要按照这一要求办好人才超市，一个也不能少”",
            [
                (
                    "not found",
                    "没有信息化就没有现代化，各地都要按照这一要求办好人才超市，一个也不能少",
                )
            ],
        ),
        (
            "“没有网络安全就没有国家安全，各地都要办好人才超市，一个也不能少”",
            [("partial", "没有网络安全就没有国家安全，各地都要办好人才超市，一个也不能少")],
        ),
        (  # less than a clause is no part
            f"“上网时{SAFE}帽子，各地都要按要求办好人才超市，一个也不能少”",
            [("not found", f"上网时{SAFE}帽子，各地都要按要求办好人才超市，一个也不能少")],
        ),
        ("他强调，上网要戴好安全帽和防风镜。", [("not found", "上网要戴好安全帽和防风镜")]),
        ("总书记强调，上网要戴好安全帽和防风镜。", [("not found", "上网要戴好安全帽和防风镜")]),
        ("没有网络安全就没有\n国家安全，没有信息化", []),
    ],
)  # fmt: skip
def test_what_becomes_of_a_text(text: str, expected: list[tuple[str, str]], two: Searcher) -> None:
    trace = two.trace(text)
    assert parts(trace) == expected
    assert_holds(trace, texts=[])


@pytest.mark.parametrize(("least", "found"), [(None, 0), (6, 2), (7, 1), (10, 1), (11, 0)])
def test_the_shortest_that_is_told_can_be_chosen(
    least: int | None, found: int, two: Searcher
) -> None:
    text = "零。没有网络安全。零\n零。信息化事关党的长期执。零"
    assert len(two.trace(text, min_length=least).quotations) == found


def test_a_least_length_counts_in_marks_where_it_is_less_than_usual(two: Searcher) -> None:
    assert len(two.trace("“没有网络安全”", min_length=100).quotations) == 1
    assert len(two.trace("“没有网络安”", min_length=6).quotations) == 0


@pytest.mark.parametrize("least", [-1, 0, 5])
def test_a_length_that_is_too_short_is_refused(least: int, two: Searcher) -> None:
    with pytest.raises(OptionError) as error:
        two.trace(ONE, min_length=least)
    assert str(error.value) == (
        f"quotations of {least} characters are too short to be traced; give 6 or more"
    )


def test_what_is_not_known_as_a_choice_of_sources_is_refused(two: Searcher) -> None:
    with pytest.raises(OptionError) as error:
        two.trace(ONE, within="book")  # type: ignore[arg-type]
    assert str(error.value) == "within 'book' is not known; give one of speech, all"


def test_a_string_is_no_list_of_documents(two: Searcher) -> None:
    with pytest.raises(OptionError) as error:
        two.trace(ONE, exclude="甲")
    assert str(error.value) == "exclude '甲' is one string; give a list of ids of documents"


def test_set_phrases_are_told_where_a_length_is_asked_for() -> None:
    phrase = "实现中华民族伟大复兴的中国梦"
    spoken = [
        replace(record("甲", n, f"{phrase}，{n}。"), speech=f"第{n}次讲话") for n in (1, 2, 3)
    ]
    with collection(甲=spoken) as searcher:
        assert searcher.trace(phrase).quotations == ()
        assert len(searcher.trace(phrase, min_length=12).quotations) == 1
        assert len(searcher.trace(f"“{phrase}”").quotations) == 1


def test_sources_are_of_the_documents_and_roles_asked_for() -> None:
    news = replace(record("乙", 1, ONE), role="article")
    with collection(甲=[ONE], 乙=[news], 丙=[ONE]) as searcher:

        def docs(**options: object) -> list[str]:
            trace = searcher.trace(ONE, **options)  # type: ignore[arg-type]
            return [source.doc for one in trace for source in one.sources]

        assert docs() == ["丙", "甲"]
        assert docs(within="all") == ["丙", "乙", "甲"]
        assert docs(within="all", exclude=["丙"]) == ["乙", "甲"]
        assert docs(exclude=("甲", "丙")) == []
        assert docs(within="all", exclude={"甲", "丙", "没有的"}) == ["乙"]


def test_the_best_source_comes_first() -> None:
    day = date(2016, 4, 19)
    later = replace(record("甲", 1, ONE), speech="在会上的讲话", date=date(2018, 4, 20))
    earlier = replace(record("甲", 2, ONE), speech="在会上的讲话", date=day)
    marked = record("甲", 3, ONE.replace("，", ""))
    undated = record("甲", 4, ONE)
    with collection(甲=[later, earlier, marked, undated]) as searcher:
        [quotation] = searcher.trace(ONE).quotations
        assert [(one.id, one.match) for one in quotation.sources] == [
            ("甲#2", "exact"),
            ("甲#1", "exact"),
            ("甲#4", "exact"),
            ("甲#3", "normalized"),
        ]


TOLD_2018 = f"2018年4月20日，习近平总书记在全国网络安全和信息化工作会议上指出，“{SAFE}”。"


@pytest.mark.parametrize(
    ("text", "faithful"),
    [
        (f"“{SAFE}”", True),
        (f"“{SAFE[:6]}，{SAFE[6:]}”", True),
        (f"“{SAFE[:6]}的{SAFE[6:]}”", False),
        (f"“{SAFE}”，“上网要戴好安全帽”", False),
        (f"“{SAFE}，各地都要办好人才超市，一个也不能少”", False),
    ],
)
def test_a_trace_is_faithful_where_all_is_there_word_for_word(
    text: str, faithful: bool, two: Searcher
) -> None:
    assert two.trace(text).is_faithful is faithful


def test_the_source_that_the_article_names_comes_before_earlier_ones() -> None:
    docs = [
        replace(record("甲", 1, ONE), speech="在会上的讲话", **_on(date(2016, 4, 19))),
        replace(record("甲", 2, ONE), speech="在会上的讲话", **_on(date(2018, 4, 20))),
    ]
    with collection(甲=docs) as searcher:
        [found] = searcher.trace(TOLD_2018)
        assert [(one.id, one.agrees) for one in found.sources] == [("甲#2", True), ("甲#1", False)]
        assert found.attribution_agrees is True


def test_an_attribution_agrees_where_it_fits_any_of_the_sources() -> None:
    marked = ONE.replace("安全就没有", "安全，就没有")
    docs = [
        replace(record("甲", 1, ONE), speech="在会上的讲话", **_on(date(2016, 4, 19))),
        replace(record("甲", 2, marked), speech="在会上的讲话", **_on(date(2018, 4, 20))),
    ]
    with collection(甲=docs) as searcher:
        [found] = searcher.trace(TOLD_2018)
        assert [(one.id, one.agrees) for one in found.sources] == [("甲#1", False), ("甲#2", True)]
        assert (found.match, found.attribution_agrees) == ("exact", True)


def _on(day: date) -> dict[str, Any]:
    return {"date": day, "date_end": day, "date_precision": "day", "date_kind": "speech"}


def test_marks_of_the_source_part_no_quotation() -> None:
    text = (
        "古人说：“知屋漏者在宇下，知政失者在草野。”很多网民称自己为“草根阶层人士”，那网络就是草野"
    )
    with collection(f"{text}。") as searcher:
        [found] = searcher.trace(text)
        assert (found.text, found.match) == (text, "exact")


def test_what_was_removed_is_no_source(tmp_path: Path) -> None:
    change(tmp_path / "index", {"甲": [ONE], "乙": [OTHER]}, added=["甲", "乙"])
    change(tmp_path / "index", {"乙": [OTHER]}, added=[], removed=["甲"])
    with open_index(tmp_path / "index") as searcher:
        for within in ("speech", "all"):
            trace = searcher.trace(f"“{SAFE}”\n{OTHER}", within=within)
            assert [source.doc for found in trace for source in found.sources] == ["乙"]


def test_what_two_passages_share_with_the_words_between_them_is_given_to_one() -> None:
    one, other = han(30, 1), han(30, 2)
    g, x = han(4, 3), han(4, 4)
    first = one + x[0] + g[1] + x[1] + g[3] + han(30, 5)
    second = han(30, 6) + g[0] + x[2] + g[2] + x[3] + other
    with collection(first, second) as searcher:
        trace = searcher.trace(one + g + other)
        assert_holds(trace, texts=[])
        found = [(one.start, one.end, one.sources[0].id) for one in trace]
        assert found == [(0, 34, "甲#1"), (34, 64, "甲#2")]


@pytest.mark.parametrize(("size", "matches"), [(22, ["near"]), (23, ["exact", "exact"])])
def test_where_more_was_put_in_there_are_two_quotations(size: int, matches: list[str]) -> None:
    one, other, between = han(60, 1), han(60, 2), han(size, 3)
    with collection(f"{one}{other}。") as searcher:
        assert [found.match for found in searcher.trace(f"{one}{between}{other}")] == matches
    with collection(f"{one}{between}{other}。") as searcher:
        assert [found.match for found in searcher.trace(f"{one}{other}")] == matches


def test_a_quotation_with_a_slip_is_not_stitched_of_what_stands_on_both_sides() -> None:
    one, other = han(120, 1), han(120, 2)
    for between, slip in (("", "的"), ("的", "了"), (han(22, 3), han(22, 4))):
        with collection(f"{one}{between}{other}。") as searcher:
            text = f"{one}{slip}{other}"
            assert parts(searcher.trace(f"“{text}”")) == [("near", text)]


def test_what_stands_in_very_many_paragraphs_stands_in_all_of_them() -> None:
    with collection(*[f"{SAFE}。"] * 5) as searcher:

        def traced(text: str) -> Trace:
            return trace_by(
                searcher._collection,
                article_of_text(text),
                within="speech",
                min_length=None,
                exclude=(),
                filters=None,
                by=replace(DEFAULT, common=2),
            )

        [found] = traced(f"“{SAFE}”")
        assert [source.id for source in found.sources] == [f"甲#{n}" for n in range(1, 6)]
        assert traced(f"“{SAFE[1:]}安”").quotations[0].match == "near"


def test_no_two_quotations_overlap_where_passages_do() -> None:
    for seed in range(30):
        draw = random.Random(seed)
        text = han(240, seed)
        texts = []
        for _ in range(14):
            kept = [
                mark if draw.random() < 0.85 else draw.choice(["", "的", "了不"]) for mark in text
            ]
            start = draw.randrange(200)
            texts.append(
                "".join(kept[start : start + draw.randint(12, 90)])
                + han(20, draw.randrange(1 << 30))
            )
        with collection(*texts) as searcher:
            trace = searcher.trace(text)
            assert trace.quotations
            assert_holds(trace, texts=[])


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("三百m3的仓库", "三百㎡的仓库"),
        ("三百㎡的仓库", "三百m3的仓库"),
        ("第1的仓库", "第①0的仓库"),
    ],
)
def test_of_a_character_that_folds_to_several_no_part_is_equal(theirs: str, ours: str) -> None:
    before = "我们要建设一百平方米的机房和两百平方米的园区，再建"
    with collection(f"{before}{theirs}。") as searcher:
        trace = searcher.trace(f"{before}{ours}。")
        assert [one.match for one in trace] == ["near"]
        assert_holds(trace, texts=[])


CAP = "上网要戴好安全帽和防风镜"


@pytest.mark.parametrize(
    ("text", "one", "other", "letters"),
    [
        (CAP, "上网要戴好安一二三四全帽和防风镜", "上网要戴好安甲乙丙丁全帽和防风镜", 12),
        (CAP, "上网要戴好一安全帽和防二风镜", "上网要戴好甲安全帽和防乙风镜", 12),
        (
            "上网要戴好安全帽不要慌张",
            f"{CAP[:6]}一二三四{CAP[6:]}",
            f"{CAP[:6]}甲乙丙丁{CAP[6:]}",
            0,
        ),
    ],
)
def test_which_of_several_as_near_is_named_does_not_depend_on_numbers(
    text: str, one: str, other: str, letters: int
) -> None:
    traces = []
    for docs in ({"甲": [one], "乙": [other]}, {"乙": [other], "甲": [one]}):
        with collection(**docs) as searcher:
            trace = searcher.trace(f"“{text}”")
            assert sum(found.end - found.start for found in trace) == letters
            traces.append(said(trace))
    assert traces[0] == traces[1]


def test_a_part_of_a_stitched_quotation_that_is_near_is_no_missing_one() -> None:
    one, other, third = (han(40, seed) for seed in (1, 2, 3))
    slip = third[:20] + "的" + third[21:]
    with collection(f"{one}。", f"{other}。", f"{third}。") as searcher:
        trace = searcher.trace(f"“{one}；{slip}；{other}”")
        assert parts(trace) == [("exact", one), ("near", slip), ("exact", other)]
        assert {found.part_of for found in trace} == {(1, 123)}
        assert_holds(trace, texts=[])


@pytest.mark.parametrize("end", ["", "七％", "7％", "％", "℃"])
def test_what_is_attributed_is_compared_as_it_is_told(end: str, two: Searcher) -> None:
    for said_by in ("他强调", "习近平总书记强调"):
        trace = two.trace(f"{said_by}，网络安全信息化事关长期的执政{end}。")
        assert len(trace.quotations) + len(trace.not_found) == 1
        assert_holds(trace, texts=[])


def test_an_index_changed_in_steps_gives_what_one_made_at_once_does(
    tmp_path: Path, book: list[Record]
) -> None:
    for seed in range(6):
        draw = random.Random(seed)
        chosen = draw.sample(book, 24)
        docs = {
            name: [
                replace(one, id=f"{name}#{n}", doc=name, passage=n)
                for n, one in enumerate(chosen[at::6], 1)
            ]
            for at, name in enumerate("甲乙丙丁戊己")
        }
        # The same words in two documents: which comes first must not depend on numbers.
        docs["庚"] = [
            replace(one, id=f"庚#{n}", doc="庚", text=one.text.replace("的", "了", n))
            for n, one in enumerate(docs["甲"], 1)
        ]
        text = drawn_article(draw, [one.text for one in chosen])
        at_once, in_steps = tmp_path / f"{seed}a", tmp_path / f"{seed}b"
        change(at_once, docs, added=docs)
        names = draw.sample(sorted(docs), len(docs))
        kept = {}
        for step, name in enumerate(names):
            kept[name] = docs[name]
            change(in_steps, kept, added=[name], removed=[name] if step % 3 == 2 else [])
        change(in_steps, kept, added=names[:2], removed=names[:2])
        traces = []
        for index in (at_once, in_steps):
            with open_index(index) as searcher:
                traces.append(said(searcher.trace(text, min_length=9)))
        assert traces[0] == traces[1], seed


def test_threads_that_trace_at_once_get_what_one_gets(seed_searcher: Searcher) -> None:
    articles = [judged(name).article for name in ("000", "004", *MADE)]
    expected = [said(seed_searcher.trace(article)) for article in articles]
    answers: dict[int, str] = {}

    def run(number: int) -> None:
        for at in range(len(articles)):
            place = (at + number) % len(articles)
            answers[number * 100 + place] = said(seed_searcher.trace(articles[place]))

    threads = [threading.Thread(target=run, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 4 * len(articles)
    assert all(trace == expected[key % 100] for key, trace in answers.items())


def test_a_text_is_an_article_whose_paragraphs_are_its_lines(two: Searcher) -> None:
    text = f"甲\r\n\n　{ONE}\n{OTHER}"
    trace = two.trace(text)
    assert [one.lines for one in trace] == [(3, 3), (4, 4)]
    assert said(trace) == said(two.trace(article_of_text(text)))
