"""Compendia (论述摘编): passages of speeches, sorted into numbered chapters, each attributed.

print_lines     lines without their blanks, and the stanzas that blank lines separate
chapters        headings
furniture       page numbers, running heads, imprint, adverts: what is no text of the book
page_cuts       which blank lines the print's page breaks left inside paragraphs
preliminaries   title page, preface and contents
notes           where a note is, sound or broken; what it says is read by `indexer.facts.notes`
chapter_starts  where a chapter begins, and which beginnings are damaged or missing
passages        all of these together: the passages of the book
reader          passages as documents and paragraphs
"""

from indexer.facts.compendium.reader import read

__all__ = ["read"]
