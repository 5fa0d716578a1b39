"""Whoosh over our codec: written by two paths, merged, queried, beside Whoosh's own codec."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import index as whoosh_index
from whoosh import query
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.reading import MultiReader, TermNotFound
from whoosh.writing import CLEAR, MERGE_SMALL

from indexer.model.fields import VIEWS
from indexer.segments.batches import bigram_postings, character_postings
from indexer.segments.blocks import BlockFileError
from indexer.segments.postings import MOST
from indexer.whoosh_codec import ColumnCodec, ColumnIndex, ColumnIndexWriter, ColumnSegment
from indexer.whoosh_codec.files import open_segment
from indexer.whoosh_codec.schema import make_schema
from indexer.words.cut_texts import cut_postings, number_words
from indexer.words.terms import bigrams

ALPHABET = "核心技术的𠮷a"

TEXTS = st.lists(st.text(st.sampled_from(ALPHABET), max_size=7), min_size=1, max_size=6)

DOCUMENTS = st.fixed_dictionaries(
    {"text": st.text(st.sampled_from(ALPHABET), max_size=7)},
    optional={
        "speech": st.sampled_from(["讲话", "杂文", "a"]),
        "chapter_no": st.integers(0, 300),
        "date": st.integers(-5, 20300101),
        "pages": st.text(max_size=3),
    },
)
CORPORA = st.lists(st.lists(DOCUMENTS, max_size=4), max_size=4)
"""Documents, commit by commit."""

Empty = Callable[[], Any]
"""Makes an empty index."""


def indexed(text: str) -> dict[str, Any]:
    """What is indexed of a text; it is stored as it stands."""
    return {
        "text": text.split("的"),
        "chars": list(text),
        "bigrams": bigrams(text),
        "_stored_text": text,
    }


def fields(number: int, document: dict[str, Any]) -> dict[str, Any]:
    """A document as Whoosh's writer takes it. Its number is its alias."""
    given = {name: value for name, value in document.items() if name != "text"}
    if "chapter_no" in given:
        given |= {"chapter_no": str(given["chapter_no"]), "_stored_chapter_no": given["chapter_no"]}
    return {"alias": str(number), **indexed(document["text"]), **given}


def schema_with_ids() -> Any:
    """Our schema; the aliases of documents are their ids, which `update_document` goes by."""
    schema = make_schema()
    schema["alias"].unique = True
    return schema


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Empty:
    """Makes an empty index of ours."""

    def make() -> Any:
        folder = tmp_path_factory.mktemp("ours")
        return ColumnIndex.create(FileStorage(str(folder)), schema_with_ids())

    return make


@pytest.fixture(scope="module")
def whooshs(tmp_path_factory: pytest.TempPathFactory) -> Empty:
    """Makes an empty index of Whoosh's own codec, in a folder: indexes in memory share one for what
    is temporary, and tests that run side by side would remove each other's files."""

    def make() -> Any:
        return FileStorage(str(tmp_path_factory.mktemp("whooshs"))).create_index(schema_with_ids())

    return make


def fill(index: Any, commits: list[list[dict[str, Any]]], **commit: Any) -> None:
    numbers = count()
    for documents in commits:
        writer = index.writer()
        for document in documents:
            writer.add_document(**fields(next(numbers), document))
        writer.commit(**commit)


def delete(index: Any, ids: set[int]) -> None:
    writer = index.writer()
    for number in ids:
        writer.delete_by_term("alias", str(number))
    writer.commit(merge=False)


def content(index: Any) -> dict[str, Any]:
    """Everything that can be read of an index, by the numbers of its documents."""
    with index.reader() as reader:
        ids = {doc: stored["alias"] for doc, stored in reader.iter_docs()}
        return {
            "documents": list(reader.all_stored_fields()),
            "postings": {
                (field, term): found
                for field, term in reader.all_terms()
                if (found := postings(reader, field, term, ids))
            },
            "lengths": {
                (field, ids[doc]): reader.doc_field_length(doc, field) or 0
                for field in VIEWS
                for doc in ids
            },
        }


def postings(reader: Any, field: str, term: bytes, ids: dict[int, str]) -> list[Any]:
    """Where a term stands, and how often."""
    matcher = reader.postings(field, term)
    found = []
    while matcher.is_active():
        found.append((ids[matcher.id()], matcher.weight(), matcher.value_as("frequency")))
        matcher.next()
    return found


@settings(max_examples=40)
@given(commits=CORPORA)
def test_what_is_written_reads_as_from_the_default_codec(
    ours: Empty, whooshs: Empty, commits: list[list[dict[str, Any]]]
) -> None:
    index, oracle = ours(), whooshs()
    for each in (index, oracle):
        fill(each, commits, merge=False)
    assert content(index) == content(oracle)


@settings(max_examples=40)
@given(commits=CORPORA, deleted=st.sets(st.integers(0, 8)), late=st.booleans())
def test_a_merged_index_is_a_fresh_one(
    ours: Empty, commits: list[list[dict[str, Any]]], deleted: set[int], late: bool
) -> None:
    numbered = list(enumerate(document for commit in commits for document in commit))
    addition = (99, {"text": "核心的技术的核心", "speech": "a", "date": 3})
    index = ours()
    fill(index, commits, merge=False)
    delete(index, deleted)
    writer = index.writer()
    if not late:
        writer.add_document(**fields(*addition))
        writer.commit(optimize=True)
    else:
        # A merge before a document: its postings come after those that were merged.
        with index.reader() as reader:
            writer.add_reader(reader)
        writer.add_document(**fields(*addition))
        writer.commit(mergetype=CLEAR)
    live = [(number, document) for number, document in numbered if number not in deleted]
    fresh = ours()
    with fresh.writer() as writer:
        for number, document in [*live, addition] if late else [addition, *live]:
            writer.add_document(**fields(number, document))
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


@settings(max_examples=40)
@given(first=TEXTS, second=TEXTS)
def test_arrays_and_documents_write_the_same(
    ours: Empty, first: list[str], second: list[str]
) -> None:
    one_by_one, in_bulk = ours(), ours()
    with one_by_one.writer() as writer:
        for text in first + second:
            writer.add_document(**indexed(text))
    with in_bulk.writer() as writer:
        for texts in (first, second):
            add_in_bulk(writer, texts)
    assert of_views(one_by_one) == of_views(in_bulk)
    assert of_views(in_bulk)[("chars", "lengths")] == [len(text) for text in first + second]


@settings(max_examples=20)
@given(first=TEXTS, second=TEXTS)
def test_both_ways_into_one_segment_may_alternate(
    ours: Empty, first: list[str], second: list[str]
) -> None:
    one_by_one, mixed = ours(), ours()
    for index in (one_by_one, mixed):
        with index.writer() as writer:
            for at, texts in enumerate((first, second, first, second)):
                if at % 2 and index is mixed:
                    add_in_bulk(writer, texts)
                    continue
                for text in texts:
                    writer.add_document(**indexed(text))
    assert of_views(one_by_one) == of_views(mixed)


def add_in_bulk(writer: ColumnIndexWriter, texts: list[str]) -> None:
    first = writer.extend(len(texts))
    words = number_words(texts, lambda text: text.split("的"))
    writer.builder.add_postings("chars", character_postings(texts, first))
    writer.builder.add_postings("bigrams", bigram_postings(texts, first))
    writer.builder.add_postings("text", cut_postings(words, first))
    writer.builder.set_lengths(first, "chars", [len(text) for text in texts])
    writer.builder.set_lengths(first, "bigrams", [max(len(text) - 1, 0) for text in texts])
    writer.builder.set_lengths(first, "text", words.counts.tolist())


def of_views(index: Any) -> dict[Any, Any]:
    """The postings and the lengths of an index without stored values."""
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
        for field in VIEWS:
            found[field, "lengths"] = [reader.doc_field_length(doc, field) for doc in ids]
        return found


CORPUS: list[list[dict[str, Any]]] = [
    [
        {"text": "核心的技术的国之重器", "speech": "讲话", "chapter": "一", "date": 20160419},
        {"text": "没有的安全的就的安全", "speech": "讲话", "date": 20140227},
        {"text": "突破的核心的技术", "speech": "贺信", "date": 20181100},
    ],
    [
        {"text": "技术的核心", "speech": "杂文", "chapter": "二", "date": 20200101},
        {"text": "", "speech": "杂文"},
        {"text": "核的核心技术的安全", "speech": "技术", "date": -1},
    ],
]
"""Texts of at most ten characters, whose lengths Whoosh's own codec does not round."""

QUERIES = [
    query.Term("text", "核心"),
    query.Term("text", "没有的词"),
    query.Term("text", "安全"),
    query.Term("chars", "安"),
    query.Term("speech", "讲话"),
    query.Term("chapter", "二"),
    query.Prefix("text", "核"),
    query.Prefix("text", ""),
    query.Wildcard("text", "*技*"),
    query.FuzzyTerm("text", "核心技术", maxdist=2),
    query.And([query.Term("text", "核心"), query.Term("text", "技术")]),
    query.Or([query.Term("text", "安全"), query.Term("speech", "技术")]),
    query.Not(query.Term("text", "核心")),
    query.AndNot(query.Every(), query.Term("speech", "讲话")),
    query.NumericRange("date", 20140101, 20161231),
    query.NumericRange("date", None, 0),
    query.TermRange("text", "国", "就"),
    query.Every("date"),
    query.Every(),
]


@pytest.mark.parametrize("deleted", [set(), {0, 5}])
@pytest.mark.parametrize("sought", QUERIES, ids=repr)
def test_queries_find_and_score_as_over_the_default_codec(
    ours: Empty, whooshs: Empty, sought: query.Query, deleted: set[int]
) -> None:
    found = []
    for index in (ours(), whooshs()):
        fill(index, CORPUS, merge=False)
        delete(index, deleted)
        with index.searcher() as searcher:
            hits = searcher.search(sought, limit=None)
            found.append([(hit["alias"], round(hit.score, 6)) for hit in hits])
    assert found[0] == found[1]


def test_the_best_hits_are_the_same_where_only_few_are_asked_for(
    ours: Empty, whooshs: Empty
) -> None:
    sought = query.Or([query.Term("text", word) for word in ("核心", "技术", "安全")])
    found = []
    for index in (ours(), whooshs()):
        fill(index, [CORPUS[0] * 20 + CORPUS[1] * 3])
        with index.searcher() as searcher:
            found.append([round(hit.score, 6) for hit in searcher.search(sought, limit=5)])
    assert found[0] == found[1]


def test_an_updated_document_takes_the_place_of_the_one_with_its_id(ours: Empty) -> None:
    index, fresh = ours(), ours()
    one, two, three, new = ({"text": text} for text in ("核心", "技术", "人才", "核心的技术"))
    fill(index, [[one, two], [three]], merge=False)
    with index.writer() as writer:
        writer.update_document(**fields(1, new))
    with fresh.writer() as writer:
        for number, document in ((0, one), (2, three), (1, new)):
            writer.add_document(**fields(number, document))
    index.optimize()
    assert content(index) == content(fresh)


def test_plain_whoosh_reads_the_folder(ours: Empty) -> None:
    folder = folder_of(ours(), CORPUS)
    with whoosh_index.open_dir(str(folder)).searcher() as searcher:
        found = searcher.search(query.Term("text", "核心"))
        assert sorted(hit["alias"] for hit in found) == ["0", "2", "3"]
    names = {path.suffix for path in folder.iterdir()}
    assert names == {".toc", ".docs", ".post", ""}  # the lock has no suffix


def test_plain_whoosh_writes_on_and_merges_ours_into_its_own(ours: Empty) -> None:
    name = str(folder_of(ours(), CORPUS, merge=False))
    before = content(whoosh_index.open_dir(name))
    whoosh_index.open_dir(name).writer().commit(optimize=True)
    (segment,) = whoosh_index.open_dir(name)._segments()
    assert isinstance(segment.codec(), W3Codec)
    assert content(whoosh_index.open_dir(name)) == before
    ColumnIndex(FileStorage(name)).optimize()
    (segment,) = whoosh_index.open_dir(name)._segments()
    assert isinstance(segment.codec(), ColumnCodec)
    assert content(whoosh_index.open_dir(name)) == before


def folder_of(index: Any, commits: list[list[dict[str, Any]]], **commit: Any) -> Path:
    """The folder of an index, when it has been filled."""
    fill(index, commits, **commit)
    return Path(index.storage.folder)


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
def test_merge_policies_work(ours: Empty, policy: dict[str, Any], segments: int) -> None:
    index = ours()
    fill(index, [[document] for document in CORPUS[0] + CORPUS[1]], merge=False)
    assert len(index._segments()) == 6
    writer = index.writer()
    writer.add_document(**fields(6, {"text": "核心"}))
    writer.commit(**policy)
    assert len(index._segments()) == segments


def test_a_commit_without_documents_writes_no_segment(ours: Empty) -> None:
    index = ours()
    index.writer().commit()
    assert index.is_empty()
    fill(index, CORPUS)
    delete(index, set(range(6)))
    index.optimize()
    assert index.is_empty()
    assert list(Path(index.storage.folder).glob("MAIN_*.*")) == []


def test_a_cancelled_writer_leaves_nothing(ours: Empty) -> None:
    index = ours()
    folder = Path(index.storage.folder)
    before = sorted(path.name for path in folder.iterdir())
    writer = index.writer()
    writer.add_document(**fields(1, {"text": "核心"}))
    writer.cancel()
    after = sorted(path.name for path in folder.iterdir())
    assert [name for name in after if name != "MAIN_WRITELOCK"] == before


def test_documents_without_a_folded_text_have_an_empty_one(ours: Empty) -> None:
    index = ours()
    for texts in (["核心", "技术"], None, ["人才"]):
        writer = index.writer()
        if texts is None:
            writer.add_document(alias="plain")
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


def test_texts_belong_to_the_documents_that_were_reserved_for_them(ours: Empty) -> None:
    index = ours()
    with index.writer() as writer:
        writer.add_document(alias="plain")
        writer.extend(1)
        writer.builder.texts.add(["核心"])
        writer.add_document(alias="plain, too")
    (segment,) = index._segments()
    texts = open_segment(index.storage, segment).texts()
    assert [texts[doc] for doc in range(3)] == ["", "核心", ""]


def test_choices_keep_their_folded_forms_in_a_merge(ours: Empty) -> None:
    index = ours()
    for titles in (["論持久戰", "５Ｇ"], ["五G"]):
        writer = index.writer(searched=["title"])
        first = writer.extend(len(titles))
        writer.builder.store(first, "title", titles, "choices")
        writer.commit(merge=False)
    index.optimize(searched=["title"])
    (segment,) = index._segments()
    merged = open_segment(index.storage, segment)
    folded = merged.folded_choices("title")
    assert [merged.row(doc)["title"] for doc in range(3)] == ["論持久戰", "５Ｇ", "五G"]
    assert folded is not None
    assert [folded[at] for at in range(3)] == ["五g", "论持久战", "5g"]


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


def test_a_missing_term_is_not_found(ours: Empty) -> None:
    index = ours()
    fill(index, CORPUS)
    with index.reader() as reader:
        assert ("text", "没有的词") not in reader
        assert reader.frequency("text", "没有的词") == 0
        assert reader.doc_frequency("text", "没有的词") == 0
        for look in (reader.term_info, reader.postings):
            with pytest.raises(TermNotFound):
                look("text", "没有的词")


def test_lengths_are_exact_and_frequencies_those_of_a_byte(ours: Empty) -> None:
    index = ours()
    with index.writer() as writer:
        writer.add_document(chars=["核"] * 1001)
    with index.reader() as reader:
        assert reader.doc_field_length(0, "chars") == 1001
        assert reader.term_info("chars", "核").weight() == MOST
        assert reader.postings("chars", "核").weight() == MOST


@pytest.mark.parametrize("ending", [".docs", ".post"])
def test_a_damaged_file_is_not_read(ours: Empty, ending: str) -> None:
    index = ours()
    (path,) = folder_of(index, [CORPUS[0]]).glob(f"*{ending}")
    data = path.read_bytes()
    for damaged in (b"", data[:100], data[:-1], data[:-30] + bytes(30)):
        path.write_bytes(damaged)
        with pytest.raises(BlockFileError, match=f"{path.name} cannot be read"):
            index.reader()
    path.unlink()
    with pytest.raises(FileNotFoundError):
        index.reader()


@pytest.mark.parametrize("ending", [".docs", ".post"])
def test_damaged_blocks_are_not_merged(ours: Empty, ending: str) -> None:
    index = ours()
    (path,) = folder_of(index, [CORPUS[0]]).glob(f"*{ending}")
    data = bytearray(path.read_bytes())
    data[64] ^= 1
    path.write_bytes(data)
    writer = index.writer()
    with pytest.raises(BlockFileError, match=r"is damaged$"):
        writer.commit(optimize=True)
    writer.cancel()


@pytest.mark.parametrize("ending", [".docs", ".post"])
def test_a_file_of_another_segment_is_not_read(ours: Empty, ending: str) -> None:
    index = ours()
    folder = folder_of(index, [CORPUS[0], CORPUS[1][:2]], merge=False)
    first, second = folder.glob(f"*{ending}")
    first.write_bytes(second.read_bytes())
    second.write_bytes(first.read_bytes())
    with pytest.raises(BlockFileError):
        index.reader()


def test_columns_are_written_by_one_process(ours: Empty) -> None:
    with pytest.raises(ValueError, match="columns are written by one process"):
        ours().writer(procs=2)


def test_columns_are_written_into_a_folder_alone() -> None:
    with pytest.raises(TypeError, match="is kept in a folder"):
        ColumnIndex.create(RamStorage(), make_schema()).writer()


@pytest.mark.parametrize("value", [("a", "b"), b"a", 0.5])
def test_nothing_is_stored_but_texts_and_whole_numbers(ours: Empty, value: object) -> None:
    writer = ours().writer()
    with pytest.raises(TypeError, match="cannot be stored here"):
        writer.add_document(pages=value)
    writer.cancel()


def test_a_table_of_contents_finds_segments_by_the_name_of_the_package_alone() -> None:
    package = ColumnCodec.__module__.rpartition(".")[0]
    assert package.encode() in pickle.dumps(ColumnSegment("MAIN"))
    assert ColumnCodec.__module__.encode() not in pickle.dumps(ColumnSegment("MAIN"))
