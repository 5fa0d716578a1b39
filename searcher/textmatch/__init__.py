"""Where two texts agree, nearly or to the letter.

Where they may agree:

letters            a folded text without marks and blanks
ngrams             n-grams of letters as hashes, and a table of these
scanned            what is asked of the texts that are compared; and these by their letters
seeding            the runs that an article and many texts share, by n-grams of six letters
runs               the runs that two texts share, and chains of runs
likely             paragraphs that may resemble a text with which they share no n-gram

Where a stretch that agrees begins and ends, and what differs in it:

edges              whole clauses and sentences, without marks and scraps at the edges
figures            whole numerals, and numerals in one form
alignment          character by character: what agrees, what was changed
paragraphs         a paragraph as it was written, folded and as letters, and the way back

thresholds         the numbers that decide, each with what measured it
"""
