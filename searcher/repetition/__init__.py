"""What was said again: passages that share long runs of letters, and who said it first.

    runs          the runs that two texts share: exact, symmetric, of the pair alone
    ngrams        n-grams of letters as hashes, to look for all of them at once
    paragraphs    a paragraph as it is compared: folded, its letters, their places
    candidates    which paragraphs of the collection may share a run with some
    stretches     runs joined and widened to what two paragraphs say alike, letter by letter
    originals     that in characters of the texts as they were written
    similar       the passages that resemble one passage
    counting      in how many paragraphs each run stands, all runs of a collection in turn
    grouping      which runs are one repeated stretch, and who holds it
    cores         the run that most of them share
    titles        such a run as words
    members       a group as it is told, each member compared with the first
    repeated      the recipe from the collection to its repetitions
    dating        what was said first
    first         the earliest passages that a query finds
    results       what comes of it, as frozen values
    options       lengths and numbers that a caller asks for
    thresholds    the numbers that decide, each with what measured it

A run is told by its letters: marks and blanks are what editors change most. Nothing here depends
on how paragraphs are numbered, nor on what else is in the collection.
"""
