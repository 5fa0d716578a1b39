"""A collection read without a query: passages by id, chapters, speeches.

contents    these as frozen values
passages    ids, and the passage that one names
listing     chapters and speeches, counted from columns
"""
