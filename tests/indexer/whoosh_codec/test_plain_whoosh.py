"""Whoosh itself on an index of ours, in a process that does nothing but open it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from whoosh.index import open_dir
from whoosh.query import Every, Term

import indexer
from indexer import IndexCorruptError, update_index
from searcher import open_index

pytestmark = pytest.mark.usefixtures("one_cutter")

RECORDS = [
    {
        "id": "a",
        "text": "没有网络安全就没有国家安全。",
        "speech": "在会议上的讲话",
        "chapter": "六、维护国家网络安全",
        "date": "2014-02-27",
    },
    {
        "id": "b",
        "text": "核心技术是国之重器。",
        "speech": "在座谈会上的讲话",
        "chapter": "三、突破核心技术",
        "date": "2016-04-19",
        "source": "人民日报",
    },
    {
        "id": "c",
        "text": "加强网络安全和信息化工作。",
        "speech": "在座谈会上的讲话",
        "chapter": "六、维护国家网络安全",
        "date": "2018-04-20",
    },
]

SOUGHT = {
    "speech": 'Term("speech", "在座谈会上的讲话")',
    "chapter": 'Term("chapter", "六、维护国家网络安全")',
    "from a day on": 'NumericRange("date", 20160419, None)',
    "before a day": 'NumericRange("date", None, 20160419, endexcl=True)',
    "within a year": 'NumericRange("date", 20160101, 20161231)',
    "speech, chapter and date": (
        'And([Term("speech", "在座谈会上的讲话"), Term("chapter", "六、维护国家网络安全"),'
        ' NumericRange("date", 20180101, 20181231)])'
    ),
    "a word": 'Term("text", "网络安全")',
    "a character": 'Term("chars", "器")',
    "two characters": 'Term("bigrams", "核心")',
    "a document": 'Term("doc", "讲话")',
    "the beginning of a title": 'Prefix("speech", "在座谈会")',
    "nothing": 'Term("speech", "讲话")',
}

SCRIPT = """
import json, sys
from whoosh.index import open_dir
from whoosh.query import And, NumericRange, Prefix, Term

sought = json.loads(sys.argv[2])
with open_dir(sys.argv[1]).searcher() as searcher:
    found = {
        name: sorted(hit["alias"] for hit in searcher.search(eval(query), limit=None))
        for name, query in sought.items()
    }
    (best, *_) = searcher.search(Term("alias", "b"))
    print(json.dumps({"found": found, "stored": best.fields()}))
"""


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """An index of two commits. What it was made of lies beside it."""
    seeds, index = tmp_path / "seeds", tmp_path / "index"
    seeds.mkdir()
    (seeds / "论述.txt").write_text("实现自主创新。", "utf-8")
    update_index(seeds, index)
    lines = [json.dumps(record, ensure_ascii=False) for record in RECORDS]
    (seeds / "讲话.jsonl").write_text("\n".join(lines), "utf-8")
    update_index(seeds, index)
    return index


def test_whoosh_opens_it_where_only_our_package_can_be_imported(
    index: Path, tmp_path: Path
) -> None:
    importable = tmp_path / "importable"
    importable.mkdir()
    (importable / "indexer").symlink_to(Path(indexer.__file__).parent)
    answer = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(index), json.dumps(SOUGHT)],
        cwd=importable,
        env={"PYTHONPATH": str(importable)},
        capture_output=True,
        check=True,
    )
    said: dict[str, Any] = json.loads(answer.stdout)
    assert said == {
        "found": {
            "speech": ["b", "c"],
            "chapter": ["a", "c"],
            "from a day on": ["b", "c"],
            "before a day": ["a"],
            "within a year": ["b"],
            "speech, chapter and date": ["c"],
            "a word": ["a", "c"],
            "a character": ["b"],
            "two characters": ["b"],
            "a document": ["a", "b", "c"],
            "the beginning of a title": ["b", "c"],
            "nothing": [],
        },
        "stored": {
            "doc": "讲话",
            "number": "2",
            "role": "speech",
            "chapter": "三、突破核心技术",
            "chapter_no": 3,
            "speech": "在座谈会上的讲话",
            "date": 20160419,
            "date_end": 20160419,
            "date_precision": "day",
            "date_kind": "speech",
            "source": "人民日报",
            "first_line": 2,
            "last_line": 2,
            "text": "核心技术是国之重器。",
            "alias": "b",
        },
    }


def test_whoosh_adds_replaces_and_deletes_in_it_and_we_report_that_it_is_ours_no_more(
    index: Path,
) -> None:
    writer = open_dir(str(index)).writer()
    writer.delete_by_term("alias", "a")
    writer.delete_by_term("alias", "b")
    writer.add_document(alias="b", speech="贺信", text=["新"], _stored_text="新的。")
    writer.commit(optimize=True)
    with open_dir(str(index)).searcher() as searcher:
        texts = [hit["text"] for hit in searcher.search(Every(), limit=None)]
        assert sorted(texts) == ["加强网络安全和信息化工作。", "实现自主创新。", "新的。"]
        assert [hit["alias"] for hit in searcher.search(Term("speech", "贺信"))] == ["b"]
    with pytest.raises(IndexCorruptError, match=r"manifest-3\.json is missing"):
        open_index(index)
    assert update_index(index.parent / "seeds", index).state == "corrupt"
    with open_index(index) as ours:
        assert ours.search('"网络安全"').total == 2
