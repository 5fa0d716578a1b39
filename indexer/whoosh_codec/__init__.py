"""A codec for Whoosh that keeps a segment as the arrays of `indexer.segments`.

    schema         the fields of an index
    files          the two files of a segment: opened, and while they are written
    per_document   documents on their way in and out: stored values and lengths
    field_writer   postings on their way in, as Whoosh sorts them
    terms_reader   terms on their way out, and a matcher over their postings
    codec          what Whoosh asks for all of these, and the segment in its table of contents
    writer         the index writer, which merges segments as arrays, and an index that has it
    folder         the folder of an index of ours, whose manifest says what is in it

An index is written with `ColumnIndex` or `ColumnIndexWriter`, into a folder; Whoosh itself reads
it, as long as this package can be imported. What our schema has no use for is not there: vectors,
values of postings such as positions, weights that are no frequencies, columns of Whoosh's own,
block quality.

Classes of Whoosh's have no types, which is why inheriting from them is excused throughout.
"""

from indexer.whoosh_codec.codec import ColumnCodec, ColumnSegment
from indexer.whoosh_codec.writer import ColumnIndex, ColumnIndexWriter

__all__ = ["ColumnCodec", "ColumnIndex", "ColumnIndexWriter", "ColumnSegment"]
