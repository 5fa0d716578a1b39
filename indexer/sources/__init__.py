"""Source files: which there are, how they are opened, their text, and whether they have changed.

source_names  the name of a file as text that can be shown and typed
plain_files   opening a file that may be a stranger's
walk          the source files below the folder
plausibility  whether a decoded text is one that somebody wrote
decoding      from bytes to text
source_text   a text in the lines that an editor numbers
lists         the lists beside the folder: words never cut, persons quoted
stock         the files as they are now, and which of them have changed
"""
