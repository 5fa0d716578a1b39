"""Whole speeches: which documents are one, and why.

forms    the forms that titles of speeches have
reports  whether a text tells of a speech
turns    whose words the paragraphs of an interview are
judging  the documents
"""

from indexer.facts.speeches.judging import as_speech, declared, judged

__all__ = ["as_speech", "declared", "judged"]
