"""Marks of notes inside a quotation are no words of it, and change no verdict."""

from __future__ import annotations

import pytest

from searcher import Searcher
from searcher.claims.reading import read_article
from searcher.tracing.results import Quotation
from tests.support.made_collection import collection

SAID = "声讨卖国贼汪精卫，又是为了团结一切抗日力量"
LIST = "要做到三点：①发展生产，②改善生活，③加强团结"


def only(searcher: Searcher, text: str) -> Quotation:
    [quotation] = searcher.trace(text)
    return quotation


@pytest.mark.parametrize("mark", ["〔4〕", "[4]", "⑴", "①", "¹", "〔12〕"])
@pytest.mark.parametrize("place", ["卫", "卖国贼", "团结", "力量"])
def test_a_mark_in_a_quotation_does_not_make_it_inexact(mark: str, place: str) -> None:
    marked = SAID.replace(place, place + mark)
    text = f"他说：“{marked}”，说得好。"
    with collection(SAID, "别的话，与此无关。") as searcher:
        trace = searcher.trace(text)
        assert trace.text == text.replace(mark, "")
        assert trace.marks == ((text.index(mark), mark),)
        quotation = only(searcher, text)
        [source] = quotation.sources
        assert (quotation.match, source.spans, source.diff) == ("exact", ((0, 21),), ())
        assert quotation.text == SAID
        assert trace.is_faithful


def test_what_the_source_has_itself_is_no_mark() -> None:
    with collection(LIST, "汪精卫〔4〕是国民党的要人。", SAID) as searcher:
        for words in (LIST, "汪精卫〔4〕是国民党的要人"):
            quotation = only(searcher, f"他说：“{words}”。")
            assert (quotation.match, quotation.text) == ("exact", words)
            assert searcher.trace(f"{words}。").marks == ()


def test_the_numbers_of_a_list_stay_where_nothing_has_the_words_without_them() -> None:
    changed = LIST.replace("加强", "增强")
    with collection(LIST) as searcher:
        quotation = only(searcher, f"他说：“{changed}”。")
        assert quotation.match == "near"
        assert [edit.op for edit in quotation.sources[0].diff] == ["equal", "replace", "equal"]


def test_a_changed_quotation_is_compared_without_its_marks() -> None:
    text = f"他说：“{SAID.replace('一切', '所有').replace('卫', '卫〔4〕')}”。"
    with collection(SAID) as searcher:
        quotation = only(searcher, text)
        assert (quotation.match, quotation.similarity) == ("near", 0.905)
        changes = [edit for edit in quotation.sources[0].diff if edit.op != "equal"]
        read = text.replace("〔4〕", "")
        assert [read[slice(*edit.input)] for edit in changes] == ["所有"]


def test_a_mark_alone_is_no_quotation() -> None:
    with collection(SAID) as searcher:
        assert searcher.trace("“〔4〕”“⑴⑵⑶⑷⑸⑹⑺⑻”“[1][2][3]”").quotations == ()


SPEECH = f"""在某某座谈会上的讲话
（2018年4月20日）
习近平

同志们！我们要发展生产，改善生活。

他说过：“{SAID.replace("卫", "卫〔1〕")}”。这句话很重要，大家都要记住。

注释

〔1〕汪精卫，国民党的要人，一九三八年公开投降日本。
"""


def test_a_whole_speech_is_traced_for_what_it_quotes_and_is_no_quotation_itself() -> None:
    article = read_article(SPEECH.encode(), "讲话.txt")
    assert not any(one.set_off or one.attribution for one in article.paragraphs)
    with collection(SAID) as searcher:
        trace = searcher.trace(article)
        assert [(one.text, one.match) for one in trace] == [(SAID, "exact")]
        assert trace.not_found == ()


def test_marks_in_other_words_are_lifted_where_a_source_has_these_without_them() -> None:
    pasted = SAID.replace("卫", "卫〔4〕").replace("团结", "团结[5][6]")
    text = f"第一行，见图〔3〕。\n\n{pasted}。别的〔7〕话。"
    with collection(SAID) as searcher:
        trace = searcher.trace(text)
        assert [(one.text, one.match, one.lines) for one in trace] == [(SAID, "exact", (3, 3))]
        assert [mark for _, mark in trace.marks] == ["〔4〕", "[5]", "[6]"]
        assert trace.text == text.replace("〔4〕", "").replace("[5][6]", "")


def test_places_after_marks_are_those_of_the_text_without_them() -> None:
    text = "\n".join(f"他说：“{SAID.replace('卫', f'卫〔{n}〕')}”。" for n in (1, 22, 333))
    with collection(SAID) as searcher:
        trace = searcher.trace(text)
        assert [(one.lines, one.text) for one in trace] == [((n, n), SAID) for n in (1, 2, 3)]
        assert all(trace.text[one.start : one.end] == SAID for one in trace)
        whole = trace.text
        for at, mark in reversed(trace.marks):
            whole = whole[:at] + mark + whole[at:]
        assert whole == text
