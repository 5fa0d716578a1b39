"""Heads: title, speaker, date, occasion and publication above a text, the same for every format.

labels      what stands before a colon
persons     who a line names
head_lines  what one line says
titles      which lines are a title, and what a title says
file_names  what a file's name says
head        a head as a value
reading     from blocks to a head
"""

from indexer.facts.heads.head import NO_HEAD, DateFrom, Head
from indexer.facts.heads.reading import (
    completed,
    read_head,
    read_plain_head,
    shown_date,
    signed,
    title_and_date_at,
)

__all__ = [
    "NO_HEAD",
    "DateFrom",
    "Head",
    "completed",
    "read_head",
    "read_plain_head",
    "shown_date",
    "signed",
    "title_and_date_at",
]
