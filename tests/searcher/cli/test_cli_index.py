"""`lunshu index` and `lunshu status` as users run them."""

from __future__ import annotations

import json
import os
import re
import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from indexer import Limits, build_index
from indexer.commits import verifying
from indexer.commits.catalogues import read_built, write_catalogue
from indexer.commits.segment_files import SegmentFiles
from indexer.commits.verifying import verify_documents
from indexer.segments.blocks import BlockFileError
from indexer.wording.said import said
from searcher.render.text.messages import update_command
from tests.support.answers import MANIFEST
from tests.support.command_line import Lunshu
from tests.support.corpus import write_corpus
from tests.support.holding import held_by_another
from tests.support.overwriting import overwrite


@pytest.mark.usefixtures("in_chinese")
def test_index_builds_then_finds_nothing_to_do(lunshu: Lunshu, desk: Path) -> None:
    write_corpus(desk / "seeds")
    first = lunshu("index")
    assert first.code == 0
    assert first.err == "lunshu: 为 seeds 建立索引\n"
    assert re.fullmatch(
        "已新建索引：新增 1 · 更改 0 · 移除 0 · 未变 0\n"
        r"1 个源文件 · 2 篇文档 · 5 段 · 用时 \d+\.\d 秒\n"
        "2 篇文档：有日期 1，有讲话人 0，讲话 3，论述 3；未读的出处 0，跳过的文件 0\n",
        first.out,
    )
    again = lunshu("index")
    assert (again.code, again.err) == (0, "")
    assert again.out.startswith("索引已是最新：新增 0 · 更改 0 · 移除 0 · 未变 1\n")
    full = lunshu("index", "--full", "-q")
    assert (full.code, full.err) == (0, "")
    assert full.out.startswith("已重建索引：")


@pytest.mark.usefixtures("in_chinese")
def test_index_reports_files_that_cannot_be_read(lunshu: Lunshu, desk: Path) -> None:
    write_corpus(desk / "seeds")
    (desk / "seeds" / "bad.jsonl").write_bytes(b"{\n")
    run = lunshu("index", "seeds", "--format", "json", "-q")
    report = json.loads(run.out)
    assert run.code == 2
    assert [failure["path"] for failure in report["failed"]] == ["bad.jsonl"]
    assert run.err == f"lunshu: bad.jsonl：{report['failed'][0]['reason']}\n"
    assert " · 读入有误 1\n" in lunshu("index", "--full", "-q").out
    status = lunshu("status")
    assert status.code == 0
    assert "读入有误  bad.jsonl：" in status.out
    assert lunshu("search", "核心技术").code == 0


@pytest.mark.usefixtures("in_chinese")
def test_many_failures_of_one_kind_are_one_line_and_all_are_in_json(
    lunshu: Lunshu, desk: Path
) -> None:
    write_corpus(desk / "seeds")
    names = [f"{number}.txt" for number in range(1, 8)]
    for name in names:
        (desk / "seeds" / name).write_bytes(b"")
    run = lunshu("index", "-q")
    line = "7 个文件，例如 1.txt：文件是空的；请写入内容，或者删除"
    line += "（列出全部：lunshu status --format json）"
    assert (run.code, run.err) == (2, f"lunshu: {line}\n")
    assert "；未读的出处 0，跳过的文件 7\n" in run.out
    status = lunshu("status")
    first, *_, last = status.out.replace("\n          ", "").splitlines()
    assert first == "2 篇文档：有日期 1，有讲话人 0，讲话 3，论述 3；未读的出处 0，跳过的文件 7"
    assert last == f"读入有误  {line}"
    told = json.loads(lunshu("status", "--format", "json").out)
    assert [failure["path"] for failure in told["failed"]] == names
    assert told["understood"] | {"doubts": []} == {
        "documents": 2,
        "dated": 1,
        "with_speaker": 0,
        "speeches": 3,
        "passages": 3,
        "unread": 0,
        "skipped": 7,
        "doubts": [],
    }


def test_status_counts_what_is_passed_over_as_the_run_did(lunshu: Lunshu, desk: Path) -> None:
    write_corpus(desk / "seeds")
    (desk / "seeds" / "link").symlink_to("nowhere")
    told = [json.loads(lunshu("index", "-q", "--format", "json").out)["understood"]]
    for arguments in ((), ("--check",)):
        status = json.loads(lunshu("status", *arguments, "--format", "json").out)
        assert [one["path"] for one in status["skipped"]] == ["link"]
        told.append(status["understood"])
    assert [one["skipped"] for one in told] == [1, 1, 1]


@pytest.mark.usefixtures("in_chinese")
def test_status_says_whether_the_sources_have_changed(lunshu: Lunshu, desk: Path) -> None:
    write_corpus(desk / "seeds")
    lunshu("index")
    assert json.loads(lunshu("status", "--format", "json").out)["changed"] == []
    (desk / "seeds" / "new.txt").write_text("新的一段。\n", "utf-8")
    assert "变动      new.txt\n更新      lunshu index" in lunshu("status").out
    (desk / "seeds").rename(desk / "elsewhere")
    assert json.loads(lunshu("status", "--format", "json").out)["changed"] is None


def test_status_without_an_index_is_an_error_and_builds_none(lunshu: Lunshu, desk: Path) -> None:
    write_corpus(desk / "seeds")
    run = lunshu("status")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("lunshu: index: there is no index here")
    assert not (desk / "index").exists()


@pytest.mark.parametrize("damage", ["remove", "cut"])
def test_status_of_a_damaged_index_is_an_error(lunshu: Lunshu, desk: Path, damage: str) -> None:
    write_corpus(desk / "seeds")
    lunshu("index", "-q")
    files = [file for file in (desk / "index").iterdir() if file.suffix != ".json"]
    largest = max(files, key=lambda file: file.stat().st_size)
    if damage == "remove":
        largest.unlink()
    else:
        overwrite(largest, largest.read_bytes()[:-1])
    run = lunshu("status")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith(f"lunshu: index: the index is damaged, {largest.name} ")


def write_long_ago(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    os.utime(path, (1_000_000_000, 1_000_000_000))


@pytest.fixture
def indexed(lunshu: Lunshu, desk: Path) -> Path:
    """A folder with two source files and their index."""
    write_long_ago(desk / "seeds" / "a.txt", "核心技术是国之重器。")
    write_long_ago(desk / "seeds" / "b.txt", "没有网络安全就没有国家安全。")
    assert lunshu("index", "-q").code == 0
    return desk


@pytest.mark.usefixtures("in_chinese")
def test_a_dry_run_says_what_would_be_done_and_does_nothing(lunshu: Lunshu, indexed: Path) -> None:
    (indexed / "seeds" / "a.txt").rename(indexed / "seeds" / "z.txt")
    write_long_ago(indexed / "seeds" / "b.txt", "实现自主创新。")
    write_long_ago(indexed / "seeds" / "c.txt", "人才是第一资源。")
    before = sorted((path.name, path.read_bytes()) for path in (indexed / "index").iterdir())
    run = lunshu("index", "--dry-run")
    assert (run.code, run.err) == (0, "")
    assert (
        run.out
        == """\
源文件有变，将更新：新增 2 · 更改 1 · 移除 1 · 未变 0
  a.txt → z.txt
  + c.txt
  * b.txt
"""
    )
    assert lunshu("index", "--dry-run", "--full").out.startswith("源文件有变，将重建：")
    plan = json.loads(lunshu("index", "--dry-run", "--format", "json").out)
    assert plan == {
        "state": "content",
        "action": "update",
        "reasons": [],
        "added": ["c.txt", "z.txt"],
        "changed": ["b.txt"],
        "removed": ["a.txt"],
        "renamed": [["a.txt", "z.txt"]],
        "unchanged": [],
        "skipped": [],
    }
    assert before == sorted(
        (path.name, path.read_bytes()) for path in (indexed / "index").iterdir()
    )


@pytest.mark.usefixtures("in_chinese", "indexed")
def test_a_changed_option_is_named(lunshu: Lunshu) -> None:
    run = lunshu("index", "--timezone", "UTC", "--max-paragraph", "50000", "-q")
    assert run.code == 0
    assert run.out.splitlines()[:3] == [
        "时区：+08:00 → UTC",
        "单段上限（字）：1000000 → 50000",
        "索引选项有变，已重建索引：新增 0 · 更改 0 · 移除 0 · 未变 2",
    ]


def test_links_are_followed_when_asked_and_named_when_not(lunshu: Lunshu, indexed: Path) -> None:
    write_long_ago(indexed / "outside.txt", "实现自主创新。")
    (indexed / "seeds" / "link.txt").symlink_to(indexed / "outside.txt")
    run = lunshu("index")
    assert run.err.startswith("lunshu: link.txt: it is a symbolic link; ")
    assert lunshu("index", "-q").err == ""
    assert lunshu("search", "自主创新", "-q", "--exact").code == 1
    assert lunshu("index", "--follow-links", "-q").code == 0
    assert lunshu("search", "自主创新", "-q").code == 0
    (indexed / "outside.txt").write_text("坚持自主创新。", "utf-8")
    assert "--follow-links" in lunshu("search", "自主创新").err
    assert lunshu("status", "--check").code == 1


def test_limits_are_reported_with_the_option_that_raises_them(
    lunshu: Lunshu, indexed: Path
) -> None:
    write_long_ago(indexed / "seeds" / "c.txt", "长" * 60 + "。\n\n短。")
    run = lunshu("index", "--max-paragraph", "50", "-q")
    assert run.code == 2
    assert re.search(r"^lunshu: c.txt: line 1: .*61.*50.*--max-paragraph", run.err, re.MULTILINE)
    write_long_ago(indexed / "seeds" / "c.txt", "长" * 600_000)
    run = lunshu("index", "--max-file-size", "1", "-q")
    assert run.code == 2
    assert re.search(r"^lunshu: c.txt: .*1,800,000.*1,048,576.*--max-file-size", run.err)


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize(
    "option",
    [
        ("--wait", "-1"),
        ("--wait", "long"),
        ("--wait", "nan"),
        ("--wait", "inf"),
        ("--max-file-size", "0"),
        ("--max-paragraph", "x"),
        ("--max-paragraph", "9" * 20),
        ("--max-file-size", "9" * 13),
    ],
)
def test_values_that_make_no_sense_are_refused(option: tuple[str, str], lunshu: Lunshu) -> None:
    run = lunshu("index", *option)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert option[0] in run.err or "the limit " in run.err


def test_a_second_writer_waits_and_then_says_who_is_first(lunshu: Lunshu, indexed: Path) -> None:
    write_long_ago(indexed / "seeds" / "c.txt", "人才是第一资源。")
    with held_by_another(indexed / "index") as process:
        run = lunshu("index", "--wait", "0.1", "-q")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert f"process {process.pid} on " in run.err
    assert lunshu("index", "--wait", "0.1", "-q").code == 0


@pytest.mark.usefixtures("in_chinese")
def test_a_search_of_a_stale_index_warns_in_one_line(lunshu: Lunshu, indexed: Path) -> None:
    assert lunshu("search", "核心技术").err == ""
    write_long_ago(indexed / "seeds" / "c.txt", "人才是第一资源。")
    run = lunshu("search", "核心技术")
    assert (run.code, run.out.count("核心技术")) == (0, 1)
    seeds = indexed / "seeds"
    update = f"lunshu index {seeds} --index index"
    assert run.err == f"lunshu: 建立索引后源文件有变动（c.txt），请更新：{update}\n"
    assert lunshu("search", "核心技术", "-q").err == ""
    assert lunshu(*update.split()[1:], "-q").code == 0
    assert lunshu("search", "核心技术").err == ""


@pytest.mark.usefixtures("in_chinese")
@pytest.mark.parametrize("change", ["edit", "remove", "terms"])
def test_every_change_makes_an_index_stale(change: str, lunshu: Lunshu, indexed: Path) -> None:
    path = indexed / "seeds" / "a.txt"
    if change == "edit":
        path.write_text("核心技术是国之重宝。", "utf-8")
    elif change == "remove":
        path.unlink()
    else:
        write_long_ago(indexed / "terms.txt", "国之重器")
    assert "源文件有变" in lunshu("search", "核心技术").err
    run = lunshu("status", "--check")
    assert run.code == 1
    assert (
        f"变动      {'terms' if change == 'terms' else 'a'}.txt\n更新      lunshu index" in run.out
    )


def test_a_file_that_was_only_touched_makes_no_index_stale(lunshu: Lunshu, indexed: Path) -> None:
    os.utime(indexed / "seeds" / "a.txt")
    assert lunshu("search", "核心技术").err == ""
    assert lunshu("status", "--check").code == 0


def test_sources_that_are_gone_are_no_warning(lunshu: Lunshu, indexed: Path) -> None:
    (indexed / "seeds").rename(indexed / "elsewhere")
    assert lunshu("search", "核心技术").err == ""
    run = lunshu("status", "--check")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)


@pytest.mark.usefixtures("in_chinese")
def test_a_check_compares_by_content_and_says_so_by_its_exit_code(
    lunshu: Lunshu, indexed: Path
) -> None:
    assert lunshu("status", "--check").code == 0
    path = indexed / "seeds" / "a.txt"
    path.write_text("核心技术是国之重宝。", "utf-8")
    run = lunshu("status", "--check")
    assert run.code == 1
    assert "变动      a.txt\n更新      lunshu index" in run.out
    assert "核对      源文件有变，须更新\n" in run.out
    record = json.loads(lunshu("status", "--check", "--format", "json").out)
    assert (record["state"], record["changed"], record["reasons"]) == ("content", ["a.txt"], [])
    unlooked = json.loads(lunshu("status", "--format", "json").out)
    assert (unlooked["state"], unlooked["reasons"]) == (None, None)


@pytest.mark.usefixtures("in_chinese")
def test_a_deep_check_reads_the_index_from_end_to_end(lunshu: Lunshu, indexed: Path) -> None:
    run = lunshu("status", "--check", "--deep")
    assert run.code == 0
    assert run.out.endswith("核对      索引与源文件一致\n索引文件  已通读，完好无损\n")
    assert json.loads(lunshu("status", "--deep", "--format", "json").out)["verified"] is True
    (postings,) = (indexed / "index").glob("*.post")
    data = bytearray(postings.read_bytes())
    data[200] ^= 0xFF
    overwrite(postings, bytes(data))
    assert lunshu("status", "--check").code == 0
    run = lunshu("status", "--check", "--deep")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert postings.name in run.err
    repair = re.search(r"lunshu (index --full .*)$", run.err)
    assert repair is not None
    assert lunshu(*shlex.split(repair[1]), "-q").code == 0
    assert lunshu("status", "--check", "--deep").code == 0


@pytest.mark.usefixtures("in_chinese")
def test_a_deep_check_moves_on_when_a_commit_comes_in_between(
    lunshu: Lunshu, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits: list[int] = []

    def overtaken(opened: SegmentFiles) -> object:
        if not commits:
            commits.append(1)
            write_long_ago(indexed / "seeds" / "c.txt", "人才是第一资源。")
            build_index("seeds", "index")
            (opened_file,) = (indexed / "index").glob("*.docs")
            assert opened.name not in opened_file.name
            raise BlockFileError("what it looked at is gone")
        return verify_documents(opened)

    monkeypatch.setattr(verifying, "verify_documents", overtaken)
    run = lunshu("status", "--deep")
    assert (run.code, run.err) == (0, "")
    assert "3 篇文档" in run.out


@pytest.mark.parametrize(
    ("limits", "command"),
    [
        (Limits(), "lunshu index /home/seeds --index 'i m'"),
        (
            Limits(file_bytes=5 << 20, paragraph_characters=9),
            "lunshu index /home/seeds --index 'i m' --max-file-size 5 --max-paragraph 9",
        ),
        (Limits(file_bytes=500_000), "indexer.update_index(…, options=…)"),
        (Limits(pieces=9), "indexer.update_index(…, options=…)"),
    ],
)
def test_the_command_that_updates_changes_no_option(limits: Limits, command: str) -> None:
    manifest = replace(MANIFEST, recipe=replace(MANIFEST.recipe, limits=limits))
    assert update_command(manifest, "i m") == command


def test_a_command_that_is_advised_can_be_pasted(lunshu: Lunshu) -> None:
    run = lunshu("search", "核心", "--index", "my index")
    assert run.code == 2
    assert "lunshu index FOLDER --index 'my index'" in run.err


@pytest.mark.usefixtures("indexed")
def test_json_holds_nothing_that_steers_a_terminal(lunshu: Lunshu) -> None:
    query = "核心\u009b31m\u202e\u200b技术"
    run = lunshu("search", query, "--format", "json", "-q")
    assert json.loads(run.out)["query"] == query
    assert not set(run.out) & set("\u009b\u202e\u200b")


def test_what_is_left_of_another_index_is_not_replaced_by_a_question(
    lunshu: Lunshu, indexed: Path
) -> None:
    (indexed / "seeds").rename(indexed / "other")
    assert lunshu("index", "other", "-q").code == 0
    write_long_ago(indexed / "seeds" / "a.txt", "实现自主创新。")
    (contents,) = (indexed / "index").glob("*.toc")
    contents.unlink()
    run = lunshu("search", "自主创新")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert "build one with: lunshu index FOLDER --index index" in run.err


def test_a_doubt_is_said_in_the_language_of_whoever_asks(
    lunshu: Lunshu, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = desk / "index"
    write_corpus(desk / "seeds")
    assert lunshu("index", "-q").code == 0
    built = read_built(index)
    reason = said("reading.notes_unread", count=3)
    first, *others = built.catalogue.documents
    doubted = replace(built.catalogue, documents=(replace(first, doubt=reason), *others))
    write_catalogue(index, built.manifest.generation, doubted)
    monkeypatch.setenv("LUNSHU_LANG", "zh")
    (doubt,) = json.loads(lunshu("status", "--format", "json").out)["understood"]["doubts"]
    assert doubt["reason"].startswith("有 3 行像出处")
