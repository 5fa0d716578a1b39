"""The files of a segment, as arrays that NumPy maps. Neither Whoosh nor jieba is known here.

    blocks      a file of named arrays, and its directory
    strings     many strings in one blob: sorted terms, distinct values, texts
    postings    where each term of a field stands
    batches     postings as they come, put in order and written
    values      what is stored of each document, one column a field
    segment     a segment opened for reading
    merging     documents of a segment taken over into another

`indexer.codec` writes these files for Whoosh, `searcher.store` reads them without it.
"""
