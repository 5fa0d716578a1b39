"""JSON Lines, and a file that is one array of records.

records    one record: from JSON to its fields
documents  from records to documents
reader     the records of a file: one a line, or in one array
"""
