"""Answers of the other commands as text for a person at a terminal.

hint         the one line that says what else there is
messages     names of fields, lists, and messages that take more than a template
dates        dates in a row of facts, and within a sentence
provenance   what a paragraph is called and where it is found
hits         search results, and one passage in full
citations    references
listing      documents, chapters and speeches as tables
indexing     what a run of `lunshu index` would do, and what it did
status       the state of an index
faults       what is wrong with source files, many of one kind in one line
explanation  what a query means; reasons: why it finds nothing
"""
