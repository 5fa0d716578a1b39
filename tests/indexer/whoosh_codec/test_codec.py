"""Whoosh over our codec: written by two paths, merged, queried, beside Whoosh's own codec."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import columns, fields, formats, query
from whoosh import index as whoosh_index
from whoosh.analysis import IDTokenizer, SpaceSeparatedTokenizer
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.reading import MultiReader, TermNotFound
from whoosh.writing import CLEAR, MERGE_SMALL

from indexer.segments.blocks import BlockFileError
from indexer.segments.tokens import bigram_postings, character_postings
from indexer.whoosh_codec import ColumnCodec, ColumnIndex, ColumnIndexWriter, ColumnSegment
from indexer.whoosh_codec.files import open_segment
from indexer.words.cut_texts import cut_postings, number_words
from indexer.words.terms import bigrams

ALPHABET = "核心技术的𠮷a"


def make_schema() -> Any:
    return fields.Schema(
        id=fields.ID(unique=True, stored=True),
        words=fields.TEXT(analyzer=SpaceSeparatedTokenizer(), stored=True, vector=True),
        tags=fields.KEYWORD(scorable=True),
        date=fields.NUMERIC(int, sortable=True, stored=True),
        note=fields.STORED,
        size=fields.COLUMN(columns.NumericColumn("i")),
    )


DOCUMENTS = st.fixed_dictionaries(
    {
        "words": st.lists(st.sampled_from(["核", "核心", "技术", "𠮷", "a"]), max_size=6).map(
            " ".join
        )
    },
    optional={
        "tags": st.lists(st.sampled_from(["讲话", "杂文", "a"]), max_size=3).map(" ".join),
        "date": st.integers(-5, 20300101),
        "note": st.one_of(st.text(max_size=3), st.integers(), st.just(("a", [1]))),
        "size": st.integers(0, 100),
    },
)
CORPORA = st.lists(st.lists(DOCUMENTS, max_size=4), max_size=4)
"""Documents, commit by commit."""

Open = Callable[[Any], Any]


def ours(schema: Any) -> Any:
    return ColumnIndex.create(RamStorage(), schema)


def whooshs(schema: Any) -> Any:
    return RamStorage().create_index(schema)


def fill(index: Any, commits: list[list[dict[str, Any]]], **commit: Any) -> None:
    number = 0
    for documents in commits:
        writer = index.writer()
        for document in documents:
            writer.add_document(id=str(number), **document)
            number += 1
        writer.commit(**commit)


def delete(index: Any, ids: set[int]) -> None:
    writer = index.writer()
    for number in ids:
        writer.delete_by_term("id", str(number))
    writer.commit(merge=False)


def content(index: Any) -> dict[str, Any]:
    """Everything that can be read of an index, by the ids of its documents."""
    with index.reader() as reader:
        ids = {doc: stored["id"] for doc, stored in reader.iter_docs()}
        return {
            "documents": list(reader.all_stored_fields()),
            "postings": {
                (field, term): found
                for field, term in reader.all_terms()
                if (found := postings(reader, field, term, ids))
            },
            "lengths": {
                (field, ids[doc]): reader.doc_field_length(doc, field) or 0
                for field in ("words", "tags")
                for doc in ids
            },
            # Whoosh's own reader of columns of several segments mixes up their documents.
            "columns": {
                (field, ids[doc + first]): leaf.column_reader(field)[doc]
                for field in ("date", "size")
                for leaf, first in reader.leaf_readers()
                for doc in leaf.all_doc_ids()
            },
            "vectors": {
                ids[doc]: list(reader.vector(doc, "words").items_as("positions"))
                for doc in ids
                if reader.has_vector(doc, "words")
            },
        }


def postings(reader: Any, field: str, term: bytes, ids: dict[int, str]) -> list[Any]:
    """Where a term stands, and what its field's format says of each posting."""
    matcher = reader.postings(field, term)
    has_positions = reader.schema[field].format.supports("positions")
    kind = "positions" if has_positions else "frequency"
    found = []
    while matcher.is_active():
        found.append((ids[matcher.id()], matcher.weight(), matcher.value_as(kind)))
        matcher.next()
    return found


@settings(max_examples=50)
@given(CORPORA)
def test_what_is_written_reads_as_from_the_default_codec(
    commits: list[list[dict[str, Any]]],
) -> None:
    index, oracle = ours(make_schema()), whooshs(make_schema())
    for each in (index, oracle):
        fill(each, commits, merge=False)
    assert content(index) == content(oracle)


@settings(max_examples=50)
@given(CORPORA, st.sets(st.integers(0, 8)), st.booleans())
def test_a_merged_index_is_a_fresh_one(
    commits: list[list[dict[str, Any]]], deleted: set[int], late: bool
) -> None:
    numbered = [
        {"id": str(number), **document}
        for number, document in enumerate(document for commit in commits for document in commit)
    ]
    addition = {"id": "new", "words": "核心 技术 核心", "tags": "a", "size": 3}
    index = ours(make_schema())
    fill(index, commits, merge=False)
    delete(index, deleted)
    writer = index.writer()
    if not late:
        writer.add_document(**addition)
    if late:
        # A merge before a document: its postings come after those that were merged.
        with index.reader() as reader:
            writer.add_reader(reader)
        writer.add_document(**addition)
        writer.commit(mergetype=CLEAR)
    else:
        writer.commit(optimize=True)
    live = [document for document in numbered if int(document["id"]) not in deleted]
    fresh = ours(make_schema())
    with fresh.writer() as writer:
        for document in [*live, addition] if late else [addition, *live]:
            writer.add_document(**document)
    assert content(index) == content(fresh)
    assert len(index._segments()) == 1
    assert statistics(index) == statistics(fresh)


def statistics(index: Any) -> dict[Any, Any]:
    with index.reader() as reader:
        return {
            (field, term): (
                info.weight(),
                info.doc_frequency(),
                info.min_length(),
                info.max_length(),
                info.max_weight(),
                info.min_id(),
                info.max_id(),
            )
            for (field, term), info in reader
        }


def views_schema() -> Any:
    schema = fields.Schema()
    for name in ("chars", "bigrams", "words"):
        schema.add(name, fields.FieldType(formats.Frequency(), IDTokenizer(), scorable=True))
    return schema


TEXTS = st.lists(st.text(st.sampled_from(ALPHABET), max_size=7), min_size=1, max_size=6)


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_arrays_and_documents_write_the_same(first: list[str], second: list[str]) -> None:
    one_by_one, in_bulk = ours(views_schema()), ours(views_schema())
    with one_by_one.writer() as writer:
        for text in first + second:
            writer.add_document(chars=list(text), bigrams=bigrams(text), words=text.split("的"))
    with in_bulk.writer() as writer:
        for texts in (first, second):
            add_in_bulk(writer, texts)
    assert views(one_by_one) == views(in_bulk)
    assert views(in_bulk)[("chars", "lengths")] == [len(text) for text in first + second]


@settings(max_examples=20)
@given(TEXTS, TEXTS)
def test_both_ways_into_one_segment_may_alternate(first: list[str], second: list[str]) -> None:
    one_by_one, mixed = ours(views_schema()), ours(views_schema())
    for index in (one_by_one, mixed):
        with index.writer() as writer:
            for at, texts in enumerate((first, second, first, second)):
                if at % 2 and index is mixed:
                    add_in_bulk(writer, texts)
                    continue
                for text in texts:
                    writer.add_document(
                        chars=list(text), bigrams=bigrams(text), words=text.split("的")
                    )
    assert views(one_by_one) == views(mixed)


def add_in_bulk(writer: ColumnIndexWriter, texts: list[str]) -> None:
    first = writer.extend(len(texts))
    words = number_words(texts, lambda text: text.split("的"))
    writer.builder.add_postings("chars", character_postings(texts, first))
    writer.builder.add_postings("bigrams", bigram_postings(texts, first))
    writer.builder.add_postings("words", cut_postings(words, first))
    writer.builder.set_lengths(first, "chars", [len(text) for text in texts])
    writer.builder.set_lengths(first, "bigrams", [max(len(text) - 1, 0) for text in texts])
    writer.builder.set_lengths(first, "words", words.counts.tolist())


def views(index: Any) -> dict[Any, Any]:
    with index.reader() as reader:
        ids = {doc: str(doc) for doc in reader.all_doc_ids()}
        found: dict[Any, Any] = {
            (field, term): (
                info.doc_frequency(),
                info.weight(),
                postings(reader, field, term, ids),
            )
            for (field, term), info in reader
        }
        for field in reader.schema.names():
            found[field, "lengths"] = [reader.doc_field_length(doc, field) for doc in ids]
        return found


CORPUS: list[list[dict[str, Any]]] = [
    [
        {"words": "核心 技术 是 国之重器", "tags": "讲话 技术", "date": 20160419},
        {"words": "没有 网络 安全 就 没有 国家 安全", "tags": "讲话", "date": 20140227},
        {"words": "突破 核心 技术 培养 人才", "tags": "贺信", "date": 20181100},
    ],
    [
        {"words": "技术 核心", "tags": "杂文", "date": 20200101},
        {"words": "", "tags": "杂文"},
        {"words": "核 核心 核心技术 安全 安全 安全", "tags": "技术", "date": -1},
    ],
]

QUERIES = [
    query.Term("words", "核心"),
    query.Term("words", "没有的词"),
    query.Term("words", "安全"),
    query.Prefix("words", "核"),
    query.Prefix("words", ""),
    query.Wildcard("words", "*技*"),
    query.FuzzyTerm("words", "核心技术", maxdist=2),
    query.And([query.Term("words", "核心"), query.Term("words", "技术")]),
    query.Or([query.Term("words", "安全"), query.Term("tags", "技术")]),
    query.Not(query.Term("words", "核心")),
    query.AndNot(query.Every(), query.Term("tags", "讲话")),
    query.Phrase("words", ["核心", "技术"]),
    query.Phrase("words", ["技术", "核心"]),
    query.Phrase("words", ["核心", "人才"], slop=3),
    query.NumericRange("date", 20140101, 20161231),
    query.NumericRange("date", None, 0),
    query.TermRange("words", "人", "国"),
    query.Every("date"),
    query.Every(),
]


@pytest.mark.parametrize("deleted", [set(), {0, 5}])
@pytest.mark.parametrize("sought", QUERIES, ids=repr)
def test_queries_find_and_score_as_over_the_default_codec(
    sought: query.Query, deleted: set[int]
) -> None:
    found = []
    for index in (ours(make_schema()), whooshs(make_schema())):
        fill(index, CORPUS, merge=False)
        delete(index, deleted)
        with index.searcher() as searcher:
            hits = searcher.search(sought, limit=None)
            found.append([(hit["id"], round(hit.score, 6)) for hit in hits])
    assert found[0] == found[1]


def test_the_best_hits_are_the_same_where_only_few_are_asked_for() -> None:
    sought = query.Or([query.Term("words", word) for word in ("核心", "技术", "安全")])
    found = []
    for index in (ours(make_schema()), whooshs(make_schema())):
        fill(index, [CORPUS[0] * 20 + CORPUS[1] * 3])
        with index.searcher() as searcher:
            found.append([round(hit.score, 6) for hit in searcher.search(sought, limit=5)])
    assert found[0] == found[1]


def test_plain_whoosh_reads_the_folder(tmp_path: Path) -> None:
    fill(ColumnIndex.create(FileStorage(str(tmp_path)), make_schema()), CORPUS)
    with whoosh_index.open_dir(str(tmp_path)).searcher() as searcher:
        found = searcher.search(query.Phrase("words", ["核心", "技术"]))
        assert [hit["id"] for hit in found] == ["0", "2"]
    names = {path.suffix for path in tmp_path.iterdir()}
    assert names == {".toc", ".docs", ".post", ""}  # the lock has no suffix


def test_plain_whoosh_writes_on_and_merges_ours_into_its_own(tmp_path: Path) -> None:
    fill(ColumnIndex.create(FileStorage(str(tmp_path)), make_schema()), CORPUS, merge=False)
    before = content(whoosh_index.open_dir(str(tmp_path)))
    whoosh_index.open_dir(str(tmp_path)).writer().commit(optimize=True)
    (segment,) = whoosh_index.open_dir(str(tmp_path))._segments()
    assert isinstance(segment.codec(), W3Codec)
    assert content(whoosh_index.open_dir(str(tmp_path))) == before
    ColumnIndex(FileStorage(str(tmp_path))).optimize()
    (segment,) = whoosh_index.open_dir(str(tmp_path))._segments()
    assert isinstance(segment.codec(), ColumnCodec)
    assert content(whoosh_index.open_dir(str(tmp_path))) == before


def all_at_once(writer: ColumnIndexWriter, segments: list[ColumnSegment]) -> list[Any]:
    """A policy that hands several segments over as one reader."""
    readers = [
        whoosh_index.FileIndex._reader(writer.storage, writer.schema, [segment], 1)
        for segment in segments
    ]
    writer.add_reader(MultiReader(readers))
    return []


@pytest.mark.parametrize(
    ("policy", "segments"),
    [
        ({"merge": False}, 7),
        ({"optimize": True}, 1),
        ({"mergetype": CLEAR}, 1),
        ({"mergetype": MERGE_SMALL}, 2),
        ({"mergetype": all_at_once}, 1),
    ],
    ids=["no merge", "optimize", "clear", "small ones", "all at once"],
)
def test_merge_policies_work(policy: dict[str, Any], segments: int) -> None:
    index = ours(make_schema())
    fill(index, [[document] for document in CORPUS[0] + CORPUS[1]], merge=False)
    assert len(index._segments()) == 6
    writer = index.writer()
    writer.add_document(id="new", words="核心")
    writer.commit(**policy)
    assert len(index._segments()) == segments


def test_a_commit_without_documents_writes_no_segment(tmp_path: Path) -> None:
    index = ColumnIndex.create(FileStorage(str(tmp_path)), make_schema())
    index.writer().commit()
    assert index.is_empty()
    fill(index, CORPUS)
    delete(index, set(range(6)))
    index.optimize()
    assert index.is_empty()
    assert [path.name for path in tmp_path.glob("MAIN_*.*")] == []


def test_a_cancelled_writer_leaves_nothing_behind(tmp_path: Path) -> None:
    index = ColumnIndex.create(FileStorage(str(tmp_path)), make_schema())
    before = sorted(path.name for path in tmp_path.iterdir())
    writer = index.writer()
    writer.add_document(id="1", words="核心")
    writer.cancel()
    after = sorted(path.name for path in tmp_path.iterdir())
    assert [name for name in after if name != "MAIN_WRITELOCK"] == before


def test_documents_without_a_folded_text_have_an_empty_one() -> None:
    index = ours(make_schema())
    for texts in (["核心", "技术"], None, ["人才"]):
        writer = index.writer()
        if texts is None:
            writer.add_document(id="plain")
        else:
            writer.extend(len(texts))
            writer.builder.texts.add(texts)
        writer.commit(merge=False)
    writer = index.writer()
    writer.delete_document(0)
    writer.commit(optimize=True)
    (segment,) = index._segments()
    merged = open_segment(index.storage, segment).texts()
    assert [merged[doc] for doc in range(len(merged))] == ["技术", "", "人才"]


def test_texts_belong_to_the_documents_that_were_reserved_for_them() -> None:
    index = ours(make_schema())
    with index.writer() as writer:
        writer.add_document(id="plain")
        writer.extend(1)
        writer.builder.texts.add(["核心"])
        writer.add_document(id="plain, too")
    (segment,) = index._segments()
    texts = open_segment(index.storage, segment).texts()
    assert [texts[doc] for doc in range(3)] == ["", "核心", ""]


def test_choices_keep_their_folded_forms_in_a_merge() -> None:
    index = ours(make_schema())
    for titles in (["論持久戰", "５Ｇ"], ["五G"]):
        writer = index.writer(searched=["title"])
        first = writer.extend(len(titles))
        for doc, title in enumerate(titles, first):
            writer.builder.store(doc, "title", title, "choices")
        writer.commit(merge=False)
    index.optimize(searched=["title"])
    (segment,) = index._segments()
    merged = open_segment(index.storage, segment)
    folded = merged.folded_choices("title")
    assert [merged.row(doc)["title"] for doc in range(3)] == ["論持久戰", "５Ｇ", "五G"]
    assert folded is not None
    assert [folded[at] for at in range(3)] == ["五g", "论持久战", "5g"]


def test_columns_of_fields_named_by_a_pattern_are_merged() -> None:
    schema = make_schema()
    schema.add("*_no", fields.NUMERIC(int, sortable=True, stored=True), glob=True)
    index = ours(schema)
    for number in (7, 8):
        with index.writer() as writer:
            writer.add_document(id=str(number), page_no=number)
    index.optimize()
    with index.reader() as reader:
        assert list(reader.column_reader("page_no")) == [7, 8]
        assert [stored["page_no"] for stored in reader.all_stored_fields()] == [7, 8]


def test_deletions_are_kept_and_taken_back() -> None:
    segment = ColumnSegment("MAIN")
    segment.set_doc_count(5)
    for doc in (4, 1, 4):
        segment.delete_document(doc)
    segment.delete_document(3, delete=False)
    again = pickle.loads(pickle.dumps(segment))
    assert sorted(again.deleted_docs()) == [1, 4]
    assert (again.doc_count(), again.doc_count_all(), again.deleted_count()) == (3, 5, 2)
    assert again.segment_id() == segment.segment_id()
    again.delete_document(1, delete=False)
    assert not again.is_deleted(1)
    assert segment.is_deleted(1)


def test_a_missing_term_is_not_found() -> None:
    index = ours(make_schema())
    fill(index, CORPUS)
    with index.reader() as reader:
        assert ("words", "没有的词") not in reader
        assert reader.frequency("words", "没有的词") == 0
        assert reader.doc_frequency("words", "没有的词") == 0
        for look in (reader.term_info, reader.postings):
            with pytest.raises(TermNotFound):
                look("words", "没有的词")


def test_lengths_are_exact_and_great_weights_too() -> None:
    index = ours(make_schema())
    with index.writer() as writer:
        writer.add_document(id="1", words="核心 " * 1001)
    with index.reader() as reader:
        assert reader.doc_field_length(0, "words") == 1001
        assert reader.term_info("words", "核心").weight() == 1001
        assert reader.postings("words", "核心").weight() == 1001


@pytest.mark.parametrize("ending", [".docs", ".post"])
def test_a_damaged_file_is_not_read(tmp_path: Path, ending: str) -> None:
    index = ColumnIndex.create(FileStorage(str(tmp_path)), make_schema())
    fill(index, [CORPUS[0]])
    (path,) = tmp_path.glob(f"*{ending}")
    data = path.read_bytes()
    for damaged in (b"", data[:100], data[:-1], data[:-30] + bytes(30)):
        path.write_bytes(damaged)
        with pytest.raises(BlockFileError, match=f"{path.name} cannot be read"):
            index.reader()
    path.unlink()
    with pytest.raises(FileNotFoundError):
        index.reader()


@pytest.mark.parametrize("ending", [".docs", ".post"])
def test_damaged_blocks_are_not_merged(tmp_path: Path, ending: str) -> None:
    index = ColumnIndex.create(FileStorage(str(tmp_path)), make_schema())
    fill(index, [CORPUS[0]])
    (path,) = tmp_path.glob(f"*{ending}")
    data = bytearray(path.read_bytes())
    data[64] ^= 1
    path.write_bytes(data)
    writer = index.writer()
    with pytest.raises(BlockFileError, match=r"is damaged$"):
        writer.commit(optimize=True)
    writer.cancel()


@pytest.mark.parametrize("ending", [".docs", ".post"])
def test_a_file_of_another_segment_is_not_read(tmp_path: Path, ending: str) -> None:
    index = ColumnIndex.create(FileStorage(str(tmp_path)), make_schema())
    fill(index, [CORPUS[0], CORPUS[1][:2]], merge=False)
    first, second = tmp_path.glob(f"*{ending}")
    first.write_bytes(second.read_bytes())
    second.write_bytes(first.read_bytes())
    with pytest.raises(BlockFileError):
        index.reader()


def test_columns_are_written_by_one_process() -> None:
    with pytest.raises(ValueError, match="columns are written by one process"):
        ours(make_schema()).writer(procs=2)
