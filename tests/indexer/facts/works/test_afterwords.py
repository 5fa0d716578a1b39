"""What the editors of a volume say at its end is nobody's, with no heading above it."""

from __future__ import annotations

import pytest

from indexer.facts import read_documents
from indexer.sources.source_text import SourceText

_READING = "读书要认真，要一字一句地读，不可马虎。"
_WRITING = "写字也要认真，一笔一画地写，不可马虎。"
_VOLUME = (
    "毛泽东选集第一卷\n\n论读书\n（1956年4月25日）\n\n{reading}\n\n"
    "论写字\n（1957年4月25日）\n\n{writing}\n\n{end}\n"
)
_GATHERS = "本书收入有关的文章两篇。"
_THANKS = "编选中得到许多同志的帮助，谨致谢意。"


def said(*end: str) -> dict[str, tuple[str, str | None]]:
    """The words of a volume that ends so: their role and their speaker."""
    text = _VOLUME.format(reading=_READING, writing=_WRITING, end="\n\n".join(end))
    documents = read_documents(SourceText.from_text("a.txt", text))
    return {one.text: (one.role, one.speaker) for d in documents for one in d.paragraphs}


@pytest.mark.parametrize("signature", [["编者"], ["编者", "2001年3月"], ["某某文选编辑组"]])
def test_an_afterword_that_is_signed_is_nobodys(signature: list[str]) -> None:
    assert said(_GATHERS, _THANKS, *signature) == {
        _READING: ("speech", "毛泽东"),
        _WRITING: ("speech", "毛泽东"),
        **dict.fromkeys((_GATHERS, _THANKS, *signature), ("article", None)),
    }


def test_a_text_that_speaks_of_a_book_and_is_not_signed_is_a_text() -> None:
    assert said(_GATHERS, _THANKS)[_THANKS] == ("speech", "毛泽东")
