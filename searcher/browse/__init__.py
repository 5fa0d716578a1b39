"""A collection read without a query: passages by id, chapters, speeches, speakers.

contents    these as frozen values
headings    headings, each with the first paragraph under it
passages    ids, and the passage that one names
listing     chapters, speeches and speakers, counted from columns
"""
