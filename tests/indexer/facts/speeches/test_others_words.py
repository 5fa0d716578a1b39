"""Words that stand in or beside a speech and are not its speaker's."""

from __future__ import annotations

import json

import pytest

from indexer.facts import read_documents
from indexer.model.documents import Document
from indexer.sources.source_text import SourceText

_WORDS = "没有网络安全就没有国家安全，这是我们必须牢牢记住的道理，各级党委和政府都要落到实处。"
_MORE = "要树立正确的网络安全观，加强信息基础设施网络安全防护，加强统筹机制和手段建设。"
_OTHERS = "要加快推动信息领域核心技术突破，把发展的主动权牢牢掌握在自己的手里，不受制于人。"


def read(text: str, path: str = "a.txt") -> tuple[Document, ...]:
    return read_documents(SourceText.from_text(path, text))


@pytest.mark.parametrize(
    ("path", "head", "speaker"),
    [
        ("a.txt", "习近平在座谈会上的讲话\n张三\n（2016年4月19日）\n", None),
        (
            "a.md",
            "---\ntitle: 习近平在会上的讲话\ndate: 2016-04-19\nauthor: 张三\n---\n",
            "习近平",
        ),
        ("a.md", "---\ndate: 2016-04-19\nauthor: 张三\n---\n\n# 习近平：在会上的讲话\n", "习近平"),
        ("a.txt", "习近平在座谈会上的讲话\n习近平\n（2016年4月19日）\n", "习近平"),
    ],
)
def test_who_posts_a_speech_of_another_is_not_its_speaker(
    path: str, head: str, speaker: str | None
) -> None:
    (document,) = read(f"{head}\n{_WORDS}\n\n{_MORE}\n", path)
    assert [one.speaker for one in document.paragraphs] == [speaker, speaker]


@pytest.mark.parametrize("speech", ["毛泽东：论持久战", "邓小平在座谈会上的讲话"])
def test_a_record_whose_speech_is_anothers_has_no_speaker(speech: str) -> None:
    record = {"text": _WORDS, "speaker": "习近平", "speech": speech}
    (document,) = read(json.dumps(record, ensure_ascii=False), "a.jsonl")
    assert [(one.speech, one.speaker) for one in document.paragraphs] == [(speech, None)]


@pytest.mark.parametrize("title", ["附录：李克强在座谈会上的讲话", "编后", "相关链接"])
def test_what_was_added_to_a_speech_is_nobodys(title: str) -> None:
    head = "在座谈会上的讲话\n习近平\n（2016年4月19日）"
    (document,) = read(f"{head}\n\n{_WORDS}\n\n{_MORE}\n\n{title}\n\n{_OTHERS}\n")
    assert [(one.role, one.speaker, one.date is None) for one in document.paragraphs] == [
        ("speech", "习近平", False),
        ("speech", "习近平", False),
        ("article", None, True),
        ("article", None, True),
    ]


@pytest.mark.parametrize(
    ("head", "speaker"),
    [
        ("出版说明\n（一九九一年三月一日）", None),
        ("后记\n（一九五三年二月一日）", None),
        ("附录：关于若干历史问题的决议\n（一九四五年四月二十日）", None),
        ("悼念毛泽东同志\n邓小平\n（一九七六年九月十八日）", "邓小平"),
    ],
)
def test_a_volume_has_words_that_are_not_its_authors(head: str, speaker: str | None) -> None:
    documents = read(
        f"毛泽东选集第三卷\n\n改造我们的学习\n（一九四一年五月十九日）\n\n{_WORDS}\n\n"
        f"整顿党的作风\n（一九四二年二月一日）\n\n{_MORE}\n\n{head}\n\n{_OTHERS}\n"
    )
    found = [(one.role, one.speaker) for document in documents for one in document.paragraphs]
    assert found == [("speech", "毛泽东"), ("speech", "毛泽东"), ("article", speaker)]


@pytest.mark.parametrize("lead", ["近年来的重要文献有：", "近年来有以下重要文献。"])
def test_a_list_of_documents_attributes_nothing(lead: str) -> None:
    listed = [f"——201{year}年4月20日，在某会议上的讲话" for year in (6, 7, 8)]
    (document,) = read("\n\n".join(["要点", lead, *listed, _WORDS]))
    assert {(one.role, one.speech) for one in document.paragraphs} == {("article", None)}


def test_the_day_below_who_made_the_page_is_not_that_of_the_speech() -> None:
    (document,) = read(
        f"在座谈会上的讲话\n\n{_WORDS}\n\n{_MORE}\n\n责任编辑：张三\n2016年4月30日\n"
    )
    assert {(one.role, one.date) for one in document.paragraphs} == {("article", None)}
