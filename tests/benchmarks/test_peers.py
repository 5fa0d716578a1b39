"""What the run beside the peers makes of its measurements is what it says, by values computed by
hand; and each engine that is installed answers the same queries."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from indexer import build_index
from tests.support.command_line import CHECKOUT

BENCHMARKS = CHECKOUT / "benchmarks"

TEXTS = ("核心技术受制于人。", "技术标准与核心利益。", "人民当家作主。") * 20


@pytest.fixture
def folder(load: Any, tmp_path: Path) -> str:
    """The folder of a run: source files, and what is made of them for all engines."""
    lines = [json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in TEXTS]
    (tmp_path / "corpus.jsonl").write_text("".join(lines), "utf-8")
    load("corpora").write_seeds(str(tmp_path / "corpus.jsonl"), str(tmp_path / "seeds"))
    cut = [[text, [text[:2], text[2:4], text[4:-1]]] for text in TEXTS]
    (tmp_path / "cut.jsonl").write_text("".join(json.dumps(one) + "\n" for one in cut), "utf-8")
    (tmp_path / "folded.txt").write_text("".join(f"{text}\n" for text in TEXTS), "utf-8")
    return str(tmp_path)


def test_copies_of_a_corpus_share_no_id_and_no_document(load: Any, tmp_path: Path) -> None:
    record = {"id": "a-1", "doc": "甲", "title": "题", "text": "正文"}
    lines = [record, {"id": "a-2", "text": " \u200b"}, {"id": "a-3"}]
    (tmp_path / "corpus").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    size = load("corpora").write_seeds(str(tmp_path / "corpus"), str(tmp_path / "seeds"), 2)
    copies = [
        json.loads(path.read_text("utf-8")) for path in sorted((tmp_path / "seeds").iterdir())
    ]
    assert copies == [record, {**record, "id": "1/a-1", "doc": "1/甲"}]
    assert size == 2 * len("正文".encode())


def test_a_corpus_that_is_made_up_is_the_same_each_time(load: Any, tmp_path: Path) -> None:
    for name in ("one", "two"):
        load("corpora").write_corpus(tmp_path / name, 100)
    assert (tmp_path / "one").read_text("utf-8") == (tmp_path / "two").read_text("utf-8")
    records = [json.loads(line) for line in (tmp_path / "one").read_text("utf-8").splitlines()]
    assert len(records) == 100
    assert len({record["doc"] for record in records}) == 2


def test_every_text_is_folded_and_cut_and_queries_are_drawn(load: Any, tmp_path: Path) -> None:
    load("corpora").write_corpus(tmp_path / "made", 300)
    load("corpora").write_seeds(str(tmp_path / "made"), str(tmp_path / "seeds"))
    engines = load("peers.engines")
    assert engines.prepare(str(tmp_path), queries=5) == 300
    cut = list(engines._cut(tmp_path))
    assert [text for text, _ in cut] == (tmp_path / "folded.txt").read_text("utf-8").splitlines()
    assert all(word in text for text, words in cut for word in words)
    lists = json.loads((tmp_path / "queries.json").read_text("utf-8"))
    assert {len(queries) for queries in lists.values()} <= {14, 15}
    assert {kind[0] for kind in load("run").KINDS.values()} <= set(lists)


@pytest.mark.parametrize("name", ["lunshu core", "tantivy", "SQLite FTS5", "Whoosh"])
def test_each_engine_builds_and_finds_ten_for_words(load: Any, folder: str, name: str) -> None:
    engines = load("peers.engines")
    if name not in ("lunshu core", *engines.installed()):
        pytest.skip(f"{name} is not installed")
    built = engines.build(name, folder)
    assert built["disk_mb"] > 0
    assert built["peak_mb"] > 10
    queries = [["核心"]] * engines.WARM_UP + [["核心"], ["人民", "技术"], ["没有"]]
    answers = engines.ask_in_turn(folder, {"form": (name, queries)})
    assert [hits for _, hits in answers["form"]] == [10, 10, 0]
    assert all(ms > 0 for ms, _ in answers["form"])


def test_an_index_of_words_at_hand_is_that_of_the_corpus(load: Any, tmp_path: Path) -> None:
    load("corpora").write_corpus(tmp_path / "made", 60)
    load("corpora").write_seeds(str(tmp_path / "made"), str(tmp_path / "seeds"), 2)
    engines = load("peers.engines")
    engines.prepare(str(tmp_path), queries=1)
    engines.build("lunshu core", str(tmp_path))
    build_index(tmp_path / "seeds", tmp_path / "cut_by_jieba")
    (one,), (other,) = (
        list((tmp_path / name).glob("*.post")) for name in ("lunshu core", "cut_by_jieba")
    )
    assert one.read_bytes() == other.read_bytes()


def test_a_searcher_a_scan_and_ripgrep_are_asked_the_same_strings(load: Any, folder: str) -> None:
    engines = load("peers.engines")
    build_index(Path(folder) / "seeds", Path(folder) / "index")
    names = ["lunshu", "scan", *(["ripgrep"] if shutil.which("rg") else [])]
    queries = ['"没有"'] * engines.WARM_UP + ['"核心"', '"技术标准"', '"没有"']
    answers = engines.ask_in_turn(folder, {name: (name, queries) for name in names})
    for name in names:
        assert [hits for _, hits in answers[name]] == [40, 20, 0]
    assert load("apart").ask("peers.engines:memory", folder=folder, queries=queries) > 5


def test_what_is_not_installed_is_left_out(load: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    engines = load("peers.engines")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(engines.metadata.Distribution, "discover", lambda **_: iter(()))
    assert set(engines.installed()) == {"SQLite FTS5"}


def test_the_time_of_a_query_is_the_median_of_its_rounds(load: Any) -> None:
    rounds = [[(1.0, 10), (9.0, 2)], [(3.0, 10), (7.0, 2)], [(2.0, 10), (8.0, 2)]]
    assert load("run").summarise(rounds) == load("run").Timing(p50=5.0, p95=7.7, hits=12)


def test_each_candidate_is_compared_with_lunshu(load: Any) -> None:
    answers = {
        "quoted strings": {"lunshu": [[(1.0, 3), (2.0, 4)]], "scan": [[(2.0, 4), (8.0, 5)]]},
        "NEAR": {"lunshu": [[(1.0, 3), (1.0, 3)]]},
    }
    assert load("run").answers_table(answers).splitlines()[2:] == [
        "| quoted strings | lunshu | 1.50 / 1.95 |  | 7 |",
        "| quoted strings | scan | 5.00 / 7.70 | 0.30 / 0.25 | 9 |",
        "| NEAR | lunshu | 1.00 / 1.00 |  | 6 |",
    ]


def test_what_is_in_short_are_ratios_of_the_worse_query(load: Any) -> None:
    run = load("run")
    walls = {run.OURS: (10, 30), run.OBVIOUS: (100, 200)}
    shell = {
        f"{title} {query}": [run.Run(float(wall), 30.0, 0.1, 1)]
        for title, its in walls.items()
        for query, wall in zip(run.SHELL_QUERIES, its, strict=True)
    }
    builds = {"lunshu index": {"seconds": 9.0, "disk_mb": 50.0, "peak_mb": 120.0}}
    assert run.in_short(shell, builds, text_mb=10.0, private_mb=99.6) == {
        "one answer at the shell, times the obvious script's": "0.15",
        "memory of `lunshu index`, times the text": "12.00",
        "index on disk, times the text": "5.00",
        "private memory that a searcher adds to Python": "100 MB",
    }


def test_builds_are_compared_with_everything_but_cutting(load: Any) -> None:
    made = {"disk_mb": 2.0, "peak_mb": 30.0}
    builds = {"lunshu core": {"seconds": 2.0, **made}, "Whoosh": {"seconds": 9.0, **made}}
    assert load("run").build_table(builds).splitlines()[2:] == [
        "| lunshu, everything but cutting | 2.00 | 1.00 | 2.00 | 30.00 |",
        "| Whoosh | 9.00 | 4.50 | 2.00 | 30.00 |",
    ]


def test_the_obvious_script_finds_a_word_with_highlights(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "000_one.txt").write_text("无关\n\n核心技术受制于人\n", "utf-8")
    command = [sys.executable, str(BENCHMARKS / "peers" / "obvious.py")]
    index = str(tmp_path / "index")
    subprocess.run([*command, "build", str(tmp_path / "seeds"), index], check=True)
    search = [*command, "search", index, "核心技术"]
    printed = subprocess.run(search, check=True, capture_output=True, text=True).stdout
    assert printed.startswith('000#1 <b class="match term0">核心技术</b>')


def test_one_command_runs_it() -> None:
    asked = subprocess.run(
        [str(BENCHMARKS / "run"), "--help"], check=True, capture_output=True, text=True
    )
    for option in ("--rounds", "--work", "--times", "--skip-whoosh", "--record DIR"):
        assert option in asked.stdout
