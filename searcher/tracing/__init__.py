"""Where do these words come from: the quotations of an article, traced to the collection.

What is traced
    article, article_file, reading, own_documents   the article as it is read
    inner_marks, regions   what is traced by itself
What it shares with the collection
    letters, ngrams, seeding   n-grams of letters that occur in both: runs
    runs, stretches   runs that belong together, and the best of them
    figures, edges   where a stretch may begin and end
    alignment, comparison   character by character: what agrees, what was changed
    paragraphs, candidates, likely   the paragraphs that a text is compared with
What it turns out to be
    verdicts, running_text, shown, phrases   found, missing, or nobody's words
    regional, sources, telling, trace   the recipe from end to end
    results   what comes of it, as frozen values
    thresholds   the numbers that decide, each with what measured it

What its author says about his quotations is read in `searcher.claims`. Nothing here cuts words or
loads jieba: letters decide.
"""
