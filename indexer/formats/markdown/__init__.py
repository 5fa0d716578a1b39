"""Markdown as blocks of text with their lines.

inline  marks inside a paragraph, taken away
blocks  from lines to blocks
reader  files, and what their front matter states
"""
