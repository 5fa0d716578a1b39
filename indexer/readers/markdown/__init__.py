"""Markdown as blocks of text with their lines."""
