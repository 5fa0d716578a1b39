"""What a query means, what each clause finds, and why a query finds nothing.

explanation    the answer as frozen values: the tree and the reasons
nearest        strings and values of a collection that are nearest to one that it lacks
absence        why a single clause finds nothing, and clauses to try instead
reasons        why a whole query finds nothing, and suggestions
explaining     all of it for one query: read it first
"""
