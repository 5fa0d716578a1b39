"""Repetitions as people who read English are shown them."""

from __future__ import annotations

from dataclasses import replace

from searcher.engine.folder import FolderCollection
from searcher.render.reports.first import first_use_lines
from searcher.render.reports.repetitions import repetition_lines, similar_lines
from searcher.render.typeset.page import COLOURED, Page
from searcher.repetition.repeated import find_repeated
from searcher.repetition.similar import similar
from tests.support.sayings import SHORT, first


def test_similar_shows_what_was_asked_and_how_each_variant_differs(
    sayings: FolderCollection,
) -> None:
    answer = similar(sayings, "said/讲话集#2", limit=1)
    assert list(similar_lines(answer, Page(80), SHORT)) == [
        "1 paragraph shares 13 characters or more with this · first: 2016-04-19 讲#1",
        "〔A→B〕 A in what was asked, B here; 〔－A〕 not here; 〔＋B〕 only here",
        "",
        "asked  讲#2  2019-10-24  在集体学习时的讲话",
        "    会上说，[核心技术是我们最大的命门，核心技术受制于人]就是我们最大的隐患！别无",
        "    他意。",
        "",
        " 1  讲#1  2016-04-19  在网信工作座谈会上的讲话",
        "    …核心技术是我们最大的〔＋“〕命门〔＋”〕，核心技术受制于人〔－就〕是我们最大",
        "    的隐患",
        "    first · 20 characters shared · 第一章 总论 · 《人民日报》, p. 1 · line 1",
    ]
    (line,) = list(similar_lines(replace(answer, total=3), Page(80), SHORT))[-1:]
    assert line == "2 more paragraphs (--limit 0 lists all)"


def test_similar_says_where_nothing_is_earlier_or_dated(sayings: FolderCollection) -> None:
    answer = similar(sayings, "said/讲话集#1")
    (summary, *_) = similar_lines(answer, Page(80), SHORT)
    assert summary == "3 paragraphs share 13 characters or more with this · this is the earliest"
    (summary, *_) = similar_lines(replace(answer, first=None), Page(80), SHORT)
    assert summary == "3 paragraphs share 13 characters or more with this"


def test_a_variant_of_one_of_several_paragraphs_names_it(sayings: FolderCollection) -> None:
    answer = similar(sayings, "said/讲话集#2", limit=1)
    several = replace(answer, paragraphs=answer.paragraphs * 2)
    *_, before, last = similar_lines(several, Page(80), SHORT)
    assert before.startswith("    first · 20 characters shared with 讲#2 · ")
    assert last == "    line 1"


def test_colours_are_explained_in_words(sayings: FolderCollection) -> None:
    page = Page(80, COLOURED)
    asked = list(similar_lines(similar(sayings, "said/讲话集#1"), page, SHORT))[1]
    assert asked == (
        "\x1b[9;31mstruck out\x1b[0m in what was asked only, \x1b[4;32munderlined\x1b[0m here only"
    )
    used = list(repetition_lines(find_repeated(sayings), page, SHORT))[1]
    assert used == (
        "\x1b[9;31mstruck out\x1b[0m in the first use only, \x1b[4;32munderlined\x1b[0m here only"
    )


def test_a_repetition_is_a_timeline(sayings: FolderCollection) -> None:
    answer = find_repeated(sayings, within="all", min_length=14, limit=1)
    assert list(repetition_lines(answer, Page(80), SHORT)) == [
        "3 repetitions (14 characters or more)",
        "〔A→B〕 A in the first use, B here; 〔－A〕 not here; 〔＋B〕 only here",
        "",
        " 1  3 paragraphs · 2016-04-19",
        "    核心技术受制于人是我们最大的隐患",
        "    2016-04-19  讲#1  在网信工作座谈会上的讲话",
        "                互联网核心技术是我们最大的“命门”，[核心技术受制于人是我们最大的",
        "                隐患]。",
        "    2016-04-19 (published)  杂#1  谈命门",
        "                核心技术受制于人是我们最大的隐患",
        "    undated     无#1  无题",
        "                核心技术受制于人是我们最大的隐患",
        "",
        "2 more repetitions (--limit 0 lists all)",
    ]


def test_a_group_of_many_shows_the_earliest(sayings: FolderCollection) -> None:
    (group,) = find_repeated(sayings, limit=1).groups
    many = replace(group, members=group.members[:1] + group.members[1:] * 14)
    answer = replace(find_repeated(sayings, limit=1), total=1, groups=(many,))
    lines = list(repetition_lines(answer, Page(80), SHORT))
    assert lines[0] == "1 repetition (13 characters or more)"
    assert lines[-1] == "    3 more paragraphs (--format json lists all)"


def test_the_first_use_is_shown_in_full_and_what_follows_in_a_line_each(
    sayings: FolderCollection,
) -> None:
    assert list(first_use_lines(first(sayings, "隐患"), Page(80), SHORT)) == [
        "first  2016-04-19  讲#1  在网信工作座谈会上的讲话",
        "    互联网核心技术是我们最大的“命门”，核心技术受制于人是我们最大的[隐患]。",
        "    第一章 总论 · 《人民日报》, p. 1 · line 1",
        "",
        "Afterwards: 2 paragraphs",
        "2016-04-19 (published)  杂#1  谈命门",
        "2019-10-24              讲#2  在集体学习时的讲话",
        "1 more paragraph is undated",
    ]
    lines = list(first_use_lines(first(sayings, "核心技术", limit=2), Page(80), SHORT))
    assert lines[-2:] == ["1 more paragraph (--limit 0 lists all)", "1 more paragraph is undated"]
