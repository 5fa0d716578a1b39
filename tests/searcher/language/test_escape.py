import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.text.folding import without_unseen
from searcher.language.parser import parse
from searcher.language.query import Or, Phrase, Text, escape

AWKWARD = st.text(
    st.one_of(
        st.characters(codec="utf-8"), st.sampled_from('"“”「」『』()（）|｜-－*＊?？/\\:： 　核心')
    ),
    min_size=1,
).filter(lambda text: without_unseen(text).strip())


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("什么是强国？", '"什么是强国？"'),
        ('他说"好"', '"他说""好"""'),
        ("A OR B", '"A OR B"'),
        ('"', '""""'),
    ],
)
def test_escaped_text_is_quoted_and_its_straight_marks_are_doubled(text: str, query: str) -> None:
    assert escape(text) == query


@given(AWKWARD)
def test_escaped_text_means_itself_but_for_what_nobody_sees(text: str) -> None:
    assert parse(escape(text)) == Phrase(without_unseen(text))


@given(AWKWARD, AWKWARD)
def test_escaped_text_can_be_put_into_a_longer_query(first: str, second: str) -> None:
    query = f"({escape(first)} OR {escape(second)} OR 命门)"
    seen = map(Phrase, map(without_unseen, (first, second)))
    assert parse(query) == Or((*seen, Text("命门")))
