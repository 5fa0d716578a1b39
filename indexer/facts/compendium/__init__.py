"""Compendia (论述摘编): passages of speeches, sorted into chapters or not, each with its note.

print_lines     lines without their blanks, and the stanzas that blank lines separate
chapters        headings
furniture       page numbers, running heads, imprint, adverts: what is no text of the book
page_cuts       which blank lines the print's page breaks left inside paragraphs
preliminaries   title page, preface and contents
notes           where a note is, sound or broken; what it says is read by `indexer.facts.notes`
chapter_starts  where a chapter begins, and which beginnings are damaged or missing
standing        what looks like a note where it stands, and notes on the line of their text
layout          how lines stand: broken at a width or not, and what an empty line means
parts           the parts of a book as values, and the passages that they make up
bare_labels     short lines right above a note that are no text of it
judging         what a block is by its words, given what stands above it
dividing        lines as parts, by all of these together
books           a whole book: its preliminaries, chapters and passages
recognising     whether it is one, and why not
speakers        whose words a passage has
reader          passages as documents and paragraphs
"""

from indexer.facts.compendium.reader import doubt_of, read

__all__ = ["doubt_of", "read"]
