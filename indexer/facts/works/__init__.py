"""Volumes of works: one file, many documents, each with its own title and date.

date_lines  lines that are a date, lines that may be a title
persons     lines that name a person, lines that are text
volumes     the title of a volume, and whose works they are
contents    contents pages
pairs       titles with a date beside them
undated     works without a date
unmarked    lines that may be the title of one
parting     how a file is parted
afterwords  the words of the editors at the end
groups      what the parts are called
reader      the documents
"""

from indexer.facts.works.reader import read

__all__ = ["read"]
