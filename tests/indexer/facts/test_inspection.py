"""What was understood of a file is said of every block, and none is passed over."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from indexer import BuildOptions, Inspection, Limits, SourceError, inspect_file
from indexer.facts.finishing import finished
from indexer.facts.inspecting.accounting import accounts
from indexer.facts.inspecting.inspection import inspect_text
from indexer.facts.reading import read_source
from indexer.formats import read_content
from indexer.formats.blocks import Block, Content
from indexer.model.documents import Document, Paragraph, Problem, Understood
from indexer.sources.source_text import CHINA, SourceText
from indexer.sources.walk import SourceFile
from indexer.text.dates import day_span
from tests.support.growth import assert_linear

MARKDOWN = """\
# 关于读书

## 怎样读

先粗后细，先薄后厚。

> 学而时习之，不亦说乎。

—— 2016年4月19日，在读书座谈会上的讲话
"""


def inspected(text: str, path: str = "a.md") -> Inspection:
    return inspect_text(SourceText.from_text(path, text))


def became(inspection: Inspection) -> list[tuple[object, str, str]]:
    """Lines, what they became, and how their text begins."""
    return [
        (block.lines, block.became, block.text[:4])
        for document in inspection.documents
        for block in document.blocks
    ]


def test_every_block_has_become_something() -> None:
    inspection = inspected(MARKDOWN)
    assert became(inspection) == [
        ((1, 1), "title", "关于读书"),
        ((3, 3), "heading", "怎样读"),
        ((5, 5), "paragraph", "先粗后细"),
        ((7, 7), "paragraph", "学而时习"),
        ((9, 9), "attribution", "—— 2"),
    ]
    (document,) = inspection.documents
    assert document.blocks[3].facts == (("id", "#2"), ("role", "quotation"), ("section", "怎样读"))
    facts = dict(document.blocks[4].facts)
    assert (facts["speech"], facts["date"]) == ("在读书座谈会上的讲话", "2016-04-19")
    assert [(one.name, one.value, one.lines) for one in document.found] == [
        ("title", "关于读书", (1, 1))
    ]
    assert (document.paragraphs, document.passages, document.speeches) == (2, 1, 1)


def test_what_front_matter_states_is_found_in_its_lines() -> None:
    text = "---\ntitle: 关于读书\ndate: 2024-04-23\n---\n\n先粗后细。\n"
    (document,) = inspected(text).documents
    found = [(one.name, one.value, one.lines) for one in document.found]
    assert ("date", "2024-04-23", (3, 3)) in found
    assert {name for name, _, _ in found} == {"title", "date"}


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_no_block_of_the_seeds_is_passed_over(seeds: Path, name: str) -> None:
    (path,) = seeds.glob(f"{name}_*")
    (document,) = inspect_file(path).documents
    letters = "".join(filter(str.isalpha, "".join(block.text for block in document.blocks)))
    lines = path.read_text("utf-8").split("\n")
    lines = lines[15:] if name in ("000", "004") else lines
    for number, line in enumerate(lines, 1):
        if "<" in line or not line.strip():
            continue
        covered = [
            block
            for block in document.blocks
            if block.lines and block.lines[0] <= number <= block.lines[1]
        ]
        assert covered, (number, line)
    assert len(letters) > 1_000


def test_a_block_that_its_reader_dropped_without_a_word_is_left_out() -> None:
    blocks = tuple(Block(text, (at, at), form="line") for at, text in enumerate("甲乙丙", 1))
    content = Content(format="text", path="a.txt", blocks=blocks)
    document = Document(
        kind="text",
        title=None,
        paragraphs=(Paragraph(passage=1, text="甲", lines=(1, 1)),),
        problems=(Problem("不明", 3),),
        understood=(Understood(lines=(2, 2), text="乙", became="unread", reason="为何"),),
    )
    assert accounts(content, [document]) == (
        (
            Understood(
                lines=(1, 1),
                text="甲",
                became="paragraph",
                facts=(("id", "#1"), ("role", "article")),
            ),
            Understood(lines=(2, 2), text="乙", became="unread", reason="为何"),
            Understood(lines=(3, 3), text="丙", became="left_out", reason="不明"),
        ),
    )


def test_a_paragraph_that_looks_like_a_note_is_said_once() -> None:
    block = Block("转引自某书", (1, 1))
    content = Content(format="markdown", path="a.md", blocks=(block,))
    told = Understood(lines=(1, 1), text="转引自某书", became="unread")
    document = Document(
        kind="markdown",
        title=None,
        paragraphs=(Paragraph(passage=1, text="转引自某书", lines=(1, 1)),),
        understood=(told,),
    )
    assert accounts(content, [document]) == ((told,),)


def test_blocks_between_documents_belong_to_the_one_before() -> None:
    blocks = tuple(Block(text, (at, at), form="line") for at, text in enumerate("序甲尾乙", 1))
    content = Content(format="text", path="a.txt", blocks=blocks)
    documents = [
        Document(
            kind="text",
            title=None,
            paragraphs=(Paragraph(passage=1, text=text, lines=(line, line)),),
        )
        for text, line in (("甲", 2), ("乙", 4))
    ]
    found = [[(one.text, one.became) for one in of] for of in accounts(content, documents)]
    assert found == [
        [("序", "left_out"), ("甲", "paragraph"), ("尾", "left_out")],
        [("乙", "paragraph")],
    ]


def test_a_date_line_that_dates_what_follows_is_a_date() -> None:
    lines = ["一、引言", "（一九四二年五月二日）", "同志们！", "（一九四三年五月二日）"]
    blocks = tuple(Block(text, (at, at), form="line") for at, text in enumerate(lines, 1))
    day = day_span(date(1942, 5, 2))
    paragraph = Paragraph(passage=1, text="同志们！", lines=(3, 3), section="一、引言", date=day)
    content = Content(format="text", path="a.txt", blocks=blocks)
    (found,) = accounts(content, [Document(kind="text", title=None, paragraphs=(paragraph,))])
    assert [one.became for one in found] == ["heading", "date", "paragraph", "left_out"]
    assert found[1].facts == (("date", "1942-05-02"),)


def test_contents_are_no_headings_where_the_headings_follow() -> None:
    lines = ["一、读书", "二、写字", "一、读书", "要多读。", "二、写字", "要多写。"]
    blocks = tuple(Block(text, (at, at), form="line") for at, text in enumerate(lines, 1))
    paragraphs = (
        Paragraph(passage=1, text="要多读。", lines=(4, 4), chapter="一、读书", chapter_no=1),
        Paragraph(passage=2, text="要多写。", lines=(6, 6), chapter="二、写字", chapter_no=2),
    )
    content = Content(format="text", path="a.txt", blocks=blocks)
    (found,) = accounts(content, [Document(kind="text", title=None, paragraphs=paragraphs)])
    assert [one.became for one in found] == [
        "left_out",
        "left_out",
        "heading",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_the_title_page_of_the_book_is_told_from_its_text(seeds: Path) -> None:
    (path,) = seeds.glob("002_*")
    (document,) = inspect_file(path).documents
    assert [(block.lines, block.became, block.text) for block in document.blocks[:6]] == [
        ((5, 5), "furniture", "欢迎关注微信公众号：青马先声，获取更多资源"),
        ((9, 9), "title", "习 近 平"),
        ((11, 11), "title", "关于网络强国论述摘编"),
        ((13, 13), "furniture", "中共中央党史和文献研究院 编"),
        ((15, 15), "publication", "中央文献出版社"),
        ((17, 17), "heading", "出版说明"),
    ]
    assert [(one.name, one.lines) for one in document.found] == [
        ("title", (9, 9)),
        ("date", (27, 27)),
        ("publisher", (15, 15)),
    ]
    became = Counter(block.became for block in document.blocks)
    assert (became["paragraph"], became["attribution"]) == (309, 285)
    assert (became["unread"], became["left_out"]) == (0, 0)


def test_records_are_one_summary_and_what_nobody_reads_of_them_is_named() -> None:
    text = '{"text": "一。", "doc": "甲", "地址": "x"}\n{"text": "二。\\n\\n三。", "doc": "甲"}\n'
    inspection = inspected(text, "a.jsonl")
    (document,) = inspection.documents
    assert document.blocks == (
        Understood(
            lines=(1, 2),
            text="一。",
            became="paragraph",
            facts=(("records", "2"), ("paragraphs", "3")),
        ),
    )
    assert inspection.ignored == (("地址", 1),)


def test_options_decide_as_they_do_for_an_index(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\ndate: Mon, 25 Oct 2021 20:00:00 GMT\n---\n\n先粗后细。\n", "utf-8")
    dates = []
    for zone in ("+08:00", "UTC"):
        (document,) = inspect_file(file, options=BuildOptions(timezone=zone)).documents
        dates.append(document.date and document.date.first.isoformat())
    assert dates == ["2021-10-26", "2021-10-25"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("folder", "folder: it is a folder; give one of the files in it"),
        ("none.txt", "none.txt: there is no such file; give another"),
        ("empty.txt", "empty.txt: the file is empty; put text into it or remove it"),
    ],
)
def test_what_cannot_be_inspected_is_an_error(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"\n")
    with pytest.raises(SourceError) as caught:
        inspect_file(tmp_path / name)
    assert str(caught.value).endswith(message)


def test_a_page_on_one_line_takes_linear_time() -> None:
    def page(pieces: int) -> str:
        numbered = (f"<p>第{at}段说的是读书。</p><h2>题{at}</h2>" for at in range(pieces))
        return f"<html><body>{''.join(numbered)}</body></html>"

    assert_linear(lambda text: inspected(text, "a.html"), page, 1_000)


def test_what_a_document_without_paragraphs_was_is_said_beside_another() -> None:
    told = Understood(lines=(1, 1), text="目录", became="contents")
    empty = Document(kind="text", title=None, paragraphs=(), understood=(told,))
    kept = Document(
        kind="text", title=None, paragraphs=(Paragraph(passage=1, text="甲", lines=(2, 2)),)
    )
    (document,) = finished([empty, kept], Limits())
    assert document.understood == (told,)


def test_an_index_keeps_nothing_of_what_is_only_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(MARKDOWN, "utf-8")
    source = SourceFile("a.md", file, file.stat().st_size, 0)
    (document,) = read_source(source, CHINA, Limits()).documents
    assert document.title == "关于读书"
    assert document.understood == ()


LINES = (
    "在座谈会上的讲话",
    "——关于读书",
    "（2018年4月20日）",
    "2018年4月20日",
    "张三",
    "来源：某某日报 2018-04-21",
    "目录",
    "一、读书的目的",
    "二、读书的方法",
    "# 怎样读",
    "## 怎样写",
    "没有书就没有学问，这是一句老话，也是一句实话。",
    "先粗后细，先薄后厚，日积月累，",
    "总有所得〔1〕。",
    "> 不动笔墨不读书。",
    "——2016年4月19日，在读书会上的讲话",
    "《论读书》（2001年5月），《读书文选》，某某出版社2024年版，第3页",
    "转引自某年某月《某某日报》",
    "注释",
    "〔1〕这是编者的注释。",
    "查看原文",
    "— 12 —",
    "==========",
    "001",
    "<p>网页的一段。</p><p>又一段。</p>",
    "微信图片_2022.png",
    "",
    "",
)


@settings(max_examples=150)
@example(
    lines=[LINES[13], "注释", "注释", LINES[7], LINES[0]], suffix="txt"
)  # notes without a note
@given(lines=st.lists(st.sampled_from(LINES), max_size=40), suffix=st.sampled_from(["txt", "md"]))
def test_no_block_of_any_text_is_passed_over(lines: list[str], suffix: str) -> None:
    source = SourceText.from_text(f"a.{suffix}", "\n".join(lines))
    try:
        inspection = inspect_text(source)
    except SourceError:
        return
    content = read_content(source)
    assert isinstance(content, Content)
    told = [block for document in inspection.documents for block in document.blocks]
    for block in content.blocks:
        of_lines = "".join(
            one.text
            for one in told
            if one.lines and one.lines[0] <= block.lines[1] and block.lines[0] <= one.lines[1]
        )
        words = "".join(filter(str.isalpha, block.text))
        assert words[:6] in "".join(filter(str.isalpha, of_lines)), block
    places = [
        one.lines[0] for document in inspection.documents for one in document.blocks if one.lines
    ]
    if len(inspection.documents) == 1:
        assert places == sorted(places)


def test_what_is_asked_in_a_talk_is_said_to_be_no_word_of_the_speaker() -> None:
    inspection = inspected(
        "同斯诺的谈话\n（1970年12月18日）\n毛泽东\n\n斯诺问：怎样学习？\n\n毛答：要学理论。",
        "a.txt",
    )
    (document,) = inspection.documents
    assert [(block.text, block.reason) for block in document.blocks[3:]] == [
        ("斯诺问：怎样学习？", "no word of the speaker, so nobody is named"),
        ("毛答：要学理论。", None),
    ]
