"""The obvious script, query side: whoosh's parser, ten hits with highlights. argv: INDEX QUERY"""

import sys

from whoosh import index, qparser

opened = index.open_dir(sys.argv[1])
with opened.searcher() as searcher:
    query = qparser.QueryParser("text", opened.schema).parse(sys.argv[2])
    for hit in searcher.search(query, limit=10):
        print(hit["id"], hit.highlights("text"))
