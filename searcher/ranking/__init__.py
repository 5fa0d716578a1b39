"""The scores and the order of hits, exact and related. In the order of the data:

scored         what ranking asks of a collection
thresholds     the numbers that ranking goes by
sorting        the orders that hits may come in
bm25           the formula
exact          the scores of exact hits, with the boosts of fields and roles
order          the order of hits
interrogatives the words of a query that ask and weigh nothing
named_days     the dates that a query names
query_terms    a query as words, characters and bigrams
maxscore       the best paragraphs for weighted terms
evidence       what titles, headings and dates say for a paragraph
rerank         the whole score of candidates
related        related paragraphs: candidates by MaxScore, reranked
"""
