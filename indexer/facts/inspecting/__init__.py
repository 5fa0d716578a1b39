"""What was understood of a file, block by block, to be looked at.

surroundings  what the paragraphs of a document say of the blocks between them
accounting    what became of every block
inspection    one file, read as an index reads it
"""
