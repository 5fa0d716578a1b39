from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from indexer.errors import OptionError
from indexer.model.fields import Role
from indexer.text.folding import fold
from searcher import Filters
from searcher.engine.folder import FolderCollection
from searcher.repetition import grouping
from searcher.repetition.repeated import find_repeated
from searcher.repetition.results import Repetition, Repetitions
from searcher.repetition.thresholds import DEFAULT
from searcher.store import Store
from tests.support.opened import open_collection
from tests.support.sayings import letters, said, without_time, write_index

FORMULA = "构成犯罪的依法追究刑事责任"
UNRELATED = (
    "春天来了花都开了鸟也回来了。",
    "他昨天买了三斤苹果和两斤梨。",
    "这条河从北向南流过整个平原。",
)


def groups_of(repetitions: Repetitions) -> dict[frozenset[str], str]:
    """The members of each group, with its text."""
    return {frozenset(member.id for member in group.members): group.text for group in repetitions}


def by_the_definition(texts: dict[str, str], length: int) -> set[frozenset[str]]:
    """The groups of some texts by their ids, made step by step as `grouping` says."""
    holders: dict[str, set[str]] = defaultdict(set)
    for id_, text in texts.items():
        for size in (length, length + 1):
            for at in range(len(text) - size + 1):
                holders[text[at : at + size]].add(id_)
    names = {run: run for run, ids in holders.items() if len(run) == length and len(ids) > 1}

    def name(run: str) -> str:
        while names[run] != run:
            run = names[run]
        return run

    for run, both in holders.items():
        if len(run) == length + 1 and len(both) > 1:
            one, other = run[:-1], run[1:]
            if 2 * len(both) >= len(holders[one] | holders[other]):
                names[name(one)] = name(other)
    groups: dict[str, set[str]] = defaultdict(set)
    for run in names:
        groups[name(run)] |= holders[run]
    return set(map(frozenset, groups.values()))


def texts_of(store: Store, roles: Sequence[str]) -> dict[str, str]:
    return {
        record.id: letters(fold(record.text)) for record in store.records() if record.role in roles
    }


@pytest.mark.parametrize("length", [10, DEFAULT.usual_run, 20])
def test_the_groups_of_the_seeds_are_those_of_the_definition(
    seed_collection: FolderCollection, length: int
) -> None:
    speeches = find_repeated(seed_collection, min_length=length)
    assert set(groups_of(speeches)) == by_the_definition(
        texts_of(seed_collection.store, ["speech"]), length
    )
    every = find_repeated(seed_collection, min_length=length, within="all")
    roles = ["speech", "quotation", "article"]
    assert set(groups_of(every)) == by_the_definition(
        texts_of(seed_collection.store, roles), length
    )
    assert speeches.total == len(speeches.groups) > 20


def test_counting_in_many_parts_changes_nothing(seed_collection: FolderCollection) -> None:
    assert len(list(grouping._ranges(seed_collection.store.texts.size, 9_000))) > 3
    in_parts = find_repeated(seed_collection, at_once=9_000)
    assert without_time(in_parts) == without_time(find_repeated(seed_collection))


def test_a_group_has_its_members_by_date_and_the_first_of_them(sayings: FolderCollection) -> None:
    groups = find_repeated(sayings, min_length=13).groups
    assert [(group.first, group.letters, group.text) for group in groups] == [
        ("said/讲话集#3", 20, "过不了互联网这一关，就过不了长期执政这一关"),
        ("said/讲话集#1", 20, "互联网核心技术是我们最大的“命门”，核心技术受制于人是我们最大的隐患"),
    ]
    assert [member.id for member in groups[1].members] == ["said/讲话集#1", "said/讲话集#2"]


def test_most_members_come_first_then_the_longest_run_then_who_was_first(
    seed_collection: FolderCollection,
) -> None:
    groups = find_repeated(seed_collection).groups
    places = [
        (-len(group.members), -group.letters, group.members[0].date or date.max) for group in groups
    ]
    assert places == sorted(places)
    assert groups[0].letters < groups[1].letters  # so members count first


def test_a_limit_gives_the_first_groups_whatever_it_is(seed_collection: FolderCollection) -> None:
    whole = find_repeated(seed_collection).groups
    for limit in (0, 1, 2, 3, 15, 16, 17, 40, len(whole), len(whole) + 1):
        assert find_repeated(seed_collection, limit=limit).groups == whole[:limit]


def test_a_group_is_headed_by_words(seed_collection: FolderCollection) -> None:
    """Runs of the same letters begin in 和平 and end in 受制于人, 网络空间 and 战略性."""
    titles = {group.text for group in find_repeated(seed_collection)}
    assert titles >= {
        "互联网核心技术是我们最大的“命门”，核心技术受制于人是我们最大的隐患",
        "共同构建和平、安全、开放、合作的网络空间，建立多边、民主、透明的国际互联网治理体系",
        "中国倡导建设和平、安全、开放、合作的网络空间",
        "推进政府决策科学化、社会治理精准化",
        "中央网络安全和信息化领导小组",
    }


def test_members_are_compared_with_the_first(sayings: FolderCollection) -> None:
    first, second = find_repeated(sayings).groups[1].members
    assert first.stretches == ()
    (stretch,) = second.stretches
    assert first.text[slice(*stretch.source)].startswith("核心技术是我们")
    assert second.text[slice(*stretch.input)].startswith("核心技术是我们")
    assert second.text[slice(*second.spans[0])] == "核心技术是我们最大的命门，核心技术受制于人"


def test_who_has_no_date_comes_last_and_is_never_first(sayings: FolderCollection) -> None:
    (group,) = (
        group
        for group in find_repeated(sayings, within="all", min_length=14)
        if group.text == "核心技术受制于人是我们最大的隐患"
    )
    assert [member.id for member in group.members] == [
        "said/讲话集#1",
        "said/杂文#1",
        "said/无题#1",
    ]
    assert group.first == "said/讲话集#1"


def test_members_are_ordered_by_date_whatever_their_numbers(tmp_path: Path) -> None:
    days = (None, date(2020, 1, 1), date(2018, 1, 1), date(2019, 1, 1))
    write_index(tmp_path, {"甲": [said("甲", n, FORMULA, day) for n, day in enumerate(days)]})
    (group,) = find_repeated(open_collection(tmp_path))
    assert [member.id for member in group.members] == ["甲#2", "甲#3", "甲#1", "甲#0"]
    assert group.first == "甲#2"


def test_a_group_without_a_date_has_no_first(tmp_path: Path) -> None:
    write_index(tmp_path, {"甲": [said("甲", 1, FORMULA), said("甲", 2, FORMULA + "。")]})
    (group,) = find_repeated(open_collection(tmp_path))
    assert (group.first, [member.id for member in group.members]) == (None, ["甲#1", "甲#2"])


def formula_in(texts: Sequence[str]) -> list[str]:
    return [f"{text}，{FORMULA}，{text[::-1]}" for text in texts]


def test_a_formula_does_not_join_what_stands_beside_it(tmp_path: Path) -> None:
    once = formula_in([f"第{n}条某甲乙丙丁{n}戊己庚辛壬癸" for n in range(6)])
    twice = [*once, *(f"{text}。" for text in once)]
    write_index(tmp_path, {"甲": [said("甲", n, text) for n, text in enumerate(twice, 1)]})
    groups = groups_of(find_repeated(open_collection(tmp_path), min_length=12))
    everyone = frozenset(f"甲#{n}" for n in range(1, 13))
    pairs = {frozenset((f"甲#{n}", f"甲#{n + 6}")) for n in range(1, 7)}
    assert set(groups) == {everyone} | pairs


def test_what_the_same_paragraphs_share_in_two_places_is_one_group(tmp_path: Path) -> None:
    texts = [f"{UNRELATED[0]}{middle}{UNRELATED[1]}" for middle in ("甲", "乙丙丁戊己庚辛")]
    write_index(tmp_path, {"甲": [said("甲", n, text) for n, text in enumerate(texts, 1)]})
    (group,) = find_repeated(open_collection(tmp_path), min_length=10)
    assert [len(member.spans) for member in group.members] == [2, 2]


def test_what_members_share_elsewhere_is_not_told_in_a_group(tmp_path: Path) -> None:
    between = "".join(UNRELATED[1:]) + "这里还有许多别的话要说，一句接着一句，说到天黑也说不完呢。"
    twice = [f"{SENTENCES[1]}{between}{SENTENCES[2]}", f"{SENTENCES[1]}另外，{SENTENCES[2]}"]
    texts = [*twice, SENTENCES[2]]
    write_index(tmp_path, {"甲": [said("甲", n, text) for n, text in enumerate(texts, 1)]})
    three, two = find_repeated(open_collection(tmp_path))
    assert [len(group.members) for group in (three, two)] == [3, 2]
    for group, sentence in ((three, SENTENCES[2]), (two, SENTENCES[1])):
        (stretch,) = group.members[1].stretches
        assert twice[1][slice(*stretch.input)] == sentence[:-1]


def test_letters_repeated_within_one_paragraph_alone_are_no_group(tmp_path: Path) -> None:
    write_index(tmp_path, {"甲": [said("甲", 1, FORMULA * 3), said("甲", 2, UNRELATED[0])]})
    assert find_repeated(open_collection(tmp_path)).total == 0


def said_of(opened: FolderCollection, within: str = "all") -> list[tuple[object, ...]]:
    """Everything that is returned of the groups, without their order in the answer."""
    return sorted(map(facts_of, find_repeated(opened, within=within, min_length=8)))  # type: ignore[arg-type]


def facts_of(group: Repetition) -> tuple[object, ...]:
    members = tuple((member.id, member.spans, member.stretches) for member in group.members)
    return group.text, group.letters, group.first or "", members


SENTENCES = (
    "没有网络安全就没有国家安全。",
    "没有信息化就没有现代化，建设网络强国！",
    "过不了互联网这一关，就过不了长期执政这一关。",
    "核心技术受制于人是我们最大的隐患。",
    f"违反规定，{FORMULA}。",
)


@pytest.mark.parametrize("seed", range(4))
def test_neither_the_order_of_documents_nor_unrelated_ones_change_a_group(
    seed: int, tmp_path: Path
) -> None:
    draw = random.Random(seed)
    days = (None, date(2018, 4, 20), date(2016, 4, 19))
    documents = {
        doc: [
            said(doc, n, "".join(draw.sample(SENTENCES, k=2)), draw.choice(days))
            for n in range(1, 5)
        ]
        for doc in "甲乙丙丁"
    }
    others = {"戊": [said("戊", n, text) for n, text in enumerate(UNRELATED, 1)]}
    backwards = [{doc: documents[doc]} for doc in "丁丙乙甲"]
    write_index(tmp_path / "one", documents)
    write_index(tmp_path / "steps", {"甲": others["戊"], "丙": documents["丙"]}, *backwards)
    write_index(tmp_path / "more", documents | others)
    one, steps, more = (open_collection(tmp_path / name) for name in ("one", "steps", "more"))
    assert said_of(one) == said_of(steps) == said_of(more) != []
    assert find_repeated(one).groups == find_repeated(steps).groups == find_repeated(more).groups


def test_a_limit_cuts_the_groups_and_not_the_count(seed_collection: FolderCollection) -> None:
    whole, cut = find_repeated(seed_collection), find_repeated(seed_collection, limit=3)
    assert (cut.total, cut.groups) == (whole.total, whole.groups[:3])


@pytest.mark.parametrize("options", [{"min_length": 5}, {"limit": -1}, {"within": "article"}])
def test_what_cannot_be_asked_is_an_error(
    sayings: FolderCollection, options: dict[str, object]
) -> None:
    with pytest.raises(OptionError, match="give "):
        find_repeated(sayings, **options)  # type: ignore[arg-type]


def test_without_attributed_words_all_but_notes_is_looked_in(tmp_path: Path) -> None:
    roles: tuple[Role, ...] = ("article", "note", "article", "quotation", "note")
    records = [said("甲", n, FORMULA, role=role) for n, role in enumerate(roles, 1)]
    write_index(tmp_path / "none", {"甲": records})
    opened = open_collection(tmp_path / "none")
    answer = find_repeated(opened)
    assert (answer.within, answer.unattributed) == ("all", True)
    assert groups_of(answer) == {frozenset({"甲#1", "甲#3", "甲#4"}): FORMULA}
    assert replace(find_repeated(opened, within="all"), unattributed=True, took_ms=0.0) == replace(
        answer, took_ms=0.0
    )
    assert without_time(find_repeated(opened, within="speech")) == Repetitions(
        min_length=13, within="speech", total=0, groups=(), took_ms=0.0
    )
    notes = find_repeated(opened, filters=Filters(role="note"))
    assert set(groups_of(notes)) == {frozenset({"甲#2", "甲#5"})}

    write_index(tmp_path / "some", {"甲": records, "乙": [said("乙", 1, FORMULA)]})
    answer = find_repeated(open_collection(tmp_path / "some"))
    assert (answer.within, answer.unattributed, answer.total) == ("speech", False, 0)
