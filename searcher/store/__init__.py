"""What a search sees of the index: postings, values, texts and records of its live paragraphs.

Paragraphs have numbers, from 0, through all segments. Everything else in `searcher` works with
these numbers and with NumPy arrays of them. Whoosh is not needed to read an index.
"""

from indexer.segments.paged import Numbers
from searcher.store.column_filters import ColumnFilter, DocsetFilter
from searcher.store.docsets import Mask
from searcher.store.store import DocValues, Store, open_store
from searcher.store.terms import Postings

__all__ = [
    "ColumnFilter",
    "DocValues",
    "DocsetFilter",
    "Mask",
    "Numbers",
    "Postings",
    "Store",
    "open_store",
]
