"""The files of a segment, as arrays that NumPy maps. Neither Whoosh nor jieba is known here.

    index_files     opening files that may be a stranger's, and noticing when they change
    paged           a block whose pages are compared with their checksums when they are first read
    directory       the end of a file of blocks, which says what is in it
    blocks          a file of named arrays
    strings         many strings in one blob: sorted terms, distinct values, folded texts
    postings        the postings of each term of a field
    values          what is stored of each document, one column a field
    segment         a segment opened for reading, and which of its documents are deleted
    record_columns  records as columns
    column_writers  values and folded texts on their way to the disk
    batches         postings counted, put in order and written
    building        a segment that is being written, or takes over documents of another

`indexer.whoosh_codec` writes these files for Whoosh, `searcher.store` reads them without it.
"""
