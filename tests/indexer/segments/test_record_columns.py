"""What an index keeps of a paragraph comes back as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from indexer.commits.manifest import read_manifest
from indexer.commits.verifying import verify_index
from indexer.errors import IndexCorruptError
from indexer.model.documents import Document, Paragraph
from indexer.model.records import Record, make_records
from indexer.segments.record_columns import columns_of, record_of
from searcher import open_index
from tests.support.made_collection import change, collection, record

FULL = replace(
    record("甲", 1, "实事求是，是无产阶级世界观的基础。"),
    speaker="邓小平",
    speech="在全军政治工作会议上的讲话",
    marks=((4, "〔1〕"), (4, "①"), (17, "[2]")),
)
PLACED = replace(record("甲", 2, "没有行的一段。"), lines=None, place="第3页", role="note")
PLAIN = record("甲", 3, "别无所知的一段。")


def kept(one: Record) -> Record:
    """The record that its own columns give."""
    columns = {name: values[0] for name, values in columns_of([one]).items()}
    return record_of(columns.get)


@pytest.mark.parametrize("one", [FULL, PLACED, PLAIN])
def test_a_record_is_what_its_columns_keep(one: Record) -> None:
    assert kept(one) == one


def test_what_was_lifted_out_of_a_text_and_where_it_stands_is_in_every_hit() -> None:
    with collection(甲=[FULL, PLACED, PLAIN]) as searcher:
        hits = [searcher.passage(f"甲#{number}").paragraphs[0] for number in (1, 2, 3)]
        found = list(searcher.search("讲话人：小平"))
    assert [(hit.speaker, hit.marks, hit.lines, hit.place, hit.role) for hit in hits] == [
        ("邓小平", FULL.marks, (1, 1), None, "speech"),
        (None, (), None, "第3页", "note"),
        (None, (), (1, 1), None, "speech"),
    ]
    assert [hit.id for hit in found] == ["甲#1"]


@pytest.mark.parametrize(
    "stored", ["4", "〔1〕", "x 〔1〕", "4 〔1〕\n", "٤〔1〕", "9" * 5000 + " 〔1〕"]
)
def test_marks_that_are_none_are_damage(stored: str) -> None:
    columns = {name: values[0] for name, values in columns_of([FULL]).items()}
    columns["marks"] = stored
    with pytest.raises(ValueError, match=r".+"):
        record_of(columns.get)


@pytest.mark.parametrize("lines", [(1, None), (None, 1)])
def test_half_of_a_range_of_lines_is_damage(lines: tuple[int | None, int | None]) -> None:
    columns = {name: values[0] for name, values in columns_of([FULL]).items()}
    columns["first_line"], columns["last_line"] = lines
    with pytest.raises(ValueError, match="no line"):
        record_of(columns.get)


@pytest.mark.parametrize("marks", [((18, "〔1〕"),), ((-1, "〔1〕"),), ((5, "①"), (4, "②"))])
def test_the_deep_check_finds_marks_outside_the_text(
    marks: tuple[tuple[int, str], ...], tmp_path: Path
) -> None:
    index = tmp_path / "index"
    change(index, {"甲": [FULL]}, added=("甲",))
    with open_index(index) as searcher:
        assert searcher.passage("甲#1").paragraphs[0].marks == FULL.marks
    change(
        index, {"甲": [FULL], "乙": [replace(FULL, id="乙#1", doc="乙", marks=marks)]}, added="乙"
    )
    with pytest.raises(IndexCorruptError, match="stored"):
        verify_index(index, read_manifest(index))


def test_a_record_has_what_its_paragraph_has() -> None:
    paragraph = Paragraph(
        passage=1,
        text=FULL.text,
        lines=None,
        place="第3页",
        speaker="邓小平",
        marks=FULL.marks,
        role="speech",
    )
    document = Document(kind="text", title="文", paragraphs=(paragraph,))
    assert make_records("甲", document) == (replace(FULL, speech=None, lines=None, place="第3页"),)
