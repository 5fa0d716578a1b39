"""HTML as blocks of text with their lines.

rows    the text between two line breaks, and how that becomes paragraphs
blocks  from tags and text to blocks
reader  pages and fragments, and what their head states
"""
