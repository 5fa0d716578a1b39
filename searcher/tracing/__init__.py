"""Where do these words come from: the quotations of an article, traced to the collection.

    article, reading      the text that is traced, as a reader reads it
    claims, attributions  what its author calls a quotation, and of whom and when
    letters, grams        the form in which texts are compared here, and its n-grams
    seeding, chaining     where article and collection share n-grams, joined to stretches
    alignment, likeness   letter by letter: what agrees, what was changed, how much
    tracing               the recipe from end to end
    results               what comes of it, as frozen values

Nothing here cuts words or loads jieba: letters decide.
"""
