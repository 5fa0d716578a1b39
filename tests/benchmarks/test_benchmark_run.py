"""What `benchmarks/run` makes of its measurements is what it says, by values computed by hand."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from indexer import build_index
from tests.support.command_line import CHECKOUT

BENCHMARKS = CHECKOUT / "benchmarks"


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Imports a module of the benchmarks as its scripts do."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))
    return importlib.import_module


def run_python(*arguments: object) -> str:
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_marks_are_at_least_or_at_most(load: Any) -> None:
    judged = load("large.marks").judge(
        {
            "build_speedup": 13,
            "private_mb": 101,
            "core_p95_of_tantivy": 5,
            "core_p95_of_tantivy@10": 5,
            "hits_differing@10": None,
        }
    )
    measured = {meaning: rest for meaning, *rest in judged}
    assert measured["building three fields, times faster than Whoosh one"] == [
        *("13.00", "≥ 12", "met")
    ]
    assert measured["private memory of a searcher above bare Python's, MB"] == [
        *("101.00", "≤ 100", "NOT MET")
    ]
    assert measured["ranked core p95, times tantivy's"] == ["5.00", "≤ 4 (aim 3)", "NOT MET"]
    assert measured["ranked core p95, times tantivy's, at ten times"] == [
        *("5.00", "≤ 6 (aim 3)", "met")
    ]
    assert measured["queries whose total at ten times is not ten times as large"] == [
        *("–", "≤ 0", "not measured")
    ]


def test_every_mark_has_a_figure_and_a_meaning_of_its_own(load: Any) -> None:
    marks = load("large.marks").MARKS
    assert len({mark.figure for mark in marks}) == len({mark.meaning for mark in marks})
    assert len({mark.figure for mark in marks}) == len(marks)


def test_filters_keep_about_the_share_they_are_chosen_for(load: Any) -> None:
    records = [
        {
            "date": f"{2000 + number // 120}-{number // 10 % 12 + 1:02}-05",
            "chapter": "第一章 总　则" if number % 10 == 0 else f"第{number % 7}章 其他{number}",
        }
        for number in range(1_200)
    ]
    filters = load("shared_filters").make_filters(records)
    assert filters["date, half"] == {"clause": "date:2002-07..2007-06", "share": 0.5}
    assert filters["date, a month"] == {"clause": "date:2007-06..2007-06", "share": 0.00833}
    assert filters["chapter, common"] == {"clause": "chapter:总则", "share": 0.1}
    assert filters["date, a tenth"] == {"clause": "date:2006-07..2007-06", "share": 0.1}


def test_a_corpus_without_dates_or_chapters_has_no_filters_by_them(load: Any) -> None:
    make_filters = load("shared_filters").make_filters
    assert make_filters([{"text": "无"}, {"date": "2001"}]) == {}
    assert set(make_filters([{"date": "2001-02-03"}])) == set(load("shared_filters").BY_DATE)


def test_copies_of_a_corpus_share_no_id_and_no_document(load: Any, tmp_path: Path) -> None:
    enlarged = load("enlarged")
    record = {"id": "a-1", "doc": "甲", "title": "题", "text": "正文"}
    (tmp_path / "corpus").write_text(json.dumps(record) + "\n", "utf-8")
    enlarged.write_copy(tmp_path / "corpus", tmp_path / "copy", 3)
    assert json.loads((tmp_path / "copy").read_text("utf-8")) == {
        **record,
        "id": "3/a-1",
        "doc": "3/甲",
    }


def test_folded_texts_come_as_often_as_the_corpus_is_taken(load: Any, tmp_path: Path) -> None:
    (tmp_path / "cut").write_text('{"text": "一二", "words": []}\n{"text": "三", "words": []}\n')
    load("enlarged").write_folded(tmp_path / "cut", tmp_path / "folded", 2)
    assert (tmp_path / "folded").read_text("utf-8") == "一二\n三\n一二\n三\n"


def test_each_list_has_a_string_to_scan_for_each_query(load: Any) -> None:
    forms = load("large.query_forms").search_forms(
        {
            "or": [["网络", "安全"]],
            "phrase": [["核心技术"]],
            "question": [["何为强国"]],
            "frequent": [["应当"], ["规定"]],
            "near": [["网络", "强国"]],
            "wildcard": [["核心", "*", "突破"]],
        }
    )
    assert {name: (form.queries, form.scanned) for name, form in forms.items()} == {
        "or, bare": (["网络安全"], [["网络安全"]]),
        "or, A OR B": (["网络 OR 安全"], [["网络", "安全"]]),
        "phrase": (["核心技术"], [["核心技术"]]),
        "question": (["何为强国"], [["何为强国"]]),
        "frequent": (["应当", "规定"], [["应当"], ["规定"]]),
        "phrase, quoted": (['"核心技术"'], [["核心技术"]]),
        "frequent, quoted": (['"应当"', '"规定"'], [["应当"], ["规定"]]),
        "near": (["网络 NEAR/20 强国"], [["网络", "强国"]]),
        "near, frequent": (
            ["应当 NEAR/20 应当", "规定 NEAR/20 规定"],
            [["应当", "应当"], ["规定", "规定"]],
        ),
        "wildcard": (["核心*突破"], [["核心", "突破"]]),
        "wildcard, frequent": (["应当*应当", "规定*规定"], [["应当", "应当"], ["规定", "规定"]]),
    }


def test_the_worst_filter_is_the_figure(load: Any) -> None:
    def rounds(*milliseconds: float) -> list[list[tuple[float, int]]]:
        return [[(ms, 1) for ms in milliseconds]]

    figures = load("large.filtered_search").filter_figures(
        {
            "or, bare": {"no filter": rounds(2, 2), "date, half": rounds(1, 1)},
            "frequent": {"no filter": rounds(2, 2), "date, half": rounds(3, 3)},
        }
    )
    assert figures == {
        "date_p50_of_unfiltered": 1.5,
        "date_p95_of_unfiltered": 1.5,
        "chapter_p50_of_unfiltered": None,
        "chapter_p95_of_unfiltered": None,
    }


def test_exact_strings_are_compared_with_the_quicker_scan_and_with_ripgreps_count(
    load: Any,
) -> None:
    search = {
        label: {"lunshu": [[(4.0, 7)]], "scan": [[(8.0, 9)]]}
        for label in load("large.query_forms").search_forms(
            {key: [] for key in ("or", "phrase", "question", "frequent", "near", "wildcard")}
        )
    }
    search["phrase, quoted"] |= {"scan of bytes": [[(2.0, 9)]], "ripgrep": [[(9.0, 7)]]}
    search["frequent, quoted"] |= {"scan of bytes": [[(16.0, 9)]], "ripgrep": [[(9.0, 8)]]}
    figures = load("large.whole_search").search_figures(search)
    assert figures["exact_p95_of_scan: phrase, quoted"] == 2
    assert figures["exact_p95_of_scan: frequent, quoted"] == 0.5
    assert figures["ripgrep_differing"] == 1


def test_what_grows_faster_than_the_corpus_stands_out(load: Any) -> None:
    growth, timing = load("large.growth"), load("large.timings").Timing
    one = {"near": {"lunshu": timing(1, 1.0, 2.0, 3.0, 5, 0)}}
    ten = {"near": {"lunshu": timing(1, 5.0, 20.0, 31.5, 50, 0)}}
    assert growth.growth_table(one, ten, 10).splitlines()[-1] == (
        "| near | lunshu | 1.00 / 2.00 / 3.00 | 5.00 / 20.00 / 31.50 | 5.0 | 10.0 | **10.5** | 5 "
        "| 50 |"
    )


def test_totals_of_a_larger_corpus_are_so_many_times_as_large(load: Any) -> None:
    hits_differing = load("large.growth").hits_differing
    small = {"near": {"lunshu": [[(1.0, 2), (1.0, 0), (1.0, None)]]}}
    assert hits_differing(small, {"near": {"lunshu": [[(1.0, 20), (1.0, 0), (1.0, 3)]]}}, 10) == 0
    assert hits_differing(small, {"near": {"lunshu": [[(1.0, 19), (1.0, 1), (1.0, 3)]]}}, 10) == 2


def test_a_bar_goes_from_p50_to_p95_and_the_quicker_scan_is_shown(load: Any) -> None:
    chart, timing = load("chart"), load("large.timings").Timing
    bars = chart.bars_of(
        {
            "phrase, quoted": {
                "lunshu": timing(1, 1.0, 2.0, 3.0, 5, 0),
                "scan": timing(1, 7.0, 9.0, 9.0, 5, 0),
                "scan of bytes": timing(1, 6.0, 8.0, 9.0, 5, 0),
            },
            "near": {"lunshu": timing(1, 1.0, 2.0, 3.0, 5, 0), "scan": timing(1, 1, 1, 1, 1, 0)},
        }
    )
    assert bars == {
        "exact": [chart.Bar("lunshu", 1.0, 2.0), chart.Bar("scan", 6.0, 8.0)],
        "NEAR": [chart.Bar("lunshu", 1.0, 2.0)],
    }


def test_a_run_overwrites_none_of_the_same_day(load: Any, tmp_path: Path) -> None:
    free_folder = load("recording").free_folder
    assert free_folder(tmp_path, "2026-01-02") == tmp_path / "2026-01-02"
    for name in ("2026-01-02", "2026-01-02-2"):
        (tmp_path / name).mkdir()
    assert free_folder(tmp_path, "2026-01-02") == tmp_path / "2026-01-02-3"


def test_commands_are_measured_from_a_process_that_is_small(load: Any) -> None:
    held = bytearray(80_000_000)
    runs = load("processes").measure_apart({"pass": [sys.executable, "-c", "print(1)"]}, 2)
    assert [run.lines for run in runs["pass"]] == [1, 1]
    assert max(run.peak_mb for run in runs["pass"]) < len(held) / 1e6 / 2


def test_threads_share_a_searcher_and_their_answers_are_counted(load: Any, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.txt").write_text("核心技术受制于人。\n", "utf-8")
    build_index(tmp_path / "seeds", tmp_path / "index")
    with load("candidates.asking").Candidate("lunshu_load") as candidate:
        candidate.do("open", target=str(tmp_path / "index"))
        asked = {"queries": ["核心", '"技术"'], "threads": 2, "seconds": 0.2, "seed": 1}
        done = candidate.do("load", **asked)
    assert done["seconds"] >= 0.2
    assert len(done["ms"]) > 4
    assert all(ms > 0 for ms in done["ms"])


@pytest.mark.slow
def test_builds_with_shared_words_are_those_of_the_corpus(load: Any, tmp_path: Path) -> None:
    run_python(BENCHMARKS / "generated_corpus.py", tmp_path / "made.jsonl", 60)
    for name, arguments in (
        ("shared_words", [tmp_path / "made.jsonl", tmp_path]),
        ("enlarged", [tmp_path, 2, tmp_path / "twice"]),
    ):
        run_python(BENCHMARKS / f"{name}.py", *arguments)
    built = {}
    for action in ("build_fields", "build_everything"):
        (tmp_path / action).mkdir()
        with load("candidates.asking").Candidate("lunshu_build") as candidate:
            built[action] = candidate.do(
                action,
                cut=str(tmp_path / "cut.jsonl"),
                seeds=str(tmp_path / "twice" / "seeds"),
                folder=str(tmp_path / action),
                times=2,
            )
    assert built["build_everything"]["paragraphs"] == 120
    assert built["build_everything"]["cut anew"] == 0
    assert built["build_fields"]["mb"] > 0
    build_index(tmp_path / "twice" / "seeds", tmp_path / "cut_by_jieba")
    assert _postings(tmp_path / "build_everything") == _postings(tmp_path / "cut_by_jieba")


def _postings(index: Path) -> bytes:
    (file,) = index.glob("*.post")
    return file.read_bytes()


def test_the_bare_script_finds_a_phrase_with_highlights(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "000_one.txt").write_text("无关\n\n核心技术受制于人\n", "utf-8")
    run_python(BENCHMARKS / "bare_fts5_build.py", tmp_path / "seeds", tmp_path / "index")
    for query in ("核心技术", '"核心技术"'):
        printed = run_python(BENCHMARKS / "bare_fts5_search.py", tmp_path / "index", query)
        assert printed == "000#1 [核心技术]受制于人\n\n"


def test_one_command_runs_it() -> None:
    asked = subprocess.run(
        [str(BENCHMARKS / "run"), "--help"], check=True, capture_output=True, text=True
    )
    for option in ("--rounds", "--work", "--times", "--python-of-peers", "--skip-slow-peers"):
        assert option in asked.stdout


def test_each_kind_is_compared_with_the_quicker_scan_or_with_itself_unfiltered(load: Any) -> None:
    in_short, timing = load("large.in_short"), load("large.timings").Timing
    one = {
        "or, bare": {
            "lunshu": timing(1, 1.0, 2.0, 3.0, 5, 0),
            "scan": timing(1, 2.0, 8.0, 8.0, 5, 0),
            "scan of bytes": timing(1, 4.0, 9.0, 9.0, 5, 0),
        },
        "or, bare + no filter": {"lunshu": timing(1, 1.0, 2.0, 3.0, 5, 0)},
        "or, bare + date, a tenth": {"lunshu": timing(1, 0.5, 3.0, 3.0, 5, 0)},
        "near": {"lunshu": timing(1, 4.0, 5.0, 6.0, 5, 0)},
    }
    ten = {**one, "near": {"lunshu": timing(1, 4.0, 60.0, 70.0, 5, 0)}}
    assert in_short.short_table({"few": one, "many": ten}).splitlines()[2:] == [
        "| ranked | scan | 1.00 / 2.00 / 3.00 | 0.50 / 0.25 | 1.00 / 2.00 / 3.00 | 0.50 / 0.25 "
        "| 1.0 |",
        "| ranked, by date | no filter | 0.50 / 3.00 / 3.00 | 0.50 / 1.50 | 0.50 / 3.00 / 3.00 "
        "| 0.50 / 1.50 | 1.0 |",
        "| NEAR | – | 4.00 / 5.00 / 6.00 | – | 4.00 / 60.00 / 70.00 | – | 12.0 |",
    ]
