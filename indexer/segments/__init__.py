"""The files of a segment, as arrays that NumPy maps. Neither Whoosh nor jieba is known here.

    blocks      a file of named arrays
    paged       a block whose pages are compared with their checksums when they are read
    directory   the end of a file of blocks, which says what is in it
    strings     many strings in one blob: sorted terms, distinct values, texts
    postings    where each term of a field stands
    values      what is stored of each document, one column a field
    texts       the folded texts
    segment     a segment opened for reading, and which of its documents are deleted
    tokens      the postings of a batch of texts
    batches     postings as they come, put in order and written
    value_writer, building      a segment that is being written
    merging     the documents of a segment taken over into another
    spool       a temporary array on disk
    record_columns   a record into the columns of a segment, and out of them
    index_files      how a file of an index is opened, and whether it has changed since

`indexer.whoosh_codec` writes these files for Whoosh, `searcher.store` reads them without it.
"""
