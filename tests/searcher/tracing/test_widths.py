"""A verdict tells apart what search takes for one: the narrow width decides what is exact."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer import update_index
from searcher import open_index
from searcher.tracing.results import Trace, Verdict

HISTORY = "我们要保卫祖国，加强卫生工作，随着时代发展，了解情况，答复问题。"


def traced(tmp_path: Path, source: str, quoted: str) -> Trace:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(f"{source}\n", "utf-8")
    update_index(tmp_path / "seeds", tmp_path / "index")
    with open_index(tmp_path / "index") as searcher:
        return searcher.trace(f"“{quoted}”", within="all")


@pytest.mark.parametrize(
    ("source", "quoted", "match"),
    [
        # Nobody can tell these apart.
        ("广大人民群众利益也难以得到保障", "广⼤⼈⺠群众利益也难以得到保障", "exact"),
        ("没有网络安全就没有国家安全", "没有网\u200b络\u00ad安全就没有国\ufeff家安全", "exact"),
        ("咖啡馆 café 里的人都走了", "咖啡馆 cafe\u0301 里的人都走了", "exact"),
        ("没有网络安全就没有国家安全", "没有網絡安全就没有国家安全", "exact"),
        # One side is in traditional characters, or in forms of old prints.
        (
            HISTORY[:-1],
            "我們要保衞祖國，加強衞生工作，隨著時代發展，瞭解情況，答覆問題",
            "normalized",
        ),
        ("我們要保衞祖國，加強衞生工作，隨著時代發展", HISTORY[:20], "normalized"),
        ("青年是祖国的未来，要好好学习", "靑年是祖国的未来，要好好学习", "normalized"),
        # Both are simplified: a slip.
        ("毛泽东同志的著作是宝贵的财富", "毛泽东同志的着作是宝贵的财富", "near"),
        ("要向人民群众答复有关的问题", "要向人民群众答覆有关的问题", "near"),
        ("咖啡馆 café 里的人都走了", "咖啡馆 cafe 里的人都走了", "near"),
        # Marks and zeros.
        ("卡尔·马克思的学说——科学社会主义", "卡尔•马克思的学说──科学社会主义", "normalized"),
        ("科学社会主义……是指路的明灯", "科学社会主义⋯⋯是指路的明灯", "normalized"),
        ("二〇一八年全国网络安全工作会议", "二○一八年全国网络安全工作会议", "normalized"),
        ("二○一八年全国网络安全工作会议", "2018年全国网络安全工作会议", "normalized"),
        # A sign before a number is no dash.
        ("气温达到零下-5度，大家都很冷", "气温达到零下5度，大家都很冷", "near"),
    ],
)
def test_what_differs_for_a_reader_is_not_word_for_word(
    tmp_path: Path, source: str, quoted: str, match: Verdict
) -> None:
    trace = traced(tmp_path, source, quoted)
    assert [quotation.match for quotation in trace.quotations] == [match]
    assert trace.is_faithful == (match != "near")


def test_a_slip_is_shown_where_it_is(tmp_path: Path) -> None:
    (quotation,) = traced(tmp_path, "毛泽东同志的著作是财富", "毛泽东同志的着作是财富").quotations
    (source,) = quotation.sources
    changes = [edit for edit in source.diff if edit.op != "equal"]
    assert [(edit.op, edit.input, edit.source) for edit in changes] == [("replace", (7, 8), (6, 7))]
    assert quotation.similarity == source.similarity == 0.909


def test_a_source_word_for_word_comes_before_one_with_a_slip(tmp_path: Path) -> None:
    source = "毛泽东同志的着作是宝贵的财富。\n\n毛泽东同志的著作是宝贵的财富。"
    (quotation,) = traced(tmp_path, source, "毛泽东同志的著作是宝贵的财富").quotations
    assert quotation.match == "exact"
    assert [one.match for one in quotation.sources] == ["exact"]
