"""Styles, on facts that no seed has."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from indexer.text.date_forms import parse_date
from indexer.text.dates import year_span
from searcher.citing.reference import Citation, Publication, Reference
from searcher.citing.styles import Style
from searcher.citing.styles.bibtex import bibtex, key
from searcher.citing.styles.csl_json import csl_json
from searcher.citing.styles.dates import chinese, iso
from searcher.citing.styles.footnote import footnote
from searcher.citing.styles.gbt7714 import gbt7714
from searcher.citing.styles.marks import bare, enclosed
from searcher.render.text.citations import citation_lines

BOOK = Publication(kind="book", title="某书", publisher="三联书店", issued=year_span(2003))
QUOTED = Reference(
    id="报#1",
    title="贺信",
    date=parse_date("2020年2月5日、2月14日"),
    publication=Publication(
        kind="newspaper", title="评论", publisher="光明日报", issued=parse_date("2020-03-01")
    ),
    held=True,
    quoted=True,
)


def test_of_more_than_three_names_three_are_told() -> None:
    """GB/T 7714-2015, 8.1.2."""
    names = ("甲", "乙", "丙", "丁")
    three, four = (replace(BOOK, creators=names[:count], edited=True) for count in (3, 4))
    assert gbt7714(Reference(id="书#1", publication=three)).startswith("甲, 乙, 丙. 某书[M]. ")
    assert gbt7714(Reference(id="书#1", publication=four)).startswith("甲, 乙, 丙, 等. 某书[M]. ")
    assert footnote(Reference(id="书#1", publication=four)) == (
        "甲、乙、丙、丁编：《某书》，三联书店2003年版。"
    )


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "[出版地不详]: 三联书店, 2003."),
        ({"publisher": None}, "[出版地不详]: [出版者不详], 2003."),
        ({"place": "北京", "issued": None}, "北京: 三联书店."),
        ({"edition": "1", "place": "北京"}, "北京: 三联书店, 2003."),
        ({"edition": "3", "place": "北京"}, "3版. 北京: 三联书店, 2003."),
    ],
)
def test_an_imprint_says_what_is_known(facts: dict[str, Any], expected: str) -> None:
    """GB/T 7714-2015, 8.3, 8.4.1.3 and 8.4.2.3."""
    publication = replace(BOOK, **facts)
    assert gbt7714(Reference(id="书#1", publication=publication)) == f"某书[M]. {expected}"


def test_a_newspaper_that_quotes_is_named_with_what_it_quotes() -> None:
    assert gbt7714(QUOTED) == "贺信: 2020年2月5日、14日[N]//评论. 光明日报, 2020-03-01."
    assert footnote(QUOTED) == (
        "《贺信》（2020年2月5日、14日），转引自《评论》，《光明日报》2020年3月1日。"
    )
    assert bibtex(QUOTED).splitlines() == [
        "@article{报:1,",
        "  title        = {贺信},",
        "  titleaddon   = {2020年2月5日、14日},",
        "  journal      = {光明日报},",
        "  note         = {转引自《评论》},",
        "  entrysubtype = {newspaper},",
        "  date         = {2020-03-01},",
        "}",
    ]
    assert json.loads(csl_json(QUOTED)) == {
        "id": "报#1",
        "type": "article-newspaper",
        "language": "zh",
        "title": "贺信",
        "container-title": "评论",
        "publisher": "光明日报",
        "issued": {"date-parts": [[2020, 3, 1]]},
        "original-date": {"literal": "2020年2月5日、14日"},
        "note": "转引自《评论》",
    }


def test_nothing_in_a_bibtex_entry_is_a_command() -> None:
    reference = Reference(
        id="a b,{c}#1",
        authors=("甲 and 乙, 公司",),
        title="100% {坏} & 5G_#$~^\\ 的题",
        publication=Publication(kind="web", publisher="某网", url="http://a.cn/{b}_%20\\"),
        accessed=date(2026, 11, 22),
    )
    assert bibtex(reference).splitlines() == [
        "@online{a+20.b+2c.+7b.c+7d.:1,",
        "  author       = {{甲 and 乙, 公司}},",
        "  title        = {100\\% \\textbraceleft{}坏\\textbraceright{} \\& 5G\\_\\#\\$"
        "\\textasciitilde{}\\textasciicircum{}\\textbackslash{} 的题},",
        "  organization = {某网},",
        "  url          = {http://a.cn/%7Bb%7D_%20%5C},",
        "  urldate      = {2026-11-22},",
        "}",
    ]


def test_keys_of_different_passages_differ() -> None:
    ids = ("甲 乙#1", "甲+20.乙#1", "甲:乙#1", "甲#乙#1", "甲_乙#1", "甲乙#1", "甲乙#11")
    assert len({key(id_) for id_ in ids}) == len(ids)
    assert not any(mark in key(id_) for id_ in ids for mark in "#, {}%\\")


@pytest.mark.parametrize(
    ("text", "standard", "prose"),
    [
        ("2018", "2018", "2018年"),
        ("2018-04", "2018-04", "2018年4月"),
        ("2018-04-20", "2018-04-20", "2018年4月20日"),
        ("2013年8月28日-31日", "2013-08-28/2013-08-31", "2013年8月28日-31日"),
        ("2020年3月29日-4月1日", "2020-03-29/2020-04-01", "2020年3月29日-4月1日"),
        ("2019年12月31日-2020年1月1日", "2019-12-31/2020-01-01", "2019年12月31日-2020年1月1日"),
        ("2013年8月-9月", "2013-08/2013-09", "2013年8月-9月"),
        ("2020年2月5日、2月14日", "2020-02-05, 2020-02-14", "2020年2月5日、14日"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(text: str, standard: str, prose: str) -> None:
    assert iso(parse_date(text)) == standard
    assert chinese(parse_date(text)) == prose


def test_titles_inside_a_title_have_the_marks_of_their_depth() -> None:
    assert enclosed("答《华尔街日报》问") == "《答〈华尔街日报〉问》"
    assert enclosed("关于〈决定〉的说明") == "《关于〈决定〉的说明》"
    assert bare("关于〈决定〉的说明") == "关于《决定》的说明"
    assert bare("读《读〈资本论〉》") == "读《读〈资本论〉》"


@pytest.mark.parametrize(
    ("style", "write"),
    [("gbt7714", gbt7714), ("bibtex", bibtex), ("csl-json", csl_json), ("text", footnote)],
)
def test_nothing_from_a_source_can_write_to_the_terminal(
    style: Style, write: Callable[[Reference], str]
) -> None:
    hostile = "\x1b[2J题\u202e\x9b"
    publication = replace(
        BOOK, title=hostile, publisher=hostile, creators=(hostile,), place=hostile
    )
    reference = Reference(id="书#1", title=hostile, authors=(hostile,), publication=publication)
    citation = Citation("书#1", style, write(reference), reference)
    lines = list(citation_lines([citation, citation], style))
    assert len(lines) >= 1
    assert all(part.isprintable() for line in lines for part in line.split("\n"))
