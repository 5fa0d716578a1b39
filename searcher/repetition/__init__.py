"""What was said again: passages that share long runs of letters, and who said it first.

In the order of the data, for one passage and for a whole collection:

    similar     the passages that share runs with one passage
    repeated    the recipe from a collection to its repetitions
    grouping    which runs are one repeated stretch, and which paragraphs contain it
    members     a group as a result: its title, its members, each compared with the first
    stretches   runs joined and widened to what two paragraphs say alike, letter by letter
    originals   the same in characters of the texts as they were written
    results     what comes of it, as frozen values
    thresholds  the numbers that decide, each with what measured it

Runs and n-grams are those of `searcher.textmatch`. Passages are compared by their letters: marks
and blanks are what editors change most. Nothing here depends on how paragraphs are numbered, nor on
what else is in the collection.
"""
