"""What a search sees of an index in a folder: the live paragraphs of all segments as one.

Paragraphs have numbers, from 0, through all segments. What finds and ranks works with NumPy arrays:
docsets (sorted numbers), masks (a flag for each number) and columns. Whoosh is not needed to read
an index. In the order of the data:

docsets           docsets and masks
terms             terms, their postings, and a view of the text as a dictionary
texts             the folded texts
column_filters    filters as tests of columns
values            the values of a field that has few, and which of them contain a bigram
snapshot          what keeps an open index as it was
store             all of these of one index, and how it is opened
matching          which paragraphs a pattern occurs in: candidates first, then the text decides
retrieval         which paragraphs satisfy a query, and masks of filters
"""

from indexer.segments.paged import Docset, Numbers
from searcher.store.column_filters import ColumnFilter, DocsetFilter
from searcher.store.docsets import Mask
from searcher.store.store import DocValues, Store, open_store

__all__ = [
    "ColumnFilter",
    "DocValues",
    "Docset",
    "DocsetFilter",
    "Mask",
    "Numbers",
    "Store",
    "open_store",
]
