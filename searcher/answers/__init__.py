"""The answer to a query: hits in order, highlighted, with snippets. In the order of the data:

results    the answers as frozen values
hits       one hit of a record: what matched in it, and a snippet
headings   which headings contain what was asked for
loosening  what a query that finds nothing goes on with
pasted     marks of notes in what was asked for
search     the answer to a query: evaluated, ordered, paged and made into hits
first      who said it first
"""
