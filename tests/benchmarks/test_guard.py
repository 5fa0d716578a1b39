"""The guard says what it should of figures, whatever they are; nothing here measures."""

from __future__ import annotations

import doctest
import json
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from indexer import build_index
from tests.benchmarks.conftest import Load
from tests.support.command_line import CHECKOUT
from tests.support.corpus import write_corpus

BENCHMARKS = CHECKOUT / "benchmarks"

Guard = Callable[..., tuple[int, list[set[str]]]]


@pytest.fixture
def even(load: Load) -> dict[str, float]:
    """Every figure, and 1 for its ratio."""
    return {figure.name: 1.0 for figure in load("guarding.figures").FIGURES}


@pytest.fixture
def record(tmp_path: Path, even: dict[str, float], load: Load) -> Path:
    """A file in which every figure is recorded as 1."""
    path = tmp_path / "guard.json"
    load("guarding.recorded").write_recorded(path, [even], {"python": "3.11"})
    return path


@pytest.fixture
def run_guard(load: Load, record: Path, monkeypatch: pytest.MonkeyPatch) -> Guard:
    """Runs the command on ratios that are given instead of measured, one round after another.

    It returns the exit code and which groups were measured.
    """
    guard = load("guard")

    def run(*rounds: Mapping[str, float], arguments: tuple[str, ...] = ()) -> Any:
        given, asked = iter(rounds), []

        def measure(_ground: object, groups: Any) -> dict[str, float]:
            asked.append(set(groups))
            ratios = next(given)
            figures = load("guarding.figures").FIGURES
            return {it.name: ratios[it.name] for it in figures if it.group in groups}

        monkeypatch.setattr("sys.argv", ["guard", *arguments])
        monkeypatch.setattr(guard, "RECORD", record)
        monkeypatch.setattr(guard, "set_environment", lambda *_: None)
        monkeypatch.setattr(guard, "prepare", lambda _folder: None)
        monkeypatch.setattr(guard, "measure", measure)
        return guard.main(), asked

    return run


@pytest.mark.parametrize(
    ("measured", "broken", "outdone"),
    [
        (1.0, False, False),
        (1.5, False, False),
        (1.51, True, False),
        (2.0, True, False),
        (0.67, False, False),
        (0.66, False, True),
        (math.nan, True, False),
        (math.inf, True, False),
    ],
)
def test_a_figure_may_be_one_and_a_half_times_what_is_recorded(
    load: Load, measured: float, broken: bool, outdone: bool
) -> None:
    figure = load("guarding.figures").FIGURES[0]
    verdict = load("guarding.figures").Verdict(figure, measured, 1.0)
    assert (verdict.limit, verdict.broken, verdict.outdone) == (1.5, broken, outdone)


def test_a_count_may_be_a_tenth_more(load: Load) -> None:
    figures = load("guarding.figures")
    (modules,) = [it for it in figures.FIGURES if it.name == "start_own_modules"]
    broken = [figures.Verdict(modules, count, 100).broken for count in (110.0, 111.0)]
    assert broken == [False, True]


def test_the_table_names_what_is_broken_and_what_is_better(load: Load) -> None:
    verdicts = figures = load("guarding.figures")
    some = [figures.Figure(name, "group", f"what {name} is") for name in ("a", "b", "c")]
    judged = verdicts.judge(some, {"a": 3.1, "b": 0.2, "c": 1.2}, {"a": 2, "b": 1, "c": 1})
    assert verdicts.rows(judged) == [
        ("a", "3.100", "2.000", "3.000", "BROKEN", "what a is"),
        ("b", "0.200", "1.000", "1.500", "better: record anew", "what b is"),
        ("c", "1.200", "1.000", "1.500", "", "what c is"),
    ]
    assert verdicts.broken_groups(judged) == ["group"]
    assert verdicts.exit_code(judged) == 1
    assert verdicts.exit_code(judged[1:]) == 0


def test_a_figure_that_was_not_measured_is_no_pass(load: Load, even: dict[str, float]) -> None:
    verdicts = figures = load("guarding.figures")
    with pytest.raises(KeyError):
        verdicts.judge(figures.FIGURES, {**even} | {"more": 1}, {})
    even.pop("core_p50")
    with pytest.raises(KeyError, match="core_p50"):
        verdicts.judge(figures.FIGURES, even, dict.fromkeys([*even, "core_p50"], 1.0))


def test_what_is_recorded_is_the_median_of_the_runs(
    load: Load, tmp_path: Path, even: dict[str, float]
) -> None:
    recorded, path = load("guarding.recorded"), tmp_path / "guard.json"
    runs = [{**even, "core_p50": ratio} for ratio in (0.2, 9.0, 0.123456)]
    recorded.write_recorded(path, runs, {"python": "3.11"})
    assert recorded.read_recorded(path) == {**even, "core_p50": 0.2}
    content = json.loads(path.read_text("utf-8"))
    assert content["recipe"] == {"python": "3.11"}
    assert content["figures"]["core_p50"] == {"ratio": 0.2, "runs": [0.2, 9.0, 0.1235]}


def test_one_group_is_recorded_anew_and_the_others_stay(
    load: Load, record: Path, even: dict[str, float]
) -> None:
    recorded = load("guarding.recorded")
    group = [figure.name for figure in load("guarding.figures").FIGURES if figure.group == "build"]
    runs = [dict.fromkeys(group, ratio) for ratio in (3.0, 2.0, 4.0)]
    for turn in (1, 2):
        recorded.write_recorded(record, runs, {"python": f"3.{turn}"}, "build")
        assert recorded.read_recorded(record) == even | dict.fromkeys(group, 3.0)
        content = json.loads(record.read_text("utf-8"))
        assert content["recipe"] == {"python": "3.11"}
        assert content["recipes"] == {"build": {"python": f"3.{turn}"}}
        assert content["figures"]["build_read"] == {"ratio": 3.0, "runs": [3.0, 2.0, 4.0]}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda it: it.update(method=0), "it was measured by method 0, not "),
        (lambda it: it.pop("method"), "it was measured by method None, not "),
        (lambda it: it.pop("figures"), "it is no record of the guard"),
        (lambda it: it["figures"].pop("core_p50"), "core_p50 is not in it"),
        (lambda it: it["figures"].update(gone={"ratio": 1}), "gone is no figure"),
        (lambda it: it["figures"].update(core_p50=1), "core_p50 is None, no ratio"),
        (lambda it: it["figures"]["core_p50"].update(ratio=0), "core_p50 is 0, no ratio"),
        (lambda it: it["figures"]["core_p50"].update(ratio="1"), "core_p50 is 1, no ratio"),
        (lambda it: it["figures"]["core_p50"].update(ratio=math.nan), "core_p50 is nan, no ratio"),
        (lambda it: it["figures"]["core_p50"].update(ratio=math.inf), "core_p50 is inf, no ratio"),
    ],
)
def test_an_old_or_broken_record_ends_with_2_and_says_what_to_do(
    run_guard: Guard,
    record: Path,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Any], object],
    reason: str,
) -> None:
    content = json.loads(record.read_text("utf-8"))
    change(content)
    record.write_text(json.dumps(content), "utf-8")
    assert run_guard() == (2, [])
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"guard: guard.json: {reason}")
    assert err.endswith("; record anew with: benchmarks/guard --record\n")


@pytest.mark.parametrize("content", [None, "", "[]", "{", '{"figures": []}'])
def test_no_record_at_all_ends_with_2(run_guard: Guard, record: Path, content: str | None) -> None:
    record.unlink()
    if content is not None:
        record.write_text(content, "utf-8")
    assert run_guard() == (2, [])


def test_all_within_their_limits_is_measured_once(
    run_guard: Guard, even: dict[str, float], capsys: pytest.CaptureFixture[str]
) -> None:
    code, asked = run_guard({**even, "core_p50": 1.4, "near_p50": 0.5})
    assert (code, len(asked)) == (0, 1)
    out = capsys.readouterr().out
    assert "| near_p50 | 0.500 | 1.000 | 1.500 | better: record anew |" in out
    assert "beyond their limits: none" in out


def test_what_is_beyond_its_limit_thrice_is_broken(
    run_guard: Guard, even: dict[str, float], capsys: pytest.CaptureFixture[str]
) -> None:
    code, asked = run_guard(
        {**even, "core_p50": 2.0, "near_slow": 3.0},
        {**even, "core_p50": 1.6, "near_slow": 1.2},
        {**even, "core_p50": 1.8},
    )
    assert (code, asked[1:]) == (1, [{"core", "near"}, {"core"}])
    out = capsys.readouterr().out
    assert "| core_p50 | 1.600 | 1.000 | 1.500 | BROKEN |" in out
    assert "beyond their limits: core_p50\n" in out


def test_what_is_beyond_its_limit_once_is_measured_anew(
    run_guard: Guard, even: dict[str, float], capsys: pytest.CaptureFixture[str]
) -> None:
    code, asked = run_guard({**even, "core_p50": 2.0}, {**even, "core_p50": 1.1})
    assert (code, asked[1:]) == (0, [{"core"}])
    assert "beyond a limit, measured anew: core" in capsys.readouterr().err


def test_what_cannot_be_measured_ends_with_2(
    load: Load, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_folder: object) -> None:
        raise load("apart").ChildError("building: exit code 1")

    guard = load("guard")
    monkeypatch.setattr("sys.argv", ["guard"])
    monkeypatch.setattr(guard, "prepare", fail)
    monkeypatch.setattr(guard, "set_environment", lambda *_: None)
    monkeypatch.setattr(guard, "read_recorded", lambda _path: {})
    assert guard.main() == 2
    assert capsys.readouterr().err == "guard: building: exit code 1\n"


def test_a_python_without_dependencies_ends_with_2(
    record: Path, load: Load, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    guard, measuring = load("guard"), load("guarding.measuring")
    monkeypatch.setattr("sys.argv", ["guard"])
    monkeypatch.setattr(guard, "RECORD", record)
    monkeypatch.setattr(guard, "set_environment", lambda *_: None)
    monkeypatch.setattr(measuring, "BENCHMARKS", record.parent)
    failing = "raise SystemExit('no jieba')"
    (record.parent / "corpora.py").write_text(failing, "utf-8")
    assert guard.main() == 2
    assert capsys.readouterr().err == "guard: corpora.py: exit code 1: no jieba\n"


def test_the_record_in_the_checkout_is_one_of_todays_figures(load: Load) -> None:
    assert load("guarding.recorded").read_recorded(BENCHMARKS / "guard.json")


def test_every_group_of_figures_is_measured(load: Load) -> None:
    figures, measuring = load("guarding.figures"), load("guarding.measuring")
    groups = {figure.group for figure in figures.FIGURES}
    assert groups == {*measuring._GROUPS, *figures.LISTS}


def test_the_start_of_a_search_is_its_work_and_its_modules(
    load: Load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = load("guarding.shell")
    load("apart").use_checkout()
    monkeypatch.setattr(shell, "STARTS", 1)
    measured = shell.measure_start(tmp_path)
    figures = load("guarding.figures").FIGURES
    assert set(measured) == {it.name for it in figures if it.group == "start"}
    assert measured["start_work"] > 0
    assert 50 < measured["start_own_modules"] < measured["start_modules"] - 100


def test_waiting_between_two_readings_of_the_clock_is_not_taken_off(
    load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = load("own_process")
    now, waited = iter([1_000, 6_000, 6_010]), iter([100, 5_080, 5_080])
    monkeypatch.setattr(clock, "_OWN", 7)
    monkeypatch.setattr(clock.time, "perf_counter_ns", lambda: next(now))
    monkeypatch.setattr(clock.os, "pread", lambda *_: f"9 {next(waited)} 3".encode())
    assert clock.steady_ns() == 930


@pytest.mark.slow
def test_tracing_that_finds_little_has_no_time(
    load: Load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering = load("guarding.answering")
    monkeypatch.setattr(answering, "TRACES", 1)
    texts = [
        f"第{number:c}条 各级人民政府应当落实{number:c}项安全保护责任。" * 2
        for number in range(0x4E00, 0x4E60)
    ]
    write_corpus(tmp_path / "seeds")
    build_index(tmp_path / "seeds", tmp_path / "index")
    (tmp_path / "cut.json").write_text(json.dumps(texts), "utf-8")
    with pytest.raises(RuntimeError, match=r"of \d+ paragraphs that were cited 0 were found"):
        answering.measure_tracing(str(tmp_path))
    lines = [json.dumps({"text": text, "doc": "法"}) + "\n" for text in texts]
    (tmp_path / "seeds" / "laws.jsonl").write_text("".join(lines), "utf-8")
    build_index(tmp_path / "seeds", tmp_path / "index")
    times = answering.measure_tracing(str(tmp_path))
    assert min(times.values()) > 0


def test_the_queries_are_the_same_each_time(load: Load) -> None:
    queries = load("queries")
    text = "为了规范口岸开放管理，提高口岸通关效率，制定本条例。"
    words = ["为了", "规范", "口岸", "开放", "管理", "提高", "口岸", "通关", "效率", "制定"]
    extra = [f"词{number:c}" for number in range(0x4E00, 0x4E00 + queries.QUERIES * 2)]
    paragraphs = [(text + word, [*words, word]) for word in extra]
    lists = queries.make_queries(paragraphs)
    assert lists == queries.make_queries(paragraphs)
    assert {name: len(asked) for name, asked in lists.items()} == dict.fromkeys(
        load("guarding.figures").LISTS, queries.QUERIES
    )
    for name in queries.FILTERED:
        assert all(query.startswith(f"{bare} ") for query, bare in lists[name])


@pytest.mark.parametrize("module", ["measuring", "recorded", "figures"])
def test_examples_in_modules_are_true(load: Load, module: str) -> None:
    outcome = doctest.testmod(load(f"guarding.{module}"))
    assert outcome.attempted
    assert not outcome.failed
