"""What one attribution says."""

from __future__ import annotations

import pytest

from indexer.facts.notes import read_note
from indexer.model.documents import AttributionLine
from tests.support.attribution_samples import BROKEN, SOUND


@pytest.mark.parametrize(("raw", "expected"), SOUND)
def test_an_attribution_is_read_in_full(raw: str, expected: AttributionLine) -> None:
    assert read_note(raw) == expected


@pytest.mark.parametrize(("raw", "fault"), BROKEN)
def test_a_broken_attribution_says_what_is_wrong(raw: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        read_note(raw)


@pytest.mark.parametrize("words", ["引文据关于", "某日人们读过的", "因此本书", "我们应该看"])
def test_words_before_a_source_that_name_nobody_are_no_part_of_it(words: str) -> None:
    with pytest.raises(ValueError, match="does not end like one"):
        read_note(f"《论甲》（2018年4月20日），{words}《文选》第一卷，第3页")


@pytest.mark.parametrize("author", ["马克思", "张三", "中共中央文献研究室编", "毛泽东"])
def test_who_wrote_a_source_or_put_it_together_is_part_of_it(author: str) -> None:
    read = read_note(f"《论甲》（2018年4月20日），{author}《文选》第一卷，第3页")
    assert (read.source, read.pages) == (f"{author}《文选》第一卷", "3")
