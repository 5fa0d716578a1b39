"""Regular expressions as trees: what a user writes between slashes, parsed.

characters    escapes, classes, and the error for what is malformed
parser        the expression
tree          what its marks mean
"""
