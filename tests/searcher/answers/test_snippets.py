from hypothesis import given
from hypothesis import strategies as st

from searcher.answers.hits import make_snippet
from searcher.answers.results import Snippet

TEXT = "第一句话说一。第二句话说二，又说三！“第三句话说四。”第五句。"


def shown(start: int, end: int, limit: int) -> Snippet:
    return make_snippet(TEXT, ((start, end),), limit)


def test_a_short_text_is_shown_whole() -> None:
    assert make_snippet("一。二。", ((0, 1),)) == Snippet("一。二。", ((0, 1),))


def test_a_snippet_is_cut_at_sentence_marks() -> None:
    at = TEXT.index("二，")
    assert shown(at, at + 1, 12) == Snippet("…第二句话说二，又说三！…", ((6, 7),))


def test_a_closing_quote_stays_with_its_sentence() -> None:
    at = TEXT.index("四")
    assert shown(at, at + 1, 11) == Snippet("…“第三句话说四。”…", ((7, 8),))


def test_a_sentence_that_is_too_long_is_cut_at_a_clause() -> None:
    at = TEXT.index("三！")
    assert shown(at, at + 1, 5) == Snippet("…又说三！…", ((3, 4),))


def test_a_clause_that_is_too_long_is_cut_anywhere() -> None:
    assert make_snippet("很" * 50 + "好" + "很" * 50, ((50, 51),), 5) == Snippet(
        "…很很好很很…", ((3, 4),)
    )


def test_the_window_that_contains_most_matches_is_taken_and_of_equals_the_first() -> None:
    text = "好的。很好。好很好。好的。"
    spans = tuple((at, at + 1) for at, character in enumerate(text) if character == "好")
    assert make_snippet(text, spans, 4) == Snippet("…好很好。…", ((1, 2), (3, 4)))


def test_without_matches_the_beginning_is_shown() -> None:
    assert make_snippet(TEXT, (), 8) == Snippet("第一句话说一。…", ())


@given(
    st.text(st.sampled_from("好很。，！ ”"), min_size=1, max_size=60),
    st.integers(1, 20),
    st.data(),
)
def test_a_snippet_is_a_part_of_the_text_and_shows_a_match(
    text: str, limit: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = (start, data.draw(st.integers(start + 1, min(len(text), start + limit))))
    snippet = make_snippet(text, (span,), limit)
    assert snippet.text.strip("…") in text
    assert len(snippet.text) <= limit + 2 or len(text) <= limit
    assert [snippet.text[first:last] for first, last in snippet.spans] == [text[span[0] : span[1]]]
