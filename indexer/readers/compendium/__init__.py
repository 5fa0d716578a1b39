"""Compendia (论述摘编): passages of speeches, sorted into numbered chapters, each attributed.

print_lines     lines without their blanks, and the stanzas that blank lines part
adverts         what a distributor put around the book
imprint         what the book says for libraries and shops
furniture       page numbers and running heads
preliminaries   title page, preface and contents
chapters        headings
chapter_starts  where a chapter begins, and which beginnings are damaged or missing
publications    what an attribution names as its source
attributions    one attribution, parsed
notes           where an attribution stands, sound or broken
page_cuts       which blank lines the print's page breaks left inside paragraphs
passages        all of these together: the passages of the book
reader          passages as documents and paragraphs
"""

from indexer.readers.compendium.reader import parse, recognises

__all__ = ["parse", "recognises"]
