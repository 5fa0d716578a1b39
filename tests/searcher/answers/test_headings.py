"""Headings that contain what was asked for are named beside the answer, and never counted."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from indexer import update_index
from indexer.model.records import Record
from indexer.text.folding import fold
from searcher import Filters, HeadingMatch, Searcher, open_index
from tests.support.command_line import Lunshu
from tests.support.made_collection import collection, record

RULE = "没有调查，没有发言权"


def under(doc: str, number: int, text: str, **headings: object) -> Record:
    """A paragraph under headings."""
    return replace(record(doc, number, text), **headings)  # type: ignore[arg-type]


@pytest.fixture
def works() -> Iterator[Searcher]:
    """Two works with headings."""
    first = f"一　{RULE}"
    with collection(
        甲=[
            under("甲", 1, "你对于某个问题没有调查。", title="反对本本主义", section=first),
            under("甲", 2, "那末，停止你的发言权。", title="反对本本主义", section=first),
            under(
                "甲", 3, "调查就是解决问题。", title="反对本本主义", section=f"{first} / （一）调查"
            ),
            under("甲", 4, "本本主义是要纠正的。", title="反对本本主义", section="二　反对本本"),
        ],
        乙=[
            under(
                "乙",
                1,
                "调查研究是成事之道。",
                title="谈调查研究",
                chapter="六、调查",
                chapter_no=6,
            ),
            under("乙", 2, "第二段。", title="谈调查研究", chapter="六、调查", chapter_no=6),
        ],
    ) as searcher:
        yield searcher


def test_a_clause_that_stands_in_a_heading_alone_finds_nothing_and_is_named(
    works: Searcher,
) -> None:
    for query in (f'"{RULE}"', RULE, "“沒有調查，沒有發言權”"):
        results = works.search(query, exact=True)
        assert (results.total, len(results)) == (0, 0)
        [match] = results.headings
        assert match == HeadingMatch(
            clause=query.strip('"“”'),
            count=1,
            first=f"一　{RULE}",
            id="甲#1",
            query=f'节："{match.clause}"',
            total=3,
        )
        assert [hit.id for hit in works.search(match.query)] == ["甲#1", "甲#2", "甲#3"]


def test_every_heading_counts_once_whatever_is_under_it(works: Searcher) -> None:
    for page in ({}, {"limit": None}, {"sort": "date"}, {"exact": True}, {"offset": 3}):
        [match] = works.search('"调查"', **page).headings
        assert (match.count, match.first, match.id) == (4, "谈调查研究", "乙#1")
        assert match.query == "题：调查 OR 章：调查 OR 节：调查"
        assert match.total == works.search(match.query).total == 5
    assert works.search('"调查"').total == 3


def test_each_clause_that_asks_for_words_is_looked_for(works: Searcher) -> None:
    def clauses(query: str, **options: object) -> list[str]:
        return [one.clause for one in works.search(query, **options).headings]  # type: ignore[arg-type]

    assert clauses('"调查" 本本') == ["调查", "本本"]
    assert clauses('"本本" OR 调查 OR 无此') == ["本本", "调查"]
    assert clauses("调查", filters=Filters(doc="甲")) == ["调查"]
    assert clauses("-调查") == clauses("题：调查") == clauses("调?研") == clauses("/调查/") == []
    assert clauses("对 调查 本本 一 二") == ["对", "调查", "本本"]


def test_the_end_of_a_heading_and_the_beginning_of_the_next_are_no_heading(
    works: Searcher,
) -> None:
    assert works.search('"发言权 / （一）"').headings == ()


def test_a_number_is_that_of_a_chapter_and_no_word_of_a_heading(works: Searcher) -> None:
    assert works.search('"六"').headings == ()
    [match] = works.search('"二"').headings
    assert (match.count, match.query) == (1, "节：二")


def test_headings_are_those_that_a_plain_look_finds() -> None:
    draw = random.Random(15)
    names = ["甲乙", "乙丙", "丙", "甲 丁", "丁/乙"]

    def path(most: int) -> str | None:
        return " / ".join(draw.choices(names, k=draw.randint(1, most)))

    held = {
        doc: [
            under(doc, n, "文", title=title, section=draw.choice([None, path(3)]))
            for n in range(1, 30)
        ]
        for doc in "天地玄黄"
        for title in [path(1)]
    }
    records = [one for doc in sorted(held) for one in held[doc]]
    with collection(**held) as searcher:
        for clause in ("甲", "乙", "丙", "丁", "甲丁", "丁/乙", "丙丙"):
            found: dict[tuple[str | None, ...], Record] = {}
            for one in records:
                if one.title and fold(clause) in fold(one.title):
                    found.setdefault((one.doc, None, one.title), one)
                headings = one.section.split(" / ") if one.section else []
                for at, heading in enumerate(headings, 1):
                    if fold(clause) in fold(heading):
                        found.setdefault((one.doc, "", *headings[:at]), one)
            matches = searcher.search(f'"{clause}"').headings
            assert [(one.count, one.first, one.id) for one in matches] == [
                (len(found), where[-1], first.id)
                for where, first in list(found.items())[:1]
            ]  # fmt: skip


@pytest.mark.usefixtures("in_chinese")
@pytest.mark.usefixtures("at_terminal")
def test_a_line_names_the_headings(lunshu: Lunshu, desk: Path) -> None:
    (desk / "seeds").mkdir()
    article = f"# 反对本本主义\n\n## 一　{RULE}\n\n你对于某个问题没有调查。\n\n## 二\n\n别的。\n"
    (desk / "seeds" / "a.md").write_text(article, "utf-8")
    lunshu("index", "-q")
    quoted = lunshu("search", f'"{RULE}"')
    assert (quoted.code, quoted.out) == (1, "")
    assert quoted.err == (
        "lunshu: 没有找到\n"
        f"lunshu: 1 个标题含“{RULE}”，首个是“一　{RULE}”，其下共 1 段，"
        f"列出：lunshu search '节：\"{RULE}\"'\n"
    )
    assert lunshu("search", "本本主义").err == (
        "lunshu: 1 个标题含“本本主义”，首个是“反对本本主义”，其下共 2 段，"
        "列出：lunshu search '题：本本主义'\n"
    )
    assert lunshu("search", f'"{RULE}"', "--format", "jsonl").err == "lunshu: 没有找到\n"
    assert lunshu("search", f'"{RULE}"', "-q").err == ""


def test_headings_of_a_clause_follow_what_was_changed(tmp_path: Path) -> None:
    seeds, index = tmp_path / "seeds", tmp_path / "index"
    seeds.mkdir()
    for name in "ab":
        (seeds / f"{name}.md").write_text(f"# 题\n\n## {RULE}\n\n{name}。\n", "utf-8")
    update_index(seeds, index)
    (seeds / "a.md").write_text("# 题\n\n## 别的\n\na。\n", "utf-8")
    update_index(seeds, index)
    with open_index(index) as searcher:
        [match] = searcher.search(f'"{RULE}"').headings
        assert (match.count, match.id, match.total) == (1, "b#1", 1)
