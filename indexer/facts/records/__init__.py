"""From records of named fields to documents.

fields    one record, its fields understood
whole     a record that is a whole document
grouping  records as the passages of documents
"""

from indexer.facts.records.grouping import read_records

__all__ = ["read_records"]
