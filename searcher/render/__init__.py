"""Rendering: from the values that the library answers with to text for people and JSON.

Nothing here searches, opens an index or prints. The functions for people take a `Page` (how wide,
which colours) and yield lines; those for programs return JSON.
"""
