"""Targets for random input: what must hold for any query, text, source file or index folder.

    python -m pytest tests/fuzz -m ''                            the same inputs each time
    python -m pytest tests/fuzz -m '' --hypothesis-profile=long  others each time, for hours

What a long run finds is printed with a line that makes it happen again; it becomes a test with a
name, or an `@example`, before it is mended.
"""
