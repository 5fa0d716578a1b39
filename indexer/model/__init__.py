"""The values that are handed on: what is read, kept and reported, and what decides it.

fields         the one registry of fields: a row each, and the facts that reading gives
arguments      what a caller must give
place          where an index is
limits         how much of a source file is read
documents      documents and paragraphs, as they are read
inspection     what was understood of a file, to be looked at
records        what an index keeps of a paragraph
catalogue      what an index was made from: source files, failures, documents
build_options  what a user decides of an index
recipe         everything that decides the content of an index
report         what an indexing run returns
"""
