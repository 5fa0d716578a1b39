"""The query language: from a string to a tree, and back.

query           the tree: values that print themselves
parser          a string to its tree, with its own stack
scanner         clauses, operators and brackets in their order
clauses         one clause: quoted, a regular expression, a field, a wildcard or text
date_clauses    the values of `date:`
groups          clauses joined by the operators between them
boundaries      where a clause begins and ends, and which mark closes which
regex_parser    a regular expression to its tree, with regex_classes and regex_escapes for its parts
regex_errors    what is wrong in one, and where
regex_tree      what the marks of a regular expression mean
escaping        quoting, and a query that means a text literally
"""
