"""Where the words of an article come from: its quotations, traced to the collection.

In the order of the data:

    trace          the recipe from end to end: read it first
    note_marks     the article without the marks of notes in what it quotes
    regions        what is traced by itself: quotations, and the text between them
    judge          what each region turns out to be
    running_text   the stretches of the author's own text that occur in the collection
    candidates     the paragraphs that a text is compared with, and where it occurs in them
    headings       the headings of the collection, which may be sources, too
    comparison     how a text occurs in a paragraph: word for word, but for marks, or nearly
    verdicts       found and missing parts, and how similar is near
    widths         what differs for a reader though it folds alike
    phrases        what agrees and is no quotation: set phrases, names
    quotations     parts with their sources, differences and attributions
    results        what comes of it, as frozen values
    thresholds     the numbers that decide, each with what measured it

Where two texts agree is found by `searcher.textmatch`; what the author says of his quotations is
read by `searcher.claims`. Nothing here cuts words or loads jieba: letters decide.
"""
