"""Laying out text for a terminal.

characters  what is safe to show, and how many columns it takes
wrapping    lines by the rules of Chinese typesetting
page        how wide a page is and which colours it has; coloured and marked lines
rows        headings and tables of short facts
diffs       how two texts differ, as pieces
"""
