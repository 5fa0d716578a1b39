"""A place in a text."""

from __future__ import annotations

Span = tuple[int, int]
"""`(start, end)`, half-open, in characters of the text that it is a place in."""
