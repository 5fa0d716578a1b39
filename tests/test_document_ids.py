from indexer.document_ids import document_ids


def test_an_id_is_the_path_without_suffix() -> None:
    assert document_ids([("a.txt", None), ("讲话/b.md", None)]) == ["a", "讲话/b"]


def test_the_suffix_stays_where_two_would_collide() -> None:
    paths = [("b.txt", None), ("b.md", None), ("c.txt", None)]
    assert document_ids(paths) == ["b.txt", "b.md", "c"]


def test_the_documents_of_one_file_are_told_apart_by_their_group() -> None:
    assert document_ids([("laws.jsonl", "宪法"), ("laws.jsonl", "民法典")]) == [
        "laws/宪法",
        "laws/民法典",
    ]


def test_a_group_never_takes_the_id_of_a_file() -> None:
    assert document_ids([("laws.jsonl", "a"), ("laws/a.txt", None)]) == [
        "laws.jsonl/a",
        "laws/a.txt",
    ]
