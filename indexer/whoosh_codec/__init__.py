"""A codec for Whoosh that keeps a segment as the arrays of `indexer.segments`.

    codec             what Whoosh asks for a segment's writers and readers
    segment           what Whoosh's table of contents keeps of a segment
    files             the two files of a segment, on the disk or in memory
    draft             a segment that is being written
    document_writer   documents on their way in: stored values, lengths, columns, vectors
    field_writer      postings on their way in, as Whoosh sorts them
    document_reader   documents on their way out
    terms             terms and their postings on their way out
    matcher           the postings of one term, one after another
    vectors           the terms of one document
    writer            the index writer, which merges segments as arrays
    index             an index whose writer is that one

An index is written with `ColumnIndex` or `ColumnIndexWriter`; whoosh itself reads it, as long as
this package can be imported. Classes of Whoosh's have no types, which is why inheriting from them
is excused throughout.
"""

from indexer.whoosh_codec.codec import ColumnCodec
from indexer.whoosh_codec.index import ColumnIndex
from indexer.whoosh_codec.segment import ColumnSegment
from indexer.whoosh_codec.writer import ColumnIndexWriter

__all__ = ["ColumnCodec", "ColumnIndex", "ColumnIndexWriter", "ColumnSegment"]
