"""How the names of a segment's two files end. Nothing is imported here, so a name costs nothing."""

DOCUMENTS = ".docs"
"""How the name of a segment's file of documents ends."""

POSTINGS = ".post"
"""How the name of its file of postings ends."""
