"""An article before anything is understood of it.

article_file    its bytes, from a file, a pipe or standard input; which documents are that file
article         its text with its paragraphs, in the characters in which they are compared

How a file becomes an article is in `searcher.claims.reading`, as what is set off in it as a
quotation is seen by the lines that sign it.
"""
