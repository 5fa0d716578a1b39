from collections.abc import Iterator, Mapping

from searcher.ranking.query_terms import cut_words

COUNTS = {
    "核心技术": 30,
    "核心": 50,
    "技术": 80,
    "心": 5,
    "不忘": 3,
    "初": 4,
    "国家安全": 40,
    "国家": 100,
    "安全": 100,
}


class Counts:
    """A dictionary in memory."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts

    def prefixes(self, text: str, start: int, most: int) -> Iterator[tuple[int, int]]:
        for end in range(start + 1, min(start + most, len(text)) + 1):
            if text[start:end] in self._counts:
                yield end, self._counts[text[start:end]]


def cut(text: str) -> list[str]:
    return cut_words(text, Counts(COUNTS), sum(COUNTS.values()))


def test_the_most_probable_words_of_the_index_are_cut() -> None:
    assert cut("突破核心技术") == ["突", "破", "核心技术"]
    assert cut("不忘初心") == ["不忘", "初", "心"]
    assert cut("国家安全") == ["国家安全"]


def test_a_run_of_letters_or_digits_is_one_word() -> None:
    assert cut("5g与big data2.0") == ["5g", "与", "big", "data2", "0"]


def test_marks_are_no_words() -> None:
    assert cut("，。“”……") == []
    assert cut("") == []


def test_an_index_without_words_cuts_single_characters() -> None:
    assert cut_words("核心", Counts({}), 0) == ["核", "心"]
