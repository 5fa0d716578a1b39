"""Traces and repetitions as text and Markdown."""
