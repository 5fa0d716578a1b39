"""Answers for programs.

records    the records of JSON and JSON Lines, out of the dataclasses of results
cells      the same as a table: a row for each record, the names of the JSON as columns
delimited  tables as CSV and TSV
workbook   tables as a workbook of Excel
"""
