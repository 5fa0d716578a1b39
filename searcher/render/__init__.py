"""Rendering: values that the library answers with become text for people and data for programs.

    formats   the table of formats: which there are, and what writes each
    typeset   laying out text for a terminal
    text      answers for people: hits, passages, explanations, listings, the state of an index
    reports   answers for people that compare texts: repetitions, first uses, traces
    html      a trace as a page for a browser
    data      answers for programs: JSON, tables

Nothing here searches, opens an index or prints. The functions for people take a `Page` (how wide,
which colours) and yield lines; those for programs return JSON.
"""
