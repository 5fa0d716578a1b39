"""Answers of the commands that compare texts or look into a file, for people.

repetitions     what is repeated in the collection, and what resembles a passage
first           who said it first
trace_entries   what was traced, in the order of the input, and what is said of it
trace_text      a trace at a terminal
trace_markdown  a trace as Markdown
inspection      what was understood of a file; inspected_blocks: what became of its blocks
"""
