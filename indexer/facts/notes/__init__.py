"""Notes: the lines that say where the words above them come from.

vocabulary    the words of which notes are made, as data
text          a note without dashes, brackets and marks around it
persons       whose words a note or a title names
publications  the publication that a note names, and its pages
reading       one note, read from end to end
facts         the facts of an attribution, each under its name
glance        what no note is without: quick looks
likeness      what looks like a note and was not read
damaged       what is left of notes that were damaged
"""

from indexer.facts.notes.reading import find_facts, read_note

__all__ = ["find_facts", "read_note"]
