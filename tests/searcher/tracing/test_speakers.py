"""Persons whom `speakers.txt` names: their words are dated and named as those of others are."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from indexer import build_index, plan_update, update_index
from indexer.commits.manifest import read_manifest, write_manifest
from indexer.errors import IndexCorruptError
from indexer.model.recipe import Reason
from indexer.sources.lists import identity_of
from searcher import open_index
from searcher.claims.reading import read_article
from tests.support.command_line import Lunshu
from tests.support.everything_said import said

pytestmark = pytest.mark.usefixtures("one_cutter")

NAMES = ("任正非", "鲁迅")
LUXUN = "对于旧社会和旧势力的斗争，必须坚决，持久不断，而且注重实力"
REN = "在大机会时代，千万不要机会主义，要有战略耐性"
SAID = f"1930年3月2日，鲁迅说：“{LUXUN}。”"
QUOTED = f"2012年7月2日，任正非对科学家指出，{REN}。"


@pytest.fixture
def seeds(desk: Path) -> Path:
    """Texts of two authors whom no other collection has."""
    folder = desk / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text(f"意见\n\n我以为在现在。{LUXUN}。\n", "utf-8")
    (folder / "b.txt").write_text(f"谈话\n\n{REN}。我们要持续投入。\n", "utf-8")
    return folder


@pytest.fixture
def index(desk: Path) -> Path:
    """Where the index will be."""
    return desk / "index"


def know(seeds: Path, *names: str) -> None:
    (seeds.parent / "speakers.txt").write_text("\n".join(("# 谁", *names)), "utf-8")


def attributions(index: Path, text: str) -> list[tuple[str | None, str | None]]:
    """Where an article says that each of its quotations comes from."""
    with open_index(index) as searcher:
        trace = searcher.trace(text, within="all")
        return [
            (said.speech, said.date.first.isoformat() if said.date else None)
            if said
            else (None, None)
            for said in (one.attribution for one in trace.quotations)
        ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SAID, (None, "1930-03-02")),
        (QUOTED, (None, "2012-07-02")),
        (SAID.replace("鲁迅", "魯迅").replace("说", "說"), (None, "1930-03-02")),
        (f"1930年鲁迅曾说：“{LUXUN}。”", (None, "1930-01-01")),
    ],
)
def test_what_a_person_said_is_dated_only_where_the_person_is_known(
    text: str, expected: tuple[None, str], seeds: Path, index: Path
) -> None:
    update_index(seeds, index)
    without = attributions(index, text)
    know(seeds, *NAMES)
    update_index(seeds, index)
    assert (without, attributions(index, text)) == ([(None, None)], [expected])


def test_what_a_known_person_goes_on_to_say_is_of_the_same_day(seeds: Path, index: Path) -> None:
    both = f"2012年7月2日，任正非在诺亚方舟实验室座谈会上谈到科学。任正非说：“{REN}。”"
    update_index(seeds, index)
    assert attributions(index, both) == [(None, None)]
    know(seeds, *NAMES)
    update_index(seeds, index)
    assert attributions(index, both) == [("诺亚方舟实验室座谈会", "2012-07-02")]


def test_words_that_another_hands_on_are_not_those_of_his_day(seeds: Path, index: Path) -> None:
    handed_on = f"2021年10月10日，王小明指出，任正非强调，{REN}。"
    know(seeds, *NAMES)
    update_index(seeds, index)
    assert attributions(index, handed_on) == [(None, None)]


def test_who_is_known_signs_a_quotation() -> None:
    signed = f"> {LUXUN}。\n> —— 鲁迅，1930年3月2日\n"
    for speakers, date in (((), None), (NAMES, "1930-03-02")):
        article = read_article(signed.encode(), "文.md", speakers=speakers)
        found = [one.attribution for one in article.paragraphs if one.attribution]
        assert [one.date and one.date.first.isoformat() for one in found] == (
            [date] if date else []
        )


def test_a_changed_list_is_named_and_no_text_is_read_again(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    before = read_manifest(index)
    know(seeds, *NAMES)
    plan = plan_update(seeds, index)
    reason = Reason("speakers", "", identity_of(NAMES))
    assert (plan.state, plan.action, plan.reasons) == ("options", "update", (reason,))
    report = update_index(seeds, index)
    assert (report.state, report.action, report.reasons) == ("options", "update", (reason,))
    after = read_manifest(index)
    assert (after.speakers, after.segments, after.files) == (
        NAMES,
        before.segments,
        before.files,
    )
    assert update_index(seeds, index).state == "current"
    (seeds.parent / "speakers.txt").unlink()
    assert update_index(seeds, index).reasons == (Reason("speakers", identity_of(NAMES), ""),)
    assert read_manifest(index).speakers == ()


def test_comments_and_the_order_of_names_are_no_change(seeds: Path, index: Path) -> None:
    know(seeds, *NAMES)
    update_index(seeds, index)
    (seeds.parent / "speakers.txt").write_text("鲁迅\n\n# 企业家\n任正非\n鲁迅", "utf-8")
    assert plan_update(seeds, index).state == "current"


def test_an_index_whose_list_changed_is_as_one_built_anew(
    seeds: Path, index: Path, desk: Path
) -> None:
    update_index(seeds, index)
    know(seeds, *NAMES)
    (seeds / "c.txt").write_text("读后\n\n街上的人都在谈论天气。", "utf-8")
    update_index(seeds, index)
    build_index(seeds, desk / "fresh")
    with open_index(index) as updated, open_index(desk / "fresh") as fresh:
        assert said(updated) == said(fresh)
        assert updated.manifest.speakers == fresh.manifest.speakers == NAMES
        assert updated.manifest.recipe == fresh.manifest.recipe
    for text in (SAID, QUOTED):
        assert attributions(index, text) == attributions(desk / "fresh", text) != [(None, None)]


def test_an_index_names_no_other_persons_than_its_recipe(seeds: Path, index: Path) -> None:
    know(seeds, *NAMES)
    update_index(seeds, index)
    manifest = read_manifest(index)
    for speakers in ((), ("任正非",), ("(.*)+",), ("鲁迅", "任正非")):
        write_manifest(index, replace(manifest, speakers=speakers))
        with pytest.raises(IndexCorruptError, match=r"manifest-1\.json cannot be read"):
            open_index(index)


def attributed(lines: str) -> list[str | None]:
    """The dates that an article gives its quotations, out of `--format jsonl`."""
    found = [json.loads(line)["attribution"] for line in lines.splitlines()]
    return [one and one["date"] for one in found]


@pytest.mark.usefixtures("in_chinese")
def test_the_commands_name_the_list(lunshu: Lunshu, seeds: Path, desk: Path) -> None:
    (desk / "article.md").write_text(f"{SAID}\n\n> {REN}。\n> —— 任正非，2012年7月2日\n", "utf-8")
    assert lunshu("index", "-q").code == 0
    asked = ("trace", "article.md", "--in", "all", "--format", "jsonl")
    found = [attributed(lunshu(*asked).out)]
    know(seeds, *NAMES)
    assert "变动      speakers.txt\n更新      lunshu index" in lunshu("status").out
    checked = lunshu("status", "--check")
    assert (checked.code, "变动      speakers.txt\n" in checked.out) == (1, True)
    assert "（speakers.txt）" in lunshu("search", "战略").err
    planned = lunshu("index", "--dry-run").out
    assert planned.splitlines() == [
        "索引选项有变，将更新：新增 0 · 更改 0 · 移除 0 · 未变 2",
        f"  人名表 speakers.txt：无 → {identity_of(NAMES)[:12]}",
    ]
    assert f"人名表 speakers.txt：无 → {identity_of(NAMES)[:12]}" in lunshu("index").out
    assert lunshu("status", "--check", "--deep").code == 0
    found.append(attributed(lunshu(*asked).out))
    assert found == [[None, None], ["1930-03-02", "2012-07-02"]]
    (desk / "speakers.txt").write_text("鲁\n", "utf-8")
    refused = lunshu("index")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        f"lunshu: {desk / 'speakers.txt'}：第 1 行：不是人名；请每行写一个人名，至少 2 个字，"
        "不带标点\n"
    )
    assert "变动      speakers.txt\n" in lunshu("status").out
