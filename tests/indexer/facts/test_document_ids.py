from __future__ import annotations

import random

from indexer.facts.collection import document_ids


def test_an_id_is_the_path_without_suffix() -> None:
    assert document_ids([("a.txt", None), ("讲话/b.md", None)]) == ["a", "讲话/b"]


def test_the_suffix_stays_where_two_would_collide() -> None:
    paths = [("b.txt", None), ("b.md", None), ("c.txt", None)]
    assert document_ids(paths) == ["b.txt", "b.md", "c"]


def test_the_documents_of_one_file_are_distinguished_by_their_group() -> None:
    assert document_ids([("laws.jsonl", "宪法"), ("laws.jsonl", "民法典")]) == [
        "laws/宪法",
        "laws/民法典",
    ]


def test_a_group_never_takes_the_id_of_a_file() -> None:
    assert document_ids([("laws.jsonl", "a"), ("laws/a.txt", None)]) == [
        "laws.jsonl/a",
        "laws/a.txt",
    ]


def test_no_two_documents_share_an_id_whatever_files_and_groups_are_called() -> None:
    documents = [
        ("a.txt", "b"),
        ("a.txt", "a/b"),
        ("a.txt.txt", "b"),
        ("a.txt.txt", "a/b"),
        ("a/b.txt", None),
    ]
    ids = document_ids(documents)
    assert len(set(ids)) == len(documents)
    draw = random.Random(7)
    names = ["a.txt", "a/b", "a.txt.txt", "b.md", "a/b.md", "b", "a.md"]
    for _ in range(3_000):
        paths = draw.sample(names, draw.randint(1, 5))
        documents = [
            (path, group)
            for path in sorted(paths)
            for group in draw.sample([None, "b", "a/b", "b.txt"], draw.randint(1, 3))
        ]
        assert len(set(document_ids(documents))) == len(documents), documents
