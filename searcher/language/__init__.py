"""The query language: from a string to a tree, and back. In the order of the data:

boundaries    where a clause begins and ends, and which mark closes which
clauses       one clause: quoted, a regular expression, a field, a wildcard or text
dates         the values of `date:`
operators     the words and marks that join clauses
scanner       clauses, operators and brackets in their order
parser        a string to its tree, with its own stack
query         the tree: values that print themselves; quoting
filters       what is asked beside a query: filters, and where a comparison looks
regex/        regular expressions as trees
"""
