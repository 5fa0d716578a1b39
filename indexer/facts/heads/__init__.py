"""Heads: title, speaker, date, occasion and publication above a text, the same for every format.

labels          what stands before a colon
persons         who a line names
dates_in_lines  dates inside a line
unlabelled      what a line without labels says
head_lines      what one line says
titles          which lines are a title, and what a title says
file_names      what a file's name says
head            a head, and one of its lines, as values
lines           the lines of blocks
collecting      a head while it is being read
reading         from blocks to a head
completing      what a head lacks, from elsewhere
"""

from indexer.facts.heads.completing import completed, has_others, signed
from indexer.facts.heads.head import NO_HEAD, DateFrom, Head
from indexer.facts.heads.lines import shown_date
from indexer.facts.heads.reading import (
    read_head,
    read_plain_head,
    title_and_date_at,
)

__all__ = [
    "NO_HEAD",
    "DateFrom",
    "Head",
    "completed",
    "has_others",
    "read_head",
    "read_plain_head",
    "shown_date",
    "signed",
    "title_and_date_at",
]
